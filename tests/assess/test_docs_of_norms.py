"""The chapter names every norm."""

from clarion.assess import norms
from conftest import REPOSITORY


def test_every_norm_stands_in_the_chapter() -> None:
    chapter = (REPOSITORY / "docs" / "assess.md").read_text(encoding="utf-8")
    assert [norm.id for norm in norms() if f"`{norm.id}`" not in chapter] == []


def test_no_file_of_the_room_accuses() -> None:
    folder = REPOSITORY / "src" / "clarion" / "assess"
    for path in sorted(folder.rglob("*.toml")):
        assert "violat" not in path.read_text(encoding="utf-8").lower(), path.name
