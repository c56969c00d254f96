"""Frames: the clause of an act word, who does the act and to whom, by the grammar of the clause."""

from dataclasses import dataclass, field

from clarion.extract.refine import ActWord
from clarion.extract.sentence import Reading
from clarion.extract.stance_efforts import verb_of_effort
from clarion.language.parse import Chunk, Predicate
from clarion.language.parse_words import ORDINALS
from clarion.language.wordlists import words

# Verbs that only carry an act told by a noun: "carried out arrests", "a protest took place".
_LIGHT = words(
    """carry conduct launch make stage hold commit perform perpetrate face suffer undergo begin start continue resume
    sign conclude reach broker take occur happen be become organise organize plan announce open mount wage see
    have lead report record
    document register count include involve follow leave claim kill cause come erupt break end last go set issue
    impose give grant receive get subject undertake order remain stand mobilise mobilize schedule prepare"""
)
# Acts whose subject, in the active voice, is the one it happens to: they die, they flee, they vanish.
UNDERGONE = words(
    """die drown perish disappear vanish flee escape cross leave starve defect freeze succumb suffocate walk arrive
    return languish go come run seek land be lose suffer remain serve emigrate stay swim burn march move trek
    lie"""
)
# verbs whose subject has something done to it though the verb is active: "families received threats"
_SUFFERED = words("receive face risk report serve undergo suffer get lose endure await")
# verbs of leaving and crossing: the subject moves, the object is where
_MOVING = words("cross flee leave reach enter escape")
_LETTING = words("let allow permit help make force")
_STOPPING = words("stop end halt cease suspend avoid prevent refrain abandon quit discontinue terminate")
_EVENTS = words("incident incidents case cases occasion occasions operation operations episode episodes instances")
_RELATIVES = words("who which that whom")
_EQUATING = words("be become remain")


@dataclass(slots=True)
class Frame:
    """An act word in its clause. Chunks may be None; `nominal` is True for a noun that tells the act."""

    word: ActWord
    predicate: Predicate | None
    host: Predicate | None  # of a nominal: the predicate it hangs on
    noun: Chunk | None
    actor: Chunk | None = None
    affected: Chunk | None = None
    addressee: Chunk | None = None
    homes: set[int] = field(default_factory=set)  # predicates whose words belong to the clause
    shared: set[int] = field(default_factory=set)  # predicates whose dates and places are borrowed

    @property
    def nominal(self) -> bool:
        """Whether a noun tells the act."""
        return self.predicate is None


def frame_of(reading: Reading, word: ActWord) -> Frame:
    """The frame of an act word."""
    verbal = _predicate_of(reading, word)
    if verbal is not None and not _hangs_on_date(reading, verbal):
        return _verbal(reading, word, verbal)
    if _is_trailing(reading, word, verbal):
        return _trailing(reading, word, verbal)
    return _verbal(reading, word, verbal) if verbal is not None else _nominal(reading, word)


def _hangs_on_date(reading: Reading, predicate: Predicate) -> bool:
    """A participle after a date does not describe the date: "attacked X on 8 July and killed 12"."""
    return predicate.relation == "relative" and any(f.at <= predicate.governor <= f.last for f in reading.dates)


def _is_trailing(reading: Reading, word: ActWord, predicate: Predicate | None) -> bool:
    """ ", killing at least 12", "and wounding five": a verb form joined to what goes before, its object after it."""
    at = word.first
    if at == 0 or at + 1 >= len(reading.words) or (predicate is None and not reading.words[at].endswith("ing")):
        return False
    before, after = reading.words[at - 1], reading.words[word.last + 1] if word.last + 1 < len(reading.words) else "."
    return before in (",", "and", "then") and after not in (
        "of",
        "by",
        "and",
        "in",
        ",",
        ".",
        "was",
        "were",
        "is",
        "are",
    )


def _trailing(reading: Reading, word: ActWord, predicate: Predicate | None) -> Frame:
    frame = Frame(word, predicate, None, None)
    earlier = [one for one in reading.parse.predicates if one.head < word.first and one is not predicate]
    frame.affected = next(
        (chunk for chunk in reading.parse.chunks if chunk.first > word.last - 1 and chunk.head > word.last), None
    )
    if earlier:
        first = earlier[-1]
        frame.shared.add(reading.parse.predicate_at[first.head])
        frame.actor = (
            agent_of(reading, reading.parse.predicate_at[first.head]) if first.passive else subject_of(reading, first)
        )
        _share(reading, first, frame)
    return frame


