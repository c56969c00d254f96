"""What commands take and what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clarion.model.ids import DocumentId
from clarion.model.nouns import Judgement
from clarion.model.vocabulary import View


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that was made, and those of others on the same question that stand beside it."""

    judgement: Judgement
    beside: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that a bulk command left out, and why, in one line."""

    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Judgements made in one go, under one id by which all can be undone in one go."""

    id: str
    done: tuple[Judgement, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it comes from a form: its name, with `/` for folders, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of documents on taking them in.

    `handling` is "", "sealed", "partner" or "public"; `named` are those who may see a sealed one, beside the person
    who brings it; `provider` is who gave it, `consent` to what.
    """

    handling: str = ""
    named: tuple[str, ...] = ()
    provider: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came in: documents that are new to the case, those that were in it already, and what could not be taken."""

    new: tuple[DocumentId, ...] = ()
    known: tuple[DocumentId, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The names of the columns of a spreadsheet's sheets, and its first rows, so that columns can be mapped."""

    sheets: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by sheet
    rows: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # the first ten, by sheet


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a publication in a view would leave out. `can_be_made` is whether it can be written at all today."""

    view: View
    can_be_made: bool
    documents: tuple[DocumentId, ...] = ()
    claims: int = 0
    incidents: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How the work in the background stands. `state` is "idle", "waiting" (for a pause in judging) or "working".

    `total` is None when it is not known; `problems` are those of the last round, one line each.
    """

    state: str
    step: str = ""
    done: int = 0
    total: int | None = None
    since: str = ""  # UTC; when this state began
    problems: tuple[str, ...] = ()
