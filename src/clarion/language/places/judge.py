"""Whether a capitalised name is a place: a sum of small reasons, each with its weight; above 0 it is taken.

The weights are set by hand. A reason is a fact about the name (how large the largest place of that name is, whether it
is an English word or a first name) or about its surroundings (what stands before and after it, whether the same name
stands elsewhere in the text with a title or a first name). A country starts at 3.2, a city of a million at 1.8, a
village at -1.6; "in" or "near" before a name weighs 2.3, a first name before it -4.
"""

import math
import re
from dataclasses import dataclass

from clarion.language.places.mentions import Mention
from clarion.language.places.words import PlaceWords
from clarion.language.wordlists import words
from clarion.model.vocabulary import PlaceKind
from clarion.reference.places import KIND_DEMONYM, KIND_SETTLEMENT, KIND_STATE, Gazetteer

_TO_NAME = re.compile(r"['’.]?\s*[\"“‘(]?\s?$")  # between the word before a name and the name
_NEXT_TO_NAME = re.compile(r"\s+[\"“‘]?$")
_WORD_AFTER = re.compile(r"(?:['’]s)?[ \n-]([a-z][\w-]*)")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n•»][\"”’)\]]?\s*[\"“‘(\[]?\s*|[\"“‘]\s*)$")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20}?)?(?: \([A-Z][\w ]{1,20}\))?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? ?[—–-]{1,2} ?[\"“]?[A-Z]"
)
_BEHIND_NUMBER = re.compile(r"\d\w{0,2} (?:[NSEW]\.? )?$")
_STREETS = words(
    """Street St Avenue Ave Road Rd Drive Dr Boulevard Blvd Lane Ln Highway Hwy Parkway Pkwy Court Ct Way Place Pl
    Terrace Freeway Expressway Turnpike Trail Square"""
)
_IN = re.compile(r"\b[Ii]n $")
_LOOKED_BACK = 40  # characters looked at before a name
_FIRST_FEW = 4  # of the places of a name, when asking whether one is a state of a federation


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a whole text says about its names."""

    surnames: set[str]
    perhaps: set[str]  # last words of two-word names that may be persons
    small: set[str]  # words that the text also writes small


class Judge:
    """Weighs the mentions of one text."""

    def __init__(self, text: str, data: Gazetteer, lists: PlaceWords, around: Surroundings) -> None:
        """Take the text and what is known of it."""
        self._text = text
        self._data = data
        self._lists = lists
        self._around = around

    def weigh(self, mention: Mention) -> float:
        """The sum of reasons for taking a mention as a place."""
        before = self._text[max(0, mention.start - _LOOKED_BACK) : mention.start]
        starts = mention.first == 0 and _SENTENCE_START.search(before) is not None
        return (
            self._of_name(mention, starts)
            + self._of_run(mention)
            + self._of_words_before(mention, before)
            + self._of_words_after(mention, before)
            + self._of_people(mention, before)
        )

    def _of_name(self, mention: Mention, starts: bool) -> float:
        if not mention.rows and mention.located:
            return 0.6
        if not mention.rows:
            return 0.8 if mention.typed is not PlaceKind.OTHER or self._is_road(mention) else -2.5
        kind = self._data.kind[mention.rows[0][0]]
        if kind == KIND_DEMONYM:
            return 2.5
        many = " " in mention.key or "-" in mention.text
        base = self._of_places(mention) + (1.0 if many else 0.0) + (0.8 if mention.typed is not None else 0.0)
        if many:
            return base
        return base - self._against_word(mention, kind) - (0.6 if starts and kind == KIND_SETTLEMENT else 0.0)

    def _of_places(self, mention: Mention) -> float:
        """How well known the best known place of the name is."""
        data, row = self._data, mention.rows[0][0]
        if data.kind[row] == KIND_STATE:
            return 3.2
        if self._is_federal(mention):
            return 2.2
        if not data.geonames[row]:
            return 2.0
        largest = max((data.population[r] for r, trusted in mention.rows[:12] if trusted), default=0)
        return max(_size(largest), _size(data.population[row]) - 1.0)

    def _is_federal(self, mention: Mention) -> bool:
        return any(self._data.level[row] == 1 and trusted for row, trusted in mention.rows[:_FIRST_FEW])

    def _against_word(self, mention: Mention, kind: int) -> float:
        """What weighs against a name of one word that means something else too."""
        lists, total = self._lists, 0.0
        if mention.key in lists.common or mention.key in self._around.small:
            total += 0.8 if kind == KIND_STATE else 1.2 if self._is_federal(mention) else 2.5
        if mention.text in lists.openers or mention.text in lists.calendar or mention.text in lists.titles:
            total += 4.0
        if mention.text in lists.directions:
            total += 5.0
        return total + (2.5 if mention.text in lists.bodies else 0.0)

    def _is_road(self, mention: Mention) -> bool:
        return mention.run[mention.after - 1].text in self._lists.typed

    def _of_run(self, mention: Mention) -> float:
        """The capitalised words beside it in its run."""
        total, run = 0.0, mention.run
        known = self._is_state(mention)
        if mention.after < len(run):
            following = run[mention.after]
            if following.gap == " ":
                total += self._of_next(following.text, known)
                street = any(word.text.rstrip(".") in _STREETS for word in run[mention.after : mention.after + 3])
                total -= 3.0 if street and mention.typed is None else 0.0
            elif following.gap.strip() == "of":
                total -= 0.5
        if mention.first > 0:
            total += self._of_previous(run[mention.first - 1].text, run[mention.first].gap, known)
        return total

    def _of_next(self, following: str, known: bool) -> float:
        lists = self._lists
        if following in lists.other_heads:
            return -4.0
        if following in lists.bodies:
            return 1.2
        if following in lists.calendar or following.rstrip(".") in lists.titles or following in lists.openers:
            return 0.3
        return -0.4 if known else -2.2

    def _of_previous(self, previous: str, gap: str, known: bool) -> float:
        lists, bare = self._lists, previous.rstrip(".")
        if gap.strip() in {"of", "of the"}:
            return 0.4
        if gap != " ":
            return -0.8 if gap == "-" and not known else 0.0
        if previous in lists.openers or previous in lists.directions or previous in lists.calendar:
            return 0.0
        if bare in lists.first_names:
            return -4.0
        if bare in lists.titles and previous not in lists.bodies:
            return -2.5
        return -0.3 if known else -1.8

    def _of_words_before(self, mention: Mention, before: str) -> float:
        lists = self._lists
        if mention.first > 0 and mention.run[mention.first].gap in (" ", "-"):
            previous = mention.run[mention.first - 1].text.lower()
            return 2.0 if previous in lists.locative or previous == "in" else 0.0
        first, last = _last_word(before, len(before))
        if first == last or _TO_NAME.match(before, last) is None:
            return 0.0
        if mention.typed is None and mention.after < len(mention.run) and _BEHIND_NUMBER.search(before) is not None:
            return -2.0
        word = before[first:last].lower()
        if word == "the":
            return -0.7 if " " not in mention.text else 0.0
        if word in lists.locative:
            return 2.3
        if word == "of" and _NEXT_TO_NAME.match(before, last) is not None:
            begin, end = _last_word(before, first)
            if begin < end and before[end:first].isspace() and before[begin:end].lower() in lists.heads_of:
                return 2.5
        if word in {"from", "to", "at"}:
            return 1.0
        return 0.4 if word in lists.loose else 0.0

    def _of_words_after(self, mention: Mention, before: str) -> float:
        lists, total = self._lists, 0.0
        found = _WORD_AFTER.match(self._text, mention.end)
        if found is not None:
            after = found[1]
            if after in lists.kinds_after:
                total += 2.4
                mention.said_kind = after not in {"city", "town", "village"}
            elif after in lists.followers or after.partition("-")[0] in lists.followers:
                total += 1.4
            elif after in lists.speaks and " " not in mention.text:
                total -= 1.2
        return total + (3.0 if self._is_dateline(mention, before) else 0.0)

    def _is_dateline(self, mention: Mention, before: str) -> bool:
        """`GOMA, Congo (AP) — Rebels …` at the start of a line; a name in capitals also behind the headline's stop."""
        shouted = mention.text.isupper() and len(mention.text) > 3
        opens = mention.start == 0 or self._text[mention.start - 1] == "\n"
        opens = opens or (shouted and _SENTENCE_START.search(before) is not None)
        return opens and _DATELINE.match(self._text, mention.end) is not None

    def _of_people(self, mention: Mention, before: str) -> float:
        if mention.rows and (" " in mention.text or mention.typed is not None):
            return 0.0
        if not mention.rows and any(part.text in self._around.surnames for part in mention.run):
            return -3.0
        state, total = self._is_state(mention), 0.0
        if mention.text in self._around.surnames:
            total -= 1.0 if state or _IN.search(before) is not None else 3.0
        elif mention.text in self._around.perhaps and not state and len(mention.run) == 1:
            total -= 1.5
        if mention.text in self._lists.first_names:
            follows = self._is_followed_by_name(mention)
            total -= (3.5 if follows else 0.8) if state else (3.0 if follows else 1.5)
        return total

    def _is_followed_by_name(self, mention: Mention) -> bool:
        if mention.after >= len(mention.run):
            return False
        following, lists = mention.run[mention.after], self._lists
        other = following.text in lists.bodies or following.text in lists.calendar
        return following.gap == " " and not other and following.text.rstrip(".") not in lists.titles

    def _is_state(self, mention: Mention) -> bool:
        return bool(mention.rows) and self._data.kind[mention.rows[0][0]] in (KIND_STATE, KIND_DEMONYM)


def _last_word(text: str, end: int) -> tuple[int, int]:
    """The bounds of the last word of `text[:end]`, both 0 where there is none."""
    while end and not text[end - 1].isalnum():
        end -= 1
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return start, end


def _size(population: int) -> float:
    """About -1.6 for a hamlet, 0 for 15,000 people, 1.8 for a million."""
    return max(-1.6, math.log10(population + 1) - 4.2)
