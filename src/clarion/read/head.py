"""The head of a document: which of its first lines are masthead, headline, by-line, date line or header fields."""

import re
from dataclasses import dataclass

from clarion.model.nouns import Region, Span
from clarion.model.vocabulary import RegionKind
from clarion.read.bylines import is_byline, is_lone_name, is_named_byline, placed_name
from clarion.read.datelines import Dateline, dateline_of
from clarion.read.gazetteer import is_known_place
from clarion.read.genres import is_genre, only_genre_follows, without_genre
from clarion.read.lines import LONGEST_HEAD_LINE, Line, day_of_line, yearless_day_of_line
from clarion.read.names import (
    has_body_noun,
    is_body,
    leads_with_body_noun,
    names_a_state,
    reads_like_a_headline,
)

# heads of real documents end within this many lines; a list of short lines goes on
LONGEST_HEAD = 24
# code points behind a dateline that make it the beginning of the text
SHORTEST_SENTENCE = 25

_FIELD = re.compile(
    r"(?:from|to|cc|bcc|re|subject|date|via|through|attn|attention|for|ref|reference|our ref|your ref"
    r"|classification|distribution"
    r"|sent|de|para|a|asunto|fecha|objet|von|an|betreff|datum|message[- ]id|reply[- ]to|in reply to"
    r"|contact|embargo(?:ed)?(?: until)?"
    r"|published(?: by| on)?|programme|program|show|station|channel|broadcaster|outlet|newspaper|publication"
    r"|organi[sz]ation|publisher|issued by|posted|updated|last updated|url|source|author|language|category|tags?"
    r"|location)\s*(?:\*\*)?(?:\s*[:|]|\t|\s{2})\s*(?:\*\*)?\s*\S",
    re.I,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]*_]*$")
_SECOND_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")
_GREETING = re.compile(
    r"(?:dear|to whom|colleagues|friends|sehr geehrte|liebe|estimad[oa]s?|querid[oa]s?|chers?|ch[èe]re"
    r"|madam|sir|your excellency|excellenc(?:y|ies))\b",
    re.I,
)
_ITEM = re.compile(r"(?:[-*•·–]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|[A-Z][A-Z .'\-]{1,40}:\s+\S|Q:|A:)")
# "Radio Shore, “The Morning Hour”"
_PROGRAMME = re.compile(r"(?<=\w),?\s+[“\"][^“”\"]{2,60}[”\"]$")
# "Mr Peter Anselm", "Minister of the Interior": whom a letter goes to
_ADDRESSEE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Hon|H\.?E|Sir|Madam|Dr|Prof)\b|\b(?:Minister|President|Governor|Ambassador|Secretary|Director"
    r"|Commissioner|Chair\w*|Mayor|Prefect|Street|Road|Avenue|Box)\b"
)
_HEADING = re.compile(r"#{1,6}\s")
_SPEAKER = re.compile(r"[A-Z][A-ZÀ-Þ .'’\-]{1,40}(?:\([^)]{1,40}\))?:\s+\S")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head and what it is."""

    line: Line
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document and the dateline of its first paragraph. `body_start` is a code point of the text."""

    lines: tuple[HeadLine, ...]
    body_start: int
    dateline: Dateline | None
    dateline_span: Span | None

    def of_kind(self, kind: RegionKind) -> list[str]:
        """The head's lines of one kind, without Markdown signs."""
        return [head.line.bare for head in self.lines if head.kind is kind]


def find_head(lines: list[Line], known: tuple[Region, ...] = ()) -> Head:
    """Tell the head from the body. Regions that the format itself marked are `known` and stay as they are."""
    marked = {region.span: region.kind for region in known}
    count = _head_length(lines, marked)
    kinds = _kinds(list(lines[:count]), marked)
    head = tuple(HeadLine(line, kind) for line, kind in zip(lines, kinds, strict=False))
    body = lines[count:]
    dateline, span = _first_dateline(body)
    end = lines[-1].span[1] if lines else 0
    return Head(head, body[0].span[0] if body else end, dateline, span)


