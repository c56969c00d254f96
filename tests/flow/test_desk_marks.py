"""Notes, questions, tags, assignments, translations, searches, handling and added claims at a desk."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.desk import Desk, Given, Upload, working
from clarion.model import Claim, DocumentId
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.store.projection import dump
from desks import made, settled


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case of two reports; the work in the background starts at once."""
    monkeypatch.setattr(working, "PAUSE", 0.05)
    with made(tmp_path) as opened:
        yield opened


def document_at(case: Case, path: str) -> DocumentId:
    return next(one.id for one in case.record().documents if one.path == path)


def add(desk: Desk, case: Case, document: DocumentId) -> Claim:
    """A claim that Ada sees in a word of the document."""
    text = next(one.text for one in case.record().documents if one.id == document) or ""
    start = text.index("Guards")
    return desk.add_claim(
        document,
        cue=(start + 7, start + 11),
        span=(start, len(text.rstrip())),
        act="torture",
        stance="reported",
        reason="the verb was missed",
        value='{"where": [{"name": "Athens", "country": "GR", "lat": 37.98, "lon": 23.72}]}',
    )


def everything(case: Case) -> list[bytes]:
    with case._folder.reading() as connection:
        return list(dump(connection))


def do_all_kinds(case: Case) -> DocumentId:
    """One of each thing that can be said, about one document or what rests on it."""
    desk, document = case.desk("Ada"), document_at(case, "harbour.txt")
    claim = next(one for one in case.record().claims if one.document == document)
    desk.note(document, "ask Zephyrine")
    question = desk.ask_about(claim.id, "was it Zephyrine?")
    desk.close_question(question.id, "Zephyrine it was")
    desk.tag(claim.id, "zephyrine")
    desk.assign(document, "Zephyrine")
    desk.translate(document, span=(0, 12), language="ko", words="Zephyrine-ko")
    desk.save_search("of Zephyrine", "claims", f"document={document}")
    desk.set_handling(document, "sealed", named=["Zephyrine"], reason="Zephyrine asked")
    add(desk, case, document)
    settled(case)
    return document


def test_each_thing_is_kept_by_the_name_of_the_viewer(case: Case) -> None:
    desk, claim = case.desk("Ada"), case.record().claims[0]
    question = desk.ask_about(claim.id, "who gave the order?")
    assert (desk.note(claim.id, "call the harbour").by, question.by) == ("Ada", "Ada")
    assert case.desk("Bo").close_question(question.id, "the chief").by == "Bo"
    with pytest.raises(BadRequest, match="closed by Bo"):
        desk.close_question(question.id, "again")
    tag = desk.tag(claim.id, " night  raid ")
    assert (tag.name, desk.tag(claim.id, "night raid")) == ("night raid", tag)
    assert desk.untag(claim.id, "night raid") == tag
    with pytest.raises(BadRequest, match="no tag"):
        desk.untag(claim.id, "night raid")
    given = desk.assign(claim.id, "Bo")
    assert (given.to, given.by, desk.unassign(claim.id, "Bo")) == ("Bo", "Ada", given)
    made = desk.translate(claim.document, span=(0, 5), language="ko", words="등불")
    assert (made.by, made.span) == ("Ada", (0, 5))
    assert [one.closed.text for one in case.notes() if one.closed] == ["the chief"]
    case.verify()


def test_searches_are_a_persons_own(case: Case) -> None:
    ada, bo = case.desk("Ada"), case.desk("Bo")
    ada.save_search("mine", "claims", "act=killing")
    ada.save_search("mine", "claims", "act=detention")
    assert [one.query for one in ada.saved_searches()] == ["act=detention"]
    assert bo.saved_searches() == ()
    with pytest.raises(BadRequest, match="no search"):
        bo.forget_search("mine")
    ada.forget_search("mine")
    assert ada.saved_searches() == ()
    case.verify()


@pytest.mark.parametrize(
    "refused",
    [
        lambda desk, claim: desk.note("clm_none", "words"),
        lambda desk, claim: desk.note(claim.id, " "),
        lambda desk, claim: desk.tag(claim.id, " "),
        lambda desk, claim: desk.tag(claim.id, "x" * 200),
        lambda desk, claim: desk.assign(claim.id, "\n"),
        lambda desk, claim: desk.translate(claim.document, span=(0, 10**6), language="ko", words="x"),
        lambda desk, claim: desk.translate(claim.document, span=(0, 5), language="Korean", words="x"),
        lambda desk, claim: desk.set_handling(claim.document, "secret", reason="why"),
        lambda desk, claim: desk.set_handling(claim.document, "sealed", reason=" "),
        lambda desk, claim: desk.set_handling(claim.id, "sealed", reason="why"),
        lambda desk, claim: desk.judge(claim.id, "accept", " "),
        lambda desk, claim: desk.judge(claim.id, "excellent", "why"),
        lambda desk, claim: desk.publish("x.html", view="public"),
        lambda desk, claim: desk.take_in([Upload("a.txt", b"a")], Given(handling="secret")),
        lambda desk, claim: desk.type_note("", "words"),
        lambda desk, claim: desk.add_claim(
            claim.document, cue=(0, 3), span=(1, 5), act="killing", stance="reported", reason="x"
        ),
        lambda desk, claim: desk.add_claim(
            claim.document, cue=(0, 3), span=(0, 5), act="dancing", stance="reported", reason="x"
        ),
        lambda desk, claim: desk.add_claim(
            claim.document, cue=(0, 3), span=(0, 5), act="killing", stance="maybe", reason="x"
        ),
    ],
)
def test_what_cannot_be_said_is_refused_and_leaves_no_entry(case: Case, refused: object) -> None:
    entries = case.verify().entries
    with pytest.raises(BadRequest):
        refused(case.desk("Ada"), case.record().claims[0])  # type: ignore[operator]
    assert case.verify().entries == entries


