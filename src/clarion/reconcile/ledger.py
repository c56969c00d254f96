"""The record of each voice's warnings: borne out, with the lead; not borne out in their window; still open.

The window of a forecast is the time that it names, else half a year from its document. The record's own clock decides
whether a window has closed: the last day on which one of its documents was published. Silence after a window is no
proof that nothing happened, so the word is "not borne out", never "wrong".
"""

from collections.abc import Sequence
from datetime import date, timedelta

from clarion.model import (
    Claim,
    ClaimId,
    Document,
    Forecast,
    ForecastOutcome,
    Incident,
    VoiceId,
    VoiceRole,
)
from clarion.model.intervals import last_day
from clarion.reconcile.beside import LONGEST_LEAD
from clarion.reconcile.naming import Naming

_HOUSE = (VoiceRole.PUBLISHER, VoiceRole.AUTHOR)


def forecast_words(forecasts: Sequence[Forecast]) -> str:
    """The numbers of a voice's forecasts as a line: "2 borne out (by 27 to 46 days), 1 not borne out, 3 open"."""
    parts = []
    for outcome in ForecastOutcome:
        of = [forecast for forecast in forecasts if forecast.outcome == outcome]
        leads = sorted(forecast.days for forecast in of if forecast.days is not None)
        lead = f" ({leads[0]} to {leads[-1]} days before)" if leads and leads[0] != leads[-1] else ""
        lead = lead or (f" ({leads[0]} days before)" if leads else "")
        if of:
            parts.append(f"{len(of)} {outcome.replace('_', ' ')}{lead}")
    return ", ".join(parts)


def forecast_of(claim: Claim, document: Document, borne: tuple[Incident, int] | None, today: date | None) -> Forecast:
    """What became of a forecast: `borne` is the first incident that bears it out, `today` the last day known of."""
    until = window_of(claim, document)
    shown = until.isoformat() if until else None
    if borne is not None:
        incident, lead = borne
        reason = f"{incident.title} came {lead} days later"
        return Forecast(claim.id, ForecastOutcome.BORNE_OUT, incident.id, lead, shown, reason)
    if until is None:
        reason = "neither its document nor its words give a day, so its window has no end"
        return Forecast(claim.id, ForecastOutcome.OPEN, None, None, None, reason)
    if today is not None and today > until:
        reason = f"no document tells that it came by {until}; that is no proof that it did not"
        return Forecast(claim.id, ForecastOutcome.NOT_BORNE_OUT, None, None, shown, reason)
    return Forecast(claim.id, ForecastOutcome.OPEN, None, None, shown, f"its window runs until {until}")


def window_of(claim: Claim, document: Document) -> date | None:
    """The last day of a forecast's window, or None when it has no end."""
    named = last_day(claim.when) if claim.when else None
    if named is not None and (document.published is None or named >= document.published):
        return named
    return document.published + timedelta(days=LONGEST_LEAD) if document.published else None


def speaker_of(claim: Claim, voices: Naming) -> VoiceId | None:
    """The innermost voice that is known: whose forecast it is."""
    cited = [voice for voice in reversed(claim.voices) if voice.role not in _HOUSE]
    house = [voice for voice in claim.voices if voice.role in _HOUSE]
    for voice in (*cited, *house):
        found = voices.voice(claim.document, voice.name)
        if found is not None:
            return found
    return None


def ledger_key(forecast: Forecast) -> tuple[str, str, ClaimId]:
    """Forecasts by what became of them, then by day."""
    return (forecast.outcome, forecast.until or "", forecast.claim)
