"""Names of states for readers."""


def state_words(ref: str | None) -> str:
    """`state:CN` as a name; the code when the name is not known."""
    return ref.removeprefix("state:") if ref else "unknown"
