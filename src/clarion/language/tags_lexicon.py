"""What tags a word may have: closed classes, the compiled list of words, and the rules of morphology."""

import re
from importlib import resources
from typing import NamedTuple

from clarion.language.lemmas import PARTICIPLES, PASTS, PLURALS, bases_of_ed, bases_of_ing, bases_of_s
from clarion.language.tags_words import (
    ACTING,
    ADJECTIVE,
    ADVERB,
    AUXILIARIES,
    BASE,
    CLOSED,
    GERUND,
    MARK,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PLURAL,
    PRESENT,
    QUOTE,
)


class Word(NamedTuple):
    """What is known of a form: possible tags, the likeliest one, and its lemmas as a verb and as a noun."""

    mask: int
    likeliest: int
    verb: str
    noun: str
    known: bool  # False where only the ending spoke


# Words remembered; more is a text that is no language, and memory must stay bounded.
_REMEMBERED = 60_000
_ACTING_WEIGHT = 2  # the least at which a verb's form in -s is one too
_QUOTES = frozenset("\"“”„«»‘’'`") | {"``", "''"}
_ADJECTIVE_ENDING = re.compile(
    r"(?:ous|ful|ive|able|ible|ical|less|ary|ish|esque|like|style|based|old|wide|born|related)$"
)
_NUMBER = re.compile(r"\d")
_classes: dict[str, str] = {}
_seen: dict[str, Word] = {}


def look_up(form: str) -> Word:
    """The entry of a form in lower case."""
    word = _seen.get(form)
    if word is None:
        word = _analysed(form)
        if len(_seen) < _REMEMBERED:
            _seen[form] = word
    return word


def classes() -> dict[str, str]:
    """The compiled list: lower-case word to its classes with weights, such as "n6v7"."""
    if not _classes:
        text = resources.files("clarion.language").joinpath("data/words.txt").read_text(encoding="ascii")
        parts = text.split()
        _classes.update(zip(parts[::2], parts[1::2], strict=True))
    return _classes


def _analysed(form: str) -> Word:
    if not form[0].isalpha() and form not in CLOSED:
        return _mark_or_number(form)
    if "-" in form:
        return _hyphenated(form)
    verb, noun = AUXILIARIES.get(form, form), form
    if form in CLOSED:
        mask = CLOSED[form]
        if mask & PRESENT and form not in AUXILIARIES:
            verb = next((base for base in bases_of_s(form) if "v" in _weights(base)), form)
        elif form in PASTS:
            verb = PASTS[form]
        if mask & PLURAL and form not in PLURALS:
            noun = next(iter(bases_of_s(form)), form)
        return Word(mask, _first(mask), verb, PLURALS.get(form, noun), True)
    scores: dict[int, float] = {}
    for kind, weight in _weights(form).items():
        if kind == "v":
            scores[BASE] = weight
        elif kind == "n":
            scores[PLURAL if form in PLURALS else NOUN] = weight
        else:
            scores[ADJECTIVE if kind == "a" else ADVERB] = weight
    noun, verb = _inflected(form, scores, noun, verb)
    if not scores:
        return _by_ending(form)
    best = max(scores, key=lambda tag: (scores[tag], -tag))
    top = scores[best]
    mask = 0
    for tag, score in scores.items():
        # a rare noun may be one after "the"; a rare verb or adjective is mostly none
        if top - score < 5 or tag & (NOUN | PLURAL) or (tag & BASE and score > 1) or (tag & PRESENT and score >= 0):
            mask |= tag
    return Word(mask, best, verb, noun, True)


def _inflected(form: str, scores: dict[int, float], noun: str, verb: str) -> tuple[str, str]:
    """Add to the scores what the form may be as an inflected one; gives its noun and verb lemmas."""
    if form in PLURALS:
        noun = PLURALS[form]
        scores[PLURAL] = 6
        scores.pop(NOUN, None)
    for tag, table in ((PAST, PASTS), (PARTICIPLE, PARTICIPLES)):
        if form in table:
            verb = table[form] if scores.get(BASE, -1) < 4 or table[form] == form else verb
            scores[tag] = max(6.0, _weights(table[form]).get("v", 0)) + (0.1 if tag == PAST else 0)
    for base in bases_of_s(form):
        found = _weights(base)
        if "v" in found and PRESENT not in scores:
            scores[PRESENT], verb = found["v"] - 2.0, base
        if ("n" in found or not found) and noun == form and scores.get(NOUN, -1) < 1:
            scores[PLURAL], noun = max(2.0, found.get("n", 2)), base
            scores.pop(NOUN, None)
        if found:
            break
    for tag, bases in ((PAST | PARTICIPLE, bases_of_ed(form)), (GERUND, bases_of_ing(form))):
        for base in bases:
            found = _weights(base)
            if "v" in found:
                weight = max(3.0, found["v"])
                for bit in (PAST, PARTICIPLE) if tag != GERUND else (GERUND,):
                    scores[bit] = max(scores.get(bit, 0), weight + (0.1 if bit == PAST else 0))
                verb = base
                scores.pop(BASE, None)
                break
    return noun, verb


def _weights(form: str) -> dict[str, int]:
    code = classes().get(form, "")
    weights = {code[n]: int(code[n + 1]) for n in range(0, len(code), 2)}
    if form in ACTING:
        weights["v"] = max(weights.get("v", 0), _ACTING_WEIGHT)
    return weights


def _hyphenated(form: str) -> Word:
    """A compound is what its last part is, except that a verb form at its end makes an adjective."""
    last = look_up(form.rsplit("-", 1)[1]) if form[-1] != "-" else Word(NOUN, NOUN, form, form, False)
    first = form.split("-", 1)[0]
    if first in ("re", "co", "pre", "over", "under", "mis") and last.likeliest & (BASE | PAST | PRESENT | GERUND):
        return Word(last.mask, last.likeliest, form.replace("-", ""), form, False)
    if last.mask & (PARTICIPLE | GERUND | PAST) and not last.mask & (NOUN | PLURAL):
        return Word(ADJECTIVE, ADJECTIVE, form, form, False)
    if last.mask & PLURAL:
        return Word(PLURAL, PLURAL, form, form.rsplit("-", 1)[0] + "-" + last.noun, False)
    return Word(NOUN | ADJECTIVE, NOUN if last.mask & NOUN else ADJECTIVE, form, form, False)


def _mark_or_number(form: str) -> Word:
    if _NUMBER.search(form):
        return Word(NUMBER, NUMBER, form, form, True)
    tag = QUOTE if form in _QUOTES else MARK
    return Word(tag, tag, form, form, True)


def _by_ending(form: str) -> Word:
    """A word that no list holds. What is not betrayed by its ending is a noun."""
    if form.endswith("ly") and len(form) > 4:
        return Word(ADVERB, ADVERB, form, form, False)
    if form.endswith("ed") and len(form) > 4:
        return Word(PAST | PARTICIPLE, PAST, bases_of_ed(form)[0], form, False)
    if form.endswith("ing") and len(form) > 5:
        return Word(GERUND | NOUN, GERUND, bases_of_ing(form)[0], form, False)
    if _ADJECTIVE_ENDING.search(form):
        return Word(ADJECTIVE, ADJECTIVE, form, form, False)
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return Word(PLURAL, PLURAL, form, bases_of_s(form)[0], False)
    return Word(NOUN, NOUN, form, form, False)


def _first(mask: int) -> int:
    return mask & -mask
