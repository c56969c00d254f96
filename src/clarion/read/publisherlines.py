"""Lines of the head that name the publisher by their build: a paper with its issue, a court, a body among titles."""

import re
from collections.abc import Iterator
from itertools import pairwise

from clarion.model.vocabulary import RegionKind
from clarion.read.draft import Found
from clarion.read.gazetteer import is_known_place
from clarion.read.genres import is_genre
from clarion.read.lines import day_of_line, words_before
from clarion.read.names import bare, has_body_noun, is_body, is_person, leads_with_body_noun, names_a_state
from clarion.read.page import Page

LAST_LINES = 12

_BREAK = re.compile(r"\s*[|•·,]\s*|\s+[-–—/:]+\s+|:\s+")
_ASIDE = re.compile(r"\s*\((?P<aside>[^()]{2,60})\)\s*$")
# what a periodical, a station or a page says that it is
_MEDIUM = re.compile(
    r"\b(?:newspaper|newsletter|magazine|journal|podcast|channel|station|blog|weekly|monthly|quarterly|daily|broadcaster"
    r"|organ|website|portal|(?:news )?agency|zine|gazette|radio|show|programme|vlog|feed|journalism|bulletin)\b",
    re.I,
)
_MEDIUM_BEHIND = re.compile(
    r"(?P<name>[A-ZÀ-Þ].{2,50}?)\s+(?:magazine|newspaper|newsletter|podcast|blog|weekly|monthly|quarterly|website)\b"
)
_ISSUE = re.compile(
    r"(?:issue|edition|no\.?|nr\.?|n[°º]|vol(?:ume)?\.?|page|p\.|episode|ep\.?|week|number|year)\s*[\dIVX#][\w.()/ ]*"
    r"|#\d+|pages?\s[\w\d-]+|\w+ edition|letters? to the editor",
    re.I,
)
_NUMBERED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^#\d]{3,50}?),?\s+(?:#|no\.?\s|nr\.?\s|issue\s|edition\s|vol\.?\s)\s?\d{1,4}(?:/\d{2,4})?", re.I
)
_GIVEN = re.compile(r"\b(?:on|at|this|given|done|signed|issued|dated|sitting|session)\b", re.I)
_COURT = re.compile(
    r"(?:in|before)\s+(?:the\s+)?(?P<name>.{0,60}\b(?:court|tribunal|commission|chamber|council|committee)\b.{0,60})",
    re.I,
)
_FOR = re.compile(r"^for\s+(?=[A-ZÀ-Þ])", re.I)
_KIN = re.compile(r"(?:mother|father|wife|husband|sister|brother|daughter|son|widow|aunt|uncle)\s+of\b|.*,", re.I)
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,7}")
_JOINING = frozenset("of the and for de del la y et des du da do e".split())


def issue_line(page: Page) -> Iterator[Found]:
    """ "Border Kite, Issue 88", "Border Kite (podcast)", "Border Kite – student paper", "Kite — Port — 4 May 2024"."""
    for head in page.head.lines[:2]:
        text = head.line.bare
        if head.kind in (RegionKind.HEADER, RegionKind.BYLINE) or is_genre(text):
            continue
        medium = _MEDIUM_BEHIND.fullmatch(text)
        name = medium["name"] if medium is not None else _issued_name(text)
        if name is not None and is_body(name) and not is_genre(name) and not names_a_state(name):
            yield Found(name, "masthead")


def dated_first_line(page: Page, authors: list[str], *, sure: bool = False) -> Iterator[Found]:
    """ "Border Kite, 4 May 2024" at the very top, when the gazetteer knows no place of that name.

    `sure`: only a name with an article, or above a word for a kind of text; a village looks the same.
    """
    below = page.head.lines[1:2]
    titled = bool(below) and is_genre(below[0].line.bare)
    for head in page.head.lines[:1]:
        if sure and not (titled or head.line.bare.startswith("The ")):
            continue
        day = day_of_line(head.line.bare) if head.kind is RegionKind.DATELINE else None
        name = words_before(head.line.bare, day).strip(" ,–—-|(:·•") if day is not None else ""
        name = _ASIDE.sub("", _BREAK.split(name)[0]).strip()
        told = (
            is_body(name)
            and not _GIVEN.search(name)
            and not is_genre(name)
            and not any(author in name for author in authors)
        )
        if len(name.split()) > 1 and told and not is_known_place(name):
            yield Found(name, "masthead")


def dated_below(page: Page, authors: list[str]) -> Iterator[Found]:
    """ "Port Court Notes, 4 May 2024" below the by-line: a name of three words, or with the noun of a body.

    Between by-line and date line a name may stand alone.
    """
    lines = page.head.lines
    for number, (before, head) in enumerate(pairwise(lines)):
        if before.kind is not RegionKind.BYLINE:
            continue
        behind = lines[number + 2].kind if number + 2 < len(lines) else None
        alone = head.kind is RegionKind.HEADLINE and behind is RegionKind.DATELINE
        day = day_of_line(head.line.bare) if head.kind is RegionKind.DATELINE else None
        words = words_before(head.line.bare, day) if day is not None else head.line.bare if alone else ""
        words = words.strip(" ,–—-|(:·•")
        name = _FOR.sub("", words)
        told = len(name.split()) > 1 and not any(author in name for author in authors)
        if told and _is_paper(name, sure=alone or name != words, given=name != words):
            yield Found(name, "by-line")


