"""A file that leaves: its place looked at before the work, noted in the log before it is written."""

import hashlib
from pathlib import Path

from clarion.flow import queries
from clarion.model.errors import BadRequest
from clarion.model.nouns import Publication
from clarion.model.vocabulary import View
from clarion.publish.safety import Safe
from clarion.store import people
from clarion.store.files import write_whole
from clarion.store.folder import CaseFolder


def check_writable(output: Path) -> None:
    """See that a file can be written there.

    Raises:
        BadRequest: it is a folder, or lies in none.
    """
    if output.is_dir():
        raise BadRequest(f"{output} is a folder; name a file")
    if not output.absolute().parent.is_dir():
        raise BadRequest(f"{output.parent} is no folder; make it, or name a file in another one")


def write_noted(case: CaseFolder, output: Path, made: bytes, safe: Safe, view: View) -> Publication:
    """Note what was made of what a view may see, then write it: nothing leaves that the log does not know.

    Raises:
        BadRequest: it cannot be written.
    """
    digest = hashlib.sha256(made).hexdigest()
    heads = tuple(queries.heads(case))
    leaving = Publication(view, digest, heads, len(safe.withheld), "", str(output.absolute()))
    with case.writing() as writing:
        publication = people.log_publication(writing, leaving, digest)
    write(output, made)
    return publication


def write(output: Path, made: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        BadRequest: it cannot be written.
    """
    try:
        write_whole(output, made)
    except OSError as problem:
        raise BadRequest(f"{output} cannot be written ({problem.strerror}); name another file") from problem
