"""What people can use is written down: commands, options, public names, norms, acts."""

import argparse
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from conftest import REPOSITORY

README_LINES = 150  # style: shorter than this
PAGES = sorted((REPOSITORY / "docs").rglob("*.md"))
ROOMS = ("clarion", "clarion.extract", "clarion.reconcile", "clarion.assess", "clarion.respond", "clarion.publish")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
DOCS = README + "\n".join(page.read_text(encoding="utf-8") for page in PAGES if "_build" not in page.parts)


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command of the command line with its parser."""
    from clarion.cli import _parser

    for action in _parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def has_word(word: str) -> bool:
    """True when the docs name exactly this word."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w])", DOCS) is not None


def test_every_command_is_documented() -> None:
    named = {name for name, _ in commands()}
    assert named
    assert not [name for name in named if f"clarion {name}" not in DOCS]


def test_every_option_is_documented() -> None:
    for name, command in commands():
        for action in command._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help") or has_word(option), f"{name} {option}"


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_is_documented(room: str) -> None:
    public = import_module(room).__all__
    assert public
    assert not [name for name in public if not name.startswith("__") and not has_word(name)]


def test_every_norm_is_documented() -> None:
    from clarion.assess import norms

    assert norms()
    assert not [norm.id for norm in norms() if not has_word(norm.id)]


def test_every_act_of_the_lexicon_is_documented() -> None:
    from clarion.extract.lexicon import load

    assert not [act for act in load().acts if f"| `{act}` |" not in DOCS]


def test_every_act_of_the_documentation_is_in_the_lexicon() -> None:
    from clarion.extract.lexicon import load

    chapter = (REPOSITORY / "docs" / "extract.md").read_text(encoding="utf-8").split("### Acts")[1]
    documented = re.findall(r"^\| `(\w+)` \|", chapter, re.MULTILINE)
    assert documented == list(load().acts)


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < README_LINES


@pytest.mark.parametrize("page", [REPOSITORY / "README.md", *PAGES], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: object) -> None:
    from pathlib import Path

    assert isinstance(page, Path)
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_decision_has_a_number_of_its_own_and_says_it() -> None:
    decisions = sorted((REPOSITORY / "docs" / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert len(set(numbers)) == len(numbers)
    for path, number in zip(decisions, numbers, strict=True):
        assert path.read_text(encoding="utf-8").startswith(f"# {number}. "), path.name


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/threat-model.md"])
def test_every_test_that_a_promise_points_at_exists(page: str) -> None:
    pointed = re.findall(r"`(tests/[\w/.]+)::(\w+)`", (REPOSITORY / page).read_text(encoding="utf-8"))
    assert pointed
    for path, name in pointed:
        source = (REPOSITORY / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", source, re.MULTILINE), f"{path}::{name}"


def test_every_picture_is_shown_with_words_and_every_picture_shown_is_there() -> None:
    """The pictures of the workbench, those that the script makes, those in the docs: the same."""
    script = (REPOSITORY / "scripts" / "screenshots.py").read_text(encoding="utf-8")
    made = set(re.findall(r'^    Picture\("([\w-]+)"', script, re.MULTILINE))
    shown = dict(re.findall(r"!\[([^\]]*)\]\((?:docs/)?screenshots/([\w-]+)\.png\)", DOCS))
    assert made == set(shown.values()) == {path.stem for path in (REPOSITORY / "docs" / "screenshots").iterdir()}
    assert all(len(words) > 20 for words in shown), "a picture says in words what it shows"
