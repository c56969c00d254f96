"""Where an act happened: the places of its own clause and of the clause it is joined to, with their roles."""

from dataclasses import replace

from clarion.extract.circumstances_roles import SITES, WIDE, WITHIN, role_of
from clarion.extract.frames import Frame
from clarion.extract.lexicon import load
from clarion.extract.party_names import PRONOUNS
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind, PlaceRole

_NOT_PLACED = frozenset(("condemnation", "breach", "lawmaking", "appeal", "sanction", "boycott", "volunteering"))
_AT_ONCE = frozenset(("killing", "injury", "destruction", "attack", "sexual_violence", "harassment", "demonstration"))
_GATHERINGS = frozenset(("demonstration", "commemoration", "prayer"))
# acts told of a place itself: "X was shelled", "X reopened"
_OF_PLACES = frozenset(("attack", "destruction", "border_opening", "border_closure", "deprivation", "displacement"))
# acts of people on the move: where something before them happened says nothing of where they were
_ELSEWHERE = frozenset(("forced_return", "flight", "arrival", "trafficking", "release"))
_QUALIFYING = words(
    """, in ( of the near 's central northern southern eastern western north-western north-eastern south-western
    south-eastern north south east west"""
)
# words of time that a parser takes for the head of a place name: "in China right now"
_TIMES = words("right now today yesterday tomorrow tonight alone itself proper")
_BE = words("is are was were has have will would may 's seems exists remains")
_STANDING_IN = WITHIN | words("on across throughout along inside")
# prepositions by which another deed is named only as the reason or topic: "over the attack on X"
_TOPIC = words("over about for after before since despite amid following against of")
_TELLING = words(
    """say tell report warn announce urge call state confirm deny write add publish demand ask condemn accuse meet
    protest rally gather march"""
)


def where_of(reading: Reading, frame: Frame, own: set[int], told: Place | None = None) -> tuple[Place, ...]:
    """The places of the act with their roles, the narrowest of each phrase. `told` is what "there" means."""
    if frame.word.act in _NOT_PLACED:
        return ()
    label = _label_end(reading)
    fitting = [found for found in reading.places if found.at >= label and _says_where(reading, frame, found)]
    mine = [found for found in fitting if found.at in own]
    if not mine and frame.affected is not None:
        mine = [found for found in fitting if _is_of_sufferer(reading, frame.affected, found)]
    if not mine and frame.predicate is not None and frame.predicate.relation == "relative":
        mine = _of_noun(reading, frame)
        if frame.predicate.marker == "where":
            return _narrowest(reading, [(PlaceRole.AT, found) for found in mine])
    if not mine and "there" in (reading.words[at] for at in own) and told is not None and not _is_existential(reading):
        return (replace(told, role=PlaceRole.AT),)
    placed = _with_roles(reading, frame, mine)
    if not placed:
        lent = _lent(reading, frame, fitting) or [found for found in fitting if _is_setting(reading, frame, found)]
        placed = [one for one in _with_roles(reading, frame, lent) if one[0] is PlaceRole.AT]
    if not placed and frame.word.act in _GATHERINGS and frame.nominal:
        placed = [one for one in _with_roles(reading, frame, fitting) if one[0] is PlaceRole.AT]
    return _narrowest(reading, placed) or _of_label(reading, frame, label)


def _with_roles(reading: Reading, frame: Frame, places: list[Found]) -> list[tuple[PlaceRole, Found]]:
    placed = []
    for found in places:
        role = role_of(reading, frame, found)
        if role is not None:
            placed.append((role, found))
    return placed


def _lent(reading: Reading, frame: Frame, fitting: list[Found]) -> list[Found]:
    """Places of the clauses that this one is joined to: deeds told in one go share theirs."""
    if not frame.shared or not _lends(reading, frame):
        return []
    return [found for found in fitting if reading.homes[found.at] in frame.shared]


def _lends(reading: Reading, frame: Frame) -> bool:
    """ "attacked X, killing …", "raided X and took …"; a release or a move happens elsewhere, as may another's deed."""
    home = frame.predicate
    if home is not None and home.relation == "adjunct" and frame.word.act != "release":
        return True
    if home is not None and home.subject >= 0 and home.relation == "coordinated":
        other = reading.predicate(home.governor)
        if other is not None and other.subject != home.subject:
            return frame.word.act in _AT_ONCE
    return frame.word.act not in _ELSEWHERE


