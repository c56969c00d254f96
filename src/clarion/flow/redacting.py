"""Redacted copies of documents: made, noted in the log and written; checked by anybody; disclosed in part by an owner.

A copy commits to every passage of the sealed original by a salted hash. The salts come from the secret of this
installation, which is in no case, so neither a copy nor the folder of a case lets anybody try what was withheld.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clarion.flow import guarding, queries
from clarion.flow.leaving import check_writable, write
from clarion.flow.publishing import view_of
from clarion.model import Document, DocumentId, Span, View, text_sha256
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish import redaction
from clarion.publish.redaction import Copy, Disclosed, Passage, Stretch, Told
from clarion.publish.safety import LEAVES, Safe, keyed
from clarion.store import redactions, seeking
from clarion.store.erasing import find_document
from clarion.store.folder import CaseFolder
from clarion.store.keys import is_copy_signed, open_signer, redaction_secret
from clarion.store.redactions import Redaction

_FORMS = {".html": redaction.to_page, ".htm": redaction.to_page, ".txt": redaction.to_plain}
_NO_ENTRY = "0" * 64


@dataclass(frozen=True, slots=True)
class Made:
    """A redacted copy that was written. `shown` and `withheld` count passages."""

    path: Path
    root: str
    entry: str
    shown: int
    withheld: int


def redact(case: CaseFolder, document: str, output: Path, view: str | View, known_as: str = "") -> Made:
    """Write a redacted copy of a document, as a page (.html) or as plain text (.txt).

    Args:
        case: the case.
        document: by path, by id or by the first digits of its SHA-256.
        output: the file to write.
        view: public or partner.
        known_as: what the log calls the file, where its path says too much.

    Raises:
        BadRequest: the document does not leave by the view, has no text, or something withheld was found in the copy.
    """
    chosen, output = view_of(view), output.absolute()
    make = _FORMS.get(output.suffix.lower())
    if make is None:
        raise BadRequest(f"{output.name}: a redacted copy is a page or plain text; name a file ending in .html or .txt")
    if chosen is View.SEALED:
        raise BadRequest("the sealed view withholds nothing; make a redacted copy for the public or the partner view")
    check_writable(output)
    checked = guarding.checked(case, chosen)
    safe = checked.safe()
    whole = _original(checked, find_document(checked.state, document), safe)
    text, secret = whole.text or "", _secret(case, chosen)
    parts = redaction.stretches(text, safe.cuts[whole.id])
    passages = redaction.committed(text, parts, _salts(secret, whole.id))
    made = Copy(_told(whole, safe, chosen, checked.guard.secret), passages)
    signer = open_signer()
    guarding.read_back(make(made, signer.sign_copy), safe, output.name)
    noted = _noted(whole, chosen, made, parts)
    with case.writing() as writing:
        entry = redactions.log_redaction(writing, replace(noted, path=known_as or str(output)))
    made = replace(made, told=replace(made.told, entry=entry, heads=tuple(queries.heads(case))))
    write(output, make(made, signer.sign_copy))
    return Made(output, made.root, entry, len(passages) - made.withheld.total(), made.withheld.total())


def disclose(case: CaseFolder, copy: Path, numbers: Sequence[int], output: Path, reason: str) -> tuple[Disclosed, ...]:
    """Write the words and salts of withheld passages of a copy, for somebody who has to know them, such as a court.

    Raises:
        BadRequest: no reason is given, the copy is not of this case and installation, or withholds no such passage.
        BrokenSeal: the copy was changed.
    """
    if not reason.strip():
        raise BadRequest("showing what was withheld needs a reason: who is to see it and why; say so with --reason")
    check_writable(output)
    held = _checked(copy)
    noted, passages = _again(case, held)
    shown = []
    for number in numbers:
        if not 0 <= number < len(passages) or held.passages[number].is_shown:
            raise BadRequest(f"the copy withholds no passage {number}; list them with: clarion verify {copy}")
        shown.append(Disclosed(number, passages[number].words or "", passages[number].salt or ""))
    with case.writing() as writing:
        redactions.log_disclosure(writing, noted, list(numbers), reason, str(output))
    write(output, redaction.to_disclosure(held.root, shown))
    return tuple(shown)


def is_copy(path: Path) -> bool:
    """Whether a file is a redacted copy, whole or not."""
    try:
        return redaction.is_copy(path.read_bytes())
    except OSError:
        return False


def verify_copy(path: Path, *, reveal: Path | None = None, signer: str | None = None) -> list[str]:
    """What a redacted copy shows and withholds, line by line, if nothing in it was changed since it was made.

    Args:
        path: the copy.
        reveal: a file of disclosed passages, whose words are checked against the copy and told.
        signer: the public key that must have signed it, or its first digits (16 or more).

    Raises:
        BrokenSeal: anything in the copy was changed, another key signed it, or what is disclosed is not what it holds.
        BadRequest: a file is none of those meant.
    """
    copy = _checked(path)
    if signer is not None and (len(signer) < 16 or not copy.signer.startswith(signer.strip().lower())):
        raise BrokenSeal(f"{path} was signed by another key than {signer}: {copy.signer}")
    shown = [f"passage {one.number}: “{one.words}”" for one in _revealed(copy, reveal)] if reveal else []
    return [
        f"{path}: redacted copy as made, {copy.told.view} view, {copy.told.made}",
        f"{len(copy.passages) - copy.withheld.total()} passages shown, each leads to the root; "
        f"{copy.withheld.total()} withheld",
        *_withheld(copy),
        *shown,
        f"copy {copy.told.document}",
        f"root {copy.root}: holds",
        f"entry {copy.told.entry} of the log",
        *(f"head {one}" for one in copy.told.heads),
        f"signed by {copy.signer}: holds; compare this key with that of the case's log",
    ]


def verify_origin(case: CaseFolder, path: Path) -> str:
    """That a copy derives from an original of this case: its root is made again from the original and the secret.

    Raises:
        BrokenSeal: the copy was changed, or the original does not give its root.
        BadRequest: the log of the case notes no such copy, or it cannot be made again here.
    """
    copy = _checked(path)
    noted, _ = _again(case, copy)
    return f"derives from {noted.document}: the root is that of the original and of the entry in the log of the case"


def _checked(path: Path) -> Copy:
    try:
        return redaction.read_copy(path.read_bytes(), is_copy_signed)
    except OSError as problem:
        raise BadRequest(f"{path} cannot be read ({problem.strerror}); check the path") from problem
    except BrokenSeal as problem:
        raise BrokenSeal(f"{path}: {problem}") from problem
    except BadRequest as problem:
        raise BadRequest(f"{path}: {problem}") from problem


def _again(case: CaseFolder, copy: Copy) -> tuple[Redaction, tuple[Passage, ...]]:
    """The entry of a copy and all of its passages with their words, made again from the original."""
    with case.reading() as connection:
        noted = redactions.redaction(connection, copy.told.entry)
        whole = None if noted is None else seeking.text_of(connection, noted.document)
    if noted is None or whole is None:
        raise BadRequest("the log of this case notes no such copy, or its document was erased")
    text = whole.text or ""
    if text_sha256(text) != noted.text:
        raise BadRequest("the document is read otherwise now than when the copy was made; check with that version")
    salts = _salts(_secret(case, View(noted.view)), noted.document)
    passages = redaction.committed(text, [Stretch(span) for span in noted.spans], salts)
    root = redaction.root_of(passages)
    if noted.root != copy.root or root != noted.root:
        raise BrokenSeal(
            "the original does not give the root of this copy: it is not the copy that the log notes, or it was made "
            "by an installation with another redaction key"
        )
    return noted, passages


def _original(checked: guarding.Checked, name: DocumentId, safe: Safe) -> Document:
    whole = next((one for one in checked.record.documents if one.id == name), None)
    view = checked.guard.view
    if whole is None or name not in safe.cuts:
        raise BadRequest(
            f"the document does not leave by the {view} view; it does once its handling says "
            f"{' or '.join(LEAVES[view])}"
        )
    if not whole.text:
        raise BadRequest("no text was read from the document, so there is nothing to make a copy of")
    return whole


def _told(whole: Document, safe: Safe, view: View, secret: bytes) -> Told:
    """What the copy says of itself, in the words that the view may see."""
    name = keyed(whole.id, secret)
    held = next(one for one in safe.record.documents if one.id == name)
    return Told(
        view=view.value,
        document=name,
        made=datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        entry=_NO_ENTRY,
        heads=(),
        title=held.title,
        publisher=held.publisher,
        published=held.published.isoformat() if held.published else None,
        language=held.language,
    )


def _noted(whole: Document, view: View, made: Copy, parts: Sequence[Stretch]) -> Redaction:
    spans = tuple(part.span for part in parts)
    return Redaction(whole.id, view.value, made.root, text_sha256(whole.text or ""), spans, made.withheld.total(), "")


def _secret(case: CaseFolder, view: View) -> bytes:
    return redaction_secret(case.id, f"passages {view.value}")


def _salts(secret: bytes, document: DocumentId) -> Callable[[int, Span], bytes]:
    def salt(number: int, span: Span) -> bytes:
        named = f"{document}\0{number}\0{span[0]}\0{span[1]}".encode()
        return hashlib.blake2b(named, key=secret, digest_size=32).digest()

    return salt


def _revealed(copy: Copy, path: Path) -> Iterator[Disclosed]:
    try:
        root, passages = redaction.disclosures_of(path.read_bytes())
    except OSError as problem:
        raise BadRequest(f"{path} cannot be read ({problem.strerror}); check the path") from problem
    if root != copy.root:
        raise BrokenSeal(f"{path} discloses passages of another copy")
    for one in passages:
        redaction.opened(copy, one.number, one.words, one.salt)
        yield one


def _withheld(copy: Copy) -> Iterator[str]:
    for number, one in enumerate(copy.passages):
        if one.kind is not None:
            yield f"withheld {number}: {one.kind.value.replace('_', ' ')}"
