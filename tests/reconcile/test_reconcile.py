"""Claims meet in incidents, origins are counted and not articles, denials stand beside."""

import random
from dataclasses import replace

import pytest

from building import claim, document, people
from clarion.model import Claim, Document, Incident, StanceKind, Status
from clarion.reconcile import reconcile

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))


def returns(documents: list[Document], claims: list[Claim]) -> list[Incident]:
    return [i for i in reconcile(documents, claims).incidents if i.act == "forced_return"]


def forum_and_paper() -> tuple[list[Document], list[Claim]]:
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    told = claim(forum, "forced_return", 0, when="2024-05-02", where=ROUTE, count=people(best=40), who="asylum seekers")
    passed_on = claim(
        paper,
        "forced_return",
        0,
        when="2024-05-02",
        where=ROUTE,
        count=people(best=40),
        voices=("the Northern Rights Forum",),
    )
    return [forum, paper], [told, passed_on]


def test_a_paper_that_quotes_a_body_adds_no_origin() -> None:
    documents, claims = forum_and_paper()
    (incident,) = returns(documents, claims)
    assert incident.origins == 1
    assert incident.status == Status.REPORTED
    assert len(set(incident.origin_of.values())) == 1


def test_a_second_body_that_tells_on_its_own_corroborates() -> None:
    documents, claims = forum_and_paper()
    clinic = document("clinic", publisher="Vardo Clinic", published="2024-05-06")
    seen = claim(clinic, "forced_return", 0, when="2024-05-02", where=ROUTE[:1], count=people(best=40))
    (incident,) = returns([*documents, clinic], [*claims, seen])
    assert (incident.origins, incident.status) == (2, Status.CORROBORATED)


def test_rumours_are_listed_and_never_counted() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    heard = claim(
        paper,
        "forced_return",
        0,
        stance=StanceKind.REPORTED,
        when="2024-05-02",
        where=ROUTE,
        voices=("credible rumours",),
    )
    (incident,) = returns([paper], [heard])
    assert incident.origins == 0
    assert list(incident.origin_of.values()) == [None]


def test_papers_that_cite_each_other_in_a_ring_have_no_origin() -> None:
    one = document("one", publisher="Alpha Gazette", published="2024-05-05")
    two = document("two", publisher="Beta Gazette", published="2024-05-05")
    claims = [
        claim(one, "forced_return", 0, when="2024-05-02", where=ROUTE, voices=("the Beta Gazette",)),
        claim(two, "forced_return", 0, when="2024-05-02", where=ROUTE, voices=("the Alpha Gazette",)),
    ]
    (incident,) = returns([one, two], claims)
    assert incident.origins == 0
    assert any("ring" in reason for reason in incident.reasons)


def test_look_alikes_on_one_route_stay_apart() -> None:
    old = document("old", publisher="Northern Rights Forum", published="2022-05-04")
    new = document("new", publisher="Northern Rights Forum", published="2024-05-04")
    claims = [
        claim(old, "forced_return", 0, when="2022-05-02", where=ROUTE, count=people(best=40)),
        claim(new, "forced_return", 0, when="2024-05-02", where=ROUTE, count=people(best=40)),
    ]
    assert len(returns([old, new], claims)) == 2


def test_rival_figures_of_two_origins_make_a_dispute_and_are_never_added() -> None:
    one = document("one", publisher="Northern Rights Forum", published="2024-05-04")
    two = document("two", publisher="Vardo Clinic", published="2024-05-06")
    claims = [
        claim(one, "forced_return", 0, when="2024-05-02", where=ROUTE, count=people(best=40)),
        claim(two, "forced_return", 0, when="2024-05-02", where=ROUTE, count=people(best=90)),
    ]
    (incident,) = returns([one, two], claims)
    assert incident.status == Status.DISPUTED
    assert incident.affected is not None
    assert incident.affected.count is not None
    count = incident.affected.count
    assert (count.low, count.high, count.best) == (40, 90, None)


def test_a_denial_disputes_and_stands_apart_from_the_claims() -> None:
    documents, claims = forum_and_paper()
    ministry = document("ministry", publisher="Ministry of the Interior", published="2024-05-07")
    denial = claim(ministry, "forced_return", 0, stance=StanceKind.DENIED, where=ROUTE[1:])
    (incident,) = returns([*documents, ministry], [*claims, denial])
    assert incident.status == Status.DISPUTED
    assert incident.denials == (denial.id,)
    assert denial.id not in incident.claims


