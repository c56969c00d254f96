"""Which dates of a sentence an act may take or borrow: by where they stand and what they are told of."""

import datetime as dt
from dataclasses import replace

from clarion.extract.frames import Frame
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Predicate
from clarion.language.parse_words import SAYING
from clarion.language.wordlists import words
from clarion.model.nouns import When
from clarion.model.vocabulary import Precision

_AT_ONCE = frozenset(("killing", "injury", "destruction", "attack", "sexual_violence", "displacement"))
_ON = words("on in at the since from during early late by of")
_ITEM_MARKS = frozenset((",", ";", ":", "-", "–", "—"))
_STATES = frozenset(("be", "remain", "stay"))
_OPENING = frozenset((",", "the", "also", "this", "year"))
_TIMES = words("since until till before after during for throughout")
# verbs by which a deed is only resolved upon: their date is not its date
_DECIDING = words("agree promise decide order plan vow threaten pledge propose undertake intend instruct advise")
TELLING = words("say tell report warn announce urge call state confirm deny write add publish demand ask")


def opens_another(reading: Reading, frame: Frame, found: Found) -> bool:
    """Whether a date stands before the clause of another verb than that of the act, behind its "and"."""
    return any(one is not frame.predicate and opens(reading, one, found) for one in reading.parse.predicates)


def opens(reading: Reading, predicate: Predicate | None, found: Found) -> bool:
    """ "… and on 2 March the house was burned": a date between "and" and the clause of the verb is that verb's."""
    if predicate is None or predicate.relation != "coordinated":
        return False
    first = reading.parse.chunks[predicate.subject].first if predicate.subject >= 0 else predicate.first
    first = first if predicate.governor < first < predicate.first else predicate.first
    if found.at >= first or any(word not in _OPENING for word in reading.words[found.last + 1 : first]):
        return False
    start = found.at - 1
    while start >= 0 and (reading.words[start] in _ON or any(d.at <= start <= d.last for d in reading.dates)):
        start -= 1
    return start >= 0 and reading.words[start] in ("and", "but", "then", ";")


def when_before(reading: Reading, frame: Frame) -> list[Found]:
    """ "since 6 March, when masked men took her": the date before "when" is that of what follows, as a day."""
    predicate = frame.predicate or frame.host
    if predicate is None or predicate.marker != "when" or predicate.marker_at <= 0:
        return []
    before = predicate.marker_at - 1
    before -= reading.words[before] == ","
    for found in reading.dates:
        when = found.what
        if found.last != before or not isinstance(when, When) or not when.start:
            continue
        if when.precision is Precision.OPEN and not when.end:
            day = dt.date.fromisoformat(when.start[:10])
            end = (day + dt.timedelta(days=1)).isoformat()
            return (
                [replace(found, what=replace(when, end=end, precision=Precision.DAY))]
                if _names_day(reading, found)
                else []
            )
        return [found]
    return []


def _names_day(reading: Reading, found: Found) -> bool:
    """Whether a date has a day: its words hold a figure of one or two digits, or a weekday."""
    said = reading.words[found.at : found.last + 1]
    return any((word.isdigit() and len(word) <= 2) or word.endswith("day") for word in said)


