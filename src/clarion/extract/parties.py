"""Who acts, who is asked, whom it befalls: names from the frame, pronouns given their antecedent, states their ref."""

from dataclasses import dataclass

from clarion.extract.draft import Draft
from clarion.extract.frames import Frame, subject_of
from clarion.extract.lexicon import load
from clarion.extract.sentence import Reading
from clarion.language.figures.nouns import unit_of
from clarion.language.parse import Chunk, Predicate
from clarion.language.wordlists import words
from clarion.model.nouns import Party
from clarion.model.vocabulary import StanceKind, Unit
from clarion.reference.states import find_state

# acts of which nobody else is the doer than those it is told of
_NO_ACTOR = frozenset(("flight", "border_opening", "disappearance"))
_SELF = words("i we me us you my our your one myself ourselves")
_SINGULAR = words("he she him her it its himself herself who which that this")
_PLURAL = words("they them their themselves these those")
_PRONOUNS = (
    _SINGULAR
    | _PLURAL
    | words(
        """all both some none others another each several many few most nobody no-one everyone anyone someone nothing
        there such what"""
    )
)
_ORGANS = words(
    """police army navy troops soldiers officers officer guards guard government ministry minister authorities court
    courts prosecutor prosecutors parliament judiciary forces gendarmes consulate embassy consul ambassador
    coastguard patrol president security-forces military regime junta judge officials official airforce"""
)
_ASKING = words(
    """ask urge call demand request press appeal beg implore want expect require tell invite encourage plead beseech
    exhort remind"""
)
_OFFICES = words("minister prosecutor officer official ambassador consul guard president judge")
_PLURAL_HEADS = words("people men women children police gunmen policemen guardsmen gendarmes troops families")
_TITLES = words("the a an its their his her this that these those our my your mr ms mrs dr")
_BODIES = words(
    """group groups militia militias faction state states country countries government governments company companies
    firm firms organisation organisations organization organizations ngo ngos party parties union unions church
    churches parish court courts tribunal council commission committee assembly coalition alliance network
    agency agencies body bodies movement team forum regime junta administration parliament house senate congress
    cabinet ministry office navy airforce command mission embassy consulate delegation community world band gang
    mob crowd side sides half majority population monitor bishop diocese charity department bureau service press
    media newspaper station channel website site paper institute centre center bloc eu un us uk"""
)
_NOT_PERSONS = words(
    """tankers helicopters papers letters orders numbers borders powers figures rivers waters others matters computers
    posters shelters doors floors containers restaurants plants"""
)
_NO_AGENTS = words(
    """force law name sea air land boat bus plane truck train hand foot night day road rail lorry accident mistake ship
    phone letter"""
)
_WORDS_OF_THINGS = words(
    """article articles section convention protocol covenant act law bill resolution the this that these those river
    bridge operation decree code constitution treaty chapter rule"""
)


@dataclass(slots=True)
class Antecedents:
    """Who "he", "it" and "they" may be: the last singular and plural subjects told of."""

    singular: Party | None = None
    plural: Party | None = None

    def note(self, reading: Reading) -> None:
        """Remember the subjects of a sentence that has been read."""
        for chunk in _subjects(reading, len(reading.words)):
            party = party_of(reading, chunk)
            if _is_plural(reading.words[chunk.head]):
                self.plural = party
            else:
                self.singular = party

    def of(self, reading: Reading, chunk: Chunk) -> Party | None:
        """The antecedent of a pronoun: the nearest fitting subject before it in its sentence, else one told before."""
        word = reading.words[chunk.head]
        if word not in _PLURAL and word not in _SINGULAR:
            return None
        for other in reversed(_subjects(reading, chunk.first)):
            if _is_plural(reading.words[other.head]) == (word in _PLURAL) and _agrees(reading, word, other):
                return party_of(reading, other)
        return self.plural if word in _PLURAL else self.singular


def _subjects(reading: Reading, end: int) -> list[Chunk]:
    """Subjects before the word `end` that can act, in order."""
    found = []
    for predicate in reading.parse.predicates:
        chunk = reading.parse.chunks[predicate.subject] if predicate.subject >= 0 else None
        if chunk is None or chunk.last > end or predicate.relation == "relative" or (found and chunk is found[-1]):
            continue
        head = reading.words[chunk.head]
        if head not in _PRONOUNS and head not in _SELF and _is_animate(reading, chunk):
            found.append(chunk)
    return found


def _is_plural(head: str) -> bool:
    return head in _PLURAL_HEADS or (
        head.endswith("s") and not head.endswith("ss") and head not in _BODIES and not find_state(head)
    )


