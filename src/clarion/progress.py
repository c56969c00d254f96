"""How far a long piece of work has got, shown on standard error."""

import sys
import time
from typing import Any

# seconds before progress is shown, and between plain lines where there is no terminal
_SHOW_AFTER = 1.0
_PLAIN_EVERY = 10.0


class ShownProgress:
    """Shows how far a long piece of work has got: a bar on a terminal, now and then a line elsewhere."""

    def __init__(self) -> None:
        self._began = self._said = time.monotonic()
        self._bar: Any = None
        self._what: str | None = None
        self._task: Any = None

    def __enter__(self) -> "ShownProgress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show it, if the work has lasted long enough."""
        now = time.monotonic()
        if now - self._began < _SHOW_AFTER:
            return
        if sys.stderr.isatty():
            self._draw(what, done, total)
        elif now - self._said >= _PLAIN_EVERY:
            self._said = now
            print(f"{what}: {done}" + (f" of {total}" if total else ""), file=sys.stderr)

    def _draw(self, what: str, done: int, total: int | None) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
        if self._what != what:
            # a task of its own, because an unknown total cannot be given to one that had a total
            if self._what is not None:
                self._bar.remove_task(self._task)
            self._what, self._task = what, self._bar.add_task(what, total=total)
        self._bar.update(self._task, completed=done, total=total)
