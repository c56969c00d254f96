"""Treaty status: worked examples by state, instrument and day."""

from datetime import date

import pytest

from clarion.model.vocabulary import Bound
from clarion.reference.treaties import accepts_complaints, instruments, status

AUGUST, OCTOBER = date(2023, 8, 29), date(2023, 10, 9)
YES, NO, SIGNED, UNKNOWN = Bound.YES, Bound.NO, Bound.SIGNED_ONLY, Bound.UNKNOWN

EXAMPLES = [
    ("CN", "ref-1951", AUGUST, YES, date(1982, 12, 23)),
    ("CN", "ref-1951/33", OCTOBER, YES, date(1982, 12, 23)),
    ("CN", "ref-1951", date(1982, 12, 22), NO, date(1982, 12, 23)),  # acceded, not yet in force
    ("CN", "ref-1951", date(1982, 12, 23), YES, date(1982, 12, 23)),
    ("CN", "ref-1967", AUGUST, YES, date(1982, 9, 24)),
    ("CN", "cat-1984/3", AUGUST, YES, date(1988, 11, 3)),
    ("CN", "iccpr-1966", AUGUST, SIGNED, None),
    ("CN", "iccpr-1966", date(1998, 10, 4), NO, None),  # the day before it signed
    ("CN", "icpped-2006", AUGUST, NO, None),
    ("KP", "iccpr-1966", AUGUST, YES, date(1981, 12, 14)),
    ("KP", "cat-1984", AUGUST, NO, None),
    ("KP", "ref-1951", AUGUST, NO, None),
    ("state:KP", "cedaw-1979", AUGUST, YES, date(2001, 3, 29)),
    ("US", "ref-1951", AUGUST, NO, None),  # the Protocol only
    ("US", "ref-1967", AUGUST, YES, date(1968, 11, 1)),
    ("US", "crc-1989", AUGUST, SIGNED, None),
    ("KR", "icpped-2006", date(2023, 2, 2), NO, date(2023, 2, 3)),
    ("KR", "icpped-2006", AUGUST, YES, date(2023, 2, 3)),
    ("TH", "icpped-2006", date(2024, 6, 13), YES, date(2024, 6, 13)),
    ("HU", "rome-1998", date(2026, 6, 1), YES, date(2002, 7, 1)),
    ("HU", "rome-1998", date(2026, 6, 2), NO, date(2002, 7, 1)),  # withdrawn
    ("MY", "rome-1998", AUGUST, NO, None),  # withdrawn before it took effect
    ("RU", "echr-1950", date(2022, 9, 15), YES, date(1998, 5, 5)),
    ("RU", "echr-1950", date(2022, 9, 16), NO, date(1998, 5, 5)),
    ("EG", "oau-1969", AUGUST, YES, None),
    ("SG", "cat-1984", AUGUST, UNKNOWN, None),  # absent from a list of 2015, which is no proof in 2023
    ("SG", "cat-1984", date(2014, 1, 1), NO, None),
    ("CN", "custom", AUGUST, UNKNOWN, None),  # no treaty
    ("ZZ", "cat-1984", AUGUST, UNKNOWN, None),
]


@pytest.mark.parametrize(("state", "instrument", "day", "bound", "since"), EXAMPLES)
def test_a_treaty_binds_a_state_from_a_day_on(
    state: str, instrument: str, day: date, bound: Bound, since: date | None
) -> None:
    """Signature, entry into force, withdrawal, and absence that proves nothing."""
    found = status(state, instrument, day)
    assert (found.bound, found.since) == (bound, since)


def test_a_status_names_the_day_to_which_it_is_known_and_the_depositary() -> None:
    """A reader is sent to the depositary."""
    found = status("CN", "ref-1951", AUGUST)
    assert found.known_to == date(2026, 11, 21)
    assert "depositary" in found.source


def test_reservations_and_territory_come_with_the_status() -> None:
    """Türkiye's geographical limit; China's accession and Hong Kong."""
    assert any("Europe" in note.text for note in status("TR", "ref-1967/1", AUGUST).notes)
    assert {"reservation", "territory"} <= {note.kind for note in status("CN", "ref-1951", AUGUST).notes}


def test_no_complaint_channel_is_open_against_china() -> None:
    """Article 22 of the Convention against Torture is accepted by the Republic of Korea, not by China."""
    assert accepts_complaints("CN", "cat-1984/22") is False
    assert accepts_complaints("state:KR", "cat-1984/22") is True
    assert accepts_complaints("CN", "unheard-of") is None


def test_the_instruments_of_the_record_are_in_the_table() -> None:
    """Those that norm ids begin with."""
    wanted = "ref-1951 ref-1967 cat-1984 iccpr-1966 crc-1989 cedaw-1979 icpped-2006 rome-1998 palermo-tip-2000"
    assert set(wanted.split()) <= instruments()
