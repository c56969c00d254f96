"""Compile the reference data and the lexicon into the wheel. CLARION_SKIP_COMPILE=1 leaves that to `make`."""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileReference(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before files are gathered; an editable install keeps what is compiled already."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile `src/clarion/reference/compiled/` from the sources."""
        source = Path(self.root) / "src"
        room = source / "clarion" / "reference"
        compiled = (room / "compiled" / "VERSION").exists()
        if os.environ.get("CLARION_SKIP_COMPILE") or (version == "editable" and compiled):
            return
        sys.path.insert(0, str(source))
        try:
            from clarion.reference.build.compile import compile_reference  # noqa: PLC0415  the path is set just above

            compile_reference(room)
            from clarion.extract.lexicon.build import compile_lexicon  # noqa: PLC0415

            compile_lexicon(room / "compiled")
        finally:
            sys.path.remove(str(source))
