"""What is worked out faster, or elsewhere, is what the plain way gives."""

import sys
from itertools import combinations
from pathlib import Path

import pytest

from clarion.reconcile import reading
from clarion.reconcile.leaves import Leaf
from clarion.reconcile.likeness import likeness
from clarion.reconcile.reading import Reading
from clarion.reconcile.scoring import Facts, score, substance
from clarion.reconcile.surroundings import asked_of, read

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from cases import made_case


def test_scores_from_facts_are_those_of_likeness() -> None:
    documents, claims = made_case(220, seed=3)
    sketches = []
    for document in documents:
        leaf = Leaf(document, [claim for claim in claims if claim.document == document.id])
        leaf.fill(read(asked_of(document)))
        sketches += [one for part in leaf.acts.values() for one in part.told]
    compared = 0
    for left, right in combinations(sketches, 2):
        if left.act == right.act:
            alike, facts = likeness(left, right), (Facts(left), Facts(right))
            assert score(*facts) == (None if alike.block else alike.score)
            assert score(*facts, 2.5) == (None if alike.block or alike.score < 2.5 else alike.score)
            assert substance(*facts) == (None if alike.block else alike.substance)
            compared += 1
    assert compared > 300


def test_texts_read_in_a_process_of_their_own_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FEWEST", 1)
    monkeypatch.setattr(reading, "CHUNK", 2)
    documents, _ = made_case(60, seed=4)
    with Reading(documents, cores=3) as apart:
        for thread in apart._threads:
            thread.join()
        found = apart.finish()
    assert found == {document.id: read(asked_of(document)) for document in documents}


def test_what_a_dead_process_had_taken_is_read_by_the_asking_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FEWEST", 1)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    documents, _ = made_case(30, seed=4)
    with Reading(documents, cores=2) as apart:
        found = apart.finish()
    assert found.keys() == {document.id for document in documents}
