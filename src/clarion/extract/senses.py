"""Other senses: act words that tell no act by what kind of word they are here, or by what they are said of.

"birth defects" is a noun, "the parcel was released" is said of a thing: neither tells what befalls people.
"""

from clarion.extract.frames import Frame
from clarion.extract.lexicon import load
from clarion.extract.penalties import is_only_threatened
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Chunk
from clarion.language.tags import ADJECTIVE, DETERMINER, NOMINAL, NOUN, NUMBER, POSSESSIVE, PREPOSITION
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind

# acts that befall people alone
_OF_PEOPLE = frozenset(
    """detention abduction torture execution release forced_return displacement flight arrival killing injury
    sexual_violence trafficking disappearance rescue forced_labour""".split()
)
# "it" is a boat as often as not where people are moved, and a thing where they are held
_NOT_OF_IT = frozenset("detention abduction torture execution release injury trafficking".split())
_BEFORE_NOUN = ADJECTIVE | DETERMINER | NOUN | NUMBER | POSSESSIVE | PREPOSITION
_MENACING = words("threaten menace intimidate harass insult mock follow question pressure")
_TOWNS = (PlaceKind.STATE, PlaceKind.REGION, PlaceKind.SETTLEMENT)
_LEFT_A_COUNTRY = "[left|leaves|leave|leaving|quit] <country>"
_OPENING = frozenset("the a an his her its their our my your this that these those him them us me".split())


# who comes, goes or is sent on duty: of a minister or a team these tell no arrival, flight or return
_TRAVELLING = {
    "arrival": words("arrive reach land come enter dock receive welcome return visit move host"),
    "flight": words("leave depart go return come travel get head reach cross set"),
    "forced_return": words("send fly order move bring drive take"),
}
# acts that only people suffer and places do not: "rebels hold Goma", "troops captured Kidal"
_NOT_OF_PLACES = frozenset("detention abduction torture execution release injury".split())


def has_other_sense(reading: Reading, word: ActWord, frame: Frame) -> bool:
    """True when the act word is of another kind here, or is said of things where only people are meant."""
    return (
        _is_other_noun(reading, word)
        or _is_of_things(reading, word, frame)
        or _is_by_things(reading, word, frame)
        or _is_travel(reading, word, frame)
        or is_only_threatened(reading, word)
    )


def _is_other_noun(reading: Reading, word: ActWord) -> bool:
    """ "clubs" in "non-league clubs": a noun, where the cue means the verb."""
    at = word.first
    if len(word.anchor) > 1 or reading.words[at] not in load().verbs["noun_elsewhere"]:
        return False
    if reading.words[at].endswith("ing") or not reading.parse.tags[at] & NOMINAL:
        return False
    if at == 0 or not reading.parse.tags[at - 1] & _BEFORE_NOUN:  # "residents block highway": a verb taken for a noun
        return False
    after = reading.words[at + 1] if at + 1 < len(reading.words) else "."
    return after not in _OPENING and not after[0].isdigit()


def _is_of_things(reading: Reading, word: ActWord, frame: Frame) -> bool:
    if word.act not in _OF_PEOPLE:
        return False
    chunk = frame.affected
    if chunk is None or (frame.nominal and reading.marker(chunk) != "of"):
        return False
    return _is_thing(reading, chunk, word.act)


def _is_thing(reading: Reading, chunk: Chunk, act: str) -> bool:
    said = reading.words[chunk.head]
    if said == "it":
        return act in _NOT_OF_IT
    if reading.parse.tokens[chunk.head].text[:1].isupper():
        return act in _NOT_OF_PLACES and _is_place(reading, chunk)
    return said in load().classes["things"]


def _is_place(reading: Reading, chunk: Chunk) -> bool:
    """A name of a town or country alone; not people named by their country ("two Kenyans")."""
    if chunk.last - chunk.first > 1:
        return False
    at = chunk.head
    return any(found.at == found.last == at and _kind(found) in _TOWNS for found in reading.places)


def _kind(found: Found) -> PlaceKind | None:
    return found.what.kind if isinstance(found.what, Place) else None


def _is_by_things(reading: Reading, word: ActWord, frame: Frame) -> bool:
    """ "long terms threaten them": only people harass."""
    if (
        word.act != "harassment"
        or frame.predicate is None
        or frame.actor is None
        or frame.predicate.lemma not in _MENACING
    ):
        return False
    return reading.words[frame.actor.head] in load().classes["things"]


def _is_travel(reading: Reading, word: ActWord, frame: Frame) -> bool:
    """ "the minister arrived in Rome", "troops were sent to the border", "the coach left Hull"."""
    if word.written == _LEFT_A_COUNTRY and not _leaves_a_country(reading, word):
        return True
    if frame.predicate is None or frame.affected is None:
        return False
    if frame.predicate.lemma not in _TRAVELLING.get(word.act, ()):
        return False
    return reading.words[frame.affected.head] in load().classes["visitors"]


def _leaves_a_country(reading: Reading, word: ActWord) -> bool:
    if any(reading.words[at] in load().classes["country"] for at in word.beside):
        return True
    return any(
        found.at <= at <= found.last and _kind(found) is PlaceKind.STATE
        for found in reading.places
        for at in word.beside
    )
