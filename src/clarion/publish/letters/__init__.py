"""Letters as files: Word, PDF, plain text and e-mail, with their notes. Equal letters are equal bytes."""

from clarion.publish.letters.forms import LetterForm, form_of, render
from clarion.publish.letters.mail import Envelope, to_mail
from clarion.publish.letters.plain import body_text

__all__ = ["Envelope", "LetterForm", "body_text", "form_of", "render", "to_mail"]
