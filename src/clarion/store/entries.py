"""Entries of the log, format 3: what is chained, what lies beside it, and how both are checked.

An entry chains only salted digests of its parts. The parts themselves (names, paths, reasons …) lie beside it with
their salts; without the salt a digest tells nothing, so erasing part and salt erases what was said.
`docs/log-format.md` describes the form byte by byte.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clarion.model.errors import BrokenSeal
from clarion.store.canonical import Value, canonical, digest
from clarion.store.keys import is_signed

# 2 added handling, claims added by people, tags, assignments, translations, closed questions and saved searches
# 3 added interventions and what became of them, redacted copies and what was disclosed of them
FORMAT = 3

KINDS = (
    "document",
    "read",
    "extract",
    "reconcile",
    "assess",
    "respond",
    "judgement",
    "note",
    "question",
    "closing",
    "tag",
    "untag",
    "assignment",
    "unassignment",
    "translation",
    "search",
    "handling",
    "claim",
    "intervention",
    "step",
    "publication",
    "redaction",
    "disclosure",
    "erasure",
    "backup",
)

_SALT_BYTES = 32
_PART_PURPOSE = b"clarion log part\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an entry, with the salt that ties it to its digest."""

    salt: str  # 64 hex digits
    value: Any  # canonical JSON


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is chained. `time` is UTC with microseconds; `parts` are digests by name.

    `erases` are (entry hash, part name) pairs of parts that this entry allows to be missing.
    """

    case: str
    chain: str
    signer: str
    number: int
    time: str
    kind: str
    previous: str | None
    parts: Mapping[str, str]
    erases: tuple[tuple[str, str], ...] = ()
    format: int = FORMAT

    def chained(self) -> dict[str, Value]:
        """The entry as the object that is hashed."""
        return {
            "case": self.case,
            "chain": self.chain,
            "erases": [list(pair) for pair in self.erases],
            "format": self.format,
            "kind": self.kind,
            "number": self.number,
            "parts": dict(self.parts),
            "previous": self.previous,
            "signer": self.signer,
            "time": self.time,
        }

    def hash(self) -> str:
        """Hex SHA-256 of the canonical JSON of the chained object."""
        return digest(self.chained())


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry as it stands in a log: chained, signed, with the parts that were not erased."""

    entry: Entry
    hash: str
    signature: str
    parts: Mapping[str, Part]

    def value(self, name: str) -> Any:
        """The value of a part, or None when the entry has no such part or it was erased."""
        part = self.parts.get(name)
        return None if part is None else part.value

    @property
    def order(self) -> tuple[str, str, str, int]:
        """The place of an entry among those of all chains: by time, signer, chain and number."""
        return (self.entry.time, self.entry.signer, self.entry.chain, self.entry.number)


def new_part(value: Value) -> Part:
    """A part with a fresh salt."""
    return Part(secrets.token_hex(_SALT_BYTES), value)


def part_digest(part: Part) -> str:
    """The salted digest that is chained."""
    return hashlib.sha256(_PART_PURPOSE + bytes.fromhex(part.salt) + canonical(part.value)).hexdigest()


def check_chain(entries: list[Logged], case: str, erased: frozenset[tuple[str, str]]) -> None:
    """Check one chain, its entries in order of number.

    Raises:
        BrokenSeal: the first thing that is wrong, with the number of the entry.
    """
    previous: Logged | None = None
    for number, logged in enumerate(entries):
        problem = _problem(logged, previous, number, case) or _missing_part(logged, erased)
        if problem:
            raise BrokenSeal(f"log entry {number} of chain {logged.entry.chain[:8]} {problem}")
        previous = logged


def _problem(logged: Logged, previous: Logged | None, number: int, case: str) -> str | None:
    entry = logged.entry
    if not 1 <= entry.format <= FORMAT:
        return f"has format {entry.format}, which this Clarion does not know; upgrade Clarion"
    if entry.number != number:
        return f"is missing: the next one there is number {entry.number}; restore the case from a backup"
    if entry.hash() != logged.hash:
        return "was changed: its hash does not fit; restore the case from a backup"
    if entry.case != case:
        return "belongs to another case; restore the case from a backup"
    if entry.previous != (previous.hash if previous else None):
        return "does not follow the one before it; restore the case from a backup"
    if previous and (entry.signer != previous.entry.signer or entry.time < previous.entry.time):
        return "is by another signer or earlier than the one before it; restore the case from a backup"
    if not is_signed(logged.hash, logged.signature, entry.signer):
        return "has a signature that is not its signer's; restore the case from a backup"
    return None


def _missing_part(logged: Logged, erased: frozenset[tuple[str, str]]) -> str | None:
    for name, expected in logged.entry.parts.items():
        part = logged.parts.get(name)
        if part is None:
            if (logged.hash, name) not in erased:
                return f"has lost its part {name!r} without an erasure; restore the case from a backup"
        elif not _fits(part, expected):
            return f"has a part {name!r} that was changed; restore the case from a backup"
    if extra := sorted(set(logged.parts) - set(logged.entry.parts)):
        return f"has a part {extra[0]!r} that was never signed; restore the case from a backup"
    return None


def _fits(part: Part, expected: str) -> bool:
    try:
        return part_digest(part) == expected
    except ValueError:  # a salt that is no hex, or a value that is no canonical JSON
        return False
