"""The commands of letters: whom they go to, drafting one, a submission to a body of the United Nations."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clarion.commands.parts import case_command, command, complain, existing, many

if TYPE_CHECKING:
    from clarion.model.interventions import Addressee


def add(commands: Any) -> None:
    """Add the commands of this group."""
    listed = command(commands, "addressees", _addressees, "list whom letters can be put to, or take in a list")
    listed.add_argument("file", nargs="?", metavar="FILE", help="a CSV (or Popolo JSON) to take in; without: list all")
    listed.add_argument("--find", metavar="WORDS", help="only those of this name, organisation or holder")
    listed.add_argument("--near", nargs=2, metavar=("STATE", "PLACE"), help="the mission of a state nearest to a place")
    letter = case_command(commands, "letter", _letter, "draft a letter about asks, incidents or actions")
    letter.add_argument("about", metavar="ASK", help="its id, or several with commas: asks, incidents, actions")
    letter.add_argument("output", nargs="?", metavar="OUTPUT", help="the file: .docx .pdf .txt .eml; without: printed")
    letter.add_argument("--to", metavar="ADDRESSEE", help="an addressee by id or name (clarion addressees)")
    letter.add_argument("--template", default="", metavar="NAME", help="appeal, embassy, … (as fits the addressee)")
    letter.add_argument("--language", default="en", metavar="CODE", help="en, ko or zh (en)")
    letter.add_argument("--view", default="public", choices=("public", "partner"), help="who may read it (public)")
    letter.add_argument("--day", metavar="DAY", help="the day of the letter, as 2026-03-02 (today)")
    letter.add_argument("--sender", action="append", default=[], metavar="LINE", help="a line under it; repeatable")
    letter.add_argument("--reply", metavar="WORDS", help="where an answer reaches the sender")
    letter.add_argument("--until", metavar="DAY", help="of an appeal: the day by which people should write")
    letter.add_argument("--number", metavar="WORDS", help="of an appeal: its number")
    letter.add_argument("--begin", action="store_true", help="note it as an intervention, to be followed up")
    form = case_command(commands, "submission", _submission, "fill in the form of a body of the United Nations")
    form.add_argument("incident", metavar="INCIDENT", help="the id of an incident")
    form.add_argument("output", nargs="?", metavar="OUTPUT", help="the file: .docx .pdf .txt; without: printed")
    form.add_argument(
        "--form", required=True, metavar="NAME", help="special-procedures, wgad, wgeid, upr, ced-urgent, …"
    )
    form.add_argument("--state", metavar="STATE", help="the state it is about, as CN; without: that of the findings")
    form.add_argument("--view", default="partner", choices=("public", "partner"), help="who may read it (partner)")
    form.add_argument("--day", metavar="DAY", help="the day of the submission, as 2026-03-02 (today)")
    form.add_argument("--sender", action="append", default=[], metavar="LINE", help="who submits; repeatable")
    form.add_argument("--remedies", metavar="WORDS", help="steps taken inside the country, and their results")
    form.add_argument("--begin", action="store_true", help="note it as an intervention, to be followed up")


def _addressees(options: argparse.Namespace) -> int:
    from clarion.flow import letters

    if options.file:
        imported = letters.import_addressees(Path(options.file))
        print(f"{many(len(imported.addressees), 'addressee')} taken in, kept in {letters.addressees_path()}")
        return complain([f"{options.file}, line {one.line}: {one.reason}" for one in imported.bad])
    if options.near:
        near = letters.nearest(*options.near)
        if near.mission is None:
            return complain([near.reason])
        print(f"{_line(near.mission)}  {near.kilometres:,} km")
        if near.reason:
            print(near.reason, file=sys.stderr)
        return 0
    found = letters.addressees_of(options.find)
    for one in found:
        print(_line(one))
    return 0 if found else complain([f"no addressee is called {options.find!r}"])


def _line(one: "Addressee") -> str:
    checked = f"checked on {one.checked_on}" if one.checked_on else "not checked"
    organisation = f", {one.organisation}" if one.organisation else ""
    return f"{one.id}  {one.kind}  {one.name}{organisation}  {checked}"


def _letter(options: argparse.Namespace) -> int:
    from clarion.flow import letters
    from clarion.model.vocabulary import View

    wish = letters.Wish(
        about=tuple(one.strip() for one in options.about.split(",") if one.strip()),
        addressee=letters.addressee_named(options.to) if options.to else None,
        template=options.template,
        language=options.language,
        view=View(options.view),
        day=options.day,
        sender=tuple(options.sender),
        reply=options.reply,
        until=options.until,
        number=options.number,
    )
    with existing(options) as case:
        if options.output:
            letter, publication = case.write_letter(wish, options.output)
            print(f"{options.output}: written in the {publication.view} view, SHA-256 {publication.sha256}")
        else:
            letter = case.letter(wish)
            print("\n".join((*letter.to, "", letter.day, "", letter.subject, "", letter.text)), end="")
        if options.begin:
            begun = case.begin_letter(wish, letter)
            print(f"{begun.id}: begun; see: clarion follow {options.case} {begun.id}")
    for gap in letter.gaps:
        print(f"lacks {gap.kind}: {gap.words}", file=sys.stderr)
    return 0


def _submission(options: argparse.Namespace) -> int:
    from clarion.flow import submissions
    from clarion.model.vocabulary import View

    wanted = submissions.Wanted(
        incident=options.incident,
        form=options.form,
        state=options.state,
        view=View(options.view),
        day=options.day,
        submitter=tuple(options.sender),
        remedies=options.remedies,
    )
    with existing(options) as case:
        if options.output:
            made, publication = case.write_submission(wanted, options.output)
            print(f"{options.output}: written in the {publication.view} view, SHA-256 {publication.sha256}")
        else:
            made = case.submission(wanted)
            print("\n".join((made.letter.subject, "", made.letter.text)), end="")
        if options.begin:
            begun = case.begin_submission(wanted, made)
            print(f"{begun.id}: begun; see: clarion follow {options.case} {begun.id}")
    for gap in made.letter.gaps:
        print(f"lacks {gap.kind}: {gap.words}", file=sys.stderr)
    return 0
