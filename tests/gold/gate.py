"""The gate of quality: scores may not fall below the floors of `floors.json`, and floors only rise.

    python tests/gold/gate.py                  score and compare
    python tests/gold/gate.py --raise          lift the floors to what was measured, never lower one
    python tests/gold/gate.py --accept-lower   take over what was measured even where it is lower (the commit says why)

The small gold beside this file is always scored. The development gold is scored when the measuring material is at hand
(beside the repository, or at CLARION_SHARED); a third of its documents, chosen by the hash of their names, was never
read while rules were written and is scored apart.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SHARED = Path(os.environ.get("CLARION_SHARED", HERE.parents[2] / "shared"))
UNREAD_PARTS = 3  # one document in three is kept unread
SPEECH = "full-e"  # a corpus of who speaks, acts and is asked, without counts, days and places
LATER = {"full-c", "full-d"}  # corpora of other hands, written when the rules stood
BLIND_PARTS = 2  # one of their documents in two is kept unread

Scores = dict[str, dict[str, float]]


def main() -> int:
    """Compare scores with floors; the exit status is 1 when one fell."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to what was measured")
    parser.add_argument("--accept-lower", action="store_true", help="take over lower scores too")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    measured = own_scores()
    if (SHARED / "gold" / "dev").is_dir():
        measured.update(dev_scores())
    fallen = _report(measured, floors)
    if options.lift or options.accept_lower:
        _write(measured, floors, lower=options.accept_lower)
        return 0
    return 1 if fallen else 0


def own_scores() -> Scores:
    """Scores on the gold of the repository, from the files themselves to the claims, by how it was used.

    `own` is what rules were written by. Of the later corpora one half was read by error (`own later`) and one, chosen
    by the hash of the file names, was never read (`own blind`): it says how rules do on wording nobody knew. The corpus
    of speech knows names and actions only, and is halved in the same way (`speech read`, `speech blind`).
    """
    import clarion

    scorer, speech = _module(HERE / "score.py"), _module(HERE / "speech.py")
    golds = {gold_document(path): path for path in sorted((HERE / "own").rglob("*.gold.json")) if not is_case(path)}
    record = clarion.record(list(golds))
    totals: dict[str, Any] = {}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for path, gold in golds.items():
        document = next(d for d in record.documents if Path(d.path).name == path.name)
        claims = [claim for claim in record.claims if claim.document == document.id]
        part, ids = own_part(path), {claim.id for claim in claims}
        pairs = scorer.matched_pairs(gold, claims, document.text or "")
        actions = [action for action in record.actions if ids & set(action.claims)]
        said[part] += speech.speech_counts(json.loads(gold.read_text(encoding="utf-8")), pairs, actions)
        if SPEECH not in path.parts:
            figures = scorer.score_document(gold, claims, document.text or "")
            totals[part] = totals[part] + figures if part in totals else figures
    shares = {part: total.percent() for part, total in totals.items()}
    return {part: {**shares.get(part, {}), **speech.speech_percent(said[part])} for part in sorted(said)}


def own_part(document: Path) -> str:
    """Which of the repository's own scores a document counts for."""
    is_blind = _hash(document.name) % BLIND_PARTS
    if SPEECH in document.parts:
        return "speech blind" if is_blind else "speech read"
    if not LATER & set(document.parts):
        return "own"
    return "own blind" if is_blind else "own later"


def is_case(path: Path) -> bool:
    """True for the file that says which claims of a case belong together."""
    return path.name == "case.gold.json"


def gold_document(gold: Path) -> Path:
    """The document that a gold file is about."""
    name: str = json.loads(gold.read_text(encoding="utf-8"))["document"]
    return gold.parent / name


def dev_scores() -> Scores:
    """Scores on the development gold: all of it, and the third that was never read."""
    import clarion

    gold = SHARED / "gold"
    scorer = _module(gold / "score.py")
    record = json.loads(clarion.record([gold / "dev"]).to_json(with_text=True))
    whole = scorer.score(record, gold / "dev")
    scorer_documents = scorer.gold_documents
    scorer.gold_documents = lambda folder: (pair for pair in scorer_documents(folder) if is_unread(pair[0].name))
    unread = scorer.score(_only_unread(record), gold / "dev")
    return {"dev": {**_figures(whole), **_cases(whole)}, "unread": _figures(unread)}


def _only_unread(record: dict[str, Any]) -> dict[str, Any]:
    """The record without the actions of the documents that were read, which would count as false."""
    document_of = {claim["id"]: claim["document"] for claim in record["claims"]}
    unread = {document["id"] for document in record["documents"] if is_unread(Path(document["path"]).name)}
    kept = [action for action in record["actions"] if all(document_of[claim] in unread for claim in action["claims"])]
    return {**record, "actions": kept}


def is_unread(name: str) -> bool:
    """True for the documents that nobody looks at while writing rules."""
    return _hash(name) % UNREAD_PARTS == 0


def _hash(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)


def _figures(result: dict[str, Any]) -> dict[str, float]:
    slots = result["slots"]
    shown = {
        "detection": result["detection"]["f1"],
        "strict": result["strict"]["f1"],
        "published": result["published"],
        "whole quotes": 1.0 if not result["broken_quotes"] else 0.0,
        "stance": slots.get("stance", {}).get("accuracy"),
        "count": slots.get("count (where given)", {}).get("accuracy"),
        "when": slots.get("when (where given)", {}).get("accuracy"),
        "where": slots.get("where (where given)", {}).get("accuracy"),
        **{
            name: slots.get(name, {}).get("f1")
            for name in ("voices", "voices quoted", "actors", "addressees", "actions")
        },
    }
    return {name: round(100 * (value or 0.0), 1) for name, value in shown.items()}


def _cases(result: dict[str, Any]) -> dict[str, float]:
    """Incidents of all cases pooled: B-cubed over claims, status and origins over incidents, warning links."""
    cases = result["cases"]
    claims = sum(case["claims"] for case in cases)
    precision, recall = (
        sum(case["b_cubed"][part] * case["claims"] for case in cases) / claims for part in ("precision", "recall")
    )
    right, given, gold = (sum(case["warning_links"][n] for case in cases) for n in range(3))
    mean = {name: sum(case[name] for case in cases) / len(cases) for name in ("status", "origins")}
    shown = {
        "b-cubed": 2 * precision * recall / (precision + recall),
        **mean,
        "warnings": 2 * right / (given + gold) if given + gold else 0.0,
    }
    return {f"cases {name}": round(100 * value, 1) for name, value in shown.items()}


def _report(measured: Scores, floors: dict[str, dict[str, float]]) -> bool:
    fallen = False
    for part, scores in measured.items():
        print(f"{part}")
        for name, score in scores.items():
            floor = floors.get(part, {}).get(name)
            low = floor is not None and score < floor
            fallen |= low
            print(
                f"  {name:<16}{score:>6.1f}   floor {floor if floor is not None else '-':>6}{'   FELL' if low else ''}"
            )
    return fallen


def _write(measured: Scores, floors: dict[str, dict[str, float]], *, lower: bool) -> None:
    for part, scores in measured.items():
        held = floors.setdefault(part, {})
        for name, score in scores.items():
            held[name] = score if lower else max(score, held.get(name, 0.0))
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"gold_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    raise SystemExit(main())
