"""What leaves the case from a desk, and what a view would hold back."""

from functools import partial
from pathlib import Path

from clarion.flow import guarding, publishing
from clarion.flow.desk.asking import asking
from clarion.flow.desk.checks import hidden_from
from clarion.flow.desk.results import Withheld
from clarion.flow.desk.viewer import Viewer
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Publication
from clarion.model.vocabulary import View
from clarion.publish.safety import LEAVES
from clarion.store.folder import CaseFolder
from clarion.store.keys import acting
from clarion.store.withheld import withheld


def publish(
    case: CaseFolder, viewer: Viewer, what: tuple[Path, str | View, str | None], incidents: tuple[str, ...] = ()
) -> Publication:
    """Publish to a file, in a view and a form; all incidents, or those that were chosen.

    The sealed view is for people who may see everything. One with parts left out for whoever made it would be taken
    for the whole case, and one with all of it would show them what they may not see. The refusal names the rule and
    nothing of what lies in the case.

    Raises:
        BadRequest: the view is none or not to be had yet, or the viewer is not among those who may see everything.
    """
    output, view, form = what
    with case.reading() as connection:
        if publishing.view_of(view) is View.SEALED and hidden_from(connection, viewer):
            raise BadRequest("the sealed view is published by people who may see the whole case; ask one of them")
    with acting(viewer.name):
        # the file goes on to a browser: its place on this machine is nobody’s business
        return publishing.publish(case, output, view=view, format=form, incidents=incidents, known_as=output.name)


def would_withhold(case: CaseFolder, viewer: Viewer, view: str | View) -> Withheld:
    """What a view would leave out, of what the viewer sees; an incident that rests on such a document goes whole."""
    chosen = publishing.view_of(view)
    with asking(case, viewer) as asked:
        hidden = asked.sight.hidden
        held = asked.kept(("withheld", chosen), partial(withheld, asked.connection, LEAVES[chosen], hidden))
    return Withheld(
        view=chosen,
        can_be_made=not hidden if chosen is View.SEALED else guarding.is_ready(),
        documents=tuple(DocumentId(name) for name in held.documents),
        claims=held.claims,
        incidents=held.incidents,
    )
