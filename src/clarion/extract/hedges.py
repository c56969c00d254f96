"""What the circumstances of an act make of its stance: denials by the accused, gatherings to come, cues that negate."""

import datetime as dt
import re

from clarion.extract.asked import is_asked_for_by_question, is_plan_of_others, is_self_denial
from clarion.extract.draft import Draft
from clarion.extract.planned import GATHERINGS, is_planned
from clarion.extract.stance import held
from clarion.language.wordlists import words
from clarion.model.vocabulary import StanceKind
from clarion.reference.states import find_state

_NEGATIVE = words("no not n't never nobody none nothing without neither nor unable no-one refusal refusals")
# what a gathering or round of talks is called that is put in a calendar
_CALENDAR = GATHERINGS
_DENIABLE = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement attack harassment censorship deprivation destruction breach border_closure
    sentencing""".split()
)
_UNOFFICIAL = words("former ex rights news legal relief aid retired volunteer wire monitoring ambulance")
_SAID = frozenset((StanceKind.REPORTED, StanceKind.ASSERTED, StanceKind.EXPECTED, StanceKind.ANNOUNCED))
_UNSURE = frozenset((StanceKind.EXPECTED, StanceKind.ANNOUNCED, StanceKind.REPORTED))
_CIVIC = frozenset(("appeal", "boycott", "volunteering", "prayer", "demonstration", "commemoration"))
_CALLING = words(
    """urge urges urged urging calls call called calling asks ask asked asking encourages encourage encouraged
    encouraging invites invite invited inviting appeals"""
)
_TOLD = frozenset((StanceKind.ASSERTED, StanceKind.REPORTED))
_DEMANDING = words("demand call ask request want seek plead beg")
_NEEDING = words("need needs needed looking wanted seeking welcome")
# acts that are told by saying what is not given or not known
_BY_LACK = frozenset(("deprivation", "disappearance"))
# what somebody arranges; other acts with a day to come are forecasts
_ARRANGED = frozenset(
    """release border_opening border_closure sentencing sanction lawmaking aid rescue arrival agreement investigation
    appeal boycott prosecution volunteering prayer forced_return displacement destruction""".split()
)
_GATHERING = frozenset(("demonstration", "commemoration"))
_FIXED = ("minute", "hour", "day")
# "Interior Minister Ann Roe", "the guard's spokesman, Ann Roe"; "Ann Roe, who commands the guard"
_BEFORE_NAME = re.compile(r"(\b(?:[\w’'-]+\s){0,4}[\w’'-]+),?\s(?:[A-Z][\w’'.-]*\s){0,2}$")
_BEHIND_NAME = re.compile(r",\s([^,.;:!?\n]{3,70})")
_LONGEST_NAME, _MENTIONS, _TITLE_REACH = 60, 4, 60
_NO_OFFICE = words(
    """lawyer counsel former ex rights victim relative witness mother father told accused said asked wrote urged by to
    against from union charity clinic says families survivor journalist reporter activist detained arrested prisoner"""
)
_APPEARING = words("appear stand face answer report attend return go")
_CALL_REACH = 14  # words between a call and what it calls for
_RUMOUR = re.compile(r"\brumou?rs?\b|\bhearsay\b", re.IGNORECASE)
# words that name those who answer for a state or a force
_OFFICIAL = words(
    """ministry minister government police army military command navy spokesman spokeswoman spokesperson judiciary
    president embassy consulate authorities authority official officials governor mayor interior foreign defence
    defense border guard guards junta prosecutor prosecutors administration ambassador council security forces
    militia company coastguard coastguards gendarmerie customs commissioner commissioners service bureau directorate
    presidency cabinet envoy consul premier senator lawmaker kremlin palace junta regime gendarmes prefect prefecture
    sheriff marshal state prison intelligence rebels insurgents militants paramilitaries separatists battalion brigade
    regiment column faction guerrillas firm contractor operator employer colonel captain sergeant lieutenant inspector
    superintendent constable prime vice-president"""
)


def settle(draft: Draft, rule: str, written_on: dt.date | None, official: bool, reported: bool | None) -> None:
    """Change the stance of a draft where its cue or circumstances say so, naming the rule. Dates must be set before."""
    _by_its_verb(draft, reported)
    if draft.voices and draft.stance in _SAID and _RUMOUR.search(draft.voices[-1].name):
        _rumoured(draft)
    if draft.act == "halt" and draft.object_act == "boycott":
        draft.act, draft.object_act = "boycott", None
        draft.rules.append("not to deal is the boycott itself")
    if draft.stance in _UNSURE and _is_urged(draft):
        draft.stance, draft.tentative = StanceKind.CALLED_FOR, False
        draft.rules.append("what is urged")
    if draft.stance in _TOLD and _is_asked_for(draft):
        draft.stance = StanceKind.CALLED_FOR
        draft.rules.append("what is asked for")
    if is_asked_for_by_question(draft):
        draft.stance, draft.tentative = StanceKind.CALLED_FOR, False
        draft.rules.append("a question that asks for it")
    elif is_plan_of_others(draft, rule, official=official):
        draft.stance = StanceKind.EXPECTED
        draft.rules.append("a plan on the word of others")
    if draft.stance is StanceKind.NEGATED:
        _negated(draft, official, bool(reported))
    elif draft.stance is StanceKind.REPORTED:
        _reported(draft, rule)
    if draft.stance is StanceKind.ASSERTED and _is_ahead(draft, written_on):
        fixed = draft.act == "sentencing" and draft.when is not None and draft.when.precision in _FIXED
        draft.stance = StanceKind.ANNOUNCED if fixed else StanceKind.EXPECTED
        draft.rules.append("what lies ahead")
    if draft.stance is StanceKind.CALLED_FOR:
        _asked(draft, written_on)
    planned = draft.stance is StanceKind.REPORTED and is_planned(draft, draft.when)
    if planned or (draft.stance in (StanceKind.ASSERTED, StanceKind.EXPECTED) and draft.act in _CALENDAR):
        _to_come(draft, written_on)
    elif draft.stance is StanceKind.ASSERTED:
        _dated_ahead(draft, written_on)


def _by_its_verb(draft: Draft, reported: bool | None) -> None:
    """ "Parliament ought to pass the bill", "police have not opened an inquiry": the verb holds it, not its subject."""
    word, parse = draft.frame.word, draft.reading.parse
    chunk = parse.chunk_at[word.first]
    if parse.predicate_at[word.first] >= 0 or chunk < 0 or draft.stance not in _TOLD:
        return
    for at in sorted({*range(word.first, word.last + 1), *word.anchor, *word.beside}):
        number = parse.predicate_at[at] if at < len(parse.predicate_at) else -1
        if number < 0 or at <= word.first or parse.predicates[number].subject != chunk:
            continue
        if parse.predicates[number].form != "finite":
            continue
        stance, rule = held(parse, parse.tokens[parse.predicates[number].head].start, reported=reported)
        if stance.stance not in _TOLD:
            draft.stance, draft.tentative = stance.stance, stance.tentative
            draft.rules.append(f"stance of its verb {rule}")
        return


def _asked(draft: Draft, written_on: dt.date | None) -> None:
    """Demands that are none: "protect us from reprisals", "must appear before the court on 4 May"."""
    words_ = draft.reading.words
    if draft.act == "harassment" and words_[draft.frame.word.first].startswith("protect"):
        draft.stance = StanceKind.EXPECTED
        draft.rules.append("what people are to be shielded from")
        return
    start = draft.when.start if draft.when is not None else None
    ahead = start is not None and written_on is not None and start[:10] >= written_on.isoformat()
    if not ahead or draft.when is None or draft.when.precision not in _FIXED:
        return
    predicate = draft.frame.predicate
    if predicate is None:
        return
    summoned = draft.act == "sentencing" and predicate.lemma in _APPEARING and bool(predicate.modal)
    called = draft.act in _GATHERING and predicate.subject < 0 and draft.when.precision in ("minute", "hour")
    if summoned or called:
        draft.stance = StanceKind.ANNOUNCED
        draft.rules.append("a day that is fixed")


def _is_asked_for(draft: Draft) -> bool:
    """ "demands their release", "ask for 600 kits", "Sign up by Friday", "We need drivers"."""
    frame, words_ = draft.frame, draft.reading.words
    if draft.act in _CIVIC:
        opening = frame.word.first == 0 or words_[frame.word.first - 1] in ("please", ":", "•")
        if opening and frame.word.written.startswith(("[sign", "[join", "[write", "[pray", "[boycott", "^")):
            return True
        return draft.act == "volunteering" and any(word in _NEEDING for word in words_)
    host = frame.host
    if (
        not frame.nominal
        or host is None
        or host.lemma not in _DEMANDING
        or host.passive
        or host.head > frame.word.first
    ):
        return False
    marker = draft.reading.marker(frame.noun) if frame.noun is not None else ""
    return marker == "for" or (marker == "" and host.lemma in ("demand", "want", "request", "seek"))


def _is_ahead(draft: Draft, written_on: dt.date | None) -> bool:
    """ "risks eight years", "once the crossing reopens", "go on trial this month", "were going to prison"."""
    predicate = draft.frame.predicate or draft.frame.host
    if predicate is None:
        return False
    if predicate.lemma in ("risk", "face") or predicate.marker == "once":
        return True
    if predicate.lemma == "go" and predicate.progressive and draft.act in ("detention", "sentencing"):
        return True
    end = draft.when.end if draft.when is not None else None
    ahead = end is not None and written_on is not None and end[:10] > written_on.isoformat()
    return draft.act == "sentencing" and ahead and predicate.tense == "present"


def _rumoured(draft: Draft) -> None:
    """What rumours tell may have happened; what they tell of the future is feared on a rumour."""
    predicate = draft.frame.predicate or draft.frame.host
    ahead = predicate is not None and (predicate.tense == "future" or predicate.modal in ("will", "would"))
    if ahead or draft.stance is StanceKind.ANNOUNCED:  # a rumour announces nothing
        draft.stance, draft.tentative = StanceKind.EXPECTED, True
    elif draft.stance is not StanceKind.EXPECTED:
        draft.stance = StanceKind.POSSIBLE
    draft.rules.append("on a rumour")


def _is_urged(draft: Draft) -> bool:
    """ "urging people … to make an appeal", "a step that people can take is to boycott": an infinitive after a call."""
    reading = draft.reading
    predicate = draft.frame.predicate or draft.frame.host
    if predicate is None or predicate.passive or draft.act not in _CIVIC:
        return False
    if predicate.modal in ("be", "is") and draft.stance is StanceKind.ANNOUNCED:
        return True
    if predicate.form != "infinitive":
        return False
    before = reading.words[max(0, predicate.first - _CALL_REACH) : predicate.first]
    return before[-1:] == ["is"] or any(word in _CALLING for word in before)


def is_official(name: str | None) -> bool:
    """Whether a voice or publisher speaks for a state or a force, by its name."""
    if name is None:
        return False
    spoken = name.lower().replace("-", " ").split()
    if any(word in _UNOFFICIAL for word in spoken):
        return False  # "two former officials", "human rights service"
    return any(word in _OFFICIAL for word in spoken) or find_state(name.removeprefix("the ")) is not None


def _negated(draft: Draft, official: bool, reported: bool) -> None:
    word = draft.frame.word
    asked = {draft.reading.words[at] for at in (*word.beside, *range(word.first, word.last + 1))}
    if draft.act in _BY_LACK and (asked & _NEGATIVE or "{negative}" in word.written):
        draft.stance = StanceKind.REPORTED if reported else StanceKind.ASSERTED
        draft.rules.append("the negation belongs to the cue")
    elif (official or _holds_office(draft) or is_self_denial(draft)) and draft.act in _DENIABLE and not _is_plan(draft):
        draft.stance = StanceKind.DENIED
        draft.rules.append("denial by those who answer for it")


def _holds_office(draft: Draft) -> bool:
    """Whether the person who speaks is presented somewhere as one who answers: "Governor X", "X, the police chief"."""
    voice = draft.voices[-1] if draft.voices else None
    if voice is None or voice.span is None or len(voice.name) > _LONGEST_NAME or not voice.name[:1].isupper():
        return False
    text, surname = draft.reading.parse.text, voice.name.split()[-1]
    at = -1
    for _ in range(_MENTIONS):
        at = text.find(surname, at + 1)
        if at < 0:
            return False
        before = _BEFORE_NAME.search(text, max(0, at - _TITLE_REACH), at)
        behind = _BEHIND_NAME.match(text, at + len(surname), at + len(surname) + 2 * _TITLE_REACH)
        if any(found is not None and _is_office(found[1]) for found in (before, behind)):
            return True
    return False


def _is_office(phrase: str) -> bool:
    spoken = phrase.lower().replace("-", " ").split()
    return any(word in _OFFICIAL for word in spoken) and not any(word in _NO_OFFICE for word in spoken)


def _is_plan(draft: Draft) -> bool:
    """ "There is no plan to …", "would not close": nothing was alleged."""
    predicate = draft.frame.predicate
    return predicate is not None and (
        predicate.form == "infinitive" or predicate.tense == "future" or bool(predicate.modal)
    )


def _reported(draft: Draft, rule: str) -> None:
    speaker = draft.voices[-1].name if draft.voices else ""
    if rule == "presupposed":
        draft.stance = StanceKind.ASSERTED
    elif draft.act == "condemnation" and (not draft.actors or any(_is_same(one.name, speaker) for one in draft.actors)):
        draft.stance = StanceKind.ASSERTED
        draft.rules.append("an act of speech is done in being told")
    elif draft.act == "condemnation" and rule == "indirect speech" and _is_main(draft):
        draft.stance = StanceKind.ASSERTED
        draft.rules.append("the verb of speech is the act")


def _is_main(draft: Draft) -> bool:
    """Whether the act is the main verb of its sentence, so that no other speech carries it."""
    predicate = draft.frame.predicate
    if predicate is None or predicate.form != "finite" or predicate.modal:
        return False
    parse = draft.reading.parse
    if predicate.relation == "coordinated" and predicate.governor >= 0:
        upper = parse.predicate_at[predicate.governor]
        return upper >= 0 and parse.predicates[upper].relation == "root"
    return predicate.relation == "root"


def _is_same(name: str, other: str) -> bool:
    left, right = set(name.lower().split()), set(other.lower().split())
    return bool(left and right) and (left <= right or right <= left)


def _dated_ahead(draft: Draft, written_on: dt.date | None) -> None:
    """ "The crossing reopens on Monday", "Hand-over of the petition: 4 May": what has not come is no fact."""
    when = draft.when
    if when is None or when.start is None or written_on is None or when.precision not in _FIXED:
        return
    predicate = draft.frame.predicate or draft.frame.host
    present = predicate is None or (predicate.tense in ("present", "") and not predicate.perfect)
    if when.start[:10] > written_on.isoformat() and present and not (predicate is not None and predicate.modal):
        draft.stance = StanceKind.ANNOUNCED if draft.act in _ARRANGED else StanceKind.EXPECTED
        draft.rules.append("a day to come")


def _to_come(draft: Draft, written_on: dt.date | None) -> None:
    start = draft.when.start if draft.when is not None else None
    if start is not None and written_on is not None and start[:10] >= written_on.isoformat():
        predicate = draft.frame.predicate or draft.frame.host
        if predicate is None or predicate.tense in ("present", "future", "") or draft.frame.nominal:
            draft.stance = StanceKind.ANNOUNCED
            draft.rules.append("a gathering with a date to come")
