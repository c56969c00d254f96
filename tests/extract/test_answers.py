"""Answers without a verb, what has not come, and the orders that a court is asked for."""

import pytest

from telling import claims_of, counted, told

ANSWERS = [
    ("HOST: You were arrested after the vote.\n\nMS ADO: In March 2021, for three weeks, in Mombasa.", "2021-03-01"),
    ("HOST: When were they arrested?\n\nMS ADO: On 3 May, at dawn, in Mombasa.", "2024-05-03"),
    ("Q: When were you arrested?\n\nA: In 2020, in Mombasa.", "2020-01-01"),
]
NO_ANSWERS = [
    "Police arrested nine men on Monday. In Mombasa, on Tuesday.",
    "HOST: Soldiers killed nine men and arrested two.\n\nMS ADO: In Mombasa, in 2022.",
    "HOST: They were arrested.\n\nMS ADO: In Mombasa it rains.",
    "HOST: They were arrested.\n\nMS ADO: For shame.",
    "HOST: Will they be freed?\n\nMS ADO: In two years, perhaps.",
]


@pytest.mark.parametrize(("text", "start"), ANSWERS)
def test_an_answer_says_when_and_where_what_was_asked_about_happened(text: str, start: str) -> None:
    claim = claims_of(text)[-1]
    assert (claim.act, claim.stance) == ("detention", "asserted")
    assert claim.when is not None
    assert claim.when.start == start
    assert [place.name for place in claim.where] == ["Mombasa"]


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_what_answers_nothing_tells_no_act_again(text: str) -> None:
    assert "in answer" not in " ".join(claim.method for claim in claims_of(text))


ASKED = "The council asked the mayor for an inquiry into the fees."
MISSING = [
    (f"{ASKED} None has been opened.", ("investigation", "negated", None)),
    ("The minister promised to release the prisoners. Nothing came of it.", ("release", "negated", None)),
    (f"{ASKED} So far there has been none.", ("investigation", "negated", None)),
]
NOT_MISSING = [
    "Nine men were arrested. None has been opened.",
    f"{ASKED} None of the councillors was ill.",
    f"{ASKED} None has a better garden than he.",
]


@pytest.mark.parametrize(("text", "expected"), MISSING)
def test_what_was_asked_for_or_promised_may_not_have_come(text: str, expected: tuple[str, str, int | None]) -> None:
    assert counted(text)[-1] == expected
    assert len(counted(text)) == 2


@pytest.mark.parametrize("text", NOT_MISSING)
def test_none_of_something_else_denies_no_demand(text: str) -> None:
    assert "has not come" not in " ".join(claim.method for claim in claims_of(text))


def test_the_orders_sought_are_asked_for() -> None:
    text = "## Orders sought\n\n1. The release of the applicants; access to counsel; and an inquiry by the ombudsman.\n"
    assert told(text) == ["halt called_for deprivation", "investigation called_for", "release called_for"]


def test_orders_that_were_given_are_not_asked_for() -> None:
    text = "## Orders of the court\n\n1. The release of the applicants; and an inquiry by the ombudsman.\n"
    assert not any("called_for" in one for one in told(text))


ASKED_FOR = [
    ("The council called for an inquiry.", "investigation called_for"),
    ("The council pressed for an independent inquiry.", "investigation called_for"),
    ("The union requests a meeting with the minister.", "consultation called_for"),
    ("The council opened an inquiry.", "investigation asserted"),
    ("The council did not ask for an inquiry.", "investigation negated"),
    # the asking is the act
    ("The families asked for talks with the governor.", "appeal asserted"),
]


@pytest.mark.parametrize(("text", "expected"), ASKED_FOR)
def test_a_verb_that_asks_and_is_part_of_the_act_word_asks(text: str, expected: str) -> None:
    assert told(text) == [expected]


QUOTED = [
    ("The ministry said that the men “went home of their own free will”.", "flight asserted"),
    ('A prosecutor told the court that he "was beaten in the cell".', "torture asserted"),
    ('The ministry said that the "workers" were deported.', "forced_return reported"),
    ('The ministry said that soldiers shelled "an arms store".', "attack reported"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_a_verb_between_quotation_marks_is_the_word_of_the_speaker(text: str, expected: str) -> None:
    assert told(text) == [expected]


DENIED = [
    ("A nurse said that soldiers beat the men. “Nobody was beaten,” said the baker Ada Roe.", "torture denied"),
    ("Nobody was beaten, said the baker Ada Roe.", "injury negated"),
    # who has told it and says that it has ended contradicts nobody
    ("A nurse said that soldiers beat the men. On Friday nobody was beaten, the nurse said.", "torture negated"),
]


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_who_negates_what_another_has_just_told_denies_it(text: str, expected: str) -> None:
    assert [f"{claim.act} {claim.stance}" for claim in claims_of(text)][-1] == expected
