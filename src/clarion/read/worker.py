"""The process in which foreign formats are parsed. Started by `IsolatedReader`; reads requests, writes answers.

A request is two lengths (path, original), then path and original. A path may be followed by NUL and, as JSON, how the
columns of a spreadsheet are read, or a number: that of the rows to be shown of one.
An answer is a length, then one byte and its payload: `R` and a reading (or rows) in MessagePack, or `E` and the message
of an `UnreadableFile` in UTF-8.
Nothing that a parser makes is run or unpickled by the process that asked.
"""

import os
import struct
import sys
from typing import Any, BinaryIO

import msgspec

from clarion.model.errors import UnreadableFile
from clarion.read.reading import read_document
from clarion.read.sheets import Mapped, read_sheet, rows_of

try:
    import resource
except ImportError:  # pragma: no cover - a system without these limits still has the clock's
    resource = None  # type: ignore[assignment]

REQUEST = struct.Struct(">IQ")
ANSWER = struct.Struct(">Q")
READ, REFUSED = b"R", b"E"


def main() -> None:
    """Answer requests until the asking process closes the pipe."""
    memory, cpu_seconds = int(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a C library prints must not mix with the answers
    limit_memory(memory)
    requests = sys.stdin.buffer
    while (request := _request(requests)) is not None:
        limit_cpu(cpu_seconds)
        answer = _answer(*request)
        answers.write(ANSWER.pack(len(answer)))
        answers.write(answer)
        answers.flush()


def _request(requests: BinaryIO) -> tuple[str, bytes] | None:
    header = requests.read(REQUEST.size)
    if len(header) < REQUEST.size:
        return None
    path_length, length = REQUEST.unpack(header)
    path = requests.read(path_length).decode("utf-8", "surrogateescape")
    return path, requests.read(length)


def _answer(path: str, original: bytes) -> bytes:
    path, _, asked = path.partition("\0")
    try:
        return READ + msgspec.msgpack.encode(_read(path, asked, original))
    except UnreadableFile as problem:
        return REFUSED + str(problem).encode("utf-8", "replace")


def _read(path: str, asked: str, original: bytes) -> Any:
    if not asked:
        return read_document(original, path=path)
    wanted = msgspec.json.decode(asked, type=int | Mapped)
    if isinstance(wanted, int):
        return rows_of(original, path=path, most=wanted)
    return read_sheet(original, wanted, path=path)


def limit_memory(memory: int) -> None:
    """Keep this process to so many bytes of address space, where the system allows it."""
    if resource is None:  # pragma: no cover
        return
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (limit, limit))
        except (ValueError, OSError):  # pragma: no cover - macOS refuses RLIMIT_AS
            continue


def limit_cpu(seconds: int) -> None:
    """Keep this process to so many more seconds on the processor, where the system allows it."""
    if resource is None:  # pragma: no cover
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (allowed if hard == resource.RLIM_INFINITY else min(allowed, hard), hard))


if __name__ == "__main__":
    main()
