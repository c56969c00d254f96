"""Interventions in the log and in the tables: what is kept, what is lost with a document, who sees what."""

from collections.abc import Callable

import pytest

from clarion.model import ClaimId, DocumentId
from clarion.model.errors import BadRequest
from clarion.model.interventions import (
    Addressee,
    AddresseeKind,
    Intervention,
    InterventionKind,
    Letter,
    Step,
    StepKind,
)
from clarion.store import dialect, erasing, follow_tables, following, marking, projection, tables
from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder
from clarion.store.log import read as read_log
from clarion.store.sight import Sight
from clarion.store.state import replay

Fill = Callable[[CaseFolder, dict[str, str]], None]
MINISTER = Addressee("adr_harbours", "Minister of Harbours", AddresseeKind.POST)
EMBASSY = Addressee("adr_embassy", "Embassy of Ammerland", AddresseeKind.MISSION)


def document_at(case: CaseFolder, path: str) -> DocumentId:
    state = case.state()
    return next(one for one in state.documents if state.sighting(one).path == path)


def claim_of(case: CaseFolder, path: str) -> ClaimId:
    document = document_at(case, path)
    with case.reading() as connection:
        return next(one.id for one in projection.claims(connection) if one.document == document)


def begin(case: CaseFolder, *about: str, to: Addressee = MINISTER, words: str = "", uses: str = "") -> Intervention:
    """An intervention, with a letter if words are given; `uses` is a claim that the letter uses."""
    claims = (ClaimId(uses),) if uses else ()
    letter = Letter("appeal", "en", (to.name,), "2023-06-01", "Held", words, claims) if words else None
    with case.writing() as writing:
        return following.begin(writing, following.Begun(InterventionKind.LETTER, about, to, letter))


def happen(case: CaseFolder, one: Intervention, kind: StepKind, day: str, **more: str) -> Step:
    with case.writing() as writing:
        return following.happen(writing, following.Happened(one.id, kind, day, **more))  # type: ignore[arg-type]


def found(case: CaseFolder) -> tuple[list[Intervention], list[Step]]:
    with case.reading() as connection:
        return follow_tables.interventions(connection), follow_tables.steps(connection)


def test_what_was_begun_and_what_happened_is_found_in_the_order_of_the_log(case: CaseFolder) -> None:
    claim = claim_of(case, "harbour.txt")
    first = begin(case, claim, words="Release them.")
    second = begin(case, document_at(case, "border.txt"), claim, to=EMBASSY)
    sent = happen(case, first, StepKind.SENT, "2023-06-02", until="2023-07-02", words="by post")
    answer = happen(case, first, StepKind.ANSWERED, "2023-06-20", document=document_at(case, "border.txt"))
    assert found(case) == ([first, second], [sent, answer])
    with case.reading() as connection:
        assert follow_tables.interventions_about(connection, claim) == [first, second]
        assert follow_tables.interventions_with(connection, "adr_embassy") == [second]
        assert follow_tables.steps(connection, [second.id]) == []
        assert follow_tables.documents_of(connection, first.id) == [document_at(case, "harbour.txt")]
    assert check_case(case).documents == 2


def test_the_tables_are_what_the_log_gives(case: CaseFolder) -> None:
    """A dump of tables made from the log alone is equal byte for byte."""
    one = begin(case, claim_of(case, "harbour.txt"), words="Release them.")
    happen(case, one, StepKind.SENT, "2023-06-02")
    engine = dialect.open_memory()
    with engine.connect() as other, other.begin(), case.reading() as connection:
        tables.metadata.create_all(other)
        follow_tables.put_all(other, case.state())
        theirs = list(projection.dump(other, follow_tables.TABLES))
        assert theirs == list(projection.dump(connection, follow_tables.TABLES))
        assert len(theirs) == 3
    engine.dispose()


def test_an_approach_to_the_next_body_names_the_one_before(case: CaseFolder) -> None:
    first = begin(case, claim_of(case, "harbour.txt"))
    begun = following.Begun(InterventionKind.SUBMISSION, first.about, EMBASSY, follows=first.id)
    with case.writing() as writing:
        second = following.begin(writing, begun)
    with case.reading() as connection:
        assert follow_tables.interventions_after(connection, first.id) == [second]


@pytest.mark.parametrize("about", [(), ("ask_00000000000000000000",)])
def test_an_intervention_is_about_something_in_the_case(case: CaseFolder, about: tuple[str, ...]) -> None:
    with pytest.raises(BadRequest):
        begin(case, *about)
    assert found(case) == ([], [])


def test_a_step_needs_its_intervention_and_a_document_of_the_case(case: CaseFolder) -> None:
    one = begin(case, claim_of(case, "harbour.txt"))
    with case.writing() as writing, pytest.raises(BadRequest, match="no intervention itv_1"):
        following.happen(writing, following.Happened("itv_1", StepKind.SENT, "2023-06-02"))
    with pytest.raises(BadRequest):
        happen(case, one, StepKind.ANSWERED, "2023-06-02", document="sha256:00")


