"""What the owner does with sign-ups: read them with the secret key, on a machine of their own, and note bounces."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from clarion.mailing import find_bounces
from clarion.model.errors import BadRequest
from clarion.signups.campaigns import Campaign, read_campaigns
from clarion.signups.secret import NAME, Secret, open_secret
from clarion.signups.serving import KEPT
from clarion.signups.shelf import Shelf, State

COLUMNS = ("campaign", "state", "kinds", "name", "address", "words", "came", "since", "consent")
# to read or count, no row has to be found by its address
_NO_SECRET = Secret(b"")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True)
class Signup:
    """A sign-up as its owner reads it. `came` and `since` (the state) are days, `consent` the version of the words."""

    campaign: str
    state: str
    kinds: str
    name: str
    address: str
    words: str
    came: str
    since: str
    consent: str


def read_signups(folder: Path, key: str) -> tuple[list[Signup], list[str]]:
    """The sign-ups of a folder of forms, or a copy of it, and what could not be opened.

    Raises:
        BadRequest: there is no campaign, or the key is no secret age key.
    """
    lines = [line.strip() for line in key.splitlines() if line.strip() and not line.startswith("#")]
    try:
        identity = pyrage.x25519.Identity.from_str(lines[0] if lines else "")
    except pyrage.IdentityError as problem:
        raise BadRequest("this is no secret age key; give the file that age-keygen wrote") from problem
    found, problems = [], []
    for campaign, shelf in _shelves(folder, _NO_SECRET):
        for name, row, locked in shelf.locked():
            try:
                told = json.loads(pyrage.decrypt(locked, [identity]))
            except (pyrage.DecryptError, ValueError) as problem:
                problems.append(f"{campaign.id}/{name}: it does not open with this key ({problem})")
                continue
            kinds = " ".join(kind.value for kind in row.kinds)
            person = (told["name"], told["address"], told["words"])
            found.append(Signup(campaign.id, row.state.value, kinds, *person, told["came"], row.day, told["consent"]))
    return found, problems


def to_csv(signups: Iterable[Signup]) -> str:
    """A table for a spreadsheet: every cell quoted, none that begins a formula."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for one in signups:
        writer.writerow([_plain(getattr(one, name)) for name in COLUMNS])
    return out.getvalue()


def to_jsonl(signups: Iterable[Signup]) -> str:
    """One object a line, with the exact words."""
    lines = ({name: getattr(one, name) for name in COLUMNS} for one in signups)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def counts(folder: Path) -> Iterator[str]:
    """How many take part in each campaign, a line each; no key is needed.

    Raises:
        BadRequest: there is no campaign.
    """
    for campaign, shelf in _shelves(folder, _NO_SECRET):
        held = shelf.counts()
        kinds = ", ".join(f"{held[kind.value]} {kind.value}" for kind in campaign.kinds)
        yield (
            f"{campaign.id}: {held[State.CONFIRMED]} take part ({kinds}); {held[State.CAME]} not confirmed, "
            f"{held[State.BOUNCED]} no longer reached"
        )


def note_bounces(folder: Path, mails: Iterable[bytes]) -> int:
    """Take those out of the count whose mail came back for good; how many.

    Those who did not confirm yet are erased. A mail that comes later from the same address changes nothing.

    Raises:
        BadRequest: there is no campaign, or the folder is not that of the server.
    """
    addresses = {
        bounce.recipient for raw in mails for bounce in find_bounces(raw) if bounce.is_permanent and bounce.recipient
    }
    if not (folder / KEPT / NAME).is_file():
        raise BadRequest(f"{folder} is a copy without the server's secret; note bounces on the server")
    secret = open_secret(folder / KEPT)
    noted = 0
    for _, shelf in _shelves(folder, secret):
        for address in sorted(addresses):
            name = shelf.name_of(address)
            row = shelf.read(name)
            if row is None or row.state is State.BOUNCED:
                continue
            if row.state is State.CAME:
                noted += shelf.erase(name, row)
            else:
                noted += shelf.change(name, row, state=State.BOUNCED) is not None
    return noted


def _shelves(folder: Path, secret: Secret) -> Iterator[tuple[Campaign, Shelf]]:
    for campaign in read_campaigns(folder).values():
        yield campaign, Shelf(folder, campaign, secret)


def _plain(cell: str) -> str:
    """A cell that a spreadsheet does not compute."""
    return "'" + cell if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
