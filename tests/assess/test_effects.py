"""Reservations, declarations and territory change a finding where they change the rule."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.assess import assess
from clarion.assess.territory import answering, effects
from clarion.model import Affected, Bound, ElementState, Finding, FindingVerdict, StanceKind
from clarion.reconcile import reconcile
from clarion.reference import treaties

_NAMES = {"TR": "Türkiye", "US": "The United States", "CN": "China", "GR": "Greece", "PK": "Pakistan"}


def returned(state: str, home: str | None, place: str, to: str, day: str = "2019-05-06") -> dict[str, Finding]:
    """The findings for one state on a return of people of one nationality, with torture feared."""
    report = document("report", publisher="Border Watch", published="2019-06-01" if day > "2019" else day)
    told = claim(
        report,
        "forced_return",
        0,
        when=day,
        where=(("from", "Frontier", place), ("to", "Beyond", to)),
        actors=((_NAMES[state], f"state:{place}"),),
    )
    who = Affected(description="people", ref=f"nationality:{home}" if home else None)
    feared = claim(report, "torture", 5, stance=StanceKind.EXPECTED)
    faith = replace(claim(report, "detention", 9, stance=StanceKind.EXPECTED), quote="prison for their faith")
    claims = [replace(told, affected=who), feared, faith]
    incidents = reconcile([report], claims).incidents
    return {f.norm: f for f in assess(incidents, claims, [report]) if f.state == f"state:{state}"}


def element(finding: Finding, key: str) -> ElementState | None:
    return next((one.state for one in finding.elements if one.key == key), None)


@pytest.mark.parametrize("norm", ["ref-1951/33", "ref-1967"])
def test_the_limit_to_europe_takes_others_out_of_the_treaty(norm: str) -> None:
    finding = returned("TR", "SY", "TR", "SY")[norm]
    assert finding.bound == Bound.YES
    assert element(finding, "scope") == ElementState.MISSING
    assert finding.verdict == FindingVerdict.ELEMENTS_MISSING
    assert any("events in Europe: the treaty" in caveat for caveat in finding.caveats)


def test_the_limit_to_europe_leaves_the_other_bars_whole() -> None:
    found = returned("TR", "SY", "TR", "SY")
    for norm in ("cat-1984/3", "echr-1950/3", "custom/non-refoulement", "iccpr-1966/7"):
        assert found[norm].verdict == FindingVerdict.WOULD_ENGAGE, norm


def test_the_limit_to_europe_does_not_touch_europeans() -> None:
    finding = returned("TR", "UA", "TR", "UA")["ref-1951/33"]
    assert element(finding, "scope") is None
    assert finding.verdict == FindingVerdict.WOULD_ENGAGE


def test_where_the_home_is_not_known_the_limit_is_an_open_question() -> None:
    finding = returned("TR", None, "TR", "SY")["ref-1951/33"]
    assert element(finding, "scope") == ElementState.UNKNOWN
    assert any(caveat.startswith("Unknown: Does the treaty, as this state accepted it") for caveat in finding.caveats)


def test_the_united_states_owe_article_33_by_the_protocol_alone() -> None:
    found = returned("US", "SY", "US", "SY")
    assert found["ref-1951/33"].verdict == FindingVerdict.NOT_BOUND
    assert found["ref-1967"].verdict == FindingVerdict.WOULD_ENGAGE
    assert any("Protocol only" in caveat for caveat in found["ref-1967"].caveats)


def test_an_understanding_of_the_test_makes_the_risk_contested() -> None:
    finding = returned("US", "SY", "US", "SY")["cat-1984/3"]
    assert element(finding, "risk") == ElementState.CONTESTED
    assert any("more likely than not" in caveat for caveat in finding.caveats)


@pytest.mark.parametrize(("day", "scope"), [("2010-12-01", ElementState.CONTESTED), ("2019-05-06", None)])
def test_a_reservation_counts_only_while_it_stood(day: str, scope: ElementState | None) -> None:
    assert element(returned("PK", "AF", "PK", "AF", day)["cat-1984/3"], "scope") == scope


def test_an_accession_that_does_not_reach_a_territory_is_said() -> None:
    found = returned("CN", "SY", "HK", "SY")
    assert element(found["ref-1951/33"], "scope") == ElementState.MISSING
    assert element(found["cat-1984/3"], "scope") is None
    assert found["iccpr-1966/7"].bound == Bound.UNKNOWN
    assert element(returned("CN", "SY", "MO", "SY")["ref-1951/33"], "scope") == ElementState.MET
    assert element(returned("CN", "SY", "CN", "SY")["ref-1951/33"], "scope") is None


@pytest.mark.parametrize(("code", "state"), [("HK", "CN"), ("GL", "DK"), ("FR", "FR"), ("AQ", None), ("ZZ", None)])
def test_a_territory_has_a_state_that_answers_for_it(code: str, state: str | None) -> None:
    assert answering(code) == state


def test_every_effect_speaks_of_a_known_treaty_and_gives_its_reason() -> None:
    for effect in effects().effect:
        assert effect.reason
        assert {norm.split("/")[0] for norm in effect.norms} <= treaties.instruments()
        assert effect.becomes == "bound_unknown" or ElementState(effect.becomes)
        assert effect.becomes == "bound_unknown" or effect.element
