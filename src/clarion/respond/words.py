"""Names of addressees folded so that two writings of one meet."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the a an of your our their his her its local".split())


def folded(name: str) -> str:
    """The words of a name in lower case, without accents, articles and possessives, in order."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return " ".join(word for word in _WORD.findall(letters) if word not in _SMALL)
