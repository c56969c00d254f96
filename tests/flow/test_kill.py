"""A run that is killed at any moment leaves a case that opens, verifies and continues."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.store.folder import is_case
from clarion.store.projection import dump

# everything that writes, over and over, so that a kill can fall into any of it; small batches make many transactions
WORK = """
import sys
from clarion.flow import Case, batches
batches._MOST_ITEMS = 2
print("ready", flush=True)
while True:
    with Case.open(sys.argv[1]) as case:
        case.preserve([sys.argv[2]])
        case.read()
        case.extract()
        case.reconcile()
        case.assess()
        case.respond()
        case.publish(sys.argv[1] + ".json", view="sealed")
        case.erase("mail.eml", "again")
        case.rebuild()
"""
SEED = 7


def _kill_once(folder: Path, reports: Path, after: float) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORK, str(folder), str(reports)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert worker.stdout is not None
    assert worker.stderr is not None
    worker.stdout.readline()
    time.sleep(after)
    assert worker.poll() is None, worker.stderr.read().decode()
    worker.kill()
    worker.communicate()


@pytest.mark.parametrize("kills", [8])
def test_a_case_outlives_every_kill(tmp_path: Path, reports: Path, kills: int) -> None:
    """After each kill the case verifies; in the end it holds what an undisturbed one holds."""
    folder = tmp_path / "case"
    moments = random.Random(SEED)
    for _ in range(kills):
        _kill_once(folder, reports, moments.uniform(0.0, 1.2))
        if is_case(folder):
            with Case.open(folder) as case:
                case.verify()
    with Case.open(folder) as case, Case.open(tmp_path / "undisturbed") as other:
        for one in (case, other):
            one.preserve([reports])
            for verb in ("read", "extract", "reconcile", "assess", "respond"):
                getattr(one, verb)()
            one.verify()
        with case._folder.reading() as ours, other._folder.reading() as theirs:
            lines = [line for line in dump(ours) if b'"table":"publications"' not in line]
            assert lines == list(dump(theirs))
    assert not list(folder.rglob("*.part"))
