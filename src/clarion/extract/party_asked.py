"""Who is asked where the clause of the demand does not say: the outermost one asked, "of X", "in a letter to X"."""

from collections.abc import Sequence

from clarion.extract.frames import Frame
from clarion.extract.sentence import Reading
from clarion.language.parse import Chunk, Predicate
from clarion.language.wordlists import words
from clarion.model.nouns import Party

# verbs whose object is the one asked; of "demand" the object is the thing
_ASKING = words(
    """ask urge call request press appeal beg implore want expect require tell invite encourage plead beseech
    exhort petition pressure lobby"""
)
# "what we ask of X", "demanded from X that …"
_OF = words("ask demand expect request require want seek")
_LETTERS = words("letter petition appeal message memorandum complaint memo note submission address request plea brief")
_PUBLIC = words(
    """people individuals individual readers supporters citizens everyone everybody all public members friends followers
    volunteers organisations organizations groups listeners you worshippers faithful students"""
)
_FAILING = words(
    """refusal failure decision plan attempt silence inaction conduct behaviour behavior order threat use role
    reluctance policy practice response complicity move unwillingness inability vote"""
)


def is_public(asked: Sequence[Party]) -> bool:
    """Whether those who are asked are whoever reads: "people", "all citizens", "supporters everywhere"."""
    return bool(asked) and all(_PUBLIC & set(party.name.lower().split()[-2:]) for party in asked)


def first_asked(reading: Reading, frame: Frame) -> Chunk | None:
    """ "asks A to urge B to do it": A, who is not the one who does it; None where only one is asked."""
    current, outer = frame.predicate or frame.host, list[Predicate]()
    for _ in range(6):
        if current is None:
            break
        if current.lemma in _ASKING:
            outer.append(current)
        current = reading.predicate(current.governor) if current.governor >= 0 else None
    if len(outer) < 2 or outer[0].form != "infinitive":
        return None
    return _whom(reading, outer[-1])


def asked_of(reading: Reading) -> Chunk | None:
    """ "what we ask of X is this: …", "demanded of X that it …"."""
    for predicate in reading.parse.predicates:
        if predicate.lemma in _OF:
            chunk = _after(reading, predicate, ("of", "from"))
            if chunk is not None and chunk.preposition == predicate.last:
                return chunk
    return None


def written_to(reading: Reading) -> Chunk | None:
    """ "in a letter to X, the doctors ask for …", "petitioned X for …": the receiver of what the demand stands in."""
    for chunk in reading.parse.chunks:
        if chunk.preposition <= 0 or reading.marker(chunk) != "to":
            continue
        before = reading.chunk(chunk.preposition - 1)
        if before is not None and reading.words[before.head] in _LETTERS:
            return chunk
    for predicate in reading.parse.predicates:
        if predicate.lemma in ("petition", "lobby") and predicate.object >= 0 and not predicate.passive:
            return reading.parse.chunks[predicate.object]
    return None


def at_fault(reading: Reading, target: Chunk) -> Chunk | None:
    """ "deplores the refusal of X to …", "the failure by X": whose conduct is condemned."""
    if reading.words[target.head] not in _FAILING:
        return None
    at = target.last
    chunk = reading.chunk(at + 1) if at + 1 < len(reading.words) else None
    fits = chunk is not None and chunk.preposition == at and reading.words[at] in ("of", "by")
    return chunk if fits else None


def _whom(reading: Reading, predicate: Predicate) -> Chunk | None:
    if predicate.object >= 0:
        return reading.parse.chunks[predicate.object]
    return _after(reading, predicate, ("on", "upon", "to"))


def _after(reading: Reading, predicate: Predicate, markers: tuple[str, ...]) -> Chunk | None:
    for chunk in reading.parse.chunks:
        if chunk.first > predicate.head and reading.marker(chunk) in markers and chunk.governor >= 0:
            return chunk if reading.predicate(chunk.governor) is predicate else None
    return None
