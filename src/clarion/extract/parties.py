"""Who acts, who is asked, whom it befalls: names from the frame, pronouns given their antecedent, states their ref."""

from clarion.extract.antecedents import Antecedents
from clarion.extract.counting import COUNTED
from clarion.extract.draft import Draft
from clarion.extract.frames import Frame, subject_of
from clarion.extract.party_names import PRONOUNS, SELF, is_animate, is_person_like, nationality_of, party_of, ref_of
from clarion.extract.sentence import Reading
from clarion.language.parse import Chunk, Predicate
from clarion.language.wordlists import words
from clarion.model.nouns import Party, Span
from clarion.model.vocabulary import StanceKind
from clarion.reference.states import find_state

# acts of which nobody else is the doer than those it is told of
_NO_ACTOR = frozenset(("flight", "border_opening", "disappearance"))
# verbs of speaking whose object is the one spoken to
_ADDRESSING = words("ask petition lobby urge summon engage meet consult brief remind")
# acts that befall nobody by themselves
_NOBODY = frozenset(
    """condemnation breach appeal consultation lawmaking halt border_closure border_opening volunteering agreement
    investigation""".split()
)
_OF_PEOPLE = frozenset(("prosecution", "aid", "deprivation"))
_ASKING = words(
    """ask urge call demand request press appeal beg implore want expect require tell invite encourage plead beseech
    exhort remind"""
)


def fill_parties(draft: Draft, antecedents: Antecedents) -> None:
    """Set actors, addressees and the affected of a draft whose stance is known."""
    reading, frame = draft.reading, draft.frame
    asked = draft.stance is StanceKind.CALLED_FOR
    if frame.actor is not None and draft.act not in _NO_ACTOR:
        parties = _named(reading, frame.actor, antecedents)
        if asked and _is_asked(reading, frame):
            draft.addressees += parties
        else:
            draft.actors += parties
    if asked and not draft.addressees:
        draft.addressees += _asked(reading, frame, antecedents)
    _address(draft, antecedents)
    _affect(draft)


def _named(reading: Reading, chunk: Chunk, antecedents: Antecedents) -> list[Party]:
    head = reading.words[chunk.head]
    is_name = reading.parse.tokens[chunk.head].text.isupper() and len(head) > 1 and head != "it"  # "US"
    if not is_name and (head in SELF or not (head in PRONOUNS or is_animate(reading, chunk))):
        return []
    if head in PRONOUNS and not is_name:
        found = antecedents.of(reading, chunk)
        return [Party(found.name, found.ref, reading.span_of(chunk.first, chunk.last - 1))] if found else []
    return [party_of(reading, one) for one in (chunk, *_conjuncts(reading, chunk))]


def _conjuncts(reading: Reading, chunk: Chunk) -> list[Chunk]:
    return [
        other
        for other in reading.parse.chunks
        if other is not chunk
        and other.relation == "coordinated"
        and chunk.first <= other.governor < chunk.last
        and other.first > chunk.last
    ]


def _is_asked(reading: Reading, frame: Frame) -> bool:
    """Whether the doer of a demanded act is the one who is asked for it; a "by" may be another."""
    return not (frame.nominal and frame.actor is not None and reading.marker(frame.actor) == "by")


def _asked(reading: Reading, frame: Frame, antecedents: Antecedents) -> list[Party]:
    """Who is asked for something told by a noun or in the passive: "calls on X for the release", "asks X to …"."""
    current: Predicate | None = frame.predicate or frame.host
    for _ in range(4):
        if current is None:
            return _lead(reading)
        if current.lemma in _ASKING:
            number = reading.parse.predicate_at[current.head]
            for chunk in reading.parse.chunks:
                if (
                    chunk.governor >= 0
                    and reading.parse.predicate_at[chunk.governor] == number
                    and reading.marker(chunk) in ("on", "upon", "to")
                ):
                    return _named(reading, chunk, antecedents)
            target = reading.parse.chunks[current.object] if current.object >= 0 else None
            if target is not None and target is not frame.noun and target is not frame.affected:
                return _named(reading, target, antecedents)
            return _lead(reading)
        if current.lemma == "let" and current.object >= 0:
            return _named(reading, reading.parse.chunks[current.object], antecedents)
        above = reading.predicate(current.governor) if current.governor >= 0 else None
        if frame.nominal and above is not None and current is frame.host:
            subject = subject_of(reading, current)
            if subject is not None and current.form == "infinitive":
                return _named(reading, subject, antecedents)
        current = above
    return _lead(reading)


