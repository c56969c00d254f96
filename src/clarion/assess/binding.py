"""Whether a norm binds a state on a day: by treaty, by custom, by signature alone, or through the reach of a court."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from clarion.assess.catalogue import Norm, norms
from clarion.assess.territory import effects
from clarion.model import ActId, Bound
from clarion.reference import states, treaties

_COURT = "rome-1998"
_WITHOUT_TREATY = {
    "customary": (Bound.YES, "custom, held to bind every state; no table decides it"),
    "peremptory": (Bound.YES, "a peremptory norm: it binds every state, and no treaty can set it aside"),
    "argued-peremptory": (Bound.UNKNOWN, "argued to be peremptory, not settled"),
    "soft": (Bound.UNKNOWN, "a declaration: it binds nobody as a treaty does; parts of it are held to be custom"),
}


@dataclass(frozen=True, slots=True)
class Binding:
    """How a norm stands for a state on a day. Days are ISO texts; `until`: the first day on which it binds no more."""

    bound: Bound
    source: str
    since: str | None = None
    until: str | None = None
    notes: tuple[str, ...] = ()


def binding(
    norm: Norm, state: str, day: date | None, *, places: Iterable[str] = (), act: ActId | None = None
) -> Binding:
    """Whether a norm binds a state (`CN`) on a day.

    Args:
        norm: the norm; `binds` decides how the question is asked.
        state: the code of the state whose conduct is looked at.
        day: the day of the act; None when it is not known.
        places: codes of the other states on whose territory part of the act lies, for the reach of the Court.
        act: the act, so that only signed treaties that speak to it are counted for `signatories`.
    """
    if norm.binds in ("all_states", "nobody"):
        bound, source = _WITHOUT_TREATY[norm.status]
        return Binding(bound, source)
    if day is None:
        return Binding(Bound.UNKNOWN, "the day is not known")
    if norm.binds == "signatories":
        return _by_signature(state, day, act)
    if norm.binds == "persons":
        return court_reach(state, day, sorted({*places} - {state}))
    return by_treaty(state, norm.instrument, day)


@lru_cache(maxsize=1 << 14)  # the same state and day are asked for each incident of a night
def by_treaty(state: str, instrument: str, day: date | None) -> Binding:
    """Whether an instrument binds a state on a day, with the notes of the table in words."""
    if day is None:
        return Binding(Bound.UNKNOWN, "the day is not known")
    status = treaties.status(state, instrument, day)
    notes = [f"{note.kind.capitalize()}: {note.text}{_doubt(note.sure)}" for note in status.notes]
    if status.bound == Bound.SIGNED_ONLY and status.signed and not any("signed on" in note.lower() for note in notes):
        notes.append(f"Signed on {status.signed}, not ratified: at most not to defeat its object and purpose.")
    if status.bound == Bound.NO and status.since and status.since > day:
        notes.append(f"It began to bind the state on {status.since}, after the day of the incident.")
    if status.until and status.until <= day:
        notes.append(f"It ceased to bind the state on {status.until}; duties from before that day remain.")
    elif status.until:
        notes.append(f"It has since ceased to bind the state, on {status.until}; for the day of the incident it bound.")
    return Binding(status.bound, status.source, _iso(status.since), _iso(status.until), tuple(notes))


def court_reach(state: str, day: date, places: Iterable[str] = ()) -> Binding:
    """Whether the International Criminal Court can judge persons for acts of a day.

    Yes when the state is a party or the situation is referred or accepted; unknown when part of the act lies in
    `places` of which one is a party, or when a referral covers a part only.
    """
    own = by_treaty(state, _COURT, day)
    if own.bound == Bound.YES:
        return replace(own, source=f"membership of {_name(state)}: {own.source}")
    for one in effects().reach:
        if one.state == state and one.since <= day:
            bound = Bound.YES if one.certain else Bound.UNKNOWN
            return Binding(bound, f"{one.how}; check with the Court", one.since.isoformat(), notes=own.notes)
    hooks = [place for place in places if by_treaty(place, _COURT, day).bound == Bound.YES]
    if hooks:
        named = ", ".join(_name(place) for place in hooks)
        return Binding(
            Bound.UNKNOWN,
            f"{_name(state)} is no party; part of the act may lie on the territory of a party ({named})",
            notes=(*own.notes, "Whether that gives the Court its reach is for the Court to say."),
        )
    # a signature gives the Court no reach
    bound = own.bound if own.bound == Bound.UNKNOWN else Bound.NO
    return replace(own, bound=bound, source=f"no reach of the Court by membership or referral: {own.source}")


def _doubt(sure: str) -> str:
    return "" if sure == "high" else " (To be checked with the depositary.)"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _by_signature(state: str, day: date, act: ActId | None) -> Binding:
    """Bound when a treaty that speaks to the act is signed, not ratified, and not given up."""
    signed = [
        status
        for instrument in sorted({one.instrument for one in norms() if one.instrument and act in one.acts})
        if (status := treaties.status(state, instrument, day)).bound == Bound.SIGNED_ONLY
        and not _given_up(state, instrument, day)
    ]
    if not signed:
        return Binding(Bound.NO, "no treaty that speaks to this act is signed only")
    told = "; ".join(f"{one.instrument} (signed {one.signed})" for one in signed)
    return replace(
        Binding(Bound.YES, f"custom as to signatories; signed and not ratified: {told}; {treaties.DEPOSITARY}"),
        since=_iso(min(one.signed for one in signed if one.signed)),
    )


def _given_up(state: str, instrument: str, day: date) -> bool:
    return any(
        one.state == state and one.instrument == instrument and one.since <= day for one in effects().not_joining
    )


def _name(code: str) -> str:
    return states.state(code).name if states.is_state(code) else code
