"""Demands to stop: "stop X" is a claim `halt` about X, and mostly presupposes that X goes on."""

from clarion.extract.frames import Frame
from clarion.extract.sentence import Reading
from clarion.language.parse import Predicate
from clarion.language.wordlists import words

_STOP = words("stop end halt cease suspend discontinue terminate quit")
_REFRAIN = words("refrain avoid desist abstain prevent")
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
