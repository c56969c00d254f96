"""The work in the background: read, extract, reconcile, assess and respond follow whatever people do.

One thread for each open case, alive only while there is something to do. It waits for a pause, so that a burst of
judgements costs one round. Every verb is safe to run again and can be stopped between two documents.
"""

import datetime
import threading
import time
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from clarion.flow import verbs
from clarion.flow.concluding import conclude
from clarion.flow.desk.results import Progress
from clarion.model.errors import CaseInUse
from clarion.model.ids import DocumentId
from clarion.store.folder import CaseFolder
from clarion.store.keys import acting

# seconds: the pause that is waited for, how long it is waited for at most, and before a busy case is tried again
PAUSE = 1.0
_LONGEST_WAIT = 10.0
_BUSY_PAUSE = 2.0
# how long closing a case waits for a verb to come to a place where it can stop
_PATIENCE = 30.0


class _Stopped(BaseException):
    """Ends a verb between two documents; no net for faults of documents may catch it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line on what went wrong, and the documents that it tells of; none are known where the work itself failed."""

    line: str
    about: frozenset[DocumentId] = frozenset()


class Worker:
    """Does what has to be done on one case, in a thread of its own."""

    def __init__(self, case: CaseFolder) -> None:
        self._case = case
        self._state = threading.Condition()
        self._thread: threading.Thread | None = None
        self._asked = self._done = 0
        self._name = ""
        self._first = self._last = 0.0
        self._stopping = False
        self._progress = Progress("idle", since=_now())
        self._problems: tuple[Problem, ...] = ()

    @property
    def progress(self) -> Progress:
        """How the work stands. Its problems are told apart: not everybody may see what each is about."""
        return self._progress

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong in the last round."""
        return self._problems

    def ask(self, name: str) -> None:
        """Have everything done that there is to do, by the name of a person."""
        with self._state:
            if self._stopping:
                return
            self._name, self._last = name, time.monotonic()
            if self._asked == self._done:
                self._first = self._last
            self._asked += 1
            self._state.notify_all()
            if self._thread is None:
                self._progress = Progress("waiting", since=_now())
                self._thread = threading.Thread(target=self._run, name="clarion work", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Stop at the next place where it is safe, and wait for it."""
        with self._state:
            self._stopping = True
            self._state.notify_all()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do. False when that took longer."""
        until = time.monotonic() + seconds
        with self._state:
            while self._thread is not None:
                if not self._state.wait(max(0.0, until - time.monotonic())) and time.monotonic() >= until:
                    return False
        return True

    def _run(self) -> None:
        while (asked := self._pause()) is not None:
            problems = self._round()
            with self._state:
                self._done = asked if problems is not None else self._done
                if problems is not None:
                    self._progress, self._problems = Progress("waiting", since=_now()), tuple(problems)

    def _pause(self) -> int | None:
        """Wait for a pause. Returns what was asked by then; None when there is nothing to do, or no more."""
        with self._state:
            while not self._stopping and self._asked > self._done:
                now = time.monotonic()
                left = min(self._last + PAUSE, self._first + _LONGEST_WAIT) - now
                if left <= 0:
                    self._first = now
                    return self._asked
                self._state.wait(left)
            self._thread = None
            self._progress = Progress("idle", since=_now())
            self._state.notify_all()
            return None

    def _round(self) -> list[Problem] | None:
        """One round of all verbs. Returns its problems; None when the case was busy and has to be tried again."""
        problems: list[Problem] = []
        try:
            with acting(self._name):
                # the last does three of the seven verbs in one, so that nobody finds the case between them
                for step, verb in (("read", verbs.read), ("extract", verbs.extract), ("reconcile", conclude)):
                    self._tell(step, 0, None)
                    outcome = verb(self._case, progress=self._tell)
                    problems += [Problem(line, frozenset(outcome.about.get(line, ()))) for line in outcome.problems]
        except CaseInUse:
            self._progress = Progress("waiting", since=_now())
            with self._state:
                self._state.wait_for(lambda: self._stopping, _BUSY_PAUSE)
            return None
        except _Stopped:
            return problems
        except Exception as problem:
            # kept and shown; the next change tries again
            problems.append(Problem(" ".join(f"the work stopped: {problem}".split())))
        return problems

    def _tell(self, step: str, done: int, total: int | None) -> None:
        if self._stopping:
            raise _Stopped
        before = self._progress
        since = before.since if before.state == "working" else _now()
        self._progress = Progress("working", step, done, total, since)


_WORKERS: "WeakKeyDictionary[CaseFolder, Worker]" = WeakKeyDictionary()
_MAKING = threading.Lock()


def of(case: CaseFolder) -> Worker:
    """The worker of an open case."""
    with _MAKING:
        if case not in _WORKERS:
            _WORKERS[case] = Worker(case)
        return _WORKERS[case]


def stop(case: CaseFolder) -> None:
    """Stop the work on a case, if there is any."""
    with _MAKING:
        worker = _WORKERS.pop(case, None)
    if worker is not None:
        worker.stop()


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
