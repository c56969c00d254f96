"""Stance told by the build of a sentence, not by one governing word: fronted negation, openers, verdicts, own plans."""

from clarion.extract import stance_words as cues
from clarion.extract.stance_effects import (
    ANNOUNCED,
    ASSERTED,
    CALLED_FOR,
    EXPECTED,
    HYPOTHETICAL,
    NEGATED,
    POSSIBLE,
    REPORTED,
    Held,
)
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.language.tags import CONJUNCTION, MARK, MODAL, PLURAL, QUOTE, VERB
from clarion.language.wordlists import openers, words

_FAR = 16  # tokens looked back for the start of a clause
_LONGEST_OPENER = 9  # tokens
_INSTEAD_OF = frozenset(
    (("rather", "than"), ("let", "alone"), ("much", "less"), ("still", "less"), ("opposed", "to"), ("far", "from"))
)
# Phrases that, at the head of a clause with the verb before its subject, say that it did not happen.
_NEVER = frozenset(
    tuple(phrase.split())
    for phrase in (
        "at no time;at no point;at no stage;at no moment;in no case;in no way;in no sense;under no circumstances;"
        "under no condition;under no conditions;on no account;on no occasion;by no means;nor;never;nowhere;not once;"
        "neither;nor again;no longer"
    ).split(";")
)
_AUXILIARY = words("was were is are am has have had did does do will would can could may might shall should must be")
_LIKELY = openers(
    "in all likelihood;in all probability;most likely;very likely;more likely than not;more than likely;"
    "as far as we know;as far as i know;as far as is known;as far as we can tell;so far as we know;so far as is known;"
    "to our knowledge;to my knowledge;to the best of our knowledge;to the best of my knowledge;from what we know;"
    "as we understand it"
)
_HEARSAY = openers(
    "by all accounts;by some accounts;by several accounts;by one account;by most accounts;from what we hear;"
    "from what we have heard;from what we are told;so we are told;so we hear;we are told;we hear;word is;it is said;"
    "it was said;it seems we are told"
)
_OTHERWISE = openers("otherwise;or else;if not;failing that;failing this;short of that;in that case")
_PERHAPS = openers("perhaps;maybe;possibly;conceivably")
_ANSWERED = words(
    "report reports rumour rumours rumor rumors claim claims allegation allegations what suggestion "
    "suggestions assertion assertions story stories accusation accusations news posts propaganda belief"
)
_ALLEGED = words(
    "alleged claimed claim claims written asserted rumoured rumored suggested insinuated posted accused pretended"
)
# Verbs by which somebody tells plans of his own, and those that tell what only befalls him.
_TELLING = words("say announce state declare tell add confirm reply promise signal indicate insist write")
_BEFALLING = words("be have die lose suffer face need remain fall get receive win see stay live know feel become")
_ASKING = words(
    "unclear unknown uncertain unsure know ask say wonder see check sure doubt tell clear matter question doubtful "
    "unaware certain determine establish verify asked asking knows knew known wondering wondered checking saying"
)
_OVER_AND_DONE = words("arrest death killing capture detention seizure elimination kidnapping abduction dismissal")
_BEHIND = {
    **dict.fromkeys(("plan", "schedule", "slate", "propose", "book", "announce", "organise", "organize"), ANNOUNCED),
    **dict.fromkeys(("allege", "report", "claim"), REPORTED),
    **dict.fromkeys(("fear", "expect", "anticipate", "threaten"), EXPECTED),
    **dict.fromkeys(("avert", "prevent", "cancel"), NEGATED),
    **dict.fromkeys(("demand", "seek", "request"), CALLED_FOR),
}
_NEEDED = words("needed required wanted demanded lacking")
_SUGGESTING = words("suggest show indicate prove believe think suppose suspect say imply support confirm fear doubt")
_GROUNDS = words("reason reasons ground grounds evidence sign cause proof basis indication")
_READERS = words("you readers listeners viewers")
# Openers after which the verb stands before its subject, and those of that look that say that it did happen.
_LACKING = words("not no none never neither nor nowhere hardly scarcely seldom rarely little")
_PLACING = words("in on at under to by from for with during since within")
_DONE_AFTER_ALL = words("only until till before sooner doubt wonder surprisingly less more just even long")
_CONDITIONS = (
    "in the event that;on condition that;on the condition that;provided that;providing that;supposing that;supposing;"
    "suppose that;suppose;imagine that;imagine;assuming that;assuming;assume that;assume;say that;let us suppose;"
    "let us imagine;let us assume;what if;as long as;so long as"
).split(";")
_LAST_OF_CONDITIONS = frozenset(phrase.split()[-1] for phrase in _CONDITIONS)


