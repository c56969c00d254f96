"""From a record to what the pages of a dossier show."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from clarion.model import UNKNOWN, Finding, Judgement, Record, StanceKind
from clarion.publish.asks import action_views, asks_by_addressee
from clarion.publish.beside import ledger_views
from clarion.publish.channels import channel_rows
from clarion.publish.claims import Showcase, document_view, source_view
from clarion.publish.drawing.map import draw_map
from clarion.publish.drawing.timeline import draw_timeline
from clarion.publish.evidence import evidence_rows
from clarion.publish.incidents import incident_view
from clarion.publish.index import Index, index_record
from clarion.publish.judged import judged_share
from clarion.publish.law import finding_view
from clarion.publish.method import method_of
from clarion.publish.options import PublishOptions
from clarion.publish.phrases import day_words, listed, many
from clarion.publish.questions import open_questions
from clarion.publish.sentences import codes_of, root_of, sentences_of
from clarion.publish.times import marks, time_rows
from clarion.publish.titles import entitled
from clarion.publish.views import Dossier, FindingView, IncidentView, StatusCount, VoiceView
from clarion.publish.where import Whereabouts, whereabouts
from clarion.publish.words import STANCE, STANCE_MEANING, STATUS, STATUS_MEANING, VOICE

_STRONGEST = 12  # incidents named in the summary; the first screen must stay one screen on paper
_WIDE, _NARROW = 760.0, 350.0  # pixels: a column of a desk screen or of A4, and a phone


def compose(index: Index, options: PublishOptions) -> Dossier:
    """The views of everything, each claim with one address: its first place in an incident, else its document."""
    sentences = sentences_of(index)
    digest = record_sha256(index)
    index = entitled(replace(index, codes=codes_of(sentences)), options.language)
    showcase = Showcase(index, set())
    ordered = sorted(index.record.findings, key=lambda finding: _finding_order(finding, index))
    findings = [finding_view(finding, showcase) for finding in ordered]
    incidents = _incidents(showcase, findings)
    documents = tuple(
        document_view(document, index, showcase.first(_loose(index, document.id)))
        for document in index.documents.values()
    )
    held = whereabouts(index)
    return Dossier(
        title=options.title,
        case_name=options.case_name,
        left_out=index.left_out,
        made=day_words(options.made_at),
        engine=options.engine,
        statuses=_statuses(index),
        documents=documents,
        incidents=incidents,
        strongest=tuple(sorted(incidents, key=lambda view: view.weight, reverse=True)[:_STRONGEST]),
        findings=tuple(findings),
        channels=channel_rows(options.channels, index),
        ledger=ledger_views(index),
        asks=asks_by_addressee(index.record.asks, showcase),
        actions=action_views(index.record.actions, showcase, options.made_at),
        questions=open_questions(index, options.questions),
        voices=_voices(index),
        places=held.rows,
        times=time_rows(index),
        evidence=evidence_rows(showcase),
        claims=len(index.claims),
        judged=judged_share(index),
        period=_period(index),
        orphans=showcase.first(claim for claim in index.claims if claim not in showcase.shown),
        drawings=_drawings(index, held),
        record_sha256=digest,
        sentences=sentences,
        root=root_of(sentences),
        heads=options.heads,
        stances=tuple((STANCE[stance], STANCE_MEANING[stance]) for stance in StanceKind),
        method=method_of(index, options),
    )


def view_of_incident(record: Record, judgements: Iterable[Judgement], name: str) -> IncidentView:
    """One incident of a record in the words of the dossier, with the findings on it."""
    index = index_record(record, judgements)
    showcase = Showcase(index, set())
    ordered = sorted(record.findings, key=lambda finding: _finding_order(finding, index))
    findings = tuple(finding_view(finding, showcase) for finding in ordered if finding.incident == name)
    return incident_view(index.incidents[name], showcase, findings)


def record_sha256(index: Index) -> str:
    """Hex SHA-256 of the record as canonical JSON with texts."""
    return hashlib.sha256(index.record.to_json(with_text=True).encode()).hexdigest()


def _incidents(showcase: Showcase, findings: list[FindingView]) -> tuple[IncidentView, ...]:
    about: dict[str, list[FindingView]] = {}
    for finding in findings:
        about.setdefault(finding.incident_anchor, []).append(finding)
    incidents = showcase.index.incidents.values()
    return tuple(incident_view(incident, showcase, tuple(about.get(incident.id, ()))) for incident in incidents)


def _finding_order(finding: Finding, index: Index) -> tuple[int, str, str, str]:
    return (index.incident_number.get(finding.incident, 0), finding.norm, finding.state, finding.id)


def _loose(index: Index, document: str) -> list[str]:
    """The claims of a document that no incident holds: asks, announcements, conditions, norms invoked."""
    return [claim.id for claim in index.claims_of.get(document, ()) if claim.id not in index.incidents_of]


def _statuses(index: Index) -> tuple[StatusCount, ...]:
    numbers = [incident.status for incident in index.incidents.values()]
    return tuple(
        StatusCount(status.value, STATUS[status], numbers.count(status), STATUS_MEANING[status]) for status in STATUS
    )


def _period(index: Index) -> str:
    days = sorted(document.published for document in index.documents.values() if document.published)
    if not days:
        return UNKNOWN
    return day_words(days[0]) if days[0] == days[-1] else f"{day_words(days[0])} to {day_words(days[-1])}"


def _voices(index: Index) -> tuple[VoiceView, ...]:
    return tuple(
        VoiceView(
            name=voice.name,
            kind=VOICE[voice.kind],
            aliases=listed(voice.aliases),
            affiliations=listed(voice.affiliations),
            reasons=voice.reasons,
            sources=tuple(source_view(index.documents[d], index) for d in voice.speaks_in if d in index.documents),
        )
        for voice in index.voices.values()
    )


def _drawings(index: Index, held: Whereabouts) -> dict[str, str]:
    """The map and the time line, each wide and narrow; empty texts when there is nothing to draw."""
    label = (
        f"Map of {many(len(held.spots), 'place')} of incidents and {many(len(held.routes), 'route')}; "
        "the table that follows says the same in words"
    )
    days = marks(index)
    line = f"Time line of {many(len(days), 'entry', 'entries')}; the table that follows says the same in words"
    drawn = {"map_wide": "", "map_narrow": ""}
    if held.spots:
        drawn["map_wide"] = draw_map(held.spots, held.routes, (_WIDE, 470.0), label=label, class_="map wide")
        drawn["map_narrow"] = draw_map(held.spots, held.routes, (_NARROW, 380.0), label=label, class_="map narrow")
    drawn["times_wide"] = draw_timeline(days, _WIDE, label=line, class_="times wide")
    drawn["times_narrow"] = draw_timeline(days, _NARROW, label=line, class_="times narrow")
    return drawn
