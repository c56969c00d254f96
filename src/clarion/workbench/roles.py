"""Who may do what: one table, and the mark by which every view names its action.

A view without a mark is refused to everybody, so that a forgotten one is closed and not open.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from clarion.flow.desk.viewer import POWERS

View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """What a person is in this case, from the least to the most."""

    READER = "reader"
    ANALYST = "analyst"
    EDITOR = "editor"
    OWNER = "owner"


_READERS = frozenset(Role)
_ANALYSTS = _READERS - {Role.READER}
_EDITORS = _ANALYSTS - {Role.ANALYST}
_OWNERS = frozenset({Role.OWNER})
EVERYBODY = "everybody"
_JOINING = ("same", "not_same")

# action -> the roles that may do it
ALLOWED: dict[str, frozenset[Role]] = {
    "see": _READERS,  # pages, lists, search, the log, as far as handling allows
    "keep_own": _READERS,  # their own account, preferences, sessions
    "judge": _ANALYSTS,  # accept, correct, reject, unsure, prefer, and undoing it
    "remark": _ANALYSTS,  # notes, questions, tags, assignments, translations, saved searches
    "add_claim": _ANALYSTS,
    "join": _EDITORS,  # merge and split incidents, voices, claims
    "take_in": _EDITORS,  # documents, typed notes, spreadsheets
    "handle": _EDITORS,  # handling and named people: stricter of all that they see, freer of what they brought
    "handle_all": _OWNERS,  # freer of all that they see
    "follow": _EDITORS,  # what is done about asks and actions
    "export": _EDITORS,  # tables as files, inside the sealed view
    "verify": _EDITORS,  # the whole case, in the background
    "publish": _OWNERS,
    "release": _OWNERS,  # what a view withholds, and withholding it again
    "erase": _OWNERS,
    "govern": _OWNERS,  # people, roles, required second factors
}


def may(action: str) -> Callable[[View], View]:
    """Mark a view with its action.

    Raises:
        KeyError: no such action is in the table.
    """
    if action != EVERYBODY:
        ALLOWED[action]

    def mark(view: View) -> View:
        view.clarion_action = action  # type: ignore[attr-defined]
        return view

    return mark


def acting_by_method(actions: Mapping[str, str]) -> Callable[[View], View]:
    """Mark a view with an action for each method of HTTP; other methods are refused to everybody.

    Raises:
        KeyError: an action is not in the table.
    """
    for action in actions.values():
        ALLOWED[action]

    def mark(view: View) -> View:
        view.clarion_action = dict(actions)  # type: ignore[attr-defined]
        return view

    return mark


def action_of(view: Callable[..., Any], method: str = "GET") -> str | None:
    """The action that a view is marked with, for a method; None when it has no mark."""
    action = getattr(view, "clarion_action", None)
    if isinstance(action, dict):
        return action.get("GET" if method in ("HEAD", "OPTIONS") else method)
    return action


def action_of_word(verdict: str) -> str:
    """The action that a judgement is: joining and parting things changes more than a word on one of them."""
    return "join" if verdict in _JOINING else "judge"


def powers_of(role: str) -> frozenset[str]:
    """What people of a role may do beyond others at the desk of the case."""
    return frozenset(power for power in POWERS if is_allowed(role, power))


def is_allowed(role: str, action: str) -> bool:
    """Whether people of a role may do it."""
    return role in ALLOWED.get(action, frozenset())
