"""A record as a Word document (DOCX): the whole dossier, with real headings, tables with header rows, and a seal."""

import lxml.html
from docx.oxml.ns import qn

from clarion.publish.banner import BANNERS
from clarion.publish.compose import compose
from clarion.publish.index import Index
from clarion.publish.office import blank_document, packed
from clarion.publish.options import PublishOptions
from clarion.publish.page import page, signature_of, told_of
from clarion.publish.visible import one_line, visible
from clarion.publish.word.blocks import Writer
from clarion.publish.word.sealing import put_seal, sealed
from clarion.publish.word.styles import dress


def to_word(index: Index, options: PublishOptions) -> bytes:
    """The dossier on A4 for a word processor, from the page that the browser shows. Equal input gives equal bytes."""
    dossier = compose(index, options)
    banner = BANNERS[options.view]
    document = blank_document(title=f"{banner.mark} · {visible(one_line(dossier.title))}", language=options.language)
    dress(document, banner, options.language)
    shown = lxml.html.document_fromstring(page(dossier, options))
    body = document.element.body
    last = body.find(qn("w:sectPr"))
    if last is not None:
        body.remove(last)
    writer = Writer(body, frozenset(str(one) for one in shown.xpath("//@id")))
    for part in shown.xpath("//body/*"):
        writer.write(part)
    writer.end()
    if last is not None:
        body.append(last)
    signature = signature_of(dossier, options)
    signed = [("signature", signature)] if signature else []
    put_seal(document, [*told_of(dossier, options), *signed])
    return sealed(packed(document))
