"""The commands by which a person judges, and sees what rests on what."""

import argparse
from typing import Any

from clarion.commands.parts import case_command, existing


def add(commands: Any) -> None:
    """Add the commands of this group."""
    judge = case_command(commands, "judge", _judge, "say a person's word on something in the case")
    judge.add_argument("about", metavar="ABOUT", help="the id of a claim, incident, voice, finding, ask or judgement")
    judge.add_argument("verdict", metavar="VERDICT", help="same, not_same, prefer, confirmed, refuted, withdraw, …")
    judge.add_argument("--value", metavar="VALUE", help="the other one's id, the figure preferred, or the correction")
    judge.add_argument("--reason", required=True, metavar="WHY", help="why; kept in the log")
    rests = case_command(commands, "rests", _rests, "list what rests on a document, claim, voice or judgement")
    rests.add_argument("what", nargs="?", metavar="WHAT", help="its id or path; without it, all that was corrected")


def _judge(options: argparse.Namespace) -> int:
    with existing(options) as case:
        judgement = case.judge(options.about, options.verdict, options.reason, options.value)
    print(f"{judgement.id}: {judgement.verdict} on {judgement.about}; the next run of reconcile works with it")
    return 0


def _rests(options: argparse.Namespace) -> int:
    with existing(options) as case:
        listed = [case.rests_on(options.what)] if options.what else case.changes()
        lines = [line for one in listed for line in one.lines()]
    print(
        "\n".join(lines) if lines else "nothing rests on it" if options.what else "nothing was corrected or judged anew"
    )
    return 0
