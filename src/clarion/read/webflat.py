"""The words of HTML that is nested too deeply for a tree: in order, without structure."""

from html.parser import HTMLParser

_SILENT = frozenset(("script", "style", "noscript", "template", "head", "title", "iframe", "textarea", "option"))
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data em font i kbd mark q s small span strong sub sup time u var".split()
)


def flat_text(source: str) -> str:
    """Every visible word, a line for each block. Needs memory and time in proportion to the source alone."""
    parser = _Words()
    parser.feed(source)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\0"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent is None and tag in _SILENT:
            self._silent = tag
        if tag not in _INLINE:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent or tag in ("head", "body", "html"):
            self._silent = None
        if tag not in _INLINE:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if self._silent is None:
            self.pieces.append(data.replace("\0", " "))
