"""Verifying the whole case in the background: one at a time, its result kept until the next one."""

import datetime
import threading
from dataclasses import dataclass, replace

from clarion.flow.case import Case
from clarion.model.errors import ClarionError


@dataclass(frozen=True, slots=True)
class Verifying:
    """How it stands. `state` is "none", "working", "good" or "bad"; `problem` the first thing that is wrong."""

    state: str = "none"
    by: str = ""
    at: str = ""  # UTC, when it began or ended
    step: str = ""
    done: int = 0
    total: int | None = None
    entries: int = 0
    documents: int = 0
    heads: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    problem: str = ""


_LOCK = threading.Lock()
_STANDS = [Verifying()]


def stands() -> Verifying:
    """How it stands now."""
    return _STANDS[0]


def start(case: Case, by: str) -> Verifying:
    """Begin, unless it goes on already."""
    with _LOCK:
        if _STANDS[0].state != "working":
            _STANDS[0] = Verifying("working", by, _now())
            threading.Thread(target=_verify, args=(case, by), name="verifying", daemon=True).start()
    return _STANDS[0]


def _verify(case: Case, by: str) -> None:
    def progress(step: str, done: int, total: int | None) -> None:
        _STANDS[0] = replace(_STANDS[0], step=step, done=done, total=total)

    try:
        checked = case.verify(progress=progress)
    except ClarionError as problem:
        _STANDS[0] = Verifying("bad", by, _now(), problem=str(problem))
    except OSError as problem:
        _STANDS[0] = Verifying("bad", by, _now(), problem=f"the case cannot be read ({problem.strerror})")
    else:
        heads = tuple(head.hash for head in checked.heads)
        _STANDS[0] = Verifying(
            "good",
            by,
            _now(),
            entries=checked.entries,
            documents=checked.documents,
            heads=heads,
            remarks=checked.remarks,
        )


def _now() -> str:
    return f"{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H:%M:%S}Z"
