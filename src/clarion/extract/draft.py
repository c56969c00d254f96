"""A claim in the making: what the layers find out about one act word, before it becomes a `Claim`."""

from dataclasses import dataclass, field

from clarion.extract.frames import Frame
from clarion.extract.sentence import Reading
from clarion.model.ids import NormId
from clarion.model.nouns import CitedVoice, Count, Evidence, Party, Place, Span, When
from clarion.model.vocabulary import StanceKind


@dataclass(slots=True)
class Draft:
    """One claim in the making. `rules` are the names of the rules that fired, the one that made it first."""

    reading: Reading
    frame: Frame
    act: str
    cue: Span
    span: Span
    stance: StanceKind = StanceKind.ASSERTED
    tentative: bool = False
    rules: list[str] = field(default_factory=list)
    actors: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    affected_name: str | None = None
    affected_span: Span | None = None
    affected_ref: str | None = None
    count: Count | None = None
    others: tuple[Count, ...] = ()
    when: When | None = None
    where: tuple[Place, ...] = ()
    voices: list[CitedVoice] = field(default_factory=list)
    evidence: tuple[Evidence, ...] = ()
    norms: tuple[NormId, ...] = ()
    object_act: str | None = None
