"""Reading one document, whatever it throws. Here stands the one net under everything that foreign bytes can cause."""

from dataclasses import dataclass, replace

import msgspec

from clarion.flow.steps import find_claims
from clarion.model.errors import UnreadableFile
from clarion.model.ids import DocumentId, document_id
from clarion.model.nouns import Claim, Document
from clarion.read import IsolatedReader, Mapped
from clarion.store.sightings import Sighting

_UNREAD = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Original:
    """A document's bytes, and where they came from."""

    id: DocumentId
    content: bytes
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Read:
    """A document as read, and the documents that came inside it."""

    document: Document
    inside: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """The claims of a document, or why they could not be found."""

    claims: list[Claim]
    problem: str | None = None


def read_one(
    reader: IsolatedReader, content: bytes, document: DocumentId, sighting: Sighting, sheet: object = None
) -> Read:
    """Read a document. One that cannot be read comes back with its problems and without text.

    `sheet` is how the columns of a spreadsheet are read, as the log holds it.
    """
    try:
        mapped = msgspec.convert(sheet, type=Mapped) if sheet is not None else None
        reading = reader.read(content, path=sighting.path, mapped=mapped)
    except UnreadableFile as problem:
        return Read(_unreadable(document, sighting, str(problem)))
    except Exception as problem:
        what = f"it cannot be read ({type(problem).__name__}: {problem}); take it in as plain text"
        return Read(_unreadable(document, sighting, what))
    problems = tuple(_without_path(problem, sighting.path) for problem in reading.document.problems)
    return Read(replace(reading.document, problems=problems, part_of=sighting.part_of), reading.attachments)


def claims_of(document: Document) -> Searched:
    """The claims of a document; one without text has none."""
    if document.text is None:
        return Searched([])
    try:
        return Searched(find_claims(document))
    except Exception as problem:
        what = f"its claims cannot be found ({type(problem).__name__}: {problem}); report this as a fault of Clarion"
        return Searched([], what)


def originals_inside(read: Read) -> list[Original]:
    """The documents that came inside a document, as originals of their own."""
    return [
        Original(document_id(content), content, Sighting(True, name.replace("/", "_") or "unnamed", read.document.id))
        for name, content in read.inside
    ]


def _unreadable(document: DocumentId, sighting: Sighting, problem: str) -> Document:
    problems = (_without_path(problem, sighting.path),)
    return Document(document, sighting.path, _UNREAD, problems=problems, part_of=sighting.part_of)


def _without_path(problem: str, path: str) -> str:
    """A problem belongs to the bytes, which may be taken in from several places."""
    return " ".join(problem.removeprefix(f"{path}: ").split())
