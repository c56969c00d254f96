"""The gazetteer: names folded, refs, parents, containment."""

import pytest

from clarion.model.vocabulary import PlaceKind
from clarion.reference import sources, version
from clarion.reference.fold import fold, fold_window
from clarion.reference.places import contains, find, place

FOLDED = [
    ("Sinŭiju", "sinuiju"),
    ("Sin-ŭiju", "sin uiju"),
    ("Kaep’ung", "kaepung"),
    ("Cox’s Bāzār", "cox's bazar"),
    ("St. John's", "saint john's"),
    ("U.S.A.", "usa"),
    ("Łódź", "lodz"),
    ("İzmir", "izmir"),
    ("  Port-au-Prince ", "port au prince"),
    ("단둥", "단둥"),
    ("!?", "!?"),
]


@pytest.mark.parametrize(("name", "key"), FOLDED)
def test_spellings_of_one_name_have_one_key(name: str, key: str) -> None:
    """Case, marks, hyphens and apostrophes do not tell names apart."""
    assert fold(name) == key


def test_a_window_maps_each_folded_letter_to_its_place_in_the_text() -> None:
    """So a match in the folded text has a span in the written one."""
    text = "in St. Étienne's centre"
    folded, ends = fold_window(text, 3, 40)
    assert folded == "saint etienne's centre"
    assert text[3 : ends[folded.index("'") - 1]] == "St. Étienne"


def test_a_window_ends_with_its_sentence() -> None:
    """A name never runs across a full stop, a comma or a blank line."""
    assert fold_window("Paris. London", 0, 40)[0] == "paris"
    assert fold_window("Paris, Texas", 0, 40)[0] == "paris"
    assert fold_window("Paris\n\nTexas", 0, 40)[0] == "paris"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Sinuji", "KP"), ("Siniju", "KP"), ("Sinuiju", "KP"), ("Tumen", "CN"), ("Onsong", "KP"), ("Nanping", "CN"),
        ("Kaepung", "KP"), ("Namyang", "KP"), ("Quanhe", "CN"), ("Wonjong", "KP"), ("Friendship Bridge", "CN"),
        ("Dandong-Sinuiju", "CN"), ("Changbai-Hyesan", "CN"), ("Helong", "CN"), ("Musan", "KP"), ("Hunchun", "CN"),
        ("Kyongwon", "KP"), ("Evros", "GR"), ("Darien Gap", "PA"), ("Torkham", "PK"), ("Rafah", "PS"), ("Kakuma", "KE"),
        ("Cox's Bazar", "BD"), ("Dadaab", "KE"), ("Zaatari", "JO"), ("Rio Grande", "US"), ("Amnok River", "CN"),
    ],
)  # fmt: skip
def test_places_that_reports_name_are_known(name: str, country: str) -> None:
    """Crossings, camps, rivers and misspellings of the border reports and of the main routes of flight."""
    found = find(name, country=country)
    assert found
    assert all(known.lat is not None and known.lon is not None for known in found[:1])


def test_nanping_in_jilin_is_not_only_the_city_in_fujian() -> None:
    """The port on the Tumen River stands among the candidates."""
    assert "clarion:nanping-jilin" in {known.ref for known in find("Nanping")}


def test_a_ref_leads_back_to_its_place() -> None:
    """GeoNames, states and the supplement alike."""
    dandong = place("geonames:2037886")
    assert dandong is not None
    assert (dandong.name, dandong.country, dandong.zone, dandong.parents[0]) == (
        "Dandong",
        "CN",
        "Asia/Shanghai",
        "state:CN",
    )
    assert place("clarion:torkham").kind is PlaceKind.CROSSING  # type: ignore[union-attr]
    assert place("state:KP").name == "North Korea"  # type: ignore[union-attr]
    assert place("geonames:1") is None
    assert place("nonsense") is None


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("state:CN", "geonames:2037886", True),
        ("geonames:2036115", "geonames:2037886", True),  # Liaoning holds Dandong
        ("geonames:2036500", "geonames:2037886", False),  # Jilin does not
        ("state:KP", "geonames:2037886", False),
        ("state:PK", "clarion:torkham", True),  # a border place lies in both
        ("state:AF", "clarion:torkham", True),
        ("state:CN", "nonsense", None),
    ],
)
def test_containment_is_known_or_said_to_be_unknown(outer: str, inner: str, expected: bool | None) -> None:
    """True, False or None."""
    assert contains(outer, inner) is expected


def test_every_source_has_a_licence_and_the_version_is_a_digest() -> None:
    """What `clarion about` prints."""
    assert all(source.licence and source.holder and source.used_for for source in sources())
    assert len(version()) == 16
    assert int(version(), 16) >= 0
