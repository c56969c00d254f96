"""What lies at the paths, as originals; a line for each thing that cannot be taken in."""

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from clarion.flow.documents import Original
from clarion.flow.outcome import Outcome
from clarion.model.errors import BrokenSeal
from clarion.model.ids import DocumentId
from clarion.preserve import Refused, gather
from clarion.store.sightings import Sighting


def gathered(paths: Iterable[str | PathLike[str]], outcome: Outcome) -> Iterator[Original]:
    """The originals at the paths, one by one, each with its bytes."""
    for found in gather(map(Path, paths)):
        if isinstance(found, Refused):
            outcome.problems.append(str(found))
            continue
        try:
            content = found.read()
        except BrokenSeal as problem:
            outcome.add(found.path, problem)
            continue
        except OSError as problem:
            outcome.add(found.path, f"it cannot be read ({problem.strerror}); check the disk, or copy it elsewhere")
            continue
        yield Original(DocumentId(f"sha256:{found.sha256}"), content, Sighting(False, found.path, None))
