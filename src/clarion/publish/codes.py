"""Codes of acts in the vocabularies of others, each with whether it was held against the vocabulary itself.

The codes stand in the lexicon and come with the options. HURIDOCS: micro-thesaurus 4, types of acts. PLOVER: event
types and, behind a stroke, modes. ACLED: event and sub-event types by name. A code that was not checked is a proposal
by somebody who knows the vocabulary; exports say so beside it.

Source: the structure of the HURIDOCS micro-thesauri as OpenEvSys holds it; the PLOVER code book (2021); names of ACLED
event and sub-event types. Looked at in November 2026.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clarion.publish.options import PublishOptions

VOCABULARIES = {"huridocs": "HURIDOCS", "plover": "PLOVER", "acled": "ACLED"}
_PLOVER = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION
MOBILIZE COERCE ASSAULT COERCE/deport COERCE/arrest COERCE/seize COERCE/restrict COERCE/ban COERCE/censor COERCE/curfew
COERCE/martial-law COERCE/withhold COERCE/misinformation"""
_CHECKED = {
    "huridocs": frozenset({"38 01 01", "33 01 01", "33 01 02", "33 01 03", "05 01 07", "03 01 02", "03 01 03"}),
    "plover": frozenset(_PLOVER.split()),
    "acled": frozenset(
        {"Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians",
         "Strategic developments", "Arrests", "Abduction/forced disappearance"}
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """A code of an act: the key of its vocabulary, the code, and whether it was checked there."""

    vocabulary: str
    code: str
    is_checked: bool


def codes_of(act: str, options: PublishOptions) -> tuple[Code, ...]:
    """The codes of an act, by vocabulary; empty where no vocabulary has one."""
    held = options.codes.get(act, {})
    return tuple(
        Code(vocabulary, code, code in _CHECKED[vocabulary])
        for vocabulary in VOCABULARIES
        for code in re.split(r"; *", held.get(vocabulary) or "")
        if code
    )


def joined(codes: Iterable[Code], vocabulary: str) -> str:
    """The codes of one vocabulary in a cell."""
    return "; ".join(one.code for one in codes if one.vocabulary == vocabulary)


def unchecked(codes: Iterable[Code]) -> str:
    """The vocabularies whose codes were not checked, in a cell."""
    return "; ".join(dict.fromkeys(VOCABULARIES[one.vocabulary] for one in codes if not one.is_checked))
