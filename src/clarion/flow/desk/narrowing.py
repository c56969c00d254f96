"""From filters to sets of rows, each list by the columns it is held by."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.filters import (
    ActionFilter,
    AskFilter,
    ClaimFilter,
    DocumentFilter,
    FindingFilter,
    IncidentFilter,
    VoiceFilter,
)
from clarion.flow.desk.listing import Listed
from clarion.flow.desk.rows import MOST_VALUES, Facets
from clarion.model.errors import BadRequest
from clarion.store import seeking
from clarion.store.board import Board, Value
from clarion.store.words import words_of

_ORDERS = {
    "documents": ("newest", "oldest", "title", "arrived", "claims"),
    "claims": ("document", "newest", "oldest"),
    "incidents": ("newest", "oldest", "origins", "act"),
    "voices": ("documents", "name"),
}
_YES = "yes"
_NO = "no"
_DIFFERING = "differing"


def documents(asking: Asking, chosen: DocumentFilter) -> Listed:
    """The documents that a filter lets through, in its order."""
    board, connection = asking.board("documents"), asking.connection
    rows = asking.seen("documents")
    rows &= _equal(board, publisher=chosen.voice, language=chosen.language)
    rows &= _days(board, "published", chosen)
    if chosen.handling:
        rows &= _things(asking, "documents", seeking.with_handling(connection, chosen.handling))
    if chosen.place:
        rows &= _with_claims(asking, replace_claims(country=chosen.place))
    if chosen.problem:
        rows &= board.all & ~board.where("problems", 0)
    if chosen.tag:
        rows &= _things(asking, "documents", seeking.tagged(connection, chosen.tag))
    if chosen.judged is not None:
        wholly = _wholly_judged(board)
        rows &= wholly if chosen.judged else board.all & ~wholly
    if words_of(chosen.words):
        rows &= asking.with_words("documents", chosen.words)
    orders: dict[str, Callable[[], Sequence[int]]] = {
        "newest": lambda: board.by_column("published", falling=True),
        "oldest": lambda: board.by_column("published"),
        "title": lambda: board.by_column("title_key"),
        "arrived": lambda: (
            board.order("arrived") or board.keep_order("arrived", seeking.documents_by_arrival(connection))
        ),
        "claims": lambda: board.by_column("claims", falling=True),
    }
    return Listed("documents", rows, _ordered("documents", chosen.sort, orders))


def claims(asking: Asking, chosen: ClaimFilter) -> Listed:
    """The claims that a filter lets through, in its order."""
    board = asking.board("claims")
    orders: dict[str, Callable[[], Sequence[int]]] = {
        "document": lambda: (
            board.order("document") or board.keep_order("document", seeking.claims_by_text(asking.connection))
        ),
        "newest": lambda: board.by_column("starts", falling=True),
        "oldest": lambda: board.by_column("starts"),
    }
    return Listed("claims", claim_rows(asking, chosen), _ordered("claims", chosen.sort, orders))


def claim_rows(asking: Asking, chosen: ClaimFilter) -> int:
    """The claims that a filter lets through."""
    board = asking.board("claims")
    rows = asking.seen("claims")
    rows &= _equal(board, act=chosen.act, stance=chosen.stance, country=chosen.country, document=chosen.document)
    if chosen.voice:
        rows &= board.where("publisher", chosen.voice) | board.where("voice", chosen.voice)
    rows &= _days(board, "starts", chosen)
    rows &= _judged(board, chosen.judged)
    rows &= _marked(asking, "claims", chosen)
    if words_of(chosen.words):
        rows &= asking.with_words("claims", chosen.words)
    return rows


def incidents(asking: Asking, chosen: IncidentFilter) -> Listed:
    """The incidents that a filter lets through, in its order."""
    board = asking.board("incidents")
    orders: dict[str, Callable[[], Sequence[int]]] = {
        "newest": lambda: board.by_column("starts", falling=True),
        "oldest": lambda: board.by_column("starts"),
        "origins": lambda: board.by_column("origins", falling=True),
        "act": lambda: board.by_column("act"),
    }
    return Listed("incidents", incident_rows(asking, chosen), _ordered("incidents", chosen.sort, orders))


def incident_rows(asking: Asking, chosen: IncidentFilter) -> int:
    """The incidents that a filter lets through."""
    board = asking.board("incidents")
    rows = asking.seen("incidents")
    rows &= _equal(board, act=chosen.act, status=chosen.status, country=chosen.country)
    rows &= _days(board, "starts", chosen)
    rows &= _judged(board, chosen.judged)
    rows &= _marked(asking, "incidents", chosen)
    if chosen.alarm == "any":
        rows &= board.all & ~board.where("alarms", "")
    elif chosen.alarm:
        wanted = f"|{chosen.alarm}|"
        held = (value for value in board.columns["alarms"].values if isinstance(value, str) and wanted in value)
        rows &= board.matching("alarms", list(held))
    if chosen.at:
        rows &= board.where("point", chosen.at)
    if words := words_of(chosen.words):
        rows &= board.holding("title_key", words)
    return rows


def findings(asking: Asking, chosen: FindingFilter) -> Listed:
    """The findings that a filter lets through, by norm and state."""
    board = asking.board("findings")
    state = chosen.state if not chosen.state or ":" in chosen.state else f"state:{chosen.state.upper()}"
    rows = asking.seen("findings")
    rows &= _equal(board, norm=chosen.norm, state=state, finding=chosen.verdict, bound=chosen.bound)
    rows &= _equal(board, incident=chosen.incident)
    return Listed("findings", rows, by_columns(board, "norm", "state"))


def asks(asking: Asking, chosen: AskFilter) -> Listed:
    """The demands that a filter lets through, by addressee."""
    board = asking.board("asks")
    rows = asking.seen("asks") & _equal(board, addressee=chosen.addressee, act=chosen.act)
    rows &= _marked(asking, "asks", chosen)
    if chosen.due:
        rows &= board.between("deadline", chosen.due.isoformat(), None)
    return Listed("asks", rows, board.by_column("addressee"))


def actions(asking: Asking, chosen: ActionFilter) -> Listed:
    """The actions that a filter lets through, by beginning."""
    board = asking.board("actions")
    rows = asking.seen("actions") & _equal(board, act=chosen.kind, status=chosen.status)
    rows &= _days(board, "starts", chosen)
    return Listed("actions", rows, board.by_column("starts"))


def voices(asking: Asking, chosen: VoiceFilter) -> Listed:
    """The voices that a filter lets through."""
    board = asking.board("voices")
    rows = asking.seen("voices") & _equal(board, kind=chosen.kind)
    # of a voice that speaks in a hidden document too, only what the viewer is shown may decide
    partly = making.partly_hidden_voices(asking)
    told = _things(asking, "voices", partly)
    if chosen.forecasts:
        rows &= board.all & ~board.where("forecasts", 0) & ~told
    if words := words_of(chosen.words):
        named = [name for name, shown in partly.items() if all(word in shown.casefold() for word in words)]
        found = board.holding("names_key", words) & ~told
        rows &= found | _things(asking, "voices", named)
    orders: dict[str, Callable[[], Sequence[int]]] = {
        "documents": lambda: board.by_column("documents", falling=True),
        "name": lambda: board.by_column("name_key"),
    }
    return Listed("voices", rows, _ordered("voices", chosen.sort, orders))


def claim_facets(asking: Asking, chosen: ClaimFilter) -> Facets:
    """What occurs among the claims chosen, a facet's own choice left out of it."""
    board = asking.board("claims")

    def without(**fields: Any) -> int:
        return claim_rows(asking, replace(chosen, **fields))

    rows = claim_rows(asking, chosen)
    values = {
        "act": _top(board, "act", without(act=None) if chosen.act else rows),
        "stance": _top(board, "stance", without(stance=None) if chosen.stance else rows),
        "voice": _voice_counts(board, without(voice=None) if chosen.voice else rows),
        "country": _top(board, "country", without(country=None) if chosen.country else rows),
        "year": _years(board, without(since=None, until=None) if chosen.since or chosen.until else rows),
        "judged": _words(board, without(judged=None) if chosen.judged else rows),
    }
    return Facets(values, rows.bit_count())


