"""The command line. The only file that knows argv; heavy imports stand inside the commands.

Exit status: 0 when all went well, 1 when something could not be done (each such thing is one line on standard error),
2 for wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clarion.__about__ import __version__
from clarion.asking import PASSPHRASE, passphrase, text_of
from clarion.progress import ShownProgress

if TYPE_CHECKING:
    from clarion.flow.case import Case
    from clarion.flow.outcome import Outcome


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

    with ShownProgress() as progress:
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


def _preserve(options: argparse.Namespace) -> int:
    from clarion.flow.case import Case

    given = {name: getattr(options, name) for name in ("consent", "handling", "provider") if getattr(options, name)}
    with Case.open(options.case) as case, ShownProgress() as progress:
        outcome = case.preserve(options.paths, given=given, progress=progress)
    return _tell(outcome, "taken in", "document")


def _read(options: argparse.Namespace) -> int:
    with _existing(options) as case, ShownProgress() as progress:
        outcome = case.read(progress=progress)
    return _tell(outcome, "read", "document")


def _extract(options: argparse.Namespace) -> int:
    if options.explain:
        from clarion.flow.explaining import explain_document

        print(explain_document(options.explain))
        return 0
    with _existing(options) as case, ShownProgress() as progress:
        outcome = case.extract(progress=progress)
    return _tell(outcome, "searched for claims", "document")


def _reconcile(options: argparse.Namespace) -> int:
    with _existing(options) as case, ShownProgress() as progress:
        if options.explain:
            from clarion.flow.explaining import explain_incident

            print(explain_incident(case.record(), options.explain))
            return 0
        if options.warnings:
            from clarion.flow.explaining import explain_warnings

            print(explain_warnings(case.record()))
            return 0
        outcome = case.reconcile(progress=progress)
    return _tell(outcome, "found", "incident")


def _judge(options: argparse.Namespace) -> int:
    with _existing(options) as case:
        judgement = case.judge(options.about, options.verdict, options.reason, options.value)
    print(f"{judgement.id}: {judgement.verdict} on {judgement.about}; the next run of reconcile works with it")
    return 0


def _rests(options: argparse.Namespace) -> int:
    with _existing(options) as case:
        listed = [case.rests_on(options.what)] if options.what else case.changes()
        lines = [line for one in listed for line in one.lines()]
    print(
        "\n".join(lines) if lines else "nothing rests on it" if options.what else "nothing was corrected or judged anew"
    )
    return 0


def _assess(options: argparse.Namespace) -> int:
    with _existing(options) as case, ShownProgress() as progress:
        outcome = case.assess(progress=progress)
    return _tell(outcome, "made", "finding")


def _respond(options: argparse.Namespace) -> int:
    with _existing(options) as case, ShownProgress() as progress:
        outcome = case.respond(progress=progress)
    return _tell(outcome, "worked out", "ask or action")


def _publish(options: argparse.Namespace) -> int:
    with _existing(options) as case:
        publication = case.publish(options.output, view=options.view, format=options.format)
    print(f"{options.output}: published in the {publication.view} view, SHA-256 {publication.sha256}")
    return 0


def _safety(options: argparse.Namespace) -> int:
    with _existing(options) as case:
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
    if Path(options.what).is_file():
        from clarion.flow.dossiers import verify_dossier

        print("\n".join(verify_dossier(Path(options.what), head=options.head)))
        return 0
    options.case = options.what
    with _existing(options) as case, ShownProgress() as progress:
        checked = case.verify(head=options.head, progress=progress)
    print(f"{options.case}: in order, {_many(checked.documents, 'document')} and {checked.entries} log entries")
    for head in checked.heads:
        print(f"head {head.hash} (entry {head.number} of chain {head.chain[:8]}, {head.time[:19]}Z)")
    for remark in checked.remarks:
        print(f"note: {remark}")
    return 0


def _rebuild(options: argparse.Namespace) -> int:
    with _existing(options, any_tables=True) as case, ShownProgress() as progress:
        outcome = case.rebuild(progress=progress)
    return _tell(outcome, "rebuilt", "document")


def _erase(options: argparse.Namespace) -> int:
    with _existing(options) as case:
        erased = case.erase(options.document, options.reason)
    print(f"erased {_many(erased.documents, 'document')} and {_many(erased.judgements, 'judgement')} on it")
    if erased.publications:
        print(f"note: {_many(erased.publications, 'publication')} made earlier may still hold it; so may backups")
    return 0


def _backup(options: argparse.Namespace) -> int:
    with _existing(options) as case:
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
    print(f"{options.case}: restored, {_many(restored, 'document')}; check it with: clarion verify {options.case}")
    return 0


def _search(options: argparse.Namespace) -> int:
    with _existing(options) as case:
        hits = case.search(" ".join(options.words), limit=options.limit)
    for hit in hits:
        print(f"{hit.path}  {hit.document[7:19]}  {hit.passage}")
    if not hits:
        print("nothing found")
    return 0


def _about(options: argparse.Namespace) -> int:
    from clarion.flow.about import about

    print("\n".join(about()))
    return 0


def _serve(options: argparse.Namespace) -> int:
    from clarion.workbench import serving

    if options.link:
        print(serving.new_link(options.case))
        return 0
    return serving.serve(
        options.case, port=options.port, browser=not options.no_browser, team=options.team or "", say=_say
    )


def _demo(options: argparse.Namespace) -> int:
    from clarion.flow.demo import make_demo

    with ShownProgress() as progress:
        case, dossier, outcome = make_demo(Path(options.folder), progress=progress)
    status = _complain(outcome.problems)
    print(f"The sample case: {outcome.done} documents, in {Path(options.folder)}. Its dossier:")
    print(dossier)
    if options.no_serve:
        return status
    from clarion.workbench import serving

    return serving.serve(str(case), port=options.port, browser=not options.no_browser, say=_say)


def _say(line: str) -> None:
    # what reads the output must see the address while the server runs
    print(line, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clarion",
        allow_abbrev=False,
        description="From scattered reports about people at risk to a record of what is claimed and how surely.",
        epilog="The seven verbs, in order: preserve, read, extract, reconcile, assess, respond, publish.",
    )
    parser.add_argument("--version", action="version", version=f"clarion {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_record(commands)
    _add_verbs(commands)
    _add_keeping(commands)
    _add_judging(commands)
    _add_looking(commands)
    return parser


def _add_record(commands: Any) -> None:
    record = _command(commands, "record", _record, "print the record of documents, without a case")
    record.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    record.add_argument("--format", choices=("json", "jsonl", "md"), default="json", help="how to print it")
    record.add_argument("--with-text", action="store_true", help="with the documents' texts")


def _add_verbs(commands: Any) -> None:
    preserve = _case_command(commands, "preserve", _preserve, "take documents into a case, made if absent")
    preserve.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    preserve.add_argument("--consent", metavar="WORDS", help="what the provider agreed to")
    preserve.add_argument("--handling", metavar="WORDS", help="how the documents must be handled")
    preserve.add_argument("--provider", metavar="WORDS", help="who brought the documents")
    _case_command(commands, "read", _read, "read what was not read yet")
    extract = _case_command(commands, "extract", _extract, "find the claims of what was read", optional=True)
    extract.add_argument("--explain", metavar="FILE", help="print a file's sentences with the rules that fired")
    reconcile = _case_command(commands, "reconcile", _reconcile, "join claims into incidents")
    reconcile.add_argument("--explain", metavar="INCIDENT", help="print why an incident is what it is")
    reconcile.add_argument("--warnings", action="store_true", help="print what became of each voice's warnings")
    _case_command(commands, "assess", _assess, "hold incidents against norms")
    _case_command(commands, "respond", _respond, "work out asks and actions")
    publish = _case_command(commands, "publish", _publish, "write a dossier or an export")
    publish.add_argument("output", metavar="OUTPUT", help="the file; its ending names the form")
    publish.add_argument("--view", required=True, choices=("public", "partner", "sealed"), help="who it is for")
    publish.add_argument("--format", metavar="FORM", help="the form, where the ending does not name it")


def _add_keeping(commands: Any) -> None:
    safety = _case_command(commands, "safety", _safety, "list what may lead to people at risk, or let some of it out")
    safety.add_argument("--view", choices=("public", "partner"), help="only of documents that leave by this view")
    safety.add_argument("--release", metavar="DETAIL", help="let out a detail, by its id")
    safety.add_argument("--withhold", metavar="DETAIL", help="take a release back")
    safety.add_argument("--reason", metavar="WHY", help="why; kept in the log")
    verify = _command(commands, "verify", _verify, "check a case, or a published dossier")
    verify.add_argument("what", metavar="CASE|DOSSIER", help="the folder of a case, or a published file")
    verify.add_argument("--head", metavar="HASH", help="a head printed earlier, to find a log cut short")
    _case_command(commands, "rebuild", _rebuild, "make readings and tables again from log and originals")
    erase = _case_command(commands, "erase", _erase, "erase a document so that no trace of it is left in the case")
    erase.add_argument("document", metavar="DOCUMENT", help="its path, or the first digits of its SHA-256")
    erase.add_argument("--reason", required=True, metavar="WHY", help="why; kept in the log")
    backup = _case_command(commands, "backup", _backup, "write an encrypted backup, also while the case is in use")
    backup.add_argument("file", metavar="FILE", help="the backup to write")
    backup.add_argument("--recipient", metavar="KEY", help="an age public key, in place of a passphrase")
    _add_passphrase(backup)
    restore = _command(commands, "restore", _restore, "put a backup back")
    restore.add_argument("file", metavar="FILE", help="the backup")
    restore.add_argument("case", metavar="CASE", help="a folder that is empty or does not exist yet")
    restore.add_argument("--identity-file", metavar="FILE", help="the file with the age secret key")
    _add_passphrase(restore)


def _add_looking(commands: Any) -> None:
    search = _case_command(commands, "search", _search, "find the documents that hold every word")
    search.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    search.add_argument("--limit", type=int, default=50, metavar="N", help="how many documents at most")
    _command(commands, "about", _about, "versions, data sources with their licences, where keys are")
    demo = _command(commands, "demo", _demo, "make the sample case and open it in the workbench")
    demo.add_argument("folder", nargs="?", default="demo", metavar="FOLDER", help="where to make it (demo)")
    demo.add_argument("--no-serve", action="store_true", help="make case and dossier only")
    _add_port(demo)
    serve = _case_command(commands, "serve", _serve, "open a case in the workbench, on this machine")
    serve.add_argument("--team", metavar="ADDRESS", help="the address by which several people reach it, over TLS")
    serve.add_argument("--link", action="store_true", help="print another one-time link into a running workbench")
    _add_port(serve)


def _add_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, metavar="N", help="the port on this machine (8470, or another free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address only")


def _add_judging(commands: Any) -> None:
    judge = _case_command(commands, "judge", _judge, "say a person's word on something in the case")
    judge.add_argument("about", metavar="ABOUT", help="the id of a claim, incident, voice, finding, ask or judgement")
    judge.add_argument("verdict", metavar="VERDICT", help="same, not_same, prefer, confirmed, refuted, withdraw, …")
    judge.add_argument("--value", metavar="VALUE", help="the other one's id, the figure preferred, or the correction")
    judge.add_argument("--reason", required=True, metavar="WHY", help="why; kept in the log")
    rests = _case_command(commands, "rests", _rests, "list what rests on a document, claim, voice or judgement")
    rests.add_argument("what", nargs="?", metavar="WHAT", help="its id or path; without it, all that was corrected")


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=f"a file whose first line is the passphrase (else {PASSPHRASE})",
    )


def _case_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str, *, optional: bool = False
) -> argparse.ArgumentParser:
    parser = _command(commands, name, run, what)
    parser.add_argument("case", metavar="CASE", nargs="?" if optional else None, help="the folder of the case")
    return parser


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False
    )
    parser.set_defaults(run=run)
    return parser


def _existing(options: argparse.Namespace, *, any_tables: bool = False) -> "Case":
    from clarion.flow.case import Case
    from clarion.model.errors import BadRequest

    if options.case is None:
        raise BadRequest("name a case")
    return Case.open(options.case, create=False, any_tables=any_tables)


def _tell(outcome: "Outcome", done: str, noun: str) -> int:
    print(f"{_many(outcome.done, noun)} {done}" if outcome.done else "nothing new")
    return _complain(outcome.problems)


def _many(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {'asks and actions' if noun == 'ask or action' else noun + 's'}"


def _complain(problems: Sequence[str]) -> int:
    """Print each problem on a line of its own; the exit status that follows."""
    for problem in problems:
        print(" ".join(problem.split()), file=sys.stderr)
    return 1 if problems else 0
