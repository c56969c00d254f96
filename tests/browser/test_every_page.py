"""Every page in a real browser: no serious hindrance for anybody, no complaint, no request outside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY
from walking import PLACES, Complaints, addresses, sign_in

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SHAPES = {
    "light": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
}
_TABS = 30  # presses of Tab on each place: the frame, and the first things of the place itself
_SHIFT = 0.02  # of the layout; 0.1 is what the makers of browsers call good

_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
# the sum of what moved without anybody having done something, from the page's first moment
_SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 150);
})"""
_OUT_OF_REACH = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex < 0)
  .map((one) => one.outerHTML.slice(0, 120))"""
_FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  if (one === document.body) return null;
  const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  return {seen: seen || one.id === 'main', name: one.outerHTML.slice(0, 120)};
}"""


@pytest.fixture(scope="module")
def walked(served_for_reading: Any, browser: Any) -> Iterator[tuple[Any, list[str], Any]]:
    """A page of somebody who is in, and the addresses to look at."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    sign_in(page, served_for_reading)
    yield page, addresses(page, served_for_reading.origin), served_for_reading
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_hinders_anybody(walked: Any, shape: str) -> None:
    """axe-core finds nothing serious, in light and dark, on a desk and on a phone; nothing is wider than the screen."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed; run: npm ci")
    page, places, served = walked
    page.set_viewport_size(SHAPES[shape]["viewport"])
    page.emulate_media(color_scheme=SHAPES[shape]["color_scheme"])
    rules = ["color-contrast"] if shape == "dark" else None  # the words of a page are the same in the dark
    found = []
    for address in places:
        page.goto(served.origin + address)
        found += [f"{address}: {one}" for one in hindrances(page, rules)]
        found += [f"{address}: wider than the screen"] if page.evaluate(_WIDER) else []
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_the_browser_never_complains_and_asks_nobody_else(walked: Any) -> None:
    """No error of a script, no breach of the content policy, no request to another host; nothing moves by itself."""
    page, places, served = walked
    complaints = Complaints()
    complaints.watch(page, served.origin)
    moved = []
    for address in places:
        page.goto(served.origin + address)
        page.wait_for_load_state("networkidle")
        shift = page.evaluate(_SHIFTED)
        moved += [f"{address}: {shift:.3f}"] if shift >= _SHIFT else []
    assert not complaints.lines, "\n".join(complaints.lines)
    assert not moved, "\n".join(moved)


@pytest.mark.slow
def test_every_place_works_by_keyboard(walked: Any) -> None:
    """Tab reaches what can be pressed, and it is seen where one is."""
    page, _, served = walked
    found = []
    for address in PLACES:
        page.goto(served.origin + address)
        found += [f"{address}: not reached: {one}" for one in page.evaluate(_OUT_OF_REACH)]
        for _ in range(_TABS):
            page.keyboard.press("Tab")
            focused = page.evaluate(_FOCUSED)
            if focused and not focused["seen"]:
                found.append(f"{address}: not seen: {focused['name']}")
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_every_place_can_be_printed_and_read_from_the_right(walked: Any) -> None:
    """On paper there is no navigation; turned round, nothing is wider than the screen."""
    page, places, served = walked
    found = []
    for address in places:
        page.goto(served.origin + address)
        page.emulate_media(media="print")
        shown = page.locator(".bar, .foot, main form button").filter(visible=True).count()
        found += [f"{address}: {shown} parts for the screen on paper"] if shown else []
        page.emulate_media(media="screen")
        page.evaluate("document.documentElement.dir = 'rtl'")
        found += [f"{address}: wider than the screen from right to left"] if page.evaluate(_WIDER) else []
    assert not found, "\n".join(found)


def hindrances(page: Any, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds serious or critical on a page."""
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    asked = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    result = page.evaluate("only => axe.run(document, {runOnly: only, resultTypes: ['violations']})", asked)
    return [
        f"{one['id']} {one['nodes'][0]['target']} {one['nodes'][0]['any'][:1] and one['nodes'][0]['any'][0]['message']}"
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
    ]
