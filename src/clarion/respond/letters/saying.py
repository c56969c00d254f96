"""Days, figures, places and quotations in the words of a letter's language, no finer than they are known."""

import datetime
from collections.abc import Sequence

from clarion.language.sentences import find_sentences
from clarion.model import Count, CountKind, Document, Number, Place, PlaceRole, Span, When
from clarion.model.intervals import last_day
from clarion.model.magnitudes import magnitude_of
from clarion.respond.letters.wording import Wording

_FEW_WORDS = 4  # fewer say too little of what is asked
_LONGEST = 300  # code points of a quotation; a longer one is cut between words
_INNER = str.maketrans({"“": "\0", "”": "\1", "„": "\0", "«": "\0", "»": "\1", "「": "\0", "」": "\1"})
_MARKS = str.maketrans({"\\": "\\\\", "*": "\\*", "[": "\\["})
_ENDS = ".!?。！？…"


def day_words(words: Wording, day: str | datetime.date) -> str:
    """`2023-08-29` as that language writes it; `2023-08` and `2023` stay as coarse as they are."""
    written = day.isoformat() if isinstance(day, datetime.date) else day
    date, _, clock = written.partition("T")
    parts = [int(part) for part in date.split("-") if part.isdigit()]
    if not parts:
        return written
    month = words.month(parts[1]) if len(parts) > 1 else ""
    key = ("year", "month", "day")[min(len(parts), 3) - 1]
    said = words.say("days", key, year=parts[0], month=month, day=parts[2] if len(parts) > 2 else "")
    return words.say("days", "clock", day=said, clock=clock.removesuffix("Z")) if clock else said


def when_words(words: Wording, when: When | None) -> str:
    """An interval; empty when nothing of it is known."""
    if when is None or not (when.start or when.end):
        return ""
    last = last_day(when)
    if when.start is None:
        return words.say("days", "until", last=day_words(words, last)) if last else ""
    if when.end is None:
        first = day_words(words, when.start)
        return first if "T" in when.start else words.say("days", "since", first=first)
    first_day = datetime.date.fromisoformat(when.start[:10])
    if last is None or last <= first_day:
        return day_words(words, when.start)
    after = last + datetime.timedelta(days=1)
    if first_day.day == after.day == 1:
        months = (after.year - first_day.year) * 12 + after.month - first_day.month
        if months == 1:
            return day_words(words, when.start[:7])
        if months == 12 and first_day.month == 1:
            return day_words(words, when.start[:4])
    return words.say("days", "between", first=day_words(words, first_day), last=day_words(words, last))


def count_words(words: Wording, count: Count) -> str:
    """A figure; empty for a share, which says little without its whole."""
    if count.kind is CountKind.SHARE:
        return ""
    single = count.best == 1 or (count.kind is CountKind.EXACT and count.low == 1)
    unit = words.say("count", f"one_{count.unit.value}" if single else count.unit.value)
    if count.kind is CountKind.VAGUE and count.low is not None:
        return words.say("count", magnitude_of(count.low).value, unit=unit).strip()
    return _bounded(words, count, unit).strip()


def place_words(words: Wording, places: Sequence[Place]) -> str:
    """Places by their role, the most exact of each; empty when there are none."""
    parts = []
    for role in (PlaceRole.AT, PlaceRole.FROM, PlaceRole.TO, PlaceRole.VIA):
        held = _exact([one for one in places if (one.role or PlaceRole.AT) is role])
        if held:
            parts.append(words.say("place", role.value, places=words.listed(_place(words, one) for one in held)))
    return words.say("place", "between").join(parts)


def quotation(words: Wording, text: str, language: str | None) -> str:
    """Words of a source in quotation marks, marked when they are in another language than the letter.

    `language` is that of the source (BCP 47), None when it is not known.
    """
    said = plain(_cut(" ".join(text.split())).strip(" ,;:"))
    inner = words.say("numbers", "inner", words="\0")
    opening, closing = inner.split("\0")
    said = _inner(said, opening, closing)
    base = (language or "").partition("-")[0].lower()
    if base == words.language:
        return words.say("numbers", "quote", words=said)
    if not base:
        return words.say("numbers", "marked_unknown", words=said)
    return words.say("numbers", "marked", words=said, language=words.language_name(base))


