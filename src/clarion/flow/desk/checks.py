"""Whether a person may see what a command is about. What is hidden is refused in the words for what is not there."""

from clarion.flow.desk.viewer import Viewer
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.store import mark_tables, people
from clarion.store.folder import Connection


def check_seen(connection: Connection, viewer: Viewer, about: str) -> None:
    """Make sure that a person may see a thing.

    Raises:
        BadRequest: the case holds nothing with that id, or it rests on a document that is hidden from the person.
    """
    if not sees(connection, viewer, about):
        raise BadRequest(f"the case holds nothing with the id {about}; look for it in the lists")


def sees(connection: Connection, viewer: Viewer, about: str) -> bool:
    """Whether the case holds a thing that a person may see: no document that it rests on is hidden.

    A voice is seen as long as one document in which it speaks is.
    """
    documents = people.documents_of(connection, about)
    if documents is None:
        return False
    hidden = [is_hidden(connection, viewer, one) for one in documents]
    return not hidden or not (all(hidden) if about.startswith("voi_") else any(hidden))


def is_hidden(connection: Connection, viewer: Viewer, document: DocumentId) -> bool:
    """Whether a document is sealed and the person is neither named for it nor brought it in."""
    handling = mark_tables.handling(connection, document)
    return handling is not None and handling.hides_from(viewer.name)
