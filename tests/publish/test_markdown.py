"""The record as Markdown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clarion.model import Record, View
from clarion.publish import Format, PublishOptions, render
from clarion.publish.markdown import escaped

OPTIONS = PublishOptions(format=Format.MD, view=View.SEALED, title="Two rivers")
READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")


def kinds(text: str) -> set[str]:
    """The kinds of tokens that a reader finds in a text."""
    return {part.type for token in READER.parse(text) for part in [token, *(token.children or [])]}


def plain(text: str) -> str:
    """What a reader shows of a paragraph."""
    return "".join(part.content for token in READER.parse(text) for part in token.children or [])


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "1. list",
        "- list",
        "a | b | c",
        "[x](https://example.org)",
        "![x](y)",
        "<b>bold</b> <!-- c -->",
        "&lt;b&gt; &amp; &#60;",
        "*a* _b_ `c` ~~d~~",
        "<https://example.org>",
        "\\[x]\\(y)",
        "> quote",
        "===",
        "---",
        "[x]: https://example.org",
    ],
)
def test_no_text_makes_markup(text: str) -> None:
    assert kinds(escaped(text)) == {"paragraph_open", "inline", "text", "text_special", "paragraph_close"} & kinds(
        escaped(text)
    )
    assert "link_open" not in kinds(escaped(text))


@given(st.text(max_size=80))
@settings(max_examples=300)
def test_any_text_is_only_text(text: str) -> None:
    found = kinds(f"x {escaped(text)}")
    assert found <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org", "see https[:]//example.org"),
        ("www.example.org", "www[.]example.org"),
        ("name@example.org", "name[@]example.org"),
        ("mailto:x javascript:x data:x", "mailto[:]x javascript[:]x data[:]x"),
        ("at 13:00", "at 13:00"),  # a clock time is no address
    ],
)
def test_an_address_is_written_apart(text: str, expected: str) -> None:
    assert plain(escaped(text)) == expected


def test_the_dossier_holds_every_quote(record: Record) -> None:
    shown = "".join(plain(line) for line in render(record, OPTIONS).decode().split("\n"))
    for claim in record.claims:
        assert claim.quote in shown


def test_the_dossier_is_marked_sealed_and_says_who_denies(record: Record) -> None:
    made = render(record, OPTIONS).decode()
    assert made.startswith("**SEALED.")
    assert "Denied by a border official" in made
    assert "not yet judged by a person" in made
