"""The forms of an English word: `arrest` to arrest, arrests, arrested, arresting; `inquiry` to inquiry, inquiries."""

import re
from collections import defaultdict

from clarion.language.lemmas import PARTICIPLES, PASTS, PLURALS

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtz]$")  # one syllable, one vowel, one consonant: stab, beg, shut
_KEEPS_E = re.compile(r"(?:ee|ye|oe)$")


class Inflection:
    """Forms by rule, with the exceptions of the lexicon (`english.toml`) and the table of irregular verbs."""

    def __init__(self, irregular: dict[str, str], doubling: frozenset[str]) -> None:
        self._doubling = doubling
        self._pasts: dict[str, list[str]] = defaultdict(list)
        for table in (PASTS, PARTICIPLES):
            for form, base in table.items():
                self._pasts[base].append(form)
        self._irregular = {base: tuple(forms.split()) for base, forms in irregular.items()}
        self._plurals = {singular: plural for plural, singular in PLURALS.items()}

    def of_verb(self, base: str) -> tuple[str, ...]:
        """Every form of a verb, the base first; a hyphenated verb bends in its last part."""
        head, hyphen, last = base.rpartition("-")
        if hyphen:
            return tuple(f"{head}-{form}" for form in self.of_verb(last))
        if base in self._irregular:
            return (base, *self._irregular[base])
        stem = base + base[-1] if base in self._doubling or _DOUBLES.search(base) else base
        ing = stem[:-1] + "ing" if stem.endswith("e") and not _KEEPS_E.search(stem) else stem + "ing"
        pasts = self._pasts.get(base) or [_past(base, stem)]
        return (base, _with_s(base), *pasts, ing)

    def of_noun(self, singular: str) -> tuple[str, str]:
        """Singular and plural."""
        return singular, self._plurals.get(singular) or _with_s(singular)


def _past(base: str, stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return base[:-1] + "ied" if _CONSONANT_Y.search(base) else stem + "ed"


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + "es" if _SIBILANT.search(word) else word + "s"
