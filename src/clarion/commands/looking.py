"""The commands that look: search, about, and the workbench."""

import argparse
from pathlib import Path
from typing import Any

from clarion.commands.parts import add_port, case_command, command, complain, existing
from clarion.progress import ShownProgress


def add(commands: Any) -> None:
    """Add the commands of this group."""
    search = case_command(commands, "search", _search, "find the documents that hold every word")
    search.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    search.add_argument("--limit", type=int, default=50, metavar="N", help="how many documents at most")
    command(commands, "about", _about, "versions, data sources with their licences, where keys are")
    demo = command(commands, "demo", _demo, "make the sample case and open it in the workbench")
    demo.add_argument("folder", nargs="?", default="demo", metavar="FOLDER", help="where to make it (demo)")
    demo.add_argument("--no-serve", action="store_true", help="make case and dossier only")
    add_port(demo)
    serve = case_command(commands, "serve", _serve, "open a case in the workbench, on this machine")
    serve.add_argument("--team", metavar="ADDRESS", help="the address by which several people reach it, over TLS")
    serve.add_argument("--link", action="store_true", help="print another one-time link into a running workbench")
    add_port(serve)


def _search(options: argparse.Namespace) -> int:
    with existing(options) as case:
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
    status = complain(outcome.problems)
    print(f"The sample case: {outcome.done} documents, in {Path(options.folder)}. Its dossier:")
    print(dossier)
    if options.no_serve:
        return status
    from clarion.workbench import serving

    return serving.serve(str(case), port=options.port, browser=not options.no_browser, say=_say)


def _say(line: str) -> None:
    # what reads the output must see the address while the server runs
    print(line, flush=True)
