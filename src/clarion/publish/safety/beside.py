"""The same name in another script, given beside it: "Min-Ji Ko (고민지)"."""

import re

from clarion.model import Span

_AFTER = re.compile(r"\s{0,2}[(（\[/／]\s*([^()（）\[\]/／\n]{1,60})")
_BEFORE = re.compile(r"([^\s()（）\[\],.;:/／][^()（）\[\],.;:\n/／]{0,40}?)\s{0,2}[(（\[/／]\s*$")
_PIECE = re.compile(r"[^,;:、，；：|]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_WORDS = 5
_NEAR = 64  # characters looked at before a name


def scripts_beside(text: str, span: Span) -> list[Span]:
    """The spans next to a name that write it in another script; a stretch of several words or of one."""
    name = text[slice(*span)]
    found = []
    after = _AFTER.match(text, span[1])
    if after is not None:
        found += _of_other_script(text, (after.start(1), after.end(1)), name)
    near = text[max(0, span[0] - _NEAR) : span[0]]
    before = _BEFORE.search(near)
    if before is not None:
        start = span[0] - len(near)
        found += _of_other_script(text, (start + before.start(1), start + before.end(1)), name, last=True)
    return found


def _of_other_script(text: str, span: Span, name: str, *, last: bool = False) -> list[Span]:
    found = []
    for piece in _PIECE.finditer(text, *span):
        words = [(word.start() + piece.start(), word.end() + piece.start()) for word in re.finditer(r"\S+", piece[0])]
        other = [word for word in words if _is_other(text[slice(*word)], name)]
        if not other or len(other) > _MOST_WORDS or (not last and len(other) != len(words)):
            continue
        run = _last_run(words, other) if last else other
        if run:
            found.append((run[0][0], run[-1][1]))
    return found


def _last_run(words: list[Span], other: list[Span]) -> list[Span]:
    """The words of the other script that stand right before the name."""
    run: list[Span] = []
    for word in reversed(words):
        if word not in other:
            break
        run.insert(0, word)
    return run


def _is_other(word: str, name: str) -> bool:
    letters = _LETTER.findall(word)
    return bool(letters) and bool(_LATIN.search(word)) != bool(_LATIN.search(name))
