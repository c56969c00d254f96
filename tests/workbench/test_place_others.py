"""Start, respond, publish, voices, log and search, over the sample case."""

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

SignIn = Callable[..., Any]
PLACES = (
    "/",
    "/respond/",
    "/respond/board/",
    "/respond/calendar/",
    "/respond/outcomes/",
    "/publish/",
    "/publish/withheld/?view=partner",
    "/voices/",
    "/voices/repeats/",
    "/log/",
    "/search/",
    "/search/?words=border",
)


@pytest.mark.parametrize("address", PLACES)
def test_every_page_is_whole_and_without_inline_code(sign_in: SignIn, address: str) -> None:
    text = (response := sign_in("reader").get(address)).content.decode()
    assert response.status_code == 200
    assert text.count("<h1") == 1
    assert text.count("<form") == text.count("</form>")
    assert not re.search(r"<[^>]+\s(style|on\w+)=", text)


@pytest.mark.parametrize(
    "address", ["/respond/asks/ask_none/", "/respond/actions/act_none/", "/voices/voi_none/", "/help/nowhere/"]
)
def test_what_is_not_there_is_said_to_be_missing(sign_in: SignIn, address: str) -> None:
    assert sign_in("reader").get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/respond/?due=soon",
        "/voices/?cursor=x!x",
        "/log/?kind=gossip",
        "/log/?since=2024-13-01",
        "/respond/?cursor=%00",
    ],
)
def test_a_choice_that_is_none_is_answered_on_the_page(sign_in: SignIn, address: str) -> None:
    response = sign_in("reader").get(address)
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()


# start


def test_each_number_of_the_start_page_leads_to_its_list(sign_in: SignIn) -> None:
    client = sign_in("reader")
    text = client.get("/").content.decode()
    for address in set(re.findall(r'<li class="tile"><a href="([^"]+)"', text)):
        assert client.get(address).status_code == 200
    assert "?judged=no" in text
    assert "?problem=yes" in text


def test_what_is_new_stays_new_over_a_reload(sign_in: SignIn) -> None:
    from clarion.workbench.people.models import Person

    Person.objects.filter(username="reader").update(looked_at=None)
    client = sign_in("reader")
    first, second = client.get("/"), client.get("/")
    assert first.context["since"] is None
    assert second.context["since"] is None
    assert Person.objects.get(username="reader").looked_at is not None
    assert sign_in("reader").get("/").context["since"] is not None


# respond


