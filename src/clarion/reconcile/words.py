"""The words of a description that tell one group of people from another."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
# words that any group may be called by
_EMPTY = frozenset(
    "the a an of in on at from to and or who were was been are is that those these this all some many other "
    "others more than least about up them they people persons person group groups members others among including "
    "one two three four five six seven eight nine ten hundred hundreds thousands dozens scores".split()
)


@lru_cache(maxsize=50_000)
def content_words(words: str) -> frozenset[str]:
    """Words of a description in lower case, without accents, plural endings and words that say nothing."""
    plain = unicodedata.normalize("NFKD", words)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return frozenset(_singular(word) for word in _WORD.findall(letters) if word not in _EMPTY)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
