"""The pages of what a view withholds: each finding with its words and why, and an owner's word on it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from clarion.model import Detail, DetailKind

SignIn = Callable[..., Any]
_CONTACT = re.compile(r"\+[\d ]{10,}|\S+@\S+")
_NAME = re.compile(r"Mirelle Okafor-Brandt|Jubilee Campaign")


def _by_hand(text: str, *, language: object, claims: object, document: object) -> tuple[Detail, ...]:
    people = [Detail(document, one.span(), DetailKind.PERSON, "by hand") for one in _NAME.finditer(text)]  # type: ignore[arg-type]
    return (*people, *(Detail(document, one.span(), DetailKind.CONTACT, "by hand") for one in _CONTACT.finditer(text)))  # type: ignore[arg-type]


@pytest.fixture
def finder(bench: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A finder of one word, and the sample case open to the public."""
    from clarion.flow import detailing, guarding
    from clarion.workbench.cases import open_case

    monkeypatch.setattr(guarding, "find_details", _by_hand)
    monkeypatch.setattr(detailing, "why", lambda basis: "found by hand")
    guarding._FOUND.clear()
    handled = {open_case().desk("owner").document(one.id).handling for one in open_case().record().documents}
    assert handled == {"public"}
    yield
    guarding._FOUND.clear()


@pytest.mark.usefixtures("finder")
def test_each_finding_stands_with_its_words_kind_and_reason(sign_in: SignIn) -> None:
    page = sign_in("reader").get("/publish/withheld/?view=public").content.decode()
    assert "name of a private person" in page
    assert "found by hand" in page
    assert "<mark>" in page
    assert "Release it" not in page


@pytest.mark.usefixtures("finder")
def test_an_owner_releases_with_a_reason_and_takes_it_back(sign_in: SignIn) -> None:
    client = sign_in("owner")
    page = client.get("/publish/withheld/?view=public").content.decode()
    address = re.search(r'action="(/publish/withheld/dtl_[0-9a-f]+/release/)"', page)
    document = re.search(r'name="document" value="(sha256:[0-9a-f]+)"', page)
    assert address is not None
    assert document is not None
    said = {"document": document[1], "reason": "she is known"}
    assert "consent" in client.post(address[1], said, follow=True).content.decode()
    assert (
        client.get("/publish/withheld/?view=public&released=yes").content.decode().count('class="card" id="dtl_') == 0
    )
    client.post(address[1], said | {"reason": "with the consent of its head"})
    shown = client.get("/publish/withheld/?view=public&released=yes").content.decode()
    assert "with the consent of its head" in shown
    client.post(address[1].replace("/release/", "/withhold/"), said | {"reason": "no longer"})
    assert "with the consent" not in client.get("/publish/withheld/?view=public").content.decode()


@pytest.mark.usefixtures("finder")
@pytest.mark.parametrize("view", ["partner", "public"])
def test_a_view_can_be_chosen_and_withholds(sign_in: SignIn, view: str) -> None:
    client = sign_in("owner")
    index = client.get("/publish/").content.decode()
    assert re.search(rf'value="{view}">', index)
    made = client.post("/publish/now/", {"view": view, "form": "html"})
    body = b"".join(made.streaming_content).decode()
    assert f'filename="dossier-{view}-' in made["Content-Disposition"]
    assert "jubilee" not in re.sub(r"<[^>]*>", "", body).lower()
    assert "[name withheld]" in body


def test_without_a_finder_no_view_can_be_chosen(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    from clarion.flow import guarding

    monkeypatch.setattr(guarding, "find_details", lambda text, **_: ())
    client = sign_in("owner")
    assert re.search(r'value="public" disabled', client.get("/publish/").content.decode())
    made = client.post("/publish/now/", {"view": "public", "form": "html"}, follow=True)
    assert "waits for the safety check" in made.content.decode()
