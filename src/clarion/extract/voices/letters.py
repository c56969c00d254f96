"""The classes of a sentence's tokens, one letter each; `words` lists the letters."""

from collections.abc import Callable
from functools import cache, lru_cache

from clarion.extract.voices import cues
from clarion.extract.voices.words import (
    ALONE,
    ALSO_NOUNS,
    CLASSES,
    MARKS,
    NEAR,
    NOT_ADVERBS,
    NOT_ING,
    NOT_PAST,
    ROUGHLY,
    SPELLS,
)
from clarion.language.tokens import Token

_KEPT = 20_000  # words whose letter is remembered; texts repeat theirs


def letters(tokens: list[Token], lower: list[str]) -> str:
    """The classes of a sentence's tokens, one letter each; `lower` holds their texts in lower case."""
    title = _is_title(tokens)
    found = [_letter(token.text, title) for token in tokens]
    found[0] = _letter(tokens[0].text, True)
    for i, letter in enumerate(found):
        rule = _SETTLING.get(letter)
        if rule is not None:
            rule(lower, found, i)
    return "".join(found)


@cache
def _classes() -> dict[str, str]:
    table = {word: letter for letter, members in CLASSES.items() for word in sorted(members)}
    table.update(dict.fromkeys(cues.nouns(), "N"))
    table.update(dict.fromkeys(cues.verbs(), "V"))
    for word in ("that", "have", "will", "may"):
        table[word] = next(letter for letter, members in CLASSES.items() if word in members)
    return table


@lru_cache(maxsize=_KEPT)
def _letter(word: str, first: bool) -> str:
    """The letter of a word on its own; `first`: its capital tells nothing."""
    if word == "\0":
        return "q"
    mark = MARKS.get(word)
    if mark:
        return mark
    lower = word.lower()
    known = _classes().get(lower)
    if lower in ("may", "march"):
        return "Y" if word[0].isupper() and not first else "a" if lower == "may" else "n"
    if not word[0].isupper():
        return known or _by_shape(lower)
    if known == "Y":
        return known
    if known is not None and ((first and known != "n") or known in "diswtTcbarx") and lower != "will":
        return known
    return "r" if word == "I" else "P"


def _settle_clitic(lower: list[str], found: list[str], i: int) -> None:
    """'s is a possessive after a noun, unless what follows asks for a verb."""
    if lower[i] in ("'s", "’s"):
        before, after = _neighbours(found, i)
        if before == "Y" or (before in "nPmNd" and after not in "dxgeaorTmi,."):
            found[i] = "'"


def _settle_least(lower: list[str], found: list[str], i: int) -> None:
    """ "at least": both words count."""
    if lower[i] == "least" and i and found[i - 1] == "i":
        found[i - 1] = "d"


def _settle_about(lower: list[str], found: list[str], i: int) -> None:
    """ "about half", "around 40": a figure, not a phrase of place. "have since told": an adverb."""
    if lower[i] == "since" and i and found[i - 1] == "a":
        found[i] = "x"
    if lower[i] in ROUGHLY:
        after = _neighbours(found, i)[1]
        if after == "m" or (after == "d" and _is_half(lower, i)):
            found[i] = "d"


def _settle_time(lower: list[str], found: list[str], i: int) -> None:
    """ "19 May", "May 2024", "last week", "Monday evening"."""
    before, after = _neighbours(found, i)
    if found[i] == "m" and ((before == "Y" and len(lower[i]) in (1, 2, 4)) or after == "Y"):
        found[i] = "Y"
    elif lower[i] in SPELLS and (before == "Y" or (i and lower[i - 1] in NEAR)):
        found[i - 1] = found[i] = "Y"


def _settle_there(lower: list[str], found: list[str], i: int) -> None:
    """ "there were" has a subject."""
    if lower[i] == "there" and _neighbours(found, i)[1] in "av":
        found[i] = "r"


def _settle_gerund(lower: list[str], found: list[str], i: int) -> None:
    """ "the crossing" is a noun."""
    before, after = _neighbours(found, i)
    if before in "d'" and after not in "nPN":
        found[i] = "n"


