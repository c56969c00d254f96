"""Demands to stop: "stop X" is a claim `halt` about X, and mostly presupposes that X goes on."""

from clarion.extract.draft import Draft
from clarion.extract.frames import Frame
from clarion.extract.sentence import Reading
from clarion.language.parse import Predicate
from clarion.language.wordlists import words
from clarion.model.vocabulary import StanceKind

_STOP = words("stop end halt cease suspend discontinue terminate quit")
_REFRAIN = words("refrain avoid desist abstain prevent")
# what is wanted, and the act that it would undo; the first that fits counts
_UNDONE = (
    (words("whereabouts fate where names list"), "disappearance"),
    (words("access lawyer lawyers counsel visit visits food water medicine blockade siege electricity"), "deprivation"),
    (words("journalists internet blackout licence accreditation radio websites media"), "censorship"),
    (words("border crossing frontier"), "border_closure"),
    (words("live"), "killing"),
)
_STOPPABLE = frozenset(
    """forced_return detention torture execution killing attack harassment censorship deprivation destruction
    displacement
    forced_labour trafficking sexual_violence disappearance sanction""".split()
)
_STOP_NOUNS = words("halt end stop moratorium suspension cessation freeze")


def stopping(reading: Reading, frame: Frame) -> tuple[int, bool, Predicate | None] | None:
    """The word that asks for an end of the act of a frame: its index, whether it presupposes the act, its predicate."""
    if frame.predicate is not None:
        return _above(reading, frame.predicate)
    host = frame.host
    if host is not None and frame.noun is not None:
        if host.lemma in _STOP | _REFRAIN and host.head < frame.word.first and not _is_subject_of(reading, frame, host):
            return host.head, host.lemma in _STOP, host
        if host.lemma in ("take", "put") and host.negated:
            return host.head, True, host
    chunk = frame.noun
    for _ in range(4):
        above = reading.chunk(chunk.governor) if chunk is not None and chunk.governor >= 0 else None
        if above is None or above is chunk:
            break
        if reading.words[above.head] in _STOP_NOUNS:
            return above.head, True, host
        chunk = above
    return None


def _above(reading: Reading, predicate: Predicate) -> tuple[int, bool, Predicate | None] | None:
    current = predicate
    for _ in range(3):
        if current.relation == "coordinated" or current.relation in ("complement", "adjunct", "purpose"):
            above = reading.predicate(current.governor) if current.governor >= 0 else None
        else:
            return None
        if above is None:
            return None
        if (
            above.lemma in _STOP | _REFRAIN
            and predicate.form in ("gerund", "infinitive")
            and above.head < predicate.head
        ):
            return above.head, above.lemma in _STOP, above
        if current.relation != "coordinated":
            return None
        current = above
    return None


def _is_subject_of(reading: Reading, frame: Frame, host: Predicate) -> bool:
    return (
        host.subject >= 0
        and frame.noun is not None
        and reading.top(frame.noun) is reading.parse.chunks[host.subject]
        and not host.passive
    )


def settle_halts(drafts: list[Draft]) -> list[Draft]:
    """Halts told by words of their own ("grant access to lawyers") are kept where they are demanded, with their object.

    The object is the act told beside it, else what the wanted thing undoes; a halt told twice is one.
    """
    structural = [draft.cue for draft in drafts if draft.act == "halt" and draft.object_act is not None]
    kept = []
    for draft in drafts:
        if draft.act != "halt" or draft.object_act is not None:
            kept.append(draft)
        elif draft.stance is StanceKind.CALLED_FOR and draft.cue not in structural:
            draft.object_act = _object_beside(draft, drafts)
            kept.append(draft)
    return kept


def _object_beside(draft: Draft, drafts: list[Draft]) -> str | None:
    words_ = set(draft.reading.words)
    for wanted, act in _UNDONE:
        if words_ & wanted:
            return act
    others = [other for other in drafts if other.act in _STOPPABLE]
    return min(others, key=lambda other: (abs(other.cue[0] - draft.cue[0]), other.act)).act if others else None
