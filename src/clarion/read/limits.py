"""How much one document may cost its reader."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What the worker may use for one document.

    Attributes:
        memory: address space in bytes, the worker's own code included. The system keeps to it on Linux;
            macOS does not enforce it, and there the other limits stand alone.
        cpu_seconds: time on the processor.
        wall_seconds: time by the clock, waiting included.
        answer: size in bytes of the text and attachments that may come back.
    """

    memory: int = 2048 * MEBIBYTE
    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    answer: int = 512 * MEBIBYTE


DEFAULT_LIMITS = ReadLimits()
