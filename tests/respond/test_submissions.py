"""Submissions: forms filled in from the record, blanks with why they matter, rules checked, names only with consent."""

from dataclasses import replace

import pytest

from clarion.assess import open_channels
from clarion.model import Affected, CitedVoice, Status, Voice, VoiceKind, VoiceRole
from clarion.model.errors import BadRequest
from clarion.respond.addressees import shipped
from clarion.respond.submissions import (
    FORMS,
    GateState,
    Named,
    Opening,
    Submission,
    SubmissionOrder,
    form_of,
    prepare,
)
from clarion.respond.submissions.fills import _FILLS
from clarion.respond.submissions.gates import _GATES
from lettering import ASK, CLAIMS, INCIDENT, RECORD, with_incident

OPEN = Opening("open", ("The state accepts complaints.",), "Not anonymous.", ("Address the mandates.",))
ORDER = SubmissionOrder(
    record=RECORD,
    incident="inc_1",
    form="wgad",
    state="state:LA",
    day="2031-06-01",
    opening=OPEN,
    submitter=("Border Watch", "12 Example Street"),
    to=("Working Group on Arbitrary Detention",),
    mandates={one.id: one.name for one in shipped()},
)


def order(**changes: object) -> SubmissionOrder:
    return replace(ORDER, **changes)  # type: ignore[arg-type]


def gates(submission: Submission) -> dict[str, GateState]:
    return {one.id: one.state for one in submission.gates}


def value(submission: Submission, name: str) -> str:
    return next(one.value for one in submission.fields if one.field.id == name)


def blank(submission: Submission, name: str) -> str:
    return next(one.blank for one in submission.fields if one.field.id == name)


@pytest.mark.parametrize("name", FORMS)
def test_each_form_says_of_every_field_what_it_holds_or_why_it_is_blank(name: str) -> None:
    made = prepare(order(form=name))
    assert made.fields
    text = made.letter.text
    for number, one in enumerate(made.fields, 1):
        assert bool(one.value) is not bool(one.blank), one.field.id
        assert f"**{number}. {one.field.label}**" in text
        if one.blank:
            assert f"- Blank: {one.blank}\n- Why it matters: {one.field.why}" in text
    assert "It has not been submitted." in text
    assert not set("{}") & set(text)
    assert made.letter.template == "submission"


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_whole_as_data(name: str) -> None:
    form = form_of(name)
    ids = [one.id for one in form.fields]
    assert len(ids) == len(set(ids))
    assert form.addressee in {one.id for one in shipped()}
    assert form.sources
    assert form.checked_on
    assert set(form.gates) <= set(_GATES)
    assert {one.fill for one in form.fields} <= set(_FILLS)
    assert all(one.why and one.label and one.section for one in form.fields)
    assert any(one.fill == "consent" for one in form.fields)
    assert {one for held in form.mandates.values() for one in held} <= {one.id for one in shipped()}


@pytest.mark.parametrize("name", [one for one in FORMS if one != "upr"])
def test_no_name_goes_in_without_a_consent(name: str) -> None:
    made = prepare(order(form=name, withheld=2))
    assert "2 names stand beside the claims" in blank(made, "name")
    assert "record the consent" in blank(made, "name")
    assert "no consent to name anybody" in blank(made, "consent")
    named = prepare(order(form=name, named=(Named("Invented Person", "2031-05-20"),)))
    assert "Invented Person (let out with consent; in the log of 2031-05-20)" in value(named, "name")
    assert "2031-05-20" in value(named, "consent")


def test_what_is_known_is_filled_in() -> None:
    made = prepare(ORDER)
    assert value(made, "day") == "3 May 2031"
    assert value(made, "place") == "From Boten (Laos) to China"
    assert value(made, "nationality") == "Democratic People’s Republic of Korea, as the sources tell"
    assert "reported by two independent origins, and disputed" in value(made, "circumstances")
    assert "Denied by the ministry of Laos: “The ministry of Laos said" in value(made, "circumstances")
    assert "your Government" not in made.letter.text
    assert "The ministry of Laos" in value(made, "denials")
    assert "Convention against Torture, article 3: binding on Laos since 26 October 2012" in value(made, "law")
    assert "The Government of Laos should let them stay." in value(made, "asked")
    assert "Category IV" in value(made, "categories")
    assert "Meridian Wire (media)" in value(made, "sources")


def test_what_is_not_known_is_blank_with_its_reason() -> None:
    bare = with_incident(when=None, where=(), affected=None, answers=(), denials=(), status=Status.REPORTED)
    silent = replace(bare, findings=(), asks=(), claims=tuple(replace(one, affected=None) for one in CLAIMS))
    made = prepare(order(record=silent))
    for name in ("day", "place", "nationality", "denials", "law", "asked", "categories", "remedies", "warrant"):
        assert blank(made, name), name
    kinds = [gap.kind for gap in made.letter.gaps]
    assert kinds == sorted(kinds, key=lambda one: (not one.startswith("gate"), one == "blank"))
    assert "blank_required" in kinds


