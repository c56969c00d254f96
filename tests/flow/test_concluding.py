"""What was found before stands until what takes its place is found: nobody finds a case between two steps."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clarion.flow import Case, steps
from clarion.flow.concluding import conclude
from clarion.flow.desk import Upload, working
from clarion.store.log import read as read_log
from desks import made, settled

MORE = b"Kabul, 7 June 2023\n\nPakistan forcibly returned 30 Afghan refugees to Afghanistan on 6 June 2023, residents"
MORE += b" said. Rights groups call on Pakistan to stop the returns by 1 July 2030.\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case of two reports; the work in the background starts at once."""
    monkeypatch.setattr(working, "PAUSE", 0.05)
    with made(tmp_path) as opened:
        opened.desk("Ada").take_in([Upload("more.txt", MORE)])
        settled(opened)
        yield opened


class Held:
    """A step that waits, at its beginning, until the test lets it go on."""

    def __init__(self, step: Callable[..., Any]) -> None:
        self._step = step
        self.reached, self.go_on = threading.Event(), threading.Event()

    def __call__(self, *arguments: Any) -> Any:
        self.reached.set()
        assert self.go_on.wait(60)
        return self._step(*arguments)


def shown(case: Case) -> dict[str, list[str]]:
    """What the pages list."""
    desk = case.desk("Ada")
    return {
        "incidents": [row.incident.id for row in desk.incidents().items],
        "findings": [row.finding.id for row in desk.findings().items],
        "asks": [row.ask.id for row in desk.asks().items],
    }


@pytest.mark.parametrize("step", ["assess", "respond"])
def test_the_old_findings_are_answered_until_the_new_ones_stand(
    case: Case, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shown(case)
    assert all(before.values())
    held = Held(getattr(steps, step))
    monkeypatch.setattr(steps, step, held)
    desk = case.desk("Ada")
    rejected = [row.claim for row in desk.claims().items if row.claim.act == "forced_return"]
    desk.judge_many([one.id for one in rejected], "reject", "misread")
    assert held.reached.wait(60)
    assert desk.work().state == "working"
    assert shown(case) == before
    held.go_on.set()
    settled(case)
    after = shown(case)
    assert set(after["findings"]) < set(before["findings"])
    assert set(after["incidents"]) < set(before["incidents"])
    case.verify()


def test_a_stop_on_the_way_leaves_what_stood(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(case)
    with monkeypatch.context() as broken:
        broken.setattr(steps, "respond", lambda *_: 1 / 0)
        claim = case.desk("Ada").claims().items[0].claim
        case.desk("Ada").judge(claim.id, "reject", "misread")
        settled(case)
    assert shown(case) == before
    case.verify()
    case.desk("Ada").start_work()
    settled(case)
    assert shown(case) != before
    case.verify()


def test_what_is_concluded_is_what_the_three_verbs_make(tmp_path: Path) -> None:
    """The same rows, entries of the same kinds in the same order, and nothing is done twice."""
    records = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        with made(tmp_path / name) as opened:
            opened.judge(opened.record().claims[0].id, "reject", "misread")
            if name == "one":
                conclude(opened._folder)
                assert conclude(opened._folder).done == 0
            else:
                for verb in ("reconcile", "assess", "respond"):
                    getattr(opened, verb)()
            record = opened.record()
            with opened._folder.reading() as connection:
                kinds = [logged.entry.kind for logged in read_log(connection)]
            records.append((record.voices, record.incidents, record.findings, record.asks, record.actions, kinds))
            opened.verify()
            opened.rebuild()
            opened.verify()
    assert records[0] == records[1]


def test_what_is_missing_after_reconciling_alone_comes_to_it(case: Case) -> None:
    case.judge(case.record().claims[0].id, "reject", "misread")
    case.reconcile()
    assert case.record().findings == ()
    conclude(case._folder)
    assert case.record().findings
    case.verify()
