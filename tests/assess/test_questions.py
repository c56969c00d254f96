"""Findings say which open questions would change the verdict."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.assess import assess
from clarion.assess.wording import says
from clarion.model import Affected, CitedVoice, ElementState, Finding, FindingVerdict, StanceKind, VoiceRole
from clarion.reconcile import reconcile

ROUTE = (("from", "Dandong", "CN"), ("to", "Sinuiju", "KP"))
REPORT = document("report", publisher="Border Watch", published="2023-09-01")
GROUND = "Is the threat for one of the five Convention grounds?"


def finding(norm: str, *, faith: bool = False, denied: bool = False, told: bool = False) -> Finding:
    removed = claim(REPORT, "forced_return", 0, when="2023-08-29", where=ROUTE, actors=(("China", "state:CN"),))
    claims = [
        replace(removed, affected=Affected("people", "nationality:KP")),
        replace(
            claim(REPORT, "torture", 5, stance=StanceKind.EXPECTED),
            quote="torture because of their faith" if faith else "torture",
        ),
    ]
    documents = [REPORT]
    if denied:
        documents.append(document("ministry", publisher="Foreign Ministry", published="2023-09-02"))
        claims.append(
            claim(documents[-1], "forced_return", 0, stance=StanceKind.DENIED, when="2023-08-29", where=ROUTE)
        )
    if told:
        documents.append(document("letter", publisher="Friends", published="2023-07-01"))
        put = claim(documents[-1], "condemnation", 0)
        beside = claim(documents[-1], "forced_return", 9, stance=StanceKind.EXPECTED)
        claims += [replace(put, addressees=(replace(removed.actors[0]),)), beside]
    incidents = reconcile(documents, claims).incidents
    return next(f for f in assess(incidents, claims, documents) if f.norm == norm and f.state == "state:CN")


def state_of(one: Finding, key: str) -> ElementState:
    return next(element.state for element in one.elements if element.key == key)


def test_the_one_unknown_element_decides_and_says_so() -> None:
    one = finding("ref-1951/33")
    assert one.verdict == FindingVerdict.ELEMENTS_MISSING
    assert (
        f"Unknown: {GROUND} If so, and if the claims hold, the norm would be engaged; if not, the norm would not be "
        "engaged." in one.caveats
    )


def test_a_ground_that_claims_name_answers_the_question() -> None:
    one = finding("ref-1951/33", faith=True)
    assert state_of(one, "ground") == ElementState.MET
    assert one.verdict == FindingVerdict.WOULD_ENGAGE


def test_a_denial_is_an_open_question_too() -> None:
    one = finding("cat-1984/3", denied=True)
    assert any(caveat.startswith("Contested: Were people removed? 1 for, 1 against.") for caveat in one.caveats)


def test_notice_given_before_is_knowledge() -> None:
    assert state_of(finding("cat-1984/3"), "knowledge") == ElementState.UNKNOWN
    assert state_of(finding("cat-1984/3", told=True), "knowledge") == ElementState.MET


def test_a_feared_torture_is_not_one_that_was_done() -> None:
    assert state_of(finding("arsiwa-2001/16"), "act_of_other") == ElementState.UNKNOWN


def test_nothing_is_asked_of_a_norm_that_does_not_bind() -> None:
    one = finding("icpped-2006/16")
    assert one.verdict == FindingVerdict.NOT_BOUND
    assert not any(caveat.startswith(("Unknown", "Contested", "Missing")) for caveat in one.caveats)


@pytest.mark.parametrize(
    ("question", "quote", "answer"),
    [
        ("arbitrary", "was held without charge for a year", True),
        ("arbitrary", "was charged with theft", False),
        ("ground", "imprisoned for his political opinions", True),
        ("ground", "imprisoned for tax fraud", False),
        ("no_review", "sent back without any individual hearing", True),
        ("no_review", "sent back after an individual hearing", False),
        ("reviewed", "sent back after an individual hearing", True),
        ("lawful_stay", "who were lawfully resident", True),
        ("lawful_stay", "who were unlawfully present", False),
        ("asylum", "were refused access to the asylum procedure", True),
        ("asylum", "were sent to an asylum for the insane", False),
        ("for_leaving", "executed for leaving the country", True),
        ("for_leaving", "executed for murder", False),
        ("women", "most of them women", True),
        ("women", "said the women's committee", False),
        ("unfair_trial", "tried behind closed doors", True),
        ("attack", "a widespread and systematic attack", True),
    ],
)
def test_words_answer_a_question_or_do_not(question: str, quote: str, answer: bool) -> None:
    assert says(question, quote) is answer


def test_long_repeated_words_take_linear_time() -> None:
    for question in ("ground", "arbitrary", "asylum", "reviewed", "women"):
        assert not says(question, "for a " * 200_000)


@pytest.mark.parametrize(
    ("speaker", "quote", "claimed"),
    [
        ("a spokesman of China's foreign ministry", "entered for economic reasons", True),
        ("a spokesman of China's foreign ministry", "enjoyed the warm weather", False),
        ("a scholar of China", "entered for economic reasons", False),  # no organ of the state
        ("a spokesman of South Korea's ministry", "entered for economic reasons", False),  # another state
    ],
)
def test_a_ground_that_the_state_puts_forward_stands_beside_the_elements(
    speaker: str, quote: str, claimed: bool
) -> None:
    text = f"People were returned. {speaker} said that they {quote}."
    report = document("wire", publisher="Wire", published="2023-09-01", text=text)
    removed = claim(report, "forced_return", 0, when="2023-08-29", where=ROUTE, actors=(("China", "state:CN"),))
    start = text.index(speaker)
    voice = CitedVoice(speaker, VoiceRole.QUOTED, (start, start + len(speaker)))
    said = replace(claim(report, "arrival", start + 60), quote=quote, voices=(voice,))
    claims = [replace(removed, affected=Affected("people", "nationality:KP")), said]
    incidents = reconcile([report], claims).incidents
    found = {f.norm: f for f in assess(incidents, claims, [report]) if f.state == "state:CN"}
    keys = {element.key for element in found["cat-1984/3"].elements}
    assert ("exception_claimed" in keys) is claimed
    assert any(caveat.startswith("Exception claimed") for caveat in found["cat-1984/3"].caveats) is claimed
