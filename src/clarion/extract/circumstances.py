"""Where an act happened: the places of its own clause and of the clause it is joined to, with their roles."""

from dataclasses import replace

from clarion.extract.frames import Frame
from clarion.extract.lexicon import load
from clarion.extract.party_names import PRONOUNS
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind, PlaceRole

# acts by which people change place: a "from" is where they left
MOVES = frozenset(
    ("forced_return", "displacement", "flight", "arrival", "rescue", "abduction", "trafficking", "disappearance")
)
_TO = words("to into toward towards onto")
_VIA = words("through via across over")
_NO_PLACE = words("for about like of than as against with by")
_ON = frozenset(("attack", "destruction", "border_closure", "border_opening", "demonstration", "rescue"))
# acts that stay where they are: a "to" behind them belongs to something else ("the crossing to X was closed")
_STAYING = frozenset(
    ("border_closure", "border_opening", "attack", "killing", "injury", "destruction", "torture", "demonstration")
)
_WITHIN = words("in at near off outside inside around")
_LEAVING, _REACHING = words("flee leave escape abandon quit"), words("reach enter approach")
_NOT_PLACED = frozenset(("condemnation", "breach", "lawmaking", "appeal", "sanction", "boycott", "volunteering"))
_WAYS = frozenset((PlaceKind.CROSSING, PlaceKind.WATER))
_WIDE = frozenset((PlaceKind.STATE, PlaceKind.REGION))
_AT_ONCE = frozenset(("killing", "injury", "destruction", "attack", "sexual_violence", "harassment", "demonstration"))
_QUALIFYING = words(
    """, in ( of the near 's central northern southern eastern western north-western north-eastern south-western
    south-eastern north south east west"""
)
# words of time that a parser takes for the head of a place name: "in China right now"
_TIMES = words("right now today yesterday tomorrow tonight alone itself proper")
_BE = words("is are was were has have will would may 's seems exists remains")
# nouns that a place name may stand before and still say where: "the Aktau centre", "Nduta camp"
_SITES = words(
    """camp centre center crossing bridge border market prison jail district province region county city town village
    airport port road highway river station hospital university school church mosque square street area zone
    island coast checkpoint frontier post barracks stadium detention valley desert sea forest mountains plant
    factory mine governorate prefecture suburb neighbourhood municipality sector site shelter base compound township
    quarter pass hills     jungle delta gorge bridgehead"""
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
    if not mine and frame.shared and _lends(reading, frame):
        mine = [found for found in fitting if reading.homes[found.at] in frame.shared]
        mine = [found for found in mine if _role(reading, frame, found) is not PlaceRole.VIA]
    if not mine and "there" in (reading.words[at] for at in own) and told is not None and not _is_existential(reading):
        return (replace(told, role=PlaceRole.AT),)
    placed: list[tuple[PlaceRole, Found]] = []
    for found in mine:
        role = _role(reading, frame, found)
        if role is not None:
            placed.append((role, found))
    return _narrowest(reading, placed)


def _is_of_sufferer(reading: Reading, sufferer: Chunk, found: Found) -> bool:
    """ "families in X have begun to receive calls": where they are is where it befalls them."""
    chunk = reading.chunk(found.at)
    if chunk is None or chunk is sufferer or not reading.under(chunk, sufferer):
        return False
    return reading.marker(chunk) in _WITHIN


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


def _lends(reading: Reading, frame: Frame) -> bool:
    """Deeds told in one go share their place ("attacked X, killing …"); a move from place to place does not."""
    return frame.word.act not in MOVES or (frame.predicate is not None and frame.predicate.relation == "adjunct")


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
    if not (found.at <= chunk.head <= found.last) and reading.words[chunk.head] not in _SITES:
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
    if is_subject and frame.word.act in ("border_opening", "border_closure"):
        return chunk.head > found.last or place.kind in _WAYS
    if is_subject and top is not frame.noun and home is not None:
        return top is not chunk and top is frame.affected and marker in ("in", "at", "near", "on", "around")
    return True


def _is_person(reading: Reading, chunk: Chunk) -> bool:
    classes = load().classes
    word = reading.words[chunk.head]
    return word in PRONOUNS or word in classes["people"] or word in classes["police"] or word in classes["armed"]


def _role(reading: Reading, frame: Frame, found: Found) -> PlaceRole | None:
    """The role by the preposition of the whole phrase: "from the centre in X" is from X."""
    chunk = reading.chunk(found.at)
    place = found.what if isinstance(found.what, Place) else None
    act, moves = frame.word.act, frame.word.act in MOVES
    if chunk is None:
        return PlaceRole.AT
    chain = _markers(reading, frame, chunk)
    marker = next(
        (one for one in chain if one in ("from", "out") or one in _TO or one in _VIA or (one == "for" and moves)),
        chain[-1] if chain else "",
    )
    if marker in ("on", "against", "with") and chain[0] in _WITHIN:
        marker = chain[0]  # "fire on a boat in X"
    if (
        not marker
        and frame.predicate is not None
        and chunk.governor == frame.predicate.head
        and chunk.relation == "object"
    ):
        return _of_object(reading, frame)
    if place is not None and place.kind in _WAYS and moves and marker not in ("in", "near"):
        return PlaceRole.VIA
    if marker in ("from", "out"):
        return PlaceRole.FROM if moves else PlaceRole.AT
    if marker in _TO and act in _STAYING:
        return None
    if marker in _TO or (marker == "for" and act in MOVES and frame.predicate is not None):
        return PlaceRole.TO
    if marker in _VIA and moves:
        return PlaceRole.VIA
    if marker == "at" and act == "forced_return" and frame.predicate is not None and not frame.nominal:
        return PlaceRole.VIA
    if marker in _NO_PLACE and not (
        marker == "of" and (frame.noun is not None or chain[:-1] or _of_site(reading, chunk))
    ):
        return None
    if marker in ("on", "against") and act not in _ON and (place is None or place.kind in _WIDE):
        return None
    return PlaceRole.AT


def _of_site(reading: Reading, chunk: Chunk) -> bool:
    """ "the village of X": the name says which."""
    above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
    return above is not None and (
        reading.words[above.head] in _SITES or reading.words[above.head] in load().classes["target"]
    )


def _markers(reading: Reading, frame: Frame, chunk: Chunk) -> list[str]:
    """Prepositions from the place up to the act: of "from the centre in Aktau" in, from."""
    chain = []
    for _ in range(6):
        marker = reading.marker(chunk)
        before = chunk.preposition - 1
        if marker == "of" and before >= 0 and reading.words[before] == "out":
            marker = "out"
        if marker:
            chain.append(marker)
        above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
        if above is None or above is chunk or above is frame.noun:
            break
        chunk = above
    return chain


def _of_object(reading: Reading, frame: Frame) -> PlaceRole | None:
    lemma = frame.predicate.lemma if frame.predicate is not None else ""
    home = reading.home(frame.word.last)
    lemma = home.lemma if home is not None and home.lemma in _REACHING else lemma
    if lemma in _LEAVING:
        return PlaceRole.FROM
    if lemma in _REACHING:
        return PlaceRole.TO
    if frame.word.act in ("flight", "forced_return"):
        return PlaceRole.VIA if frame.word.act == "flight" else None
    return PlaceRole.AT


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
        return found.what.kind in _WIDE and other.what.kind not in _WIDE
    if chunk.relation == "coordinated" or narrower.relation == "coordinated":
        return False
    if reading.under(chunk, narrower) and found.at > other.at:
        return True
    between = reading.words[other.last + 1 : found.at]
    if found.at > other.last and all(word in _QUALIFYING or word in _SITES for word in between):
        return not (between == [","] and found.what.kind == other.what.kind and found.what.kind not in _WIDE)
    return (
        found.what.kind in _WIDE and other.what.kind not in _WIDE and other.what.country in (found.what.country, None)
    )
