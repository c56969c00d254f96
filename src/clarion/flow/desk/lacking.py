"""What the input lacks for acting on it, listed and never skipped: each thing with what is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.model.nouns import Action, Ask, Document
from clarion.respond.following import Followed
from clarion.store import projection

# of what readers are asked to do, nobody is the addressee
_OF_READERS = frozenset("appeal demonstration commemoration volunteering prayer boycott".split())


class Lack(StrEnum):
    """What is wrong."""

    NO_ADDRESSEE = "no_addressee"  # nobody is named to whom it is put
    NO_DAY = "no_day"  # an action without a day
    NO_PLACE = "no_place"
    ZONE = "zone"  # the zone as written contradicts the date
    NO_ZONE = "no_zone"
    CONFLICT = "conflict"  # asks that cannot both be met
    EXPIRED = "expired"  # its deadline has passed without a word
    NO_DATE = "no_date"  # a document without a date
    UNREADABLE = "unreadable"  # a document that could not be read whole
    GAP = "gap"  # a letter lacks something


@dataclass(frozen=True, slots=True)
class Lacks:
    """Something wrong with a thing: `about` is its id, `title` what it is called, `words` what more there is."""

    lack: Lack
    about: str
    title: str
    words: str = ""


def found(asking: Asking, followed: Iterable[Followed]) -> Iterator[Lacks]:
    """All that is wrong with asks, actions, letters and documents that the viewer may see, in this order."""
    connection, sight = asking.connection, asking.sight
    for ask in projection.asks(connection):
        if not sight.hides(ask.id):
            yield from _of_ask(ask)
    for action in projection.actions(connection):
        if not sight.hides(action.id):
            yield from _of_action(action)
    for one in followed:
        letter = one.standing.letter
        if letter is not None and one.standing.is_open:
            title = one.intervention.addressee.name
            yield from (Lacks(Lack.GAP, one.intervention.id, title, gap.words) for gap in letter.gaps)
    for document in projection.documents(connection):
        if document.id not in sight.hidden:
            yield from _of_document(making.discreet(asking, document))


def _of_ask(ask: Ask) -> Iterator[Lacks]:
    if ask.addressee is None and ask.act not in _OF_READERS:
        yield Lacks(Lack.NO_ADDRESSEE, ask.id, ask.text)
    if ask.conflicts:
        yield Lacks(Lack.CONFLICT, ask.id, ask.text)
    if ask.fate == "expired":
        yield Lacks(Lack.EXPIRED, ask.id, ask.text, ask.deadline or "")


def _of_action(action: Action) -> Iterator[Lacks]:
    gathers = action.kind in ("demonstration", "commemoration")
    if action.timezone_problem:
        yield Lacks(Lack.ZONE, action.id, action.title, (action.start or "").replace("T", " "))
    if gathers and action.start is None:
        yield Lacks(Lack.NO_DAY, action.id, action.title)
    if gathers and action.place is None:
        yield Lacks(Lack.NO_PLACE, action.id, action.title)
    if action.start is not None and "T" in action.start and action.timezone is None:
        yield Lacks(Lack.NO_ZONE, action.id, action.title, action.start.replace("T", " "))


def _of_document(document: Document) -> Iterator[Lacks]:
    title = document.title or document.path
    if document.published is None:
        yield Lacks(Lack.NO_DATE, document.id, title)
    yield from (Lacks(Lack.UNREADABLE, document.id, title, str(problem)) for problem in document.problems)
