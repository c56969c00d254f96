"""Who publishes a document: the first of several places that names a body, with the words that say which."""

import re
from collections.abc import Callable, Iterator

from clarion.model.vocabulary import RegionKind
from clarion.read.bylines import is_byline, people_in
from clarion.read.draft import Found
from clarion.read.gazetteer import is_known_place
from clarion.read.genres import is_genre, titled_body, without_genre
from clarion.read.lines import day_of_line, words_before
from clarion.read.names import NAME_WORDS, has_body_noun, is_body, is_person, leads_with_body_noun, names_a_state
from clarion.read.page import Page
from clarion.read.publisherclues import (
    about,
    address,
    collective,
    footer,
    headline_speaker,
    self_named,
    signature,
    speaking,
)
from clarion.read.publisherlines import (
    below_signature,
    beside_author,
    court_line,
    dated_below,
    dated_first_line,
    issue_line,
    spelled_out,
    standing_body,
)

LONGEST_NAME = 120
LONGEST_LINE = 2_000
# fields that may name a part of the publisher, or where its words come from
_SMALL = frozenset("of by from on about concerning regarding to in following after the and for at".split())
_ANOTHERS = ("programme", "program", "show", "source")

_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
_SEGMENT = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+")
# "STAND WITH THE FAMILIES OF ARU": a heading in capitals that tells the reader to do something is no name
_TELLS = re.compile(
    r"(?:STAND|FREE|SAVE|STOP|END|RELEASE|JOIN|SUPPORT|DEFEND|PROTECT|BRING|SEND|HELP|WRITE|SIGN|ACT|DEMAND|LET|KEEP|PRAY"
    r"|REMEMBER|BOYCOTT|REFUSE|RESIST|SPEAK|OPEN|CLOSE)\s(?:\S+\s){2}"
)

