"""The smallest set of SVG parts that the drawings need. Every text and attribute is escaped here and nowhere else."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from clarion.workbench.signs import visible

_Value = str | int | float


def number(value: float) -> str:
    """A coordinate with at most one decimal and no trailing zero."""
    text_ = f"{value:.1f}".removesuffix(".0")
    return "0" if text_ == "-0" else text_


def tag(name: str, *content: SafeString, **attributes: _Value) -> SafeString:
    """An element; `content` is markup already, attribute values are plain. `class_` is class, `_` in a name is `-`."""
    words = "".join(f' {_key(key)}="{_shown(value)}"' for key, value in attributes.items())
    inside = "".join(content)
    # names and keys are written in this room only; values were escaped above
    return mark_safe(f"<{name}{words}>{inside}</{name}>")


def text(content: str, x: float, y: float, **attributes: _Value) -> SafeString:
    """A text element; `content` is plain."""
    return tag("text", plain(content), x=x, y=y, **attributes)


def plain(content: str) -> SafeString:
    """Plain text as markup that shows it."""
    return escape(visible(content))


def link(address: str, *content: SafeString, label: str) -> SafeString:
    """A link for the mouse. The keyboard and screen readers have the table beside the drawing."""
    return tag("a", tag("title", plain(label)), *content, href=address, tabindex=-1)


def picture(*content: SafeString, width: float, height: float, class_: str) -> SafeString:
    """The whole drawing, hidden from screen readers: what it shows stands in words beside it."""
    return tag(
        "svg",
        *content,
        xmlns="http://www.w3.org/2000/svg",
        class_=class_,
        aria_hidden="true",
        focusable="false",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
    )


def _key(key: str) -> str:
    return "class" if key == "class_" else key if key == "viewBox" else key.replace("_", "-")


def _shown(value: _Value) -> str:
    return escape(value) if isinstance(value, str) else number(value)
