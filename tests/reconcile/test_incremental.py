"""Documents come and go, in any order, and what stands is what reconciling all of them at once gives."""

import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import claim, document, people
from clarion.flow.pipeline import make_record
from clarion.model import Claim, Document, DocumentId, Incident, Judgement, JudgementVerdict, StanceKind
from clarion.reconcile import incremental, reconcile
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.incidents import Parts, incident_of
from clarion.reconcile.incremental import Reconciler

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from cases import made_case

Told = list[tuple[Document, list[Claim]]]
TOWNS = (("at", "Vardo", "NO"), ("at", "Osh", "KG"), ("from", "Vardo", "NO"))
DAYS = ("2024-05-02", "2024-05-03", "2023-05-02", None)
STANCES = (StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.DENIED, StanceKind.EXPECTED, StanceKind.POSSIBLE)
PAPERS = ("Fjord Daily", "Northern Rights Forum", "Rights Forum", "Coast Radio", None)

claims_drawn = st.tuples(
    st.sampled_from(("forced_return", "flight", "detention")),
    st.sampled_from(STANCES),
    st.sampled_from(DAYS),
    st.lists(st.sampled_from(TOWNS), max_size=2, unique=True),
    st.sampled_from((None, 5, 40, 90)),
    st.sampled_from((None, "traders", "asylum seekers")),
    st.sampled_from(((), ("Ada Berg",), ("A. Berg, Chair of the Rights Forum",), ("a witness",), ("Fjord Daily",))),
)
documents_drawn = st.tuples(
    st.sampled_from(PAPERS),
    st.sampled_from(("2024-05-03", "2024-05-20", "2023-05-04", None)),
    st.integers(0, 3),
    st.lists(claims_drawn, min_size=1, max_size=4),
)
WORDS = (
    "police stopped a lorry near the northern gate and nobody who was there would say later what became of it".split()
)


def told(drawn: Sequence[tuple[object, ...]]) -> Told:
    """Documents as drawn; those of one text number repeat each other."""
    made: Told = []
    for number, (paper, published, text, claims) in enumerate(drawn):
        words = " ".join(WORDS[text:] + WORDS[:text]) if text else f"Report {number} of the day."
        of = document(f"report {number}", publisher=paper, published=published, text=f"{words} {number}")
        held = [
            claim(
                of, act, 2 * at, stance=stance, when=day, where=tuple(where), who=who, voices=voices,
                count=people(best=count) if count else None,
            )
            for at, (act, stance, day, where, count, who, voices) in enumerate(claims)
        ]  # fmt: skip
        made.append((of, held))
    return made


def at_once(made: Told, judgements: Sequence[Judgement] = ()) -> tuple[object, object]:
    everything = reconcile([of for of, _ in made], [one for _, held in made for one in held], judgements=judgements)
    return everything.voices, everything.incidents


def stands(reconciler: Reconciler) -> tuple[object, object]:
    return reconciler.voices, reconciler.incidents


def without(made: Told, gone: Iterable[DocumentId]) -> Told:
    left = set(gone)
    return [one for one in made if one[0].id not in left]


