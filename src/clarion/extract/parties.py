"""Who acts, who is asked, whom it befalls: names from the frame, pronouns given their antecedent, states their ref."""

from clarion.extract.antecedents import Antecedents
from clarion.extract.counting import COUNTED
from clarion.extract.draft import Draft
from clarion.extract.frames import Frame, subject_of
from clarion.extract.party_affected import affected_chunk, counted_people, people_listed
from clarion.extract.party_agents import agent_told
from clarion.extract.party_asked import asked_of, at_fault, first_asked, is_public, written_to
from clarion.extract.party_lists import members_of
from clarion.extract.party_names import PRONOUNS, SELF, is_animate, is_person_like, nationality_of, party_of, ref_of
from clarion.extract.sentence import Reading
from clarion.extract.stance_efforts import verb_of_effort
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
# of these verbs the object is always somebody
_PERSONAL = words("summon petition lobby meet consult brief")
_WRITING = words("write appeal turn petition speak")
_CONDEMNING = words("condemn denounce deplore criticise criticize rebuke censure")
_BINDING = words("should must ought shall needs need has")
_ASKING = words(
    """ask urge call demand request press appeal beg implore want expect require tell invite encourage plead beseech
    exhort remind"""
)


def fill_parties(draft: Draft, antecedents: Antecedents) -> None:
    """Set actors, addressees and the affected of a draft whose stance is known."""
    reading, frame = draft.reading, draft.frame
    asked = draft.stance is StanceKind.CALLED_FOR
    if frame.actor is not None and asked and _is_asker(reading, frame.actor):
        frame.actor = None  # "experts urge a halt": who asks is not asked
    frame.actor = agent_told(reading, frame) or _of_marchers(frame)
    if frame.actor is not None and (draft.act not in _NO_ACTOR or _opens(draft)):
        parties = _named(reading, frame.actor, antecedents)
        if asked and _is_asked(reading, frame):
            draft.addressees += parties
        else:
            draft.actors += parties
    _address_outermost(draft, antecedents)
    if asked and not draft.addressees:
        draft.addressees += _asked(reading, frame, antecedents) or _asked_around(reading, antecedents)
    _address(draft, antecedents)
    _affect(draft)


def _address_outermost(draft: Draft, antecedents: Antecedents) -> None:
    """ "asks A to urge B to do it", "demanded of A that it do it": A is asked; who is to do it is its doer."""
    if draft.stance is not StanceKind.CALLED_FOR:
        return
    reading, frame = draft.reading, draft.frame
    chunk = first_asked(reading, frame)
    pronoun = frame.actor is not None and reading.words[frame.actor.head] in PRONOUNS
    outermost = _named(reading, chunk, antecedents) if chunk is not None else []
    if outermost:
        doers = [one for one in draft.addressees if all(one.name != other.name for other in outermost)]
        draft.actors, draft.addressees = draft.actors + doers, outermost
    elif pronoun and (of := asked_of(reading)) is not None:
        draft.addressees = _named(reading, of, antecedents) or draft.addressees


def _asked_around(reading: Reading, antecedents: Antecedents) -> list[Party]:
    """Who the sentence says is asked or written to, wherever in it."""
    chunk = asked_of(reading) or written_to(reading)
    return _named(reading, chunk, antecedents) if chunk is not None else []


def _of_marchers(frame: Frame) -> Chunk | None:
    """ "people who were marching": who marches holds the march."""
    return frame.affected if frame.word.act == "demonstration" and not frame.nominal else None


def _opens(draft: Draft) -> bool:
    """ "X reopened the crossing": who opens a border is named by a verb with an object."""
    home = draft.frame.predicate
    return draft.act == "border_opening" and home is not None and not home.passive and home.object >= 0


