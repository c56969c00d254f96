"""The same names in other words of a case: a title, a file name, a field of a claim."""

from collections.abc import Iterable

from clarion.model.nouns import Detail, Span


def find_again(text: str, details: Iterable[Detail], elsewhere: str) -> tuple[Span, ...]:
    """Where `elsewhere` writes what `details` are of `text`, in order, not overlapping; offsets into `elsewhere`.

    For what is not part of the text: titles, file names, authors, fields of claims. Case, marks above letters,
    hyphens, underscores and the order of a name's parts do not count.
    """
    return ()
