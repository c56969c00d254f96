"""What is withheld, as words to look for: whole names in every order and spelling, surnames alone, numbers as written.

A person's name is looked for whole in any case and joined or parted in any way, turned round ("Ko, Min-Ji"), and each
part of it alone where it stands with a capital letter. Other details are looked for as whole phrases.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from clarion.model import DetailKind
from clarion.publish.safety.common import NO_NAMES, TITLES
from clarion.publish.safety.folding import key_of

NAMED = (DetailKind.PERSON, DetailKind.BROKER)
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻ][^\W_]+)*")
_HYPHENED = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-\u2010\u2011][^\W\d_]+)+")
_PARTICLES = frozenset("al el bin ibn bint abu de da di del della der den dos van von la le ap mac st".split())
# scripts in which words are not parted by blanks, or take endings: a name is found inside a longer run
_RUNNING = re.compile("[\u0600-\u06ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BENT = re.compile("[\u0370-\u03ff\u0400-\u052f]")  # Greek and Cyrillic names take endings
_LAST_VOWEL = re.compile("[аеиоуыюяйьаеηοςας]+$")
_LONGEST = 4  # words of a name
_SHORT_PHRASE = 3  # words without a capital letter up to which a phrase says nothing outside its place
_FIGURES = 6
_TAIL = 8


@dataclass(frozen=True, slots=True)
class Term:
    """Letters to look for.

    `alone`: part of a name, which counts only where it is written as a name. `loose`: short or common words that count
    only because nothing that leaves says them any more.
    """

    letters: str
    kind: DetailKind
    alone: bool = False
    loose: bool = False
    parts: tuple[str, ...] = field(default=(), compare=False)  # of a whole name, in the order of the letters

    @property
    def is_part(self) -> bool:
        """Whether a longer name that stays may hold it."""
        return self.alone or self.loose

    @property
    def runs_on(self) -> bool:
        """Whether its script writes words without blanks between them, or bends them."""
        return _RUNNING.search(self.letters) is not None

    @property
    def bends(self) -> bool:
        """Whether its script gives names endings."""
        return _BENT.search(self.letters) is not None


def terms_of(kind: DetailKind, words: str, *, strictly: bool = False) -> set[Term]:
    """The terms that words of a kind give.

    Args:
        kind: of the detail; few people of a place and day give none, since a figure says nothing elsewhere.
        words: as the document has them.
        strictly: also short phrases without a name in them, for texts made from the very words.
    """
    if kind is DetailKind.SMALL_COUNT or not key_of(words):
        return set()
    if kind in NAMED and _is_name(words):
        return _of_name(kind, words)
    found = _WORD.findall(words)
    if kind in (DetailKind.CONTACT, DetailKind.NUMBER) and any(letter.isdigit() for letter in words):
        return _of_figures(kind, words)
    says_something = len(found) > _SHORT_PHRASE or any(word[:1].isupper() for word in found[1:]) or "@" in words
    running = _RUNNING.search(words) is not None and len(key_of(words)) > 1
    single = len(found) == 1 and (kind not in NAMED and len(key_of(words)) >= _FIGURES)
    if strictly or says_something or running or single:
        return {Term(key_of(words), kind)}
    return set()


def parts_of(words: str) -> list[str]:
    """The parts of a name: no titles, no initials, nothing that is a word of the language rather than a name."""
    found = [word for word in _WORD.findall(words) if word.casefold().rstrip(".") not in TITLES]
    return [word for word in found if len(word) > 1 or _RUNNING.match(word)]


def _is_name(words: str) -> bool:
    found = _WORD.findall(words)
    named = [word for word in found if word[:1].isupper() or not word[:1].islower()]
    return len(found) <= 8 and bool(named) and not any(letter.isdigit() for letter in words)


def _of_name(kind: DetailKind, words: str) -> set[Term]:
    joined = {piece for name in _HYPHENED.findall(words) for piece in _WORD.findall(name)}  # "Min-ji" is one name
    parts = [word for word in parts_of(words) if not word[:1].islower() or _particle(word) or word in joined]
    keys = [key for part in parts if (key := key_of(part))]
    if not keys:
        return set()
    orders = [keys, [keys[-1], *keys[:-1]], [*keys[1:], keys[0]], [keys[0], keys[-1]], [keys[-1], keys[0]]]
    whole = {key_of(words): ()} | {"".join(order): tuple(order) for order in orders}
    # a run of another script that is longer than a name may hold whole sentences: its words are no names each
    lone = {key_of(part) for part in parts if _can_stand_alone(part) and (len(parts) <= _LONGEST or part[:1].isupper())}
    if len(keys) == 1:
        whole = {} if not _RUNNING.search(keys[0]) else whole
    terms = {Term(one, kind, parts=parts) for one, parts in whole.items() if len(one) > 1}
    terms |= {Term(one, kind, alone=True) for one in lone}
    bent = {Term(_LAST_VOWEL.sub("", term.letters), kind, term.alone) for term in terms if term.bends}
    return terms | {term for term in bent if len(term.letters) > 3}


def _of_figures(kind: DetailKind, words: str) -> set[Term]:
    key = key_of(words)
    digits = "".join(letter for letter in key if letter.isdigit())
    terms = {Term(key, kind)} if len(key) >= _FIGURES else set()
    if len(digits) > _TAIL and len(digits) == len(key):
        terms.add(Term(digits[-_TAIL:], kind))  # the same number without the prefix of its country
    return terms


def _particle(word: str) -> bool:
    return word.casefold() in _PARTICLES


def _can_stand_alone(part: str) -> bool:
    if _RUNNING.match(part):
        return len(part) > 3
    return len(part) > 1 and part.casefold() not in NO_NAMES and not _particle(part)


def surfaces(kinds_and_words: Iterable[tuple[DetailKind, str]], *, strictly: bool = False) -> frozenset[Term]:
    """The terms of many details."""
    return frozenset(term for kind, words in set(kinds_and_words) for term in terms_of(kind, words, strictly=strictly))
