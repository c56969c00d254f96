"""A case as a web site in a folder or a zip: made from what a view may see, read back file by file, then put in place.

Of a site the log keeps the digest of its manifest, which holds the digests of all its files.
"""

import datetime
import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from clarion.flow import calendars, guarding
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.model.ids import IncidentId
from clarion.model.nouns import Publication
from clarion.model.record import Record
from clarion.model.vocabulary import View
from clarion.publish import PublishOptions, site_of
from clarion.publish.options import OpenChannel
from clarion.publish.safety import LEAVES, Safe
from clarion.publish.safety.scrubbing import keyed
from clarion.publish.site import NAME, Manifest, SiteFile, check_files, read_manifest, words_of_frame
from clarion.publish.site.packing import packed
from clarion.store import people
from clarion.store.files import write_whole
from clarion.store.folder import CaseFolder
from clarion.store.folders import replace_folder

# a public page must not be called after the case: its folder's name may tell what nobody meant to tell
TITLE = "What is reported, and how surely"


@dataclass(frozen=True, slots=True)
class Leaving:
    """A site that is about to leave: where to, how, and a digest of what it shows.

    `channels` works out the procedures for a record as of a day.
    """

    output: Path
    options: PublishOptions
    content: str
    known_as: str
    channels: Callable[[Record, datetime.date], Iterable[OpenChannel]]


def publish_site(case: CaseFolder, leaving: Leaving) -> Publication:
    """Publish a case as a site. Where nothing changed since, it stays as it is.

    Raises:
        BadRequest: the view is sealed, no document leaves by it, something withheld was found in a file, or the place
            holds something else than a site.
    """
    output = leaving.output
    if leaving.options.view is View.SEALED:
        raise BadRequest("a site is made for the public or for partners; for those who hold the case there is serve")
    before = _before(output)
    if before and before.view != leaving.options.view:
        raise BadRequest(f"{output} holds a site of the {before.view} view; name another place for the other one")
    with case.reading() as connection:
        last = people.last_publication(connection, str(output))
    if before and last and last[1] == leaving.content and last[0].sha256 == before.sha256 and _is_whole(output, before):
        return last[0]
    checked = guarding.checked(case, leaving.options.view)
    safe, picked = checked.safe(), leaving.options.incidents
    # an incident has another id outside
    renamed = tuple(IncidentId(keyed(one, checked.guard.secret)) for one in picked)
    options = calendars.following(case, replace(leaving.options, incidents=renamed))
    files = _files(safe, replace(leaving, options=options), before)
    shown = calendars.rows_of(safe.record, replace(options, judgements=safe.judgements))
    manifest = files[-1].content
    sha256 = hashlib.sha256(manifest).hexdigest()
    made = Publication(
        options.view, sha256, options.heads, len(safe.withheld), "", leaving.known_as or str(output), picked
    )
    with case.writing() as writing:
        publication = people.log_publication(writing, made, leaving.content, shown)
    _put(output, files, before)
    return publication


def is_site(path: Path) -> bool:
    """Whether a path is of a site: its folder, its manifest, or a zip of it."""
    if path.is_dir():
        return (path / NAME).is_file()
    return path.name == NAME or (path.is_file() and zipfile.is_zipfile(path) and _manifest_in(path) is not None)


