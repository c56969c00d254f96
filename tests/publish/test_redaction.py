"""A redacted copy: every change in it is found, and nothing that it withholds can be found by trying."""

import hashlib
import json
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from clarion.model import DetailKind, Span
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish import tree
from clarion.publish.redaction import (
    Copy,
    Disclosed,
    Told,
    committed,
    disclosures_of,
    forms,
    is_copy,
    leaf,
    opened,
    read_copy,
    root_of,
    stretches,
    to_disclosure,
    to_page,
    to_plain,
)
from clarion.publish.safety.cutting import Cut, cut_out

TEXT = (
    "Lantern Watch\n\nPolice arrested Tamsin Oduya at the pier. She was beaten.\r\n\n"
    "Her sister & “P. <Oduya>” wrote \u202eto the court.\n---------- proof ----------\n고민지가 말했다. The end"
)
KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
TOLD = Told(
    "public", "copy:" + "a" * 64, "2026-11-22T10:00:00Z", "e" * 64, ("f" * 64,), "Arrest <at> the pier", "Watch & Co",
    "2023-05-04", "en",
)  # fmt: skip
FORMS = {"page": to_page, "plain": to_plain}


def salt(number: int, span: Span) -> bytes:
    return hashlib.blake2b(f"{number} {span}".encode(), key=b"secret", digest_size=32).digest()


def cut(words: str, kind: DetailKind = DetailKind.PERSON) -> Cut:
    start = TEXT.index(words)
    return Cut(start, start + len(words), kind)


CUTS = (cut("Tamsin Oduya"), cut("the pier", DetailKind.ROUTE), cut("P. <Oduya>"), cut("고민지"))


def signed(key: Ed25519PrivateKey = KEY):  # type: ignore[no-untyped-def]
    return lambda statement: (key.public_key().public_bytes_raw().hex(), key.sign(statement).hex())


