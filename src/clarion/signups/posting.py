"""What follows on a form, one after the other in the background: keep it, send its mail, try again, or give it up.

So an answer takes as long for an address that is known as for one that is not, and a slow mail server slows no page.
What waits here is in memory only. A stop loses it: nothing was confirmed yet, and the form can be filled in again.
"""

import heapq
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread

from clarion.mailing import Mail, MailSettings, Result, ResultKind, send
from clarion.model.errors import ClarionError
from clarion.signups.desk import Desk, Letter
from clarion.signups.shelf import Person

_MOST_WAITING = 500
_PAUSE = 0.2  # seconds between two mails, so that the mail server is not flooded
_AGAIN = (60.0, 300.0, 900.0, 3600.0)  # seconds before each further try

Send = Callable[[Mail, MailSettings], Result]


@dataclass(order=True, slots=True)
class _Job:
    at: float
    number: int
    desk: Desk = field(compare=False)
    person: Person | None = field(compare=False, default=None)
    letter: Letter | None = field(compare=False, default=None)
    tries: int = field(compare=False, default=0)


class Post:
    """The one who works through what came. `settings` are those of the server's own mail account."""

    def __init__(self, settings: MailSettings, send: Send = send, pause: float = _PAUSE) -> None:
        self._settings, self._send, self._pause = settings, send, pause
        self._jobs: list[_Job] = []
        self._numbers = itertools.count()
        self._waits = Condition()

    def start(self) -> None:
        """Begin, in a thread of its own that ends with the process."""
        Thread(target=self._run, name="post", daemon=True).start()

    def put(self, desk: Desk, person: Person) -> bool:
        """Hand a filled form over. False: too many wait, and this one was not taken."""
        with self._waits:
            if len(self._jobs) >= _MOST_WAITING:
                return False
            self._push(_Job(time.monotonic(), next(self._numbers), desk, person=person))
            return True

    def _run(self) -> None:
        while True:
            with self._waits:
                while not self._jobs or self._jobs[0].at > time.monotonic():
                    self._waits.wait(self._jobs[0].at - time.monotonic() if self._jobs else None)
                job = heapq.heappop(self._jobs)
            self._work(job)
            time.sleep(self._pause)

    def _work(self, job: _Job) -> None:
        try:
            letter = job.letter or (job.desk.take(job.person) if job.person else None)
            if letter is None or (job.letter is not None and job.desk.shelf.read(letter.name) != letter.row):
                return  # had its mails, or another one took its place
            kind = self._send(letter.mail, self._settings).kind
        except (OSError, ClarionError):
            return  # a full disk, say: the next one may find it mended, and this one can be filled in again
        if kind in (ResultKind.ACCEPTED, ResultKind.UNSURE):
            return
        if kind is ResultKind.REFUSED or job.tries >= len(_AGAIN):
            job.desk.not_delivered(letter)
            return
        with self._waits:
            # the address waits in memory only, and no longer than these tries
            at = time.monotonic() + _AGAIN[job.tries]
            self._push(_Job(at, next(self._numbers), job.desk, letter=letter, tries=job.tries + 1))

    def _push(self, job: _Job) -> None:
        heapq.heappush(self._jobs, job)
        self._waits.notify()
