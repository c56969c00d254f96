"""Where an act happened: the places of its own clause and of the clause it is joined to, with their roles."""

from collections.abc import Sequence
from dataclasses import replace

from clarion.extract.asides import is_gapped, set_off
from clarion.extract.circumstances_narrow import narrowest
from clarion.extract.circumstances_roles import MOVES, SITES, WIDE, WITHIN, role_of
from clarion.extract.frames import Frame
from clarion.extract.lexicon import load
from clarion.extract.party_lists import members_of
from clarion.extract.party_names import PRONOUNS
from clarion.extract.sentence import Found, Reading
from clarion.language.figures.nouns import unit_of
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Place, When
from clarion.model.vocabulary import PlaceKind, PlaceRole, Unit

_NOT_PLACED = frozenset(("condemnation", "breach", "lawmaking", "appeal", "sanction", "boycott", "volunteering"))
_AT_ONCE = frozenset(("killing", "injury", "destruction", "attack", "sexual_violence", "harassment", "demonstration"))
_GATHERINGS = frozenset(("demonstration", "commemoration", "prayer"))
# acts told of a place itself: "X was shelled", "X reopened"
_OF_PLACES = frozenset(("attack", "destruction", "border_opening", "border_closure", "deprivation", "displacement"))
# acts that are about other deeds: "protested in X against the killings in Y"
_OF_TALK = frozenset(("consultation", "agreement", "demonstration", "commemoration", "prayer"))
# acts of people on the move: where something before them happened says nothing of where they were
_ELSEWHERE = frozenset(("forced_return", "flight", "arrival", "trafficking", "release"))
_COMING = frozenset(("arrival", "flight", "displacement"))
# words of time that a parser takes for the head of a place name: "in China right now"
_TIMES = words("right now today yesterday tomorrow tonight alone itself proper")
_LACKING = words("be have lack go remain starve")
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
    mine = [found for found in fitting if found.at in own or _is_listed(reading, found, own)]
    sufferer = frame.affected or (frame.actor if frame.word.act.startswith("border") else None)
    if not mine and sufferer is not None:
        mine = [found for found in fitting if _is_of_sufferer(reading, sufferer, found)]
    if not mine and frame.predicate is not None and frame.predicate.relation == "relative":
        mine = _of_noun(reading, frame)
        if frame.predicate.marker == "where":
            return narrowest(reading, [(PlaceRole.AT, found) for found in mine])
    if not mine and told is not None and points_there(reading, own):
        return (replace(told, role=PlaceRole.AT),)
    mine = [found for found in mine if not is_gapped(reading, frame.word.last, found.at)] or mine
    placed = _with_roles(reading, frame, mine)
    if not placed and frame.nominal:
        aside = set_off(reading, frame)
        placed = _with_roles(reading, frame, [found for found in fitting if found.at in aside])
    if not placed:
        placed = _with_roles(reading, frame, _of_conjunct(reading, frame, fitting)) or _of_cause(reading, frame)
    if not placed:
        lent = _lent(reading, frame, fitting) or [found for found in fitting if _is_setting(reading, frame, found)]
        placed = [one for one in _with_roles(reading, frame, lent) if one[0] is PlaceRole.AT]
    if not placed and frame.word.act in _GATHERINGS | {"consultation"} and frame.nominal:
        placed = [one for one in _with_roles(reading, frame, fitting) if one[0] is PlaceRole.AT]
    town = _of_label(reading, frame, label)
    if town and frame.word.act in _GATHERINGS and not any(_is_settled(found) for _, found in placed):
        return town  # "LYON: march from the opera to the town hall"
    return narrowest(reading, placed) or town or _at_end(reading, frame, fitting)


def _is_listed(reading: Reading, found: Found, own: set[int]) -> bool:
    """ "arrests in X, Y and Z": the places of a list are told of together."""
    chunk = reading.chunk(found.at)
    if chunk is None or chunk.relation not in ("coordinated", "apposition"):
        return False
    first = members_of(reading, chunk)[0]
    return first is not chunk and first.head in own and bool(reading.marker(first))


def _is_settled(found: Found) -> bool:
    """Whether a place is a settlement, a state or a region by the gazetteer, and no square or hall."""
    place = found.what
    return isinstance(place, Place) and place.kind in (PlaceKind.SETTLEMENT, *WIDE) and place.country is not None


