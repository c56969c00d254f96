"""Incidents as a dossier shows them."""

from collections import defaultdict
from dataclasses import dataclass

from clarion.model import Incident, Status
from clarion.publish.beside import RULE, alarm_views, answer_views
from clarion.publish.claims import Showcase, source_view
from clarion.publish.figures import figure_groups
from clarion.publish.headline import headline, origin_words
from clarion.publish.index import Index
from clarion.publish.judged import judged
from clarion.publish.phrases import affected_words, listed, many, when_words, where_words
from clarion.publish.views import FindingView, IncidentView, OriginView, SourceView, WarningView
from clarion.publish.words import FACET, STATUS, act_words

# which incidents the summary names first; within a tier the number of origins decides, then how
# much is known (when, where, how many) and how many sides speak
_TIER = {
    Status.CONFIRMED: 3,
    Status.CORROBORATED: 2,
    Status.DISPUTED: 2,
    Status.REPORTED: 2,
    Status.WARNED: 1,
    Status.DENIED: 1,
    Status.REFUTED: 0,
}


@dataclass(frozen=True, slots=True)
class _Origins:
    traced: tuple[OriginView, ...]
    untraced: tuple[SourceView, ...]


def incident_view(incident: Incident, showcase: Showcase, findings: tuple[FindingView, ...]) -> IncidentView:
    """An incident in words; the views of its claims carry addresses where they stand for the first time."""
    index = showcase.index
    origins = _origins(incident, index)
    days = {warning.claim: warning.days for warning in incident.warnings}
    figures = figure_groups(incident, showcase)
    told = index.held(incident.claims)
    return IncidentView(
        number=index.incident_number[incident.id],
        anchor=incident.id,
        title=incident.title,
        act=act_words(incident.act),
        status=STATUS[incident.status],
        status_key=incident.status.value,
        headline=headline(incident, index),
        when=when_words(incident.when),
        when_from=showcase.again(one.id for one in told if one.when),
        where=where_words(incident.where),
        where_from=showcase.again(one.id for one in told if one.where),
        affected=affected_words(incident.affected),
        affected_from=showcase.again(one.id for one in told if one.affected),
        voices=listed((index.voices[voice].name for voice in incident.voices if voice in index.voices), most=12),
        claims=showcase.first(incident.claims),
        denials=showcase.first(incident.denials),
        rivals=showcase.first(incident.rivals),
        warnings=tuple(
            WarningView(view, days[view.id], lead_words(days[view.id]))  # type: ignore[index]
            for view in showcase.first(list(days))
        ),
        figures=figures,
        origin_words=origin_words(incident),
        origins=origins.traced,
        untraced=origins.untraced,
        facets=tuple((FACET[facet], incident.facets[facet]) for facet in FACET if facet in incident.facets),
        reasons=incident.reasons,
        figure_rule=RULE[incident.figure_rule],
        answers=answer_views(incident, showcase),
        alarms=alarm_views(incident, showcase),
        findings=findings,
        judged=judged(index, incident.id),
        weight=_weight(incident),
    )


def lead_words(days: int) -> str:
    """How long before the incident a warning stood, in words."""
    if days == 0:
        return "on the day itself"
    return f"{many(days, 'day')} before" if days > 0 else f"{many(-days, 'day')} after the incident’s first day"


def _weight(incident: Incident) -> tuple[int, ...]:
    sides = bool(incident.denials) + bool(incident.rivals) + bool(incident.warnings)
    known = bool(incident.when) + bool(incident.where) + bool(incident.affected and incident.affected.count)
    return (_TIER[incident.status], incident.origins, known, sides, len(incident.origin_of), len(incident.claims))


def _origins(incident: Incident, index: Index) -> _Origins:
    """Each origin with its documents, and the documents whose origin is unknown."""
    held: dict[str, list[SourceView]] = defaultdict(list)
    untraced = []
    known = [document for document in index.documents.values() if document.id in incident.origin_of]
    for document in known:
        origin = incident.origin_of[document.id]
        if origin is None:
            untraced.append(source_view(document, index))
        else:
            held[origin].append(source_view(document, index))
    named = [OriginView(_origin_name(origin, index), tuple(sources)) for origin, sources in held.items()]
    return _Origins(tuple(named), tuple(untraced))


def _origin_name(origin: str, index: Index) -> str:
    if origin in index.voices:
        return index.voices[origin].name
    return index.documents[origin].title or origin if origin in index.documents else origin
