"""Where interventions stand: rows of steps, a day, and what follows from them."""

import datetime
from dataclasses import replace

import pytest

from clarion.model import DocumentId
from clarion.model.interventions import (
    Addressee,
    AddresseeKind,
    Intervention,
    InterventionKind,
    Letter,
    Response,
    Step,
    StepKind,
)
from clarion.respond.following import DUE_WORDS, Due, Followed, HeldBecause, Stage, agenda, follow, held_back

K = StepKind
MINISTER = Addressee("adr_minister", "Minister of Harbours", AddresseeKind.POST)
DAY = datetime.date(2023, 6, 15)


def letter(text: str = "Release them.") -> Letter:
    return Letter("letter", "en", ("Minister",), "2023-06-01", "Held", text)


def begun(
    kind: str = "letter", *, to: str = "adr_minister", name: str = "itv_1", at: str = "2023-06-01"
) -> Intervention:
    whom = replace(MINISTER, id=to)
    return Intervention(name, InterventionKind(kind), ("ask_1",), whom, letter(), "Ada", f"{at}T09:00:00Z")


def step(kind: StepKind, day: str, **more: object) -> Step:
    return Step(f"stp_{kind}_{day}", "itv_1", kind, f"2023-{day}", "Ada", f"2023-{day}T10:00:00Z", **more)  # type: ignore[arg-type]


def stands(*steps: Step, day: datetime.date = DAY, kind: str = "letter", to: str = "adr_minister") -> Followed:
    return follow(begun(kind, to=to), steps, day)


SENT = step(K.SENT, "06-02")
ANSWERED = step(K.ANSWERED, "06-09", document=DocumentId("sha256:aa"))


@pytest.mark.parametrize(
    ("steps", "stage", "due"),
    [
        ([], Stage.DRAFTED, Due.APPROVE),
        ([step(K.APPROVED, "06-02")], Stage.APPROVED, Due.SEND),
        # a newer text has to be approved again
        ([step(K.APPROVED, "06-02"), step(K.DRAFTED, "06-02", letter=letter())], Stage.DRAFTED, Due.APPROVE),
        ([step(K.SENDING, "06-02", value="<1@x>")], Stage.SENDING, Due.LOOK_WHETHER_SENT),
        ([step(K.SENDING, "06-02"), step(K.NOT_SENT, "06-02")], Stage.NOT_SENT, Due.SEND),
        ([SENT], Stage.SENT, Due.WAIT),
        ([SENT, step(K.DELIVERED, "06-02")], Stage.DELIVERED, Due.WAIT),
        ([SENT, step(K.DELIVERED, "06-02"), step(K.BOUNCED, "06-03")], Stage.BOUNCED, Due.FIND_ADDRESS),
        # a new letter after a bounce begins anew
        ([SENT, step(K.BOUNCED, "06-03"), step(K.SENT, "06-05")], Stage.SENT, Due.WAIT),
        ([SENT, step(K.ACKNOWLEDGED, "06-05")], Stage.ACKNOWLEDGED, Due.WAIT),
        # the mail of a machine takes nothing back
        ([SENT, step(K.ACKNOWLEDGED, "06-05"), step(K.DELIVERED, "06-06")], Stage.ACKNOWLEDGED, Due.WAIT),
        ([SENT, ANSWERED, step(K.BOUNCED, "06-10")], Stage.ANSWERED, Due.SAY_OUTCOME),
        ([SENT, step(K.EXTENDED, "06-05", until="2023-08-01")], Stage.EXTENDED, Due.WAIT),
        ([SENT, ANSWERED], Stage.ANSWERED, Due.SAY_OUTCOME),
        ([SENT, ANSWERED, step(K.OUTCOME, "06-10", value="favourable")], Stage.CLOSED, Due.NOTHING),
        ([SENT, ANSWERED, step(K.OUTCOME, "06-10", value="token")], Stage.CLOSED, Due.NOTHING),
        ([SENT, step(K.OUTCOME, "06-10", value="none")], Stage.CLOSED, Due.NOTHING),
        ([SENT, ANSWERED, step(K.OUTCOME, "06-10", value="pledge")], Stage.CLOSED, Due.HOLD_TO_PLEDGE),
        # who asks for more has not answered yet
        ([SENT, ANSWERED, step(K.OUTCOME, "06-10", value="asks_for_more")], Stage.ANSWERED, Due.GIVE_MORE),
        # an answer after the end opens it again
        ([SENT, step(K.OUTCOME, "06-08", value="none"), ANSWERED], Stage.ANSWERED, Due.SAY_OUTCOME),
        ([SENT, step(K.ESCALATED, "06-10", value="itv_2")], Stage.ESCALATED, Due.NOTHING),
        ([SENT, step(K.ESCALATED, "06-10", value="itv_2"), ANSWERED], Stage.ANSWERED, Due.SAY_OUTCOME),
        ([step(K.CANCELLED, "06-02")], Stage.CANCELLED, Due.NOTHING),
        # a reminder that is being written leaves the wait as it is
        ([SENT, step(K.DRAFTED, "06-10", letter=letter(text="Again."))], Stage.SENT, Due.APPROVE),
        ([SENT, step(K.DRAFTED, "06-10", letter=letter()), step(K.APPROVED, "06-10")], Stage.SENT, Due.SEND),
        # an outcome that was hidden from the viewer closes all the same
        ([SENT, step(K.OUTCOME, "06-10")], Stage.CLOSED, Due.NOTHING),
    ],
)
def test_steps_tell_where_it_stands_and_what_is_due(steps: list[Step], stage: Stage, due: Due) -> None:
    standing = stands(*steps).standing
    assert (standing.stage, standing.due) == (stage, due)
    assert DUE_WORDS[standing.due]


