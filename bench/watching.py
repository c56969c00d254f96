"""A long measurement watched from beside it: what it does, for how long, and how much memory it and its children take.

    with Watch(path) as watch: ...      writes a line every ten seconds, and where the time went at the end

The watched thread is looked at every fifth of a second; what it stood in is counted by function, so that a run that
takes an hour need not be run again to be profiled.
"""

import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

LOOK = 0.2  # seconds between two looks at what the thread stands in
WRITE = 10.0  # seconds between two lines
MOST = 60  # functions listed at the end


class Watch:
    """Looks at the thread that made it, from a thread of its own; `peak` is in MiB, with its children."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._thread = threading.get_ident()
        self._done = threading.Event()
        self._beside = threading.Thread(target=self._run, daemon=True)
        self._own: Counter[str] = Counter()
        self._within: Counter[str] = Counter()
        self._looks = 0
        self.stage = "start"
        self.peak = self.peak_of_children = 0.0

    def __enter__(self) -> Self:
        self._start = time.perf_counter()
        self._beside.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._beside.join()
        self._say(f"end: {error!r}" if error else "end")
        for name, counted in (("inside", self._within), ("in its own lines", self._own)):
            self._say(f"share of looks {name}:")
            for function, looks in counted.most_common(MOST):
                self._say(f"  {100 * looks / max(1, self._looks):5.1f} % {function}")

    def _run(self) -> None:
        written = 0.0
        while not self._done.wait(LOOK):
            chain = _chain(sys._current_frames().get(self._thread))
            children = sum(map(_resident, _children()))
            self.peak_of_children = max(self.peak_of_children, children)
            self.peak = max(self.peak, _resident(os.getpid()) + children)
            self._looks += 1
            self._own.update(chain[:1])
            self._within.update(set(chain))
            now = time.perf_counter() - self._start
            if now - written >= WRITE:
                written = now
                self._say(f"{self._state(now, children)} {' < '.join(chain[:6])}")

    def _state(self, now: float, children: float) -> str:
        cpu, here = time.process_time(), _resident(os.getpid())
        return f"{now:7.0f} s, cpu {cpu:7.0f} s, {here:6.0f} MiB + {children:5.0f} MiB, {self.stage}:"

    def _say(self, line: str) -> None:
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as out:
                out.write(line + "\n")


def _chain(frame: FrameType | None) -> list[str]:
    found = []
    while frame is not None:
        code = frame.f_code
        found.append(f"{Path(code.co_filename).stem}.{code.co_qualname}")
        frame = frame.f_back
    return found


def _children() -> list[int]:
    try:
        return [
            int(child)
            for task in Path("/proc/self/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:  # no such folder, or a thread that ended while it was looked at
        return []


def _resident(process: int) -> float:
    """Resident MiB of a process; 0 where it has ended or the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
