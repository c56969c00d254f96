"""The measured figures as `docs/how-well.md`, and in short as a table of the README."""

from typing import Any

MARK, END = "<!-- measured -->", "<!-- end of measured -->"

# the columns to read first, by task; what they mean stands in _MEANS
_COLUMNS = {
    "dates": ("cal F1", "strict", "exact", "found", "resolved", "spurious", "KB/s"),
    "figures": ("value F1", "bound F1", "person recall", "found", "first", "+unit", "KB/s"),
    "places": ("exact F1", "e2e 161", "e2e area", "country", "KB/s"),
    "voices": ("content", "source", "attr F1", "+source", "KB/s"),
    "stance": ("macro F1", "no", "between", "yes"),
    "acts": ("found", "alarms", "P", "R", "F1", "KB/s"),
    "copies": ("P", "R", "F1", "ARI", "2% noise", "6% noise", "KB/s"),
}
_MEANS = {
    "dates": "`cal F1`: right calendar point; `strict`: right words; `exact`: right words and value; "
    "`resolved`: right day of those that a careful reader could place; `spurious`: dates where there are none.",
    "figures": "`bound F1`: value with its bound (at least, up to, about); `first`: the figure asked for comes first; "
    "`+unit`: with its unit; `found`: among all figures given.",
    "places": "`exact F1`: right words; `e2e area`: found and put in the right area; `e2e 161`: within 161 km.",
    "voices": "`attr F1`: who says what; `+source`: with the right name; `content`: which words are somebody's.",
    "stance": "`macro F1` over no, between and yes; the other columns are F1 of each.",
    "acts": "`found`: reports whose act is found; `alarms`: acts in reports that tell none; "
    "`P` is low where a corpus counts only some of the acts.",
    "copies": "`F1` over pairs; `ARI`: how well families of copies are kept apart; the rest is recall by rewriting.",
}
_GOLD = {
    "own": "36 reports and 2 cases of the repository, half of them read while rules were written",
    "own later": "half of the 33 reports that other hands wrote when the rules stood, read since",
    "own blind": "the other half, which nobody read: a figure to trust",
    "speech read": "half of 32 reports made for who speaks, acts and is asked, read since",
    "speech blind": "the other half of them, never read by error",
    "dev": "development documents; two thirds of them were read while rules were written",
    "unread": "the third of them that nobody read: a figure to trust",
}


def page(figures: dict[str, Any]) -> str:
    """`docs/how-well.md` from {section: {"measured": date, "figures": ...}}."""
    head = (
        "# How well it works\n\n"
        "Made by `make bench`; do not edit.\n"
        "Percent unless the heading says otherwise.\n"
        "Data that is not part of the repository is named, not copied.\n"
    )
    sections = {
        "gold": _gold,
        "parts": _parts,
        "speed": _speed,
        "copies": _copies,
        "reconcile": _reconcile,
        "growth": _growth,
        "long growth": _long,
    }
    return "\n".join([head, *(write(figures[name]) for name, write in sections.items() if name in figures)])


def short_table(figures: dict[str, Any]) -> str:
    """The table of the README: what a newcomer asks first."""
    speed = figures["speed"]["figures"]
    rows = [
        ["start to first claims", f"{speed['start']['cpu s']} s of CPU time, {speed['start']['peak MiB']} MiB"],
        ["dense reports, general prose", f"{speed['dense']['KB/s']} and {speed['general']['KB/s']} KB/s on one core"],
    ]
    gold = figures.get("gold", {}).get("figures", {})
    for part, said in (
        ("unread", "documents that nobody read while writing rules"),
        ("own blind", "the same, by other hands"),
        ("dev", "all documents, most of them read"),
    ):
        if part in gold:
            said_of = ", ".join(
                f"{name} {gold[part][name]}" for name in ("detection", "stance", "count", "when", "where")
            )
            rows.append([f"gold: {said}", said_of])
    return f"Measured {figures['speed']['measured']}; gold in percent.\n\n" + _table(["what", "figure"], rows)


def _speed(section: dict[str, Any]) -> str:
    names = {
        "start": "start-up and a one-line document",
        "dense": "dense reports",
        "general": "general prose that tells no act",
    }
    columns = ("start-up s", "cpu s", "KB/s", "claims", "peak MiB")
    rows = [[said, *(_shown(section["figures"][name].get(c)) for c in columns)] for name, said in names.items()]
    return (
        f"## Speed and memory\n\nMeasured {section['measured']}, {section['machine']}.\n"
        "`find_claims`, one process for each line, the best of several runs.\n"
        "The texts have 400,000 characters and are made by `bench/made.py`.\n"
        "KB/s is thousands of characters a second of CPU time; start-up is by the clock.\n\n"
        + _table(["", *columns], rows)
    )


