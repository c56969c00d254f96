"""Who wrote a document: by-lines, memo and mail senders, signatures, closing notes."""

import re

from clarion.model.nouns import Span
from clarion.model.vocabulary import RegionKind
from clarion.read.bylines import (
    byline_names,
    dated_names,
    is_author_note,
    is_byline,
    is_closing,
    is_named_byline,
    note_about,
    people_in,
    placed_name,
    signed_names,
    stating_names,
)
from clarion.read.draft import Found
from clarion.read.gazetteer import is_known_place
from clarion.read.genres import titled_body
from clarion.read.lines import Line, day_of_line, words_before
from clarion.read.names import has_body_noun, is_person
from clarion.read.page import Page

# a signature block or closing note stands within this many lines of the end
LAST_LINES = 10
# a longer list of signatories signs a document, but did not write it
MOST_AUTHORS = 6
LONGEST_NOTE = 700
LAST_NOTES = 3

SHORT_PARTING = 5
LONGEST_SIGNATURE = 90
# the end of a sentence of some length, or an item of a list
_PROSE = re.compile(r"(?:\S+\s+){6,}\S*[.!?]\W*$|^(?:[-•*·]|\d+[.)]|P\.?S\.?)\s")
_SPOKESPERSON = re.compile(r"(?:Spokes(?:person|man|woman)|Speaker|Briefer)\b[^:|]{0,80}:\s+(?P<names>\S.*)", re.I)
# "The Prefect", "President of the Council"
_OFFICE = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w'’-]*\s+){0,3}?(?:Prefect|Governor|Minister|President|Secretary|Spokesperson"
    r"|Director|Chair(?:man|woman|person)?|Commander|Mayor|Ambassador|Registrar|Clerk|Bishop|Coordinator|Rapporteur)"
    r"(?:[ -]General)?(?:\s+of\s[^.,:]{2,60})?,?"
)
_BISHOP = re.compile(r"[+✠†]\s?\w+")
_ALONE = re.compile(r"\b(?:I|I'm|I’m|[Mm]y|me)\b")
_NOBODY = frozenset(
    ("admin", "administrator", "webmaster", "editor", "editors", "staff", "guest", "newsroom", "press", "web")
)
_BULLETS = "•*_-–—·"

_FROM = re.compile(r"(?:from|de|von|author|by)\s*(?:\*\*)?(?:\s*[:|]|\t|\s{2})\s*(?:\*\*)?\s*(?P<value>\S.*)", re.I)
_LABEL = re.compile(
    r"\W*(?:Author|Authors|By|Text|Words|Reporting|Report|Writing|Reported|Compiled|Drafted|Prepared|Observer|Interview"
    r"|Interviewer|Rapporteur|Recorded|Documented|Minutes taken|Taken|Filed"
    r"|Written|Signed)(?:\s+by\b|\s*:)"
)
# "Posted on May 4, 2024 by A": the date between the word and "by"
_DATED_BY = re.compile(
    r"^(posted|published|written|filed|submitted|reported)\s+(?:on\s+)?[^|]{0,30}?\d{4}[^|]{0,12}?\sby\b", re.I
)
_TURN = re.compile(r"(?P<name>[^\W\d_][^\n():,]{3,50}?)(?:\s*\([^()\n]{2,60}\))?\s*:")
_AND_OTHERS = re.compile(r"\s+(?:and|with|,)\s+(?:agencies|staff|wires|correspondents)\b.*", re.I)
_SEGMENT = re.compile(
    r"\s[|·•–—]\s|(?<=\w\w[.;])\s+(?=[A-Z])|;\s+"
    r"|,\s+(?=(?:prepared|drafted|written|compiled|reported|text|words|story|by)\b)"
)


def find_authors(page: Page) -> tuple[Found, ...]:
    """The authors as written, in the order of the text; the first place that names any counts."""
    for names, basis in (
        (
            [name for author in page.metadata.authors for name in _plain_authors(author.value)],
            page.metadata.authors[0].basis if page.metadata.authors else "",
        ),
        (_head_names(page), "by-line"),
        (_memo_names(page), "the field From"),
        (_office_names(page), "title"),
        (_signature_names(page.body), "signature"),
        (_note_names(page.body), "the closing note about the author"),
        (_labelled_names(page.body), "by-line"),
        (_dated_names(page), "by-line"),
        (_speaker_names(page), "the only speaker"),
    ):
        unique = list(dict.fromkeys(names))
        if basis == "signature" and len(unique) > MOST_AUTHORS:
            continue
        if unique:
            return tuple(Found(name, basis) for name in unique[:MOST_AUTHORS])
    return ()


