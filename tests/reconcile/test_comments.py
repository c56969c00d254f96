"""Opinion pieces that come after reports add no origin, unless their writer was there, asked, or speaks for a body."""

import pytest

from building import claim, document
from clarion.model import Document, Incident
from clarion.reconcile import reconcile
from clarion.reconcile.comments import is_comment

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
NOTE = "Forty people were sent back.\n\nAda Berg teaches law in Oslo."


def opinion(text: str, published: str = "2024-05-09") -> Document:
    return document("opinion", publisher="Fjord Review", published=published, authors=("Ada Berg",), text=text)


def incident(other: Document) -> Incident:
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    told = [claim(one, "forced_return", 0, when="2024-05-02", where=ROUTE) for one in (forum, other)]
    (found,) = [one for one in reconcile([forum, other], told).incidents if one.act == "forced_return"]
    return found


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        (NOTE, True),
        ("OPINION\nA shame\n\nForty people were sent back.", True),
        ("Forty people were sent back.", False),
        ("Opposition leader held\nMinistry refuses to comment\n\nForty people were sent back.", False),
        ("OPINION\nI spoke with three of the forty people.", False),
        ("Forty people were sent back, a driver told me.\n\nAda Berg teaches law in Oslo.", False),
    ],
)
def test_a_comment_is_told_by_its_heading_or_its_note(text: str, comment: bool) -> None:
    assert is_comment(opinion(text)) is comment


def test_nobody_comments_without_a_name() -> None:
    assert not is_comment(document("leader", publisher="Fjord Review", text="OPINION\nForty people were sent back."))


def test_a_later_comment_adds_no_origin_and_says_why() -> None:
    found = incident(opinion(NOTE))
    assert found.origins == 1
    assert any("does not say how its writer knows" in reason for reason in found.reasons)


def test_a_comment_that_tells_first_is_an_origin() -> None:
    assert incident(opinion(NOTE, "2024-05-03")).origins == 2


def test_a_writer_who_asked_is_an_origin() -> None:
    assert incident(opinion("OPINION\nI spoke with three of the forty people.")).origins == 2


@pytest.mark.parametrize(
    "note",
    [
        "Ada Berg is a member of the Northern Rights Forum.",
        "Ada Berg sits on the board of the Northern Rights Forum.",
        "Ada Berg chairs the Northern Rights Forum.",
        "Ada Berg works for the Northern Rights Forum.",
    ],
)
def test_a_writer_of_a_body_that_has_told_it_is_no_second_origin(note: str) -> None:
    """Also where the writer was there: one body is one origin, in whatever paper."""
    assert incident(opinion(f"We counted forty people.\n\n{note}")).origins == 1
