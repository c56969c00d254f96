"""The command line. The only file that reads argv; what each command does stands in `commands`.

Exit status: 0 when all went well, 1 when something could not be done (each such thing is one line on standard error),
2 for wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from clarion.__about__ import __version__
from clarion.commands import following, judging, keeping, letters, looking, mailing, signups, verbs
from clarion.commands.parts import CommandParser, complain

# in the order in which the help names them; each adds its commands to the parser
_GROUPS = (verbs.add, keeping.add, judging.add, letters.add, following.add, mailing.add, signups.add, looking.add)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(argv)

    from clarion.model.errors import ClarionError

    try:
        return int(options.run(options))
    except ClarionError as problem:
        complain([str(problem)])
    except BrokenPipeError:
        # whoever read the output has gone; nothing may be written to it at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        complain(["stopped; run the same command again to go on"])
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clarion",
        allow_abbrev=False,
        description="From scattered reports about people at risk to a record of what is claimed and how surely.",
        epilog="The seven verbs, in order: preserve, read, extract, reconcile, assess, respond, publish.",
    )
    parser.add_argument("--version", action="version", version=f"clarion {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=CommandParser)
    for add in _GROUPS:
        add(commands)
    return parser
