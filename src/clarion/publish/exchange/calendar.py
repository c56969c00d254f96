"""Actions and deadlines as an iCalendar file.

What has a day is an event; what can be done at any time, and what is asked by a day, is a thing to do. Hours stand as
the documents give them, in the zone of the place; one that holds in several places floats, and so does one without a
zone. The zone as written is kept; where it contradicts the date the event is tentative and says what to ask. Days of an
observance that returns are named one by one. The id of an event is that of its action, so that a newer file replaces an
older one; what is cancelled, judged wrong or gone is sent once more as cancelled (see `editions`). Nobody who takes
part is ever named.

Source: RFC 5545; RFC 7986 (NAME, REFRESH-INTERVAL).
"""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Component, Event, Todo

from clarion.model import Action, Ask, ClaimId, JudgementVerdict
from clarion.publish.exchange.editions import numbered, withdrawn
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions, Shown
from clarion.publish.visible import one_line, visible
from clarion.publish.words import act_words

_CANCELLED = frozenset({"cancelled", "called_off"})
_NO_CLOCK = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # the stamp of a file that was made at no known time
_MOST_YEARS = 20
_OFTEN = datetime.timedelta(hours=12)  # how soon a calendar that follows may ask again
_STATES = {"postponed": "Postponed. Ask for the new day.", "held": "Said to have been held."}
ASK_ABOUT_ZONE = "The time zone as written contradicts the date. Ask before you pass the hour on."


def to_ics(index: Index, options: PublishOptions) -> bytes:
    """The calendar of a record: UTF-8, lines folded at 75 bytes."""
    return edition(index, options)[0]


def edition(index: Index, options: PublishOptions) -> tuple[bytes, tuple[Shown, ...]]:
    """The calendar of a record as the one that follows `options.shown`, and what it shows itself."""
    calendar = Calendar()
    calendar.add("prodid", "-//Clarion//Clarion//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", visible(options.title))
    calendar.add("x-wr-calname", visible(options.title))
    calendar.add("refresh-interval", _OFTEN, parameters={"VALUE": "DURATION"})
    stamp = _stamp(options.made_at)
    items = _items(index, stamp)
    before = {one.uid: one for one in options.shown}
    shown = numbered(items, before, options.shown_key)
    # an edition about some incidents says nothing of the others
    gone, more = withdrawn(items, before, stamp) if not options.incidents else ([], ())
    for item in (*items, *gone):
        calendar.add_component(item)
    years = [int(one[:4]) for action in index.record.actions for one in (action.start, *action.days) if one]
    if years:
        # the rules of a zone for the years of the file alone: a list of fifty years is read wrongly by some readers
        first, last = max(min(years) - 1, 1), min(max(years) + 2, min(years) + _MOST_YEARS, 9999)
        calendar.add_missing_timezones(first_date=datetime.date(first, 1, 1), last_date=datetime.date(last, 1, 1))
    return bytes(calendar.to_ical()), (*shown, *more)


def _items(index: Index, stamp: datetime.datetime) -> list[Component]:
    """Every item but its number. What a person judged to be no such thing is left out, and so withdrawn."""
    record = index.record
    rejected = {about for about, one in index.judgements.items() if one.verdict is JudgementVerdict.REJECT}
    actions = sorted(record.actions, key=lambda one: (one.start or "9", one.id))
    asks = sorted(record.asks, key=lambda one: (one.deadline or "9", one.id))
    return [
        *(_action(one, index, stamp) for one in actions if one.id not in rejected),
        *(_deadline(one, index, stamp) for one in asks if one.deadline and one.id not in rejected),
    ]


def _action(action: Action, index: Index, stamp: datetime.datetime) -> Component:
    item = _told(Event() if action.start else Todo(), action, index, _notes(action))
    item.add("dtstamp", stamp)
    item.add("summary", visible(action.title))
    item.add("categories", [act_words(action.kind)])
    if action.start:
        item.add("dtstart", _moment(action.start, action.timezone))
        if "T" not in action.start:
            item.add("transp", "TRANSPARENT")  # a day to remember takes nobody's time
    if action.start and action.end and len(action.end) == len(action.start):
        item.add("dtend", _moment(action.end, action.timezone))
    if action.days:
        item.add("rdate", [datetime.date.fromisoformat(day) for day in action.days], parameters={"VALUE": "DATE"})
    if action.place:
        item.add("location", visible(action.place))
    if action.timezone_as_written:
        item.add("x-clarion-zone-as-written", one_line(visible(action.timezone_as_written)))
    _state(item, action)
    return item


def _notes(action: Action) -> list[str]:
    """What somebody who goes there must know, beside the words."""
    told = []
    if action.timezone_problem:
        written = f" It is written “{one_line(action.timezone_as_written)}”." if action.timezone_as_written else ""
        told.append(ASK_ABOUT_ZONE + written)
    if action.is_floating:
        told.append("At this hour of the clock in each place, not at one moment.")
    elif action.start and "T" in action.start and action.timezone is None:
        told.append("No time zone is given. Ask which is meant.")
    if action.days_rule:
        told.append(f"Further days: {action.days_rule}.")
    if action.status not in ("announced", *_CANCELLED):
        told.append(_STATES.get(action.status, action.status.replace("_", " ").capitalize() + "."))
    return told


def _told(item: Component, of: Action | Ask, index: Index, told: list[str]) -> Component:
    """What an action and an ask have in common: the id, whom they are for, what else is told, and their words."""
    item.add("uid", f"{of.id}@clarion")
    whom = [f"To: {of.addressee}"] if of.addressee else []
    item.add("description", visible("\n".join([*whom, *told, *_sources(of.claims, index)])))
    return item


def _state(item: Component, action: Action) -> None:
    is_off = action.status in _CANCELLED
    if is_off:
        item.add("status", "CANCELLED")
    elif action.start:
        is_open = action.timezone_problem or action.status == "postponed"
        item.add("status", "TENTATIVE" if is_open else "CONFIRMED")
    else:
        item.add("status", "NEEDS-ACTION")


def _deadline(ask: Ask, index: Index, stamp: datetime.datetime) -> Component:
    item = _told(Todo(), ask, index, [])
    item.add("dtstamp", stamp)
    item.add("summary", visible(ask.text))
    item.add("categories", [act_words(ask.act)])
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
