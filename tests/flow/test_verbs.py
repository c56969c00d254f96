"""The seven verbs over a case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import clarion
from clarion.flow import Case
from clarion.flow.outcome import Outcome
from clarion.model import View
from clarion.model.errors import BadRequest, BrokenSeal, NotACase
from clarion.store import originals
from clarion.store.projection import dump

VERBS = ("read", "extract", "reconcile", "assess", "respond")


def _do_all(case: Case) -> list[Outcome]:
    return [getattr(case, verb)() for verb in VERBS]


def _dump(case: Case) -> list[bytes]:
    with case._folder.reading() as connection:
        return list(dump(connection))


@pytest.fixture
def case(tmp_path: Path, reports: Path) -> Iterator[Case]:
    """A case of the reports with all verbs done."""
    with Case.open(tmp_path / "case") as opened:
        opened.preserve([reports])
        _do_all(opened)
        yield opened


def test_a_case_holds_the_record_that_needs_no_case(case: Case, reports: Path) -> None:
    """Byte for byte, texts included."""
    assert case.record().to_json(with_text=True) == clarion.record([reports]).to_json(with_text=True)
    assert case.record().incidents
    assert case.record().claims


def test_a_verb_done_again_does_nothing(case: Case, reports: Path) -> None:
    """No entry of the log, no row, no file more."""
    before, entries = _dump(case), case.verify().entries
    assert case.preserve([reports, reports / "mail.eml"]).done == 0
    assert [outcome.done for outcome in _do_all(case)] == [0] * len(VERBS)
    assert _dump(case) == before
    assert case.verify().entries == entries


def test_only_what_is_new_is_done(case: Case, reports: Path) -> None:
    """One document more is one document read and searched."""
    (reports / "new.txt").write_text("Three people were arrested in Athens on 7 May 2023.\n")
    assert case.preserve([reports]).done == 1
    assert [outcome.done for outcome in _do_all(case)][:2] == [1, 1]
    assert case.record().to_json() == clarion.record([reports]).to_json()
    case.verify()


def test_the_order_of_taking_in_leaves_the_same_tables(case: Case, reports: Path, tmp_path: Path) -> None:
    """Whether documents come at once or one by one, with the verbs in between or at the end."""
    paths = sorted((path for path in reports.iterdir()), reverse=True)
    with Case.open(tmp_path / "other") as other:
        for path in paths:
            # a folder is given by its parent's view of it, so that paths inside the case are the same
            other.preserve([reports] if path.is_dir() else [path])
            _do_all(other)
        assert _dump(other) == _dump(case)
        other.verify()


def test_rebuilding_gives_the_same_tables(case: Case, reports: Path) -> None:
    """Byte for byte, also where the last verbs have not seen the newest document, and the log stays as it is."""
    (reports / "new.txt").write_text("Three people were arrested in Athens on 7 May 2023.\n")
    case.preserve([reports])
    case.read()
    before, entries = _dump(case), case.verify().entries
    assert case.rebuild().done == 7
    assert _dump(case) == before
    assert case.verify().entries == entries


def test_rebuilding_heals_tables(case: Case) -> None:
    """What was done to tables behind the store's back is undone."""
    before = _dump(case)
    with case._folder.writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM claims")
        writing.connection.exec_driver_sql("UPDATE readings SET value = '{}'")
        writing.connection.exec_driver_sql("DELETE FROM incidents")
    with pytest.raises(BrokenSeal, match="clarion rebuild"):
        case.verify()
    case.rebuild()
    assert _dump(case) == before
    case.verify()


def test_rebuilding_never_trusts_a_broken_original(case: Case) -> None:
    """And the case stays as it was."""
    before = _dump(case)
    document = case.record().documents[0]
    path = originals.path_of(case.folder / "originals", document.id)
    path.chmod(0o600)
    path.write_bytes(b"something else")
    with pytest.raises(BrokenSeal, match="was changed"):
        case.rebuild()
    assert _dump(case) == before


