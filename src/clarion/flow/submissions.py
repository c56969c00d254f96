"""Submissions of a case: a form for an incident and a state, from what partners may see, with names only by consent.

A name goes in when an owner let it out as a detail, which needs a consent (decision 17). What the procedure asks of
the state is answered by the step that holds norms (`assess`), as of the day of the submission.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clarion.assess import open_channels
from clarion.flow import following, guarding
from clarion.flow.leaving import check_writable, write_noted
from clarion.flow.letters import addressees, rendered
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, Intervention, InterventionKind
from clarion.model.nouns import Detail, Incident, Publication
from clarion.model.record import Record
from clarion.model.vocabulary import DetailKind, FindingVerdict, JudgementVerdict, View
from clarion.publish.letters import form_of as letter_form_of
from clarion.publish.safety import LEAVES, Safe, detail_id, keyed, words_of
from clarion.reference import states
from clarion.respond.submissions import Named, Opening, SubmissionOrder, form_of, prepare
from clarion.respond.submissions import Submission as Submission
from clarion.store.folder import CaseFolder
from clarion.store.keys import redaction_secret

# findings that lead further
_CARRIED = (FindingVerdict.WOULD_ENGAGE, FindingVerdict.ELEMENTS_MISSING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A submission that is wanted. `incident` is an id of the case; a state that is None is the one of the findings."""

    incident: str
    form: str
    state: str | None = None
    view: View = View.PARTNER
    day: str | None = None
    submitter: tuple[str, ...] = ()
    remedies: str | None = None


def prepare_submission(case: CaseFolder, wanted: Wanted) -> Submission:
    """The form filled in from the case, with its blanks and rules.

    Raises:
        BadRequest: the view is sealed, the procedure is closed for the state, or incident, form or state is none.
    """
    return _prepared(case, wanted)[0]


def write_submission(case: CaseFolder, wanted: Wanted, output: Path) -> tuple[Submission, Publication]:
    """Fill in a form and write it to a file whose ending names the form of the file (docx, pdf, txt).

    Raises:
        BadRequest: as `prepare_submission`; something withheld stands in the file, or it cannot be written.
    """
    form = letter_form_of(output)
    check_writable(output)
    submission, safe = _prepared(case, wanted)
    own = (*wanted.submitter, wanted.remedies or "")
    made = rendered(submission.letter, form, safe, own, output.name)
    return submission, write_noted(case, output, made, safe, wanted.view)


def begin_submission(case: CaseFolder, wanted: Wanted, submission: Submission) -> Intervention:
    """Note a submission as an intervention, to be approved, sent and followed up.

    Raises:
        BadRequest: its addressee is not in the list, or agreed to the same already.
    """
    to = _addressee(submission.form.addressee)
    begun = following.Begun(InterventionKind.SUBMISSION, (wanted.incident,), to, submission.letter)
    return following.begin(case, begun)


def _prepared(case: CaseFolder, wanted: Wanted) -> tuple[Submission, Safe]:
    if wanted.view is View.SEALED:
        raise BadRequest("a submission leaves the case: use the partner or the public view")
    form = form_of(wanted.form)
    checked = guarding.checked(case, wanted.view)
    safe = checked.safe()
    incident, own = _incident(case, checked.record, safe.record, wanted)
    day = _day(wanted.day)
    state = _state(wanted.state, safe.record, own.id)
    channels = {one.id: one for one in open_channels(state, day, own)}
    channel = channels.get(form.id)
    opening = channel and Opening(channel.access.value, channel.reasons, channel.gate, channel.advice)
    named, withheld = _names(checked, incident)
    to = _addressee(form.addressee)
    order = SubmissionOrder(
        record=safe.record,
        incident=own.id,
        form=form.id,
        state=state,
        day=day.isoformat(),
        opening=opening or None,
        named=named,
        withheld=withheld,
        submitter=wanted.submitter,
        remedies=wanted.remedies,
        to=tuple(dict.fromkeys(one for one in (to.name, to.organisation or "") if one)),
        mandates={one.id: one.name for one in addressees()},
    )
    return prepare(order), safe


def _incident(case: CaseFolder, whole: Record, safe: Record, wanted: Wanted) -> tuple[Incident, Incident]:
    """The incident as the case holds it, and as the view does."""
    of_case = next((one for one in whole.incidents if one.id == wanted.incident), None)
    if of_case is None:
        raise BadRequest(f"the case holds no incident {wanted.incident}")
    name = keyed(of_case.id, redaction_secret(case.id, wanted.view))
    own = next((one for one in safe.incidents if one.id == name), None)
    if own is None:
        says = " or ".join(LEAVES[wanted.view])
        raise BadRequest(
            f"the incident does not leave by the {wanted.view} view; it does once the handling of its documents "
            f"says {says}"
        )
    return of_case, own


def _day(day: str | None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(day) if day else datetime.datetime.now(datetime.UTC).date()
    except ValueError as problem:
        raise BadRequest(f"{day!r} is no day; write it as 2026-03-02") from problem


def _state(given: str | None, record: Record, incident: str) -> str:
    """The state complained of: as given, else the one state that findings on the incident lead to."""
    if given:
        if states.is_state(given):
            return states.state(given).ref
        match = states.find_state(given)
        if match is None:
            raise BadRequest(f"{given!r} names no state; use its code, such as CN")
        return match.state.ref
    found = sorted({one.state for one in record.findings if one.incident == incident and one.verdict in _CARRIED})
    if len(found) != 1:
        could = f"; it could be {', '.join(found)}" if found else ""
        raise BadRequest(f"say which state the submission is about{could} (--state)")
    return found[0]


def _addressee(name: str) -> Addressee:
    found = next((one for one in addressees() if one.id == name), None)
    if found is None:
        raise BadRequest(f"the list of addressees holds no {name}")
    return found


def _names(checked: guarding.Checked, incident: Incident) -> tuple[tuple[Named, ...], int]:
    """Names beside the claims of an incident: those that were let out, with the day, and how many were not."""
    documents = {one.id: one for one in checked.record.documents}
    days = {
        one.about: one.at[:10]
        for one in checked.state.judgements_in_force()
        if one.verdict is JudgementVerdict.RELEASE and one.about in checked.guard.released
    }
    named: dict[str, str] = {}
    held: set[str] = set()
    for detail in _beside(checked, incident):
        words = " ".join(words_of(documents[detail.document], detail).split())
        if (day := days.get(detail_id(detail))) is not None:
            named.setdefault(words, day)
        else:
            held.add(words)
    # a part of a name that stands whole elsewhere is no further name
    held = {one for one in held if not any(one in other for other in (*named, *held) if other != one)}
    return tuple(Named(name, day) for name, day in sorted(named.items())), len(held)


def _beside(checked: guarding.Checked, incident: Incident) -> Iterator[Detail]:
    """Names of persons in the paragraphs in which the incident is told."""
    told = set(incident.claims)
    spans: dict[str, list[tuple[int, int]]] = {}
    texts = {one.id: one.text or "" for one in checked.record.documents}
    for claim in checked.record.claims:
        if claim.id in told:
            text = texts.get(claim.document, "")
            start = text.rfind("\n\n", 0, claim.span[0]) + 1
            end = text.find("\n\n", claim.span[1])
            spans.setdefault(claim.document, []).append((start, end if end >= 0 else len(text)))
    for detail in checked.details:
        is_name = detail.kind is DetailKind.PERSON and detail.span[1] > detail.span[0]
        if is_name and any(start <= detail.span[0] < end for start, end in spans.get(detail.document, ())):
            yield detail
