"""The seal of a dossier: digests inside the page that let anyone see whether it was changed since it was made.

`clarion-digest` is the SHA-256 of the page with 64 zeros in the two places where that digest stands;
`clarion-record` is the SHA-256 of the record as canonical JSON with texts. A digest shows damage and careless change.
It does not show who made the page: whoever changes it can compute a new digest, so compare it with the publication
entry of the case's log or with a copy received another way.

`clarion-sentence` is a sentence, `clarion-root` the hash that stands for all of them (see `sentences`), and
`clarion-signature` a public key and its signature of `statement`, which binds that root to record, view, heads and day.

Word and PDF carry the same in a part of their own (`part_of`), see `word.sealing` and `paper_sealing`.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from html import escape, unescape

from clarion.model.errors import BadRequest
from clarion.publish.sentences import Sentence, root_of, sentence_of

BLANK = "0" * 64
_META = re.compile(rb'<meta name="clarion-([a-z]+)" content="([^"<>]*)">')
# the only two places of a digest; a document's words are escaped and can never look like either
_PLACES = re.compile(rb'(<meta name="clarion-digest" content="|<code id="clarion-digest">)[0-9a-f]{64}')
_HEX = re.compile(r"[0-9a-f]{64}")
_VALUE = re.compile(r"<([a-z]+)>([^<>]*)</\1>")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a dossier says of itself. `is_whole` is true when its bytes still give the digest printed in it.

    `root` and `signature` are None in dossiers of earlier versions, which tell no sentences. `altered`, `unread` and
    `pages` are of PDF, whose pages are read: sentences whose words do not stand there as often as was sealed, those
    that could not be read there when it was made, and the numbers of pages that say something else.
    """

    is_whole: bool
    digest: str
    found: str
    record_sha256: str
    view: str
    heads: tuple[str, ...]
    made_at: str | None
    sentences: tuple[Sentence, ...] = ()
    root: str | None = None
    signature: str | None = None  # a public key and its signature, in hex digits with a blank between
    is_bound: bool = False  # whether the signature is of the digest too
    altered: tuple[Sentence, ...] = ()
    unread: tuple[Sentence, ...] = ()
    pages: tuple[int, ...] = ()

    @property
    def is_rooted(self) -> bool:
        """Whether the sentences give the root printed; true where none is printed."""
        return self.root is None or self.root == root_of(self.sentences)

    def statement(self) -> bytes:
        """What the signature is of."""
        file = self.found if self.is_bound else None
        return statement(self.root or "", self.record_sha256, self.view, (self.made_at, self.heads), file)


def statement(
    root: str, record: str, view: str, made: tuple[str | None, tuple[str, ...]], file: str | None = None
) -> bytes:
    """What is signed of a dossier: `made` is when and from which heads, `file` its digest, where that is signed too."""
    said = {"root": root, "record": record, "view": view, "made": made[0], "heads": list(made[1])}
    said |= {"file": file} if file else {}
    return json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def seal(page: str) -> bytes:
    """The page with its blank digest filled in."""
    blank = page.encode()
    digest = hashlib.sha256(blank).hexdigest().encode()
    return _PLACES.sub(rb"\g<1>" + digest, blank)


def check(data: bytes) -> Checked:
    """Recompute the digest of a dossier.

    Raises:
        BadRequest: the bytes are no dossier of Clarion.
    """
    told = [(name.decode(), unescape(value.decode("utf-8", "replace"))) for name, value in _META.findall(data)]
    held = dict(told)
    digest = held.get("digest", "")
    if not _HEX.fullmatch(digest) or not _HEX.fullmatch(held.get("record", "")):
        raise BadRequest("this is no dossier that Clarion published as HTML: it carries no digest")
    found = hashlib.sha256(_PLACES.sub(rb"\g<1>" + BLANK.encode(), data)).hexdigest()
    return checked_of(told, found)


def part_of(told: list[tuple[str, str]]) -> bytes:
    """What a dossier says of itself as a part of a file, as names and values in the order given; values are text."""
    lines = "\n".join(f"<{name}>{escape(value)}</{name}>" for name, value in told)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<seal xmlns="urn:clarion:seal">\n{lines}\n</seal>'.encode()


def told_in(part: bytes) -> list[tuple[str, str]]:
    """The names and values of a part."""
    return [(name, unescape(value)) for name, value in _VALUE.findall(part.decode("utf-8", "replace"))]


def checked_of(told: list[tuple[str, str]], found: str) -> Checked:
    """What a dossier says of itself, as names and values, beside the digest that was found."""
    held = dict(told)
    return Checked(
        is_whole=found == held["digest"],
        digest=held["digest"],
        found=found,
        record_sha256=held["record"],
        view=held.get("view", ""),
        heads=tuple(value for name, value in told if name == "head"),
        made_at=held.get("made") or None,
        sentences=tuple(sentence_of(value) for name, value in told if name == "sentence"),
        root=held.get("root"),
        signature=held.get("signature"),
    )
