"""Set phrases by which somebody judges: "is alarmed by", "lays the blame for … on", "brushes aside claims that"."""

from clarion.extract.voices.contents import content_end
from clarion.extract.voices.phrases import Range, subject_before
from clarion.extract.voices.said import JUDGEMENT, Speech
from clarion.extract.voices.units import Unit
from clarion.extract.voices.words import FEELING
from clarion.language.wordlists import words

_BE = words("is are was were be been being am remain remains remained feel feels felt 's ’s 're ’re 'm ’m")
_AT = words("by at over about")
_LAYING = words("put puts lay lays laid pin pins pinned place places placed cast casts throw throws threw heap heaped")
_DOORS = words("door doorstep feet")
_SWEEPING = words("brush brushes brushed wave waves waved shrug shrugs shrugged laugh laughs laughed play plays played")
_AWAY = words("aside away off down")
_POURING = words("pour pours poured cast casts heap heaps heaped")
_SCORN = words("scorn doubt doubts ridicule contempt")
TURNS = FEELING | _AWAY | {"blame", "scorn", "doubt", "doubts", "ridicule", "contempt", "door", "doorstep", "feet"}


def by_judging(unit: Unit, q: int) -> Speech | None:
    """The judgement whose word of feeling, blame or scorn stands at token `q`."""
    word = unit.lower[q]
    if word in FEELING:
        return _felt(unit, q)
    if word == "blame" or word in _DOORS:
        return _blamed(unit, q)
    if word in _AWAY and q > 1 and unit.lower[q - 1] in _SWEEPING:
        return _judged(unit, q - 1, q)
    if word in _SCORN and q > 1 and unit.lower[q - 1] in _POURING and unit.lower[q + 1 : q + 2] in (["on"], ["upon"]):
        return _judged(unit, q - 1, q + 1)
    return None


def _felt(unit: Unit, q: int) -> Speech | None:
    """ "The experts are alarmed by the raid"; in headlines without the verb: "Experts alarmed by raid"."""
    if unit.lower[q + 1 : q + 2] == [] or unit.lower[q + 1] not in _AT:
        return None
    if unit.lower[q] == "concerned":
        return None  # "parents are concerned about the floods" is worry, no judgement
    k = q
    while k > 0 and unit.letters[k - 1] in "ax":
        k -= 1
    bare = not set(unit.letters[:q]) & set("avVTtsw") and unit.letters[-1] != "."
    told = any(word in _BE for word in unit.lower[k:q]) or (k > 0 and unit.lower[k - 1] in _BE)
    if k > 0 and unit.lower[k - 1] in _BE:
        k -= 1
    return _judged(unit, k, q, phrase=True) if k > 0 and (told or bare) else None


def _blamed(unit: Unit, q: int) -> Speech | None:
    """ "lays the blame on the army", "pinned the blame for the raid on", "laid the raid at the door of"."""
    if unit.lower[q] in _DOORS and unit.lower[max(0, q - 2) : q] != ["at", "the"]:
        return None
    for i in range(q - 1, max(0, q - 12), -1):
        if unit.letters[i] in ",;:.q":
            return None
        if unit.lower[i] in _LAYING:
            return _judged(unit, i, i)
        if unit.lower[q] == "blame" and i < q - 3:
            return None
    return None


def _judged(unit: Unit, verb: int, last: int, *, phrase: bool = False) -> Speech | None:
    """The judgement by the subject of the verb at token `verb`; the whole predicate is the judge's."""
    k = verb
    while k > 0 and unit.letters[k - 1] in "ax":
        k -= 1
    source = _somebody(unit, subject_before(unit, k)) if k > 0 else None
    if source is None or last + 1 >= len(unit.letters):
        return None
    end = content_end(unit, last + 2 if phrase and last + 2 < len(unit.letters) else last + 1, phrase=phrase)
    return Speech(unit, source, (verb, last), [(verb, end)], JUDGEMENT, unit.lower[last])


def _somebody(unit: Unit, source: Range | None) -> Range | None:
    empty = source is not None and source[0] == source[1] and unit.lower[source[0]] in ("it", "there", "this", "that")
    return None if empty else source
