"""Looking for words: the documents that hold them, best first, with passages and claims."""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.listing import page_of_items
from clarion.flow.desk.paging import Paging
from clarion.flow.desk.rows import ClaimRow, Hit, Hits
from clarion.model.nouns import Document, Span
from clarion.model.vocabulary import RegionKind
from clarion.store import dialect, seeking
from clarion.store.words import query_of, words_of

# code points shown on either side of the first word, and marks at most in it
_AROUND = 160
_MOST_MARKS = 40
# places of words among which the best stretch is looked for
_MOST_LOOKED_AT = 60
_FRAME = (RegionKind.HEADER, RegionKind.MASTHEAD)
_MOST_CLAIMS = 4
# documents that are put in order of how well they fit the words; each costs about ten microseconds
_MOST_RANKED = 1000


def search(asking: Asking, words: str, paging: Paging) -> Hits:
    """A page of hits; the total is that of documents."""
    key = ("search", asking.sight.viewer, query_of(words))
    rows = asking.boards.keep(key, lambda: _ranked(asking, words))
    page = page_of_items(rows, str, paging)
    ids = seeking.ids_at(asking.connection, "documents", page.items)
    names = [ids[row] for row in page.items]
    told = _claims(asking, names, words)
    rows_of = making.claims(asking, [name for held in told.values() for name in held])
    texts = seeking.texts_of(asking.connection, names)
    hits = tuple(
        _hit(making.discreet(asking, texts[name]), words, tuple(rows_of[one] for one in told.get(name, ())))
        for name in names
        if name in texts
    )
    few = len(rows) <= _MOST_RANKED
    return Hits(hits, page.next, page.previous, page.total, page.more, None if few else _MOST_RANKED)


def passage_of(document: Document, words: str) -> tuple[str, Span, tuple[Span, ...]]:
    """The stretch of a text where most of the words stand together, where it is, and where words stand in it.

    Of equal stretches the first one outside headers and mastheads, which say over again what stands beside a hit.
    """
    text = document.text or ""
    found = list(islice(_places(text, words), _MOST_LOOKED_AT))
    first = _best(text, found, len(set(words_of(words))), [one.span for one in document.regions if one.kind in _FRAME])
    ahead = max((one.span[1] for one in document.regions if one.kind in _FRAME and one.span[1] <= first), default=0)
    start, end = max(ahead, first - _AROUND), min(len(text), first + _AROUND)
    while start > ahead and not text[start - 1].isspace() and first - start < 2 * _AROUND:
        start -= 1
    inside = [(at - start, to - start) for at, to in found if at >= start and to <= end]
    return text[start:end], (start, end), tuple(inside[:_MOST_MARKS])


def _best(text: str, found: Sequence[Span], wanted: int, frame: Sequence[Span]) -> int:
    """Where the best stretch has its first word; 0 when there is none. No stretch is better than one with all words."""
    best, first = (0, False), 0
    for number, (at, _) in enumerate(found):
        together = {
            text[start:end].casefold() for start, end in found[number : number + _MOST_MARKS] if end <= at + _AROUND
        }
        worth = (len(together), not any(start <= at < end for start, end in frame))
        if worth > best:
            best, first = worth, at
        if best >= (wanted, True):
            break
    return first


def _places(text: str, words: str) -> Iterator[Span]:
    wanted = sorted({re.escape(word) for word in words_of(words)}, key=len, reverse=True)
    if wanted:
        for found in re.finditer("|".join(wanted), text, re.IGNORECASE):
            yield found.span()


def _hit(shown: Document, words: str, claims: tuple[ClaimRow, ...]) -> Hit:
    passage, span, marks = passage_of(shown, words)
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


def _ranked(asking: Asking, words: str) -> Sequence[int]:
    """The documents that hold every word: of the last taken in the best first, then the others, the last first."""
    connection = asking.connection
    hidden = set(seeking.rows_of(connection, "documents", asking.sight.hidden))
    rows = [row for row in dialect.find_all_rows(connection, words) if row not in hidden]
    if not rows:
        return []
    ranked, others = rows[-_MOST_RANKED:], rows[:-_MOST_RANKED]
    best = [row for row in dialect.best_rows(connection, words, ranked[0]) if row not in hidden]
    return array("Q", best + others[::-1])  # kept, so it should be small


def _claims(asking: Asking, documents: Sequence[str], words: str) -> dict[str, list[str]]:
    """The first claims of documents that hold every word. Only the stretches of the index of these are looked at."""
    stretches = seeking.stretches_of(asking.connection, documents)
    rows = dialect.find_all_rows(asking.connection, words, index=dialect.CLAIM_WORDS, within=stretches)
    held = seeking.claims_at(asking.connection, rows, documents)
    return {name: found[:_MOST_CLAIMS] for name, found in held.items()}
