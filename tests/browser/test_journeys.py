"""What people do, from the first start to the dossier, in a real browser against the real server."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY
from walking import Complaints, sign_in

pytestmark = pytest.mark.slow

SAMPLE = REPOSITORY / "src" / "clarion" / "sample"
_WORK = 60_000  # milliseconds for the engine to bring a small case up to date on a busy machine
_DESK = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}


@pytest.fixture(scope="module")
def written(served_for_writing: Any, browser: Any) -> Iterator[Any]:
    """A page of the owner, who is in, over a sample case that these tests write to."""
    context = browser.new_context(**_DESK, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(20_000)
    sign_in(page, served_for_writing)
    complaints = Complaints()
    complaints.watch(page, served_for_writing.origin)
    page.clarion = served_for_writing
    yield page
    context.close()
    # the browser tells of every answer that is a refusal; a race between two people is one
    assert [line for line in complaints.lines if "409" not in line] == []


def go(page: Any, address: str) -> None:
    """Go to an address of the workbench and wait until its parts are there."""
    page.goto(page.clarion.origin + address)
    page.wait_for_load_state("networkidle")


def judge(page: Any, key: str, reason: str) -> None:
    """Judge what is open by one key, a reason and Enter."""
    page.keyboard.press(key)
    page.wait_for_selector("#judge-dialog[open]")
    if key == "c":
        page.wait_for_selector("#judge-fields select")
        page.locator("#judge-reason").focus()
    page.locator("#judge-reason").fill("")
    page.keyboard.type(reason)
    page.keyboard.press("Enter")
    page.wait_for_selector("#judge-dialog:not([open])", state="attached")


def press(page: Any, button: Any) -> None:
    """Press what leads to another page, and wait until that is there."""
    with page.expect_navigation():
        button.click()
    page.wait_for_load_state("networkidle")


def open_incident(page: Any, words: str) -> None:
    """Open the incident whose title holds some words."""
    go(page, "/reconcile/")
    page.locator("td.title a", has_text=words).first.click()
    page.wait_for_load_state("networkidle")


def up_to_date(page: Any) -> None:
    """Wait until the work that follows from what was done is done."""
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("#work:empty", state="attached", timeout=_WORK)


def test_an_empty_case_says_what_to_do_and_fills_from_files(served_empty: Any, browser: Any) -> None:
    """First start: each place says what to do; files are chosen, progress is shown, claims appear."""
    context = browser.new_context(**_DESK)
    page = context.new_page()
    page.clarion = served_empty
    sign_in(page, served_empty)
    for place in ("/", "/read/", "/extract/", "/reconcile/", "/assess/", "/respond/", "/voices/"):
        go(page, place)
        assert page.locator("main .empty p").first.inner_text().strip(), place
    page.goto(served_empty.origin + "/")
    page.get_by_role("link", name="Take documents in").first.click()
    files = sorted(SAMPLE.glob("2023-10-1*.md"))[:4]
    page.locator("input[name=files]").set_input_files([str(one) for one in files])
    page.locator("#files-form button").click()
    page.wait_for_selector("#came .fate")
    assert page.locator("#came .fate").count() == len(files)
    page.wait_for_selector("#came .chip.s-confirmed", timeout=_WORK)
    page.wait_for_selector("#came .came:not([hx-get])", timeout=_WORK)
    go(page, "/extract/")
    assert page.locator("table.rows tbody tr[data-judge]").count() > 0
    context.close()


def test_ten_claims_are_judged_by_keyboard_alone_and_one_is_taken_back(written: Any) -> None:
    """Accept, correct, reject and unsure by one key each with a reason; next and previous; undo."""
    go(written, "/extract/?judged=no")
    keys = ["a", "a", "r", "u", "a", "a", "r", "u", "a", "a"]
    ids = written.eval_on_selector_all("tr[data-judge]", "rows => rows.slice(0, 10).map(row => row.dataset.judge)")
    written.locator("h1").click()
    for number, key in enumerate(keys):
        written.keyboard.press("j")
        judge(written, key, f"read against the original, {number}")
        written.wait_for_function(
            "id => document.querySelector(`[data-said=\"${id}\"] .chip`).className.indexOf('j-none') < 0",
            arg=ids[number],
        )
    written.keyboard.press("k")
    assert written.evaluate("document.activeElement.value") == ids[8]
    written.locator("#judged form[data-judging] button").click()
    written.wait_for_selector("#judged >> text=Taken back")
    go(written, "/extract/?judged=yes")
    assert written.locator("tr[data-judge]").count() == 9


def test_a_corrected_figure_is_followed_by_its_incident(written: Any) -> None:
    """In the reader c opens the fields of a claim; the incident tells the new figure when the work is done."""
    open_incident(written, "about 100 more")
    incident = written.url
    written.locator("#figures ~ .table th[scope=row] a").first.click()
    written.wait_for_selector(".details")
    written.keyboard.press("c")
    written.wait_for_selector("#judge-fields input[name=best]")
    for name in ("best", "low", "high"):
        written.locator(f"#judge-fields input[name={name}]").fill("120")
    written.locator("#judge-reason").fill("the original says 120")
    written.keyboard.press("Enter")
    written.wait_for_selector("#judge-dialog:not([open])", state="attached")
    written.wait_for_selector("text=As the machine proposed it")
    up_to_date(written)
    written.goto(incident)
    if written.locator("h1", has_text="Not found").count():  # its claims may stand in another incident by now
        open_incident(written, "120")
    assert "120" in written.locator(".figures").first.inner_text()


def test_words_that_the_machine_passed_over_become_a_claim(written: Any) -> None:
    """Words chosen by keyboard, a form, and a claim that is marked as a person's."""
    go(written, "/read/")
    written.locator("table.documents a").first.click()
    written.wait_for_selector("#text")
    before = written.locator("#text .cue").count()
    written.keyboard.press("n")
    written.wait_for_selector("#chosen-bar:not([hidden])")
    for _ in range(3):
        written.keyboard.press("Shift+ArrowRight")
    written.keyboard.press("Enter")
    written.wait_for_selector("#add-dialog[open]")
    written.locator("#add-dialog select[name=act]").select_option("appeal")
    written.locator("#add-dialog input[name=reason]").fill("the headline asks for it")
    press(written, written.locator("#add-dialog button").first)
    assert written.locator("text=added by a person").count() == 1
    assert written.locator("#text .cue").count() >= before


