"""Findings: who is bound on that day, how each element stands, and nothing called a violation."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.assess import assess, norms
from clarion.assess.elements import CHECKS
from clarion.model import (
    Affected,
    Bound,
    Claim,
    Document,
    ElementState,
    Finding,
    FindingVerdict,
    NormId,
    StanceKind,
)
from clarion.reconcile import reconcile

ROUTE = (("from", "Dandong", "CN"), ("to", "Sinuiju", "KP"))
ACTS = set(
    "forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking "
    "forced_labour displacement attack sentencing".split()
)


def of_korea(one: Claim) -> Claim:
    return replace(one, affected=Affected(description="people from the North", ref="nationality:KP"))


def findings(documents: list[Document], claims: list[Claim]) -> dict[tuple[str, str], Finding]:
    incidents = reconcile(documents, claims).incidents
    return {(f.norm, f.state): f for f in assess(incidents, claims, documents)}


@pytest.fixture
def returned() -> tuple[list[Document], list[Claim]]:
    report = document("report", publisher="Border Watch", published="2023-09-01")
    told = of_korea(claim(report, "forced_return", 0, when="2023-08-29", where=ROUTE, actors=(("China", "state:CN"),)))
    feared = claim(report, "torture", 5, stance=StanceKind.EXPECTED)
    return [report], [told, feared]


@pytest.mark.parametrize(
    ("norm", "state", "bound", "since"),
    [
        ("ref-1951/33", "state:CN", Bound.YES, "1982-12-23"),
        ("ref-1967", "state:CN", Bound.YES, "1982-09-24"),
        ("cat-1984/3", "state:CN", Bound.YES, "1988-11-03"),
        ("iccpr-1966/7", "state:CN", Bound.SIGNED_ONLY, None),
        ("iccpr-1966/12", "state:KP", Bound.YES, "1981-12-14"),
        ("icpped-2006/16", "state:CN", Bound.NO, None),
        ("custom/non-refoulement", "state:CN", Bound.YES, None),
    ],
)
def test_a_norm_binds_a_state_on_the_day_or_not(
    returned: tuple[list[Document], list[Claim]], norm: str, state: str, bound: Bound, since: str | None
) -> None:
    finding = findings(*returned)[norm, state]
    assert (finding.bound, finding.bound_since) == (bound, since)


def test_a_state_is_never_held_to_a_treaty_that_does_not_bind_it(returned: tuple[list[Document], list[Claim]]) -> None:
    for finding in findings(*returned).values():
        if finding.bound in (Bound.NO, Bound.SIGNED_ONLY):
            assert finding.verdict == FindingVerdict.NOT_BOUND


def test_the_state_sent_to_is_not_held_to_the_bar_on_sending(returned: tuple[list[Document], list[Claim]]) -> None:
    assert ("cat-1984/3", "state:KP") not in findings(*returned)


def test_elements_that_claims_speak_to_are_met_and_silence_is_unknown(
    returned: tuple[list[Document], list[Claim]],
) -> None:
    elements = {e.key: e.state for e in findings(*returned)["cat-1984/3", "state:CN"].elements}
    assert elements == {
        "removal": ElementState.MET,
        "conduct": ElementState.MET,
        "jurisdiction": ElementState.MET,
        "risk": ElementState.MET,
        "no_review": ElementState.UNKNOWN,
        "knowledge": ElementState.UNKNOWN,
    }


def test_an_unknown_required_element_keeps_the_verdict_open(returned: tuple[list[Document], list[Claim]]) -> None:
    found = findings(*returned)
    assert found["cat-1984/3", "state:CN"].verdict == FindingVerdict.WOULD_ENGAGE
    assert found["ref-1951/33", "state:CN"].verdict == FindingVerdict.ELEMENTS_MISSING


def test_a_denial_makes_an_element_contested(returned: tuple[list[Document], list[Claim]]) -> None:
    documents, claims = returned
    ministry = document("ministry", publisher="Foreign Ministry", published="2023-09-02")
    denial = claim(ministry, "forced_return", 0, stance=StanceKind.DENIED, when="2023-08-29", where=ROUTE)
    finding = findings([*documents, ministry], [*claims, denial])["cat-1984/3", "state:CN"]
    removal = next(e for e in finding.elements if e.key == "removal")
    assert (removal.state, removal.against) == (ElementState.CONTESTED, (denial.id,))


def test_before_its_accession_a_state_is_not_bound(returned: tuple[list[Document], list[Claim]]) -> None:
    old = document("old", publisher="Border Watch", published="1980-09-01")
    told = of_korea(claim(old, "forced_return", 0, when="1980-08-29", where=ROUTE, actors=(("China", "state:CN"),)))
    assert findings([old], [told])["ref-1951/33", "state:CN"].bound == Bound.NO


def test_a_norm_for_children_is_held_only_where_children_are_told_of(
    returned: tuple[list[Document], list[Claim]],
) -> None:
    documents, claims = returned
    assert ("crc-1989/22", "state:CN") not in findings(documents, claims)
    child = replace(claims[0], affected=Affected(description="women and children", ref="nationality:KP"))
    assert ("crc-1989/22", "state:CN") in findings(documents, [child, claims[1]])


def test_an_invoked_norm_without_a_file_gets_its_status_and_no_more(
    returned: tuple[list[Document], list[Claim]],
) -> None:
    documents, claims = returned
    invoked = replace(claim(documents[0], "breach", 9), norms=(NormId("genocide-1948/2"),))
    finding = findings(documents, [*claims, invoked])["genocide-1948", "state:CN"]
    assert finding.bound == Bound.YES
    assert [e.key for e in finding.elements] == ["invoked"]


def test_a_day_that_is_not_known_is_said() -> None:
    report = document("report", publisher="Border Watch", published="2023-09-01")
    told = claim(report, "forced_return", 0, where=ROUTE, actors=(("China", "state:CN"),))
    caveats = findings([report], [told])["cat-1984/3", "state:CN"].caveats
    assert any("not known" in caveat for caveat in caveats)


def test_no_finding_speaks_of_a_violation(returned: tuple[list[Document], list[Claim]]) -> None:
    words = " ".join(str(finding) for finding in findings(*returned).values()).lower()
    assert "violat" not in words


def test_every_norm_is_documented_and_every_check_exists() -> None:
    for norm in norms():
        assert norm.obligation
        assert set(norm.acts) <= ACTS
        assert {element.check for element in norm.elements} <= set(CHECKS)
        assert any(element.required for element in norm.elements) == bool(norm.acts)


def test_an_organ_that_names_no_state_is_that_of_the_place_people_were_sent_from() -> None:
    report = document("report", publisher="Border Watch", published="2023-09-01")
    told = of_korea(claim(report, "forced_return", 0, when="2023-08-29", where=ROUTE))
    headline = of_korea(claim(report, "forced_return", 9, actors=(("Border police", None),)))
    assert ("cat-1984/3", "state:CN") in findings([report], [told, headline])
    gang = of_korea(claim(report, "forced_return", 9, actors=(("Armed smugglers", None),)))
    assert ("cat-1984/3", "state:CN") not in findings([report], [told, gang])
