"""Items of a list of demands: what opens the list holds for each of them, though it stands in a line of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clarion.extract.stance import held
from clarion.language.parse import parse
from clarion.model.nouns import Span
from clarion.model.vocabulary import StanceKind

_REACH = 1_500  # characters before an item within which the line that opens its list stands
_LONGEST_LEAD = 300
_LABEL = r"[ \t]*(?:[-–—•*·▪◦]|\(?(?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?)[ \t]+"
_ITEM = re.compile(rf"{_LABEL}\S")
_AT_LABEL = re.compile(rf"(?:{_LABEL}|[ \t]*)$")
_HEADING = re.compile(
    r"[#*_ ]*(?:our |key |the |main |nine |five |\d+ )*"
    r"(?:demands|recommendations|requests|asks|calls? to action)\b.{0,40}$"
    r"|[#*_ ]*(?:\w+ )?(?:orders?|reliefs?|remed(?:y|ies)|measures) (?:sought|requested|prayed for|claimed)\b.{0,40}$"
    r"|[#*_ ]*prayers? for relief\b.{0,40}$"
    r"|what (?:we|they|the \w+) (?:asks?|wants?|demands?|calls?|needs?|expects?|requests?)\b.{0,60}$"
    r"|what (?:must|should|needs? to|has to) (?:be done|happen|change)\b.{0,40}$"
    r"|(?:we|i) (?:therefore |hereby |now |urgently |again )*"
    r"(?:ask|demand|call|urge|appeal|request|insist|recommend|want|expect|beg)\b.{0,200}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"to (?:the |all |his |her |our |its )?[A-Za-z][^.;:\n]{2,90}?\s*:?$", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?"
    r"|appeal(?:s|ed|ing)? to|request(?:s|ed|ing)?|recommend(?:s|ed|ing|ations?)?|insist(?:s|ed|ing)?"
    r"|want(?:s|ed)?|expect(?:s|ed)?|beg(?:s|ged)?|implor(?:e|es|ed|ing)|press(?:es|ed|ing)?|exhort(?:s|ed)?"
    r"|should|must|petition(?:s|ed)?|demands|pray(?:s)?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:whether|why|how many|about|questions?|wrote|told)\b", re.IGNORECASE)
# "To the authorities: to inform …; to admit …"
_INLINE = re.compile(
    r"(?:To [^.;:\n]{3,90}|[^:;\n]{3,160}\b(?:urges?|asks?|calls? (?:up)?on|requests?|recommends?|demands?|appeals? to"
    r"|invites?|urged|asked|called (?:up)?on|requested|recommended|demanded)\b[^.:;\n]{0,90}):\s+"
    r"(?=(?:\(?[a-z0-9]{1,3}\) )?(?:not )?to [a-z])"
)
_INNER = re.compile(r"\(?[a-z0-9]{1,3}\)\s+")
# "What we ask is little: free those who remain, let the doctors in, and stop the raids"
_ASKED_OF = re.compile(
    r"(?:what (?:we|they|i|the \w+) (?:ask|want|demand|need|expect|request)|(?:our|their|the|my) (?:\w+ ){0,2}"
    r"(?:demands?|requests?|appeal|message|advice|plea)|(?:we|i|they) (?:therefore |now |all |only )*"
    r"(?:ask|demand|call|urge|appeal|request|want|expect|beg)\b|(?:three|two|four|five) things)"
    r"[^.:;?\n]{0,90}:\s+(?=[a-z])",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(
    r"(?:(?:and|or|also|then|please|finally|first|second|third|at once|immediately) )*"
    r"(?:release|free|let|stop|end|halt|allow|permit|give|grant|open|reopen|lift|drop|disclose|tell|publish|investigate"
    r"|prosecute|return|restore|withdraw|suspend|admit|bring|protect|respect|ensure|punish|arrest|charge|try|send|pay"
    r"|compensate|evacuate|repeal|annul|quash|cease|refrain|account|reveal|say|show|hand|receive|accept|take|resettle"
    r"|welcome|pass|sign|ratify|close|search|rescue|spare|leave|do not|never) "
)
_COMMA = re.compile(r"[,;]\s+")
_JOIN = re.compile(r"(?:(?:and|or|also|then|please|finally|first|second|third) )+")
_TO = re.compile(r"(?:(?:and|not|also|immediately|urgently) ){0,2}to [a-z]")
_THAT = re.compile(r"(?:and )?that\b", re.IGNORECASE)
_GERUND = re.compile(r"(?:not )?([A-Za-z]{2,}ing)\b", re.IGNORECASE)
_ANOTHER_TO = re.compile(r"(?:the |all |both |its |our )?[A-Za-z][\w’'-]*(?: [\w’'-]+){0,6}? (?:not )?to [a-z]")
_PHRASE = re.compile(
    r"(?:an?|the|no|full|free|safe|immediate|prompt|unconditional|independent|urgent|proper|fair|public|our|their|his|"
    r"her|access|respect|protection|compensation|justice|release|freedom|accountability|return|end|withdrawal)\b",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(r"[.!?]\s+([^.!?]*)$")
_SHORTEST_GERUND = 5  # letters: "halting", not "king" or "being"
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of a sentence that is asked for, and the words that ask for it, as if they stood before it."""

    start: int
    end: int
    lead: str


