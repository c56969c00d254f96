"""Clarion beside spaCy on the same texts in one process: which reads how fast.

    python bench/beside.py [--model en_core_web_sm] [PATH ...]

A PATH is a folder of .txt and .md files or a .jsonl file whose lines hold a "text"; without one the texts are made by
rule (`made`). spaCy is no part of the project: it is measured where it can be imported, with one of its English models.
The two take turns, a stretch of documents each, on one thread, so that other work on the machine slows both alike.
spaCy runs its whole pipeline over each stretch with `nlp.pipe`, its fastest way; the times are CPU time.
"""

import argparse
import importlib
import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # before numpy is imported

from clarion.extract import find_claims  # noqa: E402
from made import dense_text, general_text  # noqa: E402
from speed import DOCUMENT_SIZE, Figures, document  # noqa: E402

MODEL = "en_core_web_sm"
STRETCH = 64  # documents of one turn
MADE = 200_000  # characters made by rule
TURNS = 3  # over all texts; the best of each stretch counts


def beside(model: str = MODEL, paths: list[Path] | None = None) -> dict[str, Figures] | str:
    """KB/s of both and their ratio by kind of text; a sentence where spaCy or its model cannot be imported."""
    for name in ("spacy", model):
        if importlib.util.find_spec(name) is None:
            return f"not measured: {name} cannot be imported"
    pipeline = importlib.import_module(model).load()
    pipeline("Two people were arrested in Paris.")
    find_claims(document("Two people were arrested in Paris."))
    return {name: _compared(texts, pipeline) for name, texts in _texts(paths or [])}


def _texts(paths: list[Path]) -> Iterator[tuple[str, list[str]]]:
    if not paths:
        for name, make in (("dense", dense_text), ("general", general_text)):
            text = make(MADE)
            yield name, [text[at : at + DOCUMENT_SIZE] for at in range(0, MADE, DOCUMENT_SIZE)]
    for path in paths:
        if path.suffix == ".jsonl":
            yield path.stem, [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
        else:
            files = sorted(file for file in path.rglob("*") if file.suffix in (".txt", ".md"))
            yield path.name, [file.read_text(encoding="utf-8") for file in files]


def _compared(texts: list[str], pipeline: Any) -> Figures:
    ours = theirs = 0.0
    for number, stretch in enumerate(_stretches(texts)):
        documents = [document(text, number) for text in stretch]
        pairs = [
            (
                _seconds(lambda: [find_claims(one) for one in documents]),  # noqa: B023 - called at once
                _seconds(lambda: list(pipeline.pipe(stretch))),  # noqa: B023
            )
            for _ in range(TURNS)
        ]
        ours += min(own for own, _ in pairs)
        theirs += min(other for _, other in pairs)
    size = sum(map(len, texts)) / 1000
    return {
        "KB": round(size),
        "clarion KB/s": round(size / ours, 1),
        "spacy KB/s": round(size / theirs, 1),
        "ratio": round(theirs / ours, 2),
    }


def _stretches(texts: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(texts), STRETCH):
        yield texts[at : at + STRETCH]


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--model", default=MODEL, help="the importable name of an English model of spaCy")
    options = parser.parse_args()
    print(json.dumps(beside(options.model, options.paths), indent=1))
