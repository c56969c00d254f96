"""Who is asked, written to or blamed."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Document

# text, act, addressees
ADDRESSED = [
    ("She has written to Warsaw, asking it to release the nine.", "release", ["Warsaw"]),
    ("Please write to the ambassador and ask for the release of the nine.", "release", ["the ambassador"]),
    ("7/ To the coast guard of Peru: free the crew.", "release", ["coast guard of Peru"]),
    (
        "To the Dominican government: Free the men. Investigate the death of the baby.",
        "investigation",
        ["Dominican government"],
    ),
    ("The Ministry condemns the shelling by the rebel militia of a clinic.", "condemnation", ["the rebel militia"]),
    ("The ministry yesterday summoned the chargé d'affaires.", "consultation", ["the chargé d'affaires"]),
    ("We filed a complaint with the public prosecutor on 30 October.", "appeal", ["the public prosecutor"]),
    ("If the court convicts them, we will appeal to Strasbourg.", "appeal", ["Strasbourg"]),
    (
        "The council wrote to the Attorney General, the Inspector General of Police and the Ombudsman.",
        "appeal",
        ["the Attorney General", "the Inspector General of Police", "the Ombudsman"],
    ),
    (
        "They asked the mayor, the court and the two sides to hold talks.",
        "consultation",
        ["the mayor", "the court", "the two sides"],
    ),
    (
        "The Minister of Labour and the company must come back to the talks.",
        "consultation",
        ["The Minister of Labour", "the company"],
    ),
    ("The union asks the Assembly to urge the Government to take in the 30 families.", "arrival", ["the Assembly"]),
    (
        "The league deplores the refusal of the prison service to let doctors in.",
        "condemnation",
        ["the prison service"],
    ),
    ("The group demanded of Egypt that it free the blogger.", "release", ["Egypt"]),
    ("In a letter to President Ruiz, 40 doctors asked for the release of a colleague.", "release", ["President Ruiz"]),
    ("The region's parliaments must pass a rescue law.", "lawmaking", ["The region's parliaments"]),
]


@pytest.mark.parametrize(("text", "act", "expected"), ADDRESSED)
def test_who_is_asked_written_to_or_blamed_is_addressed(text: str, act: str, expected: list[str]) -> None:
    """By the verb before, by the head of a line, by the doer of what is condemned, by the object of summoning."""
    names = [party.name.removeprefix("the ") for party in _addressees(text, act)]
    assert names == [name.removeprefix("the ") for name in expected]


def test_who_asks_is_not_asked() -> None:
    """ "Experts urge a halt": the experts are the voice."""
    assert all(
        party.name != "Experts" for party in _addressees("Peru: Experts urge immediate halt to executions", "halt")
    )


def _addressees(text: str, act: str):  # type: ignore[no-untyped-def]
    return next(claim for claim in find_claims(_document(text)) if claim.act == act).addressees


def _document(text: str) -> Document:
    return document("addressed", publisher="Lake Desk", published="2024-05-16", text=text, language="en")


def test_who_is_written_to_goes_before_the_public_that_is_to_write() -> None:
    text = "The coalition urges people and groups concerned for the miners to make an appeal to President Aster."
    assert [party.name for party in _addressees(text, "appeal")] == ["President Aster"]
    assert [party.name for party in _addressees("The union urged drivers to write to the mayor.", "appeal")] == [
        "drivers"
    ]
