"""What the log holds of redacted copies: where in the original their passages stand, so that they can be proved."""

from dataclasses import dataclass

from sqlalchemy import Connection

from clarion.model.ids import DocumentId
from clarion.model.nouns import Span
from clarion.store.canonical import Value
from clarion.store.entries import Logged
from clarion.store.folder import Writing
from clarion.store.keys import person
from clarion.store.log import read as read_log


@dataclass(frozen=True, slots=True)
class Redaction:
    """A redacted copy as the case knows it.

    `text` is the SHA-256 of the text that it was made of, `spans` are those of its passages there, in code points.
    """

    document: DocumentId
    view: str
    root: str
    text: str
    spans: tuple[Span, ...]
    withheld: int
    path: str
    entry: str = ""


def log_redaction(writing: Writing, made: Redaction) -> str:
    """Note that a redacted copy leaves the case. Returns the hash of the entry."""
    values: dict[str, Value] = {
        "by": person(),
        "about": made.document,
        "document/0": made.document,
        "view": made.view,
        "root": made.root,
        "made_of": made.text,
        "spans": [list(span) for span in made.spans],
        "withheld": made.withheld,
        "path": made.path,
    }
    return writing.log.append("redaction", values).hash


def log_disclosure(writing: Writing, made: Redaction, passages: list[int], reason: str, path: str) -> str:
    """Note that withheld passages of a copy, by their numbers there, are shown to somebody. Returns the hash."""
    values: dict[str, Value] = {"by": person(), "about": made.document, "document/0": made.document}
    values |= {"root": made.root, "passages": list(passages), "reason": reason, "path": path}
    return writing.log.append("disclosure", values).hash


def redaction(connection: Connection, entry: str) -> Redaction | None:
    """The copy that an entry notes, or None where there is none of that hash or its document was erased."""
    for logged in read_log(connection, ("redaction",)):
        if logged.hash == entry and logged.value("about") is not None:
            return _redaction_of(logged)
    return None


def _redaction_of(logged: Logged) -> Redaction:
    return Redaction(
        document=DocumentId(logged.value("about")),
        view=logged.value("view"),
        root=logged.value("root"),
        text=logged.value("made_of"),
        spans=tuple((int(start), int(end)) for start, end in logged.value("spans")),
        withheld=logged.value("withheld"),
        path=logged.value("path") or "",
        entry=logged.hash,
    )
