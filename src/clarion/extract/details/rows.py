"""Tables written as text: what a column is, its head says."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind


def _head_of(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


_HEADS: tuple[tuple[re.Pattern[str], DetailKind, str], ...] = (
    (_head_of(r"(?:full|first|last|family|given|sur|maiden|nick|father'?s|mother'?s)?[ _-]?names?(?: of \w+)?"
        r"|alias(?:es)?|victims?|persons?|detainees?|witness(?:es)?|contact(?: person)?|client|patient"
        r"|applicant|next of kin|relatives?|spouse|father|mother|guardian|interviewee|informant|姓名|名字|이름"
        r"|성명|氏名|имя|фио|ф\.и\.о\.|nom|nombre|apellidos?|prénom|vorname|nachname|isim|ad[ıi]|soyad[ıi]"
        r"|họ tên|الاسم|اسم"),
     DetailKind.PERSON, "person/column"),
    (_head_of(r".*(?:phone|mobile|tel\b|tel\.|telephone|e-?mail|contact|whatsapp|signal|address|handle|skype"
        r"|telegram|电话|手机|전화|연락처|주소|地址|住所|телефон|адрес|teléfono|dirección|correo).*"),
     DetailKind.CONTACT, "contact/column"),
    (_head_of(r".*(?:passport|\bid\b|_id|id[ _]?(?:no|number|card)|case[ _]?(?:no|number|id|ref)|file[ _]?(?:no"
        r"|number)|dob|date of birth|birth|born|plate|account|iban|registration|ref(?:erence)?\b"
        r"|document no|身份证|护照|여권|생년월일|출생|паспорт|дата рождения|nacimiento|naissance).*"),
     DetailKind.NUMBER, "number/column"),
    (_head_of(r".*(?:shelter|safe ?house|hiding|hosted|accommodation|lodging|host family).*"),
     DetailKind.SHELTER, "shelter/column"),
    (_head_of(r".*(?:broker|smuggler|guide|driver).*"),
     DetailKind.BROKER, "broker/column"),
    (_head_of(r".*(?:route|crossing|path|pick-?up).*"),
     DetailKind.ROUTE, "route/column"),
)  # fmt: skip
_MARKS = (";", "\t", "|", ",")
_LEAST = 3  # cells of a row
_LONGEST_HEAD = 300


def rows(scene: Scene) -> Iterator[Found]:
    """Cells of the columns whose head names people, contacts, numbers, shelters, brokers or routes."""
    at = 0
    columns: list[tuple[DetailKind, str] | None] = []
    mark = ""
    for line in scene.text.split("\n"):
        cells = line.split(mark) if mark else []
        if columns and len(cells) == len(columns):
            yield from _cells(cells, columns, at)
        else:
            columns, mark = _head(line)
        at += len(line) + 1


def _head(line: str) -> tuple[list[tuple[DetailKind, str] | None], str]:
    """The columns of a line that is the head of a table, and the mark that parts them."""
    if len(line) > _LONGEST_HEAD:
        return [], ""
    for mark in _MARKS:
        cells = [cell.strip(" \"'*").lower() for cell in line.split(mark)]
        if len(cells) < _LEAST or any(len(cell) > 40 for cell in cells):
            continue
        columns = [_column(cell) for cell in cells]
        if any(columns):
            return columns, mark
    return [], ""


def _column(head: str) -> tuple[DetailKind, str] | None:
    for pattern, kind, rule in _HEADS:
        if pattern.fullmatch(head):
            return kind, rule
    return None


def _cells(cells: list[str], columns: list[tuple[DetailKind, str] | None], at: int) -> Iterator[Found]:
    for cell, column in zip(cells, columns, strict=True):
        bare = cell.strip(" \"'")
        if column is not None and any(map(str.isalnum, bare)):
            start = at + cell.index(bare[0])
            yield Found(start, start + len(bare), *column)
        at += len(cell) + 1
