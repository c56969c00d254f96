"""How a text that was read back stands: as content, run together, or as code around content. Plain `str` is content."""

from collections.abc import Callable, Iterable


class Joined(str):
    """Text in which words of two places may run together: without its tags, or as a page draws it.

    Part of a name may stand in it by chance; whole names do not.
    """


class Code(str):
    """Markup, style or script: short words of it are those of its language, whatever they mean elsewhere."""


# a reader of something that only a program of its own can read, such as the drawn words of a PDF
Reader = Callable[[bytes], Iterable[str]]
