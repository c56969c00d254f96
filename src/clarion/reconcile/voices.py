"""Who speaks: the names of a set of documents joined into voices, each joining with its reason.

Nothing is erased: a voice keeps every written form as an alias, so a person can undo a joining.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

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
)
from clarion.reconcile.affiliations import Affiliation
from clarion.reconcile.names import MOST_NAMES, folded, initials, kind_of, title_of

Key = tuple[str, ...]
Counted = TypeVar("Counted")
# a written form, its folded name, the posts given beside it, and whether a document is published under it
Mention = tuple[str, Key, tuple[Affiliation, ...], bool]


class Name:
    """One folded name: how and where it is written, counted so that a document can be taken away again."""

    __slots__ = ("_forms", "_posts", "_publishes", "_where")

    def __init__(self) -> None:
        self._forms: Counter[str] = Counter()
        self._where: Counter[DocumentId] = Counter()
        self._posts: Counter[Affiliation] = Counter()
        self._publishes = 0

    def count(self, document: DocumentId, mention: Mention, by: int) -> None:
        """Count a mention in (1) or out (-1)."""
        form, _, posts, publishes = mention
        self._publishes += by * publishes
        _count(self._forms, form, by)
        _count(self._where, document, by)
        for post in posts:
            _count(self._posts, post, by)

    @property
    def forms(self) -> Mapping[str, int]:
        """How often each form is written."""
        return self._forms

    @property
    def documents(self) -> set[DocumentId]:
        """The documents that hold the name."""
        return set(self._where)

    @property
    def posts(self) -> set[Affiliation]:
        """The posts given beside the name."""
        return set(self._posts)

    @property
    def publishes(self) -> bool:
        """Whether a document is published under the name."""
        return self._publishes > 0

    def meets(self, other: "Name") -> bool:
        """Whether one document holds both names."""
        return not self._where.keys().isdisjoint(other._where.keys())


def mentions(
    documents: Sequence[Document], claims: Iterable[Claim]
) -> Iterable[tuple[DocumentId, str, tuple[int, int] | None, VoiceRole]]:
    """Every written name of a publisher, author or speaker, with where it stands."""
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


def _count(counter: Counter[Counted], thing: Counted, by: int) -> None:
    counter[thing] += by
    if not counter[thing]:
        del counter[thing]


def judged_pairs(
    names: Mapping[Key, object], by_id: Mapping[str, Key], words: Iterable[Judgement]
) -> dict[frozenset[Key], Judgement]:
    """The pairs of names that people judged to be one voice, or two. `value` names a voice by its id or a written name.

    A judgement on names that no document holds any more is left out.

    Args:
        names: the names that documents hold.
        by_id: those names by the ids that their voices have or would have.
        words: the judgements on voices that stand, oldest first.
    """
    found: dict[frozenset[Key], Judgement] = {}
    for one in words:
        value = one.value or ""
        meant = (by_id.get(one.about), by_id.get(value) or folded(value))
        pair = frozenset(key for key in meant if key is not None and key in names)
        if len(pair) > 1 and one.verdict in (JudgementVerdict.SAME, JudgementVerdict.NOT_SAME):
            found.pop(pair, None)
            found[pair] = one
    return found


def joined_as_judged(
    names: Mapping[Key, Name], judged: Mapping[frozenset[Key], Judgement]
) -> dict[Key, tuple[Key, str]]:
    """What names are taken for as judged, and why: the name in fewer documents, then the shorter, for the other."""
    taken: dict[Key, tuple[Key, str]] = {}

    def end(key: Key) -> Key:
        seen = {key}
        while key in taken and taken[key][0] not in seen:
            key = taken[key][0]
            seen.add(key)
        return key

    for pair, word in judged.items():
        if word.verdict == JudgementVerdict.SAME:
            rarer, other = sorted(pair, key=lambda key: (len(names[key].documents), len(key), key))
            one, home = end(rarer), end(other)
            if one != home:
                both = f"“{shown(names[rarer])}” and “{shown(names[other])}”"
                taken[one] = home, f"{both} are one voice as judged: {word.reason}"
    return taken


def same(entries: Mapping[Key, Name], short: Key, full: Key) -> str | None:
    """Why `short` is taken for `full`, or None. Only ever from the shorter or rarer name to the fuller one."""
    a, b = entries[short], entries[full]
    name, other = shown(a), shown(b)
    if stemmed(short) == stemmed(full) and short > full:
        return f"“{name}” and “{other}” differ only in an ending"
    if len(name) > 1 and name.replace(".", "").isupper() and name.replace(".", "") == initials(other):
        return f"“{name}” are the initials of “{other}”"
    part = len(short) < len(full) and (full[-len(short) :] == short or full[: len(short)] == short)
    if not part:
        return None
    if a.meets(b):
        return f"“{name}” is a short form of “{other}” in the same document"
    posts = _shared_post(a.posts, b.posts)
    if posts:
        return f"“{name}” and “{other}” share a name, and both are named as {posts}"
    if title_of(name) is None and len(short) > 1 and b.publishes:
        return f"“{name}” is a short form of the publisher “{other}”"
    return None


@lru_cache(maxsize=MOST_NAMES)
def stemmed(key: Key) -> Key:
    """A name without plural and adjective endings, so that "Korean Coalition" and "Korea Coalition" are one."""
    return tuple(word[:-1] if len(word) > 4 and word[-1] in "sn" else word for word in key)


def _shared_post(left: set[Affiliation], right: set[Affiliation]) -> str | None:
    for a in sorted(left, key=str):
        for b in sorted(right, key=str):
            if a.role == b.role and stemmed(folded(a.body)) == stemmed(folded(b.body)):
                return f"{a.role} of the {b.body}"
    return None


def shown(entry: Name) -> str:
    """The written form to show: the most frequent, then the longest, then the first by alphabet."""
    return min(entry.forms, key=lambda form: (-entry.forms[form], -len(form), form))


def voice_of(voice: VoiceId, key: Key, main: Name, group: Sequence[Name], reasons: Iterable[str]) -> Voice:
    """The voice that a group of names makes; `key` and `main` are the name that the others are taken for."""
    name = shown(main)
    forms = {form for entry in group for form in entry.forms} - {name}
    kind = kind_of(name, named=key[0] != "?")
    return Voice(
        id=voice,
        name=name,
        aliases=tuple(sorted(forms)),
        kind=VoiceKind.ORGANISATION if kind == VoiceKind.PERSON and main.publishes else kind,
        affiliations=tuple(sorted({post.body for entry in group for post in entry.posts})),
        speaks_in=tuple(sorted({document for entry in group for document in entry.documents})),
        reasons=tuple(sorted(set(reasons) - {""})),
    )
