"""Numbers as written: digits, words and their mixtures, with the value each stands for.

A numeral is only read here; whether it is a figure, and what it counts, is decided by the layers above.
Every scan goes forward only, so the cost is linear in the text.
"""

import re
from functools import cache
from typing import NamedTuple

from clarion.language.figures.words import DENOMINATORS, GLUED, GLYPHS, MAGNITUDES, SMALL, TENS, VAGUE, VAGUE_TIMES
from clarion.language.hints import may_hold


class Numeral(NamedTuple):
    """`form` is one of digits, words, vague, share, both. `value` of a share is between 0 and 1."""

    start: int
    end: int
    value: float
    form: str
    glued: str = ""  # letters that stand directly behind the digits ("km", "th")


@cache
def scanner() -> re.Pattern[str]:
    """The places where a numeral may begin."""
    words = "|".join(
        sorted({*SMALL, *TENS, *(set(MAGNITUDES) - {"mn", "bn", "tn", "mln", "bln", "mil"})}, key=len, reverse=True)
    )
    vague = "|".join([*VAGUE, "tens"])
    return re.compile(
        r"(?=[\d.])(?:(?<![\w.])|(?<=[$€£¥](?:US|CA|AU|NZ|HK))|(?<=[$€£¥][ACS])|(?<=\bRM)|(?<=\b(?:USD|EUR|GBP|AUD|CAD|INR|CHF|"
        r"CNY|RMB|KRW)))"
        r"(?P<digits>\d+|\.\d+)"
        r"|(?P<glyph>[½¼¾⅓⅔⅕⅛])"
        r"|(?<!\w)(?=[zotfsendhmlcbaſZOTFSENDHMLCBA])(?:"
        rf"(?P<word>(?i:{words}))(?:fold)?\b"
        rf"|(?P<vague>(?i:{vague}))\b"
        r"|(?P<half>(?i:half|(?:a|one)[ -](?:third|quarter|fifth|tenth)))\b"
        r"|(?P<both>(?i:both))\b)"
    )


@cache
def number_words() -> frozenset[str]:
    """Runs of letters of which one, or a figure, stands wherever `scanner` finds something."""
    counts = (*SMALL, *TENS, *MAGNITUDES)
    parts = ("tens", "half", "third", "quarter", "fifth", "tenth", "both")
    return frozenset((*counts, *(f"{word}fold" for word in counts), *VAGUE, *parts))


# the groups of three in "1,140", "9 300" (UN style, also with thin and no-break spaces), "1'200"; then decimals
GROUPED = re.compile(
    r"\d{1,3}(?:(?:,\d{3}){1,8}|(?:,\s000){1,2}|(?:[ \u00a0\u2009\u202f]\d{3}){1,8}|"
    r"(?:['’]\d{3}){1,8})(?!\d)(?:\.\d{1,20})?"
)
PLAIN = re.compile(r"\d*\.\d+|\d+")
OVER = re.compile(r"[/⁄](\d{1,3})(?![\d/⁄])")
FRACTION = re.compile(r"(?: |-| and |-and-)?(?:(\d{1,2})[/⁄](\d{1,2})(?![\d/⁄])|([½¼¾⅓⅔⅕⅛]))")
MAGNITUDE = re.compile(
    r"[\s-]{0,2}(million|billion|trillion|thousand|hundred|dozen|lakh|crore|mil|mn|bn|tn|mln|bln)\b", re.I
)
GLUED_LETTERS = re.compile(r"[A-Za-zµ°%]+")
NEXT_WORD = re.compile(r"(\s+and\s+|-and-|\s+|-)(?:(a|an)\s+)?([A-Za-z]+)\b")
HALF_MORE = re.compile(r"(?:\s+|-)and(?:\s+|-)a(?:\s+|-)(half|quarter|third)\b", re.I)
DENOMINATOR = re.compile(
    r"[\s-](thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|half|halves)\b", re.I
)
LARGEST = 1e15  # a run of magnitudes beyond this is no number of anything
OF_VAGUE = re.compile(r"\s+of\s+(thousands|hundreds|millions|billions)\b", re.I)
HALF_OF = re.compile(r"\s+(?:(?:a|an)\s+)?(million|billion|trillion|dozen|hundred|thousand)\b", re.I)
ARTICLE = re.compile(r"\b(?:an?|another)[\s-]+$", re.I)
FEW = re.compile(r"\b(?:several|a\s+few|many|some|a\s+couple\s+of|a\s+couple)\s+$", re.I)


