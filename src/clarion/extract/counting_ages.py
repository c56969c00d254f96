"""Figures that tell how old somebody is and count nobody."""

import re

from clarion.extract.sentence import Found, Reading
from clarion.language.wordlists import words

_AGED = words(
    """boy girl man woman daughter son child children sister sisters brother brothers youth teenager boys girls pupil
    students baby"""
)
_AGE = re.compile(
    r"(?:\bage[ds]?(?: of)?|\bas young as|\bunder|\bbelow|\bover the age of|\bbetween the ages of)\s*$", re.IGNORECASE
)
_OLDEST = 110  # years of the oldest people


def is_age(reading: Reading, found: Found) -> bool:
    """Whether a figure is an age: "a girl of nine", "aged 12", "children as young as 10", "46-year-old"."""
    text = reading.parse.text
    start = reading.parse.tokens[found.at].start
    if _AGE.search(text[max(0, start - 24) : start]) or "year-old" in reading.words[found.last]:
        return True
    if _is_set_off_age(reading, found):
        return True
    if found.at >= 2 and reading.words[found.at - 1] in ("of", "and"):
        return (
            any(word in _AGED for word in reading.words[max(0, found.at - 4) : found.at])
            and "of" in reading.words[max(0, found.at - 3) : found.at]
        )
    return False


def _is_set_off_age(reading: Reading, found: Found) -> bool:
    """ "a patient, Koffi Anato, 22, was held": a bare figure between commas behind a name."""
    at, tokens = found.at, reading.parse.tokens
    if at != found.last or at < 2 or not reading.words[at].isdigit() or int(reading.words[at]) > _OLDEST:
        return False
    after = reading.words[at + 1] if at + 1 < len(reading.words) else "."
    return reading.words[at - 1] == "," and tokens[at - 2].text[0].isupper() and after in (",", ".", ";", ")")
