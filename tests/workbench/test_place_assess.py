"""Findings by norm and state, one finding element by element, and open questions as a list of things to do."""

import re
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

SignIn = Callable[..., Any]
_NAME = re.compile(r'href="/assess/(fnd_[0-9a-f]+)/"')


def _page(client: Any, path: str = "", **query: str) -> str:
    response = client.get(f"/assess/{path}?{urlencode(query)}")
    assert response.status_code == 200
    return str(response.content.decode())


def _settled() -> None:
    """Wait for the work that judgements of other tests gave."""
    from clarion.workbench.cases import open_case

    for _ in range(600):
        if open_case().desk("owner").work().state == "idle":
            return
        time.sleep(0.1)


@pytest.fixture
def finding(bench: Path) -> Any:
    """A finding of the sample case that rests on most claims."""
    from clarion.workbench.cases import open_case

    _settled()
    findings = [one for one in open_case().record().findings if one.bound == "yes" and one.bound_since]
    return max(findings, key=lambda one: (sum(len(part.claims) for part in one.elements), one.id))


def test_findings_are_narrowed_by_norm_and_state(sign_in: SignIn, finding: Any) -> None:
    client = sign_in("reader")
    every = set(_NAME.findall(_page(client)))
    narrowed = set(_NAME.findall(_page(client, norm=finding.norm, state=finding.state)))
    assert finding.id in narrowed
    assert narrowed < every


def test_norms_states_and_verdicts_are_written_in_words(sign_in: SignIn) -> None:
    body = _page(sign_in("reader")).partition("<main")[2]
    shown = re.sub(r"<[^>]*>", " ", body)
    for raw in ("state:", "would_engage", "elements_missing", "cat-1984", "signed_only"):
        assert raw not in shown


def test_a_finding_shows_each_element_with_its_claims(sign_in: SignIn, finding: Any) -> None:
    page = _page(sign_in("reader"), f"{finding.id}/")
    assert page.count('<li class="element">') == len(finding.elements)
    for element in finding.elements:
        for claim in (*element.claims, *element.against)[:10]:
            assert f'href="/read/claim/{claim}/"' in page
    assert page.count("claims against it") + page.count("claim against it") == len(finding.elements)


def test_a_finding_says_since_when_and_by_which_depositary_a_state_is_bound(sign_in: SignIn, finding: Any) -> None:
    page = _page(sign_in("reader"), f"{finding.id}/")
    assert f'<dt>Bound since</dt><dd><time datetime="{finding.bound_since}">' in page
    assert "By which depositary or source" in page
    assert "no end is known" in page or finding.bound_until


def test_a_finding_never_says_that_a_norm_was_broken(sign_in: SignIn) -> None:
    from clarion.workbench.cases import open_case

    _settled()
    engaged = next(one for one in open_case().record().findings if one.verdict == "would_engage")
    page = _page(sign_in("reader"), f"{engaged.id}/")
    assert "no finding that the norm was broken" in page


def test_a_finding_that_is_not_there_is_not_found(sign_in: SignIn) -> None:
    assert sign_in("reader").get("/assess/fnd_00000000000000000000/").status_code == 404


def test_a_question_is_asked_stands_first_and_is_closed_with_an_answer(sign_in: SignIn, finding: Any) -> None:
    client = sign_in("analyst")
    text = "Who drove the <i>buses</i>?"
    form = {"about": finding.id, "as": "question", "text": text}
    assert client.post("/assess/questions/answer/", form).status_code == 303
    page = _page(client, "questions/")
    asked = re.findall(r'<li class="question( asked)?">(.*?)</li>', page, re.DOTALL)
    # what people asked stands before what the claims leave open
    assert [bool(by) for by, _ in asked] == sorted((bool(by) for by, _ in asked), reverse=True)
    first = next(words for _, words in asked if "Who drove the &lt;i&gt;buses&lt;/i&gt;?" in words)
    assert f'href="/assess/{finding.id}/"' in first
    question = re.search(r'name="question" value="([^"]+)"', first)
    assert question
    answer = {"question": question[1], "text": "two drivers of the county"}
    assert client.post("/assess/questions/answer/", answer).status_code == 303
    assert "Who drove the" not in _page(client, "questions/").partition("<main")[2]


def test_an_open_element_is_answered_by_a_note_on_its_finding(sign_in: SignIn, finding: Any) -> None:
    client = sign_in("analyst")
    form = {"about": finding.id, "as": "note", "text": "the ministry was written to in July"}
    assert client.post("/assess/questions/answer/", form).status_code == 303
    assert "the ministry was written to in July" in _page(client, f"{finding.id}/")


def test_a_question_that_several_norms_ask_of_an_incident_stands_once(sign_in: SignIn) -> None:
    from clarion.workbench.cases import open_case

    _settled()
    record = open_case().record()
    open_of = {
        (one.incident, element.test, one.id)
        for one in record.findings
        for element in one.elements
        if element.state == "unknown"
    }
    assert len({(incident, test) for incident, test, _ in open_of}) < len(open_of), "some question is asked twice"
    page = _page(sign_in("analyst"), "questions/")
    for pile in re.findall(r'<li class="pile">(.*?)</ul></li>', page, re.DOTALL):
        texts = re.findall(r'<p class="text"><bdi>(.*?)</bdi>', pile)
        assert len(set(texts)) == len(texts)
    linked = set(re.findall(r'href="/assess/(fnd_\w+)/"', page.partition("<main")[2]))
    assert {finding for _, _, finding in open_of} <= linked
    titles = {escape(one.title) for one in record.incidents if one.id in {incident for incident, _, _ in open_of}}
    assert all(f"<bdi>{title}</bdi></a></h2>" in page for title in titles)


def test_a_note_on_an_incident_says_what_it_answers(sign_in: SignIn, finding: Any) -> None:
    client = sign_in("analyst")
    form = {"about": finding.incident, "as": "note", "asked": "Was it known?", "text": "the consul was told"}
    assert client.post("/assess/questions/answer/", form).status_code == 303
    shown = client.get(f"/reconcile/{finding.incident}/").content.decode()
    assert re.search(r"Was it known\?\s*(<br>)?\s*the consul was told", shown)


def test_an_empty_answer_is_refused_in_words(sign_in: SignIn, finding: Any) -> None:
    client = sign_in("analyst")
    form = {"about": finding.id, "as": "note", "text": "  "}
    response = client.post("/assess/questions/answer/", form, follow=True)
    assert 'class="message error"' in response.content.decode()


def test_a_reader_answers_nothing(sign_in: SignIn, finding: Any) -> None:
    client = sign_in("reader")
    assert client.post("/assess/questions/answer/", {"about": finding.id, "text": "x"}).status_code == 403
    assert "/assess/questions/answer/" not in _page(client, "questions/")


def test_words_of_an_address_are_escaped(sign_in: SignIn) -> None:
    page = _page(sign_in("reader"), norm='"><script>alert(1)</script>')
    assert "<script>alert" not in page
    assert "Show every finding" in page
