"""The safety check's second half: what was found to endanger people is withheld from a record, and kept out of files.

    for_view(record, details, guard)   -> Safe         the record as a view may see it
    caught(texts_of(made), safe.net)   -> Caught | None   what slipped into a file after all
    caught(texts_of_files(files), safe.net)            the same for a folder of files
    traces_of(made)                    -> bool            whether pictures hold more than points

Pure: no clock, no case, no key of its own.
"""

from clarion.publish.safety.details import is_author, metadata_details, words_of
from clarion.publish.safety.guarding import Guard, Safe, Withheld, detail_id
from clarion.publish.safety.leaving import LEAVES
from clarion.publish.safety.net import Caught, caught
from clarion.publish.safety.reading_back import Code, Joined, texts_of, texts_of_files, traces_of
from clarion.publish.safety.rules import explained
from clarion.publish.safety.scrubbing import keyed
from clarion.publish.safety.view import for_view

__all__ = [
    "LEAVES",
    "Caught",
    "Code",
    "Guard",
    "Joined",
    "Safe",
    "Withheld",
    "caught",
    "detail_id",
    "explained",
    "for_view",
    "is_author",
    "keyed",
    "metadata_details",
    "texts_of",
    "texts_of_files",
    "traces_of",
    "words_of",
]