def find_numerals(text: str) -> list[Numeral]:
    """Every numeral, in text order, none overlapping."""
    found: list[Numeral] = []
    if not may_hold(number_words(), text, 0, len(text)):
        return found
    search = scanner().search
    position = 0
    while match := search(text, position):
        numeral = _READERS[match.lastgroup or ""](text, match)
        if numeral is None:
            position = match.end()
            continue
        found.append(numeral)
        position = max(numeral.end, match.end())
    return found


def _digits(text: str, match: re.Match[str]) -> Numeral | None:
    start = match.start()
    grouped = GROUPED.match(text, start)
    plain = grouped or PLAIN.match(text, start)
    if plain is None or plain.end() - start > 40:  # longer runs are no numbers, and a float cannot hold them
        return Numeral(start, match.end(), -1.0, "digits", "?")
    end = plain.end()
    value = float(re.sub(r"[^\d.]", "", plain.group()))
    fraction = FRACTION.match(text, end)
    if fraction and "." not in plain.group():
        part = _fraction(fraction)
        if part is not None:
            return _scaled(text, start, fraction.end(), value + part)
    if text[end : end + 1] in ("/", "⁄") and (whole := OVER.match(text, end)):
        below = int(whole.group(1))
        if 0 < value < below and value.is_integer():
            return Numeral(start, whole.end(), value / below, "fraction")
    glued = GLUED_LETTERS.match(text, end)
    if glued:
        letters = glued.group()
        if letters.lower() in GLUED and not (letters in ("m", "b", "k") and _is_metric(text, start, glued.end())):
            return Numeral(start, glued.end(), value * GLUED[letters.lower()], "digits", letters)
        return Numeral(start, end, value, "digits", letters)
    return _scaled(text, start, end, value)


# "2.7m combined sales": a plural noun after adjectives only
MILLIONS_OF = re.compile(
    r"\s+(?:of\s|people\b|(?!(?:of|in|on|at|from|to|above|below|wide|long|high|deep|tall|away|off|and|"
    r"the)\b)(?:[a-z]+\s+){0,4}?"
    r"[a-z]{3,}s\b)"
)


def _is_metric(text: str, start: int, end: int) -> bool:
    """As in "37m" is metres unless money stands before it or a plural noun behind it."""
    if re.search(r"[$€£¥₩₹]\s?$|[A-Z]{2}\s?$|\b(?:than|over|some|nearly|almost)\s$", text[max(0, start - 8) : start]):
        return False
    return text[end - 1] == "m" and not MILLIONS_OF.match(text, end, end + 48)


def _fraction(match: re.Match[str]) -> float | None:
    above, below, glyph = match.groups()
    if glyph:
        return GLYPHS[glyph]
    return int(above) / int(below) if 0 < int(above) < int(below) else None


def _scaled(text: str, start: int, end: int, value: float) -> Numeral:
    while (magnitude := MAGNITUDE.match(text, end)) and value < LARGEST:
        value *= MAGNITUDES[magnitude.group(1).lower()]
        end = magnitude.end()
    return Numeral(start, end, value, "digits")


def _glyph(text: str, match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), GLYPHS[match.group()], "fraction")