def test_an_intervention_goes_with_the_document_that_it_rests_on(case: CaseFolder, fill: Fill) -> None:
    """With its letter and its steps; the log still verifies and the tables are what it gives."""
    fill(case, {"hideout.txt": "Zephyrine Quackenbusch hid at Mirabelkenweg."})
    gone, kept = claim_of(case, "hideout.txt"), claim_of(case, "harbour.txt")
    one = begin(case, gone, words="Zephyrine is held.", uses=gone)
    happen(case, one, StepKind.SENT, "2023-06-02", words="about Zephyrine")
    other = begin(case, kept, words="Release them.", uses=kept)
    with case.working():
        erasing.erase(case, document_at(case, "hideout.txt"), "asked for")
    assert found(case) == ([other], [])
    assert check_case(case).documents == 2
    assert b"Zephyrine" not in (case.folder / "case.db").read_bytes()


def test_a_letter_that_rests_on_an_erased_document_and_others_loses_its_words(case: CaseFolder, fill: Fill) -> None:
    """That somebody was approached, and what came of it, stays."""
    fill(case, {"hideout.txt": "Zephyrine Quackenbusch hid at Mirabelkenweg."})
    gone, kept = claim_of(case, "hideout.txt"), claim_of(case, "harbour.txt")
    one = begin(case, kept, words="Zephyrine is held.", uses=gone)
    happen(case, one, StepKind.SENT, "2023-06-02", words="about Zephyrine", until="2023-07-02")
    happen(case, one, StepKind.OUTCOME, "2023-06-09", value="token")
    with case.working():
        erasing.erase(case, document_at(case, "hideout.txt"), "asked for")
    (left,), steps = found(case)
    assert (left.id, left.addressee, left.letter) == (one.id, MINISTER, None)
    assert [(step.kind, step.words, step.until, step.value) for step in steps] == [
        (StepKind.SENT, "", "2023-07-02", None),
        (StepKind.OUTCOME, "", None, "token"),
    ]
    assert check_case(case).documents == 2
    assert b"Zephyrine" not in (case.folder / "case.db").read_bytes()


def test_an_answer_that_is_erased_leaves_that_there_was_one(case: CaseFolder, fill: Fill) -> None:
    fill(case, {"answer.txt": "The minister regrets that Zephyrine is held."})
    one = begin(case, claim_of(case, "harbour.txt"), words="Release them.")
    answer = document_at(case, "answer.txt")
    happen(case, one, StepKind.ANSWERED, "2023-06-09", document=answer, words="Zephyrine is held on")
    with case.working():
        erasing.erase(case, answer, "asked for")
    (left,), (step,) = found(case)
    assert left.letter is not None
    assert (step.kind, step.day, step.words, step.document) == (StepKind.ANSWERED, "2023-06-09", "", None)
    assert check_case(case).documents == 2
    assert b"Zephyrine" not in (case.folder / "case.db").read_bytes()


def test_an_intervention_that_rests_on_a_sealed_document_is_hidden(case: CaseFolder) -> None:
    """By what it is about, or by a claim that a later letter uses; one on open documents is not."""
    sealed, open_one = claim_of(case, "harbour.txt"), claim_of(case, "border.txt")
    hidden, later, shown = begin(case, sealed), begin(case, open_one), begin(case, open_one)
    with case.writing() as writing:
        letter = Letter("appeal", "en", (), "2023-06-01", "Held", "Two were held.", (sealed,))
        following.happen(writing, following.Happened(later.id, StepKind.DRAFTED, "2023-06-01", letter=letter))
        marking.handle(writing, document_at(case, "harbour.txt"), "sealed", ("Ada",), "she asked for it")
    with case.reading() as connection:
        for viewer, hides in (("Ada", [False] * 3), ("Bea", [True, True, False])):
            sight = Sight(connection, viewer)
            assert [sight.hides(one.id) for one in (hidden, later, shown)] == hides, viewer
        assert Sight(connection, "Bea").hides("itv_0")


def test_who_may_not_see_an_answer_sees_that_one_came(case: CaseFolder) -> None:
    one = begin(case, claim_of(case, "border.txt"))
    answer = document_at(case, "harbour.txt")
    step = happen(case, one, StepKind.ANSWERED, "2023-06-09", document=answer, words="two are held", value="token")
    with case.writing() as writing:
        marking.handle(writing, answer, "sealed", ("Ada",), "she asked for it")
    with case.reading() as connection:
        assert not Sight(connection, "Bea").hides(one.id)
        told = Sight(connection, "Bea").shown_step(step)
        assert (told.kind, told.day, told.words, told.value, told.document) == (step.kind, step.day, "", None, None)
        assert Sight(connection, "Ada").shown_step(step) == step


def test_steps_that_came_after_are_tied_when_the_log_is_replayed(case: CaseFolder) -> None:
    one = begin(case, claim_of(case, "border.txt"))
    happen(case, one, StepKind.SENT, "2023-06-02")
    with case.reading() as connection:
        state = replay(read_log(connection))
    assert state.ties[one.id] == {document_at(case, "border.txt")}
