"""Mails are spread as their user wants, each addressee apart."""

import datetime
import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from clarion.mailing import Pace
from clarion.respond.sending import Queued, schedule

START = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)


def seconds(mails: list[str], pace: Pace, seed: int = 1, **more: datetime.datetime) -> list[tuple[str, float]]:
    queued = [Queued(str(at), one) for at, one in enumerate(mails)]
    planned = schedule(queued, pace, random.Random(seed), START, more)
    return [(one.queued.addressee, (one.at - START).total_seconds()) for one in planned]


def test_without_jitter_the_pace_is_kept_to_the_second() -> None:
    assert seconds(["a", "b", "c"], Pace(60, 3600, 0)) == [("a", 0), ("b", 60), ("c", 120)]


def test_a_mail_that_waits_for_its_addressee_lets_others_go_first() -> None:
    assert seconds(["a", "a", "b"], Pace(60, 3600, 0)) == [("a", 0), ("b", 60), ("a", 3600)]


def test_who_was_written_to_lately_is_not_written_to_at_once() -> None:
    last = START - datetime.timedelta(seconds=600)
    assert seconds(["a", "b"], Pace(60, 3600, 0), a=last) == [("b", 0), ("a", 3000)]


def test_jitter_makes_waits_longer_and_uneven_and_one_seed_the_same() -> None:
    plan = seconds(list("abcdefgh"), Pace(60, 0, 0.5))
    gaps = [later - earlier for (_, earlier), (_, later) in itertools.pairwise(plan)]
    assert all(60 <= gap <= 90 for gap in gaps)
    assert len(set(gaps)) == len(gaps)
    assert plan == seconds(list("abcdefgh"), Pace(60, 0, 0.5))
    assert plan != seconds(list("abcdefgh"), Pace(60, 0, 0.5), seed=2)


@given(
    st.lists(st.sampled_from("abcd"), max_size=12),
    st.floats(0, 100),
    st.floats(0, 1000),
    st.floats(0, 2),
    st.integers(0, 99),
)
def test_every_mail_goes_once_and_never_too_soon(
    mails: list[str], between: float, to_one: float, jitter: float, seed: int
) -> None:
    plan = seconds(mails, Pace(between, to_one, jitter), seed)
    assert sorted(name for name, _ in plan) == sorted(mails)
    assert all(later - earlier >= between - 1e-3 for (_, earlier), (_, later) in itertools.pairwise(plan))
    for name in set(mails):
        own = [at for one, at in plan if one == name]
        assert all(later - earlier >= to_one - 1e-3 for earlier, later in itertools.pairwise(own))
