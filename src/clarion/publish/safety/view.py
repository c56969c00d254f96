"""A record as a view may see it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import TypeVar

from clarion.model import (
    Claim,
    Detail,
    DetailKind,
    Document,
    DocumentId,
    Forecast,
    InformationGrade,
    Judgement,
    JudgementVerdict,
    Record,
    SourceGrade,
    View,
    Voice,
    text_sha256,
)
from clarion.publish.phrases import when_words
from clarion.publish.safety.claims import Mended, mended_claim
from clarion.publish.safety.coarse import HIDDEN_NAMES, is_few, is_fine_day, is_fine_place, month_of, region_of
from clarion.publish.safety.cutting import Cut, Redacted, cut_out
from clarion.publish.safety.details import Unsayable, is_author, metadata_details, unsayable
from clarion.publish.safety.guarding import Guard, Safe, Withheld
from clarion.publish.safety.incidents import Before, claims_of, mended_action, mended_ask, mended_incident
from clarion.publish.safety.leaving import leaving
from clarion.publish.safety.matching import Matcher
from clarion.publish.safety.rules import coarsened
from clarion.publish.safety.scrubbing import keyed, scrubbed, strings_of
from clarion.publish.safety.told import Coarsened

Noun = TypeVar("Noun")
_GRADES = frozenset((*SourceGrade, *InformationGrade))
_UNREAD = "something of this document could not be read"
NOBODY = "[name withheld]"


def for_view(record: Record, details: Iterable[Detail], guard: Guard, judgements: Iterable[Judgement] = ()) -> Safe:
    """A record as a view may see it: what does not leave is gone, and what is withheld is gone from every text.

    Args:
        record: whole, with texts and as people corrected it.
        details: those of all its documents, also of ones that stay: a name is withheld everywhere or nowhere.
        guard: view, handlings, releases and the secret that new ids are made with.
        judgements: all that were made; those on what leaves come back bare.

    In the record that comes back every claim's quote is the slice of its document's text, as everywhere.
    """
    if guard.view is View.SEALED:
        raise ValueError("the sealed view shows a case as it is")
    found = list(details)
    held = unsayable(record, [*found, *metadata_details(record, found)], guard)
    left = leaving(record, guard.handlings, guard.view)
    say = _saying(held.made)
    coarse = coarsened([one.detail for one in held.held], left.claims, left.incidents)
    redacted = _redacted(left, held, coarse)
    claims: dict[str, Claim] = {claim.id: claim for claim in left.claims}
    mended: dict[str, Claim] = {
        name: mended_claim(claim, Mended(redacted[claim.document], say, coarse.get(claim.id)))
        for name, claim in claims.items()
    }
    before = Before(claims, mended, redacted, coarse)
    dated = {one.id for one in left.incidents if before.by_rule(claims_of(one))} | set(coarse)
    safe = Record(
        documents=tuple(_document(one, redacted[one.id], say, held) for one in left.documents),
        claims=tuple(mended.values()),
        voices=tuple(_voice(one, say, dated) for one in left.voices),
        incidents=tuple(mended_incident(one, before, say) for one in left.incidents),
        findings=left.findings,
        asks=tuple(mended_ask(one, before, say) for one in left.asks),
        actions=tuple(mended_action(one, before, say) for one in left.actions),
    )
    leaves = {one.id for one in left.documents}
    made = _renamed(safe, say, guard.secret)
    return Safe(
        record=made,
        withheld=tuple(one for one in held.held if one.detail.document in leaves),
        documents=len(record.documents) - len(left.documents),
        net=_net(held, made),
        judgements=_bare(judgements, _ids(safe), guard.secret),
        cuts={name: one.cuts for name, one in redacted.items()},
    )


def _net(held: Unsayable, made: Record) -> Matcher:
    """What must not stand in anything made of this record: also short words that nothing in it says any more."""
    loosely = Matcher(held.loosely, held.spared)
    said = {one.term for text in strings_of(made) for one in loosely.find(text)}
    return Matcher(held.terms | (held.loosely - said), held.spared)


def _saying(matcher: Matcher) -> Callable[[str], str]:
    def say(words: str) -> str:
        if words in HIDDEN_NAMES:
            return words
        cuts = [Cut(one.start, one.end, one.kind) for one in matcher.find(words)]
        return cut_out(words, cuts).text if cuts else words

    return say


def _redacted(record: Record, held: Unsayable, coarse: Mapping[str, Coarsened]) -> dict[DocumentId, Redacted]:
    cuts: dict[DocumentId, list[Cut]] = {one.id: [] for one in record.documents}
    for one in held.held:
        if one.detail.document in cuts and one.detail.span[1] > one.detail.span[0]:
            cuts[one.detail.document].append(Cut(*one.detail.span, one.detail.kind))
    for document, more in _few_together(record, held.held).items():
        cuts[document] += more
    for claim in record.claims:
        if claim.id in coarse:
            cuts[claim.document] += _coarse_cuts(claim, coarse[claim.id])
    redacted = {}
    for whole in record.documents:
        text = whole.text or ""
        found = [Cut(one.start, one.end, one.kind) for one in held.cutting.find(text)]
        redacted[whole.id] = cut_out(text, cuts[whole.id] + found)
    return redacted


def _coarse_cuts(claim: Claim, told: Coarsened) -> Iterator[Cut]:
    """The words of a claim for its day and places, with what is said in their place."""
    if told.day and claim.when is not None and claim.when.span and is_fine_day(claim.when):
        yield Cut(*claim.when.span, told.kind, f"[{when_words(month_of(claim.when))}]")
    for place in claim.where if told.place else ():
        if place.span and is_fine_place(place):
            region = region_of(place).name
            yield Cut(*place.span, told.kind, region if region in HIDDEN_NAMES else f"[{region}]")


def _few_together(record: Record, held: Iterable[Withheld]) -> dict[DocumentId, list[Cut]]:
    """Where a small figure of an incident is withheld, its other small figures are: they would tell it."""
    few = [one.detail for one in held if one.detail.kind is DetailKind.SMALL_COUNT]
    spans: dict[DocumentId, list[tuple[int, int]]] = {}
    for one in few:
        spans.setdefault(one.document, []).append(one.span)
    claims: dict[str, Claim] = {claim.id: claim for claim in record.claims}
    cuts: dict[DocumentId, list[Cut]] = {}
    for incident in record.incidents:
        told = [claims[name] for name in claims_of(incident) if name in claims]
        if not any(_touches(claim, spans.get(claim.document, [])) for claim in told):
            continue
        for claim in told:
            counts = (claim.affected.count, *claim.affected.others) if claim.affected else ()
            more = [Cut(*one.span, DetailKind.SMALL_COUNT) for one in counts if one and one.span and is_few(one)]
            cuts.setdefault(claim.document, []).extend(more)
    return cuts


def _touches(claim: Claim, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < claim.span[1] and claim.span[0] < end for start, end in spans)


def _document(document: Document, redacted: Redacted, say: Callable[[str], str], held: Unsayable) -> Document:
    """A redacted copy. It has no path, and who wrote it is said only where an owner let it out."""
    hidden = {one.detail.span[0] for one in held.held if _is_author(one, document)}
    authors = [NOBODY if number in hidden else say(name) for number, name in enumerate(document.authors)]
    text = redacted.text if document.text is not None else None
    # a day that is withheld in the text, such as that of somebody's birth, may have been taken for that of the text
    written = (str(document.published), document.published_basis or "")
    day = document.published if all(say(words) == words for words in written) else None
    return replace(
        document,
        published=day,
        published_basis=document.published_basis if day else None,
        path="",
        title=say(document.title) if document.title else None,
        publisher=say(document.publisher) if document.publisher else None,
        authors=tuple(dict.fromkeys(authors)),
        text=text,
        # where nothing was cut, the hash of the text would be that of the original's, and often of its bytes
        text_sha256=text_sha256(text) if text is not None and redacted.cuts else None,
        problems=(_UNREAD,) if document.problems else (),
        regions=(),
        part_of=None,
    )


def _is_author(one: Withheld, document: Document) -> bool:
    return one.detail.document == document.id and is_author(one.detail)


def _voice(voice: Voice, say: Callable[[str], str], dated: Set[str]) -> Voice:
    """A voice; one whose name is withheld keeps nothing by which it could be told."""
    voice = replace(voice, forecasts=tuple(_forecast(one, dated) for one in voice.forecasts))
    name = say(voice.name)
    if name != voice.name:
        return replace(voice, name=name, aliases=(), affiliations=(), reasons=(), forecasts=voice.forecasts)
    kept = tuple(one for one in voice.aliases if say(one) == one)
    return replace(voice, aliases=kept, affiliations=tuple(map(say, voice.affiliations)), reasons=())


def _forecast(forecast: Forecast, dated: Set[str]) -> Forecast:
    """What became of a forecast; how many days ahead it was made would tell a day that is told coarsely."""
    return (
        replace(forecast, days=None, until=None, reason="") if {forecast.claim, forecast.incident} & dated else forecast
    )


def _renamed(record: Record, say: Callable[[str], str], secret: bytes) -> Record:
    """Ids that only a holder of the secret can make, every text said once more, and lists in the order of new ids."""

    def mend(words: str) -> str:
        new = keyed(words, secret)
        return new if new != words else say(words)

    texts = {one.id: one.text for one in record.documents}
    quotes = {one.id: one.quote for one in record.claims}
    documents = [replace(scrubbed(replace(one, text=None), mend), text=texts[one.id]) for one in record.documents]
    claims = [replace(scrubbed(replace(one, quote=""), mend), quote=quotes[one.id]) for one in record.claims]
    return Record(
        documents=_sorted(documents),
        claims=_sorted(claims),
        voices=_sorted(scrubbed(one, mend) for one in record.voices),
        incidents=_sorted(scrubbed(one, mend) for one in record.incidents),
        findings=_sorted(scrubbed(one, mend) for one in record.findings),
        asks=_sorted(scrubbed(one, mend) for one in record.asks),
        actions=_sorted(scrubbed(one, mend) for one in record.actions),
    )


def _sorted(nouns: Iterable[Noun]) -> tuple[Noun, ...]:
    return tuple(sorted(nouns, key=lambda noun: noun.id))  # type: ignore[attr-defined]


def _ids(record: Record) -> set[str]:
    lists = (record.documents, record.claims, record.voices, record.incidents, record.findings, record.asks)
    return {str(noun.id) for nouns in (*lists, record.actions) for noun in nouns}


def _bare(judgements: Iterable[Judgement], known: set[str], secret: bytes) -> tuple[Judgement, ...]:
    """Judgements on what leaves, without who made them, why, and what they set instead."""
    said = list(judgements)
    ids = known | {one.id for one in said}
    return tuple(
        replace(
            one,
            id=keyed(one.id, secret),
            about=keyed(one.about, secret),
            # a letter or figure of a fixed list, which says nothing of anybody
            value=one.value if one.verdict is JudgementVerdict.GRADE and one.value in _GRADES else None,
            reason="",
            by=NOBODY,
            answers=keyed(one.answers, secret) if one.answers else None,
            batch=None,
        )
        for one in said
        if one.about in ids and one.verdict is not JudgementVerdict.RELEASE
    )
