"""The seal of a dossier in Word: a part of the file that holds its digest and its sentences (see `seal`).

The digest is the SHA-256 of the list of all parts, each as its name, a zero byte and the SHA-256 of its content, in the
order of names, with 64 zeros where the digest stands. So it does not depend on how the parts are packed.
"""

import hashlib
import io
import re
import zipfile

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from clarion.model.errors import BadRequest
from clarion.publish.seal import BLANK, Checked, checked_of, part_of, told_in

_NAME = "customXml/clarion.xml"
_HEX = re.compile(r"[0-9a-f]{64}")
_LARGEST = 1 << 30  # bytes of all parts together: a small file must not fill the memory of whoever checks it


def put_seal(document: WordDocument, told: list[tuple[str, str]]) -> None:
    """Put what a dossier says of itself into a document, as names and values in the order given; values are text."""
    body = part_of([("digest", BLANK), *told])
    part = Part(PackURI(f"/{_NAME}"), "application/xml", body, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def sealed(made: bytes) -> bytes:
    """A packed document with its digest filled in."""
    parts = _parts(made)
    digest = _digest(parts)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as held, zipfile.ZipFile(packed, "w") as packing:
        for info in held.infolist():
            content = parts[info.filename]
            packing.writestr(info, _with(content, digest) if info.filename == _NAME else content)
    return packed.getvalue()


def check_word(data: bytes) -> Checked:
    """Recompute the digest of a dossier in Word.

    Raises:
        BadRequest: the bytes are no dossier of Clarion.
    """
    parts = _parts(data)
    told = told_in(parts.get(_NAME, b""))
    held = dict(told)
    digest = held.get("digest", "")
    if not _HEX.fullmatch(digest) or not _HEX.fullmatch(held.get("record", "")):
        raise BadRequest("this is no dossier that Clarion published in Word: it carries no digest")
    found = _digest(parts | {_NAME: _with(parts[_NAME], BLANK, digest)})
    return checked_of(told, found)


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            names = held.namelist()
            if len(set(names)) != len(names) or sum(one.file_size for one in held.infolist()) > _LARGEST:
                raise BadRequest(
                    "this is no dossier that Clarion published in Word: its parts are not as Clarion packs"
                )
            return {name: held.read(name) for name in names}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as problem:
        raise BadRequest("this is no dossier that Clarion published in Word: it cannot be unpacked") from problem


def _digest(parts: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(parts.items()):
        whole.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()


def _with(content: bytes, digest: str, before: str = BLANK) -> bytes:
    return content.replace(f"<digest>{before}</digest>".encode(), f"<digest>{digest}</digest>".encode(), 1)
