"""The server's secret: what addresses are hashed and links and forms are sealed with. It opens no sign-up."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from clarion.model.errors import BadRequest
from clarion.signups.files import private_folder, write_private

NAME = "secret"
_BYTES = 32
_DIGITS = 40  # 160 bits


@dataclass(frozen=True, slots=True)
class Secret:
    """A key that never leaves the server."""

    key: bytes = field(repr=False)

    def mark(self, purpose: str, *parts: str) -> str:
        """40 hex digits that only a holder of the key can make; each purpose has its own."""
        told = "\0".join((purpose, *parts)).encode()
        return hmac.new(self.key, told, hashlib.sha256).hexdigest()[:_DIGITS]

    def is_mark(self, given: str, purpose: str, *parts: str) -> bool:
        """Whether a mark is that of this purpose and these parts. Takes as long for a wrong one as for a right one."""
        return hmac.compare_digest(given.encode(), self.mark(purpose, *parts).encode())


def open_secret(folder: Path) -> Secret:
    """The secret in a folder, made on first use.

    Raises:
        BadRequest: the file is not such a secret, or the folder cannot be used.
    """
    path = folder / NAME
    try:
        private_folder(folder)
        if not path.exists():
            write_private(path, secrets.token_bytes(_BYTES))
        key = path.read_bytes()
    except OSError as problem:
        raise BadRequest(
            f"{folder} cannot be used ({problem.strerror}); name a folder that can be written"
        ) from problem
    if len(key) != _BYTES:
        raise BadRequest(f"{path} is damaged; links that were sent stop working if you move it away")
    return Secret(key)
