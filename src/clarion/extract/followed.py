"""Claims in the making of what refers to an act told before: denials, details, tallies, parts."""

import re
from collections.abc import Callable
from dataclasses import replace

from clarion.extract.antecedents import Antecedents
from clarion.extract.circumstances import where_of
from clarion.extract.counting import COUNTED, counts_something
from clarion.extract.dating import when_of
from clarion.extract.draft import Draft
from clarion.extract.echoes import gapped, parts
from clarion.extract.frames import Frame, subject_of
from clarion.extract.lexicon import load
from clarion.extract.party_names import PRONOUNS, party_of
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Chunk
from clarion.model.nouns import CitedVoice, Count
from clarion.model.vocabulary import CountKind, StanceKind, Unit, VoiceRole

_SAID = "say"
_PART_REACH = 60  # characters after the mark within which the figure of a part stands
_PERSONS = (Unit.PEOPLE, Unit.FAMILIES)
_BARE_PART = re.compile(r"\W*[\w,.-]+ of (?:them|whom)\s*,")
_MORE = frozenset(("more", "other", "others"))
_PAST_KINDS = frozenset((StanceKind.ASSERTED, StanceKind.REPORTED))


class Follower:
    """Makes the drafts of what refers to acts told before; `held` and `voiced` set stance and voices of a draft."""

    def __init__(self, held: Callable[[Draft], object], voiced: Callable[[Draft], object]) -> None:
        self._held = held
        self._voiced = voiced

    def denial(self, reading: Reading, before: Draft, denial: re.Match[str], antecedents: Antecedents) -> Draft:
        """The denial of an act told before: its own sentence, the denied act, the one who denies as actor and voice."""
        start = reading.parse.span[0]
        cue = (start + denial.start(), start + denial.end())
        at = next((i for i, token in enumerate(reading.parse.tokens) if token.end > cue[0]), 0)
        word = ActWord(at, at, before.act, before.act)
        draft = Draft(reading, Frame(word, reading.predicate(at), None, None), before.act, cue, _sentence_span(reading))
        draft.stance, draft.rules = StanceKind.DENIED, ["denial of what was told"]
        home = reading.home(at)
        subject = subject_of(reading, home) if home is not None else None
        if subject is not None:
            pronoun = reading.words[subject.head] in PRONOUNS
            whole = denial.start() <= 1  # "It was not": the one spoken of denies nothing
            party = antecedents.of(reading, subject) if pronoun and not whole else party_of(reading, subject)
            draft.actors = [party] if party is not None and not (pronoun and whole) else []
        self._voiced(draft)
        if draft.actors:
            add_voice(draft, CitedVoice(draft.actors[0].name, VoiceRole.CITED, draft.actors[0].span))
        return draft

    def yes(self, reading: Reading, before: list[Draft], words: re.Match[str]) -> list[Draft]:
        """The acts asked about in the sentence before, said to be so: "Did they fire? They did."."""
        asked = [draft for draft in before if draft.reading.number == reading.number - 1]
        asked = [draft for draft in asked if draft.stance is StanceKind.POSSIBLE]
        start = reading.parse.span[0]
        cue = (start + words.start(), start + words.end())
        found = []
        for source in asked[:1]:
            draft = replace(source, voices=[], addressees=[], rules=["said to be so"], reading=reading, cue=cue)
            draft.span, draft.stance, draft.tentative = _sentence_span(reading), StanceKind.ASSERTED, False
            self._voiced(draft)
            found.append(draft)
        return found

    def answer(self, reading: Reading, source: Draft, at: int) -> Draft:
        """The act told or asked about before, at the day and place that an answer without a verb gives it."""
        last = len(reading.words) - 1
        cue = reading.span_of(at, last)
        draft = replace(source, voices=[], addressees=[], count=None, others=(), evidence=(), reading=reading, cue=cue)
        draft.rules, draft.span = ["when or where, in answer"], (cue[0], _sentence_span(reading)[1])
        self._placed(draft, at)
        self._held(draft)
        draft.stance, draft.tentative = StanceKind.ASSERTED, False
        return draft

    def missing(self, reading: Reading, source: Draft, words: re.Match[str]) -> Draft:
        """What was asked for or promised before and has not come."""
        start = reading.parse.span[0]
        cue = (start + words.start(), start + len(words[0].rstrip(" .;!")))
        draft = replace(source, voices=[], addressees=[], count=None, others=(), evidence=(), reading=reading, cue=cue)
        draft.rules, draft.span, draft.when, draft.where = ["has not come"], cue, None, ()
        self._voiced(draft)
        draft.stance, draft.tentative = StanceKind.NEGATED, False
        return draft

    def likewise(self, reading: Reading, source: Draft, words: re.Match[str]) -> Draft | None:
        """The act before it, told of somebody else without its word: ", and so did the guards"; None of other things.

        Told in a sentence of its own, it has the day and place of that sentence.
        """
        start = reading.parse.span[0]
        so = "so" if words["so"] else "now"
        cue = (start + words.start(so), start + words.end(so))
        at = next((i for i, token in enumerate(reading.parse.tokens) if token.start >= cue[1]), 0)
        chunk = reading.chunk(at)
        if so == "now" and (chunk is None or not _may_befall(reading, source.act, chunk)):
            return None
        end = reading.parse.tokens[chunk.last - 1].end if chunk is not None else cue[1]
        draft = replace(source, actors=[], others=(), count=None, rules=["likewise"], reading=reading, cue=cue)
        draft.span = (cue[0], end)
        if "did" in words[0].lower().split():
            draft.actors = [party_of(reading, chunk)] if chunk is not None else []
            draft.count = source.count
        else:
            draft.affected_name = draft.affected_span = draft.affected_ref = None
            draft.count = _counted_likewise(reading, source, chunk)
        if source.reading is not reading:
            self._placed(draft, at)
        return draft

    def _placed(self, draft: Draft, at: int) -> None:
        """Day and place of an act taken up again are those of the sentence that takes it up."""
        reading = draft.reading
        draft.frame = Frame(ActWord(at, at, draft.act, ""), reading.predicate(at), reading.home(at), reading.chunk(at))
        every = set(range(len(reading.words)))
        draft.when = when_of(reading, draft.frame, every, reading.entry)
        draft.where = where_of(reading, draft.frame, every, None)

    def detail(self, reading: Reading, before: list[Draft]) -> list[Draft]:
        """How many of those told of before are what: the act before with the figure of this sentence."""
        people = [draft for draft in before if draft.count is not None and draft.count.unit is Unit.PEOPLE]
        source = (people or [draft for draft in before if draft.stance in _PAST_KINDS])[-1:]
        if not source:
            return []
        draft = replace(
            source[0], actors=[], addressees=[], voices=[], rules=["detail of what was told"], reading=reading
        )
        figures = [found for found in reading.figures if isinstance(found.what, Count)]
        figures = [found for found in figures if not _is_whole(reading, found)] or figures
        found = figures[0]
        draft.cue = reading.span_of(found.at, found.last)
        draft.span = _sentence_span(reading)
        draft.count, draft.others = _summed([f.what for f in figures if isinstance(f.what, Count)])
        if people and draft.count is not None and _is_some_of(reading, found):
            draft.count = replace(draft.count, unit=Unit.PEOPLE)
        draft.when, draft.where = None, ()
        draft.affected_name = draft.affected_span = draft.affected_ref = None
        word = ActWord(found.at, found.last, draft.act, "")
        draft.frame = Frame(word, reading.predicate(found.at), reading.home(found.at), reading.chunk(found.at))
        self._held(draft)
        return [draft]

    def again(self, reading: Reading, source: Draft, figure: Found, own: bool) -> Draft:
        """The act told before, counted again by the figure of this sentence, with its day and place."""
        draft = replace(
            source,
            actors=[],
            addressees=[],
            voices=[],
            others=(),
            evidence=(),
            rules=["counted again"],
            reading=reading,
        )
        draft.cue, draft.span = reading.span_of(figure.at, figure.last), _sentence_span(reading)
        count = figure.what
        assert isinstance(count, Count)
        unit = Unit.EVENTS if count.unit is Unit.EVENTS else Unit.PEOPLE
        if draft.act == "destruction" and source.count is not None:  # houses were counted, and houses are again
            unit = source.count.unit
        draft.count = replace(count, unit=unit)
        draft.affected_name = draft.affected_span = draft.affected_ref = None
        self._placed(draft, figure.at)
        self._held(draft)
        if draft.stance in _PAST_KINDS and not own:
            self._reported(draft)
        elif draft.stance not in _PAST_KINDS:
            draft.stance = StanceKind.REPORTED
        return draft

    def _reported(self, draft: Draft) -> None:
        """A tally of somebody else is his word."""
        reading = draft.reading
        home = draft.frame.host or draft.frame.predicate
        subject = subject_of(reading, home) if home is not None else None
        if subject is None or any(subject.first <= found.at < subject.last for found in reading.figures):
            return
        party = party_of(reading, subject)
        draft.stance = StanceKind.REPORTED
        add_voice(draft, CitedVoice(party.name, VoiceRole.CITED, party.span))

    def parts_of(self, reading: Reading, made: list[Draft]) -> list[Draft]:
        """ ", five of them children": the act told before it in the sentence, with the figure of the part."""
        start, end = reading.parse.span
        found = []
        for part in parts(reading.parse.text[start:end]):
            at = start + part.start()
            before = [draft for draft in made if draft.cue[0] < at and draft.act in COUNTED]
            before = before or [draft for draft in made if _is_behind(reading, draft, at)][:1]
            figures = [f for f in reading.figures if f.what.span and at <= f.what.span[0] < at + _PART_REACH]
            figures = [f for f in figures if not isinstance(f.what, Count) or counts_something(f.what)]
            if "including" in part[0].lower() or "among" in part[0].lower():
                figures = [f for f in figures if isinstance(f.what, Count) and f.what.unit in _PERSONS]
            if before and figures and not _has_act(reading, figures[0].at):
                found.append(self._part(reading, before[-1], figures))
        taken = {draft.cue for draft in found}
        return found + [draft for draft in self._gapped(reading, made) if draft.cue not in taken]

    def _gapped(self, reading: Reading, made: list[Draft]) -> list[Draft]:
        """ "killed two in Velm and five in Orsk": the act again, with the figure, day and place of the second part."""
        start, end = reading.parse.span
        found = []
        for part in gapped(reading.parse.text[start:end]):
            low, high = start + part.start("figure"), start + part.end("figure")
            before = [
                draft for draft in made if draft.cue[1] <= low and draft.act in COUNTED and draft.count is not None
            ]
            figures = [f for f in reading.figures if f.what.span and low <= f.what.span[0] < high]
            if not before or not figures or _has_act(reading, figures[0].at):
                continue
            after = reading.words[figures[0].last + 1 : figures[0].last + 3]
            named = figures[0].last + 3 if after and after[0] in _MORE else figures[0].last + 2
            told = any(one.at <= named + 1 and named <= one.last + 1 for one in (*reading.dates, *reading.places))
            bare = isinstance(figures[0].what, Count) and (figures[0].what.noun or "") in ("", *_MORE)
            if told and bare and before[-1].count != figures[0].what:
                found.append(self._part(reading, before[-1], figures[:1]))
        return found

    def _part(self, reading: Reading, whole: Draft, figures: list[Found]) -> Draft:
        draft = replace(whole, rules=["part of those told of", *whole.rules], others=())
        last = _end_of_stretch(reading, figures[-1].last)
        mine = [f for f in figures if f.at <= _end_of_stretch(reading, figures[0].last)]
        draft.cue, draft.span = (
            reading.span_of(mine[0].at, mine[0].last),
            reading.span_of(mine[0].at, min(last, len(reading.words) - 1)),
        )
        draft.count, draft.others = _summed([f.what for f in mine if isinstance(f.what, Count)])
        draft.affected_name = draft.affected_span = draft.affected_ref = None
        own = set(range(mine[0].at, last + 1))
        part = replace(whole.frame, word=ActWord(mine[0].at, mine[0].last, whole.act, ""), shared=set())
        if any(one.at in own for one in reading.dates):
            draft.when = when_of(reading, part, own, None)
        if any(one.at in own for one in reading.places):
            draft.where = where_of(reading, part, own, None) or draft.where
        return draft


