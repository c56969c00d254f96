"""The one door out: a record and options in, bytes out."""

from dataclasses import replace

from clarion.model import Record
from clarion.publish.choosing import cut_to
from clarion.publish.exchange.entities import to_ftm
from clarion.publish.exchange.geography import to_geojson
from clarion.publish.exchange.humanitarian import to_dictionary, to_hxl
from clarion.publish.exchange.linked import to_jsonld
from clarion.publish.index import Index, index_record
from clarion.publish.markdown import to_markdown
from clarion.publish.options import Format, PublishOptions, Shown, refuse_unsafe
from clarion.publish.page import to_html
from clarion.publish.paper import to_pdf
from clarion.publish.safety import Safe
from clarion.publish.site import Manifest, SiteFile, build
from clarion.publish.site.exports import EXPORTS
from clarion.publish.site.packing import packed
from clarion.publish.spoken import ENGLISH
from clarion.publish.spreadsheet import to_csv

# the name of a case’s folder may tell what nobody meant to tell
TITLE = "Dossier"


def render(record: Record, options: PublishOptions) -> bytes:
    """The record in the format and view asked for, as UTF-8 or, for pdf, as PDF. Equal input gives equal bytes.

    Raises:
        BadRequest: a view that a record as it is may not leave by, an incident that is not in it, or a PDF where the
            PDF maker is not installed.
    """
    refuse_unsafe(options.view)
    return _made(record, options)


def render_safe(safe: Safe, options: PublishOptions) -> bytes:
    """What a view may see of a record, in the format asked for. What people wrote for each other is left out.

    `options.channels` are worked out from `safe.record`. The bytes are not read back here: `clarion.publish.safety`
    does, and nothing leaves before it has.

    Raises:
        BadRequest: an incident that does not leave, or a PDF where the PDF maker is not installed.
    """
    bare = replace(options, title=TITLE, case_name=None, judgements=safe.judgements, questions=())
    return _made(safe.record, bare)


def site_of(safe: Safe, options: PublishOptions, before: Manifest | None = None) -> tuple[SiteFile, ...]:
    """What a view may see of a record as the files of a site, the manifest last.

    `before` is the manifest of the edition that this one replaces. As with `render_safe` nothing is read back here.

    Raises:
        BadRequest: an incident does not leave.
    """
    bare = replace(options, case_name=None, judgements=safe.judgements, questions=())
    return _site(safe.record, bare, before, safe)


def _site(
    record: Record, options: PublishOptions, before: Manifest | None = None, safe: Safe | None = None
) -> tuple[SiteFile, ...]:
    exports = {path: (words, _made(record, _export(options, form))) for path, form, words in EXPORTS}
    if safe is None:
        return build(record, options, exports, before=before)
    return build(
        record,
        options,
        exports,
        before=before,
        withheld=len(safe.withheld),
        hides=lambda word: bool(safe.net.find(word)),
    )


def _export(options: PublishOptions, form: Format) -> PublishOptions:
    """What lies beside the pages of a site; what is for programs is in English."""
    language = options.language if form is Format.HTML else ENGLISH
    return replace(options, format=form, title=TITLE, with_text=form is Format.JSON, language=language)


def calendar_of(record: Record, options: PublishOptions) -> tuple[Shown, ...]:
    """What the calendar of a record shows, for the edition after it; `options` are those that it is made with."""
    from clarion.publish.exchange.calendar import edition  # noqa: PLC0415

    record, left_out = cut_to(record, options.incidents) if options.incidents else (record, None)
    index = replace(index_record(record, options.judgements), left_out=left_out)
    return edition(index, options)[1]


def _made(record: Record, options: PublishOptions) -> bytes:
    if options.format is Format.SITE:
        return packed(_site(record, options))
    record, left_out = cut_to(record, options.incidents) if options.incidents else (record, None)
    if options.format is Format.JSON:
        return record.to_json(with_text=options.with_text).encode()
    if options.format is Format.JSONL:
        return record.to_jsonl(with_text=options.with_text).encode()
    index = replace(index_record(record, options.judgements), left_out=left_out)
    makers = {
        Format.HTML: to_html,
        Format.CSV: to_csv,
        Format.MD: to_markdown,
        Format.PDF: to_pdf,
        Format.DOCX: _to_word,
        Format.ICS: _to_ics,
        Format.GEOJSON: to_geojson,
        Format.JSONLD: to_jsonld,
        Format.HXL: to_hxl,
        Format.HXL_DICTIONARY: to_dictionary,
        Format.FTM: to_ftm,
    }
    return makers[options.format](index, options)


def _to_word(index: Index, options: PublishOptions) -> bytes:
    # a third of a second of loading, which nothing but Word documents needs
    from clarion.publish.word import to_word  # noqa: PLC0415

    return to_word(index, options)


def _to_ics(index: Index, options: PublishOptions) -> bytes:
    # half a second of loading, which nothing but a calendar needs
    from clarion.publish.exchange.calendar import to_ics  # noqa: PLC0415

    return to_ics(index, options)
