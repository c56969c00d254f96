"""Whom an act befalls, by more than its grammatical object: lists of people, "sanctions on X", "the lives of X"."""

from dataclasses import replace

from clarion.extract.counting import COUNTED
from clarion.extract.frames import Frame
from clarion.extract.party_lists import members_of
from clarion.extract.party_names import is_person_like
from clarion.extract.sentence import Reading
from clarion.language.parse import Chunk
from clarion.language.tags import NUMBER
from clarion.model.nouns import Count

_ON = ("on", "upon", "against")


def affected_chunk(reading: Reading, frame: Frame) -> Chunk | None:
    """The chunk of the affected; of "impose sanctions on X", where the object tells the act itself, X."""
    chunk = frame.affected
    told = set(range(frame.word.first, frame.word.last + 1)) | set(frame.word.anchor)
    if chunk is None or frame.nominal or chunk.head not in told:
        return chunk
    for other in reading.parse.chunks:
        if other.first > chunk.head and reading.marker(other) in _ON and other.preposition == chunk.last:
            return other
    return chunk


def counted_people(reading: Reading, count: Count | None, act: str) -> Chunk | None:
    """The people whom a figure counts, where the clause names nobody else: "with the lives of 40 refugees".

    The chunk begins behind the figure, and ends with its noun.
    """
    if count is None or count.span is None or act not in COUNTED:
        return None
    start, end = count.span
    for chunk in reading.parse.chunks:
        low, high = reading.span_of(chunk.first, chunk.head)
        if not (low < end and start < high and is_person_like(reading, chunk)):
            continue
        first = next((at for at in range(chunk.first, chunk.head + 1) if reading.parse.tokens[at].start >= end), -1)
        return replace(chunk, first=first, last=chunk.head + 1) if first >= 0 else None
    return None


def people_listed(reading: Reading, chunk: Chunk) -> tuple[int, int]:
    """The words of the people named together, the end not included: "the women, children and men held there".

    A list with names or figures of its own is not one group, and keeps the member that the act is told of.
    """
    members = members_of(reading, chunk) if chunk in reading.parse.chunks else []
    if len(members) < 2 or chunk not in (members[0], members[-1]):
        return chunk.first, chunk.last
    first = members[0]
    plain = all(_is_kind(reading, one) for one in members) and not any(
        reading.parse.tags[at] & NUMBER for one in members[1:] for at in range(one.first, one.last)
    )
    return (first.first, members[-1].last) if plain else (chunk.first, chunk.last)


def _is_kind(reading: Reading, chunk: Chunk) -> bool:
    """Whether a chunk is a kind of people, not somebody by name: "men", "asylum seekers"."""
    head = reading.parse.tokens[chunk.head].text
    title = any(token.text.islower() for token in reading.parse.tokens if token.text.isalpha())
    return (
        (head.islower() or not title)
        and head.lower().endswith(("s", "men", "children", "people"))
        and is_person_like(reading, chunk)
    )
