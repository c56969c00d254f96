"""What a letter is about, looked up: its asks, incidents and actions with their claims and documents."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clarion.model import Action, Ask, Claim, ClaimId, Document, DocumentId, Incident, Status
from clarion.model.errors import BadRequest
from clarion.reference import states
from clarion.respond.letters.notes import Notes
from clarion.respond.letters.order import LetterOrder
from clarion.respond.letters.wording import Wording, wording

if TYPE_CHECKING:
    from clarion.model.record import Record

_MOST = 3  # incidents that an ask brings along; a letter with more is not read
# the work of states and bodies, and what people do about it: not what a letter reports to an authority
_NO_HARM = frozenset(
    "condemnation appeal demonstration commemoration volunteering boycott prayer sanction investigation lawmaking "
    "agreement consultation aid prosecution halt breach arrival rescue release border_opening border_closure "
    "flight".split()
)
_TO_A_STATE = frozenset({"embassy", "authority", "parliament"})
_UNTOLD = frozenset({Status.REFUTED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a letter draws on."""

    order: LetterOrder
    words: Wording
    notes: Notes
    asks: tuple[Ask, ...]
    incidents: tuple[Incident, ...]
    actions: tuple[Action, ...]
    claims: dict[ClaimId, Claim]
    documents: dict[DocumentId, Document]

    @property
    def state(self) -> str | None:
        """Whose office the addressee is, `state:XX`."""
        return self.order.addressee.state if self.order.addressee else None

    def held(self, claims: Iterable[ClaimId]) -> list[Claim]:
        """The claims of these ids that the record holds, in the order given."""
        return [self.claims[one] for one in dict.fromkeys(claims) if one in self.claims]

    def marks(self, claims: Iterable[Claim]) -> str:
        """Notes on the documents of claims, one a document."""
        by_document: dict[DocumentId, list[Claim]] = {}
        for claim in claims:
            by_document.setdefault(claim.document, []).append(claim)
        return "".join(
            self.notes.source(self.documents[name], held)
            for name, held in by_document.items()
            if name in self.documents
        )

    def is_theirs(self, voice: str) -> bool:
        """Whether a voice speaks for the addressee's state, by its name, and the letter goes to that state."""
        return self.order.template in _TO_A_STATE and self.state is not None and self.state in states_named(voice)


def scene_of(order: LetterOrder) -> Scene:
    """Look up what a letter is about.

    Raises:
        BadRequest: the record holds none of it, a day is none, or letters are not written in that language.
    """
    _check_days(order)
    words, record, about = _words(order), order.record, set(order.about)
    asks = tuple(one for one in record.asks if one.id in about)
    actions = tuple(one for one in record.actions if one.id in about)
    named = tuple(one for one in record.incidents if one.id in about)
    missing = about - {one.id for one in asks} - {one.id for one in actions} - {one.id for one in named}
    if missing or not about:
        which = ", ".join(sorted(missing)) or "nothing"
        raise BadRequest(
            f"a letter about {which} cannot be made: the view of the letter holds no ask or incident of that id"
        )
    claims = {one.id: one for one in record.claims}
    incidents = sorted(
        named or _beside(asks, record, claims, order.addressee.state if order.addressee else None), key=_by_day
    )
    by_id = {one.id: one for one in record.documents}
    in_order = tuple(one for name in order.about for one in asks if one.id == name)
    return Scene(order, words, Notes(words), in_order, tuple(incidents), actions, claims, by_id)


def _words(order: LetterOrder) -> Wording:
    """The words of the letter's language; North Korea is called by its own name in letters to its own offices."""
    words = wording(order.language)
    to_them = order.addressee is not None and order.addressee.state == "state:KP"
    return words if order.language != "ko" or to_them else replace(words, plainly=frozenset({"KP"}))


def _check_days(order: LetterOrder) -> None:
    for day in filter(None, (order.day, order.until)):
        try:
            datetime.date.fromisoformat(day)
        except ValueError as problem:
            raise BadRequest(f"{day!r} is no day; write it as 2026-03-02") from problem


def states_named(words: str) -> frozenset[str]:
    """The states that words name, by name or demonym: `state:XX`."""
    tokens = words.replace("’s", "").replace("'s", "").replace(",", " ").split()
    found = set()
    start = 0
    while start < len(tokens):
        for length in (4, 3, 2, 1):
            match = states.find_state(" ".join(tokens[start : start + length]))
            if match is not None and start + length <= len(tokens):
                found.add(match.state.ref)
                start += length - 1
                break
        start += 1
    return frozenset(found)


def _beside(asks: Sequence[Ask], record: "Record", claims: dict[ClaimId, Claim], state: str | None) -> list[Incident]:
    """The harm that the documents of asks tell of: what is told best first, at most a few."""
    documents = {claims[name].document for ask in asks for name in ask.claims if name in claims}
    told = [one for one in record.incidents if one.act not in _NO_HARM and one.status not in _UNTOLD]
    near = [one for one in told if any(name in claims and claims[name].document in documents for name in one.claims)]
    # what the addressee's own state is said to have done, where that is told
    own = {one.incident for one in record.findings if one.state == state}
    near = [one for one in near if one.id in own] or near
    near.sort(key=lambda one: (one.when is None, one.status is Status.WARNED, -one.origins, one.id))
    return near[:_MOST]


def _by_day(one: Incident) -> tuple[str, str]:
    return (one.when and (one.when.start or one.when.end)) or "9", one.id
