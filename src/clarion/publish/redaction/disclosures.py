"""Withheld passages of a copy shown later to somebody who has to know: words and salts, that the copy bears out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from clarion.model.errors import BadRequest

_WHAT = "disclosure"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A passage that a copy withholds, by its number there."""

    number: int
    words: str
    salt: str


def to_disclosure(root: str, passages: Iterable[Disclosed]) -> bytes:
    """The file that shows passages of the copy with this root."""
    said = {
        "clarion": _WHAT,
        "format": FORMAT,
        "root": root,
        "passages": [{"number": one.number, "words": one.words, "salt": one.salt} for one in passages],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def disclosures_of(data: bytes) -> tuple[str, tuple[Disclosed, ...]]:
    """The root and the passages that a file shows.

    Raises:
        BadRequest: it is no such file.
    """
    try:
        said = json.loads(data)
        if said["clarion"] != _WHAT or said["format"] != FORMAT:
            raise ValueError("another file")
        passages = tuple(Disclosed(int(one["number"]), str(one["words"]), str(one["salt"])) for one in said["passages"])
        return str(said["root"]), passages
    except (ValueError, KeyError, TypeError) as problem:
        raise BadRequest("this is no file of disclosed passages that Clarion wrote") from problem
