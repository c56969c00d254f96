"""Checking a published file by what is printed in it."""

from collections.abc import Iterator
from pathlib import Path

from clarion.flow import sites
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish import Checked, check, proof_of
from clarion.publish.seal import BLANK
from clarion.publish.sentences import codes_of
from clarion.store.keys import is_dossier_signed

_NAMED = 3  # sentences or pages that a message names
_SHORT = 80  # characters of a sentence in a message


def is_published(path: Path) -> bool:
    """Whether a path is of something that was published, and not of a case."""
    return path.is_file() or sites.is_site(path)


def verify_dossier(path: Path, *, head: str | None = None, sentence: str | None = None) -> list[str]:
    """What a dossier says of itself, line by line, if its bytes still give the digest printed in it.

    `sentence` is the code that stands beside a claim, its number or its id: then the lines tell what it says, where,
    and how its hash leads to the root.

    Raises:
        BrokenSeal: the file was changed since it was published, does not print the head, or its hashes do not hold.
        BadRequest: the file is no dossier, or has no such sentence.
    """
    if sites.is_site(path):
        return sites.verify_site(path, head=head)
    checked = _checked(path)
    if head is not None and not any(one.startswith(head.strip().lower()) for one in checked.heads):
        raise BrokenSeal(f"{path} does not print the head {head}; it was made from another state of the case")
    if sentence is not None:
        return [*_sentence(path, checked, sentence), *_signed(checked)]
    return [
        f"{path}: as published, {checked.view} view" + (f", {checked.made_at}" if checked.made_at else ""),
        f"digest {checked.digest}",
        f"record {checked.record_sha256}",
        *(f"head {one}" for one in checked.heads),
        *([f"root {checked.root} of {len(checked.sentences)} sentences: holds"] if checked.root else []),
        *_signed(checked),
        *_unread(checked),
        "note: this shows damage and careless change, not who made the file; compare the digest with the case's log",
    ]


def _checked(path: Path) -> Checked:
    try:
        checked = check(path.read_bytes())
    except OSError as problem:
        raise BadRequest(f"{path} cannot be read ({problem.strerror}); check the path") from problem
    except BadRequest as problem:
        raise BadRequest(f"{path}: {problem}") from problem
    is_signed = checked.signature is not None and is_dossier_signed(checked.statement(), checked.signature)
    if not (checked.is_whole and checked.is_bound and is_signed):  # who signs a whole file vouches for its pages
        if checked.altered:
            raise BrokenSeal(f"{path} was changed since it was published: {_altered(checked)}; ask for another copy")
        if not checked.is_whole or checked.pages:
            raise BrokenSeal(f"{path} was changed since it was published: {_unlike(checked)}; ask for another copy")
    if not checked.is_rooted:
        raise BrokenSeal(f"{path}: the sentences sealed in it do not give the root printed; ask for another copy")
    if checked.signature is not None and not is_signed:
        raise BrokenSeal(f"{path}: its signature is not of what it says; ask for another copy")
    return checked


def _altered(checked: Checked) -> str:
    """The first sentences whose words do not stand on the pages as they were sealed."""
    codes = codes_of(checked.sentences)
    first = [f"C{one.number} ({codes[one.claim]}) “{_short(one.quote)}”" for one in checked.altered[:_NAMED]]
    rest = len(checked.altered) - len(first)
    return f"its pages do not say {', '.join(first)}" + (f" and {rest} more" if rest else "") + " as it was sealed"


def _unlike(checked: Checked) -> str:
    if checked.is_whole:
        told = "its seal is not of these pages"
    elif checked.digest == BLANK:
        told = "it carries no digest any more, as after saving it with another program"
    else:
        told = f"it prints the digest {checked.digest[:12]}… and gives {checked.found[:12]}…"
    if checked.pages:
        numbers = ", ".join(str(one) for one in checked.pages[:_NAMED])
        more = f" and {len(checked.pages) - _NAMED} more" if len(checked.pages) > _NAMED else ""
        return f"{told}; other words stand on page {numbers}{more}"
    return told


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _SHORT else words[:_SHORT].rstrip() + "…"


def _sentence(path: Path, checked: Checked, name: str) -> Iterator[str]:
    if checked.root is None:
        raise BadRequest(f"{path} was made by an earlier Clarion and seals no single sentences; ask for a newer one")
    proof = proof_of(checked.sentences, name)
    one = proof.sentence
    if proof.root() != checked.root:
        raise BrokenSeal(f"{path}: the hash of {name} does not lead to the root; ask for another copy")
    doubt = ", with doubt" if one.is_tentative else ""
    yield f"C{one.number} ({one.claim}): {one.act.replace('_', ' ')}, {one.stance.value.replace('_', ' ')}{doubt}"
    yield f"words “{' '.join(one.quote.split())}”"
    yield f"document {one.document}, characters {one.span[0]} to {one.span[1]} of its text"
    yield f"text {one.text or 'not held'}"
    yield f"hash {proof.leaf}"
    yield from (f"with {other} on the {side}" for side, other in proof.path)
    yield f"root {checked.root}: holds"
    if one in checked.unread:
        yield "note: its words cannot be read back from the pages, as those of some scripts; the seal alone tells them"


def _signed(checked: Checked) -> Iterator[str]:
    if checked.signature is not None:
        yield f"signed by {checked.signature.partition(' ')[0]}: holds; compare this key with that of the case's log"


def _unread(checked: Checked) -> Iterator[str]:
    if checked.unread:
        named = ", ".join(f"C{one.number}" for one in checked.unread[:_NAMED])
        more = f" and {len(checked.unread) - _NAMED} more" if len(checked.unread) > _NAMED else ""
        yield f"note: the words of {named}{more} cannot be read back from the pages; the seal alone tells them"
