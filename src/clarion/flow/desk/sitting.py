"""A person at a case: what both halves of the desk rest on."""

from clarion.flow.desk.viewer import Viewer
from clarion.store.folder import CaseFolder


class Sitting:
    """One person at one case."""

    def __init__(self, folder: CaseFolder, viewer: Viewer) -> None:
        self._folder = folder
        self.viewer = viewer
