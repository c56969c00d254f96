"""The record -> dossier, data and tables for people and programs outside.

    render(record, PublishOptions(format=Format.HTML, view=View.SEALED))  -> bytes

Only the sealed view leaves until the safety check exists. Every format is a pure function of record and options.
"""

from clarion.publish.options import Format, PublishOptions, format_of
from clarion.publish.render import render
from clarion.publish.seal import Checked, check

__all__ = ["Checked", "Format", "PublishOptions", "check", "format_of", "render"]
