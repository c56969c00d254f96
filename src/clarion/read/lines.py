"""The lines of a text with their places, and what shape each has."""

import re
from dataclasses import dataclass

from clarion.model.nouns import Span
from clarion.read.bylines import is_byline
from clarion.read.days import WrittenDay, either_days, whole_days, written_days
from clarion.read.genres import is_genre
from clarion.read.names import bare

# a longer line is prose, whatever it holds
LONGEST_HEAD_LINE = 160
LONGEST_CLOSING = 80

_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[ée]rcoles|jueves"
    r"|viernes|s[áa]bado"
    r"|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag"
)
_WEEKDAY_END = re.compile(rf"\b(?:{_WEEKDAY})\b\.?,?\s*(?:the\s+)?$", re.I)
_CLOCK = re.compile(
    r"^\s*(?:,|at|-|–|\||T)?\s*(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)\s*(?:\(?[A-Z]{2,5}\)?(?:[+-]\d+)?)?",
    re.I,
)
_CLOCK_END = re.compile(r"\s+\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?,?\s*(?:on\s+)?$", re.I)
_PREPOSITION_END = re.compile(
    r"\b(?:of|on|since|from|between|until|till|to|before|after|by|in|for|and|during|the|de|del|desde|hasta"
    r"|el|du|le|au|vom|am|seit|bis|zum|a|à|em|der|den)\s*$",
    re.I,
)
_TELLING = (
    r"entry|circulated|distributed|issued|published|posted|released|updated|dated|compiled|written|recorded|broadcast|aired|adopted"
    r"|delivered|sitting|session|meeting|publication|embargoed"
    r"|hearing|statement|(?:press |news |media )?(?:release|briefing|conference|note)|communiqu[ée]|letter"
    r"|bulletin|edition|issue|circular|memo(?:randum)?"
    r"|draft|revision|sermon|speech|address|remarks|interview|transcript|record|report|update|version|status|as|publicado"
    r"|publi[ée]|fecha|sitzung|sesi[óo]n|s[ée]ance"
)
_TELLING_END = re.compile(
    rf"\b(?:{_TELLING})\s*(?:[:,]|on|of|at|for|from|as of|el|le|am|vom|du|del)?(?:\s+the)?\s*$", re.I
)
_TOLD_ON = re.compile(
    r"\b(?:issued|published|posted|released|updated|compiled|written|recorded|broadcast|aired|adopted|delivered|signed"
    r"|sent|prepared|given|done|passed|tabled|lodged|moved|introduced|executed|entered|ordered|registered|revised|amended"
    r"|reviewed|drafted|uploaded|dated|witnessed|approved|carried|heard|held|made|finished|completed|concluded|edited)\b[^.;:]{0,80}"
    r"\b(?:on(?:\s+(?:the|this))?|this)\s*$|\b(?:last |first )?(?:revised|amended|reviewed|tabled|adopted|approved"
    r"|passed|drafted|transcribed|recorded|filed|uploaded|archived|edited|saved|changed)\s*$|,\s*(?:le|el|den|am|al)\s*$"
    r"|\b(?:printed|published|appeared)\s+(?:first\s+)?in\s+[^.;:]{2,60}\s(?:of|on|for)\s*$",
    re.I,
)
# "Dashtak, on the 12th of May 2023"; "Embargoed until 12 May 2023"
_PLACE_ON = re.compile(
    r"[A-ZÀ-Þ][\w .'’\-]{1,40},\s+(?:on\s+|this\s+)?(?:the\s+)?|(?:under\s+)?embargo(?:ed)?\s+until:?\s+", re.I
)
# "The third of November 2023" as a line of its own, "The Friends, on this third of November 2023"
_THE_DAY = re.compile(
    r"(?:[\w .'’,\-]{2,60},\s*)?(?:on\s+this|this|on\s+the|on|the|(?:on\s+the\s+)?(?:night|evening|morning|afternoon)"
    r"\s+of)\s+",
    re.I,
)
# "Statement delivered on 3 November 2023 at the Human Rights Council", "Prepared on 3 November 2023 for counsel",
# "Comment by the press secretary, 3 November 2023, in answer to a question"
_SPOKEN_ON = re.compile(
    r"\s*(?:[\w’'-]+\s+){0,3}(?:statement|speech|remarks|address|testimony|sermon|homily|lecture|evidence|intervention)\s+"
    r"(?:(?:was|were)\s+)?(?:delivered|made|given|read(?:\s+out)?|held|submitted)\s+(?:on\s+)?(?:the\s+)?"
    r"|[\s_*(]*(?:first\s+)?(?:prepared|drafted|written|compiled|issued|published|released|sent|received|shared|circulated|filed"
    r"|signed|recorded|posted|printed)\b(?:[\w\s.,:’'-]{0,40}?\s+(?:on|of))?\s+(?:the\s+)?"
    r"|\s*(?:given|done|signed|dated)\s+(?:at|in)\s+[\w\s.’'-]{2,40}?,?\s+(?:on|this)\s+(?:the\s+)?"
    r"|\s*(?:comment|statement|answer|reply|response|reaction|note|remarks|clarification)s?\s+(?:by|of|from)\s+"
    r"[\w\s.’'-]{2,60},\s*",
    re.I,
)
_OPEN_END = re.compile(r"(?:^|[,–—\-|(:·•/;\]\)\"”*_]|\b(?:no|nr|n)\.?\s*\d+|[\d])\s*$")
_CAPITALISED_END = re.compile(r"\b[^\W\d_a-zß-öø-ÿ]\S*\s*$")
# "No. 9 — 4 May" and "Vol. II" break no sentence
_SENTENCE_BREAK = re.compile(r"(?<!\bvol)(?<!\bart)(?<!\b[a-z])[.!?]\s+[^\W\d_]\S*\s+\S+", re.I)
_ABOUT_ANOTHER = re.compile(
    r"\b(?:on|to|about|against|concerning|regarding|after|following|since|with|for|from)\b", re.I
)
# "Resolution of 4 May 2024 on …", "Minutes of the meeting held on 4 May 2024": the date of the paper itself
_ACT_OF = re.compile(
    r"\b(?:resolution|decision|judgment|judgement|ruling|order|decree|opinion|recommendation|declaration|communiqu[ée]"
    r"|statement|minutes|(?:meeting|session|sitting|hearing|assembly|conference|briefing)(?:\s+held)?)\s+(?:of|on|from)"
    r"(?:\s+the)?\s*$|\b(?:no|nr|n[°º]|issue|number|edition)\.?\s*[\w/.-]*\d[\w/.-]*\s+(?:of|du|de|del|vom)(?:\s+the)?\s*$",
    re.I,
)
_TAIL_BREAK = re.compile(r"[,;|*]\s*|\s+[-–—/·•]+\s+")
_TAIL_WORD = re.compile(
    r"(?:edition|morning|evening|afternoon|night|noon|midnight|midday|hours?|local|time|pages?|online|web|print|final|"
    r"late|early"
    r"|version|update|issue|volume|number|broadcast|session|sitting|bulletin|excerpts?|from|unofficial|"
    r"translation)[.,;)]?"
)
_TOLD_AGAIN = re.compile(rf"(?:last\s+)?(?:{_TELLING})\b", re.I)
_AFTER_SEPARATOR = re.compile(r"^[\s,.|)\]\-–—:;/·•*_\"”]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without white space around it, and whether a blank line stands before it."""

    span: Span
    text: str
    after_gap: bool

    @property
    def bare(self) -> str:
        """The line without Markdown signs and bullets around it."""
        return bare(self.text)


def lines_of(text: str) -> list[Line]:
    """All lines that are not blank, in order."""
    found: list[Line] = []
    position, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + len(raw) - len(raw.lstrip())
            found.append(Line((start, start + len(stripped)), stripped, gap))
        gap = not stripped
        position += len(raw) + 1
    return found


def day_of_line(line: str) -> WrittenDay | None:
    """The date that a head line gives its document, or None when the line is about something else.

    "Pemba, 9 July 2024" and "Sitting of Wednesday, 12 February 2025" date their document;
    "On the events of 5 June 2023" and "5 June 2023 - Shelling of the market at dawn" do not.
    """
    return next(iter(days_of_line(line)), None)


def days_of_line(line: str) -> list[WrittenDay]:
    """All dates of a head line that stand as its document's own."""
    return _own_days(line, whole_days(line[:400]))


def yearless_day_of_line(line: str) -> WrittenDay | None:
    """The same for a date without its year ("Lisbon, 3 May")."""
    days = [day for day in written_days(line[:400]) if day.year is None]
    return next(iter(_own_days(line, days)), None)


def either_days_of_line(line: str) -> tuple[WrittenDay, WrittenDay] | None:
    """The same for a date that says either of two days ("7/3/2024"): as day first, and as month first."""
    pairs = either_days(line[:400])
    own = _own_days(line, [day_first for day_first, _ in pairs])
    return next((pair for pair in pairs if pair[0] in own[:1]), None)


def words_before(line: str, day: WrittenDay) -> str:
    """What stands before a date, without its weekday."""
    return _WEEKDAY_END.sub("", line[: day.start])


def _own_days(line: str, days: list[WrittenDay]) -> list[WrittenDay]:
    if len(line) > LONGEST_HEAD_LINE:
        return []
    return [day for day in days if _leads_to_date(words_before(line, day), line) and _follows_date(line, day)]


def _leads_to_date(before: str, line: str) -> bool:
    before = _CLOCK_END.sub("", before)
    if len(before.split()) > 14 or _SENTENCE_BREAK.search(before):
        return False
    if _is_act_of(before):
        return True
    if (_PLACE_ON.fullmatch(before) or _THE_DAY.fullmatch(before)) and len(line) <= LONGEST_CLOSING:
        return True
    if _SPOKEN_ON.fullmatch(before):
        return True
    if _TELLING_END.search(before) or _TOLD_ON.search(before):
        return True
    if _PREPOSITION_END.search(before):
        return False
    return bool(_OPEN_END.search(before)) or bool(_CAPITALISED_END.search(before))


def _follows_date(line: str, day: WrittenDay) -> bool:
    after = _CLOCK.sub("", line[day.end :], count=1)
    before = words_before(line, day)
    if _is_act_of(before) or _SPOKEN_ON.fullmatch(before):
        return True
    if after.lstrip().startswith((".", "(", "|", "*", "[", ")", "•", "·")):
        return True
    words = _AFTER_SEPARATOR.sub("", after)
    return _is_tail(words) or all(_is_tail(part) or is_byline(part) for part in _TAIL_BREAK.split(words))


def _is_act_of(before: str) -> bool:
    """ "Resolution of" leads to the paper's own date; "Statement on the judgment of" to that of another."""
    found = _ACT_OF.search(before)
    return (
        found is not None
        and (before[:1].isupper() or found.start() == 0)
        and _ABOUT_ANOTHER.search(before[: found.start()]) is None
    )


def _is_tail(words: str) -> bool:
    """Nothing, a section, a place or a page: what may follow the date in a masthead."""
    parts = words.split()
    if len(parts) > 4:
        return bool(_TOLD_AGAIN.match(words))
    plain = not any(word[0].islower() and not _TAIL_WORD.fullmatch(word) for word in parts if len(word) > 3)
    return plain or is_genre(words) or bool(_TOLD_AGAIN.match(words))
