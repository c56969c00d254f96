"""Who is bound by what, on which day."""

from datetime import date

import pytest

from clarion.assess import binding, court_reach, norms
from clarion.assess.catalogue import Norm
from clarion.model import ActId, Bound, NormId

AUGUST = date(2023, 8, 29)
OCTOBER = date(2023, 10, 9)

CHINA = {
    "ref-1951/33": (Bound.YES, "1982-12-23"),
    "ref-1967": (Bound.YES, "1982-09-24"),
    "cat-1984/3": (Bound.YES, "1988-11-03"),
    "cat-1984/16": (Bound.YES, "1988-11-03"),
    "iccpr-1966/6": (Bound.SIGNED_ONLY, None),
    "iccpr-1966/7": (Bound.SIGNED_ONLY, None),
    "iccpr-1966/9": (Bound.SIGNED_ONLY, None),
    "iccpr-1966/12": (Bound.SIGNED_ONLY, None),
    "iccpr-1966/14": (Bound.SIGNED_ONLY, None),
    "crc-1989/22": (Bound.YES, "1992-04-01"),
    "crc-1989/37": (Bound.YES, "1992-04-01"),
    "cedaw-1979/2": (Bound.YES, "1981-09-03"),
    "cedaw-1979/6": (Bound.YES, "1981-09-03"),
    "icpped-2006/16": (Bound.NO, None),
    "rome-1998/7": (Bound.NO, None),
    "palermo-tip-2000": (Bound.YES, "2010-03-10"),  # acceded 8 February 2010, in force on the 30th day
    "custom/non-refoulement": (Bound.YES, None),
    "jus-cogens/torture": (Bound.YES, None),
    "arsiwa-2001/16": (Bound.YES, None),
}
KOREA_NORTH = {
    "ref-1951/33": (Bound.NO, None),
    "ref-1967": (Bound.NO, None),
    "cat-1984/3": (Bound.NO, None),
    "cat-1984/16": (Bound.NO, None),
    "iccpr-1966/6": (Bound.YES, "1981-12-14"),
    "iccpr-1966/7": (Bound.YES, "1981-12-14"),
    "iccpr-1966/9": (Bound.YES, "1981-12-14"),
    "iccpr-1966/12": (Bound.YES, "1981-12-14"),
    "iccpr-1966/14": (Bound.YES, "1981-12-14"),
    "crc-1989/22": (Bound.YES, "1990-10-21"),
    "crc-1989/37": (Bound.YES, "1990-10-21"),
    "cedaw-1979/2": (Bound.YES, "2001-03-29"),
    "cedaw-1979/6": (Bound.YES, "2001-03-29"),
    "icpped-2006/16": (Bound.NO, None),
    "rome-1998/7": (Bound.NO, None),
    "custom/non-refoulement": (Bound.YES, None),
    "jus-cogens/torture": (Bound.YES, None),
    "arsiwa-2001/16": (Bound.YES, None),
}
WORKED = [
    (state, day, norm, *expected)
    for state, table in (("CN", CHINA), ("KP", KOREA_NORTH))
    for day in (AUGUST, OCTOBER)
    for norm, expected in table.items()
]


def known(norm: str) -> Norm:
    return next(one for one in norms() if one.id == NormId(norm))


@pytest.mark.parametrize(("state", "day", "norm", "bound", "since"), WORKED)
def test_the_worked_table_of_two_days_holds(state: str, day: date, norm: str, bound: Bound, since: str | None) -> None:
    found = binding(known(norm), state, day)
    assert (found.bound, found.since) == (bound, since)


