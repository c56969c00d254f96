"""From the act words of a sentence to claims in the making: one layer after the other, each rule named."""

import re
from dataclasses import replace

from clarion.extract.antecedents import Antecedents
from clarion.extract.circumstances import by_day, where_of
from clarion.extract.clauses import context_of, one_a_clause
from clarion.extract.counting import COUNTED, counts_of, counts_something
from clarion.extract.dating import ahead, days_of, those_days, when_of
from clarion.extract.demands import settle_halts, stopping
from clarion.extract.draft import Draft
from clarion.extract.echoes import parts
from clarion.extract.evidence import find_evidence
from clarion.extract.extent import own_words, span_words
from clarion.extract.frames import Frame, frame_of, subject_of
from clarion.extract.hedges import is_official, settle
from clarion.extract.letters import lead_of_list, receiver_of
from clarion.extract.norms import Norm, find_norms
from clarion.extract.parties import fill_parties
from clarion.extract.party_names import party_of
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Found, Reading
from clarion.extract.stance import held
from clarion.extract.voices.chains import Chains, Link
from clarion.language.places import find_places
from clarion.model.nouns import CitedVoice, Count, Document, Party, Place, When
from clarion.model.vocabulary import PlaceKind, PlaceRole, StanceKind, Unit, VoiceRole
from clarion.reference.states import find_state

_NORM_VERBS = frozenset(
    "forbid prohibit bar ban guarantee require protect oblige bind outlaw prescribe provide".split()
)
_PART_REACH = 60  # characters after the mark within which the figure of a part stands
_THERE_REACH = 400  # characters before a sentence within which the place of its "there" is named
_STANDING = frozenset((PlaceRole.AT, PlaceRole.TO))
_GATHERINGS = frozenset(("demonstration", "commemoration", "prayer"))
_SPOKEN = frozenset(("condemnation",))
_URGING = frozenset(
    "urge urges urged urging call calls demand demands demanded want wants seek seeks request requests".split()
)
_YOU = frozenset(("you", "your", "yourself"))
_PAST_KINDS = frozenset((StanceKind.ASSERTED, StanceKind.REPORTED))


