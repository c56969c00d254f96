"""Who says what in one sentence: the rules, one for each way English has of giving somebody's words."""

from dataclasses import dataclass

from clarion.extract.voices.contents import Content, clause_start, content_after, content_end, has_verb
from clarion.extract.voices.cues import Cue, nouns, verbs
from clarion.extract.voices.phrases import Range, main_subject, phrase_end, phrase_start, subject_before
from clarion.extract.voices.units import Unit
from clarion.extract.voices.words import ALSO_NOUNS
from clarion.language.names import SPEAKERS
from clarion.language.wordlists import words


@dataclass(slots=True)
class Speech:
    """Somebody's words in a sentence, in tokens. `source` None: nobody is named."""

    unit: Unit
    source: Range | None
    cue: Range
    contents: list[Range]
    kind: str  # the class of the cue, see `cues`
    lemma: str
    addressee: Range | None = None
    before: bool = False  # the content is the quotation that ended the sentence before


_LONGEST_HEADLINE = 40  # tokens
_FROM = words("hear learn understand know gather")
THROUGH = "C"  # class of a source that another source cites for what it says
JUDGEMENT = "J"  # class of a noun of judging without words of its own: "the union's protest"
_AUTHORITIES = words(
    "view words word opinion account accounts evidence testimony estimate estimates count estimation judgement reckoning"
)
_BY = words("in on by from")
_ALONE = words("half some many most few several all both each these those this that others another")
_BE = words("be am is are was were been being 's ’s 're ’re")
_GOING_ON = words("went go goes going continued continues on said")
_PLURALS = words("people women men children police others both some many most few several half officials")
_NOT_SPEAKING = words("accuse blame charge fault expect want require")


def speeches(unit: Unit) -> list[Speech]:
    """Find the attributions of one sentence in the order of their cues."""
    found: list[Speech] = []
    for q, letter in enumerate(unit.letters):
        speech = None
        if letter == "V":
            speech = _by_verb(unit, q, verbs()[unit.lower[q]], found)
        elif letter == "N":
            speech = _by_noun(unit, q)
        elif unit.lower[q] == "according" and unit.lower[q + 1 : q + 2] == ["to"]:
            speech = _by_authority(unit, q, (q, q + 1), q + 2)
        if speech is None and unit.lower[q] in _AUTHORITIES:
            speech = _by_view(unit, q)
        elif speech is None and letter == ":":
            speech = _by_colon(unit, q)
        if speech is not None and speech.contents:
            _clip(found, speech)
            found.append(speech)
    return [speech for speech in found if speech.contents]


def _clip(found: list[Speech], speech: Speech) -> None:
    """Words told inside the source of a later cue end with that source: "a man who asked for help said …"."""
    if speech.source is None:
        return
    first, last = speech.source
    for other in found[-2:]:
        if first <= other.cue[0] <= last:
            other.contents = [(a, min(b, last)) for a, b in other.contents if a <= last]


