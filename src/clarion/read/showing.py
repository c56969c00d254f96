"""An original as it can be shown in a browser: as clean markup, or as pictures of its pages.

Foreign formats are parsed in a process of their own that ends with the answer (`clarion.read.showing_worker`).
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from html import escape

import msgspec

from clarion.model.errors import UnreadableFile
from clarion.read.charset import decode
from clarion.read.detect import HTML, JSON, MAIL, MARKDOWN, PDF, PLAIN, Foreign, media_type_of

# what a person waits for; a page that takes longer was made to exhaust its reader
_SECONDS = 20
_ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
_SHOWABLE = (PLAIN, MARKDOWN, JSON, HTML, MAIL, PDF)


@dataclass(frozen=True, slots=True)
class Shown:
    """An original as it can be shown. `markup` holds no script, style, link or picture, whatever the original held.

    `headers` are those of an e-mail. `picture` is a page of a PDF as PNG, `page` its number from 1, of `pages`.
    """

    markup: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    picture: bytes = b""
    page: int = 0
    pages: int = 0


def can_show(original: bytes) -> bool:
    """Whether the original is of a format that can be shown; others can only be handed out as they came."""
    kind = media_type_of(original)
    return not isinstance(kind, Foreign) and kind in _SHOWABLE


def has_pages(original: bytes) -> bool:
    """Whether the original is shown page by page, as pictures."""
    return media_type_of(original) == PDF


def show(original: bytes, page: int = 1) -> Shown:
    """The original as it can be shown; of a PDF the page of that number, the first or last when there is none.

    Raises:
        UnreadableFile: it is of no format that can be shown, is broken, or wants more than its share.
    """
    if not can_show(original):
        raise UnreadableFile("this format cannot be shown; hand the original out and open it in its own program")
    if media_type_of(original) in (PLAIN, MARKDOWN, JSON):  # no foreign code parses them
        return Shown(plain_markup(decode(original).text))
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    command = [sys.executable, "-P", "-m", "clarion.read.showing_worker", str(page)]
    try:
        done = subprocess.run(command, input=original, capture_output=True, timeout=_SECONDS, env=environment)
    except subprocess.TimeoutExpired as problem:
        raise UnreadableFile("showing it took too long and was stopped; look at its text") from problem
    if done.returncode == 0 and done.stdout[:1] == b"S":
        return msgspec.msgpack.decode(done.stdout[1:], type=Shown)
    reason = done.stdout[1:].decode("utf-8", "replace") if done.stdout[:1] == b"E" else "it cannot be shown"
    raise UnreadableFile(reason)


def plain_markup(text: str) -> str:
    """A plain text as markup."""
    return f'<pre dir="auto">{escape(text)}</pre>'
