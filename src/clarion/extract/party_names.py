"""Names of parties: whether a noun can act, and the ref of the state that it names, belongs to or comes from."""

from functools import cache

from clarion.extract.lexicon import load
from clarion.extract.sentence import Reading
from clarion.language.figures.nouns import unit_of
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Party, Place
from clarion.model.vocabulary import PlaceKind, Unit
from clarion.reference.states import find_state, states

SELF = words("i we me us you my our your one myself ourselves")
SINGULAR = words("he she him her it its himself herself who which that this")
PLURAL = words("they them their themselves these those")
PRONOUNS = (
    SINGULAR
    | PLURAL
    | words(
        """all both some none others another each several many few most nobody no-one everyone anyone someone somebody
        anybody everybody nothing
        there such what"""
    )
)
ORGANS = words(
    """police army navy troops soldiers officers officer guards guard government ministry minister authorities court
    courts prosecutor prosecutors parliament judiciary forces gendarmes consulate embassy consul ambassador
    coastguard patrol president security-forces military regime junta judge officials official airforce"""
)
OFFICES = words("minister prosecutor officer official ambassador consul guard president judge")
PLURAL_HEADS = words("people men women children police gunmen policemen guardsmen gendarmes troops families")
_TITLES = words("the a an its their his her this that these those our my your mr ms mrs dr")
BODIES = words(
    """group groups militia militias faction state states country countries government governments company companies
    firm firms organisation organisations organization organizations ngo ngos party parties union unions church
    churches parish court courts tribunal council commission committee assembly coalition alliance network
    agency agencies body bodies movement team forum regime junta administration parliament house senate congress
    cabinet ministry office navy airforce command mission embassy consulate delegation community world band gang
    mob crowd side sides half majority population monitor bishop diocese charity department bureau service press
    unit units squad squads brigade battalion platoon regiment column patrol crew
    media newspaper station channel website site paper institute centre center bloc eu un us uk"""
)
_NOT_PERSONS = words(
    """tankers helicopters papers letters orders numbers borders powers figures rivers waters others matters computers
    prayers letters answers rumours posters shelters doors floors containers restaurants plants"""
)
# nouns that are counted as people and do nothing
_DEATHS = words("death deaths casualty casualties fatality fatalities killings injuries victims bodies")
_FORCES = words("air police security border task special defence defense armed naval peacekeeping")
_ACTING = ("people", "armed", "police", "officials", "source", "rescuers")
_NO_AGENTS = words(
    """force law name sea air land boat bus plane truck train hand foot night day road rail lorry accident mistake ship
    phone letter"""
)
_WORDS_OF_THINGS = words(
    """article articles section convention protocol covenant act law bill resolution the this that these those river
    bridge operation decree code constitution treaty chapter rule"""
)


def party_of(reading: Reading, chunk: Chunk) -> Party:
    """A chunk with its "of" phrases as a party, with the ref of the state that it names or whose organ it is."""
    first, last = chunk.first, _end_of_name(reading, chunk)
    return Party(reading.text_of(first, last), ref_of(reading, chunk), reading.span_of(first, last))


def is_animate(reading: Reading, chunk: Chunk) -> bool:
    """Whether a chunk can act: a noun for persons or bodies, or a name that is no date, list number or mere place."""
    word = reading.words[chunk.head]
    if any(found.at <= chunk.head <= found.last for found in reading.dates) or word[0].isdigit():
        return False
    if word in _DEATHS:
        return False
    if word in _NO_AGENTS:
        return word == "force" and chunk.head > chunk.first and reading.words[chunk.head - 1] in _FORCES
    if (
        word in BODIES
        or word in ORGANS
        or _one_of(word) in BODIES | ORGANS
        or (unit_of(word) or (None, False))[0] in (Unit.PEOPLE, Unit.FAMILIES)
    ):
        return True
    if any(word in load().classes[name] for name in _ACTING):
        return True
    if word.endswith(("ers", "ors", "ists", "ants", "men", "ees")) and word not in _NOT_PERSONS:
        return True
    place = _place_at(reading, chunk.head)
    if place is not None and place.kind not in (PlaceKind.STATE, PlaceKind.DEMONYM):
        return word in _capitals() or reading.text_of(chunk.first, chunk.head).lower() in _capitals()
    named = reading.parse.tokens[chunk.head].text[0].isupper()
    if named and chunk.head > chunk.first and reading.parse.tokens[chunk.head - 1].text[0].isupper():
        return word not in ("convention", "protocol", "covenant", "act", "code", "constitution")
    return named and word not in _WORDS_OF_THINGS


