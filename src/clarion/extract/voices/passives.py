"""Voices that come after their words by way of "by": "was told by X that", "reported by X", "heard from X that"."""

from clarion.extract.voices.contents import clause_start, content_end
from clarion.extract.voices.cues import Cue
from clarion.extract.voices.phrases import Range, phrase_end, phrase_start, subject_before
from clarion.extract.voices.said import Speech
from clarion.extract.voices.sides import apposition_end, left_of
from clarion.extract.voices.units import Unit
from clarion.language.names import SPEAKERS
from clarion.language.wordlists import words

MEANS = words("telephone phone email e-mail letter post text radio video satellite message mail satellite-phone")


def passive(unit: Unit, q: int, k: int, cue: Cue) -> Speech | None:
    """ "was told by X that", "is believed by residents to", "was accused by X of"; without "by" nobody is named."""
    letters, size = unit.letters, len(unit.letters)
    doer = _doer(unit, q + 1, cue)
    subject = subject_before(unit, k)
    if subject is None and doer is not None and k > 0:
        start = clause_start(unit, k - 1)  # "Claims that … were rejected by the army"
        subject = (start, k - 1) if unit.letters[start] == "N" else None
    last = _as_said(unit, q, cue)
    if last is not None and subject is not None and subject[0] > 1 and letters[subject[0] - 1] in ",q":
        contents = left_of(unit, subject[0] - 1)  # "Men were held, the minister was quoted as saying"
        return Speech(unit, subject, (k, last), contents, "s", "say") if contents else None
    if doer is not None:
        r = doer[1] + 1
        if letters[r : r + 2] == ",t":
            r += 1
        if r < size and letters[r] in "tqs":
            return Speech(unit, doer, (k, q), [(r, content_end(unit, r))], cue.kind, cue.lemma)
        contents = [subject] if subject is not None else []
        if r < size and letters[r] in "iTg":
            contents.append((r, content_end(unit, r)))
        elif not set(cue.frames) & set("nocx"):
            return None  # "was felt by many"
        return Speech(unit, doer, (k, q), contents, cue.kind, cue.lemma)
    stated = _stated_in(unit, k) if letters[q + 1 : q + 2] == "t" else None
    if stated is not None:
        last = content_end(unit, q + 1, subject=True)
        return Speech(unit, stated, (k, q), [(q + 1, last)], cue.kind, cue.lemma)
    at = said_at(unit, subject) if cue.kind == "s" else None
    if at is not None and letters[q + 1 : q + 2] == "t":
        return Speech(unit, at, (k, q), [(q + 1, content_end(unit, q + 1))], cue.kind, cue.lemma)
    behind = _place(unit, q + 1) if cue.kind == "s" and subject is not None and unit.lower[subject[0]] == "it" else None
    if behind is not None and letters[behind[1] + 1 : behind[1] + 2] == "t":
        return Speech(unit, behind, (k, q), [(behind[1] + 1, content_end(unit, behind[1] + 1))], cue.kind, cue.lemma)
    if q + 1 < size and letters[q + 1] in "tT" and cue.kind in "sbe" and "d" not in cue.kind:
        last = content_end(unit, q + 1)
        if letters[q + 1] == "t" or subject is None:
            return Speech(unit, None, (k, q), [(q + 1, last)], cue.kind, cue.lemma)
        return Speech(unit, None, (k, q), [subject, (q + 1, last)], cue.kind, cue.lemma)
    return None


def said_at(unit: Unit, subject: Range | None) -> Range | None:
    """ "In the prosecutor's office it was stated that", "At the ministry they say that": the body at the head."""
    if subject is None or subject[0] != subject[1] or unit.lower[subject[0]] not in ("it", "they") or subject[0] < 2:
        return None
    place = _place(unit, 0)
    near = place is not None and subject[0] - place[1] <= 2
    return place if near else None


