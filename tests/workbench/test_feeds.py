"""Calendars that are followed: who makes them, what they show, and when they end."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import vobject

SignIn = Callable[..., Any]
VIGIL = """Harbour Kite
Press release, 1 September 2023

GENEVA, 1 September 2023 – A vigil for those returned will be held on Saturday, 9 September 2023, at 6 pm in Geneva.
"""


@pytest.fixture(autouse=True)
def forgotten(bench: Any) -> Iterator[None]:
    """No feed and no count of another test."""
    from clarion.workbench import feeds
    from clarion.workbench.people.models import Feed

    yield
    for one in Feed.objects.all():
        feeds.end(one.pk)
    feeds._asked.clear()


@pytest.fixture
def vigil(bench: Any) -> None:
    """A public announcement of its own: other tests of the same case may have judged or sealed those of the sample."""
    from clarion.flow.desk import Given, Upload
    from clarion.workbench.cases import open_case

    case = open_case()
    case.desk("owner").take_in([Upload("vigil.txt", VIGIL.encode())], Given("public"))
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(case, verb)()


def made(sign_in: SignIn, view: str = "public", person: str = "reader") -> str:
    page = sign_in("owner").post("/publish/feeds/", {"person": person, "view": view})
    found = re.search(r'id="feed-address">([^<]+)<', page.content.decode())
    assert found, page.content.decode()[:2000]
    return urlsplit(found[1]).path


@pytest.mark.usefixtures("vigil")
def test_whoever_has_the_address_reads_the_calendar_without_signing_in(sign_in: SignIn) -> None:
    address = made(sign_in)
    answer = sign_in("").get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    calendar = vobject.readOne(answer.content.decode())
    assert [one.dtstart.value for one in calendar.contents["vevent"]]
    assert "2023-09-09T18:00:00+02:00" in {str(one.dtstart.value.isoformat()) for one in calendar.contents["vevent"]}
    assert answer["Cache-Control"].startswith("no-store")
    assert "sessionid" not in answer.cookies
    assert not [one for one in calendar.contents["vevent"] if "attendee" in one.contents]


def test_a_feed_shows_what_a_publication_of_its_view_would(sign_in: SignIn, tmp_path: Any) -> None:
    from clarion.workbench.cases import open_case

    answer = sign_in("").get(made(sign_in)).content.decode()
    path = tmp_path / "a.ics"
    open_case().publish(path, view="public")
    uids = re.compile(r"UID:\S+")
    assert uids.findall(answer) == uids.findall(path.read_text(encoding="utf-8"))
    sealed = {f"UID:{one.id}@clarion" for one in open_case().record().actions}
    assert not sealed & set(uids.findall(answer))


def test_an_unchanged_case_is_published_once_however_often_it_is_asked_for(sign_in: SignIn) -> None:
    from clarion.workbench.cases import open_case

    address, client = made(sign_in), sign_in("")
    first = client.get(address).content
    before = len(open_case().desk("owner").publications().items)
    assert client.get(address).content == first
    assert len(open_case().desk("owner").publications().items) == before


@pytest.mark.parametrize("view", ["sealed", "", "everything"])
def test_no_feed_shows_the_sealed_view(sign_in: SignIn, view: str) -> None:
    page = sign_in("owner").post("/publish/feeds/", {"person": "reader", "view": view})
    assert "feed-address" not in page.content.decode()


def test_a_feed_ends_when_it_is_taken_back_or_somebody_behind_it_is_gone(sign_in: SignIn) -> None:
    from clarion.workbench.people.models import Feed, Person

    address, client = made(sign_in), sign_in("")
    assert client.get(address).status_code == 200
    for name, field, value in (("reader", "is_active", False), ("owner", "role", "editor")):
        person = Person.objects.get(username=name)
        before = getattr(person, field)
        setattr(person, field, value)
        person.save()
        assert client.get(address).status_code == 404, name
        setattr(person, field, before)
        person.save()
    assert client.get(address).status_code == 200
    number = Feed.objects.get().pk
    assert sign_in("owner").post(f"/publish/feeds/{number}/end/").status_code in (302, 303)
    assert client.get(address).status_code == 404
    assert client.get("/calendar/guessed.ics").status_code == 404


def test_the_address_itself_is_kept_nowhere(sign_in: SignIn) -> None:
    from django.conf import settings

    from clarion.workbench.options import folder

    token = made(sign_in).removeprefix("/calendar/").removesuffix(".ics")
    sign_in("").get(f"/calendar/{token}.ics")
    for path in folder(settings.CLARION).rglob("*"):
        assert not path.is_file() or token.encode() not in path.read_bytes(), path


def test_a_feed_that_is_asked_for_too_often_has_to_wait(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    from clarion.workbench import feeds

    monkeypatch.setattr(feeds, "_MOST_AN_HOUR", 2)
    address, client = made(sign_in), sign_in("")
    assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get(address)["Retry-After"] == "3600"


def test_a_feed_takes_nothing_and_readers_make_none(sign_in: SignIn) -> None:
    assert sign_in("").post(made(sign_in)).status_code in (403, 405)
    assert sign_in("editor").get("/publish/feeds/").status_code == 403
