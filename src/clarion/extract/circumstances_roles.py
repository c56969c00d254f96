"""What part a place has in an act: at, from, to or via, by the prepositions between the place and the act."""

from clarion.extract.frames import Frame
from clarion.extract.lexicon import load
from clarion.extract.party_lists import members_of
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind, PlaceRole

# acts by which people change place: a "from" is where they left
MOVES = frozenset(
    ("forced_return", "displacement", "flight", "arrival", "rescue", "abduction", "trafficking", "disappearance")
)
WITHIN = words("in at near off outside inside around")
WIDE = frozenset((PlaceKind.STATE, PlaceKind.REGION))
WAYS = frozenset((PlaceKind.CROSSING, PlaceKind.WATER))
# nouns that a place name may stand before and still say where: "the Aktau centre", "Nduta camp"
SITES = words(
    """camp centre center crossing bridge border market prison jail district province region county city town village
    airport port road highway river station hospital university school church mosque square street area zone
    island coast checkpoint frontier post barracks stadium detention valley desert sea forest mountains plant
    factory mine governorate prefecture suburb neighbourhood municipality sector site shelter base compound township
    quarter pass hills     jungle delta gorge bridgehead"""
)
# nouns for a place within a settlement that names the place only where no settlement is named
VENUES = words(
    """market hospital prison jail airport barracks station university mosque square theatre stadium school church hall
    embassy consulate hotel palace courthouse building cathedral temple clinic street avenue mall cafe park"""
)
_TO = words("to into toward towards onto")
_VIA = words("through via across over")
_NO_PLACE = words("for about like of than as against with by")
_ON = frozenset(("attack", "destruction", "border_closure", "border_opening", "demonstration", "rescue"))
# acts that stay where they are: a "to" behind them belongs to something else ("the crossing to X was closed")
_STAYING = frozenset(("border_closure", "border_opening", "attack", "killing", "injury", "destruction", "torture"))
# acts told of people or goods that come out of a place: "walked out of X", "a march from X", "expelled from X"
_LEAVING_ACTS = MOVES | {"release", "demonstration", "censorship"}
# acts at which "to" leads: a march to X, flour to X
_GOING_ACTS = MOVES | {"demonstration", "aid", "censorship"}
# acts of which the place someone is taken "from" may be where it was done: "took eleven from a hotel in X"
_TAKING = frozenset(("abduction", "rescue"))
_LEAVING, _REACHING = words("flee leave escape abandon quit"), words("reach enter approach")
# ways on which something happens though they lead elsewhere: "on the road to X"
_ROADS = words("road highway route track path way motorway railway border frontier")
_SCENES = words("sea water waters river lake rubble ruins wreck wreckage boat dinghy lorry truck bus ship vessel")
_SAYING_TO = words("protest complain object appeal make lodge send deliver raise convey file")
_INDEFINITE = words("a an one two three several some")


def role_of(reading: Reading, frame: Frame, found: Found) -> PlaceRole | None:
    """The role by the preposition of the whole phrase: "from the centre in X" is from X. None: no place of the act."""
    chunk = reading.chunk(found.at)
    place = found.what if isinstance(found.what, Place) else None
    act, moves = frame.word.act, frame.word.act in MOVES
    if chunk is None:
        return PlaceRole.AT
    if _is_on_road(reading, chunk):
        return PlaceRole.AT
    if chunk.relation == "coordinated" and not reading.marker(chunk):
        chunk = reading.chunk(chunk.governor) or chunk  # "fled X and Y"
    if chunk.relation in ("coordinated", "apposition") and not reading.marker(chunk):
        chunk = members_of(reading, chunk)[0]  # "in X, Y and Z"
    chain = _markers(reading, frame, chunk)
    marker = next(
        (one for one in chain if one in ("from", "out") or one in _TO or one in _VIA or (one == "for" and moves)),
        chain[-1] if chain else "",
    )
    if marker in ("on", "against", "with") and chain[0] in WITHIN:
        marker = chain[0]  # "fire on a boat in X"
    if not marker and _is_reached(reading, frame, chunk):
        return _of_object(reading, frame)
    if place is not None and place.kind in WAYS and moves and marker not in ("in", "near"):
        return PlaceRole.AT if marker == "at" and frame.nominal else PlaceRole.VIA
    if marker in ("from", "out"):
        taken = act in _TAKING and len(chain) > 1 and _is_scene(reading, chunk)
        return PlaceRole.FROM if act in _LEAVING_ACTS and not taken else PlaceRole.AT
    if marker in _TO and (act in _STAYING or _is_spoken_to(frame, place)):
        return None
    if marker in _TO and act == "detention":
        return PlaceRole.AT  # "was taken to X prison"
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
    if marker == "against" and act not in _ON and (place is None or place.kind in WIDE):
        return None
    if marker == "on" and act not in _ON and (place is None or place.kind in WIDE) and not _is_on_land(reading, frame):
        return None
    return PlaceRole.AT


