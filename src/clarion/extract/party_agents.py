"""Who did a deed that a noun tells, or that another deed caused: "charged with the murder", "an attack by X killed"."""

from clarion.extract.frames import Frame, subject_of
from clarion.extract.lexicon import load
from clarion.extract.party_names import BODIES, ORGANS, is_animate, is_person_like, ref_of
from clarion.extract.sentence import Reading
from clarion.language.parse import Chunk, Predicate
from clarion.language.wordlists import words

# verbs by which somebody is held to have done what follows
_BLAMING = words("charge accuse convict suspect indict acquit blame implicate prosecute try")
_WITH = words("with of for over in")
# verbs by which somebody only takes down what others do
_RECORDING = words("record document register count report log verify note list see notice report describe")
# verbs whose subject has it done to them when a noun tells what
_HAVING = words("have suffer sustain bear get receive face undergo endure show")
# deeds of which those who have them are the victims
_SUFFERED = frozenset(
    "harassment injury torture killing sexual_violence detention deprivation destruction displacement".split()
)
_DEEDS = frozenset(
    """attack killing injury destruction sexual_violence torture abduction detention forced_return displacement
    deprivation harassment execution border_closure border_opening censorship""".split()
)
_CAUSED = frozenset(("killing", "injury", "destruction", "displacement", "attack"))
# acts of which a participle behind a noun tells what befell it: "women raped at X"
_BEFALLING = frozenset("sexual_violence detention abduction torture execution forced_return injury".split())


def agent_told(reading: Reading, frame: Frame) -> Chunk | None:
    """The doer of an act by what the sentence says around it; the frame's own where nothing else is said."""
    if _is_told_of_victims(reading, frame):
        return None
    return (
        frame.actor
        if frame.actor is not None and _can_do(reading, frame.actor)
        else _named_by_noun(reading, frame) or _accused(reading, frame) or _of_cause(reading, frame) or frame.actor
    )


def _is_told_of_victims(reading: Reading, frame: Frame) -> bool:
    """Whether the subject only records the deeds, or has them done to it: "residents counted 30 arrests"."""
    host, actor = frame.host, frame.actor
    if frame.nominal and host is not None and actor is not None and actor is subject_of(reading, host):
        if host.lemma in _RECORDING and frame.word.act in _DEEDS:
            frame.actor = _named_by_noun(reading, frame)
            return frame.actor is None
        told = host.object >= 0 and frame.noun is reading.parse.chunks[host.object]  # not "had no part in the killing"
        if host.lemma in _HAVING and frame.word.act in _SUFFERED and told:
            frame.affected, frame.actor = frame.affected or actor, None
            return True
    home = frame.predicate
    if home is None or frame.word.act not in _BEFALLING or home.form != "finite" or home.passive or home.object >= 0:
        return False
    before = reading.chunk(home.first - 1) if home.first else None
    if before is None or before is actor or home.first != home.head or home.relation != "coordinated":
        return False
    if not reading.words[home.head].endswith("ed") or before.preposition < 0:
        return False
    frame.affected, frame.actor = before, None
    return True


def _can_do(reading: Reading, chunk: Chunk) -> bool:
    return not any(chunk.first <= one.first < chunk.last and one.act in _DEEDS for one in reading.acts) or (
        is_animate(reading, chunk) and not _is_deed(reading, chunk)
    )


def _is_deed(reading: Reading, chunk: Chunk) -> bool:
    """Whether the head of a chunk tells a deed: "the attack", "his death"; "gunmen" do not."""
    classes = load().classes
    word = reading.words[chunk.head]
    people = word in classes["people"] or word in classes["armed"] or word in classes["police"]
    return not people and any(one.first <= chunk.head <= one.last for one in reading.acts)


def _named_by_noun(reading: Reading, frame: Frame) -> Chunk | None:
    """ "the deportation of 40 men by X", "the army's shelling of X": who the noun itself says did it."""
    if frame.noun is None or frame.word.act not in _DEEDS:
        return None
    for chunk in reading.parse.chunks:
        if chunk.first > frame.word.last and reading.marker(chunk) == "by" and is_animate(reading, chunk):
            above = reading.chunk(chunk.preposition - 1)
            if above is not None and (above is frame.noun or reading.under(above, frame.noun)):
                return chunk
    return _possessor(reading, frame.noun, frame.word.first, of_whom=_tells_of_whom(reading, frame))


def _tells_of_whom(reading: Reading, frame: Frame) -> bool:
    """ "the general's execution of 12 officers": whom it befell follows, so the genitive is the doer's."""
    chunk = frame.affected
    if chunk is None or frame.noun is None or reading.marker(chunk) != "of" or chunk.first < frame.noun.last:
        return False
    return is_person_like(reading, chunk)


def _possessor(reading: Reading, noun: Chunk, before: int, *, of_whom: bool = False) -> Chunk | None:
    """The state or body whose deed it is; a person's arrest is what befell that person, unless it is `of_whom`."""
    for at in range(noun.first + 1, min(before, noun.last)):
        if reading.words[at] in ("'s", "’s", "'", "’"):
            owner = Chunk(noun.first, at, at - 1, -1, noun.head, "modifier")
            word = reading.words[owner.head]
            classes = load().classes
            is_body = word in BODIES or word in ORGANS or word in classes["armed"] or word in classes["police"]
            does = is_body or ref_of(reading, owner) is not None or (of_whom and is_animate(reading, owner))
            return owner if does else None
    return None


def _accused(reading: Reading, frame: Frame) -> Chunk | None:
    """ "charged with the murder of …", "accused the guards of beatings": whom the deed is laid to."""
    noun = frame.noun
    home = frame.host if frame.nominal else None
    if noun is None or home is None or home.lemma not in _BLAMING or frame.word.act not in _DEEDS | {"disappearance"}:
        return None
    if not {reading.marker(noun), reading.marker(reading.top(noun))} & _WITH:
        return None
    return _laid_to(reading, home)


def _laid_to(reading: Reading, home: Predicate) -> Chunk | None:
    if home.passive:
        return subject_of(reading, home)
    return reading.parse.chunks[home.object] if home.object >= 0 else None


def _of_cause(reading: Reading, frame: Frame) -> Chunk | None:
    """ "An attack by X killed nine": who did the deed that is the subject did what came of it."""
    cause = frame.actor
    if cause is None or frame.predicate is None or frame.predicate.passive or frame.word.act not in _CAUSED:
        return None
    for chunk in reading.parse.chunks:
        if reading.marker(chunk) != "by" or not cause.last <= chunk.first < frame.predicate.first:
            continue
        above = reading.chunk(chunk.preposition - 1)
        if above is not None and (above is cause or reading.under(above, cause)) and is_animate(reading, chunk):
            return chunk
    deed = next((one for one in reading.acts if cause.first <= one.first < cause.last), None)
    return _possessor(reading, cause, deed.first) if deed is not None else None