def test_asks_lead_to_their_words(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    row = client.get("/respond/").context["page"].items[0]
    text = client.get(f"/respond/asks/{row.ask.id}/").content.decode()
    assert row.ask.claims[0] in text
    assert 'action="/judging/"' in text
    assert "/marks/note/" in text


def test_the_calendar_opens_where_something_is_and_marks_a_wrong_zone(sign_in: SignIn) -> None:
    client = sign_in("reader")
    response = client.get("/respond/calendar/")
    assert response.context["page"].items
    assert response.context["troubled"]
    assert "zone?" in response.content.decode()
    assert client.get("/respond/calendar/?month=1999-02").context["page"].items == ()


def test_a_month_is_laid_out_in_whole_weeks() -> None:
    import datetime

    from clarion.workbench.places.respond.calendar import lay_out, month_of

    month = lay_out(datetime.date(2024, 2, 1), (), datetime.date(2024, 2, 29))
    assert [len(week) for week in month.weeks] == [7] * 5
    assert (month.before, month.after) == ("2024-01", "2024-03")
    assert [day.day.day for week in month.weeks for day in week if day.is_today] == [29]
    assert month_of("2024-13") is None
    assert month_of("9999999") is None


# publish


def test_owners_alone_choose_a_view_and_the_sealed_one_is_chosen_first(sign_in: SignIn) -> None:
    text = sign_in("owner").get("/publish/").content.decode()
    assert re.search(r'value="sealed" checked>', text)
    assert re.search(r'value="partner">', text)
    assert re.search(r'value="public">', text)
    text = sign_in("editor").get("/publish/").content.decode()
    assert len(re.findall(r'name="view" value="\w+"(?: checked)? disabled>', text)) == 3


@pytest.mark.parametrize("form", ["html", "json", "csv", "md"])
def test_a_publication_is_sent_logged_and_leaves_nothing_behind(sign_in: SignIn, form: str) -> None:
    from django.conf import settings

    client = sign_in("owner")
    response = client.post("/publish/now/", {"view": "sealed", "form": form})
    content = b"".join(response.streaming_content)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Disposition"].endswith(f'.{form}"')
    assert client.get("/api/publications").json()["items"][0]["publication"]["path"].startswith("Returns-from-China")
    page = client.get("/publish/")
    assert hashlib.sha256(content).hexdigest() in page.content.decode()
    assert page.context["rows"][0][0].by == "owner"
    assert not list((Path(settings.CLARION.data) / "outgoing").iterdir())


def test_incidents_are_ticked_and_only_they_leave(sign_in: SignIn) -> None:
    client = sign_in("owner")
    assert 'name="incident"' not in client.get("/publish/").content.decode()
    names = re.findall(r'name="incident" value="(inc_\w+)"', client.get("/publish/?choose=1").content.decode())
    assert len(names) > 2
    part = client.get("/publish/incidents/", headers={"HX-Request": "true"}).content.decode()
    assert re.findall(r'name="incident" value="(inc_\w+)"', part) == names
    response = client.post("/publish/now/", {"view": "sealed", "form": "json", "incident": names[:2]})
    made = json.loads(b"".join(response.streaming_content))
    assert {one["id"] for one in made["incidents"]} == set(names[:2])
    last = client.get("/api/publications").json()["items"][0]["publication"]
    assert sorted(last["incidents"]) == sorted(names[:2])
    refused = client.post("/publish/now/", {"view": "sealed", "form": "json", "incident": ["inc_none"]}, follow=True)
    assert "message error" in refused.content.decode()


@pytest.fixture
def inside(bench: object) -> Iterator[None]:
    """The sample case as one that nobody handled yet: its documents stay inside."""
    from clarion.workbench.cases import open_case

    desk = open_case().desk("owner")
    documents = [one.id for one in open_case().record().documents]
    for one in documents:
        desk.set_handling(one, "", reason="for this test")
    yield
    for one in documents:
        desk.set_handling(one, "public", reason="after this test")


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize(("view", "form"), [("partner", "html"), ("public", "pdf"), ("", "json"), ("sealed", "exe")])
def test_what_cannot_be_published_is_refused_in_words(sign_in: SignIn, view: str, form: str) -> None:
    from django.conf import settings

    before = sign_in("owner").get("/api/publications").json()["items"]
    response = sign_in("owner").post("/publish/now/", {"view": view, "form": form}, follow=True)
    assert "message error" in response.content.decode()
    assert sign_in("owner").get("/api/publications").json()["items"] == before
    outgoing = Path(settings.CLARION.data) / "outgoing"
    assert not outgoing.exists() or not list(outgoing.iterdir())


# voices


def test_a_voice_leads_to_documents_and_claims(sign_in: SignIn) -> None:
    client = sign_in("reader")
    row = client.get("/voices/").context["page"].items[0]
    text = client.get(f"/voices/{row.id}/").content.decode()
    assert row.name in text.replace("&#x27;", "'")
    assert "/read/" in text


def test_the_drawing_says_what_its_table_says(sign_in: SignIn) -> None:
    response = sign_in("reader").get("/voices/repeats/")
    drawing, text = response.context["drawing"], response.content.decode()
    assert len(drawing.lines) == len(drawing.rows) == text.count("marker-end=")
    assert len(drawing.spots) == text.count("<circle")
    assert "<table" in text


def test_voices_that_have_no_line_are_not_drawn() -> None:
    from clarion.flow.desk.sheets import GraphVoice, VoiceGraph
    from clarion.workbench.places.voices.drawing import draw

    voices = tuple(GraphVoice(name, name.upper(), "media", 3) for name in ("a", "b", "c"))
    drawing = draw(VoiceGraph(voices, (("a", "b", 2), ("a", "gone", 1))))
    assert [spot.id for spot in drawing.spots] == ["a", "b"]
    assert drawing.rows == (("a", "A", "b", "B", 2),)


# log


def test_the_log_is_paged_and_narrowed(sign_in: SignIn) -> None:
    client = sign_in("reader")
    everything = client.get("/log/").context["page"]
    questions = client.get("/log/?kind=question").context["page"]
    assert {row.kind for row in questions.items} == {"question"}
    assert everything.items[0].at >= everything.items[-1].at
    assert client.get("/log/?by=nobody-here").context["page"].items == ()


def test_every_kind_of_entry_has_words() -> None:
    from clarion.flow.desk.logbook import KINDS
    from clarion.workbench.places.log import wording

    assert not set(KINDS) - set(wording.KINDS)


def test_the_case_is_verified_in_the_background(sign_in: SignIn) -> None:
    client = sign_in("editor")
    assert client.post("/log/verify/").status_code == 302
    for _ in range(600):
        text = client.get("/log/verified/").content.decode()
        if "every 1s" not in text:
            break
        time.sleep(0.2)
    assert "Whole:" in text


# search


def test_a_hit_shows_the_words_marked_and_leads_to_the_document(sign_in: SignIn) -> None:
    response = sign_in("reader").get("/search/?words=border")
    text = response.content.decode()
    assert re.search(r"<mark>border</mark>", text, re.IGNORECASE)
    for one in response.context["found"]:
        assert "".join(piece for piece, _ in one.pieces) == one.hit.passage


def test_a_search_is_kept_and_forgotten(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    back = "/search/?words=border"
    client.post("/search/keep/", {"name": "at the border", "back": back})
    assert "at the border" in client.get("/search/").content.decode()
    assert "at the border" not in sign_in("editor").get("/search/").content.decode()
    client.post("/search/forget/", {"name": "at the border", "back": back})
    assert "at the border" not in client.get("/search/").content.decode()


def test_words_that_are_looked_for_are_shown_as_words(sign_in: SignIn) -> None:
    text = sign_in("reader").get("/search/", {"words": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in text
