"""Signs that nobody sees: overrides of the direction of writing, joiners, controls. Pages show them by name."""

import re
import unicodedata

# shown as they are: they are needed to write Persian, Khmer or an emoji, and hide nothing on their own
_HARMLESS = "\n\t\u200c\u200d"
_NAMES = {
    "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "BOM", "\u00ad": "SHY", "\f": "PAGE",
}  # fmt: skip
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def name_of(sign: str) -> str:
    """A short name of a hidden sign."""
    return _NAMES.get(sign) or f"U+{ord(sign):04X}"


def long_name_of(sign: str) -> str:
    """What a hidden sign is called in Unicode."""
    return unicodedata.name(sign, f"U+{ord(sign):04X}").capitalize()


def visible(text: str) -> str:
    """A text with its hidden signs written by name between angle brackets."""
    if text.isascii() and text.isprintable():
        return text
    return HIDDEN.sub(lambda found: f"⟨{name_of(found[0])}⟩", text)
