"""What the command line asks of a person or reads for one: passphrases and the text of a file that is named."""

import os
import sys
from pathlib import Path

PASSPHRASE = "CLARION_PASSPHRASE"


def passphrase(path: str | None, *, twice: bool) -> str:
    """A passphrase: the first line of a file, else of the environment, else typed; `twice` asks for it again.

    Raises:
        BadRequest: the file cannot be read, there is nobody to ask, or the two that were typed differ.
    """
    from getpass import getpass

    from clarion.model.errors import BadRequest

    if path:
        return text_of(path).split("\n")[0].rstrip("\r")
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if not sys.stdin.isatty():
        raise BadRequest(f"there is nobody to ask for the passphrase; use --passphrase-file or set {PASSPHRASE}")
    typed = getpass("Passphrase: ")
    if twice and getpass("The same again: ") != typed:
        raise BadRequest("the two passphrases differ; try again")
    return typed


def text_of(path: str) -> str:
    """The text of a file.

    Raises:
        BadRequest: it cannot be read, or is no UTF-8.
    """
    from clarion.model.errors import BadRequest

    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadRequest(f"{path} cannot be read ({problem}); check the path") from problem
