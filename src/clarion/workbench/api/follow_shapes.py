"""What the operations of follow-up take."""

import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from clarion.workbench.api.shapes import Choice, Id, Listing

Things = Annotated[tuple[Id, ...], Field(min_length=1, max_length=50)]
Lines = Annotated[tuple[Choice, ...], Field(max_length=20)]
Text = Annotated[str, Field(max_length=100_000, pattern=r"^[^\x00]*$")]
Said = Annotated[str, Field(max_length=20_000, pattern=r"^[^\x00]*$")]


class Interventions(Listing):
    """Choices of interventions: about a thing, at a stage, open or not, overdue."""

    about: Choice | None = None
    stage: Choice | None = None
    open: bool | None = None
    overdue: bool = False


class AboutMany(Schema):
    """Things, by their ids."""

    about: list[Id] = Field(default_factory=list, max_length=50)


class Imported(Schema):
    """How many addressees were taken in, and each row that could not be."""

    taken: int
    bad: tuple[str, ...]


class LetterWish(Schema):
    """A letter about asks, actions or incidents. Without a template the one that fits the addressee is taken."""

    about: Things
    addressee: Id | None = None
    template: Literal["", "authority", "embassy", "parliament", "company", "appeal"] = ""
    language: Literal["en", "ko", "zh"] = "en"
    sender: Lines = ()
    reply: Choice = ""
    until: datetime.date | None = None
    number: Choice = ""


class NewLetter(LetterWish):
    """A letter that is kept. `after` is the intervention that is put to a next body by it."""

    addressee: Id
    subject: Choice = ""
    text: Text = ""
    after: Id | None = None


class SubmissionWish(Schema):
    """A form of a body of the United Nations about an incident."""

    incident: Id
    form: Choice
    state: Choice | None = None
    submitter: Lines = ()
    remedies: Said = ""


class NewSubmission(SubmissionWish):
    """A submission that is kept."""

    subject: Choice = ""
    text: Text = ""


class NewMeeting(Schema):
    """A meeting or a call. `after` is the intervention that is put to a next body by it."""

    kind: Literal["meeting", "call"]
    about: Things
    addressee: Id
    after: Id | None = None


class NewText(Schema):
    """A newer text of a letter."""

    subject: Choice
    text: Text


class NewStep(Schema):
    """What happened, on a day (today, if left out). `value` is of an outcome, `until` the day an answer is due by."""

    kind: Literal[
        "sent",
        "delivered",
        "bounced",
        "acknowledged",
        "answered",
        "extended",
        "reminded",
        "deadline",
        "outcome",
        "cancelled",
    ]
    day: datetime.date | None = None
    words: Said = ""
    value: Choice | None = None
    until: datetime.date | None = None
    document: Id | None = None


class Approval(Schema):
    """By what view the letter is held when it leaves; for partners with the reason why this addressee is one."""

    view: Literal["public", "partner"] | None = None
    words: Said = ""


class LetterFile(Schema):
    """The form of a letter's file."""

    form: Literal["docx", "pdf", "txt", "eml"]


class Sending(Schema):
    """Why a letter is sent once more of which it is not known whether it went."""

    again: Said = ""


class Belongs(Schema):
    """The intervention that a mail belongs to."""

    intervention: Id
