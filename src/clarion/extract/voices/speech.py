"""Who says what in one sentence: the rules, one for each way English has of giving somebody's words."""

from clarion.extract.voices.asides import aside, gap_before, inverted
from clarion.extract.voices.contents import Content, content_after, has_verb
from clarion.extract.voices.cues import AUTHORITIES, Cue, verbs
from clarion.extract.voices.hearsay import by_hearsay, learned_from
from clarion.extract.voices.idioms import by_idiom, by_scene, reached, statement_of
from clarion.extract.voices.judging import TURNS, by_judging
from clarion.extract.voices.nominal import by_authority, by_colon, by_noun, by_view
from clarion.extract.voices.passives import MEANS, heard_from, passive, reduced_passive, said_at
from clarion.extract.voices.phrases import Range, main_subject, phrase_end, phrase_start, subject_before
from clarion.extract.voices.said import THROUGH, Speech
from clarion.extract.voices.units import Unit
from clarion.extract.voices.words import ALONE, ALSO_NOUNS
from clarion.language.wordlists import words

_FROM = words("hear learn understand know gather")  # what is heard from somebody is that one's word
_NEEDED = {"put": "at", "see": "as", "view": "as", "regard": "as"}
_CITING = ("cite", "quote")
_POSSESSIVES = words("its his her their my our")
_BE = words("be am is are was were been being 's ’s 're ’re")
_GOING_ON = words("went go goes going continued continues on said")
_PLURALS = words("people women men children police others both some many most few several half officials")
_CONVENED = words(
    """strike strikes march marches meeting meetings rally rallies vigil protest protests demonstration demonstrations
    election elections session sessions conference reading readings referendum poll vote assembly walkout sit-in
    stoppage halt truce ceasefire boycott"""
)
_NOT_SPEAKING = words("accuse blame charge fault expect want require")


def speeches(unit: Unit) -> list[Speech]:
    """Find the attributions of one sentence in the order of their cues."""
    found: list[Speech] = []
    for q, letter in enumerate(unit.letters):
        speech = None
        if letter == "V":
            speech = _by_verb(unit, q, verbs()[unit.lower[q]], found)
        elif letter == "N":
            found += by_noun(unit, q)
        elif unit.lower[q] in ("according", "acc.") and unit.lower[q + 1 : q + 2] == ["to"]:
            speech = by_authority(unit, q, (q, q + 1), q + 2)
        if speech is None and letter in "nNV" and unit.lower[q] in AUTHORITIES:
            speech = by_view(unit, q)
        elif speech is None and letter in ":-":
            speech = by_colon(unit, q)
        if speech is None and unit.lower[q] == "from":
            speech = learned_from(unit, q)
        if speech is None and unit.lower[q] in ("if", "hear", "so"):
            speech = by_hearsay(unit, q)
        if speech is None and unit.lower[q] in TURNS:
            speech = by_judging(unit, q)
        if speech is None and letter in "t:":
            speech = by_idiom(unit, q) or (by_scene(unit, q) if letter == ":" else None)
        if speech is not None:
            _clip(found, speech)
            found.append(speech)
    found += _through(found) + _fronted(unit, found)
    for speech in found:
        speech.contents = [(first, last) for first, last in speech.contents if first <= last]
    return [speech for speech in found if speech.contents]


