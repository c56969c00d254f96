"""A person at a case: what both halves of the desk rest on."""

from dataclasses import dataclass

from clarion.store.folder import CaseFolder


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks and acts, by the name that the log gives them."""

    name: str


class Sitting:
    """One person at one case."""

    def __init__(self, folder: CaseFolder, viewer: Viewer) -> None:
        self._folder = folder
        self.viewer = viewer
