"""The whole way with a real server of forms and a real mail server: sign up, confirm, delete."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest

import forms
import mailserver
from clarion.cli import main
from clarion.signups import write_campaign
from forms import ADDRESS, CAMPAIGN, NAME, OWNER, fields_of, wait_for
from mailserver import Server


@dataclass
class Served:
    """A server of forms that runs."""

    folder: Path
    address: str
    process: "subprocess.Popen[str]"
    mail: Server

    def open(self, path: str, fields: list[tuple[str, str]] | None = None) -> tuple[int, str, str]:
        """Status, page and where it was at last."""
        body = urlencode(fields).encode() if fields is not None else None
        try:
            with urllib.request.urlopen(self.address + path, body, timeout=10) as answer:
                return answer.status, answer.read().decode(), answer.url.removeprefix(self.address)
        except urllib.error.HTTPError as problem:
            return problem.code, problem.read().decode(), path


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with mailserver.running(tmp_path) as mail:
        port = mailserver.free_port()
        folder = tmp_path / "forms"
        folder.mkdir()
        settings = mailserver.write_settings(tmp_path, mail)
        campaign = replace(CAMPAIGN, address=f"http://127.0.0.1:{port}")
        (folder / "campaign.toml").write_text(write_campaign(campaign), encoding="utf-8")
        command = [sys.executable, "-m", "clarion", "serve-forms", str(folder), "--port", str(port)]
        process = subprocess.Popen(
            [*command, "--settings", str(settings)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        one = Served(folder, f"http://127.0.0.1:{port}", process, mail)
        try:
            wait_for(lambda: _answers(one), 60)
            yield one
        finally:
            process.terminate()
            process.wait(20)


def _answers(one: Served) -> bool:
    assert one.process.poll() is None, one.process.communicate()
    try:
        return one.open("/two-men/")[0] == 200
    except OSError:
        return False


def link_in(text: str, kind: str) -> str:
    found = re.search(rf"/two-men/{kind}/\S+", text)
    assert found
    return found[0]


def test_signing_up_confirming_and_deleting(served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import time

    status, page, _ = served.open("/two-men/", fields_of())
    assert status == 200
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    time.sleep(3.1)
    assert served.open("/two-men/", [(name, unescape(value)) for name, value in hidden])[::2] == (200, "/two-men/sent")
    wait_for(lambda: len(served.mail.got) == 1, 20)
    got = served.mail.got[0]
    assert got.recipients == (ADDRESS,)
    confirm, delete = link_in(got.text, "confirm"), link_in(got.text, "delete")
    assert served.open(confirm)[0] == 200
    assert main(["signups", str(served.folder)]) == 0
    assert "0 take part" in capsys.readouterr().out
    assert served.open(confirm, [])[2] == "/two-men/confirmed"
    assert main(["signups", str(served.folder)]) == 0
    assert "1 take part" in capsys.readouterr().out
    key = tmp_path / "key.txt"
    key.write_text(str(OWNER), encoding="utf-8")
    assert main(["signups", str(served.folder), "--identity-file", str(key)]) == 0
    assert NAME in capsys.readouterr().out
    for path in served.folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not [one for text in (ADDRESS, NAME) for one in forms.clear_forms(text) if one in content], path
    assert served.open(delete, [])[2] == "/two-men/deleted"
    assert main(["signups", str(served.folder)]) == 0
    assert "0 take part" in capsys.readouterr().out
    served.process.terminate()
    printed = "".join(served.process.communicate(timeout=20))
    assert "two-men" in printed
    assert not [one for one in (ADDRESS, NAME, confirm, "Traceback") if one in printed], "nothing is logged"


def test_the_process_loads_nothing_that_opens_a_case(tmp_path: Path) -> None:
    with mailserver.running(tmp_path) as mail:
        settings = mailserver.write_settings(tmp_path, mail)
        (tmp_path / "campaign.toml").write_text(write_campaign(CAMPAIGN), encoding="utf-8")
        code = (
            "import sys, os, json; import clarion.cli; from clarion.signups.serving import VARIABLE;"
            f"os.environ[VARIABLE] = json.dumps(dict(folder={str(tmp_path)!r}, settings={str(settings)!r}));"
            "import clarion.signups.wsgi as w; w.application({'REQUEST_METHOD': 'GET', 'PATH_INFO': '/two-men/'},"
            " lambda *a: None); heavy = {'sqlalchemy', 'django'};"
            "heavy |= {'clarion.' + one for one in 'flow store workbench read extract publish respond'.split()};"
            "print(sorted(heavy & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True)
    assert done.stdout.strip() == "[]"


def test_a_secret_key_on_the_server_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with mailserver.running(tmp_path) as mail:
        settings = mailserver.write_settings(tmp_path, mail)
        folder = tmp_path / "forms"
        folder.mkdir()
        (folder / "campaign.toml").write_text(write_campaign(CAMPAIGN), encoding="utf-8")
        (folder / "key.txt").write_text(f"# public key\n{OWNER}\n", encoding="utf-8")
        assert main(["serve-forms", str(folder), "--settings", str(settings)]) == 1
    assert "take it off this machine" in capsys.readouterr().err


def test_what_is_missing_is_told_before_anything_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve-forms", str(tmp_path)]) == 1
    assert "holds no campaign" in capsys.readouterr().err
    (tmp_path / "campaign.toml").write_text(write_campaign(CAMPAIGN), encoding="utf-8")
    assert main(["serve-forms", str(tmp_path)]) == 1
    assert "no mail settings" in capsys.readouterr().err