def dates_speech(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "the council on Monday condemned the raid of 3 May": the date beside the verb is of the speech."""
    predicate = frame.predicate
    if predicate is None or reading.home(found.at) is None:
        return False
    above: Predicate | None = predicate
    for _ in range(3):
        if above is None or reading.home(found.at) is above:
            break
        above = reading.predicate(above.governor) if above.governor >= 0 and above.relation != "relative" else None
    if above is None:
        return False
    chunk = reading.chunk(found.at)
    if chunk is not None and found.last < chunk.head:
        return False  # "Monday's raid"
    before = reading.chunk(chunk.preposition - 1) if chunk is not None and chunk.preposition > 0 else None
    if before is not None and any(before.first <= one.last < before.last for one in reading.acts):
        return False  # "her arrest on 3 May was condemned"
    return found.last < predicate.first or found.at - predicate.last <= 2


def is_cause_of(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "Monday's raid left nine dead": what is done by a deed has the date of that deed."""
    home = frame.predicate or frame.host
    if home is None or home.passive or home.subject < 0 or frame.word.act not in _AT_ONCE or found.at > home.first:
        return False
    cause, chunk = reading.parse.chunks[home.subject], reading.chunk(found.at)
    if chunk is None or not any(cause.first <= one.first < cause.last and one.act in _AT_ONCE for one in reading.acts):
        return False
    return chunk is cause or reading.under(chunk, cause)


def is_of_likeness(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "we shall march, as 400 of us marched in 2020": the like of the act has its own date."""
    home = reading.home(found.at)
    if home is None or home.marker != "as":
        return False
    return any(one.act == frame.word.act and one is not frame.word and one.first == home.head for one in reading.acts)


def is_of_other_mood(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "shut the crossing in May and will not reopen it": what is to come, or not, takes no date of what has been."""
    home, predicate = reading.home(found.at), frame.predicate or frame.host
    if home is None or predicate is None or home is predicate:
        return False
    if _lasts(predicate) and home.tense == "past":
        return True  # "was raided in May, and its editor is behind bars"
    return bool(predicate.modal) and not home.modal and home.form != "infinitive"


def _lasts(predicate: Predicate) -> bool:
    """Whether a verb tells what is the case now: "is behind bars", "remain in a camp"."""
    now = predicate.tense == "present" and predicate.form == "finite" and not (predicate.perfect or predicate.modal)
    return now and not predicate.passive and predicate.lemma in _STATES


def is_content(reading: Reading, predicate: Predicate) -> bool:
    """Whether a clause is what another verb decides or tells: "in May they agreed that it would", "ordered it to"."""
    above = reading.predicate(predicate.governor) if predicate.governor >= 0 else None
    if above is None or predicate.relation != "complement":
        return False
    told = predicate.form == "finite" and (predicate.marker == "that" or above.lemma in SAYING)
    return told or above.lemma in _DECIDING


def has_own_time(reading: Reading, frame: Frame, own: set[int]) -> bool:
    """ "shut since the vote, reopened on Tuesday": a clause with "since" and a noun takes no date from another."""
    predicate = frame.predicate
    if predicate is None:
        return False
    if any(one.marker in _TIMES and reading.predicate(one.governor) is predicate for one in reading.parse.predicates):
        return True
    for chunk in reading.parse.chunks:
        inside = chunk.preposition in own and reading.marker(chunk) in _TIMES and chunk.governor == predicate.head
        if inside and not any(chunk.first <= found.at < chunk.last for found in reading.dates):
            return True
    return False


def is_of_entry(reading: Reading, frame: Frame) -> bool:
    """Whether the date of an entry is that of the act: not of what somebody in it denies, asks for or tells of."""
    current = frame.predicate or frame.host
    for _ in range(5):
        if current is None:
            return True
        told = current is not frame.predicate and current.lemma in TELLING
        described = current is frame.predicate and current.relation == "relative" and current.governor >= 0
        if told or (described and not _is_item(reading, current)):
            return False
        current = reading.predicate(current.governor) if current.governor >= 0 else None
    return True


def _is_item(reading: Reading, predicate: Predicate) -> bool:
    """ ", 61,000 displaced": a participle behind the figure that opens a part of a list tells, and describes nobody."""
    noun = reading.chunk(predicate.governor)
    if noun is not None and noun.relation == "coordinated":  # "90 women and girls raped"
        noun = reading.chunk(noun.governor)
    if noun is None or noun.first == 0 or reading.words[noun.first - 1] not in _ITEM_MARKS:
        return False
    return any(noun.first <= found.at < predicate.first for found in reading.figures)
