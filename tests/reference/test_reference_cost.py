"""Start-up and memory of the reference data, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import json, time
start = time.perf_counter()
from clarion.language.places import find_places
found = find_places("They were returned from Dandong to Sinuiju.")
seconds = time.perf_counter() - start
lines = open("/proc/self/status", encoding="ascii").read().splitlines()
peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))  # KiB, of this program alone
print(json.dumps({"seconds": seconds, "peak": peak / 1024, "found": len(found)}))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory of a process is read from /proc")
def test_places_load_lazily_and_lightly() -> None:
    """Under 100 MB in all and well under a second; as Python dictionaries it would be 589 MB and 8 seconds."""
    out = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    cost = json.loads(out.stdout)
    assert cost["found"] == 2
    assert cost["peak"] < 100
    assert cost["seconds"] < 1.0
