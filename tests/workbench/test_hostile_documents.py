"""Documents, names and addresses that try to run something on a page: nothing of theirs runs, loads or hides."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clarion.flow.case import Case
from hostile import DOCUMENTS, IMAGE, RLO, SCRIPT, problems_of, taken_in


@pytest.fixture(scope="module")
def hostile(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Case, dict[str, str]]]:
    """A case of hostile documents in place of the sample, and the ids of the documents by name."""
    from clarion.workbench import cases

    with Case.open(tmp_path_factory.mktemp("hostile") / "case") as case:
        names = taken_in(case, DOCUMENTS)
        patch = pytest.MonkeyPatch()
        patch.setattr(cases, "open_case", lambda: case)
        yield case, names
        patch.undo()


@pytest.fixture
def client(hostile: Any, sign_in: Callable[..., Any]) -> Any:
    """The owner."""
    return sign_in("owner")


def pages(hostile: tuple[Case, dict[str, str]]) -> list[str]:
    """Every page of reading and taking in, of every hostile document and claim."""
    case, names = hostile
    found = ["/read/", "/read/?sort=title", "/read/?problem=1", "/preserve/"]
    for name in names.values():
        base = f"/read/{name.removeprefix('sha256:')}/"
        found += [base, f"{base}about/", f"{base}original/", f"{base}add/"]
        found.append(f"/preserve/came/?d={name.removeprefix('sha256:')}")
    for claim in case.record().claims:
        found += [f"/read/claim/{claim.id}/details/", f"/judging/correct/{claim.id}/"]
        found.append(f"/read/{claim.document.removeprefix('sha256:')}/?claim={claim.id}")
    return found


def test_no_page_runs_what_documents_hold(hostile: tuple[Case, dict[str, str]], client: Any) -> None:
    """Stored: words, titles, publishers, names of files, headers."""
    seen = ""
    for address in pages(hostile):
        answer = client.get(address)
        assert answer.status_code == 200, address
        text = answer.content.decode()
        assert problems_of(text) == [], address
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        seen += text
    # the test would pass on empty pages: the hostile words are there, as words
    assert "&lt;script&gt;alert(&#x27;own&#x27;)&lt;/script&gt;" in seen
    assert "&lt;img src=x onerror" in seen


@pytest.mark.parametrize("words", [SCRIPT, IMAGE, '"><svg onload=alert(1)>', "javascript:alert(1)", "{{ 7|add:7 }}"])
def test_no_page_runs_what_addresses_hold(client: Any, hostile: tuple[Case, dict[str, str]], words: str) -> None:
    """Reflected: every parameter that a page reads."""
    document = next(iter(hostile[1].values())).removeprefix("sha256:")
    names = ("words", "voice", "language", "place", "since", "handling", "tag", "judged", "sort", "cursor")
    for name in names:
        assert problems_of(client.get("/read/", {name: words}).content.decode()) == []
    for name in ("claim", "page", "start", "words", "cue", "back"):
        for address in (f"/read/{document}/", f"/read/{document}/original/", f"/read/{document}/add/"):
            answer = client.get(address, {name: words})
            assert problems_of(answer.content.decode()) == [], (address, name)
    for name in ("d", "k", "n"):
        assert problems_of(client.get("/preserve/came/", {name: words}).content.decode()) == []


@pytest.mark.parametrize("name", ["page.html", "mail.eml", "told.txt", "turned.txt"])
def test_an_original_is_shown_as_words_alone_in_a_sandbox(
    client: Any, hostile: tuple[Case, dict[str, str]], name: str
) -> None:
    answer = client.get(f"/read/{hostile[1][name].removeprefix('sha256:')}/original/page/")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "sandbox" in policy
    assert "allow-" not in policy
    text = answer.content.decode()
    assert "arrested" in text
    # its one style is allowed by its hash
    assert [one for one in problems_of(text) if one != "style"] == []
    assert text.count("<style>") == 1
    assert "evil.example" not in text.replace('title="https://evil.example/"', "")


def test_an_original_is_handed_out_as_nothing_that_opens(client: Any, hostile: tuple[Case, dict[str, str]]) -> None:
    for name in hostile[1].values():
        answer = client.get(f"/read/{name.removeprefix('sha256:')}/original/file/")
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert "img" not in answer.headers["Content-Disposition"]


def test_signs_that_turn_or_hide_words_are_shown(client: Any, hostile: tuple[Case, dict[str, str]]) -> None:
    text = client.get(f"/read/{hostile[1]['turned.txt'].removeprefix('sha256:')}/").content.decode()
    assert RLO not in text
    assert ">RLO</span>" in text
    assert ">LRI</span>" in text
    assert "⟨RLO⟩" in client.get("/read/").content.decode() or RLO not in client.get("/read/").content.decode()


def test_hostile_uploads_are_kept_and_named_as_words(client: Any, hostile: Any) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SimpleUploadedFile(f"{IMAGE}.html", b"<p>Police arrested 3 people in Sunmere.<script>x</script></p>")]
    answer = client.post(
        "/preserve/files/", {"files": files, "paths": [f"../../{IMAGE}/x.html"]}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200
    assert problems_of(answer.content.decode()) == []
    held = [document.path for document in hostile[0].record().documents]
    assert not [path for path in held if path.startswith(("/", ".."))]


def test_a_zip_bomb_is_kept_and_not_opened(client: Any, hostile: Any) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"\0" * (260 * 2**20))
    documents = taken_in(hostile[0], {"bomb.docx": held.getvalue()})
    digits = documents["bomb.docx"].removeprefix("sha256:")
    page = client.get(f"/read/{digits}/").content.decode()
    assert "no text" in page
    assert client.get(f"/read/{digits}/original/").status_code == 200


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"]
)
def test_a_form_leads_back_to_pages_of_the_workbench_alone(client: Any, hostile: Any, back: str) -> None:
    claim = hostile[0].record().claims[0].id
    answer = client.post("/judging/", {"about": claim, "verdict": "accept", "reason": SCRIPT, "back": back})
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/"
