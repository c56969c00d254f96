"""Who speaks: the names of a set of documents joined into voices, each joining with its reason.

Nothing is erased: a voice keeps every written form as an alias, so a person can undo a joining.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clarion.model import (
    Claim,
    Document,
    DocumentId,
    Judgement,
    JudgementVerdict,
    Voice,
    VoiceId,
    VoiceKind,
    VoiceRole,
    made_id,
)
from clarion.reconcile.affiliations import Affiliation, affiliations
from clarion.reconcile.judged import standing
from clarion.reconcile.names import folded, initials, is_named, kind_of, title_of

Key = tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    """One folded name while names are being joined."""

    forms: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    documents: set[DocumentId] = field(default_factory=set)
    posts: set[Affiliation] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of a set of documents, and who each written name is."""

    all: tuple[Voice, ...]
    by_name: Mapping[tuple[DocumentId, str], VoiceId]
    root_of: Mapping[VoiceId, VoiceId]  # a person and the body that the person leads have one root

    def root(self, document: DocumentId, name: str) -> VoiceId | None:
        """The voice at the root of a written name, or None when the name is not a known voice."""
        voice = self.by_name.get((document, name))
        return self.root_of[voice] if voice else None

    def heard_in(self) -> dict[VoiceId, frozenset[DocumentId]]:
        """For each voice at the root the documents in which it, or somebody who speaks for it, is heard."""
        found: dict[VoiceId, set[DocumentId]] = defaultdict(set)
        for voice in self.all:
            found[self.root_of[voice.id]].update(voice.speaks_in)
        return {voice: frozenset(documents) for voice, documents in found.items()}


def join_voices(documents: Sequence[Document], claims: Iterable[Claim], judgements: Sequence[Judgement] = ()) -> Voices:
    """Join the written names of publishers, authors and speakers into voices; what people judged counts before names.

    `judgements` are those of the case in the order of its log.
    """
    texts = {document.id: document.text or "" for document in documents}
    entries: dict[Key, _Entry] = defaultdict(_Entry)
    written: dict[tuple[DocumentId, str], Key] = {}
    for document, name, span, role in sorted(set(_mentions(documents, claims)), key=str):
        key = folded(name) if is_named(name) else ("?", document, *folded(name))
        written[document, name] = key
        entry = entries[key]
        entry.forms[name] += 1
        entry.documents.add(document)
        entry.publishes |= role == VoiceRole.PUBLISHER
        if span and key[0] != "?":
            entry.posts.update(affiliations(texts[document], *span))
    merged = _merge(entries, _judged(entries, judgements))
    return _finish(entries, merged, written)


def _mentions(
    documents: Sequence[Document], claims: Iterable[Claim]
) -> Iterable[tuple[DocumentId, str, tuple[int, int] | None, VoiceRole]]:
    for document in documents:
        if document.publisher:
            yield document.id, document.publisher, None, VoiceRole.PUBLISHER
        for author in document.authors:
            start = (document.text or "").rfind(author)
            yield document.id, author, (start, start + len(author)) if start >= 0 else None, VoiceRole.AUTHOR
    for claim in claims:
        for voice in claim.voices:
            if voice.role not in (VoiceRole.PUBLISHER, VoiceRole.AUTHOR):
                yield claim.document, voice.name, voice.span, voice.role


def _judged(entries: Mapping[Key, _Entry], judgements: Sequence[Judgement]) -> dict[frozenset[Key], Judgement]:
    """The pairs of names that people judged to be one voice, or two. `value` names a voice by its id or a written name.

    A judgement on names that no document holds any more is left out.
    """
    words = [one for one in standing(judgements) if one.about.startswith("voi_")]
    if not words:
        return {}
    known = {made_id("voi", *key): key for key in entries}
    found: dict[frozenset[Key], Judgement] = {}
    for one in words:
        value = one.value or ""
        pair = frozenset(key for key in (known.get(one.about), known.get(value) or folded(value)) if key in entries)
        if len(pair) > 1 and one.verdict in (JudgementVerdict.SAME, JudgementVerdict.NOT_SAME):
            found.pop(pair, None)  # type: ignore[arg-type]
            found[pair] = one  # type: ignore[index]
    return found


def _merge(entries: dict[Key, _Entry], judged: Mapping[frozenset[Key], Judgement]) -> dict[Key, Key]:
    """Map each folded name to the fuller name it is taken for."""
    merged: dict[Key, Key] = {}
    for pair, word in judged.items():
        if word.verdict == JudgementVerdict.SAME:
            _merge_as_judged(merged, entries, pair, word)
    named = sorted(key for key in entries if key[0] != "?" and key not in merged)
    for key in named:
        fuller = [
            other
            for other in named
            if other != key and frozenset({key, other}) not in judged and (reason := _same(entries, key, other))
        ]
        # one candidate or none: two equal matches are a question for a person, not a coin toss
        if len(fuller) == 1:
            reason = _same(entries, key, fuller[0])
            merged[key] = fuller[0]
            entries[fuller[0]].reasons.append(reason or "")
    ends = {key: _end(merged, key) for key in entries}
    for key, end in sorted(ends.items()):
        kept_apart = judged.get(frozenset({key, end}))
        if kept_apart is not None and kept_apart.verdict == JudgementVerdict.NOT_SAME:
            ends[key] = key
            for at in (key, end):
                entries[at].reasons.append(f"“{_shown(entries[key])}” is kept apart as judged: {kept_apart.reason}")
    return ends


