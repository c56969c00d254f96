"""Claims and documents as a dossier shows them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clarion.model import UNKNOWN, Claim, Document, Party
from clarion.publish.digests import digest_of
from clarion.publish.index import Index
from clarion.publish.judged import judged
from clarion.publish.phrases import (
    affected_words,
    chain_words,
    day_words,
    listed,
    speaker_words,
    when_words,
    where_words,
)
from clarion.publish.views import ClaimView, DocumentView, Piece, SourceView
from clarion.publish.words import EVIDENCE, STANCE, act_words, norm_words

_AROUND = 160  # characters of the sentence shown on each side of a quote
# the end of a sentence, well enough for showing: a stop before a blank, a full-width stop, a line break
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?(?=\s)|[。！？]|\n")


def source_view(document: Document, index: Index) -> SourceView:
    """A document as it is named beside a claim."""
    number = index.document_number[document.id]
    return SourceView(
        number=number,
        anchor=f"doc-{number}",
        name=document.publisher or document.title or document.path or f"document {number}",
        title=document.title or UNKNOWN,
        date=day_words(document.published) if document.published else "date unknown",
        language=document.language,
    )


def missing_source(claim: Claim) -> SourceView:
    """The stand-in for a document that the record does not hold."""
    return SourceView(
        0, "sources", f"document {claim.document[:19]}… that is not in this record", UNKNOWN, UNKNOWN, None
    )


@dataclass(slots=True)
class Showcase:
    """Makes the views of claims; the first view of a claim carries its address, later ones lead there."""

    index: Index
    shown: set[str]

    def first(self, claims: Iterable[str]) -> tuple[ClaimView, ...]:
        """Views with an address where the claim was not shown before."""
        views = []
        for claim in self.index.held(claims):  # type: ignore[arg-type]
            view = claim_view(claim, self.index)
            views.append(replace(view, anchor=None) if claim.id in self.shown else view)
            self.shown.add(claim.id)
        return tuple(views)

    def again(self, claims: Iterable[str]) -> tuple[ClaimView, ...]:
        """Views without an address, for places that only refer to a claim."""
        return tuple(replace(claim_view(claim, self.index), anchor=None) for claim in self.index.held(claims))  # type: ignore[arg-type]


def claim_view(claim: Claim, index: Index) -> ClaimView:
    """A claim in words."""
    document = index.documents.get(claim.document)
    count = claim.affected.count if claim.affected else None
    written = index.text_of(claim.document, count.span) if count else None
    act = act_words(claim.act)
    source = source_view(document, index) if document else missing_source(claim)
    return ClaimView(
        number=index.claim_number[claim.id],
        id=claim.id,
        anchor=claim.id,
        place=f"at-{claim.id}" if document and document.text is not None else source.anchor,
        source=source,
        quote=claim.quote,
        before=_before(document.text, claim.span[0]) if document and document.text else "",
        after=_after(document.text, claim.span[1]) if document and document.text else "",
        act=f"{act} ({act_words(claim.object_act)})" if claim.object_act else act,
        stance=STANCE[claim.stance],
        is_tentative=claim.tentative,
        chain=chain_words(claim.voices),
        speaker=speaker_words(claim.voices),
        when=when_words(claim.when),
        where=where_words(claim.where),
        actors=_parties(claim.actors),
        affected=affected_words(claim.affected),
        figure=written,
        addressees=_parties(claim.addressees),
        norms=listed(norm_words(norm) for norm in claim.norms) or "",
        evidence=listed(EVIDENCE[evidence.kind] for evidence in claim.evidence),
        method=claim.method,
        judged=judged(index, claim.id),
        code=index.codes.get(claim.id, ""),
    )


def document_view(document: Document, index: Index, loose: tuple[ClaimView, ...]) -> DocumentView:
    """A document with its text, cut where claims begin and end."""
    claims = index.claims_of.get(document.id, ())
    text = document.text
    return DocumentView(
        source=source_view(document, index),
        id=document.id,
        authors=listed(document.authors) or UNKNOWN,
        basis=document.published_basis or UNKNOWN,
        language=document.language or UNKNOWN,
        path=document.path,
        media_type=document.media_type,
        sha256=document.id.partition(":")[2],
        text_sha256=digest_of(document) or UNKNOWN,
        problems=document.problems,
        claims=len(claims),
        pieces=tuple(_pieces(text, claims, index)) if text is not None else (),
        has_text=text is not None,
        loose=loose,
    )


def _before(text: str, start: int) -> str:
    """What stands before a place in its sentence, as far as it fits."""
    near = text[max(0, start - _AROUND) : start]
    ends = [found.end() for found in _SENTENCE_END.finditer(near)]
    if ends:
        return near[ends[-1] :].lstrip()
    return near.lstrip() if start <= _AROUND else "… " + near.partition(" ")[2]


def _after(text: str, end: int) -> str:
    """What stands after a place in its sentence, as far as it fits."""
    if _SENTENCE_END.match(text, max(0, end - 1)):
        return ""
    near = text[end : end + _AROUND]
    found = _SENTENCE_END.search(near)
    if found:
        return near[: found.end()].rstrip()
    return near.rstrip() if end + _AROUND >= len(text) else near.rpartition(" ")[0] + " …"


def _parties(parties: Iterable[Party]) -> str:
    return listed(party.name for party in parties)


def _pieces(text: str, claims: Sequence[Claim], index: Index) -> list[Piece]:
    """The text cut at the ends of all claims and cues. Linear in the text plus the claims that lie on each piece."""
    spans = [(claim, claim.span) for claim in claims]
    cues = [claim.cue for claim in claims if claim.cue]
    ends = {end for _, span in spans for end in span} | {end for cue in cues for end in cue}
    cuts = sorted({0, len(text)} | {end for end in ends if 0 <= end <= len(text)})
    on: list[list[Claim]] = [[] for _ in cuts]
    for claim, (start, end) in spans:
        for i in range(bisect_left(cuts, start), bisect_left(cuts, end)):
            on[i].append(claim)
    under: set[int] = set()
    for start, end in cues:
        under.update(range(bisect_left(cuts, start), bisect_left(cuts, end)))
    pieces = []
    for i, (start, end) in enumerate(pairwise(cuts)):
        begins = tuple((claim.id, index.claim_number[claim.id]) for claim in on[i] if claim.span[0] == start)
        numbers = tuple(index.claim_number[claim.id] for claim in on[i])
        pieces.append(Piece(text[start:end], numbers, begins, i in under))
    return pieces
