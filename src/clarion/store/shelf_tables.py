"""Narrow tables for lists: what things are filtered and sorted by, as it stands after people's words.

They are made from the tables of the nouns and of judgements, and kept in step with both. `row` numbers the things in
the order in which they came; it is not part of a dump. Texts in `…_key` are casefolded.
"""

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from clarion.store.tables import metadata


def _shelf(name: str, *columns: Column[object] | Index) -> Table:
    said = (
        Column("verdict", Text),  # the last word that stands
        Column("said_by", Text),
        Column("said_at", Text),
        Column("differs", Integer, nullable=False, server_default="0"),
    )
    return Table(
        name,
        metadata,
        Column("row", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        *columns,
        *said,
    )


claims = _shelf(
    "shelf_claims",
    Column("document", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("starts", Text),
    Column("country", Text),
    Column("publisher", Text),
    Column("voice", Text),
    Column("corrected", Integer, nullable=False),
    Index("shelf_claims_of_document", "document", "at", "id"),
    Index("shelf_claims_of_country", "country", "document"),
)

documents = _shelf(
    "shelf_documents",
    Column("path", Text, nullable=False),
    Column("title_key", Text, nullable=False),
    Column("publisher", Text),
    Column("published", Text),
    Column("language", Text),
    Column("part_of", Text),
    Column("problems", Integer, nullable=False),
    Column("claims", Integer, nullable=False, server_default="0"),
    Column("judged", Integer, nullable=False, server_default="0"),
    Index("shelf_documents_by_path", "path", "id"),
    Index("shelf_documents_inside", "part_of"),
)

incidents = _shelf(
    "shelf_incidents",
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("starts", Text),
    Column("country", Text),
    Column("place", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("title_key", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("alarms", Text, nullable=False),  # kinds, each between bars
    Index("shelf_incidents_of_act", "act", "starts"),
)

findings = _shelf(
    "shelf_findings",
    Column("incident", Text, nullable=False, index=True),
    Column("norm", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("bound", Text, nullable=False),
    Column("finding", Text, nullable=False),  # the verdict of the machine
    Column("open", Integer, nullable=False),  # elements that nobody can answer yet
)

asks = _shelf(
    "shelf_asks",
    Column("addressee", Text),
    Column("act", Text, nullable=False),
    Column("deadline", Text),
)

actions = _shelf(
    "shelf_actions",
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("starts", Text),
)

voices = _shelf(
    "shelf_voices",
    Column("kind", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("names_key", Text, nullable=False),  # name and aliases
    Column("documents", Integer, nullable=False),
    Column("forecasts", Integer, nullable=False),
)

# which documents a thing rests on: incidents, findings, asks, actions, voices
rests = Table(
    "rests",
    metadata,
    Column("thing", Text, primary_key=True),
    Column("document", Text, primary_key=True),
    Index("rests_of_document", "document", "thing"),
)

# which incidents hold a claim, as what
holds = Table(
    "holds",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("incident", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Index("holds_of_incident", "incident", "role"),
)

# in an incident, a voice tells what another voice told first
repeats = Table(
    "repeats",
    metadata,
    Column("teller", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("incident", Text, primary_key=True),
    Index("repeats_of_source", "source", "teller"),
)

# a sample of the word runs of each document, by which documents that repeat each other are found
runs = Table(
    "runs",
    metadata,
    Column("run", Integer, primary_key=True),
    Column("document", Text, primary_key=True),
    Index("runs_of_document", "document"),
    sqlite_with_rowid=False,
)

OF_STEP = {"reconcile": (voices, incidents), "assess": (findings,), "respond": (asks, actions)}
SHELVES = (claims, documents, voices, incidents, findings, asks, actions)
TIES = (rests, holds, repeats)
