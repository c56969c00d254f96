"""Lists of parties: "the mayor, the police of X and the court" are three, wherever the reading of one starts."""

from clarion.extract.sentence import Reading
from clarion.language.parse import Chunk
from clarion.language.wordlists import words

_WITHIN = words("of in for on at against")  # prepositions by which a name goes on: "the Committee on X", "buyers in Y"
_AND = frozenset(("and", "&"))
_LONGEST = 8  # members of a list
_MEMBER = frozenset(("coordinated", "apposition", ""))


def members_of(reading: Reading, chunk: Chunk) -> list[Chunk]:
    """The chunks of the list that `chunk` is a member of, in order; the chunk alone where there is no "and"."""
    first = _first_of(reading, chunk)
    found = _from(reading, first)
    return found if chunk in found else _from(reading, chunk)


def _from(reading: Reading, chunk: Chunk) -> list[Chunk]:
    found, pending, current = [chunk], list[Chunk](), chunk
    while len(found) + len(pending) < _LONGEST:
        joined, following = _next(reading, current)
        if following is None:
            break
        pending.append(following)
        current = following
        if joined:
            return found + pending
    return found


def _next(reading: Reading, chunk: Chunk) -> tuple[bool, Chunk | None]:
    """Whether "and" joins the next member of the list, and that member."""
    at, joined = _end(reading, chunk), False
    start = at
    while at < len(reading.words) and (reading.words[at] == "," or reading.words[at] in _AND):
        joined = joined or reading.words[at] in _AND
        at += 1
    following = reading.chunk(at) if start < at < len(reading.words) else None
    if following is None or following.first != at or following.preposition >= 0 or following.relation not in _MEMBER:
        return joined, None
    return joined, following


def _first_of(reading: Reading, chunk: Chunk) -> Chunk:
    first = chunk
    for _ in range(_LONGEST):
        before = _before(reading, first)
        if before is None:
            return first
        first = before
    return first


def _before(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The member of the list before this one."""
    if chunk.preposition >= 0 or chunk.relation not in _MEMBER or chunk.first < 2:
        return None
    number = reading.parse.chunks.index(chunk)
    for other in reversed(reading.parse.chunks[max(0, number - 4) : number]):
        names = _is_bare_name(reading, other) and _is_bare_name(reading, chunk)  # "arrests in X, Y and Z"
        within = reading.marker(other) in _WITHIN and other.governor >= 0
        if within and reading.chunk(other.governor) is not None and not names:
            continue  # it belongs to the name of the one before
        return other if _next(reading, other)[1] is chunk else None
    return None


def _is_bare_name(reading: Reading, chunk: Chunk) -> bool:
    return all(reading.parse.tokens[at].text[0].isupper() for at in range(chunk.first, chunk.last))


def _end(reading: Reading, chunk: Chunk) -> int:
    """The word after a chunk with the phrases that belong to its name."""
    end = chunk.last
    while end + 1 < len(reading.words) and reading.words[end] in _WITHIN:
        following = reading.chunk(end + 1)
        if following is None or following.first != end + 1:
            break
        end = following.last
    return end
