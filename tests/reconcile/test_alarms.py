"""What goes wrong on the way of an account is flagged with its reason, and no best figure stands on it."""

from dataclasses import replace

import pytest

from building import claim, document, people
from clarion.model import Alarm, AlarmKind, Claim, Count, CountKind, Document, FigureRule, Incident, StanceKind, Unit
from clarion.reconcile import reconcile
from clarion.reconcile.reckoning import impossible_dates, wrong_sums

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
NIGHT = {"when": "2024-05-02", "where": ROUTE}


def in_words(of: Document, words: str, **more: object) -> Claim:
    start = (of.text or "").index(words)
    made = claim(of, "forced_return", start, **more)
    return replace(made, span=(start, start + len(words)), quote=words)


def alarms(documents: list[Document], claims: list[Claim]) -> list[Alarm]:
    return [alarm for incident in reconcile(documents, claims).incidents for alarm in incident.alarms]


def returned(documents: list[Document], claims: list[Claim]) -> Incident:
    (incident,) = reconcile(documents, claims).incidents
    return incident


def two_reports(first: Count, second: Count, **more: object) -> tuple[list[Document], list[Claim]]:
    """A forum tells, and a paper passes it on two days later."""
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    paper = document("paper", publisher="Fjord Daily", published="2024-05-06")
    voices = ("the Northern Rights Forum",)
    told = claim(forum, "forced_return", 0, count=first, **NIGHT)
    passed_on = claim(paper, "forced_return", 0, count=second, voices=voices, **{**NIGHT, **more})
    return [forum, paper], [told, passed_on]


def about(number: int) -> Count:
    return Count(best=number, unit=Unit.PEOPLE, kind=CountKind.ABOUT)


def test_a_nights_figure_and_a_running_total_told_as_one_are_flagged_with_both_sources() -> None:
    text = "About 600 were sent back on 2 May. In all, 2,600 have been sent back."
    group = document("group", publisher="Northern Rights Forum", published="2024-05-04", text=text)
    speaker = document(
        "speech", publisher="Senator", published="2024-05-06", text="600 to 2,600 were sent back in the night of 2 May."
    )
    claims = [
        in_words(group, "About 600 were sent back", count=about(600), **NIGHT),
        in_words(group, "2,600 have been sent back", count=people(best=2600), where=ROUTE),
        in_words(speaker, "600 to 2,600 were sent back in the night", count=people(600, 2600), **NIGHT),
    ]
    (alarm,) = alarms([group, speaker], claims)
    assert alarm.kind == AlarmKind.SCOPE_DRIFT
    assert set(alarm.claims) == {one.id for one in claims}
    assert "2,600 is what Northern Rights Forum (4 May 2024) gives as a total" in alarm.reason


def test_at_least_and_as_many_as_far_apart_in_one_night_are_two_scopes() -> None:
    text = "At least 600 and as many as 2,600 people were sent back in the middle of the night."
    speech = document("speech", publisher="Senator", published="2024-05-06", text=text)
    start = text.index("as many as 2,600")
    count = replace(people(None, 2600), span=(start, start + len("as many as 2,600")))
    assert [a.kind for a in alarms([speech], [in_words(speech, text[:-1], count=count, where=ROUTE)])] == [
        "scope_drift"
    ]