def incident_facets(asking: Asking, chosen: IncidentFilter) -> Facets:
    """What occurs among the incidents chosen, a facet's own choice left out of it."""
    board = asking.board("incidents")

    def without(**fields: Any) -> int:
        return incident_rows(asking, replace(chosen, **fields))

    rows = incident_rows(asking, chosen)
    alarms: dict[str, int] = {}
    for kinds, number in board.counts("alarms", without(alarm=None) if chosen.alarm else rows).items():
        for kind in str(kinds).split("|"):
            if kind:
                alarms[kind] = alarms.get(kind, 0) + number
    values = {
        "act": _top(board, "act", without(act=None) if chosen.act else rows),
        "status": _top(board, "status", without(status=None) if chosen.status else rows),
        "country": _top(board, "country", without(country=None) if chosen.country else rows),
        "year": _years(board, without(since=None, until=None) if chosen.since or chosen.until else rows),
        "alarm": _sorted(alarms.items()),
        "judged": _words(board, without(judged=None) if chosen.judged else rows),
    }
    return Facets(values, rows.bit_count())


def finding_facets(asking: Asking, chosen: FindingFilter) -> Facets:
    """What occurs among the findings chosen, a facet's own choice left out of it."""
    board = asking.board("findings")
    rows = findings(asking, chosen).chosen

    def of(field: str, column: str) -> tuple[tuple[str, int], ...]:
        open_rows = findings(asking, replace(chosen, **{field: None})).chosen if getattr(chosen, field) else rows
        return _top(board, column, open_rows)

    fields = (("norm", "norm"), ("state", "state"), ("verdict", "finding"), ("bound", "bound"))
    return Facets({field: of(field, column) for field, column in fields}, rows.bit_count())


