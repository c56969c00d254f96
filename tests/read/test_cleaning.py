"""Originals made safe to show."""

import pytest

from clarion.model.errors import UnreadableFile
from clarion.read.cleaning import clean_html
from clarion.read.showing import can_show, show


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>He <b>went</b> home.</p>", "<p>He <b>went</b> home.</p>"),
        ("<p onclick=x style=y id=z class=w>He went.</p>", "<p>He went.</p>"),
        ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
        ("<p>a<svg><text>b</text><script>c</script></svg>d</p>", "<p>ad</p>"),
        ("<div>a<noscript><p>b</p></noscript>c</div>", "<div>ac</div>"),
        # what a link leads to is told, and leads nowhere
        ('<p><a href="javascript:x">b</a></p>', '<p><span class="link" title="javascript:x">b</span></p>'),
        ("<p><img src=x onerror=y alt='A <map>'></p>", "<p><i>[A &lt;map&gt;]</i></p>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ('<p dir="rtl" lang="ar">x</p>', '<p dir="rtl" lang="ar">x</p>'),
        ('<p dir="evil" lang="&quot;onclick=">x</p>', "<p>x</p>"),
        ("<table><tr><td colspan=2>x</td></tr></table>", '<table><tr><td colspan="2">x</td></tr></table>'),
        # an element that is not on the list loses its tag and keeps its words
        ("<p><blink>x</blink></p>", "<p>x</p>"),
        ("<p>a<!-- b -->c<br>d</p>", "<p>ac<br>d</p>"),
    ],
)
def test_words_and_their_order_stay_and_nothing_else(page: str, expected: str) -> None:
    assert clean_html(f"<html><body>{page}</body></html>".encode()) == expected


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="elements"):
        clean_html(b"<p>x" + b"<b>" * 3 + b"<i>y</i>" * 200_001)


def test_a_page_nested_deeply_is_shown() -> None:
    assert "deep" in clean_html(b"<div>" * 1_500 + b"deep" + b"</div>" * 1_500)


def test_a_mail_is_shown_with_all_its_headers() -> None:
    mail = b"From: ana@shore.example\nTo: b@shore.example\nSubject: Boats\nX-Odd: <b>\n"
    mail += b"MIME-Version: 1.0\n\nTwo boats <left>.\n"
    shown = show(mail)
    assert ("X-Odd", "<b>") in shown.headers
    assert "Two boats &lt;left&gt;." in shown.markup


def test_a_format_that_cannot_be_shown_is_refused() -> None:
    assert not can_show(b"PK\x03\x04" + b"\0" * 40)
    with pytest.raises(UnreadableFile, match="cannot be shown"):
        show(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)


def test_a_page_of_a_pdf_becomes_a_picture() -> None:
    shown = show(_pdf(), 9)
    assert shown.picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert (shown.page, shown.pages) == (1, 1)  # there is no ninth


def test_a_broken_pdf_is_refused_in_one_line() -> None:
    with pytest.raises(UnreadableFile):
        show(b"%PDF-1.7\nnothing\n%%EOF")


def _pdf() -> bytes:
    """A page of A5 with a line drawn on it."""
    draws = b"10 10 m 200 300 l S"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draws), draws),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)
