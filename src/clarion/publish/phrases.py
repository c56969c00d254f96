"""Counts, dates, places and voices of the record in plain English."""

import datetime
from collections.abc import Iterable, Sequence

from clarion.model import (
    UNKNOWN,
    Affected,
    CitedVoice,
    Count,
    CountKind,
    Number,
    Place,
    PlaceRole,
    Precision,
    VoiceRole,
)
from clarion.model import When as _When
from clarion.model.intervals import last_day
from clarion.model.magnitudes import magnitude_of
from clarion.publish.states import state_words
from clarion.publish.words import UNIT

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: str | datetime.date | None) -> str:
    """`2023-08-29` as `29 August 2023`; a date-time keeps its time; `2023-08` and `2023` stay as coarse as they are."""
    if day is None:
        return UNKNOWN
    written = day.isoformat() if isinstance(day, datetime.date) else day
    date, _, clock = written.partition("T")
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return written
    month = f"{_MONTHS[(int(parts[1]) - 1) % 12]} " if len(parts) > 1 else ""
    number = f"{int(parts[2])} " if len(parts) > 2 else ""
    return f"{number}{month}{parts[0]}" + (
        f", {clock.removesuffix('Z')}{' UTC' if clock.endswith('Z') else ''}" if clock else ""
    )


def when_words(when: _When | None) -> str:
    """An interval in words, no finer than it is known."""
    if when is None or not (when.start or when.end):
        return UNKNOWN
    if when.start is None:
        last = last_day(when)
        return f"by {day_words(last)}"
    if when.end is None:
        return day_words(when.start) if "T" in when.start else f"since {day_words(when.start)}"
    return _closed(when.start, when.end, when)


def count_words(count: Count | None) -> str:
    """A figure in words that say no more than the figure does."""
    if count is None:
        return UNKNOWN
    if count.kind is CountKind.SHARE:
        return _share(count)
    if count.kind is CountKind.VAGUE and count.low is not None:
        return _vague(count.low, _unit(count))
    return f"{_amount(count)} {_unit(count)}".strip()


def affected_words(affected: Affected | None) -> str:
    """Who was affected and how many, as far as told."""
    if affected is None:
        return UNKNOWN
    counts = [count_words(count) for count in (affected.count, *affected.others) if count is not None]
    is_said = affected.count is not None and affected.description == _unit(affected.count)
    described = [affected.description] if affected.description and not is_said else []
    return "; ".join([*described, *counts]) or UNKNOWN


def place_words(place: Place) -> str:
    """A place's name as written, and its country where that is known and not the place itself."""
    if not place.country or (place.ref or "").startswith("state:"):
        return place.name
    return f"{place.name} ({state_words(place.country)})"


def where_words(where: Sequence[Place]) -> str:
    """Places by their role: `from A to B via C`, or the places where it was."""
    if not where:
        return UNKNOWN
    by_role = {role: [place_words(p) for p in where if (p.role or PlaceRole.AT) is role] for role in PlaceRole}
    parts = [listed(by_role[PlaceRole.AT])]
    parts += [
        f"{role} {listed(by_role[role])}" if by_role[role] else ""
        for role in (PlaceRole.FROM, PlaceRole.TO, PlaceRole.VIA)
    ]
    return " ".join(part for part in parts if part)


def chain_words(voices: Sequence[CitedVoice]) -> str:
    """The chain by which the words reached the reader: `A, quoting B, citing C`."""
    if not voices:
        return "unknown voice"
    first, rest = voices[0], voices[1:]
    start = f"unnamed: {first.name}" if first.role is VoiceRole.UNNAMED else first.name
    return start + "".join(f", {_LINK[voice.role]} {voice.name}" for voice in rest)


def speaker_words(voices: Sequence[CitedVoice]) -> str:
    """The innermost voice: whose word it is."""
    if not voices:
        return "an unknown voice"
    return voices[-1].name


