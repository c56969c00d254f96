"""Sentences that refer to an act told before without its word: tallies, parts, replies, pleas, for texts made up."""

import pytest

from clarion.extract.replies import leaves_open
from clarion.extract.tallies import tally
from telling import claims_of, counted

AGAIN = [
    ("Police arrested 30 people in Tunis. Two more were taken in Sfax.", ("detention", "asserted", 2)),
    ("Police arrested 30 people in Tunis. Another five in Sfax.", ("detention", "asserted", 5)),
    ("Soldiers shot 12 people dead. The hospital speaks of more than twenty.", ("killing", "reported", 21)),
    ("Soldiers shot 12 people dead. The doctors say nine.", ("killing", "reported", 9)),
    ("Soldiers shot 12 people dead. We have 17 names.", ("killing", "asserted", 17)),
    ("Soldiers shot 12 people dead. The opposition puts the figure at 40.", ("killing", "reported", 40)),
    ("Soldiers shot 12 people dead. The governor admits to three.", ("killing", "reported", 3)),
    ("Soldiers shot 12 people dead. According to the Red Crescent it was 26.", ("killing", "reported", 26)),
    ("Soldiers shot 12 people dead. Another source gives 14.", ("killing", "reported", 14)),
    ("Soldiers shot 12 people dead. Two of the twelve were women.", ("killing", "asserted", 2)),
    ("Soldiers shot 12 people dead. In June alone there were 9.", ("killing", "asserted", 9)),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_a_sentence_that_only_counts_takes_its_act_from_the_one_before(
    text: str, expected: tuple[str, str, int]
) -> None:
    assert counted(text)[1:] == [expected]


def test_a_term_counted_on_is_a_sentence_of_one_more() -> None:
    found = claims_of(
        "On Monday the court in Osh sentenced two men to five years. One more, in Jalal-Abad, received 7."
    )
    assert [claim.act for claim in found] == ["sentencing", "sentencing"]
    assert found[1].affected is not None
    assert found[1].affected.count is not None
    assert found[1].affected.count.low == 1


NOT_AGAIN = [
    "The police arrested 30 people. Ten bakers sell bread in the street.",
    "The police arrested 30 people. The choir has 38 members.",
    "The police arrested 30 people. We have 20 rooms.",
    "The police arrested 30 people. The bus costs 12 dollars.",
    "The police arrested 30 people. The bakery received 12 loaves.",
    "The police arrested 30 people. The committee counted 12 votes.",
    "The police arrested 30 people. The youngest is 14.",
    "The police arrested 30 people. The minister said nothing.",
    "The police arrested 30 people. I would say seventy.",
    "The police arrested 30 people. She has five.",
    "The police arrested 30 people. The union says 3 per cent.",
]


@pytest.mark.parametrize("text", NOT_AGAIN)
def test_what_counts_other_things_counts_no_act_again(text: str) -> None:
    assert counted(text) == [("detention", "asserted", 30)]


PARTS = [
    ("The police arrested 30 people, including four journalists.", 4),
    ("The police arrested 30 people, among them four journalists.", 4),
    ("The police arrested 30 people, four of them journalists.", 4),
    ("The police arrested 30 people, of whom 18 were students.", 18),
    ("The police arrested 30 people in Tunis and five in Sfax.", 5),
]


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_a_part_of_those_told_of_is_a_claim_with_its_own_figure(text: str, part: int) -> None:
    assert counted(text) == [("detention", "asserted", 30), ("detention", "asserted", part)]


@pytest.mark.parametrize(
    "text",
    [
        "The police arrested 30 people, including a journalist.",
        "The police arrested 30 people in two raids.",
        "The police arrested 30 people, including those of Sfax.",
    ],
)
def test_without_a_figure_of_people_there_is_no_part(text: str) -> None:
    assert [claim for claim in counted(text) if claim[0] == "detention"] == [("detention", "asserted", 30)]


def test_a_part_keeps_its_own_day() -> None:
    whole, part = claims_of("The police arrested 30 people in April and five in March.")
    assert whole.when is not None
    assert part.when is not None
    assert part.when.start == "2024-03-01"


REPLIES = [
    ("The mayor says that 40 people were deported. That is false.", "forced_return"),
    ("It is said that the mob burned the church. It did not.", "destruction"),
    ("Rumour has it that the church was burned. It wasn't.", "destruction"),
    ("The opposition says that soldiers raped women in Boma. Nothing of the kind happened, says the army.", None),
    ("Q: Did your men kill the priest?\nA: We did not.", "killing"),
    ("Q: Did your men kill the priest?\nA: No.", "killing"),
    ("RADIO ONE: Is it true that the army shelled the clinic?\nTHE SPOKESMAN: No, it is not true.", "attack"),
    ("RADIO ONE: Is it true that the army shelled the clinic?\nTHE SPOKESMAN: Absolutely not.", "attack"),
    ("We wrote last week that the nurse had been killed. She has not. She is in Dakar.", "killing"),
    ("Activists say that 30 people were arrested. The governor called it a fairy tale.", "detention"),
    ('Activists say that 30 people were arrested. "Pure invention," said the governor.', "detention"),
    ("The radio said the army had shelled the clinic. The army did no such thing.", "attack"),
    ("The radio said the army had shelled the clinic. The colonel says it never happened.", "attack"),
    ("The radio said the army had shelled the clinic. There is not a word of truth in this.", "attack"),
    ("The radio said the army had shelled the clinic. None of this is true.", "attack"),
    ("The radio said the army had shelled the clinic. The colonel contradicted the report.", "attack"),
    ("All six pleaded not guilty to torturing a detainee.", "torture"),
    ("Activists say that 30 people were arrested. Not so, says the governor.", "detention"),
    ("Activists say that 30 people were arrested. No such thing happened, the governor said.", "detention"),
]


@pytest.mark.parametrize(("text", "act"), REPLIES)
def test_a_reply_denies_what_was_said_or_asked_before_it(text: str, act: str | None) -> None:
    denied = [claim.act for claim in claims_of(text) if claim.stance.value == "denied"]
    assert denied == [act or "sexual_violence"]


NO_REPLIES = [
    "Activists say that 30 people were arrested. Police did not comment.",
    "Activists say that 30 people were arrested. The governor neither confirmed nor denied it.",
    "Activists say that 30 people were arrested. The governor could not confirm this.",
    "Activists say that 30 people were arrested. This has not been confirmed.",
    "Police arrested 30 people. It was not raining.",
    "Police arrested 30 people. They did not resist.",
    "Police arrested 30 people. That is not the end of it.",
    "Police arrested 30 people. That is true.",
    "The radio said the army had shelled the clinic. We could find no evidence of this.",
    "The radio said the army had shelled the clinic. The nurse confirms it.",
    "Will the army shell the town? No.",
    "Q: Did your men kill the priest?\nA: Yes.",
]


@pytest.mark.parametrize("text", NO_REPLIES)
def test_what_answers_no_allegation_denies_nothing(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.stance.value == "denied"]


PLEAS = [
    "Two guards are charged with the torture of a detainee. They have pleaded not guilty.",
    "Two guards are charged with the torture of a detainee. Both deny the charges.",
    "Two guards are charged with the torture of a detainee. They deny wrongdoing.",
    "Two guards are charged with the torture of a detainee. They protest their innocence.",
]


@pytest.mark.parametrize("text", PLEAS)
def test_a_plea_denies_the_acts_charged_and_is_no_charge(text: str) -> None:
    found = claims_of(text)
    assert [claim.act for claim in found if claim.stance.value == "denied"] == ["torture"]
    assert not [claim for claim in found if claim.act in ("sentencing", "prosecution") and claim.span[0] > 60]


def test_the_one_spoken_of_does_not_deny() -> None:
    found = claims_of("Rumour has it that the church was burned. It wasn't.")
    assert not [party.name for claim in found if claim.stance.value == "denied" for party in claim.actors]


def test_the_words_of_tallies_and_of_what_is_left_open() -> None:
    assert tally("The union counted over 90.") is not None
    assert tally("The union counted on help.") is None
    assert leaves_open("He could not confirm it.")
    assert not leaves_open("He denies it.")