def _by_verb(unit: Unit, q: int, cue: Cue, found: list[Speech]) -> Speech | None:
    letters = unit.letters
    k = q
    while k > 0 and letters[k - 1] in "ax":
        k -= 1
    before = letters[k - 1] if k else "^"
    auxiliaries = unit.lower[k:q]
    if cue.form == "past" and any(word in _BE for word in auxiliaries):
        return _passive(unit, q, k, cue)
    if not auxiliaries and _is_no_verb(unit, q, cue, before):
        return _reduced_passive(unit, q, cue) if cue.form == "past" and before in "nP" else None
    if before == "T" and not (k > 1 and unit.lower[k - 2] in _GOING_ON):
        return None
    if before == "T":
        k -= 2
        while k > 0 and unit.lower[k - 1] in _GOING_ON:
            k -= 1
    if cue.lemma in _FROM and unit.lower[q + 1 : q + 2] == ["from"]:
        return _heard_from(unit, q, k)
    content = content_after(unit, q, cue)
    bare = content is None or (
        before == ","
        and "b" in cue.frames
        and (not has_verb(unit, content.first) or (letters[content.first] != "t" and subject_before(unit, k) is None))
    )
    inverted = _inverted(unit, q, cue, before) if bare or before in "q^" else None
    if inverted is not None:
        return inverted
    aside = _aside(unit, q, k, cue, content)
    if aside is not None:
        return aside
    gap = _gap(unit, q, k, cue) if content is None else None
    if gap is not None:
        return Speech(unit, gap[0], (k, q), gap[1], cue.kind, cue.lemma)
    if content is None or (cue.lemma == "put" and "at" not in unit.lower[content.first : content.last + 1]):
        return None
    source = _source(unit, k, cue, found)
    if source is None:
        return None
    if cue.lemma in ("cite", "quote") and cue.form == "ing" and found and found[-1].contents:
        _cited(unit, content, found)
    return Speech(unit, source, (k, q), [(content.first, content.last)], cue.kind, cue.lemma, content.addressee)


def _cited(unit: Unit, content: Content, found: list[Speech]) -> None:
    """ "The paper said …, citing two officials": the officials say it too, through the paper."""
    end = phrase_end(unit, content.first)
    if end is not None and unit.lower[content.first] not in ("its", "his", "her", "their"):
        before = found[-1]
        found.append(Speech(unit, (content.first, end), before.cue, list(before.contents), THROUGH, "cite"))


def _heard_from(unit: Unit, q: int, k: int) -> Speech | None:
    """ "The court heard from two guards that …": the guards say it."""
    end = phrase_end(unit, q + 2) if q + 2 < len(unit.letters) else None
    if end is None or unit.letters[end + 1 : end + 2] not in ("t", "s"):
        return None
    return Speech(unit, (q + 2, end), (k, q), [(end + 1, content_end(unit, end + 1))], "s", unit.lower[q])


def _gap(unit: Unit, q: int, k: int, cue: Cue) -> tuple[Range, list[Range]] | None:
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


def _object_before(unit: Unit, source: Range | None, cue: Cue) -> tuple[Range, list[Range]] | None:
    """ "a version the diocese disputes": the phrase before the subject is what it speaks of."""
    if source is None or source[0] == 0 or unit.letters[source[0] - 1] not in "nPN" or "n" not in cue.frames:
        return None
    start = phrase_start(unit, source[0] - 1)
    return None if start is None else (source, [(start, source[0] - 1)])


def _is_no_verb(unit: Unit, q: int, cue: Cue, before: str) -> bool:
    """Whether the form at `q`, without auxiliary, is a noun or a participle."""
    letters = unit.letters
    after = letters[q + 1] if q + 1 < len(letters) else "."
    if before == "d":
        return cue.form == "ing" or unit.lower[q - 1] not in _ALONE
    if before == "'" or (before == "m" and cue.form in ("base", "s")):
        return True
    if before == "i":
        return cue.form != "ing"
    if cue.form == "past":
        if after == "i" and unit.lower[q + 1] == "by":
            return True
        return before in "nPm" and cue.lemma in _NOT_SPEAKING and after in "iT"
    noun = cue.lemma in ALSO_NOUNS
    if noun and cue.form in ("base", "s") and after not in "tq:" and _has_governor(unit, q):
        return True
    if cue.form == "base":
        if before in "nPN" and noun:
            word = unit.lower[q - 1]
            return not (word.endswith("s") or word in _PLURALS or (q > 1 and "c" in letters[max(0, q - 6) : q]))
        return before in "Vve" or (before == "^" and after not in "tqoPdrm")
    if cue.form == "s":
        return before in "vVe" or after in "Va"
    return False


