"""Words of the text itself that give away who publishes it, when no masthead does."""

import re
from collections.abc import Iterator

from clarion.model.vocabulary import RegionKind
from clarion.read.boilerplate import about_name
from clarion.read.bylines import byline_rest, is_byline, people_in
from clarion.read.domains import name_for, own_label
from clarion.read.draft import Found
from clarion.read.genres import is_genre
from clarion.read.lines import Line
from clarion.read.names import NAME_WORDS, bare, has_body_noun, is_body, is_person, names_a_state
from clarion.read.page import Page

# code points of a line that are looked at, so that a hostile line costs no more than a long one
LONGEST_CLUE = 1_500
LAST_LINES = 12

_SPEECH = (
    r"(?:today |yesterday |strongly |firmly |categorically |once again |again |also |hereby |has |have "
    r"|is |are |was |were |deeply |gravely )*"
    r"(?:condemns?|condemned|welcomes?|welcomed|calls?|called|urges?|urged|demands?|demanded|deplores?"
    r"|deplored|denounces?|denounced|decries|decried|expresses|expressed"
    r"|announces?|announced|warns?|warned|appeals?|appealed|protests?|protested|rejects?|rejected|regrets?"
    r"|regretted|reports?|reported|says?|said|mourns?|mourned|asks?|asked"
    r"|alarmed|concerned|saddened|outraged|shocked|dismayed|appalled|documented|recorded|learned|learnt"
    r"|denies|denied|refutes|refuted|dismiss(?:es|ed)|informs?|informed|states|stated|recalls|recalled"
    r"|observes|believes"
    r"|wishes|considers|draws|follows|responds|responded|clarifies|clarified"
    r"|received|noted|notes|reiterates?|reiterated|confirms?|confirmed|established|publishes|published"
    r"|released|issued|launch(?:es|ed))\b"
)
_MET_BY = rf"(?:The\s+|the\s+)?(?P<name>{NAME_WORDS})(?:\s\([^)]{{2,20}}\))?"
_SPEAKS = re.compile(rf"(?:(?:Today|Yesterday|On \w+),?\s+)?{_MET_BY}(?:,[^,.]{{3,120}},)?\s+{_SPEECH}")
_SAID_BY = re.compile(
    rf",\s+(?:the\s+)?(?P<name>{NAME_WORDS})\s+(?:said|says|announced|reported|warned)(?:\s+(?:today"
    rf"|on \w+))?[.,]?$"
)
_IS_A = re.compile(rf"{_MET_BY}\s+(?:is|was)\s+(?:an?|the|founded|established|set up|created|registered)\b")
_SELF = re.compile(rf"\b[Ww]e,?\s+(?:at\s+|the\s+|of\s+){{1,3}}(?P<name>{NAME_WORDS})")
_WE = re.compile(r"\b[Ww]e,\s+(?P<name>(?:the\s+)?(?:[a-z]+\s+(?:and\s+)?){1,4}of\s+[^,;.:]{3,60}),")
_COLLECTIVE = re.compile(r"(?:The\s+)?[a-zA-Z]+(?:\s+and\s+[a-z]+)?\s+of\s+(?:the\s+)?[A-ZÀ-Þ].{2,60}")
_PEOPLE_OF = re.compile(rf"(?:The\s+)?([A-Za-z]+)\s+of\s+(?:the\s+)?{NAME_WORDS}")
_COPIES = re.compile(r"(?:cc|c\.c\.|cop(?:y|ies)(?:\s+to)?|distribution|distributed to|for information)\b", re.I)
_SIGNED_FOR = re.compile(
    r"^(?:signed\s+)?(?:for\s+and\s+)?(?:on\s+behalf\s+of|in\s+the\s+name\s+of|for|by)\s+(?:the\s+)?", re.I
)
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s*)?"
_COPYRIGHT = re.compile(rf"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:©\s*)?{_YEARS}(?:by\s+)?(?P<name>{NAME_WORDS})")
_ISSUED = re.compile(
    rf"\b(?:(?:[Ff]irst |[Oo]riginally )?[Pp]ublished in|(?:appeared|ran) in|(?:[Pp]ublished|[Ii]ssued|[Rr]eleased|"
    rf"[Cc]ompiled"
    rf"|[Pp]repared|[Pp]roduced|[Rr]ecorded|[Bb]roadcast|[Ss]tarted|[Oo]rgani[sz]ed|[Ii]nitiated|[Cc]onvened|[Hh]osted|PUBLISHED"
    rf"|ISSUED)\s+by:?)\s+(?:the\s+)?(?P<name>{NAME_WORDS})"
)
_REGISTERED = re.compile(r"\bregistered (?:charity|non-?profit|association|ngo|organi[sz]ation)\b", re.I)
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})|(?:https?://|"
    r"www\.)(?P<site>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
)
_ABOUT = re.compile(r"about(?: us)?\s*[.:]?\s*", re.I)
_SPOKEN_FOR = "the body that the text speaks for"


def can_publish(name: str) -> bool:
    """True for words that can name a publisher: a body, or a name of several words that is no state and no genre."""
    # "the Circle" is the short name of a body that goes by a longer one; initials stand alone
    named = len(name.split()) >= 2 or (len(name) >= 3 and name.isupper())
    return named and not is_genre(name) and not names_a_state(name) and len(name) <= 90


