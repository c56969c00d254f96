"""Numerals that are no figures: dates, clock times, years, labels, names, scores, pronouns.

Each rule is a named predicate over the text and a numeral; the first that holds refuses it.
What only looks like a number ("the 1951 Convention", "Article 33", "COVID-19", "one should") counts nothing.
"""

import re
from collections.abc import Callable

from clarion.language.figures.heads import MEASURE, STOPS, head_of, is_elliptic
from clarion.language.figures.nouns import unit_of
from clarion.language.figures.numerals import Numeral
from clarion.model.vocabulary import Unit

MONTHS = (
    r"(?:(?i:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)|Mar(?:ch)?|MAR(?:CH)?|May|MAY)\b\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
DAYS = rf"{DAY}(?:\s{{0,2}}(?:,|and|&|or|to|-|–|—|until|through)\s{{0,2}}{DAY}){{0,8}}"
# stretches that are dates, clock times, telephone numbers or addresses of the net; figures inside them count nothing
MASK = re.compile(
    r"(?=[\d+(]|(?<!\w)(?:https?:|www\.|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))(?:"
    rf"\b{MONTHS}\s{{1,2}}(?:the\s)?{DAYS}(?!\s?(?:people|percent|per cent|%|,\d|\.\d))(?:,?\s{{1,2}}\d{{4}}\b)?"
    rf"|\b{DAYS}\s{{1,2}}(?:of\s)?{MONTHS}(?:,?\s{{1,2}}\d{{4}}\b)?"
    rf"|\b{MONTHS}(?:,|\s+of)?\s{{1,2}}[12]\d{{3}}\b"
    r"|\b\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.]+Z?)?|\b\d{1,2}([/.])\d{1,2}\1\d{2,4}\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?[-–]\s?\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\b"
    r"|\b\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?\s?[AaPp]\.?[Mm]\b|\b\d{1,2}(?::\d\d){1,2}(?:\.\d{1,6})?(?!\d)"
    r"|\b\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s?[AaPp]\.?[Mm]\b\.?|\b\d{1,2}\s?o['’]clock"
    r"|\+\d{1,3}[\s.-]?\(?\d[\d\s().-]{5,16}\d|\(\d{3}\)\s?\d{3}[\s.-]\d{4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
    r"|\bhttps?://[^\s<>]{1,2000}|\bwww\.[^\s<>]{1,2000}|\b\d{1,3}(?:\.\d{1,3}){3}\b)"
)
# words that number what they name: "Article 33", "Room 12"
LABELS = frozenset(
    "article articles art. arts. section sections sec. secs. chapter chapters clause clauses paragraph paragraphs para "
    "para. paras paras. annex appendix schedule rule rules resolution resolutions number numbers no nos no. nos. nr "
    "nr. "
    "room route highway motorway flight level game games figure fig. table page pages p. pp. phase camp unit units "
    "channel part parts volume vol. row seat gate platform line block building apartment apt apt. suite box zone "
    "district ward precinct sector category grade class type version episode season week day year quarter act scene "
    "verse lot item step stage round tier group division bureau office brigade regiment battalion post order decree "
    "law case docket file directive protocol amendment question exhibit ak covid interstate exit pier terminal track "
    "zip tel tel: tel.: telephone telephone: phone phone: fax fax: mobile mobile: call dial extension ext ext. id form "
    "proposition measure title model bill convention petition application s&p sp ftse nasdaq stoxx fortune russell "
    "nikkei zip".split()
)
OF_THEM = re.compile(r"\s+of\s+(?:them|us|the|those|these|whom)\b", re.I)
LABELLED_LIST = re.compile(r"(\S+)\s+(?:\(?\d{1,4}\)?\s*(?:,|and|or|to|-|–)\s*){1,4}\(?$")
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|before|after|early|late|mid|through|throughout|year|fiscal|between|"
    r"for|to|and|the|into|around|circa|summer|spring|autumn|fall|winter|q[1-4]|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|a|an|its|his|her|their|this|on|vs\.?|versus)[\s,-]+$",
    re.I,
)
BOUND_BEFORE = re.compile(
    r"\b(?:(?:average|total|sum|maximum|minimum|rate|record)\s+of|some|about|than|least|nearly|almost|over|roughly|"
    r"approximately|many|to)\s+$|[$€£¥]\s?$",
    re.I,
)
NEXT = re.compile(r"[\s-]{1,2}([A-Za-z][\w'’-]*)")
# impersonal or anaphoric "one"
ONE_BEFORE = re.compile(
    r"\b(?:no|any|each|every|this|that|the|which|same|another|other|good|bad|new|old|big|large|small|better|"
    r"the\s+only|last|"
    r"next|first|right|wrong|young|little|whole|such|second|not|latest|a|an|loved|previous|bbc|day|formula)[\s-]+$",
    re.I,
)
ONE_AFTER = re.compile(
    r"(?:['’]s\b|\s+(?:another|can|could|must|should|may|might|would|does|thinks|knows|sees|needs|has\s+to|is\s+to|"
    r"day\b(?!\s+(?:of|after|before|earlier|later|ago))|by\s+one|thing\b|size|way\s+or|hopes|wonders|imagines|wants|"
    r"cannot|can['’]t|else|and\s+the\s+same|and\s+all|side\b|hand\b\s*,))",
    re.I,
)
HALF_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|better|this|last|next|opening|former|front|top|bottom)[\s-]+$", re.I
)
HALF_AFTER = re.compile(
    r"-(?!a\b|dozen|million|of)\w|\s?(?:time|way|brother|sister|heart|truth|measure|moon|mast|staff|term|marathon|"
    r"year)",
    re.I,
)
BOTH_AND = re.compile(r"\s+(?!were|are|was|have|had|will)(?:[\w'’-]+\s+){1,5}?and\b", re.I)
UNIT_LETTERS = frozenset(
    "km m cm mm mi ft in kg g mg t lb lbs oz l ml kw kwh mw mwh gw gb mb tb kb hz khz mhz ghz mph kph kmh bhp hp cc mp "
    "p c f v w nm degc degf deg mbps gbps bhp kv mg µm m2 km2 psi pc pct x rpm fps bps ms sec secs min mins hr hrs ha "
    "sq °c °f ° % acre acres d k".split()
)
# letters that keep a hyphenated numeral a figure: "0-to-60-mph"
HYPHEN_KEEPS = re.compile(r"\b(?:sub|now|then|to|minus|plus|and|or|than|nearly|about|mid)-$", re.I)
ADDRESS = re.compile(
    r"(?:[-–]\d{1,5})?\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w'’.]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|"
    r"Way|Boulevard|Blvd|Square|"
    r"Place|Court|Terrace|Crescent|Highway|Close|Row|Parade|Quay|Gardens|strasse|straße)\b"
)
COMPOUND = re.compile(r"-([A-Za-z]{2,})\b(?!-old)")
# compounds that do count: a five-member panel has five members
COMPOUND_COUNTS = frozenset(
    "member person man woman strong people party state nation country storey odd dozen year-old inch mile".split()
)
RANK = re.compile(r"\b(?:top|bottom)\s$", re.I)
CAPITALISED = re.compile(r"[(\"“]?i?[A-Z][\w'’+&/-]*")
SHIRT = re.compile(r"\b[A-Z][a-z]+\s\($")
LIST_ITEM = re.compile(r"(?:^|\n)[ \t]{0,12}\(?$")


