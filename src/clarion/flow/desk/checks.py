"""Whether a person may see what a command is about. What is hidden is refused in the words for what is not there."""

from clarion.flow.desk.viewer import Viewer
from clarion.model.errors import BadRequest
from clarion.store import people
from clarion.store.folder import Connection
from clarion.store.sight import Sight


def check_seen(connection: Connection, viewer: Viewer, about: str, sight: Sight | None = None) -> None:
    """Make sure that a person may see a thing. `sight` is what the person sees, where it is known already.

    Raises:
        BadRequest: the case holds nothing with that id, or it rests on a document that is hidden from the person.
    """
    if not sees(connection, viewer, about, sight):
        raise BadRequest(f"the case holds nothing with the id {about}; look for it in the lists")


def sees(connection: Connection, viewer: Viewer, about: str, sight: Sight | None = None) -> bool:
    """Whether the case holds a thing that a person may see, by the rule of `clarion.store.sight`."""
    if people.documents_of(connection, about) is None:
        return False
    return not (sight or Sight(connection, viewer.name)).hides(about)


def hidden_from(connection: Connection, viewer: Viewer) -> frozenset[str]:
    """The documents that are hidden from a person."""
    return Sight(connection, viewer.name).hidden
