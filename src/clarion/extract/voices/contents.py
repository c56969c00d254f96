"""Where the words that a cue carries begin and end, to its right or to its left."""

from typing import NamedTuple

from clarion.extract.voices.cues import Cue, verbs
from clarion.extract.voices.phrases import Range, phrase_end
from clarion.extract.voices.units import Unit
from clarion.extract.voices.words import SPELLS
from clarion.language.wordlists import words

_MOST = 220  # tokens that a content may run over
_ADJUNCTS = words("in on at during after before by via through from to with outside without upon over for under")
_CLAUSE_STARTS = "dPnmro'NxegVY"
_TIMES = words("after before until when while once")
_CONTRAST = words("while whereas although though")
_MODALS = words("will would should must to can could may might 'd ’d 'll ’ll")
_QUESTION_WORDS = words("how whether what why where who if whom when which")


class Content(NamedTuple):
    """The tokens that are somebody's words, whom they were told to, and where the search ended."""

    first: int
    last: int
    addressee: Range | None = None
    infinitive: bool = False


def content_after(unit: Unit, q: int, cue: Cue) -> Content | None:
    """The words that follow the cue verb at token `q`, or None when it governs nothing on its right."""
    letters, size = unit.letters, len(unit.letters)
    r = q + 1
    while r < size and letters[r] == "x":
        r += 1
    if cue.lemma == "put" and unit.lower[r : r + 1] == ["it"]:
        return None  # "as she put it"
    addressee = None
    if "a" in cue.frames and r < size and letters[r] in "dPnmoNr'":
        end = phrase_end(unit, r, post=True)
        if end is not None and letters[r] == "P":
            end = _cut_name(letters, r, end)
        if end is not None and _goes_on(unit, end + 1, cue):
            addressee, r = (r, end), end + 1
        elif end is not None and "b" not in cue.frames:
            return None
    start = _start(unit, r, cue, told=addressee is not None or "a" not in cue.frames)
    if start is None:
        return None
    clause = letters[start] in "tqs:" or ("b" in cue.frames and has_verb(unit, start))
    last = content_end(unit, start, phrase=not clause)
    if last < start:
        return None
    return Content(start, last, addressee, letters[start] == "T")


def _cut_name(letters: str, first: int, end: int) -> int:
    """ "told AFP two men were held": the name ends before the figure that opens the clause."""
    for i in range(first + 1, end + 1):
        if letters[i] == "m" and letters[i - 1] == "P":
            return i - 1
    return end


def content_end(unit: Unit, start: int, *, phrase: bool = False, subject: bool = False) -> int:
    """The last token of a content that starts at `start`: the end of the sentence or the turn to other words.

    `phrase`: the content has no verb of its own. `subject`: it belongs to a noun that may be the sentence's subject.
    """
    letters = unit.letters
    size = min(len(letters), start + _MOST)
    if letters[start] == "q":
        return _after_quoted(unit, start)
    i = start + 1
    if letters[start : start + 2] == "t,":
        closing = _matching(letters, start + 1)
        i = closing + 1 if closing < size else i  # "said that, as far as she knew, they were held"
    depth = 1 if letters[start] == "(" else 0
    while i < size:
        letter = letters[i]
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth < 0:
                break
        elif (
            (letter == ";" and (phrase or _turns_at_semicolon(unit, i)))
            or (letter == "." and i + 1 == len(letters))
            or (phrase and letter in "av" and _ends_phrase(unit, start, i))
            or (subject and letter == "," and letters[i + 1 : i + 2] in ("a", "v"))
            or (subject and letter in "aV" and letters[i - 1] in "nPmveYo" and _has_its_verb(letters, start, i))
            or (letter in ",-" and _turns_away(unit, i, phrase))
            or (phrase and letter == "s" and unit.lower[i] in _TIMES)
            or (phrase and letter == "c" and _acts_next(unit, i + 1))
            or (phrase and letter == "c" and letters[i + 1 : i + 2] == "v" and not _is_opened(letters, start, i))
            or (letter in "cb" and (_other_cue(unit, i + 1, start) or _other_voice(unit, i + 1)))
            or (letter == "b" and i + 1 < size and letters[i + 1] in "axvV")
        ):
            break
        i += 1
    last = i - 1
    while last >= start and letters[last] in ".,;:-":
        last -= 1
    return last


