"""Letters as files, each read back by a reader that did not make it."""

import datetime
import email
import io
import re
import zipfile
import zlib
from dataclasses import replace
from email.policy import default

import docx
import pytest
from lxml import etree

from clarion.model.errors import BadRequest
from clarion.model.interventions import Letter
from clarion.publish.letters import Envelope, LetterForm, form_of, render, to_mail
from clarion.publish.letters.plain import wrapped
from clarion.publish.letters.reading import BlockKind, plain_words, read_letter
from clarion.read import read_document
from clarion.respond.letters import draft
from lettering import ORDER, order

LETTER = draft(ORDER)
LANGUAGES = ("en", "ko", "zh")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def letter_in(language: str) -> Letter:
    return draft(order(language=language))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", LetterForm)
def test_the_same_letter_is_the_same_bytes(form: LetterForm) -> None:
    if form is LetterForm.PDF:
        pytest.importorskip("weasyprint")
    assert render(LETTER, form) == render(LETTER, form)


def test_text_is_taken_apart_and_marks_without_notes_stay_words() -> None:
    text = (
        "# On\n\nDear\n\n- a **b** c[^7]\n- \\*d\\[^1] [^9]\n  more\n\n## H\n\nlast[^7][^2]\n\n[^2]: two\n[^7]: seven\n"
    )
    sheet = read_letter(replace(LETTER, text=text))
    assert [block.kind for block in sheet.blocks] == [
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.LIST,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]
    items = sheet.blocks[2].lines
    assert [(run.text, run.strong, run.note) for run in items[0]] == [
        ("a ", False, None),
        ("b", True, None),
        (" c", False, None),
        ("", False, "7"),
    ]
    assert plain_words(items[1]) == "*d[^1] [^9] more"
    assert list(sheet.notes) == ["7", "2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_letter_read_by_python_docx_and_by_clarion_holds_all_words(language: str) -> None:
    letter = letter_in(language)
    made = render(letter, LetterForm.DOCX)
    document = docx.Document(io.BytesIO(made))
    said = squeezed("".join(one.text for one in document.paragraphs))
    for block in read_letter(letter).blocks:
        for line in block.lines:
            assert squeezed(plain_words(line)) in said
    for line in letter.to:
        assert squeezed(line) in said
    assert document.core_properties.title == letter.subject
    assert document.core_properties.author == ""
    read = read_document(made, path="letter.docx").document
    assert read.text is not None
    assert squeezed(letter.subject) in squeezed(read.text)


def test_a_subject_of_any_length_can_be_the_title_of_a_word_letter() -> None:
    made = render(replace(LETTER, subject="Reports of detention " * 30), LetterForm.DOCX)
    title = docx.Document(io.BytesIO(made)).core_properties.title
    assert len(title) <= 255
    assert title.endswith("detention …")


def test_notes_of_a_word_letter_are_footnotes_in_the_order_of_their_marks() -> None:
    with zipfile.ZipFile(io.BytesIO(render(LETTER, LetterForm.DOCX))) as parts:
        notes = etree.fromstring(parts.read("word/footnotes.xml"))
        body = etree.fromstring(parts.read("word/document.xml"))
        types = parts.read("[Content_Types].xml").decode()
    called = [one.get(f"{_W}id") for one in body.iter(f"{_W}footnoteReference")]
    told = {one.get(f"{_W}id"): "".join(one.itertext()).strip() for one in notes.iter(f"{_W}footnote")}
    assert called == [str(number) for number in range(1, len(called) + 1)]
    assert set(called) == set(told) - {"-1", "0"}
    wanted = [line.split(": ", 1)[1] for line in LETTER.text.splitlines() if line.startswith("[^")]
    assert [told[number] for number in called if number] == [line.replace("\\", "") for line in wanted]
    assert "footnotes+xml" in types


@pytest.mark.parametrize(("language", "font"), [("ko", "Malgun Gothic"), ("zh", "SimSun")])
def test_a_word_letter_names_a_font_of_its_script(language: str, font: str) -> None:
    with zipfile.ZipFile(io.BytesIO(render(letter_in(language), LetterForm.DOCX))) as parts:
        styles = parts.read("word/styles.xml").decode()
    assert f'w:eastAsia="{font}"' in styles


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_letter_holds_all_words_and_is_tagged(language: str) -> None:
    pytest.importorskip("weasyprint")
    letter = letter_in(language)
    made = render(letter, LetterForm.PDF)
    objects = b"".join(zlib.decompress(found) for found in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.S))
    assert b"/StructTreeRoot" in objects
    assert b"/MarkInfo" in objects
    assert b"pdfuaid" in made + objects
    read = read_document(made, path="letter.pdf").document
    said = squeezed(read.text or "")
    for line in letter.to:
        assert squeezed(line) in said
    assert squeezed("nobody was sent back") in said
    assert squeezed({"en": "forced return", "ko": "강제 송환", "zh": "强制遣返"}[language]) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_text_is_at_most_72_columns_with_notes_at_the_end(language: str) -> None:
    import unicodedata

    letter = letter_in(language)
    text = render(letter, LetterForm.TXT).decode()
    for line in text.splitlines():
        columns = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
        assert columns <= 72, line
    body, _, notes = text.partition("--------\n\n[1] ")
    assert squeezed(letter.subject) in squeezed(body)
    assert "[1]" in body
    assert "Meridian Wire" in notes
    assert "**" not in text
    assert "## " not in text


