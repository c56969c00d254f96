"""Figures: values, bounds, units and what is refused, by rule."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clarion.language.figures import figures_in, find_figures
from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind, Unit


def only(text: str) -> Count:
    counts = find_figures(text)
    assert len(counts) == 1, [(text[slice(*count.span or (0, 0))], count) for count in counts]
    return counts[0]


VALUES = [
    ("93 people waited", 93),
    ("1,140 crates", 1140),
    ("14 000 households", 14000),
    ("9\u202f300 tents", 9300),
    ("1.2 million people", 1_200_000),
    ("2.5m people left", 2_500_000),
    ("40k subscribers", 40_000),
    ("two hundred and six guards", 206),
    ("three thousand four hundred litres", 3400),
    ("twenty-one nurses", 21),
    ("a dozen lorries", 12),
    ("two dozen eggs", 24),
    ("a hundred tents", 100),
    ("a thousand and one nights", 1001),
    ("half a million letters", 500_000),
    ("two and a half million leaflets", 2_500_000),
    ("2½ tonnes", 2.5),
    ("both sisters were fined", 2),
    ("only one survived", 1),
    ("$3.4 billion", 3_400_000_000),
    ("minus 12 degrees", -12),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_numbers_are_read_in_digits_and_words(text: str, value: float) -> None:
    count = only(text)
    assert (count.low, count.high, count.best) == (value, value, value)
    assert count.kind is CountKind.EXACT


BOUNDS = [
    ("about 90 people", CountKind.ABOUT, None, None, 90),
    ("some 90 people", CountKind.ABOUT, None, None, 90),
    ("nearly 90 people", CountKind.ABOUT, None, None, 90),
    ("an estimated 3,900 people", CountKind.ABOUT, None, None, 3900),
    ("20-odd soldiers", CountKind.ABOUT, None, None, 20),
    ("~40 crates", CountKind.ABOUT, None, None, 40),
    ("90-100 people", CountKind.RANGE, 90, 100, None),
    ("between 90 to 100 people", CountKind.RANGE, 90, 100, None),
    ("between 400 and 450 houses", CountKind.RANGE, 400, 450, None),
    ("from 15 to 20 guards", CountKind.RANGE, 15, 20, None),
    ("three or four guards", CountKind.RANGE, 3, 4, None),
    ("four to five thousand marchers", CountKind.RANGE, 4000, 5000, None),
    ("33–35 million trees", CountKind.RANGE, 33_000_000, 35_000_000, None),
    ("at least 500 people", CountKind.AT_LEAST, 500, None, None),
    ("no fewer than 30 people", CountKind.AT_LEAST, 30, None, None),
    ("15 or more people", CountKind.AT_LEAST, 15, None, None),
    ("40+ arrests", CountKind.AT_LEAST, 40, None, None),
    ("≥ 12 women", CountKind.AT_LEAST, 12, None, None),
    ("more than 500 people", CountKind.AT_LEAST, 501, None, None),  # strict
    ("over 500 people", CountKind.AT_LEAST, 501, None, None),
    ("over 1.5 tonnes", CountKind.AT_LEAST, 1.5, None, None),  # no step beside a decimal
    ("up to 2,000 people", CountKind.AT_MOST, None, 2000, None),
    ("as many as 2,000 people", CountKind.AT_MOST, None, 2000, None),
    ("not more than 50 people", CountKind.AT_MOST, None, 50, None),
    ("fewer than 2,000 people", CountKind.AT_MOST, None, 1999, None),
    ("under 20 people", CountKind.AT_MOST, None, 19, None),
    ("dozens of people", CountKind.VAGUE, 24, None, None),
    ("scores of people", CountKind.VAGUE, 40, None, None),
    ("hundreds of people", CountKind.VAGUE, 200, None, None),
    ("several hundred people", CountKind.VAGUE, 200, None, None),
    ("tens of thousands of people", CountKind.VAGUE, 20_000, None, None),
    ("hundreds of thousands of people", CountKind.VAGUE, 200_000, None, None),
]


@pytest.mark.parametrize(("text", "kind", "low", "high", "best"), BOUNDS)
def test_bounding_words_give_kind_and_bounds(
    text: str, kind: CountKind, low: float | None, high: float | None, best: float | None
) -> None:
    count = only(text)
    assert (count.kind, count.low, count.high, count.best) == (kind, low, high, best)


def test_a_figure_behind_another_in_brackets_takes_its_sense() -> None:
    first, second = find_figures("They walked more than 100 kilometres (60 miles) to the river.")
    assert (first.low, second.low) == (101, 61)


def test_around_with_the_article_tells_a_place() -> None:
    assert only("the ring around the 37 huts").kind is CountKind.EXACT


SHARES = [
    ("half of the prisoners", 0.5, None, "the prisoners", Unit.PEOPLE),
    ("70% of detainees", 0.7, None, "detainees", Unit.PEOPLE),
    ("70 per cent of the boats", 0.7, None, "the boats", Unit.VEHICLES),
    ("one in three villagers", 0.333, None, None, Unit.PEOPLE),
    ("nine out of ten families", 0.9, None, None, Unit.FAMILIES),
    ("two thirds of the nurses", 0.667, None, "the nurses", Unit.PEOPLE),
    ("nearly a quarter of the villagers", 0.25, None, "the villagers", Unit.PEOPLE),
    ("at least half of the refugees", None, 0.5, "the refugees", Unit.PEOPLE),
    ("more than half of the refugees", None, 0.5, "the refugees", Unit.PEOPLE),
]


@pytest.mark.parametrize(("text", "best", "low", "whole", "unit"), SHARES)
def test_shares_name_their_whole(text: str, best: float, low: float, whole: str | None, unit: Unit) -> None:
    count = only(text)
    assert count.kind is CountKind.SHARE
    assert (count.best, count.low, count.share_of, count.unit) == (best, low, whole, unit)


UNITS = [
    ("12 North Korean refugees", Unit.PEOPLE, "North Korean refugees"),
    ("34 Karakalpaks", Unit.PEOPLE, "Karakalpaks"),
    ("60 Nigerians", Unit.PEOPLE, "Nigerians"),
    ("six police officers", Unit.PEOPLE, "police officers"),
    ("one woman", Unit.PEOPLE, "woman"),
    ("three internally displaced people", Unit.PEOPLE, "internally displaced people"),
    ("seven dead", Unit.PEOPLE, "dead"),
    ("20 were arrested", Unit.PEOPLE, None),
    ("Fifteen are still missing", Unit.PEOPLE, None),
    ("a family of four", Unit.PEOPLE, None),
    ("a group of 15", Unit.PEOPLE, None),
    ("a 20-strong delegation", Unit.PEOPLE, None),
    ("an 11-member family", Unit.PEOPLE, None),
    ("All three were executed", Unit.PEOPLE, None),
    ("Police killed 12", Unit.PEOPLE, None),
    ("The death toll rose to 40", Unit.PEOPLE, None),
    ("some 1,500 Hmong", Unit.PEOPLE, "Hmong"),
    ("28 families", Unit.FAMILIES, "families"),
    ("two buses", Unit.VEHICLES, "buses"),
    ("a convoy of nine", Unit.VEHICLES, None),
    ("12 air raids", Unit.EVENTS, "air raids"),
    ("900 pushbacks", Unit.EVENTS, "pushbacks"),
    ("40 houses", Unit.OTHER, "houses"),
    ("five refugee camps", Unit.OTHER, "refugee camps"),  # the refugee only tells what kind of camp
    ("12 police stations", Unit.OTHER, "police stations"),
    ("15 km", Unit.OTHER, "km"),
    ("$30", Unit.OTHER, "money"),
    ("18 months", Unit.OTHER, "months"),
]


@pytest.mark.parametrize(("text", "unit", "noun"), UNITS)
def test_the_head_noun_gives_the_unit(text: str, unit: Unit, noun: str | None) -> None:
    count = only(text)
    assert (count.unit, count.noun) == (unit, noun)


NEVER_PEOPLE = [
    "a boy of 15 was shot",
    "a woman aged 45 was taken",
    "a 45-year-old man was held",
    "The trader Sami Okoro, 45, was arrested",
    "They walked 30 kilometres",
    "It cost 200 dollars",
    "He was held for 20 days",
]


@pytest.mark.parametrize("text", NEVER_PEOPLE)
def test_ages_distances_money_and_terms_never_count_people(text: str) -> None:
    assert all(count.unit is not Unit.PEOPLE for count in find_figures(text))


REFUSED = [
    "in 2019",
    "the 1951 Convention",
    "On 5 September 2023",
    "from 3-5 May",
    "September 22, 2023",
    "at 5.30 p.m.",
    "from 19:00 to 20:30",
    "1-2:30 pm",
    "2024-03-07",
    "12/03/2024",
    "the 14th",
    "the 1990s",
    "Article 33",
    "Articles 7 and 16",
    "Resolution 2417",
    "Room 12",
    "COVID-19",
    "a phone: +44 20 7946 0958",
    "https://example.org/2/3",
    "the iPhone 11",
    "the 2-2 draw",
    "no one was hurt",
    "one should ask",
    "each other and one another",
    "that one",
    "several people",
    "a few people",
    "many",
    "the third man",
    "in the first half",
    "both the army and the police",
    "a third party",
    "1. Go to the gate.",
    "575 Wilbraham Road",
    "a six-speed gearbox",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_only_looks_like_a_number_is_refused(text: str) -> None:
    assert find_figures(text) == []


def test_a_number_behind_a_place_name_counts_when_people_follow() -> None:
    assert only("Soldiers said that in Homs 45 died").unit is Unit.PEOPLE


def test_a_year_without_a_preposition_before_a_person_noun_is_a_figure() -> None:
    assert only("They counted 1950 refugees").best == 1950


def test_spans_hold_the_bounding_words() -> None:
    text = "Police held at least 30 marchers."
    start, end = only(text).span or (0, 0)
    assert text[start:end] == "at least 30"


def test_a_sentence_of_a_text_gives_the_spans_of_the_whole() -> None:
    text = "Nobody came. Later 40 women arrived. 12 left."
    (count,) = figures_in(text, 13, 36)
    start, end = count.span or (0, 0)
    assert text[start:end] == "40"


def test_other_languages_are_not_read() -> None:
    assert find_figures("93 personas", language="es") == []


WORDS = st.sampled_from(
    "90 1,200 1.5 2019 one two hundred and thousand million half third dozens of tens about over at least between to "
    "- – "
    "people buses families % per cent $ ( ) , . ; or in out both a an the + ½ 3rd 5 May 12:30 /".split()
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
@example("one hundred " * 200)
@example("1/0 1⁄0 0/0")
def test_spans_lie_inside_the_text_and_bounds_are_in_order(text: str) -> None:
    last = 0
    for count in find_figures(text):
        assert count.span is not None
        start, end = count.span
        assert last <= start < end <= len(text)
        last = end
        assert count.low is None or count.high is None or count.low <= count.high
        assert (count.low, count.high, count.best) != (None, None, None)


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    for count in find_figures(text):
        assert count.span is not None
        assert text[slice(*count.span)].strip()
