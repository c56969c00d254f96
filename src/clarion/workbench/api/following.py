"""Operations of follow-up: interventions and what happens to them, letters, submissions, mail, addressees."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from ninja import File, Query
from ninja.files import UploadedFile

from clarion.flow.desk import Desk, follow_pages
from clarion.flow.desk.following_up import FollowedSheet, Lacks, Reached, form_called
from clarion.flow.desk.paging import Page
from clarion.flow.following import Begun, Happened, today
from clarion.flow.letters import Wish
from clarion.flow.submissions import Submission, Wanted
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.interventions import Addressee, Intervention, InterventionKind, Letter, Step, StepKind
from clarion.workbench.api import follow_shapes as shapes
from clarion.workbench.api.door import FILE, answer, operation
from clarion.workbench.cases import desk_of
from clarion.workbench.uploads import upload_of


@operation("GET", "/interventions", "see", Page[follow_pages.InterventionRow])
def interventions(request: HttpRequest, chosen: Query[shapes.Interventions]) -> HttpResponse:
    """What was asked of whom and where it stands, what is overdue longest first."""
    found = desk_of(request).follow_up(chosen.about)
    narrowed = follow_pages.FollowFilter(chosen.about, chosen.stage, chosen.open, chosen.overdue)
    return answer(follow_pages.page_of(found, narrowed, chosen.paging()))


@operation("GET", "/interventions/{name}", "see", FollowedSheet)
def intervention(request: HttpRequest, name: str) -> HttpResponse:
    """An intervention: its letter, its steps, where it stands and what stands around it."""
    return answer(desk_of(request).intervention(name))


@operation("GET", "/lacking", "see", tuple[Lacks, ...])
def lacking(request: HttpRequest) -> HttpResponse:
    """What is wrong in the input for acting on it."""
    return answer(desk_of(request).what_is_lacking())


@operation("GET", "/addressees", "see", tuple[Reached, ...])
def addressees(request: HttpRequest, chosen: Query[shapes.AboutMany]) -> HttpResponse:
    """Whom letters can be put to, and who is not to be written to again about these things."""
    return answer(desk_of(request).addressees(tuple(chosen.about)))


@operation("POST", "/addressees", "follow", shapes.Imported)
def import_addressees(request: HttpRequest, file: File[UploadedFile]) -> HttpResponse:
    """Take in a list of addressees (CSV in UTF-8), as a form; rows that could not be taken in come back."""
    taken, bad = desk_of(request).import_addressees(upload_of(file))
    return answer({"taken": taken, "bad": bad})


@operation("POST", "/letters/draft", "follow", Letter)
def draft_letter(request: HttpRequest, said: shapes.LetterWish) -> HttpResponse:
    """A letter about things, drafted from what the public may see, with what it lacks. Nothing is kept."""
    desk = desk_of(request)
    return answer(desk.draft_letter(_wish(said, desk)))


@operation("POST", "/letters", "follow", Intervention)
def begin_letter(request: HttpRequest, said: shapes.NewLetter) -> HttpResponse:
    """Keep a letter as an intervention, with your subject and text where they are given."""
    desk = desk_of(request)
    wish = _wish(said, desk)
    letter = _in_own_words(desk.draft_letter(wish), said.subject, said.text)
    return answer(desk.begin_letter(wish, letter, after=said.after))


@operation("POST", "/submissions/draft", "follow", Submission)
def prepare_submission(request: HttpRequest, said: shapes.SubmissionWish) -> HttpResponse:
    """A form of a body of the United Nations, filled in from what partners may see. Nothing is kept."""
    return answer(desk_of(request).prepare_submission(_wanted(said)))


@operation("POST", "/submissions", "follow", Intervention)
def begin_submission(request: HttpRequest, said: shapes.NewSubmission) -> HttpResponse:
    """Keep a submission as an intervention, with your subject and text where they are given."""
    desk, wanted = desk_of(request), _wanted(said)
    made = desk.prepare_submission(wanted)
    kept = replace(made, letter=_in_own_words(made.letter, said.subject, said.text))
    return answer(desk.begin_submission(wanted, kept))


@operation("POST", "/interventions", "follow", Intervention)
def begin(request: HttpRequest, said: shapes.NewMeeting) -> HttpResponse:
    """Note that somebody is to be met or called."""
    desk = desk_of(request)
    begun = Begun(InterventionKind(said.kind), said.about, _addressee(said.addressee, desk))
    return answer(desk.begin(begun, after=said.after))


@operation("POST", "/interventions/{name}/text", "follow", Step)
def rewrite(request: HttpRequest, name: str, said: shapes.NewText) -> HttpResponse:
    """Keep a newer text of the letter, which has to be approved anew."""
    return answer(desk_of(request).rewrite(name, said.subject, said.text))


@operation("POST", "/interventions/{name}/steps", "follow", Step)
def note(request: HttpRequest, name: str, said: shapes.NewStep) -> HttpResponse:
    """Note what happened."""
    kind = StepKind(said.kind)
    happened = Happened(
        intervention=name,
        kind=kind,
        day=(said.day or today()).isoformat(),
        words=said.words,
        value=said.value if kind is StepKind.OUTCOME else None,
        until=said.until.isoformat() if said.until else None,
        document=DocumentId(said.document) if said.document else None,
    )
    return answer(desk_of(request).happened(happened))


@operation("POST", "/interventions/{name}/approve", "publish", Step)
def approve(request: HttpRequest, name: str, said: shapes.Approval) -> HttpResponse:
    """Say that the letter may go as it stands; by the partner view only with the reason."""
    day = today().isoformat()
    happened = Happened(name, StepKind.APPROVED, day, words=said.words, value=said.view)
    return answer(desk_of(request).happened(happened))


@operation("POST", "/interventions/{name}/file", "publish", FILE)
def letter_file(request: HttpRequest, name: str, said: shapes.LetterFile) -> HttpResponse:
    """The approved letter as a file, read back; the log keeps that it left."""
    made, _publication = desk_of(request).letter_file(name, form_called(said.form))
    headers = {"Content-Disposition": f'attachment; filename="letter-{today().isoformat()}.{said.form}"'}
    return HttpResponse(made, content_type="application/octet-stream", headers=headers)


@operation("GET", "/interventions/{name}/mail", "publish", follow_pages.MailSheet)
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """The mail exactly as it would go now. Nothing is sent."""
    return answer(follow_pages.mail_sheet(*desk_of(request).mail(name)))


@operation("POST", "/interventions/{name}/send", "publish", follow_pages.SentSheet)
def send(request: HttpRequest, name: str, said: shapes.Sending) -> HttpResponse:
    """Send the approved letter; where the pace does not let it go yet, that is said (400)."""
    sent = desk_of(request).send(name, said.again)
    return answer(follow_pages.SentSheet(sent.is_sent, sent))


@operation("GET", "/documents/{name}/mail", "follow", follow_pages.CameSheet)
def came(request: HttpRequest, name: str) -> HttpResponse:
    """Which letter a mail that was taken in may answer."""
    found = desk_of(request).came(name)
    return answer(follow_pages.CameSheet(found.kind, found) if found else None)


@operation("POST", "/documents/{name}/mail", "follow", Step)
def note_mail(request: HttpRequest, name: str, said: shapes.Belongs) -> HttpResponse:
    """Note a mail that was taken in with the intervention that you name."""
    return answer(desk_of(request).note_mail(name, said.intervention))


def _wish(said: shapes.LetterWish, desk: Desk) -> Wish:
    return Wish(
        about=said.about,
        addressee=_addressee(said.addressee, desk) if said.addressee else None,
        template=said.template,
        language=said.language,
        sender=said.sender,
        reply=said.reply or None,
        until=said.until.isoformat() if said.until else None,
        number=said.number or None,
    )


def _wanted(said: shapes.SubmissionWish) -> Wanted:
    return Wanted(
        incident=said.incident,
        form=said.form,
        state=said.state or None,
        submitter=said.submitter,
        remedies=said.remedies.strip() or None,
    )


def _addressee(name: str, desk: Desk) -> Addressee:
    found = next((one.addressee for one in desk.addressees() if one.addressee.id == name), None)
    if found is None:
        raise BadRequest("this addressee is not in the list; see /addressees")
    return found


def _in_own_words(letter: Letter, subject: str, text: str) -> Letter:
    words = text.replace("\r\n", "\n").strip()
    return replace(
        letter, subject=" ".join(subject.split()) or letter.subject, text=words + "\n" if words else letter.text
    )
