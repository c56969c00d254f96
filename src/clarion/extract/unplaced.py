"""Names that the grammar makes places though no gazetteer knows them: "an attack on Xyz", "in the village of Xyz"."""

from clarion.extract.party_lists import members_of
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Chunk
from clarion.language.tags import NAME
from clarion.language.tags_lexicon import classes
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind
from clarion.reference.states import find_state

_IN = words(
    """in at near from into towards toward around outside across below above off between through via inside behind
    beyond"""
)
_TO, _AT = words("to for"), words("in at near outside")
_SETTLED = words(
    """village town city hamlet district province county camp crossing port island region state settlement suburb
    neighbourhood valley prefecture department municipality commune oblast area site township quarter villages towns
    cities hamlets districts provinces counties camps crossings ports islands regions settlements suburbs
    neighbourhoods valleys municipalities communes townships"""
)
_VENUES = words(
    """road stadium theatre market route routes mine farm hills forest park hospital prison jail airport barracks
    station university mosque square centre center base plant highway checkpoint beach sector"""
)
# what is done to places and seldom to persons
_STRIKING = words(
    """shell bomb bombard raze torch burn loot storm overrun besiege capture recapture flatten strafe pound blockade
    encircle evacuate"""
)
_REACHING = words("reach enter")
_WAYS = words("crossing bridge checkpoint post gate")
_NO_PLACE = words(
    """agency committee council commission ministry government university forum watch union party church organisation
    organization group network foundation institute company corporation court convention protocol act code
    article section constitution covenant charter bank fund office army force forces guard police high world day
    week year embassy consulate parliament senate house congress league association federation movement front
    brigade battalion radio tv times post news press daily herald journal street road avenue square team club
    school college museum theatre hotel hospital god christmas easter lent ramadan nauryz eid covid internet
    facebook twitter english french arabic russian i mr mrs ms dr father sister brother captain general colonel
    judge minister president king prince pope"""
)
_ON_PLACES = ("attack", "destruction", "border_closure", "border_opening")
_MONTHS = words(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn winter"""
)


def unknown_places(reading: Reading, country: str | None) -> list[Found]:
    """Place names of a sentence that are no known place, by their preposition or their noun."""
    taken = {at for found in (*reading.places, *reading.dates) for at in range(found.at, found.last + 1)}
    found = []
    titled = is_titled(reading)
    for number, chunk in enumerate(reading.parse.chunks):
        if titled and reading.marker(chunk) not in _AT and reading.words[chunk.head] not in _SETTLED | _WAYS:
            continue
        run = _run(reading, chunk)
        if run is None or any(at in taken for at in range(run[0], run[1] + 1)):
            continue
        if not _is_located(reading, chunk, number):
            continue
        name = reading.text_of(*run)
        kind = PlaceKind.CROSSING if reading.words[chunk.head] in _WAYS else PlaceKind.OTHER
        found.append(Found(*run, Place(name, country=country, span=reading.span_of(*run), kind=kind)))
    return found


def may_be_named(word: str) -> bool:
    """Whether a word with a capital may be a place: no body, month, title or common word."""
    lower = word.lower()
    return lower not in _NO_PLACE and lower not in _MONTHS and lower not in classes() and find_state(word) is None


def is_titled(reading: Reading) -> bool:
    """Whether a headline writes all its words with capitals, so that a capital tells no name."""
    long = [token.text for token in reading.parse.tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) > 3 and sum(text[0].isupper() for text in long) > 0.8 * len(long)


def _run(reading: Reading, chunk: Chunk) -> tuple[int, int] | None:
    """The capitalised words of a chunk that may be a place name: all of them, no organisation word among them."""
    first, last = chunk.first, chunk.last - 1
    while first <= last and not reading.parse.tokens[first].text[0].isupper():
        first += 1
    while last >= first and not reading.parse.tokens[last].text[0].isupper():
        last -= 1
    opens = first == last and reading.parse.tokens[first].start == reading.parse.span[0]
    if first > last or last - first > 3 or (opens and not _may_open(reading, chunk, first)):
        return None
    for at in range(first, last + 1):
        word, text = reading.words[at], reading.parse.tokens[at].text
        if word in _NO_PLACE or word in _MONTHS or not text[0].isalpha() or (text.isupper() and len(text) <= 5):
            return None
    if last < chunk.last - 1 and reading.words[chunk.head] not in _SETTLED | _WAYS | _VENUES:
        return None
    if first == last and reading.words[first] in classes():
        return None
    return (first, last) if find_state(reading.text_of(first, last)) is None else None


def _may_open(reading: Reading, chunk: Chunk, first: int) -> bool:
    """Whether the capital that opens a sentence may be that of a place: "Xyz was shelled", "Xyz gate reopened"."""
    if not reading.parse.tags[first] & NAME or reading.words[first] in classes() or reading.words[first].endswith("s"):
        return False
    if reading.words[chunk.head] in _WAYS | _SETTLED and chunk.head > first:
        return True
    predicate = reading.predicate(chunk.governor) if chunk.governor >= 0 else None
    return predicate is not None and predicate.passive and predicate.lemma in _STRIKING


def _before_dates(reading: Reading, preposition: int) -> int:
    """The word that "on" hangs on across a date or a comma: "the raid of 8 July on X", "a second raid, on X"."""
    dated = {at for found in reading.dates for at in range(found.at, found.last + 1)}
    at = preposition - 1
    while at > 0 and (
        at in dated or reading.words[at] == "," or (reading.words[at] in ("of", "in") and at + 1 in dated)
    ):
        at -= 1
    return at


def _is_located(reading: Reading, chunk: Chunk, number: int) -> bool:
    marker = reading.marker(chunk)
    if chunk.relation in ("coordinated", "apposition") and not marker and number:
        whole = members_of(reading, chunk)  # "in X, Y and Z"
        if len(whole) > 1 and whole[0] is not chunk and reading.marker(whole[0]) in _IN:
            return _is_named_place(reading, whole[0])
    if chunk.relation == "coordinated" and not marker and number:
        first = reading.chunk(chunk.governor)  # "in X and Y": where the first is a place, the second is
        return first is not None and first is not chunk and _is_named_place(reading, first)
    if marker == "to" and chunk.preposition and reading.words[chunk.preposition - 1] == "according":
        return False
    if reading.words[chunk.head] in _WAYS or marker in _IN:
        return True
    above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
    if marker == "of" and above is not None:
        return reading.words[above.head] in _SETTLED
    acts = {at: word.act for word in reading.acts for at in range(word.first, word.last + 1)}
    if marker in ("on", "against") and acts.get(_before_dates(reading, chunk.preposition)) in _ON_PLACES:
        return True
    if marker in ("on", "of", "against") and above is not None:
        return acts.get(above.head) in _ON_PLACES
    predicate = reading.predicate(chunk.governor) if chunk.governor >= 0 else None
    if predicate is None:
        return False
    act = acts.get(predicate.head)
    if not marker and chunk.relation == "subject":
        return predicate.passive and predicate.lemma in _STRIKING
    if not marker and chunk.relation == "object" and predicate.lemma in _STRIKING | _REACHING and not predicate.passive:
        return reading.words[chunk.head] in _SETTLED | _VENUES or not _may_be_person(reading, chunk)
    if marker in _TO:
        return act in (
            "forced_return",
            "displacement",
            "flight",
            "rescue",
            "abduction",
            "arrival",
        ) or predicate.lemma in ("go", "move", "walk", "send", "take")
    return (
        not marker
        and chunk.relation == "object"
        and act in ("attack", "flight", "displacement", "destruction")
        and (reading.words[chunk.head] in _SETTLED | _WAYS | _VENUES or not _may_be_person(reading, chunk))
    )


def _is_named_place(reading: Reading, chunk: Chunk) -> bool:
    """Whether a chunk names a place, known or told by its preposition."""
    if any(chunk.first <= found.at < chunk.last for found in reading.places):
        return True
    return _run(reading, chunk) is not None and reading.marker(chunk) in _IN | {"between"}


def _may_be_person(reading: Reading, chunk: Chunk) -> bool:
    return chunk.last - chunk.first > 1
