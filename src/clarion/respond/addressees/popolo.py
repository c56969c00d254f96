"""Addressees as Popolo JSON, written and read.

What Popolo has no word for stands under keys that begin with `clarion_`, so that a reader of Popolo can leave it.
Source: The Popolo Project, specification of persons, organisations, posts, memberships, contact details and areas.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from clarion.model import Place, made_id
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, Contact, ContactKind, Holder
from clarion.reference import states

_Item = dict[str, Any]
_LISTS = ("areas", "memberships", "organizations", "persons", "posts")
# the words that Popolo's own list has for types of contact
_TYPES = {
    ContactKind.EMAIL: "email",
    ContactKind.POSTAL: "address",
    ContactKind.PHONE: "voice",
    ContactKind.FAX: "fax",
    ContactKind.WEB: "url",
}
_KINDS = {word: kind for kind, word in _TYPES.items()}
# an addressee that somebody holds or may hold is a post, the others are organisations
_POSTS = frozenset({AddresseeKind.POST})


def load(path: Path) -> list[Addressee]:
    """The addressees of a file, in its order; none when there is no file.

    Raises:
        BadRequest: the file cannot be read, or is no list of addressees; the message says where.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as problem:
        raise BadRequest(f"{path} cannot be read ({problem}); put the right file back, or move it away") from problem
    return read_text(text, str(path))


