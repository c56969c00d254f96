"""What may lead to a person at risk, page by page, and an owner's word on it, from a desk."""

from dataclasses import dataclass

from clarion.flow import detailing, guarding
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.checks import check_seen
from clarion.flow.desk.paging import LARGEST, Page, Paging
from clarion.flow.desk.viewer import RELEASE, Viewer
from clarion.flow.detailing import FoundDetail
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Judgement
from clarion.model.vocabulary import DetailKind, View
from clarion.store import seeking
from clarion.store.folder import CaseFolder
from clarion.store.keys import acting

# documents that are searched for one page; where they hold little, the page is shorter and the next one goes on
_MOST_SEARCHED = 50


@dataclass(frozen=True, slots=True)
class DetailFilter:
    """Which details: of documents that leave by a view, of a kind, of a document, released or not."""

    view: View | None = None
    kind: DetailKind | None = None
    document: DocumentId | None = None
    released: bool | None = None

    def holds(self, one: FoundDetail) -> bool:
        """Whether a detail is one of them."""
        of_kind = self.kind is None or one.detail.kind is self.kind
        return of_kind and (self.released is None or (one.released is not None) is self.released)


ALL_DETAILS = DetailFilter()


def details(asking: Asking, chosen: DetailFilter, paging: Paging) -> Page[FoundDetail]:
    """Details of the documents that the viewer may see, by path and place. How many there are is not counted.

    Raises:
        BadRequest: the cursor is none, or the finder of details is not at work.
    """
    guarding.refuse_without_finder(chosen.view or View.PUBLIC)
    names = _documents(asking, chosen)
    at, skip = _place(paging.cursor, names)
    size = max(1, min(paging.size, LARGEST))
    found: list[FoundDetail] = []
    for place in range(at, min(len(names), at + _MOST_SEARCHED)):
        held = detailing.found_in(asking.connection, names[place], chosen.view)
        held = [one for number, one in enumerate(held) if number >= skip and chosen.holds(one)]
        if len(found) + len(held) > size:
            fits = size - len(found)
            return Page((*found, *held[:fits]), _cursor(names[place], asking, held[fits], chosen), more=True)
        found, skip = found + held, 0
    end = at + _MOST_SEARCHED
    more = end < len(names)
    return Page(tuple(found), f"{names[end]}.0" if more else None, more=more)


def release(case: CaseFolder, viewer: Viewer, name: str, document: DocumentId, reason: str) -> Judgement:
    """Let a detail out."""
    _check_power(viewer)
    with case.reading() as connection:
        check_seen(connection, viewer, document)
    with acting(viewer.name):
        return detailing.release(case, name, reason, document)


def withhold(case: CaseFolder, viewer: Viewer, name: str, document: DocumentId, reason: str) -> Judgement:
    """Take a release back."""
    _check_power(viewer)
    with case.reading() as connection:
        check_seen(connection, viewer, document)
    with acting(viewer.name):
        return detailing.withhold(case, name, reason, document)


def _check_power(viewer: Viewer) -> None:
    if RELEASE not in viewer.powers:
        raise BadRequest("owners of the case release what is withheld; ask one of them")


def _documents(asking: Asking, chosen: DetailFilter) -> list[DocumentId]:
    seen = asking.kept(("documents by path",), lambda: _seen(asking))
    return seen if chosen.document is None else [chosen.document] if chosen.document in seen else []


def _seen(asking: Asking) -> list[DocumentId]:
    names = seeking.documents_by_path(asking.connection)
    return [DocumentId(name) for name in names if name not in asking.sight.hidden]


def _place(cursor: str | None, names: list[DocumentId]) -> tuple[int, int]:
    """The document at which a page begins, and how many of its details came before."""
    if cursor is None:
        return 0, 0
    name, _, number = cursor.rpartition(".")
    if name not in names or not number.isdecimal() or len(number) > 9:
        raise BadRequest("this page of the list does not exist; begin at its first page")
    return names.index(DocumentId(name)), int(number)


def _cursor(document: DocumentId, asking: Asking, first: FoundDetail, chosen: DetailFilter) -> str:
    held = detailing.found_in(asking.connection, document, chosen.view)
    return f"{document}.{[one.id for one in held].index(first.id)}"
