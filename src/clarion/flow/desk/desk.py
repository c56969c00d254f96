"""The desk: what a person asks of a case and says to it."""

from clarion.flow.desk.following_up import FollowingUp
from clarion.flow.desk.reading import Reading
from clarion.flow.desk.writing import Writing


class Desk(Reading, Writing, FollowingUp):
    """A case as one person sees it and works on it."""
