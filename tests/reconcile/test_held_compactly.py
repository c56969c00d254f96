"""Lanes and sets that hold a single thing as itself give what lists and sets give."""

import gc
from bisect import insort
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.reconcile.collecting import without_collecting
from clarion.reconcile.keyed import Keyed
from clarion.reconcile.lanes import Lanes

_KEYS, _ENTRIES = "ab", "mnopq"
_STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(_KEYS), st.sampled_from(_ENTRIES)), max_size=30)


@given(_STEPS)
def test_lanes_give_what_sorted_lists_give(steps: list[tuple[bool, str, str]]) -> None:
    lanes, plain = Lanes(), defaultdict[str, list[str]](list)
    for put_in, key, entry in steps:
        if put_in and entry not in plain[key]:
            lanes.add(key, entry)
            insort(plain[key], entry)
        elif not put_in and entry in plain[key]:
            lanes.remove(key, entry)
            plain[key].remove(entry)
    loaded = Lanes()
    entries = sorted({entry for lane in plain.values() for entry in lane}, reverse=True)
    loaded.load((entry, [key for key in _KEYS if entry in plain[key]]) for entry in entries)
    for one in (lanes, loaded):
        assert dict(one.shared()) == {key: lane for key, lane in plain.items() if len(lane) > 1}
        for key in _KEYS:
            lane = plain[key]
            assert one.has(key) == bool(lane)
            assert one.between(key, None, None) == lane
            for place in _ENTRIES:
                assert one.before(key, place, 2) == [entry for entry in lane if entry < place][-2:]
                assert one.after(key, place, 2) == [entry for entry in lane if entry > place][:2]
                assert one.between(key, place, "p") == [entry for entry in lane if place < entry < "p"]
                assert one.between(key, None, place) == [entry for entry in lane if entry < place]


@given(_STEPS)
def test_keyed_gives_what_sets_give(steps: list[tuple[bool, str, str]]) -> None:
    keyed, plain = Keyed[str, str](), defaultdict[str, set[str]](set)
    for put_in, key, thing in steps:
        (keyed.add if put_in else keyed.discard)(key, thing)
        (plain[key].add if put_in else plain[key].discard)(thing)
        assert all(keyed.at(key) == plain[key] for key in _KEYS)


def test_rings_of_objects_are_looked_for_again_afterwards_even_when_work_fails() -> None:
    assert gc.isenabled()
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    with pytest.raises(KeyError), without_collecting():
        raise KeyError
    assert gc.isenabled()
