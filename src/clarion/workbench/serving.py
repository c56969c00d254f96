"""Starting the workbench: its data folder, its server on this machine, and the link that opens it."""

import json
import os
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from threading import Thread

from clarion.__about__ import __version__
from clarion.flow.case import Case
from clarion.flow.local import data_folder, local_person
from clarion.model.errors import BadRequest
from clarion.workbench import links
from clarion.workbench.options import Options
from clarion.workbench.roles import Role

LOOPBACK = "127.0.0.1"
PORT = 8470  # tried first, so that a bookmark keeps working
_LAST_ANSWERS = 10  # seconds for answers that are under way when the workbench is ended; then it is ended anyway
_START = 120  # seconds; a big case on a busy machine
_RUNNING = "serving.json"
_PREPARED = "prepared.txt"
_THREADS = 4  # a page is mostly work, and one core does it; more threads would only queue inside the interpreter


def serve(
    case: str, *, port: int | None = None, browser: bool = True, team: str = "", say: Callable[[str], None]
) -> int:
    """Serve a case until the process is told to end. `say` gets the lines for people; the last one is the address.

    Raises:
        BadRequest: the port is taken, the address of the team is none, or the data folder cannot be made.
        NotACase: there is no case.
    """
    with Case.open(case, create=False) as opened:
        data = data_folder(opened.id)
    options = Options(str(Path(case).absolute()), str(data), _port(port), _team(team))
    options.publish()
    os.environ["DJANGO_SETTINGS_MODULE"] = "clarion.workbench.settings"
    _prepare(data)
    _serve(options, data, browser=browser and not team, say=say)
    return 0


def new_link(case: str) -> str:
    """The address of another one-time link into a workbench that is being served.

    Raises:
        BadRequest: it is not being served.
    """
    with Case.open(case, create=False) as opened:
        data = data_folder(opened.id)
    try:
        running = json.loads((data / _RUNNING).read_text(encoding="utf-8"))
        os.kill(int(running["process"]), 0)
    except (FileNotFoundError, ValueError, KeyError, ProcessLookupError) as problem:
        raise BadRequest(f"{case} is not being served; start it with: clarion serve {case}") from problem
    return _address(str(running["origin"]), data)


def _address(origin: str, data: Path) -> str:
    token = links.make_token(data, local_person(), Role.OWNER)
    return f"{origin}/enter/{token}/"


def _serve(options: Options, data: Path, *, browser: bool, say: Callable[[str], None]) -> None:
    # the server brings a compiled part, so it is loaded only where something is served
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    server = Granian(
        "clarion.workbench.wsgi:application",
        address=LOOPBACK,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=_THREADS,
        websockets=False,
        workers_kill_timeout=_LAST_ANSWERS,
        log_level=LogLevels.error,
    )
    running = data / _RUNNING

    def announce() -> None:
        if not _answers(options.port):
            return
        links.drop_old(data)
        running.touch(mode=0o600)
        running.write_text(json.dumps({"origin": options.origin, "process": os.getpid()}), encoding="utf-8")
        address = _address(options.origin, data)
        say("The workbench is open at this address, once and within ten minutes; end it with Ctrl+C:")
        say(address)
        if browser:
            _open(data, address)

    # the server begins by starting its worker, which listens only when the case is open
    server.on_startup(Thread(target=announce, daemon=True).start)
    try:
        server.serve()
    finally:
        running.unlink(missing_ok=True)
        links.close_door(data)


def _answers(port: int) -> bool:
    """Wait until the server listens; False when it has not begun to within a minute or two."""
    until = time.monotonic() + _START
    while time.monotonic() < until:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return True
        time.sleep(0.05)
    return False


def _open(data: Path, address: str) -> None:
    """Open the browser through a file that only this user can read: arguments of programs are seen by everybody."""
    links.close_door(data)
    door = data / links.DOOR
    door.touch(mode=0o600, exist_ok=False)
    door.write_text(
        f'<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Clarion</title>'
        f'<meta http-equiv="refresh" content="0; url={address}"><p><a href="{address}">Open the workbench</a></p>',
        encoding="utf-8",
    )
    webbrowser.open(door.as_uri())


def _prepare(data: Path) -> None:
    """Bring the database of people up to date, in a process of its own, where this version has not done so yet.

    Raises:
        BadRequest: the database cannot be made.
    """
    made = "\n".join(f"{name} {version(name)}" for name in ("django", "django-allauth", "django-axes")) + __version__
    stamp = data / _PREPARED
    if (data / "people.db").exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == made:
        return
    (data / "people.db").touch(mode=0o600)
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--no-input"], capture_output=True, text=True
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BadRequest(f"the database of people in {data} cannot be made ({last}); move it away to have a new one")
    stamp.write_text(made, encoding="utf-8")


def _port(wanted: int | None) -> int:
    for port in [wanted] if wanted is not None else [PORT, 0]:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise BadRequest(f"port {wanted} is taken; name another one with --port, or leave it out")


def _team(address: str) -> str:
    if not address:
        return ""
    scheme, _, host = address.rstrip("/").partition("://")
    if scheme != "https" or not host or "/" in host:
        raise BadRequest(f"{address} is no address for a team; it reads like https://cases.example.org")
    return f"{scheme}://{host}"
