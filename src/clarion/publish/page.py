"""A record as one self-contained HTML page: no script, no request to anywhere, every text escaped."""

import functools
from importlib import resources

import jinja2
from markupsafe import Markup

from clarion.model import UNKNOWN, View
from clarion.publish.banner import BANNERS
from clarion.publish.compose import compose
from clarion.publish.index import Index
from clarion.publish.options import Format, PublishOptions
from clarion.publish.phrases import many
from clarion.publish.seal import BLANK, seal, statement
from clarion.publish.sentences import in_page
from clarion.publish.spoken import spoken
from clarion.publish.views import Dossier
from clarion.publish.visible import visible

_NAMES = (
    "layout",
    "macros",
    "summary",
    "maps",
    "incidents",
    "law",
    "channels",
    "calls",
    "evidence",
    "sources",
    "method",
    "limits",
)
_SEALED = BANNERS[View.SEALED]
_OPEN_CLAIMS = 6  # claims of an incident that are shown without a click
_OPEN_FINDINGS = 6  # findings of all incidents together that are shown without a click
_OPEN_TEXT = 200_000  # characters of all texts together up to which they are shown without a click


def to_html(index: Index, options: PublishOptions) -> bytes:
    """The page as UTF-8, with its digest inside (see `seal`)."""
    return seal(page(compose(index, options), options))


def page(dossier: Dossier, options: PublishOptions) -> str:
    """The page with a blank digest."""
    texts = sum(len(piece.text) for document in dossier.documents for piece in document.pieces)
    styles = ["dossier.css", "paper.css"] if options.format is Format.PDF else ["dossier.css"]
    banner = BANNERS[options.view]
    style = "".join(package_text(name) for name in styles).replace(_SEALED.mark, banner.mark)
    layout = _environment().get_template("layout")
    made = layout.render(
        d=dossier,
        options=options,
        blank=BLANK,
        style=Markup(style.replace(_SEALED.edge, banner.edge)),  # files and constants of this package
        b=banner,
        drawings={name: Markup(drawing) for name, drawing in dossier.drawings.items()},  # made in `drawing`, escaped
        sentences=[Markup(in_page(one)) for one in dossier.sentences],  # escaped, hidden characters written out
        signature=signature_of(dossier, options),
        open_claims=_OPEN_CLAIMS,
        open_findings=_OPEN_FINDINGS,
        is_open_text=texts <= _OPEN_TEXT,
    )
    return spoken(made, options.language)


def signature_of(dossier: Dossier, options: PublishOptions) -> str:
    """The public key and its signature of what the dossier says of itself; empty where nobody signs."""
    made = (options.made_at, dossier.heads)
    said = statement(dossier.root, dossier.record_sha256, options.view, made)
    return options.sign(said) if options.sign else ""


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({name: package_text(f"{name}.html") for name in _NAMES}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["many"] = many
    environment.filters["drawing"] = Markup
    return environment


def _shown(value: object) -> object:
    """What an expression prints: nothing is ever blank, and hidden characters are written out."""
    if value is None:
        return UNKNOWN
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@functools.cache
def package_text(name: str) -> str:
    """A template or style of this package."""
    return (resources.files("clarion.publish") / "templates" / name).read_text(encoding="utf-8")
