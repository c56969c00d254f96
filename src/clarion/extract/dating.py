"""When an act happened: the date of its own clause, of the clause it is joined to, or of the entry it stands in."""

import datetime as dt
import re
from dataclasses import replace

from clarion.extract.frames import Frame
from clarion.extract.sentence import Found, Reading
from clarion.language.wordlists import words
from clarion.model.nouns import When
from clarion.model.vocabulary import Precision, StanceKind

_TELLING = words("say tell report warn announce urge call state confirm deny write add publish demand ask")
_ORDER = {Precision.MINUTE: 0, Precision.HOUR: 0, Precision.DAY: 1, Precision.OPEN: 1, Precision.WEEK: 2}
_DAYS = frozenset((Precision.DAY, Precision.MINUTE, Precision.HOUR))
_GATHERINGS = frozenset(("demonstration", "commemoration", "prayer"))
_UNDATED = frozenset(("breach", "condemnation", "halt"))
_AHEAD = frozenset((StanceKind.ANNOUNCED, StanceKind.EXPECTED, StanceKind.CALLED_FOR))
_WEEKDAY = re.compile(
    r"(?:on |by |before |until |for |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? \d)", re.IGNORECASE
)
_LABEL_MARKS = frozenset(("-", "–", "—", "--", ":"))
_LABEL_WORDS = 9


def when_of(reading: Reading, frame: Frame, own: set[int], entry: When | None) -> When | None:
    """The date of an act. `entry` is the date of the entry of a timeline or calendar that the sentence stands in."""
    if frame.word.act in _UNDATED:
        return None
    dates = [found for found in reading.dates if _is_placed(found) and not _is_month_of_name(reading, found)]
    noun = frame.noun
    mine = [found for found in dates if noun is not None and noun.first <= found.at < noun.last]
    mine = mine or [found for found in dates if found.at in own]
    if not mine and frame.shared:
        mine = [found for found in dates if reading.homes[found.at] in frame.shared]
    if not mine:
        mine = [found for found in dates if _is_telling(reading, found) and _follows(reading, frame, found)]
    if not mine and frame.word.act in _GATHERINGS and frame.nominal:
        mine = [found for found in dates if found.at > frame.word.last and not _is_telling(reading, found)]
    if not mine and not reading.parse.predicates:
        mine = dates
    if not mine and _leads(reading, frame):
        mine = [found for found in dates if found.at < _first_verb(reading) and not _is_telling(reading, found)]
    if not mine:
        return entry
    best = min(mine, key=lambda found: (_rank(found), abs(found.at - frame.word.first)))
    return _with_next(reading, best)


def _with_next(reading: Reading, found: Found) -> When | None:
    """ "on 12 and 13 November" is two days."""
    when = found.what
    if not isinstance(when, When) or when.precision is not Precision.DAY:
        return when if isinstance(when, When) else None
    for other in reading.dates:
        joined = other.at == found.last + 2 and reading.words[found.last + 1] in ("and", "or")
        if joined and isinstance(other.what, When) and other.what.start == when.end:
            return replace(when, end=other.what.end)
    return when


def days_of(reading: Reading, frame: Frame) -> list[When]:
    """The days of a gathering; a bare day takes the hours of the next one ("Wednesday and Thursday from 11")."""
    found = [
        f.what
        for f in reading.dates
        if f.at > frame.word.last and isinstance(f.what, When) and f.what.start and f.what.precision in _DAYS
    ]
    days: list[When] = []
    for number, when in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if when.precision is Precision.DAY and following is not None and "T" in (following.start or "") and days:
            when = _at_hours_of(when, following)
        if all((when.start or "")[:10] != (other.start or "")[:10] for other in days):
            days.append(when)
    return days


def _at_hours_of(when: When, other: When) -> When:
    day = (when.start or "")[:10]
    end = day + other.end[10:] if other.end and "T" in other.end else None
    return replace(when, start=day + (other.start or "")[10:], end=end, precision=other.precision)


def ahead(when: When | None, stance: StanceKind, text: str, written_on: dt.date | None) -> When | None:
    """A bare weekday of something to come is the next one, whatever the verb beside it says."""
    if when is None or when.span is None or written_on is None or stance not in _AHEAD or not when.start:
        return when
    if not _WEEKDAY.match(text[slice(*when.span)]) or dt.date.fromisoformat(when.start[:10]) >= written_on:
        return when
    return replace(when, start=_shifted(when.start), end=_shifted(when.end))


def entry_date(reading: Reading) -> When | None:
    """The date that a sentence begins with as a label: "3 July - Shelling of …", "Saturday 1 June at 2 pm: march"."""
    end = next((at for at, word in enumerate(reading.words[:_LABEL_WORDS]) if at and word in _LABEL_MARKS), -1)
    if end < 0:
        return None
    labels = [found for found in reading.dates if found.last < end or found.at < end <= found.last]
    labels = [found for found in labels if _is_placed(found) and found.at <= 1]
    if not labels or any(home >= 0 and reading.parse.predicates[home].first < end for home in reading.homes[:end]):
        return None
    best = min(labels, key=_rank)
    return best.what if isinstance(best.what, When) else None


def _shifted(moment: str | None) -> str | None:
    if moment is None:
        return None
    day = dt.date.fromisoformat(moment[:10]) + dt.timedelta(days=7)
    return day.isoformat() + moment[10:]


def _is_placed(found: Found) -> bool:
    return isinstance(found.what, When) and bool(found.what.start or found.what.end)


def _is_month_of_name(reading: Reading, found: Found) -> bool:
    """ "the March Movement" is no month."""
    at = found.last + 1
    chunk = reading.chunk(found.at)
    if found.at != found.last or not isinstance(found.what, When) or found.what.precision is not Precision.MONTH:
        return False
    return chunk is not None and at < chunk.last and reading.parse.tokens[at].text[0].isupper()


def _rank(found: Found) -> int:
    precision = found.what.precision if isinstance(found.what, When) else None
    return _ORDER.get(precision, 3) if precision is not None else 9


def _follows(reading: Reading, frame: Frame, found: Found) -> bool:
    """A date set off after the clause of the act belongs to it, not to a verb of saying before: "– this summer –"."""
    before = [number for number, one in enumerate(reading.parse.predicates) if one.head < found.at]
    return bool(before) and before[-1] in frame.homes


def _first_verb(reading: Reading) -> int:
    return reading.parse.predicates[0].first if reading.parse.predicates else 0


def _leads(reading: Reading, frame: Frame) -> bool:
    """A date at the head of the sentence holds for the clauses joined to the first, not for what is told inside it."""
    current = frame.predicate or frame.host
    for _ in range(6):
        if current is None or current.governor < 0:
            return True
        if current.relation in ("relative", "conditional"):
            return False
        current = reading.predicate(current.governor)
    return False


def _is_telling(reading: Reading, found: Found) -> bool:
    home = reading.home(found.at)
    return home is not None and home.lemma in _TELLING
