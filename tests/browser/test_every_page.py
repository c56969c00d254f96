"""Every page in a real browser: no serious hindrance for anybody, no complaint, no request outside."""

from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY
from walking import Complaints, addresses, sign_in

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHAPES = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_hinders_anybody(served: Any, browser: Any, shape: str) -> None:
    """axe-core finds nothing serious, in light and dark, on a desk and on a phone."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed; run: npm ci")
    context = browser.new_context(**SHAPES[shape])
    page = context.new_page()
    sign_in(page, served)
    found = []
    for address in addresses(page, served.origin):
        page.goto(served.origin + address)
        found += [f"{address}: {one}" for one in hindrances(page)]
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")
        found += [f"{address}: wider than the screen"] if wide else []
    context.close()
    assert found == []


@pytest.mark.slow
def test_the_browser_never_complains_and_asks_nobody_else(served: Any, browser: Any) -> None:
    """No error of a script, no breach of the content policy, no request to another host."""
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, served)
    complaints = Complaints()
    complaints.watch(page, served.origin)
    for address in addresses(page, served.origin, of_each=2):
        page.goto(served.origin + address)
        page.wait_for_load_state("networkidle")
    context.close()
    assert complaints.lines == []


def hindrances(page: Any) -> list[str]:
    """What axe-core finds serious or critical on a page."""
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
    )
    return [
        f"{one['id']} {one['nodes'][0]['target']} {one['nodes'][0]['any'][:1] and one['nodes'][0]['any'][0]['message']}"
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
    ]
