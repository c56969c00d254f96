"""Reading one document, whatever it throws. Here stands the one net under everything that foreign bytes can cause."""

from dataclasses import dataclass, replace

from clarion.flow.steps import find_claims
from clarion.model.errors import UnreadableFile
from clarion.model.ids import DocumentId, document_id
from clarion.model.nouns import Claim, Document
from clarion.read.reading import read_document
from clarion.store.sightings import Sighting

_UNREAD = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Original:
    """A document's bytes, and where they came from."""

    id: DocumentId
    content: bytes
    sighting: Sighting

    @property
    def rank(self) -> tuple[bool, str, str]:
        """Of several places of the same bytes, the first by rank stands for them: one of its own, then by path."""
        return (self.part_of is not None, self.path, self.part_of or "")


@dataclass(frozen=True, slots=True)
class Read:
    """A document as read, and the documents that came inside it."""

    document: Document
    inside: tuple[tuple[str, bytes], ...] = ()


def read_one(content: bytes, document: DocumentId, sighting: Sighting) -> Read:
    """Read a document. One that cannot be read comes back with its problems and without text."""
    try:
        reading = read_document(content, path=sighting.path)
    except UnreadableFile as problem:
        return Read(_unreadable(document, sighting, str(problem)))
    except Exception as problem:
        what = f"it cannot be read ({type(problem).__name__}: {problem}); take it in as plain text"
        return Read(_unreadable(document, sighting, what))
    problems = tuple(_without_path(problem, sighting.path) for problem in reading.document.problems)
    return Read(replace(reading.document, problems=problems, part_of=sighting.part_of), reading.attachments)


def claims_of(document: Document) -> tuple[Document, list[Claim]]:
    """The claims of a document, and the document with a problem more if they could not be found."""
    if document.text is None:
        return document, []
    try:
        return document, list(find_claims(document))
    except Exception as problem:
        what = f"its claims cannot be found ({type(problem).__name__}: {problem}); report this as a fault of Clarion"
        return replace(document, problems=(*document.problems, what)), []


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
