"""Codes of acts in other vocabularies: in every table and graph, with whether they were checked."""

import csv
import io
import json
from typing import Any

import pytest

from clarion.extract.lexicon import load
from clarion.model import Record, View
from clarion.publish import Format, PublishOptions, format_of, render
from clarion.publish.codes import codes_of, joined, unchecked
from clarion.publish.exchange.humanitarian import ATTRIBUTES, COLUMNS, TAGS

CODES = {act: entry.codes for act, entry in load().acts.items()}


def made(record: Record, form: Format) -> bytes:
    return render(record, PublishOptions(format=form, view=View.SEALED, codes=CODES))


def test_a_code_that_was_not_checked_says_so() -> None:
    options = PublishOptions(format=Format.CSV, view=View.SEALED, codes=CODES)
    returned, killed = codes_of("forced_return", options), codes_of("killing", options)
    assert [(one.vocabulary, one.code) for one in returned] == [("huridocs", "38 01 01"), ("plover", "COERCE/deport")]
    assert unchecked(returned) == ""
    assert "HURIDOCS" in unchecked(killed)
    assert joined(codes_of("demonstration", options), "acled") == "Protests; Riots"
    assert codes_of("no_such_act", options) == ()


def test_every_table_and_graph_holds_the_codes(record: Record) -> None:
    claims = {row["claim"]: row for row in csv.DictReader(io.StringIO(made(record, Format.CSV).decode("utf-8-sig")))}
    graph: list[dict[str, Any]] = json.loads(made(record, Format.JSONLD))["@graph"]
    coded = {one["id"]: one.get("clarion:act_code") for one in graph}
    for claim in record.claims:
        expected = CODES[claim.act]
        assert claims[claim.id]["act_plover"] == (expected["plover"] or "")
        told = {one["clarion:code"] for one in coded[f"urn:clarion:{claim.id}"] or ()}
        assert told == {code for value in expected.values() if value for code in value.split("; ")}
    features = json.loads(made(record, Format.GEOJSON))["features"]
    assert any({"vocabulary": "HURIDOCS", "code": "38 01 01", "checked": True} in one["properties"]["act_codes"]
               for one in features)  # fmt: skip
    (_, tags, *rows) = csv.reader(io.StringIO(made(record, Format.HXL).decode("utf-8-sig")))
    at = tags.index("#event+type+code+v_huridocs")
    assert "38 01 01" in {row[at] for row in rows}


def test_the_dictionary_explains_every_tag_and_attribute_of_the_table(record: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(made(record, Format.HXL_DICTIONARY).decode("utf-8-sig"))))
    explained = {row["hashtag"] for row in rows if row["holds"]}
    for _, tag, _ in COLUMNS:
        hashtag, *attributes = tag.split("+")
        assert {tag, hashtag} | {f"+{one}" for one in attributes} <= explained, tag
    used = {part for _, tag, _ in COLUMNS for part in tag.split("+")[1:]}
    assert {one[1:] for one in ATTRIBUTES} == used
    assert set(TAGS) == {tag.split("+")[0] for _, tag, _ in COLUMNS}


@pytest.mark.parametrize(("name", "form"), [("a.hxl-dictionary.csv", "hxl-dictionary"), ("a.ftm.json", "ftm")])
def test_long_endings_tell_the_form(name: str, form: str) -> None:
    assert format_of(name) == form
