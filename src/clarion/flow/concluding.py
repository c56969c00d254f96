"""Reconcile, assess and respond in one, for people who look on: what was found before stands until all is done anew."""

from typing import Any

from clarion.flow import kept, verbs, whole
from clarion.flow.outcome import Outcome, Progress, silent
from clarion.store import work
from clarion.store.folder import CaseFolder
from clarion.store.state import State


def conclude(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Do what claims, judgements and voices that changed ask for. One transaction puts all of it in place.

    Whoever reads meanwhile finds what stood before, whole; a stop on the way leaves it as it was.
    """
    outcome = Outcome()
    with case.working():
        state = case.state()
        progress("reconcile", 0, None)
        if (found := _found(case, state, progress)) is not None:
            basis, made = found
            with case.writing() as writing:
                work.keep_run(writing, state, "reconcile", basis.run, made.pop("reconcile"))
                for step, nouns in made.items():
                    work.keep_run(writing, state, step, whole.resting_on(state.runs["reconcile"]), nouns)
                    outcome.done += sum(map(len, nouns))
            return outcome
    # what was reconciled stands, so whatever is missing comes to it and takes nothing away
    for verb in (verbs.assess, verbs.respond):
        outcome.done += verb(case, progress=progress).done
    return outcome


def _found(
    case: CaseFolder, state: State, progress: Progress
) -> tuple[whole.Basis, dict[str, tuple[tuple[Any, ...], ...]]] | None:
    """What the three steps make, by step; None when there is nothing to reconcile, or it was done already."""
    with case.reading() as connection:
        basis = whole.basis_of(connection, state, "reconcile")
        if basis is None or whole.is_done(state, "reconcile", basis):
            return None
        nouns = kept.of(case).reconcile(connection, state, basis.within)
        return basis, {"reconcile": nouns} | whole.work_out_later(connection, basis, nouns[1], progress)
