"""Calendars of a case from edition to edition, as another reader finds them."""

from pathlib import Path
from typing import Any

import pytest
import vobject

from clarion.flow import Case
from clarion.model.errors import BadRequest

TEXT = (
    "---\ntitle: Rally\npublisher: Harbour Light\ndate: 2023-05-01\n---\n\n"
    "Join the rally in Athens on 9 May 2023 at 13:00. A vigil will be held in Lisbon on 12 May 2023 at 7 pm.\n"
    "A march will be held at noon local time in Seoul, London and New York on 22 May 2023.\n"
    "A rally will be held in New York on 20 July 2023 at 1 pm EST.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case of one announcement."""
    (tmp_path / "rally.md").write_text(TEXT, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([tmp_path / "rally.md"], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    return made


def items(case: Case, path: Path, view: str = "public") -> dict[str, Any]:
    """The events of a calendar by the first word of their place."""
    case.publish(path, view=view)
    calendar = vobject.readOne(path.read_text(encoding="utf-8"))
    return {one.location.value.split()[0] if "location" in one.contents else one.uid.value: one
            for one in calendar.contents["vevent"]}  # fmt: skip


def number(item: Any) -> int:
    return int(item.sequence.value)


def say(case: Case, place: str, verdict: str, value: str | None = None) -> None:
    about = next(one.id for one in case.record().actions if (one.place or "").startswith(place))
    case.judge(about, verdict, "the organiser wrote to us", value)
    for verb in ("reconcile", "assess", "respond"):
        getattr(case, verb)()


@pytest.mark.parametrize("view", ["public", "sealed"])
def test_what_changed_gets_the_next_number_and_the_rest_keeps_its_own(case: Case, tmp_path: Path, view: str) -> None:
    first = items(case, tmp_path / "a.ics", view)
    assert {number(one) for one in first.values()} == {0}
    say(case, "Athens", "correct", '{"start": "2023-05-09T15:00"}')
    second = items(case, tmp_path / "b.ics", view)
    assert {place: number(one) for place, one in second.items()} == dict.fromkeys(first, 0) | {"Athens": 1}
    assert second["Athens"].uid.value == first["Athens"].uid.value
    assert second["Athens"].dtstart.value.hour == 15
    say(case, "Athens", "correct", '{"status": "cancelled"}')
    third = items(case, tmp_path / "a.ics", view)
    assert (number(third["Athens"]), third["Athens"].status.value) == (2, "CANCELLED")
    assert number(third["Lisbon"]) == 0


def test_what_is_gone_is_cancelled_and_may_come_back(case: Case, tmp_path: Path) -> None:
    first = items(case, tmp_path / "a.ics")
    uid = first["Lisbon"].uid.value
    say(case, "Lisbon", "reject")
    gone = items(case, tmp_path / "a.ics")
    assert "Lisbon" not in gone
    assert (gone[uid].status.value, number(gone[uid])) == ("CANCELLED", 1)
    assert "vigil" not in (tmp_path / "a.ics").read_text(encoding="utf-8")
    again = items(case, tmp_path / "b.ics")
    assert number(again[uid]) == 1
    say(case, "Lisbon", "accept")
    back = items(case, tmp_path / "c.ics")
    assert (back["Lisbon"].uid.value, number(back["Lisbon"]), back["Lisbon"].status.value) == (uid, 2, "CONFIRMED")


def test_views_are_numbered_apart_and_a_site_counts(case: Case, tmp_path: Path) -> None:
    case.publish(f"{tmp_path}/site/", view="public")
    say(case, "Athens", "correct", '{"status": "postponed"}')
    assert number(items(case, tmp_path / "a.ics", "partner")["Athens"]) == 0
    postponed = items(case, tmp_path / "b.ics")["Athens"]
    assert (number(postponed), postponed.status.value) == (1, "TENTATIVE")
    assert "Ask for the new day" in postponed.description.value


def test_hours_in_several_places_float_and_the_zone_as_written_is_kept(case: Case, tmp_path: Path) -> None:
    held = items(case, tmp_path / "a.ics")
    march, rally = held["Seoul"], held["New"]
    assert march.dtstart.value.tzinfo is None
    assert "in each place" in march.description.value
    assert rally.contents["x-clarion-zone-as-written"][0].value == "EST"
    assert rally.status.value == "TENTATIVE"
    assert rally.dtstart.value.utcoffset().total_seconds() == -4 * 3600
    say(case, "New York", "correct", '{"timezone": "America/New_York"}')
    answered = items(case, tmp_path / "b.ics")["New"]
    assert answered.status.value == "CONFIRMED"


@pytest.mark.parametrize(
    "value",
    ['{"status": "burnt"}', '{"claims": []}', '{"start": "tomorrow"}', '{"timezone": "Mars/North"}', "cancelled", None],
)
def test_a_correction_that_fits_no_action_is_refused(case: Case, value: str | None) -> None:
    about = case.record().actions[0].id
    with pytest.raises(BadRequest, match="action"):
        case.judge(about, "correct", "why not", value)


def test_the_case_verifies_and_rebuilds_after_corrections(case: Case, tmp_path: Path) -> None:
    say(case, "Athens", "correct", '{"status": "cancelled"}')
    items(case, tmp_path / "a.ics")
    assert case.verify().remarks is not None
    before = case.record()
    case.rebuild()
    assert case.record() == before
    assert any(one.status == "cancelled" for one in before.actions)