def is_signed(statement: bytes, signature: str, signer: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer)).verify(bytes.fromhex(signature), statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def copy() -> Copy:
    return Copy(TOLD, committed(TEXT, stretches(TEXT, CUTS), salt))


MADE = {name: make(copy(), signed()) for name, make in FORMS.items()}


def read(data: bytes) -> Copy:
    return read_copy(data, is_signed)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_as_it_was_made_is_in_order(form: str) -> None:
    held = read(MADE[form])
    assert is_copy(MADE[form])
    assert held.told == TOLD
    assert held.text() == cut_out(TEXT, CUTS).text
    assert held.withheld == {"person": 3, "route": 1}
    assert held.root == root_of(copy().passages)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_withheld_and_no_hash_of_it_stands_in_a_copy(form: str) -> None:
    text = MADE[form].decode()
    for words in ("Tamsin", "Oduya", "the pier.", "고민지", json.dumps("고민지")[1:-1]):
        assert words not in text
    for plain in (TEXT, *(TEXT[one.start : one.end] for one in CUTS)):
        assert hashlib.sha256(plain.encode()).hexdigest() not in text


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_any_single_change_is_found(form: str, data: st.DataObject) -> None:
    made = MADE[form]
    at = data.draw(st.integers(0, len(made) - 1))
    how = data.draw(st.sampled_from(["other", "gone", "twice", "more", "cut"]))
    other = data.draw(st.integers(0, 255).filter(lambda one: one != made[at]))
    changed = {
        "other": made[:at] + bytes([other]) + made[at + 1 :],
        "gone": made[:at] + made[at + 1 :],
        "twice": made[:at] + made[at : at + 40] + made[at:],
        "more": made[:at] + bytes([other]) + made[at:],
        "cut": made[:at],
    }[how]
    if changed != made:
        with pytest.raises((BrokenSeal, BadRequest)):
            read(changed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("at", range(1, 12))
def test_a_passage_moved_or_taken_out_is_found(form: str, at: int) -> None:
    lines = MADE[form].decode().split("\n")
    first = next(number for number, line in enumerate(lines) if '"clarion":"redacted copy"' in line)
    swapped, without = list(lines), list(lines)
    swapped[first + at], swapped[first + at + 1] = swapped[first + at + 1], swapped[first + at]
    del without[first + at]
    for changed in (swapped, without, lines[: first + at], [*lines[: first + at], lines[-2], lines[-1]]):
        with pytest.raises(BrokenSeal):
            read("\n".join(changed).encode())


@pytest.mark.parametrize("form", FORMS)
def test_letters_of_hex_in_another_case_are_found(form: str) -> None:
    for value in (copy().passages[0].salt, read(MADE[form]).signature, read(MADE[form]).signer):
        assert value is not None
        with pytest.raises(BrokenSeal):
            read(MADE[form].replace(value.encode(), value.upper().encode()))


@pytest.mark.parametrize("form", FORMS)
def test_another_signature_is_found(form: str) -> None:
    """One of another key under this one's name, and one of this key for another copy."""
    name = KEY.public_key().public_bytes_raw().hex()
    forged = FORMS[form](copy(), lambda statement: (name, OTHER.sign(statement).hex()))
    with pytest.raises(BrokenSeal, match="signature"):
        read(forged)
    elsewhere = read(FORMS[form](replace(copy(), told=replace(TOLD, view="partner")), signed())).signature
    with pytest.raises(BrokenSeal, match="signature"):
        read(FORMS[form](copy(), lambda statement: (name, elsewhere)))


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_signed_anew_by_another_names_the_other(form: str) -> None:
    assert read(FORMS[form](copy(), signed(OTHER))).signer == OTHER.public_key().public_bytes_raw().hex()


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_is_not_that_of_the_proof_is_found_even_when_signed(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = forms._page if form == "page" else forms._plain
    monkeypatch.setattr(forms, f"_{form}", lambda held: shown(held).replace("She was beaten", "She was thanked"))
    with pytest.raises(BrokenSeal, match="the text that it shows"):
        read(FORMS[form](copy(), signed()))


def test_words_cannot_be_tried_without_the_salt() -> None:
    """A thief of copy and case folder tries the very words, as they are and with all that the copy tells."""
    held = read(MADE["plain"])
    public = [b"", *(bytes.fromhex(one.salt or "") for one in held.passages if one.is_shown), bytes(32)]
    public += [bytes.fromhex(one) for one in (held.root, held.told.entry, held.signer, *held.told.heads)]
    names = ["Tamsin Oduya", "the pier", "P. <Oduya>", "고민지", *(f"Name {one}" for one in range(50))]
    for number, one in enumerate(held.passages):
        if one.is_shown:
            continue
        tried = {leaf(known, at, words) for known in public for words in names for at in (number, 0)}
        tried |= {hashlib.sha256(words.encode()).hexdigest() for words in names}
        tried |= {hashlib.sha256(tree.LEAF + words.encode()).hexdigest() for words in names}
        assert one.leaf not in tried
        start = CUTS[[at for at, held_one in enumerate(held.passages) if not held_one.is_shown].index(number)]
        right = leaf(salt(number, (start.start, start.end)), number, TEXT[start.start : start.end])
        assert one.leaf == right  # with the salt the very same words are found


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 20)), max_size=6))
@settings(deadline=None)
def test_passages_in_a_row_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    cuts = cut_out(text, [Cut(at, min(len(text), at + size), DetailKind.PERSON) for at, size in places]).cuts
    cuts = tuple(one for one in cuts if one.start < one.end <= len(text))
    parts = stretches(text, cuts)
    assert "".join(text[slice(*one.span)] for one in parts) == text
    assert [one.span for one in parts if one.kind] == [(one.start, one.end) for one in cuts]
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        held = Copy(TOLD, committed(text, parts, salt))
        for make in FORMS.values():
            assert read(make(held, signed())).text() == cut_out(text, cuts).text


def test_a_withheld_passage_can_be_shown_later_and_no_other_words_for_it() -> None:
    held = read(MADE["page"])
    number = next(at for at, one in enumerate(held.passages) if not one.is_shown)
    span = (CUTS[0].start, CUTS[0].end)
    words, own = "Tamsin Oduya", salt(number, span).hex()
    assert "Tamsin Oduya" in opened(held, number, words, own).text()
    assert opened(held, number, words, own).root == held.root
    for wrong in (("Tamsin Odoya", own), (words, "00" * 32)):
        with pytest.raises(BrokenSeal):
            opened(held, number, *wrong)
    with pytest.raises(BadRequest):
        opened(held, 0, words, own)
    made = to_disclosure(held.root, [Disclosed(number, words, own)])
    assert disclosures_of(made) == (held.root, (Disclosed(number, words, own),))
    for bad in (b"{}", b"x", b'{"clarion":"disclosure","format":2}'):
        with pytest.raises(BadRequest):
            disclosures_of(bad)


def test_what_is_no_copy_is_told_apart() -> None:
    assert not is_copy(b"<!doctype html><p>A dossier")
    with pytest.raises(BadRequest, match="no redacted copy"):
        read(b"<!doctype html><p>A dossier")


def test_a_page_runs_and_loads_nothing() -> None:
    page = MADE["page"].decode()
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "<Oduya>" not in page
    assert "⟨U+202E⟩" in page
