"""Voices without a verb: "X's claim that …", "in the view of X", "according to X", "Monitor: …"."""

import re

from clarion.extract.voices.contents import clause_start, content_end
from clarion.extract.voices.cues import AUTHORITIES, nouns
from clarion.extract.voices.phrases import Range, phrase_end, phrase_start, subject_before
from clarion.extract.voices.said import JUDGEMENT, Speech
from clarion.extract.voices.sides import apposition_end, around
from clarion.extract.voices.units import Unit
from clarion.language.names import HONORIFICS, KIN, OFFICES, SPEAKERS
from clarion.language.wordlists import words

_LONGEST_HEADLINE = 40  # tokens
_LONGEST_LABEL = 14  # tokens of a speaker with age and trade before a colon
_MAKING = words(
    "sent send sends brought bring brings filed files lodged lodges delivered swore put passed got received "
    "made makes make making spread spreads circulated repeated repeats published voiced issued raised gave gives"
)
_BY = words("in on by from")
# what bodies keep: "according to the data of X"
_RECORDS = words("data information findings statistics research monitoring lists list database")
_TELLING = words("account accounts testimony evidence report reports news word warning warnings")


def by_noun(unit: Unit, q: int) -> list[Speech]:
    """ "Ann Roe's claim that …", "reports by residents that …", "rumours that …", "the figure given by X is that …"."""
    letters, size = unit.letters, len(unit.letters)
    owner = _owner(unit, q)
    givers, r = _givers(unit, q + 1)
    sources: list[Range | None] = [owner] if owner is not None else [*givers]
    if not sources:
        sources = _maker(unit, q)
    kind = nouns()[unit.lower[q]]
    if r < size and letters[r] == ",":
        closing = letters.find(",", r + 1, r + 12)
        r = closing + 1 if closing > 0 else r
    if letters[r : r + 2] == "at" or letters[r : r + 2] == "a:":
        r += 1
    makers = _maker(unit, q) if owner is None and _tells_of(unit, q) else []
    if makers:  # "Survivors gave accounts of beatings"
        last = content_end(unit, q + 2, phrase=True)
        return [Speech(unit, makers[0], (q, q), [(q + 2, last)], "s", unit.lower[q])]
    if letters[r : r + 1] != "t":
        judged = kind == "j" and sources and (owner or unit.lower[q + 1] != "of" or unit.lower[q].startswith("protest"))
        return [Speech(unit, sources[0], (q, q), [(q, q)], JUDGEMENT, unit.lower[q])] if judged else []
    if not sources and kind == "h":
        start = phrase_start(unit, q)
        sources = [(start, q)] if start is not None else []
    content = (r, content_end(unit, r, subject=letters[r - 1] != "a"))
    kind = "s" if kind == "h" else kind
    return [Speech(unit, source, (q, q), [content], kind, unit.lower[q]) for source in sources or [None]]


def _tells_of(unit: Unit, q: int) -> bool:
    """Whether a noun of telling has what it tells behind "of": "accounts of", "news of"."""
    return unit.lower[q] in _TELLING and unit.lower[q + 1 : q + 2] == ["of"] and q + 2 < len(unit.letters)


def _maker(unit: Unit, q: int) -> list[Range | None]:
    """ "Some papers have spread the claim that": the subject of the verb before the noun."""
    letters = unit.letters
    i = q - 1
    while i > 0 and letters[i] in "dneigVx" and i > q - 4 and unit.lower[i] not in _MAKING:
        i -= 1
    if i < 1 or unit.lower[i] not in _MAKING:
        return []
    while i > 0 and letters[i - 1] in "ax":
        i -= 1
    found = subject_before(unit, i)
    return [found] if found is not None else []


