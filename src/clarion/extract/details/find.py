"""The door: a text to its details."""

from collections.abc import Iterable

from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Detail


def find_details(
    text: str,
    *,
    language: str | None = None,
    claims: Iterable[Claim] = (),
    document: DocumentId = DocumentId(""),
) -> tuple[Detail, ...]:
    """What in a text may identify a person at risk, in text order; spans of one kind do not overlap.

    Args:
        text: as kept in the case; spans are offsets into it, end not included.
        language: ISO 639-1 code of the text, if it is known.
        claims: the claims of the document; what they tell of people, places and days is used.
        document: the id that the details bear.

    Returns:
        Each detail with the rule that found it in `basis`; `why(basis)` tells it in plain words.
        A name that is private once is a detail wherever the text writes it.
    """
    return ()
