"""The same names in other words of a case: a title, a file name, a field of a claim."""

import re
from collections.abc import Iterable

from clarion.extract.details.clean import cleaned
from clarion.extract.details.scene import script_of
from clarion.extract.details.spread import names_of
from clarion.model.nouns import Detail, Span
from clarion.model.vocabulary import DetailKind

_NAMES = (DetailKind.PERSON, DetailKind.BROKER)
_EXACT = (DetailKind.CONTACT, DetailKind.NUMBER, DetailKind.METADATA)
_LEAST = 4  # characters of a contact or number that are sought as written


def find_again(text: str, details: Iterable[Detail], elsewhere: str) -> tuple[Span, ...]:
    """Where `elsewhere` writes what `details` are of `text`, in order, not overlapping; offsets into `elsewhere`.

    For what is not part of the text: titles, file names, authors, fields of claims. Case, marks above letters,
    hyphens, underscores and the order of a name's parts do not count.
    """
    clean = cleaned(elsewhere)
    names, exact = set(), set()
    for detail in details:
        words = cleaned(text[slice(*detail.span)]).text
        if detail.kind in _NAMES:
            names.add(words)
        elif detail.kind in _EXACT and len(words) >= _LEAST:
            exact.add(words)
    found = [clean.span(*span) for span in names_of(names, (), frozenset(), is_chat=True).find(clean.text)]
    exact |= {name for name in names if script_of(name[:1] or " ") in ("han", "hangul", "other")}
    for words in sorted(exact):
        found += [clean.span(*match.span()) for match in re.finditer(re.escape(words), clean.text)]
    return tuple(_joined(sorted(found)))


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
