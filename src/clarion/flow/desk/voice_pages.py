"""Who speaks: the page of a voice, whom it repeats, and the drawn graph of voices."""

from collections import Counter
from collections.abc import Iterable

from clarion.flow.desk import making, narrowing, pages
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.filters import ClaimFilter, VoiceFilter
from clarion.flow.desk.sheets import Fate, GraphVoice, Repeat, VoiceGraph, VoiceSheet
from clarion.model.nouns import Voice
from clarion.store import seeking

_MOST_DOCUMENTS = 20
_MOST_CLAIMS = 20
_MOST_REPEATS = 30
_MOST_FATES = 200


def voice(asking: Asking, name: str) -> VoiceSheet | None:
    """A voice with everything on it."""
    found = making.voice_nouns(asking, [name]).get(name)
    if found is None:
        return None
    one, partial = found
    connection = asking.connection
    documents = seeking.newest_documents(connection, one.speaks_in)[:_MOST_DOCUMENTS]
    told, heard = seeking.repeats_of(connection, name)
    return VoiceSheet(
        voice=one,
        partial=partial,
        documents=tuple(making.documents(asking, documents).values()),
        number=len(one.speaks_in),
        claims=tuple(making.claims(asking, _claims(asking, one)).values()),
        repeats=_repeats(asking, told),
        repeated_by=_repeats(asking, heard),
        fates=_fates(asking, one),
        judgements=pages.judgements(asking, name),
        marks=pages.marks(asking, name),
    )


def graph(asking: Asking, limit: int) -> VoiceGraph:
    """The voices heard in most documents, and who repeats whom among them."""
    listed = narrowing.voices(asking, VoiceFilter())
    board = asking.board("voices")
    found = board.page(listed.chosen, listed.order, 0, size=max(1, limit))
    ids = seeking.ids_at(asking.connection, "voices", [board.rows[listed.order[at]] for at in found])
    names = [ids[board.rows[listed.order[at]]] for at in found]
    voices = making.voice_nouns(asking, names)
    drawn = tuple(GraphVoice(one.id, one.name, one.kind.value, len(one.speaks_in)) for one, _ in voices.values())
    hidden = () if asking.sight.is_whole else asking.sight.resting
    edges: Counter[tuple[str, str]] = Counter()
    for teller, source, incident in seeking.repeats_among(asking.connection, list(voices)):
        if incident not in hidden:
            edges[teller, source] += 1
    return VoiceGraph(drawn, tuple((*pair, number) for pair, number in sorted(edges.items())))


def _repeats(asking: Asking, pairs: Iterable[tuple[str, str]]) -> tuple[Repeat, ...]:
    hidden = () if asking.sight.is_whole else asking.sight.resting
    counts = Counter(other for other, incident in pairs if incident not in hidden)
    first = [name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_REPEATS]]
    voices = making.voice_nouns(asking, first)
    return tuple(Repeat(name, voices[name][0].name, counts[name]) for name in first if name in voices)


def _claims(asking: Asking, one: Voice) -> list[str]:
    names = [name for name in (one.name, *one.aliases) if name]
    board, rows = asking.board("claims"), 0
    for name in names[:_MOST_REPEATS]:
        rows |= narrowing.claim_rows(asking, ClaimFilter(voice=name))
    found = board.page(rows, board.by_column("starts", falling=True), 0, size=_MOST_CLAIMS)
    order = board.by_column("starts", falling=True)
    ids = seeking.ids_at(asking.connection, "claims", [board.rows[order[at]] for at in found])
    return [ids[board.rows[order[at]]] for at in found]


def _fates(asking: Asking, one: Voice) -> tuple[Fate, ...]:
    forecasts = one.forecasts[:_MOST_FATES]
    rows = making.claims(asking, [forecast.claim for forecast in forecasts])
    named = [forecast.incident for forecast in forecasts if forecast.incident is not None]
    incidents = seeking.nouns(asking.connection, "incidents", making.unhidden(asking, named))
    titles: dict[str | None, str | None] = {name: incident.title for name, incident in incidents.items()}
    return tuple(
        Fate(forecast, rows[forecast.claim], titles.get(forecast.incident))
        for forecast in forecasts
        if forecast.claim in rows and (forecast.incident is None or forecast.incident in titles)
    )
