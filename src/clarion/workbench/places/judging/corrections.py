"""The form that corrects a claim: what can be changed, and the changes as the JSON of a judgement's value."""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from clarion.model.errors import BadRequest
from clarion.model.nouns import Claim, Count, Place, When
from clarion.model.vocabulary import CountKind, PlaceRole, StanceKind, Unit
from clarion.workbench import words

_BETWEEN = ";"
_NUMBERS = ("low", "high", "best")


def fields_of(claim: Claim) -> dict[str, Any]:
    """What the form shows at first: the claim as it stands. Days are first and last day, both included."""
    count = claim.affected.count if claim.affected else None
    quoted = [voice.name for voice in claim.voices if str(voice.role) not in ("publisher", "author")]
    return {
        "act": claim.act,
        "stance": str(claim.stance),
        "tentative": claim.tentative,
        "actors": _joined(party.name for party in claim.actors),
        "affected": (claim.affected.description if claim.affected else None) or "",
        "count_kind": str(count.kind) if count else "",
        "unit": str(count.unit) if count else "people",
        **{name: _number_words(getattr(count, name) if count else None) for name in _NUMBERS},
        "since": _day(claim.when.start if claim.when else None),
        "until": _last_day(claim.when),
        **{f"place_{role}": _joined(p.name for p in claim.where if p.role == role) for role in PlaceRole},
        "quoted": _joined(quoted),
    }


def choices(claim: Claim) -> dict[str, list[tuple[str, Any]]]:
    """The words to choose from."""
    acts = dict(words.ACT) | ({} if claim.act in words.ACT else {str(claim.act): words.word(words.ACT, claim.act)})
    return {
        "acts": sorted(acts.items(), key=lambda one: str(one[1])),
        "stances": [(str(one), words.word(words.STANCE, one)) for one in StanceKind],
        "kinds": [(str(one), words.word(words.COUNT_KIND, one)) for one in CountKind if one is not CountKind.SHARE],
        "units": [(str(one), words.word(words.UNIT, one) or _("other")) for one in Unit],
        "roles": [(f"place_{role}", words.word(words.PLACE_ROLE, role)) for role in PlaceRole],
    }


def value_of(claim: Claim, form: Mapping[str, Any]) -> str:
    """The fields that the form changes, as JSON.

    Raises:
        BadRequest: nothing was changed, or a number or day is none.
    """
    before = fields_of(claim)
    after: dict[str, Any] = {name: str(form.get(name, "")).strip() for name in before}
    after["tentative"] = form.get("tentative") == "1"
    changed = {name for name in before if before[name] != after[name]}
    if not changed:
        raise BadRequest(_("nothing was changed; change a field, or accept the claim as it stands"))
    made: dict[str, Any] = {name: after[name] for name in ("act", "stance", "tentative") if name in changed}
    if "actors" in changed:
        made["actors"] = _named(claim.actors, after["actors"])
    if changed & {"affected", "count_kind", "unit", *_NUMBERS}:
        made["affected"] = _affected(claim, after, bool(changed & {"count_kind", "unit", *_NUMBERS}))
    if changed & {"since", "until"}:
        made["when"] = _when(after["since"], after["until"])
    if any(name.startswith("place_") for name in changed):
        made["where"] = _places(claim.where, after)
    if "quoted" in changed:
        made["voices"] = _voices(claim, after["quoted"])
    return json.dumps(made, ensure_ascii=False, sort_keys=True)


def _affected(claim: Claim, after: Mapping[str, Any], counted: bool) -> dict[str, Any] | None:
    old = claim.affected
    same = old is not None and (old.description or "") == after["affected"]
    count = _count(after) if counted else (_plain(old.count) if old and old.count else None)
    if not after["affected"] and count is None:
        return None
    return {
        "description": after["affected"] or None,
        "ref": old.ref if old and same else None,
        "span": list(old.span) if old and old.span and same else None,
        "count": count,
        "others": [_plain(other) for other in old.others] if old else [],
    }


def _count(after: Mapping[str, Any]) -> dict[str, Any] | None:
    numbers = {name: _number(after[name]) for name in _NUMBERS}
    if all(number is None for number in numbers.values()):
        return None
    kind = after["count_kind"] or ("exact" if numbers["best"] is not None else "range")
    if kind == "exact" and numbers["best"] is not None:
        numbers = dict.fromkeys(_NUMBERS, numbers["best"])
    return {**numbers, "unit": after["unit"] or "people", "kind": kind, "share_of": None, "span": None}


def _plain(count: Count) -> dict[str, Any]:
    numbers = {name: getattr(count, name) for name in _NUMBERS}
    span = list(count.span) if count.span else None
    return {**numbers, "unit": str(count.unit), "kind": str(count.kind), "share_of": count.share_of, "span": span}


def _when(since: str, until: str) -> dict[str, Any] | None:
    if not since and not until:
        return None
    first, last = _parsed(since), _parsed(until)
    if first and last and last < first:
        raise BadRequest(_("the last day lies before the first"))
    end = (last + datetime.timedelta(days=1)).isoformat() if last else None
    if first and not last:
        end = (first + datetime.timedelta(days=1)).isoformat()
    precision = "open" if first is None else "day"
    return {"start": first.isoformat() if first else None, "end": end, "precision": precision, "basis": "explicit"}


def _places(old: Iterable[Place], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    known = {(place.name, str(place.role)): place for place in old}
    made = [_place(place) for place in old if place.role is None]
    for role in PlaceRole:
        for name in _split(after[f"place_{role}"]):
            kept = known.get((name, str(role)))
            made.append(_place(kept) if kept else {"name": name, "role": str(role)})
    return made


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "role": str(place.role) if place.role else None,
        "ref": place.ref,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "span": list(place.span) if place.span else None,
    }


def _voices(claim: Claim, text: str) -> list[dict[str, Any]]:
    outer = [voice for voice in claim.voices if str(voice.role) in ("publisher", "author")]
    known = {voice.name: voice for voice in claim.voices}
    made = [
        {"name": voice.name, "role": str(voice.role), "span": list(voice.span) if voice.span else None}
        for voice in outer
    ]
    for name in _split(text):
        kept = known.get(name)
        span = list(kept.span) if kept and kept.span else None
        made.append({"name": name, "role": str(kept.role) if kept else "quoted", "span": span})
    return made


def _named(old: Iterable[Any], text: str) -> list[dict[str, Any]]:
    known = {party.name: party for party in old}
    made = []
    for name in _split(text):
        kept = known.get(name)
        span = list(kept.span) if kept and kept.span else None
        made.append({"name": name, "ref": kept.ref if kept else None, "span": span})
    return made


def _joined(names: Iterable[str]) -> str:
    return f"{_BETWEEN} ".join(names)


def _split(text: str) -> list[str]:
    return [name.strip() for name in text.split(_BETWEEN) if name.strip()]


def _number(text: str) -> float | int | None:
    plain = text.replace(",", "").replace(" ", "")
    if not plain:
        return None
    try:
        return int(plain)
    except ValueError:
        raise BadRequest(_("“%(text)s” is no whole number") % {"text": text}) from None


def _number_words(number: float | int | None) -> str:
    return "" if number is None else str(number)


def _parsed(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest(_("“%(text)s” is no day; write it as 2024-05-31") % {"text": text}) from None


def _day(text: str | None) -> str:
    return (text or "")[:10]


def _last_day(when: When | None) -> str:
    if when is None or not when.end:
        return ""
    if len(when.end) > 10:
        return when.end[:10]
    return (datetime.date.fromisoformat(when.end) - datetime.timedelta(days=1)).isoformat()