def test_a_figure_of_two_scopes_does_not_widen_that_of_the_night() -> None:
    text = "At least 600 and as many as 2,600 people were sent back in the middle of the night of 4 May."
    speech = document("speech", publisher="Senator", published="2024-05-06", text=text)
    start = text.index("as many as 2,600")
    count = replace(people(None, 2600), span=(start, start + len("as many as 2,600")))
    forum = document("forum", publisher="Vardo Forum", published="2024-05-05", text="600 people were sent back.")
    told = in_words(forum, "600 people were sent back", count=people(best=600), when="2024-05-04", where=ROUTE)
    drifted = in_words(speech, text[:-1], count=count, when="2024-05-04", where=ROUTE)
    (incident,) = reconcile([speech, forum], [drifted, told]).incidents
    assert [alarm.kind for alarm in incident.alarms] == ["scope_drift"]
    assert incident.affected is not None
    assert incident.affected.count is not None
    assert incident.affected.count.high == 600


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("400 to 600 people were sent back in the night.", people(400, 600)),  # one crowd, two estimates
        ("600 to 2,600 people were sent back since January.", people(600, 2600)),  # no night
        ("600 people were sent back in the night.", people(best=600)),
    ],
)
def test_a_narrow_range_or_a_long_time_is_no_drift(text: str, count: Count) -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-06", text=text)
    assert not alarms([paper], [in_words(paper, text[:-1], count=count, where=ROUTE)])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (people(None, 2000), people(2001)),  # as many as -> more than
        (people(None, 2000), people(2000)),  # as many as -> at least
        (people(None, 2000), people(best=2000)),  # as many as -> flat
        (people(None, 1999), people(2001)),  # fewer than -> more than
        (about(500), people(501)),  # about -> over
        (people(best=500), people(501)),  # flat -> over
    ],
)
def test_a_bound_that_grew_in_a_relay_is_flagged(first: Count, second: Count) -> None:
    documents, claims = two_reports(first, second)
    (alarm,) = alarms(documents, claims)
    assert alarm.kind == AlarmKind.BOUND_GREW
    assert "became" in alarm.reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (people(501), people(None, 500)),  # it shrank
        (people(best=500), people(500)),  # at least says less than the figure
        (people(None, 2000), people(None, 2000)),
        (people(None, 12), people(12)),
        (people(None, 2000), people(1200)),
    ],
)
def test_a_bound_that_did_not_grow_is_not_flagged(first: Count, second: Count) -> None:
    documents, claims = two_reports(first, second)
    if first.high == 12:  # small numbers meet by chance between origins that do not depend on each other
        claims[1] = claim(documents[1], "forced_return", 0, count=second, **NIGHT)
    assert not alarms(documents, claims)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("At least 406 people were sent back: 108 in May, 212 in June and 28 in July.", True),
        ("In all 670 people: 500 in October, 40 in September, 80 in August and 50 before.", False),
        ("The 60 people (40 men and 30 women) were sent back.", True),
        ("The 70 people (40 men and 30 women) were sent back.", False),
        ("They held 70 people, not 90 (40 men and 30 women).", False),
        ("They held 12 people, including 7 women and 8 children.", True),
        ("They held 12 people, including 4 women and 3 children.", False),
        ("They sent back 40 men, 30 women and 20 children, a total of 100.", True),
        ("They sent back 40 men, 30 women and 20 children, a total of 90.", False),
        ("About 100 people: 40 men, 30 women and 35 children.", False),  # a rounded whole
        ("Three people were arrested on 4 May and two were released on 6 May.", False),
    ],
)
def test_sums_that_do_not_add_up_are_flagged(sentence: str, wrong: bool) -> None:
    assert bool(list(wrong_sums(sentence))) is wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("on Saturday 15 October 2025", True),  # it was a Wednesday
        ("on Wednesday, 15 October 2025", False),
        ("on Monday, October 9", False),  # 2023
        ("on Sunday, October 9", True),
        ("on 31 June", True),
        ("on 29 February 2023", True),
        ("on 29 February 2024", False),
        ("in May 2023", False),
    ],
)
def test_days_that_no_calendar_has_are_flagged(sentence: str, wrong: bool) -> None:
    assert bool(list(impossible_dates(sentence, {2023}))) is wrong


def test_what_is_told_as_done_before_its_day_has_an_impossible_date() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-04-20")
    (alarm,) = alarms([paper], [claim(paper, "forced_return", 0, **NIGHT)])
    assert alarm.kind == AlarmKind.DATE_IMPOSSIBLE
    assert "2024-04-20" in alarm.reason


@pytest.mark.parametrize(
    ("act", "stance", "day"),
    [
        ("forced_return", StanceKind.EXPECTED, "2024-05-02"),  # feared
        ("demonstration", StanceKind.ASSERTED, "2024-05-02"),  # public acts are told ahead
        ("forced_return", StanceKind.ASSERTED, "2024-04-21"),  # another time zone
    ],
)
def test_what_may_be_told_ahead_is_not_flagged(act: str, stance: StanceKind, day: str) -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-04-20")
    assert not alarms([paper], [claim(paper, act, 0, stance=stance, when=day, where=ROUTE)])


