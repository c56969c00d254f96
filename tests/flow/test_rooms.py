"""The seven verbs are the seven packages, the seven functions of flow and the seven commands."""

import inspect
from pathlib import Path

import pytest

import clarion
from clarion import flow
from clarion.cli import _parser

VERBS = ("preserve", "read", "extract", "reconcile", "assess", "respond", "publish")
PACKAGE = Path(clarion.__file__).parent
DOCS = PACKAGE.parent.parent / "docs"


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_a_package_a_function_a_method_and_a_command(verb: str) -> None:
    """One word for one thing, everywhere."""
    assert (PACKAGE / verb / "__init__.py").is_file()
    assert inspect.isfunction(getattr(flow, verb))
    assert inspect.isfunction(getattr(flow.Case, verb))
    assert verb in _commands()


def test_the_methods_stand_in_the_order_of_the_work() -> None:
    """Whoever reads `Case` reads the story."""
    methods = [name for name in vars(flow.Case) if name in VERBS]
    assert methods == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_a_chapter(verb: str) -> None:
    """The documentation has a page for each."""
    if not DOCS.is_dir():
        pytest.skip("only in the repository")
    assert (DOCS / f"{verb}.md").is_file()


def test_every_command_and_option_is_documented() -> None:
    """A command that nobody wrote about is not done."""
    if not DOCS.is_dir():
        pytest.skip("only in the repository")
    page = (DOCS / "command-line.md").read_text(encoding="utf-8")
    for name, parser in _commands().items():
        assert f"clarion {name}" in page, name
        for option in parser._option_string_actions:
            assert option in page or option in ("-h", "--help"), f"{name} {option}"


def _commands() -> dict:
    return dict(next(action for action in _parser()._actions if action.choices).choices)
