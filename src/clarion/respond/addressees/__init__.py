"""Addressees: offices and posts that letters are put to, kept apart from any case so that several cases share them.

A file of addressees is JSON in the words of Popolo: organisations, posts, persons, memberships and areas.
"""

from clarion.respond.addressees.finding import Nearest, find, holder_on, nearest_mission
from clarion.respond.addressees.popolo import from_popolo, load, save, to_popolo
from clarion.respond.addressees.rows import BadRow, Imported, merged, read_rows
from clarion.respond.addressees.shipped import shipped

__all__ = [
    "BadRow",
    "Imported",
    "Nearest",
    "find",
    "from_popolo",
    "holder_on",
    "load",
    "merged",
    "nearest_mission",
    "read_rows",
    "save",
    "shipped",
    "to_popolo",
]