def test_an_intervention_without_a_letter_is_begun() -> None:
    one = Intervention("itv_1", InterventionKind.MEETING, ("ask_1",), MINISTER, None, "Ada", "2023-06-01T09:00:00Z")
    assert follow(one, [], DAY).standing.due is Due.WRITE


@pytest.mark.parametrize(
    ("day", "stage", "due", "left"),
    [
        ("2023-06-02", Stage.SENT, Due.WAIT, 30),
        ("2023-07-02", Stage.SENT, Due.WAIT, 0),  # the last day is still in time
        ("2023-07-03", Stage.OVERDUE, Due.REMIND, -1),
    ],
)
def test_a_letter_is_overdue_after_thirty_days(day: str, stage: Stage, due: Due, left: int) -> None:
    standing = stands(SENT, day=datetime.date.fromisoformat(day)).standing
    assert (standing.stage, standing.due, standing.days_left) == (stage, due, left)
    assert standing.deadline is not None
    assert standing.deadline.day == "2023-07-02"
    assert standing.deadline.source


@pytest.mark.parametrize(
    ("kind", "to", "deadline"),
    [
        ("submission", "adr_un-sr-torture", "2023-08-01"),
        ("submission", "adr_un-wgad", "2023-08-01"),
        ("submission", "adr_un-upr", None),  # no term is known
        ("appeal", "adr_minister", "2023-07-02"),
        ("meeting", "adr_minister", None),
        ("call", "adr_minister", None),
    ],
)
def test_the_term_is_that_of_the_body(kind: str, to: str, deadline: str | None) -> None:
    standing = stands(SENT, kind=kind, to=to).standing
    assert (standing.deadline.day if standing.deadline else None) == deadline
    assert standing.due is (Due.WAIT if deadline else Due.SET_DEADLINE)


@pytest.mark.parametrize(
    ("steps", "deadline"),
    [
        ([step(K.SENT, "06-02", until="2023-06-20")], "2023-06-20"),
        ([SENT, step(K.DEADLINE, "06-03", until="2023-06-25")], "2023-06-25"),
        ([step(K.DEADLINE, "06-01", until="2023-06-25"), SENT], "2023-06-25"),
        ([SENT, step(K.EXTENDED, "06-20", until="2023-09-01")], "2023-09-01"),
        ([SENT, step(K.REMINDED, "06-20", until="2023-07-20")], "2023-07-20"),
        # a newer letter has a term of its own
        (
            [step(K.SENT, "05-02", until="2023-05-20"), step(K.EXTENDED, "05-10", until="2023-06-01"), SENT],
            "2023-07-02",
        ),
    ],
)
def test_a_day_set_by_hand_goes_before_the_rule(steps: list[Step], deadline: str) -> None:
    found = stands(*steps).standing.deadline
    assert found is not None
    assert found.day == deadline
    assert bool(found.source) == (deadline == "2023-07-02")


