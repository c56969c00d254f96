"""What the forms answer to wrong, large, fast and hostile requests."""

from pathlib import Path

import pytest

import forms
from clarion.signups.limits import Limits
from forms import NAME, Bench, fields_of


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return forms.bench(tmp_path / "forms")


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"name": ""}, "Your name"),
        ({"name": "x" * 121}, "Your name"),
        ({"name": "A\r\nBcc: spy@evil.example"}, "Your name"),
        ({"email": "nobody"}, "Your e-mail address"),
        ({"email": "a@b.example\r\nBcc: c@d.example"}, "Your e-mail address"),
        ({"email": "a@b.example, c@d.example"}, "Your e-mail address"),
        ({"email": "Name <a@b.example>"}, "Your e-mail address"),
        ({"kind": "money"}, "What you give"),
        ({"words": "x" * 1001}, "Anything you want to say"),
        ({"words": "a\x00b"}, "Anything you want to say"),
        ({"consent": ""}, "I agree to this"),
        ({"consent": "000000000000"}, "I agree to this"),  # to other words
    ],
)
def test_what_is_wrong_in_a_form_is_named(bench: Bench, more: dict[str, str], named: str) -> None:
    reply = bench.post("/two-men/", fields_of(**more))
    assert reply.status == 422
    assert named in reply.body


def test_a_form_without_consent_is_not_taken(bench: Bench) -> None:
    fields = [one for one in fields_of() if one[0] != "consent"]
    assert bench.post("/two-men/", fields).status == 422


@pytest.mark.parametrize(
    ("body", "environ", "status"),
    [
        (b"x" * 16_385, {}, 413),
        (b"", {"CONTENT_LENGTH": "99999999999999999999"}, 413),
        (b"a=b", {"CONTENT_LENGTH": ""}, 411),
        (b"a=b", {"CONTENT_LENGTH": "-1"}, 411),
        (b"a=b", {"CONTENT_LENGTH": "٣"}, 411),
        (b"{}", {"CONTENT_TYPE": "application/json"}, 415),
        (b"--x\r\n", {"CONTENT_TYPE": "multipart/form-data; boundary=x"}, 415),
        (b"%ff%fe=\xff", {}, 422),
        (b"&".join(b"name=x" for _ in range(50)), {}, 422),
        (b"name=%00&email=%0d%0a", {}, 422),
    ],
)
def test_a_body_that_is_no_such_form_is_refused(
    bench: Bench, body: bytes, environ: dict[str, str], status: int
) -> None:
    assert bench.ask("POST", "/two-men/", body, **environ).status == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post"])
def test_nothing_is_done_by_another_method(bench: Bench, method: str) -> None:
    assert bench.ask(method, "/two-men/").status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "",
        "/two-men",
        "/other/",
        "/two-men/x",
        "/two-men/../",
        "//two-men/",
        "/two-men/count.json/",
        "/two-men/confirm/",
    ],
)
def test_what_is_not_there_is_not_found_in_words(bench: Bench, path: str) -> None:
    reply = bench.get(path)
    assert reply.status == 404
    assert "nothing at this address" in reply.body


