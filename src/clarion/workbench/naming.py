"""Names of states and norms in the language of the reader."""

from typing import Any

from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from clarion.flow.desk.states import state_name

INSTRUMENT: dict[str, Any] = {
    "ref-1951": gettext_lazy("1951 Refugee Convention"),
    "ref-1967": gettext_lazy("1967 Refugee Protocol"),
    "cat-1984": gettext_lazy("Convention against Torture"),
    "iccpr-1966": gettext_lazy("International Covenant on Civil and Political Rights"),
    "icescr-1966": gettext_lazy("International Covenant on Economic, Social and Cultural Rights"),
    "crc-1989": gettext_lazy("Convention on the Rights of the Child"),
    "cedaw-1979": gettext_lazy("Convention on the Elimination of All Forms of Discrimination against Women"),
    "cerd-1965": gettext_lazy("International Convention on the Elimination of All Forms of Racial Discrimination"),
    "icpped-2006": gettext_lazy(
        "International Convention for the Protection of All Persons from Enforced Disappearance"
    ),
    "rome-1998": gettext_lazy("Rome Statute of the International Criminal Court"),
    "udhr-1948": gettext_lazy("Universal Declaration of Human Rights"),
    "palermo-tip-2000": gettext_lazy("Palermo Protocol on Trafficking in Persons"),
    "oau-1969": gettext_lazy("OAU Refugee Convention"),
    "echr-1950": gettext_lazy("European Convention on Human Rights"),
    "ilo-29-1930": gettext_lazy("ILO Forced Labour Convention (No. 29)"),
    "ilo-105-1957": gettext_lazy("ILO Abolition of Forced Labour Convention (No. 105)"),
    "vclt-1969": gettext_lazy("Vienna Convention on the Law of Treaties"),
    "arsiwa-2001": gettext_lazy("Articles on Responsibility of States for Internationally Wrongful Acts"),
    "custom": gettext_lazy("Customary international law"),
    "jus-cogens": gettext_lazy("Peremptory norm"),
    "constitution": gettext_lazy("Constitution"),
}


def country_name(code: str | None) -> str:
    """A state by its code (`XX` or `state:XX`) in the reader's language; the code where it is not known."""
    if not code:
        return _("unknown")
    return state_name(code, (get_language() or "en").partition("-")[0])


def norm_name(norm: str) -> str:
    """A norm: the instrument's name and, where one is named, the article."""
    instrument, _slash, article = norm.partition("/")
    key, _colon, state = instrument.partition(":")
    name = str(INSTRUMENT.get(key, instrument))
    if state:
        name = pgettext("norm", "%(norm)s of %(state)s") % {"norm": name, "state": country_name(state)}
    if not article:
        return name
    if article[0].isdigit():
        return pgettext("norm", "%(norm)s, article %(article)s") % {"norm": name, "article": article}
    return f"{name}: {article.replace('-', ' ')}"
