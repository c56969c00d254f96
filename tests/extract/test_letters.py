"""Who is asked, where the sentence of a demand does not say."""

import pytest

from clarion.extract.letters import lead_of_list, receiver_of

RECEIVERS = [
    ("Open letter to the Governor of Lamu\n\nYour Excellency,\n\nWe ask you", ["Governor of Lamu"]),
    ("To: The Minister of Justice\nFrom: Harbour Watch\n", ["The Minister of Justice"]),
    ("Dear Minister,\n\nPlease release", ["Minister"]),
    ("The group sent a letter to ministers in May.", []),  # no name
    ("The ministry said on Monday that it would act.", []),
]


@pytest.mark.parametrize(("text", "names"), RECEIVERS)
def test_a_letter_names_its_receiver(text: str, names: list[str]) -> None:
    assert [party.name for party in receiver_of(text)] == names


LISTS = [
    ("We call on all parties to:\n- ", "end the raids", ["all parties"]),
    ("The Forum urges the Chadian authorities\n- ", "to free them", ["the Chadian authorities"]),
    ("We call on all parties to act. Two days passed. ", "End the raids", []),  # no item of a list
    ("We ask you to:\n- ", "end the raids", []),
]


@pytest.mark.parametrize(("lead", "item", "names"), LISTS)
def test_the_line_before_a_list_names_who_is_asked(lead: str, item: str, names: list[str]) -> None:
    assert [party.name for party in lead_of_list(lead + item, len(lead))] == names