def subject_of(reading: Reading, predicate: Predicate, depth: int = 0) -> Chunk | None:
    """The chunk that does what the predicate says (or undergoes it, in the passive), its own or the governor's."""
    chunks = reading.parse.chunks
    effort = reading.predicate(tried) if (tried := verb_of_effort(reading.parse, predicate)) >= 0 else None
    if effort is not None and depth <= 4:
        return subject_of(reading, effort, depth + 1)  # "should use its influence to free them"
    if predicate.subject >= 0:
        chunk = chunks[predicate.subject]
        if reading.words[chunk.head] in _RELATIVES and predicate.governor >= 0:
            return reading.chunk(predicate.governor) or chunk
        return chunk
    if predicate.governor < 0 or depth > 4:
        return None
    asked = _asked_before(reading, predicate)
    if asked is not None:
        return asked
    if predicate.relation == "relative":
        return _who_is_first(reading, predicate) or reading.chunk(predicate.governor)
    above = reading.predicate(predicate.governor)
    if above is None:
        return None
    if predicate.relation == "complement" and predicate.form in ("infinitive", "gerund") and above.object >= 0:
        return chunks[above.object]
    if predicate.relation in ("coordinated", "adjunct", "purpose", "complement"):
        return subject_of(reading, above, depth + 1)
    return None


def _who_is_first(reading: Reading, predicate: Predicate) -> Chunk | None:
    """ "X became the third country to do it", "X was among the first to do it": X, whom the verb names."""
    chunk = reading.chunk(predicate.governor) if predicate.form == "infinitive" else None
    if chunk is None or not ORDINALS & set(reading.words[chunk.first : chunk.last]):
        return None
    home = reading.home(chunk.head)
    named = home is not None and home.lemma in _EQUATING and home.head < chunk.first
    return subject_of(reading, home, 4) if named and home is not None else None


def _asked_before(reading: Reading, predicate: Predicate) -> Chunk | None:
    """ "calls on A to stop …, and on B to release …": the one right before the infinitive is to do it."""
    at = predicate.first - 1
    chunk = reading.chunk(at) if predicate.form == "infinitive" and at >= 0 else None
    return chunk if chunk is not None and reading.marker(chunk) in ("on", "upon", "for") else None


def agent_of(reading: Reading, home: int) -> Chunk | None:
    """The "by" of a passive."""
    for chunk in reading.parse.chunks:
        if reading.marker(chunk) == "by" and chunk.governor >= 0 and reading.parse.predicate_at[chunk.governor] == home:
            return chunk
    return None


def _predicate_of(reading: Reading, word: ActWord) -> Predicate | None:
    for at in (*range(word.first, word.last + 1), *(at for at in word.anchor if at > word.last)):
        predicate = reading.predicate(at)
        if predicate is not None and not (predicate.copula and predicate.head != at):
            return predicate
    return None


def _share_of_event(reading: Reading, predicate: Predicate, frame: Frame) -> None:
    """ "in June the group recorded 12 incidents in which people were beaten": the incidents are those of June."""
    chunk = reading.chunk(predicate.governor) if predicate.relation == "relative" and predicate.governor >= 0 else None
    if chunk is not None and reading.words[chunk.head] in _EVENTS:
        home = reading.home(chunk.head)
        if home is not None:
            frame.shared.add(reading.parse.predicate_at[home.head])


def _verbal(reading: Reading, word: ActWord, predicate: Predicate) -> Frame:
    number = reading.parse.predicate_at[predicate.head]
    frame = Frame(word, predicate, None, None, homes={number})
    chunks = reading.parse.chunks
    subject = subject_of(reading, predicate)
    target = chunks[predicate.object] if predicate.object >= 0 else None
    if predicate.passive and not _takes_object(reading, predicate):
        frame.affected = subject
        frame.actor = agent_of(reading, number)
    elif _is_undergone(predicate, target):
        frame.affected = subject
    else:
        frame.actor, frame.affected = subject, target
    frame.homes |= {home for at in word.anchor if (home := reading.parse.predicate_at[at]) >= 0}
    _share(reading, predicate, frame)
    _share_of_event(reading, predicate, frame)
    _take_in(reading, predicate, frame)
    return frame


