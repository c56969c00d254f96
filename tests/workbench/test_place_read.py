"""The list of documents and the reader: marks in place, details, judging, adding, handling."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from clarion.flow.case import Case
from clarion.flow.desk.rows import ClaimRow, Said
from clarion.model.nouns import Claim, Document, Region
from clarion.model.vocabulary import RegionKind, StanceKind
from hostile import taken_in

TEXT = (
    "Police in Sunmere arrested 40 people on 3 May 2024. Troops reportedly killed 12 villagers near Sunmere.\n\n"
    "The shore network urged the government to release them. Nobody was seized at the mill."
)


@pytest.fixture(scope="module")
def case(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case of two documents in place of the sample."""
    from clarion.workbench import cases

    with Case.open(tmp_path_factory.mktemp("reader") / "case") as made:
        taken_in(made, {"one.txt": TEXT.encode(), "other.txt": b"Soldiers beat 3 fishermen in Sunmere on 9 May 2024."})
        patch = pytest.MonkeyPatch()
        patch.setattr(cases, "open_case", lambda: made)
        yield made
        patch.undo()


@pytest.fixture
def page(case: Case) -> str:
    """The address of the longer document."""
    found = next(document for document in case.record().documents if document.path.endswith("one.txt"))
    return f"/read/{found.id.removeprefix('sha256:')}/"


def claims(case: Case, page: str) -> list[Claim]:
    return [claim for claim in case.record().claims if claim.document == "sha256:" + page.split("/")[2]]


def row(claim: Claim, said: Said | None = None) -> ClaimRow:
    return ClaimRow(claim, None, "a", None, None, None, said or Said(), False, (), (), 0, ())


def made(ordinal: int, cue: tuple[int, int] | None, span: tuple[int, int], act: str = "killing") -> Claim:
    return Claim(f"clm_{ordinal:020d}", "sha256:0", span, "", cue, act, StanceKind.ASSERTED)  # type: ignore[arg-type]


def plain(marked: str) -> str:
    """The text without what is not of it, as the script of the reader counts it."""
    from lxml import html

    root = html.fragment_fromstring(marked, create_parent="div")
    for element in root.xpath("//*[contains(concat(' ', @class, ' '), ' nt ')]"):
        element.text = "\x00" * int(element.get("data-n", "0"))
        for child in list(element):
            element.remove(child)
    return str(root.text_content())


@pytest.mark.usefixtures("bench")
@pytest.mark.parametrize(
    "rows",
    [
        [],
        [made(1, (5, 9), (0, 20))],
        [made(1, (5, 9), (0, 20)), made(2, (5, 9), (0, 30), "detention")],  # the same words
        [made(1, (5, 12), (0, 20)), made(2, (8, 15), (3, 40))],  # words that overlap
        [made(1, None, (4, 18)), made(2, (4, 6), (4, 18))],  # no act word
        [made(1, (0, 4), (0, 187)), made(2, (50, 60), (40, 99999))],  # a span beyond the end
    ],
)
def test_marks_leave_every_word_of_the_text_in_its_place(rows: list[Claim]) -> None:
    from clarion.workbench.places.read.marked import marked

    regions = (Region(RegionKind.HEADLINE, (0, 10)), Region(RegionKind.BOILERPLATE, (30, 45)))
    text = marked(Document("sha256:0", "a", "text/plain", text=TEXT, regions=regions), [row(one) for one in rows])  # type: ignore[arg-type]
    assert plain(text) == TEXT
    for claim in rows:
        assert text.count(f'id="w-{claim.id}"') == 1
        assert f'href="?claim={claim.id}#w-{claim.id}"' in text


@pytest.mark.usefixtures("bench")
def test_a_long_text_with_many_claims_is_marked_quickly() -> None:
    from clarion.workbench.places.read.marked import marked

    text = "Troops killed 12 villagers near Sunmere. " * 7_500
    rows = [row(made(at, (at * 600 + 7, at * 600 + 13), (at * 600, at * 600 + 40))) for at in range(500)]
    begun = perf_counter()
    marked(Document("sha256:0", "a", "text/plain", text=text), rows)  # type: ignore[arg-type]
    # a fifth of what a page may take as a whole; on an idle core it takes 15 ms
    assert perf_counter() - begun < 0.2


