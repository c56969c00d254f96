"""A dossier in another language: its frame is said in it, the words of documents stay as they are.

The page is made in English; then each of its texts that is no word of a document is looked up in a catalogue
(`languages/*.toml`): as a whole, sentence by sentence, or by a pattern with places that are looked up in turn. What
stands in elements for words of others (`bdi`, `q`, `blockquote`, texts of documents, drawings, code) is not touched.
A text that the catalogue does not know stays English, so nothing is lost.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from importlib import resources

from clarion.model.errors import BadRequest

ENGLISH = "en"
_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_VOID = frozenset(("meta", "br", "input", "!doctype"))
# elements that hold words of documents, names that were given, drawings, codes
_OF_OTHERS = frozenset(("bdi", "q", "blockquote", "svg", "code", "style", "title"))
_OTHERS = ("v", "w")  # places of names and reasons, which are not looked up
_LABEL = re.compile(r'\b(data-label|aria-label)="([^"]*)"')
_PLACE = re.compile(r"\{([a-z]+)\}")
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z“\d])")
_MONTHS = "January February March April May June July August September October November December".split()
_AND = re.compile(r", (?:and )?| and ")
_LATIN = re.compile(r"[A-Za-z]{3}")
_DAY = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a language says for the texts of the frame: whole ones, and patterns with places."""

    whole: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    day: str  # with {year}, {month} and {day}
    month: str
    short: str  # a day without its year


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that a dossier can be said in, English first."""
    files = (resources.files("clarion.publish") / "languages").iterdir()
    return (ENGLISH, *sorted(one.name.removesuffix(".toml") for one in files if one.name.endswith(".toml")))


def check_language(language: str) -> None:
    """Make sure that a dossier can be said in a language.

    Raises:
        BadRequest: it cannot.
    """
    if language not in languages():
        raise BadRequest(f"{language!r} is no language of dossiers; use one of {', '.join(languages())}")


def spoken(page: str, language: str) -> str:
    """A page with its frame in a language. English stays as it is."""
    if language == ENGLISH:
        return page
    catalogue = catalogue_of(language)
    made = "".join(_said(page, catalogue))
    return made.replace('<html lang="en">', f'<html lang="{language}">', 1)


def words_in(words: str, language: str) -> str:
    """Words of Clarion's own in a language, as far as its catalogue knows them."""
    return words if language == ENGLISH else said_in(words, catalogue_of(language))


def frame_words(language: str) -> list[str]:
    """All that a catalogue says, whatever the record."""
    if language == ENGLISH:
        return []
    catalogue = catalogue_of(language)
    return [*catalogue.whole.values(), *(said for _, said in catalogue.patterns)]


def frame_texts(page: str) -> Iterator[str]:
    """The texts of a page that are looked up: those that are no words of documents."""
    for text, is_frame in _walk(page):
        if is_frame and not text.startswith("<") and text.strip():
            yield " ".join(unescape(text).split())


@functools.cache
def catalogue_of(language: str) -> Catalogue:
    """The catalogue of a language."""
    file = resources.files("clarion.publish") / "languages" / f"{language}.toml"
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    messages: dict[str, str] = read["messages"]
    patterns = [(_pattern(key), said) for key, said in messages.items() if _PLACE.search(key)]
    # the one that says most by itself first
    patterns.sort(key=lambda one: -len(_PLACE.sub("", one[0].pattern)))
    whole = {key: said for key, said in messages.items() if not _PLACE.search(key)}
    days = read["days"]
    return Catalogue(whole, tuple(patterns), days["day"], days["month"], days["short"])


def said_in(text: str, catalogue: Catalogue, depth: int = 0) -> str:
    """A text of the frame in the language of a catalogue, as far as that knows it."""
    if text in catalogue.whole:
        return catalogue.whole[text]
    if depth < 4:
        parts = _SENTENCE.split(text)
        if len(parts) > 1:
            return " ".join(said_in(part, catalogue, depth + 1) for part in parts)
        for pattern, said in catalogue.patterns:
            if found := pattern.fullmatch(text):
                places = {
                    name: held if name in _OTHERS else said_in(held, catalogue, depth + 1)
                    for name, held in found.groupdict().items()
                }
                return said.format(**places)
        if (listed := _listed(text, catalogue, depth)) is not None:
            return listed
    with_days = _DAY.sub(functools.partial(_day, catalogue), text)
    # a day in a text that stays English stays English too
    return text if _LATIN.search(with_days.replace("UTC", "")) else with_days


def _listed(text: str, catalogue: Catalogue, depth: int) -> str | None:
    """`asserted 18, denied 1 and announced 4`, part by part; None where the catalogue does not know each of them."""
    parts = _AND.split(text)
    made = []
    for part in parts:
        word, blank, number = part.rpartition(" ")
        numbered = word in catalogue.whole and number.replace(",", "").isdigit()
        said = catalogue.whole[word] + blank + number if numbered else said_in(part, catalogue, depth + 1)
        if said == part:
            return None
        made.append(said)
    return ", ".join(made) if len(parts) > 1 or made[0] != text else None


def _said(page: str, catalogue: Catalogue) -> Iterator[str]:
    for text, is_frame in _walk(page):
        if not is_frame:
            yield text
        elif text.startswith("<"):
            yield _LABEL.sub(lambda one: f'{one[1]}="{_escaped(said_in(unescape(one[2]), catalogue))}"', text)
        elif text.strip():
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            inner = said_in(" ".join(unescape(text).split()), catalogue)
            yield text[:start] + _escaped(inner) + text[end:]
        else:
            yield text


def _walk(page: str) -> Iterator[tuple[str, bool]]:
    """The tags and texts of a page, and whether each is of its frame."""
    head, mark, body = page.partition("<body>")
    yield head + mark, False
    closed_by = 0
    depth = 0
    for part in _TAG.split(body):
        if not part.startswith("<"):
            yield part, not closed_by
            continue
        found = _NAME.match(part)
        name = found[1] if found else ""
        if part.startswith("</"):
            depth -= 1
            if closed_by and depth < closed_by:
                closed_by = 0
            yield part, False
            continue
        yield part, not closed_by
        if name in _VOID or part.endswith("/>") or not name:
            continue
        depth += 1
        if not closed_by and (name in _OF_OTHERS or 'class="words"' in part):
            closed_by = depth


def _pattern(key: str) -> re.Pattern[str]:
    parts = _PLACE.split(key)
    made = [re.escape(part) if at % 2 == 0 else rf"(?P<{part}>{_shape(part)})" for at, part in enumerate(parts)]
    return re.compile("".join(made))


def _shape(name: str) -> str:
    """Places named n, m, k or l hold numbers, d and e days, q numbers of things; others any words."""
    if name in ("n", "m", "k", "l"):
        return r"[\d,.]*\d"
    if name in ("d", "e"):
        return rf"(?:\d{{1,2}} ?)?(?:(?:{'|'.join(_MONTHS)}) ?)?(?:\d{{4}})?(?:, \d\d:\d\d(?::\d\d)?(?: UTC)?)?"
    return r"[\d,.]+%?(?: [a-z]+)?" if name == "q" else r".+?"


def _day(catalogue: Catalogue, found: re.Match[str]) -> str:
    day, month, year = found[1], _MONTHS.index(found[2]) + 1, found[3]
    if day and year:
        return catalogue.day.format(year=year, month=month, day=day)
    if year:
        return catalogue.month.format(year=year, month=month)
    return catalogue.short.format(month=month, day=day) if day else found[0]


def _escaped(text: str) -> str:
    return escape(text)
