"""How many independent origins stand behind an incident (rules of independence and circular reporting).

A document's origin is the voice whose word it passes on: the speaker it quotes, the body it copies, or itself when it
tells on its own or has asked unnamed witnesses. Rumours and posts that nobody stands for cannot be traced and are
never counted. A document that relies on another takes over that document's origin, so ten articles on one press
release are one origin.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from clarion.model import Claim, Document, DocumentId, StanceKind, VoiceId, VoiceRole
from clarion.reconcile.comments import is_comment
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.names import is_named
from clarion.reconcile.naming import Naming

Heard = Callable[[], Counter[VoiceId]]

HOUSE = (VoiceRole.PUBLISHER, VoiceRole.AUTHOR)
_UNTRACEABLE = re.compile(
    r"\b(?:some(?:one|body)|rumou?rs?|social media|social networks?|posts?|"
    r"reports?|hearsay|word|speculation|unverified|circulating)\b",
    re.I,
)

# a text that speaks ("the letter says") is its writer's word, and nobody who was asked
_OWN_TEXT = re.compile(
    r"(?:the|this|a|an|our|its) (?:letter|statement|text|report|note|release|petition|article)$", re.I
)
_ON_ITS_OWN = "tells it on its own"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document has its word from: a voice, another document, or neither. `reason` says why, for people."""

    root: str | None
    reason: str


