"""What Clarion itself words in a record, said in the language of a dossier: titles of incidents, elements of norms.

A title is put together anew from act, figure, places and day, in an order that needs no grammar between them; who was
affected stays as the documents say it. What a catalogue does not know stays English.
"""

from dataclasses import replace

from clarion.model import CountKind, Incident, Place, PlaceRole
from clarion.publish.index import Index
from clarion.publish.phrases import count_words, when_words
from clarion.publish.safety.coarse import plain_title
from clarion.publish.spoken import ENGLISH, Catalogue, catalogue_of, said_in, words_in
from clarion.publish.words import UNIT, act_words

_UNITS = frozenset(word for pair in UNIT.values() for word in pair)
_WAY = (PlaceRole.FROM, PlaceRole.VIA, PlaceRole.TO)


def entitled(index: Index, language: str) -> Index:
    """The index with the titles of its incidents in a language; its record stays as it is."""
    if language == ENGLISH:
        return index
    catalogue = catalogue_of(language)
    incidents = {name: replace(one, title=title_in(one, catalogue)) for name, one in index.incidents.items()}
    return replace(index, incidents=incidents, language=language)


def title_in(incident: Incident, catalogue: Catalogue) -> str:
    """A title such as `강제 송환: North Koreans, 90 ~ 100명 · Dandong → Sinuiju · 2023년 8월 29일`."""
    parts = [_who(incident, catalogue), _where(incident.where, catalogue)]
    if incident.when is not None and (incident.when.start or incident.when.end):
        parts.append(said_in(when_words(incident.when), catalogue))
    act = said_in(act_words(incident.act), catalogue)
    told = " · ".join(part for part in parts if part)
    return f"{act}: {told}" if told else act


def element_in(test: str, language: str) -> tuple[str, str]:
    """What a norm asks, and the language in which it is said."""
    said = words_in(test, language)
    return said, ENGLISH if said == test else language


def _who(incident: Incident, catalogue: Catalogue) -> str:
    affected = incident.affected
    # where day and place are coarse by rule, a title says nothing of people
    if affected is None or incident.title == plain_title(incident):
        return ""
    count = affected.count
    if count is not None and count.kind is CountKind.VAGUE and count.low is not None:
        count = replace(count, kind=CountKind.AT_LEAST)  # as a title has it: no vaguer than its bound, and short
    number = said_in(count_words(count), catalogue) if count else ""
    who = "" if affected.description in _UNITS else affected.description
    return ", ".join(part for part in (who, number) if part)


def _where(places: tuple[Place, ...], catalogue: Catalogue) -> str:
    """One place for each role, settlements before states: the way where there is one, else where it was."""
    found = {role: place for role in PlaceRole if (place := _first(places, role)) is not None}
    way = [found[role] for role in _WAY if role in found]
    if not way:
        at = found.get(PlaceRole.AT)
        return _name(at, catalogue) if at else ""
    names = [_name(one, catalogue) for one in way]
    if PlaceRole.TO not in found:
        return f"{' → '.join(names)} →"
    return " → ".join(names) if len(names) > 1 else f"→ {names[0]}"


def _first(places: tuple[Place, ...], role: PlaceRole) -> Place | None:
    of_role = [place for place in places if (place.role or PlaceRole.AT) is role]
    narrow = [place for place in of_role if not (place.ref or "").startswith("state:")] or of_role
    return narrow[0] if narrow else None


def _name(place: Place, catalogue: Catalogue) -> str:
    is_state = (place.ref or "").startswith("state:")
    return said_in(place.name, catalogue) if is_state else place.name
