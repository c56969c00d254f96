"""A record as PDF, made from the same page by WeasyPrint, which is an optional part."""

import importlib
from typing import Any

from clarion.model.errors import BadRequest
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.page import to_html


def to_pdf(index: Index, options: PublishOptions) -> bytes:
    """The dossier on A4, tagged for screen readers (PDF/UA-1).

    Raises:
        BadRequest: WeasyPrint or the Pango library it draws with is not installed.
    """
    _weasyprint()  # told before the page is made
    return paper_of(to_html(index, options).decode())


def paper_of(page: str) -> bytes:
    """A page on paper, tagged for screen readers (PDF/UA-1). It fetches nothing.

    Raises:
        BadRequest: WeasyPrint or the Pango library it draws with is not installed.
    """
    weasyprint = _weasyprint()
    drawn = weasyprint.HTML(string=page, url_fetcher=_refuse)
    made: bytes = drawn.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"clarion")
    return made


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
