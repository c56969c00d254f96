"""Names of states for the pages, in the languages that the reference data know."""

from clarion.reference import states


def state_name(code: str, language: str = "en") -> str:
    """The name of a state by code or ref in a language, else in English; the code itself when it is not known."""
    if not states.is_state(code):
        return code.removeprefix("state:")
    state = states.state(code)
    return state.names.get(language) or state.name
