"""What is reported, point by point, with the state of its evidence; what is denied stands beside it as fully."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clarion.model import (
    AlarmKind,
    Answer,
    AnswerKind,
    Claim,
    DocumentId,
    Incident,
    IncidentId,
    StanceKind,
    Status,
    Unit,
    VoiceRole,
)
from clarion.respond.letters.saying import count_words, in_sentence, place_words, plain, quotation, when_words, whole
from clarion.respond.letters.scene import Scene

_FEW = 2
_MOST_ACTS = 3  # named in a heading; the others stand below
_MOST_SOURCES = 6
_TOLD = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED})
# what weighs most first
_ANSWERED = {
    AnswerKind.OCCURRENCE: "denied_by",
    AnswerKind.CATEGORY: "answer_of",
    AnswerKind.JUSTIFICATION: "answer_of",
}


def facts(scene: Scene) -> str:
    """All incidents of a letter, numbered; empty when there is none."""
    return "\n\n".join(_incident(scene, one, number) for number, one in enumerate(scene.incidents, 1))


def matter(scene: Scene) -> str:
    """What the letter is about, in the middle of a sentence."""
    words = scene.words
    if not scene.incidents:
        return words.say("matter", "none")
    known = {evidence(scene, one) for one in scene.incidents}
    # what is the same of all is said once; of many, the state of the evidence stands with each below
    of = _aside if (len(known) > 1 and len(scene.incidents) <= _FEW) or len(scene.incidents) == 1 else _day
    said = _by_act(scene, {one.id: of(scene, one) for one in scene.incidents})
    if len(known) == 1 < len(scene.incidents):
        said = words.say("matter", "each", words=said, evidence=known.pop())
    return words.say("matter", "reports", words=said)


def subject(scene: Scene) -> str:
    """What the letter is about, as its heading."""
    if not scene.incidents:
        return scene.words.say("matter", "subject_none")
    told = {one.id: _day(scene, one) for one in scene.incidents}
    return scene.words.say("matter", "subject", words=_by_act(scene, told))


def evidence(scene: Scene, incident: Incident) -> str:
    """The state of the evidence in honest words."""
    words, origins = scene.words, incident.origins
    number = words.number(origins)
    if incident.status is Status.CONFIRMED:
        return words.say("facts", "confirmed")
    if incident.status is Status.WARNED:
        return words.say("facts", "warned")
    if incident.status is Status.DISPUTED:
        key = "disputed" if origins > 1 else "disputed_one" if origins else "disputed_none"
        return words.say("facts", key, n=number)
    key = "corroborated" if origins > 1 else "one" if origins else "none"
    return words.say("facts", key, n=number)


def who(scene: Scene, incident: Incident) -> str:
    """Who is concerned, in neutral words; empty when it is not told."""
    affected, words = incident.affected, scene.words
    if affected is None:
        return ""
    if affected.ref and affected.ref.startswith("nationality:"):
        return words.say("facts", "of_state", state=words.state(affected.ref.removeprefix("nationality:")))
    # the words of a source; where they stand in a language is not known
    return words.say("numbers", "quote", words=plain(affected.description)) if affected.description else ""


def figures(scene: Scene, incident: Incident) -> str:
    """How many people are concerned, each figure with its sources; never added up. Empty when none is told."""
    # the first claim of such an alarm is the one whose figure drifted
    drifted = frozenset(one.claims[0] for one in incident.alarms if one.kind is AlarmKind.SCOPE_DRIFT and one.claims)
    return _figures(scene, scene.held(incident.claims), drifted)


def _incident(scene: Scene, incident: Incident, number: int) -> str:
    words, when = scene.words, when_words(scene.words, incident.when)
    key = ("title_alone" if len(scene.incidents) == 1 else "title") + ("_when" if when else "")
    title = words.say("facts", key, number=number, act=words.title(incident.act), when=when)
    items = [f"- {line}" for line in (*_told(scene, incident), *_against(scene, incident)) if line]
    return title + "\n\n" + "\n".join(items)


def _by_act(scene: Scene, told: Mapping[IncidentId, str]) -> str:
    """The acts of the incidents, each with what is told of those in brackets."""
    words, held = scene.words, dict[str, list[str]]()
    for one in scene.incidents:
        held.setdefault(words.act(one.act), []).append(told[one.id])
    apart = words.say("numbers", "aside_apart")
    said = []
    for act, asides in held.items():
        aside = apart.join(dict.fromkeys(one for one in asides if one))
        said.append(words.say("numbers", "aside", words=act, aside=aside) if aside else act)
    return words.listed([*said[:_MOST_ACTS], words.say("matter", "more")] if len(said) > _MOST_ACTS + 1 else said)


def _day(scene: Scene, incident: Incident) -> str:
    return when_words(scene.words, incident.when)


def _aside(scene: Scene, incident: Incident) -> str:
    when, told = when_words(scene.words, incident.when), evidence(scene, incident)
    return scene.words.say("numbers", "said", words=when, said=told) if when else told


def _told(scene: Scene, incident: Incident) -> Iterator[str]:
    words, claims = scene.words, scene.held(incident.claims)
    if where := place_words(words, incident.where):
        yield words.say("facts", "where", words=where)
    if concerned := who(scene, incident):
        yield words.say("facts", "who", words=concerned)
    figure = figures(scene, incident)
    if figure:
        yield words.say("facts", "how_many", words=figure)
    yield words.say("facts", "evidence", words=evidence(scene, incident)) + scene.marks(_chosen(incident, claims))
    if unknown := _unknown(scene, incident, bool(figure)):
        yield words.say("facts", "unknown", words=unknown)


def _figures(scene: Scene, claims: Sequence[Claim], drifted: frozenset[str]) -> str:
    """The figures of people that sources give, each with its sources; never added up."""
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in drifted:
            continue
        count = claim.affected.count if claim.affected else None
        if count is not None and count.unit is Unit.PEOPLE and (said := count_words(scene.words, count)):
            held.setdefault(said, []).append(claim)
    told = [said + scene.marks(given[:2]) for said, given in held.items()]
    if len(told) < 2:
        return "".join(told)
    return scene.words.say("facts", "differ", words=scene.words.say("numbers", "apart").join(told))


def _chosen(incident: Incident, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that tell it, of as many origins as can be: one document an origin first, then others, a few in all."""
    first: dict[DocumentId, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: one.stance not in _TOLD):
        first.setdefault(claim.document, []).append(claim)
    seen: set[str | None] = set()
    ordered: list[tuple[bool, int, DocumentId]] = []
    for document, told in first.items():
        origin = incident.origin_of.get(told[0].document) or ""
        ordered.append((not origin or origin in seen, len(ordered), document))
        seen.add(origin)
    return [claim for _, _, document in sorted(ordered)[:_MOST_SOURCES] for claim in first[document][:3]]


