"""FollowTheMoney entities, held against the schemata of the followthemoney package itself."""

import functools
import importlib.util
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from clarion.extract.lexicon import load
from clarion.model import Record, View, Voice, VoiceKind
from clarion.publish import Format, PublishOptions, format_of, render
from clarion.publish.exchange.entities import to_ftm
from clarion.publish.index import index_record

# its code asks for libraries of the system; its schemata are data
_PACKAGE = importlib.util.find_spec("followthemoney")
pytestmark = pytest.mark.skipif(_PACKAGE is None, reason="followthemoney is not installed; run: make setup")
CODES = {act: entry.codes for act, entry in load().acts.items()}


@functools.cache
def schemata() -> dict[str, dict[str, Any]]:
    """Every schema by its name, as the package has it."""
    assert _PACKAGE
    (folder,) = _PACKAGE.submodule_search_locations or ()
    found: dict[str, dict[str, Any]] = {}
    for path in (Path(folder) / "schema").glob("*.y*ml"):
        found |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@functools.cache
def lineage(name: str) -> tuple[str, ...]:
    """A schema and all that it extends."""
    above = [one for parent in schemata()[name].get("extends", ()) for one in lineage(parent)]
    return (name, *dict.fromkeys(above))


def properties(name: str) -> dict[str, dict[str, Any]]:
    return {key: told or {} for one in reversed(lineage(name))
            for key, told in (schemata()[one].get("properties") or {}).items()}  # fmt: skip


_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?)?)?")


def faults(entities: list[dict[str, Any]]) -> list[str]:
    """What a reader of the model would refuse."""
    by_id = {one["id"]: one for one in entities}
    found = ["an id stands twice"] if len(by_id) != len(entities) else []
    for one in entities:
        name = one["schema"]
        if name not in schemata() or schemata()[name].get("abstract"):
            found.append(f"{name} is no schema")
            continue
        known = properties(name)
        required = {key for above in lineage(name) for key in schemata()[above].get("required", ())}
        found += [f"{name} lacks {key}" for key in required - set(one["properties"])]
        for key, values in one["properties"].items():
            if key not in known:
                found.append(f"{name} has no {key}")
                continue
            found += [f"{name}.{key}: {told}" for value in values if (told := fault(value, known[key], by_id))]
    return found


def fault(value: Any, told: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> str:
    kind = told.get("type", "string")
    if not isinstance(value, str) or not value.strip():
        return "is empty"
    if kind == "entity":
        if not re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", value):
            return "is no id"
        there = by_id.get(value)
        if there is None:
            return f"{value} is not there"
        return "" if told.get("range", "Thing") in lineage(there["schema"]) else f"{there['schema']} does not fit"
    if kind == "date":
        return "" if _DATE.fullmatch(value) and date.fromisoformat(value[:10]) else "is no date"
    if kind == "country":
        return "" if re.fullmatch("[a-z]{2}", value) else "is no country"
    if kind == "language":
        return "" if re.fullmatch("[a-z]{3}", value) else "is no language"
    if kind == "mimetype":
        return "" if re.fullmatch(r"[\w.+-]+/[\w.+-]+", value) else "is no type"
    return ""


def named(name: str) -> str:
    return "clarion-" + name.replace("_", "-")


def made(record: Record, view: View = View.PUBLIC) -> list[dict[str, Any]]:
    options = PublishOptions(format=Format.FTM, view=view, made_at="2024-09-03T10:00:00Z", codes=CODES)
    return [json.loads(line) for line in to_ftm(index_record(record), options).decode().splitlines()]


@pytest.mark.parametrize("view", list(View))
def test_every_entity_fits_its_schema(record: Record, view: View) -> None:
    assert faults(made(record, view)) == []


def test_the_reader_refuses_what_does_not_fit(record: Record) -> None:
    """The check itself can fail."""
    entities = made(record)
    event = next(one for one in entities if one["schema"] == "Event")
    spoilt = [{**event, "properties": {**event["properties"], **more}} for more in (
        {"colour": ["red"]}, {"startDate": ["in May"]}, {"country": ["Thailand"]}, {"proof": ["nobody"]},
    )]  # fmt: skip
    for one in (*spoilt, {"id": "x", "schema": "Claim", "properties": {}}, {"id": "y", "schema": "Event",
                                                                           "properties": {}}):  # fmt: skip
        assert faults([one])


def test_every_claim_stands_with_its_words_and_what_it_speaks_of(record: Record) -> None:
    entities = made(record)
    notes = {one["id"]: one["properties"] for one in entities if one["schema"] == "Note"}
    assert len(notes) == len(record.claims)
    for claim in record.claims:
        assert notes[named(claim.id)]["description"] == [claim.quote]
    tied = {(one["properties"]["recordId"][0], one["properties"]["entity"][0], one["properties"]["role"][0])
            for one in entities if one["schema"] == "Documentation"}  # fmt: skip
    for incident in record.incidents:
        assert {(name, named(incident.id), "tells it") for name in incident.claims} <= tied
        assert {(name, named(incident.id), "denies it") for name in incident.denials} <= tied


def test_no_person_is_made_in_the_sealed_view_or_of_a_withheld_name(record: Record) -> None:
    someone = next(one for one in record.voices if one.kind is VoiceKind.PERSON)
    hidden = replace(record, voices=(*record.voices, Voice("voi_x", "[name withheld]", kind=VoiceKind.PERSON)))  # type: ignore[arg-type]
    people = [one["properties"]["name"] for one in made(hidden) if one["schema"] == "Person"]
    assert [someone.name] in people
    assert ["[name withheld]"] not in people
    assert not [one for one in made(hidden, View.SEALED) if one["schema"] == "Person"]
    assert all(one.name not in ("", None) for one in record.voices)


def test_an_incident_says_how_sure_it_is_and_its_codes_whether_they_were_checked(record: Record) -> None:
    events = {one["id"]: one["properties"] for one in made(record) if one["schema"] == "Event"}
    for incident in record.incidents:
        told = events[named(incident.id)]
        assert f"status: {incident.status.value}" in told["keywords"]
        if incident.act == "forced_return":
            assert {"HURIDOCS: 38 01 01", "PLOVER: COERCE/deport"} <= set(told["keywords"])


def test_equal_records_give_equal_bytes_and_the_ending_tells_the_form(record: Record) -> None:
    options = PublishOptions(format=Format.FTM, view=View.SEALED)
    assert render(record, options) == render(record, options)
    assert format_of("case.ftm.json") is Format.FTM
    assert format_of("case.json") is Format.JSON
