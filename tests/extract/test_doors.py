"""The doors of extract: resolved on first use, loading no more than they need."""

import subprocess
import sys

import pytest

import clarion.extract


def test_finding_dates_loads_no_store_no_flow_and_no_claims() -> None:
    code = (
        "import sys; from clarion.extract import find_dates; "
        "heavy = ('sqlalchemy', 'django', 'clarion.flow', 'clarion.extract.claims'); "
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", clarion.extract.__all__)
def test_every_door_opens(name: str) -> None:
    assert callable(getattr(clarion.extract, name))


def test_a_door_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="find_everything"):
        _ = clarion.extract.find_everything
