"""Redacted copies of a case: made, checked by anybody, traced back to the sealed original, disclosed in part."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from clarion.flow import Case, redacting
from clarion.model.errors import BadRequest, BrokenSeal

TEXT = (
    "Lantern Watch\n\nQuellwater, 4 May 2023\n\nPolice arrested Tamsin Oduya in Athens on 3 May 2023. "
    "Call +30 210 555 0187 for more.\nForeign Minister Bram Okker said that Greece would look into it.\n"
)
PLAIN = "The gate of the yard was shut on 3 May 2023, the paper said.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case of two documents for the public."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "oduya.txt").write_text(TEXT, encoding="utf-8")
    (folder / "plain.txt").write_text(PLAIN, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([folder], given={"handling": "public"})
    made.read()
    made.extract()
    return made


@pytest.mark.parametrize("view", ["public", "partner"])
@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_copy_is_made_checked_and_led_back_to_its_original(
    case: Case, tmp_path: Path, view: str, ending: str
) -> None:
    path = tmp_path / f"copy.{ending}"
    made = case.redact("oduya.txt", path, view=view)
    text = path.read_text(encoding="utf-8")
    assert made.withheld >= 2
    assert "Bram Okker" in text
    assert not [words for words in ("Tamsin", "Oduya", "oduya", "210 555") if words in text]
    lines = redacting.verify_copy(path)
    assert f"{made.shown} passages shown, each leads to the root; {made.withheld} withheld" in lines
    original = next(one for one in case.record().documents if one.path.endswith("oduya.txt"))
    assert original.id in case.verify_copy(path)
    assert case.verify().documents == 2
    assert made.entry in case.heads()


@pytest.mark.parametrize("name", ["oduya.txt", "plain.txt"])
@pytest.mark.parametrize("ending", ["html", "txt"])
def test_no_plain_hash_of_the_original_stands_in_a_copy(case: Case, tmp_path: Path, name: str, ending: str) -> None:
    path = tmp_path / f"copy.{ending}"
    case.redact(name, path, view="public")
    held = path.read_bytes()
    original = (tmp_path / "in" / name).read_bytes()
    assert hashlib.sha256(original).hexdigest().encode() not in held
    assert b"sha256:" not in held


def test_copies_of_two_views_and_two_cases_share_no_leaf(case: Case, tmp_path: Path) -> None:
    """So that what one shows opens nothing in the other."""
    seen = []
    for view in ("public", "partner"):
        path = tmp_path / f"{view}.txt"
        case.redact("oduya.txt", path, view=view)
        lines = path.read_text(encoding="utf-8").partition("- proof -")[2].splitlines()
        seen.append({json.loads(line)["leaf"] for line in lines if line.startswith('{"kind"')})
    assert seen[0]
    assert not seen[0] & seen[1]


def test_the_folder_of_the_case_does_not_hold_the_salts(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    case.redact("oduya.txt", path, view="public")
    proof = path.read_text(encoding="utf-8").partition("- proof -")[2].splitlines()
    salts = [json.loads(line)["salt"] for line in proof if line.startswith('{"salt"')]
    case.close()
    held = b"".join(one.read_bytes() for one in (tmp_path / "case").rglob("*") if one.is_file())
    assert salts
    assert not [one for one in salts if one.encode() in held or bytes.fromhex(one) in held]


def test_a_fresh_process_checks_a_copy_and_finds_a_change(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "copy.html"
    case.redact("oduya.txt", path, view="public")
    case.close()
    command = [sys.executable, "-m", "clarion", "verify", str(path)]
    good = subprocess.run(command, capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stderr
    assert "withheld" in good.stdout
    path.write_bytes(path.read_bytes().replace(b"Bram Okker", b"Bram Otter"))
    bad = subprocess.run(command, capture_output=True, text=True, check=False)
    assert bad.returncode != 0
    assert "changed" in bad.stderr or "other things" in bad.stderr


def test_another_key_is_refused_when_the_right_one_is_named(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    case.redact("oduya.txt", path, view="public")
    signer = next(line for line in redacting.verify_copy(path) if line.startswith("signed by ")).split()[2].rstrip(":")
    assert redacting.verify_copy(path, signer=signer[:16])
    for wrong in ("0" * 64, signer[:8]):
        with pytest.raises(BrokenSeal, match="another key"):
            redacting.verify_copy(path, signer=wrong)


def test_a_copy_of_another_installation_cannot_be_passed_off_as_of_this_case(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "copy.txt"
    case.redact("oduya.txt", path, view="public")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("CLARION_HOME", str(tmp_path / "elsewhere"))
    with pytest.raises(BrokenSeal, match="redaction key"):
        case.verify_copy(path)


def test_withheld_passages_are_disclosed_with_a_reason_and_checked(case: Case, tmp_path: Path) -> None:
    path, shown = tmp_path / "copy.txt", tmp_path / "court.json"
    case.redact("oduya.txt", path, view="public")
    number = next(int(line.split()[1][:-1]) for line in redacting.verify_copy(path) if line.endswith(": contact"))
    with pytest.raises(BadRequest, match="reason"):
        case.disclose(path, [number], shown, " ")
    with pytest.raises(BadRequest, match="withholds no passage 0"):
        case.disclose(path, [0], shown, "for the court")
    assert not shown.exists()
    case.disclose(path, [number], shown, "for the court")
    assert f"passage {number}: “+30 210 555 0187”" in redacting.verify_copy(path, reveal=shown)
    shown.write_text(shown.read_text().replace("0187", "0188"))
    with pytest.raises(BrokenSeal, match="are not those"):
        redacting.verify_copy(path, reveal=shown)
    kinds = [row.kind for row in case.desk("Test Person").log().items]
    assert "disclosure" in kinds
    assert "redaction" in kinds


def test_what_does_not_leave_is_not_copied(case: Case, tmp_path: Path) -> None:
    one = next(one.id for one in case.record().documents if one.path.endswith("oduya.txt"))
    case.desk("Test Person").set_handling(one, "partner", reason="asked for")
    with pytest.raises(BadRequest, match="does not leave by the public view"):
        case.redact("oduya.txt", tmp_path / "copy.txt", view="public")
    with pytest.raises(BadRequest, match="sealed view"):
        case.redact("oduya.txt", tmp_path / "copy.txt", view="sealed")
    with pytest.raises(BadRequest, match="ending in"):
        case.redact("oduya.txt", tmp_path / "copy.pdf", view="partner")
    with pytest.raises(BadRequest, match="name of the file"):
        case.redact("oduya.txt", tmp_path / "tamsin-oduya.txt", view="partner")
    assert not list(tmp_path.glob("*.txt"))
    case.redact("oduya.txt", tmp_path / "copy.txt", view="partner")


def test_an_erased_document_leaves_no_trace_of_its_copies(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    case.redact("oduya.txt", path, view="public")
    case.erase("oduya.txt", "asked for")
    assert case.verify().documents == 1
    with pytest.raises(BadRequest, match="erased"):
        case.verify_copy(path)
    assert redacting.verify_copy(path)
