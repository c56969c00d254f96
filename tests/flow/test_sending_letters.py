"""Approved letters go by mail once, checked and logged; what comes back is noted with the right one."""

import datetime
import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

import mailserver
from clarion.cli import main
from clarion.flow import Case, guarding, sending
from clarion.mailing import ResultKind
from clarion.model import Detail, DetailKind
from clarion.model.errors import BadRequest
from clarion.model.interventions import (
    Addressee,
    AddresseeKind,
    Contact,
    ContactKind,
    Intervention,
    InterventionKind,
    Letter,
    Response,
    Step,
    StepKind,
)
from clarion.publish.letters import LetterForm
from clarion.store import follow_tables, following, people
from clarion.store.folder import CaseFolder
from mailserver import Server

TEXT = (
    "Quellwater, 4 May 2023\n\nPolice arrested Tamsin Oduya and two fishermen in Athens on 3 May 2023, Lantern Watch"
    " said. We call on the Embassy of Ammerland to ask for their release. Write to embassy@ammerland.example.\n"
)
EMBASSY = Addressee(
    "adr_embassy",
    "Embassy of Ammerland",
    AddresseeKind.MISSION,
    contacts=(Contact(ContactKind.PHONE, "1"), Contact(ContactKind.EMAIL, "embassy@ammerland.example")),
)
NOBODY = Addressee("adr_none", "Ministry without an address", AddresseeKind.BODY)
HARMLESS = "Dear Ambassador,\n\nThree fishermen are said to be held in Athens. Please ask for their release.\n"
NAMING = "Dear Ambassador,\n\nTamsin Oduya is said to be held in Athens.\n"


class Stepping:
    """A clock that goes on only by sleeping."""

    def __init__(self) -> None:
        self.at = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += datetime.timedelta(seconds=seconds)

    @property
    def clock(self) -> sending.Clock:
        return sending.Clock(now=lambda: self.at, sleep=self.sleep)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with mailserver.running(tmp_path) as one:
        yield one


@pytest.fixture
def settings(tmp_path: Path, server: Server) -> Path:
    return mailserver.write_settings(tmp_path, server)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseFolder]:
    """A case in whose one document a person is named."""

    def finder(text: str, *, language: object, claims: object, document: object) -> tuple[Detail, ...]:
        names = ("Tamsin Oduya", "embassy@ammerland.example", "Mirelle Okafor-Brandt", "mirelle.okafor@post.example")
        places = [(text.find(name), name) for name in names]
        return tuple(
            Detail(document, (at, at + len(name)), DetailKind.CONTACT if "@" in name else DetailKind.PERSON, "by hand")  # type: ignore[arg-type]
            for at, name in places
            if at >= 0
        )

    monkeypatch.setattr(guarding, "find_details", finder)
    guarding._FOUND.clear()
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    with Case.open(tmp_path / "case") as made:
        made.preserve([tmp_path / "harbour.txt"], given={"handling": "public"})
        made.read()
        made.extract()
    opened = CaseFolder.open(tmp_path / "case", create=False)
    yield opened
    opened.close()


def begin(case: CaseFolder, to: Addressee = EMBASSY, text: str = HARMLESS, *, approved: bool = True) -> str:
    about = case.state().documents[0]
    letter = Letter("embassy", "en", (to.name,), "2026-11-22", "Three fishermen held in Athens", text)
    with case.writing() as writing:
        one = following.begin(writing, following.Begun(InterventionKind.LETTER, (about,), to, letter))
    if approved:
        note(case, one.id, StepKind.APPROVED)
    return one.id


def note(case: CaseFolder, name: str, kind: StepKind, letter: Letter | None = None) -> Step:
    with case.writing() as writing:
        return following.happen(writing, following.Happened(name, kind, "2026-11-22", letter=letter))


def steps(case: CaseFolder, name: str) -> list[Step]:
    with case.reading() as connection:
        return follow_tables.steps(connection, [name])


def kinds(case: CaseFolder, name: str) -> list[str]:
    return [step.kind.value for step in steps(case, name)]


