"""Tags and filters of the parts that several places share."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from clarion.model.nouns import Judgement, Span
from clarion.model.standing import in_force
from clarion.model.vocabulary import InformationGrade, SourceGrade
from clarion.workbench import addresses, signs, words
from clarion.workbench.kept import by_language
from clarion.workbench.people.models import Person

register = template.Library()

# verdict -> what the button says, its key
VERDICTS: dict[str, tuple[Any, str]] = {
    "accept": (_("Accept"), "a"),
    "correct": (_("Correct"), "c"),
    "reject": (_("Reject"), "r"),
    "unsure": (_("Unsure"), "u"),
    "confirmed": (_("Confirm"), ""),
    "refuted": (_("Refute"), ""),
}
# words that answer another question than whether the thing stands
_ELSEWHERE = {"same", "not_same", "prefer", "release", "withdraw", "grade"}


@register.filter
def address_of(about: object) -> str:
    """The address of the page of a thing, by its id; empty when it has none."""
    return addresses.address_of(about)


@register.filter
def address_in(document: str, span: Span) -> str:
    """The address of a stretch of words of a document."""
    return addresses.address_in(document, span)


@register.filter
def visible(text: object) -> str:
    """Words of a document with hidden signs (overrides of the direction of writing …) written by name."""
    return signs.visible(str(text)) if text else ""


@register.filter
@by_language
def language_words(code: str) -> str:
    """A language by its code, in the reader's language."""
    try:
        return str(get_language_info(str(code).partition("-")[0])["name_translated"])
    except KeyError:
        return str(code)


@register.filter
def verdict_choices(names: str) -> list[tuple[str, Any, str]]:
    """Verdicts, written with spaces between, as (verdict, words of the button, key); `accept reject unsure` if none."""
    return [(name, *VERDICTS[name]) for name in (names or "accept reject unsure").split() if name in VERDICTS]


@register.filter
def last_word(judgements: Sequence[Judgement] | None) -> Judgement | None:
    """The newest judgement on whether a thing stands, of those in force; None when there is none."""
    for judgement in reversed(judgements or ()):
        if str(judgement.verdict) not in _ELSEWHERE:
            return judgement
    return None


@register.filter
def grade_of(judgements: Sequence[Judgement] | None) -> Judgement | None:
    """The grade that stands; None when there is none, or all that was said of the thing was withdrawn."""
    stand = [one for one in in_force(list(judgements or ())) if str(one.verdict) in ("grade", "withdraw")]
    return stand[-1] if stand and str(stand[-1].verdict) == "grade" else None


@register.filter
def is_document(about: str) -> bool:
    """Whether an id is that of a document, which is graded by a letter; a claim is by a figure."""
    return about.startswith("sha256:")


@register.filter
def grade_choices(about: str) -> list[tuple[str, Any]]:
    """The grades that a thing can have, with their words."""
    grades = SourceGrade if is_document(about) else InformationGrade
    return [(grade.value, words.GRADE[grade.value]) for grade in grades]


@register.filter
def grade_words(value: str | None) -> Any:
    """What a letter or figure means."""
    return words.GRADE.get(value or "", "")


@register.filter
def newest_first(items: Iterable[Any] | None) -> list[Any]:
    """The items the other way round."""
    return list(items or ())[::-1]


@register.simple_tag
def people_here() -> list[str]:
    """The names of everybody who can sign in."""
    return list(Person.objects.filter(is_active=True).order_by("username").values_list("username", flat=True))


@register.simple_tag(takes_context=True)
def address_without(context: Any, *names: str) -> str:
    """The address of this page without some parameters."""
    query = context["request"].GET.copy()
    for name in names:
        query.pop(name, None)
    return f"?{query.urlencode()}" if query else "?"
