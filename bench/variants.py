"""What two scores of the kit would be if figures and dates were read otherwise.

    CLARION_SHARED=FOLDER python bench/variants.py      tables of docs/decisions/0012-first-figure-and-open-sides.md

The kit's own scorers run on what `find_figures` and `find_dates` give and on variants of it: nothing is scored anew.
"""

import importlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from clarion import extract
from clarion.model import Count, When

# a noun of harm right after a figure: those counted were killed or hurt and not displaced
_HARM = re.compile(r"\b(kill|dead|died|die|injur|wound|death|missing|casualt)", re.I)
_AFTER = 40  # code points after a figure, as far as the kit's scorer looks for a noun

FigureReader = Callable[[str], list[Count]]


def main() -> int:
    """Print both tables; 1 when the kit is not at hand."""
    shared = os.environ.get("CLARION_SHARED")
    if not shared or not Path(shared, "bench").is_dir():
        print("the kit is not here: set CLARION_SHARED to the folder that holds bench/")
        return 1
    kit = Path(shared, "bench")
    sys.path.insert(0, str(kit))
    print(_figures_table(_rows(kit / "data" / "figures" / "idmc.jsonl")))
    print(_dates_table(_rows(kit / "data" / "dates" / "timebank.jsonl")))
    return 0


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _figures_table(rows: list[dict[str, Any]]) -> str:
    kit = importlib.import_module("figures")
    read = extract.find_figures
    variants: dict[str, FigureReader] = {
        "as it is": read,
        "only figures written in digits": lambda text: [c for c in read(text) if _in_digits(text, c)],
        "without those killed, hurt or missing": lambda text: [c for c in read(text) if not _of_harm(text, c)],
        "without those, digits only": lambda text: [
            c for c in read(text) if _in_digits(text, c) and not _of_harm(text, c)
        ],
        "largest first": lambda text: sorted(read(text), key=lambda c: -(c.best or c.low or c.high or 0)),
    }
    lines = ["| idmc | found | first | +unit |", "|---|---|---|---|"]
    for name, variant in variants.items():
        extract.find_figures = variant
        scores = kit.displacement(rows)[1]
        lines.append(f"| {name} | {scores['found']} | {scores['first']} | {scores['+unit']} |")
    extract.find_figures = read
    return "\n".join(lines)


def _in_digits(text: str, count: Count) -> bool:
    return count.span is not None and any(letter.isdigit() for letter in text[slice(*count.span)])


def _of_harm(text: str, count: Count) -> bool:
    return count.span is not None and bool(_HARM.search(text[count.span[1] : count.span[1] + _AFTER]))


def _dates_table(rows: list[dict[str, Any]]) -> str:
    kit = importlib.import_module("dates")
    kinds: Counter[str] = Counter()
    for row in rows:
        got = extract.find_dates(row["text"], written_on=date.fromisoformat(row["written_on"]))
        for gold in row["gold"]:
            if kit.is_point(gold):
                kinds[_kind(kit, gold, _nearest(got, gold))] += 1
    total = kinds.total()
    lines = ["| timebank, calendar points | number | share |", "|---|---|---|"]
    lines += [f"| {kind} | {number} | {100 * number / total:.1f} % |" for kind, number in kinds.most_common()]
    return "\n".join(lines)


def _nearest(got: Iterable[When], gold: list[Any]) -> When | None:
    """The expression that shares most with the gold span."""
    shared = [(min(when.span[1], gold[1]) - max(when.span[0], gold[0]), when) for when in got if when.span]
    return max((one for one in shared if one[0] > 0), key=lambda one: one[0], default=(0, None))[1]


def _kind(kit: Any, gold: list[Any], when: When | None) -> str:
    if when is None:
        return "not found"
    low, high = kit.interval(gold[3])
    start, end = kit.iso(when.start), kit.iso(when.end)
    if start == low and high in (None, end):
        return "exact"
    if start is None and end is None:
        return "no bound given"
    if start is None or end is None:
        named = high is not None and (start in (low, high) or end in (low, high))
        return "the named time, one side open" if named else "another time, one side open"
    return "inside the gold interval" if kit.inside(when, (low, high)) else "another interval"


if __name__ == "__main__":
    sys.exit(main())
