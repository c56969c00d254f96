"""What tests share."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the measuring material, beside the repository or at CLARION_SHARED; skips without it."""
    folder = Path(os.environ.get("CLARION_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the measuring material is not at hand")
    return folder
