"""What the head of a document says, for tests of reading."""

from clarion.read import read_document


def assert_head(text: str, published: str | None, publisher: str | None, authors: list[str]) -> None:
    """The date, publisher and authors are found; a publisher's capitals and article make no difference."""
    document = read_document(text.encode(), path="x").document
    assert (str(document.published) if document.published else None) == published
    assert (document.published_basis is None) == (published is None)
    assert (document.publisher or "").casefold().removeprefix("the ") == (publisher or "").casefold().removeprefix(
        "the "
    )
    assert list(document.authors) == authors
