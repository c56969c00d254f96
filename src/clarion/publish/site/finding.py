"""The index for the search in the browser: words of pages, folded as the script folds what is asked for.

A word is found by its beginning. Letters of Chinese, Japanese and Korean are found by pairs, since their words have no
blanks between them or carry endings. `search.js` does the same with a question; both must change together.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_EAST = "\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_EAST}]+|[^\W_{_EAST}]+")
_FIRST_EAST = re.compile(f"[{_EAST}]")


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be found: where it stands, what is shown of it, and the words it is found by."""

    address: str
    kind: str
    title: str
    about: str
    words: tuple[str, ...] = ()


def index_script(found: Sequence[Findable], hides: Callable[[str], bool] = lambda _: False) -> bytes:
    """The index as a script, since a page from a disk may not read other files.

    `hides` tells words that stay out: apart from what they stand in, a word of a public name is a withheld one too.
    """
    held: Mapping[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for term in sorted({term for text in (one.title, one.about, *one.words) for term in terms(text)}):
            held[term].append(number)
    held = {term: pages for term, pages in held.items() if not hides(term)}
    told = {
        "pages": [[one.address, one.kind, one.title, one.about] for one in found],
        "words": {term: held[term] for term in sorted(held)},
    }
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f'"use strict";\nwindow.clarionIndex = {written};\n'.encode()


def terms(text: str) -> Iterator[str]:
    """The words of a text as they stand in the index."""
    for run in _RUN.findall(folded(text)):
        if _FIRST_EAST.match(run):
            yield from (run[i : i + 2] for i in range(len(run)))
        else:
            yield run


def folded(text: str) -> str:
    """Without case, accents and width."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(_without_marks(apart))
    return unicodedata.normalize("NFC", bare).lower()


def _without_marks(text: str) -> Iterable[str]:
    return (sign for sign in text if unicodedata.category(sign)[0] != "M")
