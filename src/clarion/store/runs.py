"""Which documents may repeat each other: a sample of each document's runs of five words, kept by number.

A run is sampled by its own number, never by its place, so a text that was cut or has a new beginning keeps what it
shares with the whole. What is found here is compared word by word before anybody sees it.
"""

import hashlib
import re

import msgspec
from sqlalchemy import Connection, delete, insert, text

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
# how many of the first runs of a document each other one holds, boilerplate left out
_SHARED = text("""
    WITH own AS (SELECT run FROM runs WHERE document = :document LIMIT :runs),
    telling AS MATERIALIZED (
        SELECT run FROM own WHERE (
            SELECT count(*) FROM (SELECT 1 FROM runs AS held WHERE held.run = own.run LIMIT :holders + 1)
        ) <= :holders
    )
    SELECT runs.document, count(*) FROM telling CROSS JOIN runs ON runs.run = telling.run
    WHERE runs.document <> :document GROUP BY runs.document
""")
_SIZES = text(
    "SELECT document, count(*) FROM runs WHERE document IN (SELECT value FROM json_each(:names)) GROUP BY document"
)


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
    given = {"document": document, "runs": _MANY, "holders": _MOST_HOLDERS}
    shared = {str(name): int(number) for name, number in connection.execute(_SHARED, given)}
    found = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[: 2 * most]
    sizes = _sizes(connection, [document, *(name for name, _ in found)])
    return [name for name, number in found if number >= _SHARE * min(sizes[document], sizes[name])][:most]


def _sizes(connection: Connection, documents: list[str]) -> dict[str, int]:
    names = msgspec.json.encode(documents).decode()
    return {str(name): int(number) for name, number in connection.execute(_SIZES, {"names": names})}


def _sample(text: str) -> set[int]:
    words = _WORD.findall(with_pairs(text).casefold())
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(1, min(len(words), _MOST_RUNS) - _RUN + 1)))
    numbers = (int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest(), "big") for run in runs)
    return {number for number in numbers if number % _SAMPLE == 0} if words else set()
