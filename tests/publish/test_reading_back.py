"""Whatever a file packs, codes or parts, its words are read back as they were meant."""

import base64
import gzip
import io
import json
import quopri
import struct
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.model import DetailKind
from clarion.publish.office import blank_document, packed
from clarion.publish.safety import Code, caught, texts_of, texts_of_files, traces_of
from clarion.publish.safety.matching import Matcher
from clarion.publish.safety.terms import Term, terms_of

NAME = "Tamsín Oduya"
PHONE = "+30 210 555 0187"


def net(*, loosely: tuple[str, ...] = ()) -> Matcher:
    terms = terms_of(DetailKind.PERSON, NAME) | terms_of(DetailKind.CONTACT, PHONE)
    return Matcher(terms | {Term(one, DetailKind.SHELTER, loose=True) for one in loosely})


def holds(made: bytes, name: str = "", **more: tuple[str, ...]) -> bool:
    return caught(texts_of(made, name=name), net(**more)) is not None


def letter(words: str) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = "An appeal", "desk@watch.example", "office@state.example"
    made.set_content("Nothing stands here.")
    made.add_attachment(words.encode(), maintype="application", subtype="octet-stream", filename="annex.bin")
    return made.as_bytes()


def quoted_letter(words: str) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"] = "An appeal", "desk@watch.example"
    made.set_content("é " * 30 + words, cte="quoted-printable")
    return made.as_bytes()


def headed(words: str) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "desk@watch.example", f"On {words}"
    made.set_content("Nothing stands here.")
    return made.as_bytes()


def attached(words: str) -> bytes:
    made = EmailMessage()
    made["From"] = "desk@watch.example"
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{words}.pdf")
    return made.as_bytes()


