"""Letting a case out: rendered first, noted in the log, then written, so nothing leaves that the log does not know."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from clarion.__about__ import __version__
from clarion.assess import open_channels
from clarion.extract.lexicon import load as load_lexicon
from clarion.flow import calendars, guarding, queries, sites
from clarion.flow.leaving import check_writable, write
from clarion.flow.method import work_of
from clarion.model.errors import BadRequest
from clarion.model.ids import IncidentId
from clarion.model.nouns import Publication
from clarion.model.record import Record
from clarion.model.vocabulary import FindingVerdict, Status, View
from clarion.publish import Format, PublishOptions, format_of, render, render_safe
from clarion.publish.options import OpenChannel
from clarion.publish.safety import LEAVES
from clarion.publish.safety.scrubbing import keyed
from clarion.publish.spoken import ENGLISH, check_language
from clarion.store import people, projection, tables
from clarion.store.folder import CaseFolder
from clarion.store.keys import open_signer, redaction_secret

# forms whose frame can be said in another language
_SPOKEN = (Format.HTML, Format.PDF, Format.DOCX, Format.SITE)
# findings that lead further, and incidents that nobody says happened
_CARRIED = (FindingVerdict.WOULD_ENGAGE, FindingVerdict.ELEMENTS_MISSING)
_ONLY_SAID = (Status.WARNED, Status.DENIED, Status.REFUTED)


def publish(
    case: CaseFolder,
    output: Path,
    *,
    view: str | View,
    format: str | None = None,
    incidents: Iterable[str] = (),
    language: str = ENGLISH,
    known_as: str = "",
) -> Publication:
    """Publish a case to a file. Where nothing changed since the file was published, it stays as it is.

    `incidents` are the ids of those that are chosen; none: all. `language` is that of the frame of a dossier or site.
    `known_as` is what the log calls the file, where its path says nothing to anybody or too much.

    Raises:
        BadRequest: the view is none, no document or not every incident that was chosen leaves by it, something
            withheld was found in the file, the form is none, or the file cannot be written.
    """
    chosen, output = view_of(view), output.absolute()
    form = _format(format) if format else format_of(output)
    if chosen is not View.SEALED:
        guarding.refuse_without_finder(chosen)
    _check_language(language, form)
    picked = tuple(IncidentId(one) for one in sorted(set(incidents)))
    content = _content(case, chosen, (form, language, *picked) if language != ENGLISH else (form, *picked))
    if form is Format.SITE:
        options = replace(_options(case, chosen, form), incidents=picked, language=language)
        return sites.publish_site(case, sites.Leaving(output, options, content, known_as, _channels))
    if (before := _unchanged(case, output, content, known_as or str(output))) is not None:
        return before
    check_writable(output)
    options = replace(_options(case, chosen, form), incidents=picked, language=language)
    if form is Format.ICS:
        options = calendars.following(case, options)
    page, withheld, shown = _page(case, options, output.name)
    leaving = Publication(
        chosen, hashlib.sha256(page).hexdigest(), options.heads, withheld, "", known_as or str(output), picked
    )
    with case.writing() as writing:
        publication = people.log_publication(writing, leaving, content, shown)
    write(output, page)
    return publication


def _page(case: CaseFolder, options: PublishOptions, name: str) -> tuple[bytes, int, list[Any]]:
    """What is to leave, how many details it withholds, and what a calendar shows; only the sealed view is not cut."""
    day = datetime.date.fromisoformat((options.made_at or "")[:10])
    if options.view is View.SEALED:
        record = queries.record_of(case)
        work = work_of(case.state(), options.view)
        options = replace(options, channels=tuple(_channels(record, day)), work=work)
        return render(record, options), 0, _shown(record, options)
    checked = guarding.checked(case, options.view)
    safe = checked.safe()
    if not safe.record.documents:
        raise BadRequest(
            f"no document of the case leaves by the {options.view} view; a document leaves by it once its handling "
            f"says {' or '.join(LEAVES[options.view])}"
        )
    channels = tuple(_channels(safe.record, day))
    # an incident has another id outside
    renamed = tuple(IncidentId(keyed(one, checked.guard.secret)) for one in options.incidents)
    work = work_of(checked.state, options.view, safe.withheld, checked.guard.secret)
    options = replace(options, channels=channels, incidents=renamed, work=work)
    page = render_safe(safe, options)
    frame = [text for one in channels for text in (one.name, one.access, *one.reasons, *one.asks, one.gate)]
    frame += work.means.values()
    guarding.read_back(page, safe, name, frame)
    if options.format is Format.PDF:  # its words are drawn; those of the page it was made from can be read one by one
        guarding.read_back(render_safe(safe, replace(options, format=Format.HTML)), safe, name, frame)
    return page, len(safe.withheld), _shown(safe.record, replace(options, judgements=safe.judgements))


def _shown(record: Record, options: PublishOptions) -> list[Any]:
    return calendars.rows_of(record, options) if options.format is Format.ICS else []


def as_markdown(record: Record) -> str:
    """A record without a case, as Markdown for the person at the keyboard."""
    return render(record, PublishOptions(format=Format.MD, view=View.SEALED, title="Record")).decode()


def view_of(view: str | View) -> View:
    """The view that a word names.

    Raises:
        BadRequest: it names none.
    """
    try:
        return View(view)
    except ValueError as problem:
        raise BadRequest(f"{view!r} is no view; use one of {', '.join(View)}") from problem


def _options(case: CaseFolder, view: View, form: Format) -> PublishOptions:
    questions = [note.text for note in queries.notes(case) if note.kind == "question"]
    now = datetime.datetime.now(datetime.UTC)
    return PublishOptions(
        format=form,
        view=view,
        title=_title(case.folder.absolute().name),
        case_name=case.folder.absolute().name,
        made_at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        heads=tuple(queries.heads(case)),
        judgements=tuple(queries.judgements(case)),
        questions=tuple(questions),
        engine=f"Clarion {__version__}",
        codes={act: entry.codes for act, entry in load_lexicon().acts.items()},
        sign=open_signer().sign_dossier,
    )


def _channels(record: Record, day: datetime.date) -> Iterator[OpenChannel]:
    """The procedures for each incident and state that a finding does not call not bound, as of a day."""
    incidents = {incident.id: incident for incident in record.incidents}
    pairs = dict.fromkeys((one.incident, one.state) for one in record.findings if one.verdict in _CARRIED)
    for name, state in pairs:
        if incidents[name].status not in _ONLY_SAID:
            for one in open_channels(state, day, incidents[name]):
                yield OpenChannel(name, state, one.name, one.access.value, one.reasons, one.asks, one.gate)


def _content(case: CaseFolder, view: View, chosen: tuple[str, ...]) -> str:
    """What a publication shows, as a digest: everything but the clock and the log. `chosen` is its form and more."""
    with case.reading() as connection:
        shown = projection.dump_digest(connection, projection.SHOWN)
        if view is not View.SEALED:
            # what leaves depends on how documents are handled and by whom, and on the secret that makes its ids
            shown += projection.dump_digest(connection, (tables.handling,)) + redaction_secret(case.id, view).hex()
    return hashlib.sha256(f"{__version__} {view} {' '.join(chosen)} {shown}".encode()).hexdigest()


def _unchanged(case: CaseFolder, output: Path, content: str, called: str) -> Publication | None:
    with case.reading() as connection:
        before = people.last_publication(connection, called)
    if before is None or before[1] != content or not output.is_file():
        return None
    return before[0] if hashlib.sha256(output.read_bytes()).hexdigest() == before[0].sha256 else None


def _format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError as problem:
        raise BadRequest(f"{name!r} is no format; use one of {', '.join(Format)}") from problem


def _check_language(language: str, form: Format) -> None:
    check_language(language)
    if language != ENGLISH and form not in _SPOKEN:
        raise BadRequest(f"only dossiers and sites ({', '.join(_SPOKEN)}) are made in another language than English")


def _title(name: str) -> str:
    """The name of a case's folder as a title, its capitals kept."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Dossier"
