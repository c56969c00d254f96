"""Names of instruments and articles as norm ids."""

import pytest

from clarion.extract import find_claims
from clarion.extract.norms import find_norms
from clarion.model.ids import DocumentId
from clarion.model.nouns import Document

TABLE = [
    ("a breach of Article 33 of the 1951 Refugee Convention", ["ref-1951/33"]),
    ("the 1951 Convention and its 1967 Protocol", ["ref-1951", "ref-1967"]),
    ("Article 3 of the Convention against Torture", ["cat-1984/3"]),
    ("the Convention against Torture, Article 3 of which bars return", ["cat-1984/3"]),
    ("Articles 7, 9 and 10(1) of the ICCPR", ["iccpr-1966/7", "iccpr-1966/9", "iccpr-1966/10"]),
    ("Article II(3) of the OAU Convention", ["oau-1969/2"]),
    ("the Republic of Korea's constitution", ["constitution:KR"]),
    ("the constitution of Chile", ["constitution:CL"]),
    ("the principle of non-refoulement", ["custom/non-refoulement"]),
    ("jus cogens norms such as the ban on torture", ["jus-cogens/torture"]),
    ("the ILO conventions on forced labour", ["ilo-29-1930", "ilo-105-1957"]),
    ("the Convention on the Rights of the Child", ["crc-1989"]),
    ("the Special Rapporteur on torture", []),  # a person, no norm
    ("the Committee against Torture", []),
    ("a convention of dentists", []),
    ("Article 12 of the penal code", []),  # national criminal codes are no norm
]


@pytest.mark.parametrize(("text", "ids"), TABLE)
def test_a_norm_is_named_by_instrument_and_article(text: str, ids: list[str]) -> None:
    assert [one for norm in find_norms(text, 0, len(text)) for one in norm.ids] == ids


def test_the_constitution_of_a_speaker_is_that_of_its_state() -> None:
    text = "Article 32 of the Constitution guarantees assembly."
    assert find_norms(text, 0, len(text), home="KZ")[0].ids == ("constitution:KZ/32",)


INVOKED = [
    ("Section 12 of the Aliens Act 2019 prohibits return to a place of danger.", "asserted"),
    ("Article 33 of the 1951 Convention and Article II(3) of the OAU Convention are to the same effect.", "asserted"),
    ("The bar in Article 3 of the Convention against Torture is absolute.", "asserted"),
    ("The ban on torture in Article 5 of the Constitution was plainly breached.", "asserted"),
]
# naming a law without an article, an article of goods, a criminal code, and a law that binds to nothing here
NOT_INVOKED = [
    "She teaches the Convention on the Rights of the Child to nurses.",
    "Article 12 of the penal code is long.",
    "She wrote an article on 3 of the new laws.",
    "Section 4 of the stadium was full.",
    "The committee read section 9 of the Fisheries Act aloud.",
]


def found(text: str) -> list[tuple[str, str]]:
    document = Document(
        id=DocumentId("sha256:" + "0" * 64), path="a.txt", media_type="text/plain", language="en", text=text
    )
    return [(str(claim.act), str(claim.stance)) for claim in find_claims(document)]


@pytest.mark.parametrize(("text", "stance"), INVOKED)
def test_a_sentence_that_invokes_law_is_read_without_an_act_word(text: str, stance: str) -> None:
    assert ("breach", stance) in found(text)


@pytest.mark.parametrize("text", NOT_INVOKED)
def test_a_law_that_is_only_mentioned_is_no_claim(text: str) -> None:
    assert not [act for act, _ in found(text) if act == "breach"]
