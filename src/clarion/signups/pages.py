"""The pages of the forms: small, whole without scripts, with every text of people escaped."""

import base64
import functools
import hashlib
from collections.abc import Iterable
from importlib import resources

import jinja2
from markupsafe import Markup

from clarion.signups.campaigns import Campaign
from clarion.signups.forms import TRAP
from clarion.signups.shelf import Person
from clarion.signups.texts import said, words_of

_NAMES = ("layout", "form", "review", "button")


def page(campaign: Campaign | None, heading: str, lines: Iterable[str] = (), form: Markup = Markup("")) -> str:  # noqa: B008
    """A page with a heading, lines and at most one form."""
    who = said(campaign, "who") if campaign else ""
    return _template("layout").render(
        campaign=campaign, heading=heading, lines=tuple(lines), form=form, who=who, style=Markup(style())
    )


def form(campaign: Campaign) -> Markup:
    """The form of a campaign, as it stands on its own page and on the server's."""
    words = words_of(campaign.language)
    action = f"{campaign.address}/{campaign.id}/"
    return Markup(_template("form").render(campaign=campaign, w=words, action=action, trap=TRAP))


def review(campaign: Campaign, person: Person, seal: str) -> Markup:
    """What was filled in, to look at once more and send."""
    words = words_of(campaign.language)
    action = f"/{campaign.id}/"
    return Markup(_template("review").render(campaign=campaign, w=words, person=person, seal=seal, action=action))


def button(action: str, label: str) -> Markup:
    """One button that does one thing."""
    return Markup(_template("button").render(action=action, label=label))


@functools.cache
def style() -> str:
    """The style of all pages, which stands inside them."""
    return _text("signups.css")


@functools.cache
def policy() -> str:
    """What a browser may do with these pages: show them and send their forms here, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.DictLoader({name: _text(f"{name}.html") for name in _NAMES}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(name: str) -> str:
    return (resources.files("clarion.signups") / "templates" / name).read_text(encoding="utf-8")
