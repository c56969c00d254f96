"""The forms of a letter, and the one door to all of them."""

from enum import StrEnum
from pathlib import Path

from clarion.model.errors import BadRequest
from clarion.model.interventions import Letter
from clarion.publish.letters.mail import Envelope, to_mail
from clarion.publish.letters.paper import to_paper
from clarion.publish.letters.plain import to_text
from clarion.publish.letters.word import to_word


class LetterForm(StrEnum):
    """What file a letter is made into."""

    DOCX = "docx"
    PDF = "pdf"
    TXT = "txt"
    EML = "eml"


def form_of(path: Path) -> LetterForm:
    """The form that the ending of a path names.

    Raises:
        BadRequest: it names none.
    """
    try:
        return LetterForm(path.suffix.lower().removeprefix("."))
    except ValueError as problem:
        raise BadRequest(f"{path.name} has no ending of a letter; use one of {', '.join(LetterForm)}") from problem


def render(letter: Letter, form: LetterForm) -> bytes:
    """The bytes of a letter in a form; the same letter gives the same bytes.

    Raises:
        BadRequest: a PDF is asked for and what draws it is not installed.
    """
    if form is LetterForm.TXT:
        return to_text(letter).encode()
    if form is LetterForm.EML:
        return to_mail(letter, Envelope())
    if form is LetterForm.DOCX:
        return to_word(letter)
    return to_paper(letter)
