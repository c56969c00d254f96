"""A letter as plain text: lines of at most 72 columns, notes at the end."""

import textwrap
import unicodedata

from clarion.model.interventions import Letter
from clarion.publish.letters.days import written_day
from clarion.publish.letters.reading import Block, BlockKind, Run, Sheet, read_letter
from clarion.publish.visible import one_line, visible

COLUMNS = 72


def to_text(letter: Letter) -> str:
    """The whole letter: address, day, subject, text, notes."""
    parts = ["\n".join(visible(line) for line in letter.to), written_day(letter), visible(letter.subject)]
    return "\n\n".join(part for part in parts if part) + "\n\n" + body_text(letter)


def body_text(letter: Letter) -> str:
    """The text of a letter without its head, as an e-mail holds it."""
    sheet = read_letter(letter)
    numbers = {note: number for number, note in enumerate(sheet.notes, 1)}
    said = visible(one_line(letter.subject))
    blocks = [_block(block, numbers) for block in sheet.blocks if not _repeats(block, said)]
    return "\n\n".join([*blocks, *_notes(sheet, numbers)]) + "\n"


def _repeats(block: Block, subject: str) -> bool:
    """A title that says the subject again is left out."""
    return block.kind is BlockKind.TITLE and "".join(run.text for run in block.lines[0]) == subject


def _block(block: Block, numbers: dict[str, int]) -> str:
    lines = [_words(line, numbers) for line in block.lines]
    if block.kind is BlockKind.LIST:
        return "\n".join(wrapped(line, "- ") for line in lines)
    if block.kind is BlockKind.PARAGRAPH:
        return "\n".join(wrapped(line) for line in lines)
    under = "=" if block.kind is BlockKind.TITLE else "-"
    said = wrapped(lines[0])
    return said + "\n" + under * min(COLUMNS, max(_width(line) for line in said.splitlines()))


def _notes(sheet: Sheet, numbers: dict[str, int]) -> list[str]:
    lines = [wrapped(_words(line, numbers), f"[{numbers[note]}] ") for note, line in sheet.notes.items()]
    return ["--------", "\n".join(lines)] if lines else []


def _words(line: tuple[Run, ...], numbers: dict[str, int]) -> str:
    return "".join(f" [{numbers[run.note]}]" if run.note else run.text for run in line).strip()


def wrapped(text: str, first: str = "") -> str:
    """Lines of at most 72 columns, where a letter of Chinese or Korean takes two; `first` stands before the first."""
    if all(ord(sign) < 0x1100 for sign in text):
        after = " " * len(first)
        return textwrap.fill(text, COLUMNS, initial_indent=first, subsequent_indent=after, break_on_hyphens=False)
    return _wide(text, first)


def _wide(text: str, first: str) -> str:
    lines, line = [], first
    for word in _breakable(text):
        if _width(line) + _width(word.rstrip()) > COLUMNS and line.strip() and line != first:
            lines.append(line.rstrip())
            line = " " * len(first) + word.lstrip()
        else:
            line += word
    return "\n".join([*lines, line.rstrip()])


def _breakable(text: str) -> list[str]:
    """Pieces between which a line may end: after blanks, and between Chinese signs but not before punctuation."""
    pieces: list[str] = []
    for place, sign in enumerate(text):
        before = text[place - 1] if place else ""
        starts = before == " " or (_is_han(before) and (_is_han(sign) or sign.isalnum()))
        if pieces and not starts:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _is_han(sign: str) -> bool:
    return bool(sign) and "\u3400" <= sign <= "\u9fff"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