def _by_verb(unit: Unit, q: int, cue: Cue, found: list[Speech]) -> Speech | None:
    letters = unit.letters
    k = q
    while k > 0 and letters[k - 1] in "ax" and unit.lower[k - 1] not in ("there", "here"):
        k -= 1
    before = letters[k - 1] if k else "^"
    auxiliaries = unit.lower[k:q]
    if cue.form == "past" and any(word in _BE for word in auxiliaries):
        return passive(unit, q, k, cue)
    if not auxiliaries and _is_no_verb(unit, q, cue, before):
        return reduced_passive(unit, q, cue) if cue.form == "past" and before in "nP," else None
    came = (reached(unit, q) or _reported_to_have(unit, k, auxiliaries)) if before == "T" else None
    if came is not None:
        k = came
    elif before == "T" and not (k > 1 and unit.lower[k - 2] in _GOING_ON):
        return None
    elif before == "T":
        k -= 2
        while k > 0 and unit.lower[k - 1] in _GOING_ON:
            k -= 1
    if cue.lemma in _FROM and unit.lower[q + 1 : q + 2] in (["from"], ["of"], ["about"]):
        heard = heard_from(unit, q, k)
        if heard is not None:
            return heard
    content = content_after(unit, q, cue)
    bare = content is None or (
        before == ","
        and "b" in cue.frames
        and (not has_verb(unit, content.first) or (letters[content.first] != "t" and subject_before(unit, k) is None))
    )
    turned = (
        inverted(unit, q, cue, before) if (bare and not _is_told_of(unit, k, cue, content)) or before in "q^" else None
    )
    if turned is not None:
        return turned
    beside = aside(unit, q, k, cue, content)
    if beside is not None:
        return beside
    gap = gap_before(unit, q, k, cue) if content is None else None
    if gap is not None:
        return Speech(unit, gap[0], (k, q), gap[1], cue.kind, cue.lemma)
    if content is None or _lacks(unit, cue, content):
        return None
    source = (statement_of(unit, k) if cue.form == "ing" else None) or _source(unit, k, cue, found)
    source = said_at(unit, source) or source
    if source is None:
        return None
    if cue.lemma in _CITING and cue.form == "ing" and found and found[-1].contents:
        _cited(unit, content, found)
    wanted = cue.lemma == "want" and not content.infinitive
    wanted = wanted and any(letter in "Te" for letter in letters[content.first : content.last + 1])
    asked = cue.kind == "q" and (content.infinitive or unit.lower[content.first - 1] == "for")
    if cue.form == "ing" and found and found[-1].lemma in _CITING and found[-1].contents and unit.lower[k - 1] == "as":
        first, last = found[-1].contents[-1]
        found[-1].contents[-1] = (first, max(last, content.last))  # the paper told what it quotes
    kind = "d" if asked or wanted else cue.kind
    return Speech(unit, source, (k, q), [(content.first, content.last)], kind, cue.lemma, content.addressee)


def _reported_to_have(unit: Unit, k: int, auxiliaries: list[str]) -> int | None:
    """ "The minister is said to have admitted that": the verb group of "is said", for the "have" at token `k`."""
    if "have" not in auxiliaries or k < 3 or unit.letters[k - 2] not in "Ve":
        return None
    first = k - 2
    while first > 0 and unit.letters[first - 1] in "ax":
        first -= 1
    return first if set(unit.lower[first : k - 2]) & _BE else None


def _is_told_of(unit: Unit, k: int, cue: Cue, content: Content | None) -> bool:
    """ "The Column, a militia of the north, denied any part": a subject with what explains it, not words told."""
    before = unit.letters[: k - 1]
    told = "avV" if cue.kind in "jdb" else "avVe"  # "a militia allied to …": a participle there is no verb
    return content is not None and "n" in cue.frames and "," in before and not any(letter in told for letter in before)


def _clip(found: list[Speech], speech: Speech) -> None:
    """Words told inside the source of a later cue end with that source: "a man who asked for help said …"."""
    if speech.source is None:
        return
    first, last = speech.source
    for other in found[-2:]:
        if first <= other.cue[0] <= last:
            other.contents = [(a, min(b, last)) for a, b in other.contents if a <= last]


def _through(found: list[Speech]) -> list[Speech]:
    """ "The paper, quoting two officials, said": the officials too; "the governor, quoted by the paper, said"."""
    more = [told for outer in found if (told := _had_from(outer)) is not None]
    for number, inner in enumerate(found):
        if inner.lemma not in _CITING or not inner.contents:
            continue
        for outer in found[max(0, number - 3) : number + 4]:
            if outer.source and outer.source[0] < inner.cue[0] <= outer.source[1]:
                source = _cited_source(inner, outer)
                if source is not None and inner.unit.lower[source[0]] not in _POSSESSIVES:
                    more.append(Speech(inner.unit, source, outer.cue, list(outer.contents), THROUGH, "cite"))
    return more


