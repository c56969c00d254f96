"""What a person says on taking documents in, read from a form."""

import datetime

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clarion.flow.desk import Given, Upload
from clarion.model.errors import BadRequest
from clarion.workbench.uploads import upload_of

# what a column of a spreadsheet can hold
COLUMNS = {
    "": gettext_lazy("leave out"),
    "what": gettext_lazy("what happened"),
    "date": gettext_lazy("day"),
    "place": gettext_lazy("place"),
    "who": gettext_lazy("who"),
    "figure": gettext_lazy("figure"),
    "source": gettext_lazy("source"),
    "other": gettext_lazy("other words"),
}
_COLUMN = "column-"


def given_of(form: QueryDict) -> Given:
    """Handling, named people, provider and consent."""
    named = form.get("named", "").replace("\n", ",").split(",")
    return Given(
        handling=form.get("handling", ""),
        named=tuple(name.strip() for name in named if name.strip()),
        provider=form.get("provider", "").strip(),
        consent=form.get("consent", "").strip(),
    )


def uploads_of(request: HttpRequest) -> list[Upload]:
    """The files of a form, with their folders where the page sent those.

    Raises:
        BadRequest: there are none, or one is too large for a form.
    """
    files = [*request.FILES.getlist("files"), *request.FILES.getlist("folder")]
    if not files:
        raise BadRequest(_("no file was chosen; choose files or a folder, or drop them on the page"))
    paths = request.POST.getlist("paths")
    names = paths if len(paths) == len(files) else [file.name or "unnamed" for file in files]
    return [upload_of(file, name) for file, name in zip(files, names, strict=True)]


def day_of(form: QueryDict) -> datetime.date | None:
    """The day that a note was told, or None.

    Raises:
        BadRequest: it is no day.
    """
    text = form.get("written_on", "")
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest(_("“%(text)s” is no day; write it as 2024-05-31") % {"text": text}) from None


def columns_of(form: QueryDict) -> dict[str, str]:
    """What the columns of a spreadsheet hold, by their names; those left out are not among them.

    Raises:
        BadRequest: no column is used.
    """
    found = {
        str(name).removeprefix(_COLUMN): str(value)
        for name, value in form.items()
        if str(name).startswith(_COLUMN) and value in COLUMNS and value
    }
    if not found:
        raise BadRequest(_("no column is used; say of at least one what it holds"))
    return found
