"""Mails that came back, in the forms that servers write, and mails that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.mailing import BounceKind, find_bounces

SENT = "<0a1b2c3d@watch.example>"


def report(action: str, status: str, diagnostic: str = "", *, original: str = "", more: str = "") -> bytes:
    fields = f"Final-Recipient: rfc822; embassy@ministry.example\nAction: {action}\nStatus: {status}\n"
    fields += f"Original-Recipient: rfc822; {original}\n" if original else ""
    fields += f"Diagnostic-Code: smtp; {diagnostic}\n" if diagnostic else ""
    text = f"""From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: office@watch.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system. Your message could not be delivered to somebody.else@other.example.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Sun, 22 Nov 2026 09:00:00 +0000

{fields}{more}
--b
Content-Type: message/rfc822

From: office@watch.example
To: embassy@ministry.example
Subject: A question
Message-ID: {SENT}

550 5.1.1 in the words of the letter itself, user unknown
--b--
"""
    return text.replace("\n", "\r\n").encode()


def plain(sender: str, subject: str, body: str) -> bytes:
    return f"From: {sender}\nTo: office@watch.example\nSubject: {subject}\n\n{body}\n".encode()


@pytest.mark.parametrize(
    ("action", "status", "diagnostic", "kind", "permanent"),
    [
        ("failed", "5.1.1", "550 5.1.1 User unknown", BounceKind.FAILED, True),
        ("failed", "5.0.0", "", BounceKind.FAILED, True),
        ("failed", "5.2.2", "552 mailbox full", BounceKind.FAILED, False),  # full today, not for ever
        ("failed", "4.4.7", "delivery time expired", BounceKind.FAILED, False),
        ("delayed", "4.4.1", "connection timed out", BounceKind.DELAYED, False),
        ("delivered", "2.0.0", "", BounceKind.DELIVERED, False),
        ("relayed", "2.0.0", "", BounceKind.DELIVERED, False),
        ("Failed", "5.7.1 (rejected)", "", BounceKind.FAILED, True),
    ],
)
def test_a_report_says_which_mail_to_whom_and_why(
    action: str, status: str, diagnostic: str, kind: BounceKind, permanent: bool
) -> None:
    (bounce,) = find_bounces(report(action, status, diagnostic))
    assert (bounce.kind, bounce.recipient, bounce.message_id) == (kind, "embassy@ministry.example", SENT)
    assert bounce.status == status.split()[0]
    assert bounce.is_permanent is permanent
    assert bounce.words == diagnostic


def test_the_recipient_is_the_one_that_was_written_to() -> None:
    (bounce,) = find_bounces(report("failed", "5.1.1", original="consul@ministry.example"))
    assert bounce.recipient == "consul@ministry.example"


def test_each_recipient_of_a_report_is_told() -> None:
    more = "\nFinal-Recipient: rfc822; second@ministry.example\nAction: delayed\nStatus: 4.2.0\n"
    found = find_bounces(report("failed", "5.1.1", more=more))
    assert [(one.recipient, one.kind.value) for one in found] == [
        ("embassy@ministry.example", "failed"),
        ("second@ministry.example", "delayed"),
    ]


def test_a_report_with_only_the_head_of_the_mail_names_it() -> None:
    raw = report("failed", "5.1.1").replace(b"Content-Type: message/rfc822", b"Content-Type: text/rfc822-headers")
    assert find_bounces(raw)[0].message_id == SENT


@pytest.mark.parametrize(
    ("sender", "subject", "body", "recipient", "status", "permanent"),
    [
        (
            "MAILER-DAEMON@mx.example",
            "failure notice",
            "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message.\n\n"
            "<embassy@ministry.example>:\n192.0.2.1 does not like it.\nRemote host said: 550 5.1.1 unknown user\n"
            f"\n--- Below this line is a copy of the message.\n\nMessage-ID: {SENT}\nTo: other@ministry.example\n",
            "embassy@ministry.example",
            "5.1.1",
            True,
        ),
        (
            "Mail Delivery Subsystem <postmaster@mx.example>",
            "Undeliverable: A question",
            "Your message to embassy@ministry.example was not delivered: the mailbox is full.\n",
            "embassy@ministry.example",
            None,
            False,
        ),
        (
            "postmaster@mx.example",
            "Delivery delayed",
            "embassy@ministry.example: delivery is delayed, it will be retried for 4 days\n",
            "embassy@ministry.example",
            None,
            False,
        ),
        (
            "MAILER-DAEMON@mx.example",
            "반송: 메일 전송 실패",
            "embassy@ministry.example\n550 User unknown\n",
            "embassy@ministry.example",
            "550",
            True,
        ),
    ],
)
def test_the_words_of_older_servers_are_understood(
    sender: str, subject: str, body: str, recipient: str, status: str | None, permanent: bool
) -> None:
    (bounce,) = find_bounces(plain(sender, subject, body))
    assert (bounce.recipient, bounce.status, bounce.is_permanent) == (recipient, status, permanent)
    if SENT in body:
        assert bounce.message_id == SENT


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        plain("consul@ministry.example", "Re: A question", "We have looked into it. User unknown to us, 550 cases."),
        plain("consul@ministry.example", "Undelivered promises", "550 5.1.1 people"),
        plain("postmaster@ministry.example", "Your letter", "The user does not exist any more, says the law."),
        plain("MAILER-DAEMON@mx.example", "Delivery report", "All is well.\n"),
    ],
)
def test_a_mail_of_people_is_no_bounce(raw: bytes) -> None:
    assert find_bounces(raw) == ()


def test_the_words_of_the_letter_itself_are_not_read_as_the_servers() -> None:
    body = "Your message was returned.\n\n--- original message follows ---\nTo: a@b.example\n550 5.1.1 user unknown\n"
    assert find_bounces(plain("MAILER-DAEMON@mx.example", "Returned mail", body)) == ()


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_failing(raw: bytes) -> None:
    find_bounces(raw)
    find_bounces(report("failed", "5.1.1") + raw)
    find_bounces(report("failed", "5.1.1").replace(b"Action: failed", b"Action: " + raw))


def test_a_huge_mail_is_read_in_short_time() -> None:
    import time

    started = time.process_time()
    find_bounces(plain("MAILER-DAEMON@mx.example", "failure notice", "a@" * 2_000_000))
    find_bounces(plain("MAILER-DAEMON@mx.example", "failure notice", "no such " * 500_000))
    assert time.process_time() - started < 5
