"""What this installation is: versions, where its data comes from, where its keys are."""

import platform
import sqlite3

from clarion.__about__ import __version__
from clarion.flow.versions import versions
from clarion.reference.sources import sources
from clarion.store.entries import FORMAT
from clarion.store.keys import key_folder


def about() -> list[str]:
    """Line by line, for a person."""
    now = versions()
    return [
        f"Clarion {__version__}, Apache-2.0",
        f"engine {now.engine}, reference data {now.reference}, log format {FORMAT}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        f"keys and memory of chains: {key_folder()}",
        "nothing is sent anywhere",
        "",
        "Reference data:",
        *(f"  {one.name} {one.version} ({one.date}), {one.licence}, {one.holder}: {one.used_for}" for one in sources()),
    ]
