"""A page shows so many rows of a list, so four times the claims must not make it four times the work."""

import importlib.util
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from clarion.flow import Case
from conftest import REPOSITORY

SignIn = Callable[..., Any]
SMALL, LARGE = 2_000, 8_000  # claims; lists are longer than a page in both
MOST = 2.0  # times the processor time; work that grows with the case makes it four times
TRIES = 6  # the least counts: other work on the machine disturbs some
ROUNDS = 3


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Case, Case]]:
    """A made case and one four times as large."""
    spec = importlib.util.spec_from_file_location("bigcase_of_pages", REPOSITORY / "bench" / "bigcase.py")
    assert spec is not None
    assert spec.loader is not None
    bigcase = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = bigcase
    spec.loader.exec_module(bigcase)
    folders = [tmp_path_factory.mktemp(str(size)) / "case" for size in (SMALL, LARGE)]
    for folder, size in zip(folders, (SMALL, LARGE), strict=True):
        bigcase.make(folder, size)
    with Case.open(folders[0]) as small, Case.open(folders[1]) as large:
        yield small, large


def _pages(case: Case) -> dict[str, str]:
    """Kinds of pages, each with an address of the case."""
    desk = case.desk("owner")
    claim = desk.claims().items[0].claim
    few = next(row.incident for row in desk.incidents().items if row.claims <= 3)
    return {
        "start": "/",
        "claims": "/extract/",
        "claims of an act": "/extract/?act=detention",
        "documents": "/read/",
        "document": f"/read/{claim.document.removeprefix('sha256:')}/",
        "incidents": "/reconcile/",
        "incident": f"/reconcile/{few.id}/",
        "findings": "/assess/",
        "asks": "/respond/",
        "voices": "/voices/",
        "log": "/log/",
        "preserve": "/preserve/",
        "publish": "/publish/",
    }


def test_four_times_the_claims_do_not_take_twice_the_time(
    sign_in: SignIn, cases: tuple[Case, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each page is measured on both cases in turns, when its case is loaded."""
    from clarion.workbench import cases as opened

    client, least = sign_in("owner"), dict[tuple[str, int], float]()
    addresses = [_pages(case) for case in cases]
    for attempt in range(TRIES):
        for size, case in enumerate(cases):
            monkeypatch.setattr(opened, "open_case", lambda case=case: case)
            for name, address in addresses[size].items():
                if attempt > 1 and _ratio(least, name) < MOST:
                    continue
                taken = min(_taken(client, address) for _ in range(ROUNDS + (attempt == 0)))
                least[name, size] = min(taken, least.get((name, size), taken))
    grown = {name: round(_ratio(least, name), 2) for name in addresses[0]}
    assert {name: ratio for name, ratio in grown.items() if ratio >= MOST} == {}


def _ratio(least: dict[tuple[str, int], float], name: str) -> float:
    return least[name, 1] / least[name, 0]


def _taken(client: Any, address: str) -> float:
    begun = time.process_time()
    answer = client.get(address)
    taken = time.process_time() - begun
    assert answer.status_code == 200, address
    return taken
