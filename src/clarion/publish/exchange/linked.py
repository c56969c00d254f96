"""A record as JSON-LD: claims as schema.org claims that point at their words, with PROV for where they come from.

Every claim is a `schema:Claim` and a `prov:Entity`, drawn from its document, with a Web Annotation selector for its
words: the position in code points and the exact words with those around them. Documents are `schema:CreativeWork`,
voices people or organisations, incidents `schema:Event` whose status is said in words. A `schema:ClaimReview` stands
only for a claim that a person judged. The context is in the file, so that nothing is fetched to read it.

Source: W3C JSON-LD 1.1, PROV-O, Web Annotation Data Model; schema.org Claim, ClaimReview.
"""

import functools
import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Any

from clarion.language.sentences import find_sentences
from clarion.model import Claim, Document, Incident, JudgementVerdict, Place, Span, Voice, VoiceKind
from clarion.publish.codes import VOCABULARIES, codes_of
from clarion.publish.exchange.accuracy import accuracy_of
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.words import STANCE_MEANING, STATUS_MEANING, act_words

_AROUND = 32  # code points at least before and after the words, by which they are found again in a changed text
CONTEXT = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "clarion": "urn:clarion:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "text": "schema:text",
    "about": {"@id": "schema:about", "@type": "@id"},
    "from": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "said_by": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "appearance": {"@id": "schema:appearance", "@type": "@id"},
    "published": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "start": "schema:startDate",
    "end": "schema:endDate",
}
_VOICES = {VoiceKind.PERSON: "schema:Person", VoiceKind.UNNAMED: "schema:Thing"}
_RATINGS = {
    JudgementVerdict.ACCEPT: "the words say this",
    JudgementVerdict.CORRECT: "the words say this, as corrected",
    JudgementVerdict.REJECT: "the words do not say this",
    JudgementVerdict.UNSURE: "it is not sure that the words say this",
}


