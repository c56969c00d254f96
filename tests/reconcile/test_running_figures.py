"""Figures of what goes on may have grown for who tells later, and only for them."""

import pytest

from building import claim, document, people
from clarion.model import Basis, DocumentId, FigureRule, Precision, When
from clarion.reconcile.figures import Figure, figure_of

SINCE_MONDAY = When("2024-07-01", None, Precision.OPEN, Basis.EXPLICIT)
ON_MONDAY = When("2024-07-01", "2024-07-02", Precision.DAY, Basis.EXPLICIT)


def figure(first: tuple[str, int, When], second: tuple[str, int, When]) -> Figure:
    """The figure of two documents, each with its day, its number and when it says that happened."""
    documents = [document(name, published=day) for name, (day, _, _) in zip("ab", (first, second), strict=True)]
    claims = [
        claim(written, "displacement", 0, when=when, count=people(best=number))
        for written, (_, number, when) in zip(documents, (first, second), strict=True)
    ]
    origins: dict[DocumentId, str | None] = {one.id: one.id for one in documents}
    return figure_of(claims, origins, (), {one.id: one for one in documents})


def test_a_larger_figure_told_later_does_not_gainsay_what_goes_on() -> None:
    grown = figure(("2024-07-04", 70, SINCE_MONDAY), ("2024-07-11", 418, ON_MONDAY))
    assert (grown.clash, grown.rule) == (False, FigureRule.DIFFERENT)
    assert grown.count is not None
    assert (grown.count.low, grown.count.high, grown.count.best) == (70, 418, None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2024-07-04", 70, ON_MONDAY), ("2024-07-11", 418, ON_MONDAY)),  # what is over does not grow
        (("2024-07-11", 70, SINCE_MONDAY), ("2024-07-04", 418, ON_MONDAY)),  # nor does it shrink
        (("2024-07-04", 418, SINCE_MONDAY), ("2024-07-11", 70, SINCE_MONDAY)),
        (("2024-07-04", 70, SINCE_MONDAY), ("2024-07-04", 418, SINCE_MONDAY)),  # told on one day
    ],
)
def test_other_figures_that_cannot_both_be_true_are_rivals(
    first: tuple[str, int, When], second: tuple[str, int, When]
) -> None:
    found = figure(first, second)
    assert (found.clash, found.rule) == (True, FigureRule.RIVALS)
    turned = figure(second, first)
    assert (turned.clash, turned.rule) == (True, FigureRule.RIVALS)


def test_a_figure_told_on_an_unknown_day_does_not_grow() -> None:
    first, second = document("a"), document("b", published="2024-07-11")
    claims = [
        claim(first, "displacement", 0, when=SINCE_MONDAY, count=people(best=70)),
        claim(second, "displacement", 0, when=ON_MONDAY, count=people(best=418)),
    ]
    origins: dict[DocumentId, str | None] = {first.id: "x", second.id: "y"}
    assert figure_of(claims, origins, (), {first.id: first, second.id: second}).clash
