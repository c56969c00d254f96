"""What became of asks, and which asks put the opposite to the same addressee, as far as documents tell.

An ask is judged by what is told to have happened after it was last made. What happened is a claim told without a doubt
that has a date of its own; what cannot be put in order decides nothing. A claim meets or overtakes an ask
when whoever was asked did it, or when nobody is named and it befell those whom the ask is about in the same country.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import merge
from itertools import chain, islice, product

from clarion.model import Ask, Claim, ClaimId, Document, DocumentId, Party, StanceKind
from clarion.model.vocabulary import AskFate, VoiceRole
from clarion.reference import states
from clarion.respond.words import folded

# an ask to do the first is overtaken when the second takes place
_OVERTAKES = {
    "release": ("execution", "forced_return"),
    "arrival": ("forced_return",),
    "border_opening": ("border_closure",),
    "border_closure": ("border_opening",),
}
# asks that cannot both be met
_OPPOSITE = {
    frozenset(pair)
    for pair in (
        ("border_closure", "border_opening"),
        ("border_closure", "arrival"),
        ("arrival", "forced_return"),
        ("release", "detention"),
        ("boycott", "consultation"),
        ("boycott", "agreement"),
        ("sanction", "agreement"),
    )
}
# what readers are asked to do is done by many and never met
_OF_READERS = frozenset("appeal demonstration commemoration volunteering prayer boycott condemnation breach".split())
# told as having happened, by the document itself or by a voice in it
_TOLD = (StanceKind.ASSERTED, StanceKind.REPORTED)
_REFUSING = (StanceKind.DENIED, StanceKind.NEGATED)
_NOT_NAMED = (VoiceRole.PUBLISHER, VoiceRole.UNNAMED)
_NOBODY = "*"  # a doing of which nobody is named, in whatever state
_LOOKED_AT = 60  # claims of one day; what many tell of a day is told by the first of them
_SHOWN = 5  # claims that show what became of an ask
# words for people at large say nothing of who they are
_PEOPLE = frozenset(
    "people persons person men women children man woman child individuals others them those all many some several "
    "hundreds dozens thousands group groups number members families family citizens nationals residents who were was "
    "been being have has had two three four five six seven eight nine ten about around nearly more than least".split()
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 40  # signs before a claim in which an end may be told
# a sentence that tells of an end, which may have been read as telling of the act itself
_END = re.compile(r"\b(?:halt|stop|suspen|ceas|end|paus|refrain|abandon|scrap|cancel|call(?:ed)? off)", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of a case in which fates are looked for, with their days, by act and by whose doing or word they are.

    `newest` is the newest day on which a document of the case was published; empty when none is known.
    """

    documents: Mapping[DocumentId, Document]
    of: Mapping[tuple[str, str], Sequence[tuple[str, Claim]]]  # oldest first
    newest: str


@dataclass(frozen=True, slots=True)
class Demand:
    """An ask with the claims that make it, and the addressee as the first of them names it."""

    ask: Ask
    claims: tuple[Claim, ...]
    party: Party | None

    @property
    def object(self) -> str | None:
        """Of an ask to halt something: what."""
        return self.claims[0].object_act


