"""What a calendar showed in its last edition, so that the next one numbers its changes and takes back what is gone.

Calendars keep an event by its UID. They take a newer one for it only with a higher SEQUENCE, and they never forget one
that is missing from the file: it has to be sent once more as cancelled.

Source: RFC 5545, 3.8.7.4 (SEQUENCE); RFC 5546, 3.2.5.
"""

import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from icalendar import Component, Event, Todo

from clarion.publish.options import Shown

_COUNTS_NOT = ("DTSTAMP", "SEQUENCE")
WITHDRAWN = "Withdrawn"


def numbered(items: Sequence[Component], before: Mapping[str, Shown], key: bytes) -> tuple[Shown, ...]:
    """Give each item the next number where it changed since the edition before; what is shown now.

    `key` is secret, so that nobody who reads the log can check a guess of what an erased item said.
    """
    shown = []
    for item in items:
        uid, digest = str(item["uid"]), _digest(item, key)
        known = before.get(uid)
        is_off = str(item.get("status")) == "CANCELLED"
        number = int(is_off) if known is None else known.sequence + ((known.digest, known.is_off) != (digest, is_off))
        item["sequence"] = number
        day = item.get("dtstart") or item.get("due")
        shown.append(Shown(uid, number, digest, day.dt.isoformat()[:10] if day else "", item.name == "VTODO", is_off))
    return tuple(shown)


def withdrawn(
    items: Iterable[Component], before: Mapping[str, Shown], stamp: datetime.datetime
) -> tuple[list[Component], tuple[Shown, ...]]:
    """What the edition before showed and this one does not, as cancelled items without its words."""
    here = {str(item["uid"]) for item in items}
    made, shown = [], []
    for uid, known in sorted(before.items()):
        if uid in here:
            continue
        item: Component = Todo() if known.is_todo else Event()
        number = known.sequence + (not known.is_off)
        item.add("uid", uid)
        item.add("dtstamp", stamp)
        item.add("summary", WITHDRAWN)
        item.add("sequence", number)
        item.add("status", "CANCELLED")
        if known.day and not known.is_todo:
            item.add("dtstart", datetime.date.fromisoformat(known.day))
        made.append(item)
        shown.append(Shown(uid, number, known.digest, known.day, known.is_todo, True))
    return made, tuple(shown)


def _digest(item: Component, key: bytes) -> str:
    told = item.copy()
    for name in _COUNTS_NOT:
        told.pop(name, None)
    return hashlib.blake2b(told.to_ical(), key=key, digest_size=16).hexdigest()
