"""The pages of a site, from the same views as a dossier, and everything that lies beside them."""

import functools
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from clarion.model import UNKNOWN, Record, View
from clarion.publish.banner import BANNERS
from clarion.publish.choosing import cut_to
from clarion.publish.compose import compose
from clarion.publish.index import index_record
from clarion.publish.options import PublishOptions
from clarion.publish.phrases import many
from clarion.publish.site.feeds import feed, shown_now
from clarion.publish.site.finding import Findable, index_script
from clarion.publish.site.manifest import NAME, Manifest, made_manifest
from clarion.publish.site.places import Here, incident_page, places_of, source_page
from clarion.publish.spoken import ENGLISH, frame_words, spoken, words_in
from clarion.publish.templating import SHARED, environment, package_text
from clarion.publish.views import Dossier
from clarion.publish.visible import visible

# nothing but the files beside a page; `file:` is what `self` means for a page that was opened from a disk
POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; "
    "base-uri 'none'; form-action 'self' file:"
)
PAGES = (
    ("index.html", "Summary"),
    ("incidents.html", "Incidents"),
    ("timeline.html", "Time line"),
    ("map.html", "Map"),
    ("calls.html", "Asks and actions"),
    ("sources.html", "Sources"),
    ("method.html", "Method"),
    ("downloads.html", "Data and proof"),
    ("search.html", "Search"),
)
_NAMES = {
    "index.html": "home", "incidents.html": "incidents", "timeline.html": "timeline", "map.html": "map",
    "calls.html": "calls", "sources.html": "sources", "method.html": "method", "downloads.html": "downloads",
    "search.html": "search",
}  # fmt: skip
_PARTS = ("base", "incident", "source", *_NAMES.values())
_OPEN_CLAIMS = 6
_COMING = 5  # actions that the first page names
# links of drawings, which are made for one page; their names are in their titles
_HREF = re.compile(r'<a href="#([^"]*)" aria-label="[^"]*"')
_SEALED = BANNERS[View.SEALED]
# what the search says that it found, with numbers in the two places of the script
_FOUND = ("Nothing was found.", "1 result.", "7 results.", "7 results, the first 200 shown.")


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of a site: its path within it, with `/`, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Site:
    """What every page is made from."""

    dossier: Dossier
    options: PublishOptions
    places: Mapping[str, str]
    withheld: int


def build(
    record: Record, options: PublishOptions, exports: Mapping[str, tuple[str, bytes]], *,
    before: Manifest | None = None, withheld: int = 0, hides: Callable[[str], bool] = lambda _: False,
) -> tuple[SiteFile, ...]:  # fmt: skip
    """Every file of a site in the order of their paths, the manifest last.

    Args:
        record: what the view may see, no more.
        options: of its view; `title` is shown on every page.
        exports: files for programs by their path in the site, each with what it is in words.
        before: the manifest of the edition that this one replaces.
        withheld: how many details the view withholds.
        hides: tells words that stay out of the index.
    """
    record, left_out = cut_to(record, options.incidents) if options.incidents else (record, None)
    index = replace(index_record(record, options.judgements), left_out=left_out)
    dossier = compose(index, options)
    dossier = replace(dossier, title=words_in(dossier.title, options.language))
    site = _Site(dossier, options, places_of(dossier), withheld)
    files = {path: content for path, (_, content) in exports.items()}
    files |= _pages(site, {path: (words, len(content)) for path, (words, content) in exports.items()})
    known = before.incidents if before and before.view == options.view.value else {}
    bare = {one.anchor: _alone(one) for one in dossier.incidents}
    shown = shown_now(dossier.incidents, bare, known, options.made_at)
    files["feed.xml"] = feed(dossier.incidents, shown, known, options)
    files["style.css"] = _style(options.view).encode()
    files["search.js"] = _searching(options.language).encode()
    files["search-index.js"] = index_script(_findable(site), hides)
    about = {
        "view": options.view.value,
        "made_at": options.made_at,
        "engine": options.engine,
        "record": dossier.record_sha256,
        "heads": list(options.heads),
    }
    made = tuple(SiteFile(path, files[path]) for path in sorted(files))
    return (*made, SiteFile(NAME, made_manifest(about, files, shown)))


def words_of_frame(language: str = ENGLISH) -> list[str]:
    """All that the templates of a site say in a language, whatever its record."""
    own = [_text(f"{name}.html") for name in _PARTS] + [_text("site.css"), _text("search.js")]
    return own + [package_text(f"{name}.html") for name in SHARED] + frame_words(language)


