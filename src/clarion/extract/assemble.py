"""From the act words of a sentence to claims in the making: one layer after the other, each rule named."""

from dataclasses import replace

from clarion.extract.antecedents import Antecedents
from clarion.extract.circumstances import by_day, place_before_there, points_there, where_of
from clarion.extract.clauses import context_of, one_a_clause
from clarion.extract.counting import COUNTED, counts_of
from clarion.extract.dating import when_of
from clarion.extract.dating_days import ahead, days_of, those_days
from clarion.extract.demands import (
    can_be_forborne,
    forbids,
    is_asked_otherwise,
    is_bare,
    is_forbidden,
    settle_halts,
    stopping,
)
from clarion.extract.draft import Draft
from clarion.extract.evidence import find_evidence
from clarion.extract.extent import own_words, span_words
from clarion.extract.followed import Follower, add_voice
from clarion.extract.frames import Frame, frame_of, subject_of
from clarion.extract.hedges import is_official, settle
from clarion.extract.letters import lead_of_list, receiver_of
from clarion.extract.listed import held_as_asked
from clarion.extract.norms import Norm, find_norms, law_invoked
from clarion.extract.parties import fill_parties
from clarion.extract.planned import is_planned
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Found, Reading
from clarion.extract.stance import held
from clarion.extract.stance_efforts import verb_of_effort
from clarion.extract.voices.chains import Chains, Link
from clarion.extract.voices.said import JUDGEMENT
from clarion.language.parse import Sentence
from clarion.language.places import find_places
from clarion.model.nouns import CitedVoice, Document, Party, Place, Span, When
from clarion.model.vocabulary import PlaceKind, PlaceRole, StanceKind, VoiceRole
from clarion.reference.states import find_state

_NORM_VERBS = frozenset(
    "forbid prohibit bar ban guarantee require protect oblige bind outlaw prescribe provide".split()
)
_THERE_REACH = 400  # characters before a sentence within which the place of its "there" is named
_STANDING = frozenset((PlaceRole.AT, PlaceRole.TO))
_GATHERINGS = frozenset(("demonstration", "commemoration", "prayer"))
_SCHEDULED = frozenset("appear go open begin start resume stand come return meet gather march convene rally".split())
_FIXED_FOR_A_DAY = _GATHERINGS | {"sentencing", "consultation"}
_SPOKEN = frozenset(("condemnation",))
_URGING = frozenset(
    """ask asks asked insist insists insisted urge urges urged urging call calls demand demands demanded want wants seek
    seeks request requests""".split()
)
_BARRING = frozenset(("bar", "ban", "prohibition", "prohibitions"))
_INVITING = frozenset(("invites", "invite", "invited"))
_PRESUPPOSED = "presupposed by a demand to stop"
_YOU = frozenset(("you", "your", "yourself"))
_PAST_KINDS = frozenset((StanceKind.ASSERTED, StanceKind.REPORTED))


