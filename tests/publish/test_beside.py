"""Answers, alarms, what was taken back, the record of warnings and open channels stand in the dossier."""

from dataclasses import replace

import pytest

from building import claim, document, people
from clarion.model import Alarm, AlarmKind, AnswerKind, Correction, CorrectionKind, FigureRule, Record, StanceKind, View
from clarion.publish import Format, PublishOptions, render
from clarion.publish.beside import ALARM, ANSWER, ANSWER_MEANING, OUTCOME, RULE
from clarion.publish.options import OpenChannel
from clarion.publish.words import norm_words
from clarion.reconcile import reconcile

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))


@pytest.fixture
def record() -> Record:
    """One night told by a forum, answered by a ministry, foreseen by a watch."""
    text = "Forty people were sent back. The interior ministry said that all was done according to law."
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04", text=text)
    watch = document("watch", publisher="Border Watch", published="2024-03-18", text="They will be sent back.")
    night = claim(forum, "forced_return", 0, when="2024-05-02", where=ROUTE, count=people(40, 50), who="asylum seekers")
    feared = claim(watch, "forced_return", 0, stance=StanceKind.EXPECTED, where=ROUTE, who="asylum seekers")
    made = reconcile([forum, watch], [night, feared])
    (incident,) = made.incidents
    incident = replace(
        incident,
        alarms=(Alarm(AlarmKind.SUM_OFF, "the parts <b>give</b> 60", (night.id,)),),
        corrections=(Correction(CorrectionKind.RETRACTS, forum.id, (0, 5), (forum.id,), "forum.txt takes it back"),),
    )
    return Record((forum, watch), (night, feared), made.voices, (incident,))


@pytest.fixture
def options(record: Record) -> PublishOptions:
    """With two procedures, one of them closed."""
    name = record.incidents[0].id
    asks, gate = ("a date", "a place"), "Not anonymous."
    channels = (
        OpenChannel(name, "state:NO", "Open procedure", "open", (), asks, gate),
        OpenChannel(name, "state:NO", "Closed procedure", "closed", ("Norway is not a party.",), asks, gate),
    )
    return PublishOptions(format=Format.HTML, view=View.SEALED, channels=channels)


@pytest.mark.parametrize("form", [Format.HTML, Format.MD])
@pytest.mark.parametrize(
    "words",
    [
        "Justifies",
        "neither a confirmation nor a denial",
        "interior ministry",
        "A sum that does not add up",
        "Taken back by its source",
        "no best figure: the words give bounds only",
        "Record of warnings",
        "Borne out",
        "Where it can be carried further",
        "Closed procedure",
        "Norway is not a party",
    ],
)
def test_what_stands_beside_an_incident_is_shown(
    record: Record, options: PublishOptions, form: Format, words: str
) -> None:
    page = render(record, replace(options, format=form)).decode().replace("\\", "")
    assert words.casefold() in page.casefold()


def test_the_words_of_a_reason_can_make_no_markup(record: Record, options: PublishOptions) -> None:
    assert b"<b>give</b>" not in render(record, options)


def test_a_procedure_that_is_open_stands_before_one_that_is_closed(record: Record, options: PublishOptions) -> None:
    page = render(record, options).decode()
    assert page.index("Open procedure") < page.index("Closed procedure")


def test_every_kind_has_words() -> None:
    assert set(ANSWER) == set(ANSWER_MEANING) == set(AnswerKind)
    assert set(ALARM) == set(AlarmKind)
    assert set(RULE) == set(FigureRule)
    assert len(OUTCOME) == 3


@pytest.mark.parametrize("norm", ["vclt-1969/18", "arsiwa-2001/16"])
def test_a_norm_is_named_in_words(norm: str) -> None:
    assert norm.partition("/")[0] not in norm_words(norm)
