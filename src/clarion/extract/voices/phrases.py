"""Noun phrases around a cue: the one to the left that speaks, the one to the right that is spoken to."""

from clarion.extract.voices.cues import verbs
from clarion.extract.voices.units import Unit
from clarion.language.wordlists import words

Range = tuple[int, int]  # tokens, the last one included

_NOUNLIKE = "nPmN"
_HEAD_ENDS = "nPmN)'oredg"
_THROUGH = "dnPmN'x)("  # what a noun phrase runs through from right to left
_LONGEST = 40  # tokens; a longer subject is a sign of lost track
_PARTICLES = words("over out up back down away off")
_TIME_NOUNS = words("day week month year night morning afternoon evening weekend hour minute today")


def subject_before(unit: Unit, k: int) -> Range | None:
    """The subject whose verb group starts at token `k`, with its appositions, or None."""
    letters = unit.letters
    j = k - 1
    while j >= 0 and letters[j] in "xY" and letters[j : j + 2] != "Y'":
        j -= 1 if letters[j - 1 : j + 1] != "iY" else 2
    if j < 0:
        return None
    letter = letters[j]
    if letter == "r" and not (j and unit.lower[j] in ("it", "you") and letters[j - 1] in "vVegiT"):
        return j, j
    if letter in ",)-":
        return _past_aside(unit, j)
    if letter in "wt":
        return _antecedent(unit, j)
    if letter in "vV":
        head = _head_of_relative(unit, j + 1)
        return None if head is None else (head, j)
    if letter in "ea" and j > 1 and letters[j - 1] == "w" and letters[j - 2] in "dnPmN":
        head = j - 2 if letters[j - 2] == "d" else phrase_start(unit, j - 2)
        return None if head is None else (head, j)  # "those who escaped"
    if letter == "e" and letters[j - 1 : j] == "a" and (head := _head_of_relative(unit, j)) is not None:
        return head, j  # "a clerk who asked not to be identified told"
    if letter in _HEAD_ENDS:
        start = phrase_start(unit, j)
        if start is None:
            return None
        head = _head_of_relative(unit, start)
        if head is not None:
            return head, j
        # no comma closes it: "Masked men set nine adrift, survivors say" is no apposition, "head of the mission, Ann
        # Roe said" is one
        return _with_apposition(unit, start, j) if _is_joined(unit, start, j) else (start, j)
    return None


def _is_joined(unit: Unit, start: int, end: int) -> bool:
    """ "head of the mission, Ann Roe", "the mayor, others": a name or the rest of a list."""
    return "P" in unit.letters[start : end + 1] or unit.lower[start] == "others"


def phrase_start(unit: Unit, end: int) -> int | None:
    """Where the noun phrase that ends at token `end` starts; its phrases with "of", "in", "who …" belong to it."""
    letters = unit.letters
    i = end
    low = max(-1, end - _LONGEST)
    listed = False
    while i > low:
        if letters[i] == "d" and i and letters[i - 1] in "nPmYx":
            return i  # "a version the diocese …": the second phrase is the subject
        step = _step_left(unit, i, end, listed)
        if step is None:
            break
        listed = listed or letters[i] == "c"
        i = step
    return _trimmed(unit, i + 1, end)


def phrase_end(unit: Unit, start: int, *, post: bool = True) -> int | None:
    """Where the noun phrase that starts at token `start` ends, or None when none starts there."""
    letters = unit.letters
    size = min(len(letters), start + _LONGEST)
    i = start
    if i < size and letters[i] in "ro":
        return i
    while i < size and (letters[i] in "dxm" or (letters[i] in "eg" and i + 1 < size and letters[i + 1] in _NOUNLIKE)):
        i += 1
    head = i
    while i < size and (letters[i] in "nPmN'" or (letters[i] == "d" and i > start and letters[i - 1] == "'")):
        i += 1
    if i == head:
        if i == start or letters[i - 1] not in "dm":
            return None
        return _with_tail(unit, i - 1) if post else i - 1
    if letters[i - 1] == "'" and i < size and letters[i] in "Vge":
        return i
    end = i - 1
    if post:
        end = _with_tail(unit, end)
    return end


def main_subject(unit: Unit, before: int) -> Range | None:
    """The subject of the clause that stands before token `before`: for "…, adding that"."""
    letters = unit.letters
    for i in range(max(0, before - _LONGEST), before):
        if letters[i] in "aVve" and i > 0:
            k = i
            while k > 0 and letters[k - 1] in "ax":
                k -= 1
            found = subject_before(unit, k) if k > 0 and letters[k - 1] in _HEAD_ENDS + "," else None
            if found is not None:
                return found
    return None