class Assembler:
    """Makes the drafts of the sentences of one document."""

    def __init__(self, document: Document, chains: Chains) -> None:
        self._document = document
        self._chains = chains
        self._home = _home_state(document)
        self._lead = self._publisher_and_authors()
        self._context = context_of(document.text or "")
        self._told_days: list[When] = []  # in the order told, for "those two days"
        self._told_place: Place | None = None  # where the last act told of was, for "there"

    def drafts(self, reading: Reading, antecedents: Antecedents, told: frozenset[str] = frozenset()) -> list[Draft]:
        """The claims in the making that the act words of a sentence tell."""
        norms = find_norms(reading.parse.text, *reading.parse.span, home=self._home)
        reading.dates = [found for found in reading.dates if not _inside(reading, found, norms)]
        words = _outside_norms(reading, norms)
        context = replace(self._context, told=told)
        made: list[Draft] = []
        for word, frame in one_a_clause(reading, [(word, frame_of(reading, word)) for word in words], context):
            made += self._of_frame(reading, word, frame, antecedents)
        made = settle_halts(made)
        made += self._parts(reading, made)
        self._add_norms(reading, norms, made, antecedents)
        _part_roles(made)
        return made

    def denial(self, reading: Reading, before: Draft, denial: re.Match[str]) -> Draft:
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
            draft.actors = [party_of(reading, subject)]
        self._voice(draft)
        if subject is not None:
            _add_voice(draft, CitedVoice(draft.actors[0].name, VoiceRole.CITED, draft.actors[0].span))
        return draft

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
        found = figures[0]
        draft.cue = reading.span_of(found.at, found.last)
        draft.span = _sentence_span(reading)
        draft.count, draft.others = _summed([f.what for f in figures if isinstance(f.what, Count)])
        draft.when, draft.where = None, ()
        draft.affected_name = draft.affected_span = draft.affected_ref = None
        word = ActWord(found.at, found.last, draft.act, "")
        draft.frame = Frame(word, reading.predicate(found.at), reading.home(found.at), reading.chunk(found.at))
        self._hold(draft)
        return [draft]

    def _parts(self, reading: Reading, made: list[Draft]) -> list[Draft]:
        """ ", five of them children": the act told before it in the sentence, with the figure of the part."""
        start, end = reading.parse.span
        found = []
        for part in parts(reading.parse.text[start:end]):
            at = start + part.start()
            before = [draft for draft in made if draft.cue[0] < at and draft.act in COUNTED]
            figures = [f for f in reading.figures if f.what.span and at <= f.what.span[0] < at + _PART_REACH]
            figures = [f for f in figures if not isinstance(f.what, Count) or counts_something(f.what)]
            if before and figures and not _has_act(reading, figures[0].at):
                found.append(self._part(reading, before[-1], figures))
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
        return draft

    def _of_word(self, reading: Reading, word: ActWord, antecedents: Antecedents) -> list[Draft]:
        return self._of_frame(reading, word, frame_of(reading, word), antecedents)

    def _of_frame(self, reading: Reading, word: ActWord, frame: Frame, antecedents: Antecedents) -> list[Draft]:
        first, last = span_words(reading, frame)
        draft = Draft(reading, frame, word.act, reading.span_of(word.first, word.last), reading.span_of(first, last))
        draft.rules = [f"cue {word.written}"]
        own = own_words(reading, frame)
        rule = self._hold(draft)
        draft.count, draft.others = counts_of(reading, frame, own)
        when = when_of(reading, frame, own, reading.entry) or those_days(reading, frame, own, self._told_days)
        if when is not None and when.start and when.end and when not in self._told_days:
            self._told_days.append(when)
        draft.when = ahead(when, draft.stance, reading.parse.text, self._document.published)
        draft.where = where_of(reading, frame, own, self._there(reading)) or _host(draft) or reading.entry_places
        at = next((place for place in reversed(draft.where) if place.role in _STANDING), None)
        self._told_place = at or self._told_place
        draft.evidence = find_evidence(reading)
        made = self._stopped(draft, antecedents)
        fill_parties(draft, antecedents)
        if draft.stance is StanceKind.CALLED_FOR and not draft.addressees:
            draft.addressees += self._asked_outside(reading)
        reported = _reported(self._chains.at(draft.cue))
        settle(draft, rule, self._document.published, self._is_official(draft), reported)
        if draft.act in _SPOKEN:
            for party in draft.actors:
                _add_voice(draft, CitedVoice(party.name, VoiceRole.CITED, party.span))
        return [*made, *_repeated(draft)]

    def _there(self, reading: Reading) -> Place | None:
        """What "there" means: the place named last before, else where the act told last was."""
        if "there" not in reading.words:
            return None
        start = reading.parse.span[0]
        text = (self._document.text or "")[max(0, start - _THERE_REACH) : start]
        named = [place for place in find_places(text) if place.kind is not PlaceKind.DEMONYM]
        return replace(named[-1], span=None) if named else self._told_place

    def _stopped(self, draft: Draft, antecedents: Antecedents) -> list[Draft]:
        """A demand to stop or refrain from the act: a claim `halt`, and what it presupposes of the act itself."""
        frame, reading = draft.frame, draft.reading
        if draft.act == "halt":
            return []
        found = stopping(reading, frame)
        if found is not None:
            at, presupposes, predicate = found
            links = self._chains.at(reading.span_of(at, at))
            stance, _ = held(reading.parse, reading.parse.tokens[at].start, reported=_reported(links))
            if stance.stance is not StanceKind.CALLED_FOR and not (predicate is None and _URGING & set(reading.words)):
                return []
            word = ActWord(at, at, "halt", "stop")
            stop = Frame(word, predicate, None, None, homes=set(frame.homes))
            stop.actor = subject_of(reading, predicate) if predicate is not None else None
            halt = self._halt(draft, stop)
            fill_parties(halt, antecedents)
            if not presupposes:
                draft.act, draft.object_act = "halt", halt.object_act
                draft.stance, draft.rules = StanceKind.CALLED_FOR, [*draft.rules, "demand to refrain"]
                return []
            draft.stance, draft.tentative = StanceKind.ASSERTED, False
            draft.rules.append("presupposed by a demand to stop")
            if not draft.actors and frame.actor is None and stop.actor is not None:
                draft.frame.actor = stop.actor
            return [halt]
        predicate = frame.predicate
        if draft.stance is StanceKind.CALLED_FOR and predicate is not None and predicate.negated:
            draft.object_act, draft.act = draft.act, "halt"
            draft.rules.append("demand not to do it")
        return []

    def _halt(self, draft: Draft, stop: Frame) -> Draft:
        at = stop.word.first
        cue = draft.reading.span_of(at, at)
        span = (min(cue[0], draft.span[0]), max(cue[1], draft.span[1]))
        halt = Draft(draft.reading, stop, "halt", cue, span, stance=StanceKind.CALLED_FOR, object_act=draft.act)
        halt.rules, halt.where = ["demand to stop"], draft.where
        self._voice(halt)
        return halt

    def _is_official(self, draft: Draft) -> bool:
        """Whether the innermost voice of a claim answers for a state or a force."""
        spoken = draft.voices[len(self._lead) :]
        return is_official(spoken[-1].name if spoken else self._document.publisher)

    def _hold(self, draft: Draft) -> str:
        links = self._voice(draft)
        stance, rule = held(draft.reading.parse, draft.cue[0], reported=_reported(links))
        draft.stance, draft.tentative = stance.stance, stance.tentative
        draft.rules.append(f"stance {rule}")
        return rule

    def _voice(self, draft: Draft) -> tuple[Link, ...]:
        links = self._chains.at(draft.cue)
        draft.voices = list(self._lead)
        for link in links:
            _add_voice(draft, link.cited())
        return links

    def _add_norms(self, reading: Reading, norms: list[Norm], made: list[Draft], antecedents: Antecedents) -> None:
        """The norms of a sentence go to its breach or treaty action; without one, naming them is an invocation."""
        if not norms:
            return
        ids = tuple(dict.fromkeys(one for norm in norms for one in norm.ids))
        breaches = [draft for draft in made if draft.act == "breach"]
        for extra in breaches[1:]:  # a sentence invokes its norms once
            made.remove(extra)
        holders = [draft for draft in made if draft.act in ("breach", "lawmaking")]
        for draft in holders:
            draft.norms = ids
        if not holders:
            at = next(i for i, token in enumerate(reading.parse.tokens) if token.end > norms[0].span[0])
            made += self._of_word(reading, ActWord(at, at, "breach", "name of an instrument"), antecedents)
            made[-1].norms = ids

    def _asked_outside(self, reading: Reading) -> list[Party]:
        """Who is asked where the sentence does not say: the one before a list of demands, the receiver of a letter."""
        text = self._document.text or ""
        spoken = not reading.parse.predicates or _YOU & set(reading.words) or reading.parse.predicates[0].subject < 0
        return lead_of_list(text, reading.parse.span[0]) or (receiver_of(text) if spoken else [])

    def _publisher_and_authors(self) -> list[CitedVoice]:
        document = self._document
        lead = [CitedVoice(document.publisher, VoiceRole.PUBLISHER)] if document.publisher else []
        return lead + [CitedVoice(author, VoiceRole.AUTHOR) for author in document.authors]


