"""How large what a vague word counts is, by the lower bound that the word supports."""

from enum import StrEnum

from clarion.model.nouns import Number


class Magnitude(StrEnum):
    """The plural that a person would use."""

    SEVERAL = "several"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"
    HUNDREDS_OF_THOUSANDS = "hundreds_of_thousands"
    MILLIONS = "millions"
    BILLIONS = "billions"


# the plural says more than one, so a word stands for twice its size at least
_FROM = (
    (2_000_000_000, Magnitude.BILLIONS),
    (2_000_000, Magnitude.MILLIONS),
    (200_000, Magnitude.HUNDREDS_OF_THOUSANDS),
    (20_000, Magnitude.TENS_OF_THOUSANDS),
    (2_000, Magnitude.THOUSANDS),
    (200, Magnitude.HUNDREDS),
    (24, Magnitude.DOZENS),
)


def magnitude_of(low: Number) -> Magnitude:
    """The largest plural that says no more than the bound."""
    return next((word for bound, word in _FROM if low >= bound), Magnitude.SEVERAL)
