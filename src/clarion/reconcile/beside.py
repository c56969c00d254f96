"""What stands beside a happening: denials of it, rival explanations, and forecasts that it bears out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from clarion.model import Claim, ClaimId, Document, DocumentId, StanceKind, Warned
from clarion.model.intervals import days, first_day, touch
from clarion.reconcile.clusters import Cluster
from clarion.reconcile.incidents import lead_days
from clarion.reconcile.likeness import likeness
from clarion.reconcile.scoring import Facts, score, substance
from clarion.reconcile.sketch import Sketch, length
from clarion.reconcile.words import content_words

# a forecast without a date is held against what happens within half a year
LONGEST_LEAD = 183
# a denial that names no day answers what was told in the last three months
LONGEST_ANSWER = 92
# acts that explain a happening otherwise ("they went home of their own free will")
RIVAL_ACTS: Mapping[str, frozenset[str]] = {
    "forced_return": frozenset({"flight", "rescue", "arrival"}),
    "displacement": frozenset({"flight", "rescue"}),
    "abduction": frozenset({"flight", "detention", "rescue"}),
    "disappearance": frozenset({"flight", "detention", "release"}),
    "detention": frozenset({"flight", "rescue", "investigation", "sentencing"}),
    "trafficking": frozenset({"flight", "rescue"}),
}
TOLD_OR_FORESEEN = frozenset(
    {StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.EXPECTED, StanceKind.ANNOUNCED, StanceKind.POSSIBLE}
)
# what a denial must share with a happening beside its time: one hint, two where nothing was alleged
DENIED_SHARES = 0.5
NEGATED_SHARES = 1.5
# what a forecast must share with what came
WARNING_SHARES = 0.75


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its sketch, hints of its document included."""

    claim: Claim
    sketch: Sketch


class Denial:
    """A denial while the happening that it answers is looked for."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.enough = DENIED_SHARES if told.claim.stance == StanceKind.DENIED else NEGATED_SHARES

    @cached_property
    def facts(self) -> Facts:
        """What comparing it asks for; few denials come to that."""
        return Facts(self.told.sketch)

    @cached_property
    def plain(self) -> Facts:
        """The same without the hints of its document."""
        return Facts(_without_hints(self.told.sketch))

    def may_answer(self, cluster: Cluster) -> bool:
        """Whether it was told after the happening, of the same doer, and not by its only document."""
        whole, claim = cluster.whole, self.told.claim
        # "until now none has been sent back" does not answer what the same document tells
        own = claim.stance == StanceKind.NEGATED and whole.documents == {claim.document}
        return not own and _told_by(whole, self.told) and not _of_another(cluster, claim)


class Home(NamedTuple):
    """The happening that a denial answers, by its key; none when nothing fits, or two fit equally well."""

    key: str | None
    is_tied: bool = False


def denial_home(told: Told, clusters: Iterable[Cluster], facts: Callable[[Cluster], Facts]) -> Home:
    """The happening that a denial answers: the likest of its act told by then, unless two fit equally well.

    Args:
        told: the denial.
        clusters: happenings that share a key with it, each once.
        facts: what comparing a happening asks for.
    """
    denial = Denial(told)
    scored = []
    for cluster in clusters:
        if not denial.may_answer(cluster):
            continue
        shared = substance(facts(cluster), denial.facts)
        if shared is None or shared < denial.enough:
            continue
        whole = cluster.whole
        # without the hints that the two are near, one of other days or places may fit no more: likeness tells how ill
        fits = score(Facts(_without_hints(whole)), denial.plain)
        if fits is None:
            fits = likeness(_without_hints(whole), _without_hints(told.sketch)).score
        details = len(whole.whens) + len(whole.places) + len(whole.counts)
        scored.append((fits, len(whole.documents), len(whole.claims), details, cluster.key))
    scored.sort(reverse=True)
    if not scored:
        return Home(None)
    # of two that fit equally well the one told by more, then in more detail, is answered; if that does not decide, none
    tied = len(scored) > 1 and scored[0][:-1] == scored[1][:-1]
    return Home(None, is_tied=True) if tied else Home(scored[0][-1])


def _without_hints(sketch: Sketch) -> Sketch:
    """What the claims say themselves: hints of the document say that a denial is near, not what it answers."""
    return replace(sketch, near_whens=(), near_places=(), near_names=frozenset(), title_names=frozenset())


def _of_another(cluster: Cluster, denial: Claim) -> bool:
    """A denial that names a doer answers only what is told of that doer: "our men never did" leaves others' raids."""
    named = {word for actor in denial.actors for word in content_words(actor.name)}
    main = cluster.main_actor
    return bool(named and main) and not named & main