_CODE_MARKS = "./:_@#,⁄\n"  # the characters with which the next two patterns begin and end
_CODE_AFTER = re.compile(r"[./:_@]\d|_|@")
_CODE_BEFORE = re.compile(r"\d[:/.,]$|[_@#]$|\d[/⁄]$")
_ZERO_LED = re.compile(r"0\d+(?!\d*[.,]\d)")
_SCORE_AFTER = re.compile(r"[-–](\d{1,4})(?![\d,])")
_SCORE_BEFORE = re.compile(r"(?<![\d.,])(\d{1,4})[-–]$")


def masked_spans(text: str) -> list[tuple[int, int]]:
    """Stretches whose numerals belong to a date, a clock time, a telephone number or an address."""
    return [match.span() for match in MASK.finditer(text)]


def is_refused(text: str, numeral: Numeral) -> str | None:
    """The name of the rule that refuses the numeral as a figure, or None."""
    for name, rule in RULES[numeral.form]:
        if rule(text, numeral):
            return name
    return None


def _is_ordinal(text: str, numeral: Numeral) -> bool:
    return numeral.glued.lower() in ("st", "nd", "rd", "th", "s", "?")


def _is_code(text: str, numeral: Numeral) -> bool:
    """Letters glued behind that are neither a unit nor a magnitude: a model, a code."""
    letters = numeral.glued.lower()
    if letters and not text[numeral.start : numeral.end].lower().endswith(letters) and letters not in UNIT_LETTERS:
        return True
    after = text[numeral.end : numeral.end + 2]
    before = text[max(0, numeral.start - 2) : numeral.start]
    if after[:1] in _CODE_MARKS and _CODE_AFTER.match(after):
        return True
    return before[-1:] in _CODE_MARKS and _CODE_BEFORE.search(before) is not None