class Assembler:
    """Makes the drafts of the sentences of one document."""

    def __init__(self, document: Document, chains: Chains) -> None:
        self._document = document
        self._chains = chains
        self._home = _home_state(document)
        self._lead = self._publisher_and_authors()
        self.lead = len(self._lead)  # voices that all claims of the document have
        self.follower = Follower(self._hold, self._voice)
        self._context = context_of(document.text or "")
        self._told_days: list[When] = []  # in the order told, for "those two days"
        self._told_place: Place | None = None  # where the last act told of was, for "there"

    def drafts(self, reading: Reading, antecedents: Antecedents, told: frozenset[str] = frozenset()) -> list[Draft]:
        """The claims in the making that the act words of a sentence tell."""
        norms = find_norms(reading.parse.text, *reading.parse.span, home=self._home)
        reading.dates = [found for found in reading.dates if not _inside(reading, found, norms)]
        words = _outside_norms(reading, norms)
        context = replace(self._context, told=told) if told else self._context
        made: list[Draft] = []
        for word, frame in one_a_clause(reading, [(word, frame_of(reading, word)) for word in words], context):
            made += self._of_frame(reading, word, frame, antecedents)
        made = settle_halts(made)
        made += self.follower.parts_of(reading, made)
        self._add_norms(reading, norms, made, antecedents)
        _part_roles(made)
        return made

    def _of_word(self, reading: Reading, word: ActWord, antecedents: Antecedents) -> list[Draft]:
        return self._of_frame(reading, word, frame_of(reading, word), antecedents)

    def _of_frame(self, reading: Reading, word: ActWord, frame: Frame, antecedents: Antecedents) -> list[Draft]:
        first, last = span_words(reading, frame)
        draft = Draft(reading, frame, word.act, reading.span_of(word.first, word.last), reading.span_of(first, last))
        draft.rules = [f"cue {word.written}"]
        own = own_words(reading, frame)
        rule = self._hold(draft)
        if is_asked_otherwise(draft):
            draft.stance, draft.tentative, rule = StanceKind.CALLED_FOR, False, "asked for in other words"
            draft.rules.append(rule)
        draft.count, draft.others = counts_of(reading, frame, own)
        when = when_of(reading, frame, own, reading.entry) or those_days(reading, frame, own, self._told_days)
        if when is not None and when.start and when.end and when not in self._told_days:
            self._told_days.append(when)
        planned = is_planned(draft, when)
        if planned and frame.actor is None and frame.host is not None and not frame.host.passive:
            frame.actor = subject_of(reading, frame.host)
        is_fixed = planned or _is_due(draft)
        moods = (StanceKind.ANNOUNCED, draft.stance) if is_fixed else (draft.stance,)
        days = (ahead(when, mood, reading.parse.text, self._document.published) for mood in moods)
        draft.when = next((day for day in days if day is not None), None)
        draft.where = where_of(reading, frame, own, self._there(reading, own)) or _host(draft) or reading.entry_places
        at = next((place for place in reversed(draft.where) if place.role in _STANDING), None)
        self._told_place = at or self._told_place
        draft.evidence = find_evidence(reading)
        made = self._stopped(draft, antecedents)
        fill_parties(draft, antecedents)
        if draft.stance is StanceKind.CALLED_FOR and not draft.addressees:
            draft.addressees += self._asked_outside(reading)
        reported = _reported(self._chains.at(draft.cue))
        if draft.rules[-1] != _PRESUPPOSED:
            settle(draft, rule, self._document.published, self._is_official(draft), reported)
        if draft.act in _SPOKEN:
            for party in draft.actors:
                add_voice(draft, CitedVoice(party.name, VoiceRole.CITED, party.span))
        return [*made, *_repeated(draft)]

    def _there(self, reading: Reading, own: set[int]) -> Place | None:
        """What "there" means: the place named last before, else where the act told last was."""
        if "there" not in reading.words or not points_there(reading, own):
            return None
        here = place_before_there(reading)
        if here is not None:
            return here
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
            if not self._is_asked(reading, at, predicate is None):
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
            draft.rules.append(_PRESUPPOSED)
            tries = predicate is not None and verb_of_effort(reading.parse, predicate) >= 0
            if not draft.actors and frame.actor is None and stop.actor is not None and not tries:
                draft.frame.actor = stop.actor
            return [halt]
        predicate = frame.predicate
        if predicate is None:
            return []
        demanded = draft.stance is StanceKind.CALLED_FOR and can_be_forborne(draft.act)
        demanded = demanded and is_forbidden(reading, predicate)
        if demanded or (draft.stance is not StanceKind.DENIED and forbids(reading, predicate, draft.act)):
            draft.object_act, draft.act, draft.stance = draft.act, "halt", StanceKind.CALLED_FOR
            draft.rules.append("demand not to do it")
        return []

    def _is_asked(self, reading: Reading, at: int, nominal: bool) -> bool:
        """Whether the word that would end an act is itself asked for."""
        start = reading.parse.tokens[at].start
        if held_as_asked(reading.parse.text, reading.asked, start)[1] or is_bare(reading, at):
            return True
        links = self._chains.at(reading.span_of(at, at))
        stance, _ = held(reading.parse, start, reported=_reported(links))
        invited = stance.stance is StanceKind.ANNOUNCED and _INVITING & set(reading.words)
        return (
            stance.stance is StanceKind.CALLED_FOR or bool(invited) or (nominal and bool(_URGING & set(reading.words)))
        )

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
        reported = False if self._chains.is_own(draft.cue) else _reported(links)
        if reported and draft.frame.predicate is not None and is_in_quotes(draft.reading.parse, draft.cue):
            reported = False  # "said that the men "chose to go home"": these are the speaker's own words
        stance, rule = held(draft.reading.parse, draft.cue[0], reported=reported)
        draft.stance, draft.tentative = stance.stance, stance.tentative
        listed, asked = held_as_asked(draft.reading.parse.text, draft.reading.asked, draft.cue[0])
        if asked:
            draft.stance, draft.tentative, rule = StanceKind.CALLED_FOR, False, listed
        draft.rules.append(f"stance {rule}")
        return rule

    def _voice(self, draft: Draft) -> tuple[Link, ...]:
        links = self._chains.at(draft.cue)
        draft.voices = list(self._lead)
        for link in links:
            add_voice(draft, link.cited())
        return links

    def _add_norms(self, reading: Reading, norms: list[Norm], made: list[Draft], antecedents: Antecedents) -> None:
        """The norms of a sentence go to its breach or treaty action; without one, naming them is an invocation."""
        if not norms:
            self._add_law(reading, made, antecedents)
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
            if made[-1].stance is StanceKind.NEGATED and _BARRING & set(reading.words[:at]):
                made[-1].stance = StanceKind.ASSERTED  # "the bar in Article 3 is absolute": what is barred is negated

    def _add_law(self, reading: Reading, made: list[Draft], antecedents: Antecedents) -> None:
        """A law of a state that is said to bind is invoked like a treaty, but has no id."""
        law = law_invoked(reading.parse.text[slice(*reading.parse.span)])
        if law is None or any(draft.act in ("breach", "lawmaking") for draft in made):
            return
        start = reading.parse.span[0] + law[0]
        at = next(i for i, token in enumerate(reading.parse.tokens) if token.end > start)
        made += self._of_word(reading, ActWord(at, at, "breach", "name of a law"), antecedents)

    def _asked_outside(self, reading: Reading) -> list[Party]:
        """Who is asked where the sentence does not say: the one before a list of demands, the receiver of a letter."""
        text = self._document.text or ""
        spoken = not reading.parse.predicates or _YOU & set(reading.words) or reading.parse.predicates[0].subject < 0
        return lead_of_list(text, reading.parse.span[0]) or (receiver_of(text) if spoken else [])

    def _publisher_and_authors(self) -> list[CitedVoice]:
        document = self._document
        lead = [CitedVoice(document.publisher, VoiceRole.PUBLISHER)] if document.publisher else []
        return lead + [CitedVoice(author, VoiceRole.AUTHOR) for author in document.authors]


