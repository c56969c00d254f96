"""An ask stands in a dossier with what became of it and with the asks that put the opposite."""

from dataclasses import replace

import pytest

from clarion.model import Record, View
from clarion.model.vocabulary import AskFate
from clarion.publish import Format, PublishOptions, render

_OPPOSITE = "The opposite is asked of the same addressee: "


def made(record: Record, form: Format) -> str:
    return render(record, PublishOptions(format=form, view=View.SEALED)).decode()


def told(record: Record, **fate: object) -> Record:
    first, *rest = record.asks
    return replace(record, asks=(replace(first, **fate), *rest))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [Format.HTML, Format.MD])
def test_an_ask_of_which_nothing_is_told_says_so(record: Record, form: Format) -> None:
    assert made(record, form).count("Nothing here tells what became of it.") == len(record.asks)


@pytest.mark.parametrize("fate", [AskFate.MET, AskFate.REFUSED, AskFate.OVERTAKEN])
def test_what_became_of_an_ask_leads_to_the_claims_that_show_it(record: Record, fate: AskFate) -> None:
    shows = next(claim.id for claim in record.claims if claim.id not in record.asks[0].claims)
    page = made(told(record, fate=fate, fate_claims=(shows,)), Format.HTML)
    said = page.split(f'<li id="{record.asks[0].id}">')[1].split("</li>")[0]
    assert "Claims say that" in said
    assert f'href="#{shows}"' in said


@pytest.mark.parametrize("form", [Format.HTML, Format.MD])
def test_the_opposite_is_named_and_one_that_stays_behind_is_not(record: Record, form: Format) -> None:
    other = record.asks[1]
    page = made(told(record, conflicts=(other.id, "ask_elsewhere")), form)
    assert page.count(_OPPOSITE) == 1
    assert other.text in page.split(_OPPOSITE)[1][:200]
    assert "ask_elsewhere" not in page.split(_OPPOSITE)[1][:200]
