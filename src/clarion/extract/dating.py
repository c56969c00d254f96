"""When an act happened: the date of its own clause, of the clause it is joined to, or of the entry it stands in."""

from dataclasses import replace

from clarion.extract.asides import is_gapped, set_off
from clarion.extract.dating_days import at_hours_of, is_bare_clock, is_placed, rank
from clarion.extract.dating_links import (
    TELLING,
    dates_speech,
    has_own_time,
    is_cause_of,
    is_content,
    is_of_entry,
    is_of_likeness,
    is_of_other_mood,
    opens,
    opens_another,
    when_before,
)
from clarion.extract.frames import Frame
from clarion.extract.sentence import Found, Reading
from clarion.language.parse import Predicate
from clarion.language.wordlists import words
from clarion.model.nouns import When
from clarion.model.vocabulary import Precision

# verbs of which the date beside them is that of telling, when a noun tells the act: "reported threats on the 9th"
_TOLD = words("say tell report warn confirm deny write demand ask")
_GATHERINGS = frozenset(("demonstration", "commemoration", "prayer"))
_UNDATED = frozenset(("breach", "halt"))
_OF_SPEECH = frozenset(("condemnation",))
_IN_LISTS = frozenset((Precision.DAY, Precision.MONTH, Precision.YEAR))
_LISTING = words(", and or in on the")
_CHAIN = 4  # words from one participle of a chain to the next, at most
_RECORDS = words("first worst only record")
_RECORD_REACH, _SHORTEST_MOST = 5, 6  # words before "since"; letters of "highest", unlike those of "arrest"
_SEASONS = words("winter summer spring autumn")
_LANDMARKS = words("after before since until following despite amid over about into against")


def when_of(reading: Reading, frame: Frame, own: set[int], entry: When | None) -> When | None:
    """The date of an act. `entry` is the date of the entry of a timeline or calendar that the sentence stands in."""
    if frame.word.act in _UNDATED and not _is_undone(frame):
        return None
    part = _part_of(reading, frame.word.first)
    dates = [found for found in reading.dates if found.at in part and _may_date(reading, frame, found)]
    if frame.word.act in _OF_SPEECH:
        mine = [found for found in dates if dates_speech(reading, frame, found)]
        return _listed(reading, _best(frame, mine)) if mine else None
    mine = _own_dates(reading, frame, own, dates) or _lent_dates(reading, frame, own, dates, part)
    if not mine:
        return entry if entry is not None and is_of_entry(reading, frame) else None
    return _listed(reading, _best(frame, mine))


def _is_undone(frame: Frame) -> bool:
    """ "on Monday the court annulled the sentence": a halt that is no demand but has happened."""
    home = frame.predicate
    done = home is not None and home.form == "finite" and home.tense == "past" and not home.modal
    return frame.word.act == "halt" and done


def _best(frame: Frame, dates: list[Found]) -> Found:
    told = [found for found in dates if not is_bare_clock(found)]
    best = min(told or dates, key=lambda found: (rank(found), abs(found.at - frame.word.first)))
    clock = next((found.what for found in dates if told and is_bare_clock(found)), None)
    if isinstance(best.what, When) and best.what.precision is Precision.DAY and isinstance(clock, When):
        return replace(best, what=at_hours_of(best.what, clock))  # "at its 9 a.m. service on 23 March"
    return best


def _own_dates(reading: Reading, frame: Frame, own: set[int], dates: list[Found]) -> list[Found]:
    """The dates of the act's own clause: in its noun phrase, before its verb, elsewhere in the clause."""
    noun = frame.noun
    mine = [found for found in dates if noun is not None and noun.first <= found.at < noun.last]
    mine = mine or when_before(reading, frame)
    mine = mine or [found for found in dates if opens(reading, frame.predicate or _light_host(reading, frame), found)]
    mine = mine or [found for found in dates if found.at in own and not opens_another(reading, frame, found)]
    mine = [found for found in mine if not is_gapped(reading, frame.word.last, found.at)] or mine
    if frame.nominal and frame.host is not None and frame.host.lemma in _TOLD:
        mine = [found for found in mine if _is_under(reading, frame, found)]
    if not mine and frame.nominal:
        aside = set_off(reading, frame)
        mine = [found for found in dates if found.at in aside]
    return mine