def _settle_dot(lower: list[str], found: list[str], i: int) -> None:
    """ "A woman, B., said": the dot of a shortened name."""
    if _neighbours(found, i) == ("P", ","):
        found[i] = "P"


def _settle_cue(lower: list[str], found: list[str], i: int) -> None:
    before, after = _neighbours(found, i)
    if i == 0:
        before = "^"
    elif before == "w" and lower[i - 1] != "whose":
        before = "r"
    elif before == "d" and lower[i - 1] in ALONE and cues.verbs()[lower[i]].lemma not in ALSO_NOUNS:
        before = "r"  # "Some say"
    elif lower[i - 1] == "other" and i > 1 and found[i - 2] == "d" and cues.verbs()[lower[i]].lemma not in ALSO_NOUNS:
        before = "r"  # "The other says"
    elif after == "t" and lower[i - 1] in ("aside", "away", "off"):
        before = "v"  # "brushed aside claims that"
    elif before == "n" and i > 1 and _opens_noun(lower, found, i):
        before = "d"
    found[i] = _settled_cue(lower[i], before, after)


def _opens_noun(lower: list[str], found: list[str], i: int) -> bool:
    """ "the second attack": a singular noun and a base form are no clause, save "the men on the ground report"."""
    cue = cues.verbs()[lower[i]]
    if cue.form != "base" or cue.lemma not in ALSO_NOUNS or found[i - 2] not in "dm'i" or _is_plural(lower[i - 1]):
        return False
    return not (i > 3 and found[i - 3] in "iT" and found[i - 4] == "n" and _is_plural(lower[i - 4]))


_SETTLING: dict[str, Callable[[list[str], list[str], int], None]] = {
    "a": _settle_clitic,
    "d": _settle_least,
    "i": _settle_about,
    "m": _settle_time,
    "n": _settle_time,
    "x": _settle_there,
    "g": _settle_gerund,
    ".": _settle_dot,
    "V": _settle_cue,
}


def _neighbours(found: list[str], i: int) -> tuple[str, str]:
    return found[i - 1] if i else ".", found[i + 1] if i + 1 < len(found) else "."


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word.lower() in ("people", "men", "women", "children", "police", "media")


def _is_half(lower: list[str], i: int) -> bool:
    return lower[i + 1] in ("half", "a") and i + 2 < len(lower)


def _settled_cue(word: str, before: str, after: str) -> str:
    """A form of a cue verb that is a noun here ("the report said"), or an adjective ("the accused man")."""
    cue = cues.verbs()[word]
    if cue.form == "past":
        return "e" if before in "d'" and after in "nPN" else "V"
    if cue.form == "ing":
        return "n" if before in "d'" and after not in "nPNdmo" else "V"  # "the ruling says"
    noun = cue.lemma in ALSO_NOUNS
    if cue.form == "s" and after == "t" and before in "^Vv" and word in cues.nouns():
        return "N"  # "rejected claims that", "Claims that … were rejected"
    opens = before == "^" and ((after in "iaV" and cue.form == "s") or (noun and after in "nVaNi"))
    governed = noun and (before in "i" or (before in "wVvg" and after != "t"))
    subject = noun and after in "aV" and before in "nPmiN"
    if opens or governed or subject or before in "d'":
        return "N" if word in cues.nouns() else "n"
    return "V"


def _by_shape(lower: str) -> str:
    if lower[0].isdigit():
        return "m"
    if lower.endswith("ly") and len(lower) > 4 and lower not in NOT_ADVERBS:
        return "x"
    if lower.endswith("ed") and len(lower) > 3 and lower not in NOT_PAST:
        return "e"
    if lower.endswith("ing") and len(lower) > 4 and lower not in NOT_ING:
        return "g"
    return "n" if lower[0].isalnum() else "."


def _is_title(tokens: list[Token]) -> bool:
    """Whether nearly all words have a capital, as in headlines: there capitals tell nothing."""
    if len(tokens) > 40 or tokens[-1].text == ".":
        return False
    long = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)
