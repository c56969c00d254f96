"""A small case made by hand, so that the store is tested without an engine."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clarion.model import Claim, Document, StanceKind, claim_id, document_id
from clarion.store import work
from clarion.store.folder import CaseFolder
from clarion.store.sightings import Sighting
from clarion.store.state import Run
from clarion.store.work import Arrival, Found, Versions

VERSIONS = Versions("engine-1", "reference-1")
TEXTS = {
    "harbour.txt": "Two people were held at the harbour of Quellwater on 3 May.",
    "border.txt": "Guards sent nine families back across the river Ammer.",
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of the test's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLARION_HOME", str(folder))
    monkeypatch.setenv("CLARION_NAME", "Test Person")
    return folder


@pytest.fixture
def fill() -> Callable[[CaseFolder, dict[str, str]], None]:
    """Take texts in, read them and give each one claim: its first two words."""

    def fill_case(case: CaseFolder, texts: dict[str, str]) -> None:
        with case.working():
            state = case.state()
            documents = [
                Document(document_id(text.encode()), path, "text/plain", text=text) for path, text in texts.items()
            ]
            arrivals = [
                Arrival(one.id, (one.text or "").encode(), Sighting(False, one.path, None)) for one in documents
            ]
            work.take_in(case, state, arrivals)
            with case.writing() as writing:
                work.keep_texts(writing, state, documents, VERSIONS)
            found = [Found(one.id, (_claim(one),)) for one in documents]
            with case.writing() as writing:
                work.keep_claims(writing, state, found, VERSIONS)
            with case.writing() as writing:
                run = Run("engine-1", "reference-1", "inputs", "", work.scope_now(writing.connection))
                work.keep_run(writing, state, "reconcile", run, [[], []])

    return fill_case


@pytest.fixture
def case(tmp_path: Path, fill: Callable[[CaseFolder, dict[str, str]], None]) -> Iterator[CaseFolder]:
    """A case with two documents that were read and searched."""
    opened = CaseFolder.open(tmp_path / "case", create=True)
    fill(opened, TEXTS)
    yield opened
    opened.close()


def _claim(document: Document) -> Claim:
    text = document.text or ""
    end = text.index(" ", text.index(" ") + 1)
    claim = Claim(
        claim_id(document.id, (0, end), "detention", 0),
        document.id,
        (0, end),
        text[:end],
        (0, end),
        "detention",
        StanceKind.ASSERTED,
    )
    return replace(claim, method="rule:test/1")
