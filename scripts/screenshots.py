"""Pictures of the workbench for its documentation: `python scripts/screenshots.py [--into FOLDER] [--only NAME ...]`.

Serves the sample case to Debian's Chromium, goes to each place and keeps what a person sees there as
`docs/screenshots/NAME.png`, 1280 by 900 in light colours, with a palette so that each stays small.
Needs playwright and Pillow, both of the group `dev`.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("CLARION_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
COLOURS = 96  # few enough for a small file, enough for letters with soft edges on five washes
LARGEST = 150_000  # bytes of one picture


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: where to go, what to do there first, and in which shape."""

    name: str
    address: str
    ready: Callable[[Page], None] = lambda page: None
    scheme: str = "light"
    phone: bool = False


def _first(where: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        page.locator(where).first.click()
        page.wait_for_load_state("networkidle")

    return go


def _reader(page: Page) -> None:
    _first("main table a:has-text('missionaries')")(page)
    for _ in range(2):
        page.keyboard.press("j")
        page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)  # the text glides to the claim


def _letter(page: Page) -> None:
    _first("main a:has-text('safe passage')")(page)
    page.get_by_role("link", name="Write a letter about it").click()
    page.select_option("select[name=addressee]", "adr_cn-embassy-gb")
    page.get_by_role("button", name="Draft the letter").click()
    page.wait_for_load_state("networkidle")
    page.locator("#draft").evaluate("draft => draft.scrollIntoView()")


def _intervention(page: Page) -> None:
    _letter(page)
    page.get_by_role("button", name="Keep the letter").click()
    page.wait_for_load_state("networkidle")


def _map(page: Page) -> None:
    page.wait_for_selector(".leaflet-interactive, .leaflet-marker-icon", timeout=10_000)
    page.wait_for_timeout(600)


PICTURES = (
    Picture("start", "/"),
    Picture("preserve", "/preserve/"),
    Picture("documents", "/read/"),
    Picture("reader", "/read/", _reader),
    Picture("claims", "/extract/"),
    Picture("incidents", "/reconcile/"),
    Picture("map", "/reconcile/map/", _map),
    Picture("time", "/reconcile/time/"),
    Picture("incident", "/reconcile/", _first("main td.title a:has-text('501')")),
    Picture("finding", "/assess/", _first("main .rows tbody a, main table tbody a")),
    Picture("findings", "/assess/"),
    Picture("board", "/respond/board/"),
    Picture("letter", "/respond/", _letter),
    Picture("intervention", "/respond/", _intervention),
    Picture("publish", "/publish/"),
    Picture("voices", "/voices/repeats/"),
    Picture("log", "/log/"),
    Picture("search", "/search/?words=returned"),
    Picture("incident-dark", "/reconcile/", _first("main td.title a:has-text('501')"), scheme="dark"),
    Picture("claims-phone", "/extract/", phone=True),
)


def main() -> int:
    """Take the pictures; 1 when one of them is larger than it may be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--only", nargs="*", help="names of pictures; all of them when left out")
    parser.add_argument("--case", type=Path, help="a case to show instead of a new sample case")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    chosen = [one for one in PICTURES if not options.only or one.name in options.only]
    too_large = 0
    with tempfile.TemporaryDirectory() as home, served(Path(home), options.case) as link:
        for name, drawn in taken(link, chosen):
            (options.into / f"{name}.png").write_bytes(drawn)
            too_large += len(drawn) > LARGEST
            print(f"{name:16} {len(drawn) // 1000:4} kB{'  too large' if len(drawn) > LARGEST else ''}")
    return 1 if too_large else 0


@contextmanager
def served(home: Path, case: Path | None) -> Iterator[str]:
    """The one-time address of a server over the sample case, until the pictures are taken."""
    environment = os.environ | {"CLARION_HOME": str(home / "home"), "CLARION_NAME": "Ada"}
    clarion = [sys.executable, "-m", "clarion"]
    if case is None:
        subprocess.run([*clarion, "demo", str(home / "demo"), "--no-serve"], env=environment, check=True)
        (case,) = [path for path in (home / "demo").iterdir() if path.is_dir()]
    process = subprocess.Popen(
        [*clarion, "serve", str(case), "--port", "0", "--no-browser"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield next(line.strip() for line in process.stdout if line.startswith("http://"))
    finally:
        process.terminate()
        process.wait(timeout=60)


def taken(link: str, pictures: list[Picture]) -> Iterator[tuple[str, bytes]]:
    """The name and the PNG of each picture."""
    origin = link.partition("/enter/")[0]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=QUIET,
            env=os.environ | {"LANGUAGE": "en_GB"},  # fields for days show the day first
        )
        context = browser.new_context(viewport=DESK, locale="en-GB", timezone_id="UTC")  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(link)
        for picture in pictures:
            page.set_viewport_size(PHONE if picture.phone else DESK)  # type: ignore[arg-type]
            page.emulate_media(color_scheme=picture.scheme)  # type: ignore[arg-type]
            page.goto(origin + picture.address)
            page.wait_for_load_state("networkidle")
            picture.ready(page)
            yield picture.name, _small(page.screenshot())
        browser.close()


def _small(png: bytes) -> bytes:
    """The same picture with a palette."""
    image: Any = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    kept = io.BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


if __name__ == "__main__":
    sys.exit(main())
