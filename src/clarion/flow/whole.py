"""The three steps over a whole case: what each rests on, and what comes of it, for the documents within a scope."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from clarion.flow import judged, steps
from clarion.flow.outcome import Progress
from clarion.flow.versions import versions
from clarion.model.nouns import Claim, Document, Incident
from clarion.store import projection, readings
from clarion.store.added import with_added
from clarion.store.canonical import Value, digest
from clarion.store.folder import Connection
from clarion.store.log import read as read_log
from clarion.store.state import Run, State, replay
from clarion.store.work import scope_now

STEPS = ("reconcile", "assess", "respond")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a step rests on. `run` says so in digests; its own digest is not known before the step is done."""

    run: Run
    within: State


def basis_of(connection: Connection, state: State, step: str, scope: Mapping[str, int] | None = None) -> Basis | None:
    """What a step would rest on now, or within an earlier scope. None when there is nothing to work on.

    The two later steps rest on what reconcile made, and so on its scope.
    """
    if step != "reconcile":
        before = state.runs.get("reconcile")
        return Basis(resting_on(before), replay(read_log(connection), before.scope)) if before is not None else None
    scope = dict(scope) if scope is not None else scope_now(connection)
    within = replay(read_log(connection), scope)
    if not within.extracted:
        return None
    documents = [_stamped(state, within, document) for document in sorted(within.extracted)]
    inputs: dict[str, Value] = {"documents": documents, "judgements": [one.id for one in within.judgements]}
    if added := sorted(one.entry for one in within.added.values()):
        inputs["added"] = added
    return Basis(_run(digest(inputs), scope), within)


def resting_on(reconciled: Run) -> Run:
    """The run of a later step on what reconcile made; its own digest is not known before the step is done."""
    return _run(digest([reconciled.inputs, reconciled.digest]), reconciled.scope)


def is_done(state: State, step: str, basis: Basis) -> bool:
    """Whether the step was done already, on the same basis and by the same engine."""
    run = state.runs.get(step)
    return run is not None and _key(run) == _key(basis.run)


def work_out(connection: Connection, step: str, basis: Basis) -> tuple[tuple[Any, ...], ...]:
    """What the step makes, table by table."""
    documents, claims = _taken(connection, basis.within)
    if step == "reconcile":
        return steps.reconcile(documents, claims, basis.within.judgements_in_force())
    if step == "assess":
        return steps.assess(projection.incidents(connection), claims, documents)
    return _responded(documents, claims, basis.within)


def work_out_later(
    connection: Connection, basis: Basis, incidents: Iterable[Incident], progress: Progress
) -> dict[str, tuple[tuple[Any, ...], ...]]:
    """What the two later steps make of incidents that are not in the case yet, by step."""
    documents, claims = _taken(connection, basis.within)
    progress("assess", 0, None)
    # in the order in which the case gives them
    found = {"assess": steps.assess(sorted(incidents, key=lambda incident: incident.id), claims, documents)}
    progress("respond", 0, None)
    return found | {"respond": _responded(documents, claims, basis.within)}


def _responded(documents: list[Document], claims: list[Claim], within: State) -> tuple[tuple[Any, ...], ...]:
    asks, actions = steps.respond(documents, claims)
    return asks, tuple(judged.acted(actions, within.current_judgements()))


def _taken(connection: Connection, within: State) -> tuple[list[Document], list[Claim]]:
    documents, claims = [], []
    for name in sorted(within.extracted):
        document = readings.load_text(connection, name, within.sighting(name))
        kept = readings.load(connection, name, readings.CLAIMS)
        if document is not None and document.text is not None:
            documents.append(document)
            proposed = readings.claims_from(kept[1]) if kept else []
            claims.extend(with_added(proposed, within.added_to(name), document.text))
    return documents, judged.standing(claims, within.current_judgements())


def _stamped(state: State, within: State, document: Any) -> list[str]:
    return [document, within.sighting(document).path, state.read[document].digest, state.extracted[document].digest]


def _run(inputs: str, scope: Mapping[str, int]) -> Run:
    return Run(versions().engine, versions().reference, inputs, "", scope)


def _key(run: Run) -> tuple[str, str, str]:
    return (run.engine, run.reference, run.inputs)
