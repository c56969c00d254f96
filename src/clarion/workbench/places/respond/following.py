"""Views of follow-up: what is due, one intervention and what happened to it, sending, and mail that comes back."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clarion.flow.desk.following_up import FollowedSheet, form_called
from clarion.flow.following import Happened, today
from clarion.model.errors import BadRequest
from clarion.model.interventions import StepKind
from clarion.workbench import words
from clarion.workbench.answers import not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.places.preserve.forms import given_of
from clarion.workbench.places.respond import forms
from clarion.workbench.roles import acting_by_method, may
from clarion.workbench.uploads import upload_of

_HEADS = ("From", "To", "Subject", "Date")
_FOLLOW = acting_by_method({"GET": "follow", "POST": "follow"})
_PUBLISH = acting_by_method({"GET": "publish", "POST": "publish"})


@may("see")
def follow_up(request: HttpRequest) -> HttpResponse:
    """What was asked of whom, what is overdue first."""
    found = desk_of(request).follow_up()
    shown = {
        "open": [one for one in found if one.standing.is_open],
        "done": [one for one in found if not one.standing.is_open],
    }
    return render(request, "workbench/respond/follow_up.html", shown)


@may("see")
def lacking(request: HttpRequest) -> HttpResponse:
    """What is wrong in the input for acting on it."""
    found = desk_of(request).what_is_lacking()
    groups = [(name, title, [one for one in found if one.lack == name]) for name, title in words.LACK.items()]
    return render(request, "workbench/respond/lacking.html", {"groups": [one for one in groups if one[2]]})


@may("see")
def intervention(request: HttpRequest, name: str) -> HttpResponse:
    """An intervention: where it stands, its letter, what happened."""
    sheet = _sheet(request, name)
    marks = desk_of(request).marks_on(name)
    shown = {"sheet": sheet, "marks": marks, "steps": _choices(), "responses": words.RESPONSE.items()}
    shown |= {"files": forms.FORMS.items(), "today": today().isoformat()}
    return render(request, "workbench/respond/intervention.html", shown)


@_FOLLOW
def rewrite(request: HttpRequest, name: str) -> HttpResponse:
    """Write a newer text of the letter."""
    sheet, problem = _sheet(request, name), ""
    letter = sheet.followed.standing.letter
    subject, text = (letter.subject, letter.text) if letter else ("", "")
    if request.method == "POST":
        subject, text = request.POST.get("subject", ""), request.POST.get("text", "")
        try:
            desk_of(request).rewrite(name, subject, text)
            messages.success(request, _("The newer text is kept; it has to be approved."))
            return redirect("respond:intervention", name)
        except BadRequest as refused:
            problem = str(refused)
    shown = {"sheet": sheet, "letter": letter, "subject": subject, "text": text, "problem": problem}
    return render(request, "workbench/respond/rewrite.html", shown, status=400 if problem else 200)


@require_POST
@may("publish")
def approve(request: HttpRequest, name: str) -> HttpResponse:
    """Say that the letter may go as it stands, and whether its addressee may see what partners may."""
    view = "partner" if request.POST.get("view") == "partner" else None
    words = request.POST.get("words", "") if view else ""
    said = Happened(name, StepKind.APPROVED, today().isoformat(), words=words, value=view)
    return _noted(request, name, said, _("Approved. It can be sent now, or taken as a file."))


@require_POST
@may("follow")
def note(request: HttpRequest, name: str) -> HttpResponse:
    """Note what happened."""
    try:
        said = forms.happened_of(request.POST, name)
    except BadRequest as problem:
        return not_done(request, problem, reverse("respond:intervention", args=[name]))
    return _noted(request, name, said, _("Noted."))


@require_POST
@may("publish")
def file(request: HttpRequest, name: str) -> HttpResponse:
    """The approved letter as a file."""
    form = request.POST.get("form", "")
    try:
        made, _publication = desk_of(request).letter_file(name, form_called(form))
    except BadRequest as problem:
        return not_done(request, problem, reverse("respond:intervention", args=[name]))
    headers = {"Content-Disposition": f'attachment; filename="letter-{today().isoformat()}.{form}"'}
    return HttpResponse(made, content_type="application/octet-stream", headers=headers)


@_PUBLISH
def send(request: HttpRequest, name: str) -> HttpResponse:
    """The mail exactly as it would go; it goes when that is said once more."""
    sheet, back = _sheet(request, name), reverse("respond:intervention", args=[name])
    desk = desk_of(request)
    try:
        if request.method == "POST":
            sent = desk.send(name, request.POST.get("again", ""))
            if sent.is_sent:
                messages.success(request, _("The mail server has taken it."))
            else:
                said = sent.why or (sent.result.words if sent.result else "")
                messages.error(request, _("It did not go: %(why)s") % {"why": said})
            return redirect(back)
        mail, readiness = desk.mail(name)
    except BadRequest as problem:
        return not_done(request, problem, back)
    shown = {"sheet": sheet, "mail": mail, "readiness": readiness, "content": mail.content.decode("ascii", "replace")}
    shown |= _read(mail.content)
    return render(request, "workbench/respond/send.html", shown)


@_FOLLOW
def mail(request: HttpRequest) -> HttpResponse:
    """Take in a mail that came back."""
    if request.method != "POST":
        return render(request, "workbench/respond/mail.html", {})
    back, chosen = reverse("respond:mail"), request.FILES.get("mail")
    try:
        if chosen is None:
            raise BadRequest(_("no file was chosen; save the mail as a file (.eml) and choose it"))
        taken = desk_of(request).take_in([upload_of(chosen)], given_of(request.POST))
    except BadRequest as problem:
        return not_done(request, problem, back)
    documents = [*taken.new, *taken.known]
    if not documents:
        return not_done(request, _("the mail could not be taken in"), back)
    return redirect("respond:came", str(documents[0]).removeprefix("sha256:"))


@_FOLLOW
def came(request: HttpRequest, digits: str) -> HttpResponse:
    """Which letter a mail answers: proposals, one of which a person confirms."""
    desk, document = desk_of(request), f"sha256:{digits}"
    if request.method == "POST":
        name = request.POST.get("intervention", "")
        try:
            desk.note_mail(document, name)
        except BadRequest as problem:
            return not_done(request, problem, reverse("respond:came", args=[digits]))
        messages.success(request, _("Noted with the letter that it answers."))
        return redirect("respond:intervention", name)
    found = desk.came(document)
    if found is None:
        raise Http404
    everything = {one.intervention.id: one for one in desk.follow_up()}
    matches = [(match, everything[match.intervention]) for match in found.matches if match.intervention in everything]
    others = [one for name, one in everything.items() if name not in {match.intervention for match in found.matches}]
    shown = {"document": document, "came": found, "matches": matches, "others": others}
    return render(request, "workbench/respond/came.html", shown)


def _read(content: bytes) -> dict[str, object]:
    """A mail as its receiver reads it: what stands above it, and its words."""
    read = message_from_bytes(content, policy=policy.default)
    body = read.get_body(("plain",)) if isinstance(read, EmailMessage) else None
    return {"heads": [(name, str(read[name] or "")) for name in _HEADS], "words": body.get_content() if body else ""}


def _sheet(request: HttpRequest, name: str) -> FollowedSheet:
    sheet = desk_of(request).intervention(name)
    if sheet is None:
        raise Http404
    return sheet


def _noted(request: HttpRequest, name: str, said: Happened, done: str) -> HttpResponse:
    back = reverse("respond:intervention", args=[name])
    try:
        desk_of(request).happened(said)
    except BadRequest as problem:
        return not_done(request, problem, back)
    messages.success(request, done)
    return redirect(back)


def _choices() -> list[tuple[str, object]]:
    return [(step, words.word(words.STEP, step)) for step in forms.STEPS]