def origins_of(claims: Iterable[Claim], denials: Iterable[Claim], evidence: Evidence) -> dict[DocumentId, Origin]:
    """The origin of each document of an incident.

    Args:
        claims: the claims that tell the happening.
        denials: those that deny it; a document that denies it and asserts nothing of it restates what it answers.
        evidence: all documents and claims, the joined voices and which document copies which.
    """
    told: dict[DocumentId, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
    deniers = {claim.document for claim in denials}
    heard = cache(lambda: Counter(root for document in told for root in evidence.voices.roots_in(document)))
    earliest = min((str(evidence.documents[one].published or "9") for one in told), default="9")
    first = {
        document: Origin(None, "restates what it denies")
        if document in deniers and not any(_admits(claim) for claim in of)
        else _own(evidence.documents[document], of, heard, evidence)
        for document, of in told.items()
    }
    for document, origin in first.items():
        if origin.reason == _ON_ITS_OWN and _comments_later(evidence.documents[document], earliest):
            first[document] = Origin(None, "comments on what others told before, and does not say how its writer knows")
    publishes = _publishers(told, evidence.documents, evidence.voices)
    return {document: _followed(document, first, publishes) for document in sorted(told)}


def count_origins(origins: Iterable[Origin]) -> int:
    """The number of different origins that could be traced."""
    return len({origin.root for origin in origins if origin.root})


def _own(document: Document, claims: Sequence[Claim], heard: Heard, evidence: Evidence) -> Origin:
    """The origin that a document gives for itself, before relays are followed.

    `heard` gives in how many documents of the incident each voice at the root is heard.
    """
    voices = evidence.voices
    source = evidence.copied_from.get(document.id)
    if source:
        return Origin(f"document {source}", "copies an earlier document")
    publisher = voices.root(document.id, document.publisher) if document.publisher else None
    authors = [voices.root(document.id, author) for author in document.authors]
    house = {publisher, *authors} - {None}
    # whoever writes for a body of the case tells what the body tells, in whatever paper
    bodies = [
        root for name, root in zip(document.authors, authors, strict=True) if root != voices.voice(document.id, name)
    ]
    publisher = bodies[0] if bodies else publisher
    told = _of_paragraphs(document, claims, evidence)
    cited = [voice for claim in told for voice in claim.voices if voice.role not in HOUSE]
    unnamed = [voice.name for voice in cited if not is_named(voice.name) and not _OWN_TEXT.match(voice.name)]
    eyewitness = [name for name in unnamed if not _UNTRACEABLE.search(name)]
    named = [(voice.name, voices.root(document.id, voice.name)) for voice in cited if is_named(voice.name)]
    foreign = [(name, root) for name, root in named if root and root not in house and not _UNTRACEABLE.search(name)]
    if foreign:
        # of several sources the one that most documents of the incident hear, else the one named last
        often = heard()
        name, root = max(enumerate(foreign), key=lambda one: (often[one[1][1]], one[0]))[1]
        return Origin(f"voice {root}", f"rests on the word of {name}")
    if eyewitness and house:
        return Origin(_self(document, publisher, authors), f"asked {eyewitness[0]} itself")
    if unnamed and not any(claim.stance == StanceKind.ASSERTED for claim in claims):
        return Origin(None, f"rests on {unnamed[0]}, which cannot be traced")
    if all(claim.stance == StanceKind.POSSIBLE for claim in claims):
        return Origin(None, "only says that it may have happened")
    return Origin(_self(document, publisher, authors), _ON_ITS_OWN)


def _comments_later(document: Document, earliest: str) -> bool:
    return str(document.published or "") > earliest and is_comment(document)


def _admits(claim: Claim) -> bool:
    """True when one who denies asserts part of it, with a day or a figure ("forty-eight were arrested")."""
    detailed = claim.when is not None or (claim.affected is not None and claim.affected.count is not None)
    return detailed and claim.stance == StanceKind.ASSERTED


def _of_paragraphs(document: Document, claims: Sequence[Claim], evidence: Evidence) -> list[Claim]:
    """The claims and those told with them: an unattributed sentence after an attributed one rests on the same word."""
    if any(_cites(claim) for claim in claims):
        return list(claims)
    text = document.text or ""
    paragraphs = {text.rfind("\n", 0, claim.span[0]) for claim in claims}
    told = evidence.of_document.get(document.id, ())
    return [claim for claim in told if text.rfind("\n", 0, claim.span[0]) in paragraphs]


def _cites(claim: Claim) -> bool:
    return any(voice.role not in HOUSE for voice in claim.voices)


def _self(document: Document, publisher: str | None, authors: Sequence[str | None]) -> str:
    """The root of a document's own word: its publisher, else its first author, else the document itself."""
    author = next((root for root in authors if root), None)
    root = publisher or author
    return f"voice {root}" if root else f"document {document.id}"


def _publishers(
    told: Mapping[DocumentId, Sequence[Claim]], documents: Mapping[DocumentId, Document], voices: Naming
) -> dict[str, DocumentId]:
    """The earliest document of each voice that publishes or signs one of this incident's documents.

    A writer's word that another report passes on is the word of the writer's own report.
    """
    found: dict[str, DocumentId] = {}
    ordered = sorted(told, key=lambda one: (str(documents[one].published or "9"), one), reverse=True)
    for document in ordered:
        signed = [voices.root(document, author) for author in documents[document].authors]
        found.update({f"voice {root}": document for root in signed if root})
    for document in ordered:
        publisher = documents[document].publisher
        root = voices.root(document, publisher) if publisher else None
        if root:
            found[f"voice {root}"] = document
    return found


def _followed(document: DocumentId, first: Mapping[DocumentId, Origin], publishes: Mapping[str, DocumentId]) -> Origin:
    """Follow relays to the end; a ring of documents that cite each other has no origin that could be traced."""
    at, seen = document, {document}
    origin = first[document]
    while origin.root:
        source = _source(origin.root, publishes)
        if source is None or source not in first or source == at:
            return origin
        if source in seen:
            return Origin(None, "documents that cite each other in a ring")
        at = source
        seen.add(at)
        origin = Origin(first[at].root, f"{origin.reason}; that document {first[at].reason}")
    return origin


def _source(root: str, publishes: Mapping[str, DocumentId]) -> DocumentId | None:
    if root.startswith("document "):
        return DocumentId(root.removeprefix("document "))
    return publishes.get(root)
