"""What a page says of itself in meta tags, JSON-LD and `<time>`."""

import json
import re
from collections.abc import Iterator

from lxml import html

from clarion.read.days import WrittenDay, whole_days
from clarion.read.draft import Found, FoundDay, Metadata
from clarion.read.names import has_body_noun, is_body

# JSON-LD beyond this size (code points) is data of the shop kind, and slow to read
LONGEST_JSON = 500_000
DEEPEST_JSON = 12

_TITLE_SPLIT = re.compile(r"\s+[|–—·»-]\s+")
# in order of trust; source: schema.org, ogp.me, Dublin Core, Highwire Press tags
_DAY_TAGS = (
    "article:published_time", "datepublished", "og:article:published_time", "citation_publication_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date", "publication_date", "date",
)  # fmt: skip
_CHANGE_TAGS = ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified", "revised")
LONGEST_ADDRESS, LONGEST_BASIS = 400, 80
_DAY_FOLDER = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_YEAR_FOLDER = re.compile(r"/((?:19|20)\d\d)/(?:\d{1,2}/)?")
_PUBLISHER_TAGS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
    "copyright",
)
_AUTHOR_TAGS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_SITES = ("WebSite", "Organization", "NGO", "NewsMediaOrganization", "GovernmentOrganization")
_TITLE_TAGS = ("og:title", "dc.title", "citation_title", "twitter:title")


def page_metadata(root: html.HtmlElement) -> Metadata:
    """Title, publisher, authors, date and language as the page states them."""
    tags = _meta_tags(root)
    linked = list(_linked_data(root))
    title = next(iter(root.xpath("//title/text()")), "")
    return Metadata(
        title=_first(tags, _TITLE_TAGS)
        or (Found(" ".join(title.split()), "the page's title") if title.strip() else None),
        publisher=_first(tags, _PUBLISHER_TAGS) or _linked_name(linked, "publisher"),
        authors=_authors(tags, linked),
        day=_day(tags, linked, root),
        weak_day=_weak_day(tags, linked, root),
        year=_year_of_address(tags, root),
        weak_publisher=_title_publisher(title, root),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _meta_tags(root: html.HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = (
            (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "")
            .strip()
            .lower()
        )
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            tags.setdefault(name, []).append(content)
    return tags


def _first(tags: dict[str, list[str]], names: tuple[str, ...]) -> Found | None:
    return next((Found(tags[name][0], f"the page's meta tag {name}") for name in names if name in tags), None)


def _linked_data(root: html.HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD, however they are nested."""
    for script in root.iter("script"):
        source = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(source) > LONGEST_JSON:
            continue
        try:
            waiting: list[tuple[object, int]] = [(json.loads(source), 0)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value, depth = waiting.pop(0)
            children = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
            if isinstance(value, dict):
                yield value
            if depth < DEEPEST_JSON:
                waiting += [(child, depth + 1) for child in children if isinstance(child, list | dict)]


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [] if value.startswith(("http:", "https:")) else [value]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [name for item in value for name in _names(item)] if isinstance(value, list) else []


def _linked_name(linked: list[dict[str, object]], key: str) -> Found | None:
    names = [name for item in linked for name in _names(item.get(key))]
    names += [name for item in linked if item.get("@type") in _SITES for name in _names(item.get("name"))]
    return Found(names[0], f"the page's linked data ({key})") if names else None


def _authors(tags: dict[str, list[str]], linked: list[dict[str, object]]) -> tuple[Found, ...]:
    for name in _AUTHOR_TAGS:
        people = [value for value in tags.get(name, ()) if not value.startswith(("http:", "https:", "@"))]
        if people:
            return tuple(Found(value, f"the page's meta tag {name}") for value in people)
    names = dict.fromkeys(name for item in linked for name in _names(item.get("author")))
    return tuple(Found(name, "the page's linked data (author)") for name in names)


def _day(tags: dict[str, list[str]], linked: list[dict[str, object]], root: html.HtmlElement) -> FoundDay | None:
    stated = [(value, f"the page's meta tag {name}") for name in _DAY_TAGS for value in tags.get(name, ())[:1]]
    stated += [
        (value, "the page's linked data (datePublished)")
        for item in linked
        if isinstance(value := item.get("datePublished"), str)
    ]
    for time in root.iter("time"):
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished":
            stated.append((time.get("datetime") or time.text or "", "the page's time element"))
    times = [time.get("datetime") or "".join(time.itertext()) for time in root.iter("time")]
    if len(times) == 1:
        stated.append((times[0], "the page's only time element"))
    for value, basis in stated:
        day = next((found.date() for found in whole_days(value[:100])), None)
        if day is not None:
            return FoundDay(day, f"{basis}: {value[:40]}")
    return None


def _addresses(tags: dict[str, list[str]], root: html.HtmlElement) -> list[str]:
    """The page's own address, as it states it."""
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return [address[:LONGEST_ADDRESS] for address in [*links, *tags.get("og:url", ())]]


def _weak_day(tags: dict[str, list[str]], linked: list[dict[str, object]], root: html.HtmlElement) -> FoundDay | None:
    """The day in the page's address, else the day on which it was made or changed."""
    for address in _addresses(tags, root):
        dated = _DAY_FOLDER.search(address)
        found = WrittenDay(0, 0, int(dated[2]), int(dated[3]), int(dated[1])).date() if dated else None
        if found is not None:
            return FoundDay(found, f"the page's address: {address[:LONGEST_BASIS]}")
    stated = [(value, f"the page's meta tag {name}") for name in _CHANGE_TAGS for value in tags.get(name, ())[:1]]
    stated += [
        (value, f"the page's linked data ({key})")
        for key in ("dateCreated", "dateModified")
        for item in linked
        if isinstance(value := item.get(key), str)
    ]
    for value, basis in stated:
        day = next((found.date() for found in whole_days(value)), None)
        if day is not None:
            return FoundDay(day, f"{basis}: {value[:LONGEST_BASIS]}")
    return None


def _year_of_address(tags: dict[str, list[str]], root: html.HtmlElement) -> int | None:
    """The year in the page's address ("/2023/11/title"), for a date that is written without one."""
    years = {int(found[1]) for address in _addresses(tags, root) for found in _YEAR_FOLDER.finditer(address)}
    return years.pop() if len(years) == 1 else None


def _title_publisher(title: str, root: html.HtmlElement) -> Found | None:
    """The last or first part of the title, when its nouns or the page's own header or footer say that it is a body."""
    parts = _TITLE_SPLIT.split(" ".join(title.split()))
    if len(parts) < 2:
        return None
    frame = [" ".join(part.itertext()) for tag in ("header", "footer", "nav") for part in root.iter(tag)]
    for name in (parts[-1], parts[0]):
        if is_body(name) and (has_body_noun(name) or any(name in words for words in frame)):
            return Found(name, "the page's title")
    return None
