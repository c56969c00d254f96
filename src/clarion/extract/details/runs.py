"""Runs of capitalised words, the places where a cased script writes names."""

import re
from typing import NamedTuple

from clarion.extract.details.lists import is_common, is_people, is_rare, lists
from clarion.extract.details.scene import Scene, script_of

_WORD = re.compile(r"[^\W\d_](?:\.(?=[ ]?[^\W\d_])|\.(?=[\s,;:)]|$)|(?:[^\W\d_]*(?:[-'][^\W\d_]+)*))|\n")
_CLITIC = re.compile(r"'(?:s|ve|ll|re|d|m|t)$", re.IGNORECASE)
_JOIN = re.compile(r"[ \t]{0,2}(?:\n[ \t]{0,4})?|-| \"")
_LEAST_WRAPPED = 40  # characters of a line that may go on in the next one
_MOST = 7  # words of a name
_SHARE = 0.7  # of a line's words with a capital, from which it is a title
_TITLE_WORDS = 5
_INITIAL = 2  # characters of an initial with its dot
_SHORT = 3  # letters of an abbreviation that may also be a part of a name


class Word(NamedTuple):
    """A word of a run: `lower` is without possessive."""

    start: int
    end: int
    text: str
    lower: str


class Run(NamedTuple):
    """Capitalised words in a row; `loud` when the line is written as a title, so that capitals tell little."""

    words: list[Word]
    loud: bool


def runs(scene: Scene) -> list[Run]:
    """The runs of a text in order."""
    found: list[Run] = []
    run: list[Word] = []
    held: list[Word] = []  # particles that belong to the run if a capital follows
    loud, line_end = False, -1
    for match in _WORD.finditer(scene.text):
        if match[0] == "\n":
            continue
        if match.start() > line_end:
            line_end, loud = _line(scene.text, match.start())
        word = _word(match)
        last = (held or run)[-1] if run else None
        if last is not None and not _joins(scene.text, last, word):
            _close(found, run, loud)
            run, held = [], []
        if _is_capital(word.text) and script_of(word.text[0]) in ("latin", "cased"):
            run += [*held, word]
            held = []
            if word.end < match.end():  # a possessive ends a name
                _close(found, run, loud)
                run = []
        elif run and len(held) < 2 and word.lower.strip(".") in lists().particles:
            held.append(word)
        else:
            _close(found, run, loud)
            run, held = [], []
    _close(found, run, loud)
    return found


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    clitic = _CLITIC.search(text)
    if clitic is not None and clitic.start():
        text = text[: clitic.start()]
    return Word(match.start(), match.start() + len(text), text, text.lower())


def _is_capital(text: str) -> bool:
    return text[0].isupper() or ("-" in text and text.split("-")[-1][:1].isupper() and text[:3].lower() in _ARTICLES)


_ARTICLES = frozenset(("al-", "el-", "an-", "ar-", "as-", "ad-", "at-", "ul-", "az-", "ed-"))


def _joins(text: str, before: Word, word: Word) -> bool:
    gap = text[before.end : word.start]
    if gap == " ":
        return True
    if len(gap) > 6 or _JOIN.fullmatch(gap) is None:
        return False
    if "\n" not in gap:
        return True
    start = text.rfind("\n", 0, before.start) + 1
    return before.end - start >= _LEAST_WRAPPED and gap.count("\n") == 1


def _line(text: str, at: int) -> tuple[int, bool]:
    """The end of the line that holds a place, and whether it is written as a title."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if end - start > 300:
        return end, False
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text[start:end]) if word.lower() not in lists().openers]
    capital = sum(word[0].isupper() for word in words)
    english = sum(is_common(word.lower()) for word in words)
    return end, len(words) >= _TITLE_WORDS and capital > _SHARE * len(words) and english * 3 > len(words)


def _close(found: list[Run], run: list[Word], loud: bool) -> None:
    if run:
        found.append(Run(run, loud))


def pieces(scene: Scene, run: Run) -> list[list[Word]]:
    """A run cut at the words that stand in no name: openers, months, peoples, and in a title at English words."""
    cut: list[list[Word]] = [[]]
    words = lists()
    for at, word in enumerate(run.words):
        bare = word.lower.strip(".")
        single = len(bare) > 1 or at + 1 == len(run.words)
        ends = (
            (bare in words.openers and not _may_be_name(scene, run, at))
            or (bare in words.calendar and bare not in words.first_names)
            or (single and _is_known(word, bare) and not _inside_name(run, at))
            or (single and is_people(word.text) and not _inside_name(run, at))
            or (run.loud and len(bare) > 1 and _is_told_off(scene, run, at))
        )
        if ends:
            cut.append([])
        else:
            cut[-1].append(word)
    found = []
    for part in cut:
        piece = _trimmed(scene, part)
        found += [piece[at : at + _MOST] for at in range(0, len(piece), _MOST)]
    return found


def _may_be_name(scene: Scene, run: Run, at: int) -> bool:
    """An initial, or "Will" with a surname behind it where no sentence begins."""
    word = run.words[at]
    if len(word.text) == _INITIAL and word.text.endswith("."):
        return True
    following = at + 1 < len(run.words) and not run.loud and not scene.opens(word.start)
    return following and word.lower in lists().first_names


def _is_told_off(scene: Scene, run: Run, at: int) -> bool:
    """Whether an English word in a title is no part of a name; the last word before a mark may be a surname."""
    word = run.words[at]
    if not is_rare(word.lower) or word.lower in lists().first_names or _is_titled(run, at):
        return False
    before = run.words[at - 1].lower if at else ""
    ends = scene.text[word.end : word.end + 2].strip(" ")[:1] in tuple(",;:.()\n") or word.end == len(scene.text)
    return not (ends and before and (before in lists().first_names or not is_rare(before)))


def _is_titled(run: Run, at: int) -> bool:
    """Whether a form of address stands before a word."""
    return at > 0 and run.words[at - 1].lower.strip(".") in lists().honorifics


def _is_known(word: Word, bare: str) -> bool:
    """Whether a word is a name of something else; "Un" is none, "UN" is."""
    return bare in lists().known and len(bare) > 1 and (len(bare) > _SHORT or word.text.isupper())


def _inside_name(run: Run, at: int) -> bool:
    """Whether a word such as "Karen" or "Chad" stands with a first name or an unknown word on both sides or is one."""
    word = run.words[at].lower
    if at and run.words[at].text.isupper() and run.words[at - 1].text.isupper() and len(word) <= _SHORT:
        return len(run.words[at - 1].text) > _SHORT - 1 and not run.loud
    if word in lists().first_names and at + 1 < len(run.words):
        return not is_rare(run.words[at + 1].lower)
    return 0 < at < len(run.words) - 1 and not is_rare(run.words[at - 1].lower)


def _trimmed(scene: Scene, part: list[Word]) -> list[Word]:
    """Without particles at its ends, and without English words that only begin a sentence."""
    words = lists()
    while part and not part[0].text[0].isupper() and part[0].lower in words.particles:
        part = part[1:]
    while part and part[-1].lower in words.particles and not part[-1].text[0].isupper():
        part = part[:-1]
    return part
