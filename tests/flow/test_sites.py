"""A case as a site: made from what a view may see, read back, put in place as a whole, and checked by strangers."""

import hashlib
import re
import zipfile
from pathlib import Path

import pytest

from clarion.flow import Case, guarding, sites
from clarion.flow.dossiers import verify_dossier
from clarion.model import Detail, DetailKind
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.publish.safety import texts_of
from clarion.publish.site import NAME

TEXTS = {
    "Tamsin-Oduya.txt": (
        "Lantern Watch\n\nQuellwater, 4 May 2023\n\nPolice arrested Tamsin Oduya and two fishermen in Athens on 3 May"
        " 2023, Lantern Watch said. Call +30 210 555 0187.\n"
    ),
    "border.txt": (
        "Guards sent about 90 refugees back from Greece to Turkey on 5 May 2023, TAMSIN ODUYA told a relative.\n"
        "Join the rally in Athens on 9 May 2023 at 13:00.\n"
    ),
    "inside.txt": "Soldiers burned the village of Quellwater on 7 May 2023, a guard said.\n",
}
PLANTED = re.compile(r"Tamsin Oduya|TAMSIN ODUYA|Mirelle Okafor-Brandt")
CONTACT = re.compile(r"\+?[\d ]{10,}|\S+@\S+")
GONE = ("tamsin", "oduya", "555 0187", "5550187", "ada quill", "raw-notes", "quellwater", "secret-case")


def by_hand(text: str, *, language: object, claims: object, document: object) -> tuple[Detail, ...]:
    people = [Detail(document, one.span(), DetailKind.PERSON, "by hand") for one in PLANTED.finditer(text)]  # type: ignore[arg-type]
    return (*people, *(Detail(document, one.span(), DetailKind.CONTACT, "by hand") for one in CONTACT.finditer(text)))  # type: ignore[arg-type]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case of two reports for the public and one for nobody, taken in by Ada Quill."""
    monkeypatch.setattr(guarding, "find_details", by_hand)
    guarding._FOUND.clear()
    monkeypatch.setenv("CLARION_NAME", "Ada Quill")
    reports = tmp_path / "raw-notes"
    reports.mkdir()
    for name, text in TEXTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    made = Case.open(tmp_path / "secret-case")
    made.preserve([reports / "Tamsin-Oduya.txt", reports / "border.txt"], given={"handling": "public"})
    made.preserve([reports / "inside.txt"])
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_nothing_withheld_stands_in_any_file_or_its_name(case: Case, tmp_path: Path) -> None:
    case.publish(f"{tmp_path}/out/", view="public")
    held = contents(tmp_path / "out")
    assert {"index.html", "search-index.js", "feed.xml", "data/record.json", NAME} <= set(held)
    for path, made in held.items():
        for text in (path, *texts_of(made)):
            # the place of the dateline stays where the public document says it; the one that stays does not leave
            found = [words for words in GONE if words in text.lower() and words != "quellwater"]
            assert not found, path
        assert b"burned" not in made, path


def test_nothing_withheld_stands_in_a_site_in_korean(case: Case, tmp_path: Path) -> None:
    case.publish(f"{tmp_path}/ko/", view="public", language="ko")
    for path, made in contents(tmp_path / "ko").items():
        told = [words for text in (path, *texts_of(made)) for words in GONE if words in text.lower()]
        assert set(told) <= {"quellwater"}, path
    assert '<html lang="ko">' in (tmp_path / "ko" / "incidents.html").read_text(encoding="utf-8")
    assert verify_dossier(tmp_path / "ko")
    with pytest.raises(BadRequest, match="no language"):
        case.publish(f"{tmp_path}/tlh/", view="public", language="tlh")


