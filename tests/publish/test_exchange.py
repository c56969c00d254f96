"""What leaves for other tools is read back with tools that are not ours."""

import csv
import datetime
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import geojson
import hxl
import pytest
import rdflib
import vobject

from clarion.language.sentences import find_sentences
from clarion.model import Judgement, Place, PlaceRole, Record, View
from clarion.publish import Format, PublishOptions, format_of, render
from clarion.publish.exchange.calendar import ASK_ABOUT_ZONE
from clarion.publish.exchange.humanitarian import COLUMNS, dictionary
from conftest import REPOSITORY

SCHEMA, PROV = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/prov#")
OA, OURS = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("urn:clarion:")


def made(record: Record, form: Format, *judgements: Judgement, made_at: str | None = "2024-09-03T10:00:00Z") -> bytes:
    """A record in a form."""
    return render(record, PublishOptions(format=form, view=View.SEALED, made_at=made_at, judgements=judgements))


def items(record: Record) -> dict[str, Any]:
    """The things of the calendar by their id, as another reader finds them."""
    calendar = vobject.readOne(made(record, Format.ICS).decode())
    held = [*calendar.contents.get("vevent", []), *calendar.contents.get("vtodo", [])]
    return {one.uid.value: one for one in held}


@pytest.mark.parametrize("form", [Format.ICS, Format.GEOJSON, Format.JSONLD, Format.HXL])
def test_equal_records_give_equal_bytes(record: Record, form: Format) -> None:
    assert made(record, form) == made(record, form)
    assert made(record, form, made_at=None) == made(record, form, made_at=None)


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.ics", "ics"), ("a.geojson", "geojson"), ("a.jsonld", "jsonld"), ("a.hxl", "hxl"), ("A.HXL.csv", "hxl")],
)
def test_the_ending_tells_the_form(name: str, form: str) -> None:
    assert format_of(name) == form


# calendars


def test_an_action_keeps_its_hour_in_the_zone_of_its_place(record: Record) -> None:
    rally = items(record)["act_rally@clarion"]
    begins, ends = rally.dtstart.value, rally.dtend.value
    assert begins.utcoffset() == datetime.timedelta(hours=2)  # summer in Zurich
    assert (begins.replace(tzinfo=None), ends - begins) == (
        datetime.datetime(2024, 8, 20, 13),
        datetime.timedelta(minutes=90),
    )
    assert rally.summary.value == "Rally for those returned"
    assert rally.location.value == "Geneva"


def test_a_zone_that_contradicts_the_date_makes_an_event_tentative_and_is_asked_about(record: Record) -> None:
    rally = items(record)["act_rally@clarion"]
    assert rally.status.value == "TENTATIVE"
    assert ASK_ABOUT_ZONE in rally.description.value
    assert any(
        claim.quote in rally.description.value for claim in record.claims if claim.id in record.actions[0].claims
    )


def test_what_has_no_day_and_what_is_asked_by_a_day_are_things_to_do(record: Record) -> None:
    held = items(record)
    assert held["act_mass@clarion"].name == "VTODO"
    assert held["ask_access@clarion"].due.value == datetime.date(2024, 9, 1)
    assert "To: High Commissioner for Refugees" in held["ask_access@clarion"].description.value
    assert set(held) == {"act_rally@clarion", "act_mass@clarion", "ask_access@clarion"}


def test_a_cancelled_action_is_sent_once_more_as_cancelled(record: Record) -> None:
    off = replace(record, actions=tuple(replace(one, status="cancelled") for one in record.actions))
    before, after = items(record), items(off)
    assert set(before) == set(after)
    for name in ("act_rally@clarion", "act_mass@clarion"):
        assert after[name].status.value == "CANCELLED"
        assert int(after[name].sequence.value) > int(before[name].sequence.value)


def test_days_are_days_and_hours_without_a_zone_float(record: Record) -> None:
    first, *others = record.actions
    day = replace(first, start="2024-08-20", end=None, timezone=None, timezone_problem=False)
    noon = replace(first, id="act_noon", start="2024-08-20T12:00", end=None, timezone=None, timezone_problem=False)
    held = items(replace(record, actions=(day, noon, *others)))
    assert held["act_rally@clarion"].dtstart.value == datetime.date(2024, 8, 20)
    assert held["act_noon@clarion"].dtstart.value == datetime.datetime(2024, 8, 20, 12)
    assert held["act_noon@clarion"].status.value == "CONFIRMED"


