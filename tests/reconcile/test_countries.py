"""The countries of texts: read where they decide something, and not where claims decide it."""

import pytest

from building import document
from clarion.reconcile import countries
from clarion.reconcile.copying import Shared
from clarion.reconcile.countries import Countries, have_none_in_common
from clarion.reconcile.surroundings import Surroundings, asked_of, read


def named(told: str, text: str) -> tuple[Countries, ...]:
    return (Countries(frozenset(told.split()), text),)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("NO", ""), ("PE", ""), True),
        (("NO PE", ""), ("PE", ""), False),
        (("", "Miners were held in Lima, Peru."), ("NO", ""), True),
        (("", "Miners were held in Lima, Peru."), ("PE", ""), False),
        (("PE", ""), ("", "Miners were held in Lima, Peru."), False),
        (("", "Miners were held in Peru."), ("", "Traders were held in Norway."), True),
        (("NO", "Some came from Peru."), ("PE", ""), False),  # found only in the text
        (("", ""), ("PE", ""), False),  # one that names no country can be anywhere
    ],
)
def test_countries_keep_two_apart_only_where_both_name_some_and_none_in_common(
    left: tuple[str, str], right: tuple[str, str], expected: bool
) -> None:
    assert have_none_in_common(named(*left), named(*right)) is expected
    assert have_none_in_common(named(*right), named(*left)) is expected


def test_no_text_is_read_where_claims_share_a_country(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(countries, "find_places", refuse)
    assert not have_none_in_common(named("NO PE", "In Peru."), named("PE", "In Norway."))
    with pytest.raises(AssertionError):
        have_none_in_common(named("NO", "In Peru."), named("PE", "In Norway."))


def test_the_head_of_a_document_gives_the_same_when_it_is_asked_later() -> None:
    of = document("report", published="2024-05-09", text="Miners held in Lima on 3 May\n\nThey were held in Callao.")
    at_once, later = (Surroundings(of, (), read(asked_of(of, only_names=names))) for names in (False, True))
    assert (later.whens, later.places) == (at_once.whens, at_once.places)
    assert later.whens
    assert later.places


def test_a_run_that_two_texts_hold_is_never_passed_over() -> None:
    runs = [n * 2_654_435_761 % (1 << 40) for n in range(3_000)]
    shared = Shared(2 * len(runs))
    twice = set(runs[::3])
    buckets: dict[int, list[int]] = {}
    for run in runs:
        for number in range(2 if run in twice else 1):
            buckets.setdefault(run & 0xFFFF, []).append((run >> 16 << 40) | number)
    for low, held in buckets.items():
        shared.note(low, sorted(held))
    assert all(shared.slots[run & shared.mask] for run in twice)
    assert sum(shared.slots[run & shared.mask] for run in runs) < len(runs) / 2