def zipped(name: str, data: bytes, comment: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr(name, data)
        packing.comment = comment
    return held.getvalue()


def worded(words: str) -> bytes:
    """A Word document in which the words are broken into runs of two letters, each in its own style."""
    made = blank_document(title="Letter", language="en")
    paragraph = made.add_paragraph("We write about ")
    for at in range(0, len(words), 2):
        paragraph.add_run(words[at : at + 2]).bold = at % 4 == 0
    return packed(made)


def titled(words: str) -> bytes:
    return packed(blank_document(title=f"On {words}", language="en"))


def calendar(words: str) -> bytes:
    lines = f"SUMMARY:{'x' * 60} {words}"
    folded = "\r\n ".join(lines[at : at + 11] for at in range(0, len(lines), 11))
    return f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()


def png(kind: bytes, part: bytes) -> bytes:
    chunk = struct.pack(">I4s", len(part), kind) + part + struct.pack(">I", zlib.crc32(kind + part))
    return b"\x89PNG\r\n\x1a\n" + chunk


def jpeg(part: bytes, marker: int = 0xE1) -> bytes:
    return b"\xff\xd8" + bytes([0xFF, marker]) + struct.pack(">H", len(part) + 2) + part + b"\xff\xda\0\2" + b"\xff\xd9"


def numbered(words: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in words)


def tagged(words: str) -> str:
    return "".join(f"<b class='x'>{letter}</b>" for letter in words)


FORMS: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "capitals": lambda words: words.upper().encode(),
    "html": lambda words: f"<!doctype html><p>{words}</p>".encode(),
    "html, letter by letter": lambda words: f"<!doctype html><p>{tagged(words)}</p>".encode(),
    "html, entities": lambda words: f"<p>{''.join(f'&#x{ord(one):x};' for one in words)}</p>".encode(),
    "html, attribute": lambda words: f"<!doctype html><img alt='{words}'>".encode(),
    "html, data attribute with entities": lambda words: f'<p data-x="{numbered(words)}">'.encode(),
    "html, comment": lambda words: f"<!doctype html><!-- {words} --><p>x".encode(),
    "html, address": lambda words: f'<!doctype html><a href="/s?q={urllib.parse.quote(words)}">x</a>'.encode(),
    "html, twice coded address": lambda words: (
        f'<p><a href="/{urllib.parse.quote(urllib.parse.quote(words))}">x</a>'.encode()
    ),
    "html, data": lambda words: (
        b'<!doctype html><img src="data:text/plain;base64,' + base64.b64encode(b"On " + words.encode()) + b'">'
    ),
    "html, script": lambda words: f"<!doctype html><script>var index = {json.dumps([words])}</script>".encode(),
    "svg": lambda words: f"<svg><text><tspan>{words[:4]}</tspan><tspan>{words[4:]}</tspan></text></svg>".encode(),
    "json": lambda words: json.dumps({"a": [{words: 1}]}).encode(),
    "json, value": lambda words: json.dumps({"a": words}).encode(),
    "json lines": lambda words: (json.dumps({"a": 1}) + "\n" + json.dumps({"b": words})).encode(),
    "json in json": lambda words: json.dumps({"a": json.dumps({"b": words})}).encode(),
    "json, all escaped": lambda words: ('{"a": "' + "".join(f"\\u{ord(one):04x}" for one in words) + '"}').encode(),
    "table": lambda words: f'a,b\r\n1,"{words}"\r\n'.encode(),
    "markdown": lambda words: f"- **{words[:3]}**{words[3:]}".encode(),
    "calendar": calendar,
    "letter": headed,
    "letter, attachment": letter,
    "letter, quoted-printable": quoted_letter,
    "letter, name of a file": attached,
    "quoted-printable": lambda words: quopri.encodestring(words.encode(), quotetabs=True),
    "base64 in lines": lambda words: base64.encodebytes(b"x" * 70 + b" " + words.encode() + b" " + b"y" * 70),
    "zip": lambda words: zipped("a.txt", words.encode()),
    "zip, name": lambda words: zipped(f"{words}.txt", b"x"),
    "zip, comment": lambda words: zipped("a.txt", b"x", words.encode()),
    "zip in a zip": lambda words: zipped("a.zip", zipped("b.html", f"<p>{words}".encode())),
    "zip in a letter": lambda words: zipped("a.eml", letter(words)),
    "word, runs": worded,
    "word, title": titled,
    "gzip": lambda words: gzip.compress(words.encode()),
    "pdf, title": lambda words: b"%PDF-1.7\n1 0 obj << /Title (On " + words.encode() + b" \\(x\\)) >> endobj",
    "pdf, nested": lambda words: b"%PDF-1.7\n1 0 obj << /Title (On (" + words.encode() + b")) >> endobj",
    "pdf, sixteen bits": lambda words: (
        b"%PDF-1.7\n1 0 obj << /Title <" + ("\ufeff" + words).encode("utf-16-be").hex().encode() + b"> >> endobj"
    ),
    "pdf, stream": lambda words: (
        b"%PDF-1.7\n2 0 obj stream\n" + zlib.compress(f"<x>{words}</x>".encode()) + b"\nendstream endobj"
    ),
    "pdf, picture": lambda words: b"%PDF-1.7\n2 0 obj stream\n" + jpeg(words.encode()) + b"\nendstream endobj",
    "jpeg": lambda words: jpeg(b"Exif\0\0" + words.encode()),
    "jpeg, wide": lambda words: jpeg(b"Exif\0\0II*\0" + words.encode("utf-16-le")),
    "jpeg, comment": lambda words: jpeg(words.encode(), 0xFE),
    "png": lambda words: png(b"tEXt", b"Author\0" + words.encode()),
    "png, packed": lambda words: png(b"zTXt", b"Author\0\0" + zlib.compress(words.encode())),
    "png, international": lambda words: png(b"iTXt", b"Author\0\1\0\0\0" + zlib.compress(words.encode())),
    "picture in a page": lambda words: (
        b'<p><img src="data:image/jpeg;base64,' + base64.b64encode(jpeg(b"Exif\0\0" + words.encode())) + b'">'
    ),
    "sixteen bits": lambda words: ("\ufeff" + words).encode("utf-16-le"),
    "broken by a line": lambda words: f"{words[:3]}-\n{words[3:]}".encode(),
    "set wide": lambda words: " ".join(words).encode(),
    "hidden signs": lambda words: "\u200b".join(words).encode(),
    "full width": lambda words: "".join(chr(ord(o) + 0xFEE0) if "!" < o < "~" else o for o in words).encode(),
}  # fmt: skip


@pytest.mark.parametrize("words", [NAME, "Tamsin Oduya", "Oduya, Tamsín", PHONE, "0030-210-5550187", "210 5550187"])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_withheld_is_found_in_any_form(form: str, words: str) -> None:
    assert holds(FORMS[form](words))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_withheld_is_not(form: str) -> None:
    assert not holds(FORMS[form]("Ilse Marant"))


@pytest.mark.parametrize("form", ["as it is", "html", "json", "table", "markdown", "calendar", "html, attribute"])
def test_a_short_phrase_is_found_where_nothing_else_says_it(form: str) -> None:
    assert holds(FORMS[form]("near the blue house"), loosely=("thebluehouse",))
    assert not holds(FORMS[form]("near the bluehousers"), loosely=("thebluehouse",))


def test_a_short_phrase_does_not_count_in_code_and_in_words_that_run_together() -> None:
    made = b"<!doctype html><style>.grace { color: red }</style><p>dis<i>grace</i>ful</p>"
    assert not holds(made, loosely=("grace",))
    assert holds(b"<!doctype html><p id='p-grace'>x</p>", loosely=("grace",))
    assert not holds(b".grace { color: red }", "site.css", loosely=("grace",))


def test_words_of_the_frame_are_no_slip() -> None:
    net_of_one = net(loosely=("evidence", "table"))
    assert caught(["Evidence", "table"], net_of_one) is None
    assert caught(["the mill lane"], net(loosely=("milllane",)), ["Mill Lane"]) is None
    assert caught(["the mill lane"], net(loosely=("milllane",))) is not None


