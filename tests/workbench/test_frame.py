"""The frame around every page: the way in, the address, the places."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clarion.workbench import links

SignIn = Callable[..., Any]


def test_a_link_lets_in_once_and_leaves_a_clean_address(bench: Path, sign_in: SignIn) -> None:
    from django.conf import settings

    token = links.make_token(Path(settings.CLARION.data), "owner", "owner")
    client = sign_in("")
    first = client.get(f"/enter/{token}/")
    assert (first.status_code, first["Location"]) == (302, "/")
    assert client.get("/people/").status_code == 200
    assert sign_in("").get(f"/enter/{token}/").status_code == 403


def test_a_link_that_is_too_old_lets_nobody_in(bench: Path, sign_in: SignIn) -> None:
    from django.conf import settings

    token = links.make_token(Path(settings.CLARION.data), "owner", "owner", lifetime=-1)
    assert sign_in("").get(f"/enter/{token}/").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_HOST": "localhost:8470"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "127.0.0.1:8471"},
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_ORIGIN": "null"},
    ],
)
def test_another_host_or_origin_is_refused(sign_in: SignIn, headers: dict[str, str]) -> None:
    assert sign_in("owner").get("/people/", **headers).status_code == 403


def test_without_a_link_nothing_is_shown(sign_in: SignIn) -> None:
    response = sign_in("").get("/people/")
    assert response.status_code == 403
    assert b"clarion serve CASE --link" in response.content


def test_every_answer_tells_the_browser_what_it_may_do(sign_in: SignIn) -> None:
    response = sign_in("owner").get("/people/")
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_seven_places_are_the_seven_verbs(sign_in: SignIn) -> None:
    from clarion.workbench.frame import PLACES

    assert [place.key for place in PLACES] == [
        "preserve",
        "read",
        "extract",
        "reconcile",
        "assess",
        "respond",
        "publish",
    ]


def test_a_form_of_a_page_without_referrer_is_taken(sign_in: SignIn) -> None:
    """Browsers send `Origin: null` with it; that no other page asks is said by Sec-Fetch-Site, which no page sets."""
    form = {"theme": "dark", "back": "/help/start/"}
    own = {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "same-origin"}
    assert sign_in("reader").post("/preferences/", form, **own)["Location"] == "/help/start/"
    for site in ("cross-site", "same-site", "none"):
        headers = {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": site}
        assert sign_in("reader").post("/preferences/", form, **headers).status_code == 403
