"""The process that takes sign-ups: it listens on this machine alone, behind a proxy that speaks TLS."""

import datetime
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Thread

import msgspec

from clarion.mailing import read_settings
from clarion.model.errors import BadRequest
from clarion.signups.campaigns import read_campaigns
from clarion.signups.desk import Desk
from clarion.signups.limits import Gate, Limits
from clarion.signups.posting import Post
from clarion.signups.secret import open_secret
from clarion.signups.shelf import Shelf
from clarion.signups.web import Forms

LOOPBACK = "127.0.0.1"
PORT = 8480
VARIABLE = "CLARION_FORMS"
SETTINGS = "mail.toml"
KEPT = "server"
_THREADS = 4
_SWEEP = 3600.0  # seconds between two looks at every row: for what was not confirmed in time, and to count anew


@dataclass(frozen=True, slots=True)
class Options:
    """How the forms are served. The server's processes learn it from one variable of their environment."""

    folder: str
    settings: str
    is_behind_proxy: bool = False


def serve(folder: Path, settings: Path | None, port: int, *, is_behind_proxy: bool, say: Callable[[str], None]) -> None:
    """Serve the forms of a folder until the process is told to end.

    Raises:
        BadRequest: there is no campaign, one is wrong, or the mail settings cannot be used.
    """
    options = Options(str(folder.absolute()), str((settings or folder / SETTINGS).absolute()), is_behind_proxy)
    campaigns = read_campaigns(folder)
    read_settings(Path(options.settings))
    _refuse_secret_keys(folder)
    open_secret(folder / KEPT)
    os.environ[VARIABLE] = msgspec.json.encode(asdict(options)).decode()
    # the server brings a compiled part, so it is loaded only where something is served
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    server = Granian(
        "clarion.signups.wsgi:application",
        address=LOOPBACK,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,  # what waits to be mailed and what came from where stands in one memory
        blocking_threads=_THREADS,
        websockets=False,
        log_level=LogLevels.error,
        log_access=False,
    )
    for one in campaigns.values():
        say(f"{one.title}: http://{LOOPBACK}:{port}/{one.id}/ stands for {one.address}/{one.id}/")
    server.serve()


def make_application(options: Options) -> Forms:
    """The application of a process, with its threads begun.

    Raises:
        BadRequest: the folder or the mail settings cannot be used.
    """
    folder = Path(options.folder)
    settings = read_settings(Path(options.settings))
    secret = open_secret(folder / KEPT)
    post = Post(settings)
    desks = {
        name: Desk(campaign, Shelf(folder, campaign, secret), secret, settings, _now)
        for name, campaign in read_campaigns(folder).items()
    }
    post.start()
    Thread(target=_sweep, args=(desks,), name="sweep", daemon=True).start()
    return Forms(desks, post, Gate(Limits(), time.monotonic), secret, time.time, options.is_behind_proxy)


def options_of_process() -> Options:
    """The options of this process.

    Raises:
        KeyError: it was not started by `clarion serve-forms`.
    """
    return msgspec.json.decode(os.environ[VARIABLE], type=Options)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _sweep(desks: dict[str, Desk]) -> None:
    while True:
        for desk in desks.values():
            try:
                desk.shelf.sweep(desk.day)
                desk.recount()
            except OSError:
                continue  # the disk may be back at the next look
        time.sleep(_SWEEP)


def _refuse_secret_keys(folder: Path) -> None:
    """An owner's secret key has no business on the server: with it whoever takes the server reads all sign-ups."""
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_size < 10_000 and b"AGE-SECRET-KEY-" in path.read_bytes():
            raise BadRequest(
                f"{path} holds a secret age key; take it off this machine: the forms only need the public one"
            )
