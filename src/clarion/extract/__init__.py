"""Text to claims: screen, acts, roles, stance, voices. The doors are resolved on first use (PEP 562).

`from clarion.extract import find_dates` loads what finding dates needs and nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clarion.extract.acts import find_acts
    from clarion.extract.claims import find_claims
    from clarion.extract.details import find_details
    from clarion.extract.explaining import explain
    from clarion.extract.stance import stance_of
    from clarion.extract.voices import find_voices
    from clarion.language.dates import find_dates
    from clarion.language.figures import find_figures
    from clarion.language.places import find_places

_DOORS = {
    "explain": "clarion.extract.explaining",
    "find_acts": "clarion.extract.acts",
    "find_claims": "clarion.extract.claims",
    "find_dates": "clarion.language.dates",
    "find_details": "clarion.extract.details",
    "find_figures": "clarion.language.figures",
    "find_places": "clarion.language.places",
    "find_voices": "clarion.extract.voices",
    "stance_of": "clarion.extract.stance",
}

__all__ = [
    "explain",
    "find_acts",
    "find_claims",
    "find_dates",
    "find_details",
    "find_figures",
    "find_places",
    "find_voices",
    "stance_of",
]


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_DOORS[name]), name)
