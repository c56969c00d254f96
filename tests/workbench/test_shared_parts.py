"""The parts that several places share: judging, marks, chips, cards, pages of a list."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clarion.flow.desk.marks import Marks
from clarion.flow.desk.paging import Page
from clarion.flow.desk.rows import ClaimRow, Said
from clarion.model.errors import BadRequest
from clarion.model.nouns import Affected, Claim, Count, Judgement, Place, When
from clarion.model.vocabulary import JudgementVerdict, PlaceRole, StanceKind, Unit
from clarion.store.marks import Assignment, Tag, Translation
from clarion.store.state import Note

HOSTILE = "<script>alert(1)</script>"
AT = "2026-01-02T03:04:05Z"


def made_claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "id": "clm_" + "a" * 20,
        "document": "sha256:" + "b" * 64,
        "span": (0, 10),
        "quote": "ninety people were returned",
        "cue": (3, 6),
        "act": "forced_return",
        "stance": StanceKind.ASSERTED,
        "affected": Affected("people", count=Count(90, 90, 90, Unit.PEOPLE)),
        "when": When("2024-05-01", "2024-05-03"),
        "where": (Place("Bexlow", PlaceRole.FROM, ref="geonames:1", country="CN"),),
    }
    return Claim(**fields | changes)


def made_row(claim: Claim) -> ClaimRow:
    return ClaimRow(claim, HOSTILE, "a.txt", HOSTILE, "2024-05-04", "CN", Said(), False, (), (), 0, ())


def made_judgement(**changes: Any) -> Judgement:
    fields: dict[str, Any] = {"id": "jdg_" + "1" * 20, "about": "clm_a", "verdict": JudgementVerdict.ACCEPT}
    fields |= {"value": None, "by": "ana", "reason": HOSTILE, "at": AT}
    return Judgement(**fields | changes)


@pytest.fixture
def rendered(bench: Path) -> Callable[..., str]:
    """The text of a part, as somebody sees it who may judge and remark."""
    from django.template import Context, engines
    from django.test import RequestFactory

    from clarion.workbench.people.models import Person

    def render(part: str, **values: Any) -> str:
        request = RequestFactory().get("/read/?words=a&cursor=x")
        user = Person.objects.get(username="analyst")
        context = {"request": request, "user": user, "csrf_token": "t", "may": {"judge": True, "remark": True}}
        template = engines["django"].get_template(f"workbench/parts/{part}.html").template
        return str(template.render(Context(values | context)))

    return render


def test_the_form_of_a_judgement_carries_the_word_that_was_seen(rendered: Callable[..., str]) -> None:
    page = rendered("judge", about="clm_a", judgements=(made_judgement(),), correct="/x/")
    assert 'name="answers" value="jdg_11111111111111111111"' in page
    assert 'data-answers="jdg_11111111111111111111"' in page
    assert page.count("<form") == 2  # the word, and the undo of the one that stands
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page


def test_a_thing_without_a_word_says_so(rendered: Callable[..., str]) -> None:
    assert "Nobody has judged this yet." in rendered("judge", about="clm_a", judgements=())


def test_marks_show_every_mark_and_escape_it(rendered: Callable[..., str]) -> None:
    note = Note("n", "note", "clm_a", HOSTILE, "ana", AT)
    asked = Note("q", "question", "clm_a", HOSTILE, "ana", AT)
    tag = Tag("t", "clm_a", HOSTILE, "ana", AT)
    given = Assignment("s", "clm_a", HOSTILE, "ana", AT)
    put = Translation("w", made_claim().document, (0, 3), "ko", HOSTILE, "ana", AT)
    page = rendered("marks", about="clm_a", marks=Marks((note,), (asked,), (tag,), (given,), (put,)))
    assert HOSTILE not in page
    assert page.count("&lt;script&gt;") >= 5
    assert "Close the question" in page


def test_a_card_leads_to_its_words_and_escapes_them(rendered: Callable[..., str]) -> None:
    page = rendered("claim", row=made_row(made_claim(quote=HOSTILE)), judge=True)
    assert f"/read/claim/{made_claim().id}/" in page
    assert HOSTILE not in page


def test_pages_keep_what_the_list_is_narrowed_to(rendered: Callable[..., str]) -> None:
    page = rendered("pager", page=Page(("x",), next="nn", previous="pp", total=1200))
    assert "?words=a&amp;cursor=nn" in page
    assert "1,200" in page
    note = rendered("filters_note", page=Page(("x",), total=1), chosen=[("words", "Words", HOSTILE)], noun="documents")
    assert HOSTILE not in note
    assert 'href="?"' in note


def test_the_dialog_and_the_chip_stand_alone(rendered: Callable[..., str]) -> None:
    assert 'id="judge-dialog"' in rendered("judge_dialog")
    assert "people differ" in rendered("said", said=Said("accept", "ana", AT, True))


def form_of(claim: Claim, **changes: str) -> dict[str, str]:
    from clarion.workbench.places.judging.corrections import fields_of

    fields = {name: str(value) for name, value in fields_of(claim).items() if name != "tentative"}
    return fields | changes


@pytest.mark.usefixtures("bench")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"stance": "reported"}, {"stance": "reported"}),
        ({"until": "2024-05-05"}, {"when": {"start": "2024-05-01", "end": "2024-05-06"}}),
        ({"best": "70"}, {"affected": {"description": "people", "count": {"low": 70, "high": 70, "best": 70}}}),
        ({"affected": "", "best": "", "low": "", "high": ""}, {"affected": None}),
        # a place that stays keeps what is known of it
        ({"place_to": "Orrin"}, {"where": [{"name": "Bexlow", "ref": "geonames:1"}, {"name": "Orrin", "role": "to"}]}),
        ({"quoted": "Ana Reed; Tam"}, {"voices": [{"name": "Ana Reed", "role": "quoted"}, {"name": "Tam"}]}),
        ({"tentative": "1"}, {"tentative": True}),
    ],
)
def test_a_correction_holds_what_was_changed(changes: dict[str, str], expected: dict[str, Any]) -> None:
    from clarion.flow.judged import check_value
    from clarion.workbench.places.judging.corrections import value_of

    value = value_of(made_claim(), form_of(made_claim(), **changes))
    check_value(made_claim(), value)
    assert _holds(json.loads(value), expected)
    assert set(json.loads(value)) == set(expected)


@pytest.mark.usefixtures("bench")
@pytest.mark.parametrize("changes", [{}, {"best": "many"}, {"since": "soon"}, {"until": "2020-01-01"}])
def test_a_correction_that_says_nothing_or_cannot_be_read_is_refused(changes: dict[str, str]) -> None:
    from clarion.workbench.places.judging.corrections import value_of

    with pytest.raises(BadRequest):
        value_of(made_claim(), form_of(made_claim(), **changes))


def _holds(value: Any, expected: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(value, dict) and all(_holds(value[name], one) for name, one in expected.items())
    if isinstance(expected, list):
        return len(value) == len(expected) and all(map(_holds, value, expected))
    return bool(value == expected)
