"""Checking a dossier of any form that carries a seal."""

from clarion.publish import seal
from clarion.publish.seal import Checked


def check(data: bytes) -> Checked:
    """Recompute the digest of a dossier, as a page, in PDF or in Word.

    Raises:
        BadRequest: the bytes are no dossier of Clarion, or one in a form without a digest.
    """
    if data.startswith(b"PK"):
        # a third of a second of loading, which a page does not need
        from clarion.publish.word import check_word  # noqa: PLC0415

        return check_word(data)
    if data.startswith(b"%PDF-"):
        # the reader of PDF is loaded for PDF alone
        from clarion.publish.paper_sealing import check_paper  # noqa: PLC0415

        return check_paper(data)
    return seal.check(data)