def test_what_rests_on_a_sealed_document_is_refused_to_others_as_if_it_were_not_there(case: Case) -> None:
    ada, bo, owner = case.desk("Ada"), case.desk("Bo"), case.desk("Test Person")
    document = document_at(case, "harbour.txt")
    claim = next(one for one in case.record().claims if one.document == document)
    incident = next(one for one in case.record().incidents if claim.id in one.claims)
    said = owner.judge(claim.id, "accept", "seen").judgement
    note = owner.ask_about(claim.id, "who?")
    owner.set_handling(document, "sealed", named=["Ada"], reason="a witness speaks in it")
    ada.note(claim.id, "seen")
    for about in (document, claim.id, incident.id, said.id, note.id):
        with pytest.raises(BadRequest, match="holds nothing with the id"):
            bo.note(about, "seen")
        with pytest.raises(BadRequest, match="holds nothing with the id"):
            bo.judge(about, "accept", "seen")
    with pytest.raises(BadRequest, match="holds nothing"):
        bo.set_handling(document, "public", reason="curious")
    assert [one.about for one in bo.judge_many([claim.id], "reject", "x").refused] == [claim.id]
    assert bo.would_withhold("public").documents == (document_at(case, "border.txt"),)
    with pytest.raises(BadRequest, match="may see the whole case"):
        bo.publish("x.html", view="sealed")
    ada.name_for(document, "Bo")
    assert bo.note(claim.id, "seen").by == "Bo"
    owner.set_handling(document, "", named=[], reason="published by now")
    assert case.desk("Cy").note(claim.id, "seen").by == "Cy"
    case.verify()


def test_an_added_claim_is_reconciled_keeps_its_id_and_survives_extraction(case: Case) -> None:
    document = document_at(case, "harbour.txt")
    claim = add(case.desk("Ada"), case, document)
    settled(case)
    assert (claim.method, claim.quote[:6]) == ("person", "Guards")
    record = case.record()
    assert claim in record.claims
    assert [one for one in record.incidents if claim.id in one.claims]
    before = everything(case)
    case.verify()
    case.rebuild()
    assert everything(case) == before
    case.verify()
    case.desk("Bo").judge(claim.id, "reject", "not there")
    settled(case)
    assert not [one for one in case.record().incidents if claim.id in one.claims]
    case.verify()


def test_two_claims_of_one_word_have_two_ids(case: Case) -> None:
    document = document_at(case, "harbour.txt")
    one, other = add(case.desk("Ada"), case, document), add(case.desk("Bo"), case, document)
    assert one.id != other.id
    assert one.cue == other.cue


def test_all_of_it_is_made_again_from_the_log(case: Case) -> None:
    do_all_kinds(case)
    before = everything(case)
    case.verify()
    case.rebuild()
    assert everything(case) == before
    case.verify()


def test_an_erased_document_takes_all_that_was_said_of_it_along(case: Case) -> None:
    document = do_all_kinds(case)
    case.erase("harbour.txt", "asked for")
    case.close()
    held = (case.folder / "case.db").read_bytes() + b"".join(
        path.read_bytes() for path in case.folder.rglob("*-wal") if path.is_file()
    )
    for word in ("Zephyrine", "zephyrine", document[7:]):
        assert word.encode() not in held, word
    with Case.open(case.folder) as again:
        assert again.verify().documents == 1


@pytest.mark.parametrize("name", ["handling", "named", "reason", "tag", "to", "words", "claim", "query", "text"])
def test_a_part_that_was_changed_is_found(case: Case, name: str) -> None:
    do_all_kinds(case)
    case.close()
    with sqlite3.connect(case.folder / "case.db") as raw:
        changed = raw.execute("UPDATE parts SET value = '\"changed\"' WHERE name = ?", (name,))
        assert changed.rowcount > 0
    raw.close()
    with Case.open(case.folder) as again, pytest.raises(BrokenSeal, match="was changed"):
        again.verify()