def told_by(claims: Iterable[Claim], documents: Mapping[DocumentId, Document]) -> Told:
    """The claims that can show what became of an ask; those without a day show nothing."""
    held: dict[tuple[str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.stance in (*_TOLD, *_REFUSING) and (day := _day_of(claim, documents)):
            for name in _doers(claim):
                held[claim.act, name].append((day, claim))
    for found in held.values():
        found.sort(key=lambda one: (one[0], one[1].id))
    days = [_published(one) for one in documents.values() if one.published]
    return Told(documents, held, max(days, default=""))


def with_fate(demand: Demand, told: Told) -> Ask:
    """The ask with what became of it: the newest thing that is told counts, with the claims that show it."""
    ask = demand.ask
    asked = [_published(told.documents[claim.document]) for claim in demand.claims]
    last = max(asked, default="")
    if not last or "" in asked:
        return ask  # what came after it cannot be told
    fate, shows = _newest(_shown(demand, told, last))
    if fate is not None:
        return replace(ask, fate=fate, fate_claims=shows)
    if ask.deadline and told.newest and ask.deadline[:10] < told.newest:
        return replace(ask, fate=AskFate.EXPIRED)
    return ask


def with_conflicts(demands: Sequence[Demand]) -> dict[str, tuple[str, ...]]:
    """For each ask (by id) the asks that put the opposite to the same addressee."""
    found: dict[str, list[str]] = defaultdict(list)
    by_addressee: dict[str, list[Demand]] = defaultdict(list)
    for one in demands:
        by_addressee[_who(one)].append(one)
    for group in by_addressee.values():
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if _are_opposite(one, other) and _by_others(one, other) and _may_be_alike(one, other):
                    found[one.ask.id].append(other.ask.id)
                    found[other.ask.id].append(one.ask.id)
    return {name: tuple(sorted(others)) for name, others in found.items()}


def state_of(party: Party | None) -> str | None:
    """The state that a party is or speaks for, as `state:XX`; None when its name tells none, or more than one."""
    if party is None:
        return None
    if party.ref and party.ref.startswith("state:"):
        return party.ref
    return _state_named(party.name)


@lru_cache(maxsize=4096)  # texts name the same few again and again
def _state_named(name: str) -> str | None:
    words = name.split()
    found = set()
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            match = states.find_state(" ".join(words[at : at + size]).strip(",.'’s"))
            if match is not None:
                found.add(match.state.ref)
        if found:
            break  # "North Korean embassy" is of one state, not of another whose name lies in it
    return next(iter(found)) if len(found) == 1 else None


def _newest(shown: Iterator[tuple[str, AskFate, Claim]]) -> tuple[AskFate | None, tuple[ClaimId, ...]]:
    """The fate that was told last and the newest claims that show it, out of what is told, the newest first."""
    newest: list[tuple[str, AskFate, Claim]] = []
    for one in shown:
        if newest and (one[0] != newest[0][0] or len(newest) == _LOOKED_AT):
            fate = max((kind for _, kind, _ in newest), key=list(AskFate).index)
            found = [claim.id for _, kind, claim in newest if kind is fate]
            older = (claim.id for _, kind, claim in chain([one], shown) if kind is fate)
            return fate, tuple(islice(dict.fromkeys(chain(found, islice(older, _SHOWN))), _SHOWN))
        newest.append(one)
    if not newest:
        return None, ()
    fate = max((kind for _, kind, _ in newest), key=list(AskFate).index)
    return fate, tuple(islice(dict.fromkeys(claim.id for _, kind, claim in newest if kind is fate), _SHOWN))


def _shown(demand: Demand, told: Told, last: str) -> Iterator[tuple[str, AskFate, Claim]]:
    """What is told of an ask after a day, the newest first."""
    ask = demand.ask
    if demand.party is None or ask.act in _OF_READERS:
        return
    acts = [name for name in (ask.act, demand.object, *_OVERTAKES.get(ask.act, ())) if name is not None]
    names = _names_of(demand.party) | {"" if state_of(demand.party) else _NOBODY}
    lists = [found for key in product(dict.fromkeys(acts), sorted(names)) if (found := told.of.get(key))]
    before: Claim | None = None
    for day, claim in merge(*map(reversed, lists), key=_place, reverse=True):
        if day <= last:
            return
        if claim is before:
            continue  # it stands under several names
        before = claim
        fate = _fate_by(demand, claim)
        if fate is not None and not (fate is AskFate.OVERTAKEN and _tells_an_end(claim, told)):
            yield day, fate, claim


def _place(one: tuple[str, Claim]) -> tuple[str, str]:
    return one[0], one[1].id


def _doers(claim: Claim) -> frozenset[str]:
    """The names under which a claim is looked for: of who did it or says so; where nobody is named, of the states."""
    if claim.stance in _REFUSING:
        voices = [Party(voice.name) for voice in claim.voices if voice.role not in _NOT_NAMED]
        return frozenset().union(*map(_names_of, (*voices, *claim.actors)))
    if claim.actors:
        return frozenset().union(*map(_names_of, claim.actors))
    countries = {f"state:{place.country}" for place in claim.where if place.country}
    return frozenset({*(countries or {""}), _NOBODY})


def _names_of(party: Party) -> frozenset[str]:
    return frozenset(name for name in (party.ref, folded(party.name), state_of(party)) if name)


def _fate_by(demand: Demand, claim: Claim) -> AskFate | None:
    """What a later claim says of an ask; None when it says nothing of it."""
    act, object_act = demand.ask.act, demand.object
    same = claim.act == act and claim.object_act == object_act
    if claim.stance in _REFUSING:
        # a denial that a thing happened refuses nothing: the word has to be about what was asked for
        refuses = same and not claim.tentative and _speaks(demand, claim)
        return AskFate.REFUSED if refuses else None
    if claim.tentative or not _befell(demand, claim):
        return None
    if same:
        return AskFate.MET
    if act == "halt":
        return AskFate.OVERTAKEN if claim.act == object_act else None
    return AskFate.OVERTAKEN if claim.act in _OVERTAKES.get(act, ()) else None


def _tells_an_end(claim: Claim, told: Told) -> bool:
    """Whether the words just before an act tell that it ended, which the claim itself may not show."""
    text = told.documents[claim.document].text or ""
    before = text[max(0, claim.span[0] - _NEAR) : claim.span[0]]
    return _END.search(re.split(r"[.!?;\n]", before)[-1] + claim.quote) is not None


def _befell(demand: Demand, claim: Claim) -> bool:
    """Whether what a claim tells is the doing of whom the ask was put to, or befell those whom it is about."""
    if not any(_alike(one, claim) for one in demand.claims):
        return False
    if claim.actors:
        return any(_is_same(demand.party, actor) for actor in claim.actors)
    countries = {place.country for place in claim.where if place.country}
    state = state_of(demand.party)
    if state is not None and countries:
        return state.removeprefix("state:") in countries
    return any(_kin(one) & _kin(claim) for one in demand.claims)


def _speaks(demand: Demand, claim: Claim) -> bool:
    voices = [voice for voice in claim.voices if voice.role not in _NOT_NAMED]
    said = any(_is_same(demand.party, Party(voice.name)) for voice in voices)
    return said or any(_is_same(demand.party, actor) for actor in claim.actors)


def _is_same(party: Party | None, other: Party) -> bool:
    if party is None:
        return False
    if party.ref is not None and party.ref == other.ref:
        return True
    if folded(party.name) and folded(party.name) == folded(other.name):
        return True
    state = state_of(party)
    return state is not None and state == state_of(other)


def _alike(asked: Claim, claim: Claim) -> bool:
    """Whether both may be about the same people: where both say who they are, a word of it has to be the same."""
    one, other = _kin(asked), _kin(claim)
    return not one or not other or bool(one & other)


def _kin(claim: Claim) -> frozenset[str]:
    """The words of who is affected that say who they are, without endings of number."""
    return _kin_in(claim.affected.description or "") if claim.affected else frozenset()


@lru_cache(maxsize=4096)
def _kin_in(said: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(folded(said)) if word not in _PEOPLE)
    return frozenset(word.removesuffix("s") for word in words)


def _who(demand: Demand) -> str:
    if demand.party is None:
        return ""
    return state_of(demand.party) or folded(demand.party.name)


def _are_opposite(one: Demand, other: Demand) -> bool:
    acts = (one.ask.act, other.ask.act)
    if frozenset(acts) in _OPPOSITE and one.object == other.object:
        return True
    return (acts[0] == "halt" and one.object == acts[1]) or (acts[1] == "halt" and other.object == acts[0])


def _by_others(one: Demand, other: Demand) -> bool:
    """Whether somebody asks for the one who does not ask for the other: nobody contradicts themselves here."""
    return not one.ask.made_by or not other.ask.made_by or set(one.ask.made_by) != set(other.ask.made_by)


def _may_be_alike(one: Demand, other: Demand) -> bool:
    if one.party is None:
        # what is put to nobody in particular meets only where both say the same people or things
        return any(_kin(claim) & _kin(theirs) for claim in one.claims for theirs in other.claims)
    return any(_alike(claim, theirs) for claim in one.claims for theirs in other.claims)


def _published(document: Document) -> str:
    return str(document.published)[:10] if document.published else ""


def _day_of(claim: Claim, documents: Mapping[DocumentId, Document]) -> str:
    """The first day of what a claim tells; of a word against something, the day on which it was told."""
    if claim.stance in _REFUSING:
        return _published(documents[claim.document])
    return claim.when.start[:10] if claim.when and claim.when.start else ""
