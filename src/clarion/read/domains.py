"""Internet addresses as names of their owners."""

import re

from clarion.read.names import NAME_WORDS, squashed

# code points searched for the words that an address was made from
SAMPLE = 100_000

# mail services: their domain names no publisher
_FREE_MAIL = frozenset(
    "gmail googlemail yahoo hotmail outlook live icloud me proton protonmail tutanota gmx web mail "
    "yandex aol qq 163 naver daum hanmail riseup posteo fastmail zoho".split()
)
_SUFFIX_LABELS = frozenset("co com org net gov gob gouv go or ac edu ngo info news media example test invalid".split())

_CAPITAL_RUN = re.compile(NAME_WORDS)


def own_label(domain: str) -> str | None:
    """The label of a domain that names its owner ("forum" of "mail.forum.example.org"), or None."""
    labels = [
        label
        for label in domain.lower().split(".")
        if label not in _SUFFIX_LABELS and label not in ("www", "mail", "news", "newsletter")
    ]
    if len(labels) > 1 and len(labels[-1]) <= 3:
        labels.pop()  # the country
    label = labels[-1] if labels else ""
    return label if len(label) >= 3 and label not in _FREE_MAIL else None


def name_for(label: str, text: str) -> str | None:
    """The words of the text that an internet address was made from: all of it, else the longest at one end of it."""
    wanted = squashed(label)
    best: str | None = None
    for run in _CAPITAL_RUN.finditer(text[:SAMPLE]):
        words = run[0].split()
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                name = " ".join(words[first:last])
                short = squashed(name)
                if short == wanted:
                    return name
                if (
                    len(short) >= 5
                    and (wanted.endswith(short) or wanted.startswith(short))
                    and len(name) > len(best or "")
                ):
                    best = name
    return best
