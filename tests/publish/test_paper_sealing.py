"""The seal of a dossier in PDF: what it binds, and how a change on its pages is found."""

import hashlib
import io
import json
import re
from dataclasses import replace

import pypdfium2
import pytest
from tests.papering import letter_changed, places_of, words_removed

from clarion.model import Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Checked, Format, PublishOptions, check, proof_of, render
from clarion.publish.paper_reading import page_texts
from clarion.publish.seal import BLANK

pytest.importorskip("weasyprint")
OPTIONS = PublishOptions(
    format=Format.PDF,
    view=View.SEALED,
    title="Two rivers",
    made_at="2024-08-18T09:30:00Z",
    heads=("a 1 ff", "b 2 ee"),
    sign=lambda said: f"{'ab' * 32} {said.hex()}",
)
BEATEN = "They were beaten before they boarded."
PART = re.compile(rb"<\?xml version[^?]*\?>\n<seal .*?</seal>", re.S)
LINE = re.compile(rb"\n%clarion [^\n]*(?=\nstartxref)")


@pytest.fixture(scope="module")
def made(record: Record) -> bytes:
    """The sample as PDF."""
    return render(record, OPTIONS)


def words_of(checked: Checked) -> set[str]:
    return {one.quote for one in checked.altered}


def with_new_digest(made: bytes, *, signed: bool) -> bytes:
    """What somebody makes who knows how the digest is worked out."""
    old = LINE.search(made)
    assert old is not None
    bare = made[: old.start()] + made[old.end() :]
    digest = hashlib.sha256(bare).hexdigest().encode()
    rest = old[0].split(b" ", 2)[2] if signed else b""
    line = b"\n" + b" ".join(one for one in (b"%clarion", digest, rest) if one)
    return made[: old.start()] + line + made[old.end() :]


def with_part_of(made: bytes, other: bytes) -> bytes:
    """A PDF with what is attached to another, in the same room."""
    old, new = PART.search(made), PART.search(other)
    assert old
    assert new
    assert len(new[0]) < len(old[0])
    return made[: old.start()] + new[0].ljust(len(old[0]), b"\n") + made[old.end() :]


def test_a_pdf_as_it_was_made_is_whole_and_says_every_sentence(made: bytes, record: Record) -> None:
    checked = check(made)
    assert checked.is_whole
    assert checked.is_rooted
    assert (checked.altered, checked.pages) == ((), ())
    assert checked.view == "sealed"
    assert checked.heads == ("a 1 ff", "b 2 ee")
    assert checked.made_at == "2024-08-18T09:30:00Z"
    assert checked.record_sha256 == hashlib.sha256(record.to_json(with_text=True).encode()).hexdigest()
    assert {one.claim for one in checked.sentences} == {claim.id for claim in record.claims}


def test_its_root_is_that_of_the_page_and_leads_from_each_code(made: bytes, record: Record) -> None:
    page = check(render(record, replace(OPTIONS, format=Format.HTML)))
    assert check(made).root == page.root
    for claim in record.claims:
        assert proof_of(check(made).sentences, claim.id).root() == page.root


def test_words_of_every_script_are_read_back_from_the_pages(made: bytes) -> None:
    assert check(made).unread == ()


def test_the_signature_is_of_the_whole_file(made: bytes) -> None:
    checked = check(made)
    assert checked.signature == f"{'ab' * 32} {checked.statement().hex()}"
    assert json.loads(checked.statement())["file"] == checked.digest


def test_it_is_the_same_again_and_tells_no_moment(made: bytes, record: Record) -> None:
    assert render(record, OPTIONS) == made
    outside = re.sub(rb"stream\n.*?\nendstream", b"", made, flags=re.S)
    assert b"Date" not in outside
    assert b"/EmbeddedFile" in outside


def test_it_stays_tagged_and_readers_find_the_seal(made: bytes) -> None:
    opened = pypdfium2.PdfDocument(io.BytesIO(made))
    assert opened.is_tagged()
    assert [opened.get_attachment(0).get_name()] == ["clarion-seal.xml"]
    assert opened.count_attachments() == 1


