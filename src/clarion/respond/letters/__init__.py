"""Letters: what is asked, put to an office in words that claim no more than the record holds.

    draft(LetterOrder(record=…, about=(ask.id,), addressee=…, …)) -> Letter

Pure: no clock, no case. The record must be the one that the letter's view may see.
"""

from clarion.respond.letters.drafting import draft
from clarion.respond.letters.filling import fitting, template_of
from clarion.respond.letters.order import LANGUAGES, TEMPLATES, LetterOrder

__all__ = ["LANGUAGES", "TEMPLATES", "LetterOrder", "draft", "fitting", "template_of"]
