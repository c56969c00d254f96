"""PDF: text by pages; locked and broken files are told."""

import datetime

import pytest

from clarion.model.errors import UnreadableFile
from clarion.model.vocabulary import RegionKind
from clarion.read import read_document


def pdf(pages: list[list[tuple[int, int, str]]], info: str = "") -> bytes:
    """A small PDF; a page is a list of (height in points, letter size in points, words)."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for page in pages:
        drawn = "".join(f"BT /F1 {size} Tf 50 {height} Td ({words}) Tj ET\n" for height, size, words in page)
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}endstream")
        font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources{font}/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    objects.append(f"<<{info}>>")
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    made += (
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return made


LINES = [
    (700, 11, "Nine people were taken from the harbour on Thursday, a wit-"),
    (686, 11, "ness said. She hid in a shed while the guards went from"),
    (672, 11, "door to door and asked for papers."),
    (640, 11, "The families wait at the gate of the old customs house and"),
    (626, 11, "nobody tells them where the nine were brought."),
]


def text_of(original: bytes) -> str:
    return read_document(original, path="x").document.text or ""


def test_lines_become_paragraphs_and_cut_words_are_joined() -> None:
    paragraphs = text_of(pdf([LINES])).split("\n\n")
    assert len(paragraphs) == 2
    assert "a witness said. She hid in a shed while the guards went from door to door" in paragraphs[0]
    assert paragraphs[1].startswith("The families wait")


def test_a_hyphen_that_the_word_has_stays() -> None:
    lines = [
        (700, 11, "A cross-border patrol came to the harbour in the night, and the cross-"),
        (686, 11, "border post was shut."),
    ]
    assert "the cross-border post" in text_of(pdf([lines]))


def test_a_larger_line_is_a_paragraph_of_its_own() -> None:
    page = [(730, 20, "Guards take nine"), *LINES[:3]]
    document = read_document(pdf([page]), path="x").document
    assert document.title == "Guards take nine"


def test_the_page_of_an_offset_can_be_told() -> None:
    text = text_of(pdf([LINES, [(700, 11, "Second page.")], [], [(700, 11, "Fourth page.")]]))
    assert text.count("\f", 0, text.index("Second")) == 1
    assert text.count("\f", 0, text.index("Fourth")) == 3


def test_running_heads_and_page_numbers_are_boilerplate() -> None:
    pages = [[(780, 9, f"Shore Report 2024, page {n}"), *LINES, (20, 9, str(n))] for n in range(1, 5)]
    document = read_document(pdf(pages), path="x").document
    words = [
        (document.text or "")[slice(*region.span)]
        for region in document.regions
        if region.kind is RegionKind.BOILERPLATE
    ]
    assert len(words) == 8
    assert {"Shore Report 2024, page 3", "4"} <= set(words)


def test_a_page_without_text_is_told() -> None:
    document = read_document(pdf([LINES, []]), path="x").document
    assert any("page 2" in problem and "OCR" in problem for problem in document.problems)


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match=r"^scan\.pdf: no text.*OCR"):
        read_document(pdf([[], []]), path="scan.pdf")


def test_the_day_in_the_metadata_counts_only_where_the_text_has_none() -> None:
    info = "/CreationDate(D:20240709120000Z)/Title(Harbour report)/Author(Ana Prieto)"
    document = read_document(pdf([LINES], info), path="x").document
    assert document.published == datetime.date(2024, 7, 9)
    assert "weak" in (document.published_basis or "")
    assert document.authors == ("Ana Prieto",)
    dated = read_document(pdf([[(740, 11, "Valdor, 3 May 2024"), *LINES]], info), path="x").document
    assert dated.published == datetime.date(2024, 5, 3)


def test_a_pdf_cut_short_is_read_or_refused_but_never_in_silence() -> None:
    whole = pdf([LINES] * 3)
    for length in (20, len(whole) // 3, len(whole) // 2, len(whole) - 40):
        try:
            problems = read_document(whole[:length], path="x").document.problems
        except UnreadableFile as problem:
            problems = (str(problem),)
        assert problems
        assert not any("\n" in problem for problem in problems)


def test_a_locked_pdf_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match=r"password.*save it without one"):
        read_document(LOCKED, path="x")


# an empty page locked with the standard handler (revision 2, 40 bits); the user's password is not empty
LOCKED = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n4 0 obj\n<</Filter/Standard/V 1/R 2/P -44/O<"
    + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>\nendobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/Size 5/ID[<61><61>]>>\n%%EOF\n"
)  # fmt: skip
