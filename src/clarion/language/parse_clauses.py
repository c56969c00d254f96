"""The tree of a sentence: every chunk and predicate is hung on a word, in one pass from left to right.

A frame is an open clause. A link word opens one, a finite verb fills one, and a finite verb that finds its frame
filled closes frames until one waits for a verb ("the men who were held | were sent home").
"""

from clarion.language.chunks import Chunk
from clarion.language.parse_groups import Predicate
from clarion.language.parse_links import open_clause, open_relative
from clarion.language.parse_mending import mend
from clarion.language.parse_nonfinite import attach_gerund, attach_infinitive, attach_participle, is_bare, join
from clarion.language.parse_phrases import attach_chunk
from clarion.language.parse_state import Frame, Gap, State
from clarion.language.parse_words import REPORTING, SAYING, TIME_HEADS
from clarion.language.tags_words import CONJUNCTION, MARK, NUMBER, PAST, PREPOSITION, QUOTE, SUBORDINATOR, WH

_CLOCKS = ("a.m.", "p.m.", "am", "pm", "a.m", "p.m")  # "at 2 a.m. | they came"
_LIST_REACH = 14  # words within which the "and" of a list of verbs stands


def attach(state: State) -> None:
    """Fill governor, relation, marker, subject and object of every chunk and predicate."""
    n, count = 0, len(state.tags)
    while n < count:
        chunk, predicate = state.owner[n], state.held[n]
        if predicate >= 0 and state.predicates[predicate].first <= n < state.predicates[predicate].last:
            _attach_predicate(state, predicate)
            n = _end_of(state, predicate, n)
        elif chunk >= 0:
            attach_chunk(state, chunk)
            n = max(state.chunks[chunk].last, n + 1)
        else:
            _between(state, n)
            n += 1
            continue
        state.previous, state.gap = n - 1, Gap()
    _finish(state)
    mend(state)


def _end_of(state: State, predicate: int, n: int) -> int:
    """End of a verb group; a subject inside it ("did the police fire") is read on the way."""
    found = state.predicates[predicate]
    for at in range(n, found.last):
        chunk = state.owner[at]
        if chunk >= 0 and state.chunks[chunk].first == at:
            state.chunks[chunk].governor, state.chunks[chunk].relation = found.head, "subject"
            found.subject = chunk
    return max(found.last, n + 1)


# words between the units


def _between(state: State, n: int) -> None:
    tag, word = state.tags[n], state.lowered[n]
    if tag & (MARK | QUOTE):
        _mark(state, n, word)
    elif tag & CONJUNCTION:
        state.gap.conjunction = True
    elif tag & PREPOSITION:
        linked = word == "of" and n > 0 and state.lowered[n - 1] in ("instead", "because")
        state.gap.preposition = state.lowered[n - 1] if linked else word
    elif tag & SUBORDINATOR:
        open_clause(state, n, word)
    elif tag & WH:
        open_relative(state, n, word)


def _mark(state: State, n: int, word: str) -> None:
    gap, last = state.gap, state.last()
    saying = last is not None and last.lemma in REPORTING
    if state.tags[n] & QUOTE:
        gap.quote = True
        if saying and last is not None and state.previous >= 0 and gap.comma:
            state.push(Frame("quoted", last.head, "", n))
    elif word in (",", "-", "--", "–", "—", "(", ")", "...", "…"):
        gap.comma = True
    elif word in (";", ".", "!", "?"):
        gap.semicolon = True
        _close_part(state, word)
    elif word == ":":
        gap.colon = True
        state.frames = [Frame("quoted", last.head) if saying and last is not None else Frame("root")]


def _close_part(state: State, word: str) -> None:
    """A semicolon ends a clause; what somebody was said to say goes on behind it."""
    top = state.frames[0]
    frame = Frame("root")
    _finish(state)
    if top.predicate >= 0:
        said = state.predicates[top.predicate]
        if word == ";" and said.lemma in REPORTING and said.object < 0 and len(state.frames) > 1:
            frame = Frame("complement", said.head)
        elif word == ";":
            state.roots.append(top.predicate)
    frame.first = top.last + 1 if top.last >= 0 else top.first
    state.frames = [frame]


