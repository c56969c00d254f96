"""Bodies that speak through somebody: "the union, through its lawyer, Ann Roe", "Ann Roe, speaking for the union"."""

import re

from clarion.language.names import Name, NameKind, voice_names
from clarion.model.nouns import Span

_FOR = (
    r"(?:(?:who\s(?:speaks|spoke|was\sspeaking|acts|acted)|speaking|writing|acting|appearing)\s(?:for|on\sbehalf\sof)"
    r"|on\sbehalf\sof|in\sthe\sname\sof)\s"
)
_THROUGH = (
    r"(?:[Tt]hrough|[Vv]ia|[Bb]y\sway\sof|by\sthe\s(?:mouth|voice|pen)\sof)\s(?:(?:its|their|his|her|the|a|an)\s)"
)
# "Ann Roe, speaking for the union"
_BEHIND = re.compile(rf"(?P<person>[^,]+),\s{_FOR}(?P<body>[^,]+),?")
# "Speaking for the union, Ann Roe"
_AHEAD = re.compile(
    rf"(?:^|[.!?;]\s|\n)(?:{_FOR.replace('speaking|', '[Ss]peaking|').replace('|on', '|[Oo]n')})([^,.;\n]{{3,80}}),\s$"
)
# "the union, through its lawyer, Ann Roe"
_BY = re.compile(rf"(?P<body>[^,]+),\s{_THROUGH}(?P<rest>.+)")
_BY_AHEAD = re.compile(rf"(?:^|[.!?;]\s|\n){_THROUGH}[\w\s]{{3,40}},\s$")
_BODY_LEFT = re.compile(r"([^,.;:!?\n]{3,80}),\s(?:[Tt]hrough|[Vv]ia)\s$")
_REACH = 110  # characters before a source in which a body may be named


def behalf_names(text: str, source: Span) -> list[Name]:
    """The body and who speaks for it, the body first; empty where a source speaks for itself."""
    start, end = source
    whole = text[start:end].rstrip(" ,")
    behind = _BEHIND.fullmatch(whole)
    if behind is not None:
        return _joined(text, (start, behind.span("body")), (start, behind.span("person")))
    through = _BY.fullmatch(whole)
    if through is not None:
        return _joined(text, (start, through.span("body")), (start, through.span("rest")))
    before = text[max(0, start - _REACH) : start]
    last = before.rstrip().lower()
    if not last.endswith((",", "through", "via")):
        return []
    if not last.endswith(","):
        bare = not whole.lower().startswith(("its ", "their ", "the ", "a ", "his ", "her "))
        left = None if bare else _BODY_LEFT.search(before)
        return _joined(text, (start - len(before), left.span(1)), (start, (0, end - start))) if left else []
    ahead = _AHEAD.search(before)
    if ahead is not None:
        return _joined(text, (start - len(before), ahead.span(1)), (start, (0, end - start)))
    if _BY_AHEAD.search(before) is not None and "," in whole:
        cut = whole.rfind(",")
        return _joined(text, (start, (cut + 2, len(whole))), (start, (0, cut)))
    return []


def _joined(text: str, body: tuple[int, Span], person: tuple[int, Span]) -> list[Name]:
    """The names of a body and of its speaker; none unless both are named and the body is no pronoun."""
    bodies, people = (voice_names(text, (offset + span[0], offset + span[1])) for offset, span in (body, person))
    if not bodies or not people or bodies[-1].kind in (NameKind.PRONOUN, NameKind.PERSON):
        return []
    return [bodies[-1], people[-1]]
