"""The words of the record in plain English: one entry for each word of a closed vocabulary."""

from clarion.model import (
    ActId,
    Bound,
    DetailKind,
    ElementState,
    EvidenceKind,
    Facet,
    FindingVerdict,
    InformationGrade,
    JudgementVerdict,
    NormId,
    SourceGrade,
    StanceKind,
    Status,
    Unit,
    VoiceKind,
)
from clarion.publish.states import state_words

STATUS = {
    Status.CONFIRMED: "Confirmed",
    Status.DISPUTED: "Disputed",
    Status.CORROBORATED: "Corroborated",
    Status.REPORTED: "Reported",
    Status.WARNED: "Warned of",
    Status.DENIED: "Denied",
    Status.REFUTED: "Refuted",
}
STATUS_MEANING = {
    Status.CONFIRMED: "A person who answers for this case has judged that it happened.",
    Status.DISPUTED: "It is said to have happened, and it is denied, explained otherwise, or told with figures that "
    "cannot all be true. All sides are shown.",
    Status.CORROBORATED: "Two or more origins that do not depend on each other say that it happened. "
    "That is not yet proof.",
    Status.REPORTED: "One origin says that it happened, or several reports do whose origin cannot be traced.",
    Status.WARNED: "It is feared, forecast or called possible. No document here says that it happened.",
    Status.DENIED: "The documents here hold only denials.",
    Status.REFUTED: "A person who answers for this case has judged that it did not happen.",
}
STANCE = {
    StanceKind.ASSERTED: "asserted",
    StanceKind.REPORTED: "reported on another’s word",
    StanceKind.POSSIBLE: "called possible",
    StanceKind.EXPECTED: "feared or expected",
    StanceKind.ANNOUNCED: "announced",
    StanceKind.CALLED_FOR: "called for",
    StanceKind.DENIED: "denied",
    StanceKind.NEGATED: "said not to be so",
    StanceKind.HYPOTHETICAL: "said of a condition",
}
STANCE_MEANING = {
    StanceKind.ASSERTED: "the voice says, on its own word, that it happened or is so",
    StanceKind.REPORTED: "the voice passes on what someone else says happened",
    StanceKind.POSSIBLE: "the voice says that it may have happened",
    StanceKind.EXPECTED: "the voice fears, forecasts or warns that it will happen",
    StanceKind.ANNOUNCED: "those who plan it say that it will take place",
    StanceKind.CALLED_FOR: "the voice asks that it be done",
    StanceKind.DENIED: "the voice answers a claim and says that it did not happen",
    StanceKind.NEGATED: "the voice says that it did not happen or is not so",
    StanceKind.HYPOTHETICAL: "the voice says what would happen if something else did",
}
FACET = {
    Facet.HAPPENED: "that it happened",
    Facet.WHEN: "when",
    Facet.WHERE: "where",
    Facet.COUNT: "how many",
    Facet.AFFECTED: "who was affected",
    Facet.ACTOR: "who did it",
    Facet.COERCION: "that it was against their will",
}
ELEMENT = {
    ElementState.MET: "Claims speak for it",
    ElementState.CONTESTED: "Claims speak for and against it",
    ElementState.MISSING: "No claim speaks for it",
    ElementState.UNKNOWN: "Unknown",
}
VERDICT = {
    FindingVerdict.NOT_BOUND: "On the data at hand, this norm did not bind this state on that day.",
    FindingVerdict.WOULD_ENGAGE: "If established, the facts claimed would engage this norm.",
    FindingVerdict.ELEMENTS_MISSING: "The claims at hand do not cover everything that this norm asks for.",
    FindingVerdict.CANNOT_SAY: "The claims at hand do not allow an answer.",
}
VERDICT_SHORT = {
    FindingVerdict.NOT_BOUND: "Not bound",
    FindingVerdict.WOULD_ENGAGE: "Would engage, if established",
    FindingVerdict.ELEMENTS_MISSING: "Elements missing",
    FindingVerdict.CANNOT_SAY: "Cannot say",
}
BOUND = {
    Bound.YES: "bound",
    Bound.NO: "not bound",
    Bound.SIGNED_ONLY: "signed, not ratified",
    Bound.UNKNOWN: "unknown whether bound",
}
JUDGED = {
    JudgementVerdict.ACCEPT: "accepted",
    JudgementVerdict.CORRECT: "corrected",
    JudgementVerdict.REJECT: "rejected",
    JudgementVerdict.UNSURE: "judged unsure",
    JudgementVerdict.SAME: "judged to be the same",
    JudgementVerdict.NOT_SAME: "judged not to be the same",
    JudgementVerdict.PREFER: "preferred",
    JudgementVerdict.RELEASE: "released",
    JudgementVerdict.WITHDRAW: "judgement withdrawn",
    JudgementVerdict.CONFIRMED: "confirmed",
    JudgementVerdict.REFUTED: "refuted",
    JudgementVerdict.GRADE: "graded",
}
SOURCE_GRADE = {
    SourceGrade.RELIABLE: "completely reliable",
    SourceGrade.USUALLY: "usually reliable",
    SourceGrade.FAIRLY: "fairly reliable",
    SourceGrade.NOT_USUALLY: "not usually reliable",
    SourceGrade.UNRELIABLE: "unreliable",
    SourceGrade.CANNOT_BE_JUDGED: "reliability cannot be judged",
}
INFORMATION_GRADE = {
    InformationGrade.CONFIRMED: "confirmed by other sources",
    InformationGrade.PROBABLY: "probably true",
    InformationGrade.POSSIBLY: "possibly true",
    InformationGrade.DOUBTFUL: "doubtful",
    InformationGrade.IMPROBABLE: "improbable",
    InformationGrade.CANNOT_BE_JUDGED: "truth cannot be judged",
}
UNIT = {
    Unit.PEOPLE: ("person", "people"),
    Unit.FAMILIES: ("family", "families"),
    Unit.VEHICLES: ("vehicle", "vehicles"),
    Unit.EVENTS: ("event", "events"),
    Unit.OTHER: ("", ""),
}
EVIDENCE = {
    EvidenceKind.TESTIMONY: "testimony",
    EvidenceKind.DOCUMENT: "a document",
    EvidenceKind.IMAGE: "an image",
    EvidenceKind.OBSERVATION: "own observation",
    EvidenceKind.OTHER_BODY: "another body’s word",
    EvidenceKind.OTHER: "something else",
}
WITHHELD = {
    DetailKind.PERSON: "names of people",
    DetailKind.CONTACT: "contacts",
    DetailKind.NUMBER: "numbers of papers and accounts",
    DetailKind.ROUTE: "routes and crossings",
    DetailKind.SHELTER: "shelters",
    DetailKind.BROKER: "people who help others across",
    DetailKind.SMALL_COUNT: "few people at a precise place and day",
    DetailKind.QUOTATION: "words that identify",
    DetailKind.METADATA: "authors and other properties of files",
}
VOICE = {
    VoiceKind.PERSON: "person",
    VoiceKind.ORGANISATION: "organisation",
    VoiceKind.STATE: "state",
    VoiceKind.UN_BODY: "United Nations body or mandate",
    VoiceKind.MEDIA: "media",
    VoiceKind.UNNAMED: "unnamed",
}

