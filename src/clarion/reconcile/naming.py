"""Names joined into voices one document at a time: what comes out is what joining them all at once gives.

Whom a name is taken for depends only on names that share words, an ending or initials with it, so a new document
touches the voices of the names that it holds and of those near them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from clarion.model import (
    Claim,
    Document,
    DocumentId,
    Judgement,
    JudgementVerdict,
    Span,
    Voice,
    VoiceId,
    VoiceKind,
    VoiceRole,
    made_id,
)
from clarion.reconcile.affiliations import affiliations
from clarion.reconcile.judged import standing
from clarion.reconcile.keyed import Keyed
from clarion.reconcile.names import folded, initials, is_named
from clarion.reconcile.voices import (
    Key,
    Mention,
    Name,
    joined_as_judged,
    judged_pairs,
    mentions,
    same,
    shown,
    stemmed,
    voice_of,
)

_form = itemgetter(0)  # of a mention


class Naming:
    """The names of a set of documents and the voices that they make."""

    def __init__(self) -> None:
        self.voices: dict[VoiceId, Voice] = {}
        self._names: dict[Key, Name] = {}
        self._mentions: dict[DocumentId, tuple[Mention, ...]] = {}  # by their written forms
        self._by_stem: Keyed[Key, Key] = Keyed()
        self._by_part: Keyed[Key, Key] = Keyed()  # names by the words that they begin or end with
        self._by_initials: Keyed[str, Key] = Keyed()
        self._capitals: Keyed[str, Key] = Keyed()  # names that may be initials
        self._indexed: dict[Key, tuple[str, str | None]] = {}
        self._taken_for: dict[Key, tuple[Key, str]] = {}
        self._takes: Keyed[Key, Key] = Keyed()
        self._voice_of: dict[Key, VoiceId] = {}
        self._end_of: dict[VoiceId, Key] = {}
        self._bodies: Keyed[Key, VoiceId] = Keyed()
        self._led: Keyed[Key, VoiceId] = Keyed()  # voices by the bodies that they speak for
        self._head: dict[VoiceId, VoiceId] = {}
        self._root: dict[VoiceId, VoiceId] = {}
        self._by_id: dict[str, Key] = {}
        self._words: list[Judgement] = []
        self._judged: dict[frozenset[Key], Judgement] = {}
        self._fixed: dict[Key, tuple[Key, str]] = {}

    # questions

    @property
    def all(self) -> tuple[Voice, ...]:
        """All voices, by id."""
        return tuple(voice for _, voice in sorted(self.voices.items()))

    def voice(self, document: DocumentId, name: str) -> VoiceId | None:
        """The voice of a written name, or None when it is not a known voice."""
        held = self._mentions.get(document, ())
        at = bisect_left(held, name, key=_form)
        return self._voice_of[held[at][1]] if at < len(held) and held[at][0] == name else None

    def root(self, document: DocumentId, name: str) -> VoiceId | None:
        """The voice at the root of a written name, or None when the name is not a known voice."""
        voice = self.voice(document, name)
        return None if voice is None else self._root[voice]

    def roots_in(self, document: DocumentId) -> set[VoiceId]:
        """The voices at the root that are heard in a document."""
        return {self._root[self._voice_of[key]] for _, key, _, _ in self._mentions.get(document, ())}

    def kind(self, voice: VoiceId) -> VoiceKind:
        """What a voice is."""
        return self.voices[voice].kind

    # changes

    def change(
        self,
        gone: Iterable[DocumentId],
        new: Iterable[tuple[Document, Sequence[Claim]]],
        judgements: Sequence[Judgement] | None = None,
    ) -> tuple[set[DocumentId], set[VoiceId]]:
        """Take documents out and in. Returns the documents in which a name now means another, and voices changed.

        `judgements` are those of the case in the order of its log, if they changed.
        """
        if judgements is not None:
            self._words = [one for one in standing(judgements) if one.about.startswith("voi_")]
        touched: set[Key] = set()
        for document in gone:
            for mention in self._mentions.pop(document, ()):
                self._names[mention[1]].count(document, mention, -1)
                touched.add(mention[1])
        for made, claims in new:
            held = self._mentions[made.id] = tuple(sorted(_mentions_of(made, claims), key=_form))
            for mention in held:
                self._names.setdefault(mention[1], Name()).count(made.id, mention, 1)
                touched.add(mention[1])
        touched |= {key for pair in self._judged for key in pair}
        near = touched | self._shorter(touched)
        self._reindex({key for key in touched if key in self._names})
        near |= self._judge()
        near |= self._shorter(near)
        ends = {self._end(key) for key in near if key in self._voice_of}
        for key in sorted(near):
            self._take(key)
        ends |= {self._end(key) for key in near if key in self._names}
        return self._rebuild(ends, near)

    def _judge(self) -> set[Key]:
        """Work out anew what people judged of names. Returns the names that they judged."""
        if not self._words:
            self._judged, self._fixed = {}, {}
            return set()
        self._judged = judged_pairs(self._names, self._by_id, self._words)
        self._fixed = joined_as_judged(self._names, self._judged)
        return {key for pair in self._judged for key in pair}

    def _shorter(self, keys: Iterable[Key]) -> set[Key]:
        """The names that may be taken for one of these."""
        found: set[Key] = set()
        for key in keys:
            if key[0] != "?" and key in self._indexed:
                found.update(part for part in _parts(key) if part in self._names)
                found |= self._by_stem.at(stemmed(key))
                found |= self._capitals.at(self._indexed[key][0])
        return found

    def _reindex(self, keys: Iterable[Key]) -> None:
        for key in keys:
            if key[0] == "?":
                if not self._names[key].forms:
                    del self._names[key]
                continue
            if key in self._indexed:
                first, capitals = self._indexed.pop(key)
                self._by_id.pop(made_id("voi", *key), None)
                self._by_initials.discard(first, key)
                if capitals:
                    self._capitals.discard(capitals, key)
                self._by_stem.discard(stemmed(key), key)
                for part in _parts(key):
                    self._by_part.discard(part, key)
            if not self._names[key].forms:
                del self._names[key]
                continue
            name = shown(self._names[key])
            plain = name.replace(".", "")
            capitals = plain if len(name) > 1 and plain.isupper() else None
            first = initials(name)
            self._indexed[key] = first, capitals
            self._by_id[made_id("voi", *key)] = key
            self._by_initials.add(first, key)
            if capitals:
                self._capitals.add(capitals, key)
            self._by_stem.add(stemmed(key), key)
            for part in _parts(key):
                self._by_part.add(part, key)

    def _take(self, key: Key) -> None:
        """Find the fuller name that a name is taken for."""
        old = self._taken_for.pop(key, None)
        if old:
            self._takes.discard(old[0], key)
        if key[0] == "?" or key not in self._names:
            return
        if key in self._fixed:
            self._taken_for[key] = self._fixed[key]
            self._takes.add(self._fixed[key][0], key)
            return
        fuller: list[tuple[Key, str]] = []
        for other in self._candidates(key):
            if other == key or other in self._fixed or frozenset({key, other}) in self._judged:
                continue
            if reason := same(self._names, key, other):
                fuller.append((other, reason))
                if len(fuller) > 1:
                    return  # two equal matches are a question for a person, not a coin toss
        if fuller:
            self._taken_for[key] = fuller[0]
            self._takes.add(fuller[0][0], key)

    def _candidates(self, key: Key) -> Iterator[Key]:
        found = self._by_part.at(key) | self._by_stem.at(stemmed(key))
        capitals = self._indexed[key][1]
        return iter(found | self._by_initials.at(capitals) if capitals else found)

    def _end(self, key: Key) -> Key:
        """The fullest name that a name is taken for, unless people judged that it is another's."""
        end = self._fullest(key)
        word = self._judged.get(frozenset({key, end})) if self._judged else None
        return key if word is not None and word.verdict == JudgementVerdict.NOT_SAME else end

    def _fullest(self, key: Key) -> Key:
        seen = {key}
        while key in self._taken_for and self._taken_for[key][0] not in seen:
            key = self._taken_for[key][0]
            seen.add(key)
        return key

    def _apart_reasons(self, members: Sequence[Key]) -> Iterator[str]:
        """Why names of a voice are kept apart from others, as judged."""
        for pair, word in self._judged.items():
            if word.verdict == JudgementVerdict.NOT_SAME and not pair.isdisjoint(members):
                for key in sorted(pair):
                    if frozenset({key, self._fullest(key)}) == pair:
                        yield f"“{shown(self._names[key])}” is kept apart as judged: {word.reason}"

    def _members(self, end: Key) -> list[Key]:
        found, todo = {end}, [end]
        while todo:
            for key in self._takes.at(todo.pop()):
                if key not in found:
                    found.add(key)
                    todo.append(key)
        return sorted(key for key in found if key in self._names and self._end(key) == end)

    def _rebuild(self, ends: set[Key], near: set[Key]) -> tuple[set[DocumentId], set[VoiceId]]:
        moved: set[Key] = set()
        changed: set[VoiceId] = set()
        faces: list[Voice] = []
        kinds: set[VoiceId] = set()
        for end in sorted(ends):
            members = self._members(end) if end in self._names else []
            name = VoiceId(made_id("voi", *end))
            old = self.voices.pop(name, None)
            if old is not None:
                self._unlist(old)
            for key in members:
                if self._voice_of.get(key) != name:
                    moved.add(key)
                self._voice_of[key] = name
            if members:
                reasons = {self._taken_for[key][1] for key in members if key in self._taken_for and key != end}
                reasons.update(self._apart_reasons(members))
                new = voice_of(name, end, self._names[end], [self._names[key] for key in members], reasons)
                self.voices[name] = new
                self._end_of[name] = end
                self._list(new)
            else:
                self._end_of.pop(name, None)
            if old != self.voices.get(name):
                changed.add(name)
            if old is None or name not in self.voices or _faces(old) != _faces(self.voices[name]):
                faces += [one for one in (old, self.voices.get(name)) if one]
            if old is not None and name in self.voices and old.kind != self.voices[name].kind:
                kinds.add(name)
        for key in near:
            if key not in self._names:
                self._voice_of.pop(key, None)
        kinds |= self._reroot(self._near_roots(faces))
        documents = {document for key in moved for document in self._names[key].documents}
        for voice in kinds:
            if voice in self.voices:
                documents.update(self.voices[voice].speaks_in)
        return documents, changed

    # who leads to whom

    def _list(self, voice: Voice) -> None:
        for form in (voice.name, *voice.aliases):
            self._bodies.add(stemmed(folded(form)), voice.id)
        for body in voice.affiliations:
            self._led.add(stemmed(folded(body)), voice.id)

    def _unlist(self, voice: Voice) -> None:
        for form in (voice.name, *voice.aliases):
            self._bodies.discard(stemmed(folded(form)), voice.id)
        for body in voice.affiliations:
            self._led.discard(stemmed(folded(body)), voice.id)

    def _near_roots(self, voices: Sequence[Voice]) -> set[VoiceId]:
        """Voices whose root may change with these: those who speak for them, and for those in turn."""
        found = {voice.id for voice in voices}
        todo = list(voices)
        while todo:
            voice = todo.pop()
            for form in (voice.name, *voice.aliases):
                for other in self._led.at(stemmed(folded(form))):
                    if other not in found and other in self.voices:
                        found.add(other)
                        todo.append(self.voices[other])
        return found

    def _reroot(self, voices: set[VoiceId]) -> set[VoiceId]:
        for voice in voices:
            if voice in self.voices:
                self._head[voice] = self._leader(self.voices[voice])
            else:
                self._head.pop(voice, None)
        changed = set()
        for voice in voices:
            root = self._followed(voice) if voice in self.voices else None
            if root != self._root.get(voice):
                changed.add(voice)
            if root is None:
                self._root.pop(voice, None)
            else:
                self._root[voice] = root
        return changed

    def _leader(self, voice: Voice) -> VoiceId:
        """The first body, by alphabet, that a voice speaks for and that is itself a voice; else the voice itself."""
        for body in voice.affiliations:
            found = min(self._bodies.at(stemmed(folded(body))), default=None)
            if found is not None and found != voice.id:
                return found
        return voice.id

    def _followed(self, voice: VoiceId) -> VoiceId:
        """The last body that voices lead to; of voices that lead to each other in a ring, the first by id."""
        seen = [voice]
        while self._head[seen[-1]] not in seen:
            seen.append(self._head[seen[-1]])
        return min(seen[seen.index(self._head[seen[-1]]) :])


