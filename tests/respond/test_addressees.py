"""Addressees: Popolo and back, rows with their faults, holders by day, the nearest mission."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.model import Place
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, Contact, ContactKind, Holder
from clarion.respond.addressees import (
    find,
    holder_on,
    load,
    merged,
    nearest_mission,
    read_rows,
    save,
    shipped,
    to_popolo,
)

_TEXT = {"type": ["string", "null"]}
_DAY = {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}
_SOURCES = {"type": "array", "items": {"type": "object", "anyOf": [{"required": ["url"]}, {"required": ["note"]}]}}
_CONTACTS = {
    "type": "array",
    "items": {"type": "object", "required": ["type", "value"], "properties": {"value": {"type": "string"}}},
}


def _list(needed: tuple[str, ...], properties: dict[str, object], **more: object) -> dict[str, object]:
    item = {"type": "object", "required": list(needed), "properties": properties, **more}
    return {"type": "array", "items": item}


# written from the public description of Popolo: the properties it gives to each class, and their types
_SHARED = {"name": {"type": "string"}, "label": {"type": "string"}, "contact_details": _CONTACTS, "sources": _SOURCES}
_POPOLO = {
    "type": "object",
    "properties": {
        "persons": _list(("id", "name"), _SHARED),
        "organizations": _list(("id", "name"), _SHARED | {"classification": _TEXT}),
        "posts": _list(("id", "label"), _SHARED | {"organization_id": _TEXT, "area_id": _TEXT}),
        "memberships": _list(
            ("id", "person_id"),
            {"start_date": _DAY, "end_date": _DAY, "sources": _SOURCES},
            anyOf=[{"required": ["post_id"]}, {"required": ["organization_id"]}],
        ),
        "areas": _list(("id", "name"), _SHARED | {"identifier": _TEXT}),
    },
    "additionalProperties": False,
}

MISSION = Addressee(
    id="adr_embassy",
    name="Embassy of Examplia",
    kind=AddresseeKind.MISSION,
    organisation="Ministry of Foreign Affairs of Examplia",
    state="state:LA",
    accredited_to="state:KR",
    place=Place("Seoul", None, "geonames:1835848", "KR", 37.566, 126.9784),
    languages=("lo", "en"),
    salutations={"en": "Your Excellency,"},
    contacts=(
        Contact(ContactKind.POSTAL, "1 Example Road\nSeoul"),
        Contact(ContactKind.WEB, "https://embassy.example"),
    ),
    holders=(
        Holder("Invented First", "2020-01-01", "2023-06-30", "H.E. Mr", "https://embassy.example/1"),
        Holder("Invented Second", "2023-07-01", None, "H.E. Ms"),
    ),
    source="https://embassy.example/about",
    checked_on="2026-11-01",
)


def test_addressees_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "addressees.json"
    minister = Addressee(
        "adr_m", "Minister", AddresseeKind.POST, "Ministry", "state:KR", holders=(Holder("Invented Third"),)
    )
    save(path, [minister, MISSION])
    assert load(path) == [minister, MISSION]
    first = path.read_bytes()
    save(path, load(path))
    assert path.read_bytes() == first


def test_what_is_written_is_popolo_by_its_public_description() -> None:
    jsonschema.validate(to_popolo([MISSION]), _POPOLO)
    made = to_popolo(shipped())
    jsonschema.validate(made, _POPOLO)
    known = {item["id"] for name in ("persons", "posts", "organizations") for item in made[name]}
    for membership in made["memberships"]:
        assert membership["person_id"] in known
        assert (membership.get("post_id") or membership.get("organization_id")) in known
    for post in made["posts"]:
        assert post.get("organization_id", next(iter(known))) in known


_WORDS = st.text(min_size=1)
_ANY = st.builds(
    Addressee,
    id=st.uuids().map(lambda one: f"adr_{one}"),
    name=_WORDS,
    kind=st.sampled_from(AddresseeKind),
    organisation=st.none() | _WORDS,
    state=st.sampled_from((None, "state:KR", "state:CN")),
    salutations=st.dictionaries(st.sampled_from(("en", "ko")), _WORDS),
    checked_on=st.none() | st.dates().map(str),
)


@given(st.lists(_ANY, unique_by=lambda one: one.id))
def test_any_addressees_come_back(held: list[Addressee]) -> None:
    from clarion.respond.addressees.popolo import from_popolo

    back = from_popolo(json.loads(json.dumps(to_popolo(held))))
    assert sorted(back, key=lambda one: one.id) == sorted(held, key=lambda one: one.id)


def test_no_file_is_no_addressees_and_a_broken_one_is_told(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == []
    for broken in (
        "{",
        "[]",
        '{"posts": 3}',
        '{"posts": [{"label": "x"}]}',
        '{"posts": [{"id": "a", "label": "b", "classification": "king"}]}',
    ):
        path = tmp_path / "broken.json"
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(BadRequest, match=r"broken\.json"):
            load(path)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-12-31", None),
        ("2020-01-01", "Invented First"),
        ("2023-06-30", "Invented First"),
        ("2023-07-01", "Invented Second"),
        ("2030-01-01", "Invented Second"),
    ],
)
def test_who_holds_a_post_hangs_on_the_day(day: str, name: str | None) -> None:
    held = holder_on(MISSION, day)
    assert (held.name if held else None) == name


def test_two_holders_of_one_day_are_nobody_in_particular() -> None:
    twice = Addressee("adr", "Minister", AddresseeKind.POST, holders=(Holder("Invented One"), Holder("Invented Two")))
    assert holder_on(twice, "2026-01-01") is None


def test_the_nearest_mission_is_by_the_way_over_the_earth() -> None:
    near = nearest_mission(shipped(), "CN", "geonames:1838524")  # Busan
    assert near.mission is not None
    assert near.mission.id == "adr_cn-embassy-kr"
    assert near.kilometres is not None
    assert 320 < near.kilometres < 330
    assert nearest_mission(shipped(), "state:CN", "Vladivostok").mission is not None
    assert nearest_mission(shipped(), "CN", "Seoul").kilometres == 0


@pytest.mark.parametrize(
    ("state", "place", "reason"),
    [
        ("FR", "Seoul", "no mission of France"),
        ("CN", "Nowheresuch", "no place called"),
        ("CN", "geonames:1", "no place geonames:1"),
        ("CN", "Springfield", "could be several"),
    ],
)
def test_without_a_mission_the_reason_is_told(state: str, place: str, reason: str) -> None:
    near = nearest_mission(shipped(), state, place)
    assert near.mission is None
    assert reason in near.reason


def test_a_mission_without_a_place_is_not_near_anything() -> None:
    nowhere = Addressee("adr", "Consulate", AddresseeKind.MISSION, state="state:LA")
    assert "is the place known" in nearest_mission([nowhere], "LA", "Seoul").reason
    assert "1 more" in nearest_mission([nowhere, MISSION], "LA", "Seoul").reason


def test_names_are_found_whole_first_then_by_their_words() -> None:
    assert [one.id for one in find(shipped(), "adr_un-wgad")] == ["adr_un-wgad"]
    assert [one.id for one in find(shipped(), "working group on arbitrary detention")] == ["adr_un-wgad"]
    assert {one.id for one in find(shipped(), "embassy china mongolia")} == {"adr_cn-embassy-mn"}
    assert find(shipped(), "no such office") == []
    assert find(shipped(), " ") == []


def test_the_shipped_list_names_its_sources_and_invents_no_address() -> None:
    for one in shipped():
        assert one.source
        assert one.contacts == ()
        assert one.checked_on or "not checked" in one.source or "holder not checked" in one.source, one.id


ROWS = """name,kind,state,place,accredited_to,email,postal,holder,holder_since,salutation_ko,checked_on
Ambassador,mission,LA,Seoul,KR,a@b.example,1 Example Road | Seoul,Invented One,2024-02-01,대사님께,2026-10-01
Ambassador,mission,LA,Seoul,KR,,,Invented Two,2020-02-01,,
Minister of Examplia,monarch,,,,,,,,,
,post,,,,,,,,,
Minister of Elsewhere,post,Atlantis,,,,,,,,
Minister of Mail,post,,,,no address,,,,,
Minister of Days,post,,,,,,Invented Third,01.02.2024,,
Minister of Places,post,LA,Nowheresuch,,,,,,,
Parliament,parliament,KR,,,,,,,,
Parliament,parliament,KR,,,,,,,,
Too,many,cells,in,this,row,of,the,file,to,be,taken
"""


def test_rows_become_addressees_and_each_bad_row_is_told_with_its_line() -> None:
    found = read_rows(ROWS)
    assert [one.name for one in found.addressees] == ["Ambassador", "Parliament"]
    mission = found.addressees[0]
    assert [one.name for one in mission.holders] == ["Invented One", "Invented Two"]
    assert mission.contacts[1] == Contact(ContactKind.POSTAL, "1 Example Road\nSeoul")
    assert mission.place is not None
    assert mission.place.country == "KR"
    assert mission.accredited_to == "state:KR"
    assert [one.line for one in found.bad] == [4, 5, 6, 7, 8, 9, 11, 12]
    told = ("is no kind", "no name", "state:", "email:", "holder_since:", "place:", "already", "12 cells")
    for one, words in zip(found.bad, told, strict=True):
        assert words in one.reason


def test_a_quoted_cell_of_several_lines_is_counted_from_its_first() -> None:
    found = read_rows('name,kind,postal\nMinister,post,"1 Example Road\nSeoul"\n,post,\n')
    assert found.addressees[0].contacts[0].value == "1 Example Road\nSeoul"
    assert [one.line for one in found.bad] == [4]


@pytest.mark.parametrize("header", ["kind,state", "name,kind,colour", "name,kind,name", ""])
def test_a_header_that_is_none_is_refused(header: str) -> None:
    with pytest.raises(BadRequest, match="the columns are"):
        read_rows(header + "\nMinister,post\n")


def test_rows_of_the_same_ids_take_the_place_of_those_held() -> None:
    new = read_rows(f"id,name,kind\n{MISSION.id},Embassy moved,mission\nadr_x,New office,body\n").addressees
    assert [one.name for one in merged([MISSION], new)] == ["Embassy moved", "New office"]
