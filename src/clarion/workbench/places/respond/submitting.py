"""The view of submissions: a form of a body of the United Nations for an incident, filled in, edited and kept."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clarion.flow.submissions import Wanted
from clarion.model.errors import BadRequest
from clarion.workbench.asking import text_of
from clarion.workbench.cases import desk_of
from clarion.workbench.places.respond import forms
from clarion.workbench.roles import acting_by_method

FORMS = {
    "special-procedures": gettext_lazy("Special Procedures: communication"),
    "wgad": gettext_lazy("Working Group on Arbitrary Detention"),
    "wgeid": gettext_lazy("Working Group on Enforced or Involuntary Disappearances"),
    "ced-urgent": gettext_lazy("Committee on Enforced Disappearances: urgent action"),
    "cat-22": gettext_lazy("Committee against Torture: individual complaint"),
    "iccpr-op1": gettext_lazy("Human Rights Committee: individual complaint"),
    "upr": gettext_lazy("Universal Periodic Review"),
}
GATES = {
    "met": gettext_lazy("kept"),
    "not_met": gettext_lazy("not kept"),
    "for_a_person": gettext_lazy("for you to say"),
}


@acting_by_method({"GET": "follow", "POST": "follow"})
def submission(request: HttpRequest) -> HttpResponse:
    """Choose the body; the form is shown filled in, with its blanks and rules, and kept when it is saved."""
    desk = desk_of(request)
    given = request.POST if request.method == "POST" else request.GET
    incident = desk.incident(text_of(given, "incident") or "")
    if incident is None:
        raise Http404
    made, problem = None, ""
    try:
        if request.method == "POST":
            wanted = _wanted(given)
            made = desk.prepare_submission(wanted)
            if "save" in given:
                kept = replace(made, letter=forms.letter_of(given, made.letter))
                begun = desk.begin_submission(wanted, kept)
                messages.success(request, _("The submission is kept. It goes out once it is approved."))
                return redirect("respond:intervention", begun.id)
    except BadRequest as refused:
        problem = str(refused)
    shown = {
        "incident": incident.incident,
        "forms": FORMS.items(),
        "given": given,
        "made": made,
        "gates": [(GATES[gate.state.value], gate) for gate in made.gates] if made else (),
        "subject": given.get("subject") if "save" in given else made.letter.subject if made else "",
        "text": given.get("text") if "save" in given else made.letter.text if made else "",
        "problem": problem,
    }
    return render(request, "workbench/respond/submission.html", shown, status=400 if problem else 200)


def _wanted(given: QueryDict) -> Wanted:
    return Wanted(
        incident=given.get("incident", ""),
        form=given.get("form", ""),
        state=text_of(given, "state"),
        submitter=tuple(line.strip() for line in given.get("submitter", "").splitlines() if line.strip()),
        remedies=given.get("remedies", "").strip() or None,
    )