def test_incidents_are_merged_and_a_claim_is_split_off_again(written: Any) -> None:
    """Two incidents that are near become one; a claim that does not belong leaves it."""
    go(written, "/reconcile/")
    incidents = written.eval_on_selector_all("td.title > a", "links => links.map(link => link.getAttribute('href'))")
    for address in incidents:
        go(written, address)
        if written.locator(".neighbours details").count():
            break
    decide = written.locator(".neighbours details").first
    decide.locator("summary").click()
    decide.locator("input[name=reason]").fill("the same bridge on the same day")
    press(written, decide.get_by_role("button", name="They are one"))
    assert written.locator(".message.success").count()
    up_to_date(written)
    open_incident(written, "501")
    off = written.locator(".told details").first
    off.locator("summary").click()
    off.locator("input[name=reason]").fill("tells of another night")
    press(written, off.locator("button"))
    assert written.locator(".message.success").count()
    up_to_date(written)


def test_notes_tags_and_people_stand_on_a_document(written: Any) -> None:
    """A note, a tag and an assignment come in without the page being loaded again; the list finds the tag."""
    go(written, "/read/")
    written.locator("table.documents a").first.click()
    written.get_by_role("link", name="Origin, handling, notes").click()
    marks = written.locator("section.marks")
    marks.locator("input[name=tag]").fill("border")
    marks.get_by_role("button", name="Add", exact=True).click()
    marks.locator(".tag", has_text="border").wait_for()
    marks.get_by_role("button", name="Assign").click()
    marks.locator(".tag", has_text="Ada").wait_for()
    marks.locator("summary", has_text="Add a note").click()
    marks.locator("textarea[name=text]").first.fill("Ask the agency for the recording.")
    marks.get_by_role("button", name="Add as a note").click()
    marks.locator(".note", has_text="recording").wait_for()
    go(written, "/read/?tag=border")
    assert written.locator("table.documents tbody tr").count() == 1
    go(written, "/")
    assert "Nothing is on your list" not in written.locator("main").inner_text()


def test_many_are_judged_at_once_and_taken_back_at_once(written: Any) -> None:
    """Tick three rows, one key, one reason; undo all."""
    go(written, "/extract/?judged=no")
    boxes = written.locator("input[name=about]")
    for number in range(3):
        boxes.nth(number).check()
    ids = [boxes.nth(number).get_attribute("value") for number in range(3)]
    written.keyboard.press("r")
    written.wait_for_selector("#judge-dialog[open]")
    written.locator("#judge-reason").fill("one text, told three times")
    written.keyboard.press("Enter")
    written.wait_for_selector("#judged >> text=3 things judged")
    assert written.locator("tr[data-judge] .j-reject").count() == 3
    written.get_by_role("button", name="Undo all").click()
    written.wait_for_selector("#judged >> text=aken back")
    go(written, "/extract/?judged=no")
    shown = written.eval_on_selector_all("tr[data-judge]", "rows => rows.map(row => row.dataset.judge)")
    assert set(ids) <= set(shown)


