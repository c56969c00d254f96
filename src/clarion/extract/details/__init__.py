"""Details: what in a text may identify a person at risk, and why it was taken for that.

Finds; withholds nothing. When in doubt, words are taken for a detail.
"""

from clarion.extract.details.again import find_again
from clarion.extract.details.find import find_details
from clarion.extract.details.reasons import why

__all__ = ["find_again", "find_details", "why"]
