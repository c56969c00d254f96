"""What the start page says, what incidents look like on a map and in time, and the questions that wait."""

import datetime
from collections import Counter
from collections.abc import Sequence

from clarion.flow import following
from clarion.flow.desk import making, naming, narrowing, pages
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.filters import (
    ActionFilter,
    AskFilter,
    ClaimFilter,
    DocumentFilter,
    IncidentFilter,
)
from clarion.flow.desk.listing import Listed, page_of
from clarion.flow.desk.logbook import latest
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.rows import OpenQuestion, Pin, Spell
from clarion.flow.desk.sheets import Start
from clarion.model.vocabulary import ElementState
from clarion.store import seeking
from clarion.store.board import Board, Value

_MOST_NEW = 8
_MOST_DUE = 12
_MOST_MINE = 20
_MOST_PINS = 2000
_IDS_OF_A_PIN = 12
# more stretches than these cannot be told apart on a line
_MOST_SPELLS = 400


def start(asking: Asking, since: str | None, day: datetime.date) -> Start:
    """What is new, waits, is due and went wrong."""
    connection = asking.connection
    claims = asking.board("claims")
    alarmed = narrowing.incidents(asking, IncidentFilter(alarm="any"))
    wrong = narrowing.documents(asking, DocumentFilter(problem=True, sort="arrived"))
    arrived = narrowing.documents(asking, DocumentFilter(sort="arrived"))
    new = _first(asking, arrived, _MOST_NEW)
    if since is not None:
        handled = seeking.handlings(connection, new)
        new = [name for name in new if name in handled and handled[name].brought_at > since]
    mine = asking.sight.shown(seeking.assigned_to(connection, asking.sight.viewer))
    questions = [note for note in seeking.questions(connection) if not asking.sight.hides(note.about)]
    titles = naming.titles(asking, mine[:_MOST_MINE])
    numbers = {name: asking.seen(name).bit_count() for name in ("findings", "asks", "actions", "voices")}
    return Start(
        documents=asking.seen("documents").bit_count(),
        claims=asking.seen("claims").bit_count(),
        incidents=asking.seen("incidents").bit_count(),
        findings=numbers["findings"],
        asks=numbers["asks"],
        actions=numbers["actions"],
        voices=numbers["voices"],
        unjudged=(asking.seen("claims") & claims.where("verdict", None)).bit_count(),
        assigned=tuple((name, titles.get(name, "")) for name in mine[:_MOST_MINE]),
        second_looks=len({judgement.about for judgement in pages.second_looks(asking)}),
        questions=len(questions),
        new=tuple(making.documents(asking, new).values()),
        due=_due(asking, day),
        unreadable=tuple(making.documents(asking, _first(asking, wrong, _MOST_NEW)).values()),
        problems=wrong.chosen.bit_count(),
        alarmed=tuple(making.incidents(asking, _first(asking, alarmed, _MOST_NEW)).values()),
        alarms=alarmed.chosen.bit_count(),
        differing=narrowing.claim_rows(asking, ClaimFilter(judged="differing")).bit_count(),
        latest=latest(asking, _MOST_NEW),
    )


def pins(asking: Asking, chosen: IncidentFilter) -> tuple[Pin, ...]:
    """The places of the incidents chosen."""
    board = asking.board("incidents")
    rows = narrowing.incident_rows(asking, chosen) & ~board.where("point", None)
    return asking.boards.keep(("pins", rows), lambda: _pins(board, rows))


def _pins(board: Board, rows: int) -> tuple[Pin, ...]:
    numbers = board.counts("point", rows)
    most = sorted(numbers.items(), key=lambda pair: (-pair[1], str(pair[0])))[:_MOST_PINS]
    order = board.by_column("starts", falling=True)
    newest = board.first_of("point", rows, order, size=_IDS_OF_A_PIN)
    return tuple(_pin(board, newest[point], number) for point, number in most)


