"""The tables of a case.

The log (`entries`, `parts`) is the truth; `readings` are a cache; `pending` holds what was begun and must be finished
after a stop; the rest is a projection that `clarion rebuild` makes again. `body` is the noun as JSON.
"""

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

# raised whenever a column or a body of a table below the log changes; a case with other tables asks for a rebuild
VERSION = "5"

metadata = MetaData()

about_case = Table("about_case", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

entries = Table(
    "entries",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("chain", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("signer", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),  # the canonical JSON that is hashed
    Column("signature", Text, nullable=False),
    Index("entries_in_chain", "chain", "number", unique=True),
    Index("entries_in_order", "time", "signer", "chain", "number"),
    Index("entries_of_kind", "kind"),
)

parts = Table(
    "parts",
    metadata,
    Column("entry", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("salt", Text, nullable=False),
    Column("value", Text, nullable=False),
)

pending = Table("pending", metadata, Column("what", Text, primary_key=True), Column("about", Text, primary_key=True))

readings = Table(
    "readings",
    metadata,
    Column("document", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("engine", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("row", Integer, primary_key=True),  # ties the document to its words; not part of the dump
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("published", Text),
    Column("language", Text),
    Column("body", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("starts", Text),
    Column("ends", Text),
    Column("country", Text),
    Column("body", Text, nullable=False),
    Index("claims_of_document", "document", "at"),
    Index("claims_of_act", "act", "starts"),
)

voices = Table("voices", metadata, Column("id", Text, primary_key=True), Column("body", Text, nullable=False))

incidents = Table(
    "incidents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("starts", Text),
    Column("body", Text, nullable=False),
    Index("incidents_of_act", "act", "starts"),
)

findings = Table(
    "findings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("incident", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

asks = Table("asks", metadata, Column("id", Text, primary_key=True), Column("body", Text, nullable=False))

actions = Table("actions", metadata, Column("id", Text, primary_key=True), Column("body", Text, nullable=False))

judgements = Table(
    "judgements",
    metadata,
    Column("row", Integer, primary_key=True),  # the order of the log
    Column("id", Text, nullable=False, unique=True),
    Column("about", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("batch", Text, index=True),
    Column("body", Text, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("row", Integer, primary_key=True),  # the order of the log
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("row", Integer, primary_key=True),  # the order of the log
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# how each document may be used and seen
handling = Table(
    "handling",
    metadata,
    Column("id", Text, primary_key=True),  # of the document
    Column("handling", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("handling_is", "handling"),
)

# claims that people added; they stand among `claims` as well
added = Table(
    "added",
    metadata,
    Column("id", Text, primary_key=True),  # of the claim
    Column("document", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

tags = Table(
    "tags",
    metadata,
    Column("id", Text, primary_key=True),
    Column("about", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Index("tags_on", "about", "name", unique=True),
)

assignments = Table(
    "assignments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("about", Text, nullable=False),
    Column("person", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Index("assignments_of", "about", "person", unique=True),
)

translations = Table(
    "translations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

searches = Table(
    "searches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("searches_of", "person", "name", unique=True),
)

# never made again: they are the truth
# one row for each approach to an addressee
interventions = Table(
    "interventions",
    metadata,
    Column("row", Integer, primary_key=True),  # the order of the log
    Column("id", Text, nullable=False, unique=True),
    Column("addressee", Text, nullable=False, index=True),
    Column("follows", Text, index=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# what each intervention is about: asks, actions, incidents
approached = Table(
    "approached",
    metadata,
    Column("id", Text, primary_key=True),  # of both
    Column("intervention", Text, nullable=False, index=True),
    Column("about", Text, nullable=False, index=True),
)

# what happened to interventions
steps = Table(
    "steps",
    metadata,
    Column("row", Integer, primary_key=True),  # the order of the log
    Column("id", Text, nullable=False, unique=True),
    Column("intervention", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("body", Text, nullable=False),
)

LOG = (about_case, entries, parts, pending)

# in the order of the record; what a canonical dump holds. `handling` is checked beside it: it tells the moments at
# which documents came, and the dumps of two cases of the same documents are equal
PROJECTION = (
    documents,
    claims,
    voices,
    incidents,
    findings,
    asks,
    actions,
    judgements,
    notes,
    publications,
    added,
    tags,
    assignments,
    translations,
    searches,
    interventions,
    approached,
    steps,
)