def _fronted(unit: Unit, found: list[Speech]) -> list[Speech]:
    """ "Quoting two guards, the paper said …": the guards behind the paper."""
    if not found or len(unit.lower) < 3 or unit.lower[0] not in ("quoting", "citing"):
        return []
    end = phrase_end(unit, 1)
    if end is None or unit.letters[end + 1 : end + 2] != ",":
        return []
    return [Speech(unit, (1, end), found[0].cue, list(found[0].contents), THROUGH, "cite")]


def _cited_source(inner: Speech, outer: Speech) -> Range | None:
    """Whom "quoting X" or "quoted by X" inside a source names."""
    end = phrase_end(inner.unit, inner.contents[0][0])
    if inner.contents[0] == outer.source or end is None:
        return inner.source
    return inner.contents[0][0], end


def _had_from(outer: Speech) -> Speech | None:
    """ "a friend, who had it from a cook": the cook behind the friend."""
    if outer.source is None:
        return None
    lower = outer.unit.lower
    for i in range(outer.source[0], outer.source[1] - 2):
        if lower[i + 1 : i + 3] == ["it", "from"] and lower[i] in ("had", "has", "have", "heard", "got"):
            return Speech(outer.unit, (i + 3, outer.source[1]), outer.cue, list(outer.contents), THROUGH, "had")
    return None


def _cited(unit: Unit, content: Content, found: list[Speech]) -> None:
    """ "The paper said …, citing two officials": the officials say it too, through the paper."""
    end = phrase_end(unit, content.first)
    if end is not None and unit.lower[content.first] not in _POSSESSIVES:
        before = found[-1]
        found.append(Speech(unit, (content.first, end), before.cue, list(before.contents), THROUGH, "cite"))


def _lacks(unit: Unit, cue: Cue, content: Content) -> bool:
    """Whether the verb speaks only with a word that is not there: "put the toll at 12", "sees it as a threat"."""
    if cue.kind == "e" and unit.letters[content.first] == "o":
        return True  # "showed them mercy"
    if cue.lemma == "find" and unit.letters[content.first] not in "tq:":
        told = unit.letters[content.first : content.last + 1]
        if not any(letter in "av" for letter in told):
            return True  # "found his brother beaten"
    if cue.lemma == "call" and unit.lower[content.first - 1] not in cue.particles:
        stop = next((i for i in range(content.first, content.last + 1) if unit.letters[i] in "iTq,"), content.last + 1)
        if set(unit.lower[content.first : stop]) & _CONVENED:
            return True  # "called a strike for Monday": an act, no name for a thing
    needed = _NEEDED.get(cue.lemma)
    # "put at nine the number of men"
    return needed is not None and needed not in unit.lower[max(0, content.first - 5) : content.last + 1]


def _is_no_verb(unit: Unit, q: int, cue: Cue, before: str) -> bool:
    """Whether the form at `q`, without auxiliary, is a noun or a participle."""
    letters = unit.letters
    after = letters[q + 1] if q + 1 < len(letters) else "."
    if before == "d":
        return cue.form == "ing" or unit.lower[q - 1] not in ALONE | {"this", "that", "other"}
    if before == "m" and unit.lower[q - 1] == "one" and cue.form == "s" and (q == 1 or letters[q - 2] in ",:;-q."):
        return False  # "One says …"
    if before == "m" and q > 2 and letters[q - 2] == "i" and cue.form == "s":
        return False  # "a woman of fifty says"
    if before == "'" or (before == "m" and cue.form in ("base", "s")):
        return True
    if before == "i":
        return cue.form != "ing"
    if cue.form == "past":
        if after == "i" and unit.lower[q + 1] == "by":
            return not set(unit.lower[q + 2 : q + 3]) & MEANS
        return before in "nPm" and cue.lemma in _NOT_SPEAKING and after in "iT"
    noun = cue.lemma in ALSO_NOUNS
    if noun and cue.form == "base" and before == "," and after in "nP" and letters[q + 2 : q + 3] in tuple("Vav"):
        return True  # "…, state television reported"
    if noun and cue.form in ("base", "s") and after not in "tq:" and _has_governor(unit, q):
        return True
    if cue.form == "base":
        if before in "nPN" and noun:
            return not _is_plural_subject(unit, q)
        if before == "e" and q > 2 and letters[q - 2] == "w":
            return False  # "those who escaped say"
        arrived = before == "e" and q > 1 and letters[q - 2] in "dx"  # "The newly arrived speak of"
        return (before in "Vve" and not arrived) or (before == "^" and after not in "tqoPdrm")
    if cue.form == "s" and "what" in unit.lower[max(0, q - 5) : q]:
        return False  # "What she describes is a raid"
    if cue.form == "s":
        return before in "vVe" or after in "Va"
    return False


