"""Looking for words: the documents that hold them, best first, with passages and claims."""

import re
from collections.abc import Iterator, Sequence

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.listing import page_of_items
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.rows import Hit
from clarion.model.nouns import Document, Span
from clarion.store import dialect, seeking
from clarion.store.words import words_of

# code points shown on either side of the first word, and marks at most in it
_AROUND = 160
_MOST_MARKS = 40
_MOST_CLAIMS = 4


def search(asking: Asking, words: str, paging: Paging) -> Page[Hit]:
    """A page of hits; the total is that of documents."""
    rows = dialect.best_rows(asking.connection, words)
    names = seeking.documents_at(asking.connection, rows)
    seen = [name for name in names if name not in asking.sight.hidden]
    page = page_of_items(seen, str, paging)
    told = set(dialect.find_all_rows(asking.connection, words, index=dialect.CLAIM_WORDS)) if page.items else set()
    hits = tuple(hit for name in page.items if (hit := _hit(asking, name, words, told)) is not None)
    return Page(hits, page.next, page.previous, page.total, page.more)


def passage_of(text: str, words: str) -> tuple[str, Span, tuple[Span, ...]]:
    """The stretch of a text around the first place where a word stands, where it is, and where words stand in it."""
    found = list(_places(text, words))
    first = found[0][0] if found else 0
    start, end = max(0, first - _AROUND), min(len(text), first + _AROUND)
    while start > 0 and not text[start - 1].isspace() and first - start < 2 * _AROUND:
        start -= 1
    inside = [(at - start, to - start) for at, to in found if at >= start and to <= end]
    return text[start:end], (start, end), tuple(inside[:_MOST_MARKS])


def _places(text: str, words: str) -> Iterator[Span]:
    wanted = sorted({re.escape(word) for word in words_of(words)}, key=len, reverse=True)
    if wanted:
        for found in re.finditer("|".join(wanted), text, re.IGNORECASE):
            yield found.span()


def _hit(asking: Asking, name: str, words: str, told: set[int]) -> Hit | None:
    read = seeking.text_of(asking.connection, name)
    if read is None:
        return None
    passage, span, marks = passage_of(read.text or "", words)
    names = _claims(asking, name, told)
    shown: Document = making.discreet(asking, read)
    return Hit(
        document=name,
        path=shown.path,
        title=shown.title,
        publisher=shown.publisher,
        published=shown.published.isoformat() if shown.published else None,
        passage=passage,
        marks=marks,
        span=span,
        claims=tuple(making.claims(asking, names).values()),
    )


def _claims(asking: Asking, name: str, told: set[int]) -> Sequence[str]:
    held = seeking.claim_rows_of(asking.connection, name)
    return [claim for row, claim in held if row in told][:_MOST_CLAIMS]