def document_facets(asking: Asking, chosen: DocumentFilter) -> Facets:
    """What occurs among the documents chosen, a facet's own choice left out of it."""
    board = asking.board("documents")
    rows = documents(asking, chosen).chosen
    without_voice = documents(asking, replace(chosen, voice=None)).chosen if chosen.voice else rows
    without_language = documents(asking, replace(chosen, language=None)).chosen if chosen.language else rows
    values = {"voice": _top(board, "publisher", without_voice), "language": _top(board, "language", without_language)}
    return Facets(values, rows.bit_count())


def replace_claims(**fields: str | None) -> ClaimFilter:
    """A filter of claims with these fields."""
    return ClaimFilter(**fields)  # type: ignore[arg-type]


def _ordered(name: str, sort: str, orders: dict[str, Callable[[], Sequence[int]]]) -> Sequence[int]:
    if sort not in orders:
        raise BadRequest(f"{sort!r} is no order of {name}; use one of {', '.join(_ORDERS[name])}")
    return orders[sort]()


def by_columns(board: Board, first: str, second: str) -> Sequence[int]:
    """The rows of a board by one column, and by another where that is the same."""
    key = f"{first} {second}"
    if (known := board.order(key)) is not None:
        return known
    order = board.by_column(second)
    rank = {value: at for at, value in enumerate(sorted(board.columns[first].values, key=str))}
    codes = board.columns[first].codes
    ranks = [rank[value] for value in board.columns[first].values]
    return board.keep_order(key, (board.rows[at] for at in sorted(order, key=lambda at: ranks[codes[at]])))


def _equal(board: Board, **wanted: str | None) -> int:
    rows = board.all
    for column, value in wanted.items():
        if value:
            rows &= board.where(column, value)
    return rows


def _days(board: Board, column: str, chosen: DocumentFilter | ClaimFilter | IncidentFilter | ActionFilter) -> int:
    if chosen.since is None and chosen.until is None:
        return board.all
    low = chosen.since.isoformat() if chosen.since else None
    return board.between(column, low, chosen.until.isoformat() if chosen.until else None)


def _judged(board: Board, wanted: str | None) -> int:
    if not wanted:
        return board.all
    if wanted == _DIFFERING:
        return board.where("differs", 1)
    unsaid = board.where("verdict", None)
    if wanted in (_YES, _NO):
        return unsaid if wanted == _NO else board.all & ~unsaid
    return board.where("verdict", wanted)


def _marked(asking: Asking, name: str, chosen: ClaimFilter | IncidentFilter | AskFilter) -> int:
    rows = asking.board(name).all
    if chosen.tag:
        rows &= _things(asking, name, seeking.tagged(asking.connection, chosen.tag))
    if chosen.assigned:
        rows &= _things(asking, name, seeking.assigned_to(asking.connection, chosen.assigned))
    return rows


def _things(asking: Asking, name: str, things: Iterable[str]) -> int:
    return asking.board(name).of_rows(seeking.rows_of(asking.connection, name, things))


def _with_claims(asking: Asking, chosen: ClaimFilter) -> int:
    """The documents that have a claim which a filter lets through."""
    told, board = asking.board("claims"), asking.board("documents")
    held = told.columns["document"]

    def place_them() -> list[int]:
        rows = dict(zip((board.value("id", at) for at in range(len(board.rows))), board.rows, strict=True))
        return [rows.get(document, -1) for document in held.values]

    rows = asking.boards.keep(("documents of claims",), place_them)
    return board.of_rows(rows[code] for code in told.codes("document", claim_rows(asking, chosen)))


def _wholly_judged(board: Board) -> int:
    claims, judged = board.columns["claims"], board.columns["judged"]
    equal = (board.rows[at] for at in range(len(board.rows)) if _of(claims, at) == _of(judged, at))
    return board.of_rows(equal)


def _of(column: object, at: int) -> Value:
    return column.values[column.codes[at]]  # type: ignore[attr-defined,no-any-return]


def _top(board: Board, column: str, rows: int) -> tuple[tuple[str, int], ...]:
    return _sorted((str(value), number) for value, number in board.counts(column, rows).items() if value is not None)


def _years(board: Board, rows: int) -> tuple[tuple[str, int], ...]:
    return _top(board, "year", rows)


def _voice_counts(board: Board, rows: int) -> tuple[tuple[str, int], ...]:
    """A claim of which the publisher is the voice quoted counts once."""
    found = board.counts("publisher", rows) + board.counts("voice", rows)
    first = [str(value) for value, _ in found.most_common(MOST_VALUES + 1) if value is not None][:MOST_VALUES]
    both = board.counts("publisher", rows & board.same("publisher", "voice"))
    return _sorted((name, found[name] - both[name]) for name in first)


def _words(board: Board, rows: int) -> tuple[tuple[str, int], ...]:
    found = board.counts("verdict", rows)
    said = [(_NO if value is None else str(value), number) for value, number in found.items()]
    if differing := (board.where("differs", 1) & rows).bit_count():
        said.append((_DIFFERING, differing))
    return _sorted(said)


def _sorted(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    held = [pair for pair in pairs if pair[1]]
    return tuple(sorted(held, key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES])
