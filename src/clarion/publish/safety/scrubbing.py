"""Every text of a noun put through one function, whatever the noun."""

import dataclasses
import hashlib
import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeVar

Noun = TypeVar("Noun")

# fields whose values are of closed vocabularies or reference data, never words of a document
PLAIN = frozenset(
    """act object_act ref country method start end language state norm norms timezone key test bound_since bound_until
    bound_source published_basis media_type text_sha256""".split()
)
_ID = re.compile(r"sha256:[0-9a-f]{64}|\b[a-z]{2,5}_[0-9a-f]{20}\b")


def scrubbed(noun: Noun, mend: Callable[[str], str]) -> Noun:
    """A noun with `mend` applied to each text in it, also in what it holds and in the keys of its tables."""
    made: Noun = _walked(noun, mend)
    return made


def keyed(words: str, secret: bytes) -> str:
    """Words with each id in them replaced by one that only a holder of the secret can make.

    Ids are hashes of what they name: of original bytes, or of a name. Whoever guesses those could check the guess.
    """
    return _ID.sub(lambda found: _new(found[0], secret), words)


def strings_of(value: Any) -> Iterator[str]:
    """Every text of a noun and of what it holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings_of(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from strings_of((key, one))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from strings_of(getattr(value, field.name))


def _new(name: str, secret: bytes) -> str:
    prefix = "copy:" if name.startswith("sha256:") else f"{name.partition('_')[0]}_"
    digits = hashlib.blake2b(name.encode(), key=secret, digest_size=32).hexdigest()
    return prefix + (digits if prefix == "copy:" else digits[:20])


def _walked(value: Any, mend: Callable[[str], str]) -> Any:
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return mend(value)
    if isinstance(value, tuple):
        return tuple(_walked(one, mend) for one in value)
    if isinstance(value, dict):
        return {_walked(key, mend): _walked(one, mend) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in dataclasses.fields(value) if one.name not in PLAIN]
        return dataclasses.replace(value, **{name: _walked(getattr(value, name), mend) for name in names})
    return value
