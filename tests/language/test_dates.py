"""Dates and times: each rule with what it places, what it leaves open and what it refuses.

The documents' date is Friday 1 September 2023 unless a row says otherwise.
"""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clarion.language.dates import find_dates, readings_in
from clarion.model.nouns import When
from clarion.model.vocabulary import Basis, Precision

WRITTEN = dt.date(2023, 9, 1)


def only(text: str, written_on: dt.date | None = WRITTEN) -> When:
    found = find_dates(text, written_on=written_on)
    assert len(found) == 1, [(text[slice(*when.span or (0, 0))], when.start, when.end) for when in found]
    return found[0]


EXPLICIT = [
    ("on 7 March 2024", "2024-03-07", "2024-03-08"),
    ("on March 7, 2024", "2024-03-07", "2024-03-08"),
    ("on the 7th of March 2024", "2024-03-07", "2024-03-08"),
    ("on Sept. 22th, 2023", "2023-09-22", "2023-09-23"),  # a slip, but clear
    ("on Tuesday, 5 September 2023", "2023-09-05", "2023-09-06"),
    ("on 2024-03-07", "2024-03-07", "2024-03-08"),
    ("on 07.03.2024", "2024-03-07", "2024-03-08"),  # dots: the day first
    ("on 13/03/2024", "2024-03-13", "2024-03-14"),
    ("on 03/13/2024", "2024-03-13", "2024-03-14"),
    ("in November 2021", "2021-11-01", "2021-12-01"),
    ("in 2019", "2019-01-01", "2020-01-01"),
    ("in the year 2019", "2019-01-01", "2020-01-01"),
    ("in the 1990s", "1990-01-01", "2000-01-01"),
    ("in the nineties", "1990-01-01", "2000-01-01"),
    ("in early September 2022", "2022-09-01", "2022-09-11"),
    ("in mid-March 2022", "2022-03-11", "2022-03-21"),
    ("in late February 2024", "2024-02-21", "2024-03-01"),
    ("at the end of May 2022", "2022-05-21", "2022-06-01"),
    ("in the summer of 2022", "2022-06-01", "2022-09-01"),
    ("in autumn 2021", "2021-09-01", "2021-12-01"),
    ("in the first quarter of 2022", "2022-01-01", "2022-04-01"),
    ("on the first Monday of May 2022", "2022-05-02", "2022-05-03"),
    ("on 3-5 May 2024", "2024-05-03", "2024-05-06"),
    ("from 3 May to 5 June 2024", "2024-05-03", "2024-06-06"),
    ("between 1 and 12 October 2022", "2022-10-01", "2022-10-13"),
    ("between March 2019 and May 2020", "2019-03-01", "2020-06-01"),
    ("from December 2021 to February 2022", "2021-12-01", "2022-03-01"),
    ("on the night of 3 to 4 May 2022", "2022-05-03", "2022-05-05"),
    ("two days after 3 May 2022", "2022-05-05", "2022-05-06"),
    ("on Christmas Eve 2022", "2022-12-24", "2022-12-25"),
    ("at Easter 2018", "2018-04-01", "2018-04-02"),
    ("in Q2 2023", "2023-04-01", "2023-07-01"),
    ("in the first three months of 2022", "2022-01-01", "2022-04-01"),
    ("on Tuesday 5th September 2023", "2023-09-05", "2023-09-06"),
    ("in nineteen ninety-six", "1996-01-01", "1997-01-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), EXPLICIT)
def test_full_dates_need_no_date_of_the_document(text: str, start: str, end: str) -> None:
    for written_on in (WRITTEN, None):
        when = only(text, written_on)
        assert (when.start, when.end, when.basis) == (start, end, Basis.EXPLICIT)


RELATIVE = [
    ("They came today", "2023-09-01", "2023-09-02"),
    ("They came yesterday", "2023-08-31", "2023-09-01"),
    ("They came the day before yesterday", "2023-08-30", "2023-08-31"),
    ("They came two weeks ago today", "2023-08-18", "2023-08-19"),
    ("They will come tomorrow", "2023-09-02", "2023-09-03"),
    ("They were held on Tuesday", "2023-08-29", "2023-08-30"),
    ("They were held on Friday", "2023-09-01", "2023-09-02"),  # the day itself fits
    ("They will be heard on Tuesday", "2023-09-05", "2023-09-06"),
    ("The hearing is due on Friday", "2023-09-08", "2023-09-09"),
    ("Police said the hearing would be held on Monday", "2023-09-04", "2023-09-05"),
    ("They left last Monday", "2023-08-28", "2023-08-29"),
    ("They meet next Tuesday", "2023-09-05", "2023-09-06"),
    ("raided in the early hours of Tuesday", "2023-08-29", "2023-08-30"),
    ("hanged at dawn on Sunday", "2023-08-27", "2023-08-28"),
    ("shots were heard overnight Tuesday to Wednesday", "2023-08-29", "2023-08-31"),
    ("They fled last week", "2023-08-21", "2023-08-28"),
    ("They meet this week", "2023-08-28", "2023-09-04"),
    ("They will meet in the coming week", "2023-09-04", "2023-09-11"),
    ("on Wednesday next week", "2023-09-06", "2023-09-07"),
    ("clashes over the weekend killed two", "2023-08-26", "2023-08-28"),
    ("They will march this weekend", "2023-09-02", "2023-09-04"),
    ("They fled last month", "2023-08-01", "2023-09-01"),
    ("They will meet next month", "2023-10-01", "2023-11-01"),
    ("in July they fled", "2023-07-01", "2023-08-01"),
    ("They fled in December", "2022-12-01", "2023-01-01"),
    ("They will meet in December", "2023-12-01", "2024-01-01"),
    ("They will meet in March", "2024-03-01", "2024-04-01"),
    ("They were sentenced on 12 August", "2023-08-12", "2023-08-13"),
    ("A vigil will be held on 22 September", "2023-09-22", "2023-09-23"),
    ("A vigil on 22 September", "2023-09-22", "2023-09-23"),  # nothing tells the tense: the nearest
    ("They were sentenced on 30 December", "2022-12-30", "2022-12-31"),
    ("They fled last year", "2022-01-01", "2023-01-01"),
    ("They fled two years ago", "2021-01-01", "2022-01-01"),
    ("They fled a month ago", "2023-08-01", "2023-09-01"),
    ("They fled three days ago", "2023-08-29", "2023-08-30"),
    ("They fled two weeks ago", "2023-08-18", "2023-08-19"),
    ("in the past three months they fled", "2023-06-01", "2023-09-01"),
    ("over the past year they fled", "2022-09-01", "2023-09-01"),
    ("They fled this summer", "2023-06-01", "2023-09-01"),
    ("They come this coming Monday", "2023-09-04", "2023-09-05"),
    ("They fled two Sundays ago", "2023-08-20", "2023-08-21"),
    ("They were sentenced on 2 May last year", "2022-05-02", "2022-05-03"),
    ("in the first week of July they fled", "2023-07-03", "2023-07-10"),
    ("In May 12 people were killed", "2023-05-01", "2023-06-01"),  # the figure counts people
    ("from the 5th to the 8th", "2023-09-05", "2023-09-09"),
    ("a march on Human Rights Day", "2023-12-10", "2023-12-11"),
    ("They will pay within 30 days", "2023-09-01", "2023-10-02"),
    ("It opens on Saturday the 14th", "2023-10-14", "2023-10-15"),
    ("on Tuesday (9/5) they will march", "2023-09-05", "2023-09-06"),
    ("They will reopen it on the 15th", "2023-09-15", "2023-09-16"),
    ("the week of 4 September", "2023-09-04", "2023-09-11"),
]


@pytest.mark.parametrize(("text", "start", "end"), RELATIVE)
def test_relative_expressions_are_worked_out_from_the_documents_date(text: str, start: str, end: str) -> None:
    when = only(text)
    assert (when.start, when.end) == (start, end)
    assert when.basis is Basis.DOCUMENT_DATE


@pytest.mark.parametrize("text", [row[0] for row in RELATIVE])
def test_without_the_documents_date_the_words_are_kept_and_the_bounds_unknown(text: str) -> None:
    when = only(text, None)
    assert (when.start, when.end, when.precision) == (None, None, None)
    assert when.span is not None


def test_earlier_this_month_runs_from_its_first_day_to_the_documents_date() -> None:
    when = only("They fled earlier this month", dt.date(2023, 9, 20))
    assert (when.start, when.end) == ("2023-09-01", "2023-09-20")


def test_last_summer_in_spring_is_that_of_the_year_before() -> None:
    assert only("They vanished last summer", dt.date(2021, 3, 5)).start == "2020-06-01"


OPEN = [
    ("closed since 22 January 2020", "2020-01-22", None),
    ("closed since August", "2023-08-01", None),
    ("until 30 September 2023", None, "2023-10-01"),
    ("answer by 30 September 2023", None, "2023-10-01"),
    ("before 9 July 2023", None, "2023-07-09"),
    ("before 2022", None, "2022-01-01"),
    ("before the end of the month", None, "2023-10-01"),
    ("by the end of the year", None, "2024-01-01"),
    ("before the new year", None, "2024-01-01"),
    ("after 3 May 2022", "2022-05-04", None),
]


@pytest.mark.parametrize(("text", "start", "end"), OPEN)
def test_since_until_and_before_leave_one_side_open(text: str, start: str | None, end: str | None) -> None:
    when = only(text)
    assert (when.start, when.end, when.precision) == (start, end, Precision.OPEN)


ATTRIBUTES = [
    ("after the 1987 crash", "1987-01-01", "1988-01-01"),
    ("following the August 2022 truce", "2022-08-01", "2022-09-01"),
    ("before next week's talks", "2023-09-04", "2023-09-11"),
]


@pytest.mark.parametrize(("text", "start", "end"), ATTRIBUTES)
def test_a_sign_before_a_noun_does_not_open_its_date(text: str, start: str, end: str) -> None:
    when = only(text)
    assert (when.start, when.end) == (start, end)


CLOCKS = [
    ("on 5 September 2023 at 13:00", "2023-09-05T13:00", None, Precision.MINUTE),
    ("at 10 a.m. on 5 September 2023", "2023-09-05T10:00", None, Precision.MINUTE),
    ("at 2 in the afternoon on 5 September 2023", "2023-09-05T14:00", None, Precision.MINUTE),
    ("on 5 September 2023, 1-2:30 pm", "2023-09-05T13:00", "2023-09-05T14:30", Precision.MINUTE),
    ("on 5 September 2023 at 12:00 noon", "2023-09-05T12:00", None, Precision.MINUTE),
    ("at 1030 hrs on 5 September 2023", "2023-09-05T10:30", None, Precision.MINUTE),
    ("on 5 September 2023, 11-12:30 pm", "2023-09-05T11:00", "2023-09-05T12:30", Precision.MINUTE),
    ("on 5 September 2023, 12 noon-1 pm", "2023-09-05T12:00", "2023-09-05T13:00", Precision.MINUTE),
    ("on 5 September 2023, 19:00-20:30", "2023-09-05T19:00", "2023-09-05T20:30", Precision.MINUTE),
    ("from 10 a.m. to noon on 5 September 2023", "2023-09-05T10:00", "2023-09-05T12:00", Precision.MINUTE),
    ("on 5 September 2023, 10 pm-1 am", "2023-09-05T22:00", "2023-09-06T01:00", Precision.MINUTE),
    ("at around 7 p.m. on Monday", "2023-08-28T19:00", None, Precision.HOUR),
    ("shortly after 4 a.m. on Monday", "2023-08-28T04:00", None, Precision.HOUR),
    ("Sunday 3 September, 9 a.m.", "2023-09-03T09:00", None, Precision.MINUTE),
    ("next Tuesday at noon", "2023-09-05T12:00", None, Precision.MINUTE),
    ("2023-08-29T13:00:00Z", "2023-08-29T13:00", None, Precision.MINUTE),
    ("tomorrow at 10 there will be a rally", "2023-09-02T10:00", None, Precision.MINUTE),
    ("on Sunday at 11", "2023-08-27T11:00", None, Precision.MINUTE),
    ("at 14.30 on 5 September 2023", "2023-09-05T14:30", None, Precision.MINUTE),
    ("tonight at 7 p.m.", "2023-09-01T19:00", None, Precision.MINUTE),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), CLOCKS)
def test_clock_times_join_their_day(text: str, start: str, end: str | None, precision: Precision) -> None:
    when = only(text)
    assert (when.start, when.end, when.precision) == (start, end, precision)


def test_a_deadline_with_a_clock_time_ends_at_it() -> None:
    assert only("answer on Monday 4 September before 5 p.m.").end == "2023-09-04T17:00"


def test_a_clock_time_goes_for_every_day_of_a_list() -> None:
    found = find_dates("on 6 and 7 September, 11-12:30 pm", written_on=WRITTEN)
    assert [(when.start, when.end) for when in found] == [
        ("2023-09-06T11:00", "2023-09-06T12:30"),
        ("2023-09-07T11:00", "2023-09-07T12:30"),
    ]


def test_the_small_hours_after_a_night_of_two_dates_belong_to_the_second() -> None:
    found = find_dates("In the night of 3 to 4 May 2022 they came. At 3 a.m. they left.", written_on=WRITTEN)
    assert found[-1].start == "2022-05-04T03:00"


def test_weekdays_in_a_list_share_the_clock_time() -> None:
    found = find_dates("on Wednesday (9/6) and Thursday (9/7) from 11-12:30 pm EST", written_on=WRITTEN)
    assert [when.start for when in found] == ["2023-09-06T11:00", "2023-09-07T11:00"]


def test_two_clock_times_of_one_moment_share_the_day() -> None:
    found = find_dates("at 1 pm EDT (7 pm CEST) on 5 September 2023", written_on=WRITTEN)
    assert [when.start for when in found] == ["2023-09-05T13:00", "2023-09-05T19:00"]


def test_a_bare_clock_time_takes_the_day_told_of_and_stays_open_without_one() -> None:
    tuesday, clock = find_dates("On Tuesday they met. At 5 p.m. they left.", written_on=WRITTEN)
    assert (tuesday.start, clock.start) == ("2023-08-29", "2023-08-29T17:00")
    assert only("At 5 p.m. they left.").start is None


CONTEXT = [
    ("He was held on 3 May 2022. Two days later he died.", "2022-05-05", "2022-05-06"),
    ("He was held on 3 May 2022. The next day he died.", "2022-05-04", "2022-05-05"),
    ("He was held on 3 May 2022. That evening he died.", "2022-05-03", "2022-05-04"),
    ("He was held on 3 May 2022. He died the same month.", "2022-05-01", "2022-06-01"),
    ("He was held in 2022 and charged in August of that year.", "2022-08-01", "2022-09-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), CONTEXT)
def test_back_references_build_on_the_time_told_of_last(text: str, start: str, end: str) -> None:
    when = find_dates(text, written_on=WRITTEN)[-1]
    assert (when.start, when.end, when.basis) == (start, end, Basis.CONTEXT)


def test_a_sentence_can_be_read_with_an_anchor_from_its_context() -> None:
    text = "He fled. The same evening, at 9 p.m., soldiers came."
    readings = readings_in(text, 9, len(text), written_on=WRITTEN, anchor=dt.date(2023, 8, 20))
    assert [reading.when.start for reading in readings][-1] == "2023-08-20T21:00"
    assert all(text[slice(*reading.when.span or (0, 0))] for reading in readings)


ZONES = [
    ("on 5 September 2023, 1-2:30 pm EST", "EST"),
    ("at 1 pm (CET) on 5 September 2023", "CET"),
    ("on 5 September 2023 at 13:00 KST", "KST"),
    ("at 9 a.m. Eastern Standard Time on Tuesday", "Eastern Standard Time"),
    ("at 4 a.m. on 7 March 2024 (GMT+2)", "GMT+2"),
    ("at 8 p.m. local time on Tuesday", "local time"),
]


@pytest.mark.parametrize(("text", "zone"), ZONES)
def test_the_zone_is_returned_as_written(text: str, zone: str) -> None:
    (reading,) = readings_in(text, 0, len(text), written_on=WRITTEN)
    assert reading.zone_token == zone
    assert text[slice(*reading.zone_span or (0, 0))] == zone


NOWHERE = [
    "They march every Friday",
    "each month",
    "on Tuesday afternoons",
    "He was held for three weeks",
    "It is now closed",
    "in recent weeks",
    "In two days they arrested 40",  # how long, not when
    "on 31 June 2023",  # no day of the calendar
    "in the fiscal year 2021",  # nobody says when it began
]


@pytest.mark.parametrize("text", NOWHERE)
def test_what_has_no_place_on_the_calendar_is_listed_without_bounds(text: str) -> None:
    when = only(text)
    assert (when.start, when.end, when.precision) == (None, None, None)


REFUSED = [
    "This may take longer",
    "They march on",
    "The sun rose",
    "He sat down",
    "a second man",
    "the 14th amendment",
    "the 1951 Refugee Convention",  # part of a name
    "2000 crates",
    "1950 refugees",
    "Call 138-2010-2015",
    "the stock fell 7/8",
    "12.50 a share",
    "$2019",
    "no more than that",
    "the fall of the regime",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_only_looks_like_a_date_is_refused(text: str) -> None:
    assert find_dates(text, written_on=WRITTEN) == []


def test_other_languages_give_iso_dates_only() -> None:
    found = find_dates("2024-03-07, mardi 12 mai", written_on=WRITTEN, language="fr")
    assert [when.start for when in found] == ["2024-03-07"]


def test_a_weekday_tells_month_from_day() -> None:
    # 5 September 2023 is a Tuesday, 9 May 2023 too; 8/9 is a Wednesday only as 9 August
    assert only("on Wednesday 8/9/2023").start == "2023-08-09"


WORDS = st.sampled_from(
    "Monday on in at the of 5 5th May May. September 2023 2024-03-07 9/5 31/02/2023 10:30 a.m. pm noon midnight - – "
    "to and "
    "between from until since before after early mid late end last next this that week weekend month year quarter "
    "summer ago "
    "two three days weeks later tomorrow yesterday night evening first second century 1990s Easter every , ( ) . EST "
    "' s".split()
)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.one_of(st.none(), st.dates()))
@example("the first century", dt.date(1, 1, 1))
@example("last century decade", dt.date(9999, 12, 31))
@example("100 years ago in 5000 centuries", dt.date(1, 1, 2))
@example("Monday 10:30 - 10:30", dt.date(1000, 1, 1))
@example("today 23:30 - 10:30", dt.date(9999, 12, 31))
@example("midnight today until midnight", dt.date(9999, 12, 31))
def test_spans_lie_inside_the_text_and_starts_come_before_ends(text: str, written_on: dt.date | None) -> None:
    last = 0
    for when in find_dates(text, written_on=written_on):
        assert when.span is not None
        start, end = when.span
        assert last <= start < end <= len(text)
        last = end
        assert when.start is None or when.end is None or when.start < when.end
        assert (when.precision is None) == (when.start is None and when.end is None)
        for bound in (when.start, when.end):
            if bound is not None:
                dt.datetime.fromisoformat(bound)
                assert len(bound) in (10, 16)


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    for when in find_dates(text, written_on=WRITTEN):
        assert when.span is not None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("They were sent back on the eve of Christmas.", None),
        ("They were sent back on Christmas Eve.", "2024-12-24"),
        ("They were sent back at Christmas.", "2024-12-25"),
    ],
)
def test_the_eve_of_a_feast_is_no_day(text: str, start: str | None) -> None:
    (when,) = find_dates(text, written_on=dt.date(2025, 3, 21))
    assert when.start == start