def _givers(unit: Unit, r: int) -> tuple[list[Range], int]:
    """Those named after a noun by "by", "given by", ", and confirmed by", and the token after the last of them."""
    letters, lower, size = unit.letters, unit.lower, len(unit.letters)
    givers: list[Range] = []
    for _ in range(3):
        i = r
        while i < size and letters[i] in ",cx" and givers:
            i += 1
        if i + 1 < size and lower[i] in ("came", "comes", "emerged", "arrived", "reached") and lower[i + 1] == "from":
            i += 1
        if i + 1 < size and letters[i] in "evV" and lower[i + 1] == "by":
            i += 1
        if i + 1 >= size or lower[i] not in ("by", "from", "of", "among") or (givers and lower[i] != "by"):
            break
        end = phrase_end(unit, i + 1)
        if end is None:
            break
        givers.append((i + 1, end))
        r = end + 1
    return givers, r + 1 if givers and letters[r : r + 2] == ",a" else r


def by_view(unit: Unit, q: int) -> Speech | None:
    """ "in the view of a panel", "on the evidence of two nurses", "by the union's count"."""
    letters, lower = unit.letters, unit.lower
    if q + 1 < len(letters) and lower[q + 1] == "of" and q > 1 and lower[q - 1] == "the" and lower[q - 2] in _BY:
        return by_authority(unit, q - 2, (q - 2, q + 1), q + 2)
    owner = _owner(unit, q)
    if owner is None or owner[0] == 0 or lower[owner[0] - 1] not in _BY:
        return None
    if (
        lower[owner[0]] in ("its", "his", "her", "their") and letters[q + 1 : q + 2] == ","
    ):  # "By its own count, the navy turned back 40"
        end = phrase_end(unit, q + 2, post=False) if q + 2 < len(letters) else None
        if end is not None and letters[q + 2] in "dP" and letters[end + 1 : end + 2] in ("a", "v", "e", "V"):
            last = content_end(unit, q + 2)
            return Speech(unit, (q + 2, end), (owner[0] - 1, q), [(q + 2, last)], "s", lower[q])
    if owner[0] == 1 and letters[q + 1 : q + 2] in ("d", "P", "m", "r", "n"):  # "By a driver's account the men were"
        return Speech(unit, owner, (0, q), [(q + 1, content_end(unit, q + 1))], "s", lower[q])
    start = owner[0] - 1
    stop = q + 3 if lower[q + 1 : q + 3] == ["of", "events"] else q + 1
    contents = around(unit, start, stop)
    return Speech(unit, owner, (start, q), contents, "s", lower[q]) if contents else None


def by_authority(unit: Unit, first: int, cue: Range, r: int) -> Speech | None:
    """The words around "according to X" and its like, which starts at token `first`; X starts at token `r`."""
    end = phrase_end(unit, r) if r < len(unit.letters) else None
    if end is None:
        return None
    for i in range(r, end - 1):
        if (unit.lower[i] in AUTHORITIES or unit.lower[i] in _RECORDS) and unit.lower[i + 1] in ("of", "by", "from"):
            r = i + 2
            break
    # after "and, on the word of Ann Roe," the next words are the clause, not who she is
    open_clause = first > 1 and unit.letters[first - 1] == "," and _is_open(unit, first - 1)
    source = (r, end if open_clause else apposition_end(unit, end))
    letters, size = unit.letters, len(unit.letters)
    stop = source[1] + 1
    while stop < size and letters[stop] not in ",.;q:)-cb" and stop < source[1] + 12:
        stop += 1
    return Speech(unit, source, cue, around(unit, first, stop), "s", unit.lower[cue[0]])


def _is_open(unit: Unit, comma: int) -> bool:
    """Whether the clause on the left of a comma lacks its verb: "and, on the word of", "Soldiers, according to"."""
    start = clause_start(unit, comma - 1)
    return unit.letters[comma - 1] in "cbawst" or not any(letter in "avVeg" for letter in unit.letters[start:comma])


