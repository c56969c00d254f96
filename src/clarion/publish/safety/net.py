"""The last net: what was made is read back and searched for everything that is withheld."""

import ast
import functools
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from clarion.model import DetailKind
from clarion.publish.office import blank_document, packed
from clarion.publish.safety.common import names_of_states
from clarion.publish.safety.folding import key_of
from clarion.publish.safety.matching import Found, Matcher
from clarion.publish.safety.reading_back import Code, Joined

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[<>=\"]")  # of markup, within which no name stands
_HASH = re.compile(r"(?<![0-9A-Za-z])(?:[0-9a-f]{128}|[0-9a-f]{64})(?![0-9A-Za-z])|(?<=_)[0-9a-f]{20}\b")
# rooms whose templates, styles, scripts and lists of words are the frame around what documents say
_FRAMES = ("clarion.publish", "clarion.respond", "clarion.model")
_TEXTS = (".html", ".css", ".js", ".toml", ".txt", ".md", ".json", ".csv", ".yaml")


@dataclass(frozen=True, slots=True)
class Caught:
    """Something withheld that stands in what was made. Its words are for those who hold the case alone."""

    kind: DetailKind
    words: str


def caught(texts: Iterable[str], net: Matcher, frame: Iterable[str] = ()) -> Caught | None:
    """The first thing withheld that any of these texts holds, or None.

    A surname alone that is also a word of the frame of a publication, or of `frame` (reference data that is shown
    beside the record), counts only together with the rest of its name; so does a short phrase that the frame holds.
    """
    shown = tuple(frame)
    words = _frame_words() | {key_of(word) for text in shown for word in _WORD.findall(text)}
    for whole in texts:
        text = _without_hashes(whole)
        for one in net.find(text):
            if not _by_chance(one, text, words) and not (one.term.loose and _is_said(one.term.letters, shown)):
                return Caught(one.kind, text[one.start : one.end])
    return None


def _without_hashes(text: str) -> str:
    """A text with blanks for what is a hash, a salt or an id made of one: any number may stand in them by chance."""
    bare = _HASH.sub(lambda found: " " * len(found[0]), text)
    return text if bare == text else type(text)(bare)


def _by_chance(one: Found, text: str, words: frozenset[str]) -> bool:
    if one.term.loose and isinstance(text, Joined | Code):
        return True
    # codes of states and zones are two capital letters; a part of a name of two is written with one
    if one.term.alone and len(one.term.letters) == 2 and text[one.start : one.end].isupper():
        return True
    # the name of a state in a script without capitals, once taken for that of a person or heard as one, leads to nobody
    said = key_of(text[one.start : one.end])
    if not said.isascii() and said in names_of_states():
        return True
    # names of fonts and makers stand in every Word document; what its paragraphs say is searched beside
    if isinstance(text, Code) and one.term.alone and _is_markup(one, text):
        return True
    return (one.term.alone or one.term.loose) and (isinstance(text, Joined) or one.term.letters in words)


def _is_said(letters: str, shown: tuple[str, ...]) -> bool:
    return letters in _frame_run() or any(letters in key_of(text) for text in shown)


def _is_markup(one: Found, text: str) -> bool:
    return one.term.letters in _office_words() or _MARKS.search(text, one.start, one.end) is not None


@functools.cache
def _frame_words() -> frozenset[str]:
    """The words that publications hold, whatever their record: those of templates and of the code that writes them."""
    found: set[str] = set(names_of_states())
    for text in _frame_texts():
        found.update(map(key_of, _WORD.findall(text)))
    return frozenset(found)


@functools.cache
def _office_words() -> frozenset[str]:
    """The words of a Word document that says nothing: of its fonts, styles and names of its own markup."""
    with zipfile.ZipFile(io.BytesIO(packed(blank_document(title="", language="en")))) as parts:
        texts = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
    return frozenset(key_of(word) for text in texts for word in _WORD.findall(text))


@functools.cache
def _frame_run() -> str:
    return "\n".join(map(key_of, _frame_texts()))


@functools.cache
def _frame_texts() -> tuple[str, ...]:
    found: list[str] = []
    for room in _FRAMES:
        for file in _files(resources.files(room)):
            if file.name.endswith(_TEXTS):
                found.append(file.read_text(encoding="utf-8"))
            elif file.name.endswith(".py"):
                found += _said_by(file.read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(found))


def _files(folder: Traversable) -> Iterator[Traversable]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _files(one)
        else:
            yield one


def _said_by(code: str) -> Iterator[str]:
    """The texts of a module, and the names of its fields, which are keys of what is written."""
    tree = ast.parse(code)
    explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
            yield node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