def _place(unit: Unit, r: int) -> Range | None:
    """The body in "at the ministry" that starts at token `r`."""
    if unit.lower[r : r + 1] not in (["in"], ["at"], ["from"]) or r + 1 >= len(unit.letters):
        return None
    end = phrase_end(unit, r + 1)
    if end is None or not any(word in SPEAKERS for word in unit.lower[r + 1 : end + 1]):
        return None
    return r + 1, end


def reduced_passive(unit: Unit, q: int, cue: Cue) -> Speech | None:
    """ "the figure given by X", "abuses reported by residents": the phrase on the left is what X says."""
    doer = _doer(unit, q + 1, cue)
    if doer is None or "n" not in cue.frames:
        return None
    letters = unit.letters
    last = q - 2 if letters[q - 1] == "," else q - 1
    start = phrase_start(unit, last) if last >= 0 and letters[last] in "nPmN)" else None
    if start is None:
        return None
    contents = [(start, last)]
    r = doer[1] + 1
    if r + 1 < len(letters) and letters[r] in "iT" and letters[r + 1] in "gndPa":  # "accused by locals of burning it"
        contents.append((r, content_end(unit, r, phrase=True)))
    return Speech(unit, doer, (q, q), contents, cue.kind, cue.lemma)


def heard_from(unit: Unit, q: int, k: int) -> Speech | None:
    """ "The court heard from two guards that …", "learned of it from a cook": the guards and the cook say it."""
    letters, lower = unit.letters, unit.lower
    if lower[q + 1] != "from":
        topic = phrase_end(unit, q + 2, post=False) if q + 2 < len(letters) else None
        if topic is None or lower[topic + 1 : topic + 2] != ["from"]:
            return None
        end = phrase_end(unit, topic + 2) if topic + 2 < len(letters) else None
        return None if end is None else Speech(unit, (topic + 2, end), (k, q), [(q + 2, topic)], "s", lower[q])
    end = phrase_end(unit, q + 2) if q + 2 < len(letters) else None
    if end is None or letters[end + 1 : end + 2] not in ("t", "s"):
        return None
    return Speech(unit, (q + 2, end), (k, q), [(end + 1, content_end(unit, end + 1))], "s", lower[q])


def _as_said(unit: Unit, q: int, cue: Cue) -> int | None:
    """The last token of "quoted as saying", "reported to have said" where a mark follows."""
    said = unit.lower[q + 1 : q + 4]
    size = 2 if said[:2] == ["as", "saying"] else 3 if said[:2] in (["to", "have"], ["as", "having"]) else 0
    if not size or (size == 3 and said[2:] not in (["said"], ["told"], ["admitted"], ["confirmed"])):
        return None
    return q + size if unit.letters[q + size + 1 : q + size + 2] in (".", ",", "") else None


def _doer(unit: Unit, r: int, cue: Cue) -> Range | None:
    """The phrase after "by" within a few tokens of a participle."""
    for i in range(r, min(len(unit.letters) - 1, r + 4)):
        if unit.lower[i] == "by":
            if unit.lower[i + 1] in MEANS:
                return None
            end = phrase_end(unit, i + 1)
            if end is not None and cue.kind == "j" and "for" in unit.lower[i + 2 : end]:
                end = unit.lower.index("for", i + 2) - 1  # "blamed by the army for the killings"
            return None if end is None else (i + 1, apposition_end(unit, end))
        if unit.letters[i] not in "xYi":
            return None
    return None


def _stated_in(unit: Unit, k: int) -> Range | None:
    """ "the letter signed by X, in which it is alleged that": X, for the verb group at token `k`."""
    letters = unit.letters
    which = k - 2
    if which < 3 or letters[which] != "w" or letters[which - 1] != "i":
        return None
    end = which - 3 if letters[which - 2] == "," else which - 2
    for i in range(end - 1, max(0, end - 8), -1):
        if unit.lower[i] == "by":
            return i + 1, end
        if letters[i] in "avV,;":
            return None
    return None
