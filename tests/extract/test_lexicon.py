"""The compiled lexicon: the same as the one read from its tables, and passed over when these have changed."""

from pathlib import Path

import pytest

from clarion.extract import lexicon
from clarion.extract.lexicon import GROUPS, build, stored
from clarion.reference import compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the lexicon was compiled."""
    build.compile_lexicon(tmp_path)
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    return tmp_path


def loaded() -> lexicon.Lexicon:
    """What `load` gives, read anew."""
    return lexicon.load.__wrapped__()


def test_the_compiled_lexicon_is_the_one_that_the_tables_give(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = lexicon.parsed()
    monkeypatch.setattr(lexicon, "parsed", lambda: pytest.fail("the compiled file was passed over"))
    read = loaded()
    assert list(read.acts) == list(written.acts)
    assert dict(read.acts) == written.acts
    assert list(read.cues_at) == list(written.cues_at)
    assert dict(read.cues_at) == written.cues_at
    assert all(getattr(read, group) == getattr(written, group) for group in GROUPS)


def test_a_changed_table_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = lexicon.tables()
    changed[-1] += b"\n"
    monkeypatch.setattr(lexicon, "tables", lambda: changed)
    read = stored.kept()
    assert read is not None
    assert stored.unpacked(read, stored.digest_of(changed)) is None
    assert isinstance(loaded().acts, dict)  # read from the tables


def test_changed_code_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = stored.kept()
    assert read is not None
    monkeypatch.setattr(stored, "_CODE", {"clarion.extract": ("cues.py",)})
    assert stored.unpacked(read, stored.digest_of(lexicon.tables())) is None


def test_without_a_compiled_lexicon_the_tables_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    assert stored.kept() is None
    assert isinstance(loaded().acts, dict)


def test_compiling_twice_gives_the_same_bytes(folder: Path) -> None:
    first = stored.kept()
    build.compile_lexicon(folder)
    assert stored.kept() == first
