"""How long reconciling takes, and how its cost grows, on made cases.

    python bench/reconciling.py CLAIMS [--more N] [--watch FILE]      prints one JSON object; what goes on, into FILE

CPU time is that of this process and of those that read texts for it, so that other work on the machine disturbs little;
memory is its largest resident set, the claims and documents of the case included. The case is that of `cases.py`.
"""

import argparse
import itertools
import json
import math
import random
import resource
import statistics
import time
from pathlib import Path

import costs
from cases import Maker, made_case
from clarion.model import Claim, Document
from clarion.reconcile.incremental import Reconciler
from speed import peak_mib
from watching import Watch

ONE_MORE = 100  # documents that are added one by one to a case that stands
Told = list[tuple[Document, list[Claim]]]


def measure(claims: int, more: int = ONE_MORE, watched: Path | None = None) -> dict[str, object]:
    """CPU seconds of a case of so many claims, and of so many documents more, one by one.

    What goes on meanwhile is written into the file `watched`.
    """
    with Watch(watched) as watch:
        watch.stage = "making the case"
        told = by_document(*made_case(claims))
        case, peak = len(told), peak_mib()
        new = random.Random(5).sample(told, min(more, case // 4))
        held = {document.id for document, _ in new}
        reconciler = Reconciler()
        watch.stage = f"reconciling {sum(len(of) for _, of in told):,} claims"
        start, clock = _cpu(), time.perf_counter()
        reconciler.change([(document, of) for document, of in told if document.id not in held])
        seconds, wall = _cpu() - start, time.perf_counter() - clock
        watch.stage = f"reconciled in {wall:.1f} s, {seconds:.1f} s of CPU time; adding"
        added = [0.0] if not new else []
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
        "peak MiB with children": round(watch.peak),
        "MiB of the case alone": round(peak),
        "one more document ms, median": round(added[len(added) // 2], 1),
        f"one more document ms, longest of {more}": round(added[-1], 1),
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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int)
    parser.add_argument("--more", type=int, default=ONE_MORE, help="documents added one by one")
    parser.add_argument("--watch", type=Path, help="file to write what goes on into")
    told = parser.parse_args()
    print(json.dumps(measure(told.claims, told.more, told.watch)))