def _step_left(unit: Unit, i: int, end: int, listed: bool) -> int | None:
    """The token to look at after `i` on the way left, or None when the phrase starts right of `i`."""
    letters = unit.letters
    letter = letters[i]
    before = letters[i - 1] if i else "."
    if letter == ")":
        return _opening(letters, i)
    if letter in _THROUGH:
        return i - 1
    if letter == "Y":
        return i - 1 if i < end and letters[i + 1] == "'" else None
    if letter in "iT":
        if (before in "nPmN)ego'd" or unit.lower[i - 1] == "out") and unit.lower[i] not in ("as", "like"):
            return i - 1
        if before == "V" and unit.lower[i] == "by" and verbs()[unit.lower[i - 1]].form == "past":
            return i - 1  # "a cable seen by this paper"
        return _through_verb(unit, i, end) if before in "axvV" else None
    if letter in "or" and i < end and letters[i + 1] == "c":
        return None
    if letter in "or":
        return i - 1 if before == "i" else _through_verb(unit, i, end) if before in "vVeg" else None
    if letter == "-":
        return i - 1 if unit.tokens[i].end == unit.tokens[min(i + 1, end)].start else None
    if letter == "c":
        return i - 1 if before in "nPmNro)'," and not _verb_left(unit, i - 1, ";:.qs,") else None
    if letter == ",":
        return i - 1 if listed and before in "nPN" and not _verb_left(unit, i - 1) else None
    if letter in "egavV":
        return _through_verb(unit, i, end)
    if letter == "w":
        return i - 1 if before in "nPmN" and i < end else None
    return None


def _through_verb(unit: Unit, i: int, end: int) -> int | None:
    """A verb inside the phrase: a reduced relative clause ("people living there") or one with who, which, that."""
    letters = unit.letters
    before = letters[i - 1] if i else "."
    if unit.lower[i + 1 : i + 2] and unit.lower[i + 1] in _PARTICLES and letters[i + 2 : i + 3] in tuple("dmxPn"):
        return None  # "X handed over 340 people to the police who say …": a verb with its object describes nobody
    if letters[i] in "eg" and i == end:
        return i - 1 if before in "nPN" or (letters[i] == "e" and before in "dx") else None  # "the newly arrived"
    if letters[i] in "eg":
        if before in "nPN" and letters[i + 1] in ("ixgeTYa,cnm" if letters[i] == "e" else "ixgeTYa,cdPnm"):
            return i - 1
        if before in "dm'x" or letters[i + 1] in "nPN":
            return i - 1
    if (
        letters[i] == "V"
        and i < end
        and letters[i + 1] in "ix"
        and verbs()[unit.lower[i]].form == "past"
        and before in "nPNd"
    ):
        return i - 1
    for back in range(i - 1, max(-1, i - 12), -1):
        if letters[back] == "w":
            head = back - 2 if back and letters[back - 1] == "i" else back - 1
            return head if head >= 0 and letters[head] in "nPmN" else None
        if letters[back] == "t" and back and letters[back - 1] in "nmP":
            return back - 1
        if letters[back] in ",;:.qs-b":
            return None
    return None


def _verb_left(unit: Unit, i: int, stops: str = ";:.qs") -> bool:
    """Whether a finite verb stands between `i` and the start of the clause on its left."""
    for back in range(i, max(-1, i - _LONGEST), -1):
        letter = unit.letters[back]
        if letter in stops and back < i:
            return False
        if letter in "avVrT" or (letter == "e" and back and unit.letters[back - 1] in "nPrNm"):
            return True
    return False


def _trimmed(unit: Unit, start: int, end: int) -> int | None:
    """The start without a leading preposition phrase ("In Geneva the UN …"), adverbs and marks."""
    letters = unit.letters
    if unit.lower[start : start + 2] == ["according", "to"]:
        start += 2
    while (start <= end and letters[start] in "xcb)-,'w") or (start <= end and letters[start] == "i" and start == end):
        start += 1
    while (
        start < end
        and letters[start] in "mn"
        and letters[start + 1] == "d"
        and unit.lower[start] not in ("half", "all")
    ):
        start += 1
    if start > end:
        return None
    if letters[start] in "iT" and unit.lower[start] not in ("half",):
        for i in range(start + 2, end + 1):
            if letters[i] in "d" and letters[i - 1] not in "iTdcx":
                return i
        last = max(letters.rfind("i", start, end), letters.rfind("T", start, end))
        return last + 1 if last + 1 <= end and letters[last + 1] in "dnPmN" else None
    return start


