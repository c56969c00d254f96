"""The figure of an act: whom or what its clause counts, people before families before vehicles before events."""

from dataclasses import replace

from clarion.extract.asides import is_gapped
from clarion.extract.counting_ages import is_age
from clarion.extract.frames import UNDERGONE, Frame
from clarion.extract.sentence import Found, Reading
from clarion.language.figures.nouns import unit_of
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind, Unit

_ORDER = {Unit.PEOPLE: 0, Unit.FAMILIES: 1, Unit.VEHICLES: 2, Unit.EVENTS: 3, Unit.OTHER: 4}
# acts that befall people: a bare figure counts them
COUNTED = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement flight arrival rescue release sentencing harassment demonstration""".split()
)
# acts told of their doers: who marches, signs or volunteers is counted though they are the subject
_OF_DOERS = frozenset(
    """demonstration flight arrival displacement volunteering prayer commemoration appeal boycott killing
    disappearance""".split()
)
_NOT_NOUNS = words(
    """money percent age duration distance year years month months day days hour hours minute minutes week weeks night
    nights euro euros dollar dollars pound pounds peso pesos km kilometres kilometers miles metres meters time
    times franc francs rupee rupees ruble rubles rouble roubles lira dinar dinars dirham dirhams rial rials riyal
    shilling shillings soum soums som tenge yuan won yen naira cedi birr kwacha rand taka afghani manat kyat baht
    ringgit rupiah real reais quetzal quetzales lempira lempiras colon colones bolivar bolivars vote votes degree
    degrees"""
)
_NOT_COUNTED = frozenset(
    ("condemnation", "lawmaking", "breach", "consultation", "agreement", "border_opening", "prosecution")
)
_NAMED = words("name names signature signatures signatory signatories")
_BODIES = words("body bodies corpse corpses")
# verbs by which a noun tells what befell their subject: "four have gunshot wounds"
_BEFALLING = words("have suffer sustain receive get bear carry undergo face")
_SUBSETS = words("those these")
_FOR_WHOM = words("for against over about outside before after behind")
_DETERMINERS = words("a an the his her their its our my another")
_GROUPS = words("families households couples")
_DETAIL_MARKS = (["among", "them"], ["of", "whom"], ["among", "whom"], ["some", "of", "them"], ["most", "of", "them"])
_EVENT_NOUNS = words("incident incidents case cases occasion occasions operation operations episodes instances")
_THOSE = words("those people persons the")
_ALL = words("all everyone everybody none nobody")
_CLOCK = words("before after until past till")
_NOTES = words("note notes letter letters petition petitions appeal appeals message messages complaint complaints")
_NEAR = 3  # words before a chunk that may belong to its figure: "at least", "between 40 and"


def counts_of(reading: Reading, frame: Frame, own: set[int]) -> tuple[Count | None, tuple[Count, ...]]:
    """The count of the act and the further figures of its clause."""
    if frame.word.act in _NOT_COUNTED:
        return None, ()
    reach = _reach(reading, frame, own)
    fitting = [f for f in reading.figures if (f.at in reach or f.last in reach) and _may_count(reading, frame, f)]
    if not fitting:
        return _of_one(reading, frame), ()
    fitting = [f for f in fitting if not _is_detail(reading, frame, f)] or fitting
    fitting = [f for f in fitting if not is_gapped(reading, frame.word.last, f.last + 1)] or fitting
    direct = [f for f in fitting if (reading.chunk(f.last) or reading.chunk(f.at)) is frame.affected]
    if direct and frame.affected is not None and not _apart(reading, frame, direct[0]):
        fitting = [f for f in fitting if not _apart(reading, frame, f)]
    counts = [(_rank(reading, frame, found), found.at, _with_unit(reading, frame, found)) for found in fitting]
    counts.sort(key=lambda item: item[:2])
    total = _sum_of(reading, frame, fitting)
    if total is not None:
        return total, ()
    return counts[0][2], tuple(count for _, _, count in counts[1:])


def _is_detail(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "eighteen remain behind bars, among them two girls": the figure of a part, told behind the whole."""
    words_ = reading.words
    start = max(frame.word.last, found.at - 4) if found.at > frame.word.last else max(0, found.at - 4)
    before = words_[start : found.at]
    marked = any(before[at : at + len(mark)] == mark for mark in _DETAIL_MARKS for at in range(len(before)))
    return (
        marked or "including" in before or words_[found.last + 1 : found.last + 3] in (["of", "them"], ["of", "whom"])
    )


def counts_something(count: Count) -> bool:
    """Whether a figure counts people, things or events, and not years of a term, money or distances."""
    return (count.noun or "").lower() not in _NOT_NOUNS


