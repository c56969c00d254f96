"""How a text is read: each sentence that tells an act with its layers and the rules that fired."""

from clarion.extract.draft import Draft
from clarion.extract.reader import Reader
from clarion.model.ids import DocumentId
from clarion.model.nouns import Document


def explain(source: str | Document) -> str:
    """The close reading of a text or document, for people: words, predicates, figures, dates, places, claims."""
    document = source if isinstance(source, Document) else _as_document(source)
    lines: list[str] = []
    last: tuple[int, int] | None = None
    for draft in sorted(Reader(document).drafts(), key=lambda one: (one.reading.parse.span, one.cue)):
        if draft.reading.parse.span != last:
            last = draft.reading.parse.span
            lines += _sentence(draft)
        lines += _claim(draft)
    return "\n".join(lines) + "\n" if lines else "no act found\n"


def _as_document(text: str) -> Document:
    return Document(DocumentId("sha256:"), "", "text/plain", language="en", text=text)


def _sentence(draft: Draft) -> list[str]:
    reading, text = draft.reading, draft.reading.parse.text
    start, end = reading.parse.span
    lines = ["", f"[{start}-{end}] {' '.join(text[start:end].split())}"]
    for predicate in reading.parse.predicates:
        kind = "passive" if predicate.passive else "active"
        above = reading.words[predicate.governor] if predicate.governor >= 0 else "-"
        lines.append(
            f"  predicate {predicate.lemma} ({kind} {predicate.form}), {predicate.relation or 'root'} of {above}"
        )
    for name, things in (("figure", reading.figures), ("date", reading.dates), ("place", reading.places)):
        lines += [f"  {name} {reading.text_of(found.at, found.last)!r}" for found in things]
    return lines


def _claim(draft: Draft) -> list[str]:
    text = draft.reading.parse.text
    tentative = ", tentative" if draft.tentative else ""
    lines = [f"  => {draft.act} {draft.stance.value}{tentative} at {text[slice(*draft.cue)]!r}"]
    lines.append(f"     rules: {'; '.join(draft.rules)}")
    parts = {
        "actors": ", ".join(party.name for party in draft.actors),
        "affected": draft.affected_name or "",
        "count": text[slice(*draft.count.span)] if draft.count and draft.count.span else "",
        "addressees": ", ".join(party.name for party in draft.addressees),
        "when": f"{draft.when.start} to {draft.when.end}" if draft.when else "",
        "where": ", ".join(f"{place.role.value if place.role else '?'} {place.name}" for place in draft.where),
        "voices": " > ".join(voice.name for voice in draft.voices),
        "norms": ", ".join(draft.norms),
    }
    lines += [f"     {name}: {value}" for name, value in parts.items() if value]
    return lines