# predicates


def _attach_predicate(state: State, number: int) -> None:
    predicate, gap = state.predicates[number], state.gap
    if predicate.form == "infinitive":
        attach_infinitive(state, predicate)
    elif predicate.form in ("gerund", "participle"):
        if not (gap.conjunction and join(state, predicate)):
            fills = attach_gerund if predicate.form == "gerund" else attach_participle
            if fills(state, predicate):
                _fill(state, predicate)
                state.frames[-1].predicate = number
    elif not (is_bare(state, predicate) and (gap.conjunction or gap.comma) and join(state, predicate)):
        _finite(state, predicate, number)
        return
    state.frames[-1].last = number


def _finite(state: State, predicate: Predicate, number: int) -> None:
    inverted = predicate.question and state.lowered[predicate.first] in ("were", "had", "should")
    before = state.tags[predicate.first - 1] if predicate.first else MARK
    if inverted and before & (MARK | QUOTE | CONJUNCTION) and "?" not in state.lowered[-2:]:
        predicate.question = False  # "had they been told": a condition
        state.push(Frame("conditional", -1, "if", predicate.first))
    frame, gap = state.frames[-1], state.gap
    if frame.predicate < 0:
        _take(state, predicate, number)
        return
    last, subject = state.predicates[frame.last], frame.subject
    if predicate.first == last.last + 1 and state.lowered[last.last] == "there" and last.lemma in SAYING:
        state.push(Frame("complement", last.head))  # "denies there are camps"
        _take(state, predicate, number)
        return
    if subject < 0 or gap.conjunction or state.chunks[subject].first < last.first or _goes_on(state, predicate, last):
        _without_subject(state, predicate, number)
        return
    if _closes(state, predicate, last):
        _report(state, predicate, number, subject)
        return
    chunk = state.chunks[subject]
    start = _behind_date(state, chunk)
    joined = any(state.tags[at] & CONJUNCTION for at in range(max(start - 2, 0), start))
    comma = state.comma_before(chunk.first)
    if last.lemma in SAYING and chunk.first <= last.last + 1 and not comma and not joined:
        state.push(Frame("complement", last.head))
        last.object = -1 if last.object == subject else last.object
    elif predicate.lemma in REPORTING and comma and not joined:
        _report(state, predicate, number, subject)
        return
    elif _is_described(state, chunk, number, comma):
        state.push(Frame("relative", state.chunks[state.owner[chunk.first - 1]].head))
    elif (depth := state.waiting()) >= 0:
        del state.frames[depth + 1 :]
    elif joined:
        _coordinate(state, predicate, number, subject)
        return
    elif gap.comma or comma:
        state.frames = [Frame("root")]
    else:
        state.push(Frame("complement", last.head))
    if state.frames[-1].subject < 0:
        state.frames[-1].subject = subject
    _take(state, predicate, number)


def _goes_on(state: State, predicate: Predicate, last: Predicate) -> bool:
    """Whether a past tense behind a comma shares the subject before it: "stormed X, looted the clinic and …"."""
    if not state.gap.comma or state.frames[-1].subject != last.object or predicate.first != predicate.head:
        return False
    if not (state.tags[predicate.head] & PAST and state.tags[last.head] & PAST) or predicate.lemma in REPORTING:
        return False
    ahead = state.lowered[predicate.head + 1 : predicate.head + _LIST_REACH]
    return "and" in ahead or ("," in ahead and last.relation == "coordinated")


def _behind_date(state: State, chunk: Chunk) -> int:
    """Where a subject begins with the date before it: "(and) | on 6 May the house was …"."""
    number = state.owner[chunk.first - 1] if chunk.first else -1
    if number < 0:
        return chunk.first
    before = state.chunks[number]
    return before.preposition if before.preposition >= 0 and _is_date(state, before) else chunk.first


