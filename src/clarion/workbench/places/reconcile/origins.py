"""The facets of an incident, each with the origins behind it and the documents that go back to them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clarion.flow.desk.rows import ClaimRow
from clarion.flow.desk.sheets import IncidentSheet
from clarion.model.nouns import Claim
from clarion.model.vocabulary import Facet

# which claims tell a facet: the tests by which the origins were counted
_TELLS: dict[Facet, Callable[[Claim], bool]] = {
    Facet.HAPPENED: lambda claim: True,
    Facet.WHEN: lambda claim: claim.when is not None and claim.when.start is not None,
    Facet.WHERE: lambda claim: bool(claim.where),
    Facet.COUNT: lambda claim: claim.affected is not None and claim.affected.count is not None,
    Facet.AFFECTED: lambda claim: claim.affected is not None and claim.affected.description is not None,
    Facet.ACTOR: lambda claim: bool(claim.actors),
    Facet.COERCION: lambda claim: True,
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document and the claims of it that tell a facet."""

    id: str
    title: str | None
    publisher: str | None
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin, named by its voice or by the document that nobody signs, and the documents that go back to it."""

    name: str
    id: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A facet: how many origins were counted behind it, which, and the documents that cannot be traced."""

    facet: str
    number: int
    branches: tuple[Branch, ...]
    untraced: tuple[Leaf, ...]


def facet_trees(sheet: IncidentSheet) -> tuple[Tree, ...]:
    """The facets that any claim tells, in the order of the record."""
    incident = sheet.incident
    return tuple(_tree(facet, incident.facets[facet], sheet) for facet in Facet if facet in incident.facets)


def _tree(facet: Facet, number: int, sheet: IncidentSheet) -> Tree:
    origin_of = sheet.incident.origin_of
    told = [row for row in sheet.claims if row.claim.document in origin_of and _TELLS[facet](row.claim)]
    held: dict[str | None, list[ClaimRow]] = {}
    for row in told:
        held.setdefault(origin_of[row.claim.document], []).append(row)
    names = _names(sheet)
    branches = (
        Branch(names.get(origin, origin), origin, _leaves(rows)) for origin, rows in held.items() if origin is not None
    )
    return Tree(facet.value, number, tuple(branches), _leaves(held.get(None, ())))


def _leaves(rows: Iterable[ClaimRow]) -> tuple[Leaf, ...]:
    held: dict[str, list[ClaimRow]] = {}
    for row in rows:
        held.setdefault(row.claim.document, []).append(row)
    return tuple(
        Leaf(document, told[0].title or told[0].path, told[0].publisher, tuple(told)) for document, told in held.items()
    )


def _names(sheet: IncidentSheet) -> dict[str, str]:
    """The names of voices and the titles of documents, by id."""
    names: dict[str, str] = {voice.id: voice.name for voice in sheet.voices}
    names.update((row.document.id, row.document.title or row.document.path) for row in sheet.documents)
    return names
