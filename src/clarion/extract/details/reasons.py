"""Why a detail is one, in plain words."""

from functools import cache

from clarion.extract.details.lists import table

PREFIX = "details:"


def why(basis: str) -> str:
    """The reason behind a detail's `basis` for a person; raises KeyError for a rule that does not exist."""
    return _reasons()[basis.removeprefix(PREFIX)]


@cache
def _reasons() -> dict[str, str]:
    return {str(rule): str(reason) for rule, reason in table("reasons").items()}