def _is_date(state: State, chunk: Chunk) -> bool:
    word = state.lowered[chunk.head]
    year = len(word) == 4 and word.isdigit()
    return year or word in _CLOCKS or state.entries[chunk.head].noun in TIME_HEADS or word in TIME_HEADS


def _closes(state: State, predicate: Predicate, last: Predicate) -> bool:
    """Whether a verb of saying ends the sentence behind a comma: "…, rescuers and a doctor said."."""
    if predicate.lemma not in REPORTING or state.gap.conjunction:
        return False
    after = state.tags[predicate.last] if predicate.last < len(state.tags) else MARK
    return bool(after & MARK) and "," in state.lowered[last.last : predicate.first]


def _is_described(state: State, chunk: Chunk, number: int, comma: bool) -> bool:
    """Whether a subject right after a noun opens a clause about that noun: "the list we have seen"."""
    if comma or chunk.first == 0 or state.owner[chunk.first - 1] < 0:
        return False
    if _behind_date(state, chunk) < chunk.first:
        return False
    if state.waiting() < 0:
        return True
    # the frame that waits may be filled by a verb that is still to come
    ahead = number + 1
    while ahead < len(state.predicates) and state.predicates[ahead].form != "finite":
        ahead += 1
    if ahead == len(state.predicates):
        return False
    return any(state.lowered[at] == "," for at in range(state.predicates[number].last, state.predicates[ahead].first))


def _without_subject(state: State, predicate: Predicate, number: int) -> None:
    frame, gap = state.frames[-1], state.gap
    depth = state.waiting()
    if depth >= 0 and not gap.conjunction:
        del state.frames[depth + 1 :]
        _take(state, predicate, number)
    elif predicate.lemma in REPORTING and (gap.comma or gap.quote) and not gap.conjunction:
        _report(state, predicate, number, -1)
    else:
        _coordinate(state, predicate, number, state.predicates[frame.predicate].subject)


def _coordinate(state: State, predicate: Predicate, number: int, subject: int) -> None:
    frame = state.frames[-1]
    far = state.gap.comma or (
        subject >= 0 and state.chunks[subject].first >= 2 and state.lowered[state.chunks[subject].first - 2] == ","
    )
    inner = frame.relation in ("complement", "quoted") and not _is_contrast(state, predicate, subject)
    if far and len(state.frames) > 1 and state.frames[0].predicate >= 0 and not inner:
        del state.frames[1:]
        frame = state.frames[0]
    if subject == state.predicates[frame.predicate].subject and predicate.lemma in SAYING and not predicate.passive:
        frame = _saying_above(state, frame)
        subject = state.predicates[frame.predicate].subject
    other = state.predicates[frame.predicate]
    predicate.governor, predicate.relation, predicate.subject = other.head, "coordinated", subject
    if subject >= 0 and state.chunks[subject].first > other.first:
        _make_subject(state, predicate, subject)
    frame.predicate = frame.last = number
    frame.subject = -1


def _saying_above(state: State, frame: Frame) -> Frame:
    """ "asked where they were held and demanded …": the second verb of saying goes with the first."""
    if state.predicates[frame.predicate].lemma in SAYING:
        return frame
    for depth in range(len(state.frames) - 2, -1, -1):
        number = state.frames[depth].predicate
        if number >= 0 and state.predicates[number].lemma in SAYING:
            del state.frames[depth + 1 :]
            return state.frames[depth]
    return frame


def _is_contrast(state: State, predicate: Predicate, subject: int) -> bool:
    """Whether "but" or "so" joins the clause: it goes on outside the reported words."""
    first = predicate.first
    if subject >= 0 and state.chunks[subject].first < first:
        first = state.chunks[subject].first
    return any(state.lowered[at] in ("but", "yet", "so") for at in range(max(0, first - 3), first))


