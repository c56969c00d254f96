"""Folding of names: one key for the spellings of one name.

Case, diacritics, hyphens, apostrophes and full stops do not tell two names apart; `St.`, `Mt.` and `Ft.` are read in
full. The `'s` at the end of a word is kept, so that a possessive never becomes part of a name (`Cox's Bazar`, but
`Sinai` in `Sinai's`).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# letters that do not decompose into a base letter and a mark
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "ng",
    "ħ": "h", "ə": "a", "ǝ": "a", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'",
    "`": "'", "´": "'", "ʹ": "'", "‐": " ", "‑": " ", "-": " ", "–": " ", "\u00a0": " ", "\n": " ", "\t": " ",
    "\u200b": "", "\u200c": "", "\u200d": "", "\u00ad": "", ".": ".",
}  # fmt: skip
_ASCII = str.maketrans({letter: folded for letter, folded in _LETTERS.items() if letter.isascii()})
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_WORD = re.compile(r"[\w'’‘ʻʼ`.\u0300-\u036f]+")
# letters with single blanks, hyphens or line ends between them: folding keeps the length
_PLAIN = re.compile(r"[A-Za-z]++(?:[ \n-][A-Za-z]+)*")
_NOT_PLAIN = re.compile(r"(?:^|[ \n-])(?:[Ss]te?|[Mm]t|[Ff]t|ST|STE|MT|FT)(?:$|[ \n-])")
_WHOLE_WORDS = re.compile(r"(?:[A-Za-z]+[ \n-])*")  # all but the last word, which may go on otherwise
# Arabic articles in their assimilated forms
_ARTICLES = frozenset("al el ar as ash at ad az an ez er es".split())
# spellings that romanisations choose between, in the order in which they are put right
_HEARD = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ai", "i"), ("ay", "i"), ("ph", "f"), ("kh", "k"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("y", "i"), ("e", "i"), ("o", "u"), ("w", "u"), ("'", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_LOOSE = 5
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_GAP = re.compile(r"[ \t\n\u00a0‐‑–-]+")
_POSSESSIVE = re.compile(r"'(?!s(?:\s|$))")


def fold(name: str) -> str:
    """The key of a whole name. Empty if nothing of it can be written."""
    if name.isascii():
        flat = name.lower().translate(_ASCII)
    else:
        flat = "".join(fold_character(character) for character in name)
    flat = _POSSESSIVE.sub("", flat).replace(".", "").replace(",", " ")
    return " ".join(_in_full(word) for word in flat.split())


def fold_loosely(key: str) -> str:
    """A coarser key of a folded name, for spellings by ear: `hodeidah` and `al hudaydah`, `nairotto` and `nairoto`.

    It joins many names that are not the same, so a caller must know the country and take a single match only. Empty
    for names too short to be told apart.
    """
    words = [word for word in key.split() if word not in _ARTICLES]
    flat = "".join(words)
    for written, heard in _HEARD:
        flat = flat.replace(written, heard)
    flat = _DOUBLED.sub(r"\1", flat).rstrip("h")
    return flat if len(flat) >= _SHORTEST_LOOSE else ""


def fold_window(text: str, start: int, size: int) -> tuple[str, Sequence[int]]:
    """The folded text from `start`, at most `size` characters, and the offset in `text` at which each folded one ends.

    A blank line, a comma, the end of a sentence or any mark that no name holds ends the window, so that a name never
    runs across it.
    """
    end = min(len(text), start + size)
    plain = _PLAIN.match(text, start, end)
    if plain is not None and _is_whole(text, plain):
        return plain[0].lower().replace("-", " ").replace("\n", " "), range(start + 1, plain.end() + 1)
    head = "" if plain is None or _holds_short(plain[0]) else _WHOLE_WORDS.match(plain[0])[0]  # type: ignore[index]
    out: list[str] = list(head.lower().replace("-", " ").replace("\n", " "))
    ends: list[int] = list(range(start + 1, start + len(head) + 1))
    position = start + len(head)
    while position < end:
        word = _WORD.match(text, position, end)
        if word is None:
            gap = _GAP.match(text, position, end)
            if gap is None or gap[0].count("\n") > 1:
                break
            out.append(" ")
            ends.append(gap.end())
            position = gap.end()
            continue
        written = word[0]
        core = written.rstrip(".")
        abbreviated = len(core) < len(written) and ("." in core or len(core) == 1 or core.lower() in _SHORT)
        position += len(written if abbreviated else core)
        _fold_word(text, word.start(), position, out, ends)
        if not abbreviated and len(core) < len(written):
            break
    return "".join(out), ends


def _holds_short(plain: str) -> bool:
    """Whether a plain stretch holds a word that is read in full: "St", "Mt", "Ft"."""
    if _SHORT.keys().isdisjoint(plain.lower().replace("-", " ").split()):
        return False
    return _NOT_PLAIN.search(plain) is not None


def _is_whole(text: str, plain: re.Match[str]) -> bool:
    """Whether a plain stretch needs no closer look: nothing in it or behind it is folded in another length."""
    found, end = plain[0], plain.end()
    if _holds_short(found):
        return False
    behind = text[end : end + 1]
    if behind == ".":  # a sentence ends, unless an abbreviation does
        last = _LAST_WORD.search(found)
        return last is not None and len(last[0]) > 1 and not text[end + 1 : end + 2].isalnum()
    return behind.isascii() and not behind.isalnum() and behind not in {"'", "`", "_"}


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """A single character, folded: lower case, no marks, simple quotes, blanks for hyphens."""
    lower = character.lower()
    if lower in _LETTERS:
        return _LETTERS[lower]
    if "가" <= character <= "힣":  # a Hangul syllable must not fall apart into its letters
        return character
    parts = unicodedata.normalize("NFKD", lower)
    return "".join(_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part))


def _in_full(word: str) -> str:
    return _SHORT.get(word, word)


def _fold_word(text: str, start: int, end: int, out: list[str], ends: list[int]) -> None:
    """Append a folded word and where its characters end."""
    short = _SHORT.get(text[start:end].lower().rstrip("."))
    if short is not None and text[start].isupper():
        out.extend(short)
        ends.extend([end] * len(short))
        return
    for position in range(start, end):
        character = fold_character(text[position])
        possessive = character == "'" and position + 1 < end and text[position + 1] in "sS" and position + 2 == end
        if character == "." or (character == "'" and not possessive):
            if ends:
                ends[-1] = position + 1 if character == "." else ends[-1]
            continue
        out.extend(character)
        ends.extend([position + 1] * len(character))
