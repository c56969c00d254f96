"""Putting names beside points so that none covers another."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from clarion.publish.drawing.svg import number, tag, text

Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels
_LETTER = 0.56  # mean width of a letter, in parts of its height; measured on DejaVu Sans and Noto Sans
_WIDE = 1.0  # the same for letters of Chinese, Japanese and Korean


@dataclass(slots=True)
class Board:
    """A drawing's free space; what is put on it is remembered."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def is_free(self, box: Box) -> bool:
        """True when the box lies on the drawing and touches nothing that was put there."""
        left, top, right, bottom = box
        inside = left >= 2 and top >= 2 and right <= self.width - 2 and bottom <= self.height - 2
        return inside and not any(
            left < taken[2] and right > taken[0] and top < taken[3] and bottom > taken[1] for taken in self.taken
        )

    def take(self, box: Box) -> None:
        """Keep a box free of anything that comes later."""
        self.taken.append(box)


def text_width(content: str, size: float) -> float:
    """Width of a text in pixels, estimated: a drawing made here cannot measure the reader's letters."""
    return sum(_WIDE if letter >= "\u1100" else _LETTER for letter in content) * size


def place_label(board: Board, content: str, point: tuple[float, float], size: float) -> str:
    """The label beside the point where it is free, with a line to it when it stands apart; empty when nowhere is."""
    width = text_width(content, size)
    for x, y, far in _tries(point, width, size):
        box = (x - 2, y - size, x + width + 2, y + size * 0.3)
        if board.is_free(box):
            board.take(box)
            lead = _lead(point, box) if far else ""
            return lead + text(content, x, y, class_="m-label", font_size=size, fill="#1b2430")
    return ""


def _tries(point: tuple[float, float], width: float, size: float) -> Iterator[tuple[float, float, bool]]:
    """Where a label may start, best first: beside, above and below the point, then further away."""
    x, y = point
    for gap in (12.0, 26.0, 44.0, 66.0):
        far = gap > 20
        yield x + gap, y + size * 0.35, far
        yield x - gap - width, y + size * 0.35, far
        yield x - width / 2, y - gap, far
        yield x - width / 2, y + gap + size * 0.7, far
        yield x + gap * 0.8, y - gap * 0.7, far
        yield x - gap * 0.8 - width, y - gap * 0.7, far
        yield x + gap * 0.8, y + gap * 0.9, far
        yield x - gap * 0.8 - width, y + gap * 0.9, far


def _lead(point: tuple[float, float], box: Box) -> str:
    """A thin line from a point to the nearest edge of its label."""
    x = min(max(point[0], box[0]), box[2])
    y = min(max(point[1], box[1]), box[3])
    return tag("path", d=f"M{number(point[0])} {number(point[1])}L{number(x)} {number(y)}",
               class_="m-lead", stroke="#5b6673", stroke_width=0.8, fill="none")  # fmt: skip
