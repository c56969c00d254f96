"""Reports in, record out, without a case."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import clarion
from clarion.flow import steps
from clarion.flow.pipeline import make_record


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_the_order_of_the_paths_makes_no_difference(reports: Path, seed: int) -> None:
    """The record is the same byte for byte."""
    paths = sorted(path for path in reports.rglob("*") if path.is_file())
    shuffled = random.Random(seed).sample(paths, len(paths))
    assert clarion.record(shuffled).to_json(with_text=True) == clarion.record(paths).to_json(with_text=True)


def test_every_quote_is_the_slice_of_its_document(reports: Path) -> None:
    """A reader can check each claim against the text."""
    record = clarion.record([reports])
    texts = {document.id: document.text or "" for document in record.documents}
    assert record.claims
    for claim in record.claims:
        assert claim.quote == texts[claim.document][claim.span[0] : claim.span[1]]


def test_a_record_reads_back_as_it_was(reports: Path) -> None:
    """JSON out and in, with texts."""
    record = clarion.record([reports])
    again = clarion.Record.from_json(record.to_json(with_text=True))
    assert again.to_json(with_text=True) == record.to_json(with_text=True)


def test_the_same_bytes_in_two_places_are_one_document(reports: Path) -> None:
    """The path that comes first in the alphabet stands for both, whatever the order."""
    (reports / "a copy.txt").write_bytes((reports / "harbour.txt").read_bytes())
    for paths in ([reports / "harbour.txt", reports / "a copy.txt"], [reports / "a copy.txt", reports / "harbour.txt"]):
        assert [document.path for document in clarion.record(paths).documents] == ["a copy.txt"]


def test_an_attachment_is_a_document_of_its_own(reports: Path) -> None:
    """Its path begins with that of its e-mail, and it is marked as part of it."""
    record = clarion.record([reports / "mail.eml"])
    mail, attachment = record.documents
    assert (mail.path, attachment.path) == ("mail.eml", "mail.eml/list.txt")
    assert (mail.part_of, attachment.part_of) == (None, mail.id)
    assert {claim.document for claim in record.claims} == {mail.id, attachment.id}


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(reports: Path) -> None:
    """Each gets one line: which, why and what to do; a document that was taken in stands in the record with it."""
    (reports / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (reports / "empty.txt").write_bytes(b"")
    record, outcome = make_record([reports, reports / "absent"])
    assert len(record.documents) == 7
    photo = next(document for document in record.documents if document.path == "photo.txt")
    assert photo.text is None
    assert len(photo.problems) == 1
    named = [line.split(": ")[0] for line in outcome.problems]
    assert sorted(named) == ["absent", "empty.txt", "photo.txt"]
    assert all(";" in line and "\n" not in line for line in outcome.problems)


def test_a_fault_of_the_engine_costs_one_document(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a document throws is caught once, kept as its problem and said."""
    find_claims = steps.find_claims

    def fail_on_rally(document: clarion.flow.steps.Document) -> list[clarion.flow.steps.Claim]:  # type: ignore[name-defined]
        if document.path == "north/rally.md":
            raise RecursionError("too deep")
        return find_claims(document)

    monkeypatch.setattr("clarion.flow.documents.find_claims", fail_on_rally)
    record, outcome = make_record([reports])
    assert [line.split(": ")[0] for line in outcome.problems] == ["north/rally.md"]
    assert "too deep" in next(document for document in record.documents if document.problems).problems[0]
    assert record.claims


def test_a_record_needs_no_database() -> None:
    """Neither SQLAlchemy nor the case is loaded for a record, and nothing at all for the name of the package."""
    code = (
        "import sys, clarion; light = set(sys.modules); clarion.record; heavy = set(sys.modules)\n"
        "assert not {'clarion.model', 'msgspec', 'clarion.flow'} & light\n"
        "assert not {'sqlalchemy', 'cryptography', 'pyrage', 'django', 'rich'} & heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
