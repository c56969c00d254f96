"""Canonical JSON: one value, one text, so that a hash of it means the same everywhere and for ever.

UTF-8, no white space, keys sorted by code point, only the escapes that JSON demands, integers in decimal.
Numbers with a fraction are refused: two programs may write one of them in two ways.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

Value = None | bool | int | str | Sequence["Value"] | Mapping[str, "Value"]

# integers beyond this are not read back unchanged by every JSON reader (RFC 7493, section 2.2)
_LARGEST_INTEGER = 2**53 - 1


def canonical(value: Value) -> bytes:
    """The canonical JSON of a value.

    Raises:
        ValueError: the value holds a float, an integer beyond 2**53 - 1, a lone surrogate or a key that is no string.
    """
    _check(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(value: Value) -> str:
    """Hex SHA-256 of the canonical JSON of a value."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _check(value: Value) -> None:
    if isinstance(value, bool | str) or value is None:
        return
    if isinstance(value, int):
        if abs(value) > _LARGEST_INTEGER:
            raise ValueError(f"{value} is too large for canonical JSON; write it as a text")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError(f"{key!r} is no key of canonical JSON; keys are strings")
            _check(item)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for item in value:
            _check(item)
    else:
        raise ValueError(f"{type(value).__name__} has no canonical JSON; write it as a text")
