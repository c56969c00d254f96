"""Cues that stand beside the words: "…, officials said.", "…, said Ann Roe", "what she said is a lie"."""

from clarion.extract.voices.contents import Content, clause_start, content_end
from clarion.extract.voices.cues import Cue
from clarion.extract.voices.phrases import Range, phrase_end, phrase_start, subject_before
from clarion.extract.voices.said import Speech
from clarion.extract.voices.sides import apposition_end, closed_by, left_of, right_of
from clarion.extract.voices.units import Unit

_TOLD = ("tell", "inform", "remind", "assure", "notify", "brief")


def aside(unit: Unit, q: int, k: int, cue: Cue, content: Content | None) -> Speech | None:
    """ "…, officials told reporters on Monday." and "…, officials said, …": the words stand on the left."""
    if "p" not in cue.frames or cue.form == "ing":
        return None
    if (
        content is not None
        and not _is_split(unit, q, k, content)
        and (unit.letters[content.first] in "tqsT" or not closed_by(unit, q + 1))
    ):
        return None
    letters = unit.letters
    source = subject_before(unit, k)
    if source is None:
        return None
    if letters[q + 1 : q + 2] == "," and letters[q + 2 : q + 3] in ("a", "v", "e"):
        source = _after_comma(unit, source)  # "Two men, Ann Roe says, were held": no apposition
    a = source[0]
    if a > 2 and unit.lower[a - 2 : a] == ["or", "so"]:
        a -= 2  # "…, or so Ann Roe says"
    if (
        content is not None
        and unit.lower[content.first - 1] in cue.particles
        and (a == 0 or unit.letters[a - 1] != "q")
    ):
        return None
    end = _aside_end(unit, q, cue)
    if end is None:
        return None
    if a and unit.lower[a - 1] == "as" and (letters[end : end + 1] == "," or (a > 2 and letters[a - 2] == ",")):
        contents = [*(left_of(unit, a - 2) if a > 2 else []), *right_of(unit, end, forced=True)]
        return Speech(unit, source, (k, q), contents, cue.kind, cue.lemma)
    if a == 0:
        return Speech(unit, source, (k, q), [(0, 0)], cue.kind, cue.lemma, before=True) if content is None else None
    if letters[a - 1] not in (",q-" if content is None else ",q"):
        return None
    if content is not None and letters[a - 1] == "," and letters[clause_start(unit, a - 1)] in "isgw":
        return None  # "On Monday, the army reported losses": the words are on the right
    told = _told(unit, q, cue)
    contents = left_of(unit, a - 1)
    if not contents and letters[end : end + 1] == "," and end == q + 1 and a > 1:
        contents = [(clause_start(unit, a - 2), a - 2), *right_of(unit, end)]
        return Speech(unit, source, (k, q), contents, cue.kind, cue.lemma) if len(contents) > 1 else None
    if not contents:
        return None
    cut = unit.letters[slice(*contents[0])]
    contents += right_of(unit, end, forced=not any(letter in "avVeg" for letter in cut))
    return Speech(unit, source, (k, q), contents, cue.kind, cue.lemma, told)


def inverted(unit: Unit, q: int, cue: Cue, before: str) -> Speech | None:
    """ "…", said Ann Roe, head of the mission."""
    letters, size = unit.letters, len(unit.letters)
    plural = cue.lemma == "say" and cue.form == "base"  # "…, say residents"
    if "p" not in cue.frames or not (plural or cue.form in ("past", "s")) or before not in "q,^-." or q + 1 >= size:
        return None
    if cue.lemma in _TOLD and letters[q + 1] != "r":  # "the chief, Ann Roe, told a meeting": the meeting is told
        return None
    end = phrase_end(unit, q + 1)
    if end is None or letters[q + 1] in "o" or unit.lower[q + 1] in ("no", "any") or _closes_relative(unit, q):
        return None
    source = (q + 1, apposition_end(unit, end))
    stop = source[1] + 1
    after = letters[stop] if stop < size else "."
    if after not in (".,;q" if letters[q + 1] == "r" else ".,;qY:i)-xsw") or (
        before == "," and not left_of(unit, q - 1)
    ):
        return None
    if before == "^":
        return (
            Speech(unit, source, (q, q), [(0, 0)], cue.kind, cue.lemma, before=True) if closed_by(unit, stop) else None
        )
    contents = left_of(unit, q - 1)
    while stop < size and letters[stop] not in ",.q;:":
        stop += 1
    if contents and stop + 1 < size and letters[stop : stop + 2] in (",q", ":q"):
        contents.append((stop + 1, stop + 1))
    elif contents and stop < size and letters[stop] == "q":
        contents.append((stop, stop))
    elif contents and letters[stop : stop + 2] in (",a", ",v", ",t"):
        contents.append((stop + 1, content_end(unit, stop + 1)))  # "Two men, said Ann Roe, were held"
    return Speech(unit, source, (q, q), contents, cue.kind, cue.lemma) if contents else None


