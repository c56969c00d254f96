"""How long reconciling takes, and how its cost grows, on made cases.

    python bench/reconciling.py CLAIMS      prints one JSON object

CPU time is that of this process and of those that read texts for it, so that other work on the machine disturbs little;
memory is its largest resident set, the claims and documents of the case included. The case is that of `cases.py`.
"""

import itertools
import json
import math
import random
import resource
import statistics
import sys
import time

import costs
from cases import Maker, made_case
from clarion.model import Claim, Document
from clarion.reconcile.incremental import Reconciler
from speed import peak_mib

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


def growth(claims: int, most: float) -> tuple[float, float]:
    """What twice the claims cost over what so many cost, told from four times as many, and the CPU seconds."""
    effort = costs.Effort(factor=4, most=most)
    make = lambda claims: by_document(*made_case(claims))  # noqa: E731
    measured = costs.growth(make, lambda told: Reconciler().change(told), claims, effort)
    return measured.ratio, measured.more


def one_more(claims: int, documents: int, most: float) -> tuple[float, float]:
    """What one more document costs against four times the claims over against `claims`, and the CPU seconds of that.

    The medians of so many documents of other cases, added to both cases in turns; another such round where the cost
    looks like more than `most`.
    """
    cases = [Reconciler(), Reconciler()]
    for reconciler, size in zip(cases, (claims, 4 * claims), strict=True):
        reconciler.change(by_document(*made_case(size)))
    ratio, seconds = math.inf, 0.0
    for seed in range(9, 13):
        taken: tuple[list[float], list[float]] = ([], [])
        for pair in itertools.islice(Maker(seed).documents(), documents):
            for reconciler, times in zip(cases, taken, strict=True):
                times.append(costs.seconds(reconciler.change, [pair]))
        few, many = map(statistics.median, taken)
        ratio, seconds = min((ratio, seconds), (many / few, many))
        if ratio <= most:
            break
    return ratio, seconds


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


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
