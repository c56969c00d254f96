"""The steps, as flow calls them."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from clarion.model.nouns import Action, Ask, Claim, Document, Finding, Incident, Voice


def find_claims(document: Document) -> list[Claim]:
    """The claims of a document."""
    return list(_step("extract", "find_claims", lambda _: [])(document))


def reconcile(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[tuple[Voice, ...], tuple[Incident, ...]]:
    """The voices and incidents of claims."""
    result = import_module("clarion.reconcile").reconcile(documents, claims)
    return tuple(result.voices), tuple(result.incidents)


def assess(
    incidents: Sequence[Incident], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[tuple[Finding, ...]]:
    """The findings on incidents."""
    return (tuple(_step("assess", "assess", lambda *_: ())(incidents, claims, documents)),)


def respond(
    documents: Sequence[Document], claims: Sequence[Claim], voices: Sequence[Voice]
) -> tuple[tuple[Ask, ...], tuple[Action, ...]]:
    """The asks and actions that claims lead to."""
    result = _step("respond", "respond", None)
    if result is None:
        return (), ()
    made = result(documents, claims, voices)
    return tuple(made.asks), tuple(made.actions)


def _step(room: str, name: str, default: Any) -> Callable[..., Any] | Any:
    return getattr(import_module(f"clarion.{room}"), name, default)
