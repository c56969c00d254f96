"""The record as CSV."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from clarion.model import Record, View
from clarion.publish import Format, PublishOptions, render
from clarion.publish.spreadsheet import COLUMNS, harmless

OPTIONS = PublishOptions(format=Format.CSV, view=View.SEALED)


def rows(record: Record) -> list[dict[str, str]]:
    """The rows as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(render(record, OPTIONS).decode("utf-8-sig"))))


def test_every_claim_is_a_row_with_its_words(record: Record) -> None:
    held = {row["claim"]: row for row in rows(record)}
    assert set(held) == {claim.id for claim in record.claims}
    told = held[record.claims[3].id]
    assert told["quote"] == record.claims[3].quote
    assert (told["count_low"], told["count_high"], told["count_best"]) == ("90", "100", "")
    assert told["count_words"] == "90 to 100"
    assert told["where"] == "from: Mae Sot; to: Myawaddy"
    assert told["view"] == "SEALED"


def test_the_columns_stay_as_documented(record: Record) -> None:
    assert tuple(rows(record)[0]) == COLUMNS


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+41 22", "'+41 22"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\r=x", "⟨U+000D⟩=x"),  # a return is a hidden character and is written out
        ("  =1", "'  =1"),  # blanks do not hide a formula
        ("＝1", "'＝1"),  # full-width signs compute in East Asian versions
        ("\u200b=1", "⟨U+200B⟩=1"),  # written out, so the sign is no longer first
        ("a=1", "a=1"),
        ("", ""),
        ("12", "12"),
    ],
)
def test_no_cell_can_begin_a_formula(cell: str, expected: str) -> None:
    assert harmless(cell) == expected


def test_formulas_in_documents_reach_no_cell(record: Record) -> None:
    hostile = replace(record.claims[0], quote='=HYPERLINK("x")', method="@x", norms=("=2",))
    row = rows(replace(record, claims=(hostile,)))[0]
    assert row["quote"].startswith("'=")
    assert row["method"] == "'@x"
    assert row["norms"] == "'=2"


def test_a_text_with_quotes_and_lines_stays_in_its_cell(record: Record) -> None:
    told = replace(record.claims[0], quote='a "b",\n;c')
    assert rows(replace(record, claims=(told,)))[0]["quote"] == 'a "b",\n;c'


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "publish.md").read_text(encoding="utf-8")
    assert all(f"`{column}`" in page for column in COLUMNS)
