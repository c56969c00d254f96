"""A record as FollowTheMoney entities, one to a line, for Aleph and other readers of that model.

FollowTheMoney has no claim: what a document says is a `Note` with its exact words about the incident, a
`Documentation` ties document and incident, and a `Mention` ties a document and whoever speaks in it. An incident is an
`Event` whose summary says how surely it is known; an action is one too. A `Person` stands only for somebody who holds
public office and leaves by the view: none is made of a name that is withheld, and none at all in the sealed view, where
who is private is not marked.

Source: FollowTheMoney 4.11 (schemata Article, Document, Event, Note, Documentation, Mention, Organization, PublicBody,
Person); ISO 639-3 for languages.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from clarion.model import Action, Claim, Document, Incident, Place, View, Voice, VoiceKind
from clarion.model.intervals import first_day, last_day
from clarion.publish.codes import VOCABULARIES, codes_of
from clarion.publish.headline import headline
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.phrases import chain_words, place_words
from clarion.publish.visible import visible
from clarion.publish.words import STANCE, STATUS, STATUS_MEANING, act_words

# languages of documents; another one is left out, since a wrong code is worse than none
_LANGUAGES = {
    "ar": "ara", "bn": "ben", "cs": "ces", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra",
    "he": "heb", "hi": "hin", "id": "ind", "it": "ita", "ja": "jpn", "km": "khm", "ko": "kor", "ku": "kur", "lo": "lao",
    "mn": "mon", "my": "mya", "nl": "nld", "pl": "pol", "ps": "pus", "pt": "por", "ru": "rus", "sv": "swe", "sw": "swa",
    "ta": "tam", "th": "tha", "tr": "tur", "ug": "uig", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip
_BODIES = {
    VoiceKind.ORGANISATION: "Organization",
    VoiceKind.MEDIA: "Organization",
    VoiceKind.STATE: "PublicBody",
    VoiceKind.UN_BODY: "PublicBody",
}
_WITHHELD = "["  # with which the words begin that stand for what is withheld


def to_ftm(index: Index, options: PublishOptions) -> bytes:
    """The entities, UTF-8, a line of JSON each."""
    entities = [
        *(_document(one) for one in index.documents.values()),
        *(_voice(one) for one in index.voices.values() if _schema(one, options)),
        *(_event(one, index, options) for one in index.incidents.values()),
        *(_action(one) for one in index.record.actions),
        *(entity for one in index.claims.values() for entity in _claim(one, index)),
        *_mentions(index, options),
    ]
    if options.view is View.SEALED:
        entities = [one for one in entities if one["schema"] != "Person"]
    return b"".join((json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n").encode() for one in entities)


def _entity(key: str, schema: str, /, **properties: str | Iterable[str] | None) -> dict[str, Any]:
    """An entity with the properties that have a value; each is a list, as that model has it."""
    lists = {
        kind: [visible(one) for one in ([value] if isinstance(value, str) else value or ()) if one]
        for kind, value in properties.items()
    }
    return {"id": key, "schema": schema, "properties": {kind: held for kind, held in lists.items() if held}}


def _document(document: Document) -> dict[str, Any]:
    is_article = document.publisher is not None and document.media_type in ("text/html", "text/markdown", "text/plain")
    number = document.id.partition(":")[2]
    return _entity(
        _id(document.id),
        "Article" if is_article else "Document",
        fileName=f"{number[:20]}.txt",  # every document must have one; that of the original stays in the case
        name=document.title or document.publisher or "Document",
        title=document.title,
        publisher=document.publisher,
        author=[one for one in document.authors if not one.startswith(_WITHHELD)],
        publishedAt=document.published.isoformat() if document.published else None,
        language=_LANGUAGES.get((document.language or "").partition("-")[0]),
        mimeType=document.media_type,
        bodyText=document.text,
    )


def _schema(voice: Voice, options: PublishOptions) -> str | None:
    """What a voice is made; None where nothing may be made of it."""
    if _WITHHELD in voice.name or not voice.name.strip():
        return None
    if voice.kind is VoiceKind.PERSON:
        return "Person" if options.view is not View.SEALED else None
    return _BODIES.get(voice.kind)


def _voice(voice: Voice) -> dict[str, Any]:
    schema = "Person" if voice.kind is VoiceKind.PERSON else _BODIES[voice.kind]
    return _entity(_id(voice.id), schema, name=voice.name, alias=voice.aliases, keywords=[voice.kind.value])


def _event(incident: Incident, index: Index, options: PublishOptions) -> dict[str, Any]:
    codes = [
        f"{VOCABULARIES[one.vocabulary]}: {one.code}" + ("" if one.is_checked else " (not checked)")
        for one in codes_of(incident.act, options)
    ]
    return _entity(
        _id(incident.id),
        "Event",
        name=incident.title,
        startDate=_day(first_day(incident.when)),
        endDate=_day(last_day(incident.when)),
        location=[place_words(place) for place in incident.where],
        country=_countries(incident.where),
        summary=f"{STATUS[incident.status]}. {STATUS_MEANING[incident.status]}",
        description=" ".join(headline(incident, index)),
        keywords=[incident.act, f"status: {incident.status.value}", *codes],
    )


def _action(action: Action) -> dict[str, Any]:
    return _entity(
        _id(action.id),
        "Event",
        name=action.title,
        startDate=(action.start or "")[:10] or None,
        location=action.place,
        summary=f"{action.status.replace('_', ' ').capitalize()}. That it was announced does not say that it was held.",
        keywords=[action.kind, "action"],
    )


def _claim(claim: Claim, index: Index) -> Iterator[dict[str, Any]]:
    """A claim as a note with its words, and a documentation for each incident that it speaks of."""
    if claim.document not in index.documents:
        return
    incidents = index.incidents_of.get(claim.id, ())
    said = f"{act_words(claim.act)}, {STANCE[claim.stance]}" + (", with doubt" if claim.tentative else "")
    yield _entity(
        _id(claim.id),
        "Note",
        name=said,
        description=claim.quote,
        summary=f"{said}; {chain_words(claim.voices)}",
        entity=[*map(_id, incidents), _id(claim.document)],
        proof=_id(claim.document),
        keywords=[claim.act, claim.stance.value],
        country=_countries(claim.where),
    )
    for incident in incidents:
        yield _entity(
            _made("doc", claim.id, incident),
            "Documentation",
            document=_id(claim.document),
            entity=_id(incident),
            role=_role(claim, index.incidents[incident]),
            status=claim.stance.value,
            summary=claim.quote,
            recordId=claim.id,
            startDate=_day(first_day(claim.when)),
            endDate=_day(last_day(claim.when)),
        )


def _role(claim: Claim, incident: Incident) -> str:
    if claim.id in incident.denials:
        return "denies it"
    if claim.id in incident.rivals:
        return "explains it otherwise"
    return "tells it" if claim.id in incident.claims else "warned of it"


def _mentions(index: Index, options: PublishOptions) -> Iterator[dict[str, Any]]:
    for voice in index.voices.values():
        if schema := _schema(voice, options):
            for document in voice.speaks_in:
                if document in index.documents:
                    yield _entity(
                        _made("men", document, voice.id),
                        "Mention",
                        document=_id(document),
                        name=voice.name,
                        resolved=_id(voice.id),
                        detectedSchema=schema,
                    )


def _countries(places: Iterable[Place]) -> list[str]:
    return list(dict.fromkeys(place.country.lower() for place in places if place.country))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _id(name: str) -> str:
    # the model allows letters, figures, points and hyphens
    return "clarion-" + name.replace(":", "-").replace("_", "-")


def _made(kind: str, *names: str) -> str:
    """An id of what ties two things, from the ids that this view has for them."""
    return f"clarion-{kind}-" + hashlib.sha256("\n".join(names).encode()).hexdigest()[:20]