def clause_start(unit: Unit, end: int) -> int:
    """Where the clause starts that ends at token `end`: the sentence, or what follows a semicolon."""
    letters = unit.letters
    low = max(0, end - _MOST)
    start = low
    for i in range(end - 1, low, -1):
        if letters[i] == ";" and _tells_before(unit, i, low):
            start = i + 1
            break
    while start < end and letters[start] in "cb,-:":
        start += 1
    return start


def _start(unit: Unit, r: int, cue: Cue, *, told: bool) -> int | None:
    """The first token of the content, adjuncts of the telling skipped."""
    letters, size = unit.letters, len(unit.letters)
    found = _particle(unit, r, cue)
    if found is not None:
        return found
    for _ in range(4):
        if r >= size:
            return None
        direct = _direct_start(unit, r, cue)
        if direct is not None:
            return direct
        skipped = _skip_adjunct(unit, r)
        if skipped is None:
            break
        r = skipped
    if r < size and (letters[r] in _CLAUSE_STARTS + "q" or unit.lower[r] in ("being", "having")) and told:
        return _bare_start(unit, r, cue)
    return None


def _direct_start(unit: Unit, r: int, cue: Cue) -> int | None:
    """Starts that leave no doubt: that, a colon, quoted speech, how and whether, to."""
    letters, size = unit.letters, len(unit.letters)
    letter = letters[r]
    if letter == "t" and ("t" in cue.frames or "b" in cue.frames):
        return r
    colon = r + 1 if letters[r : r + 2] == "d:" else r  # "said only this: …"
    if letters[colon] == ":" and colon + 1 < size and "p" in cue.frames:
        return colon + 1
    if letter == "," and r + 1 < size and letters[r + 1] == "q" and "p" in cue.frames:
        return r + 1
    if letter in ",-(" and r + 1 < size and "t" in cue.frames:
        that = r if letters[r + 1] == "t" else _matching(letters, r)
        if that + 1 < size and letters[that + 1] == "t":
            return that + 1
    if letter == "," and r + 1 < size and letters[r + 1] in "ixg" and "n" in cue.frames:
        closing = _matching(letters, r)
        if closing + 1 < size and letters[closing + 1] in "dPnm":
            return closing + 1
    if letter == "q" and ("p" in cue.frames or "n" in cue.frames):
        return r
    if unit.lower[r] in ("when", "where") and r + 1 < size and letters[r + 1] in "eV":
        return None  # "admitted when asked"
    if letter in "sw" and "t" in cue.frames and unit.lower[r] in _QUESTION_WORDS:
        return r
    if letter == "T" and ("i" in cue.frames or "o" in cue.frames) and r + 1 < size and letters[r + 1] in "nVaxvN":
        return r
    return None


def _matching(letters: str, r: int) -> int:
    """The mark that closes the aside opened at token `r`, or the end of the sentence."""
    mark = ")" if letters[r] == "(" else letters[r]
    found = letters.find(mark, r + 1, r + 20)
    return found if found > 0 else len(letters)


def _bare_start(unit: Unit, r: int, cue: Cue) -> int | None:
    """A bare clause ("said he left"), a noun phrase ("denied the charge"), somebody to do something."""
    letters = unit.letters
    if "b" in cue.frames and has_verb(unit, r) and letters[r] not in "eVYs":
        return r
    if any(frame in cue.frames for frame in "gn") and _is_gerund(unit, r):
        return r
    if letters[r] == "d" and unit.lower[r] in ("this", "that") and letters[r + 1 : r + 2] not in tuple("nPmegN"):
        return None  # "he said this": what it was stands elsewhere
    if any(frame in cue.frames for frame in "noc") and letters[r] in "dPnmroN'xegq":
        return r
    return None


def _is_gerund(unit: Unit, r: int) -> bool:
    word = unit.lower[r]
    return unit.letters[r] == "g" or word in ("being", "having") or (word in verbs() and verbs()[word].form == "ing")


