"""Documents that mean harm: their titles, names and words are shown as letters on the pages of what they tell."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

SignIn = Callable[..., Any]
_TITLE = '<script>alert("t")</script>\u202e<img src=x onerror=alert(1)>'
_TEXT = (
    f"# {_TITLE}\n\nBy <b onclick=alert(2)>Hostile Desk</b>\n\n2023-11-30\n\n"
    'On 29 November 2023 China forcibly returned 40 North Koreans to North Korea through "Tumen<svg onload=alert(3)>", '
    "the group <script>alert(4)</script> said.\n"
)


@pytest.fixture(scope="module")
def hostile(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The id of a hostile document that was taken in and read."""
    from clarion.flow.desk import Upload
    from clarion.workbench.cases import open_case

    desk = open_case().desk("owner")
    (name,) = desk.take_in([Upload("hostile.md", _TEXT.encode())]).new
    for _ in range(900):
        if desk.work().state == "idle" and desk.document(name) is not None:
            break
        time.sleep(0.1)
    return str(name)


def _bodies(client: Any, addresses: list[str]) -> Iterator[str]:
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        yield response.content.decode().partition("<main")[2]


def test_no_page_runs_what_a_document_says(sign_in: SignIn, hostile: str) -> None:
    from clarion.workbench.cases import open_case

    record = open_case().record()
    claims = {claim.id for claim in record.claims if claim.document == hostile}
    assert claims
    incidents = [one.id for one in record.incidents if claims & {*one.claims, *one.denials}]
    findings = [one.id for one in record.findings if one.incident in incidents]
    addresses = ["/extract/", f"/extract/?document={hostile}", "/reconcile/", "/reconcile/map/", "/reconcile/time/"]
    addresses += ["/assess/", "/assess/questions/", *(f"/reconcile/{one}/" for one in incidents)]
    addresses += [f"/assess/{one}/" for one in findings[:4]]
    for body in _bodies(sign_in("owner"), addresses):
        assert "<script" not in body
        assert not re.search(r"<(img|svg|b)[^>]*\son\w+=", body)


def test_a_hostile_title_stands_in_the_table_as_its_letters(sign_in: SignIn, hostile: str) -> None:
    (body,) = _bodies(sign_in("owner"), [f"/extract/?document={hostile}"])
    assert "&lt;script&gt;alert" in body
    # a sign that turns the writing round is written by its name
    assert "\u202e" not in body
    assert "⟨RLO⟩" in body
