"""The smallest set of SVG parts the drawings need. Every text and attribute is escaped here and nowhere else."""

from html import escape

from clarion.publish.visible import visible

_Value = str | int | float


def number(value: float) -> str:
    """A coordinate with at most one decimal and no trailing zero."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")
    )


def tag(name: str, content: str = "", /, **attributes: _Value) -> str:
    """An element; `content` is markup already, attribute values are plain. `class_` is class, `_` in a name is `-`."""
    words = "".join(f' {_key(key)}="{_text(value)}"' for key, value in attributes.items())
    return f"<{name}{words}>{content}</{name}>" if content else f"<{name}{words}/>"


def text(content: str, x: float, y: float, /, **attributes: _Value) -> str:
    """A text element; `content` is plain."""
    return tag("text", shown(content), x=x, y=y, **attributes)


def link(target: str, content: str, /, *, label: str) -> str:
    """A link to a place of the same page, with a label for those who cannot see it."""
    # a line's end parts the name of one thing from the next, for whoever reads the page without its tags
    return f'<a href="#{escape(target)}" aria-label="{shown(label)}">{tag("title", shown(label))}\n{content}</a>'


def picture(content: str, *, width: float, height: float, label: str, class_: str) -> str:
    """The whole drawing, named for screen readers."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{escape(class_)}" role="img" aria-label="{shown(label)}"'
        f' viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
        f' font-family="sans-serif">{content}</svg>'
    )


def shown(content: str) -> str:
    """Plain text as markup that shows it: escaped, control characters made visible."""
    return escape(visible(content), quote=True)


def _key(key: str) -> str:
    return "class" if key == "class_" else key if key == "viewBox" else key.replace("_", "-")


def _text(value: _Value) -> str:
    return shown(value) if isinstance(value, str) else number(value)