def _lent_dates(reading: Reading, frame: Frame, own: set[int], dates: list[Found], part: range) -> list[Found]:
    """The dates of what the act's clause is joined to, unless it tells a time of its own ("since the talks")."""
    predicate = frame.predicate
    told = [found for found in reading.dates if is_placed(found) and found.at in part]
    mine = [found for found in told if is_cause_of(reading, frame, found)]
    if not mine and frame.shared and not has_own_time(reading, frame, own):
        mine = [found for found in dates if reading.homes[found.at] in frame.shared]
        mine = [found for found in mine if not is_of_likeness(reading, frame, found)]
        mine = [found for found in mine if not is_of_other_mood(reading, frame, found)]
    if not mine and predicate is not None and predicate.relation == "relative":
        mine = [found for found in told if _is_of_noun(reading, predicate, found)]
    if not mine:
        mine = [found for found in dates if _is_described(reading, frame, own, found)]
    if not mine:
        mine = [found for found in dates if _is_of_conjunct(reading, frame, found)]
    if not mine:
        mine = [found for found in dates if _is_telling(reading, found) and _follows(reading, frame, found)]
    if not mine and frame.word.act in _GATHERINGS and frame.nominal:
        mine = [found for found in dates if not _is_telling(reading, found)]
    if not mine and not reading.parse.predicates:
        mine = dates
    if not mine and _leads(reading, frame) and not has_own_time(reading, frame, own):
        first = _first_verb(reading, part)
        mine = [found for found in dates if found.at < first and not _is_telling(reading, found)]
    return mine


def _light_host(reading: Reading, frame: Frame) -> Predicate | None:
    return frame.host if frame.host is not None and reading.parse.predicate_at[frame.host.head] in frame.homes else None


def _listed(reading: Reading, found: Found) -> When | None:
    """ "on 12 and 13 November" is two days, "in 2019, 2020 and 2021" three years: a list without gaps is one."""
    when = found.what
    if not isinstance(when, When) or when.precision not in _IN_LISTS:
        return when if isinstance(when, When) else None
    low = high = reading.dates.index(found) if found in reading.dates else -1
    while low > 0 and _adjoins(reading, reading.dates[low - 1], reading.dates[low]):
        low -= 1
    while 0 <= high < len(reading.dates) - 1 and _adjoins(reading, reading.dates[high], reading.dates[high + 1]):
        high += 1
    first, last = reading.dates[low].what, reading.dates[high].what
    if low == high or not isinstance(first, When) or not isinstance(last, When):
        return when
    return replace(when, start=first.start, end=last.end)


def _adjoins(reading: Reading, first: Found, second: Found) -> bool:
    left, right = first.what, second.what
    if not isinstance(left, When) or not isinstance(right, When) or left.precision is not right.precision:
        return False
    between = reading.words[first.last + 1 : second.at]
    if reading.homes[first.at] != reading.homes[second.at]:
        return False  # "killed two in 2021, and in 2022 they burned the mill"
    return left.end == right.start and bool(between) and all(word in _LISTING for word in between)


def _part_of(reading: Reading, at: int) -> range:
    """The words between semicolons around a word: dates of one part do not hold for the next."""
    first, last = at, at
    while first > 0 and reading.words[first - 1] != ";":
        first -= 1
    while last < len(reading.words) and reading.words[last] != ";":
        last += 1
    return range(first, last)


def _may_date(reading: Reading, frame: Frame, found: Found) -> bool:
    if not is_placed(found) or _is_month_of_name(reading, found):
        return False
    word, before = reading.words[found.at], reading.words[found.at - 1] if found.at else ""
    if "decade" in reading.words[found.at : found.last + 1]:
        return False  # "the largest in a decade"
    if before == "in" and found.at > 1 and reading.words[found.at - 2] == "unlike":
        return False
    if _is_of_record(reading, found):
        return False
    chunk = reading.chunk(found.at)
    if _is_of_landmark(reading, frame, found) or _is_hour_of_another(reading, frame, found):
        return False
    if chunk is None or found.last >= chunk.head:
        return True
    if word in _SEASONS:
        return chunk.head in range(frame.word.first, frame.word.last + 1)  # "winter clothing"
    return not any(
        other is not frame.word and other.first <= chunk.head <= other.last and other.act != frame.word.act
        for other in reading.acts
    )  # "an inquiry into the July shelling"


def _is_of_record(reading: Reading, found: Found) -> bool:
    """ "the highest figure since 2006", "for the first time in 2019": how long none was like it, not when it was."""
    at = found.at if reading.words[found.at] in ("since", "in") else found.at - 1
    if at < 1 or reading.words[at] != "since":
        return False
    before = reading.words[max(0, at - _RECORD_REACH) : at]
    return any(word in _RECORDS or (word.endswith("est") and len(word) > _SHORTEST_MOST) for word in before)