@pytest.mark.parametrize(
    ("state", "norm", "day", "bound"),
    [
        ("US", "ref-1951/33", "2023-10-09", Bound.NO),
        ("US", "ref-1967", "2023-10-09", Bound.YES),  # articles 2 to 34 by the Protocol alone
        ("US", "crc-1989/22", "2023-10-09", Bound.SIGNED_ONLY),
        ("CN", "ref-1951/33", "1980-08-29", Bound.NO),  # before accession
        ("CN", "ref-1951/33", "1982-12-22", Bound.NO),  # the last day before entry into force
        ("CN", "ref-1951/33", "1982-12-23", Bound.YES),
        ("TH", "icpped-2006/16", "2024-06-12", Bound.SIGNED_ONLY),
        ("TH", "icpped-2006/16", "2024-06-13", Bound.YES),
        ("HU", "rome-1998/7", "2026-06-01", Bound.YES),
        ("HU", "rome-1998/7", "2026-06-02", Bound.NO),  # withdrawal in force
        ("RU", "echr-1950/3", "2022-09-15", Bound.YES),
        ("RU", "echr-1950/3", "2022-09-16", Bound.NO),
        ("CN", "udhr-1948/14", "2023-10-09", Bound.UNKNOWN),  # a declaration binds nobody as a treaty does
        ("CN", "jus-cogens/non-refoulement", "2023-10-09", Bound.UNKNOWN),  # argued, not settled
        ("CN", "ilo-29-1930", "2023-10-09", Bound.UNKNOWN),  # not in the table
    ],
)
def test_a_day_decides_whether_a_norm_binds(state: str, norm: str, day: str, bound: Bound) -> None:
    assert binding(known(norm), state, date.fromisoformat(day)).bound == bound


def test_a_later_accession_and_a_withdrawal_are_told() -> None:
    early = binding(known("ref-1951/33"), "CN", date(1980, 1, 1))
    assert any("1982-12-23, after the day" in note for note in early.notes)
    left = binding(known("rome-1998/7"), "HU", date(2026, 7, 1))
    assert any("ceased to bind the state on 2026-06-02" in note for note in left.notes)
    before = binding(known("rome-1998/7"), "HU", date(2026, 1, 1))
    assert any("for the day of the incident it bound" in note for note in before.notes)


def test_a_signature_alone_is_a_weak_duty_of_its_own() -> None:
    found = binding(known("vclt-1969/18"), "CN", OCTOBER, act=ActId("forced_return"))
    assert (found.bound, found.since) == (Bound.YES, "1998-10-05")
    assert "iccpr-1966" in found.source


def test_a_signature_that_was_given_up_counts_no_more() -> None:
    signed = binding(known("vclt-1969/18"), "RU", date(2010, 1, 1), act=ActId("forced_return"))
    given_up = binding(known("vclt-1969/18"), "RU", date(2020, 1, 1), act=ActId("forced_return"))
    assert "rome-1998" in signed.source
    assert "rome-1998" not in given_up.source


def test_a_state_that_has_ratified_all_owes_nothing_by_signature() -> None:
    assert binding(known("vclt-1969/18"), "KP", OCTOBER, act=ActId("forced_return")).bound == Bound.NO


@pytest.mark.parametrize(
    ("state", "day", "places", "bound"),
    [
        ("CN", "2023-10-09", ("KP",), Bound.NO),
        ("KR", "2023-10-09", (), Bound.YES),
        ("LY", "2015-01-01", (), Bound.YES),  # referred
        ("SD", "2015-01-01", (), Bound.UNKNOWN),  # referred for Darfur only
        ("LY", "2010-01-01", (), Bound.NO),  # before the referral's first day
        ("MM", "2017-09-01", ("BD",), Bound.UNKNOWN),  # part of the act on the territory of a party
        ("US", "2020-01-01", (), Bound.NO),  # a signature gives no reach
    ],
)
def test_the_court_has_reach_by_membership_or_referral_only(
    state: str, day: str, places: tuple[str, ...], bound: Bound
) -> None:
    assert court_reach(state, date.fromisoformat(day), places).bound == bound


def test_without_a_day_nothing_is_said_of_a_treaty() -> None:
    assert binding(known("cat-1984/3"), "CN", None).bound == Bound.UNKNOWN
    assert binding(known("custom/non-refoulement"), "CN", None).bound == Bound.YES


def test_every_norm_names_sources_and_the_day_of_its_check() -> None:
    statuses = {"treaty", "customary", "peremptory", "argued-peremptory", "soft"}
    for norm in norms():
        assert norm.sources, norm.id
        assert date.fromisoformat(norm.checked_on)
        assert norm.status in statuses
        assert norm.sure in {"high", "middle", "low"}
        assert norm.derogable in {"no", "yes", "qualified"}
        assert bool(norm.instrument) == (norm.status == "treaty")