def _one_of(word: str) -> str:
    """The singular of a regular plural: "parliaments" is one parliament more than once."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if not word.endswith("ss") else word


def is_person_like(reading: Reading, chunk: Chunk) -> bool:
    """Whether a chunk may be those whom an act befalls: people, families, named persons; no state and no place."""
    word = reading.words[chunk.head]
    if word in PRONOUNS or word in SELF:
        return False
    if any(found.at <= chunk.head <= found.last for found in reading.dates):
        return False
    if (unit_of(word) or (None, False))[0] in (Unit.PEOPLE, Unit.FAMILIES) or word in load().classes["people"]:
        return True
    if any(chunk.first <= found.at < chunk.last or chunk.first <= found.last < chunk.last for found in reading.figures):
        return unit_of(word) is None
    place = _place_at(reading, chunk.head)
    if place is not None:
        return place.kind is PlaceKind.DEMONYM
    found = find_state(reading.text_of(chunk.head, chunk.head))
    if found is not None:
        return found.demonym
    if word.endswith(("ers", "ors", "ists", "ants", "men", "ees", "ians")) and word not in _NOT_PERSONS:
        return True
    if any(word in load().classes[name] for name in _ACTING):
        return True
    return reading.parse.tokens[chunk.head].text[0].isupper() and _is_name(reading, chunk)


def ref_of(reading: Reading, chunk: Chunk) -> str | None:
    """The ref of a state: named, by its capital, or as whose organ or leader the chunk names somebody."""
    names = [at for at in range(chunk.first, chunk.last) if reading.words[at] not in _TITLES]
    if not names:
        return None
    whole = reading.text_of(names[0], names[-1])
    found = find_state(whole)
    if found is not None and not found.demonym:
        return found.state.ref
    if whole.lower() in _capitals() and whole[0].isupper():
        return _capitals()[whole.lower()]
    if not any(_is_of_state(reading.words[at]) for at in names):
        return None
    return _state_within(reading, names[0], names[-1]) or _state_of(reading, chunk)


def nationality_of(reading: Reading, first: int, last: int) -> str | None:
    """The ref of the nationality that a word from `first` up to `last` names: "nationality:KP"."""
    for start in range(first, last):
        for size in (2, 1):
            if start + size <= last:
                found = find_state(reading.text_of(start, start + size - 1))
                if found is not None and found.demonym:
                    return f"nationality:{found.state.code}"
    return None


def _is_of_state(word: str) -> bool:
    classes = load().classes
    return word in ORGANS or word in OFFICES or word in classes["police"] or word in classes["officials"]


def _state_within(reading: Reading, first: int, last: int) -> str | None:
    for start in range(first, min(first + 2, last + 1)):
        for size in (3, 2, 1):
            found = find_state(reading.text_of(start, min(start + size - 1, last)))
            if found is not None:
                return found.state.ref
    return None


def _state_of(reading: Reading, chunk: Chunk) -> str | None:
    """ "the government of X"."""
    other = _of_phrase(reading, chunk)
    for _ in range(2):
        if other is None:
            return None
        ref = _state_within(reading, other.first + (reading.words[other.first] == "the"), other.last - 1)
        if ref is not None:
            return ref
        other = _of_phrase(reading, other)
    return None


def _of_phrase(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The chunk that follows with "of", no pronoun or figure."""
    at = chunk.last
    if at + 1 >= len(reading.words) or reading.words[at] != "of":
        return None
    other = reading.chunk(at + 1)
    if other is None or other.preposition != at or reading.words[other.head] in PRONOUNS | SELF:
        return None
    return other


def _end_of_name(reading: Reading, chunk: Chunk) -> int:
    last, current = chunk.last - 1, chunk
    for _ in range(3):
        other = _of_phrase(reading, current)
        if other is None or not reading.parse.tokens[other.head].text[0].isupper():
            return last
        last, current = other.last - 1, other
    return last


def _place_at(reading: Reading, at: int) -> Place | None:
    for found in reading.places:
        if found.at <= at <= found.last and isinstance(found.what, Place):
            return found.what
    return None


def _is_name(reading: Reading, chunk: Chunk) -> bool:
    """Two or more capitalised words in a row, none of them of a thing: a person's name."""
    if reading.words[chunk.head] in _WORDS_OF_THINGS or chunk.head == chunk.first:
        return False
    return reading.parse.tokens[chunk.head - 1].text[0].isupper() and ref_of(reading, chunk) is None


@cache
def _capitals() -> dict[str, str]:
    """Refs of states by their capitals in lower case, which stand for them: "Beijing denies it"."""
    return {one.capital.lower(): one.ref for one in states() if one.capital}