def _is_due(draft: Draft) -> bool:
    """ "The three appear in court on Monday": what is fixed for a day is told in the present."""
    home = draft.frame.predicate
    if home is None or draft.act not in _FIXED_FOR_A_DAY or draft.stance is not StanceKind.ASSERTED:
        return False
    plain = home.form == "finite" and home.tense == "present" and not (home.perfect or home.progressive or home.copula)
    return plain and home.lemma in _SCHEDULED


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
        if isinstance(place, Place) and place.kind is PlaceKind.STATE and found.last == chunk.head:
            return (replace(place, role=PlaceRole.AT),)
    return ()


def is_in_quotes(sentence: Sentence, cue: Span) -> bool:
    """Whether a word stands between quotation marks that open and close inside its sentence."""
    before, after = sentence.text[sentence.span[0] : cue[0]], sentence.text[cue[1] : sentence.span[1]]
    curly = before.count("“") > before.count("”") and "”" in after
    return curly or (before.count('"') % 2 == 1 and '"' in after)


def _reported(links: tuple[Link, ...]) -> bool | None:
    telling = [link for link in links if link.kind != JUDGEMENT]  # who is alarmed at an act does not report it
    if not telling:
        return None
    innermost = telling[-1]
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


def _home_state(document: Document) -> str | None:
    """The state that the publisher is or belongs to: "the Constitution" in its words is its own."""
    words = (document.publisher or "").split()
    for size in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found = find_state(" ".join(words[start : start + size]).strip(",.()"))
            if found is not None:
                return found.state.code
    return None