def test_readings_that_the_originals_do_not_give_are_found(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when log, readings and tables agree with each other."""
    from clarion.flow import checking

    read_one = checking.read_one

    def read_otherwise(*args: object) -> object:
        from dataclasses import replace

        read = read_one(*args)  # type: ignore[arg-type]
        return replace(read, document=replace(read.document, title="another"))

    monkeypatch.setattr(checking, "read_one", read_otherwise)
    with pytest.raises(BrokenSeal, match="not what its original gives"):
        case.verify()


def test_a_newer_engine_reads_anew_and_older_readings_still_verify(
    case: Case, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readings of another version are compared with the log; `read` and `extract` bring them up to date."""
    from clarion.flow import checking, verbs, versions, whole
    from clarion.store.work import Versions

    judged = case.judge(case.record().claims[0].id, "accept", "seen")
    newer = lambda: Versions("9.9+test", "reference-9")  # noqa: E731
    for module in (checking, verbs, versions, whole):
        monkeypatch.setattr(module, "versions", newer)
    case.verify()
    assert case.preserve([reports]).done == 0
    assert [outcome.done > 0 for outcome in _do_all(case)][:3] == [True, True, True]
    case.verify()
    assert case.judgements() == [judged]
    assert case.second_looks() == []
    assert case.record().to_json() == clarion.record([reports]).to_json()


def test_an_attachment_follows_its_mail_to_a_better_place(case: Case, reports: Path) -> None:
    """When the mail turns up at a path that comes before, its attachment's path follows."""
    (reports / "a mail.eml").write_bytes((reports / "mail.eml").read_bytes())
    case.preserve([reports])
    _do_all(case)
    assert "a mail.eml/list.txt" in [document.path for document in case.record().documents]
    assert case.record().to_json() == clarion.record([reports]).to_json()
    case.verify()


def test_a_judgement_shows_in_the_record_and_what_rests_on_it(case: Case) -> None:
    """A correction changes the claim; a rejected claim makes no incident; withdrawing brings both back."""
    record = case.record()
    incident = next(one for one in record.incidents if len(one.claims) == 1 and not one.denials and not one.warnings)
    claim = incident.claims[0]
    case.judge(claim, "reject", "a slip of the pen")
    assert case.reconcile().done > 0
    assert claim not in [name for one in case.record().incidents for name in one.claims]
    assert claim in [one.id for one in case.record().claims]
    case.judge(claim, "withdraw", "it was right")
    case.judge(claim, "correct", "the figure was misread", '{"tentative": true}')
    case.reconcile()
    assert next(one for one in case.record().claims if one.id == claim).tentative
    case.verify()


@pytest.mark.parametrize(
    ("about", "verdict", "value", "complaint"),
    [
        ("clm_none", "accept", None, "holds nothing"),
        ("clm_none", "correct", "{}", "no claim"),
        ("", "accept", None, "holds nothing"),
        ("CLAIM", "splendid", None, "no verdict"),
        ("CLAIM", "correct", None, "does not fit"),
        ("CLAIM", "correct", "[]", "does not fit"),
        ("CLAIM", "correct", '{"stance": "shouted"}', "does not fit"),
        ("CLAIM", "correct", '{"quote": "other words"}', "cannot change"),
        ("CLAIM", "correct", '{"colour": "red"}', "cannot change"),
    ],
)
def test_a_judgement_that_fits_nothing_is_refused(
    case: Case, about: str, verdict: str, value: str | None, complaint: str
) -> None:
    """With one clear line, and nothing is written."""
    about = case.record().claims[0].id if about == "CLAIM" else about
    with pytest.raises(BadRequest, match=complaint):
        case.judge(about, verdict, "because", value)
    assert case.judgements() == []


def test_searching_finds_documents_by_any_word(case: Case, reports: Path) -> None:
    """Without regard to case and accents; words of Chinese, Japanese and Korean without spaces."""
    (reports / "asia.txt").write_text("北京大学的学生。 평양에서 온 사람들. Café Ammer.\n")
    case.preserve([reports])
    case.read()
    for words, expected in [
        ("fishermen ARRESTED", {"harbour.txt", "page.html"}),
        ("京大", {"asia.txt"}),
        ("学生", {"asia.txt"}),
        ("평양", {"asia.txt"}),
        ("京学", set()),
        ("cafe", {"asia.txt"}),
        ("nothing such", set()),
        ("***", set()),
    ]:
        assert {hit.path for hit in case.search(words)} == expected, words
    assert "arrested" in case.search("arrested")[0].passage


def test_publishing_is_noted_and_not_repeated(case: Case, tmp_path: Path) -> None:
    """Where nothing changed, the file and the log stay as they are."""
    output = tmp_path / "dossier.html"
    first = case.publish(output, view="sealed")
    page, entries = output.read_bytes(), case.verify().entries
    assert case.publish(output, view="sealed") == first
    assert (output.read_bytes(), case.verify().entries) == (page, entries)
    case.judge(case.record().claims[0].id, "accept", "seen")
    again = case.publish(output, view="sealed")
    assert again.sha256 != first.sha256
    assert again.heads[0] in output.read_text()
    output.unlink()
    assert case.publish(output, view="sealed").view is View.SEALED
    assert output.exists()


@pytest.mark.parametrize(
    ("output", "view", "complaint"),
    [
        ("dossier.html", "public", "no document of the case leaves"),
        ("dossier.html", "partner", "no document of the case leaves"),
        ("dossier.html", "everybody", "no view"),
        ("dossier.exe", "sealed", "no format"),
        ("dossier", "sealed", "no format"),
        ("absent/dossier.html", "sealed", "no folder"),
        (".", "sealed", "format|folder"),
    ],
)
def test_what_cannot_be_published_is_refused(
    case: Case, tmp_path: Path, output: str, view: str, complaint: str
) -> None:
    """With one clear line; no file and no entry of the log."""
    entries = case.verify().entries
    with pytest.raises(BadRequest, match=complaint):
        case.publish(tmp_path / output, view=view)
    assert case.verify().entries == entries
    assert not (tmp_path / "dossier.html").exists()


def test_erasing_does_the_later_steps_again(case: Case, reports: Path) -> None:
    """What is left is what a case without the document would hold, and its words are in no file."""
    erased = case.erase("mail.eml", "asked for")
    assert erased.documents == 2
    (reports / "mail.eml").unlink()
    assert case.record().to_json(with_text=True) == clarion.record([reports]).to_json(with_text=True)
    case.verify()
    for path in case.folder.rglob("*"):
        assert not path.is_file() or b"list is attached" not in path.read_bytes()
    case.rebuild()
    case.verify()


def test_a_case_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    """Only taking in makes a case."""
    with pytest.raises(NotACase):
        Case.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_tables_of_another_version_are_made_again(case: Case) -> None:
    """A case whose tables another version of Clarion made asks for a rebuild, which needs nothing of them."""
    before = _dump(case)
    with case._folder.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE about_case SET value = '0' WHERE key = 'tables'")
        writing.connection.exec_driver_sql("DROP TABLE claims")
        writing.connection.exec_driver_sql("ALTER TABLE documents RENAME COLUMN path TO way")
    case.close()
    with pytest.raises(NotACase, match="clarion rebuild"):
        Case.open(case.folder)
    with Case.open(case.folder, any_tables=True) as other:
        other.rebuild()
    with Case.open(case.folder) as again:
        assert _dump(again) == before
        again.verify()
