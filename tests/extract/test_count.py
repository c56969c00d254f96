"""Whom an act counts: the figure of its clause, and those that count something else."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Document

# text, act, (low, high, best, unit)
COUNTED = [
    ("Nine walk free", "release", (9, 9, 9, "people")),
    ("Nine dead, 14 hurt", "injury", (14, 14, 14, "people")),
    ("Three women and four children were killed.", "killing", (7, 7, 7, "people")),
    ("The nine men and women were freed on Sunday.", "release", (9, 9, 9, "people")),
    ("We counted 41 bodies in two rooms.", "killing", (41, 41, 41, "people")),
    ("Two of the agency's lorries were looted.", "destruction", (2, 2, 2, "vehicles")),
    ("The army held up the grain lorries, a dozen of them.", "deprivation", (12, 12, 12, "vehicles")),
    ("Eighteen others remain behind bars, among them two girls.", "detention", (18, 18, 18, "people")),
    ("If convicted, the twenty-five face ten years in prison.", "sentencing", (25, 25, 25, "people")),
    ("Four of those who came home have gunshot wounds.", "injury", (4, 4, 4, "people")),
    ("The village has been attacked at least twenty times.", "attack", (20, None, None, "events")),
    ("Eleven translators have joined our team.", "volunteering", (11, 11, 11, "people")),
    ("A crowd of 300 marched through the town.", "demonstration", (300, 300, 300, "people")),
    ("8,350 households (approximately 41,000 people) were displaced.", "displacement", (None, None, 41000, "people")),
    ("The same day nine of them were convicted.", "sentencing", (9, 9, 9, "people")),
    ("Nearly half of those expelled had been born in the country.", "forced_return", (None, None, 0.5, "people")),
    ("At least 17, among them five children, drowned.", "killing", (17, None, None, "people")),
    ("106 convicts were pardoned, including four reporters.", "release", (106, 106, 106, "people")),
    ("Accra has sent eight notes.", "appeal", (8, 8, 8, "events")),
    ("We believe that closer to 3,500 people were deported.", "forced_return", (None, None, 3500, "people")),
]
# text, act: the clause has no count for it
UNCOUNTED = [
    ("Families of five were deported.", "forced_return"),
    ("Police arrested a mother and her three children.", "detention"),  # one part has no figure
    ("Forty of those arrested in May were freed.", "detention"),
    ("We call on the court to free the Five.", "release"),  # a name
    ("8/ Vigil for the boat tomorrow at the harbour.", "demonstration"),  # the eighth post
    ("6/ If they are sent back, they will be jailed.", "detention"),
    ("A vigil will be held on Friday 25 July from 20:00 to 21:00 (UTC+3).", "demonstration"),
    ("Gendarmes arrested a patient, Koffi Anato, 22.", "detention"),
    ("He had drawn a .45, and the boy fled.", "flight"),  # a bore
    ("The committee collected 9 million soums for widows.", "aid"),
    ("The 27-year-old was arrested.", "detention"),
]


@pytest.mark.parametrize(("text", "act", "expected"), COUNTED)
def test_an_act_takes_the_figure_of_its_clause(
    text: str, act: str, expected: tuple[float | None, float | None, float | None, str]
) -> None:
    """Bare figures, lists with a figure in each part, figures behind the noun, of events, of those it befalls."""
    assert _count(text, act) == expected


@pytest.mark.parametrize(("text", "act"), UNCOUNTED)
def test_a_figure_of_something_else_is_left_out(text: str, act: str) -> None:
    """Sizes of families, open lists, subsets, names, numbers of posts, zones and ages."""
    assert _count(text, act) is None


def test_a_term_of_years_is_no_part_of_those_sentenced() -> None:
    """ "some of them to twelve years" counts nobody."""
    claims = find_claims(_document("16 scholars were sentenced, some of them to twelve years."))
    assert [claim.affected.count.best for claim in claims if claim.affected and claim.affected.count] == [16]


def _count(text: str, act: str) -> tuple[float | None, float | None, float | None, str] | None:
    claim = next(claim for claim in find_claims(_document(text)) if claim.act == act)
    count = claim.affected.count if claim.affected is not None else None
    return (count.low, count.high, count.best, str(count.unit)) if count is not None else None


def _document(text: str) -> Document:
    return document("count", publisher="Lake Desk", published="2024-05-16", text=text, language="en")
