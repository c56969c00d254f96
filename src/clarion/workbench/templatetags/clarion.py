"""Filters that every template has: the record in words, and unknown written as unknown."""

import datetime
from functools import partial
from typing import Any

from django import template
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clarion.model.magnitudes import magnitude_of
from clarion.workbench import naming, words
from clarion.workbench.kept import by_language

register = template.Library()


def _filter(name: str, table: words.Words) -> None:
    # the words themselves, and not their lazy translation, which would be looked up again wherever they are shown
    register.filter(name, by_language(lambda value: str(words.word(table, value if value is not None else ""))))


for _name, _table in (
    ("status_words", words.STATUS),
    ("stance_words", words.STANCE),
    ("judged_words", words.JUDGED),
    ("verdict_words", words.VERDICT),
    ("bound_words", words.BOUND),
    ("element_words", words.ELEMENT),
    ("facet_words", words.FACET),
    ("voice_kind_words", words.VOICE_KIND),
    ("voice_role_words", words.VOICE_ROLE),
    ("place_role_words", words.PLACE_ROLE),
    ("alarm_words", words.ALARM),
    ("answer_words", words.ANSWER),
    ("figure_rule_words", words.FIGURE_RULE),
    ("forecast_words", words.FORECAST),
    ("unit_words", words.UNIT),
    ("handling_words", words.HANDLING),
    ("view_words", words.VIEW),
    ("detail_words", words.DETAIL),
    ("role_words", words.ROLE),
    ("region_words", words.REGION),
    ("act_words", words.ACT),
):
    _filter(_name, _table)


@by_language
def _unknown() -> SafeString:
    return format_html('<span class="unknown">{}</span>', _("unknown"))


@register.filter
def known(value: Any) -> Any:
    """The value, or the word unknown where there is none."""
    return _unknown() if value in (None, "", (), []) else value


@register.filter
@by_language
def day(value: Any) -> str | SafeString:
    """An ISO date or moment in the words of the reader's language; unknown where there is none."""
    if not value:
        return _unknown()
    text = value.isoformat() if isinstance(value, datetime.date) else str(value)
    try:
        parsed = datetime.date.fromisoformat(text[:10])
    except ValueError:
        return text
    return format_html('<time datetime="{}">{}</time>', text, formats.date_format(parsed, "DATE_FORMAT"))


@register.filter
@by_language
def moment(value: Any) -> str | SafeString:
    """An ISO moment (UTC) in the words of the reader's language."""
    if not value:
        return _unknown()
    text = str(value)
    try:
        parsed = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    return format_html(
        '<time datetime="{}">{} UTC</time>',
        text,
        formats.date_format(parsed.astimezone(datetime.UTC), "SHORT_DATETIME_FORMAT"),
    )


@register.filter
@by_language
def interval(when: Any) -> str | SafeString:
    """A half-open interval of the record: one day as a day, a longer one as first and last day."""
    if when is None or (when.start is None and when.end is None):
        return _unknown()
    if when.start is None:
        return format_html(_("before {}"), day(when.end))
    if when.end is None:
        return format_html(_("from {} on"), day(when.start)) if when.precision == "open" else day(when.start)
    last = _last_day(when.end)
    if last <= when.start[:10]:
        return day(when.start)
    return format_html("{} – {}", day(when.start), day(last))


@register.filter
@by_language
def figure(count: Any) -> str | SafeString:
    """A figure with the bounds that the words support."""
    if count is None:
        return _unknown()
    unit = words.word(words.UNIT, count.unit)
    number = _number(count)
    if str(count.kind) == "vague" and count.low is not None:
        return _vague(count.low, number, unit)
    return format_html('<span class="num">{}</span>{}{}', number, " " if unit else "", unit)


@register.filter
def hex_of(document: Any) -> str:
    """The digits of a document's id, as addresses carry them."""
    return str(document).removeprefix("sha256:")


@register.filter
def short(name: Any) -> str:
    """The first digits of an id."""
    text = str(name)
    return text.removeprefix("sha256:")[:10] if text.startswith("sha256:") else text[:14]


