"""What people judged of incidents, claims and voices, ready to be put to work.

Five words shape incidents: `same` and `not_same` (about an incident, claim or voice; `value` names the other one),
`prefer` (about an incident; `value` is a figure or the claim that gives it), `confirmed` and `refuted`. The newest word
on one question stands, `withdraw` takes it back, and nothing else is changed: without the judgement the next run gives
what the machine proposes. Where judgements contradict each other the newer one counts, and the incident says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clarion.model import Claim, ClaimId, IncidentId, Judgement, JudgementVerdict, made_id

_TOPIC = {
    JudgementVerdict.SAME: "together",
    JudgementVerdict.NOT_SAME: "together",
    JudgementVerdict.PREFER: "figure",
    JudgementVerdict.CONFIRMED: "status",
    JudgementVerdict.REFUTED: "status",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements that stand, tied to claims, so that they hold when incidents grow, join or part.

    `joined` gives each claim judged on the claim that stands for its group; `apart` the pairs of such groups.
    `why` gives for each group what was judged, and `known_as` the incident id by which people know a claim.
    """

    joined: Mapping[ClaimId, ClaimId] = field(default_factory=dict)
    apart: frozenset[frozenset[ClaimId]] = frozenset()
    alone: frozenset[ClaimId] = frozenset()  # judged to belong to none of the others
    why: Mapping[ClaimId, tuple[tuple[str, str], ...]] = field(default_factory=dict)  # judgement id and reason
    status: Mapping[ClaimId, Judgement] = field(default_factory=dict)
    figure: Mapping[ClaimId, Judgement] = field(default_factory=dict)
    known_as: Mapping[ClaimId, IncidentId] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)  # judgement id -> place in the log

    def are_apart(self, one: ClaimId, other: ClaimId) -> bool:
        """Whether a person judged that two claims are not of one happening."""
        if one not in self.joined or other not in self.joined:
            return False
        return frozenset({self.joined[one], self.joined[other]}) in self.apart


def incident_id(act: str, claim: ClaimId) -> IncidentId:
    """The id of the incident that is known by a claim: the earliest told, so that later reports change nothing."""
    return IncidentId(made_id("inc", act, claim))


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The words on incidents, claims and voices that stand, oldest first, from all in the order of the log."""
    held: dict[tuple[frozenset[str], str], Judgement] = {}
    for judgement in judgements:
        topic = _TOPIC.get(judgement.verdict)
        if judgement.verdict == JudgementVerdict.WITHDRAW:
            gone = [key for key, one in held.items() if judgement.about in (one.about, one.id)]
            for key in gone:
                del held[key]
        elif judgement.verdict == JudgementVerdict.UNSURE:
            held.pop((frozenset({judgement.about}), "status"), None)
        elif topic:
            about = frozenset({judgement.about, judgement.value or ""} if topic == "together" else {judgement.about})
            held.pop((about, topic), None)
            held[about, topic] = judgement
    return list(held.values())


def judged_of(judgements: Sequence[Judgement], claims: Sequence[Claim]) -> Judged:
    """Tie the judgements that stand to claims. Those on voices are left to the joining of voices."""
    words = [one for one in standing(judgements) if not one.about.startswith("voi_")]
    if not words:
        return Judged()
    by_id = {claim.id: claim for claim in claims}
    named = {name for one in words for name in (one.about, one.value or "") if name.startswith("inc_")}
    known_as = {claim.id: name for claim in claims if named and (name := incident_id(claim.act, claim.id)) in named}
    anchor: dict[str, ClaimId] = {name: claim for claim, name in known_as.items()}
    anchor.update({claim: claim for claim in by_id})
    groups = _Groups(by_id)
    # the newest first: what it says stands, and an older one that contradicts it is set aside with a reason
    for one in reversed(words):
        if _TOPIC[one.verdict] == "together" and one.about in anchor:
            other = anchor.get(one.value) if one.value else None
            if other or not one.value:
                groups.take(one, anchor[one.about], other)
    last = {topic: {} for topic in ("status", "figure")}  # type: dict[str, dict[ClaimId, Judgement]]
    for one in words:
        topic = _TOPIC[one.verdict]
        if topic in last and one.about in anchor:
            last[topic][anchor[one.about]] = one
    order = {one.id: number for number, one in enumerate(words)}
    return replace(groups.judged(known_as), status=last["status"], figure=last["figure"], order=order)


class _Groups:
    """Claims judged to be the same, and groups judged not to be, each new word held against those taken before."""

    def __init__(self, claims: Mapping[ClaimId, Claim]) -> None:
        self._claims = claims
        self._head: dict[ClaimId, ClaimId] = {}
        self._apart: set[frozenset[ClaimId]] = set()
        self._alone: set[ClaimId] = set()
        self._why: list[tuple[ClaimId, str, str]] = []

    def take(self, judgement: Judgement, one: ClaimId, other: ClaimId | None) -> None:
        """Take a word over, or say why it is set aside."""
        said = "the same" if judgement.verdict == JudgementVerdict.SAME else "not the same"
        problem = self._problem(judgement, one, other)
        for claim in (one, other) if other else (one,):
            self._head.setdefault(claim, claim)
            words = f"a person judged this to be {said}: {judgement.reason}"
            self._why.append((claim, judgement.id, f"{words}; set aside: {problem}" if problem else words))
        if problem:
            return
        if other is None:
            self._alone.add(one)
        elif judgement.verdict == JudgementVerdict.NOT_SAME:
            self._apart.add(frozenset({self.find(one), self.find(other)}))
        else:
            self._join(self.find(one), self.find(other))

    def find(self, claim: ClaimId) -> ClaimId:
        """The claim that stands for a claim's group."""
        while self._head[claim] != claim:
            self._head[claim] = self._head[self._head[claim]]
            claim = self._head[claim]
        return claim

    def judged(self, known: Mapping[ClaimId, IncidentId]) -> Judged:
        """All that was taken over."""
        why: dict[ClaimId, list[tuple[str, str]]] = {}
        for claim, name, words in reversed(self._why):
            why.setdefault(claim, []).append((name, words))
        return Judged(
            joined={claim: self.find(claim) for claim in sorted(self._head)},
            apart=frozenset(self._apart),
            alone=frozenset(self._alone),
            why={claim: tuple(said) for claim, said in sorted(why.items())},
            known_as=dict(known),
        )

    def _problem(self, judgement: Judgement, one: ClaimId, other: ClaimId | None) -> str | None:
        if other is None:
            return "it names nothing to be the same as" if judgement.verdict == JudgementVerdict.SAME else None
        if self._claims[one].act != self._claims[other].act:
            return "the two are of different acts; correct the act of one first"
        a, b = (self.find(claim) if claim in self._head else claim for claim in (one, other))
        if judgement.verdict == JudgementVerdict.NOT_SAME and a == b:
            return "a newer judgement holds them together"
        if judgement.verdict == JudgementVerdict.SAME and frozenset({a, b}) in self._apart:
            return "a newer judgement holds them apart"
        return None

    def _join(self, one: ClaimId, other: ClaimId) -> None:
        if one == other:
            return
        head, joined = sorted((one, other))
        self._head[joined] = head
        moved = {pair for pair in self._apart if joined in pair}
        self._apart -= moved
        self._apart |= {frozenset({head if claim == joined else claim for claim in pair}) for pair in moved}
