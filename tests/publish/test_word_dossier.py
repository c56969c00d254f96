"""The dossier as a Word document, read back by python-docx and by Clarion's own reader."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import lxml.html
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table

from clarion.model import Judgement, Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, check, proof_of, render
from clarion.publish.word.inline import name_of
from clarion.read import read_document

OPTIONS = PublishOptions(
    format=Format.DOCX,
    view=View.SEALED,
    title="Two rivers",
    made_at="2024-08-18T09:30:00Z",
    heads=("a 1 ff",),
    sign=lambda said: f"{'ab' * 32} {said.hex()[:128]}",
)


@pytest.fixture(scope="module")
def made(record: Record, judgements: tuple[Judgement, ...]) -> bytes:
    """The sample as a Word document."""
    return render(record, replace(OPTIONS, judgements=judgements, questions=("Who ordered the buses?",)))


@pytest.fixture(scope="module")
def word(made: bytes) -> WordDocument:
    """The document, read by python-docx."""
    return docx.Document(io.BytesIO(made))


@pytest.fixture(scope="module")
def page(record: Record, judgements: tuple[Judgement, ...]) -> lxml.html.HtmlElement:
    """The same dossier as a page."""
    options = replace(OPTIONS, format=Format.HTML, judgements=judgements, questions=("Who ordered the buses?",))
    return lxml.html.document_fromstring(render(record, options).decode())


def all_text(word: WordDocument) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p")))


def test_headings_are_real_and_are_those_of_the_page(word: WordDocument, page: lxml.html.HtmlElement) -> None:
    styles = {"Title": 1, "Heading 1": 2, "Heading 2": 3, "Heading 3": 4}
    levels = [(styles[p.style.name], " ".join(p.text.split())) for p in word.paragraphs if p.style.name in styles]
    shown = [(int(one.tag[1]), " ".join(one.text_content().split())) for one in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert [level for level, _ in levels] == [level for level, _ in shown]
    assert [words for level, words in levels if level < 3] == [words for level, words in shown if level < 3]
    assert all(after - before <= 1 for (before, _), (after, _) in pairwise(levels))


def test_every_table_has_a_header_row_that_is_repeated_and_a_caption(word: WordDocument) -> None:
    assert len(word.tables) >= 8
    for table in word.tables:
        row = table.rows[0]._tr
        assert row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(cell.text.strip() for cell in table.rows[0].cells)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_word_of_the_page_is_in_the_document(word: WordDocument, page: lxml.html.HtmlElement) -> None:
    """But drawings, of which a table says the same, and what only a file of a page says of itself."""
    held = "".join(all_text(word).split())
    main = page.xpath("//main")[0]
    for gone in main.xpath(".//figure | .//svg"):
        gone.getparent().remove(gone)
    digest = page.xpath("//code[@id='clarion-digest']")[0].text
    for one in main.xpath(".//p | .//li[not(.//p)] | .//dd | .//td | .//caption | .//blockquote"):
        said = "".join(one.text_content().split())
        if digest not in said:
            assert said in held or all("".join(part.split()) in held for part in one.itertext()), said


def test_the_texts_of_documents_stand_whole(word: WordDocument, record: Record) -> None:
    held = "\n".join("".join(run.text for run in p.runs) for p in word.paragraphs if p.style.name == "SourceText")
    links = re.compile(r"C\d+ ")
    lines = {links.sub("", line) for line in all_text(word).split("\n")}
    for document in record.documents:
        for line in (document.text or "").splitlines():
            if line.strip():
                assert line in lines, line
    assert held


def test_references_lead_to_the_table_of_evidence_and_from_there_to_the_words(
    word: WordDocument, record: Record
) -> None:
    marks = [one.get(qn("w:name")) for one in word.element.body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    anchors = {one.get(qn("w:anchor")) for one in word.element.body.iter(qn("w:hyperlink"))}
    assert anchors <= set(marks)
    for claim in record.claims:
        assert {name_of(claim.id), name_of(f"ev-{claim.id}"), name_of(f"at-{claim.id}")} <= set(marks)
        assert {name_of(claim.id), name_of(f"ev-{claim.id}")} <= anchors


def test_the_table_of_evidence_holds_words_and_code_of_each_claim(word: WordDocument, record: Record) -> None:
    table = next(one for one in word.tables if one.rows[0].cells[-1].text == "Check")
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert len(rows) == len(record.claims)
    said = {row[-1]: row[1] for row in rows}
    for sentence in check(render(record, OPTIONS)).sentences:
        assert sentence.quote in said[sentence.leaf()[:8]]


def test_pages_are_numbered_and_say_for_whom_they_are(word: WordDocument) -> None:
    section = word.sections[0]
    assert section.header.paragraphs[0].text.startswith("SEALED")
    codes = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_nothing_tells_who_made_it_where_and_with_what(made: bytes, word: WordDocument) -> None:
    about = word.core_properties
    assert (about.author, about.last_modified_by, about.comments, about.keywords) == ("", "", "", "")
    assert about.created == about.modified
    assert about.created.year == 1980
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        assert {one.date_time for one in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in held.namelist() if "theme" in name or "app.xml" in name or "thumbnail" in name]
        assert b"python-docx" not in b"".join(map(held.read, held.namelist()))


def test_words_name_their_language(word: WordDocument) -> None:
    assert word.core_properties.language == "en"
    far = {one.get(qn("w:eastAsia")) for one in word.element.body.iter(qn("w:lang"))}
    assert {"ko-KR", "zh-CN"} <= far


def test_clarion_reads_it_back(made: bytes, record: Record) -> None:
    read = read_document(made, path="dossier.docx").document
    assert read.title == "SEALED · Two rivers"
    for claim in record.claims:
        assert " ".join(claim.quote.split()) in " ".join((read.text or "").split())


def test_equal_input_gives_equal_bytes(made: bytes, record: Record, judgements: tuple[Judgement, ...]) -> None:
    assert render(record, replace(OPTIONS, judgements=judgements, questions=("Who ordered the buses?",))) == made


def test_the_seal_is_that_of_the_page(made: bytes, record: Record) -> None:
    checked, shown = check(made), check(render(record, replace(OPTIONS, format=Format.HTML)))
    assert checked.is_whole
    assert checked.is_rooted
    assert (checked.root, checked.record_sha256, checked.heads) == (shown.root, shown.record_sha256, shown.heads)
    assert checked.sentences == shown.sentences
    assert checked.signature == shown.signature
    assert proof_of(checked.sentences, "C1").root() == checked.root


def repacked(made: bytes, change: dict[str, bytes], *, method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as held, zipfile.ZipFile(out, "w", method) as packing:
        for name in [*held.namelist(), *(set(change) - set(held.namelist()))]:
            packing.writestr(name, change.get(name, held.read(name) if name in held.namelist() else b""))
    return out.getvalue()


def test_a_document_packed_otherwise_is_the_same_and_one_with_another_word_is_not(made: bytes) -> None:
    assert check(repacked(made, {})).is_whole
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        body = held.read("word/document.xml")
        sealed = held.read("customXml/clarion.xml")
    assert b"90 to 100" in body
    assert not check(repacked(made, {"word/document.xml": body.replace(b"90 to 100", b"90 to 900", 1)})).is_whole
    assert not check(repacked(made, {"word/more.xml": b"<x/>"})).is_whole
    assert not check(repacked(made, {"customXml/clarion.xml": sealed.replace(b"<root>", b"<root>0", 1)})).is_whole


@pytest.mark.parametrize("data", [b"PK", b"PK\x03\x04" + b"\0" * 40])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(BadRequest, match="no dossier"):
        check(data)
    plain = io.BytesIO()
    docx.Document().save(plain)
    with pytest.raises(BadRequest, match="no digest"):
        check(plain.getvalue())


def test_no_row_is_lost_and_cells_are_those_of_the_page(word: WordDocument, page: lxml.html.HtmlElement) -> None:
    tables: list[Table] = list(word.tables)
    shown = page.xpath("//table[not(ancestor::figure)]")
    assert len(tables) == len(shown)
    for mine, theirs in zip(tables, shown, strict=True):
        extra = len(theirs.xpath(".//tr[.//code[@id='clarion-digest']]"))
        assert len(mine.rows) == len(theirs.xpath(".//tr")) - extra
