"""The text of a letter taken apart: paragraphs, headings, lists, strong words and notes.

It is the small part of Markdown that `Letter.text` is written in; anything else is text as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clarion.model.interventions import Letter
from clarion.publish.visible import visible

_NOTE = re.compile(r"^\[\^(\d+)\]:[ \t]*(.*)$")
_PARTED = re.compile(r"\n[ \t]*\n\s*")
_SIGNS = re.compile(r"\\([\\*\[\]])|(\*\*)|\[\^(\d+)\]")


class BlockKind(StrEnum):
    """What a block of a letter is."""

    TITLE = "title"
    HEADING = "heading"
    LIST = "list"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look, or the mark of a note. `note` is its number in the text."""

    text: str
    strong: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its lines, or the items of a list."""

    kind: BlockKind
    lines: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter taken apart. `notes` are by their numbers in the text, in the order in which they are first called."""

    blocks: tuple[Block, ...]
    notes: dict[str, tuple[Run, ...]]


def read_letter(letter: Letter) -> Sheet:
    """The blocks and notes of a letter's text. A mark without a note stays as it is written."""
    text = visible(letter.text.replace("\r\n", "\n"))
    given = {found[1]: found[2] for line in text.splitlines() if (found := _NOTE.match(line))}
    body = "\n".join(line for line in text.splitlines() if not _NOTE.match(line))
    blocks = tuple(_block(block, given) for block in _PARTED.split(body.strip()) if block.strip())
    called = dict.fromkeys(run.note for block in blocks for line in block.lines for run in line if run.note)
    return Sheet(blocks, {number: tuple(_runs(given[number], {})) for number in called})


def plain_words(line: tuple[Run, ...]) -> str:
    """The words of a line, without marks of notes."""
    return "".join(run.text for run in line if run.note is None)


def _block(text: str, notes: dict[str, str]) -> Block:
    lines = text.splitlines()
    for mark, kind in (("## ", BlockKind.HEADING), ("# ", BlockKind.TITLE)):
        if text.startswith(mark):
            return Block(kind, (tuple(_runs(" ".join(text[len(mark) :].split()), notes)),))
    if lines[0].startswith("- "):
        return Block(BlockKind.LIST, tuple(tuple(_runs(item, notes)) for item in _items(lines)))
    return Block(BlockKind.PARAGRAPH, tuple(tuple(_runs(line.strip(), notes)) for line in lines))


def _items(lines: list[str]) -> list[str]:
    """Items of a list; a line without its mark belongs to the item before."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:].strip())
        else:
            items[-1] += " " + line.strip()
    return items


def _runs(text: str, notes: dict[str, str]) -> Iterator[Run]:
    held, strong, after = "", False, 0
    for found in _SIGNS.finditer(text):
        held += text[after : found.start()]
        after = found.end()
        if found[1]:
            held += found[1]
            continue
        if found[3] and found[3] not in notes:
            held += found[0]
            continue
        if held:
            yield Run(held, strong)
        held = ""
        if found[2]:
            strong = not strong
        else:
            yield Run("", strong, found[3])
    held += text[after:]
    if held:
        yield Run(held, strong)
