"""A real server over a copy of the sample case, and a real browser, for the journeys of people.

Without Debian's Chromium these tests are skipped, and say so.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import CHROMIUM, Served, environment, launched, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip every test of a browser where there is none."""
    here = Path(__file__).parent
    if not CHROMIUM.exists():
        for item in items:
            if here in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=f"no browser at {CHROMIUM}; install Debian's chromium"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample case and the home that it was made with."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("sample")
    _clarion(home, "demo", str(folder), "--no-serve")
    (case,) = [path for path in folder.iterdir() if path.is_dir()]
    return case, home


@pytest.fixture
def served(sample: tuple[Path, Path], tmp_path: Path) -> Iterator[Served]:
    """A server over a fresh copy of the sample case."""
    yield from _serving_copy(sample, tmp_path)


@pytest.fixture(scope="session")
def served_for_reading(sample: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over a copy of the sample case that tests only look at."""
    yield from _serving_copy(sample, tmp_path_factory.mktemp("looked-at"))


@pytest.fixture(scope="module")
def served_for_writing(sample: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over a copy of the sample case that the tests of one module write to, one after the other."""
    yield from _serving_copy(sample, tmp_path_factory.mktemp("written-to"))


@pytest.fixture
def served_empty(tmp_path: Path) -> Iterator[Served]:
    """A server over a case that holds nothing yet."""
    from clarion.flow.case import Case

    Case.open(tmp_path / "new-case").close()
    yield from serving(tmp_path / "new-case", tmp_path / "home")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A browser without a window.

    It ends with its module: while it runs, an event loop runs in this thread, in which Django refuses to work.
    """
    yield from launched()


def _serving_copy(sample: tuple[Path, Path], folder: Path) -> Iterator[Served]:
    shutil.copytree(sample[0], folder / sample[0].name)
    shutil.copytree(sample[1], folder / "home")
    yield from serving(folder / sample[0].name, folder / "home")


def _clarion(home: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "clarion", *arguments], env=environment(home), check=True)
