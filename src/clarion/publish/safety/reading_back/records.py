"""The strings of JSON and of JSON lines, keys too."""

import json
from collections.abc import Iterator
from typing import Any


def of_json(text: str) -> Iterator[str]:
    """Every string of a text that is JSON, or whose lines are; nothing where none is."""
    if text[:1] not in ("{", "["):
        return
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        for line in text.splitlines():
            try:
                yield from _strings(json.loads(line))
            except ValueError:
                continue


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
