"""All attributions of a text: sentence by sentence, with quotations that run on given to their speaker."""

from bisect import bisect_left, bisect_right

from clarion.extract.voices.announced import announcer
from clarion.extract.voices.interview import speaker_of
from clarion.extract.voices.listed import over_list, signed
from clarion.extract.voices.mentions import scene_before
from clarion.extract.voices.said import JUDGEMENT, THROUGH, Said, Speech
from clarion.extract.voices.speech import speeches
from clarion.extract.voices.units import Source, Unit, make_units
from clarion.extract.voices.who import name_sources
from clarion.language.names import Name
from clarion.language.quotes import Quote, find_quotes, inside
from clarion.language.quotes_turns import Turn, find_turns
from clarion.language.sentences import find_sentences
from clarion.model.nouns import Attribution, Span
from clarion.model.vocabulary import AttributionKind

_OTHERS_WORDS = "sdjqe"
_OWN = ("i", "we", "you", "it", "that", "which", "who")


def find_voices(text: str, *, language: str = "en") -> list[Attribution]:
    """Find who says what in a text, in order of the cues.

    A source is kept as written, unnamed ones too; nobody named: source and voice are None. `voice` of a pronoun is the
    name it stands for where that is safe. Spans are offsets in code points; what lies in pieces is a tuple of spans.
    """
    if not language.lower().startswith("en"):
        return []  # the cues are English; other languages wait for lists of their own
    return [_attribution(said) for said in find_said(text) if said.kind not in (JUDGEMENT, THROUGH)]


def find_said(text: str, source: Source | None = None) -> list[Said]:
    """Find the attributions of a text with all that the chains of voices need, in order of the cues.

    `source` is the text with what the caller has read of it already.
    """
    source = source or Source(text, find_sentences(text), {})
    sentences = source.sentences
    quotes = find_quotes(text)
    said: list[Said] = []
    _collect(source, sentences, quotes, (0, len(text)), said)
    said += signed(text, quotes)
    turns = find_turns(text)
    named = [(turn, speaker_of(text, turn, turns[0].label[0])) for turn in turns]
    said += [_turn(turn, name) for turn, name in named if name is not None]
    said.sort(key=lambda one: one.cue or one.source or one.contents[0])
    name_sources(text, said)
    return said


def _collect(source: Source, sentences: list[Span], quotes: list[Quote], within: Span, said: list[Said]) -> None:
    """Add the attributions of a stretch of text, then those inside each of its quotations."""
    text = source.text
    depth = min((quote.depth for quote in quotes), default=0)
    outer = [quote for quote in quotes if quote.depth == depth]
    units = make_units(source, sentences, outer, within)
    found = _of_units(units)
    said += found if within == (0, len(text)) else [one for one in found if _speaks_of_others(text, one)]
    for unit in units:
        for quote in unit.quotes:
            first = bisect_left(quotes, quote[0], key=lambda other: other.start) + 1
            last = bisect_left(quotes, quote[1], key=lambda other: other.start)
            words = inside(text, quote)
            a = max(0, bisect_right(sentences, words[0], key=lambda span: span[0]) - 1)
            b = bisect_left(sentences, words[1], key=lambda span: span[0])
            _collect(source, sentences[a:b], quotes[first:last], words, said)


def _speaks_of_others(text: str, one: Said) -> bool:
    """Inside a quotation only what others said is of interest, not what the speaker thinks or wants."""
    if one.source is None or one.kind not in _OTHERS_WORDS:
        return False
    return text[slice(*one.source)].lower() not in _OWN


def _of_units(units: list[Unit]) -> list[Said]:
    said: list[Said] = []
    previous: Unit | None = None
    last: Said | None = None  # the speaker of the last quotation
    for unit in units:
        here = []
        for speech in speeches(unit):
            one = _said(speech, previous)
            if one is not None:
                here.append(one)
        above = over_list(unit)
        if above is not None:
            here.append(above)
        if unit.quotes and all(one.kind == JUDGEMENT for one in here):
            last = _run_on(unit, previous, said, last)
        said += here
        last = next((one for one in reversed(here) if one.direct), last)
        previous = unit
    return said


def _run_on(unit: Unit, previous: Unit | None, said: list[Said], last: Said | None) -> Said | None:
    """Give quotations without a cue of their own to the speaker before them."""
    if unit.letters.strip("q.-,"):
        return last
    if last is not None and last.paragraph >= unit.paragraph - 1:
        last.contents += unit.quotes
        last.paragraph = unit.paragraph
        return last
    if said and previous is not None and said[-1].paragraph == unit.paragraph == previous.paragraph and said[-1].source:
        before = said[-1]
        said.append(
            Said(before.source, None, list(unit.quotes), before.kind, before.lemma, True, paragraph=unit.paragraph)
        )
        return said[-1]
    announced = announcer(previous, unit)
    if announced is not None:
        said.append(Said(announced, None, list(unit.quotes), "s", "", True, paragraph=unit.paragraph))
        return said[-1]
    scene = scene_before(unit.text, unit.quotes[0][0])
    if scene is not None:
        said.append(Said(scene.span, None, list(unit.quotes), "s", "", True, paragraph=unit.paragraph, names=[scene]))
        return said[-1]
    return last


def _said(speech: Speech, previous: Unit | None) -> Said | None:
    unit = speech.unit
    if speech.before:
        if previous is None or not previous.quotes or not previous.letters.rstrip(".").endswith("q"):
            return None
        contents, letters = [previous.quotes[-1]], "q"
    else:
        contents = [unit.span(*part) for part in speech.contents]
        letters = "".join(unit.letters[a : b + 1] for a, b in speech.contents)
    direct = set(letters) <= set("q.,c") and "q" in letters
    return Said(
        source=unit.span(*speech.source) if speech.source else None,
        cue=unit.span(*speech.cue),
        contents=contents,
        kind=speech.kind,
        lemma=speech.lemma,
        direct=direct,
        mixed="q" in letters and not direct,
        addressee=unit.span(*speech.addressee) if speech.addressee else None,
        paragraph=unit.paragraph,
    )


def _turn(turn: Turn, name: Name) -> Said:
    colon = (turn.label[1], turn.label[1] + 1)
    return Said(turn.label, colon, [turn.content], "turn", "", True, names=[name])


def _attribution(said: Said) -> Attribution:
    kind = AttributionKind.DIRECT if said.direct else AttributionKind.MIXED if said.mixed else AttributionKind.INDIRECT
    content = said.contents[0] if len(said.contents) == 1 else tuple(said.contents)
    return Attribution(said.source, said.cue, content, said.voice, kind)
