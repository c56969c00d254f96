"""How the voice holds an act: the nine stances of the record, from the sentence alone.

Who speaks is settled elsewhere: `held` takes what is known of that and names the rule that decided.
"""

import re

from clarion.extract.stance_effects import Held
from clarion.extract.stance_phrases import is_answer
from clarion.extract.stance_rules import hold
from clarion.extract.stance_words import LACKED
from clarion.language.parse import Sentence, parse, token_at
from clarion.language.sentences import find_sentences, sentence_at
from clarion.language.tags import ADJECTIVE, MODAL, NOMINAL, VERB
from clarion.language.wordlists import words
from clarion.model.nouns import Span, Stance
from clarion.model.vocabulary import StanceKind

_WINDOW = 4000  # characters on each side in which the sentence of a span is looked for
_NEGATIONS = words("no not n't never nobody none nothing nowhere without cannot neither nor no-one unable")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b|\bnoon\b|o'clock", re.IGNORECASE)


def stance_of(text: str, span: Span, *, language: str = "en") -> Stance:
    """Stance of the act told at the word or words of `span`.

    Offsets are code points of `text`. Reads the sentence of the span; in a language other than English, and where the
    span holds no word, the stance is `asserted`.
    """
    if not language.lower().startswith("en") or not 0 <= span[0] < span[1] <= len(text):
        return Stance(StanceKind.ASSERTED)
    low, high = max(0, span[0] - _WINDOW), min(len(text), span[1] + _WINDOW)
    passage = text[low:high]
    sentences = find_sentences(passage)
    index = sentence_at(sentences, span[0] - low)
    if index is None:
        return Stance(StanceKind.ASSERTED)
    start, end = sentences[index]
    sentence = parse(passage, (start, max(end, span[1] - low)))
    return held(sentence, span[0] - low, end=span[1] - low)[0]


def held(
    sentence: Sentence,
    position: int,
    *,
    end: int | None = None,
    reported: bool | None = None,
    accused: bool = False,
) -> tuple[Stance, str]:
    """Stance of the act word at the offsets `position` to `end`, and the name of the rule that decided.

    `reported` is what the caller knows of the speaker: True, the words are another's indirect speech; False, they
    are the publisher's own or stand inside quotation marks, so that verbs of saying do not count; None, unknown,
    and the sentence decides. "Allegedly" and its like count in any case. `accused`: the speaker is the side that the
    act is laid to, so that what it negates it denies.
    """
    token = _head(sentence, position, end)
    if token < 0:
        return Stance(StanceKind.ASSERTED), "no word"
    found = hold(sentence, token)
    kind, rule = found.kind, found.rule
    if kind is StanceKind.NEGATED:
        if _holds_negation(sentence, token, position, end):
            kind, rule = StanceKind.ASSERTED, "the act is a lack"
        elif (accused or found.official or is_answer(sentence)) and rule != "negated future":
            kind, rule = StanceKind.DENIED, "official denial"
    if kind is StanceKind.ASSERTED and _is_notice(sentence, token):
        kind, rule = StanceKind.ANNOUNCED, "notice"
    if kind is StanceKind.ASSERTED and _is_speech(sentence, token, found, reported):
        kind, rule = StanceKind.REPORTED, "indirect speech" if rule == "plain" else rule
    return Stance(kind, found.tentative), rule


def _head(sentence: Sentence, position: int, end: int | None) -> int:
    """Token number of the word that tells the act: the last verb of the span, else its last noun or adjective."""
    first = _past_adverbs(sentence, token_at(sentence, position))
    if first < 0 or end is None:
        return first
    best = first
    for at in range(first, len(sentence.tokens)):
        if sentence.tokens[at].start >= end:
            break
        if sentence.tags[at] & VERB and sentence.predicate_at[at] >= 0:
            described = sentence.predicates[sentence.predicate_at[at]]
            if not (described.relation == "relative" and first <= described.governor < at):  # "a visit requested"
                best = at
        elif sentence.tags[at] & (NOMINAL | ADJECTIVE | MODAL) and sentence.predicate_at[best] < 0:
            best = at
    return best


def _past_adverbs(sentence: Sentence, token: int) -> int:
    """The verb that an adverb before it belongs to ("if forcibly returned"); another word is its own head."""
    at = token
    while 0 <= at < len(sentence.tokens) - 1 and sentence.words[at].endswith("ly"):
        if sentence.predicate_at[at] >= 0 or sentence.chunk_at[at] >= 0:
            return token
        at += 1
    return at if at >= 0 and sentence.predicate_at[at] >= 0 else token


def _holds_negation(sentence: Sentence, token: int, position: int, end: int | None) -> bool:
    """Whether the act is a lack, so that its own word holds the negation: "not heard from", "no food"."""
    if end is None or (sentence.lemma(token) not in LACKED and sentence.words[token] not in _NEGATIONS):
        return False
    for at in range(max(0, token_at(sentence, position)), len(sentence.tokens)):
        if sentence.tokens[at].start >= end:
            return False
        if sentence.words[at] in _NEGATIONS:
            return True
    return False


def _is_notice(sentence: Sentence, token: int) -> bool:
    """ "Vigil at the town hall, Friday 6 pm": no verb, but a clock time."""
    if sentence.predicates or sentence.predicate_at[token] >= 0:
        return False
    start, end = sentence.span
    return _CLOCK.search(sentence.text, start, end) is not None


def _is_speech(sentence: Sentence, token: int, found: Held, reported: bool | None) -> bool:
    if reported is not None:
        return reported
    return found.speech and not sentence.quoted[token]
