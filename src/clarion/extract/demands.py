"""Demands to stop: "stop X" is a claim `halt` about X, and mostly presupposes that X goes on."""

from clarion.extract.draft import Draft
from clarion.extract.frames import Frame, subject_of
from clarion.extract.sentence import Reading
from clarion.extract.wanted import is_done, object_of
from clarion.language.parse import Predicate
from clarion.language.tags import ADJECTIVE, NOMINAL
from clarion.language.wordlists import words
from clarion.model.vocabulary import StanceKind

_STOP = words(
    """stop end halt cease suspend discontinue terminate quit stay freeze abolish abandon pause renounce curb"""
)
_REFRAIN = words("refrain avoid desist abstain prevent forgo")
_BARE_STOP = words(
    """stop end halt cease suspend discontinue terminate quit freeze abolish abandon stopping ending halting"""
)
_BARE_REFRAIN = words("refrain desist abstain avoid")
_NONE = words("no none nobody no-one neither nothing never")
_NORMATIVE = words("may must shall")
_BEFORE_NOUN = words("the all any every its their his her this these those such your our further of from")
_OPENING = 10  # words before an act within which "the least it can do is" stands
# who is expected to do something, when that is a demand
_ASKED = words(
    """police army government ministry minister authorities authority court courts parliament commission state officials
    prosecutor prosecutors president council regime junta governor mayor embassy judge commander military"""
)
_FORBORNE = frozenset(("sentencing", "injury", "abduction", "prosecution", "demonstration", "border_closure"))
_ON_NO_ACCOUNT = ("under no circumstances", "on no account", "in no case", "at no time", "by no means")
_AHEAD = (StanceKind.CALLED_FOR, StanceKind.EXPECTED, StanceKind.ANNOUNCED)
_CULPRITS = words("guilty culprits perpetrators killers murderers torturers responsible abusers")
_WANTED = frozenset(("investigation", "release", "prosecution", "rescue", "aid", "consultation", "agreement", "halt"))
_SUBJECT = 7  # words between "that" and the verb of its clause
_ASKING = words("ask beg urge implore plead appeal beseech entreat press request call exhort demand petition lobby")
_ASKING_FOR = words("ask call press push request demand seek appeal plead clamour lobby")
_ASKING_ALONE = words("request demand seek")  # without "for"
_EVENTS = words(
    "inquiry probe investigation observers monitors meeting audience talks dialogue commission panel mission"
)
_EVENT_ACTS = ("investigation", "consultation")
_TOLD = (StanceKind.ASSERTED, StanceKind.REPORTED)
_ENDING = words("stop end cease halt")
_FIRST = words("and or but please , : ; ( to must should") | frozenset("\"“‘'«!")
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
    found = _above(reading, frame.predicate) if frame.predicate is not None else _around(reading, frame)
    return found if found is not None else _bare(reading, frame)


def is_forbidden(reading: Reading, predicate: Predicate) -> bool:
    """Whether a demand is one not to do it: "must not be", "no one should be", "that no witness be threatened"."""
    if predicate.negated:
        return True
    subject = subject_of(reading, predicate)
    if subject is not None and reading.words[subject.first] in _NONE:
        return True
    opening = " ".join(reading.words[max(0, predicate.first - _OPENING) : predicate.head])
    if any(never in opening for never in _ON_NO_ACCOUNT):
        return True
    before = reading.words[max(0, predicate.first - 1) : predicate.head]
    return "never" in before or "not" in before


def forbids(reading: Reading, predicate: Predicate, act: str) -> bool:
    """ "No one may be returned": a rule told as a denial of leave, for acts that are done to people."""
    passive = predicate.passive and not predicate.perfect and predicate.modal in _NORMATIVE
    return passive and act in _STOPPABLE and is_forbidden(reading, predicate)


