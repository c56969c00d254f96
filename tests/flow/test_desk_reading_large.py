"""A tenth of the bench's case: the generator writes one that holds together, and every query answers on it."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from clarion.flow import Case
from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder
from conftest import REPOSITORY

# claims; what time each query takes is measured by the bench, not here
SIZE = 1_000


@pytest.fixture(scope="module")
def bigcase() -> ModuleType:
    """The generator."""
    spec = importlib.util.spec_from_file_location("bigcase", REPOSITORY / "bench" / "bigcase.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bigcase"] = module
    spec.loader.exec_module(module)
    return module


def test_a_made_case_verifies_and_every_query_answers(bigcase: ModuleType, tmp_path: Path) -> None:
    """Log and tables agree, and nothing that is sealed is counted for who may not see it."""
    bigcase.make(tmp_path / "case", SIZE)
    folder = CaseFolder.open(tmp_path / "case")
    assert check_case(folder).documents == SIZE // 25
    folder.close()
    assert [name for name, _, _ in bigcase.ask(tmp_path / "case", 1)]
    with Case.open(tmp_path / "case") as case:
        ada, eve = case.desk("Ada").claims().total, case.desk("Eve").claims().total
        assert ada == SIZE
        assert eve == SIZE - 25
