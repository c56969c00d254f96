"""The record of each voice's warnings: borne out, with the lead; not borne out in their window; still open.

The window of a forecast is the time that it names, else half a year from its document. The record's own clock decides
whether a window has closed: the last day on which one of its documents was published. Silence after a window is no
proof that nothing happened, so the word is "not borne out", never "wrong".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clarion.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Forecast,
    ForecastOutcome,
    Incident,
    StanceKind,
    Voice,
    VoiceId,
    VoiceRole,
)
from clarion.model.intervals import last_day
from clarion.reconcile.beside import LONGEST_LEAD
from clarion.reconcile.voices import Voices

_HOUSE = (VoiceRole.PUBLISHER, VoiceRole.AUTHOR)


def with_ledger(
    voices: Voices, claims: Iterable[Claim], documents: Mapping[DocumentId, Document], incidents: Iterable[Incident]
) -> tuple[Voice, ...]:
    """The voices with what became of their forecasts, each by the voice whose word it is. Linear in the claims."""
    incidents = list(incidents)
    borne: dict[ClaimId, tuple[Incident, int]] = {}
    counted: set[ClaimId] = set()
    for incident in incidents:
        counted.update(incident.claims)
        for warned in incident.warnings:
            held = borne.get(warned.claim)
            if held is None or (warned.days, incident.id) < (held[1], held[0].id):
                borne[warned.claim] = (incident, warned.days)
    today = max((document.published for document in documents.values() if document.published), default=None)
    of_voice: dict[VoiceId, list[Forecast]] = defaultdict(list)
    for claim in claims:
        voice = _speaker(claim, voices)
        if claim.stance == StanceKind.EXPECTED and voice is not None and (claim.id in borne or claim.id in counted):
            of_voice[voice].append(_forecast(claim, documents[claim.document], borne.get(claim.id), today))
    return tuple(
        replace(voice, forecasts=tuple(sorted(of_voice[voice.id], key=_order))) if voice.id in of_voice else voice
        for voice in voices.all
    )


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


def _forecast(claim: Claim, document: Document, borne: tuple[Incident, int] | None, today: date | None) -> Forecast:
    until = _until(claim, document)
    shown = until.isoformat() if until else None
    if borne is not None:
        incident, lead = borne
        reason = f"{incident.title} came {lead} days later"
        return Forecast(claim.id, ForecastOutcome.BORNE_OUT, incident.id, lead, shown, reason)
    if until is None:
        reason = "neither its document nor its words give a day, so its window has no end"
        return Forecast(claim.id, ForecastOutcome.OPEN, None, None, None, reason)
    if today is not None and today > until:
        reason = f"no document up to {today} tells that it came by {until}; that is no proof that it did not"
        return Forecast(claim.id, ForecastOutcome.NOT_BORNE_OUT, None, None, shown, reason)
    return Forecast(claim.id, ForecastOutcome.OPEN, None, None, shown, f"its window runs until {until}")


def _until(claim: Claim, document: Document) -> date | None:
    named = last_day(claim.when) if claim.when else None
    if named is not None and (document.published is None or named >= document.published):
        return named
    return document.published + timedelta(days=LONGEST_LEAD) if document.published else None


def _speaker(claim: Claim, voices: Voices) -> VoiceId | None:
    """The innermost voice that is known: whose forecast it is."""
    cited = [voice for voice in reversed(claim.voices) if voice.role not in _HOUSE]
    house = [voice for voice in claim.voices if voice.role in _HOUSE]
    for voice in (*cited, *house):
        found = voices.by_name.get((claim.document, voice.name))
        if found is not None:
            return found
    return None


def _order(forecast: Forecast) -> tuple[str, str, ClaimId]:
    return (forecast.outcome, forecast.until or "", forecast.claim)