_FROM = re.compile(r"(?P<key>from|de|von)\s*(?:\*\*)?(?:\s*[:|]|\t|\s{2})\s*(?:\*\*)?\s*(?P<value>\S.*)", re.I)
_SOURCE = re.compile(
    r"(?P<key>source|published by|issued by|publisher|programme|program|show|station|channel|broadcaster"
    r"|outlet|newspaper"
    r"|publication|organi[sz]ation)\s*(?:\*\*)?(?:\s*[:|]|\t|\s{2})\s*(?:\*\*)?\s*(?P<value>\S.*)",
    re.I,
)
_FIELD_BREAK = re.compile(r"\s*[(),<>\[\];|]\s*|\s+[-–—/]\s+")
# parts of a body that sign for it
_UNIT = re.compile(r"\b(?:desk|unit|department|section|division|team|office|secretariat|registry)\b", re.I)
# what follows the name of a periodical in its title
_ISSUE = re.compile(
    r"(?:(?:issue|no\.?|week|vol\.?|edition)\s*\d+|(?:\d{1,2}\s*[-–]\s*)?(?:\d{1,2}\s+)?(?:early |mid-|late )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)"
    r"(?:\s+\d{1,2})?)(?:,?\s+(?:19|20)\d\d)?",
    re.I,
)
# a line that holds a date alone names nobody
_TIME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|[\W\d_])+",
    re.I,
)
# behind a name: "Shore Radio @shoreradio", "Shore FM, “Good Morning”", "© 2024 Shore Network. All rights reserved"
_SPOKEN = re.compile(r"^Spokes\w+ (?:for|of)\s+(?:the\s+)?|\s+\d{2,4}(?:[.,]\d)?\s?[FA]M$", re.I)
_TAIL = re.compile(r"\s+\|\s|:\s+(?=[A-Z])|\s+\(?@\w|,?\s+[“\"]|(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
_WORKS = (
    r"(?:report|statement|declaration|communiqu[ée]|bulletin|newsletter|(?:press |news )?release|letter|submission"
    r"|observations|findings|circular|note|update|alert|appeal|journal|magazine|newspaper|organ|petition|message|reply"
    r"|response|reaction|comments?|remarks|announcement|complaint|denunciation|testimony)"
)
_WORK_OF = re.compile(
    rf"(?:[\w’'-]+\s+){{0,4}}?(?i:{_WORKS})\s+(?i:of|by|from)\s+(?i:the\s+)?"
    rf"(?P<name>(?:[a-z]+\s+of\s+(?:the\s+)?)?{NAME_WORDS}(?:\s[a-z]+(?=$))?)"
    r"(?:[\s,(–-]*(?:19|20)\d\d\W*|,?\s+(?:on|about|concerning|regarding|to|in|following|after)\s.*|,\s.*|\s+and\s.*)?"
)
_LETTER_FROM = re.compile(r"from\s+(?:the\s+)?(?P<name>(?!our\b|an?\b)\S[^.:;!?]{3,90})", re.I)
_ADDRESSED = re.compile(rf"(?P<name>{NAME_WORDS})\s+to\s+(?:the|all|our)\s+\w[^.:;!?]{{3,90}}")
_BY_BODY = re.compile(r"(?i:by|for|on\s+behalf\s+of)\s+(?:[Tt]he\s+)?(?P<name>[A-ZÀ-Þ][^.:;!?]{3,90})")
_SENT_BY = re.compile(
    r"(?i:.{0,60}?\b(?:letter|appeal|petition|message|call|complaint)\b.{0,80}?\s(?:from|by)\s+(?:the\s+)?)"
    r"(?P<name>\S[^.:;]{3,90})"
)


def find_publisher(page: Page, authors: tuple[str, ...] = ()) -> Found | None:
    """The publisher as written, or None. Places are asked in order of trust; the first answer counts.

    Nobody publishes under the name of one of the `authors`.
    """
    writers = list(authors)
    # the head names the paper; the signature of a writer, the body that she belongs to
    above: tuple[Callable[[Page], Iterator[Found]], ...] = (
        lambda asked: beside_author(asked, writers, dated=True),
        lambda asked: dated_below(asked, writers),
        lambda asked: dated_first_line(asked, writers, sure=True),
    )
    beside: tuple[Callable[[Page], Iterator[Found]], ...] = (
        lambda asked: beside_author(asked, writers),
        lambda asked: below_signature(asked, writers),
        lambda asked: dated_first_line(asked, writers),
    )
    at = _PLACES.index(signature)
    for place in (*_PLACES[:at], *above, *_PLACES[at:], *beside, address):
        for found in place(page):
            if found.value in authors:
                continue
            name = _whole_name(found.value)
            if name in authors or _TIME.fullmatch(name):
                continue
            if 2 <= len(name) <= LONGEST_NAME:
                return Found(_as_in_text(name, page.text), found.basis)
    return None


def _whole_name(words: str) -> str:
    """A name without its handle, the programme in quotation marks behind it, and the sentence that follows it."""
    name = _TAIL.split(_SPOKEN.sub("", words), maxsplit=1)[0]
    return name.strip(' ,.;:–—-*_#|"“”')


def _stated(page: Page) -> Iterator[Found]:
    if page.metadata.publisher is not None:
        yield page.metadata.publisher


def _field(page: Page) -> Iterator[Found]:
    """The body behind "From:" in a memo, or behind "Station:" above a transcript."""
    for text in page.head.of_kind(RegionKind.HEADER):
        sender, source = _FROM.match(text), _SOURCE.match(text)
        found = sender or source
        if found is None or (found["key"].lower() in _ANOTHERS and _named_masthead(page)):
            continue
        values = _FIELD_BREAK.split(found["value"].strip("* "))
        parts = [part for part in values if is_body(part) and not is_person(part)]
        bodies = [part for part in parts if has_body_noun(part)]
        if len(bodies) > 1 and _UNIT.search(bodies[0]):
            bodies.pop(0)
        if not parts and has_body_noun(found["value"]) and not any(is_person(value) for value in values):
            parts = [found["value"].strip("* ")]  # "From: mothers of the detained"
        for name in bodies[:1] or parts[:1]:
            yield Found(name, f"the field {found['key']}")


def _named_masthead(page: Page) -> bool:
    """Whether a line of the masthead names a body: a station goes before its programme."""
    return any(not is_genre(line) and is_body(line) for line in page.head.of_kind(RegionKind.MASTHEAD))


def _masthead(page: Page) -> Iterator[Found]:
    lines = [head.line.bare for head in page.head.lines if head.kind is RegionKind.MASTHEAD]
    names = [line for line in lines if not is_genre(line) and any(character.isalnum() for character in line)]
    names = [line for line in names if not _TELLS.match(line)] or names
    if len(names) == 1 and _TELLS.match(names[0]) and _named_elsewhere(page):
        names = []
    if len(names) > 1 and names_a_state(names[0]) and has_body_noun(names[1]):
        names.pop(0)  # the letterhead's ministry speaks, not the whole state
    for line in names[:1]:
        work = _WORK_OF.fullmatch(line)
        told = work is not None and has_body_noun(work["name"])
        yield Found(work["name"] if work is not None and told else _trimmed(line), "masthead")
    for line in page.head.of_kind(RegionKind.DATELINE)[:1]:
        titled = titled_body(line)
        if titled is not None and is_body(titled):
            yield Found(titled, "masthead")
    for head in page.head.lines[:4]:
        name = _trimmed(head.line.bare) if head.kind is RegionKind.DATELINE else ""
        if leads_with_body_noun(name) and is_body(name) and not is_genre(name):
            yield Found(name, "masthead")


def _named_elsewhere(page: Page) -> bool:
    """Whether another line of the head names a body: "From the Circle of Families", "Families' Circle, 4 May 2024"."""
    for head in page.head.lines:
        sender = _LETTER_FROM.fullmatch(_undated(head.line.bare))
        if sender is not None and has_body_noun(sender["name"]):
            return True
        if head.kind is RegionKind.DATELINE and leads_with_body_noun(_trimmed(head.line.bare)):
            return True
    return False


def _agency(page: Page) -> Iterator[Found]:
    if page.head.dateline is not None and page.head.dateline.agency:
        yield Found(spelled_out(page.head.dateline.agency, page), "dateline")


def _work_of(page: Page) -> Iterator[Found]:
    """ "Annual report of the X", "Open letter from X", "From the families of X"."""
    for head in page.head.lines:
        text = _small_words(_undated(head.line.bare))
        patterns = (_WORK_OF, _LETTER_FROM, _ADDRESSED, _SENT_BY, _BY_BODY)
        found = next((match for pattern in patterns if (match := pattern.fullmatch(text)) is not None), None)
        if found is None or is_genre(found["name"]):
            continue
        if has_body_noun(found["name"]) and not people_in(found["name"]):
            yield Found(found["name"], "title")


def _headline_speaker(page: Page) -> Iterator[Found]:
    """ "SHORE KITE denounces raids" above a text that names Shore Kite again as the one who speaks or is reached."""
    for line in page.head.of_kind(RegionKind.HEADLINE)[:2]:
        name = headline_speaker(line)
        if name is not None and not names_a_state(name) and not is_known_place(name):
            told = [text.text for text in [*page.body[:2], *page.body[-4:], *page.apart[-4:]]]
            if line.startswith(name) and (name.isupper() or any(name in text for text in told)):
                yield Found(name, "title")


def _small_words(line: str) -> str:
    """A line in capitals with its small words in small letters, so that a name ends where it ends."""
    if not line.isupper():
        return line
    return " ".join(word.lower() if word.lower() in _SMALL else word for word in line.split())


def _titled(page: Page) -> Iterator[Found]:
    """ "Shore Network: call for a march" above a text that says "we"; "Shore Digest: January 2025"."""
    speaks = any(_WE.search(line.text[:LONGEST_LINE]) for line in page.body)
    for line in page.head.of_kind(RegionKind.HEADLINE)[:1]:
        name, colon, rest = line.partition(": ")
        named = leads_with_body_noun(name) and is_body(name) and len(name.split()) > 1
        if colon and rest and named and (speaks or _ISSUE.fullmatch(rest)):
            yield Found(name, "title")


def _by_line(page: Page) -> Iterator[Found]:
    """ "By Ana Prieto | Shore Network | 4 May 2024", "4 May 2024 | SHORE WIRE | PORT"."""
    for head in page.head.lines:
        if head.kind in (RegionKind.BYLINE, RegionKind.DATELINE):
            for part in _SEGMENT.split(head.line.bare):
                named = leads_with_body_noun(part) and is_body(part) and not is_genre(part)
                if named and not is_byline(part) and day_of_line(part) is None:
                    yield Found(part, "by-line")


def _weakly_stated(page: Page) -> Iterator[Found]:
    if page.metadata.weak_publisher is not None:
        yield page.metadata.weak_publisher


_PLACES: tuple[Callable[[Page], Iterator[Found]], ...] = (
    _stated, _field, court_line, _masthead, collective, _agency, _work_of, _by_line, speaking, about, footer, signature,
    self_named, _titled, issue_line, standing_body, _weakly_stated, _headline_speaker,
)  # fmt: skip


def _undated(line: str) -> str:
    """What stands before a line's date; the line itself when it has none or begins with it."""
    day = day_of_line(line)
    before = words_before(line, day).strip(" ,–—-|(:·•") if day is not None else ""
    return before or line


def _trimmed(line: str) -> str:
    """A masthead without its date, place and genre."""
    if day_of_line(line) is None:
        return without_genre(line)
    before = _undated(line)
    return without_genre(without_genre(before).split(",")[0].strip())


def _as_in_text(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere in small letters, if it does."""
    if not name.isupper():
        return name
    for found in re.finditer(re.escape(name), text, re.I):
        if not found[0].isupper() and not found[0].islower():
            return found[0]
    return name
