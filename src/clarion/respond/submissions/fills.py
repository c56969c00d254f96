"""What of the record fills in a field, or why nothing does."""

from collections.abc import Callable
from dataclasses import dataclass

from clarion.model import Claim, Document, DocumentId, Incident, Status
from clarion.respond.letters.facts import evidence, facts, figures, who
from clarion.respond.letters.law import law
from clarion.respond.letters.saying import place_words, plain, quotation, when_words, whole
from clarion.respond.letters.scene import Scene, states_named
from clarion.respond.submissions.nouns import Form, SubmissionOrder
from clarion.respond.submissions.sources import is_media, speakers

BY_HAND = "the record does not hold it; it is for whoever submits"
# what is over once it has happened; whether the others go on is a question
_ENDS = frozenset("forced_return execution killing injury attack sentencing destruction".split())


@dataclass(frozen=True, slots=True)
class Desk:
    """What a field is filled in from."""

    order: SubmissionOrder
    form: Form
    scene: Scene
    incident: Incident

    @property
    def told(self) -> list[Claim]:
        """The claims that tell it."""
        return self.scene.held(self.incident.claims)


Fill = tuple[str, str]  # the value, or an empty text and why it is blank


def fill(desk: Desk, name: str) -> Fill:
    """The value of a kind of field, or why it is blank."""
    return _FILLS[name](desk)


def _names(desk: Desk) -> Fill:
    if desk.order.named:
        said = [f"- {plain(one.name)} (let out with consent; in the log of {one.on})" for one in desk.order.named]
        return "\n".join(said), ""
    if count := desk.order.withheld:
        names = "a name stands" if count == 1 else f"{count} names stand"
        return "", (
            f"{names} beside the claims, and none is let out: record the consent of the person or the family, "
            "then let the name out (clarion safety CASE --release)"
        )
    return "", "no source names anybody in what it tells of this incident"


def _consent(desk: Desk) -> Fill:
    if not desk.order.named:
        return "", "no consent to name anybody is recorded with this incident"
    days = ", ".join(dict.fromkeys(one.on for one in desk.order.named))
    return f"Recorded in the log of the case for each name above ({days}). To what it extends has to be added here.", ""


def _group(desk: Desk) -> Fill:
    said = [who(desk.scene, desk.incident), figures(desk.scene, desk.incident)]
    return "; ".join(one for one in said if one), "no source tells who or how many are concerned"


def _nationality(desk: Desk) -> Fill:
    ref = desk.incident.affected.ref if desk.incident.affected else None
    if ref and ref.startswith("nationality:"):
        return f"{desk.scene.words.state(ref.removeprefix('nationality:'), bare=True)}, as the sources tell", ""
    return "", "no source tells it"


def _when(desk: Desk) -> Fill:
    return when_words(desk.scene.words, desk.incident.when), "no source tells the day"


def _where(desk: Desk) -> Fill:
    said = place_words(desk.scene.words, desk.incident.where)
    return said[:1].upper() + said[1:], "no source tells the place"


def _facts(desk: Desk) -> Fill:
    return facts(desk.scene), "the record tells nothing of it"


def _past(desk: Desk) -> Fill:
    if desk.incident.status is Status.WARNED:
        return "Feared. No source at hand says that it has happened.", ""
    told = f"Past, as told: {evidence(desk.scene, desk.incident)}."
    if desk.incident.act not in _ENDS:
        told += " Whether it goes on is not known from the record."
    return told, ""


def _denials(desk: Desk) -> Fill:
    voices = [one.voice for one in desk.incident.answers if one.voice]
    voices += [speakers([claim])[0] for claim in desk.scene.held(desk.incident.denials) if claim.voices]
    if not voices:
        return "", "no source tells an answer of the authorities; silence is no denial"
    return f"Quoted under “Circumstances”: {desk.scene.words.listed(plain(one) for one in voices)}.", ""


def _sources(desk: Desk) -> Fill:
    lines = []
    for name, claims in _by_document(desk.told).items():
        document = desk.scene.documents.get(name)
        if document is not None:
            lines.append(f"- {_source(desk, document, claims)}")
    return "\n".join(lines), "no source is left that tells of it"


def _source(desk: Desk, document: Document, claims: list[Claim]) -> str:
    kind = "media" if is_media(document.publisher, desk.order.record.voices) else "not media"
    told = [one for one in speakers(claims) if one != document.publisher]
    rests = sorted({one.kind.value.replace("_", " ") for claim in claims for one in claim.evidence})
    said = plain(document.publisher or "publisher unknown") + f" ({kind})"
    said += f", by the word of {desk.scene.words.listed(plain(one) for one in told)}" if told else ""
    said += f"; it names as its ground: {', '.join(rests)}" if rests else "; first-hand or not is not told"
    return said + desk.scene.notes.source(document, claims)