def _report(state: State, predicate: Predicate, number: int, subject: int) -> None:
    """ "…, police said": the verb of saying governs what stands before it."""
    top = state.frames[0]
    predicate.relation = "root"
    if subject >= 0:
        _make_subject(state, predicate, subject)
    for reported in (*state.roots, top.predicate):
        if reported >= 0:
            first = _first_of(state, state.predicates[reported])
            if first is not predicate and first.governor < 0:
                first.governor, first.relation = predicate.head, "quoted"
    del state.frames[1:]
    top.subject = -1
    top.last = number


def _first_of(state: State, predicate: Predicate) -> Predicate:
    while predicate.relation == "coordinated" and predicate.governor >= 0 and state.held[predicate.governor] >= 0:
        predicate = state.predicates[state.held[predicate.governor]]
    return predicate


def _take(state: State, predicate: Predicate, number: int) -> None:
    """Make a finite predicate that of the current frame."""
    frame = state.frames[-1]
    _fill(state, predicate)
    frame.predicate = frame.last = number
    if frame.subject >= 0 and predicate.subject < 0:
        _make_subject(state, predicate, frame.subject)
    elif predicate.subject < 0 and frame.relation == "relative" and frame.governor >= 0:
        predicate.subject = state.owner[frame.governor]
    frame.subject = -1


def _fill(state: State, predicate: Predicate) -> None:
    """Hang a predicate as its frame hangs, and hang on it what waited for it."""
    frame = state.frames[-1]
    predicate.governor, predicate.relation = frame.governor, frame.relation
    predicate.marker, predicate.marker_at = frame.marker, frame.marker_at
    if frame.governor < 0 and len(state.frames) > 1:
        parent = state.frames[-2]
        if parent.predicate >= 0:
            predicate.governor = state.predicates[parent.predicate].head
        else:
            parent.fronted.append(predicate)
    for waiting in frame.fronted:
        if waiting.governor < 0:
            waiting.governor = predicate.head
            if isinstance(waiting, Chunk) and not waiting.relation:
                waiting.relation = "adjunct"
    frame.fronted = []


def _make_subject(state: State, predicate: Predicate, number: int) -> None:
    chunk = state.chunks[number]
    while chunk.relation == "coordinated" and chunk.governor >= 0 and predicate.relation != "coordinated":
        first = state.owner[chunk.governor]
        if first < 0 or state.chunks[first].relation in ("object", "oblique", "subject"):
            break
        number, chunk = first, state.chunks[first]
    if chunk.preposition < 0:
        chunk.governor, chunk.relation = predicate.head, "subject"
    predicate.subject = number


def _finish(state: State) -> None:
    """Hang what still waits on the last predicate that was read."""
    _promote(state)
    frame = state.frames[0]
    if frame.last < 0:
        return
    for waiting in frame.fronted:
        if waiting.governor < 0 and isinstance(waiting, Chunk):
            waiting.governor = state.predicates[frame.last].head


def _tells(state: State, predicate: Predicate) -> bool:
    """Whether a headline participle tells of its noun: "hundreds of men held", not "death of a man held in May"."""
    if predicate.subject < 0:
        return True
    chunk = state.chunks[predicate.subject]
    if chunk.preposition < 0:
        return True
    if state.lowered[chunk.preposition] != "of" or chunk.governor < 0:
        return False
    head = chunk.governor
    return bool(state.tags[head] & NUMBER) or state.entries[head].noun in (
        "group",
        "number",
        "total",
        "majority",
        "most",
    )


def _promote(state: State) -> None:
    """A part with no finite verb is a headline: its first participle is what it tells."""
    frame = state.frames[0]
    if frame.predicate >= 0 or frame.last < 0:
        return
    for number in range(frame.first, len(state.predicates)):
        predicate = state.predicates[number]
        if predicate.first > state.previous + 1:
            return
        if (
            predicate.relation in ("relative", "adjunct")
            and predicate.form == "participle"
            and _tells(state, predicate)
        ):
            predicate.relation, predicate.governor = "root", -1
            if predicate.subject >= 0 and state.chunks[predicate.subject].preposition < 0:
                _make_subject(state, predicate, predicate.subject)
            frame.predicate = number
            return