def test_a_denial_of_another_doer_is_none() -> None:
    one = document("one", publisher="Northern Rights Forum", published="2024-05-04")
    two = document("two", publisher="Army Command", published="2024-05-06")
    told = claim(one, "attack", 0, when="2024-05-02", where=(("at", "Vardo", "NO"),), actors=(("Insurgents", None),))
    denial = claim(two, "attack", 0, stance=StanceKind.DENIED, actors=(("Our troops", None),))
    incidents = reconcile([one, two], [told, denial]).incidents
    assert [i.denials for i in incidents if told.id in i.claims] == [()]


def test_an_explanation_otherwise_by_the_one_who_denies_is_a_rival() -> None:
    documents, claims = forum_and_paper()
    ministry = document("ministry", publisher="Ministry of the Interior", published="2024-05-07")
    denial = claim(ministry, "forced_return", 0, stance=StanceKind.DENIED, where=ROUTE[1:])
    went = claim(ministry, "flight", 5, when="2024-05-02", where=ROUTE, who="seasonal workers")
    (incident,) = returns([*documents, ministry], [*claims, denial, went])
    assert incident.rivals == (went.id,)


def test_an_earlier_forecast_is_a_warning_with_its_lead_in_days() -> None:
    documents, claims = forum_and_paper()
    letter = document("letter", publisher="Border Watch", published="2024-03-18")
    feared = claim(letter, "forced_return", 0, stance=StanceKind.EXPECTED, where=ROUTE[1:], who="asylum seekers")
    (incident,) = returns([*documents, letter], [*claims, feared])
    assert [(w.claim, w.days) for w in incident.warnings] == [(feared.id, 45)]


def test_a_forecast_that_nothing_bears_out_stays_a_warning() -> None:
    letter = document("letter", publisher="Border Watch", published="2024-03-18")
    feared = claim(letter, "forced_return", 0, stance=StanceKind.EXPECTED, where=ROUTE[1:])
    (incident,) = returns([letter], [feared])
    assert incident.status == Status.WARNED


def test_a_person_and_the_body_that_the_person_leads_are_one_origin() -> None:
    text = "Northern Rights Forum Chair Ada Berg writes that 40 people were sent back."
    one = document("one", publisher="Fjord Daily", published="2024-05-05", text=text)
    two = document("two", publisher="Northern Rights Forum", published="2024-05-05")
    at = text.index("Ada Berg")
    quoted = claim(one, "forced_return", 0, when="2024-05-02", where=ROUTE, voices=("Ada Berg",))
    voices = tuple(replace(v, span=(at, at + 8)) if v.name == "Ada Berg" else v for v in quoted.voices)
    own = claim(two, "forced_return", 0, when="2024-05-02", where=ROUTE)
    (incident,) = returns([one, two], [replace(quoted, voices=voices), own])
    assert incident.origins == 1


def test_the_order_makes_no_difference() -> None:
    documents, claims = forum_and_paper()
    letter = document("letter", publisher="Border Watch", published="2024-03-18")
    claims.append(claim(letter, "forced_return", 0, stance=StanceKind.EXPECTED, where=ROUTE[1:], who="asylum seekers"))
    expected = reconcile([*documents, letter], claims)
    shuffled = random.Random(7)
    for _ in range(5):
        mixed_documents, mixed_claims = [*documents, letter], list(claims)
        shuffled.shuffle(mixed_documents)
        shuffled.shuffle(mixed_claims)
        assert reconcile(mixed_documents, mixed_claims) == expected


@pytest.mark.parametrize("stance", [StanceKind.CALLED_FOR, StanceKind.ANNOUNCED, StanceKind.HYPOTHETICAL])
def test_demands_plans_and_conditions_make_no_incident(stance: StanceKind) -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    assert not reconcile([paper], [claim(paper, "forced_return", 0, stance=stance, where=ROUTE)]).incidents


def test_a_running_total_stays_out_of_one_nights_event() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    night = claim(paper, "killing", 0, when="2024-05-02", where=(("at", "Vardo", "NO"),), count=people(best=12))
    total = claim(paper, "killing", 5, where=(("at", "Finnmark", "NO"),), count=people(4801))
    assert len(reconcile([paper], [night, total]).incidents) == 2


def test_nothing_comes_of_nothing() -> None:
    assert reconcile([], []).incidents == ()


def test_ordinary_travellers_of_the_same_day_and_route_stand_beside_as_a_rival() -> None:
    documents, claims = forum_and_paper()
    route = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
    radio = document("radio", publisher="Coast Radio", published="2024-05-01")
    foreseen = claim(
        radio, "flight", 0, stance=StanceKind.EXPECTED, when="2024-05-02", where=route, who="seasonal workers"
    )
    earlier = claim(radio, "flight", 9, when="2024-04-30", where=route, who="seasonal workers")
    (incident,) = returns([*documents, radio], [*claims, foreseen, earlier])
    assert incident.rivals == (foreseen.id,)
    assert incident.status == Status.DISPUTED
