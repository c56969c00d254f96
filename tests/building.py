"""Claims and documents built in a line, for tests."""

import datetime

from clarion.model import (
    ActId,
    Affected,
    CitedVoice,
    Claim,
    Count,
    CountKind,
    Document,
    Party,
    Place,
    PlaceRole,
    StanceKind,
    Unit,
    VoiceRole,
    When,
    claim_id,
    document_id,
)


def document(
    name: str, *, publisher: str | None = None, published: str | None = None, text: str = "", **more: object
) -> Document:
    return Document(
        id=document_id(name.encode()),
        path=f"{name}.txt",
        media_type="text/plain",
        publisher=publisher,
        published=datetime.date.fromisoformat(published) if published else None,
        text=text or f"{name}.",
        **more,  # type: ignore[arg-type]
    )


def people(low: int | None = None, high: int | None = None, best: int | None = None) -> Count:
    """A figure of people: `people(best=90)` is exact, `people(90, 100)` a range, `people(500)` at least."""
    if best is not None:
        return Count(best, best, best, Unit.PEOPLE, CountKind.EXACT)
    kind = (
        CountKind.RANGE
        if low is not None and high is not None
        else CountKind.AT_LEAST
        if high is None
        else CountKind.AT_MOST
    )
    return Count(low, high, None, Unit.PEOPLE, kind)


def claim(of: Document, act: str, start: int, *, stance: StanceKind = StanceKind.ASSERTED, **more: object) -> Claim:
    """A claim at `start`; `when` as "2023-08-29" or a pair, `where` as (role, name, country), `voices` as names."""
    span = (start, start + 1)
    return Claim(
        id=claim_id(of.id, span, act, 0),
        document=of.id,
        span=span,
        quote="",
        cue=span,
        act=ActId(act),
        stance=stance,
        actors=tuple(Party(name, ref) for name, ref in more.get("actors", ())),  # type: ignore[attr-defined]
        affected=_affected(more.get("who"), more.get("count")),
        when=_when(more.get("when")),
        where=tuple(_place(place) for place in more.get("where", ())),  # type: ignore[attr-defined]
        voices=tuple(_voices(of, more.get("voices", ()))),  # type: ignore[arg-type]
    )


def _affected(who: object, count: object) -> Affected | None:
    if who is None and count is None:
        return None
    return Affected(description=who, count=count)  # type: ignore[arg-type]


def _when(when: object) -> When | None:
    if when is None or isinstance(when, When):
        return when
    day = datetime.date.fromisoformat(str(when))
    return When(day.isoformat(), (day + datetime.timedelta(days=1)).isoformat())


def _place(place: tuple[str, str, str]) -> Place:
    role, name, country = place
    ref = f"state:{country}" if role.isupper() else None
    return Place(name, PlaceRole(role.lower()), ref, country)


def _voices(of: Document, names: tuple[str, ...]) -> list[CitedVoice]:
    house = [CitedVoice(of.publisher, VoiceRole.PUBLISHER)] if of.publisher else []
    return house + [CitedVoice(name, VoiceRole.QUOTED) for name in names]
