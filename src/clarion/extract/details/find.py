"""The door: a text to its details."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from clarion.extract.details.addresses import addresses
from clarion.extract.details.clean import cleaned
from clarion.extract.details.contacts import contacts
from clarion.extract.details.counts import claimed_counts, small_counts
from clarion.extract.details.named import names
from clarion.extract.details.numbers import numbers
from clarion.extract.details.properties import properties
from clarion.extract.details.rows import rows
from clarion.extract.details.scene import Found, Scene
from clarion.extract.details.shelters import shelters
from clarion.extract.details.telling import telling
from clarion.extract.details.ways import ways
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Detail, Span
from clarion.model.vocabulary import DetailKind

_NO_DOCUMENT = DocumentId("")


def find_details(
    text: str,
    *,
    language: str | None = None,
    claims: Iterable[Claim] = (),
    document: DocumentId = _NO_DOCUMENT,
) -> tuple[Detail, ...]:
    """What in a text may identify a person at risk, in text order; spans of one kind do not overlap.

    Args:
        text: as kept in the case; spans are offsets into it, end not included.
        language: ISO 639-1 code of the text, if it is known.
        claims: the claims of the document; what they tell of people, places and days is used.
        document: the id that the details bear.

    Returns:
        Each detail with the rule that found it in `basis`; `why(basis)` tells it in plain words.
        A name that is private once is a detail wherever the text writes it.
    """
    clean = cleaned(text)
    if not clean.text.strip():
        return ()
    scene = Scene(clean, language)
    spans = [(clean.span(one.start, one.end), one.kind, one.rule) for one in _found(scene) if one.end > one.start]
    spans += [(span, DetailKind.SMALL_COUNT, "small_count/claim") for span in claimed_counts(claims)]
    return tuple(Detail(document, span, kind, f"details:{rule}") for span, kind, rule in _merged(spans))


def _found(scene: Scene) -> Iterator[Found]:
    yield from names(scene)
    rest = [
        *contacts(scene), *addresses(scene), *numbers(scene), *ways(scene), *shelters(scene), *telling(scene),
        *small_counts(scene), *properties(scene), *rows(scene),
    ]  # fmt: skip
    phones = sorted((one.start, one.end) for one in rest if one.kind is DetailKind.CONTACT)
    for one in sorted(rest):
        if one.rule == "number/long" and _is_within(one, phones):
            continue
        yield one


def _is_within(one: Found, spans: list[Span]) -> bool:
    index = bisect_right(spans, (one.end, one.end)) - 1
    return index >= 0 and one.start < spans[index][1]


def _merged(spans: list[tuple[Span, DetailKind, str]]) -> list[tuple[Span, DetailKind, str]]:
    """Without those that lie in another of their kind; overlapping ones of a kind are joined."""
    merged: dict[DetailKind, list[tuple[Span, DetailKind, str]]] = {}
    for span, kind, rule in sorted(spans, key=lambda one: (one[0][0], -one[0][1], one[2])):
        of_kind = merged.setdefault(kind, [])
        if of_kind and span[0] < of_kind[-1][0][1]:
            last = of_kind[-1]
            of_kind[-1] = ((last[0][0], max(last[0][1], span[1])), kind, last[2])
        else:
            of_kind.append((span, kind, rule))
    return sorted((one for of_kind in merged.values() for one in of_kind), key=lambda one: (one[0], one[1].value))
