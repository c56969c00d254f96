"""Findings as a dossier shows them. The wording never says that a norm was violated."""

from clarion.model import UNKNOWN, Bound, Element, Finding
from clarion.publish.claims import Showcase
from clarion.publish.judged import judged
from clarion.publish.phrases import day_words
from clarion.publish.states import state_words
from clarion.publish.titles import element_in
from clarion.publish.views import ElementView, FindingView
from clarion.publish.words import BOUND, ELEMENT, VERDICT, VERDICT_SHORT, norm_words


def finding_view(finding: Finding, showcase: Showcase) -> FindingView:
    """A finding in words."""
    index = showcase.index
    incident = index.incidents.get(finding.incident)
    return FindingView(
        anchor=finding.id,
        norm=norm_words(finding.norm),
        norm_id=finding.norm,
        state=state_words(finding.state),
        incident=incident.title if incident else f"{finding.incident}, not in this record",
        incident_anchor=finding.incident if incident else "findings",
        incident_number=index.incident_number.get(finding.incident, 0),
        bound=bound_words(finding),
        bound_key=finding.bound.value,
        bound_source=finding.bound_source or UNKNOWN,
        verdict=VERDICT[finding.verdict],
        verdict_short=VERDICT_SHORT[finding.verdict],
        verdict_key=finding.verdict.value,
        elements=tuple(_element(element, showcase) for element in finding.elements),
        caveats=finding.caveats,
        judged=judged(index, finding.id),
    )


def bound_words(finding: Finding) -> str:
    """Whether the norm binds the state on the day of the incident, since when, and from which day no longer."""
    since = f" since {day_words(finding.bound_since)}" if finding.bound_since and finding.bound is Bound.YES else ""
    if finding.bound_since and finding.bound is Bound.SIGNED_ONLY:
        since = f" ({day_words(finding.bound_since)})"
    until = f", no longer from {day_words(finding.bound_until)}" if finding.bound_until else ""
    said = f"{BOUND[finding.bound]}{since}{until}"
    return said[0].upper() + said[1:]


def _element(element: Element, showcase: Showcase) -> ElementView:
    test, language = element_in(element.test, showcase.index.language)
    return ElementView(
        test=test,
        language=language,
        state=ELEMENT[element.state],
        state_key=element.state.value,
        claims=showcase.again(element.claims),
        against=showcase.again(element.against),
    )
