"""The tree of a sentence: every chunk and predicate is hung on a word, in one pass from left to right.

A frame is an open clause. A link word opens one, a finite verb fills one, and a finite verb that finds its frame
filled closes frames until one waits for a verb ("the men who were held | were sent home").
"""

from collections.abc import Sequence

from clarion.language.chunks import Chunk
from clarion.language.parse_groups import Predicate
from clarion.language.parse_words import (
    ASKING,
    CONDITIONS,
    CONTENT_NOUNS,
    INFINITIVE,
    OBJECT_GERUND,
    OBJECT_INFINITIVE,
    RELATIVES,
    REPORTING,
    SAYING,
    TIME_HEADS,
)
from clarion.language.tags_lexicon import Word
from clarion.language.tags_words import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    MARK,
    NOT,
    PREPOSITION,
    QUOTE,
    SUBORDINATOR,
    WH,
)


class _Frame:
    """An open clause: its finite predicate, the last predicate read in it, its possible subject, how it hangs."""

    __slots__ = ("fronted", "governor", "last", "marker", "marker_at", "predicate", "relation", "subject")

    def __init__(self, relation: str, governor: int = -1, marker: str = "", marker_at: int = -1) -> None:
        self.relation, self.governor, self.marker, self.marker_at = relation, governor, marker, marker_at
        self.predicate = self.last = self.subject = -1
        self.fronted: list[Chunk | Predicate] = []


class _Gap:
    """What stands between two units: marks and link words."""

    __slots__ = ("colon", "comma", "conjunction", "preposition", "quote", "semicolon")

    def __init__(self) -> None:
        self.comma = self.conjunction = self.quote = self.colon = self.semicolon = False
        self.preposition = ""


def attach(
    tags: Sequence[int],
    lowered: Sequence[str],
    entries: Sequence[Word],
    chunks: list[Chunk],
    owner: Sequence[int],
    predicates: list[Predicate],
    held: Sequence[int],
) -> None:
    """Fill governor, relation, marker, subject and object of every chunk and predicate."""
    _Builder(tags, lowered, entries, chunks, owner, predicates, held).run()


