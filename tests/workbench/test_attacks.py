"""What an attacker tries on the workbench: every address by foreign names and pages, links, cookies, ways out."""

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from clarion.workbench import links
from routing import paths

SignIn = Callable[..., Any]
FORGED = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_HOST": "evil.example"}
STATIC = "/static/workbench/css/base.css"
FOREIGN = [
    {"HTTP_HOST": "evil.example"},
    {"HTTP_HOST": "evil.example:8470"},
    {"HTTP_HOST": "127.0.0.1:8470.evil.example"},
    {"HTTP_HOST": "127.0.0.1:8470@evil.example"},
    {"HTTP_HOST": "localhost:8470"},
    {"HTTP_HOST": ""},
    {"HTTP_ORIGIN": "https://evil.example"},
    {"HTTP_ORIGIN": "http://127.0.0.1:9999"},
    {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "cross-site"},
]


def addresses() -> list[str]:
    """An address of every pattern, with examples in place of what varies; a static file too."""
    made = []
    for path in paths():
        for kind, example in (("<str:", "x"), ("<slug:", "start"), ("<int:", "1"), ("<", "x")):
            while kind in path:
                at = path.index(kind)
                path = path[:at] + example + path[path.index(">", at) + 1 :]
        made.append(path)
    return [*made, STATIC]


def data() -> Path:
    """The data folder of the workbench under test."""
    from django.conf import settings

    return Path(settings.CLARION.data)


@pytest.mark.parametrize("headers", FOREIGN, ids=lambda headers: " ".join(headers.values()) or "none")
def test_no_address_answers_to_another_name_or_page(sign_in: SignIn, headers: dict[str, str]) -> None:
    """Rebinding a name to this machine, and pages of other origins, reach nothing, static files included."""
    client = sign_in("owner")
    for address in addresses():
        for method in ("get", "post"):
            response = getattr(client, method)(address, **headers)
            assert response.status_code == 403, (address, method)
            assert b"<" not in response.content


def test_no_address_takes_a_form_without_its_token(bench: Path) -> None:
    """A form of another page of the same browser carries no token."""
    from django.test import Client

    from clarion.workbench.people.models import Person

    client = Client(HTTP_HOST="127.0.0.1:8470", enforce_csrf_checks=True)
    client.force_login(Person.objects.get(username="owner"), backend="django.contrib.auth.backends.ModelBackend")
    for address in addresses():
        for method in ("post", "put", "delete", "patch"):
            status = getattr(client, method)(address).status_code
            assert status in (403, 404, 405), (address, method, status)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_elsewhere_cannot_send_a_form_even_from_another_port(sign_in: SignIn, site: str) -> None:
    for address in addresses():
        assert sign_in("").post(address, HTTP_SEC_FETCH_SITE=site).status_code == 403, address


def test_every_answer_says_what_a_browser_may_do_with_it(sign_in: SignIn) -> None:
    """Pages, static files, errors, refusals, the API."""
    asked: list[tuple[str, dict[str, str]]] = [
        ("/", {}), ("/nowhere/", {}), (STATIC, {}), ("/api/documents", {}), ("/api/documents/x", {}),
        ("/enter/x/", {}), ("/", {"HTTP_HOST": "evil.example"}), ("/judging/", {}), ("/words.js", {}),
    ]  # fmt: skip
    for role in ("owner", ""):
        client = sign_in(role)
        for address, headers in asked:
            response = client.get(address, **headers)
            for name in ("X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy"):
                assert response.headers.get(name), (address, name)
            assert "unsafe" not in response.headers["Content-Security-Policy"]
            assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
            if address != STATIC and address != "/words.js":
                assert response.headers["Cache-Control"] == "no-store, private", address


# links


