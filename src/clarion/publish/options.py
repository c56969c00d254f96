"""What a publication is asked to be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from clarion.model import DetailKind, IncidentId, Judgement, View
from clarion.model.errors import BadRequest


class Format(StrEnum):
    """The forms a record leaves in."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    ICS = "ics"
    GEOJSON = "geojson"
    JSONLD = "jsonld"
    HXL = "hxl"
    HXL_DICTIONARY = "hxl-dictionary"
    FTM = "ftm"
    SITE = "site"


_LONG = {".hxl.csv": Format.HXL, ".hxl-dictionary.csv": Format.HXL_DICTIONARY, ".ftm.json": Format.FTM}
_ENDINGS = {".zip": Format.SITE, ".htm": Format.HTML, ".ndjson": Format.JSONL, ".markdown": Format.MD}


@dataclass(frozen=True, slots=True)
class OpenChannel:
    """A procedure by which an incident can be carried further against a state: `access` is open, closed or unknown."""

    incident: IncidentId
    state: str  # state:XX
    name: str
    access: str
    reasons: tuple[str, ...]
    asks: tuple[str, ...]
    gate: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of a calendar as an edition showed it: its number, a keyed digest of what it said, and its day if any."""

    uid: str
    sequence: int
    digest: str
    day: str
    is_todo: bool
    is_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What was done to make the record, as far as only the case knows it.

    `read` gives each document of the record the versions of engine and reference data that read it; `taken_in` the
    first and last day, in UTC, where the view may know it; `people` is how many judged; `withheld` how many details of
    each kind the view withholds; `means` what the lexicon says that an act is.
    """

    read: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    taken_in: tuple[str, str] | None = None
    people: int = 0
    withheld: tuple[tuple[DetailKind, int], ...] = ()
    means: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishOptions:
    """How to publish. `view` has no default: who a publication is for must be said.

    `made_at` is UTC, ISO 8601 with seconds and Z; nothing here reads the clock. `heads` are the signed heads of the
    case's chains as the store prints them. `questions` are open questions in words, kept beside those that the record
    itself raises. `with_text` puts the documents' texts into json and jsonl; html and pdf always hold them.
    """

    format: Format
    view: View
    title: str = "Dossier"
    case_name: str | None = None
    made_at: str | None = None
    heads: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    questions: tuple[str, ...] = ()
    with_text: bool = False
    channels: tuple[OpenChannel, ...] = ()  # worked out for the day of making
    engine: str | None = None  # name and version of what made the record, for the colophon
    language: str = "en"  # of the frame of a dossier; words of documents stay in their own
    work: Work = field(default_factory=Work)
    incidents: tuple[IncidentId, ...] = ()  # those that the record is cut to, by their ids in it; empty: all
    codes: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)  # of acts in other vocabularies
    shown: tuple[Shown, ...] = ()  # what the calendar showed in its last edition
    shown_key: bytes = b""  # for digests of what it shows
    sign: Callable[[bytes], str] | None = None  # a public key and its signature of a dossier’s statement (see `seal`)


def format_of(path: str | PurePath) -> Format:
    """The format that a file's ending asks for.

    Raises:
        BadRequest: the ending is of no format.
    """
    ending = PurePath(path).suffix.lower()
    for long, form in _LONG.items():
        if PurePath(path).name.lower().endswith(long):
            return form
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if ending[1:] in list(Format):
        return Format(ending[1:])
    known = ", ".join(f".{name}" for name in Format if name is not Format.SITE)
    raise BadRequest(f"{PurePath(path).name}: the ending names no format; use one of {known}")


def refuse_unsafe(view: View) -> None:
    """Let only the sealed view pass.

    Raises:
        BadRequest: a view that leaves the circle of those who hold the case, which takes what the safety check made.
    """
    if view is not View.SEALED:
        raise BadRequest(
            f"the {view} view waits for the safety check that withholds names and details of people at risk; "
            "publish with the sealed view and keep the result as safe as the case"
        )