class _Builder:
    """State of the pass over one sentence."""

    def __init__(
        self,
        tags: Sequence[int],
        lowered: Sequence[str],
        entries: Sequence[Word],
        chunks: list[Chunk],
        owner: Sequence[int],
        predicates: list[Predicate],
        held: Sequence[int],
    ) -> None:
        self.tags, self.lowered, self.entries = tags, lowered, entries
        self.chunks, self.owner, self.predicates, self.held = chunks, owner, predicates, held
        self.frames = [_Frame("root")]
        self.previous = -1  # last token of the unit before
        self.gap = _Gap()

    def run(self) -> None:
        """Read the units in order, then tie up what is left open."""
        n, count = 0, len(self.tags)
        while n < count:
            chunk, predicate = self.owner[n], self.held[n]
            if predicate >= 0 and self.predicates[predicate].first <= n < self.predicates[predicate].last:
                self._predicate(predicate)
                n = self._end_of(predicate, n)
                self.previous, self.gap = n - 1, _Gap()
            elif chunk >= 0:
                self._chunk(chunk)
                n = max(self.chunks[chunk].last, n + 1)
                self.previous, self.gap = n - 1, _Gap()
            else:
                self._between(n)
                n += 1
        self._finish()

    def _end_of(self, predicate: int, n: int) -> int:
        """End of a verb group; a subject inside it ("did the police fire") is read on the way."""
        found = self.predicates[predicate]
        for at in range(n, found.last):
            chunk = self.owner[at]
            if chunk >= 0 and self.chunks[chunk].first == at:
                self.chunks[chunk].governor, self.chunks[chunk].relation = found.head, "subject"
                found.subject = chunk
        return max(found.last, n + 1)

    # words between the units

    def _between(self, n: int) -> None:
        tag, word, gap = self.tags[n], self.lowered[n], self.gap
        if tag & (MARK | QUOTE):
            self._mark(n, tag, word)
        elif tag & CONJUNCTION:
            gap.conjunction = True
        elif tag & PREPOSITION:
            gap.preposition = word
        elif tag & SUBORDINATOR:
            self._open_clause(n, word)
        elif tag & WH:
            self._open_relative(n, word)

    def _mark(self, n: int, tag: int, word: str) -> None:
        gap, frame = self.gap, self.frames[-1]
        if tag & QUOTE:
            gap.quote = True
            if frame.last >= 0 and self.predicates[frame.last].lemma in REPORTING and self.previous >= 0 and gap.comma:
                self._push(_Frame("quoted", self.predicates[frame.last].head, "", n))
        elif word == ",":
            gap.comma = True
        elif word in (";", ".", "!", "?"):
            gap.semicolon = True
            self.frames = [_Frame("root")]
        elif word == ":":
            gap.colon = True
            saying = frame.last >= 0 and self.predicates[frame.last].lemma in REPORTING
            governor = self.predicates[frame.last].head if saying else -1
            self.frames = [_Frame("quoted" if saying else "root", governor)]
        elif word in ("-", "--", "–", "—", "(", ")", "...", "…"):
            gap.comma = True

    def _push(self, frame: _Frame) -> None:
        self.frames.append(frame)
        if len(self.frames) > 40:  # no sentence is that deep; keeps odd input linear
            del self.frames[1:20]

    def _open_clause(self, n: int, word: str) -> None:
        """A subordinating word: that, if, because, while, and after, before, until, as with a clause."""
        frame = self.frames[-1]
        if word == "that":
            self._open_that(n)
            return
        last = self.predicates[frame.last] if frame.last >= 0 else None
        if word == "whether" or (word == "if" and last and last.lemma in ASKING and self.previous == last.last - 1):
            self._push(_Frame("complement", last.head if last else -1, "whether", n))
            return
        relation = "conditional" if word in CONDITIONS else "adjunct"
        self._push(_Frame(relation, last.head if last else -1, word, n))

    def _open_that(self, n: int) -> None:
        if self.gap.conjunction:
            for depth in range(len(self.frames) - 1, 0, -1):
                if self.frames[depth].marker == "that":
                    again = self.frames[depth]
                    del self.frames[depth:]
                    self._push(_Frame(again.relation, again.governor, "that", n))
                    return
        frame = self.frames[-1]
        last = self.predicates[frame.last] if frame.last >= 0 else None
        chunk = self.owner[self.previous] if self.previous >= 0 else -1
        if chunk >= 0 and self.previous == n - 1:
            head = self.chunks[chunk].head
            noun = self.entries[head].noun
            tells = last is not None and last.lemma in SAYING and not noun_takes(noun)
            if noun_takes(noun) or not tells:
                self._push(_Frame("complement" if noun_takes(noun) else "relative", head, "that", n))
                return
        self._push(_Frame("complement", last.head if last else -1, "that", n))

    def _open_relative(self, n: int, word: str) -> None:
        """who, which, relative that, where, when, how …"""
        frame = self.frames[-1]
        chunk = self.owner[self.previous] if self.previous >= 0 else -1
        last = self.predicates[frame.last] if frame.last >= 0 else None
        if self.previous < 0:
            self._push(
                _Frame("adjunct" if word in ("when", "whenever", "wherever", "however") else "root", -1, word, n)
            )
        elif chunk >= 0 and (
            word in RELATIVES or (word in ("where", "why", "when") and not self._is_time(n, word, chunk))
        ):
            self._push(_Frame("relative", self.chunks[chunk].head, word, n))
        elif word in ("when", "where", "whenever", "however") or last is None:
            self._push(_Frame("adjunct", last.head if last else -1, word, n))
        else:
            self._push(_Frame("complement", last.head, word, n))

    def _is_time(self, n: int, word: str, chunk: int) -> bool:
        """ "when" after a noun opens a clause of time, unless the noun is one of time ("the day when")."""
        return word == "when" and self.entries[self.chunks[chunk].head].noun not in TIME_HEADS

    # chunks

    def _chunk(self, number: int) -> None:
        chunk, frame, gap = self.chunks[number], self.frames[-1], self.gap
        if self.lowered[chunk.first] == "whose":
            before = self.owner[self.previous] if self.previous >= 0 else -1
            self._push(_Frame("relative", self.chunks[before].head if before >= 0 else -1, "whose", chunk.first))
            self.frames[-1].subject = number
            return
        before = self.owner[self.previous] if self.previous >= 0 else -1
        last = self.predicates[frame.last] if frame.last >= 0 else None
        if chunk.preposition >= 0:
            self._phrase(chunk, before, last)
            return
        time = self.entries[chunk.head].noun in TIME_HEADS and not gap.conjunction
        if before >= 0 and gap.conjunction:
            chunk.governor, chunk.relation = self.chunks[before].head, "coordinated"
            if frame.predicate >= 0:
                frame.subject = number
            elif frame.subject < 0 and last is None:
                frame.subject = before if self.chunks[before].preposition < 0 else number
        elif last is not None and not gap.comma and not gap.semicolon and not gap.colon:
            chunk.governor, chunk.relation = last.head, "adjunct" if time else "object"
            if last.object < 0 and not time:
                last.object = number
            if frame.predicate >= 0 and not time:
                frame.subject = number
        elif gap.comma and before >= 0 and (frame.subject >= 0 or last is not None):
            chunk.governor, chunk.relation = self.chunks[before].head, "apposition"
            if frame.predicate >= 0:
                frame.subject = number
        else:
            if last is not None:
                chunk.governor, chunk.relation = last.head, "adjunct"
            self._maybe_subject(number, time)

    def _maybe_subject(self, number: int, time: bool) -> None:
        frame = self.frames[-1]
        if time and frame.predicate < 0:
            frame.fronted.append(self.chunks[number])
            if frame.subject < 0:
                frame.subject = number
            return
        frame.subject = number

    def _phrase(self, chunk: Chunk, before: int, last: Predicate | None) -> None:
        """Hang a chunk with a preposition on the noun or verb before it."""
        word = self.lowered[chunk.preposition]
        gap = self.gap
        chunk.relation = "oblique"
        if before >= 0 and gap.conjunction:
            chunk.governor, chunk.relation = self.chunks[before].head, "coordinated"
            if self.chunks[before].preposition < 0 and last is not None:
                chunk.governor, chunk.relation = last.head, "oblique"
            return
        adjacent = before >= 0 and not gap.comma and self.previous >= chunk.preposition - 2
        frame = self.frames[-1]
        if adjacent and (word in ("of", "between", "among") or last is None or self._noun_holds(before, word)):
            chunk.governor = self.chunks[before].head
        elif last is not None and not (frame.predicate < 0 and gap.comma):
            chunk.governor = last.head
        elif before >= 0 and not gap.comma:
            chunk.governor = self.chunks[before].head
        else:
            frame.fronted.append(chunk)

    def _noun_holds(self, before: int, word: str) -> bool:
        head = self.entries[self.chunks[before].head]
        if word in ("after", "before", "since", "during", "until", "despite", "without"):
            return False
        return noun_takes(head.noun) or head.noun.endswith(("tion", "sion", "ment", "ism")) or bool(head.mask & BASE)

    # predicates

    def _predicate(self, number: int) -> None:
        predicate = self.predicates[number]
        gap = self.gap
        if predicate.form == "infinitive":
            self._infinitive(predicate)
        elif predicate.form in ("gerund", "participle"):
            if gap.conjunction and self._joined(predicate):
                pass
            elif predicate.form == "gerund":
                self._gerund(predicate)
            else:
                self._participle(predicate, number)
        elif self.tags[predicate.first] & BASE and (gap.conjunction or gap.comma) and self._joined(predicate):
            pass
        else:
            self._finite(predicate, number)
            return
        frame = self.frames[-1]
        frame.last = number

    def _joined(self, predicate: Predicate) -> bool:
        """Join a bare form to the nearest predicate of the same form: "to stop and release", "was held and beaten"."""
        wanted = self.tags[predicate.head if not predicate.copula else predicate.first]
        frame = self.frames[-1]
        at = frame.last
        for number in range(at, max(at - 6, -1), -1):
            other = self.predicates[number]
            if other.copula or not self.tags[other.head] & wanted:
                continue
            if wanted & BASE and other.form == "finite" and not other.modal and other.subject < 0 and other.tense == "":
                continue
            predicate.governor, predicate.relation = other.head, "coordinated"
            predicate.form, predicate.modal, predicate.tense = other.form, other.modal, other.tense
            predicate.passive, predicate.perfect = (
                (other.passive and not predicate.passive) or predicate.passive,
                other.perfect,
            )
            predicate.subject = other.subject
            return True
        return False

    def _infinitive(self, predicate: Predicate) -> None:
        frame, gap = self.frames[-1], self.gap
        predicate.marker, predicate.relation = "to", "complement"
        chunk = self.owner[self.previous] if self.previous >= 0 else -1
        last = self.predicates[frame.last] if frame.last >= 0 else None
        if gap.conjunction and last is not None:
            for number in range(frame.last, max(frame.last - 4, -1), -1):
                if self.predicates[number].form == "infinitive" and self.predicates[number].relation != "coordinated":
                    predicate.governor, predicate.relation = self.predicates[number].head, "coordinated"
                    return
        if chunk >= 0 and not gap.comma:
            head = self.chunks[chunk].head
            if noun_takes(self.entries[head].noun) or (self.tags[head] & ADJECTIVE and last is None):
                predicate.governor = head
                return
            if last is not None and last.lemma in OBJECT_INFINITIVE:
                predicate.governor, predicate.subject = last.head, chunk
                return
        if last is not None:
            takes = last.lemma in INFINITIVE or last.copula
            predicate.governor = last.head
            predicate.relation = (
                "complement" if takes and (chunk < 0 or last.copula or last.lemma in INFINITIVE) else "purpose"
            )
            if gap.comma and predicate.relation == "complement" and chunk >= 0:
                predicate.relation = "purpose"
            return
        if chunk >= 0:
            predicate.governor, predicate.relation = self.chunks[chunk].head, "relative"
            return
        predicate.relation = "purpose"
        frame.fronted.append(predicate)

    def _gerund(self, predicate: Predicate) -> None:
        frame, gap = self.frames[-1], self.gap
        chunk = self.owner[self.previous] if self.previous >= 0 else -1
        last = self.predicates[frame.last] if frame.last >= 0 else None
        if (
            frame.predicate < 0
            and frame.marker_at >= 0
            and self.previous < frame.marker_at
            and frame.relation != "relative"
        ):
            self._fill(predicate)  # "while returning", "after being held"
            return
        predicate.marker = gap.preposition
        if gap.preposition:
            predicate.relation = "adjunct"
            if chunk >= 0 and not gap.comma and self._noun_holds(chunk, gap.preposition):
                predicate.governor, predicate.relation = self.chunks[chunk].head, "complement"
            elif last is not None:
                predicate.governor = last.head
                if gap.preposition in ("of", "from", "for", "in", "to", "about", "with", "at", "on", "against"):
                    predicate.relation = "complement"
            elif chunk >= 0:
                predicate.governor = self.chunks[chunk].head
            else:
                frame.fronted.append(predicate)
        elif last is not None and self.previous == last.last - 1 and not gap.comma:
            predicate.governor, predicate.relation = last.head, "complement"
        elif chunk >= 0 and not gap.comma:
            if last is not None and last.lemma in OBJECT_GERUND and last.object == chunk:
                predicate.governor, predicate.relation, predicate.subject = last.head, "complement", chunk
            else:
                predicate.governor, predicate.relation = self.chunks[chunk].head, "relative"
                predicate.subject = chunk
        elif last is not None:
            predicate.governor, predicate.relation = last.head, "adjunct"
        else:
            predicate.relation = "subject"
            frame.fronted.append(predicate)

    def _participle(self, predicate: Predicate, number: int) -> None:
        frame, gap = self.frames[-1], self.gap
        predicate.passive = True
        chunk = self.owner[self.previous] if self.previous >= 0 else -1
        last = self.predicates[frame.last] if frame.last >= 0 else None
        if frame.predicate < 0 and frame.marker_at >= 0 and self.previous < frame.marker_at:
            self._fill(predicate)  # "if returned", "as expected"
            frame.predicate = number
        elif chunk >= 0 and not gap.comma:
            predicate.governor, predicate.relation = self.chunks[chunk].head, "relative"
            predicate.subject = chunk
        elif last is not None:
            predicate.governor, predicate.relation = last.head, "adjunct"
            if self.previous == last.last - 1 and not gap.comma:
                predicate.relation = "complement"
        else:
            predicate.relation = "adjunct"
            frame.fronted.append(predicate)

    def _finite(self, predicate: Predicate, number: int) -> None:
        frame, gap = self.frames[-1], self.gap
        if frame.predicate < 0:
            self._take(predicate, number)
            return
        last = self.predicates[frame.last]
        subject = frame.subject
        if subject < 0 or self.chunks[subject].first < last.first:
            self._without_subject(predicate, number)
            return
        chunk = self.chunks[subject]
        joined = any(self.tags[at] & CONJUNCTION for at in range(max(chunk.first - 2, 0), chunk.first))
        direct = chunk.first <= last.last + 1 and not self._comma_before(chunk.first)
        if last.lemma in SAYING and direct and not joined:
            self._push(_Frame("complement", last.head))
        elif predicate.lemma in REPORTING and self._comma_before(chunk.first) and not joined and not gap.conjunction:
            self._report(predicate, number, subject)
            return
        elif (depth := self._waiting()) >= 0:
            del self.frames[depth + 1 :]
        elif joined:
            self._coordinate(predicate, number, subject)
            return
        elif not self._comma_before(chunk.first) and chunk.first and self.owner[chunk.first - 1] >= 0:
            self._push(_Frame("relative", self.chunks[self.owner[chunk.first - 1]].head))
        elif gap.comma or self._comma_before(chunk.first):
            self.frames = [_Frame("root")]
        else:
            self._push(_Frame("complement", last.head))
        self.frames[-1].subject = self.frames[-1].subject if self.frames[-1].subject >= 0 else subject
        self._take(predicate, number)

    def _comma_before(self, token: int) -> bool:
        at = token - 1
        while at >= 0 and self.tags[at] & (ADVERB | PREPOSITION | NOT):
            at -= 1
        return at >= 0 and bool(self.tags[at] & (MARK | QUOTE))

    def _waiting(self) -> int:
        """The innermost frame above the current one that waits for its finite verb, or -1."""
        for depth in range(len(self.frames) - 2, -1, -1):
            if self.frames[depth].predicate < 0:
                return depth
        return -1

    def _without_subject(self, predicate: Predicate, number: int) -> None:
        frame, gap = self.frames[-1], self.gap
        depth = self._waiting()
        if depth >= 0 and not gap.conjunction:
            del self.frames[depth + 1 :]
            self._take(predicate, number)
        elif predicate.lemma in REPORTING and (gap.comma or gap.quote) and not gap.conjunction:
            self._report(predicate, number, -1)
        else:
            self._coordinate(predicate, number, self.predicates[frame.predicate].subject)

    def _coordinate(self, predicate: Predicate, number: int, subject: int) -> None:
        frame = self.frames[-1]
        far = self.gap.comma or (
            subject >= 0 and self.chunks[subject].first >= 2 and self.lowered[self.chunks[subject].first - 2] == ","
        )
        if (
            far
            and len(self.frames) > 1
            and self.frames[0].predicate >= 0
            and (frame.relation not in ("complement", "quoted") or self.gap_but(predicate))
        ):
            del self.frames[1:]
            frame = self.frames[0]
        other = self.predicates[frame.predicate]
        predicate.governor, predicate.relation, predicate.subject = other.head, "coordinated", subject
        if subject >= 0 and self.chunks[subject].first > other.first:
            self._make_subject(predicate, subject)
        frame.predicate = frame.last = number
        frame.subject = -1

    def gap_but(self, predicate: Predicate) -> bool:
        """Whether "but" or "so" joins the clause: it goes on outside the reported words."""
        first = predicate.first
        if predicate.subject >= 0:
            first = min(first, self.chunks[predicate.subject].first)
        return any(self.lowered[at] in ("but", "yet", "so") for at in range(max(0, first - 8), first))

    def _report(self, predicate: Predicate, number: int, subject: int) -> None:
        """ "…, police said": the verb of saying governs what stands before it."""
        top = self.frames[0]
        predicate.relation = "root"
        if subject >= 0:
            self._make_subject(predicate, subject)
        if top.predicate >= 0:
            first = self._first_of(self.predicates[top.predicate])
            if first is not predicate and first.governor < 0:
                first.governor, first.relation = predicate.head, "quoted"
        del self.frames[1:]
        top.subject = -1
        top.last = number

    def _first_of(self, predicate: Predicate) -> Predicate:
        while predicate.relation == "coordinated" and predicate.governor >= 0 and self.held[predicate.governor] >= 0:
            predicate = self.predicates[self.held[predicate.governor]]
        return predicate

    def _take(self, predicate: Predicate, number: int) -> None:
        """Make a finite predicate that of the current frame."""
        frame = self.frames[-1]
        self._fill(predicate)
        frame.predicate = frame.last = number
        if frame.subject >= 0 and predicate.subject < 0:
            self._make_subject(predicate, frame.subject)
        elif predicate.subject < 0 and frame.relation == "relative" and frame.governor >= 0:
            predicate.subject = self.owner[frame.governor]
        frame.subject = -1

    def _fill(self, predicate: Predicate) -> None:
        """Hang a predicate as its frame hangs, and hang on it what waited for it."""
        frame = self.frames[-1]
        predicate.governor, predicate.relation = frame.governor, frame.relation
        predicate.marker, predicate.marker_at = frame.marker, frame.marker_at
        if frame.governor < 0 and len(self.frames) > 1:
            parent = self.frames[-2]
            if parent.predicate >= 0:
                predicate.governor = self.predicates[parent.predicate].head
            else:
                parent.fronted.append(predicate)
        for waiting in frame.fronted:
            if waiting.governor < 0:
                waiting.governor = predicate.head
                if isinstance(waiting, Chunk) and not waiting.relation:
                    waiting.relation = "adjunct"
        frame.fronted = []
        if frame.predicate < 0:
            frame.predicate = frame.last = self.held[predicate.head]

    def _make_subject(self, predicate: Predicate, number: int) -> None:
        chunk = self.chunks[number]
        while chunk.relation == "coordinated" and chunk.governor >= 0 and predicate.relation != "coordinated":
            first = self.owner[chunk.governor]
            if first < 0 or self.chunks[first].relation in ("object", "oblique", "subject"):
                break
            number, chunk = first, self.chunks[first]
        if chunk.preposition < 0:
            chunk.governor, chunk.relation = predicate.head, "subject"
        predicate.subject = number

    def _finish(self) -> None:
        """A clause with no finite verb is a headline: its first participle or infinitive is what it tells."""
        for frame in self.frames[:1]:
            if frame.predicate >= 0 or frame.last < 0:
                continue
            for predicate in self.predicates:
                if predicate.relation in ("relative", "adjunct") and predicate.form == "participle":
                    predicate.relation, predicate.governor = "root", -1
                    if predicate.subject >= 0 and self.chunks[predicate.subject].preposition < 0:
                        self._make_subject(predicate, predicate.subject)
                    break


def noun_takes(noun: str) -> bool:
    """Whether a noun takes a clause or phrase that says what it is about."""
    return noun in CONTENT_NOUNS
