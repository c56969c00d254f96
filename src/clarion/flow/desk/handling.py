"""Who may see a document and how it may be used, set at a desk."""

from collections.abc import Iterable

from clarion.flow.desk.checks import check_seen
from clarion.flow.desk.viewer import HANDLE_ALL, Viewer
from clarion.model.errors import BadRequest, NotAllowed
from clarion.model.ids import DocumentId
from clarion.store import mark_tables, marking
from clarion.store.folder import CaseFolder, Connection
from clarion.store.handlings import ORDER
from clarion.store.keys import acting
from clarion.store.marks import SEALED, Handling
from clarion.store.work import first_brought_by


def set_handling(
    case: CaseFolder, viewer: Viewer, document: DocumentId, chosen: tuple[str, Iterable[str]], reason: str
) -> Handling:
    """Set the handling and the people named; `chosen` is both. Nobody seals a document from themselves."""
    handling, named = chosen
    names = tuple(Viewer(name.strip()).name for name in named)
    if handling == SEALED:
        names += (viewer.name,)
    if not reason.strip():
        raise BadRequest("a change of handling needs a reason; say why")
    with acting(viewer.name), case.writing() as writing:
        _check_document(document)
        check_seen(writing.connection, viewer, document)
        _check_power(writing.connection, viewer, document, handling)
        return marking.handle(writing, document, handling, names, reason)


def name_for(case: CaseFolder, viewer: Viewer, document: DocumentId, person: str, reason: str) -> Handling:
    """Name one more person."""
    name = Viewer(person.strip()).name
    with acting(viewer.name), case.writing() as writing:
        _check_document(document)
        check_seen(writing.connection, viewer, document)
        known = mark_tables.handling(writing.connection, document)
        if known is None or name in known.named:
            return known or Handling(document)
        _check_power(writing.connection, viewer, document, known.handling)
        return marking.handle(writing, document, known.handling, (*known.named, name), reason or f"{name} is named")


def _check_power(connection: Connection, viewer: Viewer, document: DocumentId, handling: str) -> None:
    """Make sure that a document is made freer only by who brought it in, or by people who may handle all.

    Everybody at a desk who sees it may make it stricter. Bringing the same bytes in again gives no right over them.
    """
    if HANDLE_ALL in viewer.powers:
        return
    known = mark_tables.handling(connection, document)
    is_stricter = known is not None and handling in ORDER[: ORDER.index(known.handling)]
    if not is_stricter and viewer.name not in first_brought_by(connection, document):
        raise NotAllowed(
            "only the person who brought a document in, and owners of the case, may let it go further or name people"
            " for it; ask one of them"
        )


def _check_document(document: str) -> None:
    if not document.startswith("sha256:"):
        raise BadRequest(f"{document} is no document; only a document has a handling")