def asked_parts(text: str, span: Span) -> tuple[Asked, ...]:
    """The stretches of a sentence that a list of demands asks for; none outside such a list."""
    start, end = span
    if text.find(":", start, end) >= 0:
        inline = _INLINE.match(text, start, end)
        if inline is not None:
            return tuple(_stretches(text, inline.end(), end))
        asked = _ASKED_OF.match(text, start, end)
        if asked is not None:
            return tuple(_directives(text, asked.end(), end))
    return tuple(_stretches(text, start, end)) if _is_listed(text, start) else ()


def held_as_asked(text: str, parts: tuple[Asked, ...], position: int) -> tuple[str, bool]:
    """The rule by which a word at `position` is held as asked for in a list, and whether it is; "" where it is not."""
    for part in parts:
        if part.start <= position < part.end:
            joined = part.lead + text[part.start : part.end]
            stance, rule = held(parse(joined, (0, len(joined))), position - part.start + len(part.lead))
            return f"in a list of demands, {rule}", stance.stance is StanceKind.CALLED_FOR
    return "", False


def _stretches(text: str, start: int, end: int) -> Iterator[Asked]:
    """The parts of an item between semicolons, each with the words that would ask for it in a sentence."""
    first = start
    while start < end:
        stop = text.find(";", start, end)
        stop = end if stop < 0 else stop
        while start < stop and not text[start].isalnum() and text[start] != "(":
            start += 1
        label = _INNER.match(text, start, stop)
        start = label.end() if label is not None else start
        joined = _JOIN.match(text, start, stop) if start > first + 1 else None  # "…; and an inquiry"
        start = joined.end() if joined is not None else start
        lead = _words_of_asking(text[start:stop])
        if lead:
            yield Asked(start, stop, lead)
        start = stop + 1


def _directives(text: str, start: int, end: int) -> Iterator[Asked]:
    """The parts between commas of what is asked for behind a colon, from one word of command to the next."""
    cuts = [start, *(cut.end() for cut in _COMMA.finditer(text, start, end) if _DIRECTIVE.match(text, cut.end(), end))]
    for low, high in pairwise([*cuts, end]):
        command = _DIRECTIVE.match(text, low, high)
        if command is None:
            yield from _stretches(text, low, high)
        else:
            joined = _JOIN.match(text, low, high)
            yield Asked(joined.end() if joined else low, high, "We urge them to ")


def _words_of_asking(part: str) -> str:
    """ "We urge them " before an infinitive, "We demand " before a noun; "" before a sentence of its own."""
    if _TO.match(part):
        return "We urge them "
    if _THAT.match(part):
        return "We demand "
    gerund = _GERUND.match(part)
    if gerund is not None and len(gerund[1]) > _SHORTEST_GERUND:
        return "We recommend "
    another = _ANOTHER_TO.match(part)
    if another is not None and not _VERB.search(another[0]):
        return "We call on "
    return "We demand " if _PHRASE.match(part) and not _VERB.search(part) else ""


def _is_listed(text: str, start: int) -> bool:
    """Whether a sentence opens an item below a line that asks for what is listed."""
    line = text.rfind("\n", 0, start) + 1
    if line == 0 or not _AT_LABEL.fullmatch(text, line, start):
        return False
    labelled = bool(text[line:start].strip())
    lead = _lead(text[max(0, line - _REACH) : line], labelled=labelled)
    if not lead:
        return False
    last = _LAST_SENTENCE.search(lead)
    opening = (last[1] if last else lead)[-_LONGEST_LEAD:].strip()
    if opening[-1:] in ".!?;,":
        return False
    bare = opening.rstrip(": ")
    if _HEADING.match(bare) or _ADDRESS.fullmatch(opening):
        return True
    return bool(_ASKING.search(bare)) and not _TOLD.search(bare)


def _lead(before: str, *, labelled: bool) -> str:
    """The paragraph above the items of a list, in one line; "" where something else stands between."""
    block: list[str] = []
    for line in reversed(before.split("\n")[:-1]):
        bare = line.strip()
        if not bare:
            if block:
                break
            if not labelled:
                return ""
        elif _ITEM.match(line):
            if not labelled:
                return ""
            block = []  # what stood below goes on with this item
        else:
            block.insert(0, bare)
    return " ".join(block)
