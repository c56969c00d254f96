"""A record goes to JSON and back, and its schema is the nouns'."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.model import (
    Affected,
    Claim,
    Count,
    CountKind,
    Document,
    Incident,
    Place,
    PlaceKind,
    PlaceRole,
    Record,
    StanceKind,
    Unit,
    claim_id,
    document_id,
)
from clarion.model.errors import BadRecord
from clarion.model.nouns import ActId, IncidentId
from clarion.model.schema import record_schema
from clarion.model.vocabulary import Facet

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
NUMBERS = st.none() | st.integers(0, 10**9) | st.floats(0, 1)
COUNTS = st.builds(
    Count,
    low=NUMBERS,
    high=NUMBERS,
    best=NUMBERS,
    unit=st.sampled_from(Unit),
    kind=st.sampled_from(CountKind),
    noun=TEXTS,
)
SCHEMA = record_schema()
PLACES = st.builds(Place, name=TEXTS, role=st.sampled_from(PlaceRole), kind=st.sampled_from(PlaceKind))


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(TEXTS)
    document = Document(id=document_id(text.encode()), path=draw(TEXTS), media_type="text/plain", text=text)
    claim = Claim(
        id=claim_id(document.id, (0, len(text)), "detention", 0),
        document=document.id,
        span=(0, len(text)),
        quote=text,
        cue=None,
        act=ActId("detention"),
        stance=draw(st.sampled_from(StanceKind)),
        affected=Affected(count=draw(st.none() | COUNTS), others=tuple(draw(st.lists(COUNTS, max_size=2)))),
        where=tuple(draw(st.lists(PLACES, max_size=2))),
    )
    incident = Incident(
        id=IncidentId("inc_1"),
        act=ActId("detention"),
        title=draw(TEXTS),
        facets={Facet.HAPPENED: 1},
        origin_of={document.id: draw(st.none() | TEXTS)},
    )
    return Record(documents=(document,), claims=(claim,), incidents=(incident,))


@given(records())
def test_a_record_goes_to_json_and_back(record: Record) -> None:
    assert Record.from_json(record.to_json(with_text=True)) == record
    assert Record.from_json(record.to_json()) == record.without_text()


@given(records())
def test_what_is_written_fits_the_schema(record: Record) -> None:
    jsonschema.validate(json.loads(record.to_json(with_text=True)), SCHEMA)


@given(records())
def test_every_line_names_its_noun(record: Record) -> None:
    kinds = [json.loads(line)["kind_of"] for line in record.to_jsonl().split("\n") if line]
    assert kinds == ["document", "claim", "incident"]


def test_fields_of_the_parts_of_reading_are_not_recorded() -> None:
    claim = Claim(
        id=claim_id(document_id(b""), None, "flight", 0),
        document=document_id(b""),
        span=(0, 0),
        quote="",
        cue=None,
        act=ActId("flight"),
        stance=StanceKind.ASSERTED,
        affected=Affected(count=Count(best=1, noun="people")),
        where=(Place("X", kind=PlaceKind.STATE, candidates=("state:XX",)),),
    )
    written = json.loads(Record(claims=(claim,)).to_json())["claims"][0]
    assert "noun" not in written["affected"]["count"]
    assert set(written["where"][0]) == {"role", "name", "ref", "country", "lat", "lon", "span"}


@pytest.mark.parametrize("text", ["", "[]", '{"claims": 3}', b"\xff", '{"claims": [{"stance": "perhaps"}]}'])
def test_what_is_not_a_record_is_refused(text: str | bytes) -> None:
    with pytest.raises(BadRecord):
        Record.from_json(text)


def test_an_id_is_made_from_the_place_and_not_from_the_words() -> None:
    document = document_id(b"one")
    assert claim_id(document, (3, 5), "flight", 0) == claim_id(document, (3, 5), "flight", 0)
    assert len({claim_id(document, (3, 5), act, n) for act in ("flight", "killing") for n in (0, 1)}) == 4
