"""The seal of a dossier in PDF: an attachment that tells its sentences, and a line near its end with the digest.

The digest is the SHA-256 of the file without that line, which is a comment of PDF and stands before `startxref`. The
signature, beside it, is of the digest too, so that nothing in the file can be changed without being seen. The
attachment also holds how often the words of each sentence stand in the text of the pages, and a hash of each page's
text, so that what was changed is found by its words.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from clarion.model.errors import BadRequest
from clarion.publish.paper_reading import attached, page_texts, times
from clarion.publish.seal import BLANK, Checked, checked_of, part_of, told_in
from clarion.publish.sentences import Sentence

NAME = "clarion-seal.xml"
_LINE = re.compile(rb"%clarion ([0-9a-f]{64})(?: ([0-9a-f]{64} [0-9a-f]+))?\n(startxref\n\d+\n%%EOF\n?)\Z")
_END = re.compile(rb"startxref\n\d+\n%%EOF\n?\Z")
_TAIL = 1 << 14  # bytes at the end of a file in which its line stands; a longer one would be no signature
_DIGITS = 7  # of how often a sentence stands on its pages
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Room:
    """What is attached to a PDF. Its length is known before the pages are written, its content only after."""

    told: tuple[tuple[str, str], ...]
    sentences: tuple[Sentence, ...]
    pages: int

    def blank(self) -> bytes:
        """The room that is to be filled."""
        return self._part([0] * len(self.sentences), [BLANK] * self.pages)

    def filled(self, texts: Sequence[str]) -> bytes:
        """What is attached to pages that say this."""
        whole = "".join(texts)
        return self._part([times(one, whole) for one in self.sentences], [_digest(text) for text in texts])

    def _part(self, stand: Sequence[int], pages: Sequence[str]) -> bytes:
        counts = " ".join(f"{number:0{_DIGITS}}" for number in stand)
        return part_of([*self.told, ("stand", counts), *(("page", page) for page in pages)])


def sealed(made: bytes, room: Room, sign: Callable[[str], str]) -> bytes:
    """A PDF with its room filled, its digest and the signature that `sign` gives of that digest, if any."""
    blank = room.blank()
    at = made.rindex(blank)
    made = made[:at] + room.filled(page_texts(made)) + made[at + len(blank) :]
    end = _END.search(made, max(len(made) - _TAIL, 0))
    assert end is not None, "a PDF ends so"
    digest = hashlib.sha256(made).hexdigest()
    line = " ".join(one for one in ("%clarion", digest, sign(digest)) if one)
    return made[: end.start()] + line.encode() + b"\n" + end[0]


def check_paper(data: bytes) -> Checked:
    """Recompute the digest of a dossier in PDF, and look for its sentences on its pages.

    Raises:
        BadRequest: the bytes are no dossier of Clarion.
    """
    told = told_in(attached(data, NAME))
    held = dict(told)
    if not _HEX.fullmatch(held.get("record", "")) or "stand" not in held:
        raise BadRequest("this is no dossier that Clarion published as PDF: no seal is attached to it")
    line = _LINE.search(data, max(len(data) - _TAIL, 0))
    digest = line[1].decode() if line else BLANK
    bare = data[: line.start()] + line[3] if line else data
    checked = checked_of([*told, ("digest", digest)], hashlib.sha256(bare).hexdigest())
    if line and line[2]:
        checked = replace(checked, signature=line[2].decode(), is_bound=True)
    return _read(checked, held["stand"].split(), [value for name, value in told if name == "page"], page_texts(data))


def _read(checked: Checked, stand: list[str], pages: list[str], texts: list[str]) -> Checked:
    """What the pages say now beside what they said."""
    if len(stand) != len(checked.sentences) or not all(one.isdecimal() for one in stand):
        raise BadRequest("the seal attached to this PDF is not what Clarion writes; ask for another copy")
    whole = "".join(texts)
    both = list(zip(checked.sentences, map(int, stand), strict=True))
    return replace(
        checked,
        altered=tuple(one for one, number in both if times(one, whole) != number),
        unread=tuple(one for one, number in both if not number),
        pages=tuple(
            at for at, (said, text) in enumerate(zip_longest(pages, texts), 1) if text is None or said != _digest(text)
        ),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
