"""Who is asked in letters and lists of demands, where the sentence of a demand does not name anybody."""

import re

from clarion.model.nouns import Party
from clarion.reference.states import find_state

_HEAD = 700  # characters within which a letter names its receiver
_LIST_REACH = 1_500  # characters before a list item within which the sentence that opens the list stands
_RECEIVER = re.compile(
    r"(?:\b[Ll]etter|\b[Aa]ppeal|\b[Pp]etition) to (?:the )?(?P<a>[A-Z][^\n,.:;()]{2,70})(?=[\n,.])"
    r"|^To:? (?:the )?(?P<b>[A-Z][^\n,:;()<]{2,70}?)[,:]?$"
    r"|^Dear (?P<c>[A-Z][^\n,:;()]{2,60})[,:]$",
    re.MULTILINE,
)
_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•*·]|\(?[a-z0-9]{1,2}[.)])[ \t]*$")
_LEAD = re.compile(
    r"\b(?:calls?|called|urges?|urged|asks?|asked|appeals?|appealed)\s(?:(?:up)?on\s|to\s)?"
    r"(?P<who>(?:the |all )?[A-Za-z][^\n.;:,]{2,60}?)(?:\sto)?\s*:?[ \t]*\n"
)
# "To the coast guard: …" at the head of a line, of a post or of a sentence within it
_TO = re.compile(r"(?:(?<=\n)|(?<=[.!?;/)*•–-] )|(?<![\s\S]))[Tt]o (?:the )?(?P<to>[A-Za-z][^\n.;:,()]{2,60}):(?=\s)")
_NOBODY = re.compile(r"(?:you|us|them|him|her|it|action|readers)\b", re.IGNORECASE)


def receiver_of(text: str) -> list[Party]:
    """The one whom a letter is written to, by its title, its "To" line or its greeting; else nobody."""
    found = _RECEIVER.search(text, 0, _HEAD)
    return [_party(found, found.lastgroup or "a")] if found else []


def lead_of_list(text: str, start: int) -> list[Party]:
    """The one asked by "To X:" before it in its line, or by the line that opens the list of an item at `start`."""
    line = text.rfind("\n", 0, start) + 1
    heads = list(_TO.finditer(text, line, start + 1)) if start - line <= _LIST_REACH else []
    if heads:
        return [_party(heads[-1], "to")]
    before = text[max(0, start - 12) : start]
    if not _ITEM.search(before):
        return []
    low = max(0, start - _LIST_REACH)
    leads = [one for one in _LEAD.finditer(text, low, start) if not _NOBODY.match(one["who"])]
    return [_party(leads[-1], "who")] if leads else []


def _party(found: re.Match[str], group: str) -> Party:
    name = found[group].strip()
    state = find_state(name.removeprefix("the "))
    ref = state.state.ref if state is not None and not state.demonym else None
    return Party(name, ref, (found.start(group), found.start(group) + len(name)))