def test_long_lines_break_between_words_and_chinese_between_signs() -> None:
    assert max(map(len, wrapped("word " * 40).splitlines())) <= 72
    han = wrapped("中" * 80, "- ").splitlines()
    assert [len(line) for line in han] == [37, 37, 12]
    assert han[1].startswith("  中")


def test_an_e_mail_is_read_by_another_parser_and_names_no_machine() -> None:
    at = datetime.datetime(2031, 6, 1, 9, 30, tzinfo=datetime.UTC)
    envelope = Envelope(
        sender="Border Watch <letters@borderwatch.example>",
        to="minister@mfa.example",
        copy_to="office@borderwatch.example",
        message_id="<given@borderwatch.example>",
        at=at,
        attached=b"%PDF-1.7 invented",
    )
    made = to_mail(LETTER, envelope)
    assert made == to_mail(LETTER, envelope)
    read = email.message_from_bytes(made, policy=default)
    assert read["Subject"] == LETTER.subject
    assert read["From"] == envelope.sender
    assert read["Message-ID"] == "<given@borderwatch.example>"
    assert read["Date"] == "Sun, 01 Jun 2031 09:30:00 +0000"
    body = read.get_body(("plain",))
    assert body is not None
    assert body.get_content_charset() == "utf-8"
    assert "“Sent back at night”" in body.get_content()
    attached = list(read.iter_attachments())
    assert [(one.get_content_type(), one.get_filename()) for one in attached] == [("application/pdf", "letter.pdf")]
    assert attached[0].get_content() == b"%PDF-1.7 invented"
    heads = {name.lower() for name in read}
    assert not heads & {"user-agent", "x-mailer", "received", "x-originating-ip", "organization"}


def test_an_e_mail_without_an_envelope_is_a_draft() -> None:
    read = email.message_from_bytes(render(letter_in("ko"), LetterForm.EML), policy=default)
    assert read["From"] is None
    assert read["Message-ID"] is None
    assert read["X-Unsent"] == "1"
    assert read["Subject"] == letter_in("ko").subject
    body = read.get_body(("plain",))
    assert body is not None
    assert "강제 송환" in body.get_content()


@pytest.mark.parametrize("field", ["subject", "to"])
def test_no_head_of_an_e_mail_can_be_smuggled_in(field: str) -> None:
    evil = "Hello\r\nBcc: everybody@post.example"
    if field == "subject":
        made = to_mail(replace(LETTER, subject=evil), Envelope())
    else:
        made = to_mail(LETTER, Envelope(to=evil))
    assert email.message_from_bytes(made, policy=default)["Bcc"] is None


def test_signs_that_hide_are_written_out_in_every_form() -> None:
    sneaky = replace(LETTER, subject="On \u202egnp.exe", text="A \u200bword\n")
    for form in (LetterForm.TXT, LetterForm.DOCX):
        made = render(sneaky, form)
        text = made.decode() if form is LetterForm.TXT else docx_text(made)
        assert "⟨U+202E⟩" in text
        assert "⟨U+200B⟩" in text
        assert "\u202e" not in text


def docx_text(made: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(made)).paragraphs)


def test_markup_in_a_letter_is_words_on_the_page() -> None:
    from clarion.publish.letters.paper import to_page

    page = to_page(replace(LETTER, subject="<script>", text="<b>bold</b>[^1]\n\n[^1]: <i>note</i>\n"))
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page


def test_the_ending_names_the_form(tmp_path: object) -> None:
    from pathlib import Path

    assert form_of(Path("a/letter.DOCX")) is LetterForm.DOCX
    with pytest.raises(BadRequest, match="docx, pdf, txt, eml"):
        form_of(Path("letter.odt"))
