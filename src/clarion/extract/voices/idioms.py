"""Set phrases by which somebody speaks without a verb of saying: "is certain that", "let it be known that"."""

from clarion.extract.voices.contents import content_end
from clarion.extract.voices.phrases import Range, main_subject, subject_before
from clarion.extract.voices.said import Speech
from clarion.extract.voices.units import Unit
from clarion.extract.voices.words import FEELING, HOLDING, MADE, MAKING
from clarion.language.wordlists import words

_BE = words("is was are were be been being 's ’s 're ’re am 'm ’m remains remained seems seemed has have had")
_STATES = (
    ("in", "no", "doubt"), ("of", "the", "view"), ("of", "the", "opinion"), ("of", "the", "belief"), ("no", "doubt"),
    ("little", "doubt"), ("no", "doubts"), ("under", "no", "illusion"), ("the", "view"), ("the", "position"),
    ("on", "record"),
)  # fmt: skip
# "let us know that", "gave us to understand that", "made it known": a verb of letting, whom, and what they get to do
_LETTING = words("let lets gave gives given made makes have")
_PUTTING = words("put puts placed places gave gives found finds set sets")
_WHOM = words("us me him her them it you to reporters journalists the a press")
_TAKING = words("is was are were has have had take takes took hold holds held took leave leaves left went goes")
# Verbs of reaching people, after which "to say that …" is speech: "phoned her sister to say that".
_REACHING = words(
    """phoned phones called calls rang rings wrote writes emailed texted came comes went goes took takes stepped rose
    stood appeared appears come broke used uses held holds issued issues released releases published publishes posted
    posts
    spoke speaks gathered met cabled radioed signalled telephoned interrupted stopped returned turned ran contacted
    visited approached filed sent sends hastened hurried rushed"""
)
_SAYING = words(
    """say tell announce report declare claim complain warn insist add state explain allege testify confirm deny repeat
    admit describe protest argue inform"""
)
_BACK = 12  # tokens between such a verb and "to say"
_REPORTING = words(
    "statement letter report complaint note message post petition video affidavit communiqué communique "
    "memo tweet email e-mail article declaration document deposition testimony bulletin release appeal"
)


def by_idiom(unit: Unit, r: int) -> Speech | None:
    """ "Ann Roe is certain that …", "the union made public that …", "has no doubt: “…”"; `r` is "that" or the colon."""
    letters, lower = unit.letters, unit.lower
    if r < 2 or r + 1 >= len(letters):
        return None
    first = _phrase(lower, r)
    if first is None:
        return None
    while first > 0 and letters[first - 1] in "ax":
        first -= 1
    source = _named(unit, subject_before(unit, first)) if first > 0 else None
    if source is None or _is_empty(unit, source):
        return None
    start = r + 1 if letters[r] == ":" else r
    content = (start, content_end(unit, start))
    return Speech(unit, source, (first, r - 1), [content], "b" if letters[r] == "t" else "s", "idiom")


def by_scene(unit: Unit, q: int) -> Speech | None:
    """ "Ann Roe shook her head: “…”": a quotation behind a clause and a colon is its subject's."""
    letters = unit.letters
    if letters[q + 1 : q + 2] != "q" or letters[q + 2 :].strip("q.,-") or "V" in letters[:q] or "q" in letters[:q]:
        return None
    verb = next((i for i in range(1, q) if letters[i] in "ave"), None)
    if verb is None:
        return None
    source = _named(unit, main_subject(unit, q))
    if source is None or source[1] >= verb or _is_empty(unit, source) or not _is_somebody(unit, source):
        return None
    return Speech(unit, source, (q, q), [(i, i) for i in range(q + 1, len(letters)) if letters[i] == "q"], "s", ":")