def _is_plural_subject(unit: Unit, q: int) -> bool:
    """Whether the phrase before a base form holds a plural or is joined by "and", so that the form is a verb."""
    start = phrase_start(unit, q - 1)
    tokens = range(q - 1 if start is None else start, q)
    return any(unit.lower[i].endswith("s") or unit.lower[i] in _PLURALS or unit.letters[i] == "c" for i in tokens)


def _has_governor(unit: Unit, q: int) -> bool:
    """Whether the clause has its finite verb before token `q`, so that a noun-like form there is a noun."""
    for i in range(q - 1, max(-1, q - 12), -1):
        letter = unit.letters[i]
        if letter in ",;:.cbtwsq-":
            return False
        by = letter == "V" and unit.lower[i + 1] == "by"  # "a memo seen by the paper"
        if letter in "av" or (letter == "V" and not by and "b" not in verbs()[unit.lower[i]].frames):
            return True
    return False


def _source(unit: Unit, k: int, cue: Cue, found: list[Speech]) -> Range | None:
    """The subject of the verb group that starts at `k`; a verb joined by "and", "adding" shares the one before."""
    letters = unit.letters
    before = letters[k - 1] if k else "^"
    if cue.form == "ing" and before == "," and _in_subject(unit, k):
        return subject_before(unit, k - 1)
    if cue.form == "ing" and before in ",i-" and letters[k] not in "a":
        quoted = _quoted_as(unit, k, found)
        if quoted is not None:
            return quoted
        if found and found[-1].source:
            return found[-1].source
        return None if _is_order(unit) else main_subject(unit, k)
    if cue.form == "ing" and not found and _is_order(unit):
        return None
    source = subject_before(unit, k)
    if source is not None and before not in "cb":
        return source
    if before in "cb,x" or cue.form == "ing":
        if found and found[-1].source:
            return found[-1].source
        return main_subject(unit, k)
    return None


def _quoted_as(unit: Unit, k: int, found: list[Speech]) -> Range | None:
    """ "The paper quoted a cook as saying", "The mayor was quoted by the paper as saying": the cook, the mayor."""
    if k < 2 or unit.lower[k - 1] != "as" or not found or found[-1].lemma not in _CITING or not found[-1].contents:
        return None
    first, last = found[-1].contents[0]
    if last < found[-1].cue[0]:
        return first, last
    return (first, k - 2) if first <= k - 2 else None


def _is_order(unit: Unit) -> bool:
    """ "Write to the ambassador asking for …": a verb without a subject opens the sentence."""
    letters = unit.letters
    opens = letters[0] == "v" or (letters[0] == "V" and verbs()[unit.lower[0]].form == "base")
    return opens and letters[1:2] in tuple("dPnmoiT")


def _in_subject(unit: Unit, k: int) -> bool:
    """ "The mayor, fearing a riot, was silent": the aside stands between a subject and its verb."""
    comma = unit.letters.find(",", k, k + 14)
    return comma > 0 and unit.letters[comma + 1 : comma + 2] in ("a", "v", "V")
