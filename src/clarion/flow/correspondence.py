"""What goes between a case and people outside: letters by mail, what comes back, campaigns."""

from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from pathlib import Path

from clarion.flow import incoming, sending
from clarion.flow.campaigns import CampaignWish, write_campaign_files
from clarion.flow.incoming import Came
from clarion.flow.sending import Sent
from clarion.mailing import Mail
from clarion.model.errors import BadRequest
from clarion.model.interventions import Step
from clarion.model.nouns import Publication
from clarion.publish.letters import LetterForm
from clarion.respond.sending import Readiness
from clarion.store.folder import CaseFolder


class Correspondence:
    """The correspondence of one case."""

    def __init__(self, folder: CaseFolder) -> None:
        self._folder = folder

    def mail(
        self, intervention: str, settings: Path | None = None, attach: str | None = None
    ) -> tuple[Mail, Readiness]:
        """The mail of an intervention exactly as it would go now, and whether it may. Nothing is sent.

        Raises:
            BadRequest: it has no letter or no address, or holds something that is withheld.
        """
        return sending.mail_of(self._folder, intervention, settings, _form(attach))

    def send(
        self,
        interventions: Sequence[str],
        *,
        settings: Path | None = None,
        again: str = "",
        attach: str | None = None,
        say: Callable[[str], None] = lambda line: None,
    ) -> Iterator[Sent]:
        """Send approved letters by mail at the pace of the settings, each by itself; gives each outcome as it comes.

        Raises:
            BadRequest: one of them may not go, with the reason; then none goes.
        """
        return sending.send_letters(
            self._folder, interventions, settings=settings, again=again, attach=_form(attach), say=say
        )

    def write_campaign(self, wish: CampaignWish, folder: str | PathLike[str]) -> Publication:
        """Write the page of a campaign and its file for the forms.

        Raises:
            BadRequest: nothing of it is public, a field is wrong, or something withheld stands in the page.
        """
        return write_campaign_files(self._folder, wish, Path(folder))

    def came(self, raw: bytes) -> Came:
        """What an incoming mail is, and to which letters it may belong. Nothing is written."""
        return incoming.came(self._folder, raw)

    def note_mail(self, path: str | PathLike[str], intervention: str, *, day: str) -> Step:
        """Note an incoming mail with an intervention; an answer is taken in as a document.

        Raises:
            BadRequest: the file cannot be read, or there is no such intervention.
        """
        return incoming.note_mail(self._folder, Path(path), intervention, day=day)


def _form(name: str | None) -> LetterForm | None:
    """The form in which a letter goes along: docx or pdf."""
    if name is None:
        return None
    if name not in (LetterForm.DOCX, LetterForm.PDF):
        raise BadRequest(f"a letter goes along as docx or pdf, not as {name!r}")
    return LetterForm(name)