def test_days_that_return_stand_one_by_one_as_days(record: Record) -> None:
    first, *others = record.actions
    day = replace(first, start="2024-09-24", end=None, timezone=None, timezone_problem=False,
                  days=("2025-09-24", "2026-09-24"), days_rule="the same day of each year")  # fmt: skip
    changed = replace(record, actions=(day, *others))
    written = re.sub(rb"\r\n ", b"", made(changed, Format.ICS))
    assert b"DTSTART;VALUE=DATE:20240924" in written
    assert b"RDATE;VALUE=DATE:20250924,20260924" in written
    assert b"RRULE" not in written.partition(b"BEGIN:VEVENT")[2]
    held = items(changed)["act_rally@clarion"]
    assert held.rdate.value == [datetime.date(2025, 9, 24), datetime.date(2026, 9, 24)]
    assert held.transp.value == "TRANSPARENT"
    assert "the same day of each year" in held.description.value


def test_a_zone_is_defined_in_the_file_that_names_it(record: Record) -> None:
    written = made(record, Format.ICS).decode()
    (zone,) = vobject.readOne(written).contents["vtimezone"]
    assert "DTSTART;TZID=Europe/Zurich:20240820T130000" in written
    assert zone.serialize().count("TZOFFSETTO") >= 2


def test_lines_end_and_fold_as_calendars_do_and_words_can_add_no_property(record: Record) -> None:
    wicked = "Vigil\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT, " + "ü" * 200
    one = replace(record, actions=(replace(record.actions[0], title=wicked, place=wicked),))
    written = made(one, Format.ICS)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert not re.search(rb"(?m)^ATTENDEE", written)
    held = items(one)["act_rally@clarion"]
    assert "attendee" not in held.contents
    assert "ü" * 200 in held.summary.value


# maps


def test_every_incident_stands_on_the_map_or_says_that_its_place_is_unknown(record: Record) -> None:
    collection = geojson.loads(made(record, Format.GEOJSON).decode())
    assert collection.is_valid, collection.errors()
    assert {one.properties["incident"] for one in collection.features} == {one.id for one in record.incidents}
    for feature in collection.features:
        incident = next(one for one in record.incidents if one.id == feature.properties["incident"])
        points = [(place.lon, place.lat) for place in incident.where if place.lat is not None]
        if feature.geometry is None:
            assert points == []
        else:
            assert tuple(feature.geometry.coordinates) in points
        assert feature.properties["status"] == incident.status.value
        assert feature.properties["claims"] == list(incident.claims)


# linked data


def graph(record: Record, *judgements: Judgement) -> rdflib.Graph:
    """The record as another reader of JSON-LD finds it; everything needed is in the file."""
    return rdflib.Graph().parse(data=made(record, Format.JSONLD, *judgements).decode(), format="json-ld")


