"""Many ask while others judge: nobody meets an error, and every answer is that of one moment."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.desk import Desk, working
from clarion.flow.desk.filters import ClaimFilter, DocumentFilter
from desks import made, settled

ASKING = 8
JUDGING = 2
SECONDS = 4.0


def look(desk: Desk) -> None:
    """Ask in several ways; what one answer says in several places agrees."""
    facets = desk.claim_facets()
    assert sum(number for name, number in facets.values["judged"] if name != "differing") == facets.total
    page = desk.claims(ClaimFilter(judged="yes"))
    assert page.total == len(page.items)
    assert all(row.said.verdict for row in page.items)
    documents = desk.documents(DocumentFilter(judged=True)).items
    assert all(row.claims == row.judged for row in documents)
    start = desk.start()
    assert start.claims - start.unjudged >= 0
    for row in desk.claims().items:
        sheet = desk.claim(row.claim.id)
        assert sheet is not None
        assert sheet.row.said.verdict is None or sheet.judgements
    desk.search("detained")
    desk.incident_pins()
    desk.log()


def test_many_ask_while_two_judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight ask and two judge and take back, at once, while the work follows in the background."""
    monkeypatch.setattr(working, "PAUSE", 0.3)
    with made(tmp_path) as case:
        claims = [row.claim.id for row in case.desk("Ada").claims().items]
        until = time.monotonic() + SECONDS

        def run(name: str, do: Callable[[Desk], None]) -> int:
            rounds = 0
            while time.monotonic() < until:
                do(case.desk(name))
                rounds += 1
            return rounds

        def judge(desk: Desk) -> None:
            said = [desk.judge(claim, "accept", "seen").judgement.id for claim in claims]
            desk.undo(said[0], "a slip")
            batch = desk.judge_many(claims, "unsure", "on second thoughts")
            assert not batch.refused
            desk.undo_batch(batch.id, "no")

        with ThreadPoolExecutor(ASKING + JUDGING) as pool:
            under_way = [pool.submit(run, f"Reader {at}", look) for at in range(ASKING)]
            under_way += [pool.submit(run, f"Judge {at}", judge) for at in range(JUDGING)]
        assert all(one.result() for one in under_way)  # an error of a thread is raised here
        settled(case)
        # what is held in memory is what the tables say
        warm = [case.desk("Ada").claim_facets(), case.desk("Ada").documents(), case.desk("Ada").claims()]
    with Case.open(tmp_path / "case") as case:
        desk = case.desk("Ada")
        assert [desk.claim_facets(), desk.documents(), desk.claims()] == warm
