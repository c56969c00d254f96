"""What can be done with a sign-up: take it, confirm it, delete it, count it, and the mails that go with it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from clarion.mailing import Mail, MailSettings, Message, clean_address, compose
from clarion.signups.campaigns import Campaign
from clarion.signups.secret import Secret
from clarion.signups.shelf import Person, Row, Shelf, State
from clarion.signups.texts import said

# no address gets more than this, whoever fills in the form
_MAILS_A_SIGNUP = 3
# counts below this are not told, and above it in steps of it
SMALLEST_COUNT = 10
# what a campaign can hold; a flood stops there and not at the end of the disk
_MOST_ROWS = 200_000

Now = Callable[[], datetime.datetime]


class Link(StrEnum):
    """What a link in a mail is for."""

    CONFIRM = "confirm"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that is to go to somebody who signed up, and the row that it belongs to."""

    mail: Mail
    name: str
    row: Row


class Desk:
    """One campaign at work."""

    def __init__(self, campaign: Campaign, shelf: Shelf, secret: Secret, settings: MailSettings, now: Now) -> None:
        self.campaign, self.shelf = campaign, shelf
        self._secret, self._settings, self._now = secret, settings, now
        self._count: int | None = None
        self._counting = Lock()

    @property
    def day(self) -> datetime.date:
        """Today, UTC."""
        return self._now().astimezone(datetime.UTC).date()

    def take(self, person: Person) -> Letter | None:
        """Keep a sign-up and make its mail. None: the address has had its mails, or the campaign is full.

        Who takes part already gets a mail that says so, at most one a day; nothing of theirs changes.
        """
        name = self.shelf.name_of(person.address)
        row, today = self.shelf.read(name), self.day
        if row is not None and row.state is not State.CAME:
            if row.mailed == today.isoformat():
                return None
            changed = self.shelf.change(name, row, mailed=today.isoformat())
            return self._letter("mail_again", person.address, name, changed) if changed else None
        if row is None and self.shelf.size() >= _MOST_ROWS:
            return None
        mails = row.mails + 1 if row else 1
        if mails > _MAILS_A_SIGNUP:
            return None
        name, made = self.shelf.add(person, today, mails)
        return self._letter("mail_confirm", person.address, name, made)

    def leads(self, link: Link, name: str, mark: str) -> Row | None:
        """The row that a link leads to; None where the link is made up, used up or too old."""
        row = self.shelf.read(name)
        if row is None or not self._secret.is_mark(mark, link, self.campaign.id, name, row.nonce):
            return None
        return row

    def confirm(self, name: str, mark: str) -> bool:
        """Count a sign-up. Confirming again changes nothing."""
        row = self.leads(Link.CONFIRM, name, mark)
        if row is None:
            return False
        if row.state is not State.CAME:
            return row.state is State.CONFIRMED
        if self.shelf.change(name, row, state=State.CONFIRMED, day=self.day.isoformat()) is None:
            return False
        self._add(1)
        return True

    def delete(self, name: str, mark: str) -> bool:
        """Erase a sign-up."""
        row = self.leads(Link.DELETE, name, mark)
        if row is None or not self.shelf.erase(name):
            return False
        self._add(-1 if row.state is State.CONFIRMED else 0)
        return True

    def not_delivered(self, letter: Letter) -> None:
        """Erase a sign-up whose mail nobody takes, so that its person can try again; not one that was confirmed."""
        if letter.row.state is State.CAME:
            self.shelf.erase(letter.name, letter.row)

    def shown_count(self) -> int | None:
        """How many take part, down to the ten; None where they are too few to be told."""
        count = self._count if self._count is not None else self.recount()
        return count - count % SMALLEST_COUNT if count >= SMALLEST_COUNT else None

    def recount(self) -> int:
        """Count anew, by looking at every row: another process may have noted bounces."""
        with self._counting:
            self._count = self.shelf.counts()[State.CONFIRMED]
            return self._count

    def _add(self, more: int) -> None:
        with self._counting:
            if self._count is not None:
                self._count += more

    def _letter(self, kind: str, address: str, name: str, row: Row) -> Letter:
        campaign = self.campaign
        links = {link.value: self._address(link, name, row) for link in Link}
        # nothing that was filled in stands in the mail: else anybody could have it say what they like, to anybody
        subject = said(campaign, "mail_subject" if kind == "mail_confirm" else "mail_again_subject")
        message = Message(
            clean_address(address),
            subject,
            said(campaign, kind, consent=campaign.consent, **links),
            language=campaign.language,
            is_automatic=True,
            with_copy=False,
        )
        return Letter(compose(message, self._settings, self._now()), name, row)

    def _address(self, link: Link, name: str, row: Row) -> str:
        mark = self._secret.mark(link, self.campaign.id, name, row.nonce)
        return f"{self.campaign.address}/{self.campaign.id}/{link.value}/{name}/{mark}"