def speaking(page: Page) -> Iterator[Found]:
    """ "X condemns …" at the start of a press release: the release speaks of its own body by name."""
    dateline = page.head.dateline
    released = dateline is not None or any(is_genre(line) for line in page.head.of_kind(RegionKind.MASTHEAD))
    sure = released or any(_mentions_release(line) for line in page.body[-LAST_LINES:])
    for line in page.body[:2] if sure else ():
        start = dateline.length if dateline is not None and line is page.body[0] else 0
        text = line.text[start : start + LONGEST_CLUE].lstrip(' "“')
        found = _SPEAKS.match(text) or _SAID_BY.search(text)
        if found is not None and can_publish(found["name"]):
            yield Found(found["name"], _SPOKEN_FOR)
            return


def headline_speaker(line: str) -> str | None:
    """The body in "Shore Kite condemns the raids", of two words at least; one word alone is news of another."""
    found = _SPEAKS.match(line)
    return found["name"] if found is not None and can_publish(found["name"]) and not is_person(found["name"]) else None


def about(page: Page) -> Iterator[Found]:
    """ "About X", "ABOUT. X was founded in …"."""
    for line in _last(page, len(page.body) // 2 + 1):
        text = bare(line.text[:LONGEST_CLUE])
        name = about_name(text)
        if name is not None and can_publish(name) and "author" not in name.lower():
            yield Found(name, "the note about the publisher")
        label = _ABOUT.match(text)
        found = _IS_A.match(text[label.end() :]) if label is not None else None
        if found is not None and can_publish(found["name"]):
            yield Found(found["name"], "the note about the publisher")


def footer(page: Page) -> Iterator[Found]:
    """ "Published by X", "© 2023 X", "X is a registered charity"."""
    for line in [*(head.line for head in page.head.lines), *page.body[:1], *_last(page, LAST_LINES)]:
        text = line.text[:LONGEST_CLUE]
        for pattern, basis in ((_ISSUED, "the words that say who issued it"), (_COPYRIGHT, "copyright line")):
            found = pattern.search(text)
            # the owner of a page's rights is no person unless the page says "by"
            owner = pattern is _COPYRIGHT and found is not None and len(found["name"]) > 3
            medium = found is not None and found[0].split()[-len(found["name"].split()) - 1].lower() == "in"
            named = found is not None and (
                owner or (can_publish(found["name"]) and (medium or not people_in(found["name"])))
            )
            if found is not None and named and not is_genre(found["name"]) and found["name"] != "All":
                yield Found(found["name"], basis)
        found = _IS_A.search(text) if _REGISTERED.search(text) else None
        if found is not None:
            yield Found(found["name"], "footer")


def signature(page: Page) -> Iterator[Found]:
    """The body that signs at the end, or that a by-line gives behind the name."""
    for line in _signed(page):
        text = line.bare
        if len(text) < 100 and has_body_noun(text) and not text.endswith((".", "?", "!")) and not is_genre(text):
            name = _signing_body(text)
            if name is not None:
                yield Found(name, "signature")
    for line in [*(head.line for head in page.head.lines), *page.body[-8:]]:
        name = byline_rest(line.bare) if is_byline(line.bare) else None
        if name is not None and has_body_noun(name) and is_body(name):
            yield Found(name, "by-line")


def _signed(page: Page) -> list[Line]:
    """The last lines up to those that say who gets a copy."""
    last = page.body[-8:]
    copied = next((number for number, line in enumerate(last) if _COPIES.match(line.bare)), len(last))
    return last[:copied]


def collective(page: Page) -> Iterator[Found]:
    """ "The families of the Port Nine" at the very top: people who go by what they have in common."""
    for head in page.head.lines[:1]:
        found = _PEOPLE_OF.fullmatch(head.line.bare)
        if found is not None and has_body_noun(found[1]) and len(page.head.lines) > 1:
            yield Found(head.line.bare, "masthead")


def self_named(page: Page) -> Iterator[Found]:
    """ "We, the families of X, …"."""
    for line in page.body:
        found = _SELF.search(line.text[:400]) or _WE.search(line.text[:400])
        if found is not None and has_body_noun(found["name"]) and can_publish(found["name"]):
            yield Found(found["name"], _SPOKEN_FOR)
            return


def address(page: Page) -> Iterator[Found]:
    """The owner of the sender's address, else of an address near the end."""
    sender = page.metadata.sender_domain
    texts = [line.text[:LONGEST_CLUE] for line in _last(page, LAST_LINES)]
    domains = [sender] if sender else [m["domain"] or m["site"] for text in texts for m in _ADDRESS.finditer(text)]
    for domain in domains:
        label = own_label(domain)
        if label is not None:
            name = name_for(label, page.text)
            if name is not None or sender:
                yield Found(name or domain, "the sender's address" if sender else "the address at the end")


def _mentions_release(line: Line) -> bool:
    return bool(_REGISTERED.search(line.text[:LONGEST_CLUE])) or about_name(line.text[:LONGEST_CLUE]) is not None


def _last(page: Page, count: int) -> list[Line]:
    return [*page.body[-count:], *page.apart[-LAST_LINES:]]


def _signing_body(text: str) -> str | None:
    """The body in "Shore Network", "For the Shore Network", "Ana Prieto, Shore Network"."""
    parts = [_SIGNED_FOR.sub("", part.strip()) for part in text.partition(":")[0].split(",")]
    if is_person(parts[0]):
        parts = parts[:0:-1]
    return next(
        (part for part in parts if has_body_noun(part) and (is_body(part) or _COLLECTIVE.fullmatch(part))), None
    )
