"""What a person narrows the list of documents to, read from the address."""

import datetime
from dataclasses import fields
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from clarion.flow.desk.filters import DocumentFilter
from clarion.model.errors import BadRequest
from clarion.workbench import words
from clarion.workbench.naming import country_name

# the languages whose documents are told apart on reading, the commonest first
LANGUAGES = "en ko zh ja ru es fr de pt it ar fa tr uk vi th id my hi bn ur he el pl nl sv km lo ka hy ta".split()
SORTS: dict[str, Any] = {
    "newest": gettext_lazy("newest first"),
    "oldest": gettext_lazy("oldest first"),
    "title": gettext_lazy("by title"),
    "arrived": gettext_lazy("last taken in first"),
    "claims": gettext_lazy("most claims first"),
}
_JUDGED = {"yes": True, "no": False}


def asked(query: QueryDict) -> DocumentFilter:
    """The filter that an address asks for.

    Raises:
        BadRequest: a day is none, or the order is none.
    """
    sort = query.get("sort") or "newest"
    if sort not in SORTS:
        raise BadRequest(_("the list cannot be sorted like that; choose one of the orders"))
    return DocumentFilter(
        words=query.get("words", "").strip(),
        voice=query.get("voice", "").strip() or None,
        language=query.get("language") or None,
        place=query.get("place") or None,
        since=_day(query.get("since", "")),
        until=_day(query.get("until", "")),
        handling=_handling(query.get("handling", "")),
        problem=query.get("problem") == "1",
        tag=query.get("tag", "").strip() or None,
        judged=_JUDGED.get(query.get("judged", "")),
        sort=sort,
    )


def chosen(asked_: DocumentFilter) -> list[tuple[str, str, str]]:
    """What the list is narrowed to, for people: the parameter, what it is called, its value in words."""
    labels = {
        "words": _("Words"), "voice": _("Voice"), "language": _("Language"), "place": _("Country"),
        "since": _("From"), "until": _("Until"), "handling": _("Handling"), "problem": _("Problems"),
        "tag": _("Tag"), "judged": _("Judged"),
    }  # fmt: skip
    values = [(field.name, getattr(asked_, field.name)) for field in fields(asked_) if field.name in labels]
    narrowing = [(name, value) for name, value in values if _narrows(name, value)]
    return [(name, labels[name], _in_words(name, value)) for name, value in narrowing]


def _narrows(name: str, value: Any) -> bool:
    if name in ("handling", "judged"):
        return value is not None
    return bool(value)


def languages() -> list[tuple[str, str]]:
    """The languages to choose from, by name."""
    return sorted(((code, language_name(code)) for code in LANGUAGES), key=lambda one: one[1])


def language_name(code: str) -> str:
    """A language in the words of the reader's; the code where none are known."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _in_words(name: str, value: Any) -> str:
    if name == "handling":
        return str(words.word(words.HANDLING, value))
    if name == "language":
        return language_name(value)
    if name == "place":
        return country_name(value)
    if name == "problem":
        return _("with problems")
    if name == "judged":
        return _("every claim") if value else _("not every claim")
    return str(value)


def _handling(text: str) -> str | None:
    """The choice `none` asks for documents whose handling nobody gave."""
    return None if not text else "" if text == "none" else text


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest(_("“%(text)s” is no day; write it as 2024-05-31") % {"text": text}) from None