def test_every_answer_says_what_a_browser_may_do_with_it_and_sets_no_cookie(bench: Bench) -> None:
    bench.sign_up()
    for reply in (
        bench.get("/two-men/"),
        bench.get("/two-men/sent"),
        bench.get("/nowhere/"),
        bench.get(bench.link("confirm")),
        bench.post("/two-men/", fields_of()),
        bench.post("/two-men/", []),
        bench.post(bench.link("confirm")),
    ):
        assert "default-src 'none'" in reply.fields["Content-Security-Policy"]
        assert "unsafe" not in reply.fields["Content-Security-Policy"]
        assert reply.fields["Referrer-Policy"] == "no-referrer"
        assert reply.fields["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in reply.fields
        assert "<script" not in reply.body
        assert "http://" not in reply.body
        assert reply.body.count("https://") == reply.body.count("https://forms.watch.example/two-men/")


def test_words_of_people_are_shown_as_their_letters(bench: Bench) -> None:
    reply = bench.post("/two-men/", fields_of(name='"><script>alert(1)</script>', words="</textarea><img src=x>"))
    assert reply.status == 200
    assert "<script" not in reply.body
    assert "<img" not in reply.body
    assert dict(reply.hidden)["name"] == '"><script>alert(1)</script>'
    assert "Two men in Yanji &amp; &lt;others&gt;" in bench.get("/two-men/").body


def test_a_flood_from_one_place_is_stopped_and_others_come_through(tmp_path: Path) -> None:
    bench = forms.bench(tmp_path / "forms", limits=Limits(600, 4, 100), proxy=True)
    one, other = {"HTTP_X_FORWARDED_FOR": "198.51.100.1"}, {"HTTP_X_FORWARDED_FOR": "198.51.100.2"}
    assert [bench.post("/two-men/", fields_of(), **one).status for _ in range(6)] == [200] * 4 + [429] * 2
    assert bench.post("/two-men/", fields_of(), **other).status == 200
    bench.clock += 601
    assert bench.post("/two-men/", fields_of(), **one).status == 200


def test_what_a_sender_writes_before_the_proxys_own_word_is_not_believed(tmp_path: Path) -> None:
    bench = forms.bench(tmp_path / "forms", limits=Limits(600, 2, 100), proxy=True)
    told = [f"10.0.0.{number}, 198.51.100.1" for number in range(4)]
    seen = [bench.post("/two-men/", fields_of(), HTTP_X_FORWARDED_FOR=one).status for one in told]
    assert seen == [200, 200, 429, 429]


def test_one_network_of_ipv6_is_one_place(tmp_path: Path) -> None:
    bench = forms.bench(tmp_path / "forms", limits=Limits(600, 2, 100), proxy=True)
    told = [f"2001:db8:1:2::{number}" for number in range(3)]
    seen = [bench.post("/two-men/", fields_of(), HTTP_X_FORWARDED_FOR=one).status for one in told]
    assert seen == [200, 200, 429]


def test_a_flood_from_everywhere_is_stopped(tmp_path: Path) -> None:
    bench = forms.bench(tmp_path / "forms", limits=Limits(600, 4, 8), proxy=True)
    seen = [
        bench.post("/two-men/", fields_of(), HTTP_X_FORWARDED_FOR=f"198.51.100.{number}").status for number in range(12)
    ]
    assert seen == [200] * 8 + [429] * 4
    assert "Try again in a few minutes" in bench.post("/two-men/", fields_of()).body


def test_a_campaign_that_ended_takes_nothing_and_deletes_still(tmp_path: Path) -> None:
    import datetime

    bench = forms.bench(tmp_path / "forms", ends="2026-11-22")
    bench.sign_up()
    delete = bench.link("delete")
    bench.day += datetime.timedelta(days=1)
    assert "takes no more answers" in bench.get("/two-men/").body
    assert "takes no more answers" in bench.post("/two-men/", fields_of()).body
    assert bench.post(delete).status == 303


def test_a_korean_campaign_speaks_korean(tmp_path: Path) -> None:
    bench = forms.bench(tmp_path / "forms", language="ko", title="옌지의 두 사람")
    page = bench.get("/two-men/").body
    assert '<html lang="ko">' in page
    assert "참여하기" in page
    bench.sign_up(name=NAME)
    assert bench.mail()["Subject"] == "확인해 주세요: 옌지의 두 사람"
    assert "단추를 누르세요" in bench.mail().get_content()
    assert bench.mail()["Content-Language"] == "ko"


def test_the_two_languages_say_the_same_things_with_the_same_places() -> None:
    import string

    from clarion.signups.texts import words_of

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english, korean = words_of("en"), words_of("ko")
    assert list(english) == list(korean)
    for name, text in english.items():
        # of a text in one language alone, a place may be left out only where it is said twice
        assert places(korean[name]) == places(text), name


def test_the_form_names_each_field_for_those_who_hear_it(bench: Bench) -> None:
    import re

    page = bench.get("/two-men/").body
    fields = re.findall(r'<(?:input|textarea) id="([^"]+)"', page)
    assert len(fields) == 7
    assert not [one for one in fields if f'for="{one}"' not in page]
