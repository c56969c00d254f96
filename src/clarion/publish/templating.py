"""The templates that pages of every kind are made from, and what is shown in them: nothing is ever blank or hidden."""

import functools
from collections.abc import Mapping
from importlib import resources

import jinja2
from markupsafe import Markup

from clarion.model import UNKNOWN
from clarion.publish.phrases import many
from clarion.publish.visible import visible

# pieces that a dossier and a site have in common; a page gives them `here`, which knows where everything stands, and
# `heading`, the element of their headings
SHARED = ("macros", "parts")


def environment(texts: Mapping[str, str]) -> jinja2.Environment:
    """An environment of these templates by name, with those that all pages share."""
    made = jinja2.Environment(
        loader=jinja2.DictLoader({name: package_text(f"{name}.html") for name in SHARED} | dict(texts)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["many"] = many
    made.filters["drawing"] = Markup
    return made


@functools.cache
def package_text(name: str) -> str:
    """A template or style of this package."""
    return (resources.files("clarion.publish") / "templates" / name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """What an expression prints: nothing is ever blank, and hidden characters are written out."""
    if value is None:
        return UNKNOWN
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