@register.filter
@by_language
def share(value: float) -> str:
    """A share from 0 to 1 in per cent."""
    return f"{formats.number_format(round(100 * value))} %"


@register.simple_tag(takes_context=True)
def address_with(context: Any, **changes: Any) -> str:
    """The address of this page with some parameters changed; None or an empty text takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"


def _vague(low: Any, bound: Any, unit: Any) -> SafeString:
    """The plural that a person would use, and what the word was read as; the bound alone where nothing is named."""
    if not unit:
        return format_html('<span class="num">{}</span> ({})', bound, words.COUNT_KIND["vague"])
    told = words.word(words.VAGUE, magnitude_of(low)).format(things=unit)
    read_as = _("(a vague word in the text; read as {bound})").format(bound=bound)
    return format_html('{} <span class="small soft">{}</span>', told, read_as)


def _number(count: Any) -> Any:
    kind = str(count.kind)
    show = partial(formats.number_format, force_grouping=True)
    if kind == "share" and (count.best is not None or count.low is not None):
        value = show(round(100 * (count.best if count.best is not None else count.low)))
        return _("{share} % of {whole}").format(share=value, whole=count.share_of or _("unknown"))
    if kind == "about" and count.best is not None:
        return _("about {number}").format(number=show(count.best))
    if count.best is not None:
        return show(count.best)
    if count.low is not None and count.high is not None:
        return f"{show(count.low)}–{show(count.high)}"
    if count.low is not None:
        return _("at least {number}").format(number=show(count.low))
    if count.high is not None:
        return _("at most {number}").format(number=show(count.high))
    return _("unknown")


def _last_day(end: str) -> str:
    if len(end) > 10:
        return end[:10]
    return (datetime.date.fromisoformat(end) - datetime.timedelta(days=1)).isoformat()


@register.filter
@by_language
def many_claims(number: int) -> str:
    """A number of claims in words."""
    return ngettext("%(number)s claim", "%(number)s claims", number) % {"number": formats.number_format(number)}


@register.filter
def in_force(judgements: Any) -> list[Any]:
    """The judgements that were not taken back, oldest first; words that take one back are left out with it."""
    back = {one.about for one in judgements or () if str(one.verdict) == "withdraw"}
    return [one for one in judgements or () if one.id not in back and str(one.verdict) != "withdraw"]


@register.filter
@by_language
def country(code: str | None) -> str:
    """A state by its code or ref, in the reader's language."""
    return naming.country_name(code)


@register.filter
@by_language
def norm(name: str) -> str:
    """A norm in words."""
    return naming.norm_name(name)


@register.simple_tag(takes_context=True)
def place_query(context: Any, pin: Any) -> str:
    """The choices of this page narrowed to one place of the map."""
    query = context["request"].GET.copy()
    query.pop("cursor", None)
    query["at"] = pin.point
    return str(query.urlencode())


@register.filter
def at(held: Any, key: Any) -> Any:
    """What stands in a mapping at a key, or None."""
    return held.get(key)


@register.simple_tag
@by_language
def lead_time(days: int) -> str:
    """How long before an incident a warning stood, in words."""
    if days == 0:
        return _("on the day itself")
    if days > 0:
        return ngettext("%(number)s day before", "%(number)s days before", days) % {"number": days}
    return ngettext("%(number)s day after it began", "%(number)s days after it began", -days) % {"number": -days}


@register.simple_tag
@by_language
def elements_counted(state: str, number: int) -> str:
    """How many elements of a norm stand so, in few words."""
    words_ = {
        "met": ngettext("%(number)s spoken for", "%(number)s spoken for", number),
        "contested": ngettext("%(number)s contested", "%(number)s contested", number),
        "missing": ngettext("%(number)s missing", "%(number)s missing", number),
        "unknown": ngettext("%(number)s unknown", "%(number)s unknown", number),
    }
    return words_.get(state, "%(number)s") % {"number": number}
