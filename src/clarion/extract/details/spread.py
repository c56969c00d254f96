"""A private name is private wherever the text writes it: whole, in parts, in capitals, in other order, in a handle."""

import re
from collections.abc import Iterable, Iterator

from clarion.extract.details.lists import is_city, is_common, is_people, lists, plain
from clarion.model.nouns import Span

_LETTERS = re.compile(r"[^\W\d_]+")
_FAR = 4  # characters between two words of a name
_GAP = re.compile(r"[\s.,'\"_+-]{0,4}")
_MOST_WORDS = 8
_SMALLEST = 2
_END = ""


class Names:
    """The names of a document as a tree of their words, so that looking one up costs the same with many."""

    def __init__(self, *, is_chat: bool = False) -> None:
        """Hold no name; in a chat names are written in small letters anywhere, else only in handles and file names."""
        self._is_chat = is_chat
        self._tree: dict[str, dict] = {}  # type: ignore[type-arg]
        self._small: set[str] = set()  # parts that are names in small letters too

    def add(self, name: str) -> None:
        """Take a whole name."""
        branch = self._tree
        for word in words_of(name)[:_MOST_WORDS]:
            branch = branch.setdefault(word, {})
        if branch is not self._tree:
            branch[_END] = {}

    def add_part(self, word: str, *, small: bool) -> None:
        """Take one word of a name; `small` when it is no word of the language, so that small letters are it too."""
        self.add(word)
        if small:
            self._small.add(plain(word))

    def find(self, text: str) -> Iterator[Span]:
        """Where a text writes one of the names, in order, the longest first, none overlapping."""
        tokens = [(match.start(), match.end(), plain(match[0])) for match in _LETTERS.finditer(text)]
        at = 0
        while at < len(tokens):
            last = self._longest(text, tokens, at)
            if last is None:
                at += 1
                continue
            start, end = tokens[at][0], tokens[last][1]
            if (
                last > at
                or not text[start].islower()
                or (tokens[at][2] in self._small and self._may_be_small(text, start, end))
            ):
                yield start, end
            at = last + 1

    def _may_be_small(self, text: str, start: int, end: int) -> bool:
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        return self._is_chat or any(sign in "_@./\\-" or sign.isdigit() for sign in around)

    def _longest(self, text: str, tokens: list[tuple[int, int, str]], at: int) -> int | None:
        branch = self._tree
        found = None
        for index in range(at, min(len(tokens), at + _MOST_WORDS)):
            start, _, word = tokens[index]
            if index > at:
                before = tokens[index - 1][1]
                if start - before > _FAR or _GAP.fullmatch(text, before, start) is None:
                    break
            step = branch.get(word)
            if step is None:
                break
            branch = step
            if _END in branch:
                found = index
        return found


def words_of(name: str) -> list[str]:
    """The words of a name, folded; hyphens part them."""
    return [folded for word in _LETTERS.findall(name) if (folded := plain(word)) and " " not in folded]


def names_of(private: Iterable[str], public: Iterable[str], places: frozenset[str], *, is_chat: bool = False) -> Names:
    """The names to seek: whole private ones, and each part that is no word of the language, public name or place."""
    found = Names(is_chat=is_chat)
    known = {word for name in public for word in words_of(name)}
    whole = {" ".join(words_of(name)) for name in public}
    for name in sorted(set(private)):
        parts = words_of(name)
        if not parts or " ".join(parts) in whole:
            continue
        found.add(name)
        for part in parts:
            if _is_telling(part, places) and (part not in known or len(parts) == 1):
                found.add_part(part, small=not is_common(part) and len(part) > _SMALLEST + 1)
    return found


def _is_telling(part: str, places: frozenset[str]) -> bool:
    """Whether a part of a name alone leads to its bearer."""
    words = lists()
    if len(part) < _SMALLEST or part in words.particles or part in words.openers or part in words.calendar:
        return False
    if part in words.honorifics or part in words.things or part in words.known or part in places or is_people(part):
        return False
    if is_city(part) and part not in words.first_names:
        return False
    return not is_common(part) or (len(part) > _SMALLEST and part in words.first_names)
