"""A mail is handed to a real server on this machine, and what the server says is told as a value."""

import datetime
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import mailserver
from clarion.mailing import Attachment, MailSettings, Message, ResultKind, clean_address, compose, read_settings, send
from mailserver import PASSWORD, Server

NOW = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))
LETTER = Message(
    clean_address("주한 사무소 <embassy@ministry.example>"),
    "두 사람에 관하여 — a question",
    "Dear Sir,\n\n.\n송환 중지\n",
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with mailserver.running(tmp_path) as one:
        yield one


@pytest.fixture
def settings(tmp_path: Path, server: Server) -> MailSettings:
    return read_settings(mailserver.write_settings(tmp_path, server), {})


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_a_mail_arrives_as_it_was_written(tmp_path: Path, security: str) -> None:
    with mailserver.running(tmp_path, security=security) as server:
        given = read_settings(mailserver.write_settings(tmp_path, server, security=security), {})
        mail = compose(LETTER, given, NOW)
        assert send(mail, given).kind is ResultKind.ACCEPTED
        got = server.got[0]
    assert got.recipients == ("embassy@ministry.example",)
    assert got.sender == "office@watch.example"
    assert got.message["Subject"] == LETTER.subject
    assert got.message["To"].addresses[0].display_name == "주한 사무소"
    assert got.text == LETTER.text.replace("\n", "\r\n") or got.text == LETTER.text
    assert got.content == mail.content


def test_nothing_tells_of_the_machine_it_was_written_on(server: Server, settings: MailSettings) -> None:
    mail = compose(LETTER, settings, NOW)
    send(mail, settings)
    assert server.got[0].said == "[127.0.0.1]"
    assert socket.gethostname().encode() not in mail.content
    assert b"Python" not in mail.content
    assert b"Sun, 22 Nov 2026 00:00:00 +0000" in mail.content
    names = {name.lower() for name in server.got[0].message}
    assert names == {
        "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding",
    }  # fmt: skip


def test_a_server_with_a_certificate_of_somebody_else_gets_nothing(tmp_path: Path) -> None:
    for security in ("starttls", "tls"):
        with mailserver.running(tmp_path, security=security, host="127.0.0.2") as server:
            given = read_settings(mailserver.write_settings(tmp_path, server, security=security), {})
            result = send(compose(LETTER, given, NOW), given)
        assert result.kind is ResultKind.NO_CONNECTION
        assert "certificate" in result.words.lower()
        assert not server.got


def test_a_server_without_encryption_gets_neither_mail_nor_password(tmp_path: Path) -> None:
    with mailserver.running(tmp_path, security="none") as server:
        given = read_settings(mailserver.write_settings(tmp_path, server, security="starttls"), {})
        result = send(compose(LETTER, given, NOW), given)
    assert result.kind is ResultKind.NO_CONNECTION
    assert "no encryption" in result.words
    assert not server.got


def test_a_wrong_password_is_told_and_not_repeated(tmp_path: Path, server: Server) -> None:
    path = mailserver.write_settings(tmp_path, server)
    (tmp_path / "mail-password").write_text("wrong-but-secret\n", encoding="utf-8")
    given = read_settings(path, {})
    result = send(compose(LETTER, given, NOW), given)
    assert (result.kind, result.code) == (ResultKind.NO_ENTRY, 535)
    assert "wrong-but-secret" not in repr(result) + repr(given)
    assert not server.got


@pytest.mark.parametrize(
    ("answer", "kind", "retried"),
    [
        ("550 5.1.1 no such mailbox", ResultKind.REFUSED, False),
        ("450 4.2.1 try later", ResultKind.NOT_NOW, True),
        ("421 4.3.2 going down", ResultKind.NOT_NOW, True),
        (f"550 5.7.1 you said {PASSWORD}", ResultKind.REFUSED, False),
    ],
)
def test_what_the_server_says_of_the_addressee_is_told(
    server: Server, settings: MailSettings, answer: str, kind: ResultKind, retried: bool
) -> None:
    server.manners.recipients["embassy@ministry.example"] = answer
    result = send(compose(LETTER, settings, NOW), settings)
    assert (result.kind, result.code, result.may_retry) == (kind, int(answer[:3]), retried)
    assert PASSWORD not in result.words
    assert not server.got


@pytest.mark.parametrize(("answer", "kind"), [("554 no", ResultKind.REFUSED), ("451 later", ResultKind.NOT_NOW)])
def test_a_mail_that_is_refused_as_a_whole_is_told(
    server: Server, settings: MailSettings, answer: str, kind: ResultKind
) -> None:
    server.manners.data = answer
    assert send(compose(LETTER, settings, NOW), settings).kind is kind


def test_a_server_that_hangs_up_before_the_mail_has_nothing(server: Server, settings: MailSettings) -> None:
    server.manners.drops_at_recipient = True
    result = send(compose(LETTER, settings, NOW), settings)
    assert result.kind is ResultKind.NO_CONNECTION
    assert result.may_retry


def test_a_server_that_hangs_up_after_the_mail_may_have_it_and_it_is_not_tried_again(
    server: Server, settings: MailSettings
) -> None:
    server.manners.drops_after_data = True
    result = send(compose(LETTER, settings, NOW), settings)
    assert result.kind is ResultKind.UNSURE
    assert not result.may_retry
    assert len(server.got) == 1


def test_no_server_is_told(tmp_path: Path, server: Server, settings: MailSettings) -> None:
    path = tmp_path / "mail.toml"
    path.write_text(path.read_text().replace(str(server.port), str(mailserver.free_port())), encoding="utf-8")
    given = read_settings(path, {})
    assert send(compose(LETTER, given, NOW), given).kind is ResultKind.NO_CONNECTION


def test_a_server_that_says_nothing_is_left_after_a_while(tmp_path: Path, settings: MailSettings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        threading.Thread(target=silent.accept, daemon=True).start()
        path = tmp_path / "mail.toml"
        text = path.read_text().replace(str(settings.port), str(silent.getsockname()[1]))
        path.write_text(text.replace("timeout = 5", "timeout = 0.2"), encoding="utf-8")
        given = read_settings(path, {})
        assert send(compose(LETTER, given, NOW), given).kind is ResultKind.NO_CONNECTION


def test_a_hidden_copy_goes_in_the_envelope_alone(tmp_path: Path, server: Server) -> None:
    given = read_settings(mailserver.write_settings(tmp_path, server, more='copy_to = "desk@watch.example"\n'), {})
    send(compose(LETTER, given, NOW), given)
    assert server.got[0].recipients == ("embassy@ministry.example", "desk@watch.example")
    assert b"desk@watch.example" not in server.got[0].content


def test_an_open_copy_stands_in_the_head(tmp_path: Path, server: Server) -> None:
    more = 'copy_to = "desk@watch.example"\ncopy_openly = true\n'
    given = read_settings(mailserver.write_settings(tmp_path, server, more=more), {})
    send(compose(LETTER, given, NOW), given)
    assert server.got[0].message["Cc"] == "desk@watch.example"


def test_a_copy_never_goes_where_the_addressee_was_refused(tmp_path: Path, server: Server) -> None:
    given = read_settings(mailserver.write_settings(tmp_path, server, more='copy_to = "desk@watch.example"\n'), {})
    server.manners.recipients["embassy@ministry.example"] = "550 unknown"
    assert send(compose(LETTER, given, NOW), given).kind is ResultKind.REFUSED
    assert not server.got


def test_a_copy_that_is_refused_is_told_and_the_mail_goes(tmp_path: Path, server: Server) -> None:
    given = read_settings(mailserver.write_settings(tmp_path, server, more='copy_to = "desk@watch.example"\n'), {})
    server.manners.recipients["desk@watch.example"] = "550 unknown"
    result = send(compose(LETTER, given, NOW), given)
    assert result.kind is ResultKind.ACCEPTED
    assert "copy was not taken" in (result.copy or "")
    assert server.got[0].recipients == ("embassy@ministry.example",)


def test_files_arrive_with_their_names(server: Server, settings: MailSettings) -> None:
    files = (Attachment("편지.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff"), Attachment("a.txt", "text/plain", b"hi"))
    send(compose(Message(LETTER.to, "A letter", "Dear Sir", attachments=files), settings, NOW), settings)
    got = [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in server.got[0].message.iter_attachments()
    ]
    assert got == [(one.name, one.media_type, one.content) for one in files]