def _merge_as_judged(
    merged: dict[Key, Key], entries: Mapping[Key, _Entry], pair: frozenset[Key], word: Judgement
) -> None:
    """Take one name for the other: the name written in fewer documents, then the shorter, for the other."""
    rarer, other = sorted(pair, key=lambda key: (len(entries[key].documents), len(key), key))
    one, end = _end(merged, rarer), _end(merged, other)
    if one != end:
        merged[one] = end
        names = f"“{_shown(entries[rarer])}” and “{_shown(entries[other])}”"
        entries[end].reasons.append(f"{names} are one voice as judged: {word.reason}")


def _end(merged: Mapping[Key, Key], key: Key) -> Key:
    seen = {key}
    while key in merged and merged[key] not in seen:
        key = merged[key]
        seen.add(key)
    return key


def _same(entries: Mapping[Key, _Entry], short: Key, full: Key) -> str | None:
    """Why `short` is taken for `full`, or None. Only ever from the shorter or rarer name to the fuller one."""
    a, b = entries[short], entries[full]
    name, other = _shown(a), _shown(b)
    if _stemmed(short) == _stemmed(full) and short > full:
        return f"“{name}” and “{other}” differ only in an ending"
    if len(name) > 1 and name.replace(".", "").isupper() and name.replace(".", "") == initials(other):
        return f"“{name}” are the initials of “{other}”"
    part = len(short) < len(full) and (full[-len(short) :] == short or full[: len(short)] == short)
    if not part:
        return None
    if a.documents & b.documents:
        return f"“{name}” is a short form of “{other}” in the same document"
    posts = _shared_post(a.posts, b.posts)
    if posts:
        return f"“{name}” and “{other}” share a name, and both are named as {posts}"
    if title_of(name) is None and len(short) > 1 and b.publishes:
        return f"“{name}” is a short form of the publisher “{other}”"
    return None


def _stemmed(key: Key) -> Key:
    """A name without plural and adjective endings, so that "Korean Coalition" and "Korea Coalition" are one."""
    return tuple(word[:-1] if len(word) > 4 and word[-1] in "sn" else word for word in key)


def _shared_post(left: set[Affiliation], right: set[Affiliation]) -> str | None:
    for a in sorted(left, key=str):
        for b in sorted(right, key=str):
            if a.role == b.role and _stemmed(folded(a.body)) == _stemmed(folded(b.body)):
                return f"{a.role} of the {b.body}"
    return None


def _shown(entry: _Entry) -> str:
    """The written form to show: the most frequent, then the longest, then the first by alphabet."""
    return min(entry.forms, key=lambda form: (-entry.forms[form], -len(form), form))


def _finish(
    entries: Mapping[Key, _Entry], merged: Mapping[Key, Key], written: Mapping[tuple[DocumentId, str], Key]
) -> Voices:
    groups: dict[Key, list[_Entry]] = defaultdict(list)
    for key, entry in entries.items():
        groups[merged[key]].append(entry)
    ids = {key: VoiceId(made_id("voi", *key)) for key in groups}
    voices = {ids[key]: _voice(ids[key], key, entries[key], group) for key, group in groups.items()}
    by_name = {place: ids[merged[key]] for place, key in written.items()}
    return Voices(
        all=tuple(sorted(voices.values(), key=lambda voice: voice.id)), by_name=by_name, root_of=_roots(voices)
    )


def _voice(voice: VoiceId, key: Key, main: _Entry, group: Sequence[_Entry]) -> Voice:
    name = _shown(main)
    forms = {form for entry in group for form in entry.forms} - {name}
    kind = kind_of(name, named=key[0] != "?")
    return Voice(
        id=voice,
        name=name,
        aliases=tuple(sorted(forms)),
        kind=VoiceKind.ORGANISATION if kind == VoiceKind.PERSON and main.publishes else kind,
        affiliations=tuple(sorted({post.body for entry in group for post in entry.posts})),
        speaks_in=tuple(sorted({document for entry in group for document in entry.documents})),
        reasons=tuple(sorted({reason for entry in group for reason in entry.reasons if reason})),
    )


def _roots(voices: Mapping[VoiceId, Voice]) -> dict[VoiceId, VoiceId]:
    """Fold each person into the first body, by alphabet, that the person speaks for and that is itself a voice."""
    bodies = {_stemmed(folded(form)): voice.id for voice in voices.values() for form in (voice.name, *voice.aliases)}
    root_of = {voice: voice for voice in voices}
    for voice in voices.values():
        for body in voice.affiliations:
            leader = bodies.get(_stemmed(folded(body)))
            if leader and leader != voice.id and root_of[leader] != voice.id:
                root_of[voice.id] = leader
                break
    return {voice: _root(voice, root_of) for voice in root_of}


def _root(voice: VoiceId, root_of: Mapping[VoiceId, VoiceId]) -> VoiceId:
    """The last body that voices lead to; of voices that lead to each other in a ring, the first by id."""
    seen = [voice]
    while root_of[seen[-1]] not in seen:
        seen.append(root_of[seen[-1]])
    return min(seen[seen.index(root_of[seen[-1]]) :])
