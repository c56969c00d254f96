"""Texts to measure on: invented, made by rule, the same on every run.

`dense_text` reads like the reports Clarion is made for: nearly every sentence tells an act, with a figure, a day, a
place and a voice. `general_text` is prose about weather, trade and sport that tells none. Both vary by a counter, so
that an engine that remembers sentences gains nothing.
"""

from itertools import count

_PLACES = ("Zvornik", "Edirne", "Tumen", "Khujand", "Sarajevo", "Agadez", "Tripoli", "Osh")
_GROUPS = ("asylum seekers", "students", "farm workers", "monks", "journalists", "families", "drivers", "nurses")
_BODIES = ("Harbour Watch", "the Lantern Committee", "Bridge and Border", "the Open Ledger Group")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = ("January", "March", "May", "July", "September", "November")

_DENSE = (
    "On {day} {month} 2024 police arrested {n} {group} in {place}, {body} said.",
    "According to residents of {place}, about {n} {group} were taken over the bridge and handed to border guards.",
    "{body} condemned the deportation of {n} {group} from {place} and called on the ministry to release them.",
    '"They beat us for {few} nights," one of the {group} told {body} on {weekday}.',
    "The ministry denied that {group} had been sent back from {place}.",
    "{body} fears that {n} more {group} will be expelled before the end of {month}.",
    "A vigil will be held outside the court in {place} on {day} {month} at {few} p.m.",
)
_GENERAL = (
    "The harvest around {place} came early this year, and the price of barley fell by {few} per cent.",
    "Trains between {place} and the coast run every {few} hours in {month}, as they did before the works began.",
    "The museum in {place} has opened a new wing, with {n} paintings lent by other towns.",
    "Rain is likely on {weekday}, turning to snow on higher ground, with light winds from the north.",
    "The club won its match in {place} by {few} goals and goes to the next round in {month}.",
    "A new school with {n} places is being built near the river, and the old one becomes a library.",
    "The company said that sales rose in {month}, helped by a weak currency and mild weather.",
)


def dense_text(size: int) -> str:
    """About `size` characters in which nearly every sentence tells an act; never fewer."""
    return _text(_DENSE, size)


def general_text(size: int) -> str:
    """About `size` characters of general prose that tells no act; never fewer."""
    return _text(_GENERAL, size)


def _text(sentences: tuple[str, ...], size: int) -> str:
    made: list[str] = []
    length = 0
    for number in count(1):
        sentence = sentences[number % len(sentences)].format(
            day=number % 28 + 1,
            weekday=_DAYS[number % 5],
            month=_MONTHS[number // 3 % 6],
            n=number % 89 + 11,
            few=number % 7 + 2,
            group=_GROUPS[number // 5 % 8],
            place=_PLACES[number // 2 % 8],
            body=_BODIES[number // 7 % 4],
        )
        made.append(sentence[0].upper() + sentence[1:])
        made.append("\n\n" if number % 5 == 0 else " ")
        length += len(made[-2]) + len(made[-1])
        if length >= size:
            return "".join(made)
    raise AssertionError("count() has no end")