def test_what_would_leave_by_mistake_stops_everything(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clarion.publish.site import SiteFile

    made = sites.site_of

    def leaking(*args: object, **more: object) -> tuple[SiteFile, ...]:
        return (SiteFile("source/x.html", b"<p>ask <b>Tamsin</b> Oduya</p>"), *made(*args, **more))  # type: ignore[arg-type]

    monkeypatch.setattr(sites, "site_of", leaking)
    with pytest.raises(BadRequest, match="nothing was published"):
        case.publish(f"{tmp_path}/out/", view="public")
    monkeypatch.setattr(sites, "site_of", lambda *a, **m: (SiteFile("source/oduya-tamsin.html", b"x"), *made(*a, **m)))
    with pytest.raises(BadRequest, match="nothing was published"):
        case.publish(f"{tmp_path}/out/", view="public")
    assert not (tmp_path / "out").exists()


def test_a_site_verifies_as_folder_manifest_and_zip_until_a_byte_is_changed(case: Case, tmp_path: Path) -> None:
    published = case.publish(f"{tmp_path}/out/", view="public")
    zipped = case.publish(tmp_path / "out.zip", view="public")
    for place, one in (("out", published), (f"out/{NAME}", published), ("out.zip", zipped)):
        told = "\n".join(verify_dossier(tmp_path / place))
        assert one.sha256 in told
        assert "public view" in told
    with pytest.raises(BrokenSeal, match="does not print the head"):
        verify_dossier(tmp_path / "out", head="ff" * 8)
    page = tmp_path / "out" / "map.html"
    page.write_bytes(page.read_bytes() + b" ")
    with pytest.raises(BrokenSeal, match=r"map\.html was changed"):
        verify_dossier(tmp_path / "out")
    page.unlink()
    with pytest.raises(BrokenSeal, match=r"map\.html is missing"):
        verify_dossier(tmp_path / "out")


def test_the_log_knows_the_digest_of_the_manifest(case: Case, tmp_path: Path) -> None:
    published = case.publish(f"{tmp_path}/out/", view="public")
    assert published.sha256 == hashlib.sha256((tmp_path / "out" / NAME).read_bytes()).hexdigest()
    assert published.withheld > 0
    assert case.verify().entries > 0


def test_an_unchanged_case_leaves_its_site_as_it_is(case: Case, tmp_path: Path) -> None:
    first = case.publish(f"{tmp_path}/out/", view="public")
    before = contents(tmp_path / "out")
    assert case.publish(f"{tmp_path}/out/", view="public") == first
    assert contents(tmp_path / "out") == before
    (tmp_path / "out" / "index.html").unlink()
    assert case.publish(f"{tmp_path}/out/", view="public") != first
    assert (tmp_path / "out" / "index.html").is_file()


def test_a_new_edition_removes_pages_that_are_gone_and_keeps_what_others_put_there(case: Case, tmp_path: Path) -> None:
    case.publish(f"{tmp_path}/out/", view="public")
    out = tmp_path / "out"
    before = set(contents(out))
    (out / "CNAME").write_text("site.example")
    (out / ".git").mkdir()
    (out / ".git" / "config").write_text("x")
    (out / "incident" / "notes.txt").write_text("mine")
    erased = next(one for one in case.record().documents if one.path.endswith("border.txt"))
    case.erase(erased.path, "asked for")
    for verb in ("reconcile", "assess", "respond"):
        getattr(case, verb)()
    case.publish(f"{out}/", view="public")
    after = set(contents(out))
    gone = {path for path in before - after if path.startswith(("incident/", "source/"))}
    assert gone
    assert {"CNAME", ".git/config", "incident/notes.txt"} <= after
    assert not any(b"about 90 refugees" in made for made in contents(out).values())
    assert "note: CNAME is not of this publication" in verify_dossier(out)
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".out")]


def test_a_site_takes_no_place_that_holds_something_else(case: Case, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    with pytest.raises(BadRequest, match="something else"):
        case.publish(f"{tmp_path}/mine/", view="public")
    with pytest.raises(BadRequest, match="something else"):
        case.publish(f"{tmp_path}/secret-case/", view="public")
    with pytest.raises(BadRequest, match="is no folder"):
        case.publish(f"{tmp_path}/nowhere/out/", view="public")
    with pytest.raises(BadRequest, match="is made for the public"):
        case.publish(f"{tmp_path}/out/", view="sealed")
    case.publish(f"{tmp_path}/out/", view="public")
    with pytest.raises(BadRequest, match="site of the public view"):
        case.publish(f"{tmp_path}/out/", view="partner")
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"


def test_a_zip_holds_the_same_files_and_no_times(case: Case, tmp_path: Path) -> None:
    case.publish(f"{tmp_path}/out/", view="public")
    case.publish(tmp_path / "out.zip", view="public")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert set(packed.namelist()) == set(contents(tmp_path / "out"))
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_site_about_some_incidents_holds_no_page_of_another(case: Case, tmp_path: Path) -> None:
    case.publish(f"{tmp_path}/all/", view="public")
    chosen = next(one for one in case.record().incidents if one.act == "forced_return")
    publication = case.publish(f"{tmp_path}/one/", view="public", incidents=[chosen.id])
    assert publication.incidents == (chosen.id,)
    (page,) = (tmp_path / "one" / "incident").iterdir()
    assert len(list((tmp_path / "all" / "incident").iterdir())) > 1
    assert "chosen for these pages" in (tmp_path / "one" / "index.html").read_text()
    assert chosen.id not in page.name
