"""What a page or the part of a Word document says: its words as they are read, and what stands in its attributes."""

import re
from collections.abc import Iterator
from html import unescape

from clarion.publish.safety.reading_back.coded import plain
from clarion.publish.safety.reading_back.kinds import Code, Joined
from clarion.publish.safety.reading_back.records import of_json

_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_ASIDE = re.compile(r"<(style|script)\b[^>]*>(.*?)</\1\s*>", re.S | re.I)
_VALUE = re.compile(r"""(?<![\w:.-])[\w:.-]++\s*+=\s*+("[^"]*"|'[^']*')""")
# elements that stand within a word: what they part is one word to the eye
_WITHIN = frozenset(
    """a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub
    sup tspan tt u var wbr time""".split()
)
# of a Word document what stands within a paragraph; of its attributes nothing is drawn
_OFFICE = re.compile(r"</?(?:w|a|m|r|wp|w14|w15|mc|v|o|pic):[^<>]*>")
_PARAGRAPH = re.compile(r"</(?:w|a):p>|<(?:w|a):(?:br|cr|tab)\b[^<>]*>")
_NAME = re.compile(r"</?\s*([A-Za-z][\w:.-]*)")


def of_markup(text: str) -> Iterator[str]:
    """HTML, SVG or XML: as it is, as it is read, run together, and the values of its attributes."""
    # an entity behind a word would read as the sign that joins the words of an address
    yield Code(plain(text))
    values = _values(text)
    yield plain("\n".join(values))
    for value in values:  # data that scripts and proofs read again
        if value[:1] in ("{", "[", "&"):
            yield from of_json(unescape(value))
    for found in _COMMENT.finditer(text):
        yield plain(found[1])
    for found in _ASIDE.finditer(text):
        yield Code(plain(found[2]))
    bare = _ASIDE.sub("\n", _COMMENT.sub("", text))
    yield plain(_TAG.sub(_gap, bare))
    yield Joined(plain(_TAG.sub("", bare)))


def of_office(text: str) -> Iterator[str]:
    """A part of a Word document: its paragraphs with their runs joined, and the values of its attributes."""
    yield Code(plain(text))
    yield Code(plain("\n".join(_values(text))))
    yield plain(_TAG.sub("\n", _OFFICE.sub("", _PARAGRAPH.sub("\n", text))))
    yield Joined(plain(_TAG.sub("", text)))


def _values(text: str) -> list[str]:
    return [value[1:-1] for tag in _TAG.findall(text) if "=" in tag for value in _VALUE.findall(tag)]


def _gap(tag: re.Match[str]) -> str:
    name = _NAME.match(tag[0])
    return "" if name and name[1].lower() in _WITHIN else "\n"
