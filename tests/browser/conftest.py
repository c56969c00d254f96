"""A real server over a copy of the sample case, and a real browser, for the journeys of people.

Without Debian's Chromium these tests are skipped, and say so.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import REPOSITORY

CHROMIUM = Path(os.environ.get("CLARION_CHROMIUM", "/usr/bin/chromium"))
# nothing of the browser's own may reach for the network
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)
_PATIENCE = 60  # seconds for a server to start on a busy machine


@dataclass(frozen=True, slots=True)
class Served:
    """A workbench that is being served, and the case behind it."""

    origin: str
    case: Path
    home: Path

    def link(self) -> str:
        """A new one-time address."""
        made = subprocess.run(
            [sys.executable, "-m", "clarion", "serve", str(self.case), "--link"],
            env=_environment(self.home),
            capture_output=True,
            text=True,
            check=True,
        )
        return made.stdout.strip()


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
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield started
        started.close()


def serving(case: Path, home: Path) -> Iterator[Served]:
    """Serve a case until the test is done."""
    process = subprocess.Popen(
        [sys.executable, "-m", "clarion", "serve", str(case), "--port", str(_free_port()), "--no-browser"],
        env=_environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Served(_origin(process), case, home)
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _serving_copy(sample: tuple[Path, Path], folder: Path) -> Iterator[Served]:
    shutil.copytree(sample[0], folder / sample[0].name)
    shutil.copytree(sample[1], folder / "home")
    yield from serving(folder / sample[0].name, folder / "home")


def _origin(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    began, seen = time.monotonic(), ""
    while time.monotonic() - began < _PATIENCE:
        line = process.stdout.readline()
        seen += line
        if line.startswith("http://"):
            return line.strip().partition("/enter/")[0]
        if not line and process.poll() is not None:
            break
    raise AssertionError(f"the server did not start: {seen}")


def _clarion(home: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "clarion", *arguments], env=_environment(home), check=True)


def _environment(home: Path) -> dict[str, str]:
    source = str(REPOSITORY / "src")
    return os.environ | {"CLARION_HOME": str(home), "CLARION_NAME": "Ada", "PYTHONPATH": source}


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