def by_colon(unit: Unit, q: int) -> Speech | None:
    """Headlines: "Committee: guard held 21", "Guard held 21: monitor"."""
    letters, size = unit.letters, len(unit.letters)
    if letters[q] == "-" and (letters[-1] == "." or unit.tokens[q].start == unit.tokens[q - 1].end):
        return None
    if not 0 < q < size - 1 or size > _LONGEST_HEADLINE or "." in letters[: size - 1] or ":" in letters[q + 1 :]:
        return None
    left, right = letters[:q], letters[q + 1 :].rstrip(".")
    if right == "q" and letters[0] in "Pd" and q <= _LONGEST_LABEL and not set(left) & set("avVegTtsrcb;-"):
        return Speech(unit, (0, q - 1), (q, q), [(q + 1, q + 1)], "s", ":")  # "Ann Roe, 34, teacher: “…”"
    quoted = _quoted_headline(unit, q)
    if quoted is not None:
        return quoted
    if letters[q] == "-":
        left = ""
    if unit.lower[0] == "@" and q == 2 and len(right) > 2:
        return Speech(unit, (0, 1), (q, q), [(q + 1, q + len(right))], "s", ":")
    if _is_label(unit, q, left) and len(right) > 2:
        return Speech(unit, (0, q - 1), (q, q), [(q + 1, q + len(right))], "s", ":")
    titled = unit.lower[0] in OFFICES or unit.lower[0] in HONORIFICS
    if titled and q <= 5 and not left.strip("Pn") and len(right) > 2:
        return Speech(unit, (0, q - 1), (q, q), [(q + 1, q + len(right))], "s", ":")
    if len(left) <= 5 and not left.strip("dnPmN'") and unit.lower[q - 1] in SPEAKERS and len(right) > 2:
        return Speech(unit, (0, q - 1), (q, q), [(q + 1, q + len(right))], "s", ":")
    if 0 < len(right) <= 4 and not right.strip("dnPmN'") and unit.lower[q + len(right)] in SPEAKERS and q > 2:
        return Speech(unit, (q + 1, q + len(right)), (q, q), [(0, q - 1)], "s", ":")
    return None


def _is_label(unit: Unit, q: int, left: str) -> bool:
    """ "His wife: they beat him", "Amal, who is fourteen: …": kin, or one who speaks elsewhere in the text."""
    if not 0 < q <= _LONGEST_LABEL or "q" in left or not set(unit.letters[q + 1 :]) & set("avVeq"):
        return False
    who = left.split(",")[0]
    if unit.lower[len(who) - 1] in KIN and (who[:1] == "d" or "'" in who):
        return not set(left) & set("avVegTtsb;")
    plain = bool(who) and not who.strip("P") and not set(left[len(who) :]) & set("Ttsb;")
    if plain and unit.letters[q + 1 :].rstrip(".") == "q":
        return True
    named = unit.text[slice(*unit.span(0, len(who) - 1))] if plain else ""
    return (
        plain and len(re.findall(rf"\b{re.escape(named)}\s(?:say|said|tell|told|add|recall|is|was|who)", unit.text)) > 0
    )


def _quoted_headline(unit: Unit, q: int) -> Speech | None:
    """ "'They beat him': family's plea for jailed son": the words of whoever the rest of the headline names first."""
    letters = unit.letters
    if letters[:q].strip(",") != "q" or letters[-1] == "." or letters[q] != ":" or letters[q + 1] not in "dPn":
        return None
    end = q + 1
    while end + 1 < len(letters) and letters[end + 1] in "nPdm" and end < q + 8:
        end += 1
    if letters[end + 1 : end + 2] not in ("'", "V", "v", "a"):
        return None
    last = _heading_speaker(unit, q + 1, end)
    return None if last is None else Speech(unit, (q + 1, last), (q, q), [(0, 0)], "s", ":")


def _heading_speaker(unit: Unit, first: int, end: int) -> int | None:
    """The token of the phrase that names people: a name, or a word for those who speak."""
    for i in range(end, first - 1, -1):
        if unit.letters[i] == "P" or unit.lower[i] in SPEAKERS or unit.lower[i] in KIN:
            return i
    return None


def _owner(unit: Unit, q: int) -> Range | None:
    """The possessor before a noun: "the ministry's repeated claim", "his claim"."""
    letters = unit.letters
    for i in range(q - 1, max(-1, q - 5), -1):
        if letters[i] == "'":
            start = phrase_start(unit, i - 1) if i else None
            return None if start is None else (start, i - 1)
        if letters[i] == "d" and unit.lower[i] in ("his", "her", "their", "its", "my", "our"):
            return i, i
        if letters[i] not in "nexm":
            return None
    return None
