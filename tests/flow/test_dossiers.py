"""Checking a published dossier from the file alone."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from tests.papering import letter_changed, words_removed

from clarion.flow import Case
from clarion.flow.dossiers import verify_dossier
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.store.keys import open_signer

Changing = Callable[[bytes, str], bytes]
TEXT = (
    "Quellwater, 4 May 2023\n\n"
    "Guards sent about 90 refugees back from Greece to Turkey on 3 May 2023, Lantern Watch said.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one report and its dossier."""
    folder = tmp_path_factory.mktemp("dossiers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLARION_HOME", str(folder / "home"))
        (folder / "border.txt").write_text(TEXT, encoding="utf-8")
        with Case.open(folder / "case") as case:
            case.preserve([folder / "border.txt"])
            for verb in ("read", "extract", "reconcile", "assess", "respond"):
                getattr(case, verb)()
            case.publish(folder / "made.html", view="sealed")
            (folder / "key").write_text(open_signer().name)
    return folder


def code_in(page: Path) -> str:
    found = re.search(r'<code class="code">(\w+)', page.read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_a_dossier_tells_its_root_and_who_signed_it(folder: Path) -> None:
    lines = "\n".join(verify_dossier(folder / "made.html"))
    assert re.search(r"root [0-9a-f]{64} of \d+ sentences: holds", lines)
    assert f"signed by {(folder / 'key').read_text()}: holds" in lines


def test_one_sentence_is_checked_by_the_code_beside_it(folder: Path) -> None:
    lines = verify_dossier(folder / "made.html", sentence=code_in(folder / "made.html"))
    assert any(line.startswith("words “") and "90 refugees" in line for line in lines)
    assert any(re.match(r"document sha256:[0-9a-f]{64}, characters \d+ to \d+ of its text", line) for line in lines)
    assert any(line.startswith("root ") and line.endswith("holds") for line in lines)


def test_a_sentence_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(BadRequest, match="no sentence"):
        verify_dossier(folder / "made.html", sentence="0123456789")


@pytest.mark.parametrize(("old", "new"), [("about 90", "about 900"), ('name="clarion-signature" content="', None)])
def test_a_changed_dossier_is_refused_before_its_sentences_are_read(
    folder: Path, tmp_path: Path, old: str, new: str | None
) -> None:
    page = (folder / "made.html").read_text(encoding="utf-8")
    assert old in page
    changed = tmp_path / "changed.html"
    changed.write_text(page.replace(old, new if new is not None else old + "00"), encoding="utf-8")
    with pytest.raises(BrokenSeal, match="changed"):
        verify_dossier(changed, sentence=code_in(changed))


def test_a_dossier_is_made_and_checked_in_korean_and_data_are_not(folder: Path, tmp_path: Path) -> None:
    with Case.open(folder / "case", create=False) as case:
        case.publish(tmp_path / "ko.html", view="sealed", language="ko")
        with pytest.raises(BadRequest, match="only dossiers"):
            case.publish(tmp_path / "ko.json", view="sealed", language="ko")
        with pytest.raises(BadRequest, match="no language"):
            case.publish(tmp_path / "tlh.html", view="sealed", language="tlh")
    assert '<html lang="ko">' in (tmp_path / "ko.html").read_text(encoding="utf-8")
    assert verify_dossier(tmp_path / "ko.html", sentence=code_in(tmp_path / "ko.html"))


@pytest.fixture(scope="module")
def paper(folder: Path) -> Path:
    """The dossier of the case as PDF."""
    pytest.importorskip("weasyprint")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLARION_HOME", str(folder / "home"))
        with Case.open(folder / "case", create=False) as case:
            case.publish(folder / "made.pdf", view="sealed")
    return folder / "made.pdf"


def test_a_pdf_is_checked_from_the_file_alone(folder: Path, paper: Path) -> None:
    lines = "\n".join(verify_dossier(paper))
    assert re.search(r"root [0-9a-f]{64} of \d+ sentences: holds", lines)
    assert f"signed by {(folder / 'key').read_text()}: holds" in lines


def test_a_sentence_of_a_pdf_has_the_code_of_the_page_and_leads_to_its_root(folder: Path, paper: Path) -> None:
    code = code_in(folder / "made.html")
    lines = verify_dossier(paper, sentence=code)
    assert [one for one in lines if not one.startswith("signed")] == [
        one for one in verify_dossier(folder / "made.html", sentence=code) if not one.startswith("signed")
    ]


@pytest.mark.parametrize("changed", [letter_changed, words_removed])
def test_what_a_changed_pdf_no_longer_says_is_named(paper: Path, tmp_path: Path, changed: Changing) -> None:
    (tmp_path / "changed.pdf").write_bytes(changed(paper.read_bytes(), "sent about 90"))
    with pytest.raises(BrokenSeal, match=r"pages do not say C1 \(\w{8}\) “Guards sent about 90 refugees"):
        verify_dossier(tmp_path / "changed.pdf")


def test_a_page_is_named_where_no_sentence_was_changed(paper: Path, tmp_path: Path) -> None:
    changed = letter_changed(paper.read_bytes(), "How to read this, and its limits")
    (tmp_path / "changed.pdf").write_bytes(changed)
    with pytest.raises(BrokenSeal, match=r"other words stand on page \d+;"):
        verify_dossier(tmp_path / "changed.pdf")


def test_a_pdf_saved_with_another_program_is_told_to_be_so(paper: Path, tmp_path: Path) -> None:
    pypdfium2.PdfDocument(paper).save(tmp_path / "saved.pdf")
    with pytest.raises(BrokenSeal, match="no digest any more, as after saving it with another program;"):
        verify_dossier(tmp_path / "saved.pdf")


def test_a_pdf_in_korean_holds(folder: Path, paper: Path, tmp_path: Path) -> None:
    with Case.open(folder / "case", create=False) as case:
        case.publish(tmp_path / "ko.pdf", view="sealed", language="ko")
    assert verify_dossier(tmp_path / "ko.pdf", sentence=code_in(folder / "made.html"))
