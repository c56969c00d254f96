"""Forms of letters and of what became of them, read into what the desk takes."""

import datetime
import re

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clarion.flow.desk import Desk
from clarion.flow.following import Begun, Happened
from clarion.flow.letters import Wish
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.interventions import Addressee, InterventionKind, Letter, StepKind
from clarion.workbench.asking import text_of

TEMPLATES = {
    "": gettext_lazy("the one that fits"),
    "authority": gettext_lazy("Letter to an authority"),
    "embassy": gettext_lazy("Letter to an embassy or consulate"),
    "parliament": gettext_lazy("Letter to a parliament"),
    "company": gettext_lazy("Letter to a company"),
    "appeal": gettext_lazy("Open appeal with a model letter"),
}
LANGUAGES = ("en", "ko", "zh")
_DIGITS = re.compile(r"[0-9a-f]{64}")
# noted by hand on the page of an intervention, in the order in which things mostly happen
STEPS = (
    "sent",
    "delivered",
    "bounced",
    "acknowledged",
    "answered",
    "extended",
    "reminded",
    "deadline",
    "outcome",
    "cancelled",
)
FORMS = {
    "docx": gettext_lazy("Word (DOCX)"),
    "pdf": gettext_lazy("on paper (PDF)"),
    "txt": gettext_lazy("plain text"),
    "eml": gettext_lazy("e-mail to open in a mail program"),
}


def about_of(form: QueryDict) -> tuple[str, ...]:
    """The ids of what a letter is about, in the order of the form."""
    return tuple(dict.fromkeys(one.strip() for one in form.getlist("about") if one.strip()))


def wish_of(form: QueryDict, desk: Desk) -> Wish:
    """The letter that is wanted.

    Raises:
        BadRequest: the addressee is not in the list, or a day is none.
    """
    return Wish(
        about=about_of(form),
        addressee=_addressee(form, desk),
        template=form.get("template", ""),
        language=form.get("language", "en"),
        sender=tuple(line.strip() for line in form.get("sender", "").splitlines() if line.strip()),
        reply=text_of(form, "reply"),
        until=_day(form, "until"),
        number=text_of(form, "number"),
    )


def letter_of(form: QueryDict, drafted: Letter) -> Letter:
    """A drafted letter with the words that a person made of it.

    Raises:
        BadRequest: subject or words are empty.
    """
    subject, text = " ".join(form.get("subject", "").split()), form.get("text", "").replace("\r\n", "\n").strip()
    if not subject or not text:
        raise BadRequest(_("a letter needs a subject and words"))
    return Letter(
        template=drafted.template,
        language=drafted.language,
        to=drafted.to,
        day=drafted.day,
        subject=subject,
        text=text + "\n",
        claims=drafted.claims,
        gaps=drafted.gaps,
    )


def begun_of(form: QueryDict, desk: Desk) -> Begun:
    """A meeting or a call.

    Raises:
        BadRequest: it is neither, or nobody is named.
    """
    kind, addressee = form.get("kind", ""), _addressee(form, desk)
    if kind not in ("meeting", "call") or addressee is None:
        raise BadRequest(_("choose an addressee, and whether it is a meeting or a call"))
    return Begun(InterventionKind(kind), about_of(form), addressee)


def happened_of(form: QueryDict, name: str) -> Happened:
    """What a person notes.

    Raises:
        BadRequest: it is no step, or a day is none.
    """
    kind = form.get("step", "")
    if kind not in STEPS:
        raise BadRequest(_("choose what happened"))
    document = _digits(form.get("document", ""))
    return Happened(
        intervention=name,
        kind=StepKind(kind),
        day=_day(form, "day") or datetime.datetime.now(datetime.UTC).date().isoformat(),
        words=form.get("words", "").strip(),
        value=text_of(form, "value") if kind == "outcome" else None,
        until=_day(form, "until"),
        document=DocumentId(f"sha256:{document}") if document else None,
    )


def _addressee(form: QueryDict, desk: Desk) -> Addressee | None:
    name = text_of(form, "addressee")
    if name is None:
        return None
    found = next((one.addressee for one in desk.addressees() if one.addressee.id == name), None)
    if found is None:
        raise BadRequest(_("this addressee is not in the list any more; choose another one"))
    return found


def _digits(given: str) -> str:
    """The digits of a document that is named by its id, its digits, or the address of its page."""
    parts = [part for part in given.strip().removeprefix("sha256:").partition("?")[0].split("/") if part]
    return next((part for part in parts if _DIGITS.fullmatch(part)), parts[-1] if parts else "")


def _day(form: QueryDict, name: str) -> str | None:
    given = text_of(form, name)
    try:
        return datetime.date.fromisoformat(given).isoformat() if given else None
    except ValueError:
        raise BadRequest(_("“%(day)s” is no day; write it as 2024-03-28") % {"day": given}) from None