def authorship_spans(lines: list[Line]) -> list[Span]:
    """Lines near the end that only say who wrote: signatures, closing notes, "(Reporting by …)"."""
    spans = [line.span for line in _signature_block(lines)]
    spans += [line.span for line, _ in _notes(lines)]
    for line in lines[-LAST_LINES:]:
        if is_author_note(line.bare) or _LABEL.match(line.text) or is_byline(line.bare):
            spans.append(line.span)
    return sorted(set(spans))


def _memo_names(page: Page) -> list[str]:
    for text in page.head.of_kind(RegionKind.HEADER):
        found = _FROM.match(text)
        if found is not None:
            value = found["value"].strip("* ")
            parts = [part.strip(" )>]") for part in re.split(r"[(,<\[;|]", value)]
            return [name for part in parts for name in people_in(part)]
    return []


def _signature_block(lines: list[Line]) -> list[Line]:
    """The last lines after a closing ("Yours sincerely"), or a last block that begins with a name on its own line."""
    first = max(len(lines) - LAST_LINES, 0)
    for number in range(first, len(lines)):
        if is_closing(lines[number].text) or _is_parting(lines, number):
            while number > 0 and not lines[number].after_gap and is_person(_plain_name(lines[number - 1])):
                number -= 1
            return _short_run(lines, number)
    for number in range(max(first, 1), len(lines)):
        line = lines[number]
        if (
            line.after_gap
            and not lines[number - 1].text.endswith(":")
            and _opens_signature(lines, number)
            and len(_short_run(lines, number)) == len(lines) - number
        ):
            return lines[number:]
    return []


def _opens_signature(lines: list[Line], number: int) -> bool:
    """A name, alone or with its office; or the day and the office, with the name right below."""
    while number + 1 < len(lines) and (
        _is_closing_day(lines[number]) or _OFFICE.fullmatch(lines[number].bare) or _BISHOP.fullmatch(lines[number].bare)
    ):
        number += 1
        if lines[number].after_gap and not is_person(_plain_name(lines[number])):
            return False
    line = lines[number]
    name = _plain_name(line)
    body = has_body_noun(line.bare) and not is_named_byline(line.bare) and not byline_names(line.bare)
    return is_person(name) and not body and not _is_place(name, lines[:number]) and not is_known_place(name)


def _is_closing_day(line: Line) -> bool:
    return len(line.text) <= LONGEST_SIGNATURE and day_of_line(line.text) is not None


def _is_parting(lines: list[Line], number: int) -> bool:
    """Few words of their own that end in a comma, and a name alone on the next line: "I kiss you, / Ana Prieto"."""
    text, following = lines[number].text, lines[number + 1 : number + 2]
    short = text.endswith(",") and len(text.split()) <= SHORT_PARTING and number + 3 >= len(lines)
    return short and bool(following) and is_person(_plain_name(following[0]))


def _is_place(name: str, lines: list[Line]) -> bool:
    """True when the words stand as a place, or as part of a longer name, in the text above."""
    used = re.compile(rf"\b(?:in|at|from|near|of|en|[A-ZÀ-Þ][a-zà-ÿ]+)\s+{re.escape(name)}\b")
    return any(used.search(line.text[:2000]) for line in lines)


def _plain_name(line: Line) -> str:
    return _AND_OTHERS.sub("", line.bare.split(",")[0]).strip()


def _short_run(lines: list[Line], number: int) -> list[Line]:
    run: list[Line] = []
    for line in lines[number:]:
        if run and (len(line.text) > LONGEST_SIGNATURE or _PROSE.search(line.text)):
            break
        run.append(line)
    return run


def _signature_names(lines: list[Line]) -> list[str]:
    block = _signature_block(lines)
    return signed_names([line.text for line in block if not is_closing(line.text) or ":" in line.text])