def gap_before(unit: Unit, q: int, k: int, cue: Cue) -> tuple[Range, list[Range]] | None:
    """ "what she said is a lie", "which the panel said were false": the relative word and the rest."""
    letters = unit.letters
    after = letters[q + 1 : q + 2]
    if after not in ("a", "v", ".", ",", ""):
        return None
    source = subject_before(unit, k)
    if after not in ("a", "v"):
        return _object_before(unit, source, cue)
    if source is None or source[0] == 0 or letters[source[0] - 1] not in "wst":
        return None
    opener = source[0] - 1
    return source, [(opener, opener), (q + 1, content_end(unit, q + 1))]


def _closes_relative(unit: Unit, q: int) -> bool:
    """ "The panel, which saw the file, found no …": the comma before the verb closes what was said of its subject."""
    comma = unit.letters.rfind(",", 0, q - 1) if unit.letters[q - 1] == "," else -1
    return comma > 0 and unit.letters[comma + 1] in "w" and "q" not in unit.letters[:q]


def _after_comma(unit: Unit, source: Range) -> Range:
    comma = unit.letters.rfind(",", *source)
    return (comma + 1, source[1]) if comma > 0 and unit.letters[comma + 1] in "Pdnmr" else source


def _told(unit: Unit, q: int, cue: Cue) -> Range | None:
    """Whom "…, the cook told Harbour Radio" names."""
    if "a" not in cue.frames or unit.letters[q + 1 : q + 2] not in tuple("dPn"):
        return None
    end = phrase_end(unit, q + 1, post=False)
    return None if end is None else (q + 1, end)


def _is_split(unit: Unit, q: int, k: int, content: Content) -> bool:
    """ "The deal, she said, “is off”": quoted speech on both sides, or a clause that the quotation ends."""
    letters = unit.letters
    if letters[content.first] != "q" or letters[content.first - 1] != ",":
        return False
    source = subject_before(unit, k)
    if source is None or source[0] < 1 or letters[source[0] - 1] not in ",q":
        return False
    if letters[source[0] - 1] == "q":
        return True
    left = left_of(unit, source[0] - 1)
    return bool(left) and letters[left[0][0]] not in "sigYwce"


def _aside_end(unit: Unit, q: int, cue: Cue) -> int | None:
    """The token after an aside: the mark that follows the cue and what belongs to it."""
    letters, size = unit.letters, len(unit.letters)
    i = q + 2 if unit.lower[q + 1 : q + 2] == ["it"] else q + 1  # "as she put it"
    while i < size and letters[i] not in ".,;q)-:s":
        if letters[i] in "avtr" or i > q + 25:
            return None
        i += 1
    return i


def _object_before(unit: Unit, source: Range | None, cue: Cue) -> tuple[Range, list[Range]] | None:
    """ "a version the diocese disputes": the phrase before the subject is what it speaks of."""
    if source is None or source[0] == 0 or unit.letters[source[0] - 1] not in "nPN" or "n" not in cue.frames:
        return None
    start = phrase_start(unit, source[0] - 1)
    return None if start is None else (source, [(start, source[0] - 1)])
