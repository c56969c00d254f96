"""Footnotes of a letter: each source in full once, later by the number of that note; with the ids of the claims."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clarion.model import Claim, ClaimId, Document
from clarion.respond.letters.saying import day_words, plain
from clarion.respond.letters.wording import Wording


@dataclass(slots=True)
class Notes:
    """The footnotes of one letter, in the order in which they are asked for."""

    words: Wording
    lines: list[str] = field(default_factory=list)
    claims: list[ClaimId] = field(default_factory=list)
    _first: dict[str, int] = field(default_factory=dict)
    _marks: dict[tuple[str, ...], str] = field(default_factory=dict)

    def source(self, document: Document, claims: Iterable[Claim] = ()) -> str:
        """The mark of a note on a document and those of its claims that are meant."""
        ids = [claim.id for claim in claims]
        key = document.id, *ids
        if key in self._marks:
            return self._marks[key]
        said = self._source(document)
        if ids:
            said = self.words.say("notes", "claims", source=said, claims=", ".join(ids))
            self.claims += [one for one in ids if one not in self.claims]
        self._marks[key] = self._added(said)
        self._first.setdefault(document.id, len(self.lines))
        return self._marks[key]

    def text(self, said: str) -> str:
        """The mark of a note of these words; the same words are one note."""
        if (said,) not in self._marks:
            self._marks[(said,)] = self._added(said)
        return self._marks[(said,)]

    def written(self) -> str:
        """All notes, one a line."""
        return "\n".join(f"[^{number}]: {line}" for number, line in enumerate(self.lines, 1))

    def _added(self, said: str) -> str:
        self.lines.append(said)
        return f"[^{len(self.lines)}]"

    def _source(self, document: Document) -> str:
        publisher = plain(document.publisher or "") or self.words.say("notes", "no_publisher")
        if (number := self._first.get(document.id)) is not None:
            return self.words.say("notes", "again", publisher=publisher, number=number)
        day = day_words(self.words, document.published) if document.published else self.words.say("notes", "undated")
        title = plain(document.title or "") or self.words.say("notes", "no_title")
        return self.words.say("notes", "full", publisher=publisher, title=title, day=day)