def _notes(lines: list[Line]) -> list[tuple[Line, str]]:
    """The closing notes that present the author, with the name.

    Whoever is presented at the end but was spoken of before is quoted, and did not write; a bullet among
    bullets is an item of a list.
    """
    found = []
    for number in range(max(len(lines) - LAST_NOTES, 0), len(lines)):
        line = lines[number]
        name = note_about(line.bare) if len(line.text) <= LONGEST_NOTE else None
        if name is None:
            continue
        listed = line.text[0] in _BULLETS and number > 0 and lines[number - 1].text[0] in _BULLETS
        if not listed and (line.text[0] in _BULLETS or not _mentioned(name, lines[:number])):
            found.append((line, name))
    return found


def _mentioned(name: str, lines: list[Line]) -> bool:
    surname = name.split()[-1]
    return any(surname in line.text for line in lines)


def _note_names(lines: list[Line]) -> list[str]:
    return [name for _, name in _notes(lines)]


def _head_names(page: Page) -> list[str]:
    kinds = (RegionKind.BYLINE, RegionKind.DATELINE)
    lines = [head.line.bare for head in page.head.lines if head.kind in kinds and titled_body(head.line.bare) is None]
    lines = [_DATED_BY.sub(r"\1 by", line) for line in lines]
    named = [name for line in lines for part in _SEGMENT.split(line) for name in byline_names(part)]
    return named or [name for line in page.head.of_kind(RegionKind.BYLINE) for name in placed_name(line)]


def _dated_names(page: Page) -> list[str]:
    """ "Ana Prieto | 4 May 2024", "Ana Prieto @ana · 4 May 2024", "Ana Prieto, Shore Post, 4 May 2024"."""
    for number, head in enumerate(page.head.lines):
        text = head.line.bare
        day = day_of_line(text) if head.kind is RegionKind.DATELINE and titled_body(text) is None else None
        names = dated_names(words_before(text, day), below_title=number > 0) if day is not None else []
        signed = number > 0 or ("@" in text and _speaks_alone(page))
        if names and signed and not any(is_known_place(name) for name in names):
            return names
    return []


def _speaks_alone(page: Page) -> bool:
    """Whether the text says "I" or "my": the account of a person, not of a body."""
    return any(_ALONE.search(line.text[:LONGEST_NOTE]) for line in page.body)


def _plain_authors(stated: str) -> list[str]:
    """The people in the words of a meta tag; "admin", the newsroom and the body itself are nobody."""
    people = byline_names(stated) or people_in(stated)
    nobody = stated.strip().lower() in _NOBODY or has_body_noun(stated)
    return people or ([] if nobody else [stated])


def _office_names(page: Page) -> list[str]:
    """ "Statement by the director, Ana Prieto", "Spokesperson: Ana Prieto" above words that are not a talk in turns."""
    for head in page.head.lines:
        text = head.line.bare
        spoken = _SPOKESPERSON.match(text)
        names = people_in(spoken["names"]) if spoken is not None else stating_names(text)
        if names and not _takes_turns(names[0], page):
            return names
    return []


def _takes_turns(name: str, page: Page) -> bool:
    turn = re.compile(rf"[^:\n]{{0,40}}\b{re.escape(name.split()[-1])}\b[^:\n]{{0,40}}:\s", re.I)
    return any(turn.match(line.text) for line in page.body)


def _speaker_names(page: Page) -> list[str]:
    """ "Ana Prieto (Shore North):" on a line of its own above a speech; two such lines make a debate."""
    lines = [*(head.line for head in page.head.lines), *page.body]
    turns = [found for line in lines if (found := _TURN.fullmatch(line.text[:LONGEST_SIGNATURE])) is not None]
    return [turns[0]["name"]] if len(turns) == 1 and is_person(turns[0]["name"]) else []


def _labelled_names(lines: list[Line]) -> list[str]:
    """ "Author: A" near the top, "(Reporting by A in X)" and "Prepared by A" near the end."""
    found = []
    for line in [*lines[:3], *lines[-LAST_LINES:]]:
        for part in _SEGMENT.split(line.bare.strip("()")[:LONGEST_NOTE]):
            if _LABEL.match(part):
                found += byline_names(part)
    return found
