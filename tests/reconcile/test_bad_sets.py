"""Contradictory, circular and self-citing sets end in a clear record: never a loop, never a silent choice."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from building import claim, document, people
from clarion.model import Claim, Document, Incident, StanceKind, Status, When
from clarion.reconcile import reconcile

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
NIGHT = {"when": "2024-05-02", "where": ROUTE}


def only(documents: list[Document], claims: list[Claim]) -> Incident:
    (incident,) = reconcile(documents, claims).incidents
    return incident


def citing(names: list[str], cites: dict[str, str]) -> tuple[list[Document], list[Claim]]:
    """Papers of one day, each telling one night on the word of another."""
    papers = [document(name, publisher=f"{name} Gazette", published="2024-05-05") for name in names]
    claims = [
        claim(paper, "forced_return", 0, voices=(f"the {cites[name]} Gazette",) if name in cites else (), **NIGHT)
        for name, paper in zip(names, papers, strict=True)
    ]
    return papers, claims


def test_a_ring_of_three_that_cite_each_other_has_no_origin_and_says_so() -> None:
    incident = only(*citing(["Alpha", "Beta", "Gamma"], {"Alpha": "Beta", "Beta": "Gamma", "Gamma": "Alpha"}))
    assert incident.origins == 0
    assert sum("ring" in reason for reason in incident.reasons) == 3


def test_who_rests_on_a_ring_has_no_origin_either() -> None:
    cites = {"Alpha": "Beta", "Beta": "Alpha", "Gamma": "Alpha"}
    incident = only(*citing(["Alpha", "Beta", "Gamma"], cites))
    assert (incident.origins, set(incident.origin_of.values())) == (0, {None})


def test_a_ring_beside_one_who_saw_leaves_one_origin() -> None:
    papers, claims = citing(["Alpha", "Beta", "Gamma"], {"Alpha": "Beta", "Beta": "Alpha"})
    assert only(papers, claims).origins == 1


def test_a_paper_that_cites_itself_is_one_origin() -> None:
    papers, claims = citing(["Alpha"], {"Alpha": "Alpha"})
    assert only(papers, claims).origins == 1


def test_a_house_that_tells_it_again_and_again_is_one_origin() -> None:
    papers = [document(f"n{n}", publisher="Alpha Gazette", published=f"2024-05-{n + 4:02}") for n in range(6)]
    assert only(papers, [claim(paper, "forced_return", 0, **NIGHT) for paper in papers]).origins == 1


def test_copies_in_every_direction_are_one_origin() -> None:
    body = " ".join(f"word{n % 50} of the long night at the bridge" for n in range(60))
    papers = [document(f"n{n}", publisher=f"Paper {n}", published="2024-05-05", text=body) for n in range(4)]
    assert only(papers, [claim(paper, "forced_return", 0, **NIGHT) for paper in papers]).origins == 1


def test_one_document_that_asserts_and_denies_is_disputed_and_shows_both() -> None:
    paper = document("paper", publisher="Alpha Gazette", published="2024-05-05")
    told = claim(paper, "forced_return", 0, **NIGHT)
    denial = claim(paper, "forced_return", 5, stance=StanceKind.DENIED, **NIGHT)
    incident = only([paper], [told, denial])
    assert (incident.claims, incident.denials, incident.status) == ((told.id,), (denial.id,), Status.DISPUTED)


def test_everybody_contradicting_everybody_keeps_every_figure() -> None:
    papers = [document(f"n{n}", publisher=f"Body {n}", published="2024-05-05") for n in range(12)]
    claims = [claim(paper, "forced_return", 0, count=people(best=10 * 2**n), **NIGHT) for n, paper in enumerate(papers)]
    found = reconcile(papers, claims).incidents
    assert {one for incident in found for one in incident.claims} == {one.id for one in claims}
    assert all(incident.affected and incident.affected.count for incident in found)
    assert all(
        incident.affected.count.best is None or len(incident.claims) == 1  # type: ignore[union-attr]
        for incident in found
    )


def test_people_and_bodies_that_lead_each_other_in_a_ring_are_one_origin() -> None:
    text = "Ada Berg, director of Alpha House. Alpha House, director of Beta House. Beta House, director of Ada Berg."
    paper = document("paper", published="2024-05-05", text=text)
    claims = []
    for number, name in enumerate(("Ada Berg", "Alpha House", "Beta House")):
        made = claim(paper, "forced_return", number, voices=(name,), **NIGHT)
        at = text.index(name)
        claims.append(replace(made, voices=(replace(made.voices[0], span=(at, at + len(name))),)))
    assert len(reconcile([paper], claims).incidents) == 1


def test_intervals_that_end_before_they_begin_end_in_a_record() -> None:
    paper = document("paper", publisher="Alpha Gazette", published="2024-05-05")
    backwards = claim(paper, "forced_return", 0, when=When("2024-05-09", "2024-05-02"), where=ROUTE)
    assert only([paper], [backwards]).claims == (backwards.id,)


def test_documents_without_anything_end_in_a_record() -> None:
    bare = Document(document("bare").id, "bare", "text/plain")
    empty = document("empty", text=" ")
    assert reconcile([bare, empty], []).incidents == ()
    assert only([bare], [claim(bare, "forced_return", 0)]).origins <= 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14), st.integers(0, 1000))
def test_whoever_cites_whomever_the_record_ends_and_is_the_same_in_any_order(
    edges: list[tuple[int, int]], seed: int
) -> None:
    papers = [document(f"n{n}", publisher=f"Body{n} Gazette", published="2024-05-05") for n in range(6)]
    claims = [
        claim(papers[one], "forced_return", number, voices=(f"Body{other} Gazette",), **NIGHT)
        for number, (one, other) in enumerate(edges)
    ]
    made = reconcile(papers, claims)
    mixed = random.Random(seed)
    assert reconcile(mixed.sample(papers, 6), mixed.sample(claims, len(claims))) == made
    for incident in made.incidents:
        assert incident.origins == len(set(incident.origin_of.values()) - {None})
