"""What an incident's claims say of the states concerned: who sends, who takes back, who acts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.assess.leaders import with_states
from clarion.assess.told import Told, nearest
from clarion.model import Claim, ClaimId, Document, DocumentId, Incident, Party, PlaceRole, Status, Unit
from clarion.model.intervals import first_day

CHILD_WORDS = frozenset(
    "child children girl girls boy boys minor minors infant infants baby babies teenager teenagers".split()
)
WOMAN_WORDS = frozenset("woman women girl girls mother mothers wife wives widow widows female".split())
_PEOPLE_WORDS = (
    CHILD_WORDS
    | WOMAN_WORDS
    | frozenset(
        "person persons people man men refugee refugees defector defectors escapee escapees migrant migrants citizen "
        "citizens national nationals family families resident residents worker workers student students civilian "
        "civilians detainee detainees prisoner prisoners seekers deportee deportees villager villagers father fathers "
        "couple".split()
    )
)
# words of an actor that stand for the state of the place: its organs (ARSIWA 4)
_ORGAN_WORDS = frozenset(
    "police authorities government army navy military gendarmes gendarmerie guards ministry court courts prosecutors "
    "judge judges officials officers troops soldiers coastguard immigration".split()
)
_NO_ORGAN_WORDS = frozenset(
    "rebel rebels militia militias militant militants insurgent insurgents gang gangs traffickers smugglers brokers "
    "separatist separatists guerrilla guerrillas former private mercenaries un nato".split()
)
# acts of which a state's organs are the doers, when nobody else is named
_BY_AUTHORITIES = frozenset({"detention", "sentencing", "execution"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An incident with its claims, and all that is told in the same documents."""

    incident: Incident
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    rivals: tuple[Claim, ...]
    around: Mapping[DocumentId, int]  # the incident's documents and those that warned of it, with the first place
    to: frozenset[str]  # codes that people were sent to and not from
    home: frozenset[str]  # states whose nationals were affected
    day: date | None
    day_is_of_document: bool
    all_told: Told

    def near(self, acts: Iterable[str]) -> list[Claim]:
        """The claims of some acts in the documents around the incident."""
        return self.all_told.of_acts(self.around, acts)

    def invoking(self) -> list[Claim]:
        """The claims around the incident that name norms."""
        told = self.all_told.invoking
        return [claim for document, at in self.around.items() for claim in nearest(told.get(document, ()), at)]

    def grounds(self) -> list[Claim]:
        """The claims around the incident that name the law, security or economic reasons."""
        told = self.all_told.grounds
        return [claim for document, at in self.around.items() for claim in nearest(told.get(document, ()), at)]

    def beside(self, claim: Claim) -> Sequence[Claim]:
        """The claims that stand around one in its document."""
        return nearest(self.all_told.by_document.get(claim.document, ()), claim.span[0])


def scene_of(incident: Incident, claims: Mapping[ClaimId, Claim], told: Told) -> Scene:
    """Gather what is told around an incident."""
    documents = dict.fromkeys(claims[one].document for one in (*incident.claims, *(w.claim for w in incident.warnings)))
    texts = [told.documents[document].text or "" for document in documents]
    own = tuple(with_states(claims[claim], texts) for claim in incident.claims)
    denials = tuple(claims[claim] for claim in incident.denials)
    warned = [claims[warning.claim] for warning in incident.warnings]
    around: dict[DocumentId, int] = {}
    for claim in sorted((*own, *denials, *warned), key=lambda one: (one.document, one.span)):
        around.setdefault(claim.document, claim.span[0])
    first = first_day(incident.when)
    return Scene(
        incident=incident,
        claims=own,
        denials=denials,
        rivals=tuple(claims[claim] for claim in incident.rivals if claim in claims),
        around=around,
        to=frozenset(countries(own, PlaceRole.TO) - countries(own, PlaceRole.FROM)),
        home=_homes(own),
        day=first or _first_report(own, told.documents),
        day_is_of_document=first is None,
        all_told=told,
    )


def _first_report(claims: Sequence[Claim], documents: Mapping[DocumentId, Document]) -> date | None:
    return min((day for claim in claims if (day := documents[claim.document].published)), default=None)