def _unknown(scene: Scene, incident: Incident, has_figure: bool) -> str:
    lacks = {
        "unknown_when": not when_words(scene.words, incident.when),
        "unknown_where": not incident.where,
        "unknown_count": not has_figure,
        "unknown_affected": incident.affected is None or not (incident.affected.ref or incident.affected.description),
    }
    return scene.words.listed(scene.words.say("facts", key) for key, is_so in lacks.items() if is_so)


def _against(scene: Scene, incident: Incident) -> Iterator[str]:
    """Denials, answers and other explanations, in the words of those who give them."""
    answered = {answer.claim for answer in incident.answers}
    for given in _by_voice(incident.answers):
        yield _answer(scene, given)
    for claim in scene.held(incident.denials):
        if claim.id not in answered:
            yield _by(scene, "denied_by", claim)
    for claim in scene.held(incident.rivals):
        yield _by(scene, "otherwise", claim)


def _by_voice(answers: Iterable[Answer]) -> list[list[Answer]]:
    """Answers of one voice in one document together, in the order of the text."""
    held: dict[tuple[str, str | None, bool], list[Answer]] = {}
    for one in answers:
        held.setdefault((one.document, one.voice, one.kind is AnswerKind.SILENCE), []).append(one)
    return [sorted(given, key=lambda one: one.span) for given in held.values()]


def _answer(scene: Scene, given: Sequence[Answer]) -> str:
    words, document = scene.words, scene.documents.get(given[0].document)
    voice = in_sentence(words, plain(given[0].voice or "")) or words.say("facts", "somebody")
    kinds = {one.kind for one in given}
    key = next((_ANSWERED[kind] for kind in _ANSWERED if kind in kinds), "no_comment")
    mark = _mark(scene, given)
    if AnswerKind.SILENCE in kinds:
        return words.say("facts", "silence", voice=_upper(voice)) + mark
    if document is None or not document.text:
        return ""
    span = given[0].span[0], max(one.span[1] for one in given)
    quote = quotation(words, whole(document, span, document.text[slice(*span)]), document.language)
    if scene.is_theirs(voice) and words.has("facts", f"{key}_you"):
        key = f"{key}_you"
    return words.say("facts", key, voice=_upper(voice) if key == "no_comment" else voice, quote=quote) + mark


def _mark(scene: Scene, given: Sequence[Answer]) -> str:
    document = scene.documents.get(given[0].document)
    return scene.notes.source(document, scene.held(one.claim for one in given if one.claim)) if document else ""


def _by(scene: Scene, key: str, claim: Claim) -> str:
    words, document = scene.words, scene.documents.get(claim.document)
    voice = _speaker(scene, claim)
    if key == "denied_by" and scene.is_theirs(voice):
        key = "denied_by_you"
    quote = quotation(words, whole(document, claim.span, claim.quote), document.language if document else None)
    return words.say("facts", key, voice=voice, quote=quote) + scene.marks([claim])


def _speaker(scene: Scene, claim: Claim) -> str:
    if not claim.voices:
        return scene.words.say("facts", "somebody")
    last = claim.voices[-1]
    if last.role is VoiceRole.UNNAMED:
        return scene.words.say("facts", "unnamed", publisher=plain(claim.voices[0].name))
    return in_sentence(scene.words, plain(last.name))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
