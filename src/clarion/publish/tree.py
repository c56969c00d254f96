"""A tree of hashes: one root stands for many leaves, and a short path leads from any of them to it.

Source: RFC 6962, section 2.1 (Merkle trees), with SHA-256. Leaves are hashed by those who know what a leaf is; they
begin with another byte than nodes do, so that a node can never be passed off as a leaf.
"""

import hashlib
from collections.abc import Iterator, Sequence

Step = tuple[str, str]  # the side on which the other hash stands, and that hash
LEAF, _NODE = b"\x00", b"\x01"


def root(leaves: Sequence[str]) -> str:
    """The hash that stands for all leaves, in their order; all hashes are 64 hex digits."""
    if not leaves:
        return hashlib.sha256().hexdigest()
    if len(leaves) == 1:
        return leaves[0]
    at = _half(len(leaves))
    return joined(root(leaves[:at]), root(leaves[at:]))


def path(leaves: Sequence[str], at: int) -> Iterator[Step]:
    """The hashes beside the way from a leaf to the root, the nearest first."""
    if len(leaves) < 2:
        return
    half = _half(len(leaves))
    if at < half:
        yield from path(leaves[:half], at)
        yield "right", root(leaves[half:])
    else:
        yield from path(leaves[half:], at - half)
        yield "left", root(leaves[:half])


def joined(left: str, right: str) -> str:
    """The hash of two hashes side by side."""
    return hashlib.sha256(_NODE + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def _half(size: int) -> int:
    """The largest power of two below a size of at least two."""
    return 1 << ((size - 1).bit_length() - 1)