def _responsible(desk: Desk) -> Fill:
    state = desk.scene.words.state(desk.order.state, bare=True)
    named = [plain(actor.name) for claim in desk.told for actor in claim.actors]
    others = [one for one in dict.fromkeys(named) if desk.order.state not in states_named(one)]
    return f"{state}" + (f"; named in the reports: {desk.scene.words.listed(others)}" if others else ""), ""


def _attribution(desk: Desk) -> Fill:
    told = [claim for claim in desk.told if claim.actors]
    if not told:
        return "", "no source says by whose organs it was done; it is read from the place alone"
    return "\n".join(f"- {_quoted(desk, claim)}" for claim in told[:3]), ""


def _remedies(desk: Desk) -> Fill:
    given = plain(desk.order.remedies or "")
    return (
        given,
        "nothing of it is in the record; say what was tried, when and with what result, or why nothing could be",
    )


def _submitter(desk: Desk) -> Fill:
    return "\n".join(plain(line) for line in desk.order.submitter), BY_HAND


def _law(desk: Desk) -> Fill:
    return law(desk.scene), "no finding of the record says that a treaty at hand binds the state in this"


def _categories(desk: Desk) -> Fill:
    ref = desk.incident.affected.ref if desk.incident.affected else None
    home = (ref or "").removeprefix("nationality:")
    if home and f"state:{home}" != desk.order.state:
        said = (
            "Category IV comes into question: the sources tell of people of another nationality than that of the state."
        )
        return (
            said
            + " Whether they were held long without review is not known. The other categories are for whoever submits.",
            "",
        )
    return "", "the record does not tell enough to say which; it is for whoever submits"


def _fate(desk: Desk) -> Fill:
    of = set(desk.incident.claims)
    later = [one for one in desk.order.record.claims if one.act == "disappearance" and one.document in _documents(desk)]
    later = [one for one in later if one.id not in of]
    if not later:
        return "", "no source tells of it after the event"
    return "\n".join(f"- {_quoted(desk, claim)}" for claim in later[:3]), ""


def _asks(desk: Desk) -> Fill:
    asks = [one for one in desk.order.record.asks if desk.order.state in states_named(one.addressee or "")]
    claims = [claim for ask in asks for claim in desk.scene.held(ask.claims)[:1]]
    if not claims:
        return "", "no document asks this state for anything; say what would help"
    return "Asked for in public, in these words:\n\n" + "\n".join(
        f"- {_quoted(desk, claim)}" for claim in claims[:8]
    ), ""


def _state(desk: Desk) -> Fill:
    return desk.scene.words.state(desk.order.state, bare=True), ""


def _mandates(desk: Desk) -> Fill:
    refs = {desk.order.state}
    if desk.incident.affected and (desk.incident.affected.ref or "").startswith("nationality:"):
        refs.add("state:" + (desk.incident.affected.ref or "").removeprefix("nationality:"))
    ids = [one for key in (*sorted(refs), desk.incident.act) for one in desk.form.mandates.get(key, ())]
    said = [f"- {plain(desk.order.mandates.get(one, one))}" for one in dict.fromkeys(ids)]
    return "\n".join(said), "no mandate is listed for such acts; choose from the list of the Office"


def _by_hand(desk: Desk) -> Fill:
    return "", BY_HAND


def _quoted(desk: Desk, claim: Claim) -> str:
    document = desk.scene.documents.get(claim.document)
    text = whole(document, claim.span, claim.quote)
    quote = quotation(desk.scene.words, text, document.language if document else None)
    return quote + desk.scene.marks([claim])


def _documents(desk: Desk) -> set[str]:
    return {claim.document for claim in desk.told}


def _by_document(claims: list[Claim]) -> dict[DocumentId, list[Claim]]:
    held: dict[DocumentId, list[Claim]] = {}
    for claim in claims:
        held.setdefault(claim.document, []).append(claim)
    return held


_FILLS: dict[str, Callable[[Desk], Fill]] = {
    "names": _names,
    "consent": _consent,
    "group": _group,
    "nationality": _nationality,
    "when": _when,
    "where": _where,
    "facts": _facts,
    "past": _past,
    "denials": _denials,
    "sources": _sources,
    "responsible": _responsible,
    "attribution": _attribution,
    "remedies": _remedies,
    "submitter": _submitter,
    "law": _law,
    "categories": _categories,
    "fate": _fate,
    "asks": _asks,
    "state": _state,
    "mandates": _mandates,
    "person": _by_hand,
}
