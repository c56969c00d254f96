"""Start-up and memory of the reference data, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from costs import least

_PROGRAM = """
import json, time
start = time.process_time()
from clarion.language.places import find_places
found = find_places("They were returned from Dandong to Sinuiju.")
seconds = time.process_time() - start
lines = open("/proc/self/status", encoding="ascii").read().splitlines()
peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))  # KiB, of this program alone
print(json.dumps({"seconds": seconds, "peak": peak / 1024, "found": len(found)}))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory of a process is read from /proc")
def test_places_load_lazily_and_lightly() -> None:
    """Under 100 MB in all and well under a second; as Python dictionaries it would be 589 MB and 8 seconds."""

    def cost() -> float:
        out = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
        cost = json.loads(out.stdout)
        assert cost["found"] == 2
        assert cost["peak"] < 100
        return float(cost["seconds"])

    assert least(cost, most=1.0) < 1.0
