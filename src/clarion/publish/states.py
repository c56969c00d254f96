"""Names of states for readers, from the reference data."""

from clarion.model import UNKNOWN
from clarion.reference import states


def state_words(ref: str | None) -> str:
    """`state:CN` or `CN` as a name; the code itself when no state has it."""
    if not ref:
        return UNKNOWN
    return states.state(ref).name if states.is_state(ref) else ref.removeprefix("state:")