def _is_setting(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "In X a parish fed hundreds until gangs burned its kitchen": the place that opens a sentence holds on."""
    chunk, home = reading.chunk(found.at), reading.home(found.at)
    if chunk is None or home is None or reading.marker(chunk) not in WITHIN or frame.word.act in _ELSEWHERE:
        return False
    if chunk.preposition > _first_word(reading) + 1 and home.lemma != "be":
        return False
    current = frame.predicate
    for _ in range(5):
        if current is None or current.lemma in _TELLING:
            return False
        if current is home:
            return True
        cleft = (
            current.relation == "relative" and home.lemma == "be" and current.governor in range(found.at, chunk.last)
        )
        if cleft and reading.words[reading.parse.chunks[home.subject].head if home.subject >= 0 else 0] == "it":
            return True
        joined = current.relation in ("coordinated", "adjunct", "purpose") or current.form == "infinitive"
        if not joined or current.governor < 0:
            return False
        current = reading.predicate(current.governor)
    return False


def _first_word(reading: Reading) -> int:
    return next((at for at, word in enumerate(reading.words) if word[0].isalnum()), 0)


def _of_label(reading: Reading, frame: Frame, label: int) -> tuple[Place, ...]:
    """ "LYON: vigil at the embassy": the town that an entry of a list begins with; a state only heads its news."""
    if not label or any(found.at < label for found in reading.dates):
        return ()
    places = [found for found in reading.places if found.last < label and isinstance(found.what, Place)]
    kinds = [found.what.kind for found in places if isinstance(found.what, Place)]
    if len(places) != 1 or kinds[0] in (PlaceKind.STATE, PlaceKind.DEMONYM) or frame.word.act in _ELSEWHERE:
        return ()
    return _narrowest(reading, [(PlaceRole.AT, places[0])])


def _is_of_sufferer(reading: Reading, sufferer: Chunk, found: Found) -> bool:
    """ "families in X have begun to receive calls": where they are is where it befalls them."""
    chunk = reading.chunk(found.at)
    if chunk is None or chunk is sufferer or not reading.under(chunk, sufferer):
        return False
    return reading.marker(chunk) in WITHIN


def _of_noun(reading: Reading, frame: Frame) -> list[Found]:
    """Places of the noun that a relative clause tells of: "X, where they were fed", "the raid on X, which killed"."""
    predicate = frame.predicate
    chunk = reading.chunk(predicate.governor) if predicate is not None and predicate.governor >= 0 else None
    if predicate is None or chunk is None:
        return []
    within = predicate.marker_at > 0 and reading.words[predicate.marker_at - 1] in ("in", "during", "at", "after")
    if predicate.marker == "where":
        top = chunk
    elif predicate.marker in ("which", "that") and (within or frame.word.act in _AT_ONCE):
        top = reading.top(chunk)
    else:
        return []
    lent = []
    for found in reading.places:
        other = reading.chunk(found.at)
        is_place = isinstance(found.what, Place) and found.what.kind is not PlaceKind.DEMONYM
        if other is not None and is_place and reading.under(other, top) and found.last < predicate.first:
            lent.append(found)
    return lent


def _is_existential(reading: Reading) -> bool:
    words_ = reading.words
    return any(word == "there" and at + 1 < len(words_) and words_[at + 1] in _BE for at, word in enumerate(words_))


def _label_end(reading: Reading) -> int:
    """Places before a colon at the head of a sentence are its label: "MALI: …", "Bamako, 3 May: …"."""
    for at, word in enumerate(reading.words[:8]):
        if word == ":":
            return at + 1
    return 0


def _says_where(reading: Reading, frame: Frame, found: Found) -> bool:
    place, chunk = found.what, reading.chunk(found.at)
    if not isinstance(place, Place) or place.kind is PlaceKind.DEMONYM:
        return False
    if chunk is None:
        return True
    if not (found.at <= chunk.head <= found.last) and reading.words[chunk.head] not in SITES:
        return reading.words[chunk.head] in _TIMES or any(d.at <= chunk.head <= d.last for d in reading.dates)
    if chunk is frame.actor:
        return False
    above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
    marker = reading.marker(chunk)
    if above is not None and chunk.relation == "coordinated":  # "most of them from X and Y"
        marker, above = reading.marker(above), reading.chunk(above.governor) if above.governor >= 0 else None
    if above is not None and marker in ("of", "from") and _is_person(reading, above):
        return False
    top = reading.top(chunk)
    if reading.marker(top) == "to" and top.preposition and reading.words[top.preposition - 1] == "according":
        return False
    home = reading.home(found.at)
    if frame.actor is not None and top is frame.actor:
        return frame.word.act == "sentencing" and marker == "in"
    if frame.word.act in ("agreement", "consultation") and marker in ("between", "with", ""):
        return False
    is_subject = home is not None and home.subject >= 0 and top is reading.parse.chunks[home.subject]
    if _is_topic(reading, frame, chunk):
        return False
    if is_subject and top is not frame.noun and home is not None:
        return _is_undergone(reading, frame, chunk, top)
    return True


def _is_undergone(reading: Reading, frame: Frame, chunk: Chunk, top: Chunk) -> bool:
    """Whether a place in a subject says where: "inmates in X were beaten", "X was shelled"."""
    home = frame.predicate or frame.host
    act, marker = frame.word.act, reading.marker(chunk)
    struck = act in _OF_PLACES and (act.startswith("border") or (home is not None and home.passive))
    if struck and (top is chunk or marker == "of"):
        return act != "border_closure" or frame.actor is not top
    return top is not chunk and (top is frame.affected or struck) and marker in _STANDING_IN


def _is_topic(reading: Reading, frame: Frame, chunk: Chunk) -> bool:
    """Whether a place belongs to another deed that is only named: "summoned the envoy over the attack on X"."""
    current: Chunk | None = chunk
    for _ in range(5):
        if current is None or current is frame.noun:
            return False
        deed = next((one for one in reading.acts if current.first <= one.last < current.last), None)
        if deed is not None and deed.act != frame.word.act and deed is not frame.word and current is not chunk:
            return reading.marker(current) in _TOPIC
        above = reading.chunk(current.governor) if current.governor >= 0 else None
        current = above if above is not current else None
    return False


def _is_person(reading: Reading, chunk: Chunk) -> bool:
    classes = load().classes
    word = reading.words[chunk.head]
    return word in PRONOUNS or word in classes["people"] or word in classes["police"] or word in classes["armed"]


def _narrowest(reading: Reading, placed: list[tuple[PlaceRole, Found]]) -> tuple[Place, ...]:
    kept: list[tuple[PlaceRole, Found]] = []
    for role, found in placed:
        if any(
            (role is other_role and _qualifies(reading, found, other)) or _is_apposed(reading, found, other)
            for other_role, other in placed
            if other is not found
        ):
            continue
        if any(_name(found) == _name(other) for other_role, other in kept if other_role is role):
            continue
        kept.append((role, found))
    return tuple(replace(found.what, role=role) for role, found in kept if isinstance(found.what, Place))


def _is_apposed(reading: Reading, found: Found, other: Found) -> bool:
    """ "for Acandí, the last stop before the jungle": what follows only says what the first place is."""
    chunk, first = reading.chunk(found.at), reading.chunk(other.at)
    if chunk is None or first is None or found.at < other.at:
        return False
    before = reading.chunk(chunk.preposition - 1) if chunk.preposition > 0 else None
    return before is not None and before.relation == "apposition" and reading.under(before, first)


def _name(found: Found) -> str:
    return found.what.name if isinstance(found.what, Place) else ""


def _qualifies(reading: Reading, found: Found, other: Found) -> bool:
    """Whether a place only says where a narrower one is: "X, in Y district", "X near Y", "X, Colombia"."""
    if not isinstance(found.what, Place) or not isinstance(other.what, Place):
        return False
    chunk, narrower = reading.chunk(found.at), reading.chunk(other.at)
    if chunk is None or narrower is None or chunk is narrower:
        return found.what.kind in WIDE and other.what.kind not in WIDE
    if chunk.relation == "coordinated" or narrower.relation == "coordinated":
        return False
    if reading.under(chunk, narrower) and found.at > other.at:
        return True
    between = reading.words[other.last + 1 : found.at]
    if found.at > other.last and all(word in _QUALIFYING or word in SITES for word in between):
        return not (between == [","] and found.what.kind == other.what.kind and found.what.kind not in WIDE)
    return found.what.kind in WIDE and other.what.kind not in WIDE and other.what.country in (found.what.country, None)
