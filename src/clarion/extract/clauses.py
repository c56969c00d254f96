"""One claim an act and clause: words that tell an act again in their clause are dropped, or tell another act."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from clarion.extract.frames import Frame
from clarion.extract.lexicon import load
from clarion.extract.refine import ActWord
from clarion.extract.senses import has_other_sense
from clarion.extract.sentence import Reading
from clarion.language.parse import Predicate
from clarion.language.wordlists import words
from clarion.model.nouns import Count

_SUPPOSING = words("fear believe think presume suspect suppose assume report rumour allege say")
_JOINED = frozenset(("coordinated", "purpose", "complement", "adjunct"))
# blows that are torture when those who deal them hold the person in their power
_BLOWS = words("beat kick punch slap whip club burn choke hit thrash cane lash flog pummel batter")
# those whom the police strike in the street are in nobody's hands
_CALLING = words("appeal call plead")
_WALKING = words("march walk parade")
_CROWD = words(
    "demonstrators demonstrator protesters protester protestors marchers marcher crowd crowds strikers rioters"
)
_POWER = frozenset(("detention", "forced_return", "torture", "sentencing", "disappearance", "release", "execution"))
_OPEN_FIELD = frozenset(("demonstration", "attack", "flight", "abduction"))
_QUESTIONING = words("questioned interrogated interrogation questioning interrogators custody detention prison")
# giving over: of people it is a return, of things it is not
_GIVING = words("hand turn give deliver surrender")

# a crossing alone is no forced return: teams, traders and buses cross borders every day
_CROSSING = words("cross pass go travel enter")
_UNWILLING = re.compile(
    r"\b(?:refugees?|asylum|escapees?|defectors?|deport\w*|repatriat\w*|detain\w*|prisoners?"
    r"|against (?:their|his|her) will"
    r"|forc(?:ed|ibly|efully)|sent back|handed over|expel\w*)\b",
    re.I,
)

# the ways of taking people of which only the taker says whether it is an arrest or a kidnapping
_TAKING = words("take lead drag bundle seize snatch march")
_STATE = re.compile(
    r"\b(?:police|prison|court|prosecutor|security (?:service|committee|forces)|ministry|jail|judge|officers)\b", re.I
)
_GANGS = re.compile(
    r"\b(?:gunmen|militants?|rebels?|armed men|bandits?|ransom|kidnap\w*|insurgents?|jihadists?|gangs?)\b", re.I
)
_OWN = re.compile(
    r"\b(?:priests?|bishops?|nuns?|clergy|diocese|dissidents?|opponents?|compatriots|own (?:citizens|nationals))\b",
    re.I,
)
_FOREIGN = re.compile(r"\b(?:refugees?|asylum|migrants?|foreigners?|aliens?|border guards?)\b", re.I)
# verbs by which a state puts out its own people as well as others'
_PUTTING_OUT = words("expel deport put fly send drive banish remove force take")

Framed = tuple[ActWord, Frame]


@dataclass(frozen=True, slots=True)
class Context:
    """What a document as a whole says of those who take people, and of whom a state puts out.

    `told` are the acts of the sentence before: who was just told to be held is hurt in the hands of those who hold.
    """

    whole: "Whole"
    told: frozenset[str] = frozenset()


class Whole:
    """The text of a document, counted through when an act first asks: few do."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def state_takes(self) -> bool:
        """Whether the organs of the state are named more often than gangs."""
        return len(_STATE.findall(self._text)) > len(_GANGS.findall(self._text))

    @cached_property
    def own_people(self) -> bool:
        """Whether the state's own people are named more often than foreigners."""
        own = len(_OWN.findall(self._text))
        return own > 2 and own > len(_FOREIGN.findall(self._text))


def context_of(text: str) -> Context:
    """The context of a document: who is named more often, the state's organs or gangs; its own people or foreigners."""
    return Context(Whole(text))


def one_a_clause(reading: Reading, framed: list[Framed], context: Context) -> list[Framed]:
    """The act words of a sentence with their frames, without those that only say again what their clause has told."""
    settled = [
        (word, frame) for word, frame in (_settled(reading, one, framed, context) for one in framed) if word is not None
    ]
    kept: list[Framed] = []
    for word, frame in settled:
        told_by = next((o for _, o in kept if o.word.act == word.act and _repeats(reading, o, frame)), None)
        if told_by is None:
            kept.append((word, frame))
        else:  # its date, place and figure still belong to the claim
            told_by.homes |= frame.homes
    return kept


def _settled(reading: Reading, one: Framed, framed: list[Framed], context: Context) -> tuple[ActWord | None, Frame]:
    """The act word with the act that its clause makes of it, or None where it tells none."""
    word, frame = one
    act = _act_here(reading, one, framed, context)
    if act is None:
        return None, frame
    if act != word.act:
        word = replace(word, act=act)
        frame.word = word
    return word, frame