def removing(scene: Scene) -> set[str]:
    """The codes said to send people away: the actors; when nobody is named, the places people were sent from.

    A state that people are sent to is not the one that removes them. A place names nobody when somebody who is no state
    is said to have acted, or when no people are said to be affected.
    """
    target = scene.to
    named = named_states(scene.claims)
    if named or not _nobody_named(scene):
        return named - target
    return countries(scene.claims, PlaceRole.FROM) - target


def receiving(scene: Scene) -> set[str]:
    """The codes to which people were sent: their home, or another when somebody is said to have sent them there."""
    target = scene.to
    return set(target & scene.home) if not removing(scene) else set(target)


def acting(scene: Scene) -> set[str]:
    """The codes whose organs are said to act; of a return, the one that sends.

    Detention, trial and execution of foreigners, with nobody named, are looked at for the state of the place.
    """
    if scene.incident.act == "forced_return":
        return removing(scene)
    named = named_states(scene.claims)
    if named or scene.incident.act not in _BY_AUTHORITIES or not _nobody_named(scene):
        return named
    return _where_foreigners_are(scene)


def touched(scene: Scene) -> set[str]:
    """Every code that the incident's claims name as an actor or a place."""
    places = {place.country for claim in scene.claims for place in claim.where if place.country}
    return places | named_states(scene.claims)


def words_of_affected(claims: Iterable[Claim]) -> list[tuple[Claim, frozenset[str]]]:
    """Each claim with the words that describe those affected, in lower case."""
    described = [
        (claim, claim.affected.description) for claim in claims if claim.affected and claim.affected.description
    ]
    return [(claim, frozenset(words.lower().replace(",", " ").split())) for claim, words in described]


def named_states(claims: Sequence[Claim]) -> set[str]:
    """The codes of the states that claims name as doers, by themselves or by their organs."""
    return {code for claim in claims for actor in claim.actors if (code := state_of(actor, claim))}


def state_of(actor: Party, claim: Claim) -> str | None:
    """The code of an actor that is a state, or an organ without a name of its own in a place of one country."""
    if actor.ref:
        return actor.ref.removeprefix("state:") if actor.ref.startswith("state:") else None
    if not _is_organ(actor.name):
        return None
    held = {p.country for p in claim.where if p.country and p.role in (PlaceRole.FROM, PlaceRole.AT)}
    return held.pop() if len(held) == 1 else None


def countries(claims: Sequence[Claim], role: PlaceRole) -> set[str]:
    """The codes of the countries of places with a role."""
    return {place.country for claim in claims for place in claim.where if place.role == role and place.country}


def _homes(claims: Sequence[Claim]) -> frozenset[str]:
    refs = {claim.affected.ref for claim in claims if claim.affected and claim.affected.ref}
    return frozenset(ref.removeprefix("nationality:") for ref in refs if ref.startswith("nationality:"))


def _nobody_named(scene: Scene) -> bool:
    """Nobody is said to have acted but organs of a state that is not named, people were affected, and it is told."""
    acted = any(not _is_organ(actor.name) for claim in scene.claims for actor in claim.actors)
    return not acted and scene.incident.status != Status.WARNED and _tells_of_people(scene.claims)


def _is_organ(name: str) -> bool:
    """True for "the border police": an organ of some state, and of none that could act for itself."""
    words = frozenset(name.lower().replace("-", " ").split())
    return bool(words & _ORGAN_WORDS) and not words & _NO_ORGAN_WORDS


def _tells_of_people(claims: Sequence[Claim]) -> bool:
    affected = [claim.affected for claim in claims if claim.affected]
    figures = [figure for one in affected for figure in (one.count, *one.others) if figure]
    return (
        any(one.ref for one in affected)
        or any(figure.unit in (Unit.PEOPLE, Unit.FAMILIES) for figure in figures)
        or any(said & _PEOPLE_WORDS for _, said in words_of_affected(claims))
    )


def _where_foreigners_are(scene: Scene) -> set[str]:
    """The one country in which nationals of others only are said to be; empty when it is not one."""
    at = countries(scene.claims, PlaceRole.AT)
    home = scene.home
    return at if len(at) == 1 and home and not at & home else set()
