"""Operations that read."""

from django.http import HttpRequest, HttpResponse
from ninja import Query

from clarion.flow.desk import Progress, filters, rows, sheets
from clarion.flow.desk.marks import Marks
from clarion.flow.desk.paging import Page
from clarion.model.nouns import Judgement
from clarion.workbench.api import shapes
from clarion.workbench.api.door import answer, operation
from clarion.workbench.cases import desk_of

_PAGE = {"cursor", "size"}


@operation("GET", "/start", "see", sheets.Start)
def start(request: HttpRequest) -> HttpResponse:
    """What is new, waits, is due and went wrong."""
    return answer(desk_of(request).start())


@operation("GET", "/documents", "see", Page[rows.DocumentRow])
def documents(request: HttpRequest, chosen: Query[shapes.Documents]) -> HttpResponse:
    """Documents."""
    narrowed = filters.DocumentFilter(**chosen.dict(exclude=_PAGE))
    return answer(desk_of(request).documents(narrowed, chosen.paging()))


@operation("GET", "/documents/{name}", "see", sheets.DocumentSheet)
def document(request: HttpRequest, name: str) -> HttpResponse:
    """A document with its text and claims."""
    return answer(desk_of(request).document(name))


@operation("GET", "/claims", "see", Page[rows.ClaimRow])
def claims(request: HttpRequest, chosen: Query[shapes.Claims]) -> HttpResponse:
    """Claims as they stand."""
    return answer(desk_of(request).claims(filters.ClaimFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/facets/claims", "see", rows.Facets)
def claim_facets(request: HttpRequest, chosen: Query[shapes.ClaimChoice]) -> HttpResponse:
    """How often each value occurs among the claims chosen."""
    return answer(desk_of(request).claim_facets(filters.ClaimFilter(**chosen.dict())))


@operation("GET", "/claims/{name}", "see", sheets.ClaimSheet)
def claim(request: HttpRequest, name: str) -> HttpResponse:
    """A claim with every word on it."""
    return answer(desk_of(request).claim(name))


@operation("GET", "/incidents", "see", Page[rows.IncidentRow])
def incidents(request: HttpRequest, chosen: Query[shapes.Incidents]) -> HttpResponse:
    """Incidents."""
    return answer(desk_of(request).incidents(filters.IncidentFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/facets/incidents", "see", rows.Facets)
def incident_facets(request: HttpRequest, chosen: Query[shapes.IncidentChoice]) -> HttpResponse:
    """How often each value occurs among the incidents chosen."""
    return answer(desk_of(request).incident_facets(filters.IncidentFilter(**chosen.dict())))


@operation("GET", "/incidents/{name}", "see", sheets.IncidentSheet)
def incident(request: HttpRequest, name: str) -> HttpResponse:
    """An incident with all that stands for and against it."""
    return answer(desk_of(request).incident(name))


@operation("GET", "/findings", "see", Page[rows.FindingRow])
def findings(request: HttpRequest, chosen: Query[shapes.Findings]) -> HttpResponse:
    """Findings."""
    return answer(desk_of(request).findings(filters.FindingFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/findings/{name}", "see", sheets.FindingSheet)
def finding(request: HttpRequest, name: str) -> HttpResponse:
    """A finding, element by element."""
    return answer(desk_of(request).finding(name))


@operation("GET", "/questions", "see", Page[rows.OpenQuestion])
def questions(request: HttpRequest, chosen: Query[shapes.Listing]) -> HttpResponse:
    """What nobody answered yet."""
    return answer(desk_of(request).open_questions(chosen.paging()))


@operation("GET", "/asks", "see", Page[rows.AskRow])
def asks(request: HttpRequest, chosen: Query[shapes.Asks]) -> HttpResponse:
    """Demands, by addressee."""
    return answer(desk_of(request).asks(filters.AskFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/asks/{name}", "see", rows.AskRow)
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """A demand."""
    return answer(desk_of(request).ask(name))


@operation("GET", "/actions", "see", Page[rows.ActionRow])
def actions(request: HttpRequest, chosen: Query[shapes.Actions]) -> HttpResponse:
    """What people can do or attend."""
    return answer(desk_of(request).actions(filters.ActionFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/actions/{name}", "see", rows.ActionRow)
def action(request: HttpRequest, name: str) -> HttpResponse:
    """Something that people can do or attend."""
    return answer(desk_of(request).action(name))


@operation("GET", "/voices", "see", Page[rows.VoiceRow])
def voices(request: HttpRequest, chosen: Query[shapes.Voices]) -> HttpResponse:
    """Who speaks."""
    return answer(desk_of(request).voices(filters.VoiceFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/voices/{name}", "see", sheets.VoiceSheet)
def voice(request: HttpRequest, name: str) -> HttpResponse:
    """A voice."""
    return answer(desk_of(request).voice(name))


@operation("GET", "/log", "see", Page[rows.LogRow])
def log(request: HttpRequest, chosen: Query[shapes.Log]) -> HttpResponse:
    """Everything that was done, the last first."""
    return answer(desk_of(request).log(filters.LogFilter(**chosen.dict(exclude=_PAGE)), chosen.paging()))


@operation("GET", "/heads", "see", tuple[str, ...])
def heads(request: HttpRequest) -> HttpResponse:
    """The hash of the last entry of each chain of the log."""
    return answer(desk_of(request).heads())


@operation("GET", "/publications", "see", Page[rows.PublicationRow])
def publications(request: HttpRequest, chosen: Query[shapes.Listing]) -> HttpResponse:
    """What left the case."""
    return answer(desk_of(request).publications(chosen.paging()))


@operation("GET", "/search", "see", rows.Hits)
def search(request: HttpRequest, chosen: Query[shapes.Search]) -> HttpResponse:
    """Documents that hold every word."""
    return answer(desk_of(request).search(chosen.words, chosen.paging()))


@operation("GET", "/judgements", "see", tuple[Judgement, ...])
def judgements(request: HttpRequest, chosen: Query[shapes.About]) -> HttpResponse:
    """Every word on a thing."""
    return answer(desk_of(request).judgements_on(chosen.about))


@operation("GET", "/marks", "see", Marks)
def marks(request: HttpRequest, chosen: Query[shapes.About]) -> HttpResponse:
    """Notes, questions, tags, assignments and translations on a thing."""
    return answer(desk_of(request).marks_on(chosen.about))


@operation("GET", "/work", "see", Progress)
def work(request: HttpRequest) -> HttpResponse:
    """How the work in the background stands."""
    return answer(desk_of(request).work())