def _particle(unit: Unit, r: int, cue: Cue) -> int | None:
    """After "called for", "spoke of", "pointed out": the token after the particle."""
    if not cue.particles or r + 1 >= len(unit.letters) or unit.lower[r] not in cue.particles:
        return None
    if unit.lower[r] == "of" and "o" in unit.letters[r + 1] and cue.kind == "j":
        return None
    if unit.lower[r] == "out" or unit.letters[r + 1] in "dPnmroNgq'exstwV" or unit.lower[r + 1] in ("having", "being"):
        return r + 1
    return None


def _skip_adjunct(unit: Unit, r: int) -> int | None:
    """The token after an adverb, a day or "in a statement", or None when nothing of the kind stands here."""
    letters, size = unit.letters, len(unit.letters)
    if letters[r] == "x" or letters[r] == "Y":
        return r + 1
    if letters[r : r + 2] == "TY":
        return r + 2  # "to this day", "to date"
    if letters[r] in "dn" and unit.lower[r] in ("last", "this", "next", "earlier", "late", "early") and r + 1 < size:
        timed = letters[r + 1] == "Y" or unit.lower[r + 1] in SPELLS | {"this", "last", "in"}
        return r + 2 if timed else None  # "this retaliation" is no time
    if letters[r] == "T" and r + 1 < size and letters[r + 1] in "dPornmN":
        end = phrase_end(unit, r + 1)
        return None if end is None else end + 1
    if letters[r] in "is" and unit.lower[r] in _ADJUNCTS and r + 1 < size:
        if letters[r + 1] in "Ym":
            i = r + 1
            while (
                i < size
                and letters[i] in "Ymn'"
                and (letters[i] in "Ym" or unit.lower[i] in ("morning", "evening", "night", "afternoon"))
            ):
                i += 1
            return i
        end = phrase_end(unit, r + 1)
        return None if end is None else end + 1
    return None


def _goes_on(unit: Unit, r: int, cue: Cue) -> bool:
    """Whether a content can start at `r`, after the one who is told."""
    letters, size = unit.letters, len(unit.letters)
    for _ in range(3):
        if r >= size:
            return False
        if letters[r] in "tqT:" or (letters[r] == "," and r + 1 < size and letters[r + 1] in "qt"):
            return True
        if letters[r] == "s" or unit.lower[r] in cue.particles:
            return True
        skipped = _skip_adjunct(unit, r)
        if skipped is None:
            break
        r = skipped
    return r < size and letters[r] in "dPrmn" and has_verb(unit, r)


def has_verb(unit: Unit, start: int) -> bool:
    """Whether a finite verb follows a possible subject before the clause ends."""
    letters = unit.letters
    for i in range(start, min(len(letters), start + 40)):
        letter = letters[i]
        if letter in ";:." or (letter == "," and (i > start + 14 or letters[i + 1 : i + 2] in ("s", "w"))):
            return False
        if letter in "av" and i > start:
            return True
        if letter in "eV" and i > start and letters[i - 1] in "nPrmxNow)Y" and unit.lower[i + 1 : i + 2] != ["by"]:
            return True
    return False


def _ends_phrase(unit: Unit, start: int, i: int) -> bool:
    """Whether the verb at `i` is that of the sentence, not of the phrase: "asked for help were sent away"."""
    letters = unit.letters
    if letters[i - 1] not in "nPmNoY)" or letters[i + 1 : i + 2] == "i" or unit.lower[i] in ("being", "having"):
        return False
    return not _is_opened(letters, start, i)


def _has_its_verb(letters: str, start: int, i: int) -> bool:
    """Whether the that-clause from `start` has had its verb before token `i`, so that the next belongs to the noun."""
    before = letters[max(start + 1, i - 30) : i]
    return any(letter in "aveV" for letter in before) and not any(letter in "wtsT" for letter in before)


def _is_opened(letters: str, start: int, i: int) -> bool:
    """Whether a clause of its own was opened inside the phrase, so that a verb belongs to it."""
    return any(letter in "wtsrT" for letter in letters[max(start, i - 30) : i])


