"""Whatever is done to a case in whatever order, its lists are those that a rebuild makes."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clarion.flow import Case
from clarion.flow.desk import working
from clarion.flow.desk.filters import ClaimFilter, DocumentFilter
from clarion.model.errors import BadRequest
from clarion.store import dialect, projection, shelf_tables

STEPS = 26


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done in the background, so that the order is that of the test."""
    monkeypatch.setattr(working.Worker, "ask", lambda *_: None)


def lists(case: Case) -> dict[str, Any]:
    """Every narrow table without the numbers of its rows, and the words of claims by the claims that hold them."""
    tables = (*shelf_tables.SHELVES, *shelf_tables.TIES, shelf_tables.runs)
    with case._folder.reading() as connection:
        found: dict[str, Any] = {table.name: list(projection.rows_of_list(connection, table)) for table in tables}
        claims = dict(connection.exec_driver_sql("SELECT row, id FROM shelf_claims").all())
        documents = dict(connection.exec_driver_sql("SELECT row, id FROM shelf_documents").all())
        for index, names in ((dialect.CLAIM_WORDS, claims), (dialect.WORDS, documents)):
            found[index] = sorted((term, names[row], at) for term, row, at in dialect.terms(connection, index))
        assert projection.is_aligned(connection)
    return found


def answers(case: Case) -> list[Any]:
    """What the desk answers from its boards, by Ada and by Eve, who may not see what is sealed."""
    found: list[Any] = []
    for name in ("Ada", "Eve"):
        desk = case.desk(name)
        found += [desk.documents(), desk.documents(DocumentFilter(words="fishermen")), desk.claims(), desk.incidents()]
        found += [desk.documents(DocumentFilter(place="GR")), desk.claims(ClaimFilter(words="detained"))]
        found += [desk.claim_facets(), desk.incident_pins(), desk.search("fishermen"), desk.voices(), desk.asks()]
    return found


def deeds(case: Case, numbers: random.Random, folder: Path) -> dict[str, Callable[[], object]]:
    """What can be done to a case; each picks by chance what it is done to."""
    desk, judged = case.desk("Ada"), list[str]()

    def claim() -> str:
        return numbers.choice(desk.claims().items).claim.id

    def document() -> Any:
        return numbers.choice(desk.documents().items).document.id

    def judge() -> None:
        verdict = numbers.choice(("accept", "reject", "unsure", "correct"))
        value = '{"act": "killing"}' if verdict == "correct" else None
        by = case.desk(numbers.choice(("Ada", "Bo")))
        judged.append(by.judge(claim(), verdict, "seen", value=value).judgement.id)

    def take_in() -> None:
        name = f"more-{numbers.randrange(6)}.txt"
        text = f"Harbour Light said police detained {numbers.randrange(2, 90)} weavers in Athens on 3 May 2023.\n"
        (folder / name).write_text(text, encoding="utf-8")
        case.preserve([folder])

    return {
        "take in": take_in,
        "read": case.read,
        "extract": case.extract,
        "reconcile": case.reconcile,
        "assess": case.assess,
        "respond": case.respond,
        "judge": judge,
        "judge an incident": lambda: desk.judge(numbers.choice(desk.incidents().items).incident.id, "accept", "so"),
        "undo": lambda: desk.undo(numbers.choice(judged), "a slip"),
        "seal": lambda: desk.set_handling(document(), "sealed", reason="asked for"),
        "open": lambda: desk.set_handling(document(), "partner", reason="agreed"),
        "tag": lambda: desk.tag(claim(), numbers.choice(("night", "raid"))),
        "erase": lambda: case.erase(document(), "asked for"),
    }


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_lists_that_a_rebuild_makes(seed: int, tmp_path: Path, reports: Path) -> None:
    """Also where documents are read before or after people judged, sealed and erased; and the case verifies."""
    numbers = random.Random(seed)
    with Case.open(tmp_path / "case") as case:
        case.preserve([reports])
        case.read()
        case.extract()
        doing = deeds(case, numbers, reports)
        chosen = ["erase", *numbers.choices([name for name in doing if name != "erase"], k=STEPS - 1)]
        numbers.shuffle(chosen)
        for name in chosen:
            try:
                doing[name]()
            except (BadRequest, IndexError):
                continue  # there is nothing that it could be done to
            answers(case)  # so that boards are carried from state to state
        case.verify()
        kept, shown = lists(case), answers(case)
        case.rebuild()
        assert lists(case) == kept
        for one, other in zip(shown, answers(case), strict=True):
            assert sorted(map(str, getattr(one, "items", (one,)))) == sorted(
                map(str, getattr(other, "items", (other,)))
            )
