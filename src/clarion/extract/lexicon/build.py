"""`python -m clarion.extract.lexicon.build`: write the compiled lexicon beside the compiled reference data."""

import sys
from pathlib import Path

from clarion.extract.lexicon import GROUPS, parsed, tables
from clarion.extract.lexicon.stored import NAME, digest_of, packed
from clarion.reference import compiled


def compile_lexicon(folder: Path) -> str:
    """Write the compiled lexicon into `folder`, replacing what is there; returns its digest."""
    lexicon = parsed()
    digest = digest_of(tables())
    entries = [(one.act, one.means, one.codes, one.cues) for one in lexicon.acts.values()]
    groups = {group: getattr(lexicon, group) for group in GROUPS}
    folder.mkdir(exist_ok=True)
    fresh = folder / f".{NAME}"
    fresh.write_bytes(packed(digest, entries, lexicon.cues_at, groups))
    fresh.replace(folder / NAME)  # a process that reads meanwhile keeps the old file
    return digest


if __name__ == "__main__":
    sys.stdout.write(compile_lexicon(compiled.FOLDER) + "\n")
