"""The sample case: made from the documents in the package, without a network."""

import tomllib
from importlib import resources
from pathlib import Path

from clarion.flow.case import Case
from clarion.flow.outcome import Outcome, Progress, silent
from clarion.model.errors import BadRequest

_DOSSIER = "dossier.html"
# the folder's name is the title of the dossier
_CASE = "Returns-from-China-to-North-Korea-2021-to-2024"
_QUESTIONS = "questions.toml"
# so that each view of the sample case shows something
_GIVEN = {"provider": "The Clarion authors", "handling": "public"}


def make_demo(folder: Path, *, progress: Progress = silent) -> tuple[Path, Path, Outcome]:
    """Make the sample case in a folder, or bring the one there up to date; its path and that of its dossier.

    Raises:
        BadRequest: this installation has no sample documents.
    """
    with resources.as_file(resources.files("clarion") / "sample") as sample:
        documents = sorted(sample.glob("*.md")) if sample.is_dir() else []
        if not documents:
            raise BadRequest("this installation has no sample documents; install Clarion again")
        total = Outcome()
        with Case.open(folder / _CASE) as case:
            for outcome in (
                case.preserve(documents, given=_GIVEN, progress=progress),
                case.read(progress=progress),
                case.extract(progress=progress),
                case.reconcile(progress=progress),
                case.assess(progress=progress),
                case.respond(progress=progress),
            ):
                total.problems.extend(outcome.problems)
            _ask(case, sample / _QUESTIONS)
            case.publish(folder / _DOSSIER, view="sealed")
            total.done = len(case.record().documents)
    return (folder / _CASE).absolute(), (folder / _DOSSIER).absolute(), total


def _ask(case: Case, path: Path) -> None:
    """Add the open questions that are not in the case yet, each about its document."""
    known = {note.text for note in case.notes()}
    of_path = {document.path: document.id for document in case.record().documents}
    for question in tomllib.loads(path.read_text(encoding="utf-8"))["question"]:
        if question["text"] not in known:
            case.ask_about(of_path[question["about"]], question["text"])