def join_voices(documents: Sequence[Document], claims: Iterable[Claim], judgements: Sequence[Judgement] = ()) -> Naming:
    """Join the written names of publishers, authors and speakers into voices; what people judged counts before names.

    `judgements` are those of the case in the order of its log.
    """
    of_document: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_document[claim.document].append(claim)
    naming = Naming()
    naming.change([], [(document, of_document[document.id]) for document in documents], judgements)
    return naming


def _faces(voice: Voice) -> tuple[object, ...]:
    return (voice.name, voice.aliases, voice.affiliations)


def _parts(key: Key) -> list[Key]:
    """The shorter names that a name begins or ends with."""
    return [part for size in range(1, len(key)) for part in {key[:size], key[-size:]}]


def _mentions_of(document: Document, claims: Sequence[Claim]) -> Iterator[Mention]:
    text = document.text or ""
    for _, name, span, role in dict.fromkeys(mentions([document], claims)):
        key = folded(name) if is_named(name) else ("?", document.id, *folded(name))
        at = span or (_signed(text, name) if role == VoiceRole.AUTHOR else None)
        posts = affiliations(text, *at) if at and key[0] != "?" else ()
        yield name, key, posts, role == VoiceRole.PUBLISHER


def _signed(text: str, name: str) -> Span | None:
    """Where a writer is named last, beside which a note says who that is."""
    at = text.rfind(name)
    return (at, at + len(name)) if at >= 0 else None