def _named(reading: Reading, chunk: Chunk, antecedents: Antecedents) -> list[Party]:
    head = reading.words[chunk.head]
    is_name = reading.parse.tokens[chunk.head].text.isupper() and len(head) > 1 and head != "it"  # "US"
    if not is_name and (head in SELF or not (head in PRONOUNS or is_animate(reading, chunk))):
        return []
    if head in PRONOUNS and not is_name:
        found = antecedents.of(reading, chunk)
        return [Party(found.name, found.ref, reading.span_of(chunk.first, chunk.last - 1))] if found else []
    joined = [chunk, *_conjuncts(reading, chunk)]
    listed = members_of(reading, chunk) if is_animate(reading, chunk) else []
    if chunk.relation == "subject":  # behind a subject a comma more often sets off who it is
        listed = [one for one in listed if one.relation != "apposition" or is_animate(reading, one)]
    return [party_of(reading, one) for one in (listed if len(listed) > len(joined) else joined)]


def _is_asker(reading: Reading, chunk: Chunk) -> bool:
    """Whether a chunk is the subject of a verb of asking in the active voice."""
    return any(
        one.lemma in _ASKING and not one.passive and one.subject >= 0 and reading.parse.chunks[one.subject] is chunk
        for one in reading.parse.predicates
    )


