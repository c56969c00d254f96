"""A record as PDF, made from the same page by WeasyPrint, which is an optional part."""

import datetime
import importlib
from typing import Any

from clarion.model.errors import BadRequest
from clarion.publish.compose import compose
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.page import page, told_of
from clarion.publish.paper_sealing import NAME, Room, sealed
from clarion.publish.seal import statement

_TAGGED = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"clarion"}
_ABOUT = "What this dossier says, sentence by sentence, for: clarion verify"
_NEVER = datetime.datetime(1980, 1, 1)  # the maker asks for a day; it is taken out again


def to_pdf(index: Index, options: PublishOptions) -> bytes:
    """The dossier on A4, tagged for screen readers (PDF/UA-1), with its seal as an attachment.

    Raises:
        BadRequest: WeasyPrint or the Pango library it draws with is not installed.
    """
    weasyprint = _weasyprint()  # told before the page is made
    dossier = compose(index, options)
    pages = _laid_out(page(dossier, options))
    room = Room(tuple(told_of(dossier, options)), dossier.sentences, len(pages.pages))
    seal = weasyprint.Attachment(string=room.blank(), name=NAME, description=_ABOUT, created=_NEVER, modified=_NEVER)
    made = _written(pages, attachments=[seal], finisher=_plain)

    def sign(digest: str) -> str:
        said = statement(dossier.root, dossier.record_sha256, options.view, (options.made_at, dossier.heads), digest)
        return options.sign(said) if options.sign else ""

    return sealed(made, room, sign)


def paper_of(page: str) -> bytes:
    """A page on paper, tagged for screen readers (PDF/UA-1). It fetches nothing.

    Raises:
        BadRequest: WeasyPrint or the Pango library it draws with is not installed.
    """
    return _written(_laid_out(page))


def _laid_out(page: str) -> Any:
    return _weasyprint().HTML(string=page, url_fetcher=_refuse).render(**_TAGGED)


def _written(pages: Any, **more: Any) -> bytes:
    made: bytes = pages.write_pdf(**_TAGGED, **more)
    return made


def _plain(_: Any, made: Any) -> None:
    """Leave what is attached as it is, and take out what tells when it was made and what is not known yet."""
    for one in made.objects:
        params = getattr(one, "extra", {}).get("Params")
        if params is not None:
            del params["CreationDate"], params["ModDate"], params["CheckSum"]
            one.compress = False


def _weasyprint() -> Any:
    try:
        weasyprint = importlib.import_module("weasyprint")  # optional, and slow to load
    except (ImportError, OSError) as problem:
        reason = str(problem).splitlines()[0] if str(problem) else "not found"
        raise BadRequest(
            "PDF needs WeasyPrint and the Pango library: install clarion[pdf] and the system package pango, "
            f"or publish .html and print it from a browser ({reason})"
        ) from problem
    return weasyprint


def _refuse(address: str, **_: object) -> dict[str, Any]:
    """Nothing is fetched: a page made here has no address to fetch."""
    raise ValueError(f"a dossier fetches nothing, and {address[:80]} was asked for")
