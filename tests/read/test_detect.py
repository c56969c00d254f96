"""What a file is comes from its bytes."""

import zipfile
from io import BytesIO

import pytest

from clarion.read.detect import DOCX, HTML, MAIL, MARKDOWN, PDF, PLAIN, Foreign, media_type_of


def _zip(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (b"Nine people were taken.\n", PLAIN),
        (b"5 < 7 and <b>bold</b> is the only tag.\n", PLAIN),
        (b"# Heading\n\nText.\n", MARKDOWN),
        (b"---\ntitle: X\n---\nText\n", MARKDOWN),
        (b"**Date:** 3 May 2024\n", MARKDOWN),
        (b"<!DOCTYPE html><html><body>x</body></html>", HTML),
        (b"\xef\xbb\xbf \n<html><p>x</html>", HTML),
        (b"<!-- saved page --><HTML><P>x", HTML),
        ("<html><p>текст</p></html>".encode("utf-16"), HTML),
        (b"Intro <p>a</p><p>b</p><p>c</p>", HTML),
        (b"%PDF-1.7\n", PDF),
        (b"junk before\n%PDF-1.4\n", PDF),
        (_zip("[Content_Types].xml", "word/document.xml"), DOCX),
        (b"From: A <a@x.example>\nTo: b@x.example\nSubject: s\n\nbody", MAIL),
        (b"Received: by x\r\n\tid 1\r\nMIME-Version: 1.0\r\n\r\nbody", MAIL),
        (b"From a@x.example Mon May  6 2024\nFrom: a@x.example\nDate: x\n\nbody", MAIL),
        # a memo has the same words, but no address and no field that only mail has
        (b"From: Legal Desk\nTo: All partners\nDate: 3 May 2024\n\nThe client was arrested.", PLAIN),
        ("plain words in wide letters".encode("utf-16-be"), PLAIN),
    ],
)
def test_the_format_is_told_from_the_bytes(original: bytes, expected: str) -> None:
    assert media_type_of(original) == expected


@pytest.mark.parametrize(
    ("original", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (_zip("a.txt"), "zip"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
        (b"{\\rtf1 x}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"age-encryption.org/v1\n", "encrypted"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_what_to_do(original: bytes, words: str) -> None:
    found = media_type_of(original)
    assert isinstance(found, Foreign)
    assert words in f"{found.name} {found.advice}"
    assert found.advice