def _is_hyphenated(text: str, numeral: Numeral) -> bool:
    start = numeral.start
    if (
        start < 2
        or text[start - 1] != "-"
        or not (text[start - 2].isalnum() or text[start - 2] == "_")
        or text[start - 2].isdigit()
    ):
        return False
    return not HYPHEN_KEEPS.search(text[max(0, start - 12) : start])


def _is_year(text: str, numeral: Numeral) -> bool:
    digits = text[numeral.start : numeral.end]
    if len(digits) != 4 or not digits.isdigit() or not 1000 <= numeral.value <= 2150:
        return False
    before = text[max(0, numeral.start - 16) : numeral.start]
    if BOUND_BEFORE.search(before) and not re.search(r"\bto\s+$", before):
        return False
    word = NEXT.match(text, numeral.end)
    counts = bool(MEASURE.match(text, numeral.end) or (word and _is_counted(word.group(1), numeral.value)))
    if YEAR_BEFORE.search(before) and numeral.value >= 1500:
        return not counts or not re.search(r"\b(?:the|a|of|to|for|on|from|and|by)\s+$", before, re.I)
    return numeral.value >= 1900 and not counts


def _is_counted(word: str, value: float) -> bool:
    """A known plural, or any plural behind a round number: "2000 crates" counts, "2018 sales" is of a year."""
    unit = unit_of(word)
    return bool(unit and unit[1]) or word.lower() in MEASURED or (value % 100 == 0 and _is_plural_noun(word))


def _is_plural_noun(word: str) -> bool:
    unit = unit_of(word)
    return bool(unit and unit[1]) or (
        word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "was", "has", "is"))
    )


def _is_label(text: str, numeral: Numeral) -> bool:
    """ "Article 33", "Room 12": it names, unless a measure follows ("the sector 0.7 percent lower")."""
    before = text[max(0, numeral.start - 40) : numeral.start].rstrip(" (")
    last = before.rsplit(None, 1)[-1].lower() if before.strip() else ""
    if last in ("and", "or", "to") or last[-1:] in ("", ",", "-", "–"):
        listed = LABELLED_LIST.search(text[max(0, numeral.start - 40) : numeral.start])
        last = listed.group(1).lower() if listed else ""
    if last == "day" and numeral.form == "words" and OF_THEM.match(text, numeral.end):
        return False  # "the same day nine of them"
    if last not in LABELS or MEASURE.match(text, numeral.end) or numeral.value != int(numeral.value):
        return False
    word = NEXT.match(text, numeral.end)
    return not (word and _is_counted(word.group(1), numeral.value))


def _is_name(text: str, numeral: Numeral) -> bool:
    """A bare small number right behind a capitalised word inside a sentence: "iPhone 11", "the Big 12"."""
    if numeral.value >= 10_000 or numeral.value != int(numeral.value):
        return False
    before = text[max(0, numeral.start - 40) : numeral.start]
    words = before.rsplit(None, 2)
    if numeral.glued or not words or before[-1] != " " or not CAPITALISED.fullmatch(words[-1]):
        return False
    if words[-1].startswith("i"):
        return True
    opening = len(words) < 2 or words[-2].endswith((".", ":", "?", "!"))
    if opening or words[-1].lower() in STOPS or MEASURE.match(text, numeral.end) or is_elliptic(text, numeral.end):
        return False
    word = NEXT.match(text, numeral.end)
    if word is None:
        return True
    counted = _is_plural_noun(word.group(1)) or word.group(1).lower() in MEASURED
    return not (counted or head_of(text, numeral.start, numeral.end, numeral.value).unit is not Unit.OTHER)


def _is_address(text: str, numeral: Numeral) -> bool:
    """As in "575 Wilbraham Road": a house number."""
    return numeral.value < 100_000 and bool(ADDRESS.match(text, numeral.end))


def _is_compound(text: str, numeral: Numeral) -> bool:
    """As in "six-speed", "two-month": a number word tied to a singular noun tells the kind, not the quantity."""
    match = COMPOUND.match(text, numeral.end)
    return bool(match and match.group(1).lower() not in COMPOUND_COUNTS and not match.group(1).lower().endswith("s"))


def _is_zero_led(text: str, numeral: Numeral) -> bool:
    """As in "0401 GMT", "007": a clock time or a code."""
    return text[numeral.start] == "0" and _ZERO_LED.match(text[numeral.start : numeral.end]) is not None


def _is_score(text: str, numeral: Numeral) -> bool:
    """As in "2-2", "3-1", "2014-15": two numbers with a hyphen of which the second is not greater."""
    after = _SCORE_AFTER.match(text[numeral.end : numeral.end + 8])
    if after:
        return int(after.group(1)) <= numeral.value
    if text[numeral.start - 1 : numeral.start] not in ("-", "–", "\n"):
        return False
    before = _SCORE_BEFORE.search(text[max(0, numeral.start - 8) : numeral.start])
    return bool(before and int(before.group(1)) >= numeral.value)