def _is_behind(reading: Reading, draft: Draft, at: int) -> bool:
    """Whether an act behind a part befalls the subject that stands before it: "students, eight of them women, are"."""
    whole = draft.frame.affected
    if draft.cue[0] < at or whole is None or draft.act not in COUNTED:
        return False
    if _BARE_PART.match(reading.parse.text, at):  # "the families, 92 of them, were": all of them
        return False
    return reading.parse.tokens[whole.last - 1].end <= at


def _may_befall(reading: Reading, act: str, chunk: Chunk) -> bool:
    """Whether what a chunk names can be destroyed, or is people whom the act can befall."""
    head = reading.words[chunk.head]
    fitting = load().classes["property" if act == "destruction" else "people"]
    counted = [f.what for f in reading.figures if chunk.first <= f.at < chunk.last]
    return head in fitting or any(isinstance(one, Count) and one.unit is Unit.PEOPLE for one in counted)


def _counted_likewise(reading: Reading, source: Draft, chunk: Chunk | None) -> Count | None:
    """The figure of those told of likewise, or the one that closes the sentence: "…; I would say seventy"."""
    figures = [f for f in reading.figures if isinstance(f.what, Count)]
    mine = [f for f in figures if chunk is not None and chunk.first - 2 <= f.at < chunk.last]
    last = len(reading.words) - 1
    mine = mine or [f for f in figures if f.last >= last - 1 and _SAID in reading.words[: f.at]][-1:]
    unit = source.count.unit if source.count is not None else Unit.PEOPLE
    unit = Unit.OTHER if source.act == "destruction" else unit
    count = next((replace(f.what, unit=unit) for f in mine if isinstance(f.what, Count)), None)
    if count is not None and mine[0].at > (chunk.last if chunk is not None else 0):  # what one would say is a guess
        count = replace(count, low=None, high=None, kind=CountKind.ABOUT)
    return count


