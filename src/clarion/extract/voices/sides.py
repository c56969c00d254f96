"""The words on the left and on the right of an aside."""

from clarion.extract.voices.contents import clause_start, content_end, has_verb
from clarion.extract.voices.phrases import Range, phrase_end
from clarion.extract.voices.units import Unit


def left_of(unit: Unit, i: int, *, comma: bool = True) -> list[Range]:
    """The words on the left of the mark at token `i` (or of token `i` itself when no comma parts them)."""
    letters = unit.letters
    last = i if letters[i] == "q" else i - 1
    while last >= 0 and letters[last] in ",-.":
        last -= 1
    if last < 0:
        return []
    if letters[last] == "q":
        start = last
        while start > 0 and letters[start - 1] in "dnPmroaVvexgiTtNsq," and start > last - 40:
            start -= 1
        return [(start if letters[start] not in "c," else start + 1, last)]
    if letters[last] in "cbstw" and comma:
        return []
    start = clause_start(unit, last)
    if start > last or (letters[start] in "ixY" and not any(letter in "avVeg" for letter in letters[start : last + 1])):
        return []
    return [(start, last)]


def right_of(unit: Unit, stop: int, *, forced: bool = False) -> list[Range]:
    """The words that go on after an aside which ended before token `stop`."""
    letters, size = unit.letters, len(unit.letters)
    if stop >= size or letters[stop] not in ",q:.)":
        return []
    if letters[stop] == "q":
        return [(stop, stop)]
    start = stop + 1
    if start < size and letters[start] == "q":
        return [(start, start)]
    if start + 1 < size and unit.lower[start] == "and" and letters[start + 1] in "dPnmro":
        start += 1
    if start < size and letters[start] in "giT" and start > 1 and letters[start - 2] == "V":
        return [(start, content_end(unit, start))]  # "…, she said, including …"
    if start >= size or letters[start] in "cbVw)gi":
        return []
    return [(start, content_end(unit, start))] if forced or has_verb(unit, start - 1) else []


def around(unit: Unit, first: int, stop: int) -> list[Range]:
    """The clause around an aside that runs from token `first` to before token `stop`."""
    letters = unit.letters
    contents = []
    if first and letters[first - 1] in ",-q(":
        contents = left_of(unit, first - 1)
    elif first > 1:
        # "33 according to the clinic, 41 according to the chiefs": without a comma only the words next to it
        start = max(letters.rfind(mark, max(0, first - 60), first) for mark in ",:;") + 1
        near = any(letter in "avVeg" for letter in letters[start:first])
        return [(start, first - 1)] if not near else left_of(unit, first, comma=False)
    if contents and letters[contents[-1][1]] == "a":
        contents = [_last_verb_phrase(unit, *contents[-1])]
    cut = letters[slice(*contents[0])] if contents else ""
    open_end = bool(contents) and (letters[contents[-1][1]] in "aT" or not any(letter in "avVeg" for letter in cut))
    return contents + right_of(unit, stop, forced=open_end or not contents)


def _last_verb_phrase(unit: Unit, first: int, last: int) -> Range:
    """ "two fled and were, in the view of a panel, shot": the aside belongs to the last verb alone."""
    joined = unit.letters.rfind("c", first, last)
    verb_after = joined >= 0 and not any(letter in "dnPmro" for letter in unit.letters[joined + 1 : last])
    return (joined + 1, last) if verb_after else (first, last)


def closed_by(unit: Unit, r: int) -> bool:
    """Whether a mark follows token `r` before any other verb or clause: what stands there is an aside."""
    letters, size = unit.letters, len(unit.letters)
    for i in range(r, min(size, r + 14)):
        if letters[i] in ".,;q)-s":
            return True
        if letters[i] in "avVetTrwg":
            return False
    return r >= size or size - r <= 14


def apposition_end(unit: Unit, end: int) -> int:
    """ "Ann Roe, head of the mission": the end of what explains the phrase that ends at token `end`."""
    letters, size = unit.letters, len(unit.letters)
    if end + 2 >= size or letters[end + 1] != ",":
        return end
    if letters[end + 2] not in "dnwPme":
        return end
    i = end + 2
    if letters[i] == "w":
        while i < size and letters[i] not in ",.;q:":
            i += 1
        return i - 1
    further = phrase_end(unit, i)
    if further is None:
        return end
    after = letters[further + 1] if further + 1 < size else "."
    return further if after in ".,q;)" else end
