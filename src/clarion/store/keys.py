"""The signing key of this installation and what it remembers of the chains it wrote. Neither is ever in a case.

The folder is `$CLARION_HOME`, else `$XDG_CONFIG_HOME/clarion`, else `~/.config/clarion`:

    signing-key.pem        Ed25519, PKCS 8, readable by its owner only
    redaction-key          32 random bytes, readable by its owner only: what ids and proofs of redacted copies rest on
    chains/CASE.json       for each case: the chain in use and the last entry signed in it

The memory of a chain is written before the entry is. So a case that was copied or put back from a backup and is then
written to in two places gets a second chain in one of them, and no chain ever has two entries of one number.
"""

import getpass
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from clarion.model.errors import BadRequest
from clarion.store.files import write_whole

_KEY_NAME = "signing-key.pem"
_REDACTION_NAME = "redaction-key"
_REDACTION_BYTES = 32
# who is at work where one process serves several people; each thread has its own
_ACTING: ContextVar[str | None] = ContextVar("acting", default=None)
# says what is signed, so that a signature made for something else can never be passed off as one of a log
_PURPOSE = b"clarion log entry\n"
_DOSSIER = b"clarion dossier\n"
_COPY = b"clarion redacted copy\n"


@dataclass(frozen=True, slots=True)
class ChainMemory:
    """The chain that this installation writes in a case, and the last entry it signed there (-1: none yet)."""

    chain: str
    number: int
    head: str | None


@dataclass(frozen=True, slots=True)
class Signer:
    """This installation as one that writes to logs."""

    folder: Path
    key: Ed25519PrivateKey

    @property
    def name(self) -> str:
        """The public key, 64 hex digits."""
        return self.key.public_key().public_bytes_raw().hex()

    def sign(self, entry_hash: str) -> str:
        """The signature of an entry, 128 hex digits."""
        return self.key.sign(_PURPOSE + bytes.fromhex(entry_hash)).hex()

    def sign_dossier(self, statement: bytes) -> str:
        """The public key and its signature of what a dossier says of itself, with a blank between."""
        return f"{self.name} {self.key.sign(_DOSSIER + statement).hex()}"

    def sign_copy(self, statement: bytes) -> tuple[str, str]:
        """The public key and its signature of what a redacted copy says of itself, both in hex."""
        return self.name, self.key.sign(_COPY + statement).hex()

    def remembered(self, case: str) -> ChainMemory | None:
        """What this installation remembers of its chain in a case."""
        path = self._memory(case)
        if not path.exists():
            return None
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            return ChainMemory(str(kept["chain"]), int(kept["number"]), kept["head"])
        except (ValueError, KeyError, TypeError):
            return None  # a damaged memory starts a new chain, which loses nothing

    def remember(self, case: str, memory: ChainMemory) -> None:
        """Keep what will be the last entry, before it is written."""
        kept = {"chain": memory.chain, "number": memory.number, "head": memory.head}
        path = self._memory(case)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, json.dumps(kept).encode(), lasting=False)

    def _memory(self, case: str) -> Path:
        return self.folder / "chains" / f"{case}.json"


def key_folder() -> Path:
    """Where the key of this installation is, or would be."""
    if home := os.environ.get("CLARION_HOME"):
        return Path(home)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "clarion"


def open_signer() -> Signer:
    """The signer of this installation; its key is made on first use.

    Raises:
        BadRequest: the key folder cannot be written, or the key file is not a key.
    """
    folder = key_folder()
    path = folder / _KEY_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            _make_key(path)
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as problem:
        raise BadRequest(
            f"the key folder {folder} cannot be used ({problem.strerror}); set CLARION_HOME to one that can"
        ) from problem
    except ValueError as problem:
        raise BadRequest(
            f"{path} is not a key; put the right file back, or move it away to have a new one"
        ) from problem
    if not isinstance(key, Ed25519PrivateKey):
        raise BadRequest(f"{path} is not an Ed25519 key; put the right file back, or move it away to have a new one")
    return Signer(folder, key)


def redaction_secret(case: str, purpose: str) -> bytes:
    """A secret of this installation for a case and a purpose, 32 bytes; the key behind it is made on first use.

    Raises:
        BadRequest: the key folder cannot be used, or the file is not such a key.
    """
    folder = key_folder()
    path = folder / _REDACTION_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            write_whole(path, secrets.token_bytes(_REDACTION_BYTES), mode=0o600, replace=False)
        key = path.read_bytes()
    except OSError as problem:
        raise BadRequest(
            f"the key folder {folder} cannot be used ({problem.strerror}); set CLARION_HOME to one that can"
        ) from problem
    if len(key) != _REDACTION_BYTES:
        raise BadRequest(f"{path} is not a redaction key; put the right file back, or move it away to have a new one")
    return hashlib.blake2b(f"{case}\0{purpose}".encode(), key=key, digest_size=32).digest()


def is_signed(entry_hash: str, signature: str, signer: str) -> bool:
    """Whether the signature is the signer's for that entry."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer))
        key.verify(bytes.fromhex(signature), _PURPOSE + bytes.fromhex(entry_hash))
    except (InvalidSignature, ValueError):
        return False
    return True


def is_dossier_signed(statement: bytes, signature: str) -> bool:
    """Whether a public key and signature, as `sign_dossier` gives them, are of that statement."""
    signer, _, signed = signature.partition(" ")
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer))
        key.verify(bytes.fromhex(signed), _DOSSIER + statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_copy_signed(statement: bytes, signature: str, signer: str) -> bool:
    """Whether the signature is the signer's for what a redacted copy says of itself."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer))
        key.verify(bytes.fromhex(signature), _COPY + statement)
    except (InvalidSignature, ValueError):
        return False
    return True


@contextmanager
def acting(name: str) -> Iterator[None]:
    """Make entries by this name, in this thread, as long as it lasts."""
    token = _ACTING.set(name)
    try:
        yield
    finally:
        _ACTING.reset(token)


def person() -> str:
    """Who is at work: the name that is `acting`, else `$CLARION_NAME`, else the login name."""
    if name := _ACTING.get():
        return name
    if name := os.environ.get("CLARION_NAME"):
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def new_name() -> str:
    """A random name for a case or a chain: 32 hex digits."""
    return secrets.token_hex(16)


def _make_key(path: Path) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    write_whole(path, pem, mode=0o600, replace=False)
