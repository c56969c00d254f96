"""A form filled in as far as the record goes, its rules checked, and both as a text that a person can edit."""

from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, Gap, Letter
from clarion.respond.letters.order import LetterOrder
from clarion.respond.letters.saying import day_words
from clarion.respond.letters.scene import scene_of
from clarion.respond.submissions.fills import BY_HAND, Desk, fill
from clarion.respond.submissions.forms import form_of
from clarion.respond.submissions.gates import checked
from clarion.respond.submissions.nouns import Filled, Form, FormField, GateCheck, GateState, Submission, SubmissionOrder

_SAID = {GateState.MET: "kept", GateState.NOT_MET: "not kept", GateState.FOR_A_PERSON: "for a person to say"}
_RULES = {
    "open": "The procedure is open for this state",
    "not_anonymous": "Not anonymous",
    "not_media_only": "Not resting on media alone",
    "named_person": "A named person",
    "remedies": "Remedies inside the country",
    "other_procedure": "Not before another body",
    "not_abusive": "Neither abusive nor politically motivated",
}
_NOT_YET = (
    "This is a draft, filled in from the record of a case. It has not been submitted. Each field says what it rests "
    "on; a blank says why it is blank and why it matters. The form on the pages of the body is what counts."
)


def prepare(order: SubmissionOrder) -> Submission:
    """The form for an incident and a state.

    Raises:
        BadRequest: the form or the incident is none, or the procedure is closed for the state or to such acts, with
            the reason.
    """
    form = form_of(order.form)
    desk = _desk(order, form)
    opening = order.opening
    state = desk.scene.words.state(order.state)
    if opening is None:
        raise BadRequest(f"{form.name} takes up no {desk.scene.words.act(desk.incident.act)}; choose another form")
    if opening.access == "closed":
        raise BadRequest(f"{form.name} is closed for {state}: {' '.join(opening.reasons)}")
    gates = checked(desk, opening)
    fields = tuple(_filled(desk, one) for one in form.fields)
    return Submission(form, order.state, fields, gates, _letter(desk, fields, gates))


def _desk(order: SubmissionOrder, form: Form) -> Desk:
    if order.incident not in {one.id for one in order.record.incidents}:
        raise BadRequest(f"{order.incident} is no incident; a submission is about one incident")
    to = Addressee(form.addressee, form.name, AddresseeKind.BODY, state=order.state)
    scene = scene_of(LetterOrder(order.record, (order.incident,), to, "submission", "en", order.day))
    return Desk(order, form, scene, scene.incidents[0])


def _filled(desk: Desk, field: FormField) -> Filled:
    value, why = fill(desk, field.fill)
    if value:
        return Filled(field, value=value)
    if why == BY_HAND and field.names:
        why = "the record does not hold it; it goes in with consent only"
    return Filled(field, blank=why)


def _letter(desk: Desk, fields: tuple[Filled, ...], gates: tuple[GateCheck, ...]) -> Letter:
    order, words = desk.order, desk.scene.words
    blocks = [_NOT_YET, "## Rules of the procedure"]
    blocks.append("\n".join(f"- {_RULES[one.id]}: {_SAID[one.state]}; {one.words}" for one in gates))
    if order.opening and (order.opening.gate or order.opening.advice):
        blocks.append(" ".join((order.opening.gate, *order.opening.advice)).strip())
    section = ""
    for number, one in enumerate(fields, 1):
        if one.field.section != section:
            section = one.field.section
            blocks.append(f"## {section}")
        needed = " (required)" if one.field.required else ""
        blocks.append(f"**{number}. {one.field.label}**{needed}")
        blocks.append(one.value or f"- Blank: {one.blank}\n- Why it matters: {one.field.why}")
    checked_on = day_words(words, desk.form.checked_on)
    blocks.append(f"Fields after: {'; '.join(desk.form.sources)} (looked at on {checked_on}; sure: {desk.form.sure}).")
    notes = desk.scene.notes.written()
    return Letter(
        template="submission",
        language="en",
        to=order.to,
        day=order.day,
        subject=f"{desk.form.name}: {words.state(order.state, bare=True)}",
        text="\n\n".join([*blocks, *([notes] if notes else [])]) + "\n",
        claims=tuple(desk.scene.notes.claims),
        gaps=tuple(_gaps(fields, gates)),
    )


def _gaps(fields: tuple[Filled, ...], gates: tuple[GateCheck, ...]) -> list[Gap]:
    """Rules that are not kept, then blanks: those that must be filled in first."""
    found = [Gap(f"gate_{one.id}", f"{_RULES[one.id]}: {one.words}") for one in gates if one.state is not GateState.MET]
    blanks = sorted((one for one in fields if not one.value), key=lambda one: not one.field.required)
    for one in blanks:
        kind = "blank_required" if one.field.required else "blank"
        found.append(Gap(kind, f"{one.field.label}: {one.blank}. {one.field.why}"))
    return found
