"""Operations that write: each makes entries of the log by the name of the person."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import File, Form
from ninja.files import UploadedFile

from clarion.flow.desk import Given, Judged, TakenIn
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim
from clarion.workbench.api import shapes
from clarion.workbench.api.door import FILE, answer, operation
from clarion.workbench.api.problems import problem
from clarion.workbench.cases import desk_of
from clarion.workbench.outgoing import sent
from clarion.workbench.people.present import check_here, person_of
from clarion.workbench.roles import action_of_word, is_allowed
from clarion.workbench.uploads import upload_of


@operation("POST", "/documents", "take_in", TakenIn)
def take_in(request: HttpRequest, files: File[list[UploadedFile]], said: Form[shapes.NewDocuments]) -> HttpResponse:
    """Take documents in, as a form of several parts; reading and all that follows goes on in the background."""
    names = said.paths if len(said.paths) == len(files) else [""] * len(files)
    uploads = [upload_of(file, name) for file, name in zip(files, names, strict=True)]
    given = Given(said.handling, tuple(said.named), said.provider, said.consent)
    return answer(desk_of(request).take_in(uploads, given))


@operation("POST", "/incidents/{name}/merge", "join", Judged)
def merge(request: HttpRequest, name: str, said: shapes.Merging) -> HttpResponse:
    """Say that two incidents are one."""
    return answer(desk_of(request).merge(name, said.other, said.reason))


@operation("POST", "/incidents/{name}/split", "join", Judged)
def split(request: HttpRequest, name: str, said: shapes.Splitting) -> HttpResponse:
    """Say that a claim does not belong to an incident."""
    return answer(desk_of(request).split(said.claim, name, said.reason))


@operation("POST", "/incidents/{name}/prefer", "judge", Judged)
def prefer(request: HttpRequest, name: str, said: shapes.Preferring) -> HttpResponse:
    """Say which figure of an incident is to be shown."""
    return answer(desk_of(request).prefer(name, said.value, said.reason))


@operation("POST", "/publications", "publish", FILE)
def publish(request: HttpRequest, said: shapes.NewPublication) -> HttpResponseBase:
    """Write a publication and send it; what left, with its hash, is then the first of `/publications`."""
    return sent(request, said.view, said.form, said.incidents)


@operation("POST", "/judgements", "judge", Judged)
def judge(request: HttpRequest, said: shapes.NewJudgement) -> HttpResponse:
    """Say a word on a thing; words of others that stand beside it come back with it."""
    if not is_allowed(person_of(request).role, action_of_word(said.verdict)):
        return problem(403, "your role does not allow this")
    desk = desk_of(request)
    return answer(desk.judge(said.about, said.verdict, said.reason, value=said.value, answers=said.answers))


@operation("POST", "/judgements/{name}/undo", "judge", Judged)
def undo(request: HttpRequest, name: str, why: shapes.Reason) -> HttpResponse:
    """Take a judgement back."""
    return answer(desk_of(request).undo(name, why.reason))


@operation("POST", "/claims", "add_claim", Claim)
def add_claim(request: HttpRequest, claim: shapes.NewClaim) -> HttpResponse:
    """Add a claim that the machine missed."""
    made = desk_of(request).add_claim(
        DocumentId(claim.document),
        cue=(claim.cue_start, claim.cue_end),
        span=(claim.start, claim.end),
        act=claim.act,
        stance=claim.stance,
        reason=claim.reason,
        value=claim.value,
    )
    return answer(made)


@operation("POST", "/marks/notes", "remark", shapes.Made)
def note(request: HttpRequest, said: shapes.NewNote) -> HttpResponse:
    """Add a note or an open question."""
    desk = desk_of(request)
    made = desk.ask_about(said.about, said.text) if said.question else desk.note(said.about, said.text)
    return _made(made.id)


@operation("POST", "/marks/questions/{name}/close", "remark", shapes.Made)
def close_question(request: HttpRequest, name: str, found: shapes.Reason) -> HttpResponse:
    """Close an open question with what was found out."""
    return _made(desk_of(request).close_question(name, found.reason).id)


@operation("POST", "/marks/tags", "remark", shapes.Made)
def tag(request: HttpRequest, mark: shapes.NewTag) -> HttpResponse:
    """Put a tag on a thing."""
    return _made(desk_of(request).tag(mark.about, mark.tag).id)


@operation("DELETE", "/marks/tags", "remark", shapes.Made)
def untag(request: HttpRequest, mark: shapes.NewTag) -> HttpResponse:
    """Take a tag off."""
    return _made(desk_of(request).untag(mark.about, mark.tag).id)


@operation("POST", "/marks/assignments", "remark", shapes.Made)
def assign(request: HttpRequest, given: shapes.NewAssignment) -> HttpResponse:
    """Give a thing to a person of the case, who may see it, to look after."""
    return _made(desk_of(request).assign(given.about, check_here(given.to)).id)


@operation("DELETE", "/marks/assignments", "remark", shapes.Made)
def unassign(request: HttpRequest, given: shapes.NewAssignment) -> HttpResponse:
    """Take a thing off a person's list."""
    return _made(desk_of(request).unassign(given.about, given.to).id)


@operation("POST", "/marks/translations", "remark", shapes.Made)
def translate(request: HttpRequest, passage: shapes.NewTranslation) -> HttpResponse:
    """Put a passage of a document into another language."""
    made = desk_of(request).translate(
        DocumentId(passage.document),
        span=(passage.start, passage.end),
        language=passage.language,
        words=passage.words,
    )
    return _made(made.id)


@operation("POST", "/documents/{name}/handling", "handle", shapes.Made)
def handle(request: HttpRequest, name: str, said: shapes.NewHandling) -> HttpResponse:
    """Say how a document may be used, and who may see it while it is sealed."""
    made = desk_of(request).set_handling(DocumentId(name), said.handling, named=said.named, reason=said.reason)
    return _made(made.id)


def _made(name: object) -> HttpResponse:
    return answer({"id": str(name)})
