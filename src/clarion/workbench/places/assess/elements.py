"""The elements of a finding, each with its claims for and against at hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from clarion.flow.desk.rows import ClaimRow
from clarion.flow.desk.sheets import FindingSheet


@dataclass(frozen=True, slots=True)
class Shown:
    """An element of a norm as the page shows it."""

    key: str
    test: str
    state: str
    claims: tuple[ClaimRow, ...]
    against: tuple[ClaimRow, ...]


def elements_of(sheet: FindingSheet) -> tuple[Shown, ...]:
    """The elements in the order of the norm."""
    return tuple(
        Shown(
            element.key,
            element.test,
            element.state.value,
            _held(element.claims, sheet),
            _held(element.against, sheet),
        )
        for element in sheet.finding.elements
    )


def _held(names: Iterable[str], sheet: FindingSheet) -> tuple[ClaimRow, ...]:
    return tuple(sheet.claims[name] for name in names if name in sheet.claims)
