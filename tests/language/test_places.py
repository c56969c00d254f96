"""Places: which names are taken, with which span, and what they mean; and which are refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clarion.language.places import PlaceReader, find_places
from clarion.model.vocabulary import PlaceKind
from costs import Effort, growth

# (text, names with their refs in order; "?" is a name kept without a place)
NAMED = [
    ("Forty people were returned from Dandong to Sinuiju.", "Dandong = geonames:2037886; Sinuiju = geonames:2040893"),
    ("They were handed over at Sinuji, in the DPRK.", "Sinuji = geonames:2040893; DPRK = state:KP"),
    # a river and the town of its name
    ("They crossed the Tumen River at Tumen.", "Tumen River = clarion:tumen-river; Tumen = geonames:2034340"),
    # neither possessive nor article belongs to a name
    ("The Philippines' neighbours and Kenya's camps.", "Philippines = state:PH; Kenya = state:KE"),
    ("They left Cox’s Bazar for Bhasan Char.", "Cox’s Bazar = geonames:1336134; Bhasan Char = clarion:bhasan-char"),
    # a parent beside the name decides
    ("A march in Athens, Ga., was met.", "Athens = geonames:4180386; Ga. = geonames:4197000"),
    ("A march in Athens, Greece, was met.", "Athens = geonames:264371; Greece = state:GR"),
    ("Shelling hit Tripoli (Lebanon) at dawn.", "Tripoli = geonames:266826; Lebanon = state:LB"),
    # so does what else the text names
    ("Georgia's parliament sits in Tbilisi.", "Georgia = state:GE; Tbilisi = geonames:611717"),
    # a city before the region of its name, the region where the text says so
    ("Lawyers in New York filed it.", "New York = geonames:5128581"),
    ("Villages in Donetsk region were shelled.", "Donetsk = geonames:709716"),
    ("They rallied in Lafayette Park in Washington.", "Lafayette Park = ?; Washington = geonames:4140963"),
    # a part of a state is not the state
    ("Clashes in Northern Uganda went on.", "Northern Uganda = ?"),
    ("KABUL, Afghanistan (AP) — Eight were held.", "KABUL = geonames:1138958; Afghanistan = state:AF"),
    ("Boats left for Lampedusa.", "Lampedusa = clarion:lampedusa"),
    ("They waited at Torkham and in Zaatari camp.", "Torkham = clarion:torkham; Zaatari camp = clarion:zaatari"),
    # several could be meant and nothing decides
    ("He was born in Springfield.", "Springfield = ?"),
    # no list knows it, the words before it say what it is
    ("Soldiers burned the village of Umzorqa.", "Umzorqa = ?"),
    # ... and the country, where it stands beside it
    ("At Umzorqa, Sudan, twelve were held.", "Umzorqa = ?; Sudan = state:SD"),
    # a spelling by ear, decided by the country
    ("Shelling went on near Houdaida, Yemen.", "Houdaida = geonames:79415; Yemen = state:YE"),
    ("In Dandoong, China, they were held.", "Dandoong = geonames:2037886; China = state:CN"),
    # without the country it stays open
    ("Shelling went on near Kandahhar.", "Kandahhar = ?"),
    ("Boats sank in the Gulf of Uzorqa.", "Gulf of Uzorqa = ?"),
    ("단둥에서 신의주로 송환되었다.", "단둥 = geonames:2037886; 신의주 = geonames:2040893"),
]

REFUSED = [
    "Will you stay until May?",
    "Nice words from a Reading group.",
    "Victoria Smith and Mr Paris spoke.",  # first names and titles
    "The Washington Post and Radio Free Asia reported it.",  # papers
    "The Rome Statute and the Geneva Conventions apply.",  # instruments
    "She walked along 1200 Lebanon Street.",
    "Many came. Most left. Of these, Same said no.",
    "us and them, in and out, or me",
    "He fled from the North to the South.",
    "The price was US$30.",
    "In Solidarity we stand; in Arabic it means no.",
    "In Kowalski's words, it was over.",
    "They tested for HIV and told the FAO.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_has_its_span_and_its_place(text: str, expected: str) -> None:
    """Names in order, as written, with their refs."""
    found = [place for place in find_places(text) if place.kind is not PlaceKind.DEMONYM]
    assert "; ".join(f"{place.name} = {place.ref or '?'}" for place in found) == expected
    assert all(place.span and text[slice(*place.span)] == place.name for place in found)


@pytest.mark.parametrize("text", REFUSED)
def test_words_and_persons_are_no_places(text: str) -> None:
    """Nothing is found but demonyms."""
    assert [place.name for place in find_places(text) if place.kind is not PlaceKind.DEMONYM] == []


def test_a_demonym_is_marked_and_refers_to_its_state() -> None:
    """`North Korean` is one name, not a compass word and a people."""
    found = find_places("Two North Koreans met a Sri Lankan lawyer.")
    assert [(p.name, p.ref, p.kind) for p in found] == [
        ("North Koreans", "state:KP", PlaceKind.DEMONYM),
        ("Sri Lankan", "state:LK", PlaceKind.DEMONYM),
    ]


def test_an_unresolved_place_has_neither_country_nor_point() -> None:
    """It is never guessed; the other refs stay as candidates."""
    (place,) = find_places("He was born in Springfield.")
    assert (place.ref, place.country, place.lat, place.lon) == (None, None, None, None)
    assert len(place.candidates) > 1


@pytest.mark.parametrize(
    ("near", "ref"),
    [((), "geonames:2643743"), (("CA",), "geonames:6058560"), (("state:CA",), "geonames:6058560")],
)
def test_what_a_document_is_about_decides_between_namesakes(near: tuple[str, ...], ref: str) -> None:
    """London is in Ontario for a Canadian paper."""
    (place,) = find_places("Two men were held in London.", near=near)
    assert place.ref == ref


def test_a_surname_of_the_text_is_no_town() -> None:
    """A bare surname is the person named before; behind "in" it is the town all the same."""
    text = "Derek Houston was charged. Houston denies it. He was held in Houston."
    assert [place.span for place in find_places(text)] == [(61, 68)]


def test_a_reader_answers_spans_as_the_whole_text_does() -> None:
    """Reading sentence by sentence keeps the context of the document."""
    text = "The governor of Ontario spoke. A rally was held in London. Nobody came."
    reader = PlaceReader(text)
    whole = find_places(text)
    assert reader.places(0, 30) + reader.places(31, 58) + reader.places(59) == whole
    assert whole[-1].country == "CA"


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("New York, Kyiv. 'St Paris’s\n-()É中단 of"), max_size=80) | st.text(max_size=60)
)
def test_spans_never_overlap_and_hold_the_name(text: str) -> None:
    """For any text."""
    last = 0
    for place in find_places(text):
        assert place.span is not None
        start, end = place.span
        assert last <= start < end
        assert text[start:end] == place.name
        last = end


@pytest.mark.parametrize(
    "unit", ["(", "A ", "Paris ", "Paris, ", "New ", "St. ", "A-", "中", "'s ", "X.", "É", "near X "]
)
def test_time_grows_with_length_only(unit: str) -> None:
    """Twice the text costs about twice the time, whatever is repeated; four times would be quadratic."""
    measured = growth(lambda times: unit * times, find_places, 3_000, Effort(factor=4))
    assert measured.is_linear, measured
