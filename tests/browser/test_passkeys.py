"""Passkeys on a team's server, behind its proxy: registered, signed in with, and asked for after a password."""

from collections.abc import Iterator
from typing import Any

import pytest

from browsing import free_port, launched, serving
from tls_proxy import certificate, proxy
from walking import Complaints

pytestmark = pytest.mark.slow

PASSWORD = "a long sentence of rain 41"


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """A workbench for a team behind its proxy, and the hash of the key of its certificate."""
    from clarion.flow.case import Case

    folder = tmp_path_factory.mktemp("team")
    Case.open(folder / "case").close()
    pem, key = certificate(folder)
    port, workbench = free_port(), free_port()
    with proxy(pem, port, workbench):
        for served in serving(folder / "case", folder / "home", port=workbench, team=f"https://localhost:{port}"):
            yield served, key


@pytest.fixture(scope="module")
def browser(team: tuple[Any, str]) -> Iterator[Any]:
    """A browser that takes the certificate of the team's proxy for a good one: keys are used on sound pages only."""
    yield from launched(f"--ignore-certificate-errors-spki-list={team[1]}")


@pytest.fixture(scope="module")
def page(team: tuple[Any, str], browser: Any) -> Iterator[Any]:
    """A page of the owner, who came in by the link, with a device that keeps passkeys."""
    served = team[0]
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(20_000)
    complaints = Complaints()
    complaints.watch(page, served.origin)
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    page.device = devices.send("WebAuthn.addVirtualAuthenticator", {"options": device})["authenticatorId"]
    page.devices, page.origin = devices, served.origin
    page.goto(served.link())
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("input[name=password2]").fill(PASSWORD)
    page.get_by_role("button", name="Set password").click()
    page.wait_for_url("**/account/sign-in/?next=/")
    enter(page)
    page.wait_for_url(page.origin + "/")
    yield page
    context.close()
    assert complaints.lines == []


def keys(page: Any) -> list[dict[str, Any]]:
    """The keys that the device keeps."""
    kept = page.devices.send("WebAuthn.getCredentials", {"authenticatorId": page.device})["credentials"]
    return list(kept)


def enter(page: Any) -> None:
    """Send name and password."""
    page.locator("input[name=login]").fill("Ada")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Any) -> None:
    """Leave, by the menu of the header."""
    page.goto(page.origin + "/account/factors/")
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state("load")


def test_a_passkey_is_registered_on_the_page_of_second_factors(page: Any) -> None:
    page.goto(page.origin + "/account/factors/")
    page.get_by_role("link", name="Add a key").click()
    page.wait_for_url("**/account/again/**")  # the password once more, before anything is changed
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.locator("input[name=name]").fill("the blue laptop")
    page.locator("input[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/account/factors/recovery-codes/")  # to be kept on paper, in case the device is lost
    assert page.locator("main").inner_text().strip()
    (key,) = keys(page)
    assert (key["rpId"], key["isResidentCredential"]) == ("localhost", True)
    page.goto(page.origin + "/account/factors/webauthn/")
    row = page.locator("tbody tr", has_text="the blue laptop")
    assert "passkey" in row.inner_text()


def test_a_passkey_alone_lets_its_person_in(page: Any) -> None:
    sign_out(page)
    before = keys(page)[0]["signCount"]
    page.goto(page.origin + "/account/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(page.origin + "/")
    assert page.locator("details.menu summary").inner_text() == "Ada"
    assert keys(page)[0]["signCount"] > before


def test_after_a_password_the_key_is_asked_for(page: Any) -> None:
    sign_out(page)
    page.goto(page.origin + "/account/sign-in/")
    enter(page)
    page.wait_for_url("**/account/factors/authenticate/")
    page.goto(page.origin + "/read/")
    assert page.url.endswith("/account/factors/authenticate/")  # half in is not in
    page.get_by_role("button", name="Use a passkey or security key").click()
    page.wait_for_url(page.origin + "/")


def test_a_device_without_the_key_does_not_come_in_and_is_told_so(page: Any) -> None:
    sign_out(page)
    page.devices.send("WebAuthn.clearCredentials", {"authenticatorId": page.device})
    page.goto(page.origin + "/account/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey was not used").first.wait_for()
    assert "/account/sign-in/" in page.url
