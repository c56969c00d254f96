"""What lies at the paths, as originals; a line for each thing that cannot be taken in."""

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from clarion.flow.documents import Original
from clarion.flow.outcome import Outcome
from clarion.model.ids import document_id
from clarion.store.sightings import Sighting


def gathered(paths: Iterable[str | PathLike[str]], outcome: Outcome) -> Iterator[Original]:
    """The originals at the paths, one by one."""
    for given in map(Path, paths):
        files = [given] if given.is_file() else sorted(path for path in given.rglob("*") if path.is_file())
        if not files:
            outcome.add(str(given), "there is no such file or folder; check the path")
        for file in files:
            content = file.read_bytes()
            path = file.name if file == given else file.relative_to(given).as_posix()
            yield Original(document_id(content), content, Sighting(False, path, None))