def test_a_closed_channel_is_refused_with_its_reason() -> None:
    closed = Opening("closed", ("The state accepts no complaints (cat-1984/22; known to 2026-11-21).",))
    with pytest.raises(BadRequest, match="is closed for Laos: The state accepts no complaints"):
        prepare(order(form="cat-22", opening=closed))
    with pytest.raises(BadRequest, match="takes up no forced return"):
        prepare(order(opening=None))


def test_a_channel_of_which_nothing_is_known_is_for_a_person_to_look_up() -> None:
    made = prepare(order(form="cat-22", opening=Opening("unknown", ("Whether it binds is not known.",))))
    assert gates(made)["open"] is GateState.FOR_A_PERSON
    assert "gate_open" in {gap.kind for gap in made.letter.gaps}


@pytest.mark.parametrize(
    ("changes", "gate", "state"),
    [
        ({}, "not_anonymous", GateState.MET),
        ({"submitter": ()}, "not_anonymous", GateState.NOT_MET),
        ({}, "named_person", GateState.NOT_MET),
        ({"named": (Named("Invented Person", "2031-05-20"),)}, "named_person", GateState.MET),
        ({}, "not_media_only", GateState.NOT_MET),
        ({"form": "cat-22"}, "remedies", GateState.NOT_MET),
        ({"form": "cat-22", "remedies": "An appeal, rejected on 4 May 2031"}, "remedies", GateState.FOR_A_PERSON),
        ({"form": "ced-urgent"}, "other_procedure", GateState.FOR_A_PERSON),
        ({"form": "special-procedures"}, "not_abusive", GateState.FOR_A_PERSON),
    ],
)
def test_the_rules_of_the_procedure_are_checked(changes: dict[str, object], gate: str, state: GateState) -> None:
    made = prepare(order(**changes))
    assert gates(made)[gate] is state
    assert (f"gate_{gate}" in {gap.kind for gap in made.letter.gaps}) is (state is not GateState.MET)


def test_one_document_that_is_not_of_media_is_enough() -> None:
    own = replace(RECORD, documents=(replace(RECORD.documents[0], publisher="Border Watch"), RECORD.documents[1]))
    assert gates(prepare(order(record=own)))["not_media_only"] is GateState.MET
    as_media = replace(own, voices=(Voice("voi_1", "Border Watch", kind=VoiceKind.MEDIA),))
    assert gates(prepare(order(record=as_media)))["not_media_only"] is GateState.NOT_MET


def test_a_source_that_speaks_through_media_is_named_to_be_asked() -> None:
    said = (CitedVoice("Meridian Wire", VoiceRole.PUBLISHER), CitedVoice("Lantern Legal Aid", VoiceRole.QUOTED))
    claims = tuple(replace(one, voices=said) if one.id == "clm_a" else one for one in CLAIMS)
    made = prepare(order(record=replace(RECORD, claims=claims)))
    gate = next(one for one in made.gates if one.id == "not_media_only")
    assert gate.state is GateState.NOT_MET
    assert "Lantern Legal Aid: ask them for their own word" in gate.words


def test_the_special_procedures_are_told_which_mandates_the_act_concerns() -> None:
    made = prepare(order(form="special-procedures"))
    assert "- Special Rapporteur on the situation of human rights in the Democratic" in value(made, "mandates")
    assert "- Special Rapporteur on torture" in value(made, "mandates")
    of_nobody = with_incident(act="boycott", affected=None)
    assert blank(prepare(order(form="special-procedures", record=of_nobody)), "mandates")


def test_feared_acts_are_said_to_be_feared() -> None:
    made = prepare(order(record=with_incident(status=Status.WARNED)))
    assert value(made, "state_of_affairs").startswith("Feared.")
    goes_on = prepare(order(record=with_incident(act="detention", affected=Affected("people"))))
    assert "Whether it goes on is not known" in value(goes_on, "state_of_affairs")


def test_a_submission_is_about_one_incident() -> None:
    with pytest.raises(BadRequest, match="is no incident"):
        prepare(order(incident=ASK.id))
    with pytest.raises(BadRequest, match="is no form"):
        prepare(order(form="petition"))


def test_every_form_is_a_channel_that_assess_knows() -> None:
    import datetime

    from clarion.reference import states

    assert states.is_state("LA")
    known = {one.id for act in ("forced_return", "detention", "torture", "disappearance") for one in
             open_channels("LA", datetime.date(2031, 6, 1), replace(INCIDENT, act=act))}  # fmt: skip
    assert set(FORMS) <= known