def verify_site(path: Path, *, head: str | None = None) -> list[str]:
    """What a site says of itself, line by line, if every file of it still has the digest that its manifest says.

    Raises:
        BrokenSeal: a file was changed or is missing, or the site does not print the head.
        BadRequest: it is no site.
    """
    place = path.parent if path.name == NAME else path
    manifest = _before(place)
    if manifest is None:
        raise BadRequest(f"{path} holds no site that Clarion published")
    wrong = check_files(manifest, dict(_digests(place)))
    for told, found in (("was changed", wrong.changed), ("is missing", wrong.missing)):
        if found:
            more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
            raise BrokenSeal(f"{path}: {found[0]} {told}{more} since it was published; ask for another copy")
    if head is not None and not any(one.startswith(head.strip().lower()) for one in manifest.heads):
        raise BrokenSeal(f"{path} does not print the head {head.strip()}; it may be of another case or an earlier day")
    return [
        f"{path}: as published, {manifest.view} view" + (f", {manifest.made_at}" if manifest.made_at else ""),
        f"{len(manifest.files)} files, digest of the manifest {manifest.sha256}",
        f"record {manifest.record_sha256}",
        *(f"head {one}" for one in manifest.heads),
        *(f"note: {one} is not of this publication" for one in wrong.added),
        "note: this shows damage and careless change, not who made the site; compare the digest with the case's log",
    ]


def _files(safe: Safe, leaving: Leaving, before: Manifest | None) -> tuple[SiteFile, ...]:
    """The files of a site, each read back."""
    given = leaving.options
    if not safe.record.documents:
        raise BadRequest(
            f"no document of the case leaves by the {given.view} view; a document leaves by it once its handling "
            f"says {' or '.join(LEAVES[given.view])}"
        )
    day = datetime.date.fromisoformat((given.made_at or "")[:10])
    channels = tuple(leaving.channels(safe.record, day))
    options = replace(given, title=TITLE, channels=channels)
    files = site_of(safe, options, before)
    frame = [text for one in channels for text in (one.name, one.access, *one.reasons, *one.asks, one.gate)]
    made = {one.path: one.content for one in files}
    guarding.read_back(made, safe, leaving.output.name, [*frame, *words_of_frame(leaving.options.language)])
    return files


def _before(output: Path) -> Manifest | None:
    """The manifest of the site that stands at a place; None where nothing does.

    Raises:
        BadRequest: something else stands there.
    """
    if output.is_dir():
        held = output / NAME
        if held.is_file():
            return read_manifest(held.read_bytes())
        if any(output.iterdir()):
            raise BadRequest(f"{output} holds something else than a site; name a new folder, or an empty one")
        return None
    if not output.exists():
        if not output.parent.is_dir():
            raise BadRequest(f"{output.parent} is no folder; make it, or name a place in another one")
        return None
    manifest = _manifest_in(output) if zipfile.is_zipfile(output) else None
    if manifest is None:
        raise BadRequest(f"{output} is a file and no site; name another place")
    return manifest


def _manifest_in(packed: Path) -> Manifest | None:
    try:
        with zipfile.ZipFile(packed) as held:
            return read_manifest(held.read(NAME))
    except (KeyError, BadRequest, zipfile.BadZipFile):
        return None


def _is_whole(output: Path, manifest: Manifest) -> bool:
    wrong = check_files(manifest, dict(_digests(output)))
    return not (wrong.changed or wrong.missing)


def _digests(place: Path) -> Iterator[tuple[str, str]]:
    """Hex SHA-256 of every file of a site, by its path in it."""
    if place.is_dir():
        for one in sorted(place.rglob("*")):
            name = one.relative_to(place)
            # what others keep for their own tools, such as .git, is theirs
            if one.is_file() and not name.parts[0].startswith("."):
                yield name.as_posix(), hashlib.sha256(one.read_bytes()).hexdigest()
        return
    with zipfile.ZipFile(place) as held:
        for path in held.namelist():
            yield path, hashlib.sha256(held.read(path)).hexdigest()


def _put(output: Path, files: tuple[SiteFile, ...], before: Manifest | None) -> None:
    contents: Mapping[str, bytes] = {one.path: one.content for one in files}
    try:
        if output.suffix.lower() == ".zip" and not output.is_dir():
            write_whole(output, packed(files))
        else:
            replace_folder(output, contents, [*(before.files if before else ()), NAME])
    except OSError as problem:
        raise BadRequest(f"{output} cannot be written ({problem.strerror}); name another place") from problem
