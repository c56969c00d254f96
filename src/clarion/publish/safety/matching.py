"""Where a text holds what is withheld."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from clarion.model import DetailKind, Span
from clarion.publish.safety.common import names_of_states
from clarion.publish.safety.folding import Squeezed, alike, is_mixed, is_wordlike, key_of, squeezed
from clarion.publish.safety.sounds import NAMES, SYSTEMS, System, both_heard, is_latin, names_of
from clarion.publish.safety.terms import NAMED, Term, parts_of

# letters from which on a whole name is found inside a longer run too: "@oneminjiko1990"
_INSIDE = 8
_HANDLE_SIGNS = frozenset("@_/.#=%&?:-+~")
_HANDLE = 5
_APOSTROPHES = "'’‘ʼʻ`´"
_BROKEN = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n\s*")
_WIDE = re.compile(r"\w(?:[ \u00a0\u2009.·-]{1,3}\w){3,}")
_ENDING = 3  # letters that a bent name may have behind its stem


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text that is withheld."""

    start: int
    end: int
    kind: DetailKind
    term: Term


class Matcher:
    """Finds terms in texts. `spared` are names that stay, though they share a part with one that is withheld.

    Building is linear in the terms, finding in the text plus what is found.
    """

    def __init__(self, terms: Collection[Term], spared: Iterable[str] = ()) -> None:
        self._terms = sorted(terms, key=lambda term: (term.letters, term.alone, term.kind))
        whole = {term.letters for term in self._terms if not term.alone and not term.loose}
        lone = {term.letters for term in self._terms if term.alone} | whole
        self._machine = _machine([term.letters for term in self._terms])
        self._ears = tuple(_ears(self._terms))
        kept = {key_of(name) for name in spared if _is_of_another(name, lone)} - whole
        self._kept = sorted(key for key in kept if len(key) > 3)
        self._spare = _machine(self._kept)

    def __bool__(self) -> bool:
        return bool(self._terms)

    def find(self, text: str) -> list[Found]:
        """What a text holds of the terms, by start; stretches may overlap."""
        if not self._terms or not text:
            return []
        letters = squeezed(text)
        found = self._found(letters)
        if is_mixed(letters.letters):
            found += self._found(Squeezed(text, alike(letters.letters), letters.places))
        if type(text) is str:  # content; what runs together and code are no names that people wrote by ear
            found += [one for ear in self._ears for one in ear.find(text)]
        if any(one.term.is_part for one in found):
            kept = self._spared(letters)
            found = [one for one in found if not one.term.is_part or not _inside(one, kept)]
        return sorted(found, key=lambda one: (one.start, -one.end, one.term.letters))

    def _found(self, letters: Squeezed) -> list[Found]:
        found = []
        for number, start, end in self._machine.find_matches_as_indexes(letters.letters, overlapping=True):
            term = self._terms[number]
            span = letters.span(start, end)
            if (_stands_alone if term.alone else _stands)(letters.text, span, term):
                found.append(Found(*span, term.kind, term))
        return found

    def _spared(self, letters: Squeezed) -> list[Span]:
        spans = []
        for number, start, end in self._spare.find_matches_as_indexes(letters.letters, overlapping=True):
            span = letters.span(start, end)
            if _begins(letters.text, span[0]) and _ends(letters.text, span[1], Term(self._kept[number], _ANY)):
                spans.append(span)
        return spans


@dataclass(frozen=True, slots=True)
class _Ear:
    """Names of one script, to be heard in texts of another: `script` is that of the names."""

    system: System
    terms: tuple[Term, ...]
    machine: AhoCorasick
    is_latin: bool

    def find(self, text: str) -> list[Found]:
        """The names that a text holds as they sound in its script."""
        runs = self.system.runs if self.is_latin else NAMES
        return [one for run in runs.finditer(text) for one in self._in(run[0], run.start())]

    def _in(self, run: str, at: int) -> list[Found]:
        found = []
        for heard in both_heard(self.system, run):
            for number, start, end in self.machine.find_matches_as_indexes(heard.sounds, overlapping=True):
                first, last = heard.span(start, end)
                is_whole = _begins(run, first) and (last == len(run) or not is_wordlike(run[last]))
                if is_whole and (self.is_latin or run[first].isupper()):
                    found.append(Found(at + first, at + last, self.terms[number].kind, self.terms[number]))
        return found


