"""Names of addressees folded so that two writings of one meet."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the a an of your our their his her its local".split())


@lru_cache(maxsize=16_384)  # the same few names are folded again and again
def folded(name: str) -> str:
    """The words of a name in lower case, without accents, articles and possessives, in order."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return " ".join(word for word in _WORD.findall(letters) if word not in _SMALL)


# words for whoever reads the call: an ask put to them is put to nobody in particular
_READERS = frozenset(
    "you individuals people readers everyone everybody anyone those supporters friends all members public citizens "
    "organisations organizations".split()
)


def is_reader(name: str) -> bool:
    """True when an addressee is whoever reads the call ("individuals", "all of you")."""
    words = [word for word in folded(name).split() if word not in {"and", "of", "who", "our", "s"}]
    return bool(words) and all(word in _READERS for word in words)


def full_names(names: Iterable[str]) -> dict[str, str]:
    """For each folded name the one longer name that it begins or ends, or itself: "Xi" is short for "Xi Jinping"."""
    known = sorted(set(names))
    full = {}
    for name in known:
        words = name.split()
        longer = [
            other
            for other in known
            if len(other.split()) > len(words) and words in (other.split()[: len(words)], other.split()[-len(words) :])
        ]
        full[name] = longer[0] if len(longer) == 1 and words else name
    return full