@pytest.mark.parametrize("at", [0, 1])
def test_one_letter_changed_on_a_page_names_the_sentence(made: bytes, at: int) -> None:
    """In each of the places where its words stand."""
    checked = check(letter_changed(made, "before they boarded.", at=at))
    assert not checked.is_whole
    assert BEATEN in words_of(checked)
    assert len(checked.pages) == 1


def test_a_figure_changed_on_a_page_names_the_sentence(made: bytes, record: Record) -> None:
    quote = next(claim.quote for claim in record.claims if "90 to 100" in claim.quote)
    changed = [check(letter_changed(made, "90 to 100", at=at)) for at in range(places_of(made, "90 to 100"))]
    assert not any(checked.is_whole for checked in changed)
    assert all(len(checked.pages) == 1 for checked in changed)
    assert any(quote in words_of(checked) for checked in changed)


def test_a_sentence_removed_from_a_page_is_named(made: bytes) -> None:
    checked = check(words_removed(made, BEATEN))
    assert not checked.is_whole
    assert BEATEN in words_of(checked)


@pytest.mark.parametrize("signed", [True, False])
def test_a_new_digest_hides_no_change(made: bytes, signed: bool) -> None:
    """Words are looked for on the pages, and the signature is of the digest."""
    changed = with_new_digest(letter_changed(made, BEATEN), signed=signed)
    checked = check(changed)
    assert checked.is_whole
    assert BEATEN in words_of(checked)
    assert (checked.signature is None) != signed
    assert not signed or checked.signature != f"{'ab' * 32} {checked.statement().hex()}"


def test_a_sentence_changed_in_what_is_attached_is_found(made: bytes) -> None:
    changed = made.replace(b"They were beaten before", b"They were kissed before")
    assert changed != made
    checked = check(changed)
    assert not checked.is_whole
    assert not checked.is_rooted
    assert words_of(checked) == {"They were kissed before they boarded."}


def test_what_was_attached_to_another_dossier_does_not_fit(made: bytes, record: Record) -> None:
    told = render(Record(documents=record.documents, claims=record.claims[:3]), OPTIONS)
    assert check(told).is_whole
    changed = with_part_of(made, told)
    assert not check(changed).is_whole
    checked = check(with_new_digest(changed, signed=True))
    assert checked.is_whole
    assert checked.pages
    assert checked.signature != f"{'ab' * 32} {checked.statement().hex()}"


def test_words_around_the_sentences_are_bound_too(made: bytes) -> None:
    checked = check(letter_changed(made, "What the words of status mean"))
    assert not checked.is_whole
    assert checked.altered == ()
    assert len(checked.pages) == 1


def test_a_pdf_saved_with_another_program_has_no_digest_and_still_its_sentences(made: bytes) -> None:
    saved = io.BytesIO()
    pypdfium2.PdfDocument(made).save(saved)
    checked = check(saved.getvalue())
    assert not checked.is_whole
    assert checked.digest == BLANK
    assert (checked.altered, checked.pages) == ((), ())


def test_something_added_at_the_end_is_found(made: bytes) -> None:
    assert not check(made + b"%%EOF\n").is_whole
    assert not check(made + b"1 0 obj\n<<>>\nendobj\n").is_whole


def test_margins_are_no_words_of_a_page(made: bytes) -> None:
    assert not any("SEALED·" in text or text.endswith("atrisk") for text in page_texts(made))


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.7 this is no such thing"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(BadRequest, match="no PDF that can be read"):
        check(data)


def test_a_pdf_that_is_not_ours_is_refused() -> None:
    empty = pypdfium2.PdfDocument.new()
    empty.new_page(200, 200)
    saved = io.BytesIO()
    empty.save(saved)
    with pytest.raises(BadRequest, match="no dossier that Clarion published as PDF"):
        check(saved.getvalue())
