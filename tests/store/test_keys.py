"""The key of this installation."""

import stat
from pathlib import Path

import pytest

from clarion.model.errors import BadRequest
from clarion.store.folder import CaseFolder
from clarion.store.keys import ChainMemory, is_signed, key_folder, open_signer


def test_a_key_is_made_once_and_only_its_owner_may_read_it(home: Path) -> None:
    """Two openings give one key, kept with mode 0600."""
    first, second = open_signer(), open_signer()
    assert first.name == second.name
    assert stat.S_IMODE((home / "signing-key.pem").stat().st_mode) == 0o600


def test_no_key_is_ever_in_a_case(case: CaseFolder) -> None:
    """The bytes of the secret key are in no file of the case."""
    secret = open_signer().key.private_bytes_raw()
    pem = (key_folder() / "signing-key.pem").read_bytes().splitlines()[1]
    for path in case.folder.rglob("*"):
        if path.is_file():
            assert secret not in path.read_bytes()
            assert pem not in path.read_bytes()


def test_the_key_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """CLARION_HOME comes before XDG_CONFIG_HOME, and that before the home folder."""
    assert key_folder() != tmp_path / "a"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "b"))
    monkeypatch.setenv("CLARION_HOME", str(tmp_path / "a"))
    assert key_folder() == tmp_path / "a"
    monkeypatch.delenv("CLARION_HOME")
    assert key_folder() == tmp_path / "b" / "clarion"


def test_a_file_that_is_no_key_is_said_so(home: Path) -> None:
    """A damaged key is never replaced without a word."""
    (home / "signing-key.pem").write_text("nothing\n")
    with pytest.raises(BadRequest, match="is not a key"):
        open_signer()


def test_a_signature_holds_for_its_entry_and_signer_only() -> None:
    """Another entry, another signer and a garbled signature are refused."""
    signer = open_signer()
    one, other = "11" * 32, "22" * 32
    signature = signer.sign(one)
    assert is_signed(one, signature, signer.name)
    assert not is_signed(other, signature, signer.name)
    assert not is_signed(one, signature, "33" * 32)
    assert not is_signed(one, "no hex", signer.name)


def test_a_damaged_memory_of_a_chain_is_no_memory(home: Path) -> None:
    """What cannot be read starts a new chain, which loses nothing."""
    signer = open_signer()
    signer.remember("c", ChainMemory("a", 3, "h"))
    assert signer.remembered("c") == ChainMemory("a", 3, "h")
    (home / "chains" / "c.json").write_text("{}")
    assert signer.remembered("c") is None
