"""The whole way in a browser: documents in, an ask, a letter, a real mail server, an answer, an outcome, a dossier."""

import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from browsing import Served, environment, serving
from conftest import REPOSITORY
from mailserver import Server, running, write_settings
from walking import Complaints, sign_in

pytestmark = pytest.mark.slow

_WORK = 90_000  # milliseconds for the engine to bring a small case up to date on a busy machine
_DESK = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}
REPORTS = {
    "appeal.md": (
        "---\ntitle: Fishermen held\npublisher: Lantern Watch\ndate: 2026-05-05\n---\n\n"
        "Police arrested twelve fishermen in Athens on 3 May 2026, Lantern Watch said.\n\n"
        "Lantern Watch urged the Greek government to release the fishermen.\n"
    ),
    "second.md": (
        "---\ntitle: Arrests at the harbour\npublisher: Harbour Light\ndate: 2026-05-06\n---\n\n"
        "Greek police arrested twelve fishermen in Athens on 3 May 2026.\n\n"
        "The hardliners of the Quay Front called on Greece to arrest the fishermen.\n"
    ),
    # what is wrong in the input: no date, nobody asked, a zone that contradicts the date
    "undated.md": "There must be an independent investigation into the arrests, Harbour Light said.\n",
    "rally.md": (
        "---\ntitle: Rally\npublisher: Harbour Light\ndate: 2026-05-01\n---\n\n"
        "Join the rally in New York on 22 September 2026 at 12:00 EST.\n"
    ),
}
LIST = (
    "name,kind,organisation,state,email,source,checked_on\n"
    "Minister of Harbours,post,Ministry of Harbours,GR,minister@harbours.example,invented,2026-11-01\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """The documents, as files."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Server]:
    """A mail server on this machine, with settings for it in the home of the workbench."""
    (tmp_path / "home").mkdir()
    with running(tmp_path / "home") as server:
        write_settings(tmp_path / "home", server)
        yield server


@pytest.fixture
def served(post: Server, tmp_path: Path) -> Iterator[Served]:
    """A server over a case that holds nothing yet."""
    from clarion.flow.case import Case

    Case.open(tmp_path / "case").close()
    yield from serving(tmp_path / "case", tmp_path / "home")


@pytest.fixture
def page(served: Served, browser: Any) -> Iterator[Any]:
    """A page of the owner, who is in; nothing may be amiss in the browser."""
    context = browser.new_context(**_DESK, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(20_000)
    sign_in(page, served)
    complaints = Complaints()
    complaints.watch(page, served.origin)
    page.clarion = served
    yield page
    context.close()
    assert complaints.lines == []


def go(page: Any, address: str) -> None:
    """Go to an address of the workbench and wait until its parts are there."""
    page.goto(page.clarion.origin + address)
    page.wait_for_load_state("networkidle")


def press(page: Any, name: str) -> None:
    """Press a button that leads to another page, and wait until that is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state("networkidle")


def up_to_date(page: Any) -> None:
    """Wait until the work that follows from what was done is done."""
    go(page, "/")
    page.wait_for_selector("#work:empty", state="attached", timeout=_WORK)


def take_in(page: Any, reports: list[Path]) -> None:
    """Documents in, handled as public, and read."""
    go(page, "/preserve/")
    form = page.locator("#files-form")
    form.locator("input[name=files]").set_input_files([str(path) for path in reports])
    form.locator("details summary").first.click()
    form.locator("select[name=handling]").select_option("public")
    form.get_by_role("button", name="Take in").click()
    page.wait_for_selector("#came .fate")
    up_to_date(page)


def test_an_ask_is_carried_from_the_sentence_to_its_outcome(
    page: Any, reports: list[Path], post: Server, tmp_path: Path
) -> None:
    """In one go, as a person would: each step rests on the one before."""
    take_in(page, reports)
    _what_is_wrong_is_listed(page)
    _an_ask_is_accepted(page)
    _addressees_are_taken_in(page, tmp_path)
    _a_letter_is_written_and_sent(page)
    (got,) = post.got
    assert got.recipients == ("minister@harbours.example",)
    assert "fishermen" in got.text
    assert "12 fishermen" in got.text or "twelve fishermen" in got.text
    _an_answer_comes(page, str(got.message["Message-ID"]), tmp_path)
    dossier = _a_dossier_leaves(page, tmp_path)
    checked = subprocess.run(
        [sys.executable, "-m", "clarion", "verify", str(dossier)],
        env=environment(tmp_path / "another-home"),
        cwd=tmp_path / "elsewhere",
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    case = subprocess.run(
        [sys.executable, "-m", "clarion", "verify", str(page.clarion.case)],
        env=environment(page.clarion.home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert case.returncode == 0, case.stderr


def _what_is_wrong_is_listed(page: Any) -> None:
    """No addressee, no date, a zone that contradicts: listed, none of it decided."""
    go(page, "/respond/lacking/")
    told = page.locator("main").inner_text()
    for line in (
        "Nobody is named to whom it is put",
        "The document has no date",
        "The time zone as written contradicts the date",
        "Somebody asks the same addressee for the opposite",
    ):
        assert line in told, line
    _look(page, "lacking")


def _an_ask_is_accepted(page: Any) -> None:
    go(page, "/respond/")
    page.get_by_role("link", name="release the fishermen").first.click()
    page.wait_for_load_state("networkidle")
    assert "the opposite" in page.locator("main").inner_text()
    _look(page, "ask")
    page.locator(".judge input[name=reason]").fill("the words are theirs")
    page.locator(".judge button[value=accept]").click()
    page.wait_for_selector("text=the words are theirs", state="attached")
    up_to_date(page)


def _addressees_are_taken_in(page: Any, folder: Path) -> None:
    path = folder / "addressees.csv"
    path.write_text(LIST, encoding="utf-8")
    go(page, "/respond/addressees/")
    page.locator("input[name=list]").set_input_files(str(path))
    press(page, "Take in")
    assert page.get_by_text("minister@harbours.example").is_visible()
    _look(page, "addressees")


def _a_letter_is_written_and_sent(page: Any) -> None:
    go(page, "/respond/")
    page.get_by_role("link", name="release the fishermen").first.click()
    page.get_by_role("link", name="Write a letter about it").click()
    page.wait_for_load_state("networkidle")
    page.get_by_label("Addressee").select_option(label="Minister of Harbours, Ministry of Harbours")
    page.get_by_label("Who signs").fill("Ada Quill\nThe Harbour Desk")
    page.get_by_label("Where an answer reaches you").fill("desk@watch.example")
    press(page, "Draft the letter")
    assert "What this letter lacks" in page.locator("#draft").inner_text()
    _look(page, "draft")
    press(page, "Keep the letter")
    _look(page, "kept")
    press(page, "Approve it as it stands")
    page.get_by_role("link", name="Send it by mail …").click()
    page.wait_for_load_state("networkidle")
    shown = page.locator("div.mail").inner_text()
    assert "minister@harbours.example" in shown
    assert "release the fishermen" in shown
    _look(page, "mail")
    press(page, "Send it now")
    assert "wait for an answer" in page.locator("main").inner_text()
    _look(page, "sent")


def _an_answer_comes(page: Any, answered: str, folder: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Office of the Minister <office@harbours.example>", "office@watch.example"
    mail["Subject"], mail["Date"] = "Re: your letter", "Sat, 21 Nov 2026 10:00:00 +0000"
    mail["Message-ID"], mail["In-Reply-To"] = "<answer@harbours.example>", answered
    mail.set_content("The minister has ordered that the fishermen be released.")
    path = folder / "answer.eml"
    path.write_bytes(mail.as_bytes())
    go(page, "/respond/mail/")
    page.locator("input[name=mail]").set_input_files(str(path))
    press(page, "Take in")
    assert "it answers that very mail" in page.locator("main").inner_text()
    _look(page, "came")
    press(page, "Yes, it belongs to this one")
    form = page.locator("form.noting")
    form.locator("select[name=step]").select_option("outcome")
    form.locator("select[name=value]").select_option("favourable")
    form.locator("textarea[name=words]").fill("ordered their release")
    press(page, "Note it")
    assert "it does what was asked" in page.locator("main").inner_text()
    _look(page, "closed")
    go(page, "/respond/outcomes/")
    assert "ordered their release" in page.locator("main").inner_text()
    go(page, "/respond/follow-up/")
    _look(page, "follow-up")


def _a_dossier_leaves(page: Any, folder: Path) -> Path:
    up_to_date(page)
    go(page, "/publish/")
    page.locator("input[name=view][value=public]").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Publish and download").click()
    (folder / "elsewhere").mkdir()
    path = folder / "elsewhere" / "dossier.html"
    download.value.save_as(path)
    assert "fishermen" in path.read_text(encoding="utf-8")
    return path


def _look(page: Any, name: str) -> None:
    """Keep a picture where somebody wants to look at the pages."""
    if (folder := REPOSITORY / "build" / "pictures").is_dir():
        page.screenshot(path=str(folder / f"{name}.png"), full_page=True)
