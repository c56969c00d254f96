"""Who is looking: what a person may see and by whose name entries are made follow from it."""

from dataclasses import dataclass

from clarion.model.errors import BadRequest

# what not everybody at a desk may do, whatever page or operation it is asked by
JOIN = "join"  # joining and parting incidents, claims and voices, and taking such words back
HANDLE_ALL = "handle_all"  # loosening the handling of documents that others brought
RELEASE = "release"  # letting out what a view withholds, and taking that back
PUBLISH = "publish"  # letting letters out: approving, sending, taking them as files
POWERS = frozenset({JOIN, HANDLE_ALL, RELEASE, PUBLISH})

# longer ones are no names, and every entry carries one
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at work on a case, by the name that stands in the log, and which of `POWERS` the person has.

    Raises:
        BadRequest: the name is empty, longer than 200 characters, or holds a line break or another control sign.
    """

    name: str
    powers: frozenset[str] = POWERS

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > _LONGEST_NAME or not self.name.isprintable():
            raise BadRequest("a person needs a name of one line, at most 200 characters long")
