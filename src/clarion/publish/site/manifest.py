"""The manifest of a site: the digest of every file, so that anybody can see whether a copy is whole.

It also holds what each incident showed when, so that the next edition can tell what changed since.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clarion.model.errors import BadRequest

NAME = "clarion-manifest.json"
_FORM = "clarion site 1"


@dataclass(frozen=True, slots=True)
class Shown:
    """What an edition showed of an incident: a digest of its page's content, its status, and since when it stands."""

    digest: str
    status: str
    since: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as it was read. `files` are hex SHA-256 by path, `sha256` is that of the manifest's own bytes."""

    sha256: str
    view: str
    made_at: str | None
    record_sha256: str
    heads: tuple[str, ...]
    files: Mapping[str, str]
    incidents: Mapping[str, Shown] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a copy has otherwise than its manifest says. `added` is no damage: others may keep files beside."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]


def made_manifest(about: Mapping[str, Any], files: Mapping[str, bytes], incidents: Mapping[str, Shown]) -> bytes:
    """The manifest of these files, as JSON with sorted keys."""
    told = {
        "form": _FORM,
        **about,
        "files": {path: hashlib.sha256(content).hexdigest() for path, content in files.items()},
        "incidents": {
            name: {"digest": one.digest, "status": one.status, "since": one.since} for name, one in incidents.items()
        },
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """A manifest from its bytes.

    Raises:
        BadRequest: they are none.
    """
    try:
        told = json.loads(data)
        if told["form"] != _FORM:
            raise ValueError
        files = {str(path): str(digest) for path, digest in told["files"].items()}
        incidents = {
            str(name): Shown(str(one["digest"]), str(one["status"]), str(one["since"]))
            for name, one in told["incidents"].items()
        }
        return Manifest(
            sha256=hashlib.sha256(data).hexdigest(),
            view=str(told["view"]),
            made_at=told["made_at"],
            record_sha256=str(told["record"]),
            heads=tuple(map(str, told["heads"])),
            files=files,
            incidents=incidents,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BadRequest(f"this is no manifest of a site that Clarion published; name {NAME}") from problem


def check_files(manifest: Manifest, files: Mapping[str, str]) -> Wrong:
    """Hold a copy, hex SHA-256 by path, against its manifest."""
    here = {path: digest for path, digest in files.items() if path != NAME}
    return Wrong(
        changed=tuple(sorted(path for path, told in manifest.files.items() if here.get(path, told) != told)),
        missing=tuple(sorted(path for path in manifest.files if path not in here)),
        added=tuple(sorted(path for path in here if path not in manifest.files)),
    )