def _head_of_relative(unit: Unit, start: int) -> int | None:
    """When the phrase at `start` is the object of a relative clause, the start of what that clause describes.

    "An official who asked to speak to the press said": the official, not the press.
    """
    letters = unit.letters
    before = letters[start - 1] if start else "^"
    if before not in "TvagV" or (before == "V" and "b" in verbs()[unit.lower[start - 1]].frames):
        return None
    for back in range(start - 1, max(0, start - 25), -1):
        if letters[back] in ",;:.q":
            return None
        if letters[back] == "w":
            head = back - 2 if letters[back - 1] == "i" else back - 1
            return phrase_start(unit, head) if head >= 0 and letters[head] in "nPmN" else None
    return None


def _past_aside(unit: Unit, j: int) -> Range | None:
    """ "Ann Roe, head of the mission, said": the phrase before the aside, with the aside."""
    letters = unit.letters
    if letters[j] == ")":
        opening = _opening(letters, j)
        if opening < 0 or letters[opening] not in _HEAD_ENDS:
            return None
        start = phrase_start(unit, opening)
        return None if start is None else (start, j)
    comma = letters.rfind(letters[j], max(0, j - _LONGEST), j)
    while comma > 0 and letters[comma - 1] in ",":
        comma -= 1
    if comma <= 0 or comma == j - 1:
        return None
    first = letters[comma + 1]
    if first in "cbtr" or letters[comma - 1] not in _HEAD_ENDS + "r":
        return None
    head = comma - 1
    earlier = letters.rfind(",", max(0, comma - 16), comma)
    if earlier > 0 and letters[earlier + 1] == "w" and letters[earlier - 1] in "nPmN":
        head = earlier - 1
    start = phrase_start(unit, head) if letters[head] != "r" else head
    if start is None:
        return None
    return _with_apposition(unit, start, j)


def _with_apposition(unit: Unit, start: int, end: int) -> Range:
    """Take in the name that a phrase explains: "Ann Roe, the head of the mission" from either side."""
    letters = unit.letters
    if start < 2 or letters[start - 1] != "," or letters[start] not in "dwnP" or letters[start - 2] not in "nPN":
        return start, end
    if _verb_left(unit, start - 2):
        return start, end
    other = phrase_start(unit, start - 2)
    if other is None or (other > 0 and letters[other - 1] not in ",;:.b-c"):
        return start, end
    named = "P" in letters[other : start - 1] or "P" in letters[start : end + 1]
    leading = letters[other] in "iYx" or (other > 0 and letters[other - 1] in "i")
    timed = any(word in _TIME_NOUNS for word in unit.lower[other : start - 1])
    return (other, end) if named and not leading and not timed else (start, end)


def _antecedent(unit: Unit, j: int) -> Range | None:
    """ "a doctor who said": the phrase before the relative pronoun."""
    letters = unit.letters
    k = j - 1
    if k >= 0 and letters[k] == ",":
        k -= 1
    if k < 0 or letters[k] not in "nPmN)":
        return None
    start = phrase_start(unit, k)
    return None if start is None else (start, k)


def _with_tail(unit: Unit, end: int) -> int:
    """Run on through "of …", "in …", "based in …", "for …" and names joined by "and"."""
    letters = unit.letters
    size = min(len(letters), end + _LONGEST)
    while end + 2 < size:
        after = letters[end + 1]
        if after == "i" and unit.lower[end + 1] in ("of", "for", "in", "from", "at", "with", "near", "on"):
            if letters[end + 2] == "Y" or (
                unit.lower[end + 2] in ("a", "an", "condition") and unit.lower[end + 1] in ("on", "in", "at")
            ):
                break
            if letters[end + 2] == "g" and letters[end + 3 : end + 4] in tuple("dmPo"):
                break  # accused by villagers "of killing nine"
            further = phrase_end(unit, end + 2, post=False)
        elif (after == "e" and letters[end + 2] == "i") or (after == "V" and unit.lower[end + 2] == "by"):
            further = phrase_end(unit, end + 3, post=False)
        elif after == "c" and letters[end + 2] in "dPnm":
            further = phrase_end(unit, end + 2, post=False)
        else:
            break
        if further is None:
            break
        end = further
    return end


def _opening(letters: str, i: int) -> int:
    """The token before the bracket that the one at `i` closes; -1 when it is not there."""
    found = letters.rfind("(", max(0, i - _LONGEST), i)
    return found - 1 if found >= 0 else -1
