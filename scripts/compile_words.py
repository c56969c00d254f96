"""Compile the word classes of `clarion.language.tags` from the WordNet 3.1 database files.

    python scripts/compile_words.py DICT_FOLDER > src/clarion/language/data/words.txt

DICT_FOLDER holds `index.sense` of WordNet 3.1 (Princeton University, WordNet licence; named in NOTICE).
Each line of the output is a lower-case word and its classes: n, v, a, r for noun, verb, adjective and adverb, each
with the binary logarithm (0 to 9) of one plus how often its senses were tagged in running text. Words that are nouns
and nothing else are left out, because an unknown word is held to be a noun, unless their ending says otherwise.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

_CLASSES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
# Endings for which the rules of morphology would guess a class other than noun.
_MISLEADING = re.compile(r"(?:ing|ed|ly|s|able|ible|al|ic|ive|ish|ary|ant|ent|ate|ise|ize|en)$")


def main(folder: str) -> None:
    """Print the compiled list, in the order of the alphabet."""
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in (Path(folder) / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, _, count = line.split()
        word, sense = key.split("%")
        if re.fullmatch(r"[a-z]{2,}", word):
            kind = _CLASSES[sense[0]]
            counts[word][kind] = counts[word].get(kind, 0) + int(count)
    for word, kinds in sorted(counts.items()):
        if set(kinds) != {"n"} or _MISLEADING.search(word):
            print(
                word, "".join(f"{kind}{min(9, (1 + kinds[kind]).bit_length() - 1)}" for kind in "nvar" if kind in kinds)
            )


if __name__ == "__main__":
    main(sys.argv[1])