def _conjuncts(reading: Reading, chunk: Chunk) -> list[Chunk]:
    return [
        other
        for other in reading.parse.chunks
        if other is not chunk
        and other.relation == "coordinated"
        and chunk.first <= other.governor < chunk.last
        and other.first > chunk.last
        and other.preposition < 0
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
            written = _written_before(reading, current)
            if written is not None and (target is None or reading.words[target.head] in PRONOUNS):
                return _named(reading, written, antecedents) or [party_of(reading, written)]
            if target is not None and target is not frame.noun and target is not frame.affected:
                return _named(reading, target, antecedents)
            return _lead(reading)
        if current.lemma == "let" and current.object >= 0:
            return _named(reading, reading.parse.chunks[current.object], antecedents)
        tried = verb_of_effort(reading.parse, current)
        above = reading.predicate(tried if tried >= 0 else current.governor) if current.governor >= 0 else None
        if frame.nominal and above is not None and current is frame.host:
            subject = subject_of(reading, current)
            if subject is not None and current.form == "infinitive":
                return _named(reading, subject, antecedents)
        binding = current.modal in _BINDING and not current.passive
        if frame.nominal and current is frame.host and binding and current.subject >= 0:
            return _named(reading, reading.parse.chunks[current.subject], antecedents)
        current = above
    return _lead(reading)


def _written_before(reading: Reading, predicate: Predicate) -> Chunk | None:
    """ "write to the ambassador and ask for …", "wrote to Lima, asking it to …": whom the verb before is written to."""
    above = reading.predicate(predicate.governor) if predicate.governor >= 0 else None
    if above is None or predicate.relation not in ("coordinated", "adjunct", "purpose"):
        return None
    if above.lemma not in _WRITING:
        return None
    number = reading.parse.predicate_at[above.head]
    for chunk in reading.parse.chunks:
        hangs = chunk.governor >= 0 and reading.parse.predicate_at[chunk.governor] == number
        if hangs and reading.marker(chunk) == "to":
            return chunk
    return None


def _lead(reading: Reading) -> list[Party]:
    """ "To the government: …" and "Iran: experts urge …" name the one who is asked before a colon."""
    tokens = reading.parse.tokens
    opening = next((at for at, word in enumerate(reading.words[:4]) if word[0].isalpha()), 0)
    for at in range(1, min(10, len(tokens))):
        if reading.words[at] != ":":
            continue
        first = opening + 1 if reading.words[opening] == "to" else 0
        chunk = reading.chunk(first)
        if at > first and (first or find_state(reading.text_of(first, at - 1))):
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
    public = draft.act == "appeal" and is_public(draft.addressees)  # "urges people to write to X": X is written to
    if (draft.addressees and not public) or draft.act not in ("condemnation", "appeal", "consultation"):
        return
    if public:
        asked, draft.addressees = draft.addressees, []
        _address(draft, antecedents)
        draft.addressees = draft.addressees or asked
        return
    if frame.predicate is None:
        if draft.act == "appeal":
            draft.addressees += _written_to(reading, frame, antecedents)
        return
    number = reading.parse.predicate_at[frame.predicate.head]
    if draft.act == "condemnation":
        if frame.predicate.lemma in ("accuse", "blame") and frame.affected is not None and not frame.predicate.passive:
            draft.addressees += _named(reading, frame.affected, antecedents)
        elif not frame.predicate.passive:
            draft.addressees += _blamed(reading, frame, antecedents)
        return
    for chunk in reading.parse.chunks:
        hangs = chunk.governor >= 0 and reading.parse.predicate_at[chunk.governor] == number
        follows = chunk.first > frame.word.last and reading.home(chunk.first) is frame.predicate
        if (hangs or follows) and reading.marker(chunk) in ("to", "with"):
            named = _named(reading, chunk, antecedents)
            if not named and draft.act == "appeal" and _is_capital_name(reading, chunk):
                named = [party_of(reading, chunk)]  # "appealed to Strasbourg"
            draft.addressees += named
            if named:
                return
    if draft.act in ("appeal", "consultation") and frame.predicate.lemma in _ADDRESSING and frame.affected is not None:
        named = _named(reading, frame.affected, antecedents)
        if not named and frame.predicate.lemma in _PERSONAL and not frame.predicate.passive:
            named = [party_of(reading, frame.affected)]
        draft.addressees += named


def _is_capital_name(reading: Reading, chunk: Chunk) -> bool:
    return reading.parse.tokens[chunk.head].text[0].isupper() and reading.words[chunk.head] not in PRONOUNS | SELF


def _blamed(reading: Reading, frame: Frame, antecedents: Antecedents) -> list[Party]:
    """ "condemns the shelling by the militia", "condemned the militia for …": who did what is condemned."""
    predicate = frame.predicate
    if predicate is None or predicate.lemma not in _CONDEMNING:
        return []
    target = reading.parse.chunks[predicate.object] if predicate.object >= 0 else None
    deed = target is not None and any(target.first <= one.last < target.last for one in reading.acts)
    if target is not None and not deed and is_animate(reading, target):
        return _named(reading, target, antecedents)
    fault = at_fault(reading, target) if target is not None else None
    if fault is not None:
        return _named(reading, fault, antecedents)
    for chunk in reading.parse.chunks:
        if chunk.first > predicate.last and reading.marker(chunk) == "by" and reading.home(chunk.first) is predicate:
            return _named(reading, chunk, antecedents)
    return []


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
    reading, chunk = draft.reading, affected_chunk(draft.reading, draft.frame)
    if chunk is None or _is_uncounted_thing(reading, chunk):
        chunk = counted_people(reading, draft.count, draft.act) or chunk
    if chunk is None or draft.act in _NOBODY or any(party.span == _span(reading, chunk) for party in draft.actors):
        return
    if reading.words[chunk.head] in PRONOUNS or reading.words[chunk.head] in SELF:
        return
    if (draft.act in COUNTED or draft.act in _OF_PEOPLE) and not is_person_like(reading, chunk):
        return
    first, last = people_listed(reading, chunk)
    while first < last - 1 and _is_figure_word(reading, first):
        first += 1
    if reading.words[first][0].isdigit() or _is_only_figure(reading, first, last):
        return
    draft.affected_name = reading.text_of(first, last - 1)
    draft.affected_span = reading.span_of(first, last - 1)
    draft.affected_ref = nationality_of(reading, first, last)


def _is_uncounted_thing(reading: Reading, chunk: Chunk) -> bool:
    """ "two buses of refugees": a thing, where people may be counted elsewhere in the clause."""
    word = reading.words[chunk.head]
    return word not in PRONOUNS and word not in SELF and not is_person_like(reading, chunk)


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
