"""The commands that send letters by mail and take in what comes back."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clarion.commands.parts import case_command, complain, existing

if TYPE_CHECKING:
    from clarion.flow.sending import Sent

# by the kind of a result (`clarion.mailing.ResultKind`)
_SAID = {
    "unsure": "handed over, but the server hung up without an answer; look whether it went before you send it again",
    "refused": "the server refused it",
    "not_now": "the server did not take it now; send it again later",
    "no_connection": "there was no connection",
    "no_entry": "the server takes neither user and password nor the sender; look at the mail settings",
}


def add(commands: Any) -> None:
    """Add the commands of this group."""
    send = case_command(commands, "send", _send, "send approved letters by mail, each by itself")
    send.add_argument("interventions", nargs="+", metavar="INTERVENTION", help="the id of an intervention")
    send.add_argument("--test", action="store_true", help="print the mails exactly as they would go; send nothing")
    send.add_argument("--settings", metavar="FILE", help="the mail settings (mail.toml in the key folder)")
    send.add_argument("--attach", choices=("docx", "pdf"), help="the letter as a file too")
    send.add_argument("--again", metavar="WHY", default="", help="send what may have gone once more; kept in the log")
    receive = case_command(commands, "receive", _receive, "tell which letter a mail answers, or note it there")
    receive.add_argument("mail", metavar="FILE", help="a mail that was saved as a file (.eml)")
    receive.add_argument("--to", metavar="INTERVENTION", help="note it with this intervention; an answer is taken in")


def _send(options: argparse.Namespace) -> int:
    settings = Path(options.settings) if options.settings else None
    with existing(options) as case:
        if options.test:
            for name in options.interventions:
                mail, standing = case.correspondence.mail(name, settings, options.attach)
                copy = f" and {mail.copy}" if mail.copy else ""
                print(f"{name}: from {mail.sender} to {mail.recipient}{copy}, nothing is sent", file=sys.stderr)
                if standing.why:
                    print(f"{name}: {standing.why}", file=sys.stderr)
                sys.stdout.buffer.write(mail.content)
                sys.stdout.flush()
                if standing.letter and not standing.letter.text.isascii():
                    print(f"{name}: as it will be read:\n\n{mail.subject}\n\n{mail.text}", file=sys.stderr)
            return 0
        failed = []
        for sent in case.correspondence.send(
            options.interventions, settings=settings, again=options.again, attach=options.attach, say=_tell
        ):
            if sent.is_sent and sent.result is not None:
                print(f"{sent.intervention}: sent; the server said {sent.result.words}", flush=True)
                failed += [f"{sent.intervention}: {sent.result.copy}"] if sent.result.copy else []
            else:
                failed.append(_why(sent))
        return complain(failed)


def _why(sent: "Sent") -> str:
    if sent.result is None:
        return sent.why if sent.why.startswith(sent.intervention) else f"{sent.intervention}: {sent.why}"
    said = _SAID.get(sent.result.kind.value, "")
    return f"{sent.intervention}: {'; it said: '.join(part for part in (said, sent.result.words) if part)}"


def _receive(options: argparse.Namespace) -> int:
    import datetime

    from clarion.flow.incoming import read_mail_file

    path = Path(options.mail)
    with existing(options) as case:
        if options.to:
            today = datetime.datetime.now(datetime.UTC).date().isoformat()
            step = case.correspondence.note_mail(path, options.to, day=today)
            taken = "; it was taken in, read it with: clarion read" if step.document else ""
            print(f"{step.id}: {step.kind.value} on {step.day}, with {step.intervention}{taken}")
            return 0
        found = case.correspondence.came(read_mail_file(path))
    print(f"{path.name}: {found.kind.value if found.kind else 'delayed, and still tried'}")
    for match in found.matches:
        print(f"{match.intervention}  {match.reason.value.replace('_', ' ')}")
    if not found.matches:
        print("it belongs to no letter that was sent from this case", file=sys.stderr)
    return 0


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
