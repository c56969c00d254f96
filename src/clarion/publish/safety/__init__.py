"""The safety check's second half: what was found to endanger people is withheld from a record, and kept out of files.

    for_view(record, details, guard)   -> Safe         the record as a view may see it
    caught(texts_of(made), safe.net)   -> Caught | None   what slipped into a file after all

Pure: no clock, no case, no key of its own.
"""

from clarion.publish.safety.details import is_author, metadata_details, words_of
from clarion.publish.safety.guarding import Guard, Safe, Withheld, detail_id
from clarion.publish.safety.leaving import LEAVES
from clarion.publish.safety.net import Caught, Joined, caught, texts_of
from clarion.publish.safety.view import for_view

__all__ = [
    "LEAVES",
    "Caught",
    "Guard",
    "Joined",
    "Safe",
    "Withheld",
    "caught",
    "detail_id",
    "for_view",
    "is_author",
    "metadata_details",
    "texts_of",
    "words_of",
]