def to_jsonld(index: Index, options: PublishOptions) -> bytes:
    """The record as one JSON-LD document, UTF-8."""
    known = _speakers(index)
    graph = [
        _whole(options),
        *(_document(one) for one in index.documents.values()),
        *(_voice(one) for one in index.voices.values()),
        *(_claim(one, index, known) | _codes(one.act, options) for one in index.claims.values()),
        *(_review(one, index) for one in index.claims.values() if _verdict(one, index)),
        *(_incident(one) | _codes(one.act, options) for one in index.incidents.values()),
    ]
    return (json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _whole(options: PublishOptions) -> dict[str, Any]:
    made = {"@type": "xsd:dateTime", "@value": options.made_at} if options.made_at else None
    whole = {"id": "urn:clarion:record", "type": "schema:Dataset", "name": options.title}
    return _without_none({**whole, "clarion:view": options.view.value, "prov:generatedAtTime": made})


def _document(document: Document) -> dict[str, Any]:
    return _without_none(
        {
            "id": _urn(document.id),
            "type": ["schema:CreativeWork", "prov:Entity"],
            "name": document.title,
            "schema:publisher": document.publisher,
            "schema:author": list(document.authors) or None,
            "schema:inLanguage": document.language,
            "schema:encodingFormat": document.media_type,
            "published": document.published.isoformat() if document.published else None,
        }
    )


def _voice(voice: Voice) -> dict[str, Any]:
    return _without_none(
        {
            "id": _urn(voice.id),
            "type": [_VOICES.get(voice.kind, "schema:Organization"), "prov:Agent"],
            "name": voice.name,
            "schema:alternateName": list(voice.aliases) or None,
        }
    )


def _speakers(index: Index) -> dict[tuple[str, str], str]:
    """The voice behind a name in a document."""
    return {
        (name, document): voice.id
        for voice in index.voices.values()
        for name in (voice.name, *voice.aliases)
        for document in voice.speaks_in
    }


def _claim(claim: Claim, index: Index, known: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    speakers = [known.get((cited.name, claim.document)) for cited in claim.voices]
    return _without_none(
        {
            "id": _urn(claim.id),
            "type": ["schema:Claim", "prov:Entity"],
            "text": claim.quote,
            "from": _urn(claim.document),
            "appearance": _urn(claim.document),
            "said_by": [_urn(voice) for voice in dict.fromkeys(speakers) if voice] or None,
            "clarion:said_by_in_words": " › ".join(cited.name for cited in claim.voices) or None,
            "clarion:act": claim.act,
            "clarion:act_in_words": act_words(claim.act),
            "clarion:stance": claim.stance.value,
            "clarion:stance_means": STANCE_MEANING[claim.stance],
            "clarion:tentative": claim.tentative,
            "start": claim.when.start if claim.when else None,
            "end": claim.when.end if claim.when else None,
            "schema:location": [_place(place) for place in claim.where] or None,
            "oa:hasTarget": _target(claim, index),
            "about": [_urn(incident) for incident in index.incidents_of.get(claim.id, ())] or None,
        }
    )


def _target(claim: Claim, index: Index) -> dict[str, Any]:
    start, end = claim.span
    document = index.documents.get(claim.document)
    words: dict[str, Any] = {"type": "oa:TextQuoteSelector", "oa:exact": claim.quote}
    if document and document.text is not None:
        first, last = _around(document.text, start, end)
        words |= {"oa:prefix": document.text[first:start], "oa:suffix": document.text[end:last]}
    return {
        "type": "oa:SpecificResource",
        "oa:hasSource": {"id": _urn(claim.document)},
        "oa:hasSelector": [{"type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end}, words],
    }


def _around(text: str, start: int, end: int) -> Span:
    """The words around a passage, in whole sentences: a part of a public name may be a name that is withheld."""
    begins, ends = _edges(text)
    before = bisect_right(begins, max(0, start - _AROUND)) - 1
    after = bisect_left(ends, min(len(text), end + _AROUND))
    first = begins[before] if before >= 0 else 0
    return min(first, start), max(ends[after] if after < len(ends) else len(text), end)


@functools.lru_cache(maxsize=64)
def _edges(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text begin and where they end. Claims come by document, so few are kept."""
    spans = find_sentences(text)
    return [start for start, _ in spans], [end for _, end in spans]


def _verdict(claim: Claim, index: Index) -> str | None:
    judgement = index.judgements.get(claim.id)
    return _RATINGS.get(judgement.verdict) if judgement else None


def _review(claim: Claim, index: Index) -> dict[str, Any]:
    """What a person judged: whether the document says this, not whether it is true."""
    return {
        "id": f"{_urn(claim.id)}/review",
        "type": "schema:ClaimReview",
        "schema:itemReviewed": {"id": _urn(claim.id)},
        "schema:claimReviewed": claim.quote,
        "schema:reviewAspect": "whether the document says this",
        "schema:reviewRating": {"type": "schema:Rating", "schema:alternateName": _verdict(claim, index)},
        "schema:datePublished": index.judgements[claim.id].at,
    }


def _incident(incident: Incident) -> dict[str, Any]:
    return _without_none(
        {
            "id": _urn(incident.id),
            "type": ["schema:Event", "prov:Entity"],
            "name": incident.title,
            "start": incident.when.start if incident.when else None,
            "end": incident.when.end if incident.when else None,
            "schema:location": [_place(place) for place in incident.where] or None,
            "clarion:act": incident.act,
            "clarion:status": incident.status.value,
            "clarion:status_means": STATUS_MEANING[incident.status],
            "clarion:origins": incident.origins,
            "from": [_urn(claim) for claim in incident.claims],
            "clarion:denied_by": [{"id": _urn(claim)} for claim in incident.denials] or None,
            "clarion:rivalled_by": [{"id": _urn(claim)} for claim in incident.rivals] or None,
        }
    )


def _codes(act: str, options: PublishOptions) -> dict[str, Any]:
    """The codes of an act in other vocabularies, each with whether it was checked there."""
    codes = [
        {
            "clarion:vocabulary": VOCABULARIES[one.vocabulary],
            "clarion:code": one.code,
            "clarion:checked": one.is_checked,
        }
        for one in codes_of(act, options)
    ]
    return {"clarion:act_code": codes} if codes else {}


def _place(place: Place) -> dict[str, Any]:
    has_point = place.lat is not None and place.lon is not None
    point = {"type": "schema:GeoCoordinates", "schema:latitude": place.lat, "schema:longitude": place.lon}
    return _without_none(
        {
            "type": "schema:Place",
            "name": place.name,
            "clarion:role": place.role.value if place.role else None,
            "schema:addressCountry": place.country,
            "schema:geo": point if has_point else None,
            "clarion:accuracy": accuracy_of(place) if has_point else None,
        }
    )


def _urn(name: str) -> str:
    return "urn:clarion:" + name.replace(":", "-")


def _without_none(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value is not None}
