"""Whether a capitalised name is a place: a sum of small reasons, each with its weight; above 0 it is taken.

The weights are set by hand. A reason is a fact about the name (how large the largest place of that name is, whether it
is an English word or a first name) or about its surroundings (what stands before and after it, whether the same name
stands elsewhere in the text with a title or a first name).
"""

import math
import re
from dataclasses import dataclass

from clarion.language.places.mentions import Mention
from clarion.language.places.runs import Word
from clarion.language.places.words import PlaceWords
from clarion.model.vocabulary import PlaceKind
from clarion.reference.places import KIND_DEMONYM, KIND_SETTLEMENT, KIND_STATE, Gazetteer

_WORD_BEFORE = re.compile(r"([^\W_]+)['’.]?\s*[\"“‘(]?\s?$")
_TWO_BEFORE = re.compile(r"([^\W_]+)\s+([^\W_]+)\s+[\"“‘]?$")
_WORD_AFTER = re.compile(r"(?:['’]s)?[ \n-]([a-z][\w-]*)")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n•»][\"”’)\]]?\s*[\"“‘(\[]?\s*|[\"“‘]\s*)$")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?(?: \([A-Z][\w ]{1,20}\))?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? ?[—–-]{1,2} "
)
_SAID = 40  # characters looked at before a name


@dataclass(slots=True)
class Surroundings:
    """What a whole text says about its names: surnames of people, and words that it also writes small."""

    surnames: set[str]
    small: set[str]


def person_names(runs: list[list[Word]], words: PlaceWords) -> set[str]:
    """Last words of runs that begin with a title or a first name: `Derek Houston` makes Houston a person here."""
    found: set[str] = set()
    for run in runs:
        for at, word in enumerate(run[:-1]):
            bare = word.text.rstrip(".")
            following = run[at + 1]
            if following.gap != " " or following.text in words.bodies or following.text in words.calendar:
                continue
            if bare in words.first_names or (bare in words.titles and bare not in words.bodies):
                last = at + 1
                while (
                    last + 1 < len(run) and run[last + 1].gap in (" ", "-") and run[last + 1].text not in words.bodies
                ):
                    last += 1
                found.update(w.text for w in run[at + 1 : last + 1] if w.text not in words.titles)
                break
    return found


def judge(text: str, mention: Mention, data: Gazetteer, words: PlaceWords, around: Surroundings) -> float:
    """The sum of reasons for taking a mention as a place."""
    before = text[max(0, mention.start - _SAID) : mention.start]
    starts = _SENTENCE_START.search(before) is not None and mention.first == 0
    total = _of_name(mention, data, words, around, starts)
    total += _of_run(mention, data, words)
    total += _of_words_before(mention, before, words, starts)
    total += _of_words_after(text, mention, words)
    return total + _of_people(mention, data, words, around)


def _of_name(mention: Mention, data: Gazetteer, words: PlaceWords, around: Surroundings, starts: bool) -> float:
    if mention.typed is not None and not mention.rows:
        return 0.8
    row = mention.rows[0][0]
    kind = data.kind[row]
    many = " " in mention.key or "-" in mention.text
    if kind == KIND_DEMONYM:
        return 2.5
    if kind == KIND_STATE:
        base = 3.2
    elif any(data.level[r] == 1 and t for r, t in mention.rows[:4]):
        base = 2.2
    elif kind != KIND_SETTLEMENT and not data.geonames[row]:
        base = 2.0
    else:
        trusted = [r for r, t in mention.rows[:12] if t]
        largest = max((data.population[r] for r in trusted), default=0)
        other = data.population[row]
        base = max(_size(largest), _size(other) - 1.0)
    base += 1.0 if many else 0.0
    base += 0.8 if mention.typed is not None else 0.0
    word = mention.key
    if not many and (word in words.common or word in around.small):
        base -= 2.5 if kind != KIND_STATE else 0.8
    if starts and not many and kind == KIND_SETTLEMENT:
        base -= 0.6
    if mention.text in words.openers or mention.text in words.calendar or mention.text in words.titles:
        base -= 4.0
    if not many and mention.text in words.bodies:
        base -= 2.5
    return base


