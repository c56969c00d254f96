"""The press release and the op-ed held side by side, from the files to the record."""

from pathlib import Path

import pytest

import clarion
from clarion.model import Bound, Claim, FindingVerdict, Incident, Record


@pytest.fixture(scope="module")
def record(shared: Path) -> Record:
    return clarion.record([shared / "seeds"])


@pytest.fixture(scope="module")
def returned(record: Record) -> Incident:
    """The return of 29 August 2023."""
    (incident,) = [
        i
        for i in record.incidents
        if i.act == "forced_return" and i.when and (i.when.start or "").startswith("2023-08-29")
    ]
    return incident


def claims_of(record: Record, act: str, published: str) -> list[Claim]:
    documents = {d.id for d in record.documents if str(d.published) == published}
    return [claim for claim in record.claims if claim.act == act and claim.document in documents]


def test_the_forecast_of_the_op_ed_is_a_warning_46_days_before(record: Record, returned: Incident) -> None:
    claims = {claim.id: claim for claim in record.claims}
    op_ed = {d.id for d in record.documents if str(d.published) == "2023-07-14"}
    assert {warned.days for warned in returned.warnings if claims[warned.claim].document in op_ed} == {46}


def test_one_origin_stands_behind_both(returned: Incident) -> None:
    assert returned.origins == 1


def test_the_author_of_the_op_ed_is_joined_to_the_speaker_with_a_reason(record: Record) -> None:
    (voice,) = [v for v in record.voices if "Scholte" in v.name]
    assert {voice.name, *voice.aliases} >= {"Suzanne Scholte", "Dr. Scholte"}
    assert voice.reasons


@pytest.mark.parametrize("norm", ["ref-1951/33", "ref-1967", "cat-1984/3"])
def test_china_was_bound_on_that_day(record: Record, returned: Incident, norm: str) -> None:
    (finding,) = [f for f in record.findings if (f.incident, f.norm, f.state) == (returned.id, norm, "state:CN")]
    assert finding.bound == Bound.YES
    assert finding.verdict != FindingVerdict.NOT_BOUND


def test_the_demonstrations_have_their_hours_and_a_question_about_their_zone(record: Record) -> None:
    found = {(a.start, a.end): a.timezone_problem for a in record.actions if a.kind == "demonstration" and a.end}
    assert found == {
        ("2023-09-05T13:00", "2023-09-05T14:30"): True,
        ("2023-09-06T11:00", "2023-09-06T12:30"): True,
        ("2023-09-07T11:00", "2023-09-07T12:30"): True,
    }


def test_readers_are_asked_to_write_pledge_volunteer_and_pray(record: Record) -> None:
    assert {a.kind for a in record.actions} >= {"appeal", "boycott", "volunteering", "prayer", "commemoration"}


def test_a_border_that_rumour_opens_is_expected_and_tentative(record: Record) -> None:
    (opening,) = claims_of(record, "border_opening", "2023-07-14")
    assert (opening.stance, opening.tentative) == ("expected", True)
    assert opening.when is not None
    assert (opening.when.start, opening.when.end) == ("2023-06-01", "2023-09-01")


def test_up_to_2000_are_held_on_the_word_of_others(record: Record) -> None:
    held = [
        claim
        for claim in claims_of(record, "detention", "2023-07-14")
        if claim.affected and claim.affected.count and claim.affected.count.high == 2000
    ]
    assert [claim.stance for claim in held] == ["reported"]
    names = " ".join(voice.name for voice in held[0].voices)
    assert "humanitarian organizations" in names
    assert "Special Rapporteur" in names


def test_asks_are_put_to_xi_jinping_and_the_united_states(record: Record) -> None:
    assert {ask.addressee for ask in record.asks} >= {"Xi Jinping", "The United States"}
