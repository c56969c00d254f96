"""How the voice holds an act: the nine stances of the record, from the sentence alone.

Who speaks is settled elsewhere: `held` takes what is known of that and names the rule that decided.
"""

from clarion.extract.stance_rules import Held, hold
from clarion.language.parse import Sentence, parse, token_at
from clarion.language.sentences import find_sentences, sentence_at
from clarion.model.nouns import Span, Stance
from clarion.model.vocabulary import StanceKind

_WINDOW = 4000  # characters on each side in which the sentence of a span is looked for


def stance_of(text: str, span: Span, *, language: str = "en") -> Stance:
    """Stance of the act told at the word or words of `span`.

    Offsets are code points of `text`. Reads the sentence of the span; in a language other than English, and where the
    span holds no word, the stance is `asserted`.
    """
    if not language.startswith("en") or not 0 <= span[0] < span[1] <= len(text):
        return Stance(StanceKind.ASSERTED)
    low, high = max(0, span[0] - _WINDOW), min(len(text), span[1] + _WINDOW)
    passage = text[low:high]
    sentences = find_sentences(passage)
    index = sentence_at(sentences, span[0] - low)
    if index is None:
        return Stance(StanceKind.ASSERTED)
    start, end = sentences[index]
    sentence = parse(passage, (start, max(end, span[1] - low)))
    return held(sentence, span[0] - low)[0]


def held(sentence: Sentence, position: int, *, reported: bool | None = None) -> tuple[Stance, str]:
    """Stance of the act word at the offset `position`, and the name of the rule that decided.

    `reported` is what the caller knows of the speaker: True, the words are another's indirect speech; False, they
    are the publisher's own or stand inside quotation marks, so that verbs of saying do not count; None, unknown,
    and the sentence decides. "Allegedly" and its like count in any case.
    """
    token = token_at(sentence, position)
    if token < 0:
        return Stance(StanceKind.ASSERTED), "no word"
    found = hold(sentence, token)
    kind, rule = found.kind, found.rule
    if kind is StanceKind.ASSERTED and _is_speech(sentence, token, found, reported):
        kind, rule = StanceKind.REPORTED, "indirect speech" if rule == "plain" else rule
    return Stance(kind, found.tentative), rule


def _is_speech(sentence: Sentence, token: int, found: Held, reported: bool | None) -> bool:
    if reported is not None:
        return reported
    if sentence.quoted[token]:
        return False
    return found.speech or _according(sentence)


def _according(sentence: Sentence) -> bool:
    """ "according to X" makes the whole sentence X's word."""
    words = sentence.words
    return any(word == "according" and at + 1 < len(words) and words[at + 1] == "to" for at, word in enumerate(words))