def told_by(voices: Sequence[CitedVoice]) -> str:
    """The innermost voice and through whom it is heard: `a border official (through Meridian Wire)`."""
    if len(voices) < 2 or voices[-1].role in (VoiceRole.PUBLISHER, VoiceRole.AUTHOR):
        return speaker_words(voices)
    return f"{voices[-1].name} (through {voices[0].name})"


def listed(names: Iterable[str], *, most: int = 0) -> str:
    """`a, b and c`; with `most`, the rest is counted."""
    given = list(dict.fromkeys(names))
    if most and len(given) > most:
        given = [*given[:most], f"{len(given) - most} more"]
    return " and ".join([", ".join(given[:-1]), given[-1]]) if len(given) > 1 else "".join(given)


def amount(value: Number) -> str:
    """A number with thousands set off by commas; 2.0 is 2."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3g}"


def many(number: int, one: str, more: str | None = None) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


_LINK = {
    VoiceRole.PUBLISHER: "through",
    VoiceRole.AUTHOR: "by",
    VoiceRole.QUOTED: "quoting",
    VoiceRole.CITED: "citing",
    VoiceRole.UNNAMED: "citing an unnamed voice:",
}


def _closed(start: str, end: str, when: _When) -> str:
    if when.precision in (Precision.MINUTE, Precision.HOUR) or "T" in start + end:
        same = start[:10] == end[:10]
        about = "about " if when.precision is Precision.HOUR else ""
        return f"{day_words(start[:10])}, {about}{start[11:] or '00:00'} to " + (end[11:] if same else day_words(end))
    first, last = datetime.date.fromisoformat(start[:10]), last_day(when)
    if last is None or last <= first:
        return day_words(start)
    whole = _whole(first, last)
    if whole:
        return whole
    if when.precision is Precision.WEEK:
        return f"in the week of {day_words(start)}"
    return f"{_short(first, last)} to {day_words(last)}"


def _whole(first: datetime.date, last: datetime.date) -> str:
    """A month or a year that the interval fills exactly; empty otherwise."""
    after = last + datetime.timedelta(days=1)
    if (first.day, after.day) != (1, 1):
        return ""
    if first.month == after.month == 1 and after.year == first.year + 1:
        return str(first.year)
    months = (after.year - first.year) * 12 + after.month - first.month
    return f"{_MONTHS[first.month - 1]} {first.year}" if months == 1 else ""


def _short(first: datetime.date, last: datetime.date) -> str:
    """The first day without what the last day repeats."""
    if first.year != last.year:
        return day_words(first)
    return f"{first.day} {_MONTHS[first.month - 1]}" if first.month != last.month else str(first.day)


def _amount(count: Count) -> str:
    low, high, best = (None if value is None else amount(value) for value in (count.low, count.high, count.best))
    forms = {
        CountKind.EXACT: best or low,
        CountKind.ABOUT: best and f"about {best}",
        CountKind.RANGE: low and high and f"{low} to {high}",
        CountKind.AT_LEAST: low and f"at least {low}",
        CountKind.AT_MOST: high and f"at most {high}",
    }
    return forms.get(count.kind) or UNKNOWN


def _vague(low: Number, unit: str) -> str:
    some = f"some {magnitude_of(low).value.replace('_', ' ')}".replace("some several", "several")
    of = "" if not unit else f" {unit}" if some == "several" else f" of {unit}"
    return f"{some}{of} (a vague word in the text; read as at least {amount(low)})"


def _share(count: Count) -> str:
    value = count.best if count.best is not None else count.low if count.low is not None else count.high
    if value is None:
        return UNKNOWN
    prefix = "" if count.best is not None else "at least " if count.low is not None else "at most "
    return f"{prefix}{value * 100:.3g}% of {count.share_of or 'an unnamed whole'}"


def _unit(count: Count) -> str:
    one, more = UNIT[count.unit]
    return one if count.best == 1 or (count.kind is CountKind.EXACT and count.low == 1) else more
