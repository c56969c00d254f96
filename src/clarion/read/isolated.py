"""A reader that parses foreign formats in a process of its own, so that a bad document costs only itself."""

import os
import signal
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Self, TypeVar

import msgspec

from clarion.model.errors import UnreadableFile
from clarion.read.detect import JSON, MARKDOWN, PLAIN, Foreign, media_type_of
from clarion.read.limits import DEFAULT_LIMITS, ReadLimits
from clarion.read.reading import Reading, read_document
from clarion.read.sheets import Mapped
from clarion.read.tables import Rows
from clarion.read.worker import ANSWER, READ, REQUEST

Answer = TypeVar("Answer")

# what the worker needs of the environment; everything else stays out of a process that parses hostile bytes
_ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
_CPU_SIGNAL = getattr(signal, "SIGXCPU", 24)
_ADVICE = "open it in its own program, save it again or as plain text, and take that in"


class IsolatedReader:
    """Reads documents one after the other, with one worker that is started when first needed and again when it dies.

    Plain text and Markdown are read in the asking process: no foreign code parses them.
    Use it as a context manager, from one thread.
    """

    def __init__(self, limits: ReadLimits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, original: bytes, *, path: str, mapped: Mapped | None = None) -> Reading:
        """As `read_document`; with `mapped` as `read_sheet`.

        Raises:
            UnreadableFile: also when the parser crashed, hung, or wanted more than its limits.
        """
        if mapped is not None:
            return self._asked(original, path, msgspec.json.encode(mapped).decode(), Reading)
        kind = media_type_of(original)
        if kind in (PLAIN, MARKDOWN, JSON) or isinstance(kind, Foreign):
            return read_document(original, path=path)
        return self._asked(original, path, "", Reading)

    def rows(self, original: bytes, *, path: str, most: int) -> dict[str, Rows]:
        """As `rows_of`.

        Raises:
            UnreadableFile: also when the parser crashed, hung, or wanted more than its limits.
        """
        return self._asked(original, path, str(most), dict[str, Rows])

    def _asked(self, original: bytes, path: str, asked: str, kind: type[Answer]) -> Answer:
        answer = self._ask(original, f"{path}\0{asked}" if asked else path)
        if answer[:1] == READ:
            return msgspec.msgpack.decode(memoryview(answer)[1:], type=kind)
        raise UnreadableFile(answer[1:].decode("utf-8", "replace"))

    def close(self) -> None:
        """End the worker."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                _close(pipe)

    def _ask(self, original: bytes, path: str) -> bytes:
        worker = self._started()
        overdue = threading.Event()
        clock = threading.Timer(self._limits.wall_seconds, _end, (worker, overdue))
        clock.daemon = True
        clock.start()
        try:
            _send(worker, original, path)
            length = _length(worker)
            answer = _answer(worker, length) if 0 < length <= self._limits.answer else None
        finally:
            clock.cancel()
        if answer is not None:
            return answer
        if length > self._limits.answer:
            worker.kill()
        code = worker.wait()
        self.close()
        path = path.partition("\0")[0]
        raise UnreadableFile(f"{path}: {self._cause(code, length, overdue=overdue.is_set())}; {_ADVICE}")

    def _started(self) -> subprocess.Popen[bytes]:
        if self._worker is not None and self._worker.poll() is not None:
            self.close()
        if self._worker is None:
            environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
            # -P: a document folder that holds an `email.py` must not become the worker's code
            command = [sys.executable, "-P", "-m", "clarion.read.worker"]
            self._worker = subprocess.Popen(
                [*command, str(self._limits.memory), str(self._limits.cpu_seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        return self._worker

    def _cause(self, code: int, length: int, *, overdue: bool) -> str:
        if length > self._limits.answer:
            return f"its text and attachments are larger than {self._limits.answer} bytes"
        if overdue:
            return f"reading it took longer than {self._limits.wall_seconds:g} seconds and was stopped"
        if code == -_CPU_SIGNAL:
            return f"reading it took more than {self._limits.cpu_seconds} seconds of computing and was stopped"
        return f"its reader crashed (exit {code})"


def _send(worker: subprocess.Popen[bytes], original: bytes, path: str) -> None:
    name = path.encode("utf-8", "surrogateescape")
    if worker.stdin is None:
        return
    try:
        worker.stdin.write(REQUEST.pack(len(name), len(original)))
        worker.stdin.write(name)
        worker.stdin.write(original)
        worker.stdin.flush()
    except OSError:  # the worker died; what it left to say is read next
        return


def _length(worker: subprocess.Popen[bytes]) -> int:
    """The announced length of the answer in bytes; 0 when the worker died."""
    header = worker.stdout.read(ANSWER.size) if worker.stdout is not None else b""
    return int(ANSWER.unpack(header)[0]) if len(header) == ANSWER.size else 0


def _answer(worker: subprocess.Popen[bytes], length: int) -> bytes | None:
    answer = worker.stdout.read(length) if worker.stdout is not None else b""
    return answer if len(answer) == length else None


def _end(worker: subprocess.Popen[bytes], overdue: threading.Event) -> None:
    overdue.set()
    worker.kill()


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:  # unsent bytes of a request to a worker that died
        return
