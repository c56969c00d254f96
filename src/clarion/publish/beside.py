"""What stands beside an incident in words: how it is answered, what alarms stand on it, what was taken back."""

from clarion.model import AlarmKind, AnswerKind, CorrectionKind, FigureRule, ForecastOutcome, Incident, Voice
from clarion.publish.claims import Showcase, missing_source, source_view
from clarion.publish.index import Index
from clarion.publish.phrases import many
from clarion.publish.views import AlarmView, AnswerView, ForecastView, LedgerView

ANSWER = {
    AnswerKind.OCCURRENCE: "Denies that it happened",
    AnswerKind.CATEGORY: "Denies that there are such people",
    AnswerKind.JUSTIFICATION: "Justifies",
    AnswerKind.NO_COMMENT: "Does not comment",
    AnswerKind.SILENCE: "Has not answered",
}
ANSWER_MEANING = {
    AnswerKind.OCCURRENCE: "it did not happen, or not so, or not by them",
    AnswerKind.CATEGORY: "what was done to the people is neither confirmed nor denied",
    AnswerKind.JUSTIFICATION: "a ground is put forward; that is neither a confirmation nor a denial",
    AnswerKind.NO_COMMENT: "neither confirmed nor denied",
    AnswerKind.SILENCE: "silence is no denial",
}
ALARM = {
    AlarmKind.SCOPE_DRIFT: "Figures of two scopes told as one",
    AlarmKind.BOUND_GREW: "A bound that grew on the way",
    AlarmKind.SUM_OFF: "A sum that does not add up",
    AlarmKind.UNIT_CHANGED: "A unit that changed on the way",
    AlarmKind.ACTOR_SWAPPED: "Another doer in a relay",
    AlarmKind.DATE_IMPOSSIBLE: "A date that cannot be",
}
CORRECTION = {CorrectionKind.CORRECTS: "Mended by its source", CorrectionKind.RETRACTS: "Taken back by its source"}
RULE = {
    FigureRule.AGREED: "best figure: every document that counts gives the same",
    FigureRule.PREFERRED: "best figure: preferred by a person",
    FigureRule.CORRECTED: "best figure: the one that its source gave last, when it corrected its account",
    FigureRule.BOUNDS_ONLY: "no best figure: the words give bounds only",
    FigureRule.DIFFERENT: "no best figure: figures differ, and all can be true",
    FigureRule.RIVALS: "no best figure: figures of different origins cannot all be true",
    FigureRule.ALARMED: "no best figure: an alarm stands on it",
    FigureRule.NONE: "",
}
OUTCOME = {
    ForecastOutcome.BORNE_OUT: "Borne out",
    ForecastOutcome.NOT_BORNE_OUT: "Not borne out in its window",
    ForecastOutcome.OPEN: "Still open",
}


def answer_views(incident: Incident, showcase: Showcase) -> tuple[AnswerView, ...]:
    """How an incident is answered: denials by kind and the answers that deny nothing, with their words."""
    index = showcase.index
    views = []
    for answer in incident.answers:
        held = index.documents.get(answer.document)
        claims = showcase.again([answer.claim] if answer.claim else [])
        source = source_view(held, index) if held else claims[0].source if claims else None
        if source is not None:
            views.append(
                AnswerView(
                    kind=ANSWER[answer.kind],
                    key=answer.kind.value,
                    meaning=ANSWER_MEANING[answer.kind],
                    voice=answer.voice or "an unknown voice",
                    words=index.text_of(answer.document, answer.span) or "",
                    source=source,
                    claims=claims,
                )
            )
    return tuple(views)


def alarm_views(incident: Incident, showcase: Showcase) -> tuple[AlarmView, ...]:
    """The alarms on an incident, and what its sources took back or mended, each with its reason."""
    alarms = [AlarmView(ALARM[one.kind], one.reason, showcase.again(one.claims)) for one in incident.alarms]
    return (*alarms, *(AlarmView(CORRECTION[one.kind], one.reason, ()) for one in incident.corrections))


def ledger_views(index: Index) -> tuple[LedgerView, ...]:
    """Each voice with what became of its forecasts, those with most forecasts first."""
    voices = [voice for voice in index.voices.values() if voice.forecasts]
    return tuple(_ledger(voice, index) for voice in sorted(voices, key=lambda one: (-len(one.forecasts), one.name)))


def _ledger(voice: Voice, index: Index) -> LedgerView:
    of = {outcome: [one for one in voice.forecasts if one.outcome == outcome] for outcome in ForecastOutcome}
    leads = sorted(one.days for one in voice.forecasts if one.days is not None)
    lead = f", {leads[0]} to {many(leads[-1], 'day')} before" if len(set(leads)) > 1 else ""
    lead = lead or (f", {many(leads[0], 'day')} before" if leads else "")
    rows = []
    for forecast in voice.forecasts:
        claim = index.claims.get(forecast.claim)
        if claim is None:
            continue
        document = index.documents.get(claim.document)
        rows.append(
            ForecastView(
                outcome=OUTCOME[forecast.outcome],
                key=forecast.outcome.value,
                words=claim.quote,
                number=index.claim_number[claim.id],
                claim=claim.id,
                source=source_view(document, index) if document else missing_source(claim),
                incident=forecast.incident,
                incident_number=index.incident_number.get(forecast.incident or "", 0),
                reason=forecast.reason,
            )
        )
    summary = "; ".join(
        f"{OUTCOME[outcome].lower()}: {len(of[outcome])}{lead if outcome is ForecastOutcome.BORNE_OUT else ''}"
        for outcome in ForecastOutcome
        if of[outcome]
    )
    return LedgerView(voice.name, summary, tuple(rows))
