"""Start-up and memory of the reference data, in a process of its own."""

import json
import subprocess
import sys

_PROGRAM = """
import json, resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
from clarion.language.places import find_places
found = find_places("They were returned from Dandong to Sinuiju.")
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"seconds": seconds, "peak": peak / 1024, "found": len(found)}))
"""


def test_places_load_lazily_and_lightly() -> None:
    """Under 100 MB in all and well under a second; as Python dictionaries it would be 589 MB and 8 seconds."""
    out = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    cost = json.loads(out.stdout)
    assert cost["found"] == 2
    assert cost["peak"] < 100
    assert cost["seconds"] < 1.0
