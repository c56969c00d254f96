"""Figures as pages tell them."""

import pytest

from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind, Unit


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (
            Count(200, unit=Unit.PEOPLE, kind=CountKind.VAGUE),
            "some hundreds of people (a vague word in the text; read as at least 200)",
        ),
        (
            Count(20_000, unit=Unit.FAMILIES, kind=CountKind.VAGUE),
            "some tens of thousands of families (a vague word in the text; read as at least 20,000)",
        ),
        (Count(200, unit=Unit.OTHER, kind=CountKind.VAGUE), "at least 200 (a vague word)"),
        (Count(501, unit=Unit.PEOPLE, kind=CountKind.AT_LEAST), "at least 501 people"),
        (Count(kind=CountKind.VAGUE, unit=Unit.PEOPLE), "unknown people"),
    ],
)
def test_a_vague_figure_is_told_as_a_person_would(bench: object, count: Count, expected: str) -> None:
    from django.utils.html import strip_tags

    from clarion.workbench.templatetags.clarion import figure

    assert strip_tags(figure(count)) == expected