def _pin(board: Board, newest: Sequence[int], number: int) -> Pin:
    first = newest[0]
    north, east = (float(part) for part in str(board.value("point", first)).split(","))
    return Pin(
        lat=north,
        lon=east,
        name=str(board.value("place", first) or ""),
        country=_text(board.value("country", first)),
        number=number,
        ids=tuple(str(board.value("id", at)) for at in newest),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def spans(asking: Asking, chosen: IncidentFilter) -> tuple[Spell, ...]:
    """The incidents chosen over time."""
    board = asking.board("incidents")
    rows = narrowing.incident_rows(asking, chosen)
    by_status = {
        str(status): board.counts("starts", rows & board.where("status", status))
        for status in board.columns["status"].values
        if rows & board.where("status", status)
    }
    for length in (10, 7, 4):
        held: dict[str, Counter[str]] = {}
        for status, days in by_status.items():
            for day, number in days.items():
                if day is not None:
                    held.setdefault(str(day)[:length], Counter())[status] += number
        if len(held) <= _MOST_SPELLS:
            break
    spells = [
        Spell(*_stretch(begins), sum(number.values()), dict(sorted(number.items()))) for begins, number in held.items()
    ]
    return tuple(sorted(spells, key=lambda spell: spell.since)[-_MOST_SPELLS:])


def open_questions(asking: Asking, paging: Paging) -> Page[OpenQuestion]:
    """What people asked and nobody answered yet, then the elements that the claims leave unknown, by incident.

    The questions of people stand before the first page of elements, so that page is longer than was asked for.
    """
    board = asking.board("findings")
    rows = asking.seen("findings") & ~board.where("open", 0)
    listed = Listed("findings", rows, narrowing.by_columns(board, "incident", "norm"))
    found = page_of(asking, listed, paging, lambda names: _open_elements(asking, names))
    said = () if paging.cursor else _asked(asking)
    items = (*said, *(question for held in found.items for question in held))
    return Page(items, found.next, found.previous, None, found.more)


def _asked(asking: Asking) -> tuple[OpenQuestion, ...]:
    return tuple(
        OpenQuestion(about=note.about, text=note.text, note=note.id, by=note.by, at=note.at)
        for note in seeking.questions(asking.connection)
        if not asking.sight.hides(note.about)
    )


def _open_elements(asking: Asking, names: Sequence[str]) -> dict[str, tuple[OpenQuestion, ...]]:
    return {
        name: tuple(
            OpenQuestion(
                about=row.finding.incident,
                text=element.test,
                finding=name,
                incident=row.finding.incident,
                norm=row.finding.norm,
                key=element.key,
                state=row.finding.state,
                title=row.incident_title,
            )
            for element in row.finding.elements
            if element.state is ElementState.UNKNOWN
        )
        for name, row in making.findings(asking, names).items()
    }


def _stretch(begins: str) -> tuple[str, str]:
    """The first day of a day, month or year, and the first after it."""
    if len(begins) == 10:
        day = datetime.date.fromisoformat(begins)
        return begins, (day + datetime.timedelta(1)).isoformat()
    year = int(begins[:4])
    if len(begins) == 4:
        return f"{year:04}-01-01", f"{year + 1:04}-01-01"
    month = int(begins[5:7])
    return f"{begins}-01", f"{year + month // 12:04}-{month % 12 + 1:02}-01"


def _due(asking: Asking, day: datetime.date) -> tuple[tuple[str, str, str], ...]:
    """What is overdue or ahead: answers to letters, deadlines of asks, beginnings of actions."""
    asks = narrowing.asks(asking, AskFilter(due=day))
    ahead = Listed("asks", asks.chosen, asking.board("asks").by_column("deadline"))
    found = making.asks(asking, _first(asking, ahead, _MOST_DUE)).values()
    due = [(row.ask.deadline or "", row.ask.text, row.ask.id) for row in found]
    actions = narrowing.actions(asking, ActionFilter(since=day))
    begun = making.actions(asking, _first(asking, actions, _MOST_DUE)).values()
    due += [(row.action.start or "", row.action.title, row.action.id) for row in begun]
    for one in following.followed(asking.connection, day=day, sight=asking.sight):
        if one.standing.is_open and one.standing.deadline is not None:
            subject = f": {one.standing.letter.subject}" if one.standing.letter else ""
            title = f"{one.intervention.addressee.name}{subject}"
            due.append((one.standing.deadline.day, title, one.intervention.id))
    return tuple((name, title, moment) for moment, title, name in sorted(due)[:_MOST_DUE])


def _first(asking: Asking, listed: Listed, size: int) -> list[str]:
    board = asking.board(listed.name)
    rows = [board.rows[listed.order[at]] for at in board.page(listed.chosen, listed.order, 0, size=size)]
    ids = seeking.ids_at(asking.connection, listed.name, rows)
    return [ids[row] for row in rows]