def is_asked_otherwise(draft: Draft) -> bool:
    """ "would do well to free them", "the least it can do is free them", "We expect them to", "want an inquiry"."""
    reading, frame = draft.reading, draft.frame
    at = frame.word.first
    before = reading.words[max(0, at - _OPENING) : at]
    if "least" in before and {"can", "could", "should"} & set(before) and {"do", "expect"} & set(before):
        return {"is", "be"} & set(before[-3:]) != set()
    if draft.stance is not StanceKind.EXPECTED:
        return draft.act in _EVENT_ACTS and draft.stance in _TOLD and _asks_for(draft)
    upper = reading.predicate(frame.predicate.governor) if frame.predicate and frame.predicate.governor >= 0 else None
    if upper is not None and frame.predicate is not None and frame.predicate.form == "infinitive":
        if upper.copula and upper.lemma in ("wise", "advised"):
            return upper.modal == "would"
        if upper.lemma == "do":
            return upper.modal == "would" and "well" in reading.words[upper.last : upper.last + 2]
        whom = reading.parse.chunks[upper.object] if upper.object >= 0 else None
        expects = upper.lemma == "expect" and upper.subject >= 0 and not upper.modal
        if expects and reading.words[reading.parse.chunks[upper.subject].head] in ("we", "i"):
            return whom is not None and reading.words[whom.head] in _ASKED
    host = frame.host
    wants = host is not None and host.lemma == "want" and not host.negated and host.head < at
    if not wants or frame.noun is None or draft.act not in _WANTED:
        return False
    return reading.marker(frame.noun) in ("", "for")


def _asks_for(draft: Draft) -> bool:
    """ "pressed for an independent inquiry", "requests a meeting": the verb that asks is itself a word of the act."""
    word, reading = draft.frame.word, draft.reading
    predicate = reading.predicate(word.first)
    if predicate is None or predicate.lemma not in _ASKING_FOR or predicate.negated or predicate.passive:
        return False
    said = reading.words[predicate.head + 1 : max(word.last, *word.anchor, *word.beside, word.first) + 1]
    return bool(_EVENTS & set(said)) and (predicate.lemma in _ASKING_ALONE or "for" in said)


def _bare(reading: Reading, frame: Frame) -> tuple[int, bool, Predicate | None] | None:
    """ "Stop deporting", "that the army cease the bombing": a base form that the grammar takes for a noun."""
    at = (frame.predicate.first if frame.predicate is not None else frame.word.first) - 1
    if frame.predicate is not None and frame.predicate.form != "gerund":
        return None
    tags = reading.parse.tags
    low = max(0, at - _SUBJECT)
    while at > low and reading.words[at] not in _BARE_STOP | _BARE_REFRAIN:
        if (
            not (reading.words[at] in _BEFORE_NOUN or tags[at] & (ADJECTIVE | NOMINAL))
            or reading.parse.predicate_at[at] >= 0
        ):
            return None
        at -= 1
    if at < 0 or reading.words[at] not in _BARE_STOP | _BARE_REFRAIN or reading.parse.predicate_at[at] >= 0:
        return None
    opens = at == 0 or reading.words[at - 1] in _FIRST
    asked = "that" in reading.words[max(0, at - _SUBJECT) : at]
    return (at, reading.words[at] in _BARE_STOP, None) if opens or asked else None


def is_bare(reading: Reading, at: int) -> bool:
    """Whether the word that asks for an end is no verb to the grammar and opens its sentence or part of it."""
    return reading.parse.predicate_at[at] < 0 and (at == 0 or reading.words[at - 1] in _FIRST)


def _ended(reading: Reading, frame: Frame) -> tuple[int, bool, Predicate | None] | None:
    """ "the raids must stop", "for the raids to stop", "that the raids be suspended", "No more raids"."""
    noun, host = frame.noun, frame.host
    if noun is None:
        return None
    top = reading.top(noun)
    for predicate in reading.parse.predicates:
        if predicate.subject < 0 or reading.parse.chunks[predicate.subject] is not top:
            continue
        if predicate.lemma in (_STOP if predicate.passive else _ENDING) and predicate.object < 0:
            return predicate.head, True, predicate
    after = frame.word.last + 1
    base = after < len(reading.words) and reading.words[after] in _ENDING and reading.parse.predicate_at[after] < 0
    if base and "that" in reading.words[max(0, noun.first - 2) : frame.word.first]:
        return after, True, None  # "they ask that the shelling stop"
    further = reading.words[noun.first] == "no" and reading.words[noun.first + 1] in ("more", "further")
    return (noun.first, True, None) if further and host is None else None


