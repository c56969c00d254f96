"""The sentences of a dossier that say what a document says, each to be checked without the others.

Each claim is a leaf of one tree of hashes; the root stands for all of them. Whoever holds a sentence, the hashes beside
its path and the root can see that the sentence was among those that were published.

Source: RFC 6962, section 2.1 (Merkle trees), with SHA-256.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import Any

from clarion.model import Claim, Span, StanceKind
from clarion.model.errors import BadRequest
from clarion.publish import tree
from clarion.publish.digests import digest_of
from clarion.publish.index import Index
from clarion.publish.visible import HIDDEN

# digits of a code: one in four thousand million names another sentence by chance; more where two are alike
_CODE = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a claim says, as it is sealed. `text` is the SHA-256 of the document's text, None where it is not held."""

    number: int  # C12; not sealed, because numbers change when documents are added
    claim: str
    document: str
    text: str | None
    span: Span
    quote: str
    act: str
    stance: StanceKind
    is_tentative: bool

    def sealed(self) -> dict[str, Any]:
        """What the hash is made of."""
        said = {"claim": self.claim, "document": self.document, "text": self.text, "span": list(self.span)}
        return said | {
            "quote": self.quote,
            "act": self.act,
            "stance": self.stance.value,
            "tentative": self.is_tentative,
        }

    def leaf(self) -> str:
        """The hash of the sentence, 64 hex digits."""
        return hashlib.sha256(tree.LEAF + _canonical(self.sealed()).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence with the hashes that lead from it to the root."""

    sentence: Sentence
    leaf: str
    path: tuple[tree.Step, ...]

    def root(self) -> str:
        """The root that the sentence and its path give."""
        held = self.leaf
        for side, other in self.path:
            held = tree.joined(other, held) if side == "left" else tree.joined(held, other)
        return held


def sentences_of(index: Index) -> tuple[Sentence, ...]:
    """The sentences of a record, in the order of their ids, so that numbers change nothing."""
    return tuple(_sentence(claim, index) for _, claim in sorted(index.claims.items()))


def root_of(sentences: Sequence[Sentence]) -> str:
    """The hash that stands for all of them, 64 hex digits."""
    return tree.root([one.leaf() for one in sentences])


def codes_of(sentences: Sequence[Sentence]) -> dict[str, str]:
    """The first digits of each sentence's hash, by claim: as few as tell them apart."""
    leaves = {one.claim: one.leaf() for one in sentences}
    for digits in count(_CODE):
        codes = {claim: leaf[:digits] for claim, leaf in leaves.items()}
        if len(set(codes.values())) == len(set(leaves.values())):
            return codes
    raise AssertionError("whole hashes tell sentences apart")


def proof_of(sentences: Sequence[Sentence], name: str) -> Proof:
    """The proof of the sentence of a code, a number such as C12, or the id of its claim.

    Raises:
        BadRequest: no sentence has that name, or several have.
    """
    wanted = name.strip().lower()
    leaves = [one.leaf() for one in sentences]
    found = [
        at
        for at, (one, leaf) in enumerate(zip(sentences, leaves, strict=True))
        if wanted in (one.claim, f"c{one.number}") or (len(wanted) >= _CODE and leaf.startswith(wanted))
    ]
    if len(found) != 1:
        many = "more than one sentence" if found else "no sentence"
        raise BadRequest(f"{many} of this dossier has the code {name}; give the digits that stand beside it")
    return Proof(sentences[found[0]], leaves[found[0]], tuple(tree.path(leaves, found[0])))


def written(sentence: Sentence) -> str:
    """A sentence as one line of JSON in which no hidden character stands."""
    line = _canonical(sentence.sealed() | {"number": sentence.number})
    return HIDDEN.sub(lambda one: json.dumps(one[0])[1:-1], line)


def sentence_of(line: str) -> Sentence:
    """The sentence that a line of JSON tells.

    Raises:
        BadRequest: it tells none.
    """
    try:
        said: Mapping[str, Any] = json.loads(line)
        start, end = said["span"]
        return Sentence(
            number=int(said["number"]),
            claim=str(said["claim"]),
            document=str(said["document"]),
            text=None if said["text"] is None else str(said["text"]),
            span=(int(start), int(end)),
            quote=str(said["quote"]),
            act=str(said["act"]),
            stance=StanceKind(said["stance"]),
            is_tentative=bool(said["tentative"]),
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise BadRequest("a sentence in this dossier is not what Clarion writes; ask for another copy") from problem


def in_page(sentence: Sentence) -> str:
    """A sentence as the value of an attribute of a page."""
    return escape(written(sentence))


def _sentence(claim: Claim, index: Index) -> Sentence:
    document = index.documents.get(claim.document)
    return Sentence(
        number=index.claim_number[claim.id],
        claim=claim.id,
        document=claim.document,
        text=digest_of(document) if document else None,
        span=claim.span,
        quote=claim.quote,
        act=claim.act,
        stance=claim.stance,
        is_tentative=claim.tentative,
    )


def _canonical(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
