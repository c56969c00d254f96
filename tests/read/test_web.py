"""HTML: everything that can be seen is kept, and what the page sets apart is marked."""

import datetime

import pytest

from clarion.model.nouns import Document
from clarion.model.vocabulary import RegionKind
from clarion.read import read_document

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Guards take nine | Shore Observer</title>
<meta property="og:site_name" content="Shore Observer"><meta name="author" content="Ana Prieto">
<meta property="article:published_time" content="2024-05-03T08:00:00+02:00">
<style>p { color: red }</style><script>alert("x")</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Guards take nine</h1><p>Nine people were taken from the <b>harbour</b> on Thursday, a witness
said.<br>She hid in a shed.</p><p hidden>secret</p><p style="display: none">secret</p><!-- secret -->
<ul><li>A boy of nine</li><li>Two sisters</li></ul>
<table><tr><th>Port</th><th>Taken</th></tr><tr><td>Valdor</td><td>9</td></tr></table>
<p>The families wait.</p></article><footer>Registered charity 102030</footer></body></html>"""


def read(page: str | bytes) -> Document:
    return read_document(page if isinstance(page, bytes) else page.encode(), path="x").document


def parts(document: Document, kind: RegionKind) -> list[str]:
    assert document.text is not None
    return [document.text[slice(*region.span)] for region in document.regions if region.kind is kind]


def test_the_visible_text_is_kept_in_order_and_nothing_else() -> None:
    text = read(PAGE).text
    assert text is not None
    expected = ["Home World", "Guards take nine", "from the harbour on Thursday", "She hid in a shed.", "A boy of nine"]
    expected += ["Two sisters", "Port | Taken", "Valdor | 9", "The families wait.", "Registered charity"]
    places = [text.index(words) for words in expected]
    assert places == sorted(places)
    assert not any(words in text for words in ("secret", "alert", "color", "Shore Observer", "<", ">"))


def test_what_the_page_sets_apart_is_marked() -> None:
    document = read(PAGE)
    assert parts(document, RegionKind.HEADLINE) == ["Guards take nine"]
    assert parts(document, RegionKind.TABLE) == ["Port | Taken", "Valdor | 9"]
    assert parts(document, RegionKind.BOILERPLATE) == ["Home World", "Registered charity 102030"]
    assert any("The families wait." in body for body in parts(document, RegionKind.BODY))


def test_the_page_says_who_published_it_and_when() -> None:
    document = read(PAGE)
    assert (document.publisher, document.authors) == ("Shore Observer", ("Ana Prieto",))
    assert document.published == datetime.date(2024, 5, 3)
    assert "article:published_time" in (document.published_basis or "")
    assert (document.title, document.language) == ("Guards take nine", "en")


def test_linked_data_is_asked_where_meta_tags_are_silent() -> None:
    linked = (
        '{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-05-03", '
        '"author": [{"name": "Ana Prieto"}], "publisher": {"name": "Shore Observer"}}]}'
    )
    document = read(f'<html><script type="application/ld+json">{linked}</script><p>Nine people were taken.</p></html>')
    assert (document.publisher, document.authors) == ("Shore Observer", ("Ana Prieto",))
    assert document.published == datetime.date(2024, 5, 3)


def test_the_day_of_an_event_in_a_page_is_not_its_own() -> None:
    document = read("<html><p>Nine people were taken on 3 May 2021, the court heard on Monday.</p></html>")
    assert (document.published, document.published_basis) == (None, None)


def test_an_article_that_is_a_list_is_kept_whole() -> None:
    names = "".join(f"<li>Person number {number}, taken at the harbour</li>" for number in range(40))
    text = read(f"<html><body><h1>The names</h1><ol>{names}</ol></body></html>").text or ""
    assert all(f"Person number {number}," in text for number in range(40))


def test_a_menu_of_links_is_boilerplate_and_a_linked_sentence_in_the_article_is_not() -> None:
    article = "".join(
        f"<p>Paragraph {number} tells at length how the guards went from shed to shed.</p>" for number in range(8)
    )
    page = (
        '<html><body><div class="site-menu"><a href="a">Harbour</a> <a href="b">Weather</a> <a href="c">Sport</a></div>'
        f'<article><h1>Guards take nine</h1>{article}<p><a href="d">Nine people were taken from the harbour.</a></p>'
        "</article></body></html>"
    )
    document = read(page)
    assert parts(document, RegionKind.BOILERPLATE) == ["Harbour Weather Sport"]
    assert any("Nine people were taken" in body for body in parts(document, RegionKind.BODY))


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>Nine <b>people <i>were</b> taken</i>",
        "<html><table><p>Nine people were taken</table>",
        "<html><body><p>Nine people were taken</p></html></html></div>",
        "<html><p>Nine people were taken<script>if (a<b) {</script>",
        "<html>" + "<div>" * 5000 + "Nine people were taken",
        "<html><p>" + "&nbsp;" * 50 + "Nine people were&#32;taken &bogus; &#xFFFFFFF;</p>",
    ],
    ids=["crossed tags", "text in a table", "closed twice", "broken script", "nested deeply", "entities"],
)
def test_broken_markup_loses_no_words(page: str) -> None:
    text = " ".join((read(page).text or "").split())
    assert all(word in text for word in ("Nine", "people", "were", "taken"))


def test_markup_written_as_text_stays_text() -> None:
    # what a reader sees is a tag's text; the page that shows it must escape it
    assert (read("<html><p>He wrote &lt;b&gt; in the form.</p></html>").text or "") == "He wrote <b> in the form."


def test_external_entities_are_not_fetched_or_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "key").write_text("SECRET")
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/key">]><html><p>a &x; b</p></html>'
    )
    assert "SECRET" not in (read(page).text or "")


@pytest.mark.parametrize("charset", ["euc-kr", "utf-8", "utf-16"])
def test_the_declared_character_set_is_used(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><p>국경에서 아홉 명이 붙잡혔다</p></html>'
    assert read(page.encode(charset)).text == "국경에서 아홉 명이 붙잡혔다"
