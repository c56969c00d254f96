"""Publishing for partners and the public: what the safety check stands before."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from clarion.flow import Case, guarding
from clarion.model import Detail, DetailKind, View
from clarion.model.errors import BadRequest
from clarion.publish.safety import texts_of

FORMS = ("html", "pdf", "json", "jsonl", "csv", "md")
TEXTS = {
    "Tamsin-Oduya.txt": (
        "Lantern Watch\n\nQuellwater, 4 May 2023\n\nPolice arrested Tamsin Oduya and two fishermen in Athens on 3 May"
        " 2023, Lantern Watch said. Call +30 210 555 0187. Guards beat Ms Oduya, her sister Perpetua said.\n"
    ),
    "border.txt": (
        "Guards sent about 90 refugees back from Greece to Turkey on 5 May 2023, TAMSIN ODUYA told a relative.\n"
    ),
}
PLANTED = re.compile(r"Tamsin Oduya|TAMSIN ODUYA|Ms Oduya|Perpetua|Mirelle Okafor-Brandt")
CONTACT = re.compile(r"\+?[\d ]{10,}|\S+@\S+")
GONE = ("tamsin", "oduya", "perpetua", "555 0187", "5550187", "ada quill", "raw-notes")


def by_hand(text: str, *, language: object, claims: object, document: object) -> tuple[Detail, ...]:
    people = [Detail(document, one.span(), DetailKind.PERSON, "by hand") for one in PLANTED.finditer(text)]  # type: ignore[arg-type]
    return (*people, *(Detail(document, one.span(), DetailKind.CONTACT, "by hand") for one in CONTACT.finditer(text)))  # type: ignore[arg-type]


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finds what is planted here."""
    monkeypatch.setattr(guarding, "find_details", by_hand)
    guarding._FOUND.clear()


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case of two reports for the public, taken in and judged by Ada Quill."""
    monkeypatch.setenv("CLARION_NAME", "Ada Quill")
    reports = tmp_path / "raw-notes"
    reports.mkdir()
    for name, text in TEXTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([reports], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    made.judge(made.record().claims[0].id, "accept", "Perpetua confirmed it to me")
    made.ask_about(made.record().claims[0].id, "Where does Perpetua live?")
    return made


def published(case: Case, path: Path, view: str) -> bytes:
    case.publish(path, view=view)
    return path.read_bytes()


def texts(made: bytes) -> list[str]:
    return [text.lower() for text in texts_of(made, guarding._drawn)]


@pytest.mark.usefixtures("finder")
@pytest.mark.parametrize("view", ["public", "partner"])
def test_nothing_planted_leaves_in_any_form(case: Case, tmp_path: Path, view: str) -> None:
    for form in FORMS:
        made = published(case, tmp_path / f"out.{form}", view)
        for text in texts(made):
            assert not [words for words in GONE if words in text], form
    originals = {one.id.partition(":")[2] for one in case.record().documents}
    assert not [one for one in originals if any(one in text for text in texts(made))]


@pytest.mark.usefixtures("finder")
def test_the_log_counts_what_was_withheld_and_the_case_verifies(case: Case, tmp_path: Path) -> None:
    publication = case.publish(tmp_path / "out.html", view="public")
    assert publication.view is View.PUBLIC
    assert publication.withheld == 5
    assert case.verify().documents == 2
    assert case.publish(tmp_path / "out.html", view="public") == publication


@pytest.mark.usefixtures("finder")
def test_other_handling_makes_another_publication(case: Case, tmp_path: Path) -> None:
    """Also to the same path: an older file must not be taken for what would leave now."""
    first = case.publish(tmp_path / "out.json", view="public")
    border = next(one.id for one in case.record().documents if one.path.endswith("border.txt"))
    case.desk("Ada Quill").set_handling(border, "partner", reason="asked for")
    second = case.publish(tmp_path / "out.json", view="public")
    assert second.sha256 != first.sha256
    assert len(json.loads((tmp_path / "out.json").read_text())["documents"]) == 1


@pytest.mark.usefixtures("finder")
def test_a_name_in_the_name_of_the_file_is_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="name of the file"):
        case.publish(tmp_path / "tamsin_oduya.html", view="public")
    assert not (tmp_path / "tamsin_oduya.html").exists()


@pytest.mark.usefixtures("finder")
def test_what_is_found_when_it_is_read_back_stops_the_publication(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clarion.flow import publishing

    monkeypatch.setattr(publishing, "render_safe", lambda safe, options: b"<p>By T\xc3\xa4msin <b>O</b>duya</p>")
    with pytest.raises(BadRequest, match="nothing was published") as refused:
        case.publish(tmp_path / "out.html", view="public")
    assert "duya" not in str(refused.value)
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize("form", ["html", "json", "jsonl", "csv", "md", "ics", "geojson", "hxl", "jsonld"])
@pytest.mark.parametrize("view", ["public", "partner"])
def test_no_plain_hash_of_an_original_leaves(tmp_path: Path, form: str, view: str) -> None:
    """Nor of its text, also where nothing was withheld from it and its bytes are the text."""
    texts = ["Guards sent about 90 refugees back from Greece to Turkey on 5 May 2023.\n", TEXTS["border.txt"]]
    (tmp_path / "in").mkdir()
    for at, text in enumerate(texts):
        (tmp_path / "in" / f"{at}.txt").write_text(text, encoding="utf-8")
    case = Case.open(tmp_path / "case")
    case.preserve([tmp_path / "in"], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(case, verb)()
    case.publish(tmp_path / f"out.{form}", view=view, format=form)
    held = [str(text) for text in texts_of((tmp_path / f"out.{form}").read_bytes())]
    hashes = {hashlib.sha256(text.encode()).hexdigest() for text in (*texts, *(text.strip() for text in texts))}
    hashes |= {one.text_sha256 or "" for one in case.record().documents}
    assert not [one for one in hashes if one and any(one in text for text in held)]
    assert not [text for text in held if "sha256:" in text]


def test_without_a_finder_nothing_leaves_but_the_sealed_view(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarding, "find_details", lambda text, **_: ())
    for view in ("public", "partner"):
        with pytest.raises(BadRequest, match="waits for the safety check"):
            case.publish(tmp_path / "out.html", view=view)
    assert not (tmp_path / "out.html").exists()


@pytest.mark.usefixtures("finder")
def test_the_secret_is_outside_the_case(case: Case, tmp_path: Path, home: Path) -> None:
    case.publish(tmp_path / "out.html", view="public")
    key = (home / "redaction-key").read_bytes()
    assert (home / "redaction-key").stat().st_mode & 0o077 == 0
    assert len(key) == 32
    case.close()
    held = [path.read_bytes() for path in (tmp_path / "case").rglob("*") if path.is_file()]
    assert not [data for data in held if key in data or key.hex().encode() in data]


@pytest.mark.usefixtures("finder")
def test_a_pdf_is_read_with_its_metadata(case: Case, tmp_path: Path) -> None:
    made = published(case, tmp_path / "out.pdf", "public")
    held = list(texts_of(made))
    assert any("Dossier" in text for text in held)
    assert any("[name withheld]" in " ".join(text.split()) for text in texts_of(made, guarding._drawn))


@pytest.mark.usefixtures("finder")
@pytest.mark.parametrize("view", ["public", "sealed"])
def test_incidents_are_chosen_by_their_ids_in_the_case_and_the_log_keeps_which(
    case: Case, tmp_path: Path, view: str
) -> None:
    every = case.record().incidents
    assert len(every) > 1
    whole = case.publish(tmp_path / "out.json", view=view)
    made = case.publish(tmp_path / "out.json", view=view, incidents=[every[0].id])
    assert made.sha256 != whole.sha256
    assert made.incidents == (every[0].id,)
    assert [one["act"] for one in json.loads((tmp_path / "out.json").read_text())["incidents"]] == [every[0].act]
    assert case.publish(tmp_path / "out.json", view=view, incidents=[every[0].id]) == made
    assert case.verify().documents == 2


@pytest.mark.usefixtures("finder")
def test_an_incident_that_stays_is_refused_like_one_that_is_not_there(case: Case, tmp_path: Path) -> None:
    border = next(one for one in case.record().documents if one.path.endswith("border.txt"))
    claims = {one.id for one in case.record().claims if one.document == border.id}
    stays = next(one.id for one in case.record().incidents if claims.intersection(one.claims))
    case.desk("Ada Quill").set_handling(border.id, "sealed", reason="asked for")
    for name in (stays, "inc_00000000000000000000"):
        with pytest.raises(BadRequest, match="leaves by this view"):
            case.publish(tmp_path / "out.html", view="public", incidents=[name])
    assert not (tmp_path / "out.html").exists()
