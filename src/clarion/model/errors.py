"""Errors that callers can meet.

    ClarionError
    ├── BadPassage        offsets that do not fit the text
    ├── BadRecord         a text that is not a record
    ├── BadRequest        something asked for that cannot be done, with what to do instead
    │   └── NotAllowed    something that other people of the case may do
    ├── BrokenSeal        bytes, a chain or a signature no longer match what was sealed
    ├── CaseInUse         another process is writing to the case
    ├── NotACase          the folder is not a case, or one of a newer Clarion
    └── UnreadableFile    a file that cannot be taken in, with the reason and what to do

A message says what is wrong, with which thing, and what to do.
"""


class ClarionError(Exception):
    """Base of all errors of Clarion."""


class BadPassage(ClarionError):
    """Offsets that do not fit the text."""


class BadRecord(ClarionError):
    """A text that is not a record."""


class BadRequest(ClarionError):
    """Something asked for that cannot be done."""


class NotAllowed(BadRequest):
    """Something that is for other people of the case to do."""


class BrokenSeal(ClarionError):
    """Bytes, a chain or a signature no longer match what was sealed."""


class CaseInUse(ClarionError):
    """Another process is writing to the case."""


class NotACase(ClarionError):
    """The folder is not a case, or one of a newer Clarion."""


class UnreadableFile(ClarionError):
    """A file that cannot be taken in."""
