"""Names that a text gives to people, so that a bare surname is not taken for a town."""

from clarion.language.places.runs import Word
from clarion.language.places.words import PlaceWords

_MOST_WORDS = 3  # first name, initial, surname


def person_names(runs: list[list[Word]], words: PlaceWords) -> set[str]:
    """Names behind a title or a first name: `Derek Houston` makes Houston a person in this text."""
    found: set[str] = set()
    for run in runs:
        for at, word in enumerate(run[:-1]):
            bare = word.text.rstrip(".")
            following = run[at + 1]
            if following.gap != " " or following.text in words.bodies or following.text in words.calendar:
                continue
            if bare in words.first_names or (bare in words.titles and bare not in words.bodies):
                found.update(_rest_of_name(run, at + 1, words))
                break
    return found


def _rest_of_name(run: list[Word], at: int, words: PlaceWords) -> list[str]:
    last = at
    while last + 1 < len(run) and run[last + 1].gap in (" ", "-") and run[last + 1].text not in words.bodies:
        last += 1
    return [part.text for part in run[at : last + 1] if part.text not in words.titles]


def perhaps_persons(runs: list[list[Word]], words: PlaceWords) -> set[str]:
    """Last words of runs that could be first name and surname, though no list knows the first one."""
    found: set[str] = set()
    for run in runs:
        if not 2 <= len(run) <= _MOST_WORDS or any(word.gap not in ("", " ") for word in run):
            continue
        if len(run) == _MOST_WORDS and len(run[1].text.rstrip(".")) > 1:
            continue
        first, last = run[0].text, run[-1].text
        if first in words.openers or first in words.bodies or first in words.typed or first in words.directions:
            continue
        if first in words.calendar or last in words.bodies or last in words.typed or last in words.calendar:
            continue
        found.add(last)
    return found
