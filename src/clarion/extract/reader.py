"""The cascade over a document: screen, close reading of the sentences that hold an act, and what echoes them."""

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

from clarion.extract.acts import act_words
from clarion.extract.answers import asked_about, has_not_come, may_answer, places_what_was_told
from clarion.extract.antecedents import Antecedents
from clarion.extract.assemble import Assembler
from clarion.extract.carried import may_carry, with_carried
from clarion.extract.dating_back import dates_back
from clarion.extract.dating_days import entry_date
from clarion.extract.draft import Draft
from clarion.extract.echoes import is_denial, is_detail
from clarion.extract.followed import Follower
from clarion.extract.halted import may_halt, with_halted
from clarion.extract.headlines import is_headline, named_below, share_place
from clarion.extract.line import bounded, line_of
from clarion.extract.listed import asked_parts
from clarion.extract.norms import invokes
from clarion.extract.refine import ActWord
from clarion.extract.replies import affirmed_in, denials_in, deny_what_was_told, likewise_in, may_reply
from clarion.extract.screen import screened
from clarion.extract.sentence import Found, Reading, homes_of, place_on
from clarion.extract.tallies import counted_before, figure_of, is_more, takes_up, tally
from clarion.extract.unplaced import unknown_places
from clarion.extract.voices.chains import chains_of
from clarion.extract.voices.units import Source
from clarion.extract.wanted import may_want, with_wanted
from clarion.extract.wholes import names_whole, told_of
from clarion.language.dates import readings_in
from clarion.language.dates.lexer import may_date
from clarion.language.dates.told import morning_after
from clarion.language.figures import figures_in
from clarion.language.parse import parse
from clarion.language.places import PlaceReader
from clarion.language.sentences import find_sentences
from clarion.language.tokens import Token
from clarion.model.nouns import Count, Document, Place, Span, When
from clarion.model.vocabulary import PlaceKind, Precision, RegionKind, StanceKind

_SILENT = frozenset(
    (
        RegionKind.MASTHEAD,
        RegionKind.BYLINE,
        RegionKind.HEADER,
        RegionKind.BOILERPLATE,
        RegionKind.DATELINE,
        RegionKind.QUOTED_MAIL,
    )
)
_SHORT = 3  # letters of a word of the publisher's name that names nobody alone
_BACK = 3  # sentences looked back for a day that "that morning" means
_DARK = re.compile(r"\b(?:nights?|evening|overnight)\b", re.IGNORECASE)
_HANDED = frozenset("hand hands handed handing turn turned turning give gave given sign signed".split())
_NOUN_REACH = 24  # characters behind a figure within which its noun begins
_LOCAL = frozenset((PlaceKind.OTHER, PlaceKind.SETTLEMENT))
_SECTION = re.compile(r"\(?\d{1,2}(?:\.\d{1,2}){1,3}\.?\)?\s+(?=[A-Z])")  # "4.2 Two thirds …"
_PRONOUN = re.compile(
    r"(?:They|He|She|It|Them|Both|All|None|Nobody|Of |Among |The other|The rest|\d|"
    r"[A-Z][a-z]+ (?:of|later|more|were|was|are|died)\b)"
)


