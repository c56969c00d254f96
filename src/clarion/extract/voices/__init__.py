"""Voices: who says what in a text, by which word, and how the words reached the reader."""

from clarion.extract.voices.chains import Chains, Link, chains_of
from clarion.extract.voices.find import find_voices

__all__ = ["Chains", "Link", "chains_of", "find_voices"]
