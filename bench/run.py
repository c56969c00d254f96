"""Measure Clarion and write the figures down: `bench/figures.json`, `docs/how-well.md` and the table of the README.

    python bench/run.py                       everything at hand, longest texts of 1 MB (some minutes)
    python bench/run.py speed gold            some sections: speed, growth, copies, reconcile, gold, parts
    python bench/run.py growth --longest 10   text made to hang a reader, up to 10 million characters (an hour)

A section that is not measured keeps its figures and their day.
"""

import argparse
import json
import os
import platform
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from growth import MOST, PATTERNS, Growth, doors, growth
from page import END, MARK, page, short_table
from quality import gold_scores, part_scores
from speed import copies, measure, reconciling

REPOSITORY = Path(__file__).resolve().parent.parent
FIGURES = REPOSITORY / "bench" / "figures.json"
SECTIONS = ("speed", "growth", "copies", "reconcile", "gold", "parts")
COPIES = (2_000, 4_000)  # texts among which copies are sought
CLAIMS = (3_000, 10_000)  # claims of the made cases that are reconciled; --claims 100000 1000000 takes long
USUAL = 1.0  # longest text of `growth`, million characters: some minutes


def main() -> int:
    """Measure, write, and say whether every door is linear: the exit status is 1 when one is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=" ".join(SECTIONS))
    parser.add_argument("--longest", type=float, default=USUAL, help="longest text of `growth`, million characters")
    parser.add_argument("--patterns", default="", help="patterns of `growth`, separated by commas (all of them)")
    parser.add_argument("--doors", default="", help="doors of `growth`, separated by commas (all of them)")
    parser.add_argument("--claims", type=int, nargs="*", default=CLAIMS, help="sizes of the cases of `reconcile`")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(SECTIONS):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
    for section in options.sections or SECTIONS:
        measured = _measured(section, options)
        if measured:
            # a few patterns at great length stand beside all of them at the usual one
            name = "long growth" if section == "growth" and options.longest > USUAL else section
            figures[name] = {"measured": date.today().isoformat(), "machine": _machine(), "figures": measured}
        write(figures)
    print(short_table(figures))
    grown = [one for name in ("growth", "long growth") for one in figures.get(name, {}).get("figures", ())]
    return 1 if any(one["ratio"] > one["most"] for one in grown) else 0


def write(figures: dict[str, Any]) -> None:
    """Write the figures, the page and the table of the README."""
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (REPOSITORY / "docs" / "how-well.md").write_text(page(figures), encoding="utf-8")
    readme = REPOSITORY / "README.md"
    text = readme.read_text(encoding="utf-8")
    if MARK in text:
        head, rest = text.split(MARK, 1)
        tail = rest.split(END, 1)[1]
        readme.write_text(f"{head}{MARK}\n{short_table(figures)}{END}{tail}", encoding="utf-8")


def _measured(section: str, options: argparse.Namespace) -> Any:
    print(f"{section} ...", flush=True)
    if section == "speed":
        return {what: measure(what) for what in ("start", "dense", "general")}
    if section == "growth":
        return [_row(one) for one in _growths(options)]
    if section == "copies":
        return [copies(size) for size in COPIES]
    if section == "reconcile":
        return [reconciling(size) for size in options.claims]
    return gold_scores() if section == "gold" else part_scores()


def _growths(options: argparse.Namespace) -> list[Growth]:
    size = int(options.longest * 1_000_000) // 2
    chosen = options.patterns.split(",") if options.patterns else list(PATTERNS)
    asked = options.doors.split(",") if options.doors else list(doors())
    measured = []
    for pattern in chosen:
        for door in asked:
            measured.append(growth(door, pattern, size, tries=3))
            print(f"  {door} {pattern}: {measured[-1].once:.2f} s, {measured[-1].twice:.2f} s", flush=True)
    return measured


def _row(one: Growth) -> dict[str, Any]:
    times = {"once": round(one.once, 3), "twice": round(one.twice, 3)}
    return {**asdict(one), **times, "ratio": round(one.ratio, 2), "most": MOST}


def _machine() -> str:
    system = f"{platform.system()} {platform.machine()}"
    return f"Python {platform.python_version()} on {system}, {os.cpu_count()} cores shared with other work"


if __name__ == "__main__":
    raise SystemExit(main())