def _is_in(found: Found, chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.first <= found.at < chunk.last


def _sum_of(reading: Reading, frame: Frame, fitting: list[Found]) -> Count | None:
    """ "61 men and 22 women were held" is 83 people; only if every part of the list has an exact figure of people."""
    whole = frame.affected or (frame.actor if frame.word.act in _OF_DOERS else None)
    if whole is None or frame.word.act not in COUNTED:
        return None
    parts = [whole, *(one for one in reading.parse.chunks if _is_joined(reading, one, whole))]
    figures = []
    for part in parts:
        inside = [one for one in fitting if part.first <= one.at < part.last]
        figures += [_with_unit(reading, frame, one) for one in inside[:1]]
    exact = all(one.kind is CountKind.EXACT and one.unit is Unit.PEOPLE for one in figures)
    if len(parts) < 2 or len(figures) != len(parts) or not exact:
        return None
    total = sum(one.best or 0 for one in figures)
    spans = [one.span for one in figures if one.span]
    return Count(total, total, total, Unit.PEOPLE, CountKind.EXACT, None, (spans[0][0], spans[-1][1]))


def _is_joined(reading: Reading, chunk: Chunk, whole: Chunk) -> bool:
    first = whole.first <= chunk.governor < whole.last
    return chunk.relation == "coordinated" and first and chunk.first > whole.first and chunk.preposition < 0


def _among(reading: Reading, frame: Frame) -> set[int]:
    """ "17 children were among those returned": the figure stands beside the verb that "among those" hangs on."""
    predicate = frame.predicate
    chunk = reading.chunk(predicate.governor) if predicate is not None and predicate.governor >= 0 else None
    if chunk is None or reading.words[chunk.head] not in _THOSE or reading.marker(chunk) != "among":
        return set()
    hosts = [one for one in reading.parse.predicates if one is not predicate and one.lemma == "be"]
    numbers = {number for one in hosts[:1] for number in (one.subject, one.object) if number >= 0}
    found = {at for number in numbers for at in range(*_with_hedge(reading.parse.chunks[number]))}
    return found | {f.at for f in reading.figures if (f.what.noun or "").lower() in _EVENT_NOUNS}  # type: ignore[union-attr]


def _with_hedge(chunk: Chunk) -> tuple[int, int]:
    return max(0, chunk.first - _NEAR), chunk.last


def _reach(reading: Reading, frame: Frame, own: set[int]) -> set[int]:
    """The words of the clause and those of the one it befalls, who may be named outside it ("families who left")."""
    reach = set(own) | _among(reading, frame)
    chunks = [frame.affected, *_implied(reading, frame)]
    if frame.affected is not None:
        chunks += [one for one in reading.parse.chunks if _is_joined(reading, one, frame.affected)]
        reach |= _apposed(reading, frame.affected)
    if frame.word.act in _OF_DOERS:
        chunks.append(frame.actor)
    governor = (
        frame.predicate.governor if frame.predicate is not None and frame.predicate.relation == "relative" else -1
    )
    above = reading.chunk(governor) if governor >= 0 else None
    if above is not None and reading.words[above.head] in _EVENT_NOUNS:
        chunks.append(above)
    for chunk in chunks:
        if chunk is not None:
            reach.update(range(max(0, chunk.first - _NEAR), chunk.last))
    return reach


def _implied(reading: Reading, frame: Frame) -> list[Chunk]:
    """ "if convicted, the nine face …", "four have gunshot wounds": the subject beside the act is whom it befalls."""
    chunks = reading.parse.chunks
    predicate, host = frame.predicate, frame.host
    if predicate is not None and predicate.subject < 0 and predicate.passive and predicate.governor >= 0:
        above = reading.predicate(predicate.governor)
        if above is not None and above.subject >= 0 and predicate.relation in ("conditional", "adjunct"):
            return [chunks[above.subject]]
    if frame.nominal and host is not None and host.lemma in _BEFALLING and host.subject >= 0:
        return [chunks[host.subject]]
    return []


def _apposed(reading: Reading, chunk: Chunk) -> set[int]:
    """ "held up the lorries, a dozen of them": the figure behind the comma counts the noun before it."""
    at = chunk.last
    while at < min(chunk.last + 4, len(reading.words)) and reading.words[at] != ",":
        at += 1
    for found in reading.figures:
        following = reading.words[found.last + 1 : found.last + 3]
        if at < found.at <= at + 2 and following == ["of", "them"]:
            return set(range(found.at, found.last + 1))
    return set()


def _may_count(reading: Reading, frame: Frame, found: Found) -> bool:
    count = found.what
    if not isinstance(count, Count) or is_age(reading, found) or _is_no_figure(reading, found):
        return False
    if (count.noun or "").lower() in _NOT_NOUNS and count.unit is not Unit.EVENTS:
        return False
    if any(date.at <= found.at <= date.last for date in reading.dates):
        return False
    if _is_left_out(reading, found) or _between(reading, frame, found):
        return False
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    if _is_subset(reading, frame, found) or _is_of_open_list(reading, chunk):
        return False
    if chunk is not None and _is_of_another(reading, frame, chunk):
        return False
    if frame.word.act == "investigation" and _with_unit(reading, frame, found).unit is Unit.OTHER:
        return False
    if chunk is None or chunk is frame.affected or chunk in _implied(reading, frame):
        return True
    if frame.word.act == "halt" and _with_unit(reading, frame, found).unit is not Unit.PEOPLE:
        return False
    if frame.word.act == "appeal" and reading.words[chunk.head] in _NAMED:
        return True
    unit = _with_unit(reading, frame, found).unit
    if unit is Unit.OTHER and frame.word.act not in ("destruction", "aid", "killing", "border_closure", "censorship"):
        return False
    return not (_is_doer(reading, frame, chunk) and frame.word.act not in _OF_DOERS)


def _is_no_figure(reading: Reading, found: Found) -> bool:
    """ "8/" before a post, "(UTC+3)", "families of five", "the Five" as a name."""
    text, words_ = reading.parse.text, reading.words
    start, end = reading.parse.tokens[found.at].start, reading.parse.tokens[found.last].end
    if text[start - 1 : start] in "+#" and start:
        return True
    if text[start] == "." or text[start - 1 : start] == ".":
        return True  # a bore: "a .38"
    if found.at == 0 and text[end : end + 1] in ("/", ")") and text[start:end].isdigit():
        return True
    if words_[max(0, found.at - 2) : found.at][-1:] == ["of"] and found.at > 1 and words_[found.at - 2] in _GROUPS:
        return True
    named = found.at > 0 and words_[found.at - 1] == "the" and text[start:end].isalpha() and text[start].isupper()
    return named and not text[start:end].isupper()


def _is_subset(reading: Reading, frame: Frame, found: Found) -> bool:
    """ "forty of those arrested were freed": forty were freed, not arrested."""
    predicate = frame.predicate
    if predicate is None or predicate.relation != "relative" or predicate.first < found.at:
        return False
    if isinstance(found.what, Count) and found.what.kind is CountKind.SHARE:
        return False  # "half of those expelled" is said of the expelled
    following = reading.words[found.last + 1 : found.last + 3]
    return following[:1] == ["of"] and following[1:] != [] and following[1] in _SUBSETS


def _is_of_open_list(reading: Reading, chunk: Chunk | None) -> bool:
    """ "a mother and her four girls": a list of people of which a part has no figure counts nobody."""
    if chunk is None:
        return False
    joined = chunk.relation == "coordinated" and chunk.preposition < 0
    whole = reading.chunk(chunk.governor) if joined else chunk
    if whole is None:
        return False
    parts = [whole, *(one for one in reading.parse.chunks if _is_joined(reading, one, whole))]
    people = [part for part in parts if (unit_of(reading.words[part.head]) or (None,))[0] is Unit.PEOPLE]
    if len(people) < 2:
        return False
    bare = [part for part in people if not any(_is_in(one, part) for one in reading.figures)]
    return any(reading.words[part.first] in _DETERMINERS for part in bare)  # "nine men and women" has none


def _is_of_another(reading: Reading, frame: Frame, chunk: Chunk) -> bool:
    """Whether a gathering told by a noun stands beside those of another deed: "plans vigil after agents take two"."""
    if frame.word.act not in ("demonstration", "commemoration", "prayer"):
        return False
    told_of = frame.predicate is not None and chunk in (frame.actor, frame.affected)
    if reading.marker(chunk) in _FOR_WHOM and not told_of:
        return True  # "a vigil for the nine"
    return frame.nominal and any(
        chunk.first <= one.first < chunk.last and one.act != frame.word.act for one in reading.acts
    )


def _is_left_out(reading: Reading, found: Found) -> bool:
    """ "all but two", "cut in half", "14 of the 52 days", "before six", "according to two of them", "the Five"."""
    words_, before = reading.words, reading.words[max(0, found.at - 3) : found.at]
    if before[-1:] == ["but"] and found.at > 1 and words_[found.at - 2] in _ALL:
        return True
    if before[-2:] == ["according", "to"] or (before[-1:] == ["in"] and words_[found.last] == "half"):
        return True
    count = found.what
    if isinstance(count, Count) and not count.noun and before[-1:] and before[-1] in _CLOCK:
        return True
    after = words_[found.last + 1 : found.last + 6]
    if after[:1] == ["of"] and any(word in _NOT_NOUNS for word in after[1:]) and after[1:2] in (["the"], ["those"]):
        return next(word for word in after[2:] if not word[0].isdigit()) in _NOT_NOUNS
    return False


def _is_doer(reading: Reading, frame: Frame, chunk: Chunk) -> bool:
    if chunk is frame.actor:
        return not any(_is_detail(reading, frame, one) for one in reading.figures if _is_in(one, frame.affected))
    home = frame.predicate
    if home is None or home.passive or home.subject < 0 or home.lemma in UNDERGONE:
        return False
    return reading.parse.chunks[home.subject] is chunk and frame.affected is not chunk


def _between(reading: Reading, frame: Frame, found: Found) -> bool:
    """Whether a semicolon or the word of another act stands between the figure and the act word."""
    low, high = (
        sorted((found.last + 1, frame.word.first)) if found.at < frame.word.first else (frame.word.last + 1, found.at)
    )
    if any(word in (";", ":") for word in reading.words[low:high]):
        return True
    if frame.affected is not None and frame.affected.first - _NEAR <= found.at < frame.affected.last:
        return False
    if _is_of_subject(reading, frame, found):
        return False
    return any(low <= other.first < high and other.act != frame.word.act for other in reading.acts)


def _is_of_subject(reading: Reading, frame: Frame, found: Found) -> bool:
    """Whether a figure belongs to the subject of the act's clause: "scores of protesters were in custody"."""
    home = frame.predicate or frame.host
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    if home is None or home.subject < 0 or chunk is None:
        return False
    subject = reading.parse.chunks[home.subject]
    return chunk is subject or reading.under(subject, chunk) or reading.under(chunk, subject)


def _rank(reading: Reading, frame: Frame, found: Found) -> int:
    """The patient's own figure first, then by unit."""
    unit = _with_unit(reading, frame, found).unit
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    patient = chunk is not None and chunk is frame.affected
    active = (frame.predicate is not None and not frame.predicate.passive) or reading.words[frame.word.first].endswith(
        "ing"
    )
    wrong_side = active and found.at < frame.word.first and frame.word.act not in _OF_DOERS
    return 10 * _ORDER[unit] - (5 if patient else 0) + (3 if wrong_side else 0) + _apart(reading, frame, found)


def _apart(reading: Reading, frame: Frame, found: Found) -> int:
    """1 when a comma stands between the figure and the act word: the figure of the same stretch goes first."""
    low, high = (found.last, frame.word.first) if found.at < frame.word.first else (frame.word.last, found.at)
    return int("," in reading.words[low:high])


def _with_unit(reading: Reading, frame: Frame, found: Found) -> Count:
    """A figure without a known noun counts people where the act befalls people."""
    count = found.what
    assert isinstance(count, Count)
    if frame.word.act == "appeal" and (count.noun or "").lower() in _NAMED:
        return replace(count, unit=Unit.PEOPLE)
    if frame.word.act == "appeal" and (count.noun or "").lower() in _NOTES:
        return replace(count, unit=Unit.EVENTS)
    of_them = reading.words[found.last + 1 : found.last + 3] == ["of", "them"] and frame.affected is not None
    known = unit_of(reading.words[frame.affected.head]) if of_them and frame.affected is not None else None
    if count.unit is Unit.OTHER and not count.noun and known is not None:
        return replace(count, unit=known[0])
    if frame.word.act == "deprivation" and not count.noun and count.unit is Unit.OTHER:
        return replace(count, unit=Unit.PEOPLE)
    if count.unit is not Unit.OTHER or frame.word.act not in COUNTED | {"halt", "volunteering"}:
        return count
    if (count.noun or "").lower() in _BODIES:
        return replace(count, unit=Unit.PEOPLE)
    if not count.noun or _is_verb_noun(reading, found):
        return replace(count, unit=Unit.PEOPLE)
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    if chunk is not None and chunk in (frame.affected, frame.actor) and count.noun and unit_of(count.noun) is None:
        return replace(count, unit=Unit.PEOPLE)
    return count


def _is_verb_noun(reading: Reading, found: Found) -> bool:
    """ "nine walk free", "14 hurt": what follows the figure is the verb or the act word, and no noun it counts."""
    after = found.last + 1
    if after >= len(reading.words):
        return False
    return reading.parse.predicate_at[after] >= 0 or any(one.first == after for one in reading.acts)


def _of_one(reading: Reading, frame: Frame) -> Count | None:
    """ "one citizen of X was released": the number word before a noun for a person."""
    chunk = frame.affected
    if chunk is None or frame.word.act not in COUNTED or reading.words[chunk.first] != "one":
        return None
    if chunk.last - chunk.first > 1 and (unit_of(reading.words[chunk.head]) or (Unit.PEOPLE, False))[0] is Unit.PEOPLE:
        return Count(1, 1, 1, Unit.PEOPLE, CountKind.EXACT, None, reading.span_of(chunk.first, chunk.first))
    return None