def by_day(days: Sequence[When], places: tuple[Place, ...]) -> list[tuple[Place, ...]]:
    """The places of each day of "in A on Monday and in B on Tuesday"; all of them where days and places do not pair."""
    starts = [day.span[0] for day in days if day.span]
    spans = [place.span[0] for place in places if place.span]
    if len(days) != len(places) or len(starts) != len(days) or len(spans) != len(days):
        return [places] * len(days)
    order = sorted([(start, 1) for start in starts] + [(start, 0) for start in spans])
    kinds = [kind for _, kind in order]
    if kinds not in ([0, 1] * len(days), [1, 0] * len(days)):
        return [places] * len(days)
    by_place = sorted(places, key=lambda place: place.span or (0, 0))
    return [(by_place[number],) for number in (sorted(starts).index(start) for start in starts)]


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


def _of_conjunct(reading: Reading, frame: Frame, fitting: list[Found]) -> list[Found]:
    """ "threaten, kidnap and kill in X": what stands behind the last of verbs without objects is told of them all."""
    first = frame.predicate
    if first is None or first.object >= 0:
        return []
    found = []
    for one in fitting:
        home = reading.home(one.at)
        joined = home is not None and home.relation == "coordinated" and reading.predicate(home.governor) is first
        if joined and home is not None and home.subject == first.subject and one.at > home.head > frame.word.last:
            found.append(one)
    return found


def _of_cause(reading: Reading, frame: Frame) -> list[tuple[PlaceRole, Found]]:
    """ "A strike on X killed nine", "fighting in X displaced thousands": the deed that is the subject says where."""
    home = frame.predicate or frame.host
    if home is None or home.passive or frame.word.act not in _AT_ONCE | {"displacement"}:
        return []
    cause = reading.parse.chunks[home.subject] if home.subject >= 0 else None
    low, high = (cause.first, cause.last) if cause is not None else (_first_word(reading), home.first)
    if cause is None and any(one.form == "finite" and one.head < home.first for one in reading.parse.predicates):
        return []
    if not any(low <= one.first < high and one.act in _AT_ONCE for one in reading.acts):
        return []
    role = PlaceRole.FROM if frame.word.act == "displacement" else PlaceRole.AT
    places = []
    for found in reading.places:
        chunk = reading.chunk(found.at)
        named = isinstance(found.what, Place) and found.what.kind is not PlaceKind.DEMONYM
        if not named or chunk is None or found.at > home.first or (cause and not reading.under(chunk, cause)):
            continue
        if reading.marker(chunk) in _STANDING_IN | {"of", "and"} or chunk.relation == "coordinated":
            places.append((role, found))
    return places


def _at_end(reading: Reading, frame: Frame, fitting: list[Found]) -> tuple[Place, ...]:
    """ "Vigil tomorrow, 7 pm, Lyon": a bare name that closes a note without a verb, or tells of a gathering."""
    verbless = all(one.form != "finite" or one.head in _dated(reading) for one in reading.parse.predicates)
    if frame.word.act not in _GATHERINGS and not verbless:
        return ()
    last = len(reading.words) - 1
    while last > 0 and reading.words[last] in (".", ")", ";"):
        last -= 1
    closing: list[Found] = []
    for found in reversed([one for one in fitting if one.at > frame.word.last]):
        chunk = reading.chunk(found.at)
        end = chunk.last - 1 if chunk is not None else found.last
        first = chunk.first if chunk is not None else found.at
        if end != last or reading.words[first - 1] != "," or (chunk is not None and chunk.preposition >= 0):
            break
        closing.append(found)
        last = first - 2
    return narrowest(reading, [(PlaceRole.AT, found) for found in reversed(closing)])


def _dated(reading: Reading) -> set[int]:
    """Words of dates, which a parser may take for a verb: "18 May"."""
    return {at for found in reading.dates for at in range(found.at, found.last + 1)}


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
    return narrowest(reading, [(PlaceRole.AT, places[0])])


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


def points_there(reading: Reading, own: set[int]) -> bool:
    """ "was arrested there", "it was there that they were arrested"; not "there were arrests"."""
    words_ = reading.words
    if any(words_[at : at + 2] == ["there", "that"] for at in range(len(words_))):
        return True
    if "there" not in (words_[at] for at in own):
        return False
    return not any(word == "there" and at + 1 < len(words_) and words_[at + 1] in _BE for at, word in enumerate(words_))