def reached(unit: Unit, q: int) -> int | None:
    """The verb of reaching before "to say" at token `q`, or None when the infinitive tells of no words spoken."""
    if unit.lower[q] not in _SAYING:
        return None
    for i in range(q - 2, max(-1, q - 2 - _BACK), -1):
        if unit.letters[i] in ",;:.qtsw" and unit.lower[i] != "so":
            return None
        if unit.lower[i] in _REACHING and unit.letters[i] in "vVen" and i > 0:
            return i if unit.letters[i - 1] not in "dTi'" else None
        if unit.lower[i] == "able" and unit.letters[i - 1 : i] == "a":
            return i - 1  # "were able to describe"
        if unit.letters[i] in "a":
            return None
    return None


def statement_of(unit: Unit, k: int) -> Range | None:
    """ "The union issued a statement saying …": who issued what the participle at token `k` describes."""
    if k < 3 or unit.lower[k - 1].removesuffix("s") not in _REPORTING:
        return None
    start = _object_start(unit, k - 1)
    if start < 2 or unit.letters[start - 1] not in "veV":
        return None
    k = start - 1
    while k > 0 and unit.letters[k - 1] in "ax":
        k -= 1
    return subject_before(unit, k) if k > 0 else None


def _object_start(unit: Unit, at: int) -> int:
    """Where the noun phrase that ends at token `at` starts, no verb taken in."""
    while at > 0 and unit.letters[at - 1] in "dnmPN'" and unit.letters[at] != "d":
        at -= 1
    return at


def _phrase(lower: list[str], r: int) -> int | None:
    """The first token of the set phrase that ends before token `r`."""
    if (lower[r - 1] in HOLDING or lower[r - 1] in FEELING) and lower[r - 2] in _BE:
        return r - 2
    if (lower[r - 1] in HOLDING or lower[r - 1] in FEELING) and r > 2 and lower[r - 3] in _BE:
        return r - 3  # "is quite certain that"
    if lower[r - 1] in MADE and lower[r - 2] in MAKING:
        return r - 2
    if lower[r - 1] in MADE and r > 2 and lower[r - 2] == "it" and lower[r - 3] in MAKING:
        return r - 3
    if lower[r - 1] in ("know", "slip", "understand", "believe") and r > 3:
        for i in range(r - 2, max(0, r - 6), -1):
            if lower[i] in _LETTING and not set(lower[i + 1 : r - 1]) - _WHOM:
                return i  # "has let us know that", "gave them to understand that", "would have us believe that"
    if lower[r - 1] in ("known", "understood") and r > 3 and lower[r - 3 : r - 1] == ["it", "be"]:
        return r - 4 if lower[r - 4] in ("let", "lets") else None
    if lower[r - 1] in ("record", "about", "out", "fact") and r > 3:
        for i in range(r - 2, max(0, r - 5), -1):
            if lower[i] in _PUTTING and not set(lower[i + 1 : r - 1]) - {"it", "on", "as", "a"}:
                return i  # "put it on record that", "gave it out that", "found as a fact that"
    for state in _STATES:
        size = len(state)
        if tuple(lower[max(0, r - size) : r]) == state and r > size and lower[r - size - 1] in _TAKING:
            return r - size - 1
    return None


def _named(unit: Unit, source: Range | None) -> Range | None:
    """The name that opens the sentence, where age and trade stand before the verb: "Ann Roe, 43, a cook, is"."""
    letters = unit.letters
    if source is None or not letters.startswith("PP") or "P" in letters[source[0] : source[1] + 1]:
        return source
    end = len(letters) - len(letters.lstrip("P")) - 1
    between = letters[end + 1 : source[0]]
    return (0, end) if between[:1] == "," and not any(letter in "avVeg" for letter in between) else source


def _is_empty(unit: Unit, source: Range) -> bool:
    return source[0] == source[1] and unit.lower[source[0]] in ("it", "there", "this", "that", "what", "which")


def _is_somebody(unit: Unit, source: Range) -> bool:
    """Whether the phrase may name people: a name, a person's pronoun; things and scenes do not speak."""
    return "P" in unit.letters[source[0] : source[1] + 1] or unit.lower[source[0]] in ("he", "she", "they")