def whole(document: Document | None, span: Span, quote: str) -> str:
    """The sentence that a span stands in, so that no quotation breaks off; the quote where it cannot be had."""
    text = (document.text or "") if document else ""
    if not text[span[0] : span[1]].strip():
        return quote
    touched = [one for one in find_sentences(text) if one[0] < span[1] and span[0] < one[1]]
    if not touched:
        return quote
    found = " ".join(text[touched[0][0] : touched[-1][1]].split())
    return found if len(found) <= _LONGEST and found[:1] not in "#>|" else quote


def fragment(document: Document | None, span: Span, quote: str) -> str:
    """The words of a span alone, with marks where their sentence goes on; a few words are taken to its end.

    What stands around a demand is often sharper than the demand.
    """
    text = (document.text or "") if document else ""
    around = [one for one in find_sentences(text) if one[0] < span[1] and span[0] < one[1]]
    if not around or not text[span[0] : span[1]].strip():
        return quote
    end = span[1] if len(quote.split()) >= _FEW_WORDS else around[-1][1]
    said = " ".join(text[span[0] : end].split()).rstrip(" ,;:")
    before = "" if not text[around[0][0] : span[0]].strip(" \n\t“\"'") else "… "
    after = "" if not text[end : around[-1][1]].strip(" \n\t.”\"'") else " …"
    return f"{before}{said}{after}"


def in_sentence(words: Wording, name: str) -> str:
    """A name in the middle of a sentence: English writes its article small there."""
    return f"the {name[4:]}" if words.language == "en" and name.startswith("The ") else name


def plain(text: str) -> str:
    """Words from outside on one line, with the marks of a letter's text made harmless."""
    return " ".join(text.split()).translate(_MARKS)


def _bounded(words: Wording, count: Count, unit: str) -> str:
    low, high, best = count.low, count.high, count.best
    if count.kind is CountKind.ABOUT and best is not None:
        return words.say("count", "about", n=_digits(best), unit=unit)
    if count.kind is CountKind.RANGE and low is not None and high is not None:
        return words.say("count", "range", low=_digits(low), high=_digits(high), unit=unit)
    if count.kind is CountKind.AT_LEAST and low is not None:
        # "more than 500" is held as at least 501
        strict = low > 10 and low % 10 == 1
        return words.say("count", "more_than" if strict else "at_least", n=_digits(low - strict), unit=unit)
    if count.kind is CountKind.AT_MOST and high is not None:
        strict = high > 8 and high % 10 == 9
        return words.say("count", "fewer_than" if strict else "at_most", n=_digits(high + strict), unit=unit)
    given = best if best is not None else low
    return words.say("count", "exact", n=_digits(given), unit=unit) if given is not None else ""


def _digits(value: Number) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3g}"


def _exact(places: Sequence[Place]) -> list[Place]:
    """Those of which none is only the country of another."""
    inside = {one.country for one in places if not (one.ref or "").startswith("state:")}
    return [one for one in places if not ((one.ref or "").startswith("state:") and one.country in inside)]


def _place(words: Wording, place: Place) -> str:
    if (place.ref or "").startswith("state:"):
        return words.state(place.ref or "")
    name = plain(place.name)
    return (
        words.say("numbers", "aside", words=name, aside=words.state(place.country, bare=True))
        if place.country
        else name
    )


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    head = text[:_LONGEST].rsplit(" ", 1)[0]
    return head.rstrip(" ,;:") + " …"


def _inner(text: str, opening: str, closing: str) -> str:
    """Quotation marks inside a quotation are single ones; straight ones are turned to open and close in turn."""
    out, is_open = [], False
    for sign in text.translate(_INNER):
        if sign == '"':
            sign = "\1" if is_open else "\0"
        if sign == "\0":
            is_open = True
        elif sign == "\1":
            is_open = False
        out.append({"\0": opening, "\1": closing}.get(sign, sign))
    return "".join(out)
