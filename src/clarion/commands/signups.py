"""The commands of campaigns: writing one from a case, taking sign-ups on a server, reading them as their owner.

Only the first of them opens a case.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from clarion.asking import text_of
from clarion.commands.parts import case_command, command, complain, existing, many

_NEEDED = {
    "id": "a short name for addresses: small letters, digits, hyphens",
    "title": "what stands above the page",
    "address": "where the forms are reached, as https://forms.example.org",
    "recipient": "the owner's age public key; the secret one stays off the server",
    "organiser": "who answers for what people give",
    "contact": "the organiser's e-mail address, shown on the page",
}


def add(commands: Any) -> None:
    """Add the commands of this group."""
    campaign = case_command(commands, "campaign", _campaign, "write the page of a campaign about an ask or action")
    campaign.add_argument("about", metavar="ASK", help="its id, or several with commas: asks, actions")
    campaign.add_argument("folder", metavar="FOLDER", help="where page and campaign.toml are written")
    for name, what in _NEEDED.items():
        campaign.add_argument(f"--{name}", required=True, metavar="WORDS", help=what)
    campaign.add_argument("--language", default="en", choices=("en", "ko"), help="the language of page and mails (en)")
    campaign.add_argument(
        "--kind", action="append", choices=("pledge", "volunteer"), help="what people give; repeatable"
    )
    campaign.add_argument("--text", metavar="FILE", help="your own words, above what is asked")
    campaign.add_argument("--consent-file", metavar="FILE", help="what people agree to, in place of the usual words")
    campaign.add_argument("--ends", metavar="DAY", help="the last day on which sign-ups are taken, as 2027-01-31")
    campaign.add_argument("--letter", metavar="INTERVENTION", help="show its approved letter, for people to send")
    serve = command(commands, "serve-forms", _serve, "take sign-ups of campaigns; opens no case")
    serve.add_argument("folder", metavar="FOLDER", help="the folder with campaign.toml, or with a folder for each")
    serve.add_argument("--settings", metavar="FILE", help="the mail settings of this server (FOLDER/mail.toml)")
    serve.add_argument("--port", type=int, metavar="N", default=8480, help="the port on this machine (8480)")
    serve.add_argument(
        "--behind-proxy", action="store_true", help="tell places apart by the X-Forwarded-For of the proxy in front"
    )
    signups = command(commands, "signups", _signups, "count sign-ups, or read them with the owner's secret key")
    signups.add_argument("folder", metavar="FOLDER", help="the folder of the forms, or a copy of it")
    signups.add_argument("--identity-file", metavar="FILE", help="the file with the owner's age secret key")
    signups.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="how to print them")
    signups.add_argument("--bounces", nargs="+", metavar="FILE", default=[], help="mails that came back; on the server")


def _campaign(options: argparse.Namespace) -> int:
    from clarion.flow.campaigns import PAGE, CampaignWish

    wish = CampaignWish(
        about=tuple(one.strip() for one in options.about.split(",") if one.strip()),
        id=options.id,
        title=options.title,
        address=options.address,
        recipient=options.recipient,
        organiser=options.organiser,
        contact=options.contact,
        language=options.language,
        kinds=tuple(dict.fromkeys(options.kind or ("pledge",))),
        intro=text_of(options.text) if options.text else "",
        consent=text_of(options.consent_file) if options.consent_file else "",
        ends=options.ends,
        letter=options.letter,
    )
    folder = Path(options.folder)
    with existing(options) as case:
        publication = case.correspondence.write_campaign(wish, folder)
    print(f"{folder / PAGE}: for any web server, in the public view, SHA-256 {publication.sha256}")
    print(f"{folder / 'campaign.toml'}: for the server of the forms: clarion serve-forms {folder}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from clarion.signups.serving import serve

    settings = Path(options.settings) if options.settings else None
    serve(Path(options.folder), settings, options.port, is_behind_proxy=options.behind_proxy, say=_say)
    return 0


def _signups(options: argparse.Namespace) -> int:
    from clarion.signups import owner

    folder = Path(options.folder)
    if options.bounces:
        noted = owner.note_bounces(folder, (_bytes_of(path) for path in options.bounces))
        print(f"{many(noted, 'sign-up')} no longer counted")
        return 0
    if not options.identity_file:
        print("\n".join(owner.counts(folder)))
        return 0
    found, problems = owner.read_signups(folder, text_of(options.identity_file))
    made = owner.to_jsonl(found) if options.format == "jsonl" else owner.to_csv(found)
    sys.stdout.buffer.write(made.encode())
    sys.stdout.flush()
    return complain(problems)


def _bytes_of(path: str) -> bytes:
    from clarion.model.errors import BadRequest

    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise BadRequest(f"{path} cannot be read ({problem.strerror}); check the path") from problem


def _say(line: str) -> None:
    print(line, flush=True)
