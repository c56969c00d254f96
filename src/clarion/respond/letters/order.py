"""What a letter is to be: about what, to whom, in which form and language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clarion.model.interventions import Addressee

if TYPE_CHECKING:
    from clarion.model.record import Record

TEMPLATES = ("appeal", "embassy", "authority", "parliament", "company")
LANGUAGES = ("en", "ko", "zh")


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """The order for one letter.

    `record` is what the letter's view may see. `about` are ids of asks, incidents and actions of it; asks lead to the
    incidents of the documents that they stand in, unless incidents are named. `sender` are the lines under the letter,
    `reply` is where an answer reaches the sender, `until` the day by which people should write, `number` that of an
    appeal. `wording` is the text of a template in place of the one that comes with Clarion.
    """

    record: "Record"
    about: tuple[str, ...]
    addressee: Addressee | None
    template: str
    language: str
    day: str  # ISO 8601
    sender: tuple[str, ...] = ()
    reply: str | None = None
    until: str | None = None
    number: str | None = None
    wording: str | None = None