def the(case: CaseFolder, name: str) -> Intervention:
    with case.reading() as connection:
        found = follow_tables.intervention(connection, name)
    assert found is not None
    return found


def send(
    case: CaseFolder, settings: Path, *names: str, again: str = "", clock: Stepping | None = None
) -> list[sending.Sent]:
    stepping = clock or Stepping()
    return list(sending.send_letters(case, names, settings=settings, again=again, clock=stepping.clock))


def test_an_approved_letter_goes_once_and_the_log_says_so(folder: CaseFolder, server: Server, settings: Path) -> None:
    name = begin(folder)
    (sent,) = send(folder, settings, name)
    assert sent.is_sent
    assert kinds(folder, name) == ["approved", "sending", "sent"]
    about, after = steps(folder, name)[1:]
    assert about.value == after.value == server.got[0].message["Message-ID"]
    assert server.got[0].recipients == ("embassy@ammerland.example",)
    assert server.got[0].text.split() == HARMLESS.split()
    with pytest.raises(BadRequest, match="sent already"):
        send(folder, settings, name)
    assert len(server.got) == 1


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        (lambda case: begin(case, approved=False), "nobody has approved"),
        (lambda case: begin(case, NOBODY), "has no e-mail address"),
        (lambda case: "itv_0", "no intervention"),
    ],
)
def test_what_may_not_go_is_refused_with_the_reason(
    folder: CaseFolder, server: Server, settings: Path, prepare: object, says: str
) -> None:
    assert callable(prepare)
    with pytest.raises(BadRequest, match=says):
        send(folder, settings, prepare(folder))
    assert not server.got


def test_a_text_changed_after_it_was_approved_does_not_go(folder: CaseFolder, server: Server, settings: Path) -> None:
    name = begin(folder)
    letter = the(folder, name).letter
    note(folder, name, StepKind.DRAFTED, letter)
    with pytest.raises(BadRequest, match="nobody has approved the letter as it stands"):
        send(folder, settings, name)
    note(folder, name, StepKind.APPROVED)
    assert send(folder, settings, name)[0].is_sent


def test_one_letter_that_may_not_go_holds_back_all(folder: CaseFolder, server: Server, settings: Path) -> None:
    good, bad = begin(folder), begin(folder, approved=False)
    with pytest.raises(BadRequest):
        send(folder, settings, good, bad)
    assert not server.got
    assert kinds(folder, good) == ["approved"]


def test_a_letter_that_names_somebody_withheld_does_not_go(folder: CaseFolder, server: Server, settings: Path) -> None:
    name = begin(folder, text=NAMING)
    with pytest.raises(BadRequest, match="something withheld") as told:
        send(folder, settings, name)
    with pytest.raises(BadRequest, match="something withheld"):
        sending.mail_of(folder, name, settings)
    assert "Oduya" not in str(told.value)
    assert not server.got
    assert kinds(folder, name) == ["approved"]


def test_a_letter_that_hides_the_name_from_simple_search_does_not_go(
    folder: CaseFolder, server: Server, settings: Path
) -> None:
    """The mail is base64 on its way; what counts is what the receiver reads."""
    name = begin(folder, text="존경하는 대사님께 " * 20 + "TAMSIN  ODUYA")
    with pytest.raises(BadRequest, match="something withheld"):
        send(folder, settings, name)
    assert not server.got


def test_words_of_the_addressee_and_the_sender_are_no_slip(folder: CaseFolder, server: Server, settings: Path) -> None:
    """The document holds the address of the embassy, which is withheld there as a contact."""
    text = HARMLESS + "\nEmbassy of Ammerland, embassy@ammerland.example\n"
    name = begin(folder, text=text + "\n" + "word " * 12 + "office@watch.example Border Watch\n")
    assert send(folder, settings, name)[0].is_sent
    assert "embassy@ammerland.example" in server.got[0].text