def _copies(section: dict[str, Any]) -> str:
    columns = ("texts", "million characters", "cpu seconds", "new text ms, mean", "new text ms, longest", "peak MiB")
    rows = [[_shown(one.get(column)) for column in columns] for one in section["figures"]]
    return (
        f"## Copies\n\nMeasured {section['measured']} on texts made by `bench/copies.py`, one in five a copy.\n"
        "*New text* is the CPU time to compare one more text with all of them.\n\n" + _table(list(columns), rows)
    )


def _reconcile(section: dict[str, Any]) -> str:
    columns = (
        "claims",
        "documents",
        "cpu seconds",
        "seconds",
        "ms a claim",
        "one more document ms, median",
        "one more document ms, longest of 100",
        "peak MiB",
    )
    rows = [[_shown(one.get(column)) for column in columns] for one in section["figures"]]
    return (
        f"## Reconcile\n\nMeasured {section['measured']} on cases made by `bench/cases.py`, "
        "on a machine that did other work.\n"
        "*One more document* is the CPU time to add one to the case.\n\n" + _table(list(columns), rows)
    )


def _growth(section: dict[str, Any]) -> str:
    return (
        f"## Text made to hang a reader\n\nMeasured {section['measured']}.\n"
        "One sign or word repeated; the CPU time for twice the text over that for the text. At most 2.2 is allowed.\n\n"
        + _doors(section)
    )


def _long(section: dict[str, Any]) -> str:
    patterns = ", ".join(dict.fromkeys(one["pattern"] for one in section["figures"]))
    return f"The same at greater length, measured {section['measured']}: {patterns}.\n\n" + _doors(section)


def _doors(section: dict[str, Any]) -> str:
    rows = []
    for door in sorted({one["door"] for one in section["figures"]}):
        mine = [one for one in section["figures"] if one["door"] == door]
        worst = max(mine, key=lambda one: one["ratio"])
        slowest = max(mine, key=lambda one: one["twice"] / one["size"])
        pace = 2 * slowest["size"] / 1000 / slowest["twice"]
        rows.append(
            [
                f"`{door}`",
                f"{worst['ratio']:.2f} ({worst['pattern']})" if worst["ratio"] else "too quick to measure",
                f"{pace:,.0f} KB/s ({slowest['pattern']})",
                f"{2 * max(one['size'] for one in mine):,}",
            ]
        )
    return _table(["door", "worst growth", "slowest", "longest text, characters"], rows)


def _gold(section: dict[str, Any]) -> str:
    names = list(dict.fromkeys(name for scores in section["figures"].values() for name in scores))
    parts = [part for part in _GOLD if part in section["figures"]]
    rows = [[name, *(_shown(section["figures"][part].get(name)) for part in parts)] for name in names]
    said = "\n".join(f"- *{part}*: {_GOLD[part]}." for part in parts)
    return (
        f"## Claims and incidents\n\nMeasured {section['measured']} with `tests/gold/gate.py`.\n"
        "Every document is invented.\n"
        "*Detection* is F1 of act and place in the text; *strict* asks for stance, count, when and where as well.\n"
        f"The other rows are of the claims that were found.\n\n{said}\n\n" + _table(["", *parts], rows)
    )


def _parts(section: dict[str, Any]) -> str:
    made = [
        f"## Part by part, beside others\n\nMeasured {section['measured']} on public data.\n"
        "The others were measured earlier with the same scorer on the same data, with default settings, "
        "on another load of the machine: compare orders of magnitude of KB/s.\n"
    ]
    for task, sets in section["figures"].items():
        made.append(f"### {task}\n\n{_MEANS[task]}\n")
        for name, rows in sets.items():
            programs = {program: row for program, row in rows.items() if program != "note"}
            columns = [c for c in _COLUMNS[task] if any(row.get(c) is not None for row in programs.values())]
            cells = [[program, *(_shown(row.get(c)) for c in columns)] for program, row in programs.items()]
            made.append(f"*{name}*: {rows['note']}\n\n" + _table(["", *columns], cells))
    return "\n".join(made)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:,}"
