"""Somebody takes part in a campaign: the page from a disk, the form on a server, the mail, the button; no scripts."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import mailserver
from clarion.model import Record
from clarion.publish.campaigns import CampaignPage, to_page
from clarion.signups import pages, write_campaign
from clarion.signups.owner import counts
from forms import ADDRESS, CAMPAIGN, wait_for
from mailserver import Server


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, Server]]:
    """A page on the disk, and the server of its form."""
    with mailserver.running(tmp_path) as mail:
        port = mailserver.free_port()
        campaign = replace(CAMPAIGN, address=f"http://127.0.0.1:{port}")
        (tmp_path / "campaign.toml").write_text(write_campaign(campaign), encoding="utf-8")
        page = CampaignPage(
            title=campaign.title,
            language="en",
            record=Record(),
            about=(),
            today="2026-11-22",
            form=pages.form(campaign),
            form_origin=campaign.address,
            style=pages.style(),
            who="Border Watch",
        )
        (tmp_path / "index.html").write_bytes(to_page(page))
        settings = mailserver.write_settings(tmp_path, mail)
        command = [sys.executable, "-m", "clarion", "serve-forms", str(tmp_path), "--port", str(port)]
        process = subprocess.Popen([*command, "--settings", str(settings)], stdout=subprocess.PIPE, text=True)
        try:
            wait_for(lambda: _listens(port), 60)
            yield tmp_path, mail
        finally:
            process.terminate()
            process.wait(20)


def _listens(port: int) -> bool:
    import socket

    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_somebody_takes_part_without_scripts(served: tuple[Path, Server], browser: Any) -> None:
    folder, mail = served
    page = browser.new_context(java_script_enabled=False).new_page()
    complaints: list[object] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((folder / "index.html").as_uri())
    page.get_by_label("Your name").fill("Åsa")
    page.get_by_label("Your e-mail address").fill(ADDRESS)
    page.get_by_label(CAMPAIGN.consent).check()
    page.get_by_role("button", name="Go on").click()
    assert page.locator(".address").inner_text() == ADDRESS
    page.wait_for_timeout(3200)
    page.get_by_role("button", name="Yes, send it").click()
    assert page.get_by_role("heading", name="Look into your mail").is_visible()
    wait_for(lambda: len(mail.got) == 1)
    found = re.search(r"http\S+/confirm/\S+", mail.got[0].text)
    assert found
    page.goto(found[0])
    page.get_by_role("button", name="Yes, it was me").click()
    assert page.get_by_role("heading", name="Thank you").is_visible()
    assert page.context.cookies() == []
    assert complaints == [], "the policy of the pages lets all of it through"
    assert next(counts(folder)).startswith("two-men: 1 take part")
