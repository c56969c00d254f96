"""The commands of the seven verbs, and `record`, which does them without a case."""

import argparse
import sys
from typing import Any

from clarion.commands.parts import case_command, command, complain, existing, tell
from clarion.progress import ShownProgress


def add(commands: Any) -> None:
    """Add the commands of this group."""
    _add_record(commands)
    _add_verbs(commands)


def _add_record(commands: Any) -> None:
    record = command(commands, "record", _record, "print the record of documents, without a case")
    record.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    record.add_argument("--format", choices=("json", "jsonl", "md"), default="json", help="how to print it")
    record.add_argument("--with-text", action="store_true", help="with the documents' texts")


def _add_verbs(commands: Any) -> None:
    preserve = case_command(commands, "preserve", _preserve, "take documents into a case, made if absent")
    preserve.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    preserve.add_argument("--consent", metavar="WORDS", help="what the provider agreed to")
    preserve.add_argument("--handling", metavar="WORDS", help="how the documents must be handled")
    preserve.add_argument("--provider", metavar="WORDS", help="who brought the documents")
    case_command(commands, "read", _read, "read what was not read yet")
    extract = case_command(commands, "extract", _extract, "find the claims of what was read", optional=True)
    extract.add_argument("--explain", metavar="FILE", help="print a file's sentences with the rules that fired")
    reconcile = case_command(commands, "reconcile", _reconcile, "join claims into incidents")
    reconcile.add_argument("--explain", metavar="INCIDENT", help="print why an incident is what it is")
    reconcile.add_argument("--warnings", action="store_true", help="print what became of each voice's warnings")
    case_command(commands, "assess", _assess, "hold incidents against norms")
    case_command(commands, "respond", _respond, "work out asks and actions")
    publish = case_command(commands, "publish", _publish, "write a dossier or an export")
    publish.add_argument("output", metavar="OUTPUT", help="the file; its ending names the form")
    publish.add_argument("--view", required=True, choices=("public", "partner", "sealed"), help="who it is for")
    publish.add_argument("--format", metavar="FORM", help="the form, where the ending does not name it")
    publish.add_argument(
        "--language", default="en", metavar="CODE", help="the language of a dossier or site: en or ko (en)"
    )
    publish.add_argument(
        "--incident", action="append", default=[], metavar="ID", help="only this incident; may be given again"
    )


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
    return complain(outcome.problems)


def _preserve(options: argparse.Namespace) -> int:
    from clarion.flow.case import Case

    given = {name: getattr(options, name) for name in ("consent", "handling", "provider") if getattr(options, name)}
    with Case.open(options.case) as case, ShownProgress() as progress:
        outcome = case.preserve(options.paths, given=given, progress=progress)
    return tell(outcome, "taken in", "document")


def _read(options: argparse.Namespace) -> int:
    with existing(options) as case, ShownProgress() as progress:
        outcome = case.read(progress=progress)
    return tell(outcome, "read", "document")


def _extract(options: argparse.Namespace) -> int:
    if options.explain:
        from clarion.flow.explaining import explain_document

        print(explain_document(options.explain))
        return 0
    with existing(options) as case, ShownProgress() as progress:
        outcome = case.extract(progress=progress)
    return tell(outcome, "searched for claims", "document")


def _reconcile(options: argparse.Namespace) -> int:
    with existing(options) as case, ShownProgress() as progress:
        if options.explain:
            from clarion.flow.explaining import explain_incident

            print(explain_incident(case.record(), options.explain))
            return 0
        if options.warnings:
            from clarion.flow.explaining import explain_warnings

            print(explain_warnings(case.record()))
            return 0
        outcome = case.reconcile(progress=progress)
    return tell(outcome, "found", "incident")


def _assess(options: argparse.Namespace) -> int:
    with existing(options) as case, ShownProgress() as progress:
        outcome = case.assess(progress=progress)
    return tell(outcome, "made", "finding")


def _respond(options: argparse.Namespace) -> int:
    with existing(options) as case, ShownProgress() as progress:
        outcome = case.respond(progress=progress)
    return tell(outcome, "worked out", "ask or action")


def _publish(options: argparse.Namespace) -> int:
    with existing(options) as case:
        publication = case.publish(
            options.output,
            view=options.view,
            format=options.format,
            incidents=options.incident,
            language=options.language,
        )
    print(f"{options.output}: published in the {publication.view} view, SHA-256 {publication.sha256}")
    return 0