def _is_undergone(predicate: Predicate, target: Chunk | None) -> bool:
    """Whether the subject is the one it befalls: they die, receive threats, cross a river, are in prison."""
    if predicate.lemma in _MOVING or predicate.lemma in _SUFFERED or predicate.copula or predicate.lemma == "be":
        return True
    return predicate.lemma in UNDERGONE and target is None


def _takes_object(reading: Reading, predicate: Predicate) -> bool:
    """ "Gendarmes rescued at least 240 people": a past tense that looks like a participle has an object after it."""
    if predicate.object < 0 or predicate.subject < 0 or predicate.first != predicate.head:
        return False
    return reading.parse.chunks[predicate.object].first > predicate.head and predicate.relation in (
        "root",
        "coordinated",
        "quoted",
        "",
    )


def _take_in(reading: Reading, predicate: Predicate, frame: Frame) -> None:
    """What is let happen belongs to the clause ("let 76 land in X"); a "when" clause lends its date and place."""
    for number, other in enumerate(reading.parse.predicates):
        if other.governor < 0:
            continue
        if reading.predicate(other.governor) is not predicate:
            time = reading.chunk(other.governor)
            if (
                other.marker == "when"
                and time is not None
                and time.governor == predicate.head
                and time.preposition >= 0
            ):
                frame.shared.add(number)  # "killed on Wednesday night when two men fired"
            continue
        if other.relation == "complement" and predicate.lemma in _LETTING:
            frame.homes.add(number)
        elif other.relation == "adjunct" and other.marker in ("when", "as"):
            frame.shared.add(number)


def _nominal(reading: Reading, word: ActWord) -> Frame:
    chunk = reading.chunk(word.last) or reading.chunk(word.first)
    host = reading.home(word.first)
    frame = Frame(word, None, host, chunk)
    if chunk is None:
        if host is not None:
            frame.homes = {reading.parse.predicate_at[host.head]}
        return frame
    for other in reading.parse.chunks:
        if other is chunk or other.governor < 0 or reading.parse.chunk_at[other.governor] < 0:
            continue
        if reading.chunk(other.governor) is not chunk:
            continue
        marker = reading.marker(other)
        if marker == "by":
            frame.actor = frame.actor or other
        elif marker in ("of", "against", "on", "to", "for", "from") and frame.affected is None:
            frame.affected = other
    _held_where(reading, chunk, frame)
    if host is not None and (host.lemma in _LIGHT or host.copula or _is_subject(reading, chunk, host)):
        number = reading.parse.predicate_at[host.head]
        frame.homes.add(number)
        subject = subject_of(reading, host)
        if host.lemma in _SUFFERED or host.lemma == "be":
            frame.affected = frame.affected or (subject if subject is not chunk else None)
        elif not _is_subject(reading, chunk, host) and frame.actor is None and not host.passive and not host.copula:
            frame.actor = subject
        elif host.passive and frame.actor is None:
            frame.actor = agent_of(reading, number)
        _share(reading, host, frame)
    elif (
        host is not None and host.lemma in _STOPPING and frame.actor is None and verb_of_effort(reading.parse, host) < 0
    ):
        frame.actor = subject_of(reading, host)
    return frame


def _held_where(reading: Reading, chunk: Chunk, frame: Frame) -> None:
    """ "concerts being held in Seoul on Friday": what is said of the gathering belongs to it."""
    for number, other in enumerate(reading.parse.predicates):
        if other.relation == "relative" and chunk.first <= other.governor < chunk.last and other.lemma in _LIGHT:
            frame.homes.add(number)


def _is_subject(reading: Reading, chunk: Chunk, host: Predicate) -> bool:
    return host.subject >= 0 and reading.top(chunk) is reading.parse.chunks[host.subject]


def _share(reading: Reading, predicate: Predicate, frame: Frame) -> None:
    """Dates and places of the clauses that this one is joined to hold for it too."""
    current: Predicate | None = predicate
    for _ in range(4):
        if current is None or current.governor < 0:
            return
        joined = current.relation == "coordinated" or (
            current.relation in ("adjunct", "purpose")
            and (current.marker in ("when", "as", "while") or (current.form != "finite" and not current.marker))
        )
        if not joined:
            return
        current = reading.predicate(current.governor)
        if current is not None:
            frame.shared.add(reading.parse.predicate_at[current.head])
