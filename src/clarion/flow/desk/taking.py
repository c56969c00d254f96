"""Taking documents in at a desk: uploads, files and folders, and notes that a person types."""

import datetime
import re
from collections.abc import Iterable, Iterator
from os import PathLike

from clarion.flow.batches import Batch
from clarion.flow.desk.results import Given, TakenIn, Upload
from clarion.flow.desk.viewer import Viewer
from clarion.flow.documents import Original
from clarion.flow.gathering import gathered
from clarion.flow.outcome import Outcome
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId, document_id
from clarion.preserve.originals import DEFAULT_LIMITS, MEBIBYTE, shown
from clarion.store import work
from clarion.store.canonical import Value
from clarion.store.folder import CaseFolder
from clarion.store.handlings import ORDER
from clarion.store.keys import acting
from clarion.store.sightings import Sighting
from clarion.store.work import Arrival

_NO_LETTERS = re.compile(r"[^\w]+")
_LONGEST_NAME = 60
_LONGEST_TITLE = 300


def take_in(
    case: CaseFolder, viewer: Viewer, what: Iterable[Upload | str | PathLike[str]], given: Given, sheet: Value = None
) -> TakenIn:
    """Take documents in. `sheet` says how the columns of spreadsheets among them are read."""
    words = _words_of(given) | ({"sheet": sheet} if sheet is not None else {})
    outcome, new, seen = Outcome(), dict[DocumentId, None](), dict[DocumentId, None]()
    state = case.state()

    def keep(arrivals: list[Arrival]) -> None:
        new.update(dict.fromkeys(work.take_in(case, state, arrivals)))

    with acting(viewer.name):
        batch = Batch[Arrival](keep)
        for original in _originals(what, outcome):
            seen[original.id] = None
            arrival = Arrival(original.id, original.content, original.sighting, words, by_hand=True)
            batch.add(arrival, size=len(original.content))
        batch.finish()
    known = tuple(one for one in seen if one not in new)
    return TakenIn(tuple(one for one in seen if one in new), known, tuple(outcome.problems))


def typed(title: str, text: str, written_on: datetime.date | None) -> Upload:
    """What somebody told as a Markdown document with a head.

    Raises:
        BadRequest: title or text are missing, or the title is no single line.
    """
    title = " ".join(title.split())
    if not title or len(title) > _LONGEST_TITLE or not title.isprintable():
        raise BadRequest(f"a note needs a title of one line, at most {_LONGEST_TITLE} signs")
    if not text.strip():
        raise BadRequest("a note needs words; write what was told")
    day = f"date: {written_on.isoformat()}\n" if written_on else ""
    name = _NO_LETTERS.sub("-", title.lower()).strip("-")[:_LONGEST_NAME] or "note"
    body = "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n"))
    return Upload(f"notes/{name}.md", f"---\ntitle: {title}\n{day}---\n\n{body}\n".encode())


def _originals(what: Iterable[Upload | str | PathLike[str]], outcome: Outcome) -> Iterator[Original]:
    for one in what:
        if not isinstance(one, Upload):
            yield from gathered([one], outcome)
        elif problem := _refusal(one):
            outcome.add(_path_of(one), problem)
        else:
            yield Original(document_id(one.content), one.content, Sighting(False, _path_of(one), None))


def _path_of(upload: Upload) -> str:
    """The name of an upload as a path inside the case: no way up, no drive, on one line."""
    steps = [step.strip() for step in shown(upload.name).replace("\\", "/").split("/")]
    return "/".join(step for step in steps if step not in ("", ".", "..")) or "unnamed"


def _refusal(upload: Upload) -> str | None:
    if not upload.content:
        return "the file is empty; leave it out, or take in the whole file"
    if len(upload.content) > DEFAULT_LIMITS.largest:
        return f"it is larger than {DEFAULT_LIMITS.largest // MEBIBYTE} MiB; take in the part that matters"
    return None


def _words_of(given: Given) -> dict[str, Value]:
    if given.handling not in ORDER:
        known = ", ".join(word for word in ORDER if word)
        raise BadRequest(f"{given.handling!r} is no handling; use one of {known}, or nothing")
    said: dict[str, Value] = {"handling": given.handling, "provider": given.provider, "consent": given.consent}
    words: dict[str, Value] = {name: value for name, value in said.items() if value}
    if names := sorted({Viewer(name.strip()).name for name in given.named}):
        words["named"] = names
    return words
