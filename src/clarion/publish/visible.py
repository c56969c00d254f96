"""Characters that change how a text looks without being seen are written out, so that no document can mislead by them.

A right-to-left override makes "gnp.exe" read "exe.png"; a zero-width space splits a name from search.
"""

import re
import unicodedata

# bidirectional controls (Unicode Standard Annex 9), zero-width and invisible characters, interlinear marks, tags,
# C0 and C1 controls except tab and line feed; the joiners U+200C and U+200D stay: Persian and emoji need them
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with each hidden character written as `⟨U+202E⟩`; anything else stays as it is."""
    return HIDDEN.sub(code_of, text)


def code_of(hidden: re.Match[str]) -> str:
    """The written form of one hidden character."""
    return f"⟨U+{ord(hidden[0]):04X}⟩"


def one_line(text: str) -> str:
    """The text on one line: every run of white space is one space."""
    return " ".join(text.split())


def slug(text: str) -> str:
    """A name that can stand in an address of the page: ASCII letters, digits, `-` and `_`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")
