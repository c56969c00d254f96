"""What commands share: their parsers, opening a case, telling what was done and what could not be."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from clarion.asking import PASSPHRASE

if TYPE_CHECKING:
    from clarion.flow.case import Case
    from clarion.flow.outcome import Outcome


class CommandParser(argparse.ArgumentParser):
    """A parser of one command, whose arguments and options may stand in any order."""

    _is_inside = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """First all options, then what is left, in its order."""
        if self._is_inside:  # what is asked below asks this again, for each half
            return super().parse_known_args(args, namespace)
        self._is_inside = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_inside = False


def case_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str, *, optional: bool = False
) -> argparse.ArgumentParser:
    """A command whose first argument is a case."""
    parser = command(commands, name, run, what)
    parser.add_argument("case", metavar="CASE", nargs="?" if optional else None, help="the folder of the case")
    return parser


def command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    """A command; `what` says in a few words what it does."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False
    )
    parser.set_defaults(run=run)
    return parser


def existing(options: argparse.Namespace, *, any_tables: bool = False) -> "Case":
    """The case that was named, which must be there."""
    from clarion.flow.case import Case
    from clarion.model.errors import BadRequest

    if options.case is None:
        raise BadRequest("name a case")
    return Case.open(options.case, create=False, any_tables=any_tables)


def tell(outcome: "Outcome", done: str, noun: str) -> int:
    """Print how many things were done and the problems; the exit status that follows."""
    print(f"{many(outcome.done, noun)} {done}" if outcome.done else "nothing new")
    return complain(outcome.problems)


def many(number: int, noun: str) -> str:
    """A number with its noun."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {'asks and actions' if noun == 'ask or action' else noun + 's'}"


def complain(problems: Sequence[str]) -> int:
    """Print each problem on a line of its own; the exit status that follows."""
    for problem in problems:
        print(" ".join(problem.split()), file=sys.stderr)
    return 1 if problems else 0


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a file with a passphrase."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=f"a file whose first line is the passphrase (else {PASSPHRASE})",
    )


def add_port(parser: argparse.ArgumentParser) -> None:
    """Add the options of what serves pages."""
    parser.add_argument("--port", type=int, metavar="N", help="the port on this machine (8470, or another free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address only")
