"""An original as it can be shown in a browser: as clean markup, or as pictures of its pages.

Foreign formats are parsed in a process of their own that ends with the answer (`clarion.read.showing_worker`).
After the first one, the process for the next waits with its parsers loaded.
"""

import atexit
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from html import escape

import msgspec

from clarion.model.errors import UnreadableFile
from clarion.read.charset import decode
from clarion.read.detect import HTML, JSON, MAIL, MARKDOWN, PDF, PLAIN, Foreign, media_type_of

# what a person waits for; a page that takes longer was made to exhaust its reader
_SECONDS = 20
# the number of the page stands before the original in what its process is told
PAGE_BYTES = 8
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
    done = _answer(original, page)
    if done[:1] == b"S":
        return msgspec.msgpack.decode(memoryview(done)[1:], type=Shown)
    raise UnreadableFile(done[1:].decode("utf-8", "replace") if done[:1] == b"E" else "it cannot be shown")


def plain_markup(text: str) -> str:
    """A plain text as markup."""
    return f'<pre dir="auto">{escape(text)}</pre>'


class _Spare:
    """A process that has loaded its parsers and waits for the one original that it will make ready.

    Loading them takes most of the time of an answer. It waits on a pipe, so it ends when this process does.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: subprocess.Popen[bytes] | None = None

    def take(self) -> "subprocess.Popen[bytes]":
        """A process for one original; nobody else is given it."""
        with self._lock:
            held, self._waiting = self._waiting, None
        if held is not None and held.poll() is None:
            return held
        return _start()

    def lay_by(self) -> None:
        """Have one waiting for the next original."""
        with self._lock:
            if self._waiting is None or self._waiting.poll() is not None:
                self._waiting = _start()

    def end(self) -> None:
        """End the one that waits."""
        with self._lock:
            held, self._waiting = self._waiting, None
        if held is not None:
            held.kill()
            held.communicate()


_SPARE = _Spare()
atexit.register(_SPARE.end)


def _answer(original: bytes, page: int) -> bytes:
    process = _SPARE.take()
    try:
        answer, _ = process.communicate(page.to_bytes(PAGE_BYTES, "big") + original, timeout=_SECONDS)
    except subprocess.TimeoutExpired as problem:
        process.kill()
        process.communicate()
        raise UnreadableFile("showing it took too long and was stopped; look at its text") from problem
    _SPARE.lay_by()
    return answer if process.returncode == 0 else b""


def _start() -> "subprocess.Popen[bytes]":
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    command = [sys.executable, "-P", "-m", "clarion.read.showing_worker"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment)
