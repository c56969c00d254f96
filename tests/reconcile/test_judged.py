"""What people judge shapes incidents, holds in later runs, and can be taken back."""

import random

import pytest

from building import claim, document, people
from clarion.model import Claim, Document, FigureRule, Incident, Judgement, JudgementVerdict, StanceKind, Status
from clarion.reconcile import reconcile

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
NIGHT = {"when": "2024-05-02", "where": ROUTE}
FORUM = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
CLINIC = document("clinic", publisher="Vardo Clinic", published="2024-05-06")
OTHER = document("other", publisher="Fjord Daily", published="2024-06-20")


def judged(number: int, about: str, verdict: str, value: str | None = None) -> Judgement:
    """The `number`th judgement of a log."""
    at = f"2024-07-01T00:00:{number:02}Z"
    return Judgement(f"jdg_{number:020}", about, JudgementVerdict(verdict), value, f"reason {number}", "A", at)


def incidents(documents: list[Document], claims: list[Claim], *words: Judgement) -> list[Incident]:
    return list(reconcile(documents, claims, judgements=words).incidents)


def together() -> tuple[list[Document], list[Claim]]:
    return [FORUM, CLINIC], [
        claim(FORUM, "forced_return", 0, count=people(best=40), **NIGHT),
        claim(CLINIC, "forced_return", 0, count=people(best=90), **NIGHT),
    ]


def apart() -> tuple[list[Document], list[Claim]]:
    return [FORUM, OTHER], [
        claim(FORUM, "forced_return", 0, **NIGHT),
        claim(OTHER, "forced_return", 0, when="2024-06-18", where=ROUTE),
    ]


def test_two_incidents_judged_the_same_are_one_and_say_why() -> None:
    documents, claims = apart()
    one, other = incidents(documents, claims)
    (joined,) = incidents(documents, claims, judged(1, one.id, "same", other.id))
    assert set(joined.claims) == {*one.claims, *other.claims}
    assert joined.judged == ("jdg_" + "1".zfill(20),)
    assert "a person judged this to be the same: reason 1" in joined.reasons


def test_the_joined_incident_keeps_an_id_that_people_know_and_names_the_other() -> None:
    documents, claims = apart()
    one, other = incidents(documents, claims)
    (joined,) = incidents(documents, claims, judged(1, other.id, "same", one.id))
    assert joined.id in (one.id, other.id)
    assert f"known before as {({one.id, other.id} - {joined.id}).pop()}" in joined.reasons


def test_a_judgement_that_is_withdrawn_leaves_what_the_machine_proposes() -> None:
    documents, claims = apart()
    before = incidents(documents, claims)
    said = judged(1, before[0].id, "same", before[1].id)
    assert incidents(documents, claims, said, judged(2, before[0].id, "withdraw")) == before
    assert incidents(documents, claims, said, judged(2, said.id, "withdraw")) == before


@pytest.mark.parametrize("by_claim", [True, False])
def test_claims_judged_not_the_same_are_two_incidents(by_claim: bool) -> None:
    documents, claims = together()
    (whole,) = incidents(documents, claims)
    about = claims[1].id if by_claim else whole.id
    parted = incidents(documents, claims, judged(1, about, "not_same", claims[0].id if by_claim else claims[1].id))
    assert sorted(one.claims for one in parted) == sorted([(claims[0].id,), (claims[1].id,)])


def test_a_claim_judged_to_belong_to_nothing_else_stands_alone() -> None:
    documents, claims = together()
    parted = incidents(documents, claims, judged(1, claims[1].id, "not_same"))
    assert (claims[1].id,) in [one.claims for one in parted]


def test_what_nobody_judged_goes_with_what_it_is_likest() -> None:
    documents, claims = together()
    wire = document("wire", publisher="Coast Wire", published="2024-05-07")
    claims.append(claim(wire, "forced_return", 0, count=people(best=90), **NIGHT))
    parted = incidents([*documents, wire], claims, judged(1, claims[0].id, "not_same", claims[1].id))
    assert {frozenset(one.claims) for one in parted} == {
        frozenset({claims[0].id}),
        frozenset({claims[1].id, claims[2].id}),
    }


def test_a_denial_judged_not_to_answer_is_taken_away() -> None:
    documents, claims = together()
    ministry = document("ministry", publisher="Ministry", published="2024-05-07")
    denial = claim(ministry, "forced_return", 0, stance=StanceKind.DENIED, where=ROUTE)
    (whole,) = incidents([*documents, ministry], [*claims, denial])
    assert whole.denials == (denial.id,)
    parted = incidents([*documents, ministry], [*claims, denial], judged(1, denial.id, "not_same", whole.id))
    assert [one.denials for one in parted if claims[0].id in one.claims] == [()]
    assert [one.status for one in parted if one.denials] == [Status.DENIED]


def test_confirmed_and_refuted_are_the_word_of_people() -> None:
    documents, claims = together()
    (whole,) = incidents(documents, claims)
    (confirmed,) = incidents(documents, claims, judged(1, whole.id, "confirmed"))
    (refuted,) = incidents(documents, claims, judged(1, whole.id, "confirmed"), judged(2, whole.id, "refuted"))
    (unsure,) = incidents(documents, claims, judged(1, whole.id, "confirmed"), judged(2, whole.id, "unsure"))
    assert [one.status for one in (confirmed, refuted, unsure)] == [Status.CONFIRMED, Status.REFUTED, whole.status]
    assert "a person judged it confirmed: reason 1" in confirmed.reasons


