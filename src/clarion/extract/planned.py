"""Gatherings that somebody announces, calls or plans: they are to come, whoever tells of them."""

from clarion.extract.draft import Draft
from clarion.language.wordlists import words
from clarion.model.nouns import When
from clarion.model.vocabulary import StanceKind

GATHERINGS = frozenset(("demonstration", "commemoration", "prayer", "volunteering", "consultation"))
_PLANNING = words(
    "announce call plan schedule organise organize convene prepare arrange convoke programme program promise"
)
_HELD = frozenset((StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.EXPECTED))


def is_planned(draft: Draft, when: When | None) -> bool:
    """ "The union has announced a march for Friday": a verb of planning, the gathering, and behind it the day.

    A day before the gathering's word is that of the telling: "on Monday announced a march".
    """
    host = draft.frame.host
    if draft.act not in GATHERINGS or draft.stance not in _HELD or host is None or host.negated:
        return False
    if draft.reading.words[host.head + 1 : host.head + 2] == ["off"]:
        return False  # "called off the march"
    if host.lemma not in _PLANNING or (host.head > draft.frame.word.first and not host.passive):
        return False
    return when is not None and when.span is not None and when.span[0] > draft.cue[1]