def save(path: Path, addressees: Iterable[Addressee]) -> None:
    """Write addressees to a file; the same addressees give the same bytes. Its folder must be there."""
    made = json.dumps(to_popolo(addressees), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    beside = path.with_name(path.name + ".part")
    beside.write_text(made, encoding="utf-8")
    beside.replace(path)


def read_text(text: str, name: str) -> list[Addressee]:
    """The addressees of a text of Popolo JSON; `name` is for the message.

    Raises:
        BadRequest: it is none.
    """
    try:
        given = json.loads(text)
    except ValueError as problem:
        raise BadRequest(f"{name} is no JSON ({problem}); put the right file back, or move it away") from problem
    if not isinstance(given, dict):
        raise BadRequest(f"{name} is no list of addressees; put the right file back, or move it away")
    return from_popolo(given, name)


def to_popolo(addressees: Iterable[Addressee]) -> dict[str, list[_Item]]:
    """Addressees as the lists of Popolo."""
    held: dict[str, dict[str, _Item]] = {name: {} for name in _LISTS}
    for one in addressees:
        item = _item(one)
        if one.state:
            item["area_id" if one.kind in _POSTS else "clarion_state"] = one.state
            held["areas"][one.state] = _area(one.state)
        if one.kind in _POSTS:
            if one.organisation:
                body = made_id("org", one.organisation, one.state or "")
                held["organizations"].setdefault(body, {"id": body, "name": one.organisation})
                item["organization_id"] = body
            held["posts"][one.id] = {"label": one.name, **item}
        else:
            held["organizations"][one.id] = {"name": one.name, **item}
        _hold(held, one)
    return {name: list(items.values()) for name, items in held.items()}


def from_popolo(given: dict[str, Any], name: str = "the file") -> list[Addressee]:
    """The addressees among the lists of Popolo: all posts, and the organisations that have a `classification`.

    Raises:
        BadRequest: a list is none, or an entry lacks what it must have; the message says which.
    """
    lists = {key: _list(given, key, name) for key in _LISTS}
    names = {str(item.get("id")): str(item.get("name")) for item in (*lists["organizations"], *lists["persons"])}
    held: dict[str, list[Holder]] = {}
    for item in lists["memberships"]:
        of = str(item.get("post_id") or item.get("organization_id"))
        held.setdefault(of, []).append(_holder(item, names))
    found = []
    for key in ("posts", "organizations"):
        for number, item in enumerate(lists[key], 1):
            if key == "posts" or "classification" in item:
                try:
                    found.append(_addressee(item, names, tuple(held.get(str(item.get("id")), ()))))
                except (KeyError, TypeError, ValueError, AttributeError) as problem:
                    raise BadRequest(
                        f"{name}: entry {number} of {key} is no addressee ({problem!r}); mend or remove it"
                    ) from problem
    return found


def _item(one: Addressee) -> _Item:
    item: _Item = {"id": one.id, "classification": one.kind.value}
    item["contact_details"] = [{"type": _TYPES[contact.kind], "value": contact.value} for contact in one.contacts]
    if one.source:
        item["sources"] = [{"url" if one.source.startswith("http") else "note": one.source}]
    item["clarion_checked_on"] = one.checked_on
    if one.kind not in _POSTS and one.organisation:
        item["clarion_organisation"] = one.organisation
    if one.accredited_to:
        item["clarion_accredited_to"] = one.accredited_to
    if one.place:
        item["clarion_place"] = _place(one.place)
    if one.languages:
        item["clarion_languages"] = list(one.languages)
    if one.salutations:
        item["clarion_salutations"] = dict(sorted(one.salutations.items()))
    return item


def _place(place: Place) -> _Item:
    given = {"name": place.name, "ref": place.ref, "country": place.country, "lat": place.lat, "lon": place.lon}
    return {key: value for key, value in given.items() if value is not None}


def _area(state: str) -> _Item:
    name = states.state(state).name if states.is_state(state) else state
    return {"id": state, "name": name, "classification": "state", "identifier": state.removeprefix("state:")}


def _hold(held: dict[str, dict[str, _Item]], one: Addressee) -> None:
    """Persons and memberships of those who hold a post or head a body."""
    of = "post_id" if one.kind in _POSTS else "organization_id"
    for number, holder in enumerate(one.holders):
        person = made_id("per", one.id, holder.name)
        held["persons"][person] = {"id": person, "name": holder.name}
        item: _Item = {"id": made_id("mem", one.id, number), "person_id": person, of: one.id}
        given = {"start_date": holder.start, "end_date": holder.end, "clarion_title": holder.title}
        item |= {key: value for key, value in given.items() if value is not None}
        if holder.source:
            item["sources"] = [{"url" if holder.source.startswith("http") else "note": holder.source}]
        held["memberships"][item["id"]] = item


def _list(given: dict[str, Any], key: str, name: str) -> Sequence[_Item]:
    held = given.get(key) or []
    if not isinstance(held, list) or not all(isinstance(item, dict) for item in held):
        raise BadRequest(f"{name}: {key} is no list of objects; mend it")
    return held


def _holder(item: _Item, names: dict[str, str]) -> Holder:
    return Holder(
        name=names.get(str(item.get("person_id")), str(item.get("person_id"))),
        start=item.get("start_date"),
        end=item.get("end_date"),
        title=item.get("clarion_title"),
        source=_source(item),
    )


def _addressee(item: _Item, names: dict[str, str], holders: tuple[Holder, ...]) -> Addressee:
    kind = AddresseeKind(item.get("classification", "post"))
    place = item.get("clarion_place")
    body = names.get(str(item["organization_id"])) if item.get("organization_id") else None
    return Addressee(
        id=item["id"],
        name=str(item["label"] if "label" in item else item["name"]),
        kind=kind,
        organisation=body or item.get("clarion_organisation"),
        state=item.get("area_id") or item.get("clarion_state"),
        accredited_to=item.get("clarion_accredited_to"),
        place=Place(**place) if place else None,
        languages=tuple(item.get("clarion_languages") or ()),
        salutations=dict(item.get("clarion_salutations") or {}),
        contacts=tuple(_contact(each) for each in item.get("contact_details") or ()),
        holders=holders,
        source=_source(item),
        checked_on=item.get("clarion_checked_on"),
    )


def _contact(item: _Item) -> Contact:
    return Contact(_KINDS[item["type"]], item["value"])


def _source(item: _Item) -> str | None:
    sources = item.get("sources") or []
    return (sources[0].get("url") or sources[0].get("note")) if sources else None
