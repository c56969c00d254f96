"""The sentences of a dossier as leaves of one tree of hashes."""

import hashlib
import json
import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.model import Record, StanceKind, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, check, proof_of, render
from clarion.publish.seal import _PLACES, BLANK
from clarion.publish.sentences import Sentence, codes_of, root_of, sentence_of, written

OPTIONS = PublishOptions(
    format=Format.HTML, view=View.SEALED, made_at="2024-08-18T09:30:00Z", sign=lambda said: f"{'ab' * 32} {said.hex()}"
)


def sentence(number: int, quote: str = "They were beaten.") -> Sentence:
    """An invented sentence."""
    return Sentence(
        number, f"clm_{number:020x}", "sha256:" + "a" * 64, "b" * 64, (number, number + 5), quote, "torture",
        StanceKind.ASSERTED, False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(record: Record) -> bytes:
    """The sample as a sealed page."""
    return render(record, OPTIONS)


def test_every_claim_is_a_sealed_sentence_and_leads_to_the_root(made: bytes, record: Record) -> None:
    checked = check(made)
    assert {one.claim for one in checked.sentences} == {claim.id for claim in record.claims}
    for claim in record.claims:
        proof = proof_of(checked.sentences, claim.id)
        assert proof.sentence.quote == claim.quote
        assert proof.root() == checked.root


def test_the_code_beside_a_claim_finds_its_words(made: bytes, record: Record) -> None:
    shown = dict(re.findall(r'<article class="claim" id="(clm_\w+)".*?<code class="code">(\w+)', made.decode(), re.S))
    assert len(shown) == len(record.claims)
    for claim in record.claims:
        assert proof_of(check(made).sentences, shown[claim.id]).sentence.claim == claim.id


def test_a_stranger_can_work_out_a_hash_by_hand(made: bytes) -> None:
    line = unescape(re.findall(r'<meta name="clarion-sentence" content="([^"]*)"', made.decode())[0])
    said = {name: value for name, value in json.loads(line).items() if name != "number"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert check(made).sentences[0].leaf() == hashlib.sha256(b"\0" + text.encode()).hexdigest()


@given(st.integers(1, 70), st.data())
def test_a_path_leads_to_the_root_and_to_no_other_when_a_word_changes(size: int, data: st.DataObject) -> None:
    told = [sentence(number) for number in range(size)]
    at = data.draw(st.integers(0, size - 1))
    proof = proof_of(told, f"C{at}")
    assert proof.root() == root_of(told)
    assert len(proof.path) <= max(size - 1, 1).bit_length()
    changed = replace(proof, leaf=replace(proof.sentence, quote="They were not beaten.").leaf())
    assert changed.root() != root_of(told)


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "They were beaten"},
        {"span": (0, 6)},
        {"stance": StanceKind.DENIED},
        {"is_tentative": True},
        {"document": "sha256:" + "c" * 64},
        {"text": None},
        {"act": "killing"},
    ],
)
def test_whatever_a_sentence_says_is_in_its_hash(change: dict[str, object]) -> None:
    assert replace(sentence(0), **change).leaf() != sentence(0).leaf()  # type: ignore[arg-type]


def test_a_number_is_not_in_the_hash() -> None:
    assert replace(sentence(0), number=9).leaf() == sentence(0).leaf()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_a_written_sentence_is_read_as_it_was_and_hides_no_character(quote: str) -> None:
    line = written(sentence(3, quote))
    assert sentence_of(line) == sentence(3, quote)
    assert not re.search("[\u0000-\u001f\u202e\u200b\u2066\ufeff]", line)


def test_codes_are_as_long_as_they_must_be() -> None:
    told = [sentence(number) for number in range(50)]
    codes = codes_of(told)
    assert len(set(codes.values())) == 50
    assert {len(code) for code in codes.values()} == {8}


@pytest.mark.parametrize("name", ["", "C99", "0000", "clm_", "zzzzzzzz"])
def test_a_name_of_no_sentence_is_refused(name: str) -> None:
    with pytest.raises(BadRequest, match="code"):
        proof_of([sentence(1), sentence(2)], name)


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", "null", '{"number": 1}', written(sentence(1)).replace("asserted", "x")]
)
def test_what_is_no_sentence_is_refused(line: str) -> None:
    with pytest.raises(BadRequest, match="not what Clarion writes"):
        sentence_of(line)


def test_a_sentence_changed_with_a_new_digest_gives_another_root(made: bytes) -> None:
    """Whoever changes the words and works the digest out again has still to change the root, which is signed."""
    changed = made.replace(b"They were beaten before they boarded.", b"They were treated well on the way there.")
    blank = _PLACES.sub(rb"\g<1>" + BLANK.encode(), changed)
    again = _PLACES.sub(rb"\g<1>" + hashlib.sha256(blank).hexdigest().encode(), blank)
    assert check(again).is_whole
    assert not check(again).is_rooted


def test_the_signature_is_of_root_record_view_heads_and_day(made: bytes, record: Record) -> None:
    checked = check(made)
    assert checked.signature == f"{'ab' * 32} {checked.statement().hex()}"
    said = json.loads(checked.statement())
    assert said["root"] == checked.root
    assert said["view"] == "sealed"
    other = check(render(record, replace(OPTIONS, heads=("ff",))))
    assert other.root == checked.root
    assert other.statement() != checked.statement()


def test_a_dossier_of_an_earlier_version_is_still_checked(made: bytes) -> None:
    old = re.sub(rb'<meta name="clarion-(?:root|sentence|signature)" content="[^"]*">\n', b"", made)
    blank = _PLACES.sub(rb"\g<1>" + BLANK.encode(), old)
    old = _PLACES.sub(rb"\g<1>" + hashlib.sha256(blank).hexdigest().encode(), blank)
    checked = check(old)
    assert checked.is_whole
    assert checked.is_rooted
    assert checked.root is None
    assert checked.sentences == ()
