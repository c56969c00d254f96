"""A small case with all verbs done, for the tests of the desk."""

from pathlib import Path

from clarion.flow import Case
from clarion.flow.desk import working

TEXTS = {
    "harbour.txt": (
        "Lantern Watch\n\nQuellwater, 4 May 2023\n\nPolice arrested twelve fishermen in Athens on 3 May 2023,"
        " Lantern Watch said. Guards beat two of them.\n"
    ),
    "border.txt": "Guards sent about 90 refugees back from Greece to Turkey on 5 May 2023, according to residents.\n",
}


def made(folder: Path) -> Case:
    """A case of two reports."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in TEXTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    case = Case.open(folder / "case")
    case.preserve([reports])
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(case, verb)()
    return case


def settled(case: Case) -> None:
    """Wait until the work in the background is done."""
    assert working.of(case._folder).wait(120)
