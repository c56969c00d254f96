"""What may stand in a mail, and that nothing more does."""

import datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.mailing import (
    MailAddress,
    MailSettings,
    Message,
    Security,
    clean_address,
    clean_line,
    compose,
    read_settings,
)
from clarion.model.errors import BadRequest

NOW = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
SETTINGS = MailSettings("mail.watch.example", 465, Security.TLS, clean_address("Watch <office@watch.example>"))
TO = clean_address("embassy@ministry.example")


@pytest.mark.parametrize(
    ("written", "address", "name"),
    [
        ("office@ministry.example", "office@ministry.example", ""),
        ("  The Embassy <office@ministry.example> ", "office@ministry.example", "The Embassy"),
        ('"Embassy, of X" <office@ministry.example>', "office@ministry.example", "Embassy, of X"),
        ("대사관 <office@ministry.example>", "office@ministry.example", "대사관"),
        ("office@bücher.example", "office@xn--bcher-kva.example", ""),  # a domain in another script
        ("a.b+c@Sub.Ministry.EXAMPLE", "a.b+c@sub.ministry.example", ""),
    ],
)
def test_an_address_as_people_write_it_is_taken(written: str, address: str, name: str) -> None:
    assert clean_address(written) == MailAddress(clean_address(address).address, name)
    assert clean_address(written).address == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "nobody",
        "a@b",
        "a@b@c.example",
        "a@ministry.example, b@ministry.example",
        "a@ministry.example;b@ministry.example",
        "a@ministry.example\nBcc: spy@evil.example",
        "a@ministry.example\r\nBcc: spy@evil.example",
        "Name\r\nBcc: spy@evil.example <a@ministry.example>",
        "a\u2028@ministry.example",
        "a\u202e@ministry.example",
        "a\x00@ministry.example",
        "a b@ministry.example",
        "<a@ministry.example> RCPT TO:<b@evil.example>",
        "a@ministry.example>\n",
        '"a b"@ministry.example',
        "a..b@ministry.example",
        ".a@ministry.example",
        "a@-ministry.example",
        "a@ministry..example",
        "a@" + "x" * 64 + ".example",
        "x" * 65 + "@ministry.example",
        "사무소@ministry.example",  # not every server takes it
        "@ministry.example",
        "group: a@ministry.example;",
    ],
)
def test_what_is_no_single_address_is_refused(written: str) -> None:
    with pytest.raises(BadRequest):
        clean_address(written)


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x00", "\x85", "\u2028", "\u2029", "\u202e"])
def test_a_line_with_a_break_or_hidden_sign_is_refused(sign: str) -> None:
    with pytest.raises(BadRequest, match="hidden sign"):
        clean_line(f"Subject{sign}Bcc: spy@evil.example", "the subject")
    with pytest.raises(BadRequest, match="hidden sign"):
        compose(Message(TO, f"A{sign}B", "text"), SETTINGS, NOW)
    with pytest.raises(BadRequest, match="hidden sign"):
        compose(Message(MailAddress(TO.address, f"A{sign}B"), "subject", "text"), SETTINGS, NOW)
    with pytest.raises(BadRequest, match="hidden sign"):
        compose(Message(TO, "subject", "text", replies_to=f"<a@b>{sign}X: y"), SETTINGS, NOW)


def test_an_empty_or_endless_subject_is_refused() -> None:
    for subject in ("", "   ", "x" * 501):
        with pytest.raises(BadRequest, match="subject"):
            compose(Message(TO, subject, "text"), SETTINGS, NOW)


@given(st.text(min_size=1, max_size=200), st.text(max_size=80), st.text(max_size=2000))
def test_whatever_is_written_reads_back_or_is_refused(subject: str, name: str, text: str) -> None:
    try:
        mail = compose(Message(MailAddress(TO.address, name), subject, text), SETTINGS, NOW)
    except BadRequest:
        return
    read = message_from_bytes(mail.content, policy=policy.default)
    assert mail.content.isascii()
    assert mail.recipient == TO.address
    assert str(read["Subject"]) == clean_line(subject, "")
    assert {key.lower() for key in read.keys()} == {  # noqa: SIM118  a header may stand twice
        "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding",
    }  # fmt: skip