def test_a_view_is_kept_and_comes_back(written: Any) -> None:
    """A narrowed list is kept under a name, and the name leads to it."""
    go(written, "/extract/?stance=denied")
    written.locator("details.keep summary").click()
    written.locator("details.keep input[name=name]").fill("Denials")
    press(written, written.locator("details.keep button"))
    go(written, "/extract/")
    press(written, written.locator(".search a", has_text="Denials"))
    assert "stance=denied" in written.url


def test_a_note_that_was_typed_becomes_a_document_with_claims(written: Any) -> None:
    """What somebody told is typed, taken in, read, and found by its words."""
    go(written, "/preserve/")
    form = written.locator("form[action$='/note/']")
    form.locator("input[name=title]").fill("A call from the harbour")
    form.locator("textarea[name=text]").fill("On 3 May 2024 the police of Greece detained 40 weavers in Athens.")
    press(written, form.get_by_role("button", name="Take in"))
    up_to_date(written)
    written.locator("#find-words").fill("weavers")
    with written.expect_navigation():
        written.keyboard.press("Enter")
    assert "A call from the harbour" in written.locator("main").inner_text()
    go(written, "/extract/?words=weavers")
    assert written.locator("tr[data-judge]").count() >= 1


def test_a_dossier_is_published_and_holds_against_its_check(written: Any, tmp_path: Path) -> None:
    """The sealed view is downloaded, stands in the list by its hash, and `clarion verify` agrees."""
    go(written, "/publish/")
    with written.expect_download(timeout=_WORK) as waiting:
        written.get_by_role("button", name="Publish and download").click()
    kept = tmp_path / "dossier.html"
    waiting.value.save_as(kept)
    checked = subprocess.run(
        [sys.executable, "-m", "clarion", "verify", str(kept)], capture_output=True, text=True, env=_environment()
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    go(written, "/publish/")
    assert sha256(kept.read_bytes()).hexdigest() in written.locator("main").inner_text()


def test_two_people_judge_the_same_claim_and_both_words_stand(written: Any, browser: Any) -> None:
    """The second is told before anything is sent, and may send all the same; they are shown as differing."""
    go(written, "/people/")
    written.locator("#name").fill("Bo")
    written.locator("#role").select_option("analyst")
    written.get_by_role("button", name="Add and make a link").click()
    written.locator("#link").wait_for()
    link = written.locator("#link").input_value()
    context = browser.new_context(**_DESK)
    other = context.new_page()
    other.clarion = written.clarion
    other.goto(link)
    for page in (written, other):
        go(page, "/extract/?judged=no")
    claim = other.locator("tr[data-judge]").first.get_attribute("data-judge")
    for page in (other, written):
        page.locator(f"input[value='{claim}']").focus()
    other.keyboard.press("a")
    other.wait_for_selector("#judge-dialog[open]")
    other.wait_for_load_state("networkidle")
    judge(written, "r", "the agency took it back")
    other.locator("#judge-reason").fill("the words are there")
    other.keyboard.press("Enter")
    other.wait_for_selector("#judge-newest >> text=Ada judged this while you were writing")
    other.locator("#judge-dialog button").first.click()
    other.wait_for_selector("#judge-dialog:not([open])", state="attached")
    go(other, f"/read/claim/{claim}/")
    told = other.locator(".details").inner_text()
    assert "Ada" in told
    assert "Bo" in told
    context.close()


def test_language_and_colours_are_chosen_and_somebody_signs_out(written: Any) -> None:
    """Korean and dark stay from page to page; after signing out nothing is shown."""
    go(written, "/")
    written.locator("details.menu summary", has_text="Ada").click()
    written.locator("select[name=language]").select_option("ko")
    written.locator("select[name=theme]").select_option("dark")
    press(written, written.locator(".menu-body form[action='/preferences/'] button"))
    go(written, "/extract/")
    assert written.locator("html").get_attribute("lang") == "ko"
    assert written.locator("html").get_attribute("data-theme") == "dark"
    assert re.search("[가-힣]", written.locator("h1").inner_text())
    written.locator("details.menu summary", has_text="Ada").first.click()
    press(written, written.locator("form[action='/account/sign-out/'] button"))
    assert written.url.endswith("/signed-out/")
    answer = written.request.get(written.clarion.origin + "/extract/", max_redirects=0)
    assert answer.status in (302, 403)


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(REPOSITORY / "src")}
