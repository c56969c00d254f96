"""Templates rendered in fewer steps: each node that is common here becomes one closure, made when it is first needed.

Django walks the nodes of a template and asks each, at every rendering, what kind of thing it is made of. The answers
never change, so they are worked out once: constant text is joined, the name of an address is looked up once, a
variable becomes a plain look-up. Whatever is not plain (a callable, a missing key, a tag that is not known here) is
handed to Django's own node, so a page reads the same, sign by sign, with and without this.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from django.template import Context, Template
from django.template.base import FilterExpression, Node, NodeList, TextNode, Variable, VariableNode
from django.template.base import render_value_in_context as shown
from django.template.defaulttags import (
    CommentNode,
    ForNode,
    IfNode,
    LoadNode,
    TemplateLiteral,
    URLNode,
    WithNode,
)
from django.template.loader_tags import IncludeNode, construct_relative_path
from django.template.loaders import cached
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.static import StaticNode
from django.urls import reverse
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from clarion.workbench.looking import Value, value_of

Step = Callable[[Any], str]

# addresses and numbers that were written lately
_MOST_KEPT = 8192
_MARKS = frozenset("&<>\"'")


class Loader(cached.Loader):
    """Keeps every template, prepared."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        """The template, its nodes ready to become steps.

        Raises:
            TemplateDoesNotExist: there is none of that name.
        """
        template = super().get_template(template_name, skip)
        if not isinstance(template.nodelist, Steps):
            template.nodelist = prepared(template.nodelist)
        return template


class Steps(NodeList):
    """Nodes that are rendered by closures."""

    is_quick = True  # tests compare both ways

    def __init__(self, nodes: NodeList) -> None:
        super().__init__(nodes)
        self.contains_nontext = nodes.contains_nontext
        self._steps: list[Step] | None = None
        self._found: dict[type[Node], list[Node]] = {}

    def render(self, context: Context) -> SafeString:
        """The text of all nodes."""
        if not context.autoescape or not self.is_quick:
            return super().render(context)
        return SafeString(self.text(context))

    def text(self, context: Context) -> str:
        """The text of all nodes, where values are escaped."""
        steps = self._steps
        if steps is None:
            steps = self._steps = _joined(self)
        return "".join([step(context) for step in steps])

    def get_nodes_by_type(self, nodetype: type[Node]) -> list[Any]:
        """The nodes of a type; Django asks for the blocks of a page at every rendering."""
        found = self._found.get(nodetype)
        if found is None:
            found = self._found[nodetype] = super().get_nodes_by_type(nodetype)
        return list(found)


def prepared(nodes: NodeList) -> Steps:
    """The same nodes, with all lists of nodes below them, as steps."""
    if isinstance(nodes, Steps):
        return nodes
    for node in nodes:
        if isinstance(node, IfNode):
            node.conditions_nodelists = [
                (_with_quick_leaves(condition), prepared(inner)) for condition, inner in node.conditions_nodelists
            ]
            continue
        for name in node.child_nodelists:
            inner = getattr(node, name, None)
            if isinstance(inner, NodeList):
                setattr(node, name, prepared(inner))
    return Steps(nodes)


def _joined(nodes: NodeList) -> list[Step]:
    """The steps of nodes, neighbouring constant texts as one."""
    steps: list[Step] = []
    text = ""
    for made in map(_step, nodes):
        if isinstance(made, str):
            text += made
            continue
        if text:
            steps.append(_constant(text))
            text = ""
        steps.append(made)
    return [*steps, _constant(text)] if text else steps


def _step(node: Node) -> Step | str:
    if isinstance(node, TextNode):
        return str(node.s)
    if isinstance(node, (LoadNode, CommentNode)):
        return ""
    maker = _MAKERS.get(type(node))
    made = maker(node) if maker else None
    return made or cast(Step, node.render_annotated)


def _constant(text: str) -> Step:
    return lambda _context: text


def _variable(node: VariableNode) -> Step:
    value = value_of(node.filter_expression)

    def show(context: Context) -> str:
        found = value(context)
        kind = type(found)
        if kind is str:
            return found if _MARKS.isdisjoint(found) else escape(found)
        if kind is SafeString:
            return str(found)
        if kind is int:
            return _number(found, get_language(), context.use_l10n)
        return shown(found, context)

    return show


@lru_cache(maxsize=_MOST_KEPT)
def _number(value: int, _language: str | None, use_l10n: bool | None) -> str:
    return str(shown(value, Context(use_l10n=use_l10n)))


def _if(node: Any) -> Step:
    cases: list[tuple[Value | None, Any]] = [
        (condition.eval if condition is not None else None, inner) for condition, inner in node.conditions_nodelists
    ]
    if any(isinstance(condition, TemplateLiteral) for condition, _ in node.conditions_nodelists):
        return cast(Step, node.render)  # a look-up that may be missing in a way that only Django's own node expects

    def choose(context: Context) -> str:
        for test, inner in cases:
            if test is None or test(context):
                return cast(str, inner.text(context))
        return ""

    return choose


class _Leaf:
    """A value in a condition."""

    def __init__(self, expression: FilterExpression) -> None:
        self.eval = value_of(expression, lenient=True)


def _with_quick_leaves(condition: Any) -> Any:
    """The condition with its values looked up quickly; what joins them stays Django's."""
    if isinstance(condition, TemplateLiteral):
        expression: Any = condition.value
        has_variables = any(lookup for _, given in expression.filters for lookup, _ in given)
        return condition if has_variables else _Leaf(expression)
    for side in ("first", "second"):
        held = getattr(condition, side, None)
        if held is not None:
            setattr(condition, side, _with_quick_leaves(held))
    return condition


