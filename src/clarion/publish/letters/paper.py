"""A letter as a page, and the page as PDF: A4, tagged for screen readers, notes at the end."""

from html import escape

from clarion.model.interventions import Letter
from clarion.publish.letters.days import written_day
from clarion.publish.letters.reading import Block, BlockKind, Run, Sheet, read_letter
from clarion.publish.paper import paper_of
from clarion.publish.visible import one_line, visible

_NOTES = {"en": "Notes", "ko": "주", "zh": "注释"}
_BACK = {"en": "back", "ko": "본문으로", "zh": "返回正文"}
_STYLE = """
@page { size: A4; margin: 22mm 25mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; } }
html { font-family: "Noto Serif", "Liberation Serif", "Times New Roman", "Noto Serif CJK SC", "Noto Sans CJK SC", serif;
  font-size: 10.5pt; line-height: 1.4; }
html:lang(ko) { font-family: "Noto Serif", "Noto Serif CJK KR", "Noto Sans CJK KR", "Malgun Gothic", serif; }
html:lang(zh) { font-family: "Noto Serif", "Noto Serif CJK SC", "Noto Sans CJK SC", "SimSun", serif; }
body { margin: 0 auto; max-width: 42rem; }
address { font-style: normal; margin-bottom: 1.2em; }
.day { text-align: right; }
h1 { font-size: 1.25em; line-height: 1.3; } h2 { font-size: 1.05em; margin: 1.2em 0 .3em; break-after: avoid; }
p { margin: .5em 0; orphans: 2; widows: 2; } ul { margin: .3em 0 .6em; padding-left: 1.2em; }
sup { line-height: 0; font-size: .7em; white-space: nowrap; } a { color: inherit; text-decoration: none; }
.notes { border-top: .5pt solid #000; margin-top: 1.6em; font-size: .82em; } .notes li { overflow-wrap: anywhere; }
"""


def to_page(letter: Letter) -> str:
    """The letter as one HTML page with nothing from elsewhere."""
    sheet = read_letter(letter)
    subject = visible(one_line(letter.subject))
    numbers = {note: number for number, note in enumerate(sheet.notes, 1)}
    called: set[str] = set()
    body = [
        _block(block, numbers, called)
        for block in sheet.blocks
        if not (block.kind is BlockKind.TITLE and block.lines[0][0].text == subject)
    ]
    to = "<br>".join(escape(visible(line)) for line in letter.to)
    return (
        f'<!DOCTYPE html><html lang="{escape(letter.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(subject)}</title><style>{_STYLE}</style></head><body>"
        + (f"<address>{to}</address>" if to else "")
        + f'<p class="day">{escape(written_day(letter))}</p><h1>{escape(subject)}</h1>'
        + "".join(body)
        + _notes(sheet, numbers, letter.language)
        + "</body></html>\n"
    )


def to_paper(letter: Letter) -> bytes:
    """The letter as PDF/UA-1.

    Raises:
        BadRequest: WeasyPrint or the Pango library it draws with is not installed.
    """
    return paper_of(to_page(letter))


def _block(block: Block, numbers: dict[str, int], called: set[str]) -> str:
    lines = [_line(line, numbers, called) for line in block.lines]
    if block.kind is BlockKind.LIST:
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    if block.kind is BlockKind.PARAGRAPH:
        return f"<p>{'<br>'.join(lines)}</p>"
    return f"<h2>{lines[0]}</h2>"


def _line(line: tuple[Run, ...], numbers: dict[str, int], called: set[str]) -> str:
    out: list[str] = []
    marks: list[str] = []
    for run in line:
        if run.note is not None:
            marks.append(_call(run.note, numbers[run.note], called))
            continue
        out += _raised(marks)
        marks = []
        out.append(f"<strong>{escape(run.text)}</strong>" if run.strong else escape(run.text))
    return "".join([*out, *_raised(marks)])


def _call(note: str, number: int, called: set[str]) -> str:
    name = "" if note in called else f' id="call-{number}"'
    called.add(note)
    return f'<a{name} href="#note-{number}">{number}</a>'


def _raised(marks: list[str]) -> list[str]:
    """Marks side by side, parted so that they do not read as one number."""
    return [f"<sup>{','.join(marks)}</sup>"] if marks else []


def _notes(sheet: Sheet, numbers: dict[str, int], language: str) -> str:
    if not sheet.notes:
        return ""
    base = language.partition("-")[0]
    back = escape(_BACK.get(base, _BACK["en"]))
    items = [
        f'<li id="note-{numbers[note]}">{"".join(escape(run.text) for run in line)} '
        f'<a href="#call-{numbers[note]}" title="{back}" aria-label="{back}">↑</a></li>'
        for note, line in sheet.notes.items()
    ]
    return f'<section class="notes"><h2>{_NOTES.get(base, _NOTES["en"])}</h2><ol>{"".join(items)}</ol></section>'