def _word(text: str, match: re.Match[str]) -> Numeral | None:
    """A number in words: the longest run that the grammar of English numbers allows."""
    start, end = match.span()
    word = match.group("word").lower()
    if word in MAGNITUDES:
        return _bare_magnitude(text, start, end, word)
    total, group, last = 0.0, float(SMALL.get(word, TENS.get(word, 0))), word
    while (step := NEXT_WORD.match(text, end)) and total + group < LARGEST:
        word = step.group(3).lower()
        joined = "and" in step.group(1)
        if step.group(2) or not _may_follow(word, last, joined):
            break
        if word in MAGNITUDES:
            total, group = _multiplied(total, group, MAGNITUDES[word])
        else:
            group += SMALL.get(word, TENS.get(word, 0))
        end, last = step.end(), word
    value = total + group
    half = HALF_MORE.match(text, end)
    if half:
        value += 1 / DENOMINATORS[half.group(1).lower()]
        return _scaled(text, start, half.end(), value)._replace(form="words")
    part = DENOMINATOR.match(text, end)
    if part and value < 10 and part.group(1).lower() not in ("half", "halves"):
        below = DENOMINATORS[part.group(1).lower()]
        if value < below and (value > 1) == part.group(1).lower().endswith("s"):
            return Numeral(start, part.end(), value / below, "share")
    return Numeral(start, end, value, "words")


def _may_follow(word: str, last: str, joined: bool) -> bool:
    if word in MAGNITUDES:
        return not joined and len(word) > 3 and not (word == "hundred" and last in MAGNITUDES)
    if word in TENS:
        return last in MAGNITUDES and last != "dozen"
    if word in SMALL and word != "zero":
        if last in TENS:
            return not joined and SMALL[word] < 10
        return last in MAGNITUDES and last != "dozen"
    return False


def _multiplied(total: float, group: float, by: int) -> tuple[float, float]:
    """`hundred` stays inside its group, greater magnitudes close it."""
    if by <= 100:
        return total, group * by
    if group == 0:
        return total * by, 0.0
    return total + group * by, 0.0


def _bare_magnitude(text: str, start: int, end: int, word: str) -> Numeral | None:
    """As in "a hundred", "a dozen", "several thousand"; a magnitude word alone is no number."""
    before = text[max(0, start - 16) : start]
    few = FEW.search(before)
    if few:
        return Numeral(start - len(few.group()), end, 2.0 * MAGNITUDES[word] if word != "dozen" else 24.0, "vague")
    article = ARTICLE.search(before)
    if not article:
        return None
    begin = start - len(article.group()) if article.group().strip(" -").lower() in ("a", "an") else start
    rest = _word_after(text, end, MAGNITUDES[word], word)
    return Numeral(begin, rest[0], rest[1], "words")


def _word_after(text: str, end: int, value: float, last: str) -> tuple[int, float]:
    """What may follow "a hundred": "and six", "thousand"."""
    total, group = _multiplied(0.0, 1.0, int(value))
    while (step := NEXT_WORD.match(text, end)) and total + group < LARGEST:
        word = step.group(3).lower()
        if step.group(2) or not _may_follow(word, last, "and" in step.group(1)):
            break
        if word in MAGNITUDES:
            total, group = _multiplied(total, group, MAGNITUDES[word])
        else:
            group += SMALL.get(word, TENS.get(word, 0))
        end, last = step.end(), word
    return end, total + group


def _vague(text: str, match: re.Match[str]) -> Numeral | None:
    """As in "dozens", "tens of thousands"."""
    word = match.group().lower()
    of = OF_VAGUE.match(text, match.end())
    if of:
        if word not in VAGUE_TIMES:
            return None
        value = VAGUE_TIMES[word] * VAGUE[of.group(1).lower()]
        return Numeral(match.start(), of.end(), float(value), "vague")
    if word == "tens":
        return None
    return Numeral(match.start(), match.end(), float(VAGUE[word]), "vague")


def _half(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    word = re.split(r"[ -]", match.group().lower())[-1]
    if word == "half" and (whole := HALF_OF.match(text, end)):
        return Numeral(start, whole.end(), MAGNITUDES[whole.group(1).lower()] / 2, "words")
    return Numeral(start, end, 1 / DENOMINATORS[word], "share")


def _both(text: str, match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), 2.0, "both")


_READERS = {"digits": _digits, "glyph": _glyph, "word": _word, "vague": _vague, "half": _half, "both": _both}