def _is_some_of(reading: Reading, found: Found) -> bool:
    """ "nine of the seventeen"."""
    return reading.words[found.last + 1 : found.last + 3] == ["of", "the"]


def _is_whole(reading: Reading, found: Found) -> bool:
    """ "two of the twelve": the twelve were told of before."""
    return reading.words[max(0, found.at - 2) : found.at] == ["of", "the"]


def _has_act(reading: Reading, at: int) -> bool:
    """Whether the stretch of a figure tells an act of its own: "three of them were later sentenced"."""
    end = _end_of_stretch(reading, at)
    return any(at <= word.first <= end for word in reading.acts)


def _end_of_stretch(reading: Reading, at: int) -> int:
    while at < len(reading.words) - 1 and reading.words[at + 1] not in (
        ",",
        ";",
        ".",
        ")",
        "–",
        "—",
        "who",
        "which",
        "that",
    ):
        at += 1
    return at


def _sentence_span(reading: Reading) -> tuple[int, int]:
    start, end = reading.parse.span
    while end > start and reading.parse.text[end - 1] in ".!?;: \n":
        end -= 1
    return start, min(end, start + 600)


def _summed(counts: list[Count]) -> tuple[Count | None, tuple[Count, ...]]:
    """ "nine women and five children" are fourteen people; a sum only if every part has a number of people."""
    people = [count for count in counts if count.unit is Unit.PEOPLE and count.best is not None]
    if len(people) == len(counts) > 1 and all(count.kind == "exact" for count in people):
        total = sum(count.best or 0 for count in people)
        span = (counts[0].span or (0, 0))[0], (counts[-1].span or (0, 0))[1]
        return Count(total, total, total, Unit.PEOPLE, people[0].kind, None, span), ()
    best = min(counts, key=lambda count: 0 if count.unit is Unit.PEOPLE else 1)
    unit = Unit.PEOPLE if best.unit is Unit.OTHER and not best.noun else best.unit
    return replace(best, unit=unit), tuple(count for count in counts if count is not best)


def add_voice(draft: Draft, voice: CitedVoice) -> None:
    """Name a voice of a claim once."""
    if all(voice.name != other.name for other in draft.voices):
        draft.voices.append(voice)
