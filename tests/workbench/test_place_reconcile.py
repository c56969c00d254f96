"""Incidents as list, map and time line over one filter, and the page of one incident."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

SignIn = Callable[..., Any]
_NAME = re.compile(r'href="/reconcile/(inc_[0-9a-f]+)/"')


def _page(client: Any, path: str = "", **query: str) -> str:
    response = client.get(f"/reconcile/{path}?{urlencode(query)}")
    assert response.status_code == 200, response.status_code
    return str(response.content.decode())


def _names(page: str) -> list[str]:
    return list(dict.fromkeys(_NAME.findall(page)))


@pytest.fixture
def richest(bench: Path) -> Any:
    """The incident of the sample case with most claims."""
    from clarion.workbench.cases import open_case

    return max(open_case().record().incidents, key=lambda one: (len(one.claims), one.id))


def test_list_map_and_time_line_keep_the_filter(sign_in: SignIn) -> None:
    client = sign_in("reader")
    for path in ("", "map/", "time/"):
        page = (
            _page(client, path, act="forced_return", country="CN", cursor="")
            if path
            else _page(client, act="forced_return", country="CN")
        )
        for other in ("", "map/", "time/"):
            assert f'href="/reconcile/{other}?act=forced_return&amp;country=CN"' in page


def test_a_facet_narrows_the_list(sign_in: SignIn) -> None:
    client = sign_in("reader")
    every, narrowed = _names(_page(client)), _names(_page(client, act="forced_return"))
    assert 0 < len(narrowed) < len(every)
    assert set(narrowed) < set(every)


def test_each_pin_of_the_map_is_a_row_of_the_table(sign_in: SignIn) -> None:
    page = _page(sign_in("reader"), "map/")
    rows = re.findall(
        r'<tr data-lat="(-?[\d.]+)" data-lon="(-?[\d.]+)" data-number="(\d+)">\s*<td><a href="([^"]+)"', page
    )
    assert rows
    assert all(-90 <= float(row[0]) <= 90 and -180 <= float(row[1]) <= 180 for row in rows)
    assert "vendor/states.json" in page
    assert "https://" not in page.partition("<main")[2]
    client = sign_in("reader")
    for _lat, _lon, number, address in rows:
        if int(number) > 1:
            assert len(_names(client.get(address.replace("&amp;", "&")).content.decode())) == int(number)


def test_each_bar_of_the_time_line_is_a_row_of_the_table(sign_in: SignIn) -> None:
    client = sign_in("reader")
    page = _page(client, "time/", act="forced_return")
    bars = re.findall(r'<a href="([^"]+)" tabindex="-1">', page)
    rows = re.findall(r'<th scope="row"><a href="([^"]+)">', page)
    assert bars
    assert sorted(bars) == sorted(rows)
    assert "style=" not in page
    number = int(re.search(r'<th scope="row">.*?<td class="num">(\d+)</td>', page, re.DOTALL)[1])  # type: ignore[index]
    response = client.get(rows[0].replace("&amp;", "&"))
    assert len(_names(response.content.decode())) == number


def test_an_incident_shows_every_claim_and_denial_with_its_words(sign_in: SignIn, richest: Any) -> None:
    page = _page(sign_in("analyst"), f"{richest.id}/")
    for claim in (*richest.claims, *richest.denials, *richest.rivals):
        assert f'href="/read/claim/{claim}/"' in page
    for document in richest.origin_of:
        assert f'href="/read/{document.removeprefix("sha256:")}/"' in page


def test_origins_are_counted_facet_by_facet(sign_in: SignIn, richest: Any) -> None:
    page = _page(sign_in("reader"), f"{richest.id}/")
    trees = re.findall(r'<details class="facet-tree".*?</details>', page, re.DOTALL)
    numbers = [int(re.search(r'class="facet-number">(\d+) origin', tree)[1]) for tree in trees]  # type: ignore[index]
    assert sorted(numbers) == sorted(richest.facets.values())
    for tree, number in zip(trees, numbers, strict=True):
        branches = tree.count('<span class="origin">')
        assert branches == number


def test_figures_stand_on_an_axis_with_their_words_beside(sign_in: SignIn, richest: Any) -> None:
    page = _page(sign_in("reader"), f"{richest.id}/")
    figures = page.partition('id="figures"')[2].partition("</section>")[0]
    assert figures.count('<svg xmlns="http://www.w3.org/2000/svg" class="d-axis" aria-hidden="true"') >= 2
    assert "never added up" in figures
    assert "/read/claim/clm_" in figures


def test_what_is_unknown_is_written_as_unknown(sign_in: SignIn) -> None:
    from clarion.workbench.cases import open_case

    bare = next(one for one in open_case().record().incidents if one.when is None or one.when.start is None)
    page = _page(sign_in("reader"), f"{bare.id}/")
    assert '<dt>When</dt><dd><span class="unknown">unknown</span></dd>' in page
    assert ">None<" not in page


def test_an_incident_that_is_not_there_is_not_found(sign_in: SignIn) -> None:
    assert sign_in("reader").get("/reconcile/inc_00000000000000000000/").status_code == 404


@pytest.mark.parametrize(
    ("role", "command", "allowed"),
    [
        ("reader", "merge", False),
        ("analyst", "merge", False),
        ("analyst", "apart", False),
        ("analyst", "split", False),
        ("reader", "prefer", False),
        ("analyst", "prefer", True),
        ("editor", "merge", True),
        ("editor", "apart", True),
        ("editor", "split", True),
    ],
)
def test_who_may_say_what_belongs_together(
    sign_in: SignIn, richest: Any, role: str, command: str, allowed: bool
) -> None:
    response = sign_in(role).post(f"/reconcile/{richest.id}/{command}/", {"reason": ""})
    # without a reason nothing is kept: the page comes back with what is missing
    assert response.status_code == (303 if allowed else 403)


def test_forms_are_shown_to_those_who_may_send_them(sign_in: SignIn, richest: Any) -> None:
    for role, splits, prefers in (("reader", False, False), ("analyst", False, True), ("editor", True, True)):
        page = _page(sign_in(role), f"{richest.id}/")
        assert (f"/reconcile/{richest.id}/split/" in page) is splits
        assert (f"/reconcile/{richest.id}/prefer/" in page) is prefers


def test_a_preferred_figure_is_kept_as_a_word_that_can_be_undone(sign_in: SignIn, richest: Any) -> None:
    client = sign_in("analyst")
    claim = next(iter(richest.claims))
    form = {"value": str(claim), "reason": "nearest to the place"}
    assert client.post(f"/reconcile/{richest.id}/prefer/", form).status_code == 303
    page = _page(client, f"{richest.id}/")
    undo = re.search(r'id="(jdg_[^"]+)">\s*<p><span class="chip j-prefer"', page)
    assert undo
    assert client.post(f"/judging/undo/{undo[1]}/", {"back": "/reconcile/"}).status_code == 303
    assert "chip j-prefer" not in _page(client, f"{richest.id}/")


def test_a_claim_that_is_split_off_and_a_merge_are_kept_with_their_reason(sign_in: SignIn, richest: Any) -> None:
    from clarion.workbench.cases import open_case

    client = sign_in("editor")
    other = next(one for one in open_case().record().incidents if one.id != richest.id and one.act == richest.act)
    before = len(open_case().judgements())
    split = {"claim": str(richest.claims[-1]), "reason": "another night"}
    assert client.post(f"/reconcile/{richest.id}/split/", split).status_code == 303
    apart = {"other": str(other.id), "reason": "another town"}
    assert client.post(f"/reconcile/{richest.id}/apart/", apart).status_code == 303
    merge = {"other": str(other.id), "reason": "one convoy after all"}
    assert client.post(f"/reconcile/{richest.id}/merge/", merge).status_code == 303
    made = open_case().judgements()[before:]
    assert [one.reason for one in made] == ["another night", "another town", "one convoy after all"]
    assert {one.by for one in made} == {"editor"}
    for one in reversed(made):
        assert client.post(f"/judging/undo/{one.id}/", {"reason": "tried only"}).status_code == 303


def test_a_hostile_title_is_shown_as_its_letters(sign_in: SignIn) -> None:
    page = _page(sign_in("reader"), words='<svg onload="alert(1)">', act='"><script>alert(1)</script>')
    body = page.partition("<main")[2]
    assert "<script>alert" not in body
    assert "<svg onload" not in body
    assert "Show every incident" in body


@pytest.mark.parametrize(
    "query", [{"judged": "perhaps"}, {"alarm": "x"}, {"at": "north"}, {"since": "soon"}, {"sort": "x"}]
)
def test_a_choice_that_is_none_breaks_no_page(sign_in: SignIn, query: dict[str, str]) -> None:
    client = sign_in("reader")
    for path in ("", "map/", "time/"):
        _page(client, path, **query)
