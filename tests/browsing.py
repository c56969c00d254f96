"""A served workbench and a browser, for the tests that drive one with the other."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
            env=environment(self.home),
            capture_output=True,
            text=True,
            check=True,
        )
        return made.stdout.strip()


def launched(*arguments: str) -> Iterator[Any]:
    """A browser without a window, until the test is done."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*QUIET, *arguments])
        yield started
        started.close()


def serving(case: Path, home: Path, *, port: int | None = None, team: str = "") -> Iterator[Served]:
    """Serve a case until the test is done, for a team behind a proxy at an address if one is given."""
    options = ["--port", str(port or free_port()), "--no-browser", *(["--team", team] if team else [])]
    process = subprocess.Popen(
        [sys.executable, "-m", "clarion", "serve", str(case), *options],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Served(_origin(process), case, home)
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _origin(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    began, seen = time.monotonic(), ""
    while time.monotonic() - began < _PATIENCE:
        line = process.stdout.readline()
        seen += line
        if line.startswith(("http://", "https://")):
            return line.strip().partition("/enter/")[0]
        if not line and process.poll() is not None:
            break
    raise AssertionError(f"the server did not start: {seen}")


def environment(home: Path) -> dict[str, str]:
    """What a server or a command is started with."""
    source = str(REPOSITORY / "src")
    return os.environ | {"CLARION_HOME": str(home), "CLARION_NAME": "Ada", "PYTHONPATH": source}


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
