"""What tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parent.parent

# no deadline: the machine is shared and noisy; the same examples in every run of CI, fresh ones elsewhere
# nor is a machine too slow that makes examples slowly
settings.register_profile(
    "clarion",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("clarion")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the measuring material, beside the repository or at CLARION_SHARED; skips without it."""
    folder = Path(os.environ.get("CLARION_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the measuring material is not at hand")
    return folder
