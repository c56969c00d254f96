"""A redacted copy as a page or as plain text: its words for readers, its proof for programs, each whole to see.

The statement that is signed holds the digest of all that stands around the proof. So the proof is put in last, and
taken out again to check the rest.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape

from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish.redaction.copies import Copy, check_root, digest, from_lines, to_lines
from clarion.publish.visible import visible

Sign = Callable[[bytes], tuple[str, str]]

_OPEN, _CLOSE = '<pre id="clarion-proof">', "</pre></details></body></html>\n"
_TEXT, _END = '<main id="clarion-text"', "</main>"
_PLAIN_TEXT = "\n---------- text of the redacted copy ----------\n"
_PLAIN_OPEN = "\n---------- proof ----------\n"
_START = "<!doctype html>"
_TAG = re.compile(r"<[^<>]*>")
_VIEWS = {"public": "public view", "partner": "partner view: not for publication"}
_HOW = (
    "Words in square brackets stand for passages that are withheld. Each passage, shown or not, is committed to by a "
    "salted hash; together the hashes give the root below, which is signed. To check this file: clarion verify FILE"
)
_STYLE = """:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
main{white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:none;color:inherit;border-bottom:1px dotted}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.75rem}"""


def to_page(copy: Copy, sign: Sign) -> bytes:
    """The copy as a page of one file without scripts. `sign` gives public key and signature of bytes, both hex."""
    return _sealed(copy, _page(copy), _CLOSE, sign)


def to_plain(copy: Copy, sign: Sign) -> bytes:
    """The copy as plain text."""
    return _sealed(copy, _plain(copy), "\n", sign)


def is_copy(data: bytes) -> bool:
    """Whether bytes are a redacted copy, whole or not."""
    return _OPEN.encode() in data or _PLAIN_OPEN.encode() in data


def read_copy(data: bytes, is_signed: Callable[[bytes, str, str], bool]) -> Copy:
    """The copy that a file is, with everything in it checked.

    Args:
        data: the file.
        is_signed: says whether a public key made a signature of bytes.

    Raises:
        BrokenSeal: anything in it was changed, moved, taken out or put in since it was made.
        BadRequest: it is no redacted copy.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as problem:
        raise BrokenSeal("it holds bytes that are no text; ask for another copy") from problem
    is_page = text.startswith(_START)
    opening, closing = (_OPEN, _CLOSE) if is_page else (_PLAIN_OPEN, "\n")
    before, found, rest = text.rpartition(opening)
    if not found:
        raise BadRequest("this is no redacted copy of Clarion: it carries no proof")
    if not rest.endswith(closing):
        raise BrokenSeal("its end is missing; ask for another copy")
    proof = rest.removesuffix(closing)
    copy = from_lines(proof)
    check_root(copy, proof)
    if digest(_around(before + opening, closing)) != copy.body:
        raise BrokenSeal("what it shows around its proof was changed; ask for another copy")
    if not is_signed(copy.statement(), copy.signature, copy.signer):
        raise BrokenSeal("its signature is not of what it says; ask for another copy")
    if _shown(before, is_page=is_page) != visible(copy.text()):
        raise BrokenSeal("the text that it shows is not that of its proof; ask for another copy")
    return copy


def _sealed(copy: Copy, before: str, closing: str, sign: Sign) -> bytes:
    bodied = replace(copy, body=digest(_around(before, closing)))
    signer, signature = sign(bodied.statement())
    whole = replace(bodied, signer=signer, signature=signature)
    return (before + to_lines(whole) + closing).encode()


def _around(before: str, closing: str) -> bytes:
    return (before + closing).encode()


def _shown(before: str, *, is_page: bool) -> str:
    if not is_page:
        return before.partition(_PLAIN_TEXT)[2]
    inside = before.partition(_TEXT)[2].partition(">")[2].partition(_END)[0]
    return unescape(_TAG.sub("", inside))


def _facts(copy: Copy) -> list[tuple[str, str]]:
    told = copy.told
    withheld = ", ".join(f"{many} {kind.replace('_', ' ')}" for kind, many in sorted(copy.withheld.items()))
    facts = [
        ("Publisher", told.publisher),
        ("Published", told.published),
        ("Copy", told.document),
        ("Made", told.made),
        (
            "Withheld",
            f"{copy.withheld.total()} of {len(copy.passages)} passages" + (f" ({withheld})" if withheld else ""),
        ),
        ("Root", copy.root),
        ("Entry of the log", told.entry),
        *(("Head of the log", one) for one in told.heads),
    ]
    return [(name, value) for name, value in facts if value]


def _page(copy: Copy) -> str:
    told = copy.told
    title = visible(told.title or "Document")
    facts = "".join(f"<dt>{name}</dt><dd>{escape(visible(value))}</dd>" for name, value in _facts(copy))
    text = "".join(
        escape(visible(one.said()), quote=False)
        if one.is_shown
        else f'<mark title="passage {number}">{escape(one.said(), quote=False)}</mark>'
        for number, one in enumerate(copy.passages)
    )
    return (
        f'{_START}\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow, noarchive">'
        f"<title>{escape(title)}: redacted copy</title>\n<style>{_STYLE}</style></head>\n<body>"
        f"<p><strong>Redacted copy, {_VIEWS[told.view]}</strong></p>\n<h1>{escape(title, quote=False)}</h1>\n"
        f"<dl>{facts}</dl>\n<p>{_HOW}</p>\n<hr>\n"
        f'{_TEXT} dir="auto" lang="{escape(told.language or "und")}">{text}{_END}\n<hr>\n'
        f"<details><summary>Proof</summary>{_OPEN}"
    )


def _plain(copy: Copy) -> str:
    told = copy.told
    head = [f"Redacted copy, {_VIEWS[told.view]}", visible(told.title or "Document").replace("\n", " "), ""]
    head += [f"{name}: {visible(value)}" for name, value in _facts(copy)]
    return "\n".join([*head, "", _HOW]) + "\n" + _PLAIN_TEXT + visible(copy.text()) + _PLAIN_OPEN