def _is_rank(text: str, numeral: Numeral) -> bool:
    """ "the bottom three", with no noun behind it: places of a table."""
    return bool(RANK.search(text[max(0, numeral.start - 12) : numeral.start])) and not re.match(
        r"\s+[a-z]{3,}s\b", text[numeral.end : numeral.end + 20]
    )


def _is_jersey(text: str, numeral: Numeral) -> bool:
    """A small number alone in brackets behind a name: the shirt of a player, a note."""
    return bool(
        numeral.value < 100
        and text[numeral.end : numeral.end + 1] == ")"
        and SHIRT.search(text[max(0, numeral.start - 24) : numeral.start])
    )


def _is_list_number(text: str, numeral: Numeral) -> bool:
    after = text[numeral.end : numeral.end + 2]
    return bool(re.match(r"[.)]\s", after) and LIST_ITEM.search(text[max(0, numeral.start - 14) : numeral.start]))


def _is_pronoun(text: str, numeral: Numeral) -> bool:
    """ "no one", "that one", "one should"; with a noun behind it ("that one citizen was freed") it counts."""
    if text[numeral.start : numeral.end].lower() != "one":
        return False
    if ONE_AFTER.match(text, numeral.end):
        return True
    before = ONE_BEFORE.search(text[max(0, numeral.start - 14) : numeral.start])
    if before is None:
        return False
    determiner = before.group().strip(" -").lower() in ("that", "this", "the", "which", "the only")
    return not (determiner and head_of(text, numeral.start, numeral.end, 1.0).unit is not Unit.OTHER)


def _is_word_name(text: str, numeral: Numeral) -> bool:
    """A capitalised number word behind a capitalised word, inside a sentence: "BBC One", "Formula One"."""
    if not text[numeral.start].isupper():
        return False
    return bool(re.search(r"[A-Z][\w'’]* \Z", text[max(0, numeral.start - 20) : numeral.start]))


def _is_half_of_something_else(text: str, numeral: Numeral) -> bool:
    words = text[numeral.start : numeral.end].lower()
    if words == "half":
        return bool(
            HALF_BEFORE.search(text[max(0, numeral.start - 12) : numeral.start]) or HALF_AFTER.match(text, numeral.end)
        )
    if words.startswith("a"):
        return not re.match(r"\s+of\b|\s+or\s+more|\s+(?:were|was|are|is|said)\b", text[numeral.end : numeral.end + 10])
    return False


def _is_conjunction(text: str, numeral: Numeral) -> bool:
    return bool(BOTH_AND.match(text, numeral.end, numeral.end + 60))


def _is_vague_noun(text: str, numeral: Numeral) -> bool:
    """As in "scores" is a verb and a noun of games too: only "scores of", "scores were"."""
    word = text[numeral.start : numeral.end].lower()
    return word == "scores" and not re.match(
        r"\s+(?:of|more|were|are|have|had|others|remain)\b", text[numeral.end : numeral.end + 10]
    )


# nouns of measure: a number before one is a quantity whatever it looks like
MEASURED = frozenset(
    "percent per people miles kilometres kilometers km metres meters feet yards years months weeks days hours minutes "
    "seconds dollars euros pounds yuan won rupees tonnes tons kilograms points mph horsepower hp acres hectares "
    "degrees "
    "million billion trillion thousand jobs units rpm pounds-feet cents square".split()
)

Rule = tuple[str, Callable[[str, Numeral], bool]]
_WORDS: list[Rule] = [
    ("word name", _is_word_name),
    ("pronoun", _is_pronoun),
    ("rank", _is_rank),
    ("label", _is_label),
    ("hyphenated", _is_hyphenated),
    ("compound", _is_compound),
]
RULES: dict[str, list[Rule]] = {
    "digits": [
        ("ordinal", _is_ordinal),
        ("code", _is_code),
        ("hyphenated", _is_hyphenated),
        ("list number", _is_list_number),
        ("zero-led", _is_zero_led),
        ("score", _is_score),
        ("address", _is_address),
        ("jersey", _is_jersey),
        ("label", _is_label),
        ("year", _is_year),
        ("name", _is_name),
    ],
    "fraction": [("code", _is_code)],
    "words": _WORDS,
    "vague": [("other noun", _is_vague_noun)],
    "share": [("half of something else", _is_half_of_something_else)],
    "both": [("conjunction", _is_conjunction)],
}
