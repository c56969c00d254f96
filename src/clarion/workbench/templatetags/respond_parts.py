"""Filters of the place where asks and actions stand."""

from django import template

from clarion.workbench import words
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
