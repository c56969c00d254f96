"""Gather the words of the workbench for translation: `python scripts/messages.py [--check]`.

Reads every `gettext` of the Python files, `translate` and `blocktranslate` of the templates and `gettext` of the
scripts, and brings `locale/*/LC_MESSAGES/{django,djangojs}.po` up to date: new words come in untranslated, words that
are no longer used go. With --check nothing is written; the exit status is 1 when something is missing or not in use.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOM = Path(__file__).resolve().parent.parent / "src" / "clarion" / "workbench"
LANGUAGES = ("ko",)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def main() -> int:
    """Write or check the catalogues."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    if not settings.configured:
        settings.configure()
        django.setup()
    wrong = []
    for domain, found in (("django", python_words()), ("djangojs", script_words())):
        used = catalogue_of(found)
        for language in LANGUAGES:
            path = ROOM / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            known = _read(path, language)
            if check:
                wrong += differences(known, used, path.name)
            else:
                _write(path, merged(known, used, language))
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


def python_words() -> Iterator[tuple[object, object]]:
    """The words of Python files and templates: (context or None, words or singular and plural)."""
    for path in sorted(ROOM.rglob("*.py")):
        yield from _extracted("python", path.read_bytes())
    for path in sorted(ROOM.rglob("templates/**/*")):
        if path.suffix in (".html", ".txt"):
            yield from _extracted("python", templatize(path.read_text(encoding="utf-8")).encode())


def script_words() -> Iterator[tuple[object, object]]:
    """The words of scripts."""
    for path in sorted((ROOM / "static" / "workbench" / "js").rglob("*.js")):
        yield from _extracted("javascript", path.read_bytes())


def catalogue_of(found: Iterator[tuple[object, object]]) -> Catalog:
    """A catalogue of words without translations."""
    catalogue = Catalog(charset="utf-8")
    for context, words in found:
        catalogue.add(words, context=context)
    return catalogue


def differences(known: Catalog, used: Catalog, name: str) -> list[str]:
    """What a translated catalogue lacks or holds without need, one line each."""
    keys = {(one.context, one.id) for one in used if one.id}
    lines = []
    for context, words in sorted(keys, key=str):
        message = known.get(words if isinstance(words, str) else words[0], context)
        if message is None or not message.string or (isinstance(message.string, tuple) and not all(message.string)):
            lines.append(f"{name}: not translated: {words!r}")
        elif message.fuzzy:
            lines.append(f"{name}: fuzzy: {words!r}")
    lines += [f"{name}: no longer used: {one.id!r}" for one in known if one.id and (one.context, one.id) not in keys]
    return lines


def merged(known: Catalog, used: Catalog, language: str) -> Catalog:
    """The words in use with the translations that are known."""
    catalogue = Catalog(locale=language, charset="utf-8", fuzzy=False, header_comment="# Words of the workbench.")
    for one in sorted((one for one in used if one.id), key=lambda one: (str(one.id), one.context or "")):
        before = known.get(one.id if isinstance(one.id, str) else one.id[0], one.context)
        catalogue.add(one.id, before.string if before is not None else None, context=one.context)
    return catalogue


def _extracted(method: str, source: bytes) -> Iterator[tuple[object, object]]:
    for _, words, _, context in extract(method, io.BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"}):
        yield context, words


def _read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as source:
        return read_po(source, locale=language)


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    write_po(out, catalogue, width=110, omit_header=False)
    # the rest of the header says who and when, which the repository's history says better
    needed = (b'"Language:', b'"Plural', b'"MIME', b'"Content')
    head, _, body = out.getvalue().partition(b"\n\n")
    kept = [line for line in head.splitlines() if not line.startswith(b'"') or line.startswith(needed)]
    path.write_bytes(b"\n".join(kept) + b"\n\n" + body)


if __name__ == "__main__":
    sys.exit(main())
