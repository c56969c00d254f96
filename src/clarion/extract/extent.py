"""Which words of a sentence belong to an act: its clause, and what it borrows from the clause it is joined to."""

from clarion.extract.frames import Frame
from clarion.extract.sentence import Reading
from clarion.language.wordlists import words

_CLAUSE_MARKS = frozenset((";", ":", "—", "–", "--"))
_EDGES = frozenset((",", ";", ":", "—", "–", "--", ".", "!", "?", "(", ")"))
# words that only open what follows, which is another clause: "sanctions against officials | who take part"
_HANGING = words(
    """and but or nor that who which whom whose because since as if unless until till while when where whether although
    though so than by for of in at on to from with into before after upon against how what why least"""
)
LONGEST = 600  # characters of a claim's span


def own_words(reading: Reading, frame: Frame) -> set[int]:
    """The words of the act's own clause."""
    if not frame.homes and frame.shared and frame.noun is None:
        return _trail(reading, frame)
    if frame.nominal and not frame.homes:
        return _noun_phrase(reading, frame)
    own = {at for at, home in enumerate(reading.homes) if home in frame.homes}
    if not own:
        own = _stretch(reading, frame)
    return own


def span_words(reading: Reading, frame: Frame) -> tuple[int, int]:
    """First and last word of the claim: the run of the clause that holds the act word, within its marks."""
    own = own_words(reading, frame)
    own.update(range(frame.word.first, frame.word.last + 1))
    for chunk in (frame.affected, frame.actor):
        if chunk is not None:
            own.update(range(chunk.first, chunk.last))
    first, last = frame.word.first, frame.word.last
    while first > 0 and _may_extend(reading, first - 1, own, frame):
        first -= 1
    while last < len(reading.words) - 1 and _may_extend(reading, last + 1, own, frame):
        last += 1
    while first < frame.word.first and reading.words[first] in _EDGES | {"and", "but", "that"}:
        first += 1
    while last > frame.word.last and reading.words[last] in _EDGES | _HANGING:
        last -= 1
    return _cut(reading, frame, first, last)


def _may_extend(reading: Reading, at: int, own: set[int], frame: Frame) -> bool:
    word = reading.words[at]
    if word in _CLAUSE_MARKS:
        return False
    return at in own


def _trail(reading: Reading, frame: Frame) -> set[int]:
    """ "killing at least 12 people" up to the next mark or "and"."""
    at = frame.word.last + 1
    while at < len(reading.words) and reading.words[at] not in _EDGES and not _begins_another(reading, frame, at):
        at += 1
    return set(range(frame.word.first, at))


def _begins_another(reading: Reading, frame: Frame, at: int) -> bool:
    return reading.words[at] == "and" and any(word.first == at + 1 for word in reading.acts)


def _noun_phrase(reading: Reading, frame: Frame) -> set[int]:
    """A noun that tells an act with what hangs on it, and the places and dates that follow it in the same stretch."""
    own = set(range(frame.word.first, frame.word.last + 1))
    chunk = frame.noun
    if chunk is None:
        return own | _stretch(reading, frame)
    for other in reading.parse.chunks:
        if other is chunk or reading.under(other, chunk):
            own.update(range(other.first if other.preposition < 0 else other.preposition, other.last))
    at = max(own) + 1
    while at < len(reading.words) and reading.words[at] not in _EDGES and reading.parse.predicate_at[at] < 0:
        own.add(at)
        at += 1
    if frame.host is None:
        own |= _stretch(reading, frame)
    return own


def _stretch(reading: Reading, frame: Frame) -> set[int]:
    """In a fragment without a verb: the words between the marks around the act word."""
    first, last = frame.word.first, frame.word.last
    said = reading.words
    while first > 0 and said[first - 1] not in _EDGES:
        first -= 1
    while last < len(said) - 1 and said[last + 1] not in _EDGES:
        last += 1
    return set(range(first, last + 1))


def _cut(reading: Reading, frame: Frame, first: int, last: int) -> tuple[int, int]:
    tokens = reading.parse.tokens
    while tokens[last].end - tokens[first].start > LONGEST and last > frame.word.last:
        last -= 1
    while tokens[last].end - tokens[first].start > LONGEST and first < frame.word.first:
        first += 1
    return first, last
