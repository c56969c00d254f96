"""Views of what documents ask for and what people can do: asks, the board, the calendar, outcomes."""

import datetime
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from clarion.flow.desk import Desk
from clarion.flow.desk.filters import ActionFilter, AskFilter
from clarion.flow.desk.paging import LARGEST, Paging
from clarion.flow.desk.rows import ClaimRow
from clarion.workbench import words
from clarion.workbench.asking import day_of, paging_of, text_of
from clarion.workbench.cases import desk_of
from clarion.workbench.listing import listed
from clarion.workbench.places.respond import board as boards
from clarion.workbench.places.respond import calendar as calendars
from clarion.workbench.roles import may

_ALL = Paging(size=LARGEST)
_MOST_CLAIMS = 12  # shown with their words on the page of an ask or action


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A claim behind an ask or action; None where it is not shown."""

    id: str
    row: ClaimRow | None


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The asks, by addressee."""
    page, problem = listed(lambda: desk_of(request).asks(_chosen(request.GET), paging_of(request)))
    shown = {
        "page": page,
        "acts": sorted(words.ACT.items(), key=lambda item: str(item[1])),
        "problem": problem,
        "narrowed": any(text_of(request.GET, name) for name in ("addressee", "act", "due", "assigned")),
        "today": timezone.localdate().isoformat(),
    }
    return render(request, "workbench/respond/index.html", shown, status=400 if problem else 200)


@may("see")
def board(request: HttpRequest) -> HttpResponse:
    """The actions in columns."""
    page = desk_of(request).actions(ActionFilter(kind=text_of(request.GET, "kind")), _ALL)
    columns = boards.columns(page.items, timezone.localdate())
    return render(request, "workbench/respond/board.html", {"columns": columns, "page": page})


@may("see")
def calendar(request: HttpRequest) -> HttpResponse:
    """The actions of a month."""
    desk, today = desk_of(request), timezone.localdate()
    first = calendars.month_of(text_of(request.GET, "month")) or _month_with_something(desk, today)
    page = desk.actions(ActionFilter(since=first, until=calendars.last_of(first)), _ALL)
    shown = {
        "month": calendars.lay_out(first, page.items, today),
        "page": page,
        "weekdays": [(WEEKDAYS[day], WEEKDAYS_ABBR[day]) for day in range(7)],
        "troubled": [row for row in page.items if row.action.timezone_problem],
    }
    return render(request, "workbench/respond/calendar.html", shown)


@may("see")
def outcomes(request: HttpRequest) -> HttpResponse:
    """What became of it: deadlines and days that are past, with what people said since."""
    desk, today = desk_of(request), timezone.localdate()
    asks = [row for row in desk.asks(paging=_ALL).items if row.ask.deadline and row.ask.deadline < today.isoformat()]
    actions = desk.actions(ActionFilter(until=today - datetime.timedelta(days=1)), _ALL)
    closed = [one for one in desk.follow_up() if one.standing.stage in ("closed", "escalated", "cancelled")]
    shown = {"asks": asks, "actions": actions.items[::-1], "more": actions.more, "closed": closed}
    return render(request, "workbench/respond/outcomes.html", shown)


@may("see")
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """An ask."""
    desk = desk_of(request)
    row = desk.ask(name)
    if row is None:
        raise Http404
    conflicts = [other for one in row.ask.conflicts if (other := desk.ask(one)) is not None]
    shows = [sheet.row for one in row.ask.fate_claims if (sheet := desk.claim(one)) is not None]
    shown = {"row": row, "ask": row.ask, "conflicts": conflicts, "shows": shows, **_around(desk, name, row.ask)}
    shown |= {"approaches": desk.follow_up(name), "reached": desk.addressees((name,))}
    return render(request, "workbench/respond/ask.html", shown)


@may("see")
def action(request: HttpRequest, name: str) -> HttpResponse:
    """An action."""
    desk = desk_of(request)
    row = desk.action(name)
    if row is None:
        raise Http404
    shown = {"row": row, "action": row.action, **_around(desk, name, row.action)}
    return render(request, "workbench/respond/action.html", shown)


def _chosen(query: QueryDict) -> AskFilter:
    """The filter that an address asks for.

    Raises:
        BadRequest: a day is none.
    """
    return AskFilter(
        addressee=text_of(query, "addressee"),
        act=text_of(query, "act"),
        due=day_of(query, "due"),
        assigned=text_of(query, "assigned"),
    )


def _around(desk: Desk, name: str, thing: object) -> dict[str, object]:
    """What stands beside an ask or action: its claims, the words of people on it, their marks."""
    claims: tuple[str, ...] = getattr(thing, "claims", ())
    spoken = []
    for claim in claims[:_MOST_CLAIMS]:
        sheet = desk.claim(claim)
        spoken.append(_Spoken(claim, sheet.row if sheet else None))
    return {
        "spoken": spoken,
        "further": max(0, len(claims) - _MOST_CLAIMS),
        "judgements": desk.judgements_on(name),
        "marks": desk.marks_on(name),
    }


def _month_with_something(desk: Desk, today: datetime.date) -> datetime.date:
    """The month of the next action, else of the last one, else this one."""
    ahead = desk.actions(ActionFilter(since=today), Paging(size=1)).items
    behind = () if ahead else desk.actions(ActionFilter(until=today), _ALL).items[-1:]
    for row in (*ahead, *behind):
        if row.action.start:
            return datetime.date.fromisoformat(row.action.start[:10]).replace(day=1)
    return today.replace(day=1)
