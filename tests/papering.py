"""Changing a PDF where its words are drawn, as somebody would who wants it to say something else."""

import re
import zlib
from collections.abc import Callable, Iterator

_STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.S)
_DRAWN = re.compile(rb"\[((?:<[0-9a-f]{4}>|[-\d.]+)+)\] TJ")
_SHAPE = re.compile(rb"<([0-9a-f]{4})>")
_MEANS = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]{4,})>")
_BLANK = b"0003"  # the shape of a blank in the fonts of Latin letters
_INK = b"0.105882 0.141176 0.188235 rg"


def letter_changed(made: bytes, words: str, *, at: int = 0) -> bytes:
    """The PDF with one letter of these words drawn as another; `at` picks one of the places where they stand."""

    def changed(drawn: bytes, first: int, many: int) -> Iterator[bytes]:
        shapes = [one for one in _SHAPE.finditer(drawn) if one[1] != _BLANK]
        others = sorted({one[1] for one in shapes})
        for one in shapes[first : first + many]:
            for other in others:
                if other != one[1]:
                    yield drawn[: one.start(1)] + other + drawn[one.end(1) :]

    return _redrawn(made, words, changed, at)


def words_removed(made: bytes, words: str, *, at: int = 0) -> bytes:
    """The PDF without the line that holds these words."""
    return _redrawn(made, words, lambda *_: iter([b"[] TJ"]), at)


def places_of(made: bytes, words: str) -> int:
    """In how many places of one line the words are drawn."""
    return len(_places(made, words))


def _redrawn(made: bytes, words: str, change: Callable[[bytes, int, int], Iterator[bytes]], at: int) -> bytes:
    stream, drawn, first = _places(made, words)[at]
    page = zlib.decompress(stream[1])
    for new in change(drawn[0], first, len(words.replace(" ", ""))):
        changed = (page[: drawn.start()] + new + page[drawn.end() :]).replace(_INK, b"0 0 0 rg")
        packed = zlib.compress(changed, 9)
        if len(packed) <= len(stream[1]):  # every other thing in the file stays where it is
            return made[: stream.start(1)] + packed.ljust(len(stream[1]), b"\n") + made[stream.end(1) :]
    raise AssertionError("no change fits where the words were")


def _places(made: bytes, words: str) -> list[tuple[re.Match[bytes], re.Match[bytes], int]]:
    """The streams and lines that draw the words, and the number of their first shape among those that are seen."""
    unpacked = [(one, zlib.decompress(one[1])) for one in _STREAM.finditer(made) if one[1][:2] == b"\x78\xda"]
    fonts = [means for _, stream in unpacked if (means := _means(stream))]
    wanted = words.replace(" ", "")
    return [
        (one, drawn, first)
        for one, stream in unpacked
        for drawn in _DRAWN.finditer(stream)
        if (first := max(_read(drawn[0], font).find(wanted) for font in fonts)) >= 0
    ]


def _read(drawn: bytes, font: dict[bytes, str]) -> str:
    """What a line says in a font, a sign for each shape that is seen."""
    return "".join(font.get(one, "?")[:1] for one in _SHAPE.findall(drawn) if one != _BLANK)


def _means(stream: bytes) -> dict[bytes, str]:
    if b"beginbfchar" not in stream:
        return {}
    return {shape: bytes.fromhex(means.decode()).decode("utf-16-be") for shape, means in _MEANS.findall(stream)}
