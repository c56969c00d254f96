"""Actions and deadlines as an iCalendar file.

What has a day is an event; what can be done at any time, and what is asked by a day, is a thing to do. Hours stand as
the documents give them, in the zone of the place; without a zone they float. Where the zone as written contradicts the
date the event is tentative and says what to ask. The id of an event is that of its action, so that a newer file
replaces an older one; a cancelled action is sent once more, one higher in its sequence, as cancelled.

Source: RFC 5545.
"""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Component, Event, Todo

from clarion.model import Action, Ask, ClaimId
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.visible import one_line, visible
from clarion.publish.words import act_words

_CANCELLED = frozenset({"cancelled", "called_off"})
_NO_CLOCK = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # the stamp of a file that was made at no known time
_MOST_YEARS = 20
ASK_ABOUT_ZONE = "The time zone as written contradicts the date. Ask before you pass the hour on."


def to_ics(index: Index, options: PublishOptions) -> bytes:
    """The calendar of a record: UTF-8, lines folded at 75 bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Clarion//Clarion//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", visible(options.title))
    stamp = _stamp(options.made_at)
    for action in sorted(index.record.actions, key=lambda one: (one.start or "9", one.id)):
        calendar.add_component(_action(action, index, stamp))
    for ask in sorted(index.record.asks, key=lambda one: (one.deadline or "9", one.id)):
        if ask.deadline:
            calendar.add_component(_deadline(ask, index, stamp))
    years = [int(one.start[:4]) for one in index.record.actions if one.start]
    if years:
        # the rules of a zone for the years of the file alone: a list of fifty years is read wrongly by some readers
        first, last = max(min(years) - 1, 1), min(max(years) + 2, min(years) + _MOST_YEARS, 9999)
        calendar.add_missing_timezones(first_date=datetime.date(first, 1, 1), last_date=datetime.date(last, 1, 1))
    return bytes(calendar.to_ical())


def _action(action: Action, index: Index, stamp: datetime.datetime) -> Component:
    told = [ASK_ABOUT_ZONE] if action.timezone_problem else []
    item = _told(Event() if action.start else Todo(), action, index, told)
    item.add("dtstamp", stamp)
    item.add("summary", visible(action.title))
    item.add("categories", [act_words(action.kind)])
    if action.start:
        item.add("dtstart", _moment(action.start, action.timezone))
    if action.start and action.end and len(action.end) == len(action.start):
        item.add("dtend", _moment(action.end, action.timezone))
    if action.place:
        item.add("location", visible(action.place))
    _state(item, action)
    return item


def _told(item: Component, of: Action | Ask, index: Index, told: list[str]) -> Component:
    """What an action and an ask have in common: the id, whom they are for, what else is told, and their words."""
    item.add("uid", f"{of.id}@clarion")
    whom = [f"To: {of.addressee}"] if of.addressee else []
    item.add("description", visible("\n".join([*whom, *told, *_sources(of.claims, index)])))
    return item


def _state(item: Component, action: Action) -> None:
    is_off = action.status in _CANCELLED
    item.add("sequence", int(is_off))
    if is_off:
        item.add("status", "CANCELLED")
    elif action.start:
        item.add("status", "TENTATIVE" if action.timezone_problem else "CONFIRMED")
    else:
        item.add("status", "NEEDS-ACTION")


def _deadline(ask: Ask, index: Index, stamp: datetime.datetime) -> Component:
    item = _told(Todo(), ask, index, [])
    item.add("dtstamp", stamp)
    item.add("summary", visible(ask.text))
    item.add("categories", [act_words(ask.act)])
    item.add("sequence", 0)
    item.add("due", _moment(ask.deadline or "", None))
    item.add("status", "NEEDS-ACTION")
    return item


def _sources(claims: tuple[ClaimId, ...], index: Index) -> list[str]:
    """A line for each claim: its words, which hold the hour and the zone as written, and whose they are."""
    lines = []
    for claim in index.held(claims):
        document = index.documents.get(claim.document)
        of = ", ".join(
            str(one)
            for one in (document and document.publisher, document and document.title, document and document.published)
            if one
        )
        lines.append(f"“{one_line(claim.quote)}” ({of or 'source unknown'}; {claim.id})")
    return lines


def _moment(written: str, zone: str | None) -> datetime.date | datetime.datetime:
    if "T" not in written:
        return datetime.date.fromisoformat(written)
    local = datetime.datetime.fromisoformat(written)
    if zone is None:
        return local
    try:
        return local.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return local  # a zone that this machine does not know: the hour floats, and stands in the quotation


def _stamp(made_at: str | None) -> datetime.datetime:
    return datetime.datetime.fromisoformat(made_at) if made_at else _NO_CLOCK
