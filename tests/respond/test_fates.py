"""What became of asks, and which of them cannot both be met: documents read by the engine, and what follows."""

import datetime
import time
from dataclasses import replace

import pytest

from clarion.extract import find_claims
from clarion.model import Ask, ClaimId, Document, DocumentId, Party
from clarion.model.record import Record
from clarion.model.vocabulary import AskFate, View
from clarion.publish.safety.leaving import leaving
from clarion.respond import respond
from costs import least

RELEASE = ("2023-05-05", "Lantern Watch urged the Greek government to release the fishermen.")
RETURNS = ("2023-05-05", "Lantern Watch urged Greece to stop returning refugees to Turkey.")


def documents(*told: tuple[str | None, str]) -> list[Document]:
    """Documents by day and text, each of a publisher of its own."""
    return [
        Document(
            DocumentId(f"sha256:{at}"),
            f"{at}.txt",
            "text/plain",
            publisher=f"House {at}",
            published=datetime.date.fromisoformat(day) if day else None,
            language="en",
            text=text,
        )
        for at, (day, text) in enumerate(told)
    ]


def asks(*told: tuple[str | None, str]) -> list[Ask]:
    held = documents(*told)
    return list(respond(held, [claim for one in held for claim in find_claims(one)]).asks)


@pytest.mark.parametrize(
    ("first", "then", "fate"),
    [
        # met: by whom it was asked of, or in that state when nobody is named
        (RELEASE, ("2023-06-10", "Greek authorities released the fishermen on 9 June 2023."), AskFate.MET),
        (RELEASE, ("2023-06-10", "Greece released the fishermen on 9 June 2023, Harbour Light said."), AskFate.MET),
        (RELEASE, ("2023-06-10", "The fishermen were released in Athens on 9 June 2023."), AskFate.MET),
        (
            ("2023-05-05", "Lantern Watch urged Greece to investigate the killing."),
            ("2023-06-10", "Greece opened an investigation into the killing on 8 June 2023."),
            AskFate.MET,
        ),
        # not met: other people, another state, before it was asked, on no day, or perhaps
        (RELEASE, ("2023-06-10", "Greek authorities released the teachers on 9 June 2023."), AskFate.OPEN),
        (RELEASE, ("2023-06-10", "Turkey released the fishermen on 9 June 2023."), AskFate.OPEN),
        (RELEASE, ("2023-06-10", "The fishermen were released in Izmir on 9 June 2023."), AskFate.OPEN),
        (RELEASE, ("2023-06-10", "Greek authorities released the fishermen on 9 April 2023."), AskFate.OPEN),
        (RELEASE, ("2023-06-10", "Greek authorities released the fishermen."), AskFate.OPEN),
        (RELEASE, ("2023-06-10", "Greece may release the fishermen on 19 June 2023."), AskFate.OPEN),
        (RELEASE, ("2023-06-10", "Greece will release the fishermen on 19 June 2023."), AskFate.OPEN),
        # refused
        (RELEASE, ("2023-06-10", "The Greek government refused to release the fishermen."), AskFate.REFUSED),
        (RELEASE, ("2023-06-10", "Greece said it would not release the fishermen."), AskFate.REFUSED),
        (RELEASE, ("2023-06-10", "Turkey refused to release the fishermen."), AskFate.OPEN),
        (RELEASE, ("2023-04-10", "The Greek government refused to release the fishermen."), AskFate.OPEN),
        # overtaken
        (RETURNS, ("2023-06-10", "Greece deported 40 refugees to Turkey on 9 June 2023."), AskFate.OVERTAKEN),
        (RETURNS, ("2023-06-10", "Greece deported 40 refugees to Turkey on 9 May 2021."), AskFate.OPEN),
        (RETURNS, ("2023-06-10", "Bulgaria deported 40 refugees to Turkey on 9 June 2023."), AskFate.OPEN),
        # told as an end, it is no act
        (RETURNS, ("2023-06-10", "Greece halted deportations of refugees on 1 June 2023."), AskFate.OPEN),
        (
            ("2023-05-05", "Lantern Watch urged Greece to halt the execution of the student."),
            ("2023-06-10", "The student was executed in Athens on 9 June 2023."),
            AskFate.OVERTAKEN,
        ),
        # a deadline that passed without a word
        (
            ("2023-05-05", "Lantern Watch urged Greece to release the fishermen by 1 June 2023."),
            ("2023-06-10", "It rained in Athens."),
            AskFate.EXPIRED,
        ),
        (
            ("2023-05-05", "Lantern Watch urged Greece to release the fishermen by 1 June 2023."),
            ("2023-05-30", "It rained in Athens."),
            AskFate.OPEN,
        ),
    ],
)
def test_what_came_afterwards_tells_what_became_of_an_ask(
    first: tuple[str, str], then: tuple[str, str], fate: AskFate
) -> None:
    """The newest thing that is told counts, and its claims are named."""
    (ask,) = [one for one in asks(first, then) if one.addressee and "Gree" in one.addressee]
    assert ask.fate is fate
    assert bool(ask.fate_claims) == (fate in (AskFate.MET, AskFate.REFUSED, AskFate.OVERTAKEN))


