"""A record as one self-contained HTML page: no script, no request to anywhere, every text escaped."""

import functools
from dataclasses import dataclass

import jinja2
from markupsafe import Markup

from clarion.model import View
from clarion.publish.banner import BANNERS
from clarion.publish.compose import compose
from clarion.publish.index import Index
from clarion.publish.options import Format, PublishOptions
from clarion.publish.seal import BLANK, seal, statement
from clarion.publish.sentences import in_page, written
from clarion.publish.spoken import spoken
from clarion.publish.templating import environment, package_text
from clarion.publish.views import ClaimView, Dossier

_NAMES = (
    "layout",
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
        here=_Here(options.format is Format.DOCX),
        heading="h4",
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


def told_of(dossier: Dossier, options: PublishOptions) -> list[tuple[str, str]]:
    """What a dossier says of itself in a part of a file (see `seal.part_of`), but for what is signed."""
    told = [("view", options.view.value), ("record", dossier.record_sha256)]
    told += [("head", one) for one in dossier.heads]
    told += [("made", options.made_at)] if options.made_at else []
    told += [("root", dossier.root)]
    return told + [("sentence", written(one)) for one in dossier.sentences]


@dataclass(frozen=True, slots=True)
class _Here:
    """The one page of a dossier: whatever it leads to stands on it."""

    is_for_word: bool
    has_codes: bool = True

    def to(self, anchor: str) -> str:
        """The way to an address."""
        return f"#{anchor}"

    def ref(self, claim: str) -> str:
        """The way to a claim; in Word to its row of the table of evidence, which holds its words."""
        return f"#ev-{claim}" if self.is_for_word else f"#{claim}"

    def words(self, claim: ClaimView) -> str:
        """The way to the words of a claim."""
        return self.ref(claim.id) if self.is_for_word else f"#{claim.place}"

    def anchor(self, claim: ClaimView) -> str | None:
        """The address of a claim that is shown, or None where it was shown before."""
        return claim.anchor


@functools.cache
def _environment() -> jinja2.Environment:
    return environment({name: package_text(f"{name}.html") for name in _NAMES})