_ACTS = {
    "halt": "stopping or refraining",
    "breach": "a norm invoked or said to be broken",
    "sentencing": "charge, trial or sentence",
    "forced_labour": "forced labour",
    "consultation": "talks",
    "aid": "help",
}
# short names of instruments; an instrument that is not here is shown by its id
_INSTRUMENTS = {
    "ref-1951": "1951 Refugee Convention",
    "ref-1967": "1967 Refugee Protocol",
    "cat-1984": "Convention against Torture",
    "iccpr-1966": "International Covenant on Civil and Political Rights",
    "icescr-1966": "International Covenant on Economic, Social and Cultural Rights",
    "crc-1989": "Convention on the Rights of the Child",
    "cedaw-1979": "Convention on the Elimination of All Forms of Discrimination against Women",
    "cerd-1965": "International Convention on the Elimination of All Forms of Racial Discrimination",
    "icpped-2006": "International Convention for the Protection of All Persons from Enforced Disappearance",
    "rome-1998": "Rome Statute of the International Criminal Court",
    "udhr-1948": "Universal Declaration of Human Rights",
    "palermo-tip-2000": "Palermo Protocol on Trafficking in Persons",
    "oau-1969": "OAU Refugee Convention",
    "echr-1950": "European Convention on Human Rights",
    "ilo-29-1930": "ILO Forced Labour Convention (No. 29)",
    "ilo-105-1957": "ILO Abolition of Forced Labour Convention (No. 105)",
    "vclt-1969": "Vienna Convention on the Law of Treaties",
    "arsiwa-2001": "Articles on Responsibility of States for Internationally Wrongful Acts",
    "custom": "Customary international law",
    "jus-cogens": "Peremptory norm",
    "constitution": "Constitution",
}


def act_words(act: ActId | str) -> str:
    """An act in words, in lower case."""
    return _ACTS.get(act, act.replace("_", " "))


def norm_words(norm: NormId | str) -> str:
    """A norm in words: the instrument's name and, where one is named, the article."""
    instrument, _, article = norm.partition("/")
    name = _INSTRUMENTS.get(instrument.partition(":")[0], instrument)
    state = instrument.partition(":")[2]
    name = f"{name} of {state_words(state)}" if state else name
    if not article:
        return name
    return f"{name}, article {article}" if article[0].isdigit() else f"{name}: {article}"
