"""What leaves the case through the workbench: written, sent, and nothing of it stays on the server."""

import secrets
from collections.abc import Sequence

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.utils import timezone

from clarion.model.vocabulary import View
from clarion.workbench import cases
from clarion.workbench.options import folder

# forms whose files end otherwise than they are called
_ENDINGS = {"site": "zip", "ftm": "ftm.json"}


def sent(request: HttpRequest, view: str, form: str, incidents: Sequence[str] = ()) -> FileResponse:
    """A publication as a file of no type that a browser would open.

    Args:
        request: who publishes.
        view: one of the three views.
        form: the ending of the file; the name of the file is never chosen by whoever asks.
        incidents: those that were chosen; none: all.

    Raises:
        BadRequest: it cannot be published so, or not by this person.
    """
    outgoing = folder(settings.CLARION) / "outgoing" / secrets.token_hex(8)
    outgoing.mkdir(parents=True, mode=0o700)
    # what a case is called may tell what nobody meant to tell, so it is named to those alone who hold it
    name = cases.open_case().folder.name if view == View.SEALED else "dossier"
    path = outgoing / f"{name}-{view}-{timezone.now():%Y-%m-%d}.{_ENDINGS.get(form, form)}"
    try:
        cases.desk_of(request).publish(path, view=view, format=form, incidents=incidents)
        content = path.open("rb")
    finally:
        # the open file can still be sent after its name is gone
        path.unlink(missing_ok=True)
        outgoing.rmdir()
    return FileResponse(content, as_attachment=True, filename=path.name, content_type="application/octet-stream")