def test_a_copy_that_gives_an_old_text_a_new_day_is_flagged() -> None:
    body = (
        "Guards drove forty asylum seekers over the bridge on Thursday and handed them to the other side, "
        "the Northern Rights Forum said after speaking to relatives in three villages along the river."
    )
    first = document("first", publisher="Fjord Daily", published="2023-05-05", text=body)
    shop = document("shop", publisher="Best Lamps", published="2024-05-10", text=body)
    words = "Guards drove forty asylum seekers over the bridge"
    claims = [
        in_words(first, words, when="2023-05-04", where=ROUTE),
        in_words(shop, words, when="2024-05-09", where=ROUTE),
    ]
    (alarm,) = alarms([first, shop], claims)
    assert alarm.kind == AlarmKind.DATE_IMPOSSIBLE
    assert alarm.claims == (claims[1].id, claims[0].id)


def test_a_unit_that_changed_in_a_relay_is_flagged() -> None:
    families = Count(92, 92, 92, Unit.FAMILIES, CountKind.EXACT)
    documents, claims = two_reports(families, people(best=92))
    (alarm,) = alarms(documents, claims)
    assert alarm.kind == AlarmKind.UNIT_CHANGED
    assert (
        "92 families in Northern Rights Forum (4 May 2024) became 92 people in Fjord Daily (6 May 2024)" in alarm.reason
    )


def test_two_buses_and_two_people_are_no_change_of_unit() -> None:
    buses = Count(2, 2, 2, Unit.VEHICLES, CountKind.EXACT)
    documents, claims = two_reports(buses, people(best=2))
    assert not alarms(documents, claims)


def test_a_relay_that_names_another_doer_is_flagged() -> None:
    documents, claims = two_reports(people(best=40), people(best=40), actors=(("Russia", "state:RU"),))
    claims[0] = claim(
        documents[0], "forced_return", 0, count=people(best=40), actors=(("Norway", "state:NO"),), **NIGHT
    )
    (alarm,) = alarms(documents, claims)
    assert alarm.kind == AlarmKind.ACTOR_SWAPPED
    assert "RU in place of NO" in alarm.reason


def test_two_origins_that_name_other_doers_are_a_dispute_and_no_alarm() -> None:
    one = document("one", publisher="Northern Rights Forum", published="2024-05-04")
    two = document("two", publisher="Vardo Clinic", published="2024-05-06")
    at = (("at", "Vardo", "NO"),)
    claims = [
        claim(one, "attack", 0, when="2024-05-02", where=at, actors=(("Norway", "state:NO"),)),
        claim(two, "attack", 0, when="2024-05-02", where=at, actors=(("Sweden", "state:SE"),)),
    ]
    assert not alarms([one, two], claims)


def test_an_alarm_on_the_figure_leaves_no_best_one_and_says_so() -> None:
    text = "The 60 people (40 men and 30 women) were sent back."
    paper = document("paper", publisher="Fjord Daily", published="2024-05-06", text=text)
    incident = returned([paper], [in_words(paper, text[:-1], count=people(best=60), **NIGHT)])
    assert incident.affected is not None
    assert incident.affected.count is not None
    assert (incident.affected.count.best, incident.figure_rule) == (None, FigureRule.ALARMED)
    assert "no best figure: an alarm stands on the figure" in incident.reasons


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (people(best=40), people(best=40), FigureRule.AGREED),
        (people(40, 50), people(40, 50), FigureRule.BOUNDS_ONLY),
        (people(40, 50), people(best=45), FigureRule.DIFFERENT),
    ],
)
def test_the_rule_behind_a_figure_is_named(first: Count, second: Count, rule: FigureRule) -> None:
    documents, claims = two_reports(first, second)
    assert returned(documents, claims).figure_rule == rule


def test_rival_figures_of_two_origins_leave_no_best_one_by_rule() -> None:
    documents, claims = two_reports(people(best=40), people(best=90))
    claims[1] = claim(documents[1], "forced_return", 0, count=people(best=90), **NIGHT)
    assert returned(documents, claims).figure_rule == FigureRule.RIVALS


def test_over_and_up_to_give_the_numbers_told() -> None:
    documents, claims = two_reports(people(501), people(None, 600))
    count = returned(documents, claims).affected.count  # type: ignore[union-attr]
    assert count is not None
    assert (count.low, count.high, count.best) == (501, 600, None)
