"""Who answers in an interview that names nobody at its answers, and who calls herself by name in a turn of her own."""

import re

from clarion.extract.voices.mentions import person_before, person_beside
from clarion.language.names import Name, NameKind, voice_names
from clarion.language.quotes_turns import Turn, TurnKind

_TASTE = 160  # characters of a turn in which its speaker gives her name
_MOST_LINES = 12  # lines above the first question that may present who answers
_PROSE = re.compile(r"[^\n]{40,}[.!?:][\"”’]?[ \t]*$", re.MULTILINE)
_SENTENCE = re.compile(r"[^.!?\n]{12,}[.!?:]")
_SELF = re.compile(
    r"\b(?:[Mm]y name is|[Tt]his is|I am|I[’']m|[Tt]hey call me)\s"
    r"([A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3})(?=[.,;!]|\s(?:and|from|here|of|in)\b)"
)


def speaker_of(text: str, turn: Turn, first: int) -> Name | None:
    """The name of a turn's speaker; `first` is where the first turn of the text begins. None: nobody is named."""
    if turn.kind is TurnKind.ANSWER and turn.name is None:
        return presented(text, first)
    given = _SELF.search(text, turn.content[0], min(turn.content[1], turn.content[0] + _TASTE))
    if given is not None and (turn.name is None or len(turn.name.split()) == 1) and turn.kind is not TurnKind.QUESTION:
        return Name(given[1], given.span(1), NameKind.PERSON)
    if turn.name is None:
        return None
    told = voice_names(text, turn.label) if len(turn.name.split()) > 2 else []
    titled = len(told) == 1 and told[0].kind is NameKind.PERSON and turn.name.endswith(told[0].text)
    return told[0] if titled else Name(turn.name, turn.label, NameKind.PERSON)  # "Minister Ann Roe" is Ann Roe


def presented(text: str, end: int) -> Name | None:
    """The one person whom the lines above an interview present: "Ila Torv was a teacher in Aru. Since May …"."""
    names: dict[str, Name] = {}
    for line in list(_PROSE.finditer(text, 0, end))[-_MOST_LINES:]:
        for sentence in _SENTENCE.finditer(text, *line.span()):
            found = person_before(text, sentence.end(), sentence.start())
            known = [found[0][0]] if found is not None and found[0][0].kind is NameKind.PERSON else []
            beside = person_beside(text, sentence.end(), sentence.start())
            for name in [*known, *([beside] if beside else [])]:
                names.setdefault(name.text, name)
    whole = [name for name in names.values() if not any(_is_part(name, other) for other in names.values())]
    return whole[0] if len(whole) == 1 else None


def _is_part(name: Name, other: Name) -> bool:
    return name.text != other.text and set(name.text.split()) < set(other.text.split())
