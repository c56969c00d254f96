"""The language of a text, by its script and its commonest words.

Why no library: docs/decisions/0002-language-detection.md.
"""

import re
from collections import Counter
from functools import cache

from clarion.read.languagewords import COMMON, LETTERS

# code points looked at: the language of a document shows in its first pages
SAMPLE = 8_000
# words that speak for a language must be this share of all (0 to 1), or nothing is said
LEAST_SHARE = 0.08
FEWEST = 1

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"'“”‘’«»…।،؛؟–—\-/|*#_]+")  # \w would cut Indic words at their vowel signs
_ASCII = re.compile(r"[\x00-\x7f]+")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ethiopic", re.compile(r"[\u1200-\u137f]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("bo", re.compile(r"[\u0f00-\u0fff]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("lo", re.compile(r"[\u0e80-\u0eff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("latin", re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]")),
)


# the commonest words of each language, by script; words that several share stand in each
def language_of(text: str, *, declared: str | None = None) -> str | None:
    """The BCP 47 primary subtag of a text's language, or None where the words do not show it.

    A declared language is believed only where the words show none: pages often carry their template's.
    """
    sample = text[:SAMPLE]
    script = _script(sample)
    if script is None:
        return _subtag(declared)
    if script not in COMMON:
        return script
    return _by_words(sample, script) or _subtag(declared)


def _script(sample: str) -> str | None:
    foreign = _ASCII.sub("", sample)
    counts = {name: len(pattern.findall(foreign)) for name, pattern in _SCRIPTS} if foreign else {"latin": 0}
    counts["latin"] += len(_ASCII_LETTER.findall(sample))
    if counts.get("ja", 0) * 10 > counts.get("zh", 0) > 0:
        counts["ja"] += counts["zh"]  # kana among Chinese characters: Japanese
    # a Chinese character or Hangul syllable carries about as much as a word of two to three letters
    for dense in ("ko", "ja", "zh"):
        counts[dense] = 2 * counts.get(dense, 0)
    name = max(counts, key=lambda key: counts[key])
    return name if counts[name] else None


def _by_words(sample: str, script: str) -> str | None:
    """The language whose words and letters the sample holds most of; of two alike the one listed first."""
    words = Counter(word.lower() for word in _WORD.findall(sample))
    letters = Counter(sample.lower())
    scores = dict.fromkeys(COMMON[script], 0)
    for word, count in words.items():
        for language in _languages_of()[script].get(word, ()):
            scores[language] += count
    for language, marked in LETTERS.get(script, {}).items():
        scores[language] += sum(letters[letter] for letter in marked)
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= max(LEAST_SHARE * words.total(), FEWEST) else None


@cache
def _languages_of() -> dict[str, dict[str, list[str]]]:
    """For each script, the languages that a word is common in."""
    found: dict[str, dict[str, list[str]]] = {}
    for script, languages in COMMON.items():
        words = found.setdefault(script, {})
        for language, common in languages.items():
            for word in dict.fromkeys(common.split()):
                words.setdefault(word, []).append(language)
    return found


def _subtag(declared: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", declared.strip()) if declared else None
    return found[0].lower() if found else None