def _turns_away(unit: Unit, i: int, phrase: bool) -> bool:
    """Whether the comma or dash at `i` ends the content."""
    letters, lower, size = unit.letters, unit.lower, len(unit.letters)
    j = i + 1
    if j >= size:
        return True
    if letters[j] in "cb" and (_other_cue(unit, j + 1, i) or _other_voice(unit, j + 1)):
        return True
    if letters[j] == "b" and j + 1 < size and letters[j + 1] in "axvV":
        return True
    if letters[j] == "c" and j + 1 < size and letters[j + 1] == "s":
        return True
    if lower[j] in _CONTRAST and _other_voice(unit, j + 1):
        return True
    if lower[j] in ("according", "citing", "quoting"):
        return True
    if letters[j] in "V" and verbs()[lower[j]].form == "ing":
        return True
    if phrase:
        if letters[j] == "c" and j + 1 < size and letters[j + 1] in "dPnm" and _is_clause(unit, j + 1):
            return True
        return letters[j] in "rswgbeaV" or (letters[j] == "c" and j + 1 < size and letters[j + 1] in "rVa")
    return _closing_cue(unit, j) or _other_voice(unit, j)


def _acts_next(unit: Unit, j: int) -> bool:
    """ "announced a curfew and arrested nine": a past form with an object of its own is a new verb."""
    after = unit.letters[j + 1 : j + 2]
    return unit.letters[j : j + 1] == "e" and (after in tuple("dmo") or (after == "P" and unit.lower[j] != "known"))


def _is_clause(unit: Unit, j: int) -> bool:
    """Whether a short subject and a finite verb start at token `j`."""
    for i in range(j, min(len(unit.letters), j + 7)):
        if unit.letters[i] in "av" and i > j:
            return True
        if unit.letters[i] not in "dnPm'x":
            return False
    return False


def _turns_at_semicolon(unit: Unit, i: int) -> bool:
    """Whether what follows a semicolon has a voice of its own; else the words go on."""
    letters = unit.letters
    stop = letters.find(";", i + 1, i + _MOST)
    rest = letters[i + 1 : stop if stop > 0 else i + _MOST]
    return "V" in rest or "q" in rest or ("N" not in rest and not any(letter in "aveg" for letter in rest))


def _tells_before(unit: Unit, i: int, low: int) -> bool:
    """Whether the clause before the semicolon has a voice of its own."""
    for at in range(max(low, i - _MOST), i):
        if unit.letters[at] == "V" and "b" in verbs()[unit.lower[at]].frames:
            return True
    return False


def _closing_cue(unit: Unit, j: int) -> bool:
    """ "…, officials say": a short subject and a cue verb that close the sentence."""
    letters, size = unit.letters, len(unit.letters)
    limit = min(size, j + 9)
    for k in range(j, limit):
        if letters[k] == "V":
            after = k + 1
            while after < size and letters[after] in "xYm":
                after += 1
            return k > j and (after >= size or letters[after] in ".,;)")
        if letters[k] not in "dnPmr'iax":
            return False
    return False


def _other_cue(unit: Unit, j: int, start: int) -> bool:
    """ "and said …": the source goes on with another verb of saying."""
    letters, size = unit.letters, len(unit.letters)
    while j < size and letters[j] == "x":
        j += 1
    if j + 1 >= size or letters[j] != "V":
        return False
    cue = verbs()[unit.lower[j]]
    if cue.kind not in "sdjqe" or cue.form == "ing" or ("b" not in cue.frames and "t" not in cue.frames):
        return False
    if cue.form == "base" and any(word in _MODALS for word in unit.lower[max(0, start - 1) : j]):
        return False
    return letters[j + 1] in "tdPrmnqsTo:'x"


def _other_voice(unit: Unit, j: int) -> bool:
    """ "and the army said …": a short subject and a verb of saying begin somebody else's words."""
    letters = unit.letters
    for k in range(j, min(len(letters) - 1, j + 8)):
        if letters[k] == "V":
            cue = verbs()[unit.lower[k]]
            return (
                k > j
                and cue.kind == "s"
                and "b" in cue.frames
                and cue.form in ("past", "s", "base")
                and letters[k + 1] in "tdPrmnqs'x"
            )
        if letters[k] not in "dnPmr'ai":
            return False
    return False


def _after_quoted(unit: Unit, start: int) -> int:
    """A content that starts with quoted speech: the quotation, and the clause if it runs on."""
    letters, size = unit.letters, len(unit.letters)
    last = start
    while last + 2 < size and letters[last + 1] in "c," and letters[last + 2] == "q":
        last += 2
    while last + 1 < size and letters[last + 1] == "q":
        last += 1
    return last
