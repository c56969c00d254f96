"""A text as a string of class letters, one for each token, so that the rules can be short patterns.

Capital and small letters of `words` name the classes of words; numbers and signs add:

    D number of one or two digits   B other number   Y year   O ordinal in digits   K decade ("1990s")
    F feast     Z quarter or half ("Q3")   I ISO date   X date with slashes or dots   C clock time with minutes
    ' possessive   - dash
    , . ( ) themselves   | end of a paragraph   x anything else
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from clarion.language.dates.words import SHY, ZONES, vocabulary
from clarion.language.hints import may_hold

# What a word must not begin with to be taken at once: all that the closer patterns below may take from its start.
_CLOSER_SMALL = (
    r"(?:christmas|easter|thanksgiving|labor|memorial|halloween|boxing|new|twen|thirt|fort|fift|sixt|seventi|eight|"
    r"ninet)|[ap](?:\.|m)|[qh][1-4]|o(?:['’]|\s?clock)"
)
_CLOSER_CAPITAL = (
    r"(?:New|Christ|East|Good|Thanks|Labor|Memor|Hallow|Box|Valent|May|Palm|Ash|Pente|Human|World|Inter|Women|Nowruz|"
    r"Nauryz)|[AP](?:\.|m)|[QH][1-4]"
)
TOKEN = re.compile(
    rf"(?P<plain>(?!{_CLOSER_SMALL})[a-z]++(?![^\W\d_])|(?!{_CLOSER_CAPITAL})[A-Z][a-z]++(?![^\W\d_]))"
    r"|(?P<sign>[,.()/])"
    r"|(?P<feast>\b(?:New\sYear['’]?s?(?:\s(?:Day|Eve))?|Christmas(?:\s(?:Day|Eve))?|Easter(?:\s(?:Sunday|Monday))?|"
    r"Good\sFriday|Thanksgiving(?:\sDay)?|Labor\sDay|"
    r"Memorial\sDay|Halloween|Boxing\sDay|Valentine['’]?s?\sDay|May\sDay|Palm\sSunday|"
    r"Ash\sWednesday|Pentecost|Human\sRights\sDay|World\sRefugee\sDay|(?:International\s)?Women['’]s\sDay|Nowruz|Nauryz|"
    r"World\sPress\sFreedom\sDay|International\sMigrants\sDay|"
    r"(?:christmas(?:\s(?:day|eve))?|easter|thanksgiving(?:\sday)?|labor\sday|memorial\sday|"
    r"halloween|boxing\sday|new\syear['’]?s\s(?:day|eve)|(?<=[Tt]he\s)new\syear(?!['’]))(?=\W|$))(?!\w))"
    r"|(?P<quarter>\b[QqHh][1-4]\b)"
    r"|(?P<military>(?<=at\s)(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours)\b)"
    r"|(?P<iso>(?<![\d/.-])\d{4}(?P<i>[-/.])\d{1,2}(?P=i)\d{1,2}(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?(?![\d-]))"
    r"|(?P<slash>(?<![\d/.])(?:(?<!-)|(?<=\d{4}-))\d{1,2}(?P<j>[/.-])\d{1,2}(?P=j)(?:\d{4}|"
    r"\d\d)(?![\d/])(?!-\d+(?!\d*[/-]\d))|(?<![\d/.$])(?:(?<!-)|(?<=/\d-)|(?<=/\d\d-))\d{1,2}/\d{1,2}(?![\d/%]))"
    r"|(?P<clock>(?<![\d.:])\d{1,2}(?:(?::|h)[0-5]\d(?::[0-5]\d)?(?![:.]?\d)|\.[0-5]\d(?=\s?(?:[AaPp]\.?\s?[Mm]\b|"
    r"hrs\b|hours\b)))|(?:(?<=day\sat\s)|(?<=morrow\sat\s)|(?<=morning\sat\s)|(?<=noon\sat\s)|(?<=evening\sat\s)|"
    r"(?<=night\sat\s)|(?<=uary\sat\s)|(?<=March\sat\s)|(?<=April\sat\s)|(?<=May\sat\s)|(?<=June\sat\s)|"
    r"(?<=July\sat\s)|(?<=August\sat\s)|(?<=mber\sat\s)|(?<=October\sat\s))\d{1,2}\.[0-5]\d(?!\d|\s?%)|"
    r"(?<=at\s)\d{1,2}\.[0-5]\d(?=\s(?:on\s|in\sthe\s(?:morn|after|even)|today|tomorrow|yesterday|this\s(?:morn|after|"
    r"even)|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day))|"
    r"(?<=at\s)\d{1,2}h\b)"
    r"|(?P<decade>(?<![\d.])(?:['’]?\d0|\d{3}0)['’]?s\b|\b(?:twenties|thirties|forties|fifties|sixties|seventies|"
    r"eighties|nineties)\b)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>['’]?\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ampm>(?<![^\W\d_])[AaPp]\.\s?[Mm]\.?|[AaPp][Mm]\b\.?)"
    r"|(?P<oclock>o['’]?\s?clock\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<possessive>['’](?:s\b)?)"
    r"|(?P<paragraph>\n\s*\n)"
    r"|(?P<dash>[-–—‑~])"
    r"|(?P<other>[^\s\w]|_)"
)


# classes of words of which every rule asks for one, beside those that figures make
_DATING = frozenset("MWwUuTPHSVNF")
# first words of what the lexer itself takes to be a feast, a decade or "o'clock"
_FEASTS = (
    "new christmas easter good thanksgiving labor memorial halloween boxing valentine may palm ash pentecost human "
    "world international women nowruz nauryz twenties thirties forties fifties sixties seventies eighties nineties"
)
_new = tuple.__new__  # a named tuple made without a call of its Python-level constructor


class Token(NamedTuple):
    """`value` is the number, the normal word or the groups that the class gives; `word` the small letters of a word."""

    start: int
    end: int
    value: object
    word: str = ""


class Lexed(NamedTuple):
    """Tokens and their class letters, of equal length."""

    codes: str
    tokens: list[Token]


def may_date(text: str, start: int, end: int) -> bool:
    """False when no word or figure of `text[start:end]` can make an expression of time; True says nothing."""
    return may_hold(_dating_words(), text, start, end)


def lex(text: str, start: int, end: int) -> Lexed:
    """The tokens of `text[start:end]`; spans are those of the whole text."""
    codes: list[str] = []
    tokens: list[Token] = []
    shy: list[tuple[int, str]] = []
    words = vocabulary()
    known = words.get
    for match in TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        written = match[0]
        lower = ""
        if kind == "plain" or kind == "word":
            lower = written.lower()
            entry = known(lower)
            if entry is None:
                code: str = "z" if lower in ZONES and written.isupper() else "x"
                value: object = written
            else:
                code, value = entry
                if lower in SHY:
                    shy.append((len(codes), written))
        else:
            code, value = _CODES[kind or "other"](written)
        codes.append(code)
        tokens.append(_new(Token, (match.start(), match.end(), value, lower)))
    for index, word in shy:
        if not _means_a_date(codes, index, word):
            codes[index] = "x"
    return Lexed("".join(codes), tokens)


@cache
def _dating_words() -> frozenset[str]:
    listed = (word for word, (code, _) in vocabulary().items() if code in _DATING)
    return frozenset((*listed, *_FEASTS.split()))


def _means_a_date(codes: list[str], index: int, word: str) -> bool:
    """True when a word that has other meanings ("may", "march", "fall", "sun") stands as a date word."""
    before = codes[index - 1] if index else "|"
    after = codes[index + 1] if index + 1 < len(codes) else "|"
    if after in ".-" and index + 2 < len(codes):
        after = codes[index + 2] if after == "-" or len(word) <= 4 else after
    if before == "-" and index > 1:
        before = codes[index - 2]
    if codes[index] == "S":
        return (
            before in "hREi"
            or after == "Y"
            or (before == "t" and codes[index - 2 : index - 1] in (["i"], ["j"], ["s"], ["g"], ["b"]))
        )
    if codes[index] not in "MW":
        return True
    if (
        after in "DOYXo"
        or before in "DOM"
        or (before == "f" and codes[index - 2 : index - 1] and codes[index - 2] in "DOGUou")
    ):
        return True
    if not word[0].isupper():
        return before in "RE" or (before == "i" and after in "|.,)")
    if len(word) == 3 and word != "May":
        return before in "RhEnrgsbp" or after in "MPC(" or (codes[index] == "M" and (before in "i," or after == ","))
    if after == "f" and codes[index] == "M":
        return _is_of_year(codes, index + 2) or before in "inbsgrkpjE"
    return before not in ".|" or after in ",)f"


def _is_of_year(codes: list[str], at: int) -> bool:
    """As in "March of 2020", "May of last year", "April of that year"; not "March of the mothers"."""
    following = "".join(codes[at : at + 3])
    return following[:1] in ("Y", "h", "R", "q") or following[:2] in ("tU", "tR", "tY", "tK")


def _number(written: str) -> tuple[str, object]:
    if written[0] in "'’":
        short = written[1:]
        return ("Y", _century(int(short))) if len(short) == 2 and short.isdigit() else ("B", written)
    digits = written.rstrip(",")
    if digits.isdigit() and len(digits) < 9:
        number = int(digits)
        if len(digits) <= 2:
            return "D", number
        if len(digits) == 4 and 1000 <= number <= 2199:
            return "Y", number
        if (
            len(digits) == 8
            and 1900 <= number // 10000 <= 2099
            and 1 <= number // 100 % 100 <= 12
            and 1 <= number % 100 <= 31
        ):
            return "I", f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    try:
        return "B", float(written.replace(",", ""))
    except ValueError:
        return "B", 0.0


def _century(short: int) -> int:
    """A year in two digits: up to 40 in this century, else in the last."""
    return short + (2000 if short <= 40 else 1900)


def _decade(written: str) -> tuple[str, object]:
    if written.isalpha():
        return "K", 1900 + 10 * (2 + _TENS.index(written.lower()))
    digits = re.sub(r"\D", "", written)
    year = int(digits)
    return "K", year if len(digits) == 4 else (1900 + year if year >= 20 else 2000 + year)


_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def _clock(written: str) -> tuple[str, object]:
    hour, minute = re.split(r"[:.h]", written)[:2]
    return ("C", (int(hour), int(minute or 0))) if int(hour) <= 24 else ("B", 0.0)


_CODES: dict[str, Callable[[str], tuple[str, object]]] = {
    "feast": lambda written: ("F", re.sub(r"\s+", " ", written).lower().replace("’", "'")),
    "military": lambda written: ("C", (int(written[:2]), int(written[2:4]))),
    "quarter": lambda written: ("Z", (written[0].lower(), int(written[1]))),
    "iso": lambda written: ("I", written),
    "slash": lambda written: ("X", written),
    "clock": _clock,
    "decade": _decade,
    "ordinal": lambda written: ("O", int(re.sub(r"\D", "", written))),
    "number": _number,
    "ampm": lambda written: ("m", written[0].lower()),
    "oclock": lambda written: ("c", written),
    "possessive": lambda written: ("'", written),
    "paragraph": lambda written: ("|", written),
    "dash": lambda written: ("-", written),
    "sign": lambda written: (written if written != "/" else "-", written),
    "other": lambda written: ("x", written),
}
