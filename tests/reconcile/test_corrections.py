"""What a source takes back counts no longer; what it mends gives way to what it says last; nothing is erased."""

import pytest

from building import claim, document, people
from clarion.model import Claim, CorrectionKind, Document, FigureRule, Incident
from clarion.reconcile import reconcile
from clarion.reconcile.notices import find_notices

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
NIGHT = {"when": "2024-05-02", "where": ROUTE}
FORUM = document("forum", publisher="Northern Rights Forum", published="2024-05-04")


def incident(later: Document, *claims: Claim) -> Incident:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    told = claim(FORUM, "forced_return", 0, count=people(best=400), **NIGHT)
    relay = claim(paper, "forced_return", 0, count=people(best=400), voices=("the Northern Rights Forum",), **NIGHT)
    (found,) = reconcile([FORUM, paper, later], [told, relay, *claims]).incidents
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We withdraw our report of 4 May.", CorrectionKind.RETRACTS),
        ("The Forum retracted its statement on Monday.", CorrectionKind.RETRACTS),
        ("This article has been withdrawn.", CorrectionKind.RETRACTS),
        ("Retraction: the story of 4 May was wrong.", CorrectionKind.RETRACTS),
        ("Correction: 40 people were sent back, not 400.", CorrectionKind.CORRECTS),
        ("An earlier version of this story said 400.", CorrectionKind.CORRECTS),
        ("The group corrected its figure to 40.", CorrectionKind.CORRECTS),
        ("The clinic revised its earlier count.", CorrectionKind.CORRECTS),
    ],
)
def test_a_notice_is_found(text: str, kind: CorrectionKind) -> None:
    assert [notice.kind for notice in find_notices(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Troops withdrew from the village.",
        "The ministry urged the Forum to withdraw its report.",
        "The Forum refused to retract its statement.",
        "The correctional facility holds 400.",
        "The governor withdrew the permit.",
    ],
)
def test_other_words_are_no_notice(text: str) -> None:
    assert find_notices(text) == ()


def test_a_withdrawn_account_is_no_origin_and_neither_is_what_was_passed_on_from_it() -> None:
    text = "We withdraw our report of 4 May that 400 people were sent back."
    later = document("later", publisher="Northern Rights Forum", published="2024-05-20", text=text)
    found = incident(later, claim(later, "forced_return", 0, count=people(best=400), **NIGHT))
    assert found.origins == 0
    assert set(found.origin_of.values()) == {None}
    assert len(found.claims) == 3
    (correction,) = found.corrections
    assert correction.kind == CorrectionKind.RETRACTS
    assert FORUM.id in correction.of


def test_a_corrected_figure_gives_way_to_the_one_given_last() -> None:
    text = "Correction: 40 people were sent back, not 400 as the Forum said on 4 May."
    later = document("later", publisher="Northern Rights Forum", published="2024-05-20", text=text)
    told = claim(FORUM, "forced_return", 0, count=people(best=400), **NIGHT)
    mended = claim(later, "forced_return", 0, count=people(best=40), **NIGHT)
    (found,) = reconcile([FORUM, later], [told, mended]).incidents
    assert found.affected is not None
    assert found.affected.count is not None
    assert (found.affected.count.best, found.figure_rule) == (40, FigureRule.CORRECTED)
    assert "mends what Northern Rights Forum (4 May 2024) told" in found.corrections[0].reason


def test_a_correction_of_another_body_leaves_an_account_alone() -> None:
    text = "Correction: the photograph was of another bridge."
    later = document("later", publisher="Coast Radio", published="2024-05-20", text=text)
    found = incident(later, claim(later, "forced_return", 0, **NIGHT))
    assert FORUM.id not in {document for one in found.corrections for document in one.of}
    assert found.origins == 2


def test_a_relay_that_tells_of_a_withdrawal_withdraws_the_account_of_the_body_it_names() -> None:
    text = "The Northern Rights Forum retracted its statement on Monday."
    later = document("later", publisher="Coast Radio", published="2024-05-20", text=text)
    found = incident(later, claim(later, "forced_return", 0, **NIGHT))
    assert [one.of for one in found.corrections] == [(FORUM.id,)]
    assert found.origin_of[FORUM.id] is None