def _size(population: int) -> float:
    """About -2 for a hamlet, 0 for 15,000 people, 1.8 for a million."""
    return max(-1.6, 1.0 * (math.log10(population + 1) - 4.2))


def _of_run(mention: Mention, data: Gazetteer, words: PlaceWords) -> float:
    """The capitalised words beside it in its run."""
    total = 0.0
    run = mention.run
    known = bool(mention.rows) and data.kind[mention.rows[0][0]] in (KIND_STATE, KIND_DEMONYM)
    if mention.after < len(run):
        following = run[mention.after]
        if following.gap == " ":
            total += _of_next(following.text, words, known)
        elif following.gap.strip() == "of":
            total -= 0.5
    if mention.first > 0:
        total += _of_previous(run[mention.first - 1].text, run[mention.first].gap, words, known)
    return total


def _of_next(following: str, words: PlaceWords, known: bool) -> float:
    if following in words.other_heads:
        return -2.5
    if following in words.bodies:
        return 1.2
    if following in words.calendar or following.rstrip(".") in words.titles or following in words.openers:
        return 0.3
    return -0.4 if known else -2.2


def _of_previous(previous: str, gap: str, words: PlaceWords, known: bool) -> float:
    bare = previous.rstrip(".")
    if gap.strip() in {"of", "of the"}:
        return 0.4
    if gap != " ":
        return -0.8 if gap == "-" and not known else 0.0
    if previous in words.openers or previous in words.directions or previous in words.calendar:
        return 0.0
    if bare in words.first_names:
        return -4.0
    if bare in words.titles and previous not in words.bodies:
        return -2.5
    return -0.3 if known else -1.8


def _of_words_before(mention: Mention, before: str, words: PlaceWords, starts: bool) -> float:
    if mention.first > 0 and mention.run[mention.first].gap in (" ", "-"):
        before_run = mention.run[mention.first - 1].text.lower()
        return 2.0 if before_run in words.locative or before_run == "in" else 0.0
    found = _WORD_BEFORE.search(before)
    if found is None:
        return 0.0
    word = found[1].lower()
    if word == "the":
        return -0.7 if len(mention.text.split()) == 1 else 0.0
    if word in words.locative:
        return 2.3
    two = _TWO_BEFORE.search(before)
    if word == "of" and two is not None and two[1].lower() in words.heads_of:
        return 2.5
    if word in {"from", "to", "at"}:
        return 1.0
    return 0.4 if word in words.loose else 0.0


def _of_words_after(text: str, mention: Mention, words: PlaceWords) -> float:
    total = 0.0
    end = mention.end
    found = _WORD_AFTER.match(text, end)
    if found is not None:
        after = found[1]
        if after in words.followers or after.split("-")[0] in words.followers:
            total += 1.4
        elif after in words.speaks and " " not in mention.text:
            total -= 1.2
    if _DATELINE.match(text, end) is not None and (mention.start == 0 or text[mention.start - 1] in "\n"):
        total += 3.0
    return total


def _of_people(mention: Mention, data: Gazetteer, words: PlaceWords, around: Surroundings) -> float:
    if " " in mention.text or mention.typed is not None:
        return 0.0
    state = bool(mention.rows) and data.kind[mention.rows[0][0]] in (KIND_STATE, KIND_DEMONYM)
    total = 0.0
    if mention.text in around.surnames:
        total -= 1.0 if state else 3.0
    if mention.text in words.first_names:
        follows = mention.after < len(mention.run) and mention.run[mention.after].gap == " "
        total -= (2.0 if follows else 0.8) if state else (3.0 if follows else 1.5)
    return total


def is_place_like(mention: Mention) -> bool:
    """Whether a mention is of a kind that is kept though no place of the name is known."""
    return mention.typed is not None and mention.typed is not PlaceKind.OTHER
