"""Looking for words: the documents that hold them, best first, with passages and claims."""

import re
from collections.abc import Iterator, Sequence

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.listing import page_of_items
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.rows import ClaimRow, Hit
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
    told = dialect.find_all_rows(asking.connection, words, index=dialect.CLAIM_WORDS) if page.items else []
    held = {name: names[:_MOST_CLAIMS] for name, names in _claims(asking, told, page.items).items()}
    rows_of = making.claims(asking, [name for names in held.values() for name in names])
    texts = seeking.texts_of(asking.connection, page.items)
    hits = tuple(
        _hit(making.discreet(asking, texts[name]), words, tuple(rows_of[one] for one in held.get(name, ())))
        for name in page.items
        if name in texts
    )
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


def _hit(shown: Document, words: str, claims: tuple[ClaimRow, ...]) -> Hit:
    passage, span, marks = passage_of(shown.text or "", words)
    return Hit(
        document=shown.id,
        path=shown.path,
        title=shown.title,
        publisher=shown.publisher,
        published=shown.published.isoformat() if shown.published else None,
        passage=passage,
        marks=marks,
        span=span,
        claims=claims,
    )


def _claims(asking: Asking, rows: Sequence[int], documents: Sequence[str]) -> dict[str, list[str]]:
    return seeking.claims_at(asking.connection, rows, documents)
