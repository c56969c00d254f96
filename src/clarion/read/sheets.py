"""Spreadsheets (CSV, XLSX) whose columns a person named: each row becomes a passage of its own.

The words of a cell stay as they are. A row reads `WHAT (in PLACE, on DATE, according to SOURCE).`, and what its other
columns hold follows with their names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clarion.model.errors import UnreadableFile
from clarion.model.ids import document_id
from clarion.model.vocabulary import RegionKind
from clarion.read.describe import described
from clarion.read.draft import Draft, TextBuilder
from clarion.read.reading import Reading
from clarion.read.tables import Rows, named_columns, read_csv

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# what a column can hold
ROLES = ("date", "place", "what", "who", "figure", "source", "other")
_LEADS = (("place", "in"), ("date", "on"), ("source", "according to"))
_NAMED = {"who": "Who", "figure": "Figure"}
_ENDS = " .;"


@dataclass(frozen=True, slots=True)
class Mapped:
    """How a spreadsheet is read: what its columns hold (one of `ROLES`) by their names, and of which sheet.

    Without a sheet the first one is read.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None


def read_sheet(original: bytes, mapped: Mapped, *, path: str) -> Reading:
    """The document that the rows of a sheet make.

    Raises:
        UnreadableFile: it is no spreadsheet, has no such sheet, or no row says anything.
    """
    sheets, problems = _sheets(original, path)
    name = mapped.sheet if mapped.sheet is not None else next(iter(sheets), "")
    if name not in sheets:
        raise UnreadableFile(f"{path}: the workbook has no sheet {name!r}; name one of {', '.join(sheets)}")
    columns, rows = named_columns(sheets[name])
    builder = TextBuilder()
    for row in rows:
        builder.add(_passage(dict(zip(columns, row, strict=False)), mapped.columns), RegionKind.TABLE)
    if not builder.length:
        raise UnreadableFile(f"{path}: no row holds anything in the columns that were named; map other columns")
    media_type = XLSX if _is_workbook(original) else CSV
    draft = Draft(media_type, builder.text(), builder.regions(), problems=problems)
    return Reading(described(draft, document_id=document_id(original), path=path))


def rows_of(original: bytes, *, path: str, most: int) -> dict[str, Rows]:
    """The first rows of each sheet, that of the names of the columns first.

    Raises:
        UnreadableFile: it is no spreadsheet.
    """
    found = {}
    for name, rows in _sheets(original, path)[0].items():
        columns, below = named_columns(rows)
        found[name] = [columns, *below[:most]] if columns else []
    return found


def _sheets(original: bytes, path: str) -> tuple[dict[str, Rows], tuple[str, ...]]:
    if not _is_workbook(original):
        if b"\0\0" in original[:4096]:
            raise UnreadableFile(f"{path}: this is no CSV and no XLSX; save it as one of them")
        rows, problems = read_csv(original)
        return {"": rows}, problems
    from clarion.read.workbook import read_workbook  # noqa: PLC0415

    try:
        return read_workbook(original), ()
    except UnreadableFile as problem:
        raise UnreadableFile(f"{path}: {problem}") from problem
    except (ValueError, LookupError, TypeError, ArithmeticError) as problem:
        raise UnreadableFile(f"{path}: the workbook is broken ({type(problem).__name__}); save it again") from problem


def _is_workbook(original: bytes) -> bool:
    return original.startswith(b"PK")


def _passage(row: Mapping[str, str], roles: Mapping[str, str]) -> str:
    held: dict[str, list[str]] = {}
    named: list[str] = []
    for name, cell in row.items():
        role, words = roles.get(name), " ".join(cell.split())
        if role is None or not words:
            continue
        held.setdefault(role, []).append(words)
        if role in _NAMED or role == "other":
            named.append(f"{_NAMED.get(role, name)}: {words.rstrip(_ENDS)}")
    about = [f"{lead} {'; '.join(held[role])}" for role, lead in _LEADS if role in held]
    what = ". ".join(words.rstrip(_ENDS) for words in held.get("what", ()))
    if what:
        first = f"{what} ({', '.join(about)})." if about else f"{what}."
    else:
        joined = ", ".join(about)
        first = f"{joined[:1].upper()}{joined[1:]}." if joined else ""
    return " ".join(part for part in (first, f"{'; '.join(named)}." if named else "") if part)
