"""Redacted copies of documents, with a proof that they derive from the sealed original.

    stretches(text, cuts) -> parts; committed(text, parts, salt) -> passages; Copy(told, passages)
    to_page(copy, sign), to_plain(copy, sign) -> bytes
    read_copy(data, is_signed) -> Copy, checked

Pure: salts and signatures come from the caller.
"""

from clarion.publish.redaction.copies import FORMAT, Copy, Told, opened
from clarion.publish.redaction.disclosures import Disclosed, disclosures_of, to_disclosure
from clarion.publish.redaction.forms import Sign, is_copy, read_copy, to_page, to_plain
from clarion.publish.redaction.passages import Passage, Stretch, committed, leaf, root_of, stretches

__all__ = [
    "FORMAT",
    "Copy",
    "Disclosed",
    "Passage",
    "Sign",
    "Stretch",
    "Told",
    "committed",
    "disclosures_of",
    "is_copy",
    "leaf",
    "opened",
    "read_copy",
    "root_of",
    "stretches",
    "to_disclosure",
    "to_page",
    "to_plain",
]
