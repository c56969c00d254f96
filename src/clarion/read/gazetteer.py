"""Whether words that look like a person's name are the name of a place."""


def is_known_place(name: str) -> bool:
    """True when the gazetteer knows the words as a place; it is loaded by the first question."""
    from clarion.reference.places import find  # noqa: PLC0415

    return bool(find(name))
