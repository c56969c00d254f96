"""The document's own date, and the words that say where it was found. Never the file's, never that of an event."""

import datetime
import re

from clarion.model.vocabulary import RegionKind
from clarion.read.days import WrittenDay, whole_days, written_days
from clarion.read.draft import FoundDay
from clarion.read.lines import Line, day_of_line, days_of_line, either_days_of_line, yearless_day_of_line
from clarion.read.page import Page

# a yearless date takes the year of a whole date of the text that lies at most so near
NEAR_DAYS = 45
LAST_LINES = 8

LONGEST_LINE = 2_000
LONGEST_LABEL = 500
# in a longer line a label in mid-sentence speaks of something else: "the report published on 4 May"
LONGEST_OWN = 90
_TODAY = re.compile(
    r"\b(?:[Tt]oday|[Hh]oy|[Hh]oje|[Hh]eute|[Aa]ujourd['’]hui|[Oo]n this day)\b,?"
    r"(?:\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo))?"
)
# a letter that begins with the line by which another quotes it: "On Fri, 3 Nov 2023 at 09:14, Name wrote:"
_QUOTED_HEAD = re.compile(r"(?:On|Le|Am|El)\b.{6,60}?\b.{0,90}\b(?:wrote|writes|écrit|schrieb|escribió)\s?:\s*$", re.I)
_COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.I)
# "We write on 3 May 2023", "It is 3 May 2023 and nobody has answered"
_WRITTEN_NOW = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:write|are writing|make this known)\s+(?:this\s+)?on\s*$|\bIt is (?:now )?$"
)
# behind a place and a date a letter lists those who sign it
SIGNATURES = 80
LONGEST_SIGNED = 60
_BETWEEN = " ,(–—-"
LONGEST_TEXT = 50_000
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?\b[\s,]*$", re.I)
_WEEKDAY_BEHIND = re.compile(r"[\s,:\d]{0,12}\(?(mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?\b", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LABEL = (
    r"(?:circulated|distributed|signed|revised|memo date|first published"
    r"|published|posted|issued|released|last updated|last modified|updated|dated"
    r"|compiled|date(?: of (?:this |the )?(?:note|report|issue|publication|statement|letter|release|memo"
    r"|document|writing|submission|filing|record|bulletin|update|entry))?"
    r"|as of|publicado|publi[ée]|fecha|stand|veröffentlicht)"
)
# the day of what is told, not of the telling
_OF_ANOTHER = re.compile(
    r"\b(?:hearing|trial|incident|event|arrest|visit|mission|observ\w+|interview(?:ed)?|birth|death|deadline|due|expiry"
    r"|conducted|attended|period|covers|covering|closing|judgment under appeal|offence|detention)"
    r"(?:\s+(?:date|day|on|dates|held))?\s*:\s*(?:\w+day,?\s+)?$"
    r"|\b(?:hearing|trial|visit|mission|events?|incidents?|minutes of [^.;:]{0,40}|observation)"
    r"\s+(?:held\s+)?(?:of|on|from)\s*(?:\w+day,?\s+)?$"
    r"|\bdate of (?:the )?(?:hearing|trial|incident|event|arrest|visit|mission|birth|death|offence|detention)\s*:\s*$",
    re.I,
)
_WORDS_BEFORE = re.compile(r"\w+\s+$")
_OWN_PAPER = re.compile(
    r"\b(?:this|the present)\b[^.;:]{0,60}$|(?:^|[.;:,(*_–—|\-])\s*(?:(?:first|last|was|is|were)\s+)*$", re.I
)
_LABELLED = re.compile(
    rf"\b(?:{_LABEL}|appeared|printed)\b(?:\s+[^.;:\n]{{0,60}}\bon)?(?:\s+(?:on|by|in|at|the|el|le|am|this|"
    rf"\w+day,?))*\s*[:,]?\s*(?:\*\*)?\s*$",
    re.I,
)


def find_day(page: Page) -> FoundDay | None:
    """The day that the document gives as its own, or None when it gives none."""
    if page.metadata.day is not None:
        return page.metadata.day
    return (
        _in_head(page)
        or _in_dateline(page)
        or _labelled([*(head.line for head in page.head.lines), *page.body[:6]])
        or _today([*(head.line for head in page.head.lines), *page.body])
        or _at_end(page.body)
        or _without_year(page)
        or _either(page)
        or _quoted_head(page)
        or _above_signatures(page.body)
        or _at_end(page.apart)
        or page.metadata.weak_day
    )


def _in_head(page: Page) -> FoundDay | None:
    for passed in ("labelled", "bare", "another"):
        for head in page.head.lines:
            text = head.line.text
            for day in days_of_line(text):
                found = day.date()
                if found is not None and _stands(passed, text[: day.start]):
                    return FoundDay(found, f"{_HEAD_WORDS.get(head.kind, 'masthead')}: {_shown(text, day)}")
    return None


def _stands(passed: str, before: str) -> bool:
    """Whether a date belongs to this passing over the head: labelled dates first, those of told events last."""
    another = _OF_ANOTHER.search(before) is not None
    if passed == "labelled":
        return not another and _LABELLED.search(before) is not None
    return another == (passed == "another")


_HEAD_WORDS = {
    RegionKind.HEADER: "header field",
    RegionKind.BYLINE: "by-line",
    RegionKind.DATELINE: "date line",
    RegionKind.HEADLINE: "headline",
}


def _in_dateline(page: Page) -> FoundDay | None:
    dateline = page.head.dateline
    if dateline is None or dateline.day is None or page.head.dateline_span is None:
        return None
    found = dateline.day.date()
    start = page.head.dateline_span[0]
    words = page.text[start + dateline.day.start : start + dateline.day.end]
    return FoundDay(found, f"dateline: {words}") if found is not None else None


def _labelled(lines: list[Line]) -> FoundDay | None:
    for line in lines:
        text = line.bare[:LONGEST_LABEL]
        for day in whole_days(text):
            found = day.date()
            label = _LABELLED.search(text[max(0, day.start - 60) : day.start])
            if found is None or label is None:
                continue
            before = text[: max(0, day.start - 60) + label.start()]
            if not before.strip() or len(text) <= LONGEST_OWN or _OWN_PAPER.search(before):
                return FoundDay(found, f"in the text: {_shown(text, day)}")
    return None


def _today(body: list[Line]) -> FoundDay | None:
    """ "Today, Tuesday 9 May 2023, we …": the text speaks on that day."""
    for line in body:
        for match in _TODAY.finditer(line.text[:LONGEST_LINE]):
            day = next(iter(whole_days(line.text[match.end() : match.end() + 60])), None)
            if day is not None and not line.text[match.end() : match.end() + day.start].strip(_BETWEEN):
                found = day.date()
                if found is not None:
                    return FoundDay(found, f"in the text: {match[0]} {_shown(line.text[match.end() :], day)}")
        for day in whole_days(line.text[:LONGEST_LABEL]):
            found = day.date()
            if found is not None and _WRITTEN_NOW.search(line.text[: day.start]):
                return FoundDay(found, f"in the text: {_shown(line.text, day)}")
    return None


def _at_end(body: list[Line]) -> FoundDay | None:
    """ "Bishkek, 4 May 2024" under a letter, "Published: 4 May 2024" in a footer."""
    last = body[-LAST_LINES:]
    for line in reversed(last):
        day = day_of_line(line.text) if len(line.text) <= 90 else None
        if day is not None and (found := day.date()) is not None:
            return FoundDay(found, f"closing line: {_shown(line.text, day)}")
    return _labelled(last)


def _quoted_head(page: Page) -> FoundDay | None:
    first = page.text[:LONGEST_LABEL].lstrip("> \t\n").split("\n", 1)[0]
    day = next(iter(whole_days(first)), None) if _QUOTED_HEAD.match(first) else None
    found = day.date() if day is not None else None
    return FoundDay(found, f"head of the quoted mail: {_shown(first, day)}") if day and found else None


def _above_signatures(body: list[Line]) -> FoundDay | None:
    """A place and a date alone on the only such line of the last ones: those who sign stand below it."""
    alone = []
    for line in body[-SIGNATURES:]:
        day = day_of_line(line.text) if len(line.text) <= LONGEST_SIGNED else None
        found = day.date() if day is not None and not line.text[day.end :].strip(" .,)") else None
        if day is not None and found is not None:
            alone.append(FoundDay(found, f"date above the signatures: {_shown(line.text, day)}"))
    return alone[0] if len(alone) == 1 else None


def _without_year(page: Page) -> FoundDay | None:
    candidates = [(head.line.text, yearless_day_of_line(head.line.text)) for head in page.head.lines]
    dateline = page.head.dateline
    if dateline is not None and dateline.day is not None and page.head.dateline_span is not None:
        candidates.append((page.text[slice(*page.head.dateline_span)], dateline.day))
    for text, day in candidates:
        if day is not None and day.year is None:
            found = _nearest_year(day, page.text) or _other_year(text, day, page)
            if found is not None:
                return FoundDay(found, f"{_shown(text, day)}, with the year from the text")
    return None


def _either(page: Page) -> FoundDay | None:
    """ "7/3/2024": the day that its weekday, or a date of the text near it, decides for; else none."""
    texts = [line.text for line in [*(head.line for head in page.head.lines), *page.body[-LAST_LINES:]]]
    for text in texts:
        pair = either_days_of_line(text)
        if pair is None:
            continue
        days = [found for day in pair if (found := day.date()) is not None]
        weekday = _WEEKDAY.search(text[: pair[0].start]) or _WEEKDAY_BEHIND.match(text[pair[0].end :])
        if weekday is not None:
            days = [found for found in days if _WEEKDAYS[found.weekday()] == weekday[1].lower()]
        else:
            others = [day.date(days[0].year) for day in written_days(page.text[:LONGEST_TEXT])] if days else []
            days = [
                d for d in days if any(other is not None and abs((other - d).days) <= NEAR_DAYS for other in others)
            ]
        if len(days) == 1:
            return FoundDay(days[0], f"date line: {_shown(text, pair[0])}, read by the dates in the text")
    return None


def _nearest_year(day: WrittenDay, text: str) -> datetime.date | None:
    """The day in the one year that puts it near a whole date of the text; None when none or several do."""
    others = {other.date() for other in whole_days(text[:LONGEST_TEXT])}
    near = {
        chosen
        for other in others
        if other is not None
        for year in (other.year - 1, other.year, other.year + 1)
        if (chosen := day.date(year)) is not None and abs((chosen - other).days) <= NEAR_DAYS
    }
    return near.pop() if len(near) == 1 else None


def _other_year(text: str, day: WrittenDay, page: Page) -> datetime.date | None:
    """The day in the one year that the head, a copyright line or, with a weekday, the whole text allows."""
    ends = [line.text for line in [*page.body[-LAST_LINES:], *page.apart[-LAST_LINES:]] if _COPYRIGHT.search(line.text)]
    stated = {year for line in ends for year in _YEAR.findall(line)[-1:]}  # "© 2019-2023": the last
    stated |= {year for head in page.head.lines for year in _YEAR.findall(head.line.text)}
    stated |= {str(page.metadata.year)} if page.metadata.year and not stated else set()
    weekday = _WEEKDAY.search(text[: day.start])
    years = {int(year) for year in stated or (_YEAR.findall(page.text[:LONGEST_TEXT]) if weekday else ())}
    if weekday is not None and years and not stated:
        years.add(max(years) + 1)  # a text speaks of its own year or of those before
    if weekday is None and not stated:
        return _year_of_weekdays(day, page)
    days = {found for year in years if (found := day.date(year)) is not None}
    if weekday is not None:
        days = {found for found in days if _WEEKDAYS[found.weekday()] == weekday[1].lower()}
    return days.pop() if len(days) == 1 else None


def _year_of_weekdays(day: WrittenDay, page: Page) -> datetime.date | None:
    """The day in the one year of the text, or the year after its last, in which the text's weekdays fall right."""
    text = page.text[:LONGEST_TEXT]
    told = [(other, _WEEKDAY.search(text[max(0, other.start - 14) : other.start])) for other in written_days(text)]
    pairs = [(other, weekday[1].lower()) for other, weekday in told if weekday is not None and other.year is None]
    years = {int(year) for year in _YEAR.findall(text)}
    if not pairs or not years:
        return None
    fitting = {
        found
        for year in {*years, max(years) + 1}
        if all((one := other.date(year)) is not None and _WEEKDAYS[one.weekday()] == name for other, name in pairs)
        and (found := day.date(year)) is not None
    }
    return fitting.pop() if len(fitting) == 1 else None


def _shown(text: str, day: WrittenDay) -> str:
    return text[day.start : day.end].strip()
