"""Taking documents in: files with what is said of them, notes, spreadsheets, and what became of them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clarion.flow.case import Case

SHEET = b"Day,Where,What happened,Phone\n2024-05-03,Sunmere,Police arrested 40 people,555\n"


@pytest.fixture(scope="module")
def case(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """An empty case in place of the sample."""
    from clarion.workbench import cases

    with Case.open(tmp_path_factory.mktemp("coming") / "case") as made:
        patch = pytest.MonkeyPatch()
        patch.setattr(cases, "open_case", lambda: made)
        yield made
        patch.undo()


def upload(name: str, content: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, content)


def test_an_empty_case_says_what_to_do(sign_in: Callable[..., Any], case: Case) -> None:
    assert "Choose files above" in sign_in("editor").get("/preserve/").content.decode()
    assert "An editor of this case" in sign_in("analyst").get("/preserve/").content.decode()
    assert "No documents yet." in sign_in("analyst").get("/read/").content.decode()


def test_files_come_in_with_what_is_said_of_them(sign_in: Callable[..., Any], case: Case) -> None:
    given = {"provider": "Shore Network", "consent": "to count", "handling": "partner", "named": "analyst, reader"}
    files = [upload("a.txt", b"Police arrested 40 people in Sunmere."), upload("b.txt", b"Troops killed 12 villagers.")]
    answer = sign_in("editor").post("/preserve/files/", given | {"files": files, "paths": ["far/a.txt", "far/b.txt"]})
    assert answer.status_code == 303
    came = sign_in("editor").get(answer.headers["Location"]).content.decode()
    assert "2 new documents" in came
    page = case.desk("editor").documents().items
    assert {row.document.path for row in page} == {"far/a.txt", "far/b.txt"}
    assert {(row.handling, row.provider, row.brought_by) for row in page} == {("partner", "Shore Network", "editor")}


def test_what_was_there_already_is_said(sign_in: Callable[..., Any], case: Case) -> None:
    form = {"files": [upload("again.txt", b"Police arrested 40 people in Sunmere.")]}
    answer = sign_in("editor").post("/preserve/files/", form, follow=True)
    assert "1 was there already, byte for byte" in answer.content.decode()


def test_what_cannot_be_taken_is_said_with_its_reason(sign_in: Callable[..., Any], case: Case) -> None:
    answer = sign_in("editor").post("/preserve/files/", {"files": [upload("empty.txt", b"")]})
    assert "1 could not be taken in:" in answer.content.decode()
    assert sign_in("editor").post("/preserve/files/", {}, headers={"HX-Request": "true"}).status_code == 400


def test_what_somebody_told_becomes_a_document(sign_in: Callable[..., Any], case: Case) -> None:
    note = {"title": "Told at the mill", "text": "They took my cousin on 3 May.", "written_on": "2024-05-09"}
    assert sign_in("editor").post("/preserve/note/", note).status_code == 303
    refused = sign_in("editor").post("/preserve/note/", note | {"title": "", "text": "kept while mended"})
    assert refused.status_code == 400
    assert "kept while mended" in refused.content.decode()


def test_the_columns_of_a_sheet_are_mapped_before_it_is_taken_in(sign_in: Callable[..., Any], case: Case) -> None:
    client = sign_in("editor")
    number = len(case.desk("editor").documents().items)
    asked = client.post("/preserve/sheet/", {"sheet": upload("list.csv", SHEET)}, headers={"HX-Request": "true"})
    text = asked.content.decode()
    assert 'name="column-Where"' in text
    assert '<option value="place" selected>' in text
    assert len(case.desk("editor").documents().items) == number  # nothing is kept yet
    columns = {"column-Day": "date", "column-Where": "place", "column-What happened": "what", "column-Phone": ""}
    taken = client.post("/preserve/sheet/", {"sheet": upload("list.csv", SHEET), "step": "take", "name": ""} | columns)
    assert taken.status_code == 303, taken.content.decode()
    none = client.post(
        "/preserve/sheet/", {"sheet": upload("l.csv", SHEET), "step": "take"}, headers={"HX-Request": "true"}
    )
    assert none.status_code == 400


@pytest.mark.parametrize("role", ["reader", "analyst"])
@pytest.mark.parametrize("address", ["files", "note", "sheet"])
def test_readers_and_analysts_take_nothing_in(sign_in: Callable[..., Any], case: Case, role: str, address: str) -> None:
    assert sign_in(role).post(f"/preserve/{address}/").status_code == 403
