"""The nouns of submissions: a form, its fields filled in or left blank with the reason, the rules that were checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from clarion.model.interventions import Letter

if TYPE_CHECKING:
    from clarion.model.record import Record


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form. `fill` names what of the record fills it in; `names` says that it holds who a person is."""

    id: str
    section: str
    label: str
    why: str
    fill: str
    required: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form as its file describes it. `mandates` are ids of addressees by act or state, where there are several."""

    id: str
    name: str
    addressee: str
    sources: tuple[str, ...]
    checked_on: str
    sure: str
    gates: tuple[str, ...]
    fields: tuple[FormField, ...]
    mandates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """A person whose name was let out with consent; `on` is the day on which the log says so (ISO 8601)."""

    name: str
    on: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether the procedure is open for the state: `access` is open, closed or unknown; the rest in words."""

    access: str
    reasons: tuple[str, ...] = ()
    gate: str = ""
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmissionOrder:
    """The order for one submission.

    `opening` is None where the procedure does not take up the incident's act. `named` are the names that may go in and
    `withheld` how many more stand beside the claims. `mandates` are names of mandates by the ids of addressees.
    """

    record: "Record"
    incident: str
    form: str
    state: str  # state:XX
    day: str  # ISO 8601
    opening: Opening | None
    named: tuple[Named, ...] = ()
    withheld: int = 0
    submitter: tuple[str, ...] = ()
    remedies: str | None = None
    to: tuple[str, ...] = ()
    mandates: Mapping[str, str] = field(default_factory=dict)


class GateState(StrEnum):
    """Whether a rule of the procedure is kept."""

    MET = "met"
    NOT_MET = "not_met"
    FOR_A_PERSON = "for_a_person"


@dataclass(frozen=True, slots=True)
class GateCheck:
    """A rule of the procedure, whether it is kept, and why."""

    id: str
    state: GateState
    words: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what fills it in (in the small Markdown of letters), or with the reason why it is blank."""

    field: FormField
    value: str = ""
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A form filled in as far as the record goes. `letter` is the same as a text that a person can edit."""

    form: Form
    state: str
    fields: tuple[Filled, ...]
    gates: tuple[GateCheck, ...]
    letter: Letter
