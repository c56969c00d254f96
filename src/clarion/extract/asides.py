"""What the grammar sets apart from an act: remarks behind its noun, and clauses without its verb."""

from clarion.extract.frames import Frame
from clarion.extract.sentence import Reading
from clarion.language.wordlists import words

_PREPOSITIONS = words("in on at near outside around by during since before after late early from to between until")
_MORE = words("more others other another further")
_REACH = 4  # words between the figure of a clause without its verb and what is told of it


def set_off(reading: Reading, frame: Frame) -> set[int]:
    """ "a second raid, on Velmora, on Friday, left ten dead": the stretches behind a noun that begin as "on" does."""
    at, own = frame.word.last + 1, set[int]()
    while at < len(reading.words) and reading.words[at] not in (",", ";", ":", "."):
        if reading.parse.predicate_at[at] >= 0:
            return set()
        at += 1
    while at + 1 < len(reading.words) and reading.words[at] == ",":
        end = at + 1
        while end < len(reading.words) and reading.words[end] not in (",", ";", ":", "."):
            end += 1
        dated = any(found.at == at + 1 for found in reading.dates)
        opens = reading.words[at + 1] in _PREPOSITIONS or dated
        if any(reading.parse.predicate_at[one] >= 0 for one in range(at + 1, end)):
            break
        if opens:
            own.update(range(at + 1, end))
        at = end
    return own


def is_gapped(reading: Reading, after: int, at: int) -> bool:
    """ "five died in A and two in B": whether a word belongs to a clause that only repeats the verb in thought."""
    for figure in reading.figures:
        if not after < figure.at < at or reading.words[figure.at - 1] not in ("and", "but", ","):
            continue
        following = figure.last + 1
        if reading.words[following] in _MORE:
            following += 1
        bare = reading.words[following] in ("in", "at", "near", "on") or reading.words[following] == "from"
        if bare and not any(reading.parse.predicate_at[one] >= 0 for one in range(figure.at, at)):
            return True
    return False