def test_who_stays_silent_after_a_reminder_is_put_to_a_next_body() -> None:
    late = datetime.date(2023, 8, 1)
    assert stands(SENT, day=late).standing.due is Due.REMIND
    reminded = step(K.REMINDED, "07-05", until="2023-07-20")
    standing = stands(SENT, reminded, day=late).standing
    assert (standing.stage, standing.due, standing.reminders) == (Stage.OVERDUE, Due.ESCALATE, 1)


def test_an_answer_in_time_is_never_overdue() -> None:
    assert stands(SENT, ANSWERED, day=datetime.date(2024, 1, 1)).standing.stage is Stage.ANSWERED


def test_the_letter_that_went_out_is_told_from_a_newer_draft() -> None:
    newer = letter(text="Again.")
    standing = stands(SENT, step(K.DRAFTED, "06-10", letter=newer)).standing
    assert standing.sent == letter()
    assert standing.letter == newer
    assert standing.is_newer_draft


def test_the_list_of_what_is_due_begins_with_what_is_overdue_longest() -> None:
    day = datetime.date(2023, 8, 20)
    rows = {
        "closed": [SENT, step(K.OUTCOME, "06-10", value="none")],
        "waiting": [step(K.SENT, "08-10")],
        "late": [step(K.SENT, "07-10")],
        "later": [SENT],
        "draft": [],
    }
    followed = [follow(begun(name=name), steps, day) for name, steps in rows.items()]
    assert [one.intervention.id for one in agenda(followed)] == ["later", "late", "waiting", "draft", "closed"]


@pytest.mark.parametrize(
    ("steps", "because"),
    [
        ([SENT, step(K.OUTCOME, "06-10", value="favourable")], HeldBecause.AGREED),
        ([SENT, step(K.OUTCOME, "06-10", value="pledge", until="2023-07-01")], HeldBecause.PLEDGED),
        ([SENT, step(K.OUTCOME, "06-10", value="pledge")], HeldBecause.PLEDGED),
        ([SENT, step(K.OUTCOME, "06-10", value="pledge", until="2023-06-12")], None),  # its day has passed
        ([SENT, step(K.OUTCOME, "06-10", value="token")], None),
        ([SENT, step(K.OUTCOME, "06-10", value="counter_move")], None),
        ([SENT], HeldBecause.AWAITED),
        ([step(K.SENT, "04-02")], None),  # overdue: a reminder is due
        ([], None),
    ],
)
def test_who_agreed_is_not_written_to_again(steps: list[Step], because: HeldBecause | None) -> None:
    held = held_back("adr_minister", ["ask_1"], [stands(*steps)], DAY)
    assert (held.because if held else None) == because
    assert not held or held.forbids == (because is not HeldBecause.AWAITED)


def test_an_agreement_holds_for_the_same_ask_and_addressee_only() -> None:
    known = [stands(SENT, step(K.OUTCOME, "06-10", value=Response.FAVOURABLE, words="by phone"))]
    held = held_back("adr_minister", ["ask_2", "ask_1"], known, DAY)
    assert held is not None
    assert held.words == "by phone"
    assert held_back("adr_minister", ["ask_2"], known, DAY) is None
    assert held_back("adr_other", ["ask_1"], known, DAY) is None


def test_what_was_agreed_weighs_more_than_what_is_awaited() -> None:
    agreed = stands(SENT, step(K.OUTCOME, "06-03", value="favourable"))
    awaited = follow(begun(name="itv_2"), [step(K.SENT, "06-10")], DAY)
    held = held_back("adr_minister", ["ask_1"], [agreed, awaited], DAY)
    assert held is not None
    assert held.because is HeldBecause.AGREED