def _pages(site: _Site, exports: Mapping[str, tuple[str, int]]) -> dict[str, bytes]:
    d = site.dossier
    more: dict[str, dict[str, Any]] = {name: {} for name in _NAMES}
    more["index.html"]["coming"] = [one for one in d.actions if one.is_past is False][:_COMING]
    told = [(path, words, _size(size)) for path, (words, size) in exports.items()]
    more["downloads.html"] |= {"files": told, "manifest": NAME}
    unread = sum(bool(one.problems) for one in d.documents)
    more["method.html"]["unread"] = (
        f"of {many(unread, 'document')} something could not be read." if unread else "all of their texts could be read."
    )
    pages = {
        path: _page(site, Here(path, site.places), template, name=dict(PAGES)[path] if path != "index.html" else "",
                    section=path, **more[path])
        for path, template in _NAMES.items()
    }  # fmt: skip
    around = [None, *d.incidents, None]
    for number, one in enumerate(d.incidents):
        path = incident_page(one.anchor)
        here = Here(path, site.places)
        pages[path] = _page(site, here, "incident", name=f"I{one.number}, {one.title}", section="incidents.html",
                            i=one, before=around[number], after=around[number + 2])  # fmt: skip
    for document in d.documents:
        path, source = source_page(document), document.source
        name = f"D{source.number}, {source.title if source.title != UNKNOWN else source.name}"
        pages[path] = _page(site, Here(path, site.places), "source", name=name, section="sources.html", s=document)
    return pages


def _page(site: _Site, here: Here, template: str, *, name: str, section: str, **more: Any) -> bytes:
    drawings = {
        key: _drawn(drawing, here)
        for key, drawing in site.dossier.drawings.items()
    } if template in ("map", "timeline") else {}  # fmt: skip
    made = _environment().get_template(template).render(
        d=site.dossier,
        options=site.options,
        b=BANNERS[site.options.view],
        here=here,
        name=words_in(name, site.options.language),
        section=section,
        pages=PAGES,
        policy=POLICY,
        is_public=site.options.view is View.PUBLIC,
        drawings=drawings,
        withheld=site.withheld,
        heading="h2",
        open_claims=_OPEN_CLAIMS,
        **more,
    )  # fmt: skip
    return spoken(made, site.options.language).encode()


def _drawn(drawing: str, here: Here) -> Markup:
    """A drawing, made and escaped in `drawing`, with links to other pages; a picture that holds links is a group."""
    linked = _HREF.sub(lambda found: f'<a href="{here.to(found[1])}"', drawing)
    return Markup(linked.replace('role="img"', 'role="group"', 1))


def _alone(incident: Any) -> bytes:
    """What an incident says, apart from the numbers of things, which move when others are added."""
    claims = [[claim.id, claim.quote, claim.stance, claim.judged.words] for claim in incident.claims]
    against = [[claim.id, claim.quote] for claim in (*incident.denials, *incident.rivals)]
    told = [incident.title, incident.status, incident.headline, incident.when, incident.where, incident.affected]
    law = [[one.norm, one.state, one.verdict_key] for one in incident.findings]
    return repr([told, incident.judged.words, claims, against, law]).encode()


def _findable(site: _Site) -> list[Findable]:
    d = site.dossier
    start = Here("search.html", site.places)
    say = functools.partial(words_in, language=site.options.language)
    found = [
        Findable(
            start.to(one.anchor),
            say(f"Incident I{one.number}"),
            visible(one.title),
            visible(" ".join([f"{say(one.status)}.", *map(say, one.headline)])),
            (one.act, one.when, one.where, one.affected, one.voices, *(claim.quote for claim in one.claims)),
        )
        for one in d.incidents
    ]
    found += [
        Findable(
            start.to(action.anchor), say(f"Action A{action.number}"), visible(action.title), visible(say(action.start)),
            (action.kind, action.place, action.addressee),
        )
        for action in d.actions
    ]  # fmt: skip
    found += [
        Findable(
            start.to(ask.anchor), say("Ask"), visible(ask.text), visible(say(f"To: {addressee}")),
            (ask.act, ask.made_by),
        )
        for addressee, asks in d.asks
        for ask in asks
    ]  # fmt: skip
    found += [
        Findable(
            start.to(document.source.anchor),
            say(f"Document D{document.source.number}"),
            visible(document.source.title if document.source.title != UNKNOWN else document.source.name),
            visible(f"{document.source.name}, {say(document.source.date)}"),
            tuple(piece.text for piece in document.pieces),
        )
        for document in d.documents
    ]
    return found


def _searching(language: str) -> str:
    """The script of the search, which says in a language what it found."""
    made = _text("search.js")
    for words in _FOUND:
        said = words_in(words, language)
        old, new = (
            json.dumps(one.replace("7", "{n}").replace("200", "{m}"), ensure_ascii=False) for one in (words, said)
        )
        made = made.replace(old, new, 1)
    return made


def _style(view: View) -> str:
    banner = BANNERS[view]
    shared = package_text("dossier.css").replace(_SEALED.mark, banner.mark).replace(_SEALED.edge, banner.edge)
    return shared + _text("site.css")


def _size(size: int) -> str:
    return f"{size / 1000:,.0f} kB" if size >= 1000 else f"{size} bytes"


@functools.cache
def _environment() -> jinja2.Environment:
    return environment({name: _text(f"{name}.html") for name in _PARTS})


@functools.cache
def _text(name: str) -> str:
    return (resources.files("clarion.publish.site") / "templates" / name).read_text(encoding="utf-8")
