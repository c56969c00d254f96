"""An invented record and order for tests of letters."""

import datetime
from dataclasses import replace

from clarion.model import (
    Affected,
    Answer,
    AnswerKind,
    Ask,
    Bound,
    CitedVoice,
    Claim,
    Count,
    CountKind,
    Document,
    Finding,
    FindingVerdict,
    Incident,
    Place,
    PlaceRole,
    Precision,
    StanceKind,
    Status,
    Unit,
    VoiceRole,
    When,
)
from clarion.model.interventions import Addressee, AddresseeKind, Contact, ContactKind, Holder
from clarion.model.record import Record
from clarion.respond.letters import LetterOrder

TEXT = (
    "Reports from the border.\n\nOn 3 May 2031 between 90 and 100 people were sent back. "
    "The ministry of Laos said that nobody was sent back. The Government of Laos should let them stay."
)
OTHER = "A second newsroom says that about 600 people were sent back on 3 May 2031."


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def made_claim(name: str, document: str, words: str, **given: object) -> Claim:
    text = TEXT if document == "doc_a" else OTHER
    fields: dict[str, object] = {
        "id": name,
        "document": document,
        "span": span(text, words),
        "quote": words,
        "cue": None,
        "act": "forced_return",
        "stance": StanceKind.ASSERTED,
        "voices": (CitedVoice("Meridian Wire", VoiceRole.PUBLISHER),),
    }
    return Claim(**(fields | given))  # type: ignore[arg-type]


def counted(low: int | None, high: int | None, best: int | None, kind: CountKind) -> Affected:
    return Affected("people", "nationality:KP", None, Count(low, high, best, Unit.PEOPLE, kind))


CLAIMS = (
    made_claim(
        "clm_a", "doc_a", "between 90 and 100 people were sent back", affected=counted(90, 100, None, CountKind.RANGE)
    ),
    made_claim("clm_b", "doc_b", "about 600 people were sent back", affected=counted(None, None, 600, CountKind.ABOUT)),
    made_claim(
        "clm_no",
        "doc_a",
        "nobody was sent back",
        stance=StanceKind.DENIED,
        voices=(CitedVoice("Meridian Wire", VoiceRole.PUBLISHER), CitedVoice("The ministry of Laos", VoiceRole.QUOTED)),
    ),
    made_claim(
        "clm_ask", "doc_a", "The Government of Laos should let them stay", act="arrival", stance=StanceKind.CALLED_FOR
    ),
)
INCIDENT = Incident(
    id="inc_1",
    act="forced_return",
    title="Forced return of people from Laos, 3 May 2031",
    when=When("2031-05-03", "2031-05-04", Precision.DAY),
    where=(Place("Boten", PlaceRole.FROM, None, "LA"), Place("China", PlaceRole.TO, "state:CN", "CN")),
    affected=counted(90, 600, None, CountKind.RANGE),
    status=Status.DISPUTED,
    claims=("clm_a", "clm_b"),
    denials=("clm_no",),
    origins=2,
    origin_of={"doc_a": "a", "doc_b": "b"},
    answers=(
        Answer(AnswerKind.OCCURRENCE, "doc_a", span(TEXT, "nobody was sent back"), "clm_no", "The ministry of Laos"),
    ),
)
ASK = Ask(
    "ask_1",
    "The Government of Laos",
    "arrival",
    "The Government of Laos should let them stay",
    None,
    ("clm_ask",),
    ("Meridian Wire",),
)
BOUND = Finding(
    "fnd_1", "inc_1", "cat-1984/3", "state:LA", Bound.YES, "2012-10-26", None, "the depositary; known to 2026-11-21",
    verdict=FindingVerdict.WOULD_ENGAGE,
)  # fmt: skip
UNBOUND = Finding("fnd_2", "inc_1", "ref-1951/33", "state:LA", Bound.NO, verdict=FindingVerdict.NOT_BOUND)
ELSEWHERE = Finding(
    "fnd_3", "inc_1", "ref-1951/33", "state:CN", Bound.YES, "1982-12-23", verdict=FindingVerdict.WOULD_ENGAGE
)
RECORD = Record(
    documents=(
        Document(
            "doc_a",
            "a",
            "text/plain",
            "Sent back at night",
            "Meridian Wire",
            (),
            datetime.date(2031, 5, 4),
            None,
            "en",
            text=TEXT,
        ),
        Document(
            "doc_b",
            "b",
            "text/plain",
            "A second report",
            "Harbour Post",
            (),
            datetime.date(2031, 5, 5),
            None,
            "en",
            text=OTHER,
        ),
    ),
    claims=CLAIMS,
    incidents=(INCIDENT,),
    findings=(BOUND, UNBOUND, ELSEWHERE),
    asks=(ASK,),
)
MINISTER = Addressee(
    id="adr_minister",
    name="Minister of Foreign Affairs",
    kind=AddresseeKind.POST,
    organisation="Ministry of Foreign Affairs of Laos",
    state="state:LA",
    languages=("lo", "en"),
    salutations={"en": "Your Excellency,", "ko": "장관님께", "zh": "尊敬的部长阁下："},
    contacts=(
        Contact(ContactKind.POSTAL, "1 Example Road\nVientiane"),
        Contact(ContactKind.EMAIL, "minister@mfa.example"),
    ),
    holders=(Holder("Invented Holder", "2030-01-01", None, "H.E. Ms"),),
    source="an invented list",
    checked_on="2031-05-01",
)
ORDER = LetterOrder(
    record=RECORD,
    about=("ask_1",),
    addressee=MINISTER,
    template="authority",
    language="en",
    day="2031-06-01",
    sender=("Border Watch", "12 Example Street"),
    reply="letters@borderwatch.example",
)


def order(**changes: object) -> LetterOrder:
    """The order with changes."""
    return replace(ORDER, **changes)  # type: ignore[arg-type]


def with_incident(**changes: object) -> Record:
    """The record whose one incident is changed."""
    return replace(RECORD, incidents=(replace(INCIDENT, **changes),))  # type: ignore[arg-type]
