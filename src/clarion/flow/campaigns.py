"""A campaign about an ask or an action: its page, made from what the public may see, and the file for the forms.

What leaves is read back before it is written, and the log knows of it. Supporters never come into the case.
"""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clarion.flow import guarding, queries
from clarion.flow.letters import frame, without, words_of_addressee
from clarion.model.errors import BadRequest
from clarion.model.interventions import Intervention, Letter
from clarion.model.nouns import Publication
from clarion.model.vocabulary import View
from clarion.publish.campaigns import CampaignPage, to_page, words_of_frame
from clarion.publish.safety import Safe, keyed
from clarion.respond.sending import Standing, readiness
from clarion.signups import Campaign, Kind, pages, read_campaign, texts, write_campaign
from clarion.signups.campaigns import FILE
from clarion.store import follow_tables, people
from clarion.store.files import write_whole
from clarion.store.folder import CaseFolder
from clarion.store.keys import redaction_secret

PAGE = Path("page") / "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignWish:
    """A campaign that is wanted. `about` are ids of asks and actions of the case; the rest as in `Campaign`.

    `consent` empty: the usual words. `letter` is the id of an intervention whose approved letter supporters can send.
    """

    about: tuple[str, ...]
    id: str
    title: str
    address: str
    recipient: str
    organiser: str
    contact: str
    language: str = "en"
    kinds: tuple[str, ...] = ("pledge",)
    intro: str = ""
    consent: str = ""
    ends: str | None = None
    letter: str | None = None


def write_campaign_files(case: CaseFolder, wish: CampaignWish, folder: Path) -> Publication:
    """Write the page of a campaign (`page/index.html`) and its file for the forms (`campaign.toml`) into a folder.

    Raises:
        BadRequest: nothing of it leaves by the public view, a field is wrong, something withheld stands in the page,
            the letter is not approved, or the folder holds another campaign.
    """
    campaign = _campaign(wish)
    toml = write_campaign(campaign)
    _refuse_other(folder, campaign)
    secret = redaction_secret(case.id, View.PUBLIC)
    safe = guarding.checked(case, View.PUBLIC).safe()
    about = _about(safe, wish.about, secret)
    approached, letter = _letter(case, wish.letter)
    page = to_page(
        CampaignPage(
            title=campaign.title,
            language=campaign.language,
            record=safe.record,
            about=about,
            today=datetime.datetime.now(datetime.UTC).date().isoformat(),
            form=pages.form(campaign),
            form_origin=campaign.address,
            style=pages.style(),
            who=texts.said(campaign, "who"),
            intro=tuple(one.strip() for one in wish.intro.replace("\r\n", "\n").split("\n\n") if one.strip()),
            letter=letter,
            office=approached.addressee.name if approached else "",
            office_address=_address(approached),
        )
    )
    own = [wish.organiser, wish.contact, *(words_of_addressee(approached.addressee) if approached else ())]
    # the campaign's own file leaves too; title and words of the campaigner are searched, who they are is not
    frames = [*frame(), *words_of_frame(), *texts.words_of_frame()]
    for made in (page, toml.encode()):
        guarding.read_back(without(made.decode(), own).encode(), safe, "", frames)
    digest = hashlib.sha256(page).hexdigest()
    target = (folder / PAGE).absolute()
    leaving = Publication(View.PUBLIC, digest, tuple(queries.heads(case)), len(safe.withheld), "", str(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with case.writing() as writing:
            publication = people.log_publication(writing, leaving, digest)
        write_whole(target, page)
        write_whole(folder / FILE, toml.encode())
    except OSError as problem:
        raise BadRequest(f"{folder} cannot be written ({problem.strerror}); name another folder") from problem
    return publication


def _campaign(wish: CampaignWish) -> Campaign:
    if unknown := [kind for kind in wish.kinds if kind not in set(Kind)]:
        raise BadRequest(f"{unknown[0]!r} is nothing people can give; use {' or '.join(Kind)}")
    consent = wish.consent.strip() or texts.usual_consent(
        wish.language, title=wish.title, organiser=wish.organiser, contact=wish.contact
    )
    return Campaign(
        id=wish.id,
        title=wish.title.strip(),
        language=wish.language,
        address=wish.address.rstrip("/"),
        recipient=wish.recipient.strip(),
        kinds=tuple(Kind(kind) for kind in wish.kinds),
        organiser=wish.organiser.strip(),
        contact=wish.contact.strip(),
        consent=consent,
        ends=wish.ends,
    )


def _refuse_other(folder: Path, campaign: Campaign) -> None:
    """A folder of another campaign stays, and so does one whose sign-ups another key opens."""
    path = folder / FILE
    if not path.exists():
        return
    before = read_campaign(path)
    if (before.id, before.recipient) != (campaign.id, campaign.recipient):
        raise BadRequest(f"{folder} holds another campaign, or one with another key; name another folder")


def _about(safe: Safe, wanted: Iterable[str], secret: bytes) -> tuple[str, ...]:
    known = {one.id for nouns in (safe.record.asks, safe.record.actions) for one in nouns}
    found = []
    for one in wanted:
        public = keyed(one, secret)
        if public not in known:
            raise BadRequest(
                f"{one} is no ask or action that the public may see; the documents it rests on have to be public "
                "(--handling public)"
            )
        found.append(public)
    return tuple(found)


def _letter(case: CaseFolder, name: str | None) -> tuple[Intervention | None, Letter | None]:
    if name is None:
        return None, None
    with case.reading() as connection:
        one = follow_tables.intervention(connection, name)
        if one is None:
            raise BadRequest(f"the case has no intervention {name}; see: clarion follow CASE")
        standing = readiness(one, follow_tables.steps(connection, [name]))
    if standing.letter is None or standing.standing in (Standing.NO_LETTER, Standing.NOT_APPROVED, Standing.CANCELLED):
        raise BadRequest(f"{name}: {standing.why}; only an approved letter is shown to everybody")
    return one, standing.letter


def _address(approached: Intervention | None) -> str | None:
    return readiness(approached, ()).address if approached else None
