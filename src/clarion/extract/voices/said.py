"""Somebody's words: in tokens of a sentence, as the rules find them, and in spans of the text."""

from dataclasses import dataclass, field

from clarion.extract.voices.phrases import Range
from clarion.extract.voices.units import Unit
from clarion.language.names import Name
from clarion.model.nouns import Span

THROUGH = "C"  # class of a source that another source cites for what it says
JUDGEMENT = "J"  # class of a noun of judging without words of its own: "the union's protest"


@dataclass(slots=True)
class Speech:
    """Somebody's words in a sentence, in tokens. `source` None: nobody is named."""

    unit: Unit
    source: Range | None
    cue: Range
    contents: list[Range]
    kind: str  # the class of the cue, see `cues`
    lemma: str
    addressee: Range | None = None
    before: bool = False  # the content is the quotation that ended the sentence before


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