def check_any_order(made: Told, chance: random.Random) -> None:
    order = list(made)
    chance.shuffle(order)
    first = chance.randrange(len(order) + 1)
    reconciler = Reconciler()
    reconciler.change(order[:first])
    for one in order[first:]:
        reconciler.change([one])
    assert stands(reconciler) == at_once(made)
    gone = [of.id for of, _ in chance.sample(order, len(order) // 3)]
    for name in gone:
        reconciler.change(gone=[name])
    assert stands(reconciler) == at_once(without(made, gone))
    again = without(made, without_ids(made, gone[: len(gone) // 2]))
    reconciler.change(again)
    assert stands(reconciler) == at_once(without(made, gone[len(gone) // 2 :]))


def without_ids(made: Told, kept: Iterable[DocumentId]) -> list[DocumentId]:
    names = set(kept)
    return [of.id for of, _ in made if of.id not in names]


@settings(max_examples=60, deadline=None)
@given(st.lists(documents_drawn, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_any_order_of_drawn_documents_gives_the_same(drawn: list[tuple[object, ...]], chance: random.Random) -> None:
    check_any_order(told(drawn), chance)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_a_made_case_gives_the_same(seed: int) -> None:
    documents, claims = made_case(250, seed=seed + 1)
    check_any_order(_by_document(documents, claims), random.Random(seed))


@pytest.mark.parametrize("name", ["full-a", "full-b"])
def test_any_order_of_own_documents_gives_the_same(name: str) -> None:
    folder = Path(__file__).resolve().parents[1] / "gold" / "own" / name
    texts = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".gold.json"))
    record, _ = make_record(texts[:12])
    check_any_order(_by_document(record.documents, record.claims), random.Random(4))


def test_any_order_of_the_development_cases_gives_the_same(shared: Path) -> None:
    texts = sorted((shared / "gold" / "dev" / "cases" / "beyneu").rglob("*.txt"))
    record, _ = make_record(texts)
    check_any_order(_by_document(record.documents, record.claims), random.Random(4))


def test_a_document_told_anew_takes_the_place_of_the_old() -> None:
    (of, held), *rest = told([("Fjord Daily", "2024-05-03", 1, [_CLAIM]), ("Coast Radio", "2024-05-20", 1, [_CLAIM])])
    reconciler = Reconciler()
    reconciler.change([(of, held), *rest])
    other = claim(of, "detention", 6, when="2024-05-03", where=TOWNS[:1])
    reconciler.change([(of, [other])])
    assert stands(reconciler) == at_once([(of, [other]), *rest])


def test_a_change_lists_what_it_changed_and_nothing_else() -> None:
    documents, claims = made_case(400, seed=5)
    made = _by_document(documents, claims)
    reconciler = Reconciler()
    reconciler.change(made[1:])
    before = {one.id: one for one in reconciler.incidents}
    change = reconciler.change(made[:1])
    after = {one.id: one for one in reconciler.incidents}
    assert {one.id for one in change.incidents} == {name for name, one in after.items() if before.get(name) != one}
    assert set(change.gone) == before.keys() - after.keys()
    assert len(change.incidents) < len(after) / 4


@pytest.mark.parametrize("seed", [3, 4])
def test_one_more_document_puts_only_what_it_changes_together_again(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _by_document(*made_case(1_500, seed))
    reconciler = Reconciler()
    reconciler.change([one for at, one in enumerate(made) if at % 8])
    looked_at: list[Incident] = []

    def counted(parts: Parts, evidence: Evidence) -> Incident:
        looked_at.append(incident_of(parts, evidence))
        return looked_at[-1]

    monkeypatch.setattr(incremental, "incident_of", counted)
    changed = sum(len(reconciler.change([one]).incidents) for one in made[::8])
    # a few come out as they were: those of a document whose copies or voices changed
    assert changed <= len(looked_at) <= 1.2 * changed
    assert stands(reconciler) == at_once(made)


@settings(max_examples=25, deadline=None)
@given(st.lists(documents_drawn, min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_judgements_hold_whenever_they_come(drawn: list[tuple[object, ...]], chance: random.Random) -> None:
    made = told(drawn)
    names = [one.id for _, held in made for one in held if one.stance != StanceKind.CALLED_FOR]
    judgements = [
        Judgement(f"jdg_{n}", chance.choice(names), verdict, chance.choice(names), "seen", "a person", f"2024-06-0{n}")
        for n, verdict in enumerate((JudgementVerdict.SAME, JudgementVerdict.NOT_SAME, JudgementVerdict.SAME), 1)
    ]
    reconciler = Reconciler()
    reconciler.change(made[:2], judgements=judgements[:1])
    reconciler.change(made[2:3])
    reconciler.change(judgements=judgements)
    for one in made[3:]:
        reconciler.change([one])
    assert stands(reconciler) == at_once(made, judgements)
    reconciler.change(judgements=[])
    assert stands(reconciler) == at_once(made)


_CLAIM = ("forced_return", StanceKind.ASSERTED, "2024-05-02", [TOWNS[0]], 40, "traders", ())


def _by_document(documents: Iterable[Document], claims: Iterable[Claim]) -> Told:
    of: dict[DocumentId, list[Claim]] = {}
    made = [(one, of.setdefault(one.id, [])) for one in documents if one.text is not None]
    for one in claims:
        of[one.document].append(one)
    return made
