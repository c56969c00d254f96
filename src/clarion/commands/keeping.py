"""The commands that keep a case safe: what may lead to people, checking, rebuilding, erasing, backups."""

import argparse
import sys
from pathlib import Path
from typing import Any

from clarion.asking import passphrase, text_of
from clarion.commands.parts import add_passphrase, case_command, command, existing, many, tell
from clarion.progress import ShownProgress


def add(commands: Any) -> None:
    """Add the commands of this group."""
    safety = case_command(commands, "safety", _safety, "list what may lead to people at risk, or let some of it out")
    safety.add_argument("--view", choices=("public", "partner"), help="only of documents that leave by this view")
    safety.add_argument("--release", metavar="DETAIL", help="let out a detail, by its id")
    safety.add_argument("--withhold", metavar="DETAIL", help="take a release back")
    safety.add_argument("--reason", metavar="WHY", help="why; kept in the log")
    _add_redacting(commands)
    verify = command(commands, "verify", _verify, "check a case, a published dossier or site, or a redacted copy")
    verify.add_argument("what", metavar="CASE|FILE", help="the folder of a case, or what was published")
    verify.add_argument("--head", metavar="HASH", help="a head printed earlier, to find a log cut short")
    verify.add_argument("--sentence", metavar="CODE", help="check one sentence of a dossier, by the code beside it")
    verify.add_argument("--reveal", metavar="FILE", help="check passages of a redacted copy that were disclosed")
    verify.add_argument("--signer", metavar="KEY", help="the key that must have signed a redacted copy")
    verify.add_argument("--case", metavar="CASE", help="check that a redacted copy derives from an original there")
    case_command(commands, "rebuild", _rebuild, "make readings and tables again from log and originals")
    erase = case_command(commands, "erase", _erase, "erase a document so that no trace of it is left in the case")
    erase.add_argument("document", metavar="DOCUMENT", help="its path, or the first digits of its SHA-256")
    erase.add_argument("--reason", required=True, metavar="WHY", help="why; kept in the log")
    backup = case_command(commands, "backup", _backup, "write an encrypted backup, also while the case is in use")
    backup.add_argument("file", metavar="FILE", help="the backup to write")
    backup.add_argument("--recipient", metavar="KEY", help="an age public key, in place of a passphrase")
    add_passphrase(backup)
    restore = command(commands, "restore", _restore, "put a backup back")
    restore.add_argument("file", metavar="FILE", help="the backup")
    restore.add_argument("case", metavar="CASE", help="a folder that is empty or does not exist yet")
    restore.add_argument("--identity-file", metavar="FILE", help="the file with the age secret key")
    add_passphrase(restore)


def _add_redacting(commands: Any) -> None:
    redact = case_command(commands, "redact", _redact, "write a redacted copy of a document, with a proof")
    redact.add_argument("document", metavar="DOCUMENT", help="its path, or the first digits of its SHA-256")
    redact.add_argument("output", metavar="OUTPUT", help="the file to write, ending in .html or .txt")
    redact.add_argument("--view", required=True, choices=("public", "partner"), help="who it is for")
    disclose = case_command(commands, "disclose", _disclose, "write withheld passages of a copy for who must see them")
    disclose.add_argument("copy", metavar="COPY", help="the redacted copy")
    disclose.add_argument("output", metavar="OUTPUT", help="the file to write")
    disclose.add_argument("--passage", type=int, action="append", required=True, metavar="N", help="its number")
    disclose.add_argument("--reason", required=True, metavar="WHY", help="who is to see it and why; kept in the log")


def _safety(options: argparse.Namespace) -> int:
    with existing(options) as case:
        if options.release or options.withhold:
            say = case.release if options.release else case.withhold
            said = say(options.release or options.withhold, options.reason or "")
            print(f"{said.id}: {said.verdict} on {said.about}")
            return 0
        lines = list(case.details(options.view))
    if lines:
        print("\n".join(lines))
    else:
        print("nothing was found; that is no proof that nothing is there: read what leaves", file=sys.stderr)
    return 0


def _verify(options: argparse.Namespace) -> int:
    from clarion.flow import redacting
    from clarion.flow.dossiers import is_published

    if is_published(Path(options.what)) or redacting.is_copy(Path(options.what)):
        return _verify_file(options)
    options.case = options.what
    with existing(options) as case, ShownProgress() as progress:
        checked = case.verify(head=options.head, progress=progress)
    print(f"{options.case}: in order, {many(checked.documents, 'document')} and {checked.entries} log entries")
    for head in checked.heads:
        print(f"head {head.hash} (entry {head.number} of chain {head.chain[:8]}, {head.time[:19]}Z)")
    for remark in checked.remarks:
        print(f"note: {remark}")
    return 0


def _verify_file(options: argparse.Namespace) -> int:
    from clarion.flow import redacting
    from clarion.flow.case import Case
    from clarion.flow.dossiers import verify_dossier

    path = Path(options.what)
    if not redacting.is_copy(path):
        print("\n".join(verify_dossier(path, head=options.head, sentence=options.sentence)))
        return 0
    reveal = Path(options.reveal) if options.reveal else None
    lines = redacting.verify_copy(path, reveal=reveal, signer=options.signer)
    if options.case:
        with Case.open(options.case, create=False) as case:
            lines.append(case.verify_copy(path))
    print("\n".join(lines))
    return 0


def _redact(options: argparse.Namespace) -> int:
    with existing(options) as case:
        made = case.redact(options.document, options.output, view=options.view)
    print(f"{options.output}: {made.shown} passages shown, {made.withheld} withheld; root {made.root}")
    print("note: read it before it leaves: what the safety check did not find stands in it", file=sys.stderr)
    return 0


def _disclose(options: argparse.Namespace) -> int:
    with existing(options) as case:
        shown = case.disclose(options.copy, options.passage, options.output, options.reason)
    print(f"{options.output}: {many(len(shown), 'passage')}; check with: clarion verify COPY --reveal FILE")
    return 0


def _rebuild(options: argparse.Namespace) -> int:
    with existing(options, any_tables=True) as case, ShownProgress() as progress:
        outcome = case.rebuild(progress=progress)
    return tell(outcome, "rebuilt", "document")


def _erase(options: argparse.Namespace) -> int:
    with existing(options) as case:
        erased = case.erase(options.document, options.reason)
    print(f"erased {many(erased.documents, 'document')} and {many(erased.judgements, 'judgement')} on it")
    if erased.publications:
        print(f"note: {many(erased.publications, 'publication')} made earlier may still hold it; so may backups")
    return 0


def _backup(options: argparse.Namespace) -> int:
    with existing(options) as case:
        secret = None if options.recipient else passphrase(options.passphrase_file, twice=True)
        size = case.backup(options.file, passphrase=secret, key=options.recipient)
    print(f"{options.file}: {size} bytes, encrypted")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from clarion.flow.restoring import restore
    from clarion.model.errors import BadRequest

    if not Path(options.file).is_file():
        raise BadRequest(f"{options.file} is no file; name a file made by: clarion backup")
    if options.identity_file:
        restored = restore(options.file, options.case, key=text_of(options.identity_file))
    else:
        restored = restore(options.file, options.case, passphrase=passphrase(options.passphrase_file, twice=False))
    print(f"{options.case}: restored, {many(restored, 'document')}; check it with: clarion verify {options.case}")
    return 0
