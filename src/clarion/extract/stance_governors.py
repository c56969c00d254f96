"""What a governing verb makes of the act that hangs on it: its class, its particle, its subject."""

from dataclasses import replace

from clarion.extract import stance_phrases as phrases
from clarion.extract import stance_words as cues
from clarion.extract.stance_effects import (
    ASSERTED,
    CALLED_FOR,
    DENIED,
    EXPECTED,
    NEGATED,
    POSSIBLE,
    Held,
    effect,
    told,
)
from clarion.language.parse import Predicate, Sentence

OTHER = "somebody else"  # stands for the marker where the wish is that another do the act
SECOND = "second object"  # stands for the marker of "food" in "denied them food"
_NO_SPEECH = ("show", "find", "suggest", "document", "record", "list", "detail", "hear", "charge", "convict", "indict")
CONCRETE = ("feared", "announced", "called_for", "prevented", "denied")
_QUESTIONS = ("how", "why", "where", "when", "who", "what", "which")
CAUSES = ("because", "although", "though", "since", "after", "despite", "whereas", "following")
_CONTESTING = ("deny", "dispute", "doubt", "contest", "question", "challenge", "contradict")
# "The defence's case is that …", "Her version is that …": what follows is their word.
_VERSIONS = ("case", "version", "evidence", "testimony", "contention", "submission", "story", "account", "line")
_PLACING = ("in", "at", "on", "during", "amid", "near", "under", "by", "with", "through", "for")


def under_predicate(sentence: Sentence, predicate: Predicate, above: Held, marker: str, bare: bool) -> Held:
    """The stance of what hangs on a verb by the word `marker`; `bare`: a noun, -ing form or infinitive."""
    other_subject, other_object = marker == OTHER, marker == SECOND
    marker = "" if other_subject or other_object else marker
    if predicate.copula:
        name = cues.ADJECTIVES.get(predicate.lemma, "presupposed" if marker == "that" else "passes")
        if predicate.lemma in cues.IMPOSSIBLE and above.kind is NEGATED:
            return Held(POSSIBLE, False, "not impossible", above.speech)
        found = effect(name, above, "adjective " + name)
        open_ = found.kind is EXPECTED and predicate.lemma in ("possible", "conceivable")
        return replace(found, tentative=True) if open_ else found
    built = _by_build(sentence, predicate, above, marker)
    if built is not None:
        return built
    name = phrases.phrasal(sentence, predicate) or _class_of(predicate.lemma, marker, bare)
    ruled_out = (name == "denied" and predicate.lemma == "rule") or predicate.lemma == "exclude"
    if ruled_out and above.kind in (NEGATED, DENIED):
        return Held(POSSIBLE, False, "cannot be ruled out", above.speech)
    if ruled_out and bare:
        name = "prevented"
    if bare and name == "reported" and predicate.lemma == "claim" and above.kind is NEGATED:
        name = "presupposed"  # "nobody has claimed the attack"
    if marker in _QUESTIONS and above.kind is NEGATED:
        name = "presupposed"  # "did not say who was behind the attack"
    if name == "denied" and bare and not marker and (predicate.passive or other_object):
        name = "prevented"  # "were denied food", "denied them food"
    if name == "wished" and other_subject:
        name = "called_for"  # "want him released"
    if name == "announced" and bare and predicate.relation == "relative" and predicate.tense == "past" and not marker:
        name = "passes"  # "those who ordered the arrests"
    subject = sentence.lemma(sentence.chunks[predicate.subject].head) if predicate.subject >= 0 else ""
    if predicate.lemma == "be" and not marker and cues.NOUNS.get(subject, "passes") in CONCRETE:
        name = cues.NOUNS[subject]  # "our demand is the release of …"
    doubtful = predicate.subject >= 0 and bool(
        cues.UNCONFIRMED
        & set(sentence.words[sentence.chunks[predicate.subject].first : sentence.chunks[predicate.subject].head])
    )
    if name in ("reported", "believed") and (doubtful or cues.NOUNS.get(subject) == "possible"):
        name = "possible"  # "rumours suggest that"
    found = effect(name, above, f"{predicate.lemma}: {name}")
    if name == "believed" and found.kind is ASSERTED:
        # "X believes that" is X's word; "is believed to", "seems to" is nobody's
        named = not predicate.passive and predicate.subject >= 0 and predicate.lemma not in cues.SEEMING
        named = named and subject not in ("i", "we")
        return replace(found, speech=found.speech or named)
    addressed = predicate.object >= 0 and sentence.words[sentence.chunks[predicate.object].head] == "you"
    if name == "feared" and predicate.lemma == "expect" and bare and subject == "we" and addressed:
        return effect("called_for", above, "we expect you to")
    if name == "reported" and subject in ("i", "we", "me", "us") and not predicate.passive:
        return replace(found, speech=above.speech)  # the publisher's own word
    if name == "reported" and subject == "nothing":
        return Held(NEGATED, False, "nothing shows", above.speech)
    if name == "reported" and subject in cues.OFFICIALS and predicate.lemma not in _NO_SPEECH:
        return replace(found, official=True)
    return found


def _by_build(sentence: Sentence, predicate: Predicate, above: Held, marker: str) -> Held | None:
    """Governors told by their build: "neither confirm nor deny", "nothing to suggest", "could not verify"."""
    if phrases.is_left_open(sentence, predicate):
        return Held(POSSIBLE, False, "neither confirmed nor denied", above.speech)
    if phrases.is_taken_to_mean(sentence, predicate):
        return Held(ASSERTED, True, "taken to mean")
    if phrases.is_nothing_shown(sentence, predicate):
        return Held(NEGATED, False, "nothing shows", above.speech)
    if above.kind is NEGATED and not above.rule.startswith("no ") and predicate.lemma in cues.CONFIRMING:
        return Held(POSSIBLE, False, "not confirmed", above.speech)
    subject = sentence.lemma(sentence.chunks[predicate.subject].head) if predicate.subject >= 0 else ""
    if predicate.lemma == "come" and subject == "time" and marker == "to":
        return Held(CALLED_FOR, False, "the time has come", above.speech)
    if marker == "that" and predicate.lemma == "be" and subject in _VERSIONS and above.kind is ASSERTED:
        return Held(ASSERTED, above.tentative, "somebody's case", True)
    nobody = subject in cues.NEGATIVE_SUBJECTS or (subject == "it" and predicate.passive)
    if marker == "that" and nobody and above.kind is NEGATED and predicate.lemma in _CONTESTING:
        return replace(told(above), rule="beyond dispute")
    if marker == "that" and phrases.is_read_by_you(sentence, predicate):
        return Held(ASSERTED, False, "you may have read", True)
    return None


def _class_of(lemma: str, marker: str, bare: bool) -> str:
    """The class of a verb for what hangs on it by a word; `bare`: a noun, -ing form or infinitive, not a clause."""
    found = cues.VERBS.get(f"{lemma}_{marker}") if marker else None
    if found:
        return found
    name = cues.VERBS.get(lemma, "passes")
    if marker in _QUESTIONS:
        return name if name == "reported" else "presupposed"
    if bare and name != "passes" and marker == "over":
        return "presupposed"  # "was charged over the killing"
    if bare and name == "reported" and marker in ("about", "on"):
        return "presupposed"  # "wrote about the arrest"
    if bare and marker in CAUSES:
        return "presupposed"
    if bare and marker in _PLACING and name not in ("called_for", "announced"):
        return "passes"
    return name
