"""Filters of the place where asks and actions stand."""

from django import template
from django.utils.safestring import SafeString

from clarion.workbench import lettering, words
from clarion.workbench.places.respond.board import STATUS

register = template.Library()


@register.filter
def clock(moment: object) -> str:
    """The hour of an ISO moment as `13:00`; empty for a mere day."""
    text = str(moment or "")
    return text[11:16] if len(text) > 10 else ""


@register.filter
def action_status_words(status: object) -> object:
    """How far an action is, in words."""
    return words.word(STATUS, status)


@register.filter
def letter_html(text: str) -> SafeString:
    """The text of a letter with its headings, lists and footnotes."""
    return lettering.letter_html(text)


@register.filter
def stage_words(stage: object) -> object:
    """Where an intervention stands, in words."""
    return words.word(words.STAGE, stage)


@register.filter
def due_words(due: object) -> object:
    """What is to be done next, in words."""
    return words.word(words.DUE, due)


@register.filter
def step_words(kind: object) -> object:
    """What happened to an intervention, in words."""
    return words.word(words.STEP, kind)


@register.filter
def response_words(value: object) -> object:
    """What came of an intervention, in words."""
    return words.word(words.RESPONSE, value)


@register.filter
def fate_words(fate: object) -> object:
    """What became of an ask, in words."""
    return words.word(words.FATE, fate)


@register.filter
def held_words(because: object) -> object:
    """Why an addressee is not to be written to, in words."""
    return words.word(words.HELD, because)


@register.filter
def approach_words(kind: object) -> object:
    """By what means an addressee is approached, in words."""
    return words.word(words.INTERVENTION, kind)


@register.filter
def lack_words(lack: object) -> object:
    """What is wrong in the input, in words."""
    return words.word(words.LACK, lack)


@register.filter
def match_words(reason: object) -> object:
    """Why a mail may answer a letter, in words."""
    return words.word(words.MATCH, reason)


@register.filter
def days_over(days: int | None) -> int:
    """How many days a deadline is over; 0 while it is not."""
    return max(0, -(days or 0))
