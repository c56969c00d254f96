"""A published site in a real browser, opened from a folder: it searches, asks nobody, and hinders nobody."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHAPES = {"desk": ({"width": 1280, "height": 900}, "light"), "phone": ({"width": 390, "height": 844}, "dark")}
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


@pytest.fixture(scope="module")
def site(sample: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public site of the sample case."""
    from clarion.flow import Case

    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(sample[0], folder / "case")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLARION_HOME", str(sample[1]))
        with Case.open(folder / "case", create=False) as case:
            case.publish(f"{folder}/site/", view="public")
    return folder / "site"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that keeps what the browser complained of."""
    context = browser.new_context()
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("request", lambda one: None if one.url.startswith("file:") else opened.complaints.append(one.url))
    yield opened
    context.close()


def test_a_reader_searches_a_site_on_a_disk_and_finds(site: Path, page: Any) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_label("Search").fill("Changbai")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=Changbai")
    page.get_by_role("status").filter(has_text="result").wait_for()
    page.locator("#found a").first.click()
    page.wait_for_url("**/incident/inc_*.html")
    assert "Changbai" in page.inner_text("main")
    page.get_by_role("link", name="Search").click()
    page.get_by_label("Words, or how they begin").fill("no-such-word-anywhere")
    page.get_by_text("Nothing was found.").wait_for()
    assert page.complaints == []


def test_a_claim_leads_to_its_words_and_back(site: Path, page: Any) -> None:
    page.goto((site / "incidents.html").as_uri())
    page.locator("table a").first.click()
    number = page.locator(".c-no").first.inner_text()
    page.locator(".c-no").first.click()
    page.wait_for_url("**/source/*.html#at-clm_*")
    back = page.locator(":target")
    assert back.inner_text() == number
    back.click()
    page.wait_for_url("**/incident/*.html#clm_*")
    assert page.complaints == []


def test_without_scripts_all_but_the_search_is_there(site: Path, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search.html").as_uri())
    assert "needs JavaScript" in page.inner_text("main")
    page.goto((site / "map.html").as_uri())
    assert page.locator("svg.wide").is_visible()
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_of_a_site_hinders_anybody(site: Path, browser: Any, shape: str) -> None:
    """axe-core finds nothing serious in any kind of page; nothing is wider than the screen."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed; run: npm ci")
    viewport, scheme = SHAPES[shape]
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    largest = [max((site / part).iterdir(), key=lambda one: one.stat().st_size) for part in ("incident", "source")]
    found = []
    for path in [*sorted(site.glob("*.html")), *largest]:
        page.goto(path.as_uri())
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
        found += [f"{path.name}: {one['impact']} {one['id']}" for one in result["violations"]]
        found += [f"{path.name}: wider than the screen"] if page.evaluate(_WIDER) else []
    context.close()
    assert not found, "\n".join(found)
