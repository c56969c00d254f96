"""Checking a published file by what is printed in it."""

from pathlib import Path

from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish import check


def verify_dossier(path: Path, *, head: str | None = None) -> list[str]:
    """What a dossier says of itself, line by line, if its bytes still give the digest printed in it.

    Raises:
        BrokenSeal: the file was changed since it was published, or does not print the head.
        BadRequest: the file is no dossier.
    """
    try:
        checked = check(path.read_bytes())
    except OSError as problem:
        raise BadRequest(f"{path} cannot be read ({problem.strerror}); check the path") from problem
    except BadRequest as problem:
        raise BadRequest(f"{path}: {problem}") from problem
    if not checked.is_whole:
        raise BrokenSeal(
            f"{path} was changed since it was published: it prints the digest {checked.digest[:12]}…"
            f" and gives {checked.found[:12]}…; ask for another copy"
        )
    if head is not None and not any(one.startswith(head.strip().lower()) for one in checked.heads):
        raise BrokenSeal(f"{path} does not print the head {head}; it was made from another state of the case")
    return [
        f"{path}: as published, {checked.view} view" + (f", {checked.made_at}" if checked.made_at else ""),
        f"digest {checked.digest}",
        f"record {checked.record_sha256}",
        *(f"head {one}" for one in checked.heads),
        "note: this shows damage and careless change, not who made the file; compare the digest with the case's log",
    ]
