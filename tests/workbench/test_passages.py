"""Answers and corrections lead to their words: the reader opens at the stretch and sets it off."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from clarion.flow import Case
from clarion.flow.desk import Upload
from desks import made, settled

SignIn = Callable[..., Any]
DENIAL = (
    "Ministry Wire\n\nAthens, 6 May 2023\n\nPolice arrested twelve fishermen in Athens on 3 May 2023, Lantern Watch"
    " said. The interior ministry denied that twelve fishermen were arrested in Athens on 3 May 2023. The ministry said"
    " the men were held lawfully under the fisheries act.\n"
)


@pytest.fixture
def case(bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A small case in the place of the sample, with a denial."""
    from django.urls import get_resolver

    from clarion.workbench import cases

    assert get_resolver().url_patterns  # views that hold on to the sample do so before it is replaced
    with made(tmp_path) as opened:
        opened.desk("owner").take_in([Upload("denial.txt", DENIAL.encode())])
        settled(opened)
        monkeypatch.setattr(cases, "open_case", lambda: opened)
        yield opened


def set_off(page: str) -> str:
    """The words of the text that a page of the reader sets off."""
    pieces = re.findall(r'<mark class="passage"[^>]*>(.*?)</mark>', page, re.S)
    without_labels = [
        re.sub(r'<span class="nt.*?</span>', "", re.sub(r"<span data-sign-of.*?</span>", "", one)) for one in pieces
    ]
    return unescape(re.sub(r"<[^>]+>", "", "".join(without_labels)))


def test_an_answer_leads_to_its_words(case: Case, sign_in: SignIn) -> None:
    client = sign_in("reader")
    (incident,) = [one for one in case.record().incidents if one.answers]
    page = client.get(f"/reconcile/{incident.id}/").content.decode()
    texts = {one.id: one.text or "" for one in case.record().documents}
    for answer in incident.answers:
        start, end = answer.span
        address = f"/read/{answer.document[7:]}/?at={start}-{end}"
        assert f'href="{address}#passage"' in page
        reader = client.get(address).content.decode()
        assert set_off(reader) == texts[answer.document][start:end]
        assert reader.count('id="passage"') == 1


def test_a_correction_leads_to_the_words_of_its_notice(bench: Path, sign_in: SignIn) -> None:
    from django.template import Context, Template

    from clarion.model.ids import DocumentId
    from clarion.model.nouns import Correction
    from clarion.model.vocabulary import CorrectionKind

    notice = Correction(next(iter(CorrectionKind)), DocumentId(f"sha256:{'a' * 64}"), (7, 40))
    part = Template('{% include "workbench/reconcile/answers.html" %}')
    page = part.render(Context({"sheet": {"corrections": [notice]}}))
    assert f'href="/read/{"a" * 64}/?at=7-40#passage"' in page


@pytest.mark.parametrize("at", ["", "3", "9-3", "4-4", "0-999999", "-1-4", "a-b", "1-2-3", "<b>-4", "0-9999999999"])
def test_a_stretch_that_the_text_does_not_have_sets_nothing_off(case: Case, sign_in: SignIn, at: str) -> None:
    document = case.record().documents[0]
    page = sign_in("reader").get(f"/read/{document.id[7:]}/", {"at": at})
    assert page.status_code == 200
    assert "<mark" not in page.content.decode()
    assert "<b>-4" not in page.content.decode()


def test_every_stretch_is_set_off_as_it_stands_whatever_is_marked_in_it(case: Case, sign_in: SignIn) -> None:
    client = sign_in("reader")
    (document,) = [one for one in case.record().documents if one.path == "denial.txt"]
    text = document.text or ""
    for start in range(0, len(text), 41):
        for end in (start + 1, min(start + 60, len(text)), len(text)):
            page = client.get(f"/read/{document.id[7:]}/", {"at": f"{start}-{end}"}).content.decode()
            assert set_off(page) == text[start:end], (start, end)