@pytest.mark.parametrize(
    "value", ["90", '{"low": 90, "high": 90, "best": 90, "unit": "people", "kind": "exact"}', "claim"]
)
def test_a_preferred_figure_is_the_best_one_and_the_rivals_stay(value: str) -> None:
    documents, claims = together()
    (whole,) = incidents(documents, claims)
    (chosen,) = incidents(documents, claims, judged(1, whole.id, "prefer", claims[1].id if value == "claim" else value))
    assert chosen.affected is not None
    assert chosen.affected.count is not None
    assert (chosen.affected.count.best, chosen.figure_rule) == (90, FigureRule.PREFERRED)
    assert (chosen.claims, chosen.status) == (whole.claims, Status.DISPUTED)


@pytest.mark.parametrize("value", ["many", "{", "clm_" + "0" * 20])
def test_a_preference_that_is_no_figure_is_set_aside_with_a_reason(value: str) -> None:
    documents, claims = together()
    (whole,) = incidents(documents, claims)
    (chosen,) = incidents(documents, claims, judged(1, whole.id, "prefer", value))
    assert chosen.affected == whole.affected
    assert any("set aside" in reason for reason in chosen.reasons)


def test_an_id_outlives_later_reports() -> None:
    documents, claims = together()
    (first,) = incidents(documents[:1], claims[:1])
    (second,) = incidents(documents, claims)
    assert first.id == second.id


def test_a_judgement_outlives_an_earlier_report_that_is_found_later() -> None:
    documents, claims = together()
    (late,) = incidents(documents[1:], claims[1:])
    (whole,) = incidents(documents, claims, judged(1, late.id, "confirmed"))
    assert (whole.id, whole.status) == (late.id, Status.CONFIRMED)


def test_of_judgements_that_contradict_each_other_the_newer_counts_and_the_incident_says_so() -> None:
    documents, claims = together()
    third = claim(OTHER, "forced_return", 0, when="2024-06-18", where=ROUTE)
    a, b, c = claims[0].id, claims[1].id, third.id
    words = [judged(1, a, "same", b), judged(2, b, "same", c), judged(3, a, "not_same", c)]
    found = incidents([*documents, OTHER], [*claims, third], *words)
    assert {frozenset(one.claims) for one in found} == {frozenset({a}), frozenset({b, c})}
    assert any("a newer judgement holds them apart" in reason for one in found for reason in one.reasons)


def test_judgements_in_a_ring_end() -> None:
    documents, claims = apart()
    a, b = (one.id for one in incidents(documents, claims))
    (joined,) = incidents(documents, claims, judged(1, a, "same", b), judged(2, b, "same", a), judged(3, a, "same", a))
    assert len(joined.claims) == 2


def test_incidents_of_different_acts_are_not_joined_and_say_so() -> None:
    documents = [FORUM]
    claims = [claim(FORUM, "forced_return", 0, **NIGHT), claim(FORUM, "detention", 5, when="2024-05-02")]
    found = incidents(documents, claims, judged(1, claims[0].id, "same", claims[1].id))
    assert len(found) == 2
    assert any("the two are of different acts" in reason for one in found for reason in one.reasons)


def test_a_judgement_on_what_is_no_longer_there_changes_nothing() -> None:
    documents, claims = together()
    gone = judged(1, "inc_" + "0" * 20, "confirmed"), judged(2, claims[0].id, "same", "clm_" + "0" * 20)
    assert incidents(documents, claims, *gone) == incidents(documents, claims)


def test_judgements_give_the_same_record_in_any_order_of_documents_and_claims() -> None:
    documents, claims = together()
    words = (judged(1, claims[0].id, "not_same", claims[1].id),)
    expected = reconcile(documents, claims, judgements=words)
    shuffled = random.Random(7)
    for _ in range(4):
        mixed = shuffled.sample(documents, len(documents)), shuffled.sample(claims, len(claims))
        assert reconcile(*mixed, judgements=words) == expected


def test_voices_judged_the_same_are_one_and_one_origin() -> None:
    documents, claims = together()
    made = reconcile(documents, claims)
    one, other = (voice.id for voice in made.voices)
    joined = reconcile(documents, claims, judgements=[judged(1, one, "same", other), judged(2, other, "same", one)])
    (voice,) = joined.voices
    assert {voice.name, *voice.aliases} == {"Northern Rights Forum", "Vardo Clinic"}
    assert any("as judged: reason" in reason for reason in voice.reasons)
    assert [incident.origins for incident in joined.incidents] == [1]


def test_names_judged_not_to_be_one_voice_are_two() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    claims = [
        claim(paper, "forced_return", 0, voices=("Ada Berg",), **NIGHT),
        claim(paper, "forced_return", 9, voices=("Berg",), **NIGHT),
    ]
    (voice,) = [one for one in reconcile([paper], claims).voices if one.name == "Ada Berg"]
    assert voice.aliases == ("Berg",)
    parted = reconcile([paper], claims, judgements=[judged(1, voice.id, "not_same", "Berg")])
    assert {"Ada Berg", "Berg"} <= {one.name for one in parted.voices}
