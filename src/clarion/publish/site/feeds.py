"""The feed of a site: each incident with what is known of it, the ones that changed last standing first.

When an incident last changed is told by the manifest of the former edition: its content as a digest, and since when it
stands. Without one everything is as old as this edition.

Source: RFC 4287 (Atom).
"""

import functools
import hashlib
from collections.abc import Mapping, Sequence

from lxml import etree

from clarion.publish.options import PublishOptions
from clarion.publish.site.manifest import Shown
from clarion.publish.site.places import incident_page
from clarion.publish.spoken import words_in
from clarion.publish.views import IncidentView
from clarion.publish.visible import visible

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # the moment of a site that was made at no known time
_MOST = 200  # entries; a reader keeps what it saw before


def shown_now(
    incidents: Sequence[IncidentView], pages: Mapping[str, bytes], before: Mapping[str, Shown], made_at: str | None
) -> dict[str, Shown]:
    """For each incident what it shows, and since when: as before where its page says the same as before.

    Args:
        incidents: those of this edition.
        pages: for each incident the part of its page that is about it alone, without numbers that others move.
        before: what the former edition showed.
        made_at: when this edition is made.
    """
    held = {}
    for one in incidents:
        digest = hashlib.sha256(pages[one.anchor]).hexdigest()
        known = before.get(one.anchor)
        since = known.since if known and known.digest == digest else made_at or _NEVER
        held[one.anchor] = Shown(digest, one.status_key, since)
    return held


def feed(
    incidents: Sequence[IncidentView], shown: Mapping[str, Shown], before: Mapping[str, Shown], options: PublishOptions
) -> bytes:
    """The feed as Atom, UTF-8; its links are those of the site, from where the feed stands."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", options.language)
    say = functools.partial(words_in, language=options.language)
    made = options.made_at or _NEVER
    newest = sorted(incidents, key=lambda one: (shown[one.anchor].since, -one.number), reverse=True)[:_MOST]
    _told(root, "id", f"urn:clarion:site:{options.view}:{_name(incidents)}")
    _told(root, "title", say(options.title))
    _told(root, "updated", max((shown[one.anchor].since for one in newest), default=made))
    _told(root, "generator", "Clarion")
    _told(_told(root, "author"), "name", say(options.title))
    etree.SubElement(root, f"{{{_ATOM}}}link", rel="self", href="feed.xml")
    etree.SubElement(root, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href="index.html")
    for one in newest:
        entry = _told(root, "entry")
        _told(entry, "id", f"urn:clarion:{one.anchor}")
        _told(entry, "title", f"{say(one.status)}: {one.title}")
        _told(entry, "updated", shown[one.anchor].since)
        etree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=incident_page(one.anchor))
        etree.SubElement(entry, f"{{{_ATOM}}}category", term=one.status_key, label=say(one.status))
        _told(entry, "summary", " ".join(map(say, [*one.headline, *_changed(one, before.get(one.anchor))])))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _changed(one: IncidentView, before: Shown | None) -> list[str]:
    if before is None or before.status == one.status_key:
        return []
    return [f"The status was “{before.status.replace('_', ' ')}” before."]


def _name(incidents: Sequence[IncidentView]) -> str:
    """A name of the feed that stays while its incidents do; nothing of a case may be told by it."""
    first = min((one.anchor for one in incidents), default="none")
    return hashlib.sha256(first.encode()).hexdigest()[:20]


def _told(parent: etree._Element, name: str, words: str = "") -> etree._Element:
    made = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    if words:
        made.text = visible(words)
    return made
