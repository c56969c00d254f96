"""What people put on the things of a case beside judgements: handling, tags, assignments, translations, claims."""

from dataclasses import dataclass

from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Claim, Span

SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Handling:
    """How a document may be used and seen. `handling` is "", "sealed", "partner" or "public".

    `seen_by` are those who may see it while it is sealed: the named ones and all who brought it in, sorted.
    `given` is the word of the provider where it is another one; such a document is sealed until a person decides.
    """

    id: DocumentId
    handling: str = ""
    named: tuple[str, ...] = ()
    brought_by: tuple[str, ...] = ()
    brought_at: str = ""  # UTC, ISO 8601 with seconds and Z; the first time
    provider: str = ""
    consent: str = ""
    given: str = ""
    reason: str = ""  # of the person who set it

    @property
    def seen_by(self) -> tuple[str, ...]:
        """Who may see it while it is sealed."""
        return tuple(sorted({*self.named, *self.brought_by}))

    def hides_from(self, name: str) -> bool:
        """Whether it is hidden from a person."""
        return self.handling == SEALED and name not in self.named and name not in self.brought_by


@dataclass(frozen=True, slots=True)
class Tag:
    """A word put on a thing."""

    id: str
    about: str
    name: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A thing that somebody is to look after."""

    id: str
    about: str
    to: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A passage of a document in another language. `language` is that of the words."""

    id: str
    document: DocumentId
    span: Span
    language: str
    words: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of an open question: what was found out."""

    id: str
    about: str  # the id of the question
    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that a person keeps: `place` is where it is asked, `query` what, as the place writes it."""

    id: str
    name: str
    place: str
    query: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Added:
    """A claim that a person added. `id` is that of the claim, `entry` that of the entry that says so."""

    id: ClaimId
    document: DocumentId
    claim: Claim
    reason: str
    by: str
    at: str
    entry: str
