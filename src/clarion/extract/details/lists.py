"""The words, surnames and names of office-holders that the rules look at; loaded on first use."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from clarion.language.places.words import place_words
from clarion.language.tags_lexicon import classes, look_up
from clarion.language.tags_words import CLOSED
from clarion.reference.fold import fold
from clarion.reference.places import gazetteer
from clarion.reference.states import find_state

_REMEMBERED = 20_000
_LARGE = 300_000  # people of a place that a name alone means


@dataclass(frozen=True, slots=True)
class Lists:
    """Words in lower case by what they tell."""

    honorifics: frozenset[str]
    kin: frozenset[str]
    roles: frozenset[str]
    brokers: frozenset[str]
    offices: frozenset[str]
    body_offices: frozenset[str]
    private_offices: frozenset[str]
    verbs: frozenset[str]
    belongings: frozenset[str]
    things: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    known: frozenset[str]
    bynames: frozenset[str]
    affiliations: frozenset[str]
    first_names: frozenset[str]
    foreign_offices: frozenset[str]
    public_full: frozenset[str]
    public_alone: frozenset[str]
    public_other: frozenset[str]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lists of this process."""
    words = {key: frozenset(value.lower().split()) for key, value in table("words").items()}
    public = table("public")
    first_names = frozenset(name.lower() for name in place_words().first_names) | words.pop("given")
    return Lists(
        **words,
        first_names=first_names,
        foreign_offices=frozenset(table("scripts")["offices"].lower().split()),
        public_full=frozenset(plain(name) for name in public["full"].split(";") if name.strip()),
        public_alone=frozenset(plain(name) for name in public["alone"].split()),
        public_other=frozenset(name.strip() for name in public["other"].split(";")),
    )


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this folder."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=_REMEMBERED)
def plain(name: str) -> str:
    """A name without case, accents and hyphens, its words parted by one blank."""
    return " ".join(fold(name).split())


@lru_cache(maxsize=_REMEMBERED)
def is_common(word: str) -> bool:
    """Whether a word in lower case is an ordinary English word."""
    if _is_noun(word):
        return True
    entry = look_up(word) if word else None
    if entry is None or not entry.known:
        return False
    code = classes().get(word) or classes().get(entry.verb) or classes().get(entry.noun)
    return word in CLOSED or (code is not None and any(digit in code for digit in "123456789"))


@lru_cache(maxsize=_REMEMBERED)
def is_rare(word: str) -> bool:
    """Whether a word in lower case is English, though hardly met."""
    if _is_noun(word):
        return True
    if not word or not look_up(word).known:
        return False
    entry = look_up(word)
    return word in CLOSED or not {word, entry.verb, entry.noun}.isdisjoint(classes().keys())


_OFFICE_ENDING = re.compile(
    r"-(?:elect|designate|general|secretary|president|minister|commissioner|governor|chairman|chairwoman|in-chief)$"
    r"|[a-zäöü]{3}(?:minister|präsident|sekretär|kanzler|sprecher|botschafter|bürgermeister|kommissar)(?:in)?$"
)


@lru_cache(maxsize=_REMEMBERED)
def is_office_word(word: str) -> bool:
    """Whether a word in lower case is an office, also one put together: "under-secretary-general", "innenminister"."""
    words = lists()
    return word in words.offices or word in words.foreign_offices or _OFFICE_ENDING.search(word) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_people(words: str) -> bool:
    """Whether words name a state or its people."""
    if find_state(words) is not None:
        return True
    lower = words.lower()
    return lower.endswith("s") and find_state(words[:-1]) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_city(name: str) -> bool:
    """Whether a large place bears a name."""
    data = gazetteer()
    return any(data.population[row] > _LARGE for row, _ in data.rows(fold(name))[:3])


@lru_cache(maxsize=_REMEMBERED)
def is_of_gazetteer(name: str) -> bool:
    """Whether any place of the gazetteer bears a name."""
    return bool(gazetteer().rows(fold(name)))


_NOUN_ENDING = re.compile(
    r"[a-z]{2}(?:tion|sion|ment|ness|ity|ism|ship|ance|ence|hood|dom|ology|ture|graphy|cracy|ization"
    r"|isation|ability|ibility)$"
)
_LEAST_STEM = 6  # letters of a word whose ending tells that it is a noun


@cache
def _nouns() -> frozenset[str]:
    return frozenset(table("nouns")["nouns"].split())


def _is_noun(word: str) -> bool:
    """Whether a word is a noun of the list, a plural of one, or ends as only nouns do."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("ies"):
        stems.add(f"{word[:-3]}y")
    for ending in ("est", "er"):
        if word.endswith(ending) and len(word) > _LEAST_STEM - 1:
            bare = word.removesuffix(ending)
            adjectives = {bare, bare[:-1], f"{bare}e", f"{bare[:-1]}y"}
            if any("a" in classes().get(adjective, "") for adjective in adjectives):
                return True
    if word.endswith("men"):
        stems.add(f"{word[:-3]}man")
    if not stems.isdisjoint(_nouns()):
        return True
    return any(len(stem) >= _LEAST_STEM and _NOUN_ENDING.search(stem) for stem in stems)
