"""Canonical JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.store.canonical import canonical, digest

_TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner),
    max_leaves=20,
)


@given(_VALUES)
def test_what_is_read_back_is_written_the_same(value: Any) -> None:
    """Canonical JSON is a fixed point of reading and writing."""
    assert canonical(json.loads(canonical(value))) == canonical(value)
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(_TEXTS, st.integers(0, 9)))
def test_the_order_of_keys_makes_no_difference(value: dict[str, int]) -> None:
    """Two dictionaries that are equal have one digest."""
    assert digest(value) == digest(dict(reversed(list(value.items()))))


def test_the_form_is_the_one_written_down() -> None:
    """The example of docs/log-format.md."""
    assert canonical({"b": [1, True, None], "a": "é\n\u2028"}) == '{"a":"é\\n\u2028","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("value", [0.5, float("nan"), 2**53, {1: "a"}, b"bytes", "\ud800", {"a": [1.0]}])
def test_what_two_programs_could_write_differently_is_refused(value: Any) -> None:
    """Floats, large integers, other keys than texts and lone surrogates have no canonical form."""
    with pytest.raises(ValueError, match=r"."):
        canonical(value)
