"""The text of a letter as a page shows it: headings, lists, strong words, footnotes; all else as it stands."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_STRONG = re.compile(r"\*\*([^*\n]{1,400})\*\*")
_MARK = re.compile(r"\[\^(\w{1,8})\]")
_NOTE = re.compile(r"\[\^(\w{1,8})\]:\s*(.*)")


def letter_html(text: str) -> SafeString:
    """The blocks of a letter. What it says is escaped first, so nothing in it is taken for a sign of the page."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")) if block.strip()]
    return mark_safe("\n".join(map(_block, blocks)))


def _block(block: str) -> str:
    lines = block.split("\n")
    if lines[0].startswith("## ") and len(lines) == 1:
        return f"<h4>{_inline(lines[0][3:])}</h4>"
    if lines[0].startswith("# ") and len(lines) == 1:
        return f"<h3>{_inline(lines[0][2:])}</h3>"
    if all(line.startswith("- ") for line in lines):
        return f"<ul>{''.join(f'<li>{_inline(line[2:])}</li>' for line in lines)}</ul>"
    if _NOTE.match(lines[0]):
        return f'<p class="small notes">{"<br>".join(map(_note, lines))}</p>'
    return f"<p>{'<br>'.join(map(_inline, lines))}</p>"


def _note(line: str) -> str:
    found = _NOTE.match(line)
    return f"<sup>{escape(found[1])}</sup> {_inline(found[2])}" if found else _inline(line)


def _inline(words: str) -> str:
    said = _MARK.sub(r"<sup>\1</sup>", _STRONG.sub(r"<strong>\1</strong>", escape(words)))
    return said.replace("</sup><sup>", ", ")
