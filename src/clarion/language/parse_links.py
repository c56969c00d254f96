"""Opening clauses at their link words: that, if, because, after, who, which, where, how."""

from clarion.language.parse_state import Frame, State
from clarion.language.parse_words import ASKING, CONDITIONS, RELATIVES, SAYING, TIME_HEADS
from clarion.language.wordlists import words

_DEGREES = words("many much few little young old high low early late recently well")


def open_clause(state: State, n: int, word: str) -> None:
    """A subordinating word: that, if, because, while, and after, before, until, as with a clause."""
    if word == "as" and _compares(state, n):
        return
    last = state.last()
    if word == "that":
        _open_that(state, n)
    elif word == "whether" or (word == "if" and last and last.lemma in ASKING and state.previous == last.last - 1):
        state.push(Frame("complement", last.head if last else -1, "whether", n))
    else:
        conditional = word in CONDITIONS or (word == "as" and n > 0 and state.lowered[n - 1] == "long")
        state.push(Frame("conditional" if conditional else "adjunct", last.head if last else -1, word, n))


def _compares(state: State, n: int) -> bool:
    """Whether "as" belongs to "as many as 2,600", "as early as March", and opens no clause."""
    words_ = state.lowered
    first = words_[n + 2 : n + 3] == ["as"] and words_[n + 1] in _DEGREES
    return first or (n > 1 and words_[n - 2] == "as" and words_[n - 1] in _DEGREES)


def _open_that(state: State, n: int) -> None:
    if state.gap.conjunction:
        for depth in range(len(state.frames) - 1, 0, -1):
            if state.frames[depth].marker == "that":
                again = state.frames[depth]
                del state.frames[depth:]
                state.push(Frame(again.relation, again.governor, "that", n))
                return
    if state.gap.comma and _back_to_content(state, n):  # "rumours, which …, that …"
        return
    last, chunk = state.last(), state.chunk_before()
    if chunk >= 0 and state.previous == n - 1:
        takes = state.noun_takes(chunk)
        if takes or last is None or last.lemma not in SAYING:
            head = state.chunks[chunk].head
            state.push(Frame("complement" if takes else "relative", head, "that", n))
            return
    state.push(Frame("complement", last.head if last else -1, "that", n))


def _back_to_content(state: State, n: int) -> bool:
    """Behind an inserted clause: close frames down to the noun or verb that "that" belongs to."""
    for depth in range(len(state.frames) - 1, -1, -1):
        frame = state.frames[depth]
        if frame.predicate >= 0 and state.predicates[frame.predicate].lemma in SAYING:
            del state.frames[depth + 1 :]
            return False
        if frame.relation == "relative" and frame.governor >= 0 and state.owner[frame.governor] >= 0:
            noun = state.owner[frame.governor]
            if state.noun_takes(noun) and depth > 0:
                del state.frames[depth:]
                state.push(Frame("complement", state.chunks[noun].head, "that", n))
                return True
    return False


def open_relative(state: State, n: int, word: str) -> None:
    """who, which, relative that, where, when, how …"""
    chunk, last = state.chunk_before(), state.last()
    if state.previous < 0:
        state.push(Frame("adjunct" if word in ("when", "whenever", "wherever", "however") else "root", -1, word, n))
    elif chunk >= 0 and (word in RELATIVES or (word in ("where", "why", "when") and not _is_time(state, word, chunk))):
        state.push(Frame("relative", state.chunks[chunk].head, word, n))
    elif last is not None and state.previous == last.last - 1 and last.lemma in ASKING | SAYING:
        state.push(Frame("complement", last.head, word, n))
    elif word in ("when", "where", "whenever", "however") or last is None:
        state.push(Frame("adjunct", last.head if last else -1, word, n))
    else:
        state.push(Frame("complement", last.head, word, n))


def _is_time(state: State, word: str, chunk: int) -> bool:
    """ "when" after a noun opens a clause of time, unless the noun is one of time ("the day when")."""
    return word == "when" and state.entries[state.chunks[chunk].head].noun not in TIME_HEADS