def _is_paper(name: str, *, sure: bool, given: bool) -> bool:
    """Whether words below a by-line name a paper. `sure`: the build of the head says so; `given`: "for" does."""
    if not is_body(name) or _GIVEN.search(name) or is_genre(name) or is_known_place(name):
        return False
    return (given or not is_person(name)) and (sure or len(name.split()) > 2 or has_body_noun(name))


def court_line(page: Page) -> Iterator[Found]:
    """ "IN THE DISTRICT COURT OF PORT": the court that decides."""
    for head in page.head.lines[:4]:
        found = _COURT.fullmatch(head.line.bare)
        if found is not None and len(found["name"].split()) <= 10:
            yield Found(found["name"], "masthead")


def standing_body(page: Page) -> Iterator[Found]:
    """A line of the head that is the name of a body and nothing else, below a title."""
    for before, head in zip(page.head.lines, page.head.lines[1:], strict=False):
        text = head.line.bare
        addressed = before.line.bare.lower().startswith(("to ", "to:", "dear", "attn")) or is_known_place(text)
        named = len(text.split()) > 1 and is_body(text) and leads_with_body_noun(text) and not is_genre(text)
        if head.kind is RegionKind.HEADLINE and named and not addressed and not names_a_state(text):
            yield Found(text, "a line of the head")


def beside_author(page: Page, authors: list[str], *, dated: bool = False) -> Iterator[Found]:
    """ "Ana Prieto, Border Kite, 4 May 2024": what stands between the writer and the day; `dated`: only with a day."""
    for head in page.head.lines:
        if head.kind not in (RegionKind.BYLINE, RegionKind.DATELINE):
            continue
        day = day_of_line(head.line.bare)
        if dated and day is None:
            continue
        before = words_before(head.line.bare, day) if day is not None else head.line.bare
        parts = [bare(part) for part in _BREAK.split(before) if part and part.strip()]
        if len(parts) > 1 and any(author in parts[0] for author in authors):
            for part in parts[1:]:
                if (
                    (len(part.split()) > 1 or "|" in before)
                    and is_body(part)
                    and not is_genre(part)
                    and not is_known_place(part)
                ):
                    yield Found(part, "by-line")


def below_signature(page: Page, authors: list[str]) -> Iterator[Found]:
    """The body under the writer's name at the end, whatever its nouns: "Ana Prieto / Border Kite"."""
    last = page.body[-6:]
    for number, line in enumerate(last[:-1]):
        if not any(line.bare.startswith(author) for author in authors):
            continue
        for below in last[number + 1 : number + 4]:
            text = below.bare.rstrip(",")
            named = (1 < len(text.split()) <= 7 and is_body(text) and not is_person(text)) or has_body_noun(text)
            kin = _KIN.match(text) is not None
            if not below.after_gap and named and is_body(text) and not kin and not is_known_place(text):
                yield Found(text, "signature")


def spelled_out(initials: str, page: Page) -> str:
    """The whole name of an agency that a dateline gives by its initials, if the head or the end names it."""
    if not _INITIALS.fullmatch(initials):
        return initials
    lines = [*(head.line.bare for head in page.head.lines), *(line.bare for line in page.body[-LAST_LINES:])]
    for line in lines:
        for part in _BREAK.split(line):
            words = [word for word in (part or "").split() if word.lower() not in _JOINING]
            if len(words) == len(initials) and "".join(word[0] for word in words).upper() == initials and is_body(part):
                return part
    return initials


def _issued_name(text: str) -> str | None:
    numbered = _NUMBERED.fullmatch(text)
    if numbered is not None:
        return numbered["name"]
    aside = _ASIDE.search(text)
    if aside is not None and _MEDIUM.search(aside["aside"]):
        return text[: aside.start()].strip()
    parts = [part.strip() for part in _BREAK.split(text) if part and part.strip()]
    if len(parts) < 2:
        return None
    first = _ASIDE.sub("", parts[0])
    inner = _ASIDE.search(parts[0])
    told = inner is not None and _MEDIUM.search(inner["aside"]) is not None
    issued = any(_ISSUE.fullmatch(part) for part in parts[1:]) or (
        day_of_line(text) is not None and any(is_genre(part) for part in parts[1:])
    )
    tagged = parts[1][0].islower() and _MEDIUM.search(parts[1]) is not None
    strong = text.count(" — ") + text.count(" | ") + text.count(" · ") + text.count(" – ")
    dated = strong >= 2 and day_of_line(text) is not None and not is_person(first)
    return first if told or issued or tagged or dated else None
