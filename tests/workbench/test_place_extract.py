"""Every claim as a table: facets, rows by cursor, kept views, judging many at once, the table as a file."""

import csv
import io
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

SignIn = Callable[..., Any]
_TICK = re.compile(r'name="about" value="(clm_[^"]+)"')
_MORE = re.compile(r'hx-get="(\?[^"]*cursor=[^"]+)"')


def _page(client: Any, **query: str) -> str:
    response = client.get(f"/extract/?{urlencode(query)}")
    assert response.status_code == 200
    return str(response.content.decode())


def _total(page: str) -> int:
    found = re.search(r'class="total">([\d,]+)<', page)
    assert found
    return int(found[1].replace(",", ""))


def test_each_claim_leads_to_its_words(sign_in: SignIn) -> None:
    page = _page(sign_in("analyst"))
    ticked = _TICK.findall(page)
    assert ticked
    assert f'href="/read/claim/{ticked[0]}/"' in page


def test_facets_tell_how_many_claims_each_choice_leaves(sign_in: SignIn) -> None:
    client = sign_in("reader")
    page = _page(client)
    found = re.search(
        r'href="\?act=forced_return"[^>]*><bdi class="name">forced return</bdi> <span class="num">(\d+)<', page
    )
    assert found
    narrowed = _page(client, act="forced_return")
    assert _total(narrowed) == int(found[1]) < _total(page)
    assert 'aria-current="true"' in narrowed


def test_a_year_is_chosen_by_its_first_and_last_day(sign_in: SignIn) -> None:
    client = sign_in("reader")
    found = re.search(r'href="\?since=(\d{4})-01-01&amp;until=\1-12-31"', _page(client))
    assert found
    year = found[1]
    narrowed = _page(client, since=f"{year}-01-01", until=f"{year}-12-31", act="forced_return")
    # taking the year back leaves the act
    assert re.search(rf'<a href="\?act=forced_return" aria-current="true"><bdi class="name">{year}<', narrowed)


def test_rows_go_on_by_cursor_until_all_were_shown(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    page = _page(client)
    names, seen = _TICK.findall(page), 0
    while more := _MORE.search(page):
        response = client.get(f"/extract/{more[1].replace('&amp;', '&')}", HTTP_HX_REQUEST="true")
        page = response.content.decode()
        assert "<html" not in page
        names += _TICK.findall(page)
        seen += 1
    assert seen
    assert len(names) == len(set(names)) == _total(_page(client))


@pytest.mark.parametrize("query", [{"since": "yesterday"}, {"cursor": "none"}, {"until": "2023-02-30"}])
def test_an_address_that_makes_no_sense_says_so_and_shows_every_claim(sign_in: SignIn, query: dict[str, str]) -> None:
    page = _page(sign_in("reader"), **query)
    assert 'class="message error"' in page
    assert _TICK.search(page) is None  # a reader ticks nothing
    assert 'role="cell"' in page


def test_words_of_an_address_are_escaped(sign_in: SignIn) -> None:
    page = _page(sign_in("reader"), words='"><script>alert(1)</script>', voice="<img src=x onerror=alert(1)>")
    assert "<script>alert" not in page
    assert "<img" not in page.partition("<main")[2]
    assert "Show every claim" in page


def test_ticked_claims_are_judged_in_one_go_and_undone_in_one_go(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    names = _TICK.findall(_page(client, act="detention"))[:3]
    form = {"about": names, "verdict": "unsure", "reason": "told at third hand", "back": "/extract/?act=detention"}
    answer = client.post("/judging/many/", form).content.decode()
    batch = re.search(r"/judging/undo-batch/([^/]+)/", answer)
    assert batch
    assert _total(_page(client, judged="unsure")) == len(names)
    assert client.post(f"/judging/undo-batch/{batch[1]}/", {"back": "/extract/"}).status_code == 303
    assert _total(_page(client, judged="unsure")) == 0


def test_a_reader_has_nothing_to_tick(sign_in: SignIn) -> None:
    client = sign_in("reader")
    assert "data-judge-many" not in _page(client)
    assert client.post("/judging/many/", {"about": "clm_0", "verdict": "accept", "reason": "x"}).status_code == 403


def test_a_view_is_kept_under_a_name_and_forgotten(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    name = 'Returns <b> "of" 2023'
    form = {"name": name, "back": "/extract/?act=forced_return&stance=denied&cursor=abc"}
    assert client.post("/extract/keep/", form).status_code == 303
    page = _page(client)
    assert 'href="?act=forced_return&amp;stance=denied"><bdi>Returns &lt;b&gt; &quot;of&quot; 2023</bdi>' in page
    assert name.split()[0] not in _page(sign_in("editor")).partition("<main")[2].partition("<table")[0]
    client.post("/extract/forget/", {"name": name, "back": "/extract/"})
    assert "Returns &lt;b&gt;" not in _page(client)


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("analyst", 403), ("editor", 200), ("owner", 200)])
def test_the_table_leaves_by_those_who_may_export(sign_in: SignIn, role: str, status: int) -> None:
    client = sign_in(role)
    assert client.get("/extract/table.csv").status_code == status
    assert ("/extract/table.csv" in _page(client)) is (status == 200)


def test_the_file_holds_the_claims_chosen_and_says_its_view(sign_in: SignIn) -> None:
    client = sign_in("editor")
    response = client.get("/extract/table.csv?act=forced_return")
    assert response["Content-Type"].startswith("text/csv")
    assert "attachment" in response["Content-Disposition"]
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == _total(_page(client, act="forced_return"))
    assert {row["view"] for row in rows} == {"SEALED"}
    assert {row["act"] for row in rows} == {"forced_return"}


def test_a_file_of_a_day_that_is_none_is_refused(sign_in: SignIn) -> None:
    response = sign_in("editor").get("/extract/table.csv?since=someday")
    assert response.status_code == 303