def _has_governor(unit: Unit, q: int) -> bool:
    """Whether the clause has its finite verb before token `q`, so that a noun-like form there is a noun."""
    for i in range(q - 1, max(-1, q - 12), -1):
        letter = unit.letters[i]
        if letter in ",;:.cbtwsq-":
            return False
        if letter in "av" or (letter == "V" and "b" not in verbs()[unit.lower[i]].frames):
            return True
    return False


def _source(unit: Unit, k: int, cue: Cue, found: list[Speech]) -> Range | None:
    """The subject of the verb group that starts at `k`; a verb joined by "and", "adding" shares the one before."""
    letters = unit.letters
    before = letters[k - 1] if k else "^"
    if cue.form == "ing" and before in ",i-" and letters[k] not in "a":
        return found[-1].source if found and found[-1].source else main_subject(unit, k)
    source = subject_before(unit, k)
    if source is not None and before not in "cb":
        return source
    if before in "cb,x" or cue.form == "ing":
        if found and found[-1].source:
            return found[-1].source
        return main_subject(unit, k)
    return None


def _aside(unit: Unit, q: int, k: int, cue: Cue, content: Content | None) -> Speech | None:
    """ "…, officials told reporters on Monday." and "…, officials said, …": the words stand on the left."""
    if "p" not in cue.frames or cue.form == "ing":
        return None
    if (
        content is not None
        and not _is_split(unit, q, k, content)
        and (unit.letters[content.first] in "tqsT" or not _closed_by(unit, q + 1))
    ):
        return None
    letters = unit.letters
    source = subject_before(unit, k)
    if source is None:
        return None
    a = source[0]
    end = _aside_end(unit, q, cue)
    if end is None:
        return None
    if a and unit.lower[a - 1] == "as" and letters[end : end + 1] == ",":
        contents = [*(_left(unit, a - 2) if a > 2 else []), *_right(unit, end, forced=True)]
        return Speech(unit, source, (k, q), contents, cue.kind, cue.lemma)
    if a == 0:
        return Speech(unit, source, (k, q), [(0, 0)], cue.kind, cue.lemma, before=True) if content is None else None
    if letters[a - 1] not in ",q-:.":
        return None
    contents = _left(unit, a - 1)
    if not contents and letters[end : end + 1] == "," and end == q + 1 and a > 1:
        contents = [(clause_start(unit, a - 2), a - 2), *_right(unit, end)]
        return Speech(unit, source, (k, q), contents, cue.kind, cue.lemma) if len(contents) > 1 else None
    if not contents:
        return None
    cut = unit.letters[slice(*contents[0])]
    contents += _right(unit, end, forced=not any(letter in "avVeg" for letter in cut))
    return Speech(unit, source, (k, q), contents, cue.kind, cue.lemma)


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
    left = _left(unit, source[0] - 1)
    return bool(left) and letters[left[0][0]] not in "sigYwce"


def _inverted(unit: Unit, q: int, cue: Cue, before: str) -> Speech | None:
    """ "…", said Ann Roe, head of the mission."""
    letters, size = unit.letters, len(unit.letters)
    if "p" not in cue.frames or cue.form not in ("past", "s") or before not in "q,^-." or q + 1 >= size:
        return None
    end = phrase_end(unit, q + 1)
    if end is None or letters[q + 1] in "o":
        return None
    source = (q + 1, _apposition_end(unit, end))
    stop = source[1] + 1
    after = letters[stop] if stop < size else "."
    if after not in (".,;q" if letters[q + 1] == "r" else ".,;qY:i)-xsw") or (before == "," and not _left(unit, q - 1)):
        return None
    if before == "^":
        return (
            Speech(unit, source, (q, q), [(0, 0)], cue.kind, cue.lemma, before=True) if _closed_by(unit, stop) else None
        )
    contents = _left(unit, q - 1)
    while stop < size and letters[stop] not in ",.q;:":
        stop += 1
    if contents and stop + 1 < size and letters[stop : stop + 2] in (",q", ":q"):
        contents.append((stop + 1, stop + 1))
    elif contents and stop < size and letters[stop] == "q":
        contents.append((stop, stop))
    return Speech(unit, source, (q, q), contents, cue.kind, cue.lemma) if contents else None


