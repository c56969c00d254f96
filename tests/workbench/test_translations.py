"""The interface is complete in every language that it offers."""

import re
import subprocess
import sys
from pathlib import Path

from conftest import REPOSITORY

LOCALES = REPOSITORY / "src" / "clarion" / "workbench" / "locale"
_NAMED = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def test_every_word_of_the_workbench_is_translated_and_none_is_left_over() -> None:
    """Fails with the words that are missing; `python scripts/messages.py` brings the catalogues up to date."""
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "scripts" / "messages.py"), "--check"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_translations_name_the_same_things_as_the_words() -> None:
    from babel.messages.pofile import read_po

    checked = 0
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as source:
            for message in read_po(source):
                if not message.id:
                    continue
                words = message.id if isinstance(message.id, tuple) else (message.id,)
                said = message.string if isinstance(message.string, tuple) else (message.string,)
                known = {name for one in words for name in _NAMED.findall(one)}
                assert all(set(_NAMED.findall(one)) <= known for one in said), (path.name, words)
                checked += 1
    assert checked > 500


def test_the_compiled_words_are_those_of_the_catalogue(tmp_path: Path) -> None:
    """What `make setup` compiles can be read back."""
    import gettext

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (LOCALES / "ko" / "LC_MESSAGES" / "django.po").open("rb") as source:
        catalogue = read_po(source, locale="ko")
    with (tmp_path / "django.mo").open("wb") as target:
        write_mo(target, catalogue)
    with (tmp_path / "django.mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("forced return") == "강제 송환"
