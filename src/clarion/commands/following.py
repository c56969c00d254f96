"""The command that follows up what was asked: the list of what is due, one intervention, and what happened to it."""

import argparse
from typing import TYPE_CHECKING, Any

from clarion.asking import text_of
from clarion.commands.parts import case_command, existing, many

if TYPE_CHECKING:
    from clarion.flow.case import Case
    from clarion.flow.following import Followed

_STEPS = "drafted, approved, sent, delivered, bounced, acknowledged, answered, deadline, extended, reminded, outcome, …"


def add(commands: Any) -> None:
    """Add the commands of this group."""
    follow = case_command(commands, "follow", _follow, "list what was asked of whom and what is due, or note a step")
    follow.add_argument("what", nargs="?", metavar="WHAT", help="an intervention, or what it is about; without: all")
    follow.add_argument("step", nargs="?", metavar="STEP", help=f"what happened: {_STEPS}")
    follow.add_argument("--day", metavar="DAY", help="when it happened, as 2026-03-02 (today)")
    follow.add_argument("--words", default="", metavar="WORDS", help="what there is to say of it")
    follow.add_argument("--value", metavar="WORD", help="an outcome: favourable, pledge, …; of `approved`: partner")
    follow.add_argument("--until", metavar="DAY", help="the day by which an answer is due or a pledge is to be kept")
    follow.add_argument("--document", metavar="DOCUMENT", help="the document that answers, by its path or SHA-256")
    follow.add_argument("--to", metavar="ADDRESSEE", help="of `escalated`: the next body (clarion addressees)")
    follow.add_argument("--text", metavar="FILE", help="of `drafted`: the file with the newer text of the letter")
    follow.add_argument("--subject", metavar="WORDS", help="of `drafted`: another subject")


def _follow(options: argparse.Namespace) -> int:
    with existing(options) as case:
        if options.step is not None:
            return _note(case, options)
        found = case.follow_up(options.what)
        lines = _told(found[0]) if (options.what or "").startswith("itv_") else [_line(one) for one in found]
    print(
        "\n".join(lines) if lines else "nobody was approached yet; see: clarion publish CASE record.json --view sealed"
    )
    return 0


def _note(case: "Case", options: argparse.Namespace) -> int:
    from clarion.flow.following import Words

    if options.step == "escalated":
        return _escalate(case, options)
    text = text_of(options.text) if options.text else None
    said = Words(options.day, options.words, options.value, options.until, options.document, text, options.subject)
    step = case.happened(options.what, options.step, said)
    print(f"{step.id}: {step.kind} on {step.day}")
    print(_line(case.follow_up(step.intervention)[0]))
    return 0


def _escalate(case: "Case", options: argparse.Namespace) -> int:
    from clarion.flow.following import Begun
    from clarion.flow.letters import addressee_named
    from clarion.model.errors import BadRequest

    if not options.to:
        raise BadRequest("name the next body (--to); see: clarion addressees")
    old = case.follow_up(options.what if options.what.startswith("itv_") else f"itv_{options.what}")[0].intervention
    begun = Begun(old.kind, (), addressee_named(options.to))
    made = case.escalate(old.id, begun, options.words)
    print(
        f"{made.id}: begun after {old.id}; write it with: clarion follow {options.case} {made.id} drafted --text FILE"
    )
    return 0


def _line(one: "Followed") -> str:
    """An intervention on a line: where it stands, since or until when, with whom, what is due."""
    begun, standing = one.intervention, one.standing
    stage = f"{standing.stage}: {standing.response}" if standing.response else str(standing.stage)
    subject = f", “{standing.letter.subject}”" if standing.letter else ""
    return f"{begun.id}  {stage}{_when(one)}  {begun.kind} to {begun.addressee.name}{subject}  due: {one.due_words}"


def _when(one: "Followed") -> str:
    standing = one.standing
    if standing.deadline is None or standing.days_left is None:
        return f" since {standing.since}" if standing.since else ""
    if standing.days_left < 0:
        return f", {many(-standing.days_left, 'day')} over {standing.deadline.day}"
    return f", {many(standing.days_left, 'day')} left until {standing.deadline.day}"


def _told(one: "Followed") -> list[str]:
    """All that is known of an intervention, a line each."""
    begun, standing = one.intervention, one.standing
    lines = [_line(one), f"about {', '.join(begun.about)}, begun on {begun.at[:10]} by {begun.by}"]
    if begun.follows:
        lines.append(f"put to this body after {begun.follows}")
    if standing.deadline and standing.deadline.source:
        lines.append(f"the term: {standing.deadline.source}")
    for step in one.steps:
        told = [step.value or "", f"until {step.until}" if step.until else "", step.document or "", step.words]
        lines.append(f"{step.day} {step.kind} ({step.by}) {'; '.join(filter(None, told))}".rstrip())
    if standing.letter:
        lines += [f"lacks {gap.kind}: {gap.words}" for gap in standing.letter.gaps]
        lines += ["", standing.letter.subject, "", standing.letter.text]
    return lines