def is_excluded(sentence: Sentence, first: int, *, by_distance: bool) -> bool:
    """ "rather than release them", "let alone tried"; `by_distance`: "far from releasing them" counts too."""
    if first < 2:
        return False
    pair = (sentence.words[first - 2], sentence.words[first - 1])
    return pair in _INSTEAD_OF and (by_distance or pair[0] != "far")


def is_fronted_no(sentence: Sentence, predicate: Predicate) -> bool:
    """ "At no time were they beaten", "Nor did police charge them": a negative phrase, an auxiliary, the subject."""
    start = _clause_start(sentence, predicate.head)
    if _lacks_ahead(sentence, start, predicate):
        return True
    for size in (3, 2, 1):
        opener = tuple(sentence.words[start : start + size])
        if opener not in _NEVER:
            continue
        at = start + size
        if at < predicate.head and sentence.words[at] in _AUXILIARY:
            verbs = [n for n in range(at + 1, predicate.head) if sentence.tags[n] & (VERB | MODAL)]
            return all(sentence.words[n] in ("been", "being", "be", "have") for n in verbs)
        if size == 3 and at == predicate.first:
            continue
        # "At no point was anyone beaten": the auxiliary may be the verb itself
        return at == predicate.head and sentence.words[at] in _AUXILIARY
    return False


