"""Hanging noun chunks on verbs and nouns, as subject, object, oblique, conjunct or apposition."""

from clarion.language.chunks import Chunk
from clarion.language.parse_state import Frame, State
from clarion.language.parse_words import TIME_HEADS

# How far back a coordinated phrase looks for its like ("calls on A to stop …, and on B to release …").
_REACH = 8


def attach_chunk(state: State, number: int) -> None:
    """Hang the chunk that comes next in the sentence."""
    chunk, before = state.chunks[number], state.chunk_before()
    if state.lowered[chunk.first] == "whose":
        state.push(Frame("relative", state.chunks[before].head if before >= 0 else -1, "whose", chunk.first))
        state.frames[-1].subject = number
    elif chunk.preposition >= 0:
        _phrase(state, chunk, before)
    else:
        _plain(state, number, before)


def _plain(state: State, number: int, before: int) -> None:
    chunk, frame, gap, last = state.chunks[number], state.frames[-1], state.gap, state.last()
    if frame.subject >= 0 and frame.predicate < 0 and gap.comma and _is_time(state, frame.subject):
        frame.subject = -1  # "Nine months on, the families …"
        before = -1
    time = state.entries[chunk.head].noun in TIME_HEADS and not gap.conjunction
    if before >= 0 and gap.conjunction:
        chunk.governor, chunk.relation = state.chunks[before].head, "coordinated"
        if frame.predicate >= 0:
            frame.subject = number
        elif frame.subject < 0 and last is None:
            frame.subject = before if state.chunks[before].preposition < 0 else number
    elif last is not None and not (gap.comma or gap.semicolon or gap.colon):
        chunk.governor, chunk.relation = last.head, "adjunct" if time else "object"
        if last.object < 0 and not time:
            last.object = number
        if frame.predicate >= 0 and not time:
            frame.subject = number
    elif gap.comma and before >= 0 and (frame.subject >= 0 or last is not None):
        chunk.governor, chunk.relation = state.chunks[before].head, "apposition"
        if frame.predicate >= 0:
            frame.subject = number
    else:
        if last is not None:
            chunk.governor, chunk.relation = last.head, "adjunct"
        _maybe_subject(state, number, time)


def _is_time(state: State, number: int) -> bool:
    head = state.entries[state.chunks[number].head]
    return head.noun in TIME_HEADS or state.lowered[state.chunks[number].head] in TIME_HEADS


def _maybe_subject(state: State, number: int, time: bool) -> None:
    frame = state.frames[-1]
    if time and frame.predicate < 0:
        frame.fronted.append(state.chunks[number])
        if frame.subject < 0:
            frame.subject = number
        return
    frame.subject = number


def _phrase(state: State, chunk: Chunk, before: int) -> None:
    """Hang a chunk with a preposition on the noun or verb before it."""
    word, gap, frame, last = state.lowered[chunk.preposition], state.gap, state.frames[-1], state.last()
    chunk.relation = "oblique"
    if before >= 0 and gap.conjunction:
        chunk.governor, chunk.relation = _conjunct(state, word, before)
        return
    opened = frame.predicate < 0 and frame.marker_at > state.previous  # "notice that in June 2014 two men …"
    before = -1 if opened else before
    adjacent = before >= 0 and not gap.comma and state.previous >= chunk.preposition - 2
    if adjacent and (word in ("of", "between", "among") or last is None or state.noun_holds(before, word)):
        chunk.governor = state.chunks[before].head
    elif last is not None and not (frame.predicate < 0 and gap.comma):
        chunk.governor = last.head
    elif before >= 0 and not gap.comma:
        chunk.governor = state.chunks[before].head
    else:
        frame.fronted.append(chunk)


def _conjunct(state: State, word: str, before: int) -> tuple[int, str]:
    """Governor and relation of "… and PREPOSITION noun": that of the nearest phrase with the same preposition."""
    for number in range(before, max(before - _REACH, -1), -1):
        other = state.chunks[number]
        if other.preposition >= 0 and state.lowered[other.preposition] == word and other.governor >= 0:
            return other.governor, other.relation
    last = state.last()
    if state.chunks[before].preposition < 0 and last is not None:
        return last.head, "oblique"
    return state.chunks[before].head, "coordinated"
