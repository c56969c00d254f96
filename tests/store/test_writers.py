"""Eight processes write to one case at once: no error, one chain, nothing lost."""

import subprocess
import sys

from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder

WORK = """
import sys
from pathlib import Path
from clarion.model import JudgementVerdict
from clarion.store import people
from clarion.store.folder import CaseFolder
from clarion.store.keys import acting
case = CaseFolder.open(Path(sys.argv[1]))
about = case.state().documents[0]
print("ready", flush=True)
sys.stdin.readline()
with acting(sys.argv[2]):
    for number in range(10):
        people.judge(case, people.Said(about, JudgementVerdict.ACCEPT, f"round {number}"))
"""
WRITERS = 8


def test_eight_processes_judge_at_once_and_the_chain_verifies(case: CaseFolder) -> None:
    """Each entry stands, in the order of the log, by the name of its writer."""
    before = check_case(case).entries
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WORK, str(case.folder), f"Person {number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    failures = []
    for writer in writers:  # each answer of the loop starts one; all are past their imports
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        failures.append(writer.communicate()[1])
    assert failures == [""] * WRITERS
    checked = check_case(case)
    assert checked.entries == before + WRITERS * 10
    assert len(checked.heads) == 1
    said = case.state().judgements
    assert [one.by for one in said].count("Person 3") == 10
    assert [one.answers for one in said[1:]] == [one.id for one in said[:-1]]
