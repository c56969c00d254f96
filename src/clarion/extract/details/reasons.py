"""Why a detail is one, in plain words."""


def why(basis: str) -> str:
    """The reason behind a detail's `basis` for a person; raises KeyError for a rule that does not exist."""
    return basis
