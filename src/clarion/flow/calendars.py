"""What the calendars of a case showed before, and what one that leaves now shows."""

from dataclasses import astuple, replace

from clarion.model.record import Record
from clarion.model.vocabulary import View
from clarion.publish import PublishOptions, Shown, calendar_of
from clarion.store import people
from clarion.store.folder import CaseFolder
from clarion.store.keys import redaction_secret


def following(case: CaseFolder, options: PublishOptions) -> PublishOptions:
    """Options for a calendar that follows the last one of its view."""
    with case.reading() as connection:
        rows = people.last_calendar(connection, options.view.value)
    return replace(
        options, shown=tuple(Shown(*row) for row in rows), shown_key=redaction_secret(case.id, View(options.view))
    )


def rows_of(record: Record, options: PublishOptions) -> list[tuple[str | int | bool, ...]]:
    """What a calendar made with these options shows, as rows for the log."""
    return [astuple(one) for one in calendar_of(record, options)]