def _agrees(reading: Reading, word: str, chunk: Chunk) -> bool:
    """ "it" is no person and "he" no state or body."""
    head = reading.words[chunk.head]
    is_body = head in _BODIES or head in _ORGANS or _ref(reading, chunk) is not None
    if word in ("it", "its", "itself", "which", "that"):
        return is_body or not head.endswith(("er", "or", "man", "ist", "ee"))
    return word not in ("he", "she", "him", "her", "himself", "herself") or not is_body or head in _OFFICES


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


def party_of(reading: Reading, chunk: Chunk) -> Party:
    """A chunk as a party, with the ref of the state that it names or whose organ it is."""
    first, last = chunk.first, chunk.last - 1
    name = reading.text_of(first, last)
    return Party(name, _ref(reading, chunk), reading.span_of(first, last))


def _named(reading: Reading, chunk: Chunk, antecedents: Antecedents) -> list[Party]:
    head = reading.words[chunk.head]
    is_name = reading.parse.tokens[chunk.head].text.isupper() and len(head) > 1 and head != "it"  # "US"
    if not is_name and (head in _SELF or not (head in _PRONOUNS or _is_animate(reading, chunk))):
        return []
    if head in _PRONOUNS and not is_name:
        found = antecedents.of(reading, chunk)
        return [Party(found.name, found.ref, reading.span_of(chunk.first, chunk.last - 1))] if found else []
    return [party_of(reading, one) for one in (chunk, *_conjuncts(reading, chunk))]


def _is_animate(reading: Reading, chunk: Chunk) -> bool:
    """Whether a chunk can act: a noun for persons or bodies, or a name that is no date and no list number."""
    word = reading.words[chunk.head]
    if any(chunk.first <= found.at < chunk.last for found in reading.dates) or word in _NO_AGENTS or word[0].isdigit():
        return False
    if word in _BODIES or word in _ORGANS or (unit_of(word) or (None, False))[0] in (Unit.PEOPLE, Unit.FAMILIES):
        return True
    classes = load().classes
    if any(word in classes[name] for name in ("people", "armed", "police", "officials", "source", "rescuers")):
        return True
    if word.endswith(("ers", "ors", "ists", "ants", "men", "ees")) and word not in _NOT_PERSONS:
        return True
    named = reading.parse.tokens[chunk.head].text[0].isupper()
    if named and chunk.head > chunk.first and reading.parse.tokens[chunk.head - 1].text[0].isupper():
        return word not in ("convention", "protocol", "covenant", "act", "code", "constitution")
    first = chunk.first == chunk.head and reading.parse.tokens[chunk.head].start == reading.parse.span[0]
    return named and (not first or word not in _WORDS_OF_THINGS) and word not in _WORDS_OF_THINGS


def _conjuncts(reading: Reading, chunk: Chunk) -> list[Chunk]:
    return [
        other
        for other in reading.parse.chunks
        if other is not chunk
        and other.relation == "coordinated"
        and chunk.first <= other.governor < chunk.last
        and other.first > chunk.last
    ]


def _ref(reading: Reading, chunk: Chunk) -> str | None:
    names = [at for at in range(chunk.first, chunk.last) if reading.words[at] not in _TITLES]
    if not names:
        return None
    whole = find_state(reading.text_of(names[0], names[-1]))
    if whole is not None and not whole.demonym:
        return whole.state.ref
    if reading.words[chunk.head] not in _ORGANS:
        return None
    for size in (3, 2, 1):
        found = find_state(reading.text_of(names[0], min(names[0] + size - 1, names[-1])))
        if found is not None:
            return found.state.ref
    return None


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
                    _ref(reading, chunk) if chunk else None,
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
        if draft.act == "appeal" and frame.affected is not None and reading.marker(frame.affected) == "to":
            draft.addressees += _named(reading, frame.affected, antecedents)
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
    if (
        draft.act == "appeal"
        and frame.predicate.lemma in ("ask", "petition", "lobby", "urge")
        and frame.affected is not None
    ):
        draft.addressees += _named(reading, frame.affected, antecedents)


def _affect(draft: Draft) -> None:
    reading, chunk = draft.reading, draft.frame.affected
    if chunk is None or draft.act in ("condemnation", "breach", "appeal", "consultation", "lawmaking", "halt"):
        return
    head = reading.words[chunk.head]
    if head in _PRONOUNS or head in _SELF:
        return
    first = chunk.first
    while first < chunk.last - 1 and _is_figure_word(reading, first):
        first += 1
    if reading.words[first][0].isdigit():
        return
    draft.affected_name = reading.text_of(first, chunk.last - 1)
    draft.affected_span = reading.span_of(first, chunk.last - 1)
    draft.affected_ref = _nationality(reading, first, chunk.last)


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


def _nationality(reading: Reading, first: int, last: int) -> str | None:
    for start in range(first, last):
        for size in (2, 1):
            if start + size <= last:
                found = find_state(reading.text_of(start, start + size - 1))
                if found is not None and found.demonym:
                    return f"nationality:{found.state.code}"
    return None
