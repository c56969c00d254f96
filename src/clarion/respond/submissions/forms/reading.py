"""Reading the files of forms."""

import tomllib
from functools import cache
from importlib.resources import files

from clarion.model.errors import BadRequest
from clarion.respond.submissions.nouns import Form, FormField

# ids of channels, in the order in which they are mostly used
FORMS = ("special-procedures", "wgad", "wgeid", "upr", "ced-urgent", "cat-22", "iccpr-op1")


@cache
def form_of(name: str) -> Form:
    """A form by its id.

    Raises:
        BadRequest: there is none.
    """
    if name not in FORMS:
        raise BadRequest(f"{name!r} is no form; use one of {', '.join(FORMS)}")
    given = tomllib.loads((files("clarion.respond.submissions.forms") / f"{name}.toml").read_text(encoding="utf-8"))
    return Form(
        id=name,
        name=given["name"],
        addressee=given["addressee"],
        sources=tuple(given["sources"]),
        checked_on=given["checked_on"],
        sure=given["sure"],
        gates=tuple(given["gates"]),
        fields=tuple(FormField(fill=one.pop("from"), **one) for one in given["fields"]),
        mandates={act: tuple(held) for act, held in given.get("mandates", {}).items()},
    )
