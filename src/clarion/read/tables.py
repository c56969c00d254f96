"""Rows of texts, and CSV as such rows."""

import csv
import io

from clarion.read.charset import decode

Rows = list[list[str]]

# beyond these a table is no list that people kept
MOST_CELLS = 5_000_000
MOST_COLUMNS = 500
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1 << 20


def read_csv(original: bytes) -> tuple[Rows, tuple[str, ...]]:
    """The rows of a CSV, and what a person should know of its letters. Every cell is text, whatever it begins with."""
    decoded = decode(original)
    first = next((line for line in decoded.text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))
    csv.field_size_limit(_LONGEST_CELL)
    rows: Rows = []
    problems = list(decoded.problems)
    try:
        for row in csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter):
            rows.append(row[:MOST_COLUMNS])
    except csv.Error as problem:
        problems.append(f"the table is read up to row {len(rows)} ({problem}); save it again in a spreadsheet program")
    return rows, tuple(problems)


def named_columns(rows: Rows) -> tuple[list[str], Rows]:
    """The names of the columns, from the first row that holds anything, each once, and the rows below it."""
    at = next((number for number, row in enumerate(rows) if any(cell.strip() for cell in row)), len(rows))
    if at == len(rows):
        return [], []
    names: list[str] = []
    for number, cell in enumerate(rows[at], start=1):
        name = " ".join(cell.split()) or f"column {number}"
        names.append(name if name not in names else f"{name} ({number})")
    return names, rows[at + 1 :]
