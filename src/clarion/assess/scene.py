"""What an incident's claims say of the states concerned: who sends, who takes back, who acts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.model import Claim, ClaimId, Document, DocumentId, Incident, PlaceRole
from clarion.model.intervals import first_day

CHILD_WORDS = frozenset(
    "child children girl girls boy boys minor minors infant infants baby babies teenager teenagers".split()
)
WOMAN_WORDS = frozenset("woman women girl girls mother mothers wife wives widow widows female".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """An incident with its claims, and all that is told in the same documents."""

    incident: Incident
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    rivals: tuple[Claim, ...]
    told: tuple[Claim, ...]  # every claim of the incident's documents and of those that warned of it
    earlier: tuple[Claim, ...]  # claims of documents published before the incident
    day: date | None
    day_is_of_document: bool


def scene_of(incident: Incident, claims: Mapping[ClaimId, Claim], documents: Mapping[DocumentId, Document]) -> Scene:
    """Gather what is told around an incident."""
    own = tuple(claims[claim] for claim in incident.claims)
    denials = tuple(claims[claim] for claim in incident.denials)
    warned = [claims[warning.claim] for warning in incident.warnings]
    around = {claim.document for claim in (*own, *denials, *warned)}
    first = first_day(incident.when)
    published = min((day for claim in own if (day := documents[claim.document].published)), default=None)
    ordered = sorted(claims.values(), key=lambda claim: (claim.document, claim.span, claim.id))
    day = first or published
    return Scene(
        incident=incident,
        claims=own,
        denials=denials,
        rivals=tuple(claims[claim] for claim in incident.rivals if claim in claims),
        told=tuple(claim for claim in ordered if claim.document in around),
        earlier=tuple(claim for claim in ordered if _before(documents[claim.document], day)),
        day=day,
        day_is_of_document=first is None,
    )


def _before(document: Document, day: date | None) -> bool:
    return day is not None and document.published is not None and document.published < day


def removing(scene: Scene) -> set[str]:
    """The states said to send people away: the actors, else the countries they were sent from."""
    return _actors(scene.claims) or _countries(scene.claims, PlaceRole.FROM)


def receiving(scene: Scene) -> set[str]:
    """The states to which people were sent."""
    return _countries(scene.claims, PlaceRole.TO) - _countries(scene.claims, PlaceRole.FROM)


def acting(scene: Scene) -> set[str]:
    """The states whose organs are said to act; of a return, the one that sends."""
    return removing(scene) if scene.incident.act == "forced_return" else _actors(scene.claims)


def homes(scene: Scene) -> set[str]:
    """The states whose nationals were affected."""
    refs = {claim.affected.ref for claim in scene.claims if claim.affected and claim.affected.ref}
    return {ref.removeprefix("nationality:") for ref in refs if ref.startswith("nationality:")}


def words_of_affected(claims: Iterable[Claim]) -> list[tuple[Claim, frozenset[str]]]:
    """Each claim with the words that describe those affected, in lower case."""
    described = [
        (claim, claim.affected.description) for claim in claims if claim.affected and claim.affected.description
    ]
    return [(claim, frozenset(words.lower().replace(",", " ").split())) for claim, words in described]


def _actors(claims: Sequence[Claim]) -> set[str]:
    refs = {actor.ref for claim in claims for actor in claim.actors if actor.ref}
    return {ref.removeprefix("state:") for ref in refs if ref.startswith("state:")}


def _countries(claims: Sequence[Claim], role: PlaceRole) -> set[str]:
    return {place.country for claim in claims for place in claim.where if place.role == role and place.country}
