"""What people do, in a real browser: judge by keyboard, publish and verify, choose a language, sign out."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from walking import sign_in

KEYS = {"a": "accept", "r": "reject", "u": "unsure"}


@pytest.mark.slow
def test_claims_are_judged_by_keyboard_and_a_dossier_is_published_and_verified(
    served: Any, browser: Any, tmp_path: Path
) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    sign_in(page, served)
    _judge_by_keyboard(page, served.origin)
    dossier = _publish(page, served.origin, tmp_path)
    checked = subprocess.run(
        [sys.executable, "-m", "clarion", "verify", str(dossier)], capture_output=True, text=True, check=False
    )
    context.close()
    assert checked.returncode == 0, checked.stderr


@pytest.mark.slow
def test_language_and_colours_are_kept_and_signing_out_ends_it(served: Any, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, served)
    page.click("details.menu > summary")
    page.select_option("select[name=language]", "ko")
    page.select_option("select[name=theme]", "dark")
    page.click(".menu-body form[action='/preferences/'] button")
    page.goto(served.origin + "/reconcile/")
    assert page.get_attribute("html", "lang") == "ko"
    assert page.get_attribute("html", "data-theme") == "dark"
    assert "강제 송환" in page.inner_text("main")
    page.click("details.menu > summary")
    page.click(".menu-body form[action='/account/sign-out/'] button")
    page.wait_for_load_state("load")
    answer = page.request.get(served.origin + "/read/", max_redirects=0)
    context.close()
    assert answer.status in (302, 403)


def _judge_by_keyboard(page: Any, origin: str) -> None:
    """Three words with the keys of the reader alone, each with a reason."""
    page.goto(f"{origin}/read/?sort=claims")
    found = page.request.get(f"{origin}/api/claims").json()["items"]
    documents = [one["claim"]["document"] for one in found]
    most = max(set(documents), key=documents.count)
    page.goto(f"{origin}/read/{most.removeprefix('sha256:')}/")
    before = _judged(page, origin)
    for key in KEYS:
        page.keyboard.press("x")  # the next claim that is not judged
        page.wait_for_timeout(300)
        page.keyboard.press(key)
        page.wait_for_selector("dialog[open]")
        page.keyboard.type(f"seen in the text, {KEYS[key]}")
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog[open]", state="detached")
        page.wait_for_timeout(300)
    assert _judged(page, origin) == before + min(len(KEYS), documents.count(most))


def _judged(page: Any, origin: str) -> int:
    found = page.request.get(f"{origin}/api/claims?size=200").json()["items"]
    return sum(1 for one in found if one["said"]["verdict"])


def _publish(page: Any, origin: str, folder: Path) -> Path:
    page.goto(f"{origin}/publish/")
    with page.expect_download() as started:
        page.click("form[action='/publish/now/'] button:not([formaction])")
    path = folder / "dossier.html"
    started.value.save_as(path)
    return path
