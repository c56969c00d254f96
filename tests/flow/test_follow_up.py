"""Following up over a case: what may be said when, what is due, and the command that tells it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from clarion.cli import main
from clarion.flow import Case
from clarion.flow.following import Begun, Words
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, InterventionKind, Letter, Response, StepKind
from clarion.respond.following import Due, Stage
from desks import made

MINISTER = Addressee("adr_harbours", "Minister of Harbours", AddresseeKind.POST)
BODY = Addressee("adr_body", "Working Group on Fishermen", AddresseeKind.BODY)
LETTER = Letter("authority", "en", ("Minister",), "2023-06-01", "Twelve fishermen", "Release them.")
TODAY = datetime.datetime.now(datetime.UTC).date()


def days_ago(number: int) -> str:
    return (TODAY - datetime.timedelta(days=number)).isoformat()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with made(tmp_path) as one:
        yield one


@pytest.fixture
def incident(case: Case) -> str:
    return str(case.record().incidents[0].id)


def begun(about: str, *, to: Addressee = MINISTER, letter: Letter | None = LETTER, kind: str = "letter") -> Begun:
    return Begun(InterventionKind(kind), (about,), to, letter)


def sent(case: Case, about: str, day: str) -> str:
    """An intervention whose letter was sent on a day."""
    name = case.begin(begun(about)).id
    case.happened(name, "approved", Words(day=day))
    case.happened(name, "sent", Words(day=day))
    return name


def stands(case: Case, name: str) -> tuple[Stage, Due]:
    (one,) = case.follow_up(name)
    return one.standing.stage, one.standing.due


def test_a_letter_is_followed_from_its_draft_to_its_outcome(case: Case, incident: str) -> None:
    name = case.begin(begun(incident)).id
    assert stands(case, name) == (Stage.DRAFTED, Due.APPROVE)
    case.happened(name, "drafted", Words(text="Release them, please."))
    case.happened(name, "approved")
    case.happened(name, "sent", Words(day=days_ago(40)))
    assert stands(case, name) == (Stage.OVERDUE, Due.REMIND)
    case.happened(name, "reminded", Words(day=days_ago(5)))
    assert stands(case, name) == (Stage.OVERDUE, Due.ESCALATE)
    case.happened(name, "answered", Words(document="border.txt"))
    case.happened(name, "outcome", Words(value="token", words="kind words"))
    (one,) = case.follow_up(incident)
    assert (one.standing.stage, one.standing.response) == (Stage.CLOSED, Response.TOKEN)
    assert one.standing.sent is not None
    assert one.standing.sent.text == "Release them, please."
    assert len(one.standing.answers) == 1
    assert case.verify().documents == 2


def test_all_of_it_is_there_after_a_rebuild(case: Case, incident: str) -> None:
    sent(case, incident, days_ago(3))
    before = case.follow_up()
    case.rebuild()
    assert case.follow_up() == before


@pytest.mark.parametrize(
    ("step", "said", "why"),
    [
        ("sent", Words(), "approve it first"),
        ("answered", Words(), "say what the answer was"),
        ("answered", Words(day="yesterday", words="yes"), "is no day"),
        ("answered", Words(day="2999-01-01", words="yes"), "has not come yet"),
        ("answered", Words(document="nothing.txt"), "no document"),
        ("deadline", Words(), "needs a day"),
        ("deadline", Words(day=days_ago(3), until=days_ago(4)), "lies before"),
        ("outcome", Words(value="great"), "an outcome is one of favourable"),
        ("outcome", Words(), "an outcome is one of"),
        ("drafted", Words(text="  "), "needs a subject and words"),
        ("drafted", Words(), "a draft needs a letter"),
        ("escalated", Words(), "not noted by hand"),
        ("sending", Words(), "not noted by hand"),
        ("thrown", Words(), "is no step"),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_line(case: Case, incident: str, step: str, said: Words, why: str) -> None:
    name = case.begin(begun(incident)).id
    with pytest.raises(BadRequest, match=why) as refused:
        case.happened(name, step, said)
    assert "\n" not in str(refused.value)
    assert case.follow_up(name)[0].steps == ()


def test_a_newer_text_has_to_be_approved_again(case: Case, incident: str) -> None:
    name = case.begin(begun(incident)).id
    case.happened(name, "approved")
    case.happened(name, "drafted", Words(text="Another text."))
    with pytest.raises(BadRequest, match="approve it first"):
        case.happened(name, "sent")


def test_what_is_done_by_word_of_mouth_needs_no_approval(case: Case, incident: str) -> None:
    name = case.begin(begun(incident, letter=None, kind="call")).id
    case.happened(name, "sent", Words(words="rang the office"))
    assert stands(case, name) == (Stage.SENT, Due.SET_DEADLINE)


@pytest.mark.parametrize("outcome", ["favourable", "pledge"])
def test_who_agreed_is_not_written_to_again(case: Case, incident: str, outcome: str) -> None:
    waiting = case.begin(begun(incident)).id
    name = sent(case, incident, days_ago(9))
    case.happened(name, "outcome", Words(value=outcome))
    for attempt in (lambda: case.begin(begun(incident)), lambda: case.happened(waiting, "approved")):
        with pytest.raises(BadRequest, match=f"(agreed|pledged) to this on .*{name}"):
            attempt()
    # another body may be, and so may the same one by word of mouth
    assert case.begin(begun(incident, to=BODY)).id
    assert case.begin(begun(incident, letter=None, kind="call")).id
    case.happened(name, "outcome", Words(value="counter_move", words="took it back"))
    assert case.begin(begun(incident)).id


def test_escalating_links_the_two(case: Case, incident: str) -> None:
    name = sent(case, incident, days_ago(40))
    with pytest.raises(BadRequest, match="name another one"):
        case.escalate(name, begun(incident))
    following = case.escalate(name, Begun(InterventionKind.SUBMISSION, (), BODY, LETTER), "no answer")
    assert following.follows == name
    assert following.about == (incident,)
    (old,) = case.follow_up(name)
    assert old.standing.stage is Stage.ESCALATED
    assert (old.steps[-1].kind, old.steps[-1].value) == (StepKind.ESCALATED, following.id)
    assert [one.intervention.id for one in case.follow_up()] == [following.id, name]


def test_the_command_lists_tells_and_notes(
    case: Case, incident: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(case.folder)
    name = sent(case, incident, days_ago(40))
    assert main(["follow", folder]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{name}  overdue, 10 days over {days_ago(10)}  letter to Minister of Harbours")
    assert line.endswith("due: remind the addressee")
    answer = ["follow", folder, name[:10], "answered", "--document", "border.txt", "--words", "they will look"]
    assert main(answer) == 0
    assert "answered on" in capsys.readouterr().out
    assert main(["follow", folder, name]) == 0
    told = capsys.readouterr().out
    assert "they will look" in told
    assert "Release them." in told
    assert main(["follow", folder, name, "outcome", "--value", "great"]) == 1
    assert capsys.readouterr().err.startswith("an outcome is one of")
    assert main(["follow", folder, "itv_0"]) == 1
    assert "is no intervention" in capsys.readouterr().err


def test_a_case_in_which_nobody_was_approached_says_so(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["follow", str(case.folder)]) == 0
    assert "nobody was approached yet" in capsys.readouterr().out


def test_the_command_puts_it_to_a_next_body(
    case: Case, incident: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which begins without words of its own; they come from a file, and the first is done with."""
    folder, name = str(case.folder), sent(case, incident, days_ago(40))
    assert main(["follow", folder, name, "escalated"]) == 1
    assert "name the next body" in capsys.readouterr().err
    assert main(["follow", folder, name, "escalated", "--to", "adr_un-wgad", "--words", "no answer"]) == 0
    following = capsys.readouterr().out.partition(":")[0]
    text = tmp_path / "letter.txt"
    text.write_text("What was asked, and never answered.", encoding="utf-8")
    assert main(["follow", folder, following, "drafted", "--text", str(text)]) == 1
    assert "needs a subject" in capsys.readouterr().err
    assert main(["follow", folder, following, "drafted", "--text", str(text), "--subject", "Twelve fishermen"]) == 0
    (old,), (new,) = case.follow_up(name), case.follow_up(following)
    assert (old.standing.stage, old.steps[-1].words) == (Stage.ESCALATED, "no answer")
    assert new.intervention.follows == name
    assert new.intervention.addressee.id == "adr_un-wgad"
    assert new.standing.letter is not None
    assert new.standing.letter.subject == "Twelve fishermen"
