"""Where everything of a site stands: which page holds an address, and how one page leads to another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clarion.publish.views import ClaimView, DocumentView, Dossier, IncidentView

_ID = 20  # signs of a document's id in its page's name; of 64, enough for any case


def incident_page(anchor: str) -> str:
    """The page of an incident."""
    return f"incident/{anchor}.html"


def source_page(document: DocumentView) -> str:
    """The page of a document. Its name tells nothing but an id."""
    return f"source/{document.id.partition(':')[2][:_ID]}.html"


def places_of(dossier: Dossier) -> dict[str, str]:
    """For every address of the dossier the page that holds it; a claim stands where it is shown first."""
    held: dict[str, str] = {"sources": "sources.html"}
    for incident in dossier.incidents:
        page = incident_page(incident.anchor)
        held[incident.anchor] = page
        held.update((finding.anchor, page) for finding in incident.findings)
        for claim in claims_of(incident):
            held.setdefault(claim.id, page)
    for document in dossier.documents:
        page = source_page(document)
        held[document.source.anchor] = page
        for piece in document.pieces:
            held.update((f"at-{name}", page) for name, _ in piece.starts)
        for claim in document.loose:
            held.setdefault(claim.id, page)
    held.update((row.anchor, "map.html") for row in dossier.places)
    held.update((ask.anchor, "calls.html") for _, asks in dossier.asks for ask in asks)
    held.update((action.anchor, "calls.html") for action in dossier.actions)
    return held


def claims_of(incident: IncidentView) -> tuple[ClaimView, ...]:
    """The claims that an incident's page shows in full, in their order there."""
    warned = tuple(warning.claim for warning in incident.warnings)
    return (*incident.claims, *incident.denials, *incident.rivals, *warned)


@dataclass(frozen=True, slots=True)
class Here:
    """A page that is being made: from it addresses are resolved. `shown` are the ids that stand on it so far."""

    page: str
    places: Mapping[str, str]
    own: frozenset[str] = frozenset()
    shown: set[str] = field(default_factory=set)
    has_codes: bool = False  # the manifest holds files, not sentences

    def to(self, anchor: str) -> str:
        """The way from this page to an address; the page itself where a page is about nothing but that."""
        if anchor in self.own:
            return f"#{anchor}"
        page = self.places.get(anchor, "sources.html")
        is_whole = page in (incident_page(anchor),) or anchor.startswith("doc-")
        return self.file(page) if is_whole else f"{self.file(page)}#{anchor}"

    def file(self, path: str) -> str:
        """The way from this page to a file of the site."""
        return "../" * self.page.count("/") + path

    def ref(self, claim: str) -> str:
        """The way to a claim."""
        return self.to(claim)

    def words(self, claim: ClaimView) -> str:
        """The way to the words of a claim."""
        return self.to(claim.place)

    def anchor(self, claim: ClaimView) -> str | None:
        """The address of a claim that is shown, or None where this page shows it already: an id may stand once."""
        if claim.id in self.shown:
            return None
        self.shown.add(claim.id)
        return claim.id
