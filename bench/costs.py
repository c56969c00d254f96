"""What some work costs and how its cost grows with its size, told on a machine that does other work as well.

CPU time of this process is measured, with the collector off and what the process holds left out of account.
Other work on the machine still lengthens it (shared caches and cores), and only ever lengthens it.
So small and large work are measured in turns, and one turn that keeps the bound is enough: noise must then lengthen the
small work and spare the large one to hide a square, and by more than the bound is away from a square.

    python bench/costs.py MODULE FUNCTION [JSON ...]      prints what a function of a module gives; see `apart`
"""

import gc
import importlib
import json
import math
import os
import resource
import runpy
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

# attempts before the next size is tried: where memory outgrows a cache, cost takes a step, and a larger size lies
# behind it; a square is a square at every size
SAME_SIZE = 3

T = TypeVar("T")
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Effort:
    """How growth is measured."""

    factor: int = 2  # how many times as large the large work is
    most: float = 2.2  # times the cost for twice the size; for a factor of four, twice over
    enough: float = 0.1  # seconds of the large work; below that the clock and the set-up weigh more than the work
    largest: int | None = None  # size of the large work; no larger one is tried although it may be too short to measure
    attempts: int = 8  # turns, each of the small, the large and again the small work
    clock: Clock = time.process_time

    def allows(self, size: int) -> bool:
        """True when `size` and its multiple may be tried."""
        return self.largest is None or size * self.factor <= self.largest


@dataclass(frozen=True, slots=True)
class Growth:
    """CPU seconds of some work of `size` and of `factor` times that size: of the turn that grew least."""

    size: int
    once: float
    more: float
    effort: Effort = Effort()

    @property
    def ratio(self) -> float:
        """Cost for twice the size over the cost for the size; 0 where the work is too short to measure."""
        if self.more < self.effort.enough or self.once <= 0:
            return 0.0
        return (self.more / self.once) ** (1 / math.log2(self.effort.factor))

    @property
    def is_linear(self) -> bool:
        """True when twice the size costs at most `most` times as much."""
        return self.ratio <= self.effort.most


def growth(make: Callable[[int], T], work: Callable[[T], object], size: int, effort: Effort = Effort()) -> Growth:
    """Measure `work` on what `make` gives for `size` and for `factor` times as much, from `size` on until it lasts.

    Nothing of what `make` costs is counted. The first turn that is linear ends the measuring.
    """
    work(make(max(1, size // 100)))  # loads what is loaded on first use
    while True:
        small, large = make(size), make(size * effort.factor)
        more = seconds(work, large, effort.clock)
        if more >= effort.enough or not effort.allows(2 * size):
            break
        size *= 2
    best = None
    for attempt in range(effort.attempts):
        if attempt and attempt % SAME_SIZE == 0 and effort.allows(2 * size):
            size *= 2
            small, large = make(size), make(size * effort.factor)
        before = seconds(work, small, effort.clock)
        more = seconds(work, large, effort.clock) if attempt else more
        once = (before + seconds(work, small, effort.clock)) / 2
        turn = Growth(size, once, more, effort)
        best = turn if best is None or turn.ratio < best.ratio else best
        if best.is_linear:
            break
    assert best is not None
    return best


def seconds(work: Callable[[T], object], of: T, clock: Clock = time.process_time) -> float:
    """CPU seconds of one call; the collector is off, and what the process holds is no part of the work."""
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        start = clock()
        work(of)
        return clock() - start
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


def least(work: Callable[[], float], *, most: float, attempts: int = 8) -> float:
    """The least that `work` gives (seconds, say) in up to so many attempts; fewer once it is under `most`."""
    best = math.inf
    for _ in range(attempts):
        best = min(best, work())
        if best < most:
            break
    return best


def seconds_of_child(command: Sequence[str]) -> float:
    """CPU seconds of a program, from its start to its end, system time included.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    before = _of_children()
    subprocess.run(command, check=True, capture_output=True)
    return _of_children() - before


def apart(module: str, function: str, *arguments: Any) -> Any:
    """What a function of a module, named or given as a path, gives when called in a fresh process.

    Arguments and answer travel as JSON. A long process holds memory in pieces, which slows large work most.
    """
    command = [sys.executable, __file__, module, function, *map(json.dumps, arguments)]
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | paths)
    return json.loads(done.stdout)


def _of_children() -> float:
    of = resource.getrusage(resource.RUSAGE_CHILDREN)
    return of.ru_utime + of.ru_stime


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    name, function = sys.argv[1:3]
    module = runpy.run_path(name) if name.endswith(".py") else vars(importlib.import_module(name))
    print(json.dumps(module[function](*map(json.loads, sys.argv[3:]))))
