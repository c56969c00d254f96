"""Front matter: the `key: value` lines between fences at the top of a Markdown file."""

import datetime
import re

from clarion.model.nouns import Region, Span
from clarion.model.vocabulary import RegionKind
from clarion.read.days import whole_days
from clarion.read.draft import Found, FoundDay, Metadata

# a fence that closes later than this (code points) is a rule across the page, not front matter
LONGEST = 20_000

_FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>[^\n]*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>[^\n]+)")
_KEYS = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("publisher", "organisation", "organization", "site", "site_name"), "publisher"),
    **dict.fromkeys(("author", "authors", "by", "byline"), "authors"),
    **dict.fromkeys(("date", "published", "date_published", "publication_date", "pubdate"), "date"),
    **dict.fromkeys(("language", "lang"), "language"),
}
_BASIS = "front matter"


def front_matter(text: str) -> tuple[Metadata, Region] | None:
    """Metadata and the stretch of the front matter, fences included; None when the text does not begin with any."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    closing = re.compile(rf"^{re.escape(opening['fence'])}[ \t]*$", re.M).search(
        text, opening.end(), opening.end() + LONGEST
    )
    if closing is None:
        return None
    values = _pairs(text, (opening.end(), closing.start()))
    if not values:
        return None
    return _metadata(values), Region(RegionKind.HEADER, (0, closing.end()))


def _pairs(text: str, span: Span) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text[slice(*span)].split("\n"):
        pair = _PAIR.match(line)
        item = _ITEM.match(line)
        if pair is not None:
            current = values.setdefault(_KEYS.get(pair["key"].lower(), pair["key"].lower()), [])
            current += _values(pair["value"])
        elif item is not None:
            current.append(_unquoted(item["value"]))
    return {key: [value for value in found if value] for key, found in values.items()}


def _values(written: str) -> list[str]:
    value = written.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",")]
    return [_unquoted(value)] if value and value not in ("|", ">") else []


def _unquoted(value: str) -> str:
    plain = value.strip()
    quoted = len(plain) >= 2 and plain[0] == plain[-1] and plain[0] in "\"'"
    return plain[1:-1] if quoted else re.sub(r"\s+#\s.*$", "", plain)


def _metadata(values: dict[str, list[str]]) -> Metadata:
    def first(key: str) -> Found | None:
        return Found(values[key][0], _BASIS) if values.get(key) else None

    language = first("language")
    return Metadata(
        title=first("title"),
        publisher=first("publisher"),
        authors=tuple(Found(name, _BASIS) for name in values.get("authors", ())),
        day=_day(values.get("date", ())),
        language=language.value if language else None,
    )


def _day(written: list[str] | tuple[str, ...]) -> FoundDay | None:
    days: list[datetime.date] = [day for value in written[:1] for found in whole_days(value) if (day := found.date())]
    return FoundDay(days[0], f"{_BASIS}: {written[0]}") if days else None
