"""Which documents may repeat each other: a sample of each document's runs of five words, kept by number.

A run is sampled by its own number, never by its place, so a text that was cut or has a new beginning keeps what it
shares with the whole. What is found here is compared word by word before anybody sees it.
"""

import hashlib
import re
from collections import Counter

from sqlalchemy import Connection, delete, func, insert, select

from clarion.store import shelf_tables as shelf
from clarion.store.words import with_pairs

_WORD = re.compile(r"\w+")
_RUN = 5
# one run in eight is kept; a page of news keeps about fifty
_SAMPLE = 8
# of a very long text a part is enough to find its copies
_MOST_RUNS = 4000
# a run that more documents hold is boilerplate
_MOST_HOLDERS = 60
# a sample may hold less of what is shared than the texts do
_SHARE = 0.25
_MANY = 500


def put_runs(connection: Connection, document: str, text: str) -> None:
    """Keep the sample of a document, in the place of an older one."""
    remove_runs(connection, document)
    rows = [{"run": run, "document": document} for run in sorted(_sample(text))]
    for at in range(0, len(rows), _MANY):
        connection.execute(insert(shelf.runs), rows[at : at + _MANY])


def remove_runs(connection: Connection, document: str) -> None:
    """Remove the sample of a document."""
    connection.execute(delete(shelf.runs).where(shelf.runs.c.document == document))


def alike(connection: Connection, document: str, most: int) -> list[str]:
    """The documents that share most sampled runs with one, most first: candidates to be compared."""
    table = shelf.runs
    own = [run for (run,) in connection.execute(select(table.c.run).where(table.c.document == document))]
    shared: Counter[str] = Counter()
    for run in own[:_MANY]:
        holders = connection.execute(select(table.c.document).where(table.c.run == run).limit(_MOST_HOLDERS + 1)).all()
        if len(holders) <= _MOST_HOLDERS:
            shared.update(holder for (holder,) in holders if holder != document)
    found = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[: 2 * most]
    sizes = {name: _size(connection, name) for name, _ in found}
    return [name for name, number in found if number >= _SHARE * min(len(own), sizes[name])][:most]


def _size(connection: Connection, document: str) -> int:
    table = shelf.runs
    return connection.execute(select(func.count()).where(table.c.document == document)).scalar() or 0


def _sample(text: str) -> set[int]:
    words = _WORD.findall(with_pairs(text).casefold())
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(1, min(len(words), _MOST_RUNS) - _RUN + 1)))
    numbers = (int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest(), "big") for run in runs)
    return {number for number in numbers if number % _SAMPLE == 0} if words else set()
