"""A file that comes with a request, as the desk takes it in."""

from typing import Any

from django.utils.translation import gettext as _

from clarion.flow.desk import Upload
from clarion.model.errors import BadRequest

LARGEST = 256 * 2**20  # bytes of one file; a larger one does not go through a form


def upload_of(file: Any, name: str = "") -> Upload:
    """One file of a form.

    Raises:
        BadRequest: it is too large for a form.
    """
    name = name or file.name or "unnamed"
    if file.size is None or file.size > LARGEST:
        raise BadRequest(
            _("%(name)s is larger than %(size)s MiB; take it in with the command `clarion preserve`")
            % {"name": name, "size": LARGEST // 2**20}
        )
    return Upload(name, file.read())
