"""Sign-ups on the disk. Of a person nothing stands there that can be read without the owner's key.

    received/CAMPAIGN/ROW     one line of JSON (state, days, how many mails, kinds), then an age file to the owner

ROW is a keyed hash of campaign and address, so that a second sign-up meets the first without an index.
The age file holds name, address and words; it is padded, so that its length tells nothing of theirs.
"""

import datetime
import json
import os
import re
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from clarion.signups.campaigns import Campaign, Kind
from clarion.signups.files import erase_file, held, private_folder, write_private
from clarion.signups.secret import Secret

RECEIVED = "received"
_LOCK = ".lock"
_ROW = re.compile(r"[0-9a-f]{40}")
_PADDED_TO = 2048
_NONCE_BYTES = 12


class State(StrEnum):
    """Where a sign-up stands. One that is deleted is not there."""

    CAME = "came"  # waits for the button behind the link in the mail
    CONFIRMED = "confirmed"
    BOUNCED = "bounced"  # confirmed once, but mail no longer arrives


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody fills in. Never written but encrypted."""

    name: str
    address: str
    kinds: tuple[Kind, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in clear beside an encrypted sign-up. Days are ISO 8601, UTC.

    `nonce` is new with each sign-up, so that links of an earlier one end.
    """

    state: State
    day: str  # of the state
    nonce: str
    kinds: tuple[Kind, ...]
    mails: int = 0
    mailed: str | None = None  # the day of the last mail


class Shelf:
    """The sign-ups of one campaign. Changes are made under a lock that other processes wait for too."""

    def __init__(self, folder: Path, campaign: Campaign, secret: Secret) -> None:
        self._folder = private_folder(folder / RECEIVED / campaign.id)
        self._campaign, self._secret = campaign, secret

    def name_of(self, address: str) -> str:
        """The row of an address, whether it is there or not."""
        return self._secret.mark("row", self._campaign.id, address.casefold())

    def read(self, name: str) -> Row | None:
        """A row, or None where there is none of that name."""
        return self._read(name)[0]

    def add(self, person: Person, day: datetime.date, mails: int) -> tuple[str, Row]:
        """Put a sign-up on the shelf, in place of an earlier one of the address that was not confirmed."""
        name = self.name_of(person.address)
        row = Row(State.CAME, day.isoformat(), secrets.token_hex(_NONCE_BYTES), person.kinds, mails, day.isoformat())
        told = asdict(person) | {"came": day.isoformat(), "consent": self._campaign.consent_version}
        content = json.dumps(told, ensure_ascii=False).encode()
        padded = content + b" " * (-len(content) % _PADDED_TO)
        locked = pyrage.encrypt(padded, [pyrage.x25519.Recipient.from_str(self._campaign.recipient)])
        with self._held():
            self._write(name, row, locked)
        return name, row

    def change(self, name: str, before: Row, **fields: object) -> Row | None:
        """Change a row, if it still is what it was. None: it is not, and nothing was changed."""
        with self._held():
            now, locked = self._read(name)
            if now != before:
                return None
            row = replace(before, **fields)  # type: ignore[arg-type]
            self._write(name, row, locked)
            return row

    def erase(self, name: str, before: Row | None = None) -> bool:
        """Erase a sign-up, if it is there; with `before` only if it still is that one."""
        with self._held():
            if before is not None and self._read(name)[0] != before:
                return False
            return bool(_ROW.fullmatch(name)) and erase_file(self._folder / name)

    def sweep(self, day: datetime.date) -> int:
        """Erase what was not confirmed in time; how many."""
        last = (day - datetime.timedelta(days=self._campaign.unconfirmed_days)).isoformat()
        old = [(name, row) for name, row in self.rows() if row.state is State.CAME and row.day < last]
        return sum(self.erase(name, row) for name, row in old)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """All rows, by name."""
        for path in sorted(self._folder.iterdir()):
            if _ROW.fullmatch(path.name) and (row := self._read(path.name)[0]) is not None:
                yield path.name, row

    def locked(self) -> Iterator[tuple[str, Row, bytes]]:
        """All rows with the encrypted sign-up, by name."""
        for name, _ in self.rows():
            row, content = self._read(name)
            if row is not None:
                yield name, row, content

    def counts(self) -> Counter[str]:
        """How many stand in each state, and of those that count how many of each kind (`pledge`, `volunteer`).

        What counts is confirmed, neither deleted nor bounced.
        """
        found: Counter[str] = Counter()
        for _, row in self.rows():
            found[row.state.value] += 1
            if row.state is State.CONFIRMED:
                found.update(kind.value for kind in row.kinds)
        return found

    def size(self) -> int:
        """How many rows there are, of any state."""
        with os.scandir(self._folder) as entries:
            return sum(_ROW.fullmatch(entry.name) is not None for entry in entries)

    def _held(self) -> AbstractContextManager[None]:
        return held(self._folder / _LOCK)

    def _read(self, name: str) -> tuple[Row | None, bytes]:
        if not _ROW.fullmatch(name):
            return None, b""
        try:
            line, _, locked = (self._folder / name).read_bytes().partition(b"\n")
            given = json.loads(line)
            kinds = tuple(Kind(kind) for kind in given.pop("kinds"))
            return Row(State(given.pop("state")), kinds=kinds, **given), locked
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None, b""

    def _write(self, name: str, row: Row, locked: bytes) -> None:
        line = json.dumps(asdict(row), sort_keys=True).encode()
        write_private(self._folder / name, line + b"\n" + locked, datetime.date.fromisoformat(row.day))