def _is_nested(reading: Reading, frame: Frame) -> bool:
    """Whether the noun of an act hangs on that of another: what ends in "no attack on the picket" is the attack."""
    above = reading.chunk(frame.noun.governor) if frame.noun is not None and frame.noun.governor >= 0 else None
    if above is None or above is frame.noun:
        return False
    return any(above.first <= word.first < above.last and word is not frame.word for word in reading.acts)


def _around(reading: Reading, frame: Frame) -> tuple[int, bool, Predicate | None] | None:
    ended = _ended(reading, frame)
    if ended is not None or _is_nested(reading, frame):
        return ended
    host = frame.host
    if host is not None and frame.noun is not None:
        is_subject = _is_subject_of(reading, frame, host)
        if host.lemma in _STOP | _REFRAIN and host.head < frame.word.first and not is_subject:
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
        if above.lemma in _STOP | _REFRAIN and _is_stopped_by(predicate, above):
            return above.head, above.lemma in _STOP, above
        if current.relation == "coordinated" and above.form != predicate.form:
            return None  # "to stop expelling people and to prosecute those responsible"
        if current.relation != "coordinated":
            return None
        current = above
    return None


def _is_stopped_by(predicate: Predicate, above: Predicate) -> bool:
    """ "stop doing", "cease to do"; not "stop to do"."""
    if above.head > predicate.head:
        return False
    return predicate.form == "gerund" or (predicate.form == "infinitive" and above.lemma == "cease")


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
    drafts = [draft for draft in drafts if not _only_asks(draft, drafts)]
    for draft in drafts:
        if draft.act == "sentencing" and draft.stance in _AHEAD and _CULPRITS & _before(draft):
            draft.act = "prosecution"  # "the guilty must be brought before a judge"
    structural = [draft for draft in drafts if draft.act == "halt" and draft.object_act is not None]
    kept: list[Draft] = []
    stops: set[tuple[int, int]] = set()
    for draft in drafts:
        if draft.act != "halt" or draft.object_act is not None:
            if draft.act != "halt" or draft.cue not in stops:  # one word asks for one end
                kept.append(draft)
            if draft.act == "halt":
                stops.add(draft.cue)
        elif is_done(draft.frame.word.written):
            draft.object_act = object_of(draft.frame.word.written)
            kept.append(draft)
        elif draft.stance is StanceKind.CALLED_FOR and not any(_is_same(draft, other) for other in structural):
            draft.object_act = _object_beside(draft, drafts)
            kept.append(draft)
    return kept


def _before(draft: Draft) -> set[str]:
    at = draft.frame.word.first
    return set(draft.reading.words[max(0, at - _OPENING) : at])


def _only_asks(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether an appeal is told by a verb that only carries the demand behind it: "asked them to free her"."""
    predicate = draft.frame.predicate
    if draft.act != "appeal" or predicate is None or predicate.lemma not in _ASKING:
        return False
    return any(
        other.stance is StanceKind.CALLED_FOR
        and other is not draft
        and other.cue[0] > draft.cue[0]
        and _hangs_on(draft.reading, other.frame, predicate)
        for other in drafts
    )


def _hangs_on(reading: Reading, frame: Frame, upper: Predicate) -> bool:
    predicate = frame.predicate or frame.host
    for _ in range(4):
        if predicate is None:
            return False
        if predicate is upper:
            return True
        predicate = reading.predicate(predicate.governor) if predicate.governor >= 0 else None
    return False


def can_be_forborne(act: str) -> bool:
    """Whether a demand not to do an act is a halt: nobody is asked to stop asking or giving."""
    return act in _STOPPABLE or act in _FORBORNE


def _is_same(draft: Draft, other: Draft) -> bool:
    """Whether two halts ask for the end of one act by the same words."""
    word, first = draft.frame.word, other.frame.word.first
    of_cue = (word.first, word.last, *word.anchor, *word.beside)
    return min(of_cue) <= first <= max(of_cue)


def _object_beside(draft: Draft, drafts: list[Draft]) -> str | None:
    known = object_of(draft.frame.word.written)
    if known is not None:
        return known
    words_ = set(draft.reading.words)
    for wanted, act in _UNDONE:
        if words_ & wanted:
            return act
    others = [other for other in drafts if other.act in _STOPPABLE]
    return min(others, key=lambda other: (abs(other.cue[0] - draft.cue[0]), other.act)).act if others else None
