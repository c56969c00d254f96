"""Cues: how the lexicon says by which words an act is told, compiled and matched on the words of a sentence.

A cue is a line of elements; the words in brackets are the act word, the rest is what must stand beside it:

    [take~] * into custody        a verb in any form, a gap, words
    <people> * be~ * [held]       a word of the class `people` (see `words.toml`), with a short gap of its own
    [charge~] !<goods> with       not followed by
    [@moving back]                any form of the verbs of that name in `verbs.toml`
    [beat~] {custody}             a word of the class anywhere in the sentence
    [death threat|threats]        alternatives; `detention+` is singular and plural
    (outside/in front of)         a choice of wordings of several words (taken apart by the lexicon)

A gap `*` is up to five words of one clause, `**` up to fourteen that may hold commas.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clarion.extract.inflect import Inflection
from clarion.extract.line import Line

_ELEMENT = re.compile(r"\[|\]|\{[a-z_]+\}|!?<[a-z_]+>(?:\|[^\s\[\]{}]+)?|\*\*|\*|\^|[^\s\[\]{}]+")
_GAP, _WIDE_GAP = 5, 14
_MANY = 60  # forms of one element from which it is dear to search: a class of verbs
_OWN_GAP = 5  # between a class word and what it is asked for: "the 52 asylum seekers from Nukus"

_QUOTES = frozenset('"“”‘’„«»')  # a word in scare quotes stands where it would without: was "pushed back"

# Words too common to look for: the search for a cue starts from another of its words where there is one.
_COMMON = frozenset(
    """a an the of to in on at by for from with as and or not no it its they them their he she his her him we us our i
    you be is are was were been being am have has had do does did will would may might can could should must
    this that these those who which what when where if than then there so but up out off over into after before
    under against about all any some one two more most other new said says people day year years""".split()
)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a cue: `words` to stand there, a `gap`, or words that must not (`refused`)."""

    words: frozenset[str] = frozenset()
    gap: int = 0
    commas: bool = False
    reach: int = 0  # how many words of the same phrase may stand before a class word
    refused: bool = False
    anchor: bool = False
    names: bool = False  # a name or bare figure fits too (class `people`, `target` …)
    figures: bool = False  # a figure fits too (class `number`)
    start: bool = False

    @property
    def must_stand(self) -> bool:
        """Whether one of the words must be in the sentence: not for gaps, refusals and classes that names fit."""
        return bool(self.words) and not (self.refused or self.names or self.figures)


@dataclass(frozen=True, slots=True)
class Cue:
    """A compiled line of the lexicon. `refuses` is True for one that says when its words do not tell the act."""

    act: str
    refuses: bool
    written: str
    pivot: frozenset[str]
    acting: bool  # whether the pivot is an act word
    left: tuple[Element, ...]  # nearest first
    right: tuple[Element, ...]
    needs: tuple[frozenset[str], ...]  # of each a word must stand somewhere in the sentence; checked first
    weight: int


@dataclass(slots=True)  # not frozen: thousands are made a second
class Hit:
    """A cue found in a line: the indices of its act words and of the words that it asked for beside them."""

    cue: Cue
    anchor: tuple[int, ...]
    beside: tuple[int, ...]