def _act_here(reading: Reading, one: Framed, framed: list[Framed], context: Context) -> str | None:
    word, frame = one
    if has_other_sense(reading, word, frame):
        return None
    lemma = frame.predicate.lemma if frame.predicate is not None else ""
    if word.act == "appeal" and lemma in _CALLING and _asks_for_a_deed(reading, frame):
        return None
    if word.act == "demonstration" and lemma in _WALKING and frame.predicate is not None and frame.predicate.passive:
        return None  # "were marched to the airstrip"
    if word.act == "injury" and lemma in _BLOWS and _in_power(reading, frame, framed, context.told):
        return "torture"
    if word.act == "forced_return" and lemma in _GIVING and _gives_things(reading, frame):
        return None
    if word.act == "forced_return" and lemma in _CROSSING and not _by_force(reading):
        return None
    if word.act == "forced_return" and lemma in _PUTTING_OUT and context.whole.own_people:
        return "displacement"
    if word.act == "abduction" and lemma in _TAKING and context.whole.state_takes and not _by_gang(reading):
        return "detention"
    return word.act


def _asks_for_a_deed(reading: Reading, frame: Frame) -> bool:
    """ "appealed to the Union to send observers": the claim is what is asked for."""
    predicate = frame.predicate
    return predicate is not None and any(
        one.form == "infinitive" and one.relation == "complement" and reading.predicate(one.governor) is predicate
        for one in reading.parse.predicates
        if one.governor >= 0
    )


def _by_force(reading: Reading) -> bool:
    """Whether a sentence of a crossing tells of people who would not go: refugees, escapees, those sent or forced."""
    return bool(_UNWILLING.search(reading.parse.text, *reading.parse.span))


def _by_gang(reading: Reading) -> bool:
    return bool(_GANGS.search(reading.parse.text, *reading.parse.span)) or "hostage" in reading.words


def _in_power(reading: Reading, frame: Frame, framed: list[Framed], told: frozenset[str]) -> bool:
    """Whether those who strike have the person in their hands: held, removed or questioned in the same sentence."""
    acts = {word.act for word, other in framed if other is not frame}
    if acts & _OPEN_FIELD or (told & _OPEN_FIELD and not acts & _POWER):
        return False
    said = set(reading.words)
    if (acts | told) & _POWER or said & _QUESTIONING or said & load().classes["detained"]:
        return True
    actor, struck = frame.actor, frame.affected
    if struck is not None and reading.words[struck.head] in _CROWD:
        return False
    return actor is not None and any(
        reading.words[at] in load().classes["police"] for at in range(actor.first, actor.last)
    )


def _gives_things(reading: Reading, frame: Frame) -> bool:
    """ "handed over the keys": an object that is neither a person nor a figure."""
    predicate, chunk = frame.predicate, frame.affected
    if predicate is None or chunk is None:
        return False
    word = reading.words[chunk.head]
    people = load().classes["people"] | load().classes["pronouns"]
    named = reading.parse.tokens[chunk.head].text[0].isupper()
    counted = any(chunk.first <= found.at < chunk.last for found in reading.figures)
    return not (word in people or named or counted or word.endswith(("ers", "ees", "ists", "ans", "men")))


def _repeats(reading: Reading, before: Frame, frame: Frame) -> bool:
    """Whether `frame` tells the act of `before` again: joined to it without a doer, figure or sufferer of its own."""
    first, second = before.predicate or before.host, frame.predicate or frame.host
    if first is None or second is None:
        return False
    if frame.nominal:
        return first is second and not before.nominal and not _has_figure(reading, frame)
    if before.nominal:
        return first is second
    if first is second:
        return True
    if _is_supposed(reading, second, first):
        return False
    return _joined_to(reading, second, first) and second.subject < 0 and not _has_own_object(reading, frame)


def _is_supposed(reading: Reading, second: Predicate, first: Predicate) -> bool:
    """ "were kidnapped and are feared to have been carried off": what is only feared is not what was told."""
    current: Predicate | None = second
    for _ in range(3):
        current = reading.predicate(current.governor) if current is not None and current.governor >= 0 else None
        if current is None or current is first:
            return False
        if current.lemma in _SUPPOSING and current.passive:
            return True
    return False


def _joined_to(reading: Reading, second: Predicate, first: Predicate) -> bool:
    current: Predicate | None = second
    for _ in range(3):
        if current is None or current.governor < 0 or current.relation not in _JOINED:
            return False
        current = reading.predicate(current.governor)
        if current is first:
            return True
    return False


def _has_own_object(reading: Reading, frame: Frame) -> bool:
    predicate = frame.predicate
    return predicate is not None and not predicate.passive and predicate.object >= 0


def _has_figure(reading: Reading, frame: Frame) -> bool:
    chunk = frame.noun
    if chunk is None:
        return False
    return any(isinstance(found.what, Count) and chunk.first <= found.at < chunk.last for found in reading.figures)