def _first_dateline(body: list[Line]) -> tuple[Dateline | None, Span | None]:
    for line in body[:3]:
        dateline = dateline_of(line.text)
        if dateline is not None:
            return dateline, (line.span[0], line.span[0] + dateline.length)
    return None, None


def _head_length(lines: list[Line], marked: dict[Span, RegionKind]) -> int:
    for number, _line in enumerate(lines[:LONGEST_HEAD]):
        if not _is_head_line(lines, number, marked):
            return number
    # everything short: a list or a poem; only lines that surely belong to a head stay
    return min(len(lines), LONGEST_HEAD) if len(lines) > LONGEST_HEAD else max(len(lines) - 1, 0)


def _is_head_line(lines: list[Line], number: int, marked: dict[Span, RegionKind]) -> bool:
    line = lines[number]
    kind = marked.get(line.span)
    if kind is not None:
        return kind is not RegionKind.TABLE
    text = line.bare
    dateline = dateline_of(text)
    if dateline is not None and len(text) - dateline.length > SHORTEST_SENTENCE and _ENDS_SENTENCE.search(text):
        return False
    if day_of_line(text) is not None or _FIELD.match(text) or is_byline(text) or is_genre(text):
        return True
    if _HEADING.match(line.text) and number < 3:
        return True
    if not any(character.isalnum() for character in text):
        return True  # a rule across the page, or a table's
    if text.endswith(":") and _SECOND_SENTENCE.search(text):
        return False  # "The nine are still held. Their names:"
    if len(text) > LONGEST_HEAD_LINE or dateline is not None or _GREETING.match(text):
        return False
    if _ITEM.match(line.text) or _SPEAKER.match(text):
        return False
    if _ENDS_SENTENCE.search(text):
        # a headline may end in a full stop when it stands alone at the top
        return (
            number <= 2
            and line.after_gap
            and _stands_alone(lines, number)
            and len(text.split()) <= 20
            and not _SECOND_SENTENCE.search(text)
            and _more_follows(lines, number)
        )
    return not _is_wrapped(lines, number) and not _is_sub_head(lines, number)


def _more_follows(lines: list[Line], number: int) -> bool:
    return any(len(line.text) > len(lines[number].text) for line in lines[number + 1 : number + 3])


def _stands_alone(lines: list[Line], number: int) -> bool:
    return number + 1 >= len(lines) or lines[number + 1].after_gap


def _is_wrapped(lines: list[Line], number: int) -> bool:
    """A line of prose broken at some width: the next line follows at once and goes on with the sentence."""
    following = lines[number + 1 : number + 2]
    return (
        bool(following)
        and not following[0].after_gap
        and len(lines[number].text) > 50
        and following[0].text[:1].islower()
    )


def _is_sub_head(lines: list[Line], number: int) -> bool:
    """A numbered or capital heading after the head's own headline: the body has begun."""
    return number > 3 and lines[number].after_gap and bool(re.match(r"(?:\d+\.?\s|[IVX]+\.\s)", lines[number].text))


def _kinds(lines: list[Line], marked: dict[Span, RegionKind]) -> list[RegionKind]:
    kinds = [marked.get(line.span) or _sure_kind(line.bare) for line in lines]
    if kinds and kinds[0] is None and is_lone_name(lines[0].bare) and _dated_by_a_body(lines, kinds):
        kinds[0] = RegionKind.BYLINE
    name = _masthead_line(lines, kinds)
    for number, line in enumerate(lines):
        if (number == name and line.span not in marked) or (kinds[number] is None and _belongs(lines, number, name)):
            kinds[number] = RegionKind.MASTHEAD
        elif (
            kinds[number] is None
            and (RegionKind.HEADLINE in kinds[:number] or _stands_over_title(lines, kinds, number))
            and (is_lone_name(line.bare) or is_named_byline(line.bare) or placed_name(line.bare))
        ):
            kinds[number] = RegionKind.BYLINE
        elif kinds[number] is None:
            kinds[number] = RegionKind.HEADLINE
    return [kind for kind in kinds if kind is not None]