def test_the_reader_marks_claims_and_opens_one_without_a_script(
    sign_in: Callable[..., Any], case: Case, page: str
) -> None:
    text = sign_in("analyst").get(page).content.decode()
    found = claims(case, page)
    assert len(found) >= 3
    for claim in found:
        assert f'id="w-{claim.id}"' in text
    assert ">reported on another’s word<" in text
    opened = sign_in("analyst").get(f"{page}?claim={found[0].id}").content.decode()
    assert f'data-judge="{found[0].id}"' in opened
    assert "Who says it" in opened
    assert "chosen" in opened


def test_a_reader_sees_words_and_judges_nothing(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    claim = claims(case, page)[0].id
    text = sign_in("reader").get(f"{page}?claim={claim}").content.decode()
    assert 'name="verdict"' not in text
    answer = sign_in("reader").post("/judging/", {"about": claim, "verdict": "accept", "reason": "x"})
    assert answer.status_code == 403


def test_a_word_is_said_shown_and_undone(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    client, claim = sign_in("analyst"), claims(case, page)[0].id
    said = {"about": claim, "verdict": "accept", "reason": "read twice", "answers": "", "back": page}
    assert client.post("/judging/", said).headers["Location"] == page
    details = client.get(f"/read/claim/{claim}/details/").content.decode()
    assert "accepted" in details
    assert "read twice" in details
    judgement = re.search(r"/judging/undo/(jdg_\w+)/", details)
    assert judgement is not None
    assert client.post(judgement[0], {"back": page}).status_code == 303
    assert "Nobody has judged this yet." in client.get(f"/read/claim/{claim}/details/").content.decode()


def test_the_second_person_is_told_before_a_word_is_sent(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    claim = claims(case, page)[1].id
    first, second = sign_in("analyst"), sign_in("editor")
    first.post("/judging/", {"about": claim, "verdict": "accept", "reason": "as told", "answers": ""})
    # the second form was opened before the first word came
    word = {"about": claim, "verdict": "reject", "reason": "not so", "answers": ""}
    told = second.post("/judging/", word, headers={"HX-Request": "true"})
    assert told.status_code == 409
    assert "as told" in told.content.decode()
    assert case.desk("editor").last_word(claim).by == "analyst"  # type: ignore[union-attr]
    seen = re.search(r'name="answers" value="(jdg_\w+)"', told.content.decode())
    assert seen is not None
    sent = second.post("/judging/", word | {"answers": seen[1]}, headers={"HX-Request": "true"})
    assert sent.status_code == 200
    assert case.desk("editor").last_word(claim).verdict == "reject"  # type: ignore[union-attr]


def test_a_correction_through_the_form_changes_the_claim(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    client = sign_in("analyst")
    claim = next(one for one in claims(case, page) if one.act == "detention")
    form = client.get(f"/judging/correct/{claim.id}/").content.decode()
    assert 'name="stance"' in form
    from clarion.workbench.places.judging.corrections import fields_of

    fields = {name: str(value) for name, value in fields_of(claim).items() if name != "tentative"}
    word = {"about": claim.id, "verdict": "correct", "reason": "a rumour", "fields": "1", "back": page}
    assert client.post("/judging/", fields | word | {"stance": "possible"}).status_code == 303
    sheet = case.desk("analyst").claim(claim.id)
    assert sheet is not None
    assert sheet.row.claim.stance == StanceKind.POSSIBLE
    assert json.loads(sheet.judgements[-1].value or "{}") == {"stance": "possible"}


def test_many_are_judged_and_undone_at_once(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    client, names = sign_in("analyst"), [claim.id for claim in claims(case, page)[-2:]]
    answer = client.post("/judging/many/", {"about": [*names, "clm_none"], "verdict": "unsure", "reason": "later"})
    text = answer.content.decode()
    assert "2 things judged:" in text
    assert "1 was left out:" in text
    undo = re.search(r"/judging/undo-batch/[^\"]+/", text)
    assert undo is not None
    assert client.post(undo[0]).status_code == 303
    assert case.desk("analyst").last_word(names[0]) is None


def test_words_that_the_machine_missed_become_a_claim(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    client = sign_in("analyst")
    form = client.get(f"{page}add/", {"start": 0, "end": 6})
    assert "Act word:" in form.content.decode()
    word = {"words": "urged", "act": "appeal", "stance": "asserted", "reason": "missed", "unit": "people"}
    answer = client.post(f"{page}add/", word)
    assert answer.status_code == 303, answer.content.decode()
    name = re.search(r"claim=(clm_\w+)", answer.headers["Location"])
    assert name is not None
    sheet = case.desk("analyst").claim(name[1])
    assert sheet is not None
    assert sheet.row.claim.method.startswith("person")
    assert "urged the government" in sheet.row.claim.quote


@pytest.mark.parametrize("words", ["not in the text at all", "Sunmere", ""])
def test_words_that_stand_nowhere_or_twice_are_asked_for_again(
    sign_in: Callable[..., Any], page: str, words: str
) -> None:
    answer = sign_in("analyst").post(f"{page}add/", {"words": words, "act": "killing", "stance": "asserted"})
    assert answer.status_code in (200, 400)
    assert 'name="words"' in answer.content.decode()


def test_marks_are_put_taken_and_shown(sign_in: Callable[..., Any], case: Case, page: str) -> None:
    client, about = sign_in("analyst"), claims(case, page)[0].id
    part = {"HX-Request": "true"}
    assert "boats" in client.post("/marks/tag/", {"about": about, "tag": "boats"}, headers=part).content.decode()
    assert "boats" not in client.post("/marks/untag/", {"about": about, "tag": "boats"}, headers=part).content.decode()
    assert "editor" in client.post("/marks/assign/", {"about": about, "to": "editor"}, headers=part).content.decode()
    assert client.post("/marks/assign/", {"about": about, "to": "nobody"}, headers=part).status_code == 400
    asked = client.post("/marks/note/", {"about": about, "text": "Which day?", "question": "1"}, headers=part)
    question = re.search(r'name="question" value="([^"]+)"', asked.content.decode())
    assert question is not None
    closed = {"about": about, "question": question[1], "text": "the third"}
    assert client.post("/marks/close/", closed, headers=part).status_code == 200
    document = "sha256:" + page.split("/")[2]
    put = {"about": document, "start": "0", "end": "6", "language": "ko", "words": "경찰", "back": page}
    assert client.post("/marks/translate/", put).status_code == 303
    assert "경찰" in client.get(page).content.decode()


def test_a_sealed_document_is_missing_for_others(sign_in: Callable[..., Any], case: Case) -> None:
    other = next(one for one in case.record().documents if one.path.endswith("other.txt"))
    page = f"/read/{other.id.removeprefix('sha256:')}/"
    word = {"handling": "sealed", "named": "editor", "reason": "asked for"}
    assert sign_in("editor").post(f"{page}handling/", word).status_code == 303
    for address in (page, f"{page}about/", f"{page}original/", f"{page}original/page/", f"{page}original/file/"):
        assert sign_in("editor").get(address).status_code == 200
        assert sign_in("analyst").get(address).status_code == 404
    assert "other.txt" not in sign_in("analyst").get("/read/").content.decode()


@pytest.mark.parametrize(
    "query",
    ["words=police", "voice=x", "language=en", "place=CN", "since=2024-01-01", "until=2030-01-01", "handling=none",
     "problem=1", "tag=x", "judged=yes", "judged=no", "sort=title", "sort=claims", "sort=arrived", "sort=oldest"],
)  # fmt: skip
def test_the_list_is_narrowed_and_sorted(sign_in: Callable[..., Any], case: Case, query: str) -> None:
    assert sign_in("reader").get(f"/read/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["cursor=broken", "sort=colour", "since=soon"])
def test_a_list_that_makes_no_sense_is_refused_in_one_line(sign_in: Callable[..., Any], case: Case, query: str) -> None:
    answer = sign_in("reader").get(f"/read/?{query}")
    assert answer.status_code == 400
    assert "message error" in answer.content.decode()
