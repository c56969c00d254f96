"""No text of a document can put script, markup, links or hidden characters into what leaves."""

import dataclasses
import re
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clarion.model import Judgement, JudgementVerdict, Place, Record, View
from clarion.publish import Format, PublishOptions, render
from clarion.publish.drawing.svg import shown
from clarion.publish.visible import visible

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "</svg><style>*{display:none}</style>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!-- --><![CDATA[ ]]>",
    "&lt;script&gt;&#x3c;b&#x3e;",
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "https://example.org www.example.org name@example.org",
    "left\u202etfel\u2066x\u2069\u200fy\u200bz\ufeff\x1b[31m",
    "a\u2028b\x85c\x00d",
    "]]>--></script><base href=//example.org>",
]


def poisoned(noun: Any, text: str) -> Any:
    """The noun with every free text in it replaced."""
    if isinstance(noun, tuple):
        return tuple(poisoned(part, text) for part in noun)
    if not dataclasses.is_dataclass(noun) or isinstance(noun, type):
        return noun
    kept = {"id", "document", "act", "norm", "incident", "lat", "lon", "start", "end", "sha256", "object_act"}
    changed = {}
    for field in dataclasses.fields(noun):
        value = getattr(noun, field.name)
        if field.name in kept:
            continue
        if type(value) is str:
            changed[field.name] = text
        elif isinstance(value, tuple) and value and type(value[0]) is str and field.name not in _IDS:
            changed[field.name] = tuple(text for _ in value)
        elif isinstance(value, tuple) or dataclasses.is_dataclass(value):
            changed[field.name] = poisoned(value, text)
    return dataclasses.replace(noun, **changed)


_IDS = {"claims", "denials", "rivals", "voices", "speaks_in", "against"}


def _tags(page: str) -> list[str]:
    tree = lxml.html.document_fromstring(page)
    return sorted({element.tag for element in tree.iter() if isinstance(element.tag, str)})


def _options(form: Format, text: str) -> PublishOptions:
    judgement = Judgement("jdg", "act_rally", JudgementVerdict.CORRECT, text, text, text, "2024-01-01T00:00:00Z")
    return PublishOptions(
        format=form, view=View.SEALED, title=text, case_name=text, heads=(text,), questions=(text,), engine=text,
        judgements=(judgement,), made_at=text,
    )  # fmt: skip


def _poison(record: Record, text: str) -> Record:
    return Record(**{name: poisoned(getattr(record, name), text) for name in Record.__dataclass_fields__})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_element_and_no_handler(record: Record, text: str) -> None:
    page = render(_poison(record, text), _options(Format.HTML, text)).decode()
    harmless = "p" * len(text)
    plain = render(_poison(record, harmless), _options(Format.HTML, harmless)).decode()
    tree = lxml.html.document_fromstring(page)
    assert set(_tags(page)) <= set(_tags(plain))
    attributes = {name for element in tree.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not [name for name in attributes if name.startswith("on")]
    assert all(href.startswith("#") for href in tree.xpath("//@href"))
    assert len(tree.xpath("//meta")) == len(lxml.html.document_fromstring(plain).xpath("//meta"))
    assert len(tree.xpath("//style")) == 1


@pytest.mark.parametrize("form", [Format.HTML, Format.CSV, Format.MD])
def test_hidden_characters_are_written_out(record: Record, form: Format) -> None:
    text = "left\u202etfel\u2066x\u2069\u200b"
    made = render(_poison(record, text), _options(form, text)).decode()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]", made)
    assert "U+202E" in made.replace("\\", "")


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_what_is_shown_holds_no_hidden_character_and_no_markup(text: str) -> None:
    made = shown(text)
    assert not re.search("[<>\"'\u202a-\u202e\u2066-\u2069\u0000-\u0008\u007f-\u009f]", made)
    assert visible(visible(text)) == visible(text)


def test_a_place_without_a_known_position_cannot_break_the_map(record: Record) -> None:
    incident = dataclasses.replace(record.incidents[0], where=(Place('"><script>', lat=10.0, lon=10.0),))
    page = render(Record(incidents=(incident,)), PublishOptions(format=Format.HTML, view=View.SEALED)).decode()
    assert "<script" not in page
    assert "<svg" in page
