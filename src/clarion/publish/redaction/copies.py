"""A redacted copy: what is shown of a document, commitments to the rest, and the statement that is signed.

The statement names root, view, the entry of the log that notes the copy, and the digest of the page around the proof,
so that nothing of the copy can be changed without being seen. It holds no hash of the original and none of its text.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from clarion.model import DetailKind
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish.redaction.passages import SALT, Passage, leaf, root_of

FORMAT = 1
_WHAT = "redacted copy"
_BAD = "its proof is not whole or is none that Clarion writes; ask for another copy"


@dataclass(frozen=True, slots=True)
class Told:
    """What a copy says of itself. `document` is an id that only its maker can lead back; `made` is UTC."""

    view: str
    document: str
    made: str
    entry: str
    heads: tuple[str, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A redacted copy. `body` is the digest of the page or text around its proof; signer and signature are hex."""

    told: Told
    passages: tuple[Passage, ...]
    body: str = ""
    signer: str = ""
    signature: str = ""

    @property
    def root(self) -> str:
        """The hash that stands for all of its passages."""
        return root_of(self.passages)

    @property
    def withheld(self) -> Counter[str]:
        """How many passages are withheld, by kind."""
        return Counter(one.kind.value for one in self.passages if one.kind is not None)

    def text(self) -> str:
        """What a reader sees."""
        return "".join(one.said() for one in self.passages)

    def statement(self) -> bytes:
        """What is signed: canonical JSON."""
        told = self.told
        said: dict[str, Any] = {
            "clarion": _WHAT,
            "format": FORMAT,
            "view": told.view,
            "document": told.document,
            "title": told.title,
            "publisher": told.publisher,
            "published": told.published,
            "language": told.language,
            "made": told.made,
            "entry": told.entry,
            "heads": list(told.heads),
            "body": self.body,
            "passages": len(self.passages),
            "withheld": [
                [at, one.kind.value, one.instead] for at, one in enumerate(self.passages) if one.kind is not None
            ],
            "root": self.root,
        }
        return _canonical(said)


def digest(data: bytes) -> str:
    """Hex SHA-256."""
    return hashlib.sha256(data).hexdigest()


def to_lines(copy: Copy) -> str:
    """The proof of a copy as lines of JSON in ASCII: the statement, a line for each passage, the signature."""
    lines = [_written(json.loads(copy.statement()))]
    lines += [_written(_line(one)) for one in copy.passages]
    lines.append(_written({"signer": copy.signer, "signature": copy.signature}))
    return "\n".join(lines)


def from_lines(proof: str) -> Copy:
    """The copy that lines of JSON tell; written again they are the same.

    Raises:
        BrokenSeal: they are cut, changed in form, or of no copy.
    """
    try:
        said = [json.loads(line) for line in proof.split("\n")]
        first, last = said[0], said[-1]
        copy = Copy(
            told=Told(
                view=str(first["view"]),
                document=str(first["document"]),
                made=str(first["made"]),
                entry=str(first["entry"]),
                heads=tuple(map(str, first["heads"])),
                title=_text(first["title"]),
                publisher=_text(first["publisher"]),
                published=_text(first["published"]),
                language=_text(first["language"]),
            ),
            passages=tuple(_passage(at, one) for at, one in enumerate(said[1:-1])),
            body=str(first["body"]),
            signer=_hex(last["signer"], 32).hex(),
            signature=_hex(last["signature"], 64).hex(),
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        raise BrokenSeal(_BAD) from problem
    if first.get("format") != FORMAT:
        raise BadRequest(f"it is a redacted copy of format {first.get('format')!r}; upgrade Clarion to check it")
    return copy


def check_root(copy: Copy, proof: str) -> None:
    """Make sure that every shown passage leads to the root of the statement, and that nothing stands beside.

    Raises:
        BrokenSeal: it does not.
    """
    told = json.loads(proof.split("\n", 1)[0])
    if told.get("root") != copy.root:
        raise BrokenSeal("its passages do not give the root that was signed: a passage was changed, moved or taken out")
    if to_lines(copy) != proof:
        raise BrokenSeal("its proof says more or other things than were signed; ask for another copy")


def opened(copy: Copy, number: int, words: str, salt: str) -> Copy:
    """The copy with a withheld passage shown, where words and salt are what it committed to.

    Raises:
        BrokenSeal: they are not.
        BadRequest: the copy has no withheld passage of that number.
    """
    if not 0 <= number < len(copy.passages) or copy.passages[number].is_shown:
        raise BadRequest(f"the copy withholds no passage {number}")
    before = copy.passages[number]
    if _leaf(number, words, salt) != before.leaf:
        raise BrokenSeal(f"the words told for passage {number} are not those that the copy withholds")
    passages = list(copy.passages)
    passages[number] = Passage(before.leaf, words, salt)
    return replace(copy, passages=tuple(passages))


def _line(passage: Passage) -> dict[str, str]:
    if passage.words is not None:
        return {"words": passage.words, "salt": passage.salt or ""}
    held = {"leaf": passage.leaf, "kind": (passage.kind or DetailKind.METADATA).value}
    return held if passage.instead is None else held | {"instead": passage.instead}


def _passage(number: int, said: Mapping[str, str]) -> Passage:
    if "words" in said:
        return Passage(_leaf(number, said["words"], said["salt"]), said["words"], said["salt"])
    return Passage(
        _hex(said["leaf"], hashlib.sha256().digest_size).hex(),
        kind=DetailKind(said["kind"]),
        instead=_text(said.get("instead")),
    )


def _leaf(number: int, words: str, salt: str) -> str:
    return leaf(_hex(salt, SALT), number, words)


def _hex(digits: str, size: int) -> bytes:
    """Bytes from hex in its one form: small letters, no blanks."""
    data = bytes.fromhex(digits)
    if len(data) != size or data.hex() != digits:
        raise ValueError(f"no {size} bytes in hex")
    return data


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _canonical(said: object) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def _written(said: object) -> str:
    """JSON in ASCII in which no sign means anything to HTML."""
    line = _canonical(said).decode()
    return line.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("'", "\\u0027")
