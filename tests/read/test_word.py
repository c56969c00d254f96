"""DOCX: the page and the parts beside it."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document as Docx

from clarion.model.errors import UnreadableFile
from clarion.model.vocabulary import RegionKind
from clarion.read import Reading, read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: Docx) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def package(body: str, **parts: str) -> bytes:
    """A DOCX made by hand from the XML of its body."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        for name, source in parts.items():
            made.writestr(f"word/{name}.xml", source)
    return stream.getvalue()


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def parts(reading: Reading, kind: RegionKind) -> list[str]:
    text = reading.document.text or ""
    return [text[slice(*region.span)] for region in reading.document.regions if region.kind is kind]


def test_headings_paragraphs_tables_and_page_heads_are_read_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Shore Rights Network"
    document.add_heading("Guards take nine", 1)
    document.add_paragraph("VALDOR, 3 May 2024 – Nine people were taken.")
    table = document.add_table(2, 2)
    for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Port", "Taken", "Valdor", "9"), strict=True):
        cell.text = text
    document.add_paragraph("The families wait.")
    reading = read_document(saved(document), path="x")
    assert (reading.document.text or "").split("\n\n") == [
        "Shore Rights Network",
        "Guards take nine",
        "VALDOR, 3 May 2024 – Nine people were taken.",
        "Port | Taken\nValdor | 9",
        "The families wait.",
    ]
    assert parts(reading, RegionKind.HEADLINE) == ["Guards take nine"]
    assert parts(reading, RegionKind.TABLE) == ["Port | Taken", "Valdor | 9"]
    assert reading.document.publisher == "Shore Rights Network"
    assert str(reading.document.published) == "2024-05-03"


def test_the_day_a_file_was_made_is_not_its_own() -> None:
    document = docx.Document()
    document.add_paragraph("Nine people were taken.")
    assert read_document(saved(document), path="x").document.published is None


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{words('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Before. </w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>After.</w:t></w:r></w:p>"
    )
    assert read_document(package(body), path="x").document.text == "Before. After.\n\nIn the box."


def test_tracked_changes_give_the_text_as_it_stands_and_keep_what_was_removed_apart() -> None:
    body = (
        "<w:p><w:r><w:t>Taken were </w:t></w:r><w:del><w:r><w:delText>eleven</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>nine</w:t></w:r></w:ins><w:r><w:t> people.</w:t></w:r></w:p>"
    )
    reading = read_document(package(body), path="x")
    assert (reading.document.text or "").startswith("Taken were nine people.")
    assert parts(reading, RegionKind.BOILERPLATE) == ["eleven"]
    assert any("tracked changes" in problem for problem in reading.document.problems)


def test_footnotes_comments_and_page_feet_are_kept() -> None:
    made = package(
        words("Nine people were taken."),
        footnotes=f"<w:footnotes {W}><w:footnote>{words('One is a child.')}</w:footnote></w:footnotes>",
        comments=f"<w:comments {W}><w:comment>{words('Is this so?')}</w:comment></w:comments>",
        footer1=f"<w:ftr {W}>{words('Registered charity 102030')}</w:ftr>",
    )
    reading = read_document(made, path="x")
    assert any("One is a child." in body for body in parts(reading, RegionKind.BODY))
    assert parts(reading, RegionKind.BOILERPLATE) == ["Registered charity 102030", "Is this so?"]
    assert any("comments" in problem for problem in reading.document.problems)


def test_hidden_text_is_left_out_and_told() -> None:
    body = words("Seen.") + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r></w:p>"
    document = read_document(package(body), path="x").document
    assert document.text == "Seen."
    assert any("hidden" in problem for problem in document.problems)


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    body = f"<w:tbl><w:tr><w:tc>{words('Nine people were taken.')}{words('They wait.')}</w:tc></w:tr></w:tbl>"
    reading = read_document(package(body), path="x")
    assert reading.document.text == "Nine people were taken.\n\nThey wait."
    assert parts(reading, RegionKind.TABLE) == []


def test_entities_are_not_expanded(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "key").write_text("SECRET")
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        doctype = f'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b SYSTEM "file://{tmp_path}/key">]>'
        body = f"<w:document {W}><w:body>{words('Seen &a; &b;')}</w:body></w:document>"
        made.writestr("word/document.xml", doctype + body)
    text = read_document(stream.getvalue(), path="x").document.text or ""
    assert text.startswith("Seen")
    assert not {"SECRET", "lol"} & set(text.split())


def test_a_package_made_to_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    bomb = package(words("x" * 80_000_000))
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableFile, match=r"^bomb\.docx: .*unlikely size"):
        read_document(bomb, path="bomb.docx")


def test_a_package_cut_short_is_refused_with_what_to_do() -> None:
    document = docx.Document()
    document.add_paragraph("Nine people were taken.")
    whole = saved(document)
    for length in (100, len(whole) // 2, len(whole) - 10):
        with pytest.raises(UnreadableFile, match=r"^x: .*; get a whole copy$"):
            read_document(whole[:length], path="x")


def test_damaged_xml_is_read_as_far_as_it_goes_and_told() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", f"<w:document {W}><w:body>{words('Seen.')}<w:p><w:r><w:t>Cut")
    document = read_document(stream.getvalue(), path="x").document
    assert (document.text or "").startswith("Seen.")
    assert any("damaged" in problem for problem in document.problems)
