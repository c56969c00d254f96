"""The desk: what a person asks of a case and says to it."""

from clarion.flow.desk.reading import Reading
from clarion.flow.desk.writing import Writing


class Desk(Reading, Writing):
    """A case as one person sees it and works on it."""