def test_a_long_korean_subject_reads_back() -> None:
    subject = "강제 송환된 이천육백 명에 관한 귀 정부의 답변을 요청드립니다. " * 4
    read = message_from_bytes(compose(Message(TO, subject, "x"), SETTINGS, NOW).content, policy=policy.default)
    assert str(read["Subject"]) == subject.strip()


def test_one_mail_with_one_id_is_the_same_bytes() -> None:
    message = Message(TO, "s", "t", language="ko", replies_to="<x@y.example>", is_automatic=True)
    first = compose(message, SETTINGS, NOW, "<fixed@watch.example>")
    assert first == compose(message, SETTINGS, NOW, "<fixed@watch.example>")
    read = message_from_bytes(first.content, policy=policy.default)
    assert (read["In-Reply-To"], read["Auto-Submitted"], read["Content-Language"]) == (
        "<x@y.example>",
        "auto-generated",
        "ko",
    )


def test_message_ids_are_never_the_same() -> None:
    made = {compose(Message(TO, "s", "t"), SETTINGS, NOW).message_id for _ in range(100)}
    assert len(made) == 100
    assert all(one.endswith("@watch.example>") for one in made)


def settings_file(folder: Path, text: str) -> Path:
    path = folder / "mail.toml"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = 'host = "mail.watch.example"\nsender = "office@watch.example"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('sender = "office@watch.example"', "host is missing"),
        ('host = "mail.watch.example"', "sender is missing"),
        (GOOD + 'password = "secret"', "a file of its own"),
        (GOOD + 'security = "none"', "has to be encrypted"),
        (GOOD + 'security = "sometimes"', "security is one of"),
        (GOOD + 'sendr = "x"', "sendr is no setting"),
        (GOOD + "port = 0", "no port"),
        (GOOD + 'port = "25"', "port has to be a number"),
        (GOOD + 'user = "office"', "no password for office"),
        (GOOD + 'user = "office"\npassword_file = "absent"', "cannot be read"),
        (GOOD + 'reply_to = "nobody"', "no e-mail address"),
        (GOOD + 'authority = "absent.pem"', "certificates"),
        (GOOD + "pace = 3", "table"),
        (GOOD + "[pace]\nbetwen = 3", "betwen is no setting"),
        (GOOD + "[pace]\njitter = -1", "jitter has to be a number"),
        ("host = ", "cannot be read"),
    ],
)
def test_wrong_settings_are_refused_with_what_to_do(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says) as told:
        read_settings(settings_file(tmp_path, text), {})
    assert "secret" not in str(told.value)


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="there are no mail settings"):
        read_settings(tmp_path / "mail.toml", {})


def test_a_password_that_others_may_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("secret\n", encoding="utf-8")
    (tmp_path / "word").chmod(0o640)
    with pytest.raises(BadRequest, match="others may read"):
        read_settings(settings_file(tmp_path, GOOD + 'user = "o"\npassword_file = "word"'), {})


def test_the_password_comes_from_a_file_or_the_environment_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("from the file\nmore\n", encoding="utf-8")
    (tmp_path / "word").chmod(0o600)
    environment = {"CLARION_MAIL_PASSWORD": "from the environment"}
    filed = read_settings(settings_file(tmp_path, GOOD + 'user = "o"\npassword_file = "word"'), environment)
    kept = read_settings(settings_file(tmp_path, GOOD + 'user = "o"'), environment)
    assert (filed.password, kept.password) == ("from the file", "from the environment")
    assert "from the" not in repr(filed) + repr(kept)


def test_the_usual_port_is_that_of_the_encryption(tmp_path: Path) -> None:
    assert read_settings(settings_file(tmp_path, GOOD), {}).port == 587
    assert read_settings(settings_file(tmp_path, GOOD + 'security = "tls"'), {}).port == 465
