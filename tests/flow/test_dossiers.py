"""Checking a published dossier from the file alone."""

import re
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.dossiers import verify_dossier
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.store.keys import open_signer

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
