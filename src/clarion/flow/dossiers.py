"""Checking a published file by what is printed in it."""

from collections.abc import Iterator
from pathlib import Path

from clarion.flow import sites
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish import Checked, check, proof_of
from clarion.store.keys import is_dossier_signed


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
        "note: this shows damage and careless change, not who made the file; compare the digest with the case's log",
    ]


def _checked(path: Path) -> Checked:
    try:
        checked = check(path.read_bytes())
    except OSError as problem:
        raise BadRequest(f"{path} cannot be read ({problem.strerror}); check the path") from problem
    except BadRequest as problem:
        raise BadRequest(f"{path}: {problem}") from problem
    if not checked.is_whole:
        raise BrokenSeal(
            f"{path} was changed since it was published: it prints the digest {checked.digest[:12]}…"
            f" and gives {checked.found[:12]}…; ask for another copy"
        )
    if not checked.is_rooted:
        raise BrokenSeal(f"{path}: the sentences sealed in it do not give the root printed; ask for another copy")
    if checked.signature is not None and not is_dossier_signed(checked.statement(), checked.signature):
        raise BrokenSeal(f"{path}: its signature is not of what it says; ask for another copy")
    return checked


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


def _signed(checked: Checked) -> Iterator[str]:
    if checked.signature is not None:
        yield f"signed by {checked.signature.partition(' ')[0]}: holds; compare this key with that of the case's log"
