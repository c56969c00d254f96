"""What an e-mail says: its head, the names of what is attached, and each part with its coding undone."""

import re
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from typing import cast

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n")
_TELLS = re.compile(rb"^(?:MIME-Version|From|Message-ID|Received):", re.I | re.M)
_HEAD = 8192


def is_letter(made: bytes) -> bool:
    """Whether bytes begin with the head of an e-mail."""
    return _HEADER.match(made) is not None and _TELLS.search(made[:_HEAD]) is not None


def of_letter(made: bytes) -> Iterator[str | bytes]:
    """The head as text, also of its parts; each part as the bytes that it carries."""
    whole = BytesParser(policy=policy.default).parsebytes(made)
    for part in whole.walk():
        for name, value in part.items():
            yield f"{name}: {value}"
        if file_name := part.get_filename():
            yield file_name
        if part.is_multipart():
            # what stands before and behind the parts is shown by no reader, and sent all the same
            yield from (text for text in (part.preamble, part.epilogue) if text)
        else:
            yield cast(bytes, part.get_payload(decode=True) or b"")
