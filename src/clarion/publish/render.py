"""The one door out: a record and options in, bytes out."""

from clarion.model import Record
from clarion.publish.index import index_record
from clarion.publish.markdown import to_markdown
from clarion.publish.options import Format, PublishOptions, refuse_unsafe
from clarion.publish.page import to_html
from clarion.publish.paper import to_pdf
from clarion.publish.spreadsheet import to_csv


def render(record: Record, options: PublishOptions) -> bytes:
    """The record in the format and view asked for, as UTF-8 or, for pdf, as PDF. Equal input gives equal bytes.

    Raises:
        BadRequest: a view that is not allowed yet, or a PDF where the PDF maker is not installed.
    """
    refuse_unsafe(options.view)
    if options.format is Format.JSON:
        return record.to_json(with_text=options.with_text).encode()
    if options.format is Format.JSONL:
        return record.to_jsonl(with_text=options.with_text).encode()
    index = index_record(record, options.judgements)
    makers = {Format.HTML: to_html, Format.CSV: to_csv, Format.MD: to_markdown, Format.PDF: to_pdf}
    return makers[options.format](index, options)
