"""Which details are withheld, and which words that makes unsayable in all of the record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from clarion.model import Detail, DetailKind, Document, DocumentId, Record, VoiceKind
from clarion.publish.safety.beside import scripts_beside
from clarion.publish.safety.cleared import cleared_names
from clarion.publish.safety.folding import key_of
from clarion.publish.safety.guarding import Guard, Withheld, detail_id
from clarion.publish.safety.leaving import LEAVES
from clarion.publish.safety.matching import Matcher
from clarion.publish.safety.terms import NAMED, Term, parts_of, surfaces

# bodies whose names may hold a surname; a name that tells of a family is not one of a body
_FAMILY = frozenset("family brothers sisters sons daughters couple household children twins parents".split())
_OFFICES = (VoiceKind.ORGANISATION, VoiceKind.STATE, VoiceKind.UN_BODY, VoiceKind.MEDIA, VoiceKind.PERSON)
_MANY_LETTERS = 6
_SURNAME = 5  # letters from which on part of a name is looked for in small letters too
AUTHOR = "metadata/author"


@dataclass(frozen=True, slots=True)
class Unsayable:
    """`cutting` is for texts of documents, `made` for texts made from them: it knows short phrases too."""

    held: tuple[Withheld, ...]
    cutting: Matcher
    made: Matcher
    terms: frozenset[Term]  # what the net holds in any case
    loosely: frozenset[Term]  # what it holds where nothing that leaves says it any more
    spared: tuple[str, ...]


def unsayable(record: Record, details: Iterable[Detail], guard: Guard) -> Unsayable:
    """What a view withholds of a whole record, those of its documents that stay in the case included.

    A detail that an owner let out lets out the same words of its kind in the same document, and the parts of a name.
    A name that is withheld in another document that leaves stays withheld in all.
    """
    texts = {document.id: document for document in record.documents}
    told = [Withheld(detail_id(one), one, words_of(texts.get(one.document), one)) for one in details]
    told = [one for one in told if one.words]
    out = _let_out(told, guard.released)
    held = [one for one in told if not _is_out(one, out)]
    leaves = LEAVES[guard.view]
    free = {key for keys in out.values() for _, key in keys}
    counted = [
        one for one in held if guard.handlings.get(one.detail.document, "") in leaves or key_of(one.words) not in free
    ]
    said = {(_kind(one), one.words) for one in counted} | _beside(counted, texts)
    # those who work on the case: their whole names, since a login name alone may be any word
    staff = {Term(key_of(name), DetailKind.PERSON) for name in guard.people if len(parts_of(name)) > 1}
    paths = {Term(key, DetailKind.METADATA) for one in record.documents for key in _file_names(one)}
    whole = frozenset({(kind, words) for kind, words in said})
    terms = surfaces(whole) | staff
    strictly = surfaces(whole, strictly=True) | staff
    spared = [*_spared(record, {key_of(words) for _, words in said}), *_names_out(told, out)]
    spared += sorted(cleared_names(record.documents, [one.detail for one in told], Matcher(terms, spared)))
    return Unsayable(
        held=tuple(held),
        cutting=Matcher(terms | paths, spared),
        made=Matcher(strictly | paths, spared),
        terms=terms | paths,
        loosely=frozenset(_loosely(strictly | terms)) - terms,
        spared=tuple(spared),
    )


def _loosely(terms: Iterable[Term]) -> Iterator[Term]:
    """Short phrases as they are, and parts of names that are long enough in whatever case they are written."""
    for one in terms:
        if not one.alone or (len(one.letters) >= _SURNAME and not one.runs_on):
            yield replace(one, alone=False, loose=True)


def words_of(document: Document | None, detail: Detail) -> str:
    """The words of a detail; those of metadata stand in its place as written, since the text may not hold them."""
    if document is None:
        return ""
    listed = metadata_of(document)
    start, end = detail.span
    if is_author(detail):
        return listed[start] if start < len(listed) else ""
    return (document.text or "")[start:end]


def is_author(detail: Detail) -> bool:
    """Whether a detail is that a document names somebody as its author; its span is empty and tells which."""
    return detail.kind is DetailKind.METADATA and detail.span[0] == detail.span[1]


def metadata_of(document: Document) -> tuple[str, ...]:
    """What a document says of itself that may name a person: its authors, in the order of the record."""
    return document.authors


def metadata_details(record: Record, details: Iterable[Detail]) -> list[Detail]:
    """A detail for each author who is a person: who wrote is withheld until an owner lets it out.

    An author whom the text names, and whose name was looked at there and not found to be private, is none; nor is a
    body. Spans are empty: they number the authors.
    """
    texts = {one.id: one.text or "" for one in record.documents}
    private: dict[DocumentId, set[str]] = {}
    for one in details:
        private.setdefault(one.document, set()).add(key_of(texts.get(one.document, "")[slice(*one.span)]))
    bodies = {key_of(one.name) for one in record.voices if one.kind is not VoiceKind.PERSON}
    return [
        Detail(document.id, (number, number), DetailKind.METADATA, AUTHOR)
        for document in record.documents
        for number, name in enumerate(metadata_of(document))
        if key_of(name) not in {*bodies, key_of(document.publisher or "")}
        and not _is_cleared(name, document, private.get(document.id, set()))
    ]


def _is_cleared(name: str, document: Document, private: set[str]) -> bool:
    key = key_of(name)
    return bool(key) and key in key_of(document.text or "") and not any(key in one or one in key for one in private)


def _let_out(told: Iterable[Withheld], released: frozenset[str]) -> dict[DocumentId, set[tuple[DetailKind, str]]]:
    """For each document the words that were let out, by kind, with the parts of names."""
    out: dict[DocumentId, set[tuple[DetailKind, str]]] = {}
    for one in told:
        if one.id in released:
            words = {key_of(one.words)}
            if _kind(one) in NAMED:
                words |= {key_of(part) for part in parts_of(one.words)}
            kinds = NAMED if _kind(one) in NAMED else (one.detail.kind,)
            out.setdefault(one.detail.document, set()).update((kind, word) for kind in kinds for word in words)
    return out


def _is_out(one: Withheld, out: Mapping[DocumentId, set[tuple[DetailKind, str]]]) -> bool:
    return (_kind(one), key_of(one.words)) in out.get(one.detail.document, ())


def _kind(one: Withheld) -> DetailKind:
    """What the words of a detail are looked for as: an author is a person."""
    return DetailKind.PERSON if is_author(one.detail) else one.detail.kind


def _names_out(told: Iterable[Withheld], out: Mapping[DocumentId, set[tuple[DetailKind, str]]]) -> list[str]:
    return [one.words for one in told if _is_out(one, out) and _kind(one) in NAMED]


def _beside(held: Iterable[Withheld], texts: Mapping[DocumentId, Document]) -> set[tuple[DetailKind, str]]:
    found = set()
    for one in held:
        text = texts[one.detail.document].text or ""
        if one.detail.kind in NAMED and one.detail.span[1] > one.detail.span[0]:
            spans = scripts_beside(text, one.detail.span)
            found |= {(one.detail.kind, text[slice(*span)]) for span in spans}
    return found


def _file_names(document: Document) -> list[str]:
    names = {document.path, document.path.rpartition("/")[2]} if document.path else set()
    return [key for name in sorted(names) if len(key := key_of(name)) >= _MANY_LETTERS and "." in name]


def _spared(record: Record, withheld: set[str]) -> list[str]:
    """Names of bodies, states, places and of people who were not found to be private."""
    names = {name for voice in record.voices if voice.kind in _OFFICES for name in (voice.name, *voice.aliases)}
    for claim in record.claims:
        names |= {party.name for party in (*claim.actors, *claim.addressees)}
        names |= {place.name for place in claim.where if place.ref}
    found = [name for name in sorted(names) if key_of(name) not in withheld]
    return [name for name in found if not _FAMILY & set(name.casefold().split())]
