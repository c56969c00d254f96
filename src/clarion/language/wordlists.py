"""Word lists written as running text, so that they can be read and compared line by line."""


def words(text: str) -> frozenset[str]:
    """The words of a list parted by white space."""
    return frozenset(text.split())


def openers(listed: str) -> tuple[str, ...]:
    """The phrases of a list parted by semicolons, each with the blank behind it, for `str.startswith`."""
    return tuple(f"{phrase} " for phrase in listed.split(";"))