def test_the_name_of_a_state_leads_to_nobody_though_it_was_once_taken_for_a_name() -> None:
    assert caught(["장소: 북한"], Matcher(terms_of(DetailKind.PERSON, "북한"))) is None
    assert caught(["장소: 구병삼"], Matcher(terms_of(DetailKind.PERSON, "구병삼"))) is not None


@pytest.mark.parametrize("part", ["Microsoft", "Kartika", "Saw"])
def test_a_part_of_a_name_that_every_word_document_holds_is_sought_in_its_words_alone(part: str) -> None:
    """Fonts and makers are named in its parts, and `SA"/></w` runs together to a name."""
    alone = Matcher(terms_of(DetailKind.PERSON, f"{part} Quellrod"))
    empty = packed(blank_document(title="On a letter", language="en"))
    assert caught(texts_of(empty), alone) is None
    assert caught(texts_of(worded(f"Of {part} it is told")), alone) is not None
    assert caught(texts_of(worded(f"Of {part} Quellrod it is told")), alone) is not None


def test_figures_within_a_hash_are_no_number() -> None:
    digits = "302105550187"
    for made in (f"root {digits * 5}abcd", f"clm_{digits}{'a' * 8}", digits * 10 + "a" * 8):
        assert caught([made], net()) is None
    for made in (digits, f"x {digits} {'a' * 64}", f"{digits * 5}abc"):
        assert caught([made], net()) is not None


def test_a_folder_is_read_with_the_names_of_its_files() -> None:
    assert caught(texts_of_files({"index.html": b"<p>x", "people/tamsin-oduya.html": b"<p>x"}), net()) is not None
    assert caught(texts_of_files({"index.html": b"<p>x", "data/a.json": b'{"oduya, tamsin": 1}'}), net()) is not None
    assert caught(texts_of_files({"index.html": b"<p>x", "search/index.json": b'{"x": 1}'}), net()) is None


def test_a_reader_of_pdf_is_asked_wherever_a_pdf_lies() -> None:
    def drawn(made: bytes) -> tuple[str, ...]:
        return (f"drawn: {NAME}",)

    pdf = b"%PDF-1.7\n"
    for made in (pdf, zipped("a.pdf", pdf), letter("x").replace(b"annex.bin", b"a.pdf")):
        assert (caught(texts_of(made, drawn), net()) is not None) == (b"%PDF" in made or made.startswith(b"PK"))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (jpeg(b"Exif\0\0x"), True),
        (jpeg(b"JFIF\0", 0xE0), False),
        (jpeg(b"JFIF\0", 0xE0) + b"behind", True),
        (png(b"tEXt", b"Author\0x"), True),
        (png(b"eXIf", b"MM\0*"), True),
        (png(b"IDAT", b"x"), False),
        (zipped("word/media/a.jpg", jpeg(b"Exif\0\0x")), True),
        (zipped("a.txt", b"x"), False),
        (b'<img src="data:image/jpeg;base64,' + base64.b64encode(jpeg(b"Exif\0\0xx")) + b'">', True),
        (b"%PDF-1.7\n2 0 obj stream\n" + jpeg(b"Exif\0\0x") + b"\nendstream endobj", True),
        (b"<p>plain</p>", False),
    ],
)
def test_what_a_picture_holds_beside_its_points_is_seen(made: bytes, expected: bool) -> None:
    assert traces_of(made) is expected


STARTS = (
    *(b"", b"<p>", b"{", b"From: x\n", b"%PDF-1.7 stream\n"),
    *(b"PK\3\4", b"\x1f\x8b", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n"),
)


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read_back(made: bytes) -> None:
    for start in (
        b"",
        b"<p>",
        b"%PDF-1.7 stream\n",
        b"\xff\xd8\xff\xe1",
        b"\x89PNG\r\n\x1a\n",
        b"From: x\n",
        b"{",
        b"PK\3\4",
        b"\x1f\x8b",
    ):
        list(texts_of(start + made))
        list(texts_of(zipped("a", b"x") + made))
        traces_of(start + made)


@given(st.text(max_size=60))
def test_content_is_never_only_code(words: str) -> None:
    made = json.dumps({"a": words}).encode()
    assert (
        words in [str(text) for text in texts_of(made) if not isinstance(text, Code)]
        or words != words.strip()
        or ("&" in words or "%" in words or "\\" in words)
    )


def test_numbers_of_pages_in_an_index_are_no_number_of_anybody() -> None:
    made = b'window.index = {"words": {"bridge": [0,1,2,3,4,5,6,7,12], "call 0 1 2 3": []}}'
    said = "\n".join(texts_of(made, name="search-index.js"))
    assert "0,1,2,3" not in said
    assert "call 0 1 2 3" in said


def test_an_escaped_sign_does_not_run_into_the_word_behind_it() -> None:
    said = "\n".join(texts_of(b'{"text": "Note\\nCollective of Families"}'))
    assert "nCollective" not in said
    assert "Collective of Families" in said