def place_before_there(reading: Reading) -> Place | None:
    """ "are citizens of X and can be settled there": X, of the clause that the one with "there" is joined to.

    A place of a clause above ("in X the ministry said that he was held there") is where somebody speaks.
    """
    at = max((at for at, word in enumerate(reading.words) if word == "there"), default=-1)
    home = reading.home(at) if at >= 0 else None
    above = reading.predicate(home.governor) if home is not None and home.governor >= 0 else None
    if home is None or above is None or home.relation != "coordinated":
        return None
    for found in reversed(reading.places):
        place = found.what
        if isinstance(place, Place) and place.kind is not PlaceKind.DEMONYM and found.last < at:
            return replace(place, span=None) if reading.home(found.at) is above else None
    return None


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
    home = reading.home(found.at)
    fronted = found.at == chunk.first and chunk.preposition == _first_word(reading) and home is not None
    if fronted and home is not None and home.subject < 0 and chunk.head > found.last:
        return reading.words[chunk.preposition] in WITHIN  # "In X rations were cut"
    if not (found.at <= chunk.head <= found.last) and reading.words[chunk.head] not in SITES:
        return reading.words[chunk.head] in _TIMES or any(d.at <= chunk.head <= d.last for d in reading.dates)
    if chunk is frame.actor:
        return False
    above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
    marker = reading.marker(chunk)
    if above is not None and chunk.relation == "coordinated":  # "most of them from X and Y"
        marker, above = reading.marker(above), reading.chunk(above.governor) if above.governor >= 0 else None
    beside = reading.chunk(chunk.preposition - 1) if chunk.preposition > 0 and marker == "from" else None
    if above is not None and marker in ("of", "from") and not _is_out(reading, chunk) and _is_person(reading, above):
        return frame.word.act in _COMING and marker == "from"
    leaves = frame.word.act in MOVES | {"release", "demonstration", "censorship"}
    if not leaves and beside is not None and beside is frame.affected and _is_person(reading, beside):
        return False  # "sentenced two brothers from X"
    top = reading.top(chunk)
    if reading.marker(top) == "to" and top.preposition and reading.words[top.preposition - 1] == "according":
        return False
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
    bare = home is not None and (home.passive or (act.startswith("border") and home.object < 0))
    lacking = home is not None and act == "deprivation" and home.lemma in _LACKING
    struck = act in _OF_PLACES and (bare or lacking)
    if struck and (top is chunk or marker == "of"):
        return frame.actor is not top
    path: Chunk | None = chunk
    while path is not None and path is not top and marker not in _STANDING_IN:
        path = reading.chunk(path.governor) if path.governor >= 0 else None
        marker = reading.marker(path) if path is not None else ""
    return top is not chunk and (top is frame.affected or struck) and marker in _STANDING_IN


def _is_topic(reading: Reading, frame: Frame, chunk: Chunk) -> bool:
    """Whether a place belongs to another deed that is only named: "summoned the envoy over the attack on X"."""
    current: Chunk | None = chunk
    while frame.word.act in _OF_TALK and current is not None and current.preposition > frame.word.last + 1:
        current = reading.chunk(current.preposition - 1)
        if current is not None and any(current.first <= one.last < current.last for one in reading.acts):
            return current is not frame.noun
    current = chunk
    for _ in range(5):
        if current is None or current is frame.noun:
            return False
        deed = next((one for one in reading.acts if current.first <= one.last < current.last), None)
        if deed is not None and deed.act != frame.word.act and deed is not frame.word and current is not chunk:
            return reading.marker(current) in _TOPIC
        above = reading.chunk(current.governor) if current.governor >= 0 else None
        current = above if above is not current else None
    return False


def _is_out(reading: Reading, chunk: Chunk) -> bool:
    """ "out of X"."""
    return chunk.preposition > 0 and reading.words[chunk.preposition - 1] == "out"


def _is_person(reading: Reading, chunk: Chunk) -> bool:
    classes = load().classes
    word = reading.words[chunk.head]
    if (unit_of(word) or (None, False))[0] in (Unit.PEOPLE, Unit.FAMILIES):
        return True
    return word in PRONOUNS or word in classes["people"] or word in classes["police"] or word in classes["armed"]