def _stands_over_title(lines: list[Line], kinds: list[RegionKind | None], number: int) -> bool:
    """A person's name between the date line and the title."""
    dated = RegionKind.DATELINE in kinds[:number] and number + 1 < len(kinds)
    if not dated or _ADDRESSEE.match(lines[number].bare) or _ADDRESSEE.search(lines[number + 1].bare):
        return False
    return kinds[number + 1] in (None, RegionKind.HEADLINE) and not is_known_place(lines[number].bare)


def _dated_by_a_body(lines: list[Line], kinds: list[RegionKind | None]) -> bool:
    """Whether a date line below names the paper, so that a name above the title is the writer's."""
    for line, kind in zip(lines, kinds, strict=True):
        name = line.bare.split(",")[0].split("|")[0].strip()
        if kind is RegionKind.DATELINE and leads_with_body_noun(name) and is_body(name):
            return True
    return False


def _sure_kind(text: str) -> RegionKind | None:
    if is_genre(text) or not any(character.isalnum() for character in text):
        return RegionKind.MASTHEAD
    if is_byline(text):
        return RegionKind.BYLINE
    if _FIELD.match(text):
        return RegionKind.HEADER
    if day_of_line(text) is not None or (yearless_day_of_line(text) is not None and len(text.split()) <= 6):
        return RegionKind.DATELINE
    return None


def _masthead_line(lines: list[Line], kinds: list[RegionKind | None]) -> int | None:
    """The number of the line that names the paper or body, or None."""
    free = [number for number, kind in enumerate(kinds) if kind is None]
    titled = [number for number, kind in enumerate(kinds) if kind is RegionKind.HEADLINE]
    if len(titled) >= 2 and titled[0] == 0 and is_body(lines[0].bare) and leads_with_body_noun(lines[0].bare):
        return 0  # a page that marks its own name as a heading, too
    dated = next((number for number, kind in enumerate(kinds) if kind is not RegionKind.MASTHEAD), None)
    if dated is not None and dated <= 2 and kinds[dated] is RegionKind.DATELINE:
        name = without_genre(lines[dated].bare.split(",")[0])
        if leads_with_body_noun(name) and is_body(name):
            return dated
    for number in free[:2]:
        line = lines[number].bare
        text = _PROGRAMME.sub("", without_genre(line))
        named = is_body(text) and (leads_with_body_noun(text) or only_genre_follows(line))
        if named and not _is_only_headline(lines, free, number) and not (number and is_named_byline(line)):
            return number
    if free and free[0] == 1 and kinds[0] is RegionKind.DATELINE and is_lone_name(lines[1].bare):
        return None  # the writer below "Shore Kite | Opinion | 4 May 2024"
    return _bare_name(lines, free)


def _is_only_headline(lines: list[Line], free: list[int], number: int) -> bool:
    """The one line that could be a headline, standing apart from the lines above: a headline, whatever its nouns."""
    return len(free) == 1 and number > 0 and lines[number].after_gap


def _bare_name(lines: list[Line], free: list[int]) -> int | None:
    """A first line without a head noun ("Karakum Bridge") is a name when a headline or a date follows it."""
    if not free or free[0] > 1:
        return None
    text = lines[free[0]].bare
    if not is_body(text) or reads_like_a_headline(text):
        return None
    longest = 6 if len(free) >= 2 else 5 if free[0] == 0 and len(lines) > 1 else 0
    return free[0] if len(text.split()) <= longest else None


def _belongs(lines: list[Line], number: int, name: int | None) -> bool:
    """A letterhead's further lines: the ministry under the state, the desk under the command."""
    if name is None or number != name + 1 or lines[number].after_gap:
        return False
    text = lines[number].bare
    return is_body(text) and (names_a_state(lines[name].bare) or has_body_noun(text)) and len(text.split()) <= 7
