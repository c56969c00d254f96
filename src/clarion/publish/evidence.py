"""The table of evidence: every claim with its source, what people judged of it, and its grades.

Source and information are graded apart and stand apart: a good source can be wrong, and a poor one right. Only people
grade. What nobody graded reads so; it is neither F nor 6, which are words of somebody who looked and could not tell.

Source: the Admiralty system (A to F, 1 to 6).
"""

from dataclasses import replace

from clarion.model import InformationGrade, Judgement, SourceGrade
from clarion.publish.claims import Showcase
from clarion.publish.graded import GradeView
from clarion.publish.phrases import day_words
from clarion.publish.views import EvidenceRow
from clarion.publish.words import INFORMATION_GRADE, SOURCE_GRADE

NOT_GRADED = GradeView("not graded", "", "")


def evidence_rows(showcase: Showcase) -> tuple[EvidenceRow, ...]:
    """A row for each claim, in the order of their numbers."""
    index = showcase.index
    rows: list[EvidenceRow] = []
    explained: set[str] = set()
    for claim in sorted(index.claims.values(), key=lambda one: index.claim_number[one.id]):
        (view,) = showcase.again([claim.id])
        source = _source(index.grades.get(claim.document))
        if claim.document in explained:
            source = replace(source, reason="")  # told once for each document
        explained.add(claim.document)
        rows.append(EvidenceRow(view, source, _information(index.grades.get(claim.id))))
    return tuple(rows)


def _source(judgement: Judgement | None) -> GradeView:
    if judgement is None or judgement.value not in list(SourceGrade):
        return NOT_GRADED
    return GradeView(judgement.value, SOURCE_GRADE[SourceGrade(judgement.value)], _why(judgement))


def _information(judgement: Judgement | None) -> GradeView:
    if judgement is None or judgement.value not in list(InformationGrade):
        return NOT_GRADED
    return GradeView(judgement.value, INFORMATION_GRADE[InformationGrade(judgement.value)], _why(judgement))


def _why(judgement: Judgement) -> str:
    """Who graded, when and why; only the day where a view shows neither names nor reasons."""
    day = day_words(judgement.at[:10])
    return f"{judgement.by}, {day}: {judgement.reason}" if judgement.reason else day
