"""The hash of a document's text, where it may be told."""

from clarion.model import Document, text_sha256


def digest_of(document: Document) -> str | None:
    """The SHA-256 of the text, 64 hex digits; None where it is not held, or where a copy for others does not tell it.

    A copy from which nothing was cut bears none: it would be the hash of the original's text, and often of its bytes.
    """
    if document.text_sha256 is not None or document.text is None or not document.id.startswith("sha256:"):
        return document.text_sha256
    return text_sha256(document.text)
