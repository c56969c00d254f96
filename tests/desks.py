"""A small case with all verbs done, for the tests of the desk."""

from pathlib import Path

from clarion.flow import Case, guarding
from clarion.flow.desk import working
from clarion.model.vocabulary import View
from clarion.publish.safety import keyed

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


def put_to_somebody(case: Case) -> str:
    """An ask to somebody named that a letter of the public view may be about.

    Other tests of the same case may have sealed the document of the first one.
    """
    checked = guarding.checked(case._folder, View.PUBLIC)
    shown = {one.id for one in checked.safe().record.asks}
    return next(one.id for one in checked.record.asks if one.addressee and keyed(one.id, checked.guard.secret) in shown)
