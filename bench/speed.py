"""How fast and how lean reading is, each measurement in a process of its own.

    python bench/speed.py dense|general|start SIZE      prints one JSON object

start-up is the time from the start of the interpreter to the first claims of a one-line document, with the bytecode
that an installed package has; peak memory is the largest resident set of the process. CPU time is that of the process,
so that a busy machine disturbs little.
"""

import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from clarion.extract import find_claims
from clarion.model import Document
from clarion.model.ids import DocumentId
from made import dense_text, general_text

DOCUMENT_SIZE = 4_000  # characters of one document: a page or two
RUNS = 3  # the best counts: other work on the machine only ever slows
_ONE_LINE = "On 3 May 2001 two people were arrested in Paris."

Figures = dict[str, float]


def measure(what: str, size: int = 400_000) -> Figures:
    """The best of several runs of one measurement: `start`, or reading `size` characters of `dense` or `general`."""
    with tempfile.TemporaryDirectory() as kept:  # for bytecode, which an installed package has and the first run writes
        runs = [_run(what, size, kept) for _ in range(RUNS)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    if "cpu seconds" in best:
        best["KB/s"] = round(size / 1000 / best["cpu seconds"], 1)
    return best


def copies(texts: int) -> Figures:
    """What `bench/copies.py` measures among so many texts."""
    command = [sys.executable, str(Path(__file__).with_name("copies.py")), str(texts)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def reconciling(claims: int) -> Figures:
    """What `bench/reconciling.py` measures on a case of so many claims."""
    command = [sys.executable, str(Path(__file__).with_name("reconciling.py")), str(claims)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def document(text: str, number: int = 0) -> Document:
    """A plain English document of 2024 with this text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=DocumentId(f"sha256:{digest}"),
        path=f"{number}.txt",
        media_type="text/plain",
        language="en",
        published=date(2024, 12, 1),
        text=text,
        text_sha256=digest,
    )


def peak_mib() -> float:
    """Largest resident memory of this process, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would count the process that started this one too
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _run(what: str, size: int, kept: str) -> Figures:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    command = [sys.executable, __file__, what, str(size), repr(began)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    figures: Figures = json.loads(done.stdout)
    return figures


def _in_this_process(what: str, size: int, began: float) -> Figures:
    find_claims(document(_ONE_LINE))
    if what == "start":
        return {
            "start-up s": round(time.time() - began, 2),
            "cpu s": round(time.process_time(), 2),
            "peak MiB": round(peak_mib()),
        }
    text = {"dense": dense_text, "general": general_text}[what](size)
    documents = [document(text[at : at + DOCUMENT_SIZE], at) for at in range(0, size, DOCUMENT_SIZE)]
    start = time.process_time()
    claims = sum(len(find_claims(one)) for one in documents)
    seconds = time.process_time() - start
    return {"cpu seconds": round(seconds, 3), "claims": claims, "peak MiB": round(peak_mib())}


if __name__ == "__main__":
    print(json.dumps(_in_this_process(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))))
