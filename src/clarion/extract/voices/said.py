"""Somebody's words in a text, with spans: what the rules of one sentence become."""

from dataclasses import dataclass, field

from clarion.language.names import Name
from clarion.model.nouns import Span


@dataclass(slots=True)
class Said:
    """Somebody's words. `source` None: nobody is named. `kind` is the class of the cue (see `cues`)."""

    source: Span | None
    cue: Span | None
    contents: list[Span]
    kind: str
    lemma: str
    direct: bool
    mixed: bool = False
    addressee: Span | None = None
    paragraph: int = 0
    names: list[Name] = field(default_factory=list)
    voice: str | None = None
