"""A record: the nouns of a set of documents, with JSON in and out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec

from clarion.model.errors import BadRecord
from clarion.model.nouns import Action, Ask, Claim, Count, Document, Finding, Incident, Place, Voice

# fields that the parts of reading use and the record does not hold
NOT_RECORDED: dict[type, tuple[str, ...]] = {
    Count: ("noun",),
    Place: ("candidates", "kind"),
    Document: ("regions", "part_of"),
}


@dataclass(frozen=True, slots=True)
class Record:
    """What Clarion knows of a set of documents. Lists are sorted, so the same input gives the same bytes."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    voices: tuple[Voice, ...] = ()
    incidents: tuple[Incident, ...] = ()
    findings: tuple[Finding, ...] = ()
    asks: tuple[Ask, ...] = ()
    actions: tuple[Action, ...] = ()

    def to_json(self, *, with_text: bool = False) -> str:
        """The record as one JSON object, indented, every field in every item. Texts only `with_text`."""
        plain = {name: list(items) for name, items in self._items(with_text=with_text)}
        return msgspec.json.format(msgspec.json.encode(plain), indent=1).decode() + "\n"

    def to_jsonl(self, *, with_text: bool = False) -> str:
        """The record as JSON Lines: one item a line, its noun in `kind_of`."""
        lines = [
            msgspec.json.encode({"kind_of": name.removesuffix("s"), **item}).decode() + "\n"
            for name, items in self._items(with_text=with_text)
            for item in items
        ]
        return "".join(lines)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Record":
        """Read what `to_json` wrote.

        Raises:
            BadRecord: the text is not JSON or does not have the form of a record.
        """
        try:
            return msgspec.json.decode(text, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError) as problem:
            raise BadRecord(f"this is not a record: {problem}") from problem

    def without_text(self) -> "Record":
        """The same record without the documents' texts."""
        return replace(self, documents=tuple(replace(document, text=None) for document in self.documents))

    def _items(self, *, with_text: bool) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        for part in fields(self):
            nouns = getattr(self, part.name)
            yield part.name, (_plain(noun, with_text=with_text) for noun in nouns)


def _plain(noun: Any, *, with_text: bool = False) -> dict[str, Any]:
    """A noun as dictionaries and lists, without the fields that the record does not hold."""
    plain = msgspec.to_builtins(noun)
    if isinstance(noun, Document):
        if not with_text:
            plain.pop("text")
        for name in NOT_RECORDED[Document]:
            plain.pop(name)
    elif isinstance(noun, Claim | Incident):
        _prune_affected(plain.get("affected"))
        for place in plain["where"]:
            for name in NOT_RECORDED[Place]:
                place.pop(name)
    return plain  # type: ignore[no-any-return]


def _prune_affected(affected: dict[str, Any] | None) -> None:
    if affected is None:
        return
    for count in [affected["count"], *affected["others"]]:
        if count is not None:
            count.pop("noun")