def _told_by(whole: Sketch, denial: Told) -> bool:
    """A denial answers what happened before it was published, and not long before unless it names the day."""
    narrowest, published = whole.narrowest, denial.sketch.first_published
    near = min((day for when in whole.near_whens if (day := first_day(when))), default=None)
    happened = first_day(narrowest) or near or whole.first_published
    if published is None or happened is None:
        return True
    gap = (published - happened).days
    own = denial.claim.when
    dated = days(own) is not None and days(narrowest) is not None and touch(own, narrowest)
    return dated or 0 <= gap <= LONGEST_ANSWER


def rivals_of(whole: Sketch, denials: Iterable[Claim], others: Iterable[Told]) -> list[ClaimId]:
    """Claims that explain a happening otherwise: of a rival act, told by a document that denies it, or by another
    document of the same day on the same route.

    A rival act of another day (a bus of seasonal workers two days before) is a happening of its own.
    """
    rival_acts = RIVAL_ACTS.get(whole.act, frozenset())
    deniers = {claim.document for claim in denials}
    return [
        told.claim.id
        for told in others
        if told.claim.act in rival_acts and (_put_against(told.claim, deniers) or _same_day_and_route(whole, told))
    ]


def _put_against(claim: Claim, deniers: set[DocumentId]) -> bool:
    return claim.document in deniers and claim.stance in (StanceKind.ASSERTED, StanceKind.REPORTED)


def _same_day_and_route(whole: Sketch, told: Told) -> bool:
    """True when a claim, foreseen or told, gives the very day, and its document two narrow places of the happening."""
    narrowest, own = whole.narrowest, told.sketch.narrowest
    if told.claim.stance not in TOLD_OR_FORESEEN or told.claim.document in whole.documents:
        return False
    if narrowest is None or own is None or max(length(narrowest), length(own)) > 1 or not touch(narrowest, own):
        return False
    ours = {place.ref or place.name for place in whole.places if not (place.ref or "").startswith("state:")}
    theirs = {place.ref or place.name for place in told.sketch.places + told.sketch.near_places}
    return len(ours & theirs) > 1


def warnings_of(whole: Sketch, forecasts: Sequence[Told], documents: Mapping[DocumentId, Document]) -> list[Warned]:
    """Earlier forecasts of the same act that a happening bears out, with their lead in days."""
    when = whole.narrowest
    found = []
    for forecast in forecasts:
        claim = forecast.claim
        lead = lead_days(documents[claim.document], when)
        if lead is None or not 0 < lead <= LONGEST_LEAD or claim.document in whole.documents:
            continue
        if claim.when and (claim.when.start or claim.when.end) and days(when) and not touch(claim.when, when, slack=7):
            continue
        alike = likeness(_undated(whole), _undated(forecast.sketch))
        if alike.block is None:
            found.append((alike.substance, claim.document, Warned(claim.id, lead)))
    # a bare forecast ("they will be sent back") counts where its document gives one with details that fits
    fitting = {document for shared, document, _ in found if shared >= WARNING_SHARES}
    return [warned for _, document, warned in found if document in fitting]


def _undated(sketch: Sketch) -> Sketch:
    """The sketch without its dates: those of a forecast are compared apart."""
    return Sketch(
        act=sketch.act,
        claims=sketch.claims,
        documents=sketch.documents,
        published=(),
        places=sketch.places,
        affected_refs=sketch.affected_refs,
        affected_words=sketch.affected_words,
        actor_refs=sketch.actor_refs,
        near_places=sketch.near_places,
        near_names=sketch.near_names,
        title_names=sketch.title_names,
        near_countries=sketch.near_countries,
    )
