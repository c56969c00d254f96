"""Whose word it is, said in passing: "so says X", "if X is to be believed", "to hear X tell it", "from X we learn"."""

from clarion.extract.voices.contents import clause_start, content_end
from clarion.extract.voices.cues import verbs
from clarion.extract.voices.phrases import phrase_end
from clarion.extract.voices.said import Speech
from clarion.extract.voices.sides import around
from clarion.extract.voices.units import Unit

_TRUST = (("to", "be", "believed"), ("to", "be", "trusted"), ("to", "be", "credited"))
_RIGHT = ("right", "correct", "believed", "truthful")
_HAVING = ("have", "has", "had", "got", "heard", "hear", "learn", "learned", "learnt", "know", "understand", "gather")


def by_hearsay(unit: Unit, q: int) -> Speech | None:
    """ "if a nurse is to be believed", "to hear the nurse tell it", "so says a nurse": `q` is if, hear or so."""
    word = unit.lower[q]
    if word == "so":
        return _so_says(unit, q)
    if word == "hear" and (q == 0 or unit.lower[q - 1] != "to"):
        return None
    end = phrase_end(unit, q + 1) if q + 1 < len(unit.letters) else None
    if end is None:
        return None
    rest = tuple(unit.lower[end + 1 : end + 5])
    if word == "hear":
        stop = end + 3 if rest[:2] in (("tell", "it"), ("tells", "it"), ("speak", "of")) else None
        first = q - 1
    else:
        trusted = rest[:1] in (("is",), ("are",), ("were",)) and rest[1:4] in _TRUST
        stop = end + 5 if trusted else end + 3 if rest[:1] in (("is",), ("are",)) and rest[1] in _RIGHT else None
        first = q
    if stop is None:
        return None
    contents = around(unit, first, stop)
    return Speech(unit, (q + 1, end), (first, stop - 1), contents, "s", "say") if contents else None


def learned_from(unit: Unit, q: int) -> Speech | None:
    """ "From a driver we learn that …", "we have it from a driver that", "we have this from a driver: …"."""
    letters, lower, size = unit.letters, unit.lower, len(unit.letters)
    end = phrase_end(unit, q + 1) if q + 1 < size else None
    if end is None:
        return None
    if q > 1 and lower[q - 1] in ("it", "this", "that") and lower[q - 2] in _HAVING:
        r = end + 1
        if letters[r : r + 1] == ":":
            r += 1
        elif letters[r : r + 1] != "t":
            return None
        return None if r >= size else Speech(unit, (q + 1, end), (q - 2, q), [(r, content_end(unit, r))], "s", "tell")
    fronted = q == 0 or letters[q - 1] in ";:,."
    r = end + 1
    if not fronted or letters[r : r + 1] != "r":
        return None
    r += 1
    while r < size and letters[r] in "ax" and lower[r] not in _HAVING:
        r += 1
    if r >= size or lower[r] not in _HAVING:
        return None
    r += 2 if lower[r + 1 : r + 2] == ["it"] else 1
    if letters[r : r + 1] not in ("t", "s"):
        return None
    return Speech(unit, (q + 1, end), (q, r - 1), [(r, content_end(unit, r))], "s", "tell")


def _so_says(unit: Unit, q: int) -> Speech | None:
    """ "The men were beaten; so says a nurse", "So says a nurse: the men were beaten"."""
    letters = unit.letters
    if letters[q + 1 : q + 2] != "V" or "p" not in verbs()[unit.lower[q + 1]].frames:
        return None
    if verbs()[unit.lower[q + 1]].form == "ing" or q + 2 >= len(letters) or letters[q + 2] in "t,.":
        return None
    end = phrase_end(unit, q + 2)
    if end is None:
        return None
    if q == 0 or letters[:q].strip("q.,c") == "":
        if letters[end + 1 : end + 2] != ":" or end + 2 >= len(letters):
            return None
        return Speech(unit, (q + 2, end), (q, q + 1), [(end + 2, content_end(unit, end + 2))], "s", "say")
    last = q - 1
    while (last > 0 and letters[last] in ",;:-c(") or unit.lower[last] in ("or", "at", "least"):
        last -= 1
    if last == q - 1:
        return None
    start = clause_start(unit, last)
    return Speech(unit, (q + 2, end), (q, q + 1), [(start, last)], "s", "say") if start <= last else None
