"""What was found in the documents of a case that may lead to a person at risk, and letting it out.

A detail is let out by an owner's word with a reason; a name needs the person's consent, recorded with the document or
told in the reason. A later word takes it back.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clarion.extract.details import why
from clarion.flow import guarding
from clarion.flow.queries import claims_in
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Detail, Document, Judgement, Voice
from clarion.model.record import Record
from clarion.model.vocabulary import DetailKind, JudgementVerdict, View
from clarion.publish.safety import LEAVES, detail_id, explained, is_author, metadata_details, words_of
from clarion.store import people, projection, seeking
from clarion.store.folder import CaseFolder, Connection
from clarion.store.marks import Handling
from clarion.store.people import Said

_AROUND = 80  # code points shown on each side
_SPACES, _FIRST, _LAST = re.compile(r"\s+"), re.compile(r"^\S*\s+"), re.compile(r"\s+\S*\Z")
_NAMES = (DetailKind.PERSON, DetailKind.BROKER, DetailKind.METADATA)
_CONSENT = re.compile(r"\bconsent\w*|\bagree(?:d|s|ment)?\b|동의|同意", re.I)
_AUTHOR = "named as an author by the document; who wrote is withheld until an owner lets it out"


@dataclass(frozen=True, slots=True)
class FoundDetail:
    """A detail with its words and what stands around them. `released` is the word that lets it out, if one stands."""

    id: str
    detail: Detail
    title: str
    words: str
    before: str
    after: str
    why: str
    handling: str
    released: Judgement | None = None


def found(case: CaseFolder, view: View | None = None) -> Iterator[FoundDetail]:
    """The details of all documents, or of those that leave by a view, by path and place.

    Raises:
        BadRequest: the finder of details is not at work.
    """
    guarding.refuse_without_finder(view or View.PUBLIC)
    with case.reading() as connection:
        for name in seeking.documents_by_path(connection):
            yield from found_in(connection, DocumentId(name), view)


def found_in(connection: Connection, document: DocumentId, view: View | None = None) -> list[FoundDetail]:
    """The details of a document, in text order; none when it does not leave by the view."""
    handling = seeking.handlings(connection, [document]).get(document) or Handling(document)
    if view is not None and handling.handling not in LEAVES[view]:
        return []
    read = seeking.text_of(connection, document)
    if read is None:
        return []
    record = Record(documents=(read,), claims=claims_in(connection, document), voices=_bodies(connection, read))
    details = list(guarding.details_of(record))
    details += metadata_details(record, details)
    said = seeking.judgements_on_all(connection, [detail_id(one) for one in details])
    out = _last(said)
    return [_shown(read, one, handling.handling, out) for one in sorted(details, key=_order)]


def release(case: CaseFolder, name: str, reason: str, document: DocumentId | None = None) -> Judgement:
    """Let a detail out, with those of the same words in its document.

    Raises:
        BadRequest: there is none of that id, it is out already, the reason is empty, or a name lacks a consent.
    """
    one, of = _of_id(case, name, document)
    if one.released is not None:
        raise BadRequest(f"{name} is released already")
    with case.reading() as connection:
        handling = seeking.handlings(connection, [of]).get(of)
    consented = handling is not None and handling.consent.strip()
    if one.detail.kind in _NAMES and not consented and not _CONSENT.search(reason):
        raise BadRequest(
            "a person is named only with their consent: record it with the document, or say in the reason who "
            "consented, when and to what"
        )
    return _say(case, one, Said(name, JudgementVerdict.RELEASE, reason))


def withhold(case: CaseFolder, name: str, reason: str, document: DocumentId | None = None) -> Judgement:
    """Take a release back.

    Raises:
        BadRequest: there is none, or the reason is empty.
    """
    one, _ = _of_id(case, name, document)
    if one.released is None:
        raise BadRequest(f"{name} is withheld already")
    return _say(case, one, Said(name, JudgementVerdict.WITHDRAW, reason))


def lines(case: CaseFolder, view: View | None) -> Iterator[str]:
    """The findings for a person at the keyboard, one a line."""
    for one in found(case, view):
        state = f"released by {one.released.by}" if one.released else "withheld"
        words = " ".join(one.words.split())
        yield f"{one.id}  {one.title}  {one.detail.kind}  “{words}”  {one.why}  {state}"


def _say(case: CaseFolder, one: FoundDetail, said: Said) -> Judgement:
    detail = one.detail
    value = json.dumps({"document": detail.document, "kind": detail.kind.value, "span": list(detail.span)})
    with case.writing() as writing:
        return people.judge_detail(writing, replace(said, value=value), detail.document)


def _of_id(case: CaseFolder, name: str, document: DocumentId | None) -> tuple[FoundDetail, DocumentId]:
    guarding.refuse_without_finder(View.PUBLIC)
    if document is not None:
        with case.reading() as connection:
            held: Iterable[FoundDetail] = found_in(connection, document)
    else:
        held = found(case)
    one = next((one for one in held if one.id == name), None)
    if one is None:
        raise BadRequest(f"the case holds no detail {name}; see: clarion safety CASE")
    return one, one.detail.document


def _last(said: Iterable[Judgement]) -> dict[str, Judgement]:
    """The word that lets each detail out, where the last one does."""
    out: dict[str, Judgement] = {}
    for one in said:
        out.pop(one.about, None)
        if one.verdict is JudgementVerdict.RELEASE:
            out[one.about] = one
    return out


def _bodies(connection: Connection, document: Document) -> tuple[Voice, ...]:
    return tuple(projection.voices(connection)) if document.authors else ()


def _shown(document: Document, detail: Detail, handling: str, out: dict[str, Judgement]) -> FoundDetail:
    text, (start, end) = document.text or "", detail.span
    name = detail_id(detail)
    return FoundDetail(
        id=name,
        detail=detail,
        title=document.title or document.path or document.id,
        words=words_of(document, detail),
        before="" if is_author(detail) else _ahead_of(text, start),
        after="" if is_author(detail) else _behind(text, end),
        why=_AUTHOR if is_author(detail) else _why(detail),
        handling=handling,
        released=out.get(name),
    )


def _why(detail: Detail) -> str:
    """Why it was taken for one, and what else is told coarsely for it."""
    more = explained(detail.kind)
    return f"{why(detail.basis)} {more[:1].upper()}{more[1:]}." if more else why(detail.basis)


def _order(detail: Detail) -> tuple[int, int, str]:
    return (*detail.span, detail.kind)


def _ahead_of(text: str, start: int) -> str:
    """The words before a place, on one line; a word cut in two is left out."""
    cut = text[max(0, start - _AROUND) : start]
    return _SPACES.sub(" ", cut if start <= _AROUND else _FIRST.sub("… ", cut, count=1))


def _behind(text: str, end: int) -> str:
    """The words after a place, on one line; a word cut in two is left out."""
    cut = text[end : end + _AROUND]
    return _SPACES.sub(" ", cut if end + _AROUND >= len(text) else _LAST.sub(" …", cut, count=1))
