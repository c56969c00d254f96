"""What the two seed documents must yield."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from clarion.extract import find_claims
from clarion.model.nouns import Claim
from clarion.model.vocabulary import PlaceRole, StanceKind, Unit
from clarion.read.reading import read_document

Claims = Sequence[Claim]


def _claims(shared: Path, name: str) -> Claims:
    path = shared / "seeds" / name
    if not path.exists():
        pytest.skip("the seed documents are not at hand")
    return find_claims(read_document(path.read_bytes(), path=name).document)


@pytest.fixture(scope="session")
def release(shared: Path) -> Claims:
    return _claims(shared, "press-release-2023-09-01.txt")


@pytest.fixture(scope="session")
def opinion(shared: Path) -> Claims:
    return _claims(shared, "op-ed-2023-07-14.txt")


def _of(claims: Claims, act: str, fits: Callable[[Claim], bool] = lambda claim: True) -> list[Claim]:
    return [claim for claim in claims if claim.act == act and fits(claim)]


def _count(claim: Claim) -> tuple[object, object, object, object] | None:
    count = claim.affected.count if claim.affected else None
    return (count.low, count.high, count.best, count.unit) if count else None


def _voices(claim: Claim) -> str:
    return " | ".join(voice.name for voice in claim.voices)


def _start(claim: Claim) -> str | None:
    return claim.when.start if claim.when else None


def test_the_return_of_29_august_is_told_with_its_figures_places_and_voice(release: Claims) -> None:
    (told,) = _of(release, "forced_return", lambda claim: _start(claim) == "2023-08-29")
    assert _count(told) == (90, 100, None, Unit.PEOPLE)
    assert told.affected is not None
    assert [(other.best, other.unit) for other in told.affected.others] == [(2, Unit.VEHICLES)]
    assert [(place.role, place.country) for place in told.where] == [(PlaceRole.FROM, "CN"), (PlaceRole.TO, "KP")]
    assert told.where[1].name == "Sinuji"
    assert "Jubilee Campaign" in _voices(told)
    assert "Suzanne Scholte" in _voices(told)


@pytest.mark.parametrize("act", ["torture", "detention", "execution"])
def test_what_is_feared_after_a_return_is_expected(release: Claims, act: str) -> None:
    assert _of(release, act)
    assert act == "execution" or _of(release, act, lambda claim: claim.stance is StanceKind.EXPECTED)


def test_peremptory_norms_are_invoked(release: Claims) -> None:
    assert any("jus-cogens/torture" in claim.norms for claim in _of(release, "breach"))


@pytest.mark.parametrize("act", ["appeal", "boycott", "volunteering", "prayer"])
def test_what_readers_are_asked_for_is_called_for(release: Claims, act: str) -> None:
    assert _of(release, act, lambda claim: claim.stance is StanceKind.CALLED_FOR)


def test_the_appeal_goes_to_the_president(release: Claims) -> None:
    assert any("Xi Jinping" in party.name for claim in _of(release, "appeal") for party in claim.addressees)


def test_the_demonstrations_have_their_days_and_hours(release: Claims) -> None:
    hours = {
        (claim.when.start, claim.when.end) for claim in _of(release, "demonstration") if claim.when and claim.when.start
    }
    assert ("2023-09-05T13:00", "2023-09-05T14:30") in hours
    assert ("2023-09-06T11:00", "2023-09-06T12:30") in hours
    assert ("2023-09-07T11:00", "2023-09-07T12:30") in hours


def test_the_observance_and_the_gathering_in_seoul_are_announced_for_22_september(release: Claims) -> None:
    observance = _of(release, "commemoration", lambda claim: _start(claim) == "2023-09-22")
    assert any(claim.stance is StanceKind.ANNOUNCED for claim in observance)
    seoul = [claim for claim in release if any(place.name == "Seoul" for place in claim.where)]
    assert any(_start(claim) == "2023-09-22" and claim.stance is StanceKind.ANNOUNCED for claim in seoul)


def test_the_border_is_closed_since_january_2020_and_expected_to_open_on_a_rumour(opinion: Claims) -> None:
    closed = _of(opinion, "border_closure", lambda claim: _start(claim) == "2020-01-22")
    assert closed
    assert closed[0].when is not None
    assert closed[0].when.end is None
    opening = _of(opinion, "border_opening")[0]
    assert opening.stance is StanceKind.EXPECTED
    assert opening.tentative
    assert _start(opening) == "2023-06-01"


def test_up_to_2000_are_held_on_the_word_of_others(opinion: Claims) -> None:
    (held,) = _of(opinion, "detention", lambda claim: _count(claim) is not None and _count(claim)[1] == 2000)  # type: ignore[index]
    assert held.stance is StanceKind.REPORTED
    assert "humanitarian organizations" in _voices(held)
    assert "Special Rapporteur" in _voices(held)
    assert [place.country for place in held.where] == ["CN"]


def test_at_least_half_were_on_their_way_to_the_south(opinion: Claims) -> None:
    (share,) = _of(opinion, "flight", lambda claim: _count(claim) is not None and _count(claim)[0] == 0.5)  # type: ignore[index]
    assert share.stance is StanceKind.REPORTED


def test_a_family_of_four_is_four_people(opinion: Claims) -> None:
    (family,) = _of(opinion, "flight", lambda claim: _start(claim) == "2021-11-01")
    assert _count(family) == (4, 4, 4, Unit.PEOPLE)


def test_the_conventions_and_the_constitution_are_invoked(opinion: Claims) -> None:
    norms = {norm for claim in _of(opinion, "breach") for norm in claim.norms}
    assert {"ref-1951", "ref-1967", "cat-1984", "constitution:KR"} <= norms


@pytest.mark.parametrize("asked", ["Xi", "United States"])
def test_those_who_are_asked_are_addressees(opinion: Claims, asked: str) -> None:
    called = [claim for claim in opinion if claim.stance is StanceKind.CALLED_FOR]
    assert any(asked in party.name for claim in called for party in claim.addressees)


def test_every_quote_is_the_text_at_its_span(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        document = read_document(path.read_bytes(), path=path.name).document
        for claim in find_claims(document):
            assert claim.quote == (document.text or "")[slice(*claim.span)]
            assert len(claim.quote) <= 600
