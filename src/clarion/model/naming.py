"""What a document is called in a sentence: by its publisher, title and date, never by the name of its file.

The name of a file is given by whoever kept it, and often tells who brought it or whom it is about.
"""

import re
from collections import Counter
from collections.abc import Iterable

from clarion.model.ids import DocumentId
from clarion.model.nouns import Document

_LONGEST = 70  # code points of a title or of the first words
_LOOKED_AT = 400
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPACES = re.compile(r"\s+")
_LAST_WORD = re.compile(r"\s+\S*\Z")


def document_name(document: Document) -> str:
    """A document as a sentence names it: `Lantern Watch, “Two held at the harbour” (4 May 2023)`.

    Without a title it is told by its first words, where no publisher is known either; a date that is not known is left
    out.
    """
    title = _short(document.title or "")
    if not title and not document.publisher:
        title = _short((document.text or "")[:_LOOKED_AT])
    day = document.published
    name = ", ".join(one for one in (document.publisher, f"“{title}”" if title else "") if one)
    dated = f" ({day.day} {_MONTHS[day.month - 1]} {day.year})" if day else ""
    return f"{name or 'a document without a title'}{dated}"


def document_names(documents: Iterable[Document]) -> dict[DocumentId, str]:
    """The names of documents that are told of together; those that share one are numbered in the order of their ids."""
    names = {one.id: document_name(one) for one in documents}
    if len(set(names.values())) == len(names):
        return names
    shared = Counter(names.values())
    seen: Counter[str] = Counter()
    for document in sorted(names):
        name = names[document]
        if shared[name] > 1:
            seen[name] += 1
            names[document] = f"{name} no. {seen[name]}"
    return names


def _short(words: str) -> str:
    line = _SPACES.sub(" ", words).strip()
    if len(line) <= _LONGEST:
        return line
    cut = _LAST_WORD.sub("", line[:_LONGEST])
    return f"{cut or line[:_LONGEST]}…"
