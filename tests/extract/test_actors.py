"""Who does an act: by the noun that tells it, by what caused it, by those it is laid to; and who only tells of it."""

import pytest

from clarion.extract import find_claims
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document

# text, act, names of those who do it
DONE_BY = [
    ("Three officers are charged with the murder of a driver.", "killing", ["Three officers"]),
    ("They accused the guards of beatings.", "torture", ["the guards"]),
    ("The Centre counted 12 killings by the militia.", "killing", ["the militia"]),
    ("An attack by herdsmen killed nine.", "killing", ["herdsmen"]),
    ("The deportation of 40 Uyghurs by Thailand drew protest.", "forced_return", ["Thailand"]),
    ("Thailand's deportation of 40 Uyghurs drew protest.", "forced_return", ["Thailand"]),
    ("Police opened fire on people who were marching on the town hall.", "demonstration", ["people"]),
    ("Poland shut the crossing and says it will not reopen it.", "border_opening", ["Poland"]),
    ("His unit will open fire before Friday.", "attack", ["His unit"]),
    ("The army, the police and the guard shelled the camp.", "attack", ["The army", "the police", "the guard"]),
]
# text, act: nobody is said to do it
DONE_BY_NOBODY = [
    ("Residents recorded 31 arrests.", "detention"),
    ("The Centre documented 31 arrests.", "detention"),
    ("Ms Selvarani has had two threatening calls.", "harassment"),
    ("Twenty had gunshot wounds.", "injury"),
    ("We are alarmed by the deaths of four boys.", "condemnation"),
    ("The survivors tell of women raped at Abala.", "sexual_violence"),
    ("Somebody threw a grenade at his shop.", "attack"),
    ("Samir's arrest drew protest.", "detention"),
]


@pytest.mark.parametrize(("text", "act", "expected"), DONE_BY)
def test_the_doer_is_found_where_the_sentence_says_who_it_is(text: str, act: str, expected: list[str]) -> None:
    """In "by", in a possessive, as the one charged, as the doer of the deed that caused it, in a list."""
    assert [party.name for party in _claim(text, act).actors] == expected


@pytest.mark.parametrize(("text", "act"), DONE_BY_NOBODY)
def test_who_records_suffers_or_tells_does_not_do_it(text: str, act: str) -> None:
    """Those who count, those to whom it is done, pronouns for nobody in particular."""
    assert not _claim(text, act).actors


def _claim(text: str, act: str) -> Claim:
    document = Document(DocumentId("sha256:x"), "x.txt", "text/plain", publisher="Lake Desk", language="en", text=text)
    return next(claim for claim in find_claims(document) if claim.act == act)
