"""Where few people, a route, a shelter or a helper is withheld, day and place beside it are told coarsely."""

import csv
import io
import json
from pathlib import Path

import pytest
from icalendar import Calendar

from clarion.flow import Case
from clarion.model import Action, Detail, DetailKind, Place, PlaceRole, When
from clarion.model.vocabulary import PlaceKind, Precision
from clarion.publish import Format, PublishOptions, render_safe
from clarion.publish.exchange.accuracy import accuracy_of
from clarion.publish.phrases import when_words
from clarion.publish.safety import Guard, explained, for_view
from clarion.publish.safety.coarse import is_fine_day, is_fine_place, month_of, region_of
from clarion.publish.safety.rules import rules
from clarion.publish.safety.view import Record
from clarion.reference import places

TEXT = (
    "Lantern Watch\n\n4 June 2023\n\nPolice arrested two fishermen in Athens on 3 May 2023, Lantern Watch said.\n"
    "Guards sent about 90 refugees back from Greece to Turkey on 5 May 2023, Lantern Watch said.\n"
)
FORMS = ("html", "json", "jsonl", "csv", "md", "ics", "geojson", "hxl", "jsonld")
ATHENS = next(one for one in places.find("Athens", country="GR"))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([tmp_path / "in"], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    return made


def published(case: Case, path: Path) -> str:
    case.publish(path, view="public", format=path.suffix[1:])
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_no_form_tells_day_or_place_of_few_people(case: Case, tmp_path: Path, form: str) -> None:
    made = published(case, tmp_path / f"out.{form}")
    for words in ("Athens", "3 May 2023", "2023-05-03", "2023-05-04", "20230503", "fishermen"):
        assert words not in made, words
    if form != "ics":
        assert "5 May 2023" in made or "2023-05-05" in made  # what is told of many stays as it is


def test_every_form_shows_the_month_as_a_month(case: Case, tmp_path: Path) -> None:
    record = json.loads(published(case, tmp_path / "out.json"))
    (one,) = [one for one in record["incidents"] if one["act"] == "detention"]
    assert (one["when"]["start"], one["when"]["end"], one["when"]["precision"]) == ("2023-05-01", "2023-06-01", "month")
    assert one["where"][0]["ref"] == region_of(Place("Athens", ref=ATHENS.ref, country="GR")).ref
    assert "May 2023" in published(case, tmp_path / "out.html")
    assert "on [May 2023]" in published(case, tmp_path / "out.csv")
    rows = list(csv.reader(io.StringIO(published(case, tmp_path / "out.hxl").removeprefix("\ufeff"))))
    (row,) = [dict(zip(rows[1], row, strict=True)) for row in rows[2:] if row[2] == "detention"]
    assert (row["#date+start"], row["#date+end"], row["#geo+precision"]) == ("2023-05-01", "2023-06-01", "region")
    features = json.loads(published(case, tmp_path / "out.geojson"))["features"]
    (point,) = [one["properties"] for one in features if one["properties"]["act"] == "detention"]
    assert (point["accuracy"], point["start"], point["end"]) == ("region", "2023-05-01", "2023-06-01")


def test_an_owner_lets_day_and_place_out_with_the_detail(case: Case, tmp_path: Path) -> None:
    line = next(one for one in case.details("public") if "two fishermen" in one)
    assert "Day and place told with it become the month and the region" in line
    case.release(line.split()[0], "both have told it to the papers, with names")
    made = published(case, tmp_path / "out.html")
    assert "3 May 2023" in made
    assert "Athens" in made


def test_a_copy_shows_the_month_too_and_verifies(case: Case, tmp_path: Path) -> None:
    from clarion.flow import redacting

    path = tmp_path / "copy.txt"
    case.redact("a.txt", path, view="public")
    assert "on [May 2023]" in path.read_text(encoding="utf-8")
    assert redacting.verify_copy(path)
    path.write_text(path.read_text(encoding="utf-8").replace("[May 2023]", "[June 2023]"), encoding="utf-8")
    with pytest.raises(Exception, match=r"other things|changed|root"):
        redacting.verify_copy(path)


def test_a_coarse_day_makes_no_entry_in_a_calendar(case: Case) -> None:
    """Nor does it stay in an action that rests on such words."""
    record = case.record()
    held = next(one for one in record.claims if one.act == "detention")
    start = held.span[0]
    text = next(one.text or "" for one in record.documents)
    at = text.index("two fishermen")
    assert start <= at
    action = Action("act_" + "1" * 20, "vigil", "Stand in the square", "2023-05-03", "2023-05-04", claims=(held.id,))
    whole = Record(record.documents, record.claims, record.voices, record.incidents, (), (), (action,))
    guard = Guard(view="public", handlings={held.document: "public"}, secret=b"k" * 32)  # type: ignore[arg-type]
    detail = Detail(held.document, (at, at + len("two fishermen")), DetailKind.SMALL_COUNT, "by hand")
    options = PublishOptions(format=Format.ICS, view=guard.view, title="x")
    for details, names in (((), ["VEVENT"]), ((detail,), ["VTODO"])):
        made = Calendar.from_ical(render_safe(for_view(whole, details, guard), options))
        assert [one.name for one in made.walk() if one.name in ("VEVENT", "VTODO")] == names


@pytest.mark.parametrize(
    ("start", "end", "expected", "words"),
    [
        ("2023-05-03", "2023-05-04", ("2023-05-01", "2023-06-01"), "May 2023"),
        ("2023-05-03T04:00", "2023-05-03T05:00", ("2023-05-01", "2023-06-01"), "May 2023"),
        ("2023-12-31", "2024-01-01", ("2023-12-01", "2024-01-01"), "December 2023"),
        ("2023-01-30", "2023-02-02", ("2023-01-01", "2023-03-01"), None),
        ("2024-02-29", None, ("2024-02-01", "2024-03-01"), "February 2024"),
        ("2023-05-01", "2023-06-01", ("2023-05-01", "2023-06-01"), "May 2023"),
    ],
)
def test_a_day_becomes_the_month_it_lies_in(
    start: str, end: str | None, expected: tuple[str, str], words: str | None
) -> None:
    made = month_of(When(start, end, Precision.DAY))
    assert (made.start, made.end) == expected
    assert words is None or when_words(made) == words
    assert is_fine_day(When(start, end)) == ((start, end) != expected)
    assert not is_fine_day(made)


def test_a_place_becomes_its_region_or_else_its_country() -> None:
    region = region_of(Place("Athens", PlaceRole.AT, ATHENS.ref, "GR", 37.98, 23.72))
    assert (region.kind, region.country, region.role) == (PlaceKind.REGION, "GR", PlaceRole.AT)
    assert "Athens" not in region.name
    assert accuracy_of(region) == "region"
    unknown = region_of(Place("the mill", PlaceRole.AT, country="GR"))
    assert (unknown.name, unknown.ref) == ("Greece", "state:GR")
    assert accuracy_of(unknown) == "country"
    assert region_of(Place("the mill")).name == "[place withheld]"
    assert is_fine_place(Place("the mill"))
    assert not is_fine_place(region)
    assert not is_fine_place(unknown)


def test_each_rule_is_of_a_kind_and_says_why() -> None:
    assert set(rules()) == {DetailKind.SMALL_COUNT, DetailKind.ROUTE, DetailKind.SHELTER, DetailKind.BROKER}
    assert all(one.why and (one.day or one.place) for one in rules().values())
    assert explained(DetailKind.PERSON) == ""
