"""The command line. The only file that knows argv; heavy imports stand inside the commands.

Exit status: 0 when all went well, 1 when something could not be done (each such thing is one line on standard error),
2 for wrong usage.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from clarion.__about__ import __version__

if TYPE_CHECKING:
    pass

_PASSPHRASE = "CLARION_PASSPHRASE"
# seconds before progress is shown, and between plain lines where there is no terminal
_SHOW_AFTER = 1.0
_PLAIN_EVERY = 10.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(argv)

    from clarion.model.errors import ClarionError

    try:
        return int(options.run(options))
    except ClarionError as problem:
        _complain([str(problem)])
    except BrokenPipeError:
        # whoever read the output has gone; nothing may be written to it at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _complain(["stopped; run the same command again to go on"])
    return 1


def _record(options: argparse.Namespace) -> int:
    from clarion.flow.pipeline import make_record

    with _Progress() as progress:
        record, outcome = make_record(options.paths, progress=progress)
    if options.format == "md":
        from clarion.flow.publishing import as_markdown

        text = as_markdown(record)
    elif options.format == "jsonl":
        text = record.to_jsonl(with_text=options.with_text)
    else:
        text = record.to_json(with_text=options.with_text)
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
    return _complain(outcome.problems)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clarion",
        description="From scattered reports about people at risk to a record of what is claimed and how surely.",
        epilog="The seven verbs, in order: preserve, read, extract, reconcile, assess, respond, publish.",
    )
    parser.add_argument("--version", action="version", version=f"clarion {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    record = _command(commands, "record", _record, "print the record of documents, without a case")
    record.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    record.add_argument("--format", choices=("json", "jsonl", "md"), default="json", help="how to print it")
    record.add_argument("--with-text", action="store_true", help="with the documents' texts")
    return parser


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.set_defaults(run=run)
    return parser


def _complain(problems: Sequence[str]) -> int:
    """Print each problem on a line of its own; the exit status that follows."""
    for problem in problems:
        print(" ".join(problem.split()), file=sys.stderr)
    return 1 if problems else 0


class _Progress:
    """Shows how far a long piece of work has got: a bar on a terminal, now and then a line elsewhere."""

    def __init__(self) -> None:
        self._began = self._said = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> "_Progress":
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
            self._task = self._bar.add_task(what)
        self._bar.update(self._task, description=what, completed=done, total=total)
