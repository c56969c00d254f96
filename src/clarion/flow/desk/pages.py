"""Pages of documents, claims and findings."""

from collections.abc import Sequence

from clarion.flow.desk import making, narrowing
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.filters import ALL_DOCUMENTS
from clarion.flow.desk.marks import Marks
from clarion.flow.desk.sheets import ClaimSheet, DocumentSheet, FindingSheet, NearCopy
from clarion.model.ids import DocumentId
from clarion.model.nouns import Judgement
from clarion.reconcile.copies import Index, copies_of
from clarion.store import originals, seeking
from clarion.store.runs import alike
from clarion.store.standing import unanswered

# code points of the text shown on either side of a claim's words
_AROUND = 600
# documents that are compared word by word to find near copies
_MOST_COMPARED = 12
# incidents of a document that are named on its page
_MOST_INCIDENTS = 200


def document(asking: Asking, name: str) -> DocumentSheet | None:
    """A document with everything on it."""
    connection = asking.connection
    row = making.documents(asking, [name]).get(name)
    read = seeking.text_of(connection, name) if row else None
    if row is None or read is None:
        return None
    names = seeking.claims_of(connection, name)
    handling = seeking.handlings(connection, [name]).get(name)
    before, after = _beside(asking, name)
    part_of = row.document.part_of
    holder = making.titles_of(asking, [part_of]) if part_of else {}
    parts = making.titles_of(asking, seeking.parts_of(connection, name))
    return DocumentSheet(
        document=making.discreet(asking, read),
        claims=tuple(making.claims(asking, names).values()),
        handling=row.handling,
        consent=handling.consent or None if handling else None,
        provider=row.provider,
        brought_by=row.brought_by,
        brought_at=row.brought_at,
        named=handling.named if handling else (),
        part_of=(part_of, holder[part_of]) if part_of and part_of in holder else None,
        parts=tuple(parts.items()),
        copies=near_copies(asking, name),
        judgements=judgements(asking, name),
        said=row.said,
        marks=marks(asking, name),
        incidents=_incidents_of(asking, name),
        previous=before,
        next=after,
    )


def original(asking: Asking, name: str) -> tuple[bytes, str] | None:
    """A document's bytes and their media type."""
    row = making.documents(asking, [name]).get(name)
    if row is None:
        return None
    return originals.load(asking.folder.originals, DocumentId(name)), row.document.media_type


def claim(asking: Asking, name: str) -> ClaimSheet | None:
    """A claim with everything on it."""
    row = making.claims(asking, [name]).get(name)
    if row is None:
        return None
    span, of = row.claim.span, row.claim.document
    read = seeking.text_of(asking.connection, of)
    text = (read.text if read else None) or ""
    return ClaimSheet(
        row=row,
        proposed=making.claims(asking, [name], proposed=True)[name],
        judgements=judgements(asking, name),
        beside=beside(asking, name),
        marks=marks(asking, name),
        incidents=tuple(making.incidents(asking, row.incidents).values()),
        document=making.documents(asking, [of])[of],
        before=text[max(0, span[0] - _AROUND) : span[0]],
        after=text[span[1] : span[1] + _AROUND],
    )


def finding(asking: Asking, name: str) -> FindingSheet | None:
    """A finding with everything on it."""
    row = making.findings(asking, [name]).get(name)
    incident = making.incidents(asking, [row.finding.incident]).get(row.finding.incident) if row else None
    if row is None or incident is None:
        return None
    names = [one for element in row.finding.elements for one in (*element.claims, *element.against)]
    return FindingSheet(
        finding=row.finding,
        incident=incident,
        claims={str(key): value for key, value in making.claims(asking, list(dict.fromkeys(names))).items()},
        judgements=judgements(asking, name),
        said=row.said,
        marks=marks(asking, name),
    )


def judgements(asking: Asking, about: str) -> tuple[Judgement, ...]:
    """Every word on a thing that the viewer may see; a value or a reason may name other things, which is checked."""
    if asking.sight.hides(about):
        return ()
    found = seeking.judgements_on(asking.connection, about)
    return tuple(one for one in found if not names_hidden(asking, one))


def second_looks(asking: Asking) -> tuple[Judgement, ...]:
    """The words in force on claims that the engine no longer proposes, in the order of the log."""
    lost = asking.sight.shown(seeking.second_looks(asking.connection))
    return tuple(seeking.judgements_on_all(asking.connection, lost))


def beside(asking: Asking, about: str) -> tuple[Judgement, ...]:
    """The words on a thing that stand beside each other, if there are more than one."""
    if asking.sight.hides(about):
        return ()
    found = unanswered(seeking.in_force_on(asking.connection, about))
    shown = tuple(one for one in found if not names_hidden(asking, one))
    return shown if len(shown) > 1 else ()


def marks(asking: Asking, about: str) -> Marks:
    """What people put on a thing that the viewer may see."""
    if asking.sight.hides(about):
        return Marks()
    connection = asking.connection
    notes = seeking.notes_on(connection, about)
    return Marks(
        notes=tuple(note for note in notes if note.kind == "note"),
        questions=tuple(note for note in notes if note.kind == "question"),
        tags=tuple(seeking.tags_on(connection, [about]).get(about, ())),
        assignments=tuple(seeking.assigned(connection, [about]).get(about, ())),
        translations=tuple(seeking.translations_of(connection, about)) if about.startswith("sha256:") else (),
    )


def near_copies(asking: Asking, name: str) -> tuple[NearCopy, ...]:
    """The documents that repeat one, most alike first."""
    names = [one for one in alike(asking.connection, name, _MOST_COMPARED) if one not in asking.sight.hidden]
    held = seeking.texts_of(asking.connection, [name, *names])
    texts = [held[one].text or "" for one in names]
    # the number that a copy gives to the text that is not in the index is that after the last one in it
    copies = copies_of(Index(texts), held[name].text or "") if texts and name in held else []
    titles = making.titles_of(asking, names)
    found = [NearCopy(names[copy.i], titles[names[copy.i]], copy.containment) for copy in copies]
    return tuple(sorted(found, key=lambda copy: (-copy.share, copy.id)))


def names_hidden(asking: Asking, judgement: Judgement) -> bool:
    """Whether a word names, as its value, a thing that is hidden from the viewer."""
    value = judgement.value
    if not value or asking.sight.is_whole:
        return False
    return value.startswith(("inc_", "clm_", "voi_", "sha256:")) and asking.sight.hides(value)


def _incidents_of(asking: Asking, name: str) -> tuple[tuple[str, str], ...]:
    resting = [one for one in seeking.resting_on(asking.connection, name) if one.startswith("inc_")]
    names: Sequence[str] = sorted(making.unhidden(asking, resting))[:_MOST_INCIDENTS]
    found = seeking.nouns(asking.connection, "incidents", names)
    return tuple((one, found[one].title) for one in names if one in found)


def _beside(asking: Asking, name: str) -> tuple[str | None, str | None]:
    """The documents before and after one, newest first."""
    listed = narrowing.documents(asking, ALL_DOCUMENTS)
    board = asking.board("documents")
    row = seeking.row_of(asking.connection, "documents", name)
    place = None if row is None else board.place(row)
    if place is None:
        return None, None
    at = board.rank(listed.order)[place]
    after = board.page(listed.chosen, listed.order, at + 1, size=1)
    before = board.page(listed.chosen, listed.order, at - 1, size=-1) if at else []
    rows = [board.rows[listed.order[index]] for index in (*before, *after)]
    ids = seeking.ids_at(asking.connection, "documents", rows)
    return (ids[rows[0]] if before else None), (ids[rows[-1]] if after else None)
