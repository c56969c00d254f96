"""Constructions that tell an act without its usual shape: answers, likeness, asides, records, inversions, made up."""

import pytest

from clarion.extract import stance_of
from clarion.model.vocabulary import StanceKind
from telling import claims_of, counted

ANSWERED = [
    ("Did soldiers open fire on the crowd? They did.", ("attack", "asserted", None)),
    ("Were the women beaten in the cells? Yes, every night.", ("torture", "asserted", None)),
    ("Officers beat the boy, and so did the guards.", ("torture", "asserted", None)),
    ("Nine men were arrested on Friday. So were two of their wives.", ("detention", "asserted", 2)),
    ("The ministry says the four women were freed. They were not.", ("release", "denied", None)),
    ("Ten students, six of them women, are being held in Gulu.", ("detention", "asserted", 6)),
]


@pytest.mark.parametrize(("text", "claim"), ANSWERED)
def test_an_act_is_told_without_its_word(text: str, claim: tuple[str, str, int | None]) -> None:
    assert claim in [(act, stance, low if claim[2] else None) for act, stance, low in counted(text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Soldiers arrested two men. They did what they were told.", 1),  # nothing was asked
        ("The army withdrew, as was planned, after it had arrested nine men.", 1),
        ("The families, 92 of them, were evicted in May.", 1),  # all of them, no part
        ("Did they come back? Yes.", 0),
    ],
)
def test_what_only_looks_like_an_answer_or_a_part_adds_no_claim(text: str, claims: int) -> None:
    assert len([one for one in claims_of(text) if one.act not in ("attack", "flight")]) == claims


WHEN = [
    ("Last year 31 men were hanged, the highest figure since 2006.", "execution", "2023-01-01"),
    ("In May 30 men were held, fingerprinted and deported.", "detention", "2024-05-01"),
    ("Thirty men were detained, searched and deported on Monday.", "detention", "2024-05-13"),
    ("The paper was raided in February, and its editor is behind bars.", "detention", None),
    ("The three appear in court on Monday.", "sentencing", "2024-05-20"),
    ("On Monday a court sentences six soldiers to death.", "sentencing", "2024-05-13"),
    ("Rebels have kidnapped at least a dozen people since March.", "abduction", "2024-03-01"),
]


@pytest.mark.parametrize(("text", "act", "start"), WHEN)
def test_a_date_goes_to_the_acts_that_share_it_alone(text: str, act: str, start: str | None) -> None:
    claim = next(one for one in claims_of(text) if one.act == act)
    assert (claim.when.start if claim.when else None) == start


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("Not in one of them was an inquiry opened.", "inquiry", StanceKind.NEGATED),
        ("In no case was a trial held.", "trial", StanceKind.NEGATED),
        ("Not only was an inquiry opened, it was closed again.", "inquiry", StanceKind.ASSERTED),
    ],
)
def test_a_negative_opener_before_an_auxiliary_denies_the_noun(text: str, word: str, stance: StanceKind) -> None:
    at = text.index(word)
    assert stance_of(text, (at, at + len(word))).stance is stance


@pytest.mark.parametrize(
    ("text", "act", "told"),
    [
        ("The men were marched to the airstrip and flown out.", "demonstration", False),
        ("Thousands marched to the square.", "demonstration", True),
        ("The synod appealed to the Union to send observers.", "appeal", False),
        ("The synod sent an appeal to the Union.", "appeal", True),
        ("In May the group recorded 12 raids, and on 3 March police arrested nine men.", "detention", True),
        ("INSURGENTS ATTACK NAIROTO", "attack", True),
        ("One in three of the inmates has been beaten.", "torture", True),
        ("New Zealand would accept up to 150 refugees a year.", "arrival", True),
    ],
)
def test_the_build_of_a_clause_decides_what_its_word_tells(text: str, act: str, told: bool) -> None:
    assert (act in [one.act for one in claims_of(text)]) is told


@pytest.mark.parametrize("text", ["New Zealand would accept up to 150 refugees a year.", "Chad hosts 40 families."])
def test_a_state_that_admits_does_so_at_home(text: str) -> None:
    (claim,) = [one for one in claims_of(text) if one.act == "arrival"]
    assert [place.role.value for place in claim.where if place.role] == ["at"]
