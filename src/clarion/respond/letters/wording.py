"""The words of letters: one file for each language, with the same keys in all."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clarion.model.errors import BadRequest
from clarion.reference import states
from clarion.respond.letters.order import LANGUAGES

_WITH_ARTICLE = re.compile(
    r"^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Vatican|Holy See|Caribbean)"
    r"|\b(?:Republic|Federation|Kingdom|Emirates|Islands|Territor\w+|Congo)\b"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: str
    table: Mapping[str, Mapping[str, str | list[str]]]
    plainly: frozenset[str] = frozenset()  # states that are called by their usual name

    def say(self, section: str, key: str, **values: object) -> str:
        """A sentence with its names in braces filled in."""
        words = self.table[section][key]
        return str(words).format(**values)

    def has(self, section: str, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.table[section]

    def number(self, number: int) -> str:
        """A small number as a word, a large one in digits."""
        words = self.table["numbers"]["words"]
        return words[number] if number < len(words) else f"{number:,}"

    def month(self, number: int) -> str:
        """A month by its number, 1 to 12."""
        return self.table["months"]["names"][number - 1]

    def listed(self, given: Iterable[str]) -> str:
        """`a, b and c`."""
        held = list(dict.fromkeys(one for one in given if one))
        if len(held) < 2:
            return "".join(held)
        return self.say("numbers", "last").join([self.say("numbers", "listed").join(held[:-1]), held[-1]])

    def state(self, ref: str, *, bare: bool = False) -> str:
        """The name of a state (`state:XX` or its code) in this language.

        English puts "the" before some names in a sentence; `bare` is the name by itself, as in brackets or a list.
        """
        code = ref.removeprefix("state:")
        if not states.is_state(ref):
            return code
        known = states.state(ref)
        formal = self.has("states", code) and code not in self.plainly
        usual = known.name if self.language == "en" else known.names.get(self.language, known.name)
        name = self.say("states", code) if formal else usual
        return f"the {name}" if self.language == "en" and not bare and _WITH_ARTICLE.search(name) else name

    def act(self, act: str) -> str:
        """An act in words; one that an organisation added is said by its id."""
        return self.say("acts", act) if self.has("acts", act) else act.replace("_", " ")

    def title(self, act: str) -> str:
        """An act at the beginning of a line."""
        words = self.act(act)
        return words[:1].upper() + words[1:]

    def language_name(self, code: str) -> str:
        """The name of a language (BCP 47) in this one; its code when it has no name here."""
        base = code.partition("-")[0].lower()
        return self.say("languages", base) if self.has("languages", base) else code


@cache
def wording(language: str) -> Wording:
    """The words of a language.

    Raises:
        BadRequest: letters are not written in it.
    """
    if language not in LANGUAGES:
        raise BadRequest(f"letters are written in {', '.join(LANGUAGES)}, not in {language!r}")
    text = (files("clarion.respond.letters") / "words" / f"{language}.toml").read_text(encoding="utf-8")
    return Wording(language, tomllib.loads(text))
