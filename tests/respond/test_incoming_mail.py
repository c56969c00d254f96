"""Which letter an incoming mail belongs to is proposed with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.respond.sending import IncomingKind, MatchReason, SentMail, propose, read_incoming

FIRST = SentMail("itv_1", "<one@watch.example>", "embassy@ministry.example", "Two men held in Yanji")
SECOND = SentMail("itv_2", "<two@watch.example>", "embassy@ministry.example", "The bridge")
OTHER = SentMail("itv_3", "<three@watch.example>", "clerk@parliament.example", "Two men held in Yanji")
SENT = (FIRST, SECOND, OTHER)


def mail(sender: str = "embassy@ministry.example", subject: str = "Your letter", **fields: str) -> bytes:
    head = {"From": sender, "To": "office@watch.example", "Subject": subject, "Date": "Mon, 23 Nov 2026 09:00:00 +0900"}
    head |= {name.replace("_", "-"): value for name, value in fields.items()}
    return "".join(f"{name}: {value}\r\n" for name, value in head.items()).encode() + b"\r\nThank you.\r\n"


def proposed(raw: bytes) -> list[tuple[str, str]]:
    return [(one.intervention, one.reason.value) for one in propose(read_incoming(raw), SENT)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (mail(In_Reply_To="<one@watch.example>"), [("itv_1", "reply"), ("itv_2", "address")]),
        (mail("other@elsewhere.example", References="<x@y> <one@watch.example> <z@y>"), [("itv_1", "reply")]),
        (
            mail(subject="RE: AW: [EXT] two men held in  Yanji"),
            [("itv_1", "address_and_subject"), ("itv_2", "address")],
        ),
        (mail("consul@ministry.example", "답장: Two men held in Yanji"), [("itv_1", "domain_and_subject")]),
        (mail("consul@ministry.example", "Something else"), []),
        (mail("clerk@parliament.example", "Re: Two men held in Yanji"), [("itv_3", "address_and_subject")]),
        (mail("stranger@elsewhere.example", "Re: Two men held in Yanji"), []),  # a subject alone is no reason
        (mail(), [("itv_2", "address"), ("itv_1", "address")]),
        (mail("a@b.example, embassy@ministry.example"), []),  # of two senders none is one
    ],
)
def test_the_surest_reason_comes_first(raw: bytes, expected: list[tuple[str, str]]) -> None:
    assert proposed(raw) == expected


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (mail(), IncomingKind.ANSWER),
        (mail(Auto_Submitted="no"), IncomingKind.ANSWER),
        (mail(Auto_Submitted="auto-replied"), IncomingKind.AUTOMATIC),
        (mail(subject="Automatic reply: Two men"), IncomingKind.AUTOMATIC),
        (mail(subject="자동회신: 문의"), IncomingKind.AUTOMATIC),
        (mail(Precedence="auto_reply"), IncomingKind.AUTOMATIC),
        (mail(subject="Out of office"), IncomingKind.AUTOMATIC),
        (mail(subject="The automatic reply of the court"), IncomingKind.ANSWER),
    ],
)
def test_what_a_machine_wrote_is_told_apart(raw: bytes, kind: IncomingKind) -> None:
    assert read_incoming(raw).kind is kind


def test_a_bounce_is_matched_by_the_mail_it_names_and_else_by_the_address() -> None:
    told = "<embassy@ministry.example>: 550 5.1.1 user unknown\n"
    copy = "--- Below this line is a copy of the message.\nMessage-ID: <two@watch.example>\n"
    head = "From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n"
    (named,) = propose(read_incoming((head + told + copy).encode()), SENT)
    assert (named.intervention, named.reason) == ("itv_2", MatchReason.BOUNCE)
    assert named.bounce is not None
    assert named.bounce.is_permanent
    by_address = propose(read_incoming((head + told).encode()), SENT)
    assert [(one.intervention, one.reason) for one in by_address] == [
        ("itv_2", MatchReason.BOUNCE_ADDRESS),
        ("itv_1", MatchReason.BOUNCE_ADDRESS),
    ]


def test_the_day_is_that_of_utc_and_a_broken_one_is_unknown() -> None:
    assert read_incoming(mail()).day == "2026-11-23"
    assert read_incoming(mail(Date="yesterday")).day is None


@given(st.binary(max_size=1500))
def test_any_bytes_are_read_without_failing(raw: bytes) -> None:
    propose(read_incoming(raw), SENT)
    propose(read_incoming(b"From: " + raw), SENT)
    propose(read_incoming(b"In-Reply-To: " + raw + b"\r\nFrom: embassy@ministry.example\r\n"), SENT)
