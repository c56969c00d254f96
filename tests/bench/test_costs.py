"""How costs are measured: what grows with the square is seen, what grows with the size is let pass, noise or not."""

import itertools
import random
import time
from collections.abc import Callable, Iterator

import pytest

from costs import Effort, Growth, apart, growth, least, seconds_of_child

SEEDS = range(20)


class Machine:
    """A clock that is moved by work alone, and by noise that makes work longer, by up to three times."""

    def __init__(self, seed: int, noise: float) -> None:
        self.now, self.chance, self.noise = 0.0, random.Random(seed), noise

    def clock(self) -> float:
        return self.now

    def work(self, grows: Callable[[int], float]) -> Callable[[int], None]:
        """Work whose cost grows so; half of the time the machine is busy with something else."""

        def done(size: int) -> None:
            busy = self.chance.random() < 0.5
            self.now += grows(size) * (1 + busy * self.noise * self.chance.random())

        return done


def measured(machine: Machine, grows: Callable[[int], float], effort: Effort) -> Growth:
    return growth(lambda size: size, machine.work(grows), 1000, effort)


@pytest.mark.parametrize("seed", SEEDS)
def test_work_that_grows_with_the_size_passes_on_a_busy_machine(seed: int) -> None:
    machine = Machine(seed, noise=2.0)
    assert measured(machine, lambda size: size / 5000, Effort(clock=machine.clock)).is_linear


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("factor", [2, 4])
def test_work_that_grows_with_the_square_fails_on_a_busy_machine(seed: int, factor: int) -> None:
    machine = Machine(seed, noise=0.7)
    found = measured(machine, lambda size: (size / 3000) ** 2, Effort(factor=factor, clock=machine.clock))
    assert not found.is_linear


def test_work_that_grows_a_little_faster_than_its_size_fails_on_a_quiet_machine() -> None:
    machine = Machine(0, noise=0.0)
    found = measured(machine, lambda size: (size / 3000) ** 1.3, Effort(clock=machine.clock))
    assert not found.is_linear
    assert found.ratio == pytest.approx(2**1.3)


def test_the_ratio_is_that_for_twice_the_size_whatever_the_factor() -> None:
    assert Growth(10, once=1.0, more=16.0, effort=Effort(factor=4)).ratio == pytest.approx(4.0)


def test_small_work_is_made_larger_until_it_can_be_measured() -> None:
    machine = Machine(0, noise=0.0)
    found = measured(machine, lambda size: size / 1_000_000, Effort(clock=machine.clock))
    assert (found.size, found.more >= Effort().enough) == (64_000, True)


def test_work_that_stays_too_short_to_measure_passes() -> None:
    machine = Machine(0, noise=0.0)
    effort = Effort(clock=machine.clock, largest=8_000)
    found = measured(machine, lambda size: (size / 1_000_000) ** 2, effort)
    assert (found.size, found.ratio) == (4_000, 0.0)


def test_real_work_with_the_square_fails_and_real_linear_work_passes() -> None:
    row = range(100_000)
    square = growth(lambda size: row[:size], lambda part: [None for a in part for b in part], 300)
    assert not square.is_linear, square
    line = growth(lambda size: range(size), lambda part: sum(n * n for n in part), 100_000)
    assert line.is_linear, line


def test_the_first_attempt_under_the_bound_is_the_last() -> None:
    tries: Iterator[int] = itertools.count(5, -1)
    assert least(lambda: float(next(tries)), most=3.5) == 3.0
    assert least(lambda: 9.0, most=3.5, attempts=2) == 9.0


def test_the_time_of_a_child_is_that_of_its_work_and_not_of_its_sleep() -> None:
    import sys

    assert seconds_of_child([sys.executable, "-S", "-c", "import time; time.sleep(0.5)"]) < 0.4
    before = time.process_time()
    assert seconds_of_child([sys.executable, "-S", "-c", "sum(range(5_000_000))"]) > 0.01
    assert time.process_time() - before < 0.5


def test_a_function_is_called_in_a_process_of_its_own() -> None:
    assert apart("operator", "add", [1], [2, "x"]) == [1, 2, "x"]