def _part_roles(made: list[Draft]) -> None:
    """Who does one act of a sentence, by name, is not the one whom another act befalls."""
    doers = {party.name for draft in made for party in draft.actors}
    for draft in made:
        if draft.affected_name in doers and draft.affected_ref is None and draft.act in COUNTED:
            draft.affected_name = draft.affected_span = None


def _repeated(draft: Draft) -> list[Draft]:
    """A gathering announced for several days is one claim a day."""
    if draft.act not in _GATHERINGS or draft.stance not in (StanceKind.ANNOUNCED, StanceKind.CALLED_FOR):
        return [draft]
    days = days_of(draft.reading, draft.frame)
    if len(days) < 2:
        return [draft]
    places = by_day(days, draft.where)
    return [
        replace(draft, when=day, where=where, rules=[*draft.rules, "one claim a day"])
        for day, where in zip(days, places, strict=True)
    ]


def _host(draft: Draft) -> tuple[Place, ...]:
    """A state that hosts or admits does so at home."""
    chunk = draft.frame.actor
    if draft.act != "arrival" or chunk is None:
        return ()
    for found in draft.reading.places:
        place = found.what
        if isinstance(place, Place) and place.kind is PlaceKind.STATE and found.at == chunk.head:
            return (replace(place, role=PlaceRole.AT),)
    return ()


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


def _reported(links: tuple[Link, ...]) -> bool | None:
    if not links:
        return None
    innermost = links[-1]
    return not (innermost.direct or innermost.own)


def _inside(reading: Reading, found: Found, norms: list[Norm]) -> bool:
    """The year in "the 1951 Convention" dates no act."""
    start, end = reading.span_of(found.at, found.last)
    return any(norm.span[0] - 8 <= start and end <= norm.span[1] for norm in norms)


def _outside_norms(reading: Reading, norms: list[Norm]) -> list[ActWord]:
    """Act words without those inside the name of an instrument and those that only tell what a norm is about."""
    if not norms:
        return reading.acts
    kept = []
    for word in reading.acts:
        start, end = reading.span_of(word.first, word.last)
        if any(norm.span[0] < end and start < norm.span[1] for norm in norms) and word.act != "breach":
            continue
        if word.act == "breach" or not _is_content(reading, word, norms):
            kept.append(word)
    return kept


def _is_content(reading: Reading, word: ActWord, norms: list[Norm]) -> bool:
    """Whether an act is only what a norm is about: "Article 3 bars removal"."""
    home = reading.home(word.first)
    if home is None or home.lemma not in _NORM_VERBS or home.first > word.first:
        return False
    return home.subject >= 0 and _names_norm(reading, home.subject, norms)


def _names_norm(reading: Reading, chunk: int, norms: list[Norm]) -> bool:
    found = reading.parse.chunks[chunk]
    start, end = reading.span_of(found.first, found.last - 1)
    return any(norm.span[0] < end + 3 and start - 3 < norm.span[1] for norm in norms)


def _add_voice(draft: Draft, voice: CitedVoice) -> None:
    if all(voice.name != other.name for other in draft.voices):
        draft.voices.append(voice)


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


def _home_state(document: Document) -> str | None:
    """The state that the publisher is or belongs to: "the Constitution" in its words is its own."""
    words = (document.publisher or "").split()
    for size in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found = find_state(" ".join(words[start : start + size]).strip(",.()"))
            if found is not None:
                return found.state.code
    return None
