"""What findings can be narrowed to."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from clarion.flow.desk.filters import FindingFilter
from clarion.workbench import words
from clarion.workbench.asking import text_of
from clarion.workbench.facets import Kind
from clarion.workbench.naming import country_name, norm_name

KINDS = {
    "verdict": Kind(_("Verdict"), lambda value: words.word(words.VERDICT, value)),
    "state": Kind(_("State"), country_name),
    "norm": Kind(_("Norm"), norm_name),
    "bound": Kind(_("Bound"), lambda value: words.word(words.BOUND, value)),
}
OTHERS = {"incident": _("Incident")}


def finding_filter(query: QueryDict) -> FindingFilter:
    """The filter that an address asks for."""
    return FindingFilter(
        norm=text_of(query, "norm"),
        state=text_of(query, "state"),
        verdict=text_of(query, "verdict"),
        bound=text_of(query, "bound"),
        incident=text_of(query, "incident"),
    )
