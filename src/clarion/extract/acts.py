"""Act words: which words of a text tell which act, by the cues of the lexicon."""

from collections.abc import Iterable
from functools import cache

from clarion.extract.cues import Cue, Hit, placed
from clarion.extract.lexicon import load
from clarion.extract.line import Line, bounded, line_of
from clarion.extract.proper import in_a_name
from clarion.extract.refine import ActWord, is_month, refined
from clarion.extract.screen import screened
from clarion.language.sentences import find_sentences
from clarion.model.ids import ActId
from clarion.model.nouns import Act

_MANY = 10  # cues of one word from which it is cheaper to ask by the words beside it than one by one
_NOTHING = ""  # stands for the other word of a cue that asks for none


def find_acts(text: str, *, language: str = "en") -> list[Act]:
    """Every act word of an English text in text order, whatever its stance; none for other languages.

    `span` is that of the act word, `cue` the line of the lexicon that found it.
    """
    if not language.lower().startswith("en"):
        return []
    found = []
    for span in screened(text, bounded(text, find_sentences(text))):
        line = line_of(text, span)
        found += [Act(line.span(word.first, word.last), ActId(word.act), word.written) for word in act_words(line)]
    return found


def act_words(line: Line) -> list[ActWord]:
    """The act words of a sentence in order, each word used once, the more particular cue first."""
    chosen = _chosen(line)
    words = [ActWord(hit.anchor[0], _last(hit), hit.cue.act, hit.cue.written, hit.beside, hit.anchor) for hit in chosen]
    return refined(line, sorted(words, key=lambda word: (word.first, word.last)))


def _chosen(line: Line) -> list[Hit]:
    """The cues that stand: the weightiest first, no word telling two acts, no act told twice by one cue's words."""
    found = _found(line)
    refused = {(index, hit.cue.act) for hit in found if hit.cue.refuses for index in hit.anchor}
    standing = [
        hit for hit in found if not hit.cue.refuses and all((i, hit.cue.act) not in refused for i in hit.anchor)
    ]
    standing = [hit for hit in standing if not in_a_name(line, hit) and not is_month(line, hit.anchor[0])]
    standing.sort(key=lambda hit: (-hit.cue.weight, hit.anchor, hit.cue.act))
    used: dict[int, str] = {}
    asked: set[tuple[int, str]] = set()  # words that a chosen cue asked for, with its act
    chosen = []
    for hit in standing:
        act = hit.cue.act
        if any(index in used for index in hit.anchor):
            continue
        if any((index, act) in asked for index in hit.anchor) or any(used.get(index) == act for index in hit.beside):
            continue
        used.update(dict.fromkeys(hit.anchor, act))
        asked.update((index, act) for index in hit.beside)
        chosen.append(hit)
    return chosen


def _found(line: Line) -> list[Hit]:
    bag = line.bag
    found = []
    missing: dict[int, bool] = {}  # the sets are shared by many cues and live as long as the lexicon
    sought = _sought()
    for at, word in enumerate(line.words):
        if word not in sought:
            continue
        for cue in _standing(word, bag):
            for needed in cue.needs:
                number = id(needed)
                if number not in missing:
                    missing[number] = needed.isdisjoint(bag)
                if missing[number]:
                    break
            else:
                hit = placed(cue, line, at)
                if hit is not None:
                    found.append(hit)
    return found


def _standing(word: str, bag: frozenset[str]) -> Iterable[Cue]:
    """The cues sought from a word, in their order; of many only those whose first other word stands in the sentence."""
    cues, asking = _asked_beside(word)
    if asking is None:
        return cues
    places = dict(asking[_NOTHING])
    for other in asking.keys() & bag:
        places.update(asking[other])
    return [places[place] for place in sorted(places)]


@cache
def _asked_beside(word: str) -> tuple[tuple[Cue, ...], dict[str, list[tuple[int, Cue]]] | None]:
    """The cues sought from a word; where they are many also by the words first asked for, each with its place."""
    cues = load().cues_at[word]
    if len(cues) < _MANY:
        return cues, None
    asking: dict[str, list[tuple[int, Cue]]] = {_NOTHING: []}
    for place, cue in enumerate(cues):
        for other in cue.needs[0] if cue.needs else (_NOTHING,):
            asking.setdefault(other, []).append((place, cue))
    return cues, asking


@cache
def _sought() -> frozenset[str]:
    """The words from which cues are sought."""
    return frozenset(load().cues_at)


def _last(hit: Hit) -> int:
    """The last word of the first run of act words: of "granted three of them asylum" only "granted"."""
    last = hit.anchor[0]
    for index in hit.anchor[1:]:
        if index != last + 1:
            break
        last = index
    return last
