"""What the texts of many documents tell of, read in processes of their own while the case goes on with the rest.

A worker is this module run by itself: it takes lists of texts and gives what stands in them, by pickle over its pipes.
What is left when the case needs it is read in the asking process, and so is all that a worker that died had taken. So
what comes out is the same with any number of workers, and with none.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Sequence, Set
from threading import Lock, Thread
from types import TracebackType
from typing import IO, Self

from clarion.model import Document, DocumentId
from clarion.reconcile.surroundings import Asked, Read, asked_of, read

# fewer documents are read sooner than a worker has started
FEWEST = 2_000
CHUNK = 100
MOST_WORKERS = 7

Chunk = list[tuple[DocumentId, Asked]]


class Reading:
    """The texts of documents while they are read. Use it as a context manager: leaving it ends the workers."""

    def __init__(
        self, documents: Sequence[Document], cores: int | None = None, only_names: Set[DocumentId] = frozenset()
    ) -> None:
        """`cores` is the number of processors to use, that of the machine by default.

        `only_names` are documents of which the days and places of the head are not asked for.
        """
        self._found: dict[DocumentId, Read] = {}
        self._workers: list[subprocess.Popen[bytes]] = []
        self._threads: list[Thread] = []
        self._lock = Lock()
        self._chunks: deque[Chunk] = deque()
        asked = [(one.id, asked_of(one, only_names=one.id in only_names)) for one in documents]
        asked.sort(key=_head)  # one head that many papers carry is read once
        self._chunks.extend(asked[at : at + CHUNK] for at in range(0, len(asked), CHUNK))
        workers = min((cores or os.cpu_count() or 1) - 1, MOST_WORKERS) if len(documents) >= FEWEST else 0
        for _ in range(workers):
            self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.kill()
        for thread in self._threads:
            thread.join()
        for worker in self._workers:
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                _close(pipe)

    def finish(self) -> dict[DocumentId, Read]:
        """What stands in each text: what no worker has taken yet is read here."""
        while (chunk := self._next()) is not None:
            self._found.update(_read(chunk))
        for thread in self._threads:
            thread.join()
        while (chunk := self._next()) is not None:  # given back by a worker that died
            self._found.update(_read(chunk))
        return self._found

    def _start(self) -> None:
        # -P: a module of the working folder must not become the worker's code
        command = [sys.executable, "-P", "-m", "clarion.reconcile.reading"]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        try:
            worker = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        except OSError:  # no process can be started here: all is read in this one
            return
        self._workers.append(worker)
        self._threads.append(Thread(target=self._feed, args=(worker,), daemon=True))
        self._threads[-1].start()

    def _feed(self, worker: subprocess.Popen[bytes]) -> None:
        while (chunk := self._next()) is not None:
            found = _ask(worker, chunk)
            if found is None:
                with self._lock:
                    self._chunks.append(chunk)
                return
            self._found.update(found)

    def _next(self) -> Chunk | None:
        with self._lock:
            return self._chunks.popleft() if self._chunks else None


def _head(asked: tuple[DocumentId, Asked]) -> str:
    return asked[1].head


def _read(chunk: Iterable[tuple[DocumentId, Asked]]) -> dict[DocumentId, Read]:
    return {name: read(asked) for name, asked in chunk}


def _ask(worker: subprocess.Popen[bytes], chunk: Chunk) -> dict[DocumentId, Read] | None:
    """What a worker reads, or None when it died."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        pickle.dump(chunk, worker.stdin, protocol=pickle.HIGHEST_PROTOCOL)
        worker.stdin.flush()
        found: dict[DocumentId, Read] = pickle.load(worker.stdout)
    except (OSError, EOFError, pickle.UnpicklingError, ValueError):
        return None
    return found


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        try:
            pipe.close()
        except OSError:  # what was not yet written to a worker that died
            return


def _work(asked: IO[bytes], told: IO[bytes]) -> None:
    """Read until nothing more is asked."""
    while True:
        try:
            chunk = pickle.load(asked)
        except EOFError:
            return
        pickle.dump(_read(chunk), told, protocol=pickle.HIGHEST_PROTOCOL)
        told.flush()


if __name__ == "__main__":
    _work(sys.stdin.buffer, sys.stdout.buffer)
