"""Encrypted files (age), streamed, so that their size does not matter.

For a recipient's key the file is an age file. For a passphrase it is a tar of two members: a fresh key encrypted with
the passphrase, and the age file for that key, because age's own passphrase form is offered for whole texts in memory
only. So either can be opened without Clarion:

    age -d -i identity.txt FILE | tar x
    tar xf FILE && age -d -i key.age case.tar.age | tar x
"""

import os
import tarfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO

import pyrage  # type: ignore[import-untyped]

from clarion.model.errors import BadRequest

_KEY_MEMBER = "key.age"
_CASE_MEMBER = "case.tar.age"
_AGE_BEGINS = b"age-encryption.org/v1"
# a shorter one can be guessed by trying
_SHORTEST_PASSPHRASE = 12

Stream = Callable[[IO[bytes]], None]


@dataclass(frozen=True, slots=True)
class Protection:
    """What a file is encrypted with, or opened by: a passphrase, or an age key (public to make, secret to open)."""

    passphrase: str | None = None
    key: str | None = None


def check(protection: Protection) -> None:
    """Make sure that something can be encrypted with it.

    Raises:
        BadRequest: the key is none, or the passphrase is too short.
    """
    if protection.key is None:
        if len(protection.passphrase or "") < _SHORTEST_PASSPHRASE:
            raise BadRequest(f"the passphrase is too short; use {_SHORTEST_PASSPHRASE} characters or more")
        return
    try:
        pyrage.x25519.Recipient.from_str(protection.key.strip())
    except pyrage.RecipientError as problem:
        raise BadRequest("this is not an age public key; give one that begins with age1") from problem


def encrypt(file: IO[bytes], protection: Protection, produce: Stream) -> None:
    """Encrypt what `produce` writes.

    Raises:
        BadRequest: the key is none, or the passphrase is too short.
    """
    check(protection)
    if protection.key is not None:
        _encrypt_to(file, pyrage.x25519.Recipient.from_str(protection.key.strip()), produce)
        return
    identity = pyrage.x25519.Identity.generate()
    locked = pyrage.passphrase.encrypt(f"{identity}\n".encode(), protection.passphrase)
    file.write(_header(_KEY_MEMBER, len(locked)) + locked + bytes(-len(locked) % tarfile.BLOCKSIZE))
    place = file.tell()
    file.write(_header(_CASE_MEMBER, 0))
    start = file.tell()
    _encrypt_to(file, identity.to_public(), produce)
    size = file.tell() - start
    # a tar ends with two empty blocks
    file.write(bytes(-size % tarfile.BLOCKSIZE + 2 * tarfile.BLOCKSIZE))
    file.seek(place)
    file.write(_header(_CASE_MEMBER, size))


def decrypt(file: IO[bytes], protection: Protection, consume: Stream) -> None:
    """Open what `encrypt` wrote and hand it to `consume`.

    Raises:
        BadRequest: passphrase or key do not open it, or the file is no such file or not whole.
    """
    begins = file.read(len(_AGE_BEGINS))
    file.seek(0)
    try:
        if begins == _AGE_BEGINS:
            if protection.key is None:
                raise BadRequest("this backup was made for an age key; give the secret one with --identity-file")
            _decrypt_with(file, _secret_key(protection.key), consume)
        else:
            _decrypt_locked(file, protection, consume)
    except (pyrage.DecryptError, pyrage.IdentityError) as problem:
        raise BadRequest(
            f"the backup does not open ({problem}); check passphrase or key, and that the file is whole"
        ) from problem
    except (tarfile.TarError, KeyError, EOFError) as problem:
        raise BadRequest("this is not a whole backup; name a file made by: clarion backup") from problem


def _decrypt_locked(file: IO[bytes], protection: Protection, consume: Stream) -> None:
    if protection.passphrase is None:
        raise BadRequest("this backup was made with a passphrase; give it when asked or with --passphrase-file")
    with tarfile.open(fileobj=file, mode="r:") as outer:
        locked, held = outer.extractfile(_KEY_MEMBER), outer.extractfile(_CASE_MEMBER)
        if locked is None or held is None:
            raise BadRequest("this is not a backup; name a file made by: clarion backup")
        opened = pyrage.passphrase.decrypt(locked.read(), protection.passphrase)
        _decrypt_with(held, _secret_key(opened.decode()), consume)


def _encrypt_to(file: IO[bytes], recipient: pyrage.x25519.Recipient, produce: Stream) -> None:
    """What is produced runs through a pipe, so a large case needs no second copy."""
    source, sink = os.pipe()

    def run() -> None:
        with os.fdopen(sink, "wb") as stream:
            produce(stream)

    with ThreadPoolExecutor(1) as pool:
        produced = pool.submit(run)
        with os.fdopen(source, "rb") as stream:
            pyrage.encrypt_io(stream, file, [recipient])
        produced.result()


def _decrypt_with(file: IO[bytes], identity: pyrage.x25519.Identity, consume: Stream) -> None:
    source, sink = os.pipe()

    def run() -> None:
        with os.fdopen(source, "rb") as stream:
            consume(stream)
            while stream.read(1 << 16):  # what stands after the end of the tar
                pass

    with ThreadPoolExecutor(1) as pool:
        consumed = pool.submit(run)
        try:
            with os.fdopen(sink, "wb") as stream:
                pyrage.decrypt_io(file, stream, [identity])
        except OSError as problem:
            refused = consumed.exception()
            if isinstance(refused, BadRequest):
                raise refused from problem
            raise BadRequest(f"the backup is damaged ({problem}); use another copy of it") from problem
        consumed.result()


def _secret_key(text: str) -> pyrage.x25519.Identity:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return pyrage.x25519.Identity.from_str(lines[0] if lines else "")


def _header(name: str, size: int) -> bytes:
    # GNU form: a size beyond 8 GB still fits into one block
    member = tarfile.TarInfo(name)
    member.size = size
    return member.tobuf(format=tarfile.GNU_FORMAT)
