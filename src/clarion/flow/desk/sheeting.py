"""Spreadsheets at a desk: their columns shown, and what was said of them checked."""

from collections.abc import Mapping

from clarion.flow.desk.results import SheetColumns, Upload
from clarion.model.errors import BadRequest, UnreadableFile
from clarion.read import ROLES, IsolatedReader
from clarion.store.canonical import Value

_SHOWN_ROWS = 10


def columns_of(upload: Upload) -> SheetColumns:
    """The sheets of a spreadsheet with the names of their columns and their first rows.

    Raises:
        BadRequest: it cannot be read, with the reason.
    """
    try:
        with IsolatedReader() as reader:
            found = reader.rows(upload.content, path=upload.name, most=_SHOWN_ROWS)
    except UnreadableFile as problem:
        raise BadRequest(str(problem)) from problem
    return SheetColumns(
        sheets=tuple(found),
        columns={name: tuple(rows[0]) if rows else () for name, rows in found.items()},
        rows={name: tuple(tuple(row) for row in rows[1:]) for name, rows in found.items()},
    )


def mapped(upload: Upload, columns: Mapping[str, str], sheet: str | None) -> Value:
    """What was said of the columns, as the log holds it.

    Raises:
        BadRequest: a sheet, a column or what it is to hold is none, or no column tells what happened.
    """
    known = columns_of(upload)
    name = sheet if sheet is not None else next(iter(known.sheets), "")
    if name not in known.columns:
        raise BadRequest(f"{upload.name} has no sheet {name!r}; choose one of {', '.join(known.sheets)}")
    chosen = {column: role for column, role in columns.items() if role}
    if wrong := sorted(set(chosen) - set(known.columns[name])):
        raise BadRequest(f"{upload.name} has no column {wrong[0]!r}; choose one of {', '.join(known.columns[name])}")
    if wrong := sorted(set(chosen.values()) - set(ROLES)):
        raise BadRequest(f"{wrong[0]!r} is nothing that a column holds; use one of {', '.join(ROLES)}")
    if "what" not in chosen.values():
        raise BadRequest("no column tells what happened; choose the one that does")
    return {"sheet": name, "columns": chosen}
