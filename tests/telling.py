"""What a text made up for a test tells: its claims, and short forms of them."""

import datetime

from clarion.extract import find_claims
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document

WRITTEN = datetime.date(2024, 5, 15)  # a Wednesday


def claims_of(text: str, *, written: datetime.date = WRITTEN) -> list[Claim]:
    """The claims of a text that Harbour Watch published on a day."""
    return find_claims(
        Document(
            DocumentId("sha256:test"),
            "test.txt",
            "text/plain",
            publisher="Harbour Watch",
            published=written,
            language="en",
            text=text,
        )
    )


def told(text: str) -> list[str]:
    """The claims of a text as "act stance" or "act stance object", in the order of the alphabet."""
    return sorted(
        " ".join(filter(None, (claim.act, claim.stance.value, claim.object_act))) for claim in claims_of(text)
    )


def counted(text: str) -> list[tuple[str, str, int | None]]:
    """The claims of a text with stance and least figure, in text order."""
    return [
        (claim.act, claim.stance.value, claim.affected.count.low if claim.affected and claim.affected.count else None)
        for claim in claims_of(text)
    ]
