"""Entries of the log in words that can be translated."""

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clarion.flow.desk.rows import LogRow
from clarion.workbench import words

# kind of an entry -> what was done
# what is told of these is where a file was written
_LEAVING = ("publication", "redaction", "disclosure")
KINDS: dict[str, Any] = {
    "document": gettext_lazy("took a document in"),
    "read": gettext_lazy("read documents"),
    "extract": gettext_lazy("searched documents for claims"),
    "reconcile": gettext_lazy("joined claims into incidents"),
    "assess": gettext_lazy("held incidents against norms"),
    "respond": gettext_lazy("worked out asks and actions"),
    "judgement": gettext_lazy("judged"),
    "note": gettext_lazy("wrote a note"),
    "question": gettext_lazy("asked a question"),
    "closing": gettext_lazy("closed a question"),
    "tag": gettext_lazy("put a tag on"),
    "untag": gettext_lazy("took a tag off"),
    "assignment": gettext_lazy("gave something to somebody to look after"),
    "unassignment": gettext_lazy("took something off somebody’s list"),
    "translation": gettext_lazy("translated a passage"),
    "search": gettext_lazy("kept a search"),
    "handling": gettext_lazy("set how a document may be used"),
    "claim": gettext_lazy("added a claim"),
    "intervention": gettext_lazy("began to approach an addressee"),
    "step": gettext_lazy("noted what became of an approach"),
    "publication": gettext_lazy("published"),
    "redaction": gettext_lazy("made a redacted copy"),
    "disclosure": gettext_lazy("disclosed passages of a redacted copy"),
    "erasure": gettext_lazy("erased a document"),
    "backup": gettext_lazy("made a backup"),
    "key": gettext_lazy("began to sign with a key"),
}


def done(row: LogRow) -> str:
    """What was done, in the reader’s language."""
    said = str(KINDS.get(row.kind, row.kind.replace("_", " ")))
    if row.kind == "judgement" and row.verdict:
        return _("{done}: {what}").format(done=said, what=words.word(words.JUDGED, row.verdict))
    return said


def detail(row: LogRow) -> str:
    """Its words, when it has some beside the reason."""
    if row.kind == "judgement":
        return ""
    told = row.words.partition(": ")[2]
    # where a publication was written says something of the machine, its name says enough
    return re.split(r"[/\\\\]", told)[-1] if row.kind in _LEAVING else told