def _is_hour_of_another(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "a concert (7.30 p.m.) and a march at four": an hour in brackets is that of what stands before."""
    if frame.word.act not in _GATHERINGS or "(" not in reading.words[: found.at]:
        return False
    behind = reading.words[found.at : frame.word.first]
    opened = reading.words[: found.at]
    inside = opened[::-1].index("(") < (opened[::-1].index(")") if ")" in opened else len(opened))
    return is_bare_clock(found) and inside and ")" in behind


def _is_of_landmark(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "rounded up after the July vote", "since the raid of 3 May": the date of what only says before or after what."""
    chunk = reading.chunk(found.at)
    if chunk is None:
        return False
    mark = chunk
    if reading.marker(chunk) == "of" and chunk.preposition > 0:
        mark = reading.chunk(chunk.preposition - 1) or chunk
    elif found.last >= chunk.head or any(found.last < one.at <= chunk.head for one in reading.figures):
        return False
    if mark is frame.noun or mark.first <= frame.word.first < mark.last:
        return False
    return reading.marker(mark) in _LANDMARKS


def _is_under(reading: Reading, frame: Frame, found: Found) -> bool:
    """Whether a date hangs on the noun of the act and not on the verb of telling: "reported the raid of 3 May"."""
    chunk = reading.chunk(found.at)
    if frame.noun is None or chunk is None:
        return False
    return chunk is frame.noun or (reading.under(chunk, frame.noun) and reading.marker(chunk) in ("of", "on", "in"))


def _is_described(reading: Reading, frame: Frame, own: set[int], found: Found) -> bool:
    """A date in a description of a noun of the clause, where the clause has none: "a boat carrying 40 on Friday"."""
    home = reading.home(found.at)
    if home is None or home.relation != "relative" or home.governor < 0 or home.first < frame.word.first:
        return False
    if any(word.first <= home.head <= word.last for word in reading.acts):
        noun = reading.chunk(home.governor)
        return frame.noun is not None and noun is not None and reading.under(noun, frame.noun)
    return home.form == "gerund" and home.governor in own


def _is_of_noun(reading: Reading, predicate: Predicate, found: Found) -> bool:
    """ "Wednesday, when agents led him out"; "Monday's raid on X, in which one was hurt"."""
    noun, chunk = reading.chunk(predicate.governor), reading.chunk(found.at)
    if noun is None or chunk is None or found.at > predicate.first:
        return False
    if predicate.marker == "when":
        return chunk is noun
    within = predicate.marker_at > 0 and reading.words[predicate.marker_at - 1] in ("in", "during")
    top = reading.top(noun)
    while within and top.preposition > 0 and not reading.under(chunk, top):
        above = reading.chunk(top.preposition - 1)  # "Monday's attack on our office in X, in which"
        if above is None:
            break
        top = above
    return within and reading.under(chunk, top)


def _is_of_conjunct(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "killed three and wounded ten on 2 August": a date behind the last of verbs with one subject is theirs all."""
    home, first = reading.home(found.at), frame.predicate
    if home is None or first is None or home.relation != "coordinated" or home.subject != first.subject:
        return False
    if found.at < home.head or home.first <= first.last:
        return False
    if reading.predicate(home.governor) is not first:
        return _is_chain(reading, first, home)
    return "," not in reading.words[first.last : home.first] or _is_chain(reading, first, home)


def _is_chain(reading: Reading, first: Predicate, last: Predicate) -> bool:
    """ "were held, fingerprinted and deported in May": participles of one auxiliary, and nothing else between them."""
    between = [one for one in reading.parse.predicates if first.head <= one.head <= last.head]
    if len(between) < 2 or not all(one.passive and one.subject == first.subject for one in between):
        return False
    return last.head - first.head <= _CHAIN * len(between)


def _is_month_of_name(reading: Reading, found: Found) -> bool:
    """ "the March Movement" is no month."""
    at = found.last + 1
    chunk = reading.chunk(found.at)
    if found.at != found.last or not isinstance(found.what, When) or found.what.precision is not Precision.MONTH:
        return False
    return chunk is not None and at < chunk.last and reading.parse.tokens[at].text[0].isupper()


def _follows(reading: Reading, frame: Frame, found: Found) -> bool:
    """A date set off after the clause of the act belongs to it, not to a verb of saying before: "– this summer –"."""
    before = [number for number, one in enumerate(reading.parse.predicates) if one.head < found.at]
    return bool(before) and before[-1] in frame.homes


def _first_verb(reading: Reading, part: range) -> int:
    return next((one.first for one in reading.parse.predicates if one.first >= part.start), 0)


def _leads(reading: Reading, frame: Frame) -> bool:
    """A date at the head of the sentence holds for the clauses joined to the first, not for what is told inside it."""
    if frame.nominal and frame.host is not None and not frame.homes and frame.word.act not in _GATHERINGS:
        return False  # "on Tuesday it set up a panel to examine the deaths"
    current = frame.predicate or frame.host
    for _ in range(6):
        if current is None or current.governor < 0:
            return True
        if current.relation in ("relative", "conditional") or is_content(reading, current):
            return False
        current = reading.predicate(current.governor)
    return False


def _is_telling(reading: Reading, found: Found) -> bool:
    home = reading.home(found.at)
    return home is not None and home.lemma in TELLING
