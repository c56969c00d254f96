"""The worked examples from claims to findings: who is bound on that day, and who is not, and why."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.assess import assess
from clarion.model import Affected, Bound, Claim, Document, Finding, FindingVerdict, Incident, StanceKind
from clarion.reconcile import reconcile
from costs import Effort, growth

BOTH_DAYS = ("2023-08-29", "2023-10-09")


def told(state: str, to: str, day: str, home: str) -> tuple[list[Document], list[Claim]]:
    """A return told a week later, with what is feared and the invocation of a body of law."""
    report = document("report", publisher="Border Watch", published=day)
    act = claim(
        report,
        "forced_return",
        0,
        when=day,
        where=(("from", "Frontier", state), ("to", "Beyond", to)),
        actors=((state, f"state:{state}"),),
    )
    act = replace(act, affected=Affected("people", f"nationality:{home}"), quote="women were sent back, children too")
    act = replace(act, affected=Affected("women and children", f"nationality:{home}"))
    feared = claim(report, "torture", 5, stance=StanceKind.EXPECTED)
    vanished = claim(report, "disappearance", 7, stance=StanceKind.EXPECTED)
    abused = claim(report, "sexual_violence", 8, stance=StanceKind.EXPECTED)
    held = replace(claim(report, "detention", 9, stance=StanceKind.EXPECTED), quote="prison for their faith")
    crime = replace(claim(report, "breach", 11), norms=("rome-1998/7",))
    return [report], [act, feared, vanished, abused, held, crime]


def findings(state: str, to: str, day: str, home: str = "") -> dict[tuple[str, str], Finding]:
    documents, claims = told(state, to, day, home or to)
    incidents = reconcile(documents, claims).incidents
    return {(f.norm, f.state.removeprefix("state:")): f for f in assess(incidents, claims, documents)}


@pytest.mark.parametrize("day", BOTH_DAYS)
@pytest.mark.parametrize(
    ("norm", "bound"),
    [
        ("ref-1951/33", Bound.YES),
        ("ref-1967", Bound.YES),
        ("cat-1984/3", Bound.YES),
        ("crc-1989/22", Bound.YES),
        ("cedaw-1979/2", Bound.YES),
        ("custom/non-refoulement", Bound.YES),
        ("iccpr-1966/7", Bound.SIGNED_ONLY),
        ("icpped-2006/16", Bound.NO),
    ],
)
def test_china_on_both_days(day: str, norm: str, bound: Bound) -> None:
    finding = findings("CN", "KP", day)[norm, "CN"]
    assert finding.bound == bound
    assert (finding.verdict == FindingVerdict.NOT_BOUND) is (bound != Bound.YES)


@pytest.mark.parametrize("day", BOTH_DAYS)
def test_the_signature_of_china_under_the_covenant_is_a_weak_duty_and_no_more(day: str) -> None:
    assert findings("CN", "KP", day)["vclt-1969/18", "CN"].bound == Bound.YES


@pytest.mark.parametrize("day", BOTH_DAYS)
def test_the_dprk_is_bound_the_other_way_round_on_both_days(day: str) -> None:
    sent = findings("KP", "CN", day, home="CN")
    bound = {norm: sent[norm, "KP"].bound for norm in ("ref-1951/33", "cat-1984/3", "iccpr-1966/7", "crc-1989/22")}
    assert bound == {
        "ref-1951/33": Bound.NO,
        "cat-1984/3": Bound.NO,
        "iccpr-1966/7": Bound.YES,
        "crc-1989/22": Bound.YES,
    }


def test_the_united_states_are_bound_by_the_protocol_and_not_by_the_convention() -> None:
    found = findings("US", "HN", "2019-05-06")
    assert (found["ref-1951/33", "US"].bound, found["ref-1967", "US"].bound) == (Bound.NO, Bound.YES)


def test_turkiye_is_bound_and_its_limit_takes_others_out() -> None:
    found = findings("TR", "SY", "2019-05-06")
    finding = found["ref-1951/33", "TR"]
    assert (finding.bound, finding.verdict) == (Bound.YES, FindingVerdict.ELEMENTS_MISSING)
    assert any("Europe" in caveat for caveat in finding.caveats)


@pytest.mark.parametrize(("day", "bound"), [("1982-12-22", Bound.NO), ("1982-12-23", Bound.YES)])
def test_a_state_is_not_bound_before_its_accession_takes_effect(day: str, bound: Bound) -> None:
    assert findings("CN", "VN", day)["ref-1951/33", "CN"].bound == bound


@pytest.mark.parametrize(("day", "bound"), [("2026-06-01", Bound.YES), ("2026-06-02", Bound.NO)])
def test_a_withdrawal_from_the_rome_statute_counts_from_its_day(day: str, bound: Bound) -> None:
    finding = findings("HU", "TR", day)["rome-1998/7", "HU"]
    assert finding.bound == bound
    assert finding.bound_until == "2026-06-02" or bound == Bound.YES


def test_one_document_with_many_claims_takes_time_that_grows_with_their_number() -> None:
    def many(size: int) -> tuple[list[Incident], list[Claim], list[Document]]:
        documents, claims = told("CN", "KP", BOTH_DAYS[0], "KP")
        every = [
            replace(one, id=f"{one.id}{n}", span=(n * 20 + at, n * 20 + at + 1))
            for n in range(size)
            for at, one in enumerate(claims)
        ]
        (incident,) = [i for i in reconcile(documents, claims).incidents if i.act == "forced_return"]
        acts = [one for one in every if one.act == "forced_return"]
        incidents = [replace(incident, id=f"inc_{n}", claims=(one.id,), rivals=()) for n, one in enumerate(acts)]
        return incidents, every, documents

    measured = growth(many, lambda case: assess(*case), 40, Effort(factor=4))
    assert measured.is_linear, measured