def is_inverted_no(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Not in one of them was an inquiry opened": a negative opener, an auxiliary, and then the noun of the act."""
    at = chunk.first - 1
    if at < 1 or at > _FAR or sentence.words[at] not in _AUXILIARY or sentence.words[at] in ("may", "might", "must"):
        return False
    start = _sentence_start(sentence)
    opener = sentence.words[start : start + 2]
    first = opener[1] if opener[0] in _PLACING and len(opener) > 1 else opener[0]
    if first not in _LACKING or (opener[:1] == ["not"] and opener[1:] and opener[1] in _DONE_AFTER_ALL):
        return False
    return not any(sentence.tags[n] & VERB for n in range(start, at))


def opened(sentence: Sentence, predicate: Predicate, held: Held) -> Held:
    """What the words before a main clause say of it: "in all likelihood", "by all accounts", "otherwise"."""
    if predicate.form != "finite" or held.kind not in (ASSERTED, EXPECTED, HYPOTHETICAL):
        return held
    start = _sentence_start(sentence)
    if predicate.first - start > _FAR + _LONGEST_OPENER:
        return held
    opening = " ".join(sentence.words[start : start + _LONGEST_OPENER]) + " "
    if held.kind in (EXPECTED, HYPOTHETICAL) and opening.startswith(_OTHERWISE):
        return Held(HYPOTHETICAL, False, "otherwise")
    near = (
        predicate.relation == "root"
        and predicate.tense != "present"
        and "," not in sentence.words[start : predicate.first]
    )
    if near and held.rule != "perhaps" and opening.startswith(_PERHAPS):
        return Held(POSSIBLE, False, "perhaps") if held.kind is ASSERTED else Held(held.kind, True, held.rule)
    if opening.startswith(_LIKELY):
        return Held(held.kind, True, "as far as is known")
    if held.kind is ASSERTED and opening.startswith(_HEARSAY):
        return Held(REPORTED, held.tentative, "hearsay")
    return held


def is_answer(sentence: Sentence) -> bool:
    """ "Contrary to reports, …", "…, contrary to what was posted": what is negated answers an allegation."""
    for at, word in enumerate(sentence.words[:-2]):
        claimed = word == "as" and at and sentence.words[at - 1] == ","
        if claimed and any(other in _ALLEGED for other in sentence.words[at + 1 : at + 6]):
            return True  # "They were never beaten, as has been written"
        if word == "contrary" and sentence.words[at + 1] == "to":
            return any(other in _ANSWERED for other in sentence.words[at + 2 : at + 6])
    return False


def _lacks_ahead(sentence: Sentence, start: int, predicate: Predicate) -> bool:
    """ "Not in one of these cases was anybody charged", "In no village were homes burned"."""
    if predicate.form in ("infinitive", "gerund") or predicate.marker:
        return False
    at = start + 1 if sentence.words[start] in _PLACING else start
    if sentence.words[at : at + 1] == ["not"] and at > start:
        at += 1  # "in not one of the villages"
        if sentence.words[at : at + 1] not in (["one"], ["a"], ["any"]):
            return False
    elif sentence.words[at] not in _LACKING or (at > start and sentence.words[at] in ("not", "little", "never")):
        return False
    if sentence.words[at + 1 : at + 2] and sentence.words[at + 1] in _DONE_AFTER_ALL:
        return False
    for n in range(at + 1, min(predicate.head, at + _FAR)):
        if sentence.words[n] in _AUXILIARY and sentence.words[n] not in ("may", "must", "might"):
            first = sentence.chunk_at[n + 1] if n + 1 < len(sentence.words) else -1
            opens = first >= 0 and sentence.chunks[first].first == n + 1
            return opens and not _has_other(sentence, n + 1, predicate.head)
        if sentence.predicate_at[n] >= 0:
            return False
    return False


def _has_other(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        sentence.predicate_at[n] >= 0 and sentence.predicate_at[n] != sentence.predicate_at[last]
        for n in range(first, last)
    )


def is_supposed(sentence: Sentence, predicate: Predicate) -> bool:
    """ "In the event that they are deported", "Suppose she is arrested", "provided that they are freed"."""
    if predicate.form != "finite" or predicate.subject < 0:
        return False
    low = sentence.chunks[predicate.subject].first
    if low == 0 or sentence.words[low - 1] not in _LAST_OF_CONDITIONS:
        return False
    before = " " + " ".join(sentence.words[max(0, low - 4) : low])
    for phrase in _CONDITIONS:
        if before.endswith(" " + phrase):
            at = low - phrase.count(" ") - 1
            opens = at <= 0 or sentence.words[at - 1] in (",", ";", ":", "and", "but", "only", "that", "“", '"')
            return opens or phrase.startswith(("in ", "on ", "provid"))
    return False


def is_own_plan(sentence: Sentence, predicate: Predicate) -> bool:
    """ "The ministry says it will close the camp": the one who tells is the one who will do it."""
    if predicate.relation != "complement" or predicate.passive or predicate.copula or predicate.subject < 0:
        return False
    if predicate.modal not in ("will", "would", "shall", "going") or predicate.lemma in _BEFALLING:
        return False
    number = sentence.predicate_at[predicate.governor]
    if number < 0 or predicate.perfect:
        return False
    telling = sentence.predicates[number]
    if telling.lemma not in _TELLING or telling.passive or telling.subject < 0:
        return False
    doer = sentence.words[sentence.chunks[predicate.subject].head]
    head = sentence.chunks[telling.subject].head
    plural = bool(sentence.tags[head] & PLURAL) or sentence.words[head] in ("they", "police", "people")
    if doer == "they":
        return plural
    return doer in ("it", "he", "she") and not plural


def is_asked_if(sentence: Sentence, predicate: Predicate) -> bool:
    """ "It is unclear if …", "Nobody could say if …": no condition but a question."""
    at = predicate.marker_at
    return at > 0 and sentence.words[at] == "if" and sentence.words[at - 1] in _ASKING


def has_it(sentence: Sentence, predicate: Predicate) -> Held | None:
    """ "Rumour has it that …", "Word has it that …"."""
    at = predicate.marker_at
    if at < 3 or sentence.words[at - 1] != "it" or sentence.words[at - 2] not in ("has", "had"):
        return None
    rumoured = cues.NOUNS.get(sentence.lemma(at - 3)) == "possible"
    return Held(POSSIBLE, False, "rumour has it") if rumoured else Held(REPORTED, False, "has it", True)


def is_left_open(sentence: Sentence, predicate: Predicate) -> bool:
    """ "would neither confirm nor deny that …"."""
    return (
        predicate.lemma in ("deny", "confirm")
        and any(word == "neither" for word in sentence.words[max(0, predicate.first - 5) : predicate.first])
        and bool(
            {"confirm", "confirmed", "confirms"} & set(sentence.words[max(0, predicate.first - 4) : predicate.last + 3])
        )
    )


def is_nothing_shown(sentence: Sentence, predicate: Predicate) -> bool:
    """ "nothing to suggest that", "no reason to think that": an infinitive behind what there is not."""
    if predicate.form != "infinitive" or predicate.first < 1 or predicate.lemma not in _SUGGESTING:
        return False
    before = sentence.words[max(0, predicate.first - 3) : predicate.first]
    return before[-1] in ("nothing", "little") or (len(before) > 1 and before[-1] in _GROUNDS and "no" in before)


def is_read_by_you(sentence: Sentence, predicate: Predicate) -> bool:
    """ "You may have read that …", "Readers will have heard that …": what goes round, nobody's word."""
    if predicate.subject < 0 or predicate.lemma not in ("read", "hear", "see") or not predicate.modal:
        return False
    return predicate.perfect and sentence.words[sentence.chunks[predicate.subject].head] in _READERS


def is_open_maybe(sentence: Sentence, predicate: Predicate, governor: int) -> bool:
    """ "It may be that some have died", "It could be that they were held": what may have been, not what may come."""
    number = sentence.predicate_at[governor] if governor >= 0 else -1
    if number < 0 or predicate.marker != "that":
        return False
    upper = sentence.predicates[number]
    settled = predicate.perfect or predicate.tense == "past"
    return settled and upper.lemma == "be" and upper.modal in ("may", "might", "could") and not upper.perfect


def is_taken_to_mean(sentence: Sentence, predicate: Predicate) -> bool:
    """ "We take this to mean that …"."""
    number = sentence.predicate_at[predicate.governor] if predicate.governor >= 0 else -1
    return (
        predicate.lemma in ("mean", "indicate", "imply")
        and predicate.form == "infinitive"
        and number >= 0
        and sentence.predicates[number].lemma in ("take", "understand", "interpret", "read", "believe")
    )


def is_matter_of_time(sentence: Sentence, predicate: Predicate) -> bool:
    """ "… is only a matter of time (before …)"."""
    return predicate.lemma == "be" and "of time" in " ".join(sentence.words[predicate.last : predicate.last + 7])


def of_chunk(sentence: Sentence, chunk: Chunk) -> Held | None:
    """ "Their demands: the release of the men", "What is needed is an inquiry"."""
    start = chunk.first
    if chunk.governor < 0 and start > 1 and sentence.words[start - 1] == ":":
        name = cues.NOUNS.get(sentence.lemma(start - 2))
        return Held(CALLED_FOR, False, "listed demand") if name == "called_for" else None
    number = sentence.predicate_at[chunk.governor] if chunk.governor >= 0 and chunk.relation == "object" else -1
    if number < 0:
        return None
    predicate = sentence.predicates[number]
    before = predicate.first - 1
    asked = before > 0 and sentence.words[before] in _NEEDED and "what" in sentence.words[max(0, before - 4) : before]
    if predicate.lemma == "be" and asked:
        return Held(CALLED_FOR, False, "what is needed")
    if predicate.lemma == "announce" and sentence.lemma(chunk.head) in _OVER_AND_DONE and not predicate.modal:
        return Held(ASSERTED, False, "announced when done", True)
    return None


def behind(sentence: Sentence, chunk: Chunk) -> Held | None:
    """What a participle right behind the noun makes of it: "a march planned for 4 May", "killings reported by"."""
    at = chunk.last
    while at < len(sentence.words) and at < chunk.last + 8:
        number = sentence.predicate_at[at]
        if number >= 0:
            break
        if sentence.tags[at] & MARK:
            return None
        at += 1
    else:
        return None
    if at >= len(sentence.words):
        return None
    predicate = sentence.predicates[number]
    if predicate.form != "participle" or predicate.relation != "relative" or predicate.governor != chunk.head:
        return None
    found = _BEHIND.get(predicate.lemma)
    return None if found is None or not predicate.passive else Held(found, False, f"{predicate.lemma} behind it")


def is_unreal(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Had they listened, the men might have lived": a condition that was not met."""
    words_ = [word for word in sentence.words[: predicate.first] if word[0].isalpha()]
    if words_[:1] == ["had"]:
        return True
    return any(
        other.relation == "conditional" and other.governor == predicate.head and other.perfect
        for other in sentence.predicates
    )


def is_overdue(sentence: Sentence, predicate: Predicate, governor: int) -> bool:
    """ "It is (high) time that the army released them"; not "the first time that"."""
    if sentence.words[governor] != "time" or not governor or predicate.marker != "that":
        return False
    return sentence.words[governor - 1] in ("high", "about", "past", "is", "now", "’s", "'s")


def phrasal(sentence: Sentence, predicate: Predicate) -> str | None:
    """The class of a verb with the particle behind it: "called off", "ruled out", "stopped short of"."""
    after = sentence.words[predicate.last] if predicate.last < len(sentence.words) else ""
    return cues.PHRASAL.get(f"{predicate.lemma} {after}") if after.isalpha() else None


def _sentence_start(sentence: Sentence) -> int:
    at = 0
    while at < len(sentence.words) and sentence.tags[at] & (QUOTE | CONJUNCTION | MARK):
        at += 1
    return at


def _clause_start(sentence: Sentence, token: int) -> int:
    """The first word of the clause that holds a word, by the marks and joining words before it."""
    at = token
    while at > max(0, token - _FAR) and not sentence.tags[at - 1] & (MARK | QUOTE):
        at -= 1
    if sentence.tags[at] & CONJUNCTION and sentence.words[at] not in ("nor", "neither"):
        at += 1
    return at
