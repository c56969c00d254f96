"""E-mail: the body is read, headers and quotations are marked, attachments are handed on."""

import datetime
from email.message import EmailMessage

import pytest

from clarion.model.errors import UnreadableFile
from clarion.model.vocabulary import RegionKind
from clarion.read import Reading, read_document

HEAD = (
    "From: Salma Otieno <news@tisza-circle.example>\nTo: friends@tisza-circle.example\nSubject: Nine taken\n"
    "Date: Mon, 27 May 2024 08:12:00 +0200\nMIME-Version: 1.0\n"
)


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Shore Rights Network <press@shore.example>",
        "To": "a@b.example",
        "Date": "Fri, 3 May 2024 23:30:00 -0500",
        "Subject": "Nine taken",
        **headers,
    }.items():
        made[name] = value
    return made


def parts(reading: Reading, kind: RegionKind) -> list[str]:
    text = reading.document.text or ""
    return [text[slice(*region.span)] for region in reading.document.regions if region.kind is kind]


def test_headers_stand_above_the_body_as_a_region_of_their_own() -> None:
    reading = read_document((HEAD + "\nDear friends,\n\nNine people were taken.\n").encode(), path="x")
    (header,) = parts(reading, RegionKind.HEADER)
    assert header.startswith("From: Salma Otieno")
    assert "Subject: Nine taken" in header
    assert "Nine people were taken." in parts(reading, RegionKind.BODY)[-1]
    assert reading.document.title == "Nine taken"


def test_the_sender_and_the_day_come_from_the_headers() -> None:
    document = read_document((HEAD + "\nWe of the Tisza Circle write to you.\n").encode(), path="x").document
    assert document.authors == ("Salma Otieno",)
    assert document.publisher == "Tisza Circle"
    assert document.published == datetime.date(2024, 5, 27)
    assert "header Date" in (document.published_basis or "")


def test_the_day_is_the_senders_own_and_not_that_of_another_zone() -> None:
    made = message()
    made.set_content("Nine people were taken.")
    assert read_document(made.as_bytes(), path="x").document.published == datetime.date(2024, 5, 3)


def test_a_sender_that_is_a_body_is_the_publisher() -> None:
    made = message()
    made.set_content("Nine people were taken.")
    document = read_document(made.as_bytes(), path="x").document
    assert (document.publisher, document.authors) == ("Shore Rights Network", ())


@pytest.mark.parametrize(
    ("sender", "publisher", "authors"),
    [
        ("Ana <ana@free.example>", None, ("Ana",)),
        ("Shore <news@shore.example>", "Shore", ()),
        ("ana@shore.example", None, ()),
        ('"Shore Rights Network" <x@y.example>', "Shore Rights Network", ()),
        ("=?utf-8?q?In=C3=A9s_Prieto?= <x@gmail.com>", None, ("Inés Prieto",)),
    ],
)
def test_the_sender_is_a_person_or_a_body(sender: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    source = HEAD.replace("Salma Otieno <news@tisza-circle.example>", sender)
    document = read_document((source + "\nNine people were taken.\n").encode(), path="x").document
    assert document.authors == authors
    assert publisher is None or document.publisher == publisher


def test_of_alternatives_the_plain_text_is_read_once() -> None:
    made = message()
    made.set_content("Nine people were taken at Łódź.", cte="quoted-printable")
    made.add_alternative("<p>Nine people were <b>taken</b> at Łódź.</p>", subtype="html")
    reading = read_document(made.as_bytes(), path="x")
    assert (reading.document.text or "").count("Nine people") == 1
    assert reading.attachments == ()
    assert "Łódź" in (reading.document.text or "")


def test_html_alone_is_read_without_markup() -> None:
    made = message()
    made.set_content("<div>Nine people<br>were taken.</div><script>x()</script>", subtype="html")
    text = read_document(made.as_bytes(), path="x").document.text or ""
    assert text.endswith("Nine people\nwere taken.")


def test_attachments_are_handed_on_with_their_names_and_bytes() -> None:
    made = message()
    made.set_content("See the list.")
    made.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename="../../list.pdf")
    inner = message(Subject="Inner")
    inner.set_content("Two sisters are among them.")
    made.add_attachment(inner)
    reading = read_document(made.as_bytes(), path="x")
    assert [name for name, _ in reading.attachments] == ["_.._list.pdf", "part-2.eml"]
    assert reading.attachments[0][1] == b"%PDF-1.4 x"
    assert "Two sisters" not in (reading.document.text or "")
    assert "Two sisters" in (read_document(reading.attachments[1][1], path="y").document.text or "")


def test_quoted_lines_are_marked_and_the_answer_is_not() -> None:
    body = (
        "\nNobody was taken on our side.\n\nOn Fri, 3 May 2024 at 10:00, Ana Prieto wrote:\n> Nine people "
        "were taken.\n> Is it so?\n\nRegards\n"
    )
    reading = read_document((HEAD + body).encode(), path="x")
    (quoted,) = parts(reading, RegionKind.QUOTED_MAIL)
    assert quoted.startswith("On Fri")
    assert "Nine people" in quoted
    assert any("Nobody was taken" in body for body in parts(reading, RegionKind.BODY))


def test_a_forwarded_message_keeps_its_own_sender_and_day() -> None:
    body = (
        "\nFor your information.\n\n---------- Forwarded message ---------\nFrom: Ana Prieto <ana@x.example>\n"
        "Date: Thu, 2 May 2024 10:00:00 +0000\nSubject: Harbour\nTo: Salma <s@y.example>\n\nNine people were taken.\n"
    )
    reading = read_document((HEAD + body).encode(), path="x")
    assert any("Nine people" in words for words in parts(reading, RegionKind.QUOTED_MAIL))
    ((name, inner),) = reading.attachments
    forwarded = read_document(inner, path=name).document
    assert forwarded.authors == ("Ana Prieto",)
    assert forwarded.published == datetime.date(2024, 5, 2)


@pytest.mark.parametrize(
    "source",
    [
        HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nNine people were taken.\n",
        HEAD + "Content-Type: multipart/mixed\n\nNine people were taken.\n",
        HEAD + "Content-Type: text/plain; charset=no-such\n\nNine people were taken.\n",
        HEAD + 'Content-Type: text/plain; charset="\n\nNine people were taken.\n',
        HEAD.replace("Date: Mon, 27", "Date: Xyz, 99") + "\nNine people were taken.\n",
        HEAD.replace("Salma Otieno", '"Salma \\" <<@ ,;:') + "\nNine people were taken.\n",
        HEAD.replace("Nine taken", "=?utf-8?b?!!!?=") + "\nNine people were taken.\n",
        HEAD + "Content-Transfer-Encoding: base64\n\nTmluZSBwZW9wbGUgd2VyZSB0YWtlbi4=broken!\n",
    ],
    ids=["unclosed", "no boundary", "charset", "charset quote", "date", "address", "subject", "base64"],
)
def test_broken_messages_are_still_read(source: str) -> None:
    assert "Nine people were taken." in (read_document(source.encode(), path="x").document.text or "")


def test_a_message_nested_without_end_is_read_as_far_as_is_sane() -> None:
    depth = 3000
    source = HEAD + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    try:
        problems = read_document(source.encode(), path="x").document.problems
    except UnreadableFile as problem:
        problems = (str(problem),)
    assert problems
