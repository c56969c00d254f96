"""Whatever the bytes, a document or one clear line comes out, and every offset fits."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clarion.model.errors import UnreadableFile
from clarion.model.nouns import Document
from clarion.model.text import text_sha256
from clarion.model.vocabulary import RegionKind
from clarion.read import read_document
from costs import least, seconds

LINES = st.lists(
    st.sampled_from(
        [
            "", "", "PRESS RELEASE", "Shore Rights Network", "By Ana Prieto", "3 May 2024", "Valdor, 3 May 2024",
            "VALDOR, 3 May 2024 (Shore Wire) - Nine people were taken from the harbour on Thursday, a witness said.",
            "Nine people were taken.", "- an item", "1. A point", "About Shore Rights Network", "> quoted",
            "Ana Prieto", "Yours sincerely,", "From: Ana Prieto", "Re: nine people", "# Heading", "---", "title: x",
            "***", "é ü \u0301", "Contact: a@b.example", "국경에서 아홉 명", "\t\t", "((((",
            "• Dr. Prieto is a judge and the author of two books.",
        ]
    ),
    max_size=25,
)  # fmt: skip


def check(document: Document) -> None:
    text = document.text
    assert text is not None
    assert text == unicodedata.normalize("NFC", text)
    assert document.text_sha256 == text_sha256(text)
    position = 0
    for region in document.regions:
        start, end = region.span
        assert position <= start < end <= len(text), "regions stand in order and do not overlap"
        assert not text[position:start].strip(), "no word stands outside the regions"
        position = end
    assert not text[position:].strip()
    assert (document.published is None) == (document.published_basis is None)
    for name in (document.title, document.publisher, *document.authors):
        assert name is None or (name.strip() and "\n" not in name)


def read(original: bytes) -> None:
    try:
        check(read_document(original, path="x").document)
    except UnreadableFile as problem:
        message = str(problem)
    else:
        return
    assert message.startswith("x: ")
    assert "\n" not in message


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(original: bytes) -> None:
    read(original)


@given(st.text(max_size=600))
def test_any_text_is_read_whole(text: str) -> None:
    read(text.encode("utf-8", "surrogatepass"))


@given(LINES)
def test_any_order_of_head_lines_gives_regions_that_cover_the_text(lines: list[str]) -> None:
    read("\n".join(lines).encode())


STARTS = [
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html><body>",
    b"From: a@b.example\nTo: b@c.example\nMIME-Version: 1.0\n",
    b"---\n",
]


@settings(max_examples=60)
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes_behind_the_start_of_a_format_are_read_or_refused(start: bytes, rest: bytes) -> None:
    read(start + rest)


@given(LINES)
def test_the_same_bytes_give_the_same_document(lines: list[str]) -> None:
    original = "\n".join(["x", *lines]).encode()
    assert read_document(original, path="x") == read_document(original, path="x")


@given(LINES)
def test_a_text_that_is_read_keeps_every_word(lines: list[str]) -> None:
    source = "\n".join(["x", *lines])
    text = read_document(source.encode(), path="x").document.text or ""
    assert text.split() == unicodedata.normalize("NFC", source).split()


@pytest.mark.parametrize(
    "line",
    [
        "(" * 2_000_000,
        "9" * 2_000_000,
        "A" * 2_000_000,
        "A " * 1_000_000,
        "a@" * 1_000_000,
        "May " * 500_000,
        "- " * 1_000_000,
    ],
    ids=["brackets", "digits", "capitals", "initials", "addresses", "months", "dashes"],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    source = f"Shore Rights Network\n{line}\n\nNine people were taken.\n{line}".encode()
    assert least(lambda: seconds(read, source), most=20, attempts=3) < 20


def test_many_lines_take_linear_time() -> None:
    lines = b"Ana Prieto\n\n" * 60_000
    mail = b"From: a@b.example\nTo: b@c.example\nSubject: s\n\n" + b"> quoted\nanswered\n" * 30_000
    assert least(lambda: seconds(read, lines) + seconds(read, mail), most=20, attempts=3) < 20


@pytest.mark.parametrize("original", [b"", b"\0\0\0", b" \n\t \r\n"])
def test_an_empty_file_is_refused_with_what_to_do(original: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^x: the file is empty; leave it out, or take in the whole file$"):
        read_document(original, path="x")


def test_front_matter_is_a_header_and_gives_the_metadata() -> None:
    source = (
        '---\ntitle: "Nine taken"\npublisher: Shore Observer\nauthor: [Ana Prieto, Selma Otieno]\ndate: 2024-05-03\n'
        "url: https://shore.example/nine\n---\n\nNine people were taken.\n"
    )
    document = read_document(source.encode(), path="x").document
    assert (document.publisher, document.authors) == ("Shore Observer", ("Ana Prieto", "Selma Otieno"))
    assert (str(document.published), document.published_basis) == ("2024-05-03", "front matter: 2024-05-03")
    assert document.text == source
    assert [region.kind for region in document.regions] == [RegionKind.HEADER, RegionKind.BODY]
