"""What an expression of a template stands for, looked up plainly, with Django's own way for all that is not plain."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.template import Context
from django.template.base import FilterExpression, Variable
from django.utils.safestring import SafeData, mark_safe

Value = Callable[[Any], Any]

# how a look-up that is not plain ends: Django's own way of looking it up is asked then
_NOT_PLAIN = (KeyError, AttributeError, TypeError, ValueError, IndexError, ObjectDoesNotExist)
# whether values of a class are asked for their parts as attributes only
_PLAIN: dict[type, bool] = {}


def value_of(expression: FilterExpression, *, lenient: bool = False) -> Value:
    """What an expression stands for; `lenient`: nothing where it is missing, as conditions and loops want it."""
    source = _source(expression)
    steps = [_filter(function, given) for function, given in expression.filters]

    def slowly(context: Context) -> Any:
        return expression.resolve(context, ignore_failures=lenient)

    if source is None or any(step is None for step in steps):
        return slowly
    filters = [step for step in steps if step is not None]

    def plain(context: Context) -> Any:
        try:
            return source(context)
        except _NOT_PLAIN:
            return slowly(context)

    def filtered(context: Context) -> Any:
        try:
            found = source(context)
        except _NOT_PLAIN:
            return slowly(context)
        for step in filters:
            found = step(found, context)
        return found

    return filtered if filters else plain


def _filter(function: Callable[..., Any], given: list[tuple[bool, Any]]) -> Callable[[Any, Any], Any] | None:
    """A filter with its arguments; None for one that wants local times or a look-up of its own kind."""
    if getattr(function, "expects_localtime", False):
        return None
    constants = [] if any(lookup for lookup, _ in given) else [mark_safe(value) for _, value in given]
    named = {"autoescape": True} if getattr(function, "needs_autoescape", False) else {}
    keeps_safe = getattr(function, "is_safe", False)

    def apply(value: Any, context: Context) -> Any:
        arguments = constants if len(constants) == len(given) else _arguments(given, context)
        found = function(value, *arguments, **named)
        return mark_safe(found) if keeps_safe and isinstance(value, SafeData) else found

    return apply


def _arguments(given: list[tuple[bool, Any]], context: Context) -> Iterator[Any]:
    return (value.resolve(context) if lookup else mark_safe(value) for lookup, value in given)


def _source(expression: FilterExpression) -> Value | None:
    variable = expression.var
    if not isinstance(variable, Variable):
        return lambda _context: variable
    if variable.translate:
        return None
    if variable.lookups is None:
        literal = variable.literal
        return lambda _context: literal
    first, *others = variable.lookups

    def look(context: Context) -> Any:
        for held in reversed(context.dicts):
            if first in held:
                found = held[first]
                break
        else:
            raise KeyError(first)
        if callable(found):
            raise TypeError(first)
        for name in others:
            found = _part(found, name)
        return found

    return look


def _part(value: Any, name: str) -> Any:
    """A part of a value, as Django looks for it: by key, then as an attribute. What can be called is not plain."""
    kind = type(value)
    if kind not in _PLAIN:
        _PLAIN[kind] = not hasattr(kind, "__getitem__")
    if _PLAIN[kind]:
        found = getattr(value, name)
    else:
        try:
            found = value[name]
        except _NOT_PLAIN:
            found = getattr(value, name) if not name.isdigit() else value[int(name)]
    if callable(found):
        raise TypeError(name)
    return found
