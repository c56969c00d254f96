"""Answers that are kept follow every entry of the log at once, and nobody is given what somebody else may see."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clarion.flow import Case
from clarion.flow.desk import Desk
from clarion.flow.desk.filters import ClaimFilter, IncidentFilter
from clarion.store import boards
from conftest import REPOSITORY

SIZE = 500  # claims: twenty documents, one of them sealed for Ada
ASKED: dict[str, Callable[[Desk], Any]] = {
    "start": lambda desk: desk.start(),
    "claim facets": lambda desk: desk.claim_facets(),
    "claim facets, filtered": lambda desk: desk.claim_facets(ClaimFilter(act="detention")),
    "document facets": lambda desk: desk.document_facets(),
    "incident facets": lambda desk: desk.incident_facets(),
    "finding facets": lambda desk: desk.finding_facets(),
    "pins": lambda desk: desk.incident_pins(),
    "pins, filtered": lambda desk: desk.incident_pins(IncidentFilter(act="detention")),
    "spans": lambda desk: desk.incident_spans(),
    "second looks": lambda desk: desk.second_looks(),
    "graph": lambda desk: desk.voice_graph(),
    "withheld": lambda desk: desk.would_withhold("public"),
}


@pytest.fixture(scope="module")
def bigcase() -> ModuleType:
    """The generator of the bench."""
    spec = importlib.util.spec_from_file_location("bigcase_of_answers", REPOSITORY / "bench" / "bigcase.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def case(bigcase: ModuleType, tmp_path: Path) -> Iterator[Case]:
    bigcase.make(tmp_path / "case", SIZE)
    with Case.open(tmp_path / "case") as opened:
        yield opened


def _anew(case: Case, name: str, person: str) -> Any:
    """The answer when nothing is kept."""
    boards.forget(case._folder)
    return ASKED[name](case.desk(person))


def _judge(case: Case) -> None:
    ada = case.desk("Ada")
    ada.judge(ada.claims(ClaimFilter(judged="no")).items[0].claim.id, "accept", "seen by two people")


def _seal(case: Case) -> None:
    ada = case.desk("Ada")
    open_one = next(row.document.id for row in ada.documents().items if row.handling is None and row.claims)
    ada.set_handling(open_one, "sealed", named=["Ada"], reason="a witness asked for it")


def _name(case: Case) -> None:
    ada = case.desk("Ada")
    hidden = next(row.document.id for row in ada.documents().items if row.handling == "sealed")
    ada.name_for(hidden, "Eve")


@pytest.mark.parametrize("change", [_judge, _seal, _name], ids=["a judgement", "sealing", "naming"])
def test_an_entry_of_the_log_changes_every_answer_at_once(case: Case, change: Callable[[Case], None]) -> None:
    """What is answered after an entry is what would be answered if nothing had been kept."""
    people = ("Ada", "Eve")
    before = {(name, person): ask(case.desk(person)) for name, ask in ASKED.items() for person in people}
    change(case)
    after = {(name, person): ask(case.desk(person)) for name, ask in ASKED.items() for person in people}
    assert after == {(name, person): _anew(case, name, person) for name, person in after}
    assert after != before


def test_nobody_is_given_the_answer_of_somebody_who_may_see_more(case: Case) -> None:
    """Whoever asks first, each is told what they would be told alone."""
    people = ("Ada", "Eve", "Ida")
    alone = {(name, person): _anew(case, name, person) for name in ASKED for person in people}
    for first in (people, people[::-1]):
        boards.forget(case._folder)
        for name, ask in ASKED.items():
            assert {person: ask(case.desk(person)) for person in first} == {
                person: alone[name, person] for person in first
            }
    assert alone["claim facets", "Ada"].total > alone["claim facets", "Eve"].total
    assert alone["start", "Ada"].claims == SIZE


def test_work_given_to_somebody_stands_on_their_start_page_alone(case: Case) -> None:
    """The start page is a person's own, though two people see the same documents."""
    eve, ida = case.desk("Eve"), case.desk("Ida")
    assert eve.start().assigned == ida.start().assigned == ()
    claim = eve.claims().items[0].claim.id
    eve.assign(claim, "Ida")
    assert [name for name, _ in ida.start().assigned] == [claim]
    assert eve.start().assigned == ()


def test_what_is_asked_twice_is_worked_out_once(case: Case) -> None:
    """An answer is the same thing until the log goes on, for all who see the same."""
    eve, ida = case.desk("Eve"), case.desk("Ida")
    first = eve.claim_facets()
    assert eve.claim_facets() is first
    assert ida.claim_facets() is first
    assert case.desk("Ada").claim_facets() is not first
    eve.judge(eve.claims().items[0].claim.id, "unsure", "the day is missing")
    assert eve.claim_facets() is not first


def test_answers_that_are_kept_are_few(case: Case) -> None:
    """However much is asked, the oldest answers go."""
    desk = case.desk("Ada")
    for year in range(1800, 2200):
        desk.claim_facets(ClaimFilter(words=f"night {year}"))
    with case._folder.reading() as connection:
        assert len(boards.boards_of(case._folder, connection).kept) <= 120
