"""Incidents on earth as GeoJSON: a feature for each place of an incident.

An incident without a place that is known is a feature without geometry, so that none is left out. Coordinates are
degrees of longitude and latitude, WGS 84, as the gazetteer gives them for the place that was named: the middle of a
town or a country, never where somebody stood. `name_of_place` and `role` say what was named, `accuracy` whether the
point stands for a place, a region or a country.

Source: RFC 7946.
"""

import json
from typing import Any

from clarion.model import Incident, Place
from clarion.publish.codes import VOCABULARIES, codes_of
from clarion.publish.exchange.accuracy import accuracy_of
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.visible import visible
from clarion.publish.words import STATUS_MEANING


def to_geojson(index: Index, options: PublishOptions) -> bytes:
    """A feature collection, UTF-8."""
    incidents = sorted(index.incidents.values(), key=lambda one: index.incident_number[one.id])
    collection = {
        "type": "FeatureCollection",
        "name": visible(options.title),
        "view": options.view.value,
        "made_at": options.made_at,
        "features": [feature for incident in incidents for feature in _features(incident, index, options)],
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _features(incident: Incident, index: Index, options: PublishOptions) -> list[dict[str, Any]]:
    told = _told(incident, index) | {"act_codes": _codes(incident, options)}
    known = [place for place in incident.where if place.lat is not None and place.lon is not None]
    if not known:
        names = "; ".join(visible(place.name) for place in incident.where) or None
        return [_feature(incident.id, None, told | {"name_of_place": names, "role": None, "country": None})]
    return [_feature(f"{incident.id}/{at}", place, told | _place(place)) for at, place in enumerate(known, 1)]


def _feature(name: str, place: Place | None, properties: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None
    return {"type": "Feature", "id": name, "geometry": point, "properties": properties}


def _place(place: Place) -> dict[str, Any]:
    role = place.role.value if place.role else "at"
    return {
        "name_of_place": visible(place.name),
        "role": role,
        "country": place.country,
        "accuracy": accuracy_of(place),
    }


def _codes(incident: Incident, options: PublishOptions) -> list[dict[str, Any]]:
    return [
        {"vocabulary": VOCABULARIES[one.vocabulary], "code": one.code, "checked": one.is_checked}
        for one in codes_of(incident.act, options)
    ]


def _told(incident: Incident, index: Index) -> dict[str, Any]:
    count = incident.affected.count if incident.affected else None
    return {
        "incident": incident.id,
        "number": f"I{index.incident_number[incident.id]}",
        "title": visible(incident.title),
        "act": incident.act,
        "status": incident.status.value,
        "status_means": STATUS_MEANING[incident.status],
        "origins": incident.origins,
        "denials": len(incident.denials),
        "start": incident.when.start if incident.when else None,
        "end": incident.when.end if incident.when else None,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "best": count.best if count else None,
        "unit": count.unit.value if count else None,
        "claims": list(incident.claims),
    }
