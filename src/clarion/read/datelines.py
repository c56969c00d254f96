"""Datelines: the words before a report's first sentence that say where, when and by which agency it was written."""

import re
from dataclasses import dataclass

from clarion.read.days import WrittenDay, written_days
from clarion.read.names import has_body_noun

# longest dateline seen in agency copy is about 90 code points
LONGEST_DATELINE = 120
# without a date, what follows must be a sentence: "CHAMBER OF TRADE – MINUTES" is a title
LEAST_SENTENCE = 60

_END = re.compile(
    r"(?:\s+(?:--?|[–—|])\s*|[)\d/]\s?(?:--?|[–—|:])\s*|\s?[—–]\s*|\)\s*[.:]\s*|(?<=[A-Z]):\s+"
    r"|\.\s?[-–—]\s*|(?<=\d{4})\.\s+|(?<=\w/)\.\s+)"
)
_AGENCY = re.compile(r"\((?P<round>[^()\d\n]{2,60}?)[,\s]*\)|(?<!\w)/(?P<slashed>[^/\d\n]{2,60})/")
_WEEKDAYS = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
_WEEKDAY = re.compile(rf"\b{_WEEKDAYS}\b", re.I)
_PLACE_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]*")
_SMALL = frozenset(
    "of the and de del la las los el al da do dos du des le van der den upon sur an am im in near".split()
)
_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3,}(?:[\s'’\-.][^\W\d_a-zß-öø-ÿ]{2,})*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline of `length` code points, with what it says. `day` counts from the paragraph's start."""

    length: int
    place: str
    day: WrittenDay | None
    agency: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    Known shapes: "PLACE, Country, DATE (Agency) -- ", "PLACE (DATE) – ", "PLACE – DATE | ", "PLACE (Agency) - ",
    "PLACE - ".
    Without date and agency the place must stand in capitals, or any sentence with a dash would pass.
    """
    head = paragraph[:LONGEST_DATELINE]
    first: Dateline | None = None
    for end in _END.finditer(head):
        if first is None and end[0].strip() == ":" and not written_days(head[: end.end()]):
            return None  # "PRESENTER: …" names a speaker
        reading = _read(head[: _content_end(end)], end.end())
        if reading is None or (end[0].startswith(".") and (reading.day is None or reading.day.year is None)):
            continue
        if reading.day is None and len(paragraph) - reading.length < LEAST_SENTENCE:
            continue
        if reading.day is not None or reading.agency is not None:
            return reading
        # a dash between place and date ends nothing yet
        first = first or reading
    return first


def _content_end(end: re.Match[str]) -> int:
    return end.start() + (1 if end[0][0] in ")/0123456789" else 0)


def _read(content: str, length: int) -> Dateline | None:
    days = written_days(content)
    if len(days) > 1:
        return None
    day = days[0] if days else None
    rest = content
    if day is not None:
        rest = rest[: day.start] + "," + rest[day.end :]
    if rest.startswith("(") and rest.endswith(")") and rest.count("(") == 1:
        rest = rest[1:-1]  # "(Lima, 4 May 2024) –"
    agency = next(iter(list(_AGENCY.finditer(rest))[::-1]), None)
    if agency is not None:
        rest = rest.replace(agency[0], ",")
    place = _WEEKDAY.sub("", rest).strip(" ,()-–—|:./")
    place = re.sub(r"[\s,()|–—\-]{2,}", ", ", place)
    if not _is_place(place, bare_capitals=day is None):
        return None
    return Dateline(length, place, day, (agency["round"] or agency["slashed"]).strip() if agency else None)


def _is_place(place: str, *, bare_capitals: bool) -> bool:
    words = place.replace("/", " ").replace(",", " ").split()
    if not 1 <= len(words) <= 8 or len(place) > 70:
        return False
    if bare_capitals and (not _CAPITALS.match(place) or has_body_noun(place)):
        return False
    return all(word.lower() in _SMALL or _PLACE_WORD.fullmatch(word) for word in words) and words[
        0
    ].lower() not in _SMALL - {"la", "los", "las", "el", "al", "den"}
