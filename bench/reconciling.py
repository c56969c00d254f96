"""How long reconciling takes, and how its cost grows, on made cases.

    python bench/reconciling.py CLAIMS      prints one JSON object

CPU time is that of this process and of those that read texts for it, so that other work on the machine disturbs little;
memory is its largest resident set, the claims and documents of the case included. The case is that of `cases.py`.
"""

import gc
import json
import random
import resource
import sys
import time

from cases import Maker, made_case
from speed import peak_mib

from clarion.model import Claim, Document
from clarion.reconcile.incremental import Reconciler

ONE_MORE = 100  # documents that are added one by one to a case that stands
Told = list[tuple[Document, list[Claim]]]


def measure(claims: int) -> dict[str, object]:
    """CPU seconds of a case of so many claims, and of one more document against it."""
    told = by_document(*made_case(claims))
    case, peak = len(told), peak_mib()
    new = random.Random(5).sample(told, min(ONE_MORE, case // 4))
    held = {document.id for document, _ in new}
    reconciler = Reconciler()
    start, clock = _cpu(), time.perf_counter()
    reconciler.change([(document, of) for document, of in told if document.id not in held])
    seconds, wall = _cpu() - start, time.perf_counter() - clock
    added = []
    for document, of in new:
        start = time.process_time()
        reconciler.change([(document, of)])
        added.append(1000 * (time.process_time() - start))
    added.sort()
    number = sum(len(of) for _, of in told)
    return {
        "claims": number,
        "documents": case,
        "incidents": len(reconciler.incidents),
        "voices": len(reconciler.voices),
        "cpu seconds": round(seconds, 1),
        "seconds": round(wall, 1),
        "ms a claim": round(1000 * seconds / number, 2),
        "peak MiB": round(peak_mib()),
        "MiB of the case alone": round(peak),
        "one more document ms, median": round(added[len(added) // 2], 1),
        "one more document ms, longest of 100": round(added[-1], 1),
    }


def growth(claims: int, *, tries: int, most: float) -> tuple[float, float]:
    """CPU seconds for a case and for twice as many claims, the best of up to `tries`; fewer if `most` is kept."""
    few, many = by_document(*made_case(claims)), by_document(*made_case(2 * claims))
    once, twice = [], []
    for _ in range(tries):
        once.append(_seconds(few))
        twice.append(_seconds(many))
        if min(twice) <= most * min(once):
            break
    return min(once), min(twice)


def one_more(claims: int, documents: int, seed: int = 9) -> float:
    """CPU seconds, the median, of one more document of another case against a case of `claims`."""
    reconciler = Reconciler()
    reconciler.change(by_document(*made_case(claims)))
    taken = []
    for number, (document, of) in enumerate(Maker(seed).documents()):
        if number == documents:
            break
        start = time.process_time()
        reconciler.change([(document, of)])
        taken.append(time.process_time() - start)
    return sorted(taken)[len(taken) // 2]


def by_document(documents: list[Document], claims: list[Claim]) -> Told:
    """Each document with its claims."""
    of: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in claims:
        of[claim.document].append(claim)
    return [(document, of[document.id]) for document in documents]


def _cpu() -> float:
    """CPU seconds of this process and of those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _seconds(told: Told) -> float:
    gc.freeze()  # what a long-lived process holds is no part of the work
    start = time.process_time()
    Reconciler().change(told)
    taken = time.process_time() - start
    gc.unfreeze()
    return taken


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
