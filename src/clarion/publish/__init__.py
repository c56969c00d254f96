"""The record -> dossier, data and tables for people and programs outside.

    render(record, PublishOptions(format=Format.HTML, view=View.SEALED))  -> bytes

    render_safe(safety.for_view(record, …), options)                     -> bytes, to be read back before it leaves

A record as it is leaves by the sealed view alone. Every format is a pure function of record and options.
"""

from clarion.publish.checking import check
from clarion.publish.options import Format, PublishOptions, Shown, format_of
from clarion.publish.render import calendar_of, render, render_safe, site_of
from clarion.publish.seal import Checked
from clarion.publish.sentences import proof_of

__all__ = [
    "Checked",
    "Format",
    "PublishOptions",
    "Shown",
    "calendar_of",
    "check",
    "format_of",
    "proof_of",
    "render",
    "render_safe",
    "site_of",
]
