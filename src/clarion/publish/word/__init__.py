"""The dossier as a Word document, made from the page that the browser shows, so that nothing is told twice."""

from clarion.publish.word.dossier import to_word
from clarion.publish.word.sealing import check_word

__all__ = ["check_word", "to_word"]
