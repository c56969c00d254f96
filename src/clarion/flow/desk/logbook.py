"""The log in words: who did what, when, about what; what was erased is said to be, what is hidden is not there."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from clarion.flow.desk import naming
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.filters import WHOLE_LOG, LogFilter
from clarion.flow.desk.listing import begun, ends
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.rows import LogRow, PublicationRow
from clarion.model.errors import BadRequest
from clarion.store.entries import KINDS, Logged
from clarion.store.log import stretch
from clarion.store.said import entry_id
from clarion.store.state import publication_of

# entries looked at in one go; a filter that lets few through looks at several such stretches
_STRETCH = 200
# and at most so many for one page
_MOST_LOOKED_AT = 2000
_SENTENCES = {
    "document": "took in a document",
    "read": "read documents",
    "extract": "searched documents for claims",
    "reconcile": "joined claims into incidents",
    "assess": "held incidents against norms",
    "respond": "worked out asks and actions",
    "note": "wrote a note",
    "question": "asked a question",
    "closing": "closed a question",
    "tag": "put a tag on",
    "untag": "took a tag off",
    "assignment": "gave work to somebody",
    "unassignment": "took work from somebody",
    "translation": "translated a passage",
    "search": "kept a search",
    "handling": "set how a document may be used",
    "claim": "added a claim",
    "intervention": "began to approach somebody",
    "step": "noted of an approach",
    "publication": "published",
    "redaction": "made a redacted copy",
    "disclosure": "disclosed passages of a redacted copy",
    "erasure": "erased documents",
    "backup": "made a backup",
}
_KINDS = {
    "sha256": "document",
    "clm": "claim",
    "inc": "incident",
    "voi": "voice",
    "fnd": "finding",
    "ask": "ask",
    "act": "action",
    "jdg": "judgement",
    "note": "note",
    "itv": "intervention",
}
_ID = ("about", "document")


def log(asking: Asking, chosen: LogFilter, paging: Paging) -> Page[LogRow]:
    """A page of the log, the last entry first."""
    cursor = begun(paging)
    earlier = cursor is None or cursor[2]
    kinds = _kinds(chosen)
    found: list[LogRow] = []
    beside, looked, ended = cursor[0] if cursor else None, 0, False
    while len(found) <= paging.size and looked < _MOST_LOOKED_AT and not ended:
        size = paging.size + 1 if not looked else _STRETCH
        entries = stretch(asking.connection, beside=beside, size=size, kinds=kinds, earlier=earlier)
        ended, looked = len(entries) < size, looked + len(entries)
        for logged in entries:
            beside = logged.hash
            if (row := _row(asking, logged, chosen)) is not None:
                found.append(row)
            if len(found) > paging.size:
                break
    more = len(found) > paging.size or not ended
    shown = _titled(asking, found[: paging.size])
    last = shown[-1].entry if len(found) > paging.size else beside
    if not earlier:
        shown.reverse()
        first = shown[0].entry if shown else None
        return Page(
            tuple(shown),
            _end(shown[-1].entry if shown else None, True),
            _end(first if more else None, False),
            None,
            True,
        )
    before = _end(shown[0].entry if shown and cursor else None, False)
    return Page(tuple(shown), _end(last if more else None, True), before, None, more)


def latest(asking: Asking, size: int) -> tuple[LogRow, ...]:
    """The last few entries."""
    return log(asking, WHOLE_LOG, Paging(size=size)).items


def publications(asking: Asking, paging: Paging) -> Page[PublicationRow]:
    """What left the case, the last first."""
    cursor = begun(paging)
    earlier = cursor is None or cursor[2]
    beside = cursor[0] if cursor else None
    found = stretch(asking.connection, beside=beside, size=paging.size + 1, kinds=("publication",), earlier=earlier)
    more = len(found) > paging.size
    shown = found[: paging.size] if earlier else found[: paging.size][::-1]
    rows = []
    for logged in shown:
        name, publication = publication_of(logged)
        rows.append(PublicationRow(name, publication, logged.value("by")))
    after = bool(shown) and (more if earlier else True)
    before = bool(shown) and (bool(cursor) if earlier else more)
    return Page(
        tuple(rows),
        _end(shown[-1].hash if after else None, True),
        _end(shown[0].hash if before else None, False),
        None,
        after,
    )


def _row(asking: Asking, logged: Logged, chosen: LogFilter) -> LogRow | None:
    """An entry in words; None where it is not chosen or the viewer may not see it."""
    entry, by = logged.entry, logged.value("by")
    if entry.kind == "search" and by != asking.sight.viewer:
        return None  # what somebody looks for is their own affair
    if chosen.since is not None and entry.time < chosen.since.isoformat():
        return None
    about = _about(logged)
    if (chosen.by and by != chosen.by) or (chosen.about and about != chosen.about):
        return None
    named = list(_documents(logged))
    hidden = [document for document in named if document in asking.sight.hidden]
    works = entry.kind in ("read", "extract")
    if hidden and (not works or len(hidden) == len(named)):
        return None
    value = logged.value("value")
    if not asking.sight.is_whole and (asking.sight.hides(about) or _tells_hidden(asking, value)):
        return None
    return LogRow(
        entry=logged.hash,
        kind=entry.kind,
        at=entry.time[:19] + "Z",
        by=by,
        about=about,
        about_kind=_KINDS.get(about.partition("_")[0].partition(":")[0]) if about else None,
        about_title=None,
        verdict=logged.value("verdict"),
        reason=logged.value("reason") if _may_read_reason(asking, logged) else None,
        value=value if isinstance(value, str) else None,
        words=_sentence(logged, len(named) - len(hidden)),
        erased=bool(set(entry.parts) - set(logged.parts)),
        signer=entry.signer,
        number=entry.number,
    )


def _about(logged: Logged) -> str | None:
    if logged.entry.kind == "intervention":
        return entry_id("itv", logged)
    return next((logged.value(name) for name in _ID if isinstance(logged.value(name), str)), None)


def _may_read_reason(asking: Asking, logged: Logged) -> bool:
    """Whether the viewer may read why something was done.

    A reason for an erasure may tell what stood in the document. Who could see a sealed one is erased with it, so its
    reason is shown only to the person who gave it; so is one of an entry that does not say whether any was sealed.
    """
    if logged.entry.kind != "erasure" or logged.value("by") == asking.sight.viewer:
        return True
    return logged.value("sealed") is False


def _titled(asking: Asking, rows: list[LogRow]) -> list[LogRow]:
    titles = naming.titles(asking, [row.about for row in rows if row.about])
    return [replace(row, about_title=titles.get(row.about) or None) if row.about else row for row in rows]


def _sentence(logged: Logged, documents: int) -> str:
    kind = logged.entry.kind
    said = _SENTENCES.get(kind, kind)
    if kind == "judgement":
        verdict = logged.value("verdict")
        return f"judged: {verdict}" if verdict else "judged"
    if kind in ("read", "extract") and documents:
        return f"{said}: {documents}"
    if kind == "erasure":
        return f"{said}: {logged.value('documents')}"
    if kind == "publication":
        return f"{said} the {logged.value('view')} view: {logged.value('path') or 'path erased'}"
    detail = next(
        (
            logged.value(name)
            for name in ("text", "tag", "to", "handling", "name", "step", "words", "path")
            if logged.value(name)
        ),
        None,
    )
    return f"{said}: {' '.join(str(detail).split())}" if detail else said


def _documents(logged: Logged) -> Iterator[str]:
    for name, part in logged.parts.items():
        if name in ("document", "part_of", "answer") or name.startswith("document/"):
            value: Any = part.value["document"] if isinstance(part.value, dict) else part.value
            if isinstance(value, str):
                yield value


def _tells_hidden(asking: Asking, value: object) -> bool:
    if not isinstance(value, str) or not value.startswith(("inc_", "clm_", "voi_", "sha256:")):
        return False
    return asking.sight.hides(value)


def _kinds(chosen: LogFilter) -> tuple[str, ...]:
    if chosen.kind is None:
        return ()
    if chosen.kind not in KINDS:
        raise BadRequest(f"{chosen.kind!r} is no kind of entry; use one of {', '.join(KINDS)}")
    return (chosen.kind,)


def _end(entry: str | None, after: bool) -> str | None:
    return None if entry is None else ends(entry, 0, after=after)