class Compiler:
    """Turns written cues into `Cue`s, with the word classes and inflections of the lexicon."""

    def __init__(
        self, classes: dict[str, frozenset[str]], open_classes: frozenset[str], inflection: Inflection
    ) -> None:
        self._classes = classes
        self._open = open_classes
        self._inflection = inflection
        self._made: dict[tuple[str, bool], Element] = {}  # the same words come in many cues
        self._known: dict[str, frozenset[str]] = {}

    def cue(self, act: str, written: str, *, refuses: bool = False) -> Cue:
        """Compile one line. Raises KeyError for a class that is not there, ValueError for a line without act word."""
        elements, conditions = self._elements(written)
        pivot = _pivot(elements)
        if pivot is None:
            raise ValueError(f"cue {written!r} of {act}: no act word in brackets; put one there")
        plain = sum(1 for element in elements if element.words and not element.refused and not element.reach)
        acting = sum(1 for element in elements if element.words and element.anchor and not element.reach)
        classes = sum(1 for element in elements if element.reach or element.refused)
        weight = 5 * acting + 4 * (plain - acting) + 3 * classes + 2 * len(conditions)
        left, right = tuple(reversed(elements[:pivot])), tuple(elements[pivot + 1 :])
        asked = sorted((element.words for element in (*left, *right) if element.must_stand), key=len)
        at = elements[pivot]
        return Cue(act, refuses, written, at.words, at.anchor, left, right, (*conditions, *asked), weight)

    def _elements(self, written: str) -> tuple[list[Element], list[frozenset[str]]]:
        elements: list[Element] = []
        conditions: list[frozenset[str]] = []
        anchor = False
        for part in _ELEMENT.findall(written):
            if part in "[]":
                anchor = part == "["
            elif part[0] == "{":
                conditions.append(self._classes[part[1:-1]])
            elif part[0] == "*":
                elements.append(Element(gap=_WIDE_GAP if part == "**" else _GAP, commas=part == "**"))
            elif part == "^":
                elements.append(Element(start=True))
            else:
                elements.append(self._word(part, anchor))
        return elements, conditions

    def _word(self, part: str, anchor: bool) -> Element:
        made = self._made.get((part, anchor))
        if made is None:
            made = self._made[part, anchor] = self._new_word(part, anchor)
        return made

    def _new_word(self, part: str, anchor: bool) -> Element:
        refused = part.startswith("!")
        words: set[str] = set()
        names = figures = of_class = False
        for alternative in part.removeprefix("!").split("|"):
            if alternative.startswith("<"):
                of_class = True
                words |= self._classes[alternative[1:-1]]
                names |= alternative[1:-1] in self._open
                figures |= alternative[1:-1] == "number"
            else:
                words |= self._forms(alternative)
        reach = _OWN_GAP if of_class and not refused else 0
        return Element(frozenset(words), reach=reach, refused=refused, anchor=anchor, names=names, figures=figures)

    def _forms(self, alternative: str) -> frozenset[str]:
        known = self._known.get(alternative)
        if known is None:
            known = self._known[alternative] = frozenset(self._new_forms(alternative))
        return known

    def _new_forms(self, alternative: str) -> Iterable[str]:
        if alternative.startswith("@"):
            return self._classes[alternative]
        if alternative.endswith("~"):
            return self._inflection.of_verb(alternative[:-1])
        if alternative.endswith("+"):
            return self._inflection.of_noun(alternative[:-1])
        return (alternative,)


def match(cue: Cue, line: Line, at: int) -> Hit | None:
    """The cue with its pivot at the word `at`, or None."""
    if any(needed.isdisjoint(line.bag) for needed in cue.needs):
        return None
    return placed(cue, line, at)


def placed(cue: Cue, line: Line, at: int) -> Hit | None:
    """As `match`, where the caller has seen that what the cue `needs` is in the sentence."""
    anchor: list[int] = [at] if cue.acting else []
    beside: list[int] = [] if cue.acting else [at]
    for elements, step in ((cue.left, -1), (cue.right, 1)):
        if elements and not _Way(line, elements, step, anchor, beside).leads(at + step):
            return None
    return Hit(cue, tuple(sorted(anchor)), tuple(beside))


@dataclass(slots=True)  # not frozen: thousands are made a second
class _Way:
    """The elements of a cue on one side of its pivot, and the words found for them: act words apart from the others."""

    line: Line
    elements: tuple[Element, ...]
    step: int
    anchor: list[int]
    beside: list[int]

    def leads(self, at: int, k: int = 0) -> bool:
        """True when the elements from number `k` on are found from the word `at` on."""
        if k == len(self.elements):
            return True
        element = self.elements[k]
        if element.gap:
            return self._over_gap(element, at, k)
        if element.start:
            return at < 0 and self.leads(at, k + 1)
        if element.refused:
            return not (self.line.inside(at) and self.line.words[at] in element.words) and self.leads(at, k + 1)
        return self._to_word(element, at, k)

    def _over_gap(self, element: Element, at: int, k: int) -> bool:
        for _ in range(element.gap + 1):
            if self.leads(at, k + 1):
                return True
            if not self.line.inside(at) or self.line.stops(at, commas=element.commas):
                return False
            at += self.step
        return False

    def _to_word(self, element: Element, at: int, k: int) -> bool:
        if self.step < 0 and self.line.inside(at) and self.line.words[at] in _QUOTES:
            at += self.step
        for _ in range(element.reach + 1):
            if not self.line.inside(at):
                return False
            if _fits(element, self.line, at) and self.leads(at + self.step, k + 1):
                (self.anchor if element.anchor else self.beside).append(at)
                return True
            if self.line.ends_phrase(at, self.step):
                return False
            at += self.step
        return False


def _fits(element: Element, line: Line, at: int) -> bool:
    if line.words[at] in element.words:
        return True
    return (element.names and line.may_name(at)) or (element.figures and line.words[at][0].isdigit())


def _pivot(elements: list[Element]) -> int | None:
    """The place to search from: the first act word that is not among the commonest words, nor of many verbs.

    Without one, the first other word asked for that is not ("[in] * custody" from "custody"), else the first act word.
    """
    anchors = [i for i, element in enumerate(elements) if element.anchor and element.words and not element.reach]
    if not anchors:
        return None
    asked = [i for i, element in enumerate(elements) if element.must_stand and not element.anchor and not element.reach]
    rare = [i for i in (*anchors, *asked) if _COMMON.isdisjoint(elements[i].words)]
    few = [i for i in rare if len(elements[i].words) <= _MANY]
    return next(iter(few or rare), anchors[0])
