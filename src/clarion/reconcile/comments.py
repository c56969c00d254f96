"""Opinion pieces: they comment on what others reported, and say of few things how their writer knows."""

import re

from clarion.model import Document

# a label that stands alone or between marks; "ministry refuses to comment" is a headline
_HEADED = re.compile(
    r"(?:^|[|:/•·–—,(-])\s*(?:guest |reader )?"
    r"(?:opinion|op-?ed|comment|commentary|column|columnist|viewpoint|perspective|essay|editorial)s?"
    r"\s*(?:$|[|:/•·–—,)-])",
    re.I,
)
_NOTE = (
    r"[^.\n]{0,40}?\b(?:is|was|chairs|heads|leads|directs|runs|edits|teaches|serves|sits|works|writes|lives|founded)\b"
)
# a writer who was there, or who asked
_KNOWS = re.compile(
    r"\b(?:I|we) (?:saw|heard|met|watched|visited|spoke|interviewed|counted|asked|stood|witnessed|talked)\b"
    r"|\b(?:told|wrote to|showed) (?:me|us)\b",
    re.I,
)
_HEAD, _FOOT = 300, 600  # code points


def is_comment(document: Document) -> bool:
    """Whether a document is a signed opinion whose writer neither was there nor asked anybody.

    Told by a heading of that kind, or by the note about the writer at the end.
    """
    text = document.text or ""
    if not document.authors or _KNOWS.search(text):
        return False
    if any(_HEADED.search(line) for line in text[:_HEAD].splitlines() if len(line) < 60):
        return True
    foot = text[-_FOOT:]
    return any(re.search(re.escape(author) + _NOTE, foot) for author in document.authors)
