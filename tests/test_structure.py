"""The shape of the source: small files, small functions, light imports, seven verbs everywhere."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

SOURCES = sorted((REPOSITORY / "src" / "clarion").rglob("*.py"))
VERBS = ("preserve", "read", "extract", "reconcile", "assess", "respond", "publish")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 5


def ids(path: Path) -> str:
    return str(path.relative_to(REPOSITORY / "src"))


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_no_function_is_long_or_takes_much(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name
            positional = [a.arg for a in node.args.posonlyargs + node.args.args if a.arg not in ("self", "cls")]
            assert len(positional) <= MOST_PARAMETERS, node.name


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_only_flow_catches_everything(path: Path) -> None:
    if "flow" in path.parts:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), node.lineno


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_every_module_and_public_function_says_what_it_promises(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says nothing"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_no_group_of_a_pattern_is_repeated_possessively() -> None:
    """Python 3.11 before 3.11.5 matches such a repeat wrongly (its issue 106052); single characters are safe."""
    repeated = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
    found = [f"{ids(path)}:{number}" for path in SOURCES for number, line in _lines(path) if repeated.search(line)]
    assert not found
    assert repeated.search(r"(?:a,)*+b")


def _lines(path: Path) -> list[tuple[int, str]]:
    return list(enumerate(path.read_text(encoding="utf-8").splitlines(), 1))


def test_the_seven_verbs_are_packages_functions_commands_and_chapters() -> None:
    from clarion import flow
    from clarion.cli import _parser as parser

    commands = parser().format_help()
    for verb in VERBS:
        assert (REPOSITORY / "src" / "clarion" / verb / "__init__.py").is_file()
        assert (REPOSITORY / "docs" / f"{verb}.md").is_file()
        assert hasattr(flow.Case, verb)
        assert verb in commands


def test_reading_alone_loads_neither_flow_nor_the_database_nor_django() -> None:
    code = (
        "import sys; from clarion.extract import find_dates; find_dates('On 3 May 2001.', written_on=None);"
        "heavy = {'clarion.flow', 'clarion.store', 'sqlalchemy', 'django', 'cryptography'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_in_the_repository_names_a_machine_path_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    needles = [
        b"/" + b"work/",
        b"/" + b"root/",
        b"pypi." + b"org",
        b"python" + b"hosted",
        b"registry." + b"npmjs",
        b"debian." + b"org",
    ]
    for name in listed.stdout.splitlines():
        path = REPOSITORY / name
        data = path.read_bytes() if path.is_file() else b""
        assert not [needle for needle in needles if needle in data], name
