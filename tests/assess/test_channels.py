"""Which procedures are open, for this state, person and time."""

from datetime import date

import pytest

from clarion.assess import Access, Channel, open_channels
from clarion.model import ActId, Affected, Incident, IncidentId, When

ASKED = date(2024, 6, 1)


def incident(
    act: str = "forced_return", day: str | None = "2023-10-09", who: str = "people", home: str = "KP"
) -> Incident:
    when = When(day, None) if day else None
    return Incident(IncidentId("inc_x"), ActId(act), "x", when, (), Affected(who, f"nationality:{home}"))


def channels(state: str, day: date = ASKED, of: Incident | None = None) -> dict[str, Channel]:
    return {one.id: one for one in open_channels(state, day, of or incident())}


@pytest.mark.parametrize("state", ["CN", "KP"])
def test_no_complaint_to_a_treaty_body_is_open_against_china_or_the_dprk(state: str) -> None:
    found = channels(state)
    for closed in ("cat-22", "iccpr-op1", "cedaw-op", "ced-urgent", "icc-otp"):
        assert found[closed].access == Access.CLOSED, closed
        assert found[closed].reasons
    for opened in ("special-procedures", "wgad", "wgeid", "upr", "hrc-complaint", "unhcr", "sanctions-file"):
        assert found[opened].access == Access.OPEN, opened


@pytest.mark.parametrize(
    ("state", "channel", "access", "reason"),
    [
        ("KR", "cat-22", Access.OPEN, "accepts complaints"),
        ("KR", "iccpr-op1", Access.OPEN, "accepts complaints"),
        ("MN", "iccpr-op1", Access.OPEN, "accepts complaints"),
        ("MN", "cat-22", Access.UNKNOWN, "not known"),  # no row, and the list is old
        ("CN", "iccpr-op1", Access.CLOSED, "signed the treaty and not ratified"),
        ("KP", "cat-22", Access.CLOSED, "not a party"),
        ("CN", "cat-20", Access.CLOSED, "does not accept"),
        ("TR", "ced-urgent", Access.CLOSED, "not a party"),
        ("CN", "icc-otp", Access.CLOSED, "membership or referral"),
        ("HK", "icc-otp", Access.CLOSED, "membership or referral"),  # a territory is taken as its state
    ],
)
def test_a_channel_says_why_it_is_open_or_closed(state: str, channel: str, access: Access, reason: str) -> None:
    found = channels(state)[channel]
    assert found.access == access
    assert any(reason in one for one in found.reasons)


def test_an_act_before_the_treaty_bound_the_state_is_not_taken() -> None:
    found = channels("KR", of=incident(day="2022-12-01"))["ced-urgent"]
    assert found.access == Access.CLOSED
    assert "did not yet bind" in found.reasons[0]


def test_nationals_of_a_party_can_turn_to_the_committee_on_disappearances() -> None:
    found = channels("CN", of=incident(home="TH", day="2024-12-01"), day=date(2025, 1, 1))["ced-urgent"]
    assert found.access == Access.OPEN
    assert "nationals of a party" in found.reasons[0]


def test_a_disappearance_is_urgent_for_three_months() -> None:
    early = channels("CN", date(2023, 12, 1))["wgeid"].reasons[0]
    late = channels("CN", date(2024, 3, 1))["wgeid"].reasons[0]
    assert early.startswith("Urgent form")
    assert late.startswith("Standard form only")


def test_a_procedure_for_women_asks_whether_women_are_affected() -> None:
    assert channels("KR")["cedaw-op"].access == Access.UNKNOWN
    assert channels("KR", of=incident(who="women and children"))["cedaw-op"].access == Access.OPEN


def test_a_channel_is_listed_only_for_acts_that_it_takes_up() -> None:
    assert "wgeid" not in channels("CN", of=incident("torture"))
    assert "upr" in channels("CN", of=incident("censorship"))


def test_after_a_withdrawal_the_court_still_has_reach_over_what_was_before() -> None:
    before = incident(day="2026-05-01")
    after = incident(day="2026-06-05")
    asked = date(2026, 7, 1)
    assert channels("HU", asked, before)["icc-otp"].access == Access.OPEN
    assert channels("HU", asked, after)["icc-otp"].access == Access.CLOSED


def test_every_channel_says_what_it_asks_and_where_its_rules_stand() -> None:
    for state in ("CN", "KR", "US"):
        for one in open_channels(state, ASKED, incident()):
            assert one.asks, one.id
            assert one.gate, one.id
            assert one.sources, one.id
            assert date.fromisoformat(one.checked_on)
            assert one.access == Access.OPEN or one.reasons, one.id
