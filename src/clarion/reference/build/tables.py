"""Reading the hand-written tables."""

import csv
from pathlib import Path


def rows(path: Path) -> list[list[str]]:
    """The rows of a hand-written table: fields by "|", "#" starts a comment line."""
    with path.open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if line.strip() and not line.startswith("#"))
        return list(csv.reader(kept, delimiter="|", quoting=csv.QUOTE_NONE))


def plain(name: str) -> str:
    """`Myanmar (Burma)` -> `Myanmar`; `Hong Kong SAR China` -> `Hong Kong`; `St. Lucia` stays."""
    name = name.split(" (")[0].removesuffix(" SAR China")
    return {"Congo - Kinshasa": "Democratic Republic of the Congo", "Congo - Brazzaville": "Republic of the Congo"}.get(
        name, name.replace(" & ", " and ")
    )
