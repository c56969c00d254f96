"""Parts of speech: one tag per token, as a number with one bit set, so that groups of tags are masks.

| tag | words |
|---|---|
| NOUN, PLURAL, NAME | common noun (singular or mass, plural), proper name; together NOMINAL |
| PRONOUN, POSSESSIVE, DETERMINER, NUMBER | they; their, 's; the, no, these; 93, dozen |
| ADJECTIVE, ADVERB | likely; forcibly |
| PREPOSITION, TO | of, by, after; the "to" of an infinitive (every other "to" is a PREPOSITION) |
| CONJUNCTION, SUBORDINATOR, WH | and, but; if, because, complementizer "that"; who, which, relative "that", how |
| MODAL | can, may, will, 'll |
| BASE | infinitive, imperative or present without -s |
| PRESENT, PAST, PARTICIPLE, GERUND | returns; returned; was returned; returning; with BASE together VERB |
| NOT, MARK, QUOTE, OTHER | not, never; punctuation; quotation marks; interjections |

Forms of be, have and do are tagged as any verb. MODAL, PRESENT and PAST are FINITE; BASE may be.
"""

from collections.abc import Sequence

from clarion.language.tags_lexicon import Word, look_up
from clarion.language.tags_rules import resolve
from clarion.language.tags_words import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CLOSED,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    MARK,
    MODAL,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    OTHER,
    PARTICIPLE,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTE,
    SUBORDINATOR,
    TO,
    WH,
)
from clarion.language.tokens import Token

__all__ = [
    "ADJECTIVE", "ADVERB", "BASE", "CONJUNCTION", "DETERMINER", "FINITE", "GERUND", "MARK", "MODAL", "NAME", "NAMES",
    "NOMINAL", "NOT", "NOUN", "NUMBER", "OTHER", "PARTICIPLE", "PAST", "PLURAL", "POSSESSIVE", "PREPOSITION",
    "PRESENT", "PRONOUN", "QUOTE", "SUBORDINATOR", "TO", "VERB", "WH", "tag", "tag_name",
]  # fmt: skip

NOMINAL = NOUN | PLURAL | NAME
VERB = BASE | PRESENT | PAST | PARTICIPLE | GERUND
FINITE = MODAL | PRESENT | PAST
NAMES: dict[int, str] = {
    NOUN: "noun", PLURAL: "plural", NAME: "name", PRONOUN: "pronoun", POSSESSIVE: "possessive",
    DETERMINER: "determiner", NUMBER: "number", ADJECTIVE: "adjective", ADVERB: "adverb", PREPOSITION: "preposition",
    CONJUNCTION: "conjunction", SUBORDINATOR: "subordinator", WH: "wh", TO: "to", MODAL: "modal", BASE: "base",
    PRESENT: "present", PAST: "past", PARTICIPLE: "participle", GERUND: "gerund", NOT: "not", MARK: "mark",
    QUOTE: "quote", OTHER: "other",
}  # fmt: skip

# A name can be any capitalised word; these kinds of word stay what they are inside a sentence even so.
_NEVER_NAME = PRONOUN | DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | TO | NOT | POSSESSIVE


def tag(tokens: Sequence[Token]) -> tuple[list[int], list[str], list[Word]]:
    """Tags, lower-cased words and lexicon entries of the tokens of one sentence."""
    lowered = [token[2].lower().replace("’", "'") for token in tokens]
    entries = [look_up(word) for word in lowered]
    masks = [entry[0] for entry in entries]
    _mark_apostrophes(tokens, masks)
    _mark_names(tokens, lowered, entries, masks)
    return resolve(lowered, entries, masks), lowered, entries


def tag_name(number: int) -> str:
    """The word for a tag."""
    return NAMES[number]


def _mark_apostrophes(tokens: Sequence[Token], masks: list[int]) -> None:
    """The apostrophe of "the families' consent" is a possessive, unless a quotation opened before it."""
    opened = False
    for n, token in enumerate(tokens):
        if token[2] in ("'", "’", "‘"):
            after_s = n > 0 and tokens[n - 1][2][-1] in "sS" and tokens[n - 1][1] == token[0]
            word_follows = n + 1 < len(tokens) and tokens[n + 1][2][0].isalpha() and tokens[n + 1][0] > token[1]
            if after_s and word_follows and not opened:
                masks[n] = POSSESSIVE
            else:
                opened = not opened


def _mark_names(tokens: Sequence[Token], lowered: list[str], entries: list[Word], masks: list[int]) -> None:
    """Make capitalised words names, unless the whole sentence is capitalised as headlines are."""
    capitals = [n for n, token in enumerate(tokens) if token[2][0].isupper()]
    if not capitals:
        return
    shouted = len(capitals) > 2 and all(token[2].isupper() for token in tokens if token[2][0].isalpha())
    if shouted or (len(capitals) > 3 and _is_headline(tokens, masks)):
        for n in capitals:
            if not entries[n].known and masks[n] & NOUN:
                masks[n] = NAME
        return
    opens = True
    for n, token in enumerate(tokens):
        text = token[2]
        if masks[n] & (MARK | QUOTE):
            opens = opens or text in ':“"‘(«``.?!;' or masks[n] == QUOTE
            continue
        if text[0].isupper():
            if not opens:
                if not masks[n] & _NEVER_NAME or (len(text) > 1 and text.isupper() and lowered[n] not in CLOSED):
                    masks[n] = NAME
            elif _opens_with_name(tokens, lowered, entries, n):
                masks[n] = NAME
        opens = False


def _opens_with_name(tokens: Sequence[Token], lowered: list[str], entries: list[Word], n: int) -> bool:
    """Whether the capital of the first word is that of a name."""
    entry = entries[n]
    if entry[0] & _NEVER_NAME:
        return False
    text = tokens[n][2]
    if len(text) > 1 and text.isupper():
        return True
    follows = tokens[n + 1][2] if n + 1 < len(tokens) else ""
    if not entry.known:
        return not entry[0] & ADVERB and not lowered[n].endswith(("ing", "ed", "s"))
    return follows[:1].isupper() and bool(entry.likeliest & (NOUN | ADJECTIVE)) and not entry[0] & (ADVERB | NUMBER)


def _is_headline(tokens: Sequence[Token], masks: list[int]) -> bool:
    """Whether nearly every longer word has a capital."""
    long = capital = 0
    for n, token in enumerate(tokens):
        if len(token[2]) > 3 and not masks[n] & (MARK | NUMBER | QUOTE):
            long += 1
            capital += token[2][0].isupper()
    return long > 2 and capital >= 0.75 * long