def _lead(reading: Reading) -> list[Party]:
    """ "To the government: …" and "Iran: experts urge …" name the one who is asked before a colon."""
    tokens = reading.parse.tokens
    for at in range(1, min(9, len(tokens))):
        if reading.words[at] != ":":
            continue
        first = 1 if reading.words[0] == "to" else 0
        chunk = reading.chunk(first)
        if at > first and (first == 1 or find_state(reading.text_of(first, at - 1))):
            return [
                Party(
                    reading.text_of(first, at - 1),
                    ref_of(reading, chunk) if chunk else None,
                    reading.span_of(first, at - 1),
                )
            ]
        return []
    return []


def _address(draft: Draft, antecedents: Antecedents) -> None:
    """Whom an act of speech goes to: who is blamed or accused, written to, talked to."""
    reading, frame = draft.reading, draft.frame
    if draft.addressees or draft.act not in ("condemnation", "appeal", "consultation"):
        return
    if frame.predicate is None:
        if draft.act == "appeal":
            draft.addressees += _written_to(reading, frame, antecedents)
        return
    number = reading.parse.predicate_at[frame.predicate.head]
    if draft.act == "condemnation":
        if frame.predicate.lemma in ("accuse", "blame") and frame.affected is not None and not frame.predicate.passive:
            draft.addressees += _named(reading, frame.affected, antecedents)
        return
    wanted = ("to", "with") if draft.act == "consultation" else ("to",)
    for chunk in reading.parse.chunks:
        if (
            chunk.governor >= 0
            and reading.parse.predicate_at[chunk.governor] == number
            and reading.marker(chunk) in wanted
        ):
            draft.addressees += _named(reading, chunk, antecedents)
            return
    if draft.act in ("appeal", "consultation") and frame.predicate.lemma in _ADDRESSING and frame.affected is not None:
        draft.addressees += _named(reading, frame.affected, antecedents)


def _written_to(reading: Reading, frame: Frame, antecedents: Antecedents) -> list[Party]:
    """ "a letter to X", "filed a complaint with X": whom the noun or its verb sends it to."""
    for chunk in reading.parse.chunks:
        if chunk.first <= frame.word.last or reading.marker(chunk) not in ("to", "with"):
            continue
        above = reading.chunk(chunk.governor) if chunk.governor >= 0 else None
        home = reading.predicate(chunk.governor) if chunk.governor >= 0 else None
        if (above is not None and above is frame.noun) or (home is not None and home is frame.host):
            return _named(reading, chunk, antecedents)
    return []


def _affect(draft: Draft) -> None:
    reading, chunk = draft.reading, draft.frame.affected
    if chunk is None or draft.act in _NOBODY or any(party.span == _span(reading, chunk) for party in draft.actors):
        return
    if reading.words[chunk.head] in PRONOUNS or reading.words[chunk.head] in SELF:
        return
    if (draft.act in COUNTED or draft.act in _OF_PEOPLE) and not is_person_like(reading, chunk):
        return
    first = chunk.first
    while first < chunk.last - 1 and _is_figure_word(reading, first):
        first += 1
    if reading.words[first][0].isdigit() or _is_only_figure(reading, first, chunk.last):
        return
    draft.affected_name = reading.text_of(first, chunk.last - 1)
    draft.affected_span = reading.span_of(first, chunk.last - 1)
    draft.affected_ref = nationality_of(reading, first, chunk.last)


def _span(reading: Reading, chunk: Chunk) -> Span:
    return reading.span_of(chunk.first, chunk.last - 1)


def _is_only_figure(reading: Reading, first: int, last: int) -> bool:
    return all(_is_figure_word(reading, at) for at in range(first, last))


def _is_figure_word(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return any(found.at <= at <= found.last for found in reading.figures) or word in (
        "about",
        "some",
        "least",
        "most",
        "nearly",
        "over",
    )
