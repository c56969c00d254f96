"""Claims of a document: every act that it tells, with who, whom, how many, when, where and through whom."""

from clarion.extract.draft import Draft
from clarion.extract.reader import Reader
from clarion.model.ids import ActId, ClaimId, claim_id
from clarion.model.nouns import Affected, Claim, Document


def find_claims(document: Document) -> list[Claim]:
    """The claims of a document with text, in text order; none of one without text or in another language than English.

    `quote` is the text of the document at `span`; both are at most 600 characters long.
    """
    if not document.text or not (document.language or "en").lower().startswith("en"):
        return []
    drafts = Reader(document).drafts()
    drafts.sort(key=lambda draft: (draft.cue, draft.act, draft.span))
    seen: dict[tuple[tuple[int, int], str], int] = {}
    claims = []
    for draft in drafts:
        ordinal = seen.get((draft.cue, draft.act), 0)
        seen[draft.cue, draft.act] = ordinal + 1
        claims.append(_claim(document, draft, claim_id(document.id, draft.cue, draft.act, ordinal)))
    return claims


def _claim(document: Document, draft: Draft, identity: ClaimId) -> Claim:
    text = document.text or ""
    return Claim(
        id=identity,
        document=document.id,
        span=draft.span,
        quote=text[slice(*draft.span)],
        cue=draft.cue,
        act=ActId(draft.act),
        stance=draft.stance,
        actors=tuple(draft.actors),
        affected=_affected(draft),
        addressees=tuple(draft.addressees),
        when=draft.when,
        where=draft.where,
        voices=tuple(draft.voices),
        evidence=draft.evidence,
        norms=draft.norms,
        object_act=ActId(draft.object_act) if draft.object_act else None,
        tentative=draft.tentative,
        method="; ".join(draft.rules),
    )


def _affected(draft: Draft) -> Affected | None:
    if draft.affected_name is None and draft.count is None and not draft.others:
        return None
    return Affected(draft.affected_name, draft.affected_ref, draft.affected_span, draft.count, draft.others)