@pytest.mark.parametrize("own", ["Tam", "sin", "T", "ya", "a", "Oduya Tamsin"])
def test_words_of_the_sender_hide_no_part_of_a_name(
    folder: CaseFolder, server: Server, tmp_path: Path, own: str
) -> None:
    settings = mailserver.write_settings(tmp_path, server)
    settings.write_text(settings.read_text().replace("Border Watch <", f"{own} <"), encoding="utf-8")
    for text in (NAMING, "Tamsin Oduya\n", "Of Tamsin Oduya\nand others\n"):
        with pytest.raises(BadRequest, match="something withheld"):
            send(folder, settings, begin(folder, text=text))


def test_who_approved_a_letter_may_sign_it_and_others_at_work_stay_unnamed(
    folder: CaseFolder, server: Server, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in ("Ada Quillfeather", "Bo Larkspur"):  # both are at work, so their names are withheld
        monkeypatch.setenv("CLARION_NAME", person)
        people.note(folder, folder.state().documents[0], "seen")
    signed = begin(folder, text=HARMLESS + "\nYours faithfully,\n\nBo Larkspur\n")
    assert send(folder, settings, signed)[0].is_sent
    with pytest.raises(BadRequest, match="something withheld"):
        send(folder, settings, begin(folder, text=HARMLESS + "\nAda Quillfeather told me so.\n"))


def test_who_agreed_already_is_not_written_to(folder: CaseFolder, server: Server, settings: Path) -> None:
    agreed, name = begin(folder), begin(folder)
    with folder.writing() as writing:
        following.happen(
            writing, following.Happened(agreed, StepKind.OUTCOME, "2026-11-22", value=Response.FAVOURABLE.value)
        )
    with pytest.raises(BadRequest, match=r"agreed to this on 2026-11-22"):
        send(folder, settings, name)
    assert not server.got


def test_the_marks_of_a_letter_are_read_as_a_letter(folder: CaseFolder, server: Server, settings: Path) -> None:
    name = begin(folder, text="## Facts\n\nThree are **held**.[^1]\n\n[^1]: Reported by one origin.\n")
    send(folder, settings, name)
    assert server.got[0].text.splitlines()[:3] == ["Facts", "-----", ""]
    assert "Three are held. [1]" in server.got[0].text


def test_a_stop_between_handing_over_and_noting_never_sends_twice_unseen(
    folder: CaseFolder, server: Server, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, hand_over = begin(folder), sending.send

    def stops(*given: object) -> object:
        hand_over(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(sending, "send", stops)
    with pytest.raises(KeyboardInterrupt):
        send(folder, settings, name)
    monkeypatch.setattr(sending, "send", hand_over)
    assert kinds(folder, name) == ["approved", "sending"]
    with pytest.raises(BadRequest, match="what became of it is not known"):
        send(folder, settings, name)
    assert len(server.got) == 1
    assert send(folder, settings, name, again="the server's own list does not hold it")[0].is_sent
    assert kinds(folder, name) == ["approved", "sending", "not_sent", "sending", "sent"]


def test_a_server_that_hangs_up_after_the_mail_leaves_it_unsure(
    folder: CaseFolder, server: Server, settings: Path
) -> None:
    server.manners.drops_after_data = True
    name = begin(folder)
    (sent,) = send(folder, settings, name)
    assert sent.result is not None
    assert sent.result.kind is ResultKind.UNSURE
    assert kinds(folder, name) == ["approved", "sending"]
    with pytest.raises(BadRequest, match="not known"):
        send(folder, settings, name)


def test_what_is_refused_is_noted_with_the_words_of_the_server(
    folder: CaseFolder, server: Server, settings: Path
) -> None:
    server.manners.recipients["embassy@ammerland.example"] = "550 5.1.1 no such mailbox"
    name = begin(folder)
    assert not send(folder, settings, name)[0].is_sent
    assert kinds(folder, name) == ["approved", "sending", "not_sent"]
    assert "no such mailbox" in steps(folder, name)[-1].words


def test_what_is_not_taken_now_is_tried_again_and_then_noted(
    folder: CaseFolder, server: Server, settings: Path
) -> None:
    server.manners.recipients["embassy@ammerland.example"] = "450 4.2.0 later"
    name, stepping = begin(folder), Stepping()
    (sent,) = send(folder, settings, name, clock=stepping)
    assert sent.result is not None
    assert sent.result.kind is ResultKind.NOT_NOW
    assert kinds(folder, name) == ["approved", *["sending", "not_sent"] * 3]
    assert [round(seconds) for seconds in stepping.slept] == [300, 600]
    server.manners.recipients.clear()
    assert send(folder, settings, name)[0].is_sent


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_letter_goes_along_as_a_file_and_is_read_back_in_that_form(
    folder: CaseFolder, server: Server, settings: Path, form: str
) -> None:
    name = begin(folder)
    going = sending.send_letters(folder, [name], settings=settings, clock=Stepping().clock, attach=LetterForm(form))
    assert all(one.is_sent for one in going)
    (file,) = server.got[0].message.iter_attachments()
    assert file.get_filename() == f"letter.{form}"
    content = file.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert content[:4] in (b"PK\x03\x04", b"%PDF")
    assert server.got[0].text.split() == HARMLESS.split()
    with pytest.raises(BadRequest, match="something withheld"):
        sending.mail_of(folder, begin(folder, text=NAMING), settings, LetterForm(form))


def test_settings_that_lie_in_the_case_are_refused(folder: CaseFolder, server: Server, settings: Path) -> None:
    inside = folder.folder / "mail.toml"
    inside.write_bytes(settings.read_bytes())
    with pytest.raises(BadRequest, match="lies in the case"):
        send(folder, inside, begin(folder))


def test_what_another_process_is_sending_is_not_sent_again(
    folder: CaseFolder, server: Server, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--again` is for what was left behind, not for what is under way."""
    from clarion.store import lock

    monkeypatch.setattr(lock, "_PATIENCE", 0.1)
    name = begin(folder)
    with folder.writing() as writing:
        following.happen(writing, following.Happened(name, StepKind.SENDING, "2026-11-22", value="<x@watch.example>"))
    with lock.sending(folder.folder):
        (sent,) = send(folder, settings, name, again="it must have got stuck")
    assert not sent.is_sent
    assert "another process sends letters" in sent.why
    assert not server.got
    assert kinds(folder, name) == ["approved", "sending"]


def test_where_nobody_waits_it_is_tried_once(folder: CaseFolder, server: Server, settings: Path) -> None:
    server.manners.recipients["embassy@ammerland.example"] = "450 4.2.0 later"
    name, stepping = begin(folder), Stepping()
    going = sending.send_letters(folder, [name], settings=settings, clock=stepping.clock, most_tries=1)
    assert [one.result.kind for one in going if one.result] == [ResultKind.NOT_NOW]
    assert stepping.slept == []


def test_letters_go_one_by_one_at_the_pace_of_the_settings(folder: CaseFolder, server: Server, tmp_path: Path) -> None:
    pace = "[pace]\nbetween = 60\nbetween_to_one = 3600\njitter = 0\n"
    settings = mailserver.write_settings(tmp_path, server, more=pace)
    other = Addressee(
        "adr_c", "Clerk", AddresseeKind.BODY, contacts=(Contact(ContactKind.EMAIL, "clerk@ammerland.example"),)
    )
    names = [begin(folder), begin(folder), begin(folder, other)]
    stepping = Stepping()
    assert all(one.is_sent for one in send(folder, settings, *names, clock=stepping))
    assert stepping.slept == [60, 3540]
    assert [got.recipients for got in server.got] == [
        ("embassy@ammerland.example",),
        ("clerk@ammerland.example",),
        ("embassy@ammerland.example",),
    ]


def test_a_letter_that_is_cancelled_while_it_waits_stays(folder: CaseFolder, server: Server, settings: Path) -> None:
    names = [begin(folder), begin(folder)]
    going = sending.send_letters(folder, names, settings=settings, clock=Stepping().clock)
    assert next(going).is_sent
    note(folder, names[1], StepKind.CANCELLED)
    (left,) = going
    assert not left.is_sent
    assert "cancelled" in left.why
    assert len(server.got) == 1
    assert kinds(folder, names[1]) == ["approved", "cancelled"]


def test_a_wrong_password_stops_all(folder: CaseFolder, server: Server, settings: Path, tmp_path: Path) -> None:
    (tmp_path / "mail-password").write_text("wrong\n", encoding="utf-8")
    names = [begin(folder), begin(folder)]
    first, second = send(folder, settings, *names)
    assert first.result is not None
    assert first.result.kind is ResultKind.NO_ENTRY
    assert second.result is None
    assert kinds(folder, names[1]) == ["approved"]


def test_the_test_mode_prints_the_mail_as_it_would_go_and_sends_nothing(
    folder: CaseFolder, server: Server, settings: Path
) -> None:
    name = begin(folder, approved=False)
    printed, told = io.TextIOWrapper(io.BytesIO()), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(told):
        status = main(["send", str(folder.folder), name, "--test", "--settings", str(settings)])
    content = printed.buffer.getvalue()  # type: ignore[attr-defined]
    assert status == 0
    assert content.startswith(b"From: Border Watch <office@watch.example>\r\nTo: embassy@ammerland.example\r\n")
    assert "nobody has approved" in told.getvalue()
    assert not server.got
    assert kinds(folder, name) == []


def test_the_command_says_what_became_of_each(
    folder: CaseFolder, server: Server, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = begin(folder)
    assert main(["send", str(folder.folder), name, "--settings", str(settings)]) == 0
    assert capsys.readouterr().out == f"{name}: sent; the server said kept\n"
    assert main(["send", str(folder.folder), name, "--settings", str(settings)]) == 1
    assert "sent already" in capsys.readouterr().err


def test_no_password_and_no_settings_come_into_the_case(folder: CaseFolder, server: Server, settings: Path) -> None:
    name = begin(folder)
    send(folder, settings, name)
    for path in folder.folder.rglob("*"):
        assert not path.is_file() or mailserver.PASSWORD.encode() not in path.read_bytes()


def answer(folder: Path, server: Server, **fields: str) -> Path:
    named = server.got[0].message["Message-ID"]
    head = {"From": "embassy@ammerland.example", "Subject": "Re: Three fishermen held in Athens"}
    head |= {"Date": "Tue, 24 Nov 2026 10:00:00 +0000", "In-Reply-To": named} | fields
    path = folder / "answer.eml"
    path.write_text("".join(f"{key}: {value}\n" for key, value in head.items()) + "\nWe look into it.\n")
    return path


def test_an_answer_is_proposed_for_its_letter_and_taken_in_when_a_person_says_so(
    folder: CaseFolder, server: Server, settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = begin(folder)
    send(folder, settings, name)
    path = answer(tmp_path, server)
    assert main(["receive", str(folder.folder), str(path)]) == 0
    assert capsys.readouterr().out == f"answer.eml: answered\n{name}  reply\n"
    assert kinds(folder, name)[-1] == "sent"
    assert main(["receive", str(folder.folder), str(path), "--to", name]) == 0
    last = steps(folder, name)[-1]
    assert (last.kind, last.day) == (StepKind.ANSWERED, "2026-11-24")
    assert last.document in folder.state().documents


def test_a_bounce_becomes_a_step_and_no_document(
    folder: CaseFolder, server: Server, settings: Path, tmp_path: Path
) -> None:
    name = begin(folder)
    send(folder, settings, name)
    named = server.got[0].message["Message-ID"]
    path = tmp_path / "bounce.eml"
    path.write_text(
        "From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n"
        "<embassy@ammerland.example>: 550 5.1.1 user unknown\n"
        f"--- Below this line is a copy of the message.\nMessage-ID: {named}\n"
    )
    before = folder.state().documents
    assert main(["receive", str(folder.folder), str(path), "--to", name]) == 0
    assert steps(folder, name)[-1].kind is StepKind.BOUNCED
    assert "550 5.1.1 user unknown" in steps(folder, name)[-1].words
    assert folder.state().documents == before


def test_a_mail_that_answers_nothing_is_told_so(
    folder: CaseFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.eml"
    path.write_text("From: a@b.example\nSubject: News\n\nHello\n")
    assert main(["receive", str(folder.folder), str(path)]) == 0
    assert "belongs to no letter" in capsys.readouterr().err
