"""What a person looks at beside the text: the original made safe to show, and the sentence around words."""

from clarion.flow.desk.desk import Desk
from clarion.language.sentences import find_sentences
from clarion.model.errors import BadRequest, UnreadableFile
from clarion.model.nouns import Span
from clarion.read import Shown, can_show, has_pages, show

__all__ = ["Shown", "is_paged", "is_showable", "original_page", "sentence_around"]

# code points looked at on either side of words to find their sentence; longer sentences are cut there
_AROUND = 2_000


def original_page(desk: Desk, document: str, page: int = 1) -> Shown | None:
    """An original made safe to show; None when there is no such document, or none that the person may see.

    Raises:
        BadRequest: it cannot be shown; the line says why.
        BrokenSeal: the bytes are not what was taken in.
    """
    found = desk.original(document)
    if found is None:
        return None
    try:
        return show(found[0], page)
    except UnreadableFile as problem:
        raise BadRequest(str(problem)) from problem


def is_showable(original: bytes) -> bool:
    """Whether an original is of a format that can be shown."""
    return can_show(original)


def is_paged(original: bytes) -> bool:
    """Whether an original is shown page by page, as pictures."""
    return has_pages(original)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or the run of sentences, that words stand in."""
    start, end = span
    first = max(0, start - _AROUND)
    window = text[first : min(len(text), end + _AROUND)]
    touching = [one for one in find_sentences(window) if one[0] < end - first and one[1] > start - first]
    if not touching:
        return span
    return min(start, touching[0][0] + first), max(end, touching[-1][1] + first)