def _passive(unit: Unit, q: int, k: int, cue: Cue) -> Speech | None:
    """ "was told by X that", "is believed by residents to", "was accused by X of"; without "by" nobody is named."""
    letters, size = unit.letters, len(unit.letters)
    agent = _agent(unit, q + 1)
    subject = subject_before(unit, k)
    if agent is not None:
        r = agent[1] + 1
        if letters[r : r + 2] == ",t":
            r += 1
        if r < size and letters[r] in "tqs":
            return Speech(unit, agent, (k, q), [(r, content_end(unit, r))], cue.kind, cue.lemma)
        contents = [subject] if subject is not None else []
        if r < size and letters[r] in "iTg":
            contents.append((r, content_end(unit, r)))
        return Speech(unit, agent, (k, q), contents, cue.kind, cue.lemma)
    if q + 1 < size and letters[q + 1] in "tT" and cue.kind in "sbe" and "d" not in cue.kind:
        last = content_end(unit, q + 1)
        if letters[q + 1] == "t" or subject is None:
            return Speech(unit, None, (k, q), [(q + 1, last)], cue.kind, cue.lemma)
        return Speech(unit, None, (k, q), [subject, (q + 1, last)], cue.kind, cue.lemma)
    return None


def _reduced_passive(unit: Unit, q: int, cue: Cue) -> Speech | None:
    """ "the figure given by X", "abuses reported by residents": the phrase on the left is what X says."""
    agent = _agent(unit, q + 1)
    if agent is None or "n" not in cue.frames:
        return None
    start = phrase_start(unit, q - 1)
    return None if start is None else Speech(unit, agent, (q, q), [(start, q - 1)], cue.kind, cue.lemma)


def _agent(unit: Unit, r: int) -> Range | None:
    """The phrase after "by" within a few tokens of a participle."""
    for i in range(r, min(len(unit.letters) - 1, r + 4)):
        if unit.lower[i] == "by":
            end = phrase_end(unit, i + 1)
            return None if end is None else (i + 1, _apposition_end(unit, end))
        if unit.letters[i] not in "xYi":
            return None
    return None


def _by_noun(unit: Unit, q: int) -> Speech | None:
    """ "Ann Roe's claim that …", "reports by residents that …", "rumours that …"."""
    letters, size = unit.letters, len(unit.letters)
    r = q + 1
    agent = None
    if r + 1 < size and letters[r] in "ev" and unit.lower[r + 1] == "by":
        r += 1
    if r + 1 < size and unit.lower[r] in ("by", "from", "of", "among"):
        end = phrase_end(unit, r + 1)
        if end is not None:
            agent, r = (r + 1, end), end + 1
    if r < size and letters[r] == ",":
        closing = letters.find(",", r + 1, r + 12)
        r = closing + 1 if closing > 0 else r
    owner = _owner(unit, q)
    kind = nouns()[unit.lower[q]]
    source = owner or agent
    if r >= size or letters[r] != "t":
        judged = (
            kind == "j"
            and source is not None
            and (owner is not None or unit.lower[q + 1] != "of" or unit.lower[q].startswith("protest"))
        )
        return Speech(unit, source, (q, q), [(q, q)], JUDGEMENT, unit.lower[q]) if judged else None
    if source is None and kind == "h":
        start = phrase_start(unit, q)
        source = (start, q) if start is not None else None
    return Speech(
        unit, source, (q, q), [(r, content_end(unit, r, subject=True))], "s" if kind == "h" else kind, unit.lower[q]
    )


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


