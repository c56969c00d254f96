"""Filters of the log."""

from django import template

from clarion.flow.desk.rows import LogRow
from clarion.workbench.places.log import wording

register = template.Library()


@register.filter
def done_words(row: LogRow) -> str:
    """What was done, in words."""
    return wording.done(row)
