"""Whose conduct an incident is about: states that are said to act, and no others."""

from dataclasses import replace

import pytest

from building import claim, document, people
from clarion.assess import assess
from clarion.model import Affected, Claim, Document, Finding, FindingVerdict, NormId, Party, StanceKind
from clarion.reconcile import reconcile

REPORT = document("report", publisher="Border Watch", published="2023-09-01")
ROUTE = (("from", "Dandong", "CN"), ("to", "Sinuiju", "KP"))


def told(act: str = "forced_return", start: int = 0, home: str | None = "KP", **more: object) -> Claim:
    one = claim(REPORT, act, start, when="2023-08-29", **more)
    who = more.get("who", "people")
    return replace(one, affected=Affected(str(who), f"nationality:{home}" if home else None))


def findings(*claims: Claim, documents: tuple[Document, ...] = (REPORT,)) -> list[Finding]:
    incidents = reconcile(list(documents), list(claims)).incidents
    return list(assess(incidents, list(claims), list(documents)))


def states(*claims: Claim) -> set[str]:
    return {finding.state for finding in findings(*claims)}


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ((("China", "state:CN"),), {"state:CN"}),
        ((), {"state:CN"}),  # nobody is named: the place that people were sent from
        ((("smugglers", None),), set()),  # somebody is named who is no state
        ((("police", None),), {"state:CN"}),  # an organ of the state of the place
        ((("the rebel army", None),), set()),
        ((("Viet Nam", "state:VN"),), {"state:VN"}),  # the actor counts, not the place
        ((("Antarctica", "state:AQ"),), set()),  # no state
        ((("Hong Kong", "state:HK"),), {"state:CN"}),  # a territory: its state answers
    ],
)
def test_a_removal_is_held_against_the_state_said_to_do_it(
    actors: tuple[tuple[str, str | None], ...], expected: set[str]
) -> None:
    assert states(told(actors=actors, where=ROUTE)) - {"state:KP"} == expected


def test_a_place_alone_names_no_state_when_no_people_are_told_of() -> None:
    buses = replace(told(where=ROUTE), affected=Affected("buses"))
    assert findings(buses) == []


def test_people_in_a_figure_are_people() -> None:
    moved = replace(told(where=ROUTE), affected=Affected(None, count=people(best=40)))
    assert "state:CN" in states(moved)


def test_a_state_that_people_are_sent_to_does_not_remove_them() -> None:
    assert states(told(actors=(("DPRK", "state:KP"),), where=(("to", "Sinuiju", "KP"),))) <= {"state:KP"}
    assert not any(
        finding.norm.startswith(("cat", "ref", "custom"))
        for finding in findings(told(actors=(("DPRK", "state:KP"),), where=(("to", "Sinuiju", "KP"),)))
    )


def test_the_place_where_a_speaker_stood_names_no_state() -> None:
    assert states(told(where=(("at", "US", "US"),))) == set()


def test_conduct_read_from_a_place_is_said_to_be_so() -> None:
    inferred = next(f for f in findings(told(where=ROUTE)) if f.norm == "cat-1984/3")
    named = next(f for f in findings(told(where=ROUTE, actors=(("China", "state:CN"),))) if f.norm == "cat-1984/3")
    words = "No claim names the state whose organs carried it out"
    assert any(words in caveat for caveat in inferred.caveats)
    assert not any(words in caveat for caveat in named.caveats)


def test_an_armed_group_makes_no_finding_for_the_state_of_the_place() -> None:
    seized = claim(REPORT, "detention", 0, where=(("at", "Goma", "CD"),), actors=(("the militia", None),))
    killed = claim(REPORT, "killing", 9, where=(("at", "Goma", "CD"),), actors=(("gunmen", None),))
    assert findings(seized, killed) == []


def test_what_is_only_feared_gets_one_line() -> None:
    feared = [
        replace(one, stance=StanceKind.EXPECTED)
        for one in (told(actors=(("China", "state:CN"),), where=ROUTE), told("torture", 9, actors=(("x", "state:KP"),)))
    ]
    found = findings(*feared)
    by_incident = [finding.incident for finding in found]
    assert len(by_incident) == len(set(by_incident)) > 0
    assert all(finding.verdict != FindingVerdict.WOULD_ENGAGE for finding in found)
    assert all(any("Only warned of" in caveat for caveat in finding.caveats) for finding in found)


def test_an_act_that_no_norm_speaks_to_makes_no_finding_whatever_is_invoked() -> None:
    helped = claim(REPORT, "aid", 0, actors=(("South Korea", "state:KR"),))
    invoked = replace(claim(REPORT, "breach", 9), norms=(NormId("cat-1984/3"), NormId("genocide-1948")))
    assert findings(helped, invoked) == []


def test_an_invocation_against_one_state_is_not_turned_on_another() -> None:
    removed = told(actors=(("China", "state:CN"),), where=ROUTE)
    invoked = replace(
        claim(REPORT, "breach", 9), norms=(NormId("genocide-1948"),), actors=(Party("Myanmar", "state:MM"),)
    )
    assert not any(finding.norm == "genocide-1948" for finding in findings(removed, invoked))


@pytest.mark.parametrize(
    ("quote", "norms"),
    [
        ("police arrested a man", set()),  # an arrest alone is no question of law
        ("police held him without charge", {"iccpr-1966/9"}),
        ("police arbitrarily detained him", {"iccpr-1966/9"}),
    ],
)
def test_an_arrest_is_held_against_the_covenant_when_it_is_called_arbitrary(quote: str, norms: set[str]) -> None:
    arrest = replace(claim(REPORT, "detention", 0, actors=(("Egypt", "state:EG"),)), quote=quote)
    assert {finding.norm for finding in findings(arrest) if finding.norm.startswith("iccpr")} == norms


def test_foreigners_held_by_nobody_named_are_looked_at_for_the_state_of_the_place() -> None:
    held = told("detention", where=(("at", "Jilin", "CN"),))
    found = findings(held)
    assert {(finding.norm, finding.verdict) for finding in found} == {("ref-1951/31", FindingVerdict.ELEMENTS_MISSING)}
    assert any(caveat.startswith("Unknown: Was it conduct of this state?") for caveat in found[0].caveats)