class Reader:
    """Reads one document. `drafts` gives its claims in the making."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text or ""
        self._silent = sorted(region.span for region in document.regions if region.kind in _SILENT)
        self._anchor: dt.date | None = None
        self._morning: dt.date | None = None  # after the night told of last
        self._sentences: list[Span] = []
        self._dated = 0  # number of the sentence after the last one that was read
        self._told: dict[int, list[When]] = {}  # dates of sentences that later ones refer back to
        self._undated: list[int] = []  # sentences whose dates will be taken when a date asks what it builds on
        self._antecedents = Antecedents()
        self._drafts: list[Draft] = []
        self._known: dict[Span, list[Token]] = {}  # tokens of the sentences read
        self._recent: list[Draft] = []  # of the last sentence that told anything
        self._recent_number = -9
        self._country: str | None = None  # that most of the document's places lie in
        self._entry_places: tuple[Place, ...] = ()
        self._entry: tuple[int, When] | None = None  # end of its line, and the date of a dated entry

    def drafts(self) -> list[Draft]:
        """The claims of the document in the making, in the order of the sentences."""
        text = self._text
        whole = find_sentences(text)
        sentences = [span for span in map(self._audible, bounded(text, whole)) if span is not None]
        self._sentences = sentences
        hit = set(screened(text, sentences))
        lines: dict[int, list[ActWord]] = {}
        known: dict[Span, list[Token]] = {}
        for number, span in enumerate(sentences):
            if span in hit:
                line = line_of(text, span)
                known[span] = line.tokens
                words = act_words(line)
                if words:
                    lines[number] = words
        if not lines and not any(may_want(text[slice(*span)]) or invokes(text[slice(*span)]) for span in sentences):
            return []
        places = PlaceReader(text)
        self._country = _main_country(places.places())
        assembler = Assembler(self._document, chains_of(self._document, Source(text, whole, known)))
        self._known = known
        for number, span in enumerate(sentences):
            acts = lines.get(number)
            if acts is None and not self._may_tell(number, span):
                continue
            self._read(number, span, acts or [], places, assembler)
        return self._drafts

    def _read(self, number: int, span: Span, acts: list[ActWord], places: PlaceReader, assembler: Assembler) -> None:
        reading = self._reading(number, span, acts, places)
        told = self._recent if self._recent_number == number - 1 else []
        reading.acts = with_carried(reading, self._drafts)
        reading.acts = with_halted(reading, self._drafts)
        made = assembler.drafts(reading, self._antecedents, frozenset(draft.act for draft in told))
        made = self._with_echoes(reading, made, assembler)
        deny_what_was_told(made, self._drafts, assembler.lead)
        if is_headline(self._text, span, number):
            share_place(made)
        self._antecedents.note(reading)
        if reading.entry is not None and made and not self._entry_places:
            self._entry_places = made[0].where
        if made:
            self._recent = made if number - self._recent_number > 1 else self._recent[-6:] + made
            self._recent_number = number
            self._drafts += made

    def _reading(self, number: int, span: Span, acts: list[ActWord], places: PlaceReader) -> Reading:
        sentence = parse(self._text, span, self._known.get(span))
        reading = Reading(sentence, acts, number=number)
        reading.homes = homes_of(sentence)
        reading.asked = asked_parts(self._text, span)
        reading.figures = [_unparticled(reading, found) for found in place_on(sentence, figures_in(self._text, *span))]
        dates = self._dates_at(number) or dates_back(self._text[slice(*span)], number, span[0], self._dates_before)
        reading.dates = place_on(sentence, dates)
        reading.places = place_on(sentence, places.places(*span))
        reading.places += unknown_places(reading, self._country)
        if is_headline(self._text, span, number):
            reading.places += named_below(reading, self._text, self._country)
        reading.places = [_at_home(found, self._country) for found in reading.places]
        reading.places.sort(key=lambda found: found.at)
        reading.acts = with_wanted(reading)
        reading.entry = self._entry_of(reading, span)
        reading.entry_places = self._entry_places if reading.entry is not None else ()
        return reading

    def _dates_at(self, number: int) -> list[When]:
        """The dates of a sentence; "that morning" may mean a day told in the few before it that tell no act."""
        self._undated += range(max(self._dated, number - _BACK), number)
        self._dated = number + 1
        if not may_date(self._text, *self._sentences[number]):
            return []
        dates: list[When] = []
        for at in (*self._undated, number):
            dates = self._dates_of(self._sentences[at])
            self._tell(dates)
        self._undated.clear()
        return dates

    def _tell(self, dates: list[When]) -> None:
        """Remember the day told of last, and the morning after it where it was a night."""
        when = _day_told(dates)
        if when is None or when.start is None or when.span is None:
            return
        self._anchor = dt.date.fromisoformat(when.start[:10])
        dark = when.precision is Precision.DAY and _DARK.search(self._text, *when.span)
        self._morning = morning_after(when) if dark else None

    def _dates_of(self, span: Span) -> list[When]:
        written_on = self._document.published
        found = readings_in(self._text, *span, written_on=written_on, anchor=self._anchor, morning=self._morning)
        return [one.when for one in found]

    def _dates_before(self, number: int) -> list[When]:
        """The dates of a sentence that has been told, looked at once for what refers back to it."""
        if number not in self._told:
            span = self._sentences[number]
            self._told[number] = self._dates_of(span) if may_date(self._text, *span) else []
        return self._told[number]

    def _entry_of(self, reading: Reading, span: Span) -> When | None:
        """The date of a dated entry holds for all sentences of its line."""
        when = entry_date(reading)
        if when is not None:
            end = self._text.find("\n", span[0])
            self._entry = (end if end >= 0 else len(self._text), when)
            self._entry_places = ()
        return self._entry[1] if self._entry is not None and span[0] < self._entry[0] else None

    def _with_echoes(self, reading: Reading, made: list[Draft], assembler: Assembler) -> list[Draft]:
        """Claims of a sentence with those by which it refers to the acts told before it without their words."""
        sentence = self._text[slice(*reading.parse.span)]
        before = self._recent if self._recent_number >= reading.number - 2 else []
        follower = assembler.follower
        denied = denials_in(sentence, self._sentence_before(reading.number), before, made)
        if denied is not None:
            return [
                *denied.kept,
                *(follower.denial(reading, draft, denied.words, self._antecedents) for draft in denied.acts),
            ]
        affirmed = affirmed_in(sentence, self._sentence_before(reading.number)) if not made and before else None
        if affirmed is not None:
            return follower.yes(reading, before, affirmed)
        likewise = likewise_in(sentence)
        if likewise is not None:
            told = [draft for draft in made if draft.cue[1] <= reading.parse.span[0] + likewise.end()]
            told = told or (before[-1:] if likewise.start() == 0 and not made else [])
            after = [draft for draft in made if draft.cue[0] >= reading.parse.span[0] + likewise.end()]
            if told and not after and told[-1].stance in (StanceKind.ASSERTED, StanceKind.REPORTED):
                other = follower.likewise(reading, told[-1], likewise)
                return [*made, other] if other is not None else made
        counted = tally(sentence) if before else None
        if counted is not None and takes_up(made):
            figure, source = figure_of(reading, counted), counted_before(before)
            if figure is not None and source is not None:
                return [follower.again(reading, source, figure, is_more(counted) or self._is_own(reading))]
        if not made:
            made = self._answers(reading, sentence, before, follower)
        if not made and reading.figures and is_detail(sentence) is not None:
            whole = told_of(reading, self._drafts) if names_whole(sentence) else []
            return follower.detail(reading, whole or before)
        return made

    def _answers(self, reading: Reading, sentence: str, before: list[Draft], follower: Follower) -> list[Draft]:
        """What a sentence without an act word says of the act asked about or asked for before it."""
        missing = has_not_come(sentence, before)
        if missing is not None:
            return [follower.missing(reading, missing[1], missing[0])]
        at = places_what_was_told(reading, self._sentence_before(reading.number)) if before else -1
        source = asked_about(before, reading.number) if at >= 0 else None
        return [follower.answer(reading, source, at)] if source is not None else []

    def _is_own(self, reading: Reading) -> bool:
        """Whether a sentence tells what the publisher itself has counted."""
        first = reading.parse.predicates[0] if reading.parse.predicates else None
        if first is None or first.subject < 0:
            return True
        subject = reading.parse.chunks[first.subject]
        said = reading.words[subject.first : subject.last]
        name = (self._document.publisher or "").lower().split()
        return said[-1] in ("we", "i", "there", "it") or (said[-1] in name and len(said[-1]) > _SHORT)

    def _sentence_before(self, number: int) -> str:
        return self._text[slice(*self._sentences[number - 1])] if number else ""

    def _may_tell(self, number: int, span: Span) -> bool:
        """Whether a sentence without an act word is read: it may refer to one before, demand one or invoke law."""
        sentence = self._text[slice(*span)]
        if may_want(sentence) or invokes(sentence):
            return True
        if self._drafts and (
            may_carry(sentence) or may_halt(sentence) or (names_whole(sentence) and is_detail(sentence))
        ):
            return True
        if self._recent_number < number - 2:
            return False
        if _PRONOUN.match(sentence) or is_denial(sentence) or is_detail(sentence):
            return True
        if bool(tally(sentence)) or has_not_come(sentence, self._recent) is not None:
            return True
        earlier = self._sentence_before(number)
        return self._recent_number == number - 1 and (may_reply(sentence) or may_answer(sentence, earlier))

    def _audible(self, span: Span) -> Span | None:
        """A sentence without mastheads, by-lines and datelines at its ends; None when nothing is left."""
        start, end = span
        for low, high in self._silent:
            if high <= start or low >= end:
                continue
            if low <= start:
                start = min(high, end)
            else:
                end = low
        while start < end and self._text[start] in " \t\n-–—:|":
            start += 1
        number = _SECTION.match(self._text, start, end)
        if number is not None:
            start = number.end()
        return (start, end) if end - start > 2 else None


def _unparticled(reading: Reading, found: Found) -> Found:
    """In "handed over 58 men" the "over" belongs to the verb and bounds no figure."""
    count, words_ = found.what, reading.words
    if not isinstance(count, Count) or words_[found.at] != "over" or found.at == 0 or count.span is None:
        return found
    if words_[found.at - 1] not in _HANDED or found.at == found.last:
        return found
    start = reading.parse.tokens[found.at + 1].start
    bare = next(iter(figures_in(reading.parse.text, start, count.span[1] + _NOUN_REACH)), None)
    if bare is None or bare.span is None or bare.span[1] > count.span[1]:
        return found
    return Found(found.at + 1, found.last, bare)


def _at_home(found: Found, country: str | None) -> Found:
    """A settlement that no gazetteer knows lies in the country that the document is about."""
    place = found.what
    if country is None or not isinstance(place, Place) or place.country or place.kind not in _LOCAL:
        return found
    return replace(found, what=replace(place, country=country))


def _main_country(places: list[Place]) -> str | None:
    counted = Counter(place.country for place in places if place.country and place.kind is not PlaceKind.DEMONYM)
    return min(counted, key=lambda code: (-counted[code], code)) if counted else None


def _day_told(dates: list[When]) -> When | None:
    fitting = [when for when in dates if when.start and when.precision in ("day", "minute", "hour")]
    return fitting[-1] if fitting else None