def _by_view(unit: Unit, q: int) -> Speech | None:
    """ "in the view of a panel", "on the evidence of two nurses", "by the union's count"."""
    letters, lower = unit.letters, unit.lower
    if q + 1 < len(letters) and lower[q + 1] == "of" and q > 1 and lower[q - 1] == "the" and lower[q - 2] in _BY:
        return _by_authority(unit, q - 2, (q - 2, q + 1), q + 2)
    owner = _owner(unit, q)
    if owner is None or owner[0] == 0 or lower[owner[0] - 1] not in _BY:
        return None
    start = owner[0] - 1
    contents = _around(unit, start, q + 1)
    return Speech(unit, owner, (start, q), contents, "s", lower[q]) if contents else None


def _by_authority(unit: Unit, first: int, cue: Range, r: int) -> Speech | None:
    """The words around "according to X" and its like, which starts at token `first`; X starts at token `r`."""
    end = phrase_end(unit, r) if r < len(unit.letters) else None
    if end is None:
        return None
    for i in range(r, end - 1):
        if unit.lower[i] in _AUTHORITIES and unit.lower[i + 1] in ("of", "by", "from"):
            r = i + 2
            break
    source = (r, _apposition_end(unit, end))
    letters, size = unit.letters, len(unit.letters)
    stop = source[1] + 1
    while stop < size and letters[stop] not in ",.;q:)-cb" and stop < source[1] + 12:
        stop += 1
    return Speech(unit, source, cue, _around(unit, first, stop), "s", unit.lower[cue[0]])


def _around(unit: Unit, first: int, stop: int) -> list[Range]:
    """The clause around an aside that runs from token `first` to before token `stop`."""
    letters = unit.letters
    contents = []
    if first and letters[first - 1] in ",-q(":
        contents = _left(unit, first - 1)
    elif first > 1:
        contents = _left(unit, first, comma=False)
    cut = letters[slice(*contents[0])] if contents else ""
    open_end = bool(contents) and (letters[contents[-1][1]] in "aT" or not any(letter in "avVeg" for letter in cut))
    return contents + _right(unit, stop, forced=open_end or not contents)


def _by_colon(unit: Unit, q: int) -> Speech | None:
    """Headlines: "Committee: guard held 21", "Guard held 21: monitor"."""
    letters, size = unit.letters, len(unit.letters)
    if not 0 < q < size - 1 or size > _LONGEST_HEADLINE or "." in letters[: size - 1] or ":" in letters[q + 1 :]:
        return None
    left, right = letters[:q], letters[q + 1 :].rstrip(".")
    if len(left) <= 5 and not left.strip("dnPmN'") and unit.lower[q - 1] in SPEAKERS and len(right) > 2:
        return Speech(unit, (0, q - 1), (q, q), [(q + 1, q + len(right))], "s", ":")
    if 0 < len(right) <= 4 and not right.strip("dnPmN'") and unit.lower[q + len(right)] in SPEAKERS and len(left) > 2:
        return Speech(unit, (q + 1, q + len(right)), (q, q), [(0, q - 1)], "s", ":")
    return None


def _left(unit: Unit, i: int, *, comma: bool = True) -> list[Range]:
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


def _right(unit: Unit, stop: int, *, forced: bool = False) -> list[Range]:
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


def _closes(unit: Unit, r: int, cue: Cue) -> bool:
    """Whether only the one told, a day or a place follows until a mark."""
    return _closed_by(unit, r)


def _closed_by(unit: Unit, r: int) -> bool:
    letters, size = unit.letters, len(unit.letters)
    for i in range(r, min(size, r + 14)):
        if letters[i] in ".,;q)-s":
            return True
        if letters[i] in "avVetTrwg":
            return False
    return r >= size or size - r <= 14


def _aside_end(unit: Unit, q: int, cue: Cue) -> int | None:
    """The token after an aside: the mark that follows the cue and what belongs to it."""
    letters, size = unit.letters, len(unit.letters)
    i = q + 1
    while i < size and letters[i] not in ".,;q)-:s":
        if letters[i] in "avtr" or i > q + 25:
            return None
        i += 1
    return i


def _apposition_end(unit: Unit, end: int) -> int:
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
