"""The steps, as flow calls them: plain nouns in, one tuple for each table out."""

from collections.abc import Sequence

from clarion import assess as assessing
from clarion import extract as extracting
from clarion import reconcile as reconciling
from clarion import respond as responding
from clarion.model.nouns import Action, Ask, Claim, Document, Finding, Incident, Judgement, Voice


def find_claims(document: Document) -> list[Claim]:
    """The claims of a document."""
    return list(extracting.find_claims(document))


def explain(document: Document) -> str:
    """A document's sentences with their layers and the rules that fired."""
    return extracting.explain(document)


def reconcile(
    documents: Sequence[Document], claims: Sequence[Claim], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Voice, ...], tuple[Incident, ...]]:
    """The voices and incidents of claims, as people judged them; `judgements` are in the order of the log."""
    made = reconciling.reconcile(documents, claims, judgements=judgements)
    return made.voices, made.incidents


def assess(
    incidents: Sequence[Incident], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[tuple[Finding, ...]]:
    """The findings on incidents."""
    return (assessing.assess(incidents, claims, documents),)


def respond(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[tuple[Ask, ...], tuple[Action, ...]]:
    """The asks and actions that claims lead to."""
    made = responding.respond(documents, claims)
    return tuple(made.asks), tuple(made.actions)