def _for(node: Any) -> Step | None:
    if node.is_reversed:
        return None
    sequence, inner, names = value_of(node.sequence, lenient=True), node.nodelist_loop, node.loopvars
    single = names[0] if len(names) == 1 else None

    def repeat(context: Context) -> str:
        loop: dict[str, Any] = {"parentloop": context.get("forloop", {})}
        top: dict[str, Any] = {}
        context.dicts.append(top)
        try:
            values = sequence(context)
            values = [] if values is None else values if hasattr(values, "__len__") else list(values)
            number = len(values)
            if number < 1:
                return cast(str, node.nodelist_empty.text(context))
            top["forloop"] = loop
            texts: list[str] = []
            for at, item in enumerate(values):
                loop["counter0"], loop["counter"] = at, at + 1
                loop["revcounter"], loop["revcounter0"] = number - at, number - at - 1
                loop["first"], loop["last"] = at == 0, at == number - 1
                if single is not None:
                    top[single] = item
                    texts.append(inner.text(context))
                else:
                    texts.append(_beneath(context, _unpacked(names, item), inner))
        finally:
            context.dicts.pop()
        return "".join(texts)

    return repeat


def _beneath(context: Context, values: dict[str, Any], inner: Any) -> str:
    """The text of nodes with further values at hand."""
    context.dicts.append(values)
    try:
        return cast(str, inner.text(context))
    finally:
        context.dicts.pop()


def _unpacked(names: list[str], item: Any) -> dict[str, Any]:
    length = len(item) if hasattr(item, "__len__") else 1
    if length != len(names):
        raise ValueError(f"Need {len(names)} values to unpack in for loop; got {length}. ")
    return dict(zip(names, item, strict=True))


def _with(node: WithNode) -> Step:
    values = [(name, value_of(expression)) for name, expression in node.extra_context.items()]

    def within(context: Context) -> str:
        return _beneath(context, {name: value(context) for name, value in values}, node.nodelist)

    return within


def _include(node: Any) -> Step | None:
    expression = node.template
    if node.isolated_context or expression.is_var or expression.filters:
        return None
    name = construct_relative_path(node.origin.template_name, expression.var)
    values = [(key, value_of(one)) for key, one in node.extra_context.items()]

    def within(context: Any) -> str:
        template = context.template.engine.get_template(name)
        context.dicts.append({key: value(context) for key, value in values})
        try:
            return str(template.render(context))
        finally:
            context.dicts.pop()

    return within


def _url(node: URLNode) -> Step | None:
    if node.asvar or node.kwargs:
        return None
    name, given = value_of(node.view_name), [value_of(one) for one in node.args]

    def lead(context: Context) -> str:
        match = getattr(getattr(context, "request", None), "resolver_match", None)
        place = match.namespace if match else None
        return _address(name(context), place, *(value(context) for value in given))

    return lead


@lru_cache(maxsize=_MOST_KEPT, typed=True)
def _address(name: str, place: str | None, *given: Any) -> str:
    return str(conditional_escape(reverse(name, args=given, current_app=place)))


def _translate(node: TranslateNode) -> Step | None:
    """A constant text is translated once into each language."""
    expression, of = node.filter_expression, node.message_context
    constant = isinstance(expression.var, Variable) and expression.var.literal is not None
    if node.asvar or expression.filters or not constant or (of is not None and (of.is_var or of.filters)):
        return None
    held: dict[str | None, str] = {}

    def say(context: Context) -> str:
        language = get_language()
        known = held.get(language)
        if known is None:
            known = held[language] = str(node.render(context))
        return known

    return say


def _block(node: Any) -> Step | None:
    """A text with values in it: its message is put together once."""
    if node.asvar or node.message_context or (node.plural and not (node.countervar and node.counter)):
        return None
    values = [(name, value_of(one)) for name, one in node.extra_context.items()]
    (singular, names), counter = node.render_token_list(node.singular), None
    if node.plural:
        plural, more = node.render_token_list(node.plural)
        names, counter = [*names, *more], value_of(node.counter)

    def say(context: Context) -> str:
        held = {name: value(context) for name, value in values}
        context.dicts.append(held)
        try:
            if counter is None:
                message = gettext(singular)
            else:
                held[node.countervar] = counter(context)
                message = ngettext(singular, plural, held[node.countervar])
            return message % {name: shown(context[name], context) for name in names}
        except (KeyError, ValueError, TypeError):
            pass  # a value or a translation that only Django's own node knows what to do with
        finally:
            context.dicts.pop()
        return str(node.render(context))

    return say


def _static(node: StaticNode) -> Step | None:
    if node.varname is not None or node.path.is_var or node.path.filters:
        return None
    held: list[str] = []

    def lead(context: Context) -> str:
        if not held:
            held.append(str(node.render(context)))
        return held[0]

    return lead


_MAKERS: dict[type[Node], Callable[[Any], Step | None]] = {
    VariableNode: _variable,
    IfNode: _if,
    ForNode: _for,
    WithNode: _with,
    URLNode: _url,
    TranslateNode: _translate,
    BlockTranslateNode: _block,
    IncludeNode: _include,
    StaticNode: _static,
}