def _ears(terms: Collection[Term]) -> Iterator[_Ear]:
    """For each system, the names in its script and those in Latin letters that may be written in it."""
    whole = [term for term in terms if term.kind in NAMED and not term.loose]
    for system in SYSTEMS:
        for of_latin in (False, True):
            heard_as: dict[str, Term] = {}
            for term in whole:
                fits = is_latin(term.letters) if of_latin else system.script.search(term.letters) is not None
                if fits and (system.parts or not term.alone):
                    for sounds in names_of(system, term.letters, term.parts):
                        if len(sounds) >= system.least:
                            heard_as.setdefault(sounds, term)
            if heard_as:
                names = sorted(heard_as)
                yield _Ear(system, tuple(heard_as[one] for one in names), _machine(names), of_latin)


_ANY = DetailKind.PERSON


def _machine(letters: list[str]) -> AhoCorasick:
    return AhoCorasick(letters, matchkind=MatchKind.Standard)


def _is_of_another(name: str, lone: set[str]) -> bool:
    """Whether a name has a part of its own, so that it can be told from the one that is withheld."""
    keys = [key_of(part) for part in parts_of(name)]
    return len(keys) > 1 and any(key not in lone for key in keys)


def _inside(found: Found, spans: list[Span]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in spans)


def _stands(text: str, span: Span, term: Term) -> bool:
    """Whether a whole name or phrase stands there as one, and not by chance inside other words."""
    if len(term.letters) >= _INSIDE and not term.loose:
        return True
    return _begins(text, span[0], term) and _ends(text, span[1], term)


def _stands_alone(text: str, span: Span, term: Term) -> bool:
    """Whether part of a name stands there as a name: with a capital letter, or in an address or the name of a file."""
    if not (_begins(text, span[0], term) and _ends(text, span[1], term)):
        return False
    if not term.runs_on and _is_parted(text[slice(*span)]):
        return False  # "Is a" is no Isa
    if term.runs_on or text[span[0]].isupper() or text[span[0]].istitle():
        return term.letters not in names_of_states()
    if len(term.letters) < _HANDLE:
        return False
    around = (text[span[0] - 1] if span[0] else "", text[span[1]] if span[1] < len(text) else "")
    return (
        around[0] in _HANDLE_SIGNS - {":", "-", "."}
        or around[1] in _HANDLE_SIGNS - {":", "-", ".", "?"}
        or (around[0] in ".-" and around[1] in ".-" and all(around))
    )


def _is_parted(words: str) -> bool:
    """Whether blanks stand in it that are neither a word broken at the end of a line nor letters set wide."""
    if not any(sign.isspace() for sign in words):
        return False
    return not _WIDE.fullmatch(words) and any(sign.isspace() for sign in _BROKEN.sub("", words))


def _begins(text: str, start: int, term: Term | None = None) -> bool:
    if term is not None and term.runs_on:
        return True
    return start == 0 or not is_wordlike(text[start - 1]) or text[start - 1].isdigit() != text[start].isdigit()


def _ends(text: str, end: int, term: Term) -> bool:
    if term.runs_on:
        return True
    rest = ""
    while end + len(rest) < len(text) and len(rest) <= _ENDING and is_wordlike(text[end + len(rest)]):
        rest += text[end + len(rest)]
    if not rest or rest[0].isdigit() != text[end - 1].isdigit():
        return True
    if term.bends:
        return len(rest) <= _ENDING
    is_long = len(term.letters) >= _HANDLE and not term.letters[-1].isdigit()
    return is_long and rest in ("s", "es", "S", "ES")
