"""The compiled lexicon as a file, which is read many times faster than the tables it is made from.

`python -m clarion.extract.lexicon.build` writes it; a wheel holds it. It is never the only truth: it names the digest
of the tables and of the code that compiles them, and is passed over as soon as one of these has changed. It lies with
the compiled reference data, so that no reading's version depends on whether it is there. Cues are made from it one by
one, as words ask for them.
"""

import hashlib
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, TypeVar

from clarion.extract.cues import Cue, Element
from clarion.reference import compiled

NAME = "lexicon.bin"
_FORMAT = 2  # of marshal: every Python reads it, and equal things are written as equal bytes
# the modules that decide what the tables compile to
_CODE = {
    "clarion.extract": ("cues.py", "inflect.py"),
    "clarion.extract.lexicon": ("__init__.py", "stored.py"),
    "clarion.language": ("lemmas.py",),
}
_FLAGS = ("commas", "refused", "anchor", "names", "figures", "start")

Made = TypeVar("Made")
Entry = tuple[str, str, dict[str, str | None], tuple[Cue, ...]]


class Late(Mapping[str, Made]):
    """A mapping whose values are made when they are first asked for."""

    def __init__(self, rows: Mapping[str, Any], make: Callable[[Any], Made]) -> None:
        self._rows = rows
        self._make = make
        self._made: dict[str, Made] = {}

    def __getitem__(self, name: str) -> Made:
        if name not in self._made:
            self._made[name] = self._make(self._rows[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Stored:
    """A compiled lexicon that was read: the entries of the acts, cues by word, and the groups of word classes."""

    def __init__(self, read: dict[str, Any]) -> None:
        self._read = read
        self._sets: dict[int, frozenset[str]] = {}
        self._elements: dict[int, Element] = {}
        self._cues: dict[int, Cue] = {}
        self.cues_at: Mapping[str, tuple[Cue, ...]] = Late(read["cues_at"], self._cues_of)
        self.entries: Mapping[str, Entry] = Late(read["acts"], self._entry)
        self.groups: dict[str, dict[str, frozenset[str]]] = {
            group: {name: self._set(at) for name, at in held.items()} for group, held in read["groups"].items()
        }

    def _entry(self, row: list[Any]) -> Entry:
        act, means, codes, cues = row
        return act, means, codes, self._cues_of(cues)

    def _cues_of(self, numbers: list[int]) -> tuple[Cue, ...]:
        return tuple([self._cue(number) for number in numbers])

    def _set(self, number: int) -> frozenset[str]:
        if number not in self._sets:
            words = self._read["words"]
            self._sets[number] = frozenset([words[at] for at in self._read["sets"][number]])
        return self._sets[number]

    def _element(self, number: int) -> Element:
        if number not in self._elements:
            words, gap, reach, *flags = self._read["elements"][number]
            named = {name: bool(flag) for name, flag in zip(_FLAGS, flags, strict=True)}
            self._elements[number] = Element(self._set(words), gap=gap, reach=reach, **named)
        return self._elements[number]

    def _cue(self, number: int) -> Cue:
        if number not in self._cues:
            act, refuses, written, pivot, acting, left, right, needs, weight = self._read["cues"][number]
            pivots, asked = self._set(pivot), tuple([self._set(at) for at in needs])
            before, after = self._side(left), self._side(right)
            self._cues[number] = Cue(act, refuses, written, pivots, acting, before, after, asked, weight)
        return self._cues[number]

    def _side(self, numbers: list[int]) -> tuple[Element, ...]:
        return tuple([self._element(number) for number in numbers])


def digest_of(tables: Iterable[bytes]) -> str:
    """SHA-256 of the tables and of the code that compiles them; raises OSError where that code is not at hand."""
    digest = hashlib.sha256()
    for table in tables:
        digest.update(hashlib.sha256(table).digest())
    for package, names in _CODE.items():
        for name in names:
            digest.update(hashlib.sha256(files(package).joinpath(name).read_bytes()).digest())
    return digest.hexdigest()


def packed(
    digest: str,
    entries: Iterable[Entry],
    cues_at: Mapping[str, tuple[Cue, ...]],
    groups: dict[str, dict[str, frozenset[str]]],
) -> bytes:
    """The entries of the acts, their cues by word and the groups of word classes; the same bytes on every run."""
    sets, elements, cues, words = _Numbered(), _Numbered(), _Numbered(), _Numbered()
    acts = {act: [act, means, codes, [cues.number(cue) for cue in held]] for act, means, codes, held in entries}
    at = {word: [cues.number(cue) for cue in found] for word, found in cues_at.items()}
    held = {group: {name: sets.number(one) for name, one in classes.items()} for group, classes in groups.items()}
    cue_rows = [_packed_cue(cue, sets, elements) for cue in cues.things]
    rows = [[sets.number(one.words), one.gap, one.reach, *(getattr(one, f) for f in _FLAGS)] for one in elements.things]
    listed = [[words.number(word) for word in sorted(one)] for one in sets.things]
    written = {"acts": acts, "cues_at": at, "groups": held, "cues": cue_rows, "elements": rows, "sets": listed}
    return digest.encode() + marshal.dumps({**written, "words": words.things}, _FORMAT)


def unpacked(data: bytes, digest: str) -> Stored | None:
    """What `packed` was given; None when it was made from other tables or by other code than those of `digest`."""
    head = digest.encode()
    return Stored(marshal.loads(data[len(head) :])) if data.startswith(head) else None


def kept() -> bytes | None:
    """The bytes of the compiled lexicon; None where none was written."""
    try:
        return (compiled.FOLDER / NAME).read_bytes()
    except OSError:
        return None


class _Numbered:
    """Things in the order of their first coming, each once."""

    def __init__(self) -> None:
        self.things: list[Any] = []
        self._at: dict[Any, int] = {}

    def number(self, thing: Any) -> int:
        number = self._at.setdefault(thing, len(self.things))
        if number == len(self.things):
            self.things.append(thing)
        return number


def _packed_cue(cue: Cue, sets: _Numbered, elements: _Numbered) -> list[Any]:
    left, right = ([elements.number(one) for one in side] for side in (cue.left, cue.right))
    needs = [sets.number(one) for one in cue.needs]
    return [cue.act, cue.refuses, cue.written, sets.number(cue.pivot), cue.acting, left, right, needs, cue.weight]
