"""How one workbench runs. The server's processes learn it from one variable of their environment."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

VARIABLE = "CLARION_WORKBENCH"


@dataclass(frozen=True, slots=True)
class Options:
    """The case that is shown, where the workbench keeps its own data, and how it is reached.

    `team` is the address that people type (`https://cases.example.org`) when several of them sign in; empty on a
    laptop, where one person comes in by a link that works once.
    """

    case: str
    data: str
    port: int
    team: str = ""

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a browser states them."""
        return self.team.rstrip("/") or f"http://127.0.0.1:{self.port}"

    @property
    def host(self) -> str:
        """What the Host header has to say."""
        return self.origin.partition("://")[2]

    @property
    def is_encrypted(self) -> bool:
        """Whether people reach it over TLS."""
        return self.origin.startswith("https://")

    def publish(self) -> None:
        """Put the options where the server's processes find them."""
        os.environ[VARIABLE] = msgspec.json.encode(asdict(self)).decode()


def options() -> Options:
    """The options of this process.

    Raises:
        KeyError: it was not started by `clarion serve`.
    """
    return msgspec.json.decode(os.environ[VARIABLE], type=Options)


def folder(one: Options) -> Path:
    """The data folder as a path."""
    return Path(one.data)
