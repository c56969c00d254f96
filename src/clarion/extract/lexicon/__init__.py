"""The act lexicon: which words tell which act, as data.

`acts` files hold one table an act (meaning, codes in other vocabularies, cues); `words.toml` the word classes that cues
ask for; `verbs.toml` the verbs that a cue names as one; `english.toml` irregular inflections. `load` reads and compiles
all of it, once a process.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from clarion.extract.cues import Compiler, Cue
from clarion.extract.inflect import Inflection
from clarion.extract.lexicon.stored import Late, digest_of, kept, unpacked

_CHOICE = re.compile(r"\(([^()]+)\)")
FAMILIES = ("custody", "movement", "violence", "coercion", "civic")
# classes in which a name or a figure standing alone is as good as a listed word
_OPEN_CLASSES = frozenset(("people", "country", "target", "officials"))


@dataclass(frozen=True, slots=True)
class ActEntry:
    """One act: what it means and its codes in HURIDOCS, PLOVER and ACLED, None where that vocabulary has none."""

    act: str
    means: str
    codes: dict[str, str | None]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lexicon: entries by act, word and verb classes, cues by the word from which they are sought."""

    acts: Mapping[str, ActEntry]
    classes: dict[str, frozenset[str]]
    cues_at: Mapping[str, tuple[Cue, ...]]
    verbs: dict[str, frozenset[str]]


# the fields of a lexicon that hold word classes
GROUPS = tuple(one.name for one in fields(Lexicon) if one.name not in ("acts", "cues_at"))


@cache
def load() -> Lexicon:
    """The lexicon of the package: from its compiled file where that was made from these very tables."""
    data = kept()
    try:
        read = unpacked(data, digest_of(tables())) if data is not None else None
    except OSError:  # a package without the source of its code cannot tell whether the file is of today
        read = None
    if read is None:
        return parsed()
    acts = Late(read.entries, lambda entry: ActEntry(*entry))
    return Lexicon(acts=acts, cues_at=read.cues_at, **read.groups)


def tables() -> list[bytes]:
    """The bytes of all tables that a lexicon is compiled from."""
    names = ("english", "words", "verbs", *FAMILIES)
    return [files(__package__).joinpath(f"{name}.toml").read_bytes() for name in names]


def parsed() -> Lexicon:
    """The lexicon read from its tables."""
    english = _read("english")
    inflection = Inflection(english["irregular"], frozenset(english["doubling"]["verbs"].split()))
    classes = {name: _class_words(listed, inflection) for name, listed in _read("words").items()}
    verbs = {name: _verb_forms(listed, inflection) for name, listed in _read("verbs").items()}
    compiler = Compiler(classes | {f"@{name}": forms for name, forms in verbs.items()}, _OPEN_CLASSES, inflection)
    acts: dict[str, ActEntry] = {}
    for family in FAMILIES:
        for act, entry in _read(family).items():
            acts[act] = _entry(act, entry, compiler)
    return Lexicon(acts, classes, _by_pivot(acts), verbs)


def _entry(act: str, entry: dict, compiler: Compiler) -> ActEntry:  # type: ignore[type-arg]
    cues = [compiler.cue(act, f"[{word}]") for word in entry.get("words", "").split()]
    cues += [compiler.cue(act, one) for written in entry.get("cues", ()) for one in expanded(written)]
    cues += [compiler.cue(act, one, refuses=True) for written in entry.get("not", ()) for one in expanded(written)]
    return ActEntry(act, entry["means"], {code: value or None for code, value in entry["codes"].items()}, tuple(cues))


def expanded(written: str) -> list[str]:
    """A cue with a choice of wordings in round brackets, "stand~ (outside/in front of) * embassy", as one cue each."""
    choice = _CHOICE.search(written)
    if choice is None:
        return [written]
    before, after = written[: choice.start()], written[choice.end() :]
    return [one for wording in choice.group(1).split("/") for one in expanded(before + wording + after)]


def _by_pivot(acts: dict[str, ActEntry]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = defaultdict(list)
    for entry in acts.values():
        for cue in entry.cues:
            for word in sorted(cue.pivot):
                found[word].append(cue)
    return {word: tuple(cues) for word, cues in found.items()}


def _class_words(listed: str, inflection: Inflection) -> frozenset[str]:
    words: set[str] = set()
    for entry in listed.split():
        singular, _, plural = entry.partition("/")
        words |= {singular, plural} if plural else set(inflection.of_noun(singular))
    return frozenset(words)


def _verb_forms(listed: str, inflection: Inflection) -> frozenset[str]:
    return frozenset(form for verb in listed.split() for form in inflection.of_verb(verb))


def _read(name: str) -> dict:  # type: ignore[type-arg]
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
