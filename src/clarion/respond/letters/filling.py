"""Templates of letters: plain text that a person can edit, with names in braces for what Clarion fills in.

    Subject: {subject}

    {salutation}

    I write about {matter}.

The first line is the subject. A paragraph or an item of a list whose names have nothing to fill in is left out, and so
is a heading that nothing follows. A line that begins with `%` is a remark. There are no conditions and no code.
"""

import re
from collections.abc import Callable, Mapping
from importlib.resources import files

from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind
from clarion.respond.letters.order import LANGUAGES, TEMPLATES

_NAME = re.compile(r"\{([^{}\n]*)\}")
_SUBJECT = re.compile(r"\ASubject:[ \t]*(.+)\n")
_PARTED = re.compile(r"\n[ \t]*\n\s*")
_FITTING = {
    AddresseeKind.MISSION: "embassy",
    AddresseeKind.PARLIAMENT: "parliament",
    AddresseeKind.COMPANY: "company",
}
_LEVELS = {"# ": 1, "## ": 2}

Values = Mapping[str, Callable[[], str]]


def template_of(template: str, language: str) -> str:
    """The text of a template that comes with Clarion.

    Raises:
        BadRequest: there is none of that name or in that language.
    """
    if template not in TEMPLATES:
        raise BadRequest(f"{template!r} is no template; use one of {', '.join(TEMPLATES)}")
    if language not in LANGUAGES:
        raise BadRequest(f"letters are written in {', '.join(LANGUAGES)}, not in {language!r}")
    held = files("clarion.respond.letters") / "templates" / f"{template}.{language}.md"
    return held.read_text(encoding="utf-8")


def fitting(addressee: Addressee | None) -> str:
    """The template for an addressee of its kind."""
    return _FITTING.get(addressee.kind, "authority") if addressee else "authority"


def filled(text: str, values: Values) -> tuple[str, str]:
    """Subject and text of a letter. Values are asked for in the order of the text, so that notes count on.

    Raises:
        BadRequest: the template has no subject, or a name that is none.
    """
    given = "\n".join(line for line in text.replace("\r\n", "\n").splitlines() if not line.startswith("%")) + "\n"
    given = given.lstrip("\n")
    found = _SUBJECT.match(given)
    if found is None:
        raise BadRequest("the template has no first line “Subject: …”")
    unknown = sorted({name for name in _NAME.findall(given) if name not in values})
    if unknown:
        raise BadRequest(
            f"the template has names that are not known: {', '.join(unknown)}; use those of {', '.join(sorted(values))}"
        )
    subject = _filled(found[1].strip(), values)
    blocks = [_block(block, values) for block in _PARTED.split(given[found.end() :].strip())]
    return " ".join(subject.split()), "\n\n".join(_followed([block for block in blocks if block]))


def _block(block: str, values: Values) -> str:
    """A paragraph, or what is left of a list; empty when nothing is."""
    lines = block.splitlines()
    if all(line.startswith("- ") for line in lines):
        return "\n".join(line for line in (_paragraph(line, values) for line in lines) if line)
    return _paragraph(block, values)


def _paragraph(text: str, values: Values) -> str:
    names = _NAME.findall(text)
    told = {name: values[name]() for name in dict.fromkeys(names)}
    if any(not said for said in told.values()):
        return ""
    return _NAME.sub(lambda found: told[found[1]], text)


def _filled(text: str, values: Values) -> str:
    return _NAME.sub(lambda found: values[found[1]](), text)


def _followed(blocks: list[str]) -> list[str]:
    """Blocks without headings that nothing stands under."""
    kept = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else ""
        if _level(block) > 1 and (not following or _level(following)):
            continue
        kept.append(block)
    return kept


def _level(block: str) -> int:
    return next((level for mark, level in _LEVELS.items() if block.startswith(mark)), 0)