def test_of_many_who_use_a_link_at_once_one_comes_in(bench: Path, tmp_path: Path) -> None:
    for _ in range(20):
        token = links.make_token(tmp_path, "owner", "owner")
        gate, found = threading.Barrier(8), []

        def use(token: str = token, gate: threading.Barrier = gate, found: list[object] = found) -> None:
            gate.wait()
            found.append(links.use_token(tmp_path, token))

        threads = [threading.Thread(target=use) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(one is not None for one in found) == 1


def test_looking_ahead_does_not_use_a_link_up(sign_in: SignIn) -> None:
    token = links.make_token(data(), "owner", "owner")
    assert sign_in("").head(f"/enter/{token}/").status_code == 405
    assert sign_in("").post(f"/enter/{token}/").status_code in (403, 405)
    assert sign_in("").get(f"/enter/{token}/", HTTP_SEC_PURPOSE="prefetch;prerender").status_code == 403
    assert sign_in("").get(f"/enter/{token}/").status_code == 302


@pytest.mark.parametrize("token", ["x", "..%2f..%2fsecret.key", "%00", "a" * 5000, "*", "é"])
def test_a_made_up_token_lets_nobody_in(sign_in: SignIn, token: str) -> None:
    assert sign_in("").get(f"/enter/{token}/").status_code in (403, 404)


def test_what_the_workbench_keeps_is_closed_to_other_users(
    bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clarion.flow.local import data_folder

    monkeypatch.setenv("CLARION_HOME", str(tmp_path))
    (tmp_path / "workbench" / "abc").mkdir(parents=True, mode=0o755)
    folder = data_folder("abc")
    links.make_token(folder, "owner", "owner")
    assert mode(folder) == 0o700
    assert mode(folder / "links") == 0o700
    assert [mode(path) for path in (folder / "links").iterdir()] == [0o600]
    assert mode(data() / "secret.key") == 0o600


def test_the_token_itself_is_kept_nowhere(tmp_path: Path) -> None:
    token = links.make_token(tmp_path, "owner", "owner")
    for path in tmp_path.rglob("*"):
        assert token not in path.name
        assert path.is_dir() or token not in path.read_text(encoding="utf-8")


def test_the_browser_is_opened_through_a_private_file_that_is_gone_once_used(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token is never an argument of a program."""
    from clarion.workbench import serving

    opened: list[str] = []
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)
    token = links.make_token(data(), "owner", "owner")
    serving._open(data(), f"http://127.0.0.1:8470/enter/{token}/")
    assert token not in opened[0]
    assert mode(data() / links.DOOR) == 0o600
    assert sign_in("").get(f"/enter/{token}/").status_code == 302
    assert not (data() / links.DOOR).exists()


def test_no_token_stands_in_the_log_of_the_server() -> None:
    import logging

    from clarion.workbench.discreet import WithoutTokens

    record = logging.LogRecord("django.request", 30, "", 0, "Forbidden: %s", ("/enter/secret-token/",), None)
    WithoutTokens().filter(record)
    assert record.getMessage() == "Forbidden: /enter/…/"


# sessions and cookies


def test_coming_in_makes_a_new_session(sign_in: SignIn) -> None:
    """A session that somebody else put into the browser before does not become the person's."""
    from django.conf import settings

    client = sign_in("reader")
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.get(f"/enter/{links.make_token(data(), 'owner', 'owner')}/")
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_cookies_are_for_this_server_alone(sign_in: SignIn) -> None:
    """Not read by scripts, not sent from other sites; Secure only where there is TLS, else they would not come back."""
    client = sign_in("")
    client.get(f"/enter/{links.make_token(data(), 'owner', 'owner')}/")
    client.get("/help/start/")
    assert len(client.cookies) >= 2
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["secure"]
        assert not cookie["domain"]


def test_a_team_has_secure_cookies_and_hsts_and_a_laptop_believes_no_proxy(tmp_path: Path) -> None:
    """The settings of both, each worked out in a process of its own."""
    from clarion.workbench.options import VARIABLE, Options

    said = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
    said += "s.SECURE_HSTS_SECONDS > 0, s.SECURE_PROXY_SSL_HEADER is not None, s.ALLAUTH_TRUSTED_PROXY_COUNT)"
    for team, expected in (("https://cases.example.org", "True True True True 1"), ("", "False False False False 0")):
        one = asdict(Options(str(tmp_path), str(tmp_path), 8470, team))
        environment = os.environ | {VARIABLE: json.dumps(one), "DJANGO_SETTINGS_MODULE": "clarion.workbench.settings"}
        made = subprocess.run([sys.executable, "-c", said], env=environment, capture_output=True, text=True, check=True)
        assert made.stdout.strip() == expected


def test_a_forged_proxy_header_changes_nothing_on_a_laptop(sign_in: SignIn) -> None:
    response = sign_in("owner").get(
        "/help/start/", HTTP_X_FORWARDED_PROTO="https", HTTP_X_FORWARDED_HOST="evil.example"
    )
    assert response.status_code == 200
    assert "Strict-Transport-Security" not in response.headers


def test_another_role_counts_from_the_next_request(bench: Path, sign_in: SignIn) -> None:
    from clarion.workbench.people.models import Person

    client = sign_in("editor")
    assert client.get("/extract/table.csv").status_code == 200
    Person.objects.filter(username="editor").update(role="reader")
    try:
        assert client.get("/extract/table.csv").status_code == 403
    finally:
        Person.objects.filter(username="editor").update(role="editor")


def test_a_forged_forwarded_address_does_not_get_round_the_lock_out(bench: Path, sign_in: SignIn) -> None:
    from axes.utils import reset
    from django.core.cache import cache

    cache.clear()
    reset()
    client = sign_in("")
    form = {"login": "analyst", "password": "wrong"}
    answers = [client.post("/account/sign-in/", form, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}") for n in range(8)]
    assert answers[-1].status_code == 429
    cache.clear()
    reset()


# ways out


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "x",
     "javascript:alert(1)", "/ok\r\nSet-Cookie: a=b", "///evil.example", "http:/\\evil.example", ""],
)  # fmt: skip
def test_no_form_leads_out_of_the_workbench(sign_in: SignIn, address: str) -> None:
    from clarion.workbench.guard import is_same_site

    assert not is_same_site(address)
    client = sign_in("owner")
    forms = {"/preferences/": {"theme": ""}, "/marks/note/": {"about": "x", "text": "y"}, "/judging/": {"about": "x"}}
    for page, form in forms.items():
        response = client.post(page, {**form, "back": address})
        assert response.headers["Location"] == "/", page
        assert "Set-Cookie" not in response.headers


def test_signing_in_leads_to_no_other_site(bench: Path, sign_in: SignIn) -> None:
    for address in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        response = sign_in("owner").get("/account/sign-in/", {"next": address})
        assert "evil.example" not in response.headers.get("Location", "")


@pytest.mark.parametrize("view", ["../../../x", "/etc/x", "sealed\0", "x" * 5000])
def test_the_name_of_a_publication_is_not_chosen_by_the_form(sign_in: SignIn, view: str) -> None:
    assert sign_in("owner").post("/publish/now/", {"view": view, "form": "html"}).status_code in (303, 400)


def test_an_analyst_cannot_join_by_the_way_of_judging(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    for verdict in ("same", "not_same"):
        form = {"about": "inc_x", "verdict": verdict, "reason": "y", "value": "inc_z"}
        assert client.post("/judging/", form).status_code == 403
        assert client.post("/judging/many/", form).status_code == 403
        assert client.post("/api/judgements", form, content_type="application/json").status_code == 403


def test_errors_tell_no_path_and_no_trace(sign_in: SignIn, bench: Path) -> None:
    client = sign_in("owner")
    for address in ("/nowhere/", "/read/x/", "/reconcile/x/", "/help/nowhere/", "/api/documents/x", "/read/?cursor=x"):
        text = client.get(address).content.decode()
        assert str(bench) not in text
        assert "Traceback" not in text


def test_pages_are_served_without_reaching_for_a_network(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something reaches for the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    client = sign_in("owner")
    for address in addresses():
        response = client.get(address)
        text = b"".join(response) if response.streaming else response.content
        assert b'src="http' not in text
        assert b'src="//' not in text


def mode(path: Path) -> int:
    """Who may read a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)