def test_an_ask_that_is_made_again_afterwards_is_open() -> None:
    happened = ("2023-06-10", "Greece deported 40 refugees to Turkey on 9 June 2023.")
    again = ("2023-06-20", "Harbour Light urged Greece to stop returning refugees to Turkey.")
    (ask,) = asks(RETURNS, happened, again)
    assert len(ask.claims) == 2
    assert ask.fate is AskFate.OPEN


def test_the_newest_word_counts() -> None:
    refused = ("2023-05-20", "The Greek government refused to release the fishermen.")
    met = ("2023-06-10", "Greek authorities released the fishermen on 9 June 2023.")
    (ask,) = asks(RELEASE, refused, met)
    assert ask.fate is AskFate.MET


def test_an_ask_in_a_document_without_a_day_stays_open() -> None:
    (ask,) = asks((None, RELEASE[1]), ("2023-06-10", "Greek authorities released the fishermen on 9 June 2023."))
    assert ask.fate is AskFate.OPEN


def test_the_order_of_documents_makes_no_difference() -> None:
    told = [RETURNS, ("2023-06-10", "Greece deported 40 refugees to Turkey on 9 June 2023.")]
    held = documents(*told)
    claims = [claim for one in held for claim in find_claims(one)]
    assert respond(held[::-1], claims[::-1]) == respond(held, claims)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("urged Greece to stop the deportation of refugees.", "called on Greece to deport the refugees.", True),
        ("urged Greece to stop the deportation of refugees.", "called on Turkey to deport the refugees.", False),
        ("urged Greece to stop the deportation of refugees.", "called on Greece to investigate the returns.", False),
        # another writing of the same state
        (
            "urged the Greek authorities to stop the deportation of refugees.",
            "called on Greece to deport the refugees.",
            True,
        ),
        ("urged Greece to release the fishermen.", "called on Greece to arrest the fishermen.", True),
        # other people
        ("urged Greece to release the fishermen.", "called on Greece to arrest the smugglers.", False),
    ],
)
def test_asks_that_cannot_both_be_met_name_each_other(one: str, other: str, conflict: bool) -> None:
    found = asks(("2023-05-05", f"Lantern Watch {one}"), ("2023-05-09", f"Harbour Light {other}"))
    assert len(found) == 2
    first, second = found
    assert (first.conflicts, second.conflicts) == (((second.id,), (first.id,)) if conflict else ((), ()))


def test_a_voice_does_not_contradict_itself() -> None:
    first, second = asks(
        ("2023-05-05", "Lantern Watch urged Greece to stop the deportation of refugees."),
        ("2023-05-09", "Lantern Watch called on Greece to deport the refugees."),
    )
    assert first.conflicts == second.conflicts == ()


def test_many_asks_and_many_claims_take_little_time() -> None:
    """Asks of three hundred offices of one state, and three thousand claims that could meet each of them."""
    asked, met = documents(RELEASE, ("2023-06-10", "Greek authorities released the fishermen on 9 June 2023."))
    (ask,), (told,) = find_claims(asked), find_claims(met)
    offices = [Party(f"office {number} of Greece") for number in range(300)]
    many = [
        *(replace(ask, id=ClaimId(f"clm_a{at}"), addressees=(office,)) for at, office in enumerate(offices)),
        *(replace(told, id=ClaimId(f"clm_b{number}")) for number in range(3000)),
    ]
    found: list[Ask] = []

    def seconds() -> float:
        began = time.process_time()
        found[:] = respond([asked, met], many).asks
        return time.process_time() - began

    assert least(seconds, most=2.0) < 2.0  # 0.2 on an idle machine, half a minute when every pair is looked at
    assert {one.fate for one in found} == {AskFate.MET}
    assert len(found) == len(offices)


def test_what_became_of_an_ask_leaves_only_with_the_claims_that_show_it() -> None:
    """An ask in a public document keeps to itself what a document that stays tells of it."""
    held = documents(RELEASE, ("2023-06-10", "Greek authorities released the fishermen on 9 June 2023."))
    claims = tuple(claim for one in held for claim in find_claims(one))
    record = Record(documents=tuple(held), claims=claims, asks=respond(held, claims).asks)
    public, partner = (
        leaving(record, {held[0].id: "public", held[1].id: "partner"}, view) for view in (View.PUBLIC, View.PARTNER)
    )
    assert [(one.fate, one.fate_claims) for one in public.asks] == [(AskFate.OPEN, ())]
    assert [one.fate for one in partner.asks] == [AskFate.MET]