def _is_spoken_to(frame: Frame, place: Place | None) -> bool:
    """ "protested to X", "complained to X": a state to which words go is nowhere that anybody goes."""
    verb = frame.predicate.lemma if frame.predicate is not None else frame.host.lemma if frame.host is not None else ""
    state = place is not None and place.kind is PlaceKind.STATE
    return state and frame.word.act == "demonstration" and verb in _SAYING_TO


def _is_on_land(reading: Reading, frame: Frame) -> bool:
    """ "keeps 60 men on Nauru": on an island, not a measure on a state, told by a verb with its people."""
    return frame.predicate is not None and frame.affected is not None and frame.word.act in ("detention", *MOVES)


def _is_reached(reading: Reading, frame: Frame, chunk: Chunk) -> bool:
    """Whether a place is the object of the act's verb, or of the verb of reaching that the act's noun hangs on."""
    if chunk.relation != "object":
        return False
    if frame.predicate is not None:
        return chunk.governor == frame.predicate.head
    home = reading.home(frame.word.last)
    return home is not None and home.lemma in _REACHING | _LEAVING and chunk.governor == home.head


def _is_on_road(reading: Reading, chunk: Chunk) -> bool:
    """ "killed on the road from X to Y": what leads there is where it happened."""
    for _ in range(3):
        before = chunk.preposition - 1
        if before < 0:
            return False
        above = reading.chunk(before)
        if above is None:
            return False
        if reading.words[above.head] in _ROADS:
            return reading.marker(above) in ("on", "along", "by", "beside", "near")
        chunk = above
    return False


def _is_scene(reading: Reading, chunk: Chunk) -> bool:
    """ "from a hotel in X", "from the sea off X": what they are taken out of only says where it was."""
    before = reading.chunk(chunk.preposition - 1) if chunk.preposition > 0 else None
    return before is not None and (reading.words[before.first] in _INDEFINITE or reading.words[before.head] in _SCENES)


def _of_site(reading: Reading, chunk: Chunk) -> bool:
    """ "the village of X": the name says which."""
    above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
    return above is not None and (
        reading.words[above.head] in SITES or reading.words[above.head] in load().classes["target"]
    )


def _markers(reading: Reading, frame: Frame, chunk: Chunk) -> list[str]:
    """Prepositions from the place up to the act: of "from the centre in Aktau" in, from."""
    chain: list[str] = []
    for _ in range(6):
        marker = reading.marker(chunk)
        before = chunk.preposition - 1
        if marker == "of" and before >= 0 and reading.words[before] == "out":
            marker = "out"
        if marker:
            chain.append(marker)
        above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
        if above is None and len(chain) == 1 and marker in WITHIN and before >= 0 and frame.word.act in _GOING_ACTS:
            above = reading.chunk(before)  # "to families in X", "out of the waters off X": whatever it hangs on
            if above is not None and reading.marker(above) not in _TO | {"from", "of"}:
                break
        if above is None or above is chunk or above is frame.noun:
            break
        chunk = above
    return chain


def _of_object(reading: Reading, frame: Frame) -> PlaceRole | None:
    """The role of a place that is the object: left, reached, or where it was done."""
    lemma = frame.predicate.lemma if frame.predicate is not None else ""
    home = reading.home(frame.word.last)
    lemma = home.lemma if home is not None and home.lemma in _REACHING | _LEAVING else lemma
    if lemma in _LEAVING or (frame.word.act == "displacement" and frame.predicate is not None):
        return PlaceRole.FROM
    if lemma in _REACHING and frame.word.act in _GOING_ACTS:
        return PlaceRole.TO
    if frame.word.act in ("flight", "forced_return"):
        return PlaceRole.VIA if frame.word.act == "flight" else None
    return PlaceRole.AT
