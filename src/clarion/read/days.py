"""Days as the heads of documents write them: whole dates, and dates whose year must come from elsewhere."""

import datetime
import re
from dataclasses import dataclass
from functools import cache

# month names and their usual abbreviations; one line a language
_MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mar apr may june july aug sept oct nov dec",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)
FIRST_YEAR, LAST_YEAR = 1900, 2100

_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
# "the third of November 2023": the days of a month in words, by number
_ORDINALS = {
    **{word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)},
    **{f"twenty{mark}{word}": 20 + number for number, word in enumerate(_UNITS, start=1) for mark in "- "},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
# years in words, as deeds and petitions end: "two thousand and twenty-three"
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_YEARS = {
    **{word: number for number, word in enumerate(_CARDINALS, start=1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_CARDINALS[:9], start=1)},
    "thirty": 30,
}
_NUMERIC = re.compile(
    r"(?:(?<![\d.-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?<![\d./-])(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?P=s2)(?P<y2>(?:19|20)\d\d|(?<=\d\.\d\d\.)[0-4]\d|(?<=\d/\d\d/)[0-4]\d))(?![\d/-]|\.\d)"
)
_CJK = re.compile(r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日號号일]")
_DIGIT = re.compile(r"\d|two thousand", re.I)
_MEETING_GAP = r"(?:\s+|(?<=\.)\s*)"


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as written at `start` to `end` of a text; `year` is None where the text leaves it out."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    def date(self, year: int | None = None) -> datetime.date | None:
        """The day on the calendar, with `year` for a date that has none; None when there is no such day."""
        chosen = self.year if self.year is not None else year
        if chosen is None or not FIRST_YEAR <= chosen <= LAST_YEAR:
            return None
        try:
            return datetime.date(chosen, self.month, self.day)
        except ValueError:
            return None


def written_days(text: str) -> list[WrittenDay]:
    """Every date of a day in the text, in text order. `7/3/2024` says either of two days and is left out."""
    if _DIGIT.search(text) is None:
        return []
    found = [_from_names(match) for match in _named_pattern().finditer(text)]
    found += [day for match in _NUMERIC.finditer(text) if (day := _from_numbers(match)) is not None]
    found += [WrittenDay(m.start(), m.end(), int(m["m"]), int(m["d"]), int(m["y"])) for m in _CJK.finditer(text)]
    return sorted((day for day in found if day.date(2000) or day.date()), key=lambda day: day.start)


def either_days(text: str) -> list[tuple[WrittenDay, WrittenDay]]:
    """The dates that say either of two days (`7/3/2024`), each as day first and as month first."""
    found = []
    for match in _NUMERIC.finditer(text):
        if (
            not match["y"]
            and _from_numbers(match) is None
            and 1 <= int(match["a"]) <= 12
            and 1 <= int(match["b"]) <= 12
        ):
            first, second, year = int(match["a"]), int(match["b"]), _year(match["y2"])
            place = (match.start(), match.end())
            found.append((WrittenDay(*place, second, first, year), WrittenDay(*place, first, second, year)))
    return found


def whole_days(text: str) -> list[WrittenDay]:
    """The dates of a text that have a year and are on the calendar."""
    return [day for day in written_days(text) if day.date() is not None]


@cache
def _month_numbers() -> dict[str, int]:
    return {name: number for line in _MONTHS for number, name in enumerate(line.split(), start=1)}


@cache
def _named_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _month_numbers()), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    of = r"(?:of\s+|de\s+|del\s+)?"
    day_first = (
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?{_MEETING_GAP}(?:day\s+)?{of}(?P<m1>{months})\b\.?"
        rf"(?:,?\s+(?:of\s+|de\s+|del\s+|in\s+the\s+year\s+(?:of\s+our\s+lord\s+)?)?(?P<y1>{year})\b)?"
    )
    month_first = rf"\b(?P<m2>{months})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<y2>{year})\b)?"
    roman = rf"(?P<d3>\d{{1,2}})[.\s/-]{{1,2}}(?P<m3>[IVX]{{1,4}})[.\s/-]{{1,2}}(?P<y3>{year})\b"
    # "12-May-2023", "08JUN2023"
    close = rf"(?P<d4>\d{{1,2}})-?(?P<m4>{months})-?(?P<y4>{year})\b"
    # "14 March '24"
    short = rf"(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m5>{months})\.?,?\s+['’](?P<y5>\d\d)\b"
    # "03 Nov 23" where a line or a part of it ends: "3 May 40 people" is none
    shorter = rf"(?P<d6>\d{{1,2}})\s+(?P<m6>{months})\.?\s+(?P<y6>\d\d)(?=\s*(?:$|[|)·\n]))"
    ordinal = "|".join(sorted(_ORDINALS, key=len, reverse=True))
    spelt = rf"two\s+thousand\s+(?:and\s+)?(?:{'|'.join(sorted(_YEARS, key=len, reverse=True))})"
    in_words = (
        rf"\b(?P<d7>{ordinal})\s+(?:(?:day\s+)?of\s+(?P<m7>{months})\b(?:,?\s+(?:of\s+)?(?P<y7>{year}|{spelt})\b)?"
        rf"|(?P<m8>{months})\b,?\s+(?P<y8>{year})\b)"
    )
    words_last = (
        rf"\b(?P<m9>{months})\s+(?:the\s+)?(?:(?P<d9>{ordinal})\b|(?P<d0>\d{{1,2}})(?:st|nd|rd|th)\b)"
        rf",?\s+(?:in\s+)?(?P<y9>{year})\b"
    )
    return re.compile(
        rf"(?<![\d.,/-])(?:{short}|{shorter}|{day_first}|{roman}|{close})|{in_words}|{words_last}|{month_first}",
        re.I | re.M,
    )


def _year(written: str) -> int:
    """The year of "2024", of "two thousand and twenty-four" or, in "14.05.24" and "14 May '24", of two figures."""
    if not written.isdigit():
        return 2000 + _YEARS[written.split()[-1].lower()]
    return int(written) if len(written) == 4 else 2000 + int(written)


def _from_names(match: re.Match[str]) -> WrittenDay:
    if match["m3"]:
        return WrittenDay(
            match.start(), match.end(), _ROMAN.get(match["m3"].lower(), 0), int(match["d3"]), int(match["y3"])
        )
    which = next(group for group in "56124789" if match["m" + group])
    year = match["y" + which]
    month = _month_numbers()[match["m" + which].lower()]
    written = match["d7"] if which == "8" else match["d" + which] or match["d0"]
    day = _ORDINALS.get(written.lower()) or int(written)
    return WrittenDay(match.start(), match.end(), month, day, _year(year) if year else None)


def _from_numbers(match: re.Match[str]) -> WrittenDay | None:
    if match["y"]:
        return WrittenDay(match.start(), match.end(), int(match["m"]), int(match["d"]), int(match["y"]))
    first, second, year = int(match["a"]), int(match["b"]), _year(match["y2"])
    if match["s2"] == "." or first > 12 or first == second:  # dots are written where the day comes first
        return WrittenDay(match.start(), match.end(), second, first, year)
    return WrittenDay(match.start(), match.end(), first, second, year) if second > 12 else None
