"""Links that work once: how the person at this machine comes in without a password.

A link holds a random token; the data folder keeps its SHA-256 in the name of a file that says for whom and until when.
Removing that file is using the link, and only one can remove it.
"""

import hashlib
import json
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

LIFETIME = 600  # seconds
DOOR = "open-workbench.html"


@dataclass(frozen=True, slots=True)
class Ticket:
    """Whom a link lets in, with which role if they are new, and until when (seconds since 1970, UTC)."""

    person: str
    role: str
    until: float


def make_token(data: Path, person: str, role: str, *, lifetime: float = LIFETIME) -> str:
    """A token that lets a person in once, within `lifetime` seconds."""
    token = secrets.token_urlsafe(32)
    folder = data / "links"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / _name(token)
    path.touch(mode=0o600)
    path.write_text(json.dumps({"person": person, "role": role, "until": time.time() + lifetime}), encoding="utf-8")
    return token


def use_token(data: Path, token: str) -> Ticket | None:
    """Use a token up; None when it is unknown, used or too old."""
    path = data / "links" / _name(token)
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()  # of two that try at once, one fails here
    except (FileNotFoundError, ValueError):
        return None
    ticket = Ticket(str(kept["person"]), str(kept["role"]), float(kept["until"]))
    return ticket if ticket.until >= time.time() else None


def close_door(data: Path) -> None:
    """Remove the file that the browser was opened through."""
    (data / DOOR).unlink(missing_ok=True)


def forget(data: Path, person: str) -> None:
    """Make every link of a person useless."""
    for path in (data / "links").glob("*.json"):
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            continue  # used up meanwhile, or being written
        if kept.get("person") == person:
            path.unlink(missing_ok=True)


def drop_old(data: Path) -> None:
    """Remove what is too old to be used."""
    for path in (data / "links").glob("*.json"):
        if path.stat().st_mtime + 8 * 24 * 3600 < time.time():
            path.unlink(missing_ok=True)


def _name(token: str) -> str:
    return f"{hashlib.sha256(token.encode()).hexdigest()}.json"
