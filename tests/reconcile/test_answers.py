"""Kinds of denial, and answers that deny nothing."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.model import AnswerKind, Claim, Document, Incident, StanceKind, Status
from clarion.reconcile import reconcile
from clarion.reconcile.answering import find_answers, kind_of_denial

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))


def in_words(of: Document, words: str, act: str = "forced_return", **more: object) -> Claim:
    """A claim whose span is where its words stand in the document."""
    start = (of.text or "").index(words)
    made = claim(of, act, start, **more)
    return replace(made, span=(start, start + len(words)), quote=words)


def told_and_answered(answer: str) -> Incident:
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    text = f"Forty people were sent back across the bridge, the Forum said. {answer}"
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05", text=text)
    claims = [
        claim(forum, "forced_return", 0, when="2024-05-02", where=ROUTE),
        in_words(
            paper, "Forty people were sent back", when="2024-05-02", where=ROUTE, voices=("the Northern Rights Forum",)
        ),
    ]
    (incident,) = reconcile([forum, paper], claims).incidents
    return incident


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("There are no refugees in the valley.", AnswerKind.CATEGORY),
        ("There are no so-called political prisoners here, the envoy said.", AnswerKind.CATEGORY),
        ("They are not refugees but visitors, it said.", AnswerKind.CATEGORY),
        ("Such camps do not exist.", AnswerKind.CATEGORY),
        ("No such people live in the district.", AnswerKind.CATEGORY),
        ("The ministry denied that anyone was sent back.", AnswerKind.OCCURRENCE),
        ("There were no expulsions that night.", AnswerKind.OCCURRENCE),
        ("There were no prisoners being moved.", AnswerKind.OCCURRENCE),
        ("It is a lie, the army said.", AnswerKind.OCCURRENCE),
    ],
)
def test_a_denial_is_of_the_category_or_of_the_occurrence(sentence: str, kind: AnswerKind) -> None:
    assert kind_of_denial(sentence, (4, 8))[0] == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The interior ministry said they were handled according to law.", AnswerKind.JUSTIFICATION),
        ("A government spokesman called it an internal affair.", AnswerKind.JUSTIFICATION),
        ("The police said the operation was necessary to restore order.", AnswerKind.JUSTIFICATION),
        ("Ankara said the removals complied with international law.", AnswerKind.JUSTIFICATION),
        ("Officials said those who entered illegally were returned.", AnswerKind.JUSTIFICATION),
        ("The embassy declined to comment.", AnswerKind.NO_COMMENT),
        ("The army neither confirmed nor denied the report.", AnswerKind.NO_COMMENT),
        ("The ministry did not confirm a return.", AnswerKind.NO_COMMENT),
        ("The spokeswoman said she was not aware of the matter.", AnswerKind.NO_COMMENT),
        ("The ministry did not immediately respond to a request for comment.", AnswerKind.SILENCE),
        ("There was no immediate reply from the governor.", AnswerKind.SILENCE),
        ("The authorities have yet to comment.", AnswerKind.SILENCE),
        ("Calls to the prefecture went unanswered.", AnswerKind.SILENCE),
        ("The ministry said that there are no so-called deportees.", AnswerKind.CATEGORY),
    ],
)
def test_an_answer_has_its_kind(sentence: str, kind: AnswerKind) -> None:
    assert [found.kind for found in find_answers(sentence)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Forum urged the ministry to act according to law.",  # a demand
        "The government violated international law, lawyers said.",  # an accusation
        "The paper could not independently confirm the report.",  # a paper answers for nobody
        "Residents said that they were handled according to custom.",
        "UN experts said that states must act under international law.",
        "The law was passed in May.",
        "If the ministry does not answer, we shall march.",
        "Chimborazo Police Public Order Command",  # a heading
        "The ministry opened an office.",
        "Forty people were sent back.",
    ],
)
def test_words_of_others_are_no_answer(sentence: str) -> None:
    assert find_answers(sentence) == ()


def test_a_pronoun_speaks_for_the_organ_of_the_sentence_before() -> None:
    text = "The foreign ministry's spokesman met reporters. He said that they are handled according to law."
    (found,) = find_answers(text)
    assert found.kind == AnswerKind.JUSTIFICATION
    assert "ministry" in (found.voice or "")


def test_a_justification_is_shown_and_disputes_nothing() -> None:
    incident = told_and_answered("The interior ministry said that all were handled according to law.")
    assert [answer.kind for answer in incident.answers] == [AnswerKind.JUSTIFICATION]
    assert incident.denials == ()
    assert incident.status != Status.DISPUTED


def test_silence_is_no_denial() -> None:
    incident = told_and_answered("The ministry has not replied.")
    assert [answer.kind for answer in incident.answers] == [AnswerKind.SILENCE]
    assert (incident.denials, incident.status) == ((), Status.REPORTED)


def test_a_denial_is_a_claim_with_its_kind() -> None:
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    ministry = document(
        "ministry", publisher="Ministry", published="2024-05-07", text="There are no refugees here, and none returned."
    )
    claims = [
        claim(forum, "forced_return", 0, when="2024-05-02", where=ROUTE),
        in_words(ministry, "There are no refugees", stance=StanceKind.DENIED, where=ROUTE),
    ]
    (incident,) = reconcile([forum, ministry], claims).incidents
    (answer,) = incident.answers
    assert (answer.kind, answer.claim, answer.voice) == (AnswerKind.CATEGORY, incident.denials[0], "Ministry")


def test_an_answer_belongs_to_what_its_document_told_last() -> None:
    text = (
        "Forty people were sent back on 2 May. The ministry said all was done according to law.\n"
        "Nine fishermen were arrested on 20 May. The police declined to comment."
    )
    paper = document("paper", publisher="Fjord Daily", published="2024-05-25", text=text)
    claims = [
        in_words(paper, "Forty people were sent back", when="2024-05-02", where=ROUTE),
        in_words(paper, "Nine fishermen were arrested", "detention", when="2024-05-20"),
    ]
    kinds = {i.act: [answer.kind for answer in i.answers] for i in reconcile([paper], claims).incidents}
    assert kinds == {"forced_return": [AnswerKind.JUSTIFICATION], "detention": [AnswerKind.NO_COMMENT]}


def test_why_another_explanation_stands_beside_is_said() -> None:
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    ministry = document("ministry", publisher="Ministry of the Interior", published="2024-05-07")
    claims = [
        claim(forum, "forced_return", 0, when="2024-05-02", where=ROUTE),
        claim(ministry, "forced_return", 0, stance=StanceKind.DENIED, where=ROUTE[1:]),
        claim(ministry, "flight", 5, when="2024-05-02", where=ROUTE, who="seasonal workers"),
    ]
    (incident,) = [i for i in reconcile([forum, ministry], claims).incidents if i.act == "forced_return"]
    assert "explained otherwise by Ministry of the Interior (7 May 2024), which denies it: flight" in incident.reasons


def test_answers_are_found_in_linear_time() -> None:
    assert find_answers("the ministry said " * 50_000) == ()
    assert find_answers("(" * 1_000_000 + "law") == ()
