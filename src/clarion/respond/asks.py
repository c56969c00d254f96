"""Asks: demands found in documents, merged where one addressee is asked for the same act."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from clarion.model import Ask, Claim, Document, DocumentId, Party, StanceKind, VoiceRole, made_id
from clarion.respond.fates import Demand, state_of, told_by, with_conflicts, with_fate
from clarion.respond.words import folded, full_names, is_reader


def find_asks(claims: Iterable[Claim], documents: Mapping[DocumentId, Document]) -> tuple[Ask, ...]:
    """Merge the demands of all documents by addressee, act and, for `halt`, the act to be halted.

    Each with what became of it as far as documents tell, and with the asks that put the opposite to the addressee.
    """
    claims = list(claims)
    groups: dict[tuple[str, str, str], list[tuple[Claim, Party | None]]] = defaultdict(list)
    asked = [claim for claim in claims if claim.stance == StanceKind.CALLED_FOR]
    names = full_names(folded(party.name) for claim in asked for party in claim.addressees)
    for claim in sorted(asked, key=lambda one: _order(one, documents)):
        parties: list[Party | None] = [party for party in claim.addressees if not is_reader(party.name)]
        for addressee in parties or [None]:
            groups[_key(claim, addressee, names)].append((claim, addressee))
    shown = _shown(names, asked)
    demands = [_demand(key, group, shown) for key, group in sorted(groups.items())]
    told, conflicts = told_by(claims, documents), with_conflicts(demands)
    found = (replace(with_fate(one, told), conflicts=conflicts.get(one.ask.id, ())) for one in demands)
    return tuple(sorted(found, key=lambda ask: ask.id))


def _shown(names: Mapping[str, str], asked: Iterable[Claim]) -> dict[str, str]:
    """For each folded name the written form of its full name."""
    written = {folded(party.name): party.name for claim in asked for party in claim.addressees}
    return {name: written[full] for name, full in names.items()}


def _order(claim: Claim, documents: Mapping[DocumentId, Document]) -> tuple[str, str, tuple[int, int], str]:
    return str(documents[claim.document].published or "9"), claim.document, claim.span, claim.id


def _key(claim: Claim, addressee: Party | None, names: Mapping[str, str]) -> tuple[str, str, str]:
    """Asks of one addressee for one act are one ask; what is put to nobody in particular is put to the reader."""
    who = "" if addressee is None else addressee.ref or names[folded(addressee.name)]
    return who, claim.act, claim.object_act or ""


def _demand(key: tuple[str, str, str], group: Sequence[tuple[Claim, Party | None]], shown: Mapping[str, str]) -> Demand:
    # of several writings the one that tells whose office it is
    parties = sorted((party for _, party in group if party), key=lambda one: (state_of(one) is None, one.ref is None))
    claims = tuple(dict.fromkeys(claim for claim, _ in group))
    return Demand(_ask(key, group, shown), claims, parties[0] if parties else None)


def _ask(key: tuple[str, str, str], group: Sequence[tuple[Claim, Party | None]], shown: Mapping[str, str]) -> Ask:
    claims = [claim for claim, _ in group]
    names = [shown[folded(party.name)] for _, party in group if party]
    deadlines = sorted(claim.when.end for claim in claims if claim.when and claim.when.end)
    return Ask(
        id=made_id("ask", *key),
        addressee=max(sorted(set(names)), key=lambda name: (names.count(name), len(name))) if names else None,
        act=claims[0].act,
        text=" ".join(claims[0].quote.split()),
        deadline=deadlines[0] if deadlines else None,
        claims=tuple(dict.fromkeys(claim.id for claim in claims)),
        made_by=tuple(dict.fromkeys(_speaker(claim) for claim in claims if claim.voices)),
    )


def _speaker(claim: Claim) -> str:
    """The voice that asks: the innermost of the chain that is named."""
    named = [voice for voice in claim.voices if voice.role != VoiceRole.UNNAMED]
    return (named or list(claim.voices))[-1].name