def test_every_claim_points_at_its_words_in_its_document(record: Record) -> None:
    read = graph(record)
    claims = set(read.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert claims == {OURS[claim.id] for claim in record.claims}
    for claim in record.claims:
        name = OURS[claim.id]
        assert str(read.value(name, SCHEMA.text)) == claim.quote
        assert read.value(name, PROV.wasDerivedFrom) == OURS[claim.document.replace(":", "-")]
        assert str(read.value(name, OURS.stance)) == claim.stance.value
        (target,) = read.objects(name, OA.hasTarget)
        selectors = list(read.objects(target, OA.hasSelector))
        spans = {(read.value(one, OA.start), read.value(one, OA.end)) for one in selectors} - {(None, None)}
        assert {(int(start), int(end)) for start, end in spans} == {claim.span}
        assert claim.quote in {str(read.value(one, OA.exact)) for one in selectors}


def test_words_before_and_after_are_those_of_the_document(record: Record) -> None:
    read = graph(record)
    texts = {OURS[one.id.replace(":", "-")]: one.text for one in record.documents}
    for selector in read.subjects(rdflib.RDF.type, OA.TextQuoteSelector):
        target = next(read.subjects(OA.hasSelector, selector))
        text = texts[read.value(target, OA.hasSource)]
        words = "".join(str(read.value(selector, part)) for part in (OA.prefix, OA.exact, OA.suffix))
        assert text is not None
        assert words in text
        first, last = text.index(words), text.index(words) + len(words)
        # a sentence that is cut may leave a part of a public name, which alone may be a name that is withheld
        assert all(
            last <= start or end <= first or (first <= start and end <= last) for start, end in find_sentences(text)
        )


def test_only_what_a_person_judged_is_reviewed_and_nobody_is_named(
    record: Record, judgements: tuple[Judgement, ...]
) -> None:
    assert not list(graph(record).subjects(rdflib.RDF.type, SCHEMA.ClaimReview))
    read = graph(record, *judgements)
    (review,) = read.subjects(rdflib.RDF.type, SCHEMA.ClaimReview)
    assert read.value(review, SCHEMA.itemReviewed) == OURS[judgements[-1].about]
    rating = read.value(review, SCHEMA.reviewRating)
    assert str(read.value(rating, SCHEMA.alternateName)) == "the words say this"
    assert "Malko" not in made(record, Format.JSONLD, *judgements).decode()


def test_incidents_say_how_sure_they_are_and_on_what_they_rest(record: Record) -> None:
    read = graph(record)
    for incident in record.incidents:
        name = OURS[incident.id]
        assert str(read.value(name, OURS.status)) == incident.status.value
        assert set(read.objects(name, PROV.wasDerivedFrom)) == {OURS[claim] for claim in incident.claims}
        assert set(read.objects(name, OURS.denied_by)) == {OURS[claim] for claim in incident.denials}


def test_linked_data_fetches_nothing_to_be_read(record: Record) -> None:
    context = json.loads(made(record, Format.JSONLD))["@context"]
    assert isinstance(context, dict)
    assert not [one for one in context.values() if isinstance(one, dict) and "@import" in one]


# humanitarian tables


def test_the_table_is_read_by_its_hashtags(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "incidents.csv"
    path.write_bytes(made(record, Format.HXL))
    with hxl.data(str(path), hxl.InputOptions(allow_local=True)) as table:
        assert [column.display_tag for column in table.columns] == [tag for _, tag, _ in COLUMNS]
        rows = [{tag: row.get(tag) or "" for _, tag, _ in COLUMNS} for row in table]
    assert {row["#event+id"] for row in rows} == {one.id for one in record.incidents}
    for row in rows:
        incident = next(one for one in record.incidents if one.id == row["#event+id"])
        assert row["#status"] == incident.status.value
        assert row["#source+num"] == str(incident.origins)
        assert row["#affected+best"] == "" or incident.affected is not None


def test_southern_and_western_places_stay_numbers_and_words_are_never_computed(record: Record) -> None:
    first, *others = record.incidents
    south = Place("=cmd()", PlaceRole.AT, country="BR", lat=-12.5, lon=-38.25)
    moved = replace(record, incidents=(replace(first, where=(south,)), *others))
    (_, tags, *rows) = csv.reader(io.StringIO(made(moved, Format.HXL).decode("utf-8-sig")))
    row = dict(zip(tags, next(one for one in rows if one[0] == first.id), strict=True))
    assert (row["#geo+lat"], row["#geo+lon"], row["#loc+name"]) == ("-12.5", "-38.25", "'=cmd()")


def test_the_dictionary_says_what_each_column_holds() -> None:
    rows = list(csv.DictReader(io.StringIO(dictionary())))
    columns = [(row["column"], row["hashtag"]) for row in rows if row["column"]]
    assert columns == [(name, tag) for name, tag, _ in COLUMNS]
    assert all(row["holds"] for row in rows)


def test_the_dictionary_stands_in_the_documentation() -> None:
    page = (REPOSITORY / "docs" / "publish.md").read_text(encoding="utf-8")
    assert all(f"| {name} | `{tag}` | {holds} |" in page for name, tag, holds in COLUMNS)
