"""Would a filter learned from the repository's own gold drop more wrong claims than right ones?

    python bench/filter.py      table of docs/decisions/0013-unread-wording.md

A logistic regression over what a claim says (act, stance, filled slots, form of the cue, words before it) is trained on
all corpora of tests/gold/own but one and judged on that one. It needs nothing but the standard library.
"""

import importlib
import math
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import clarion
from clarion.model import Claim

HERE = Path(__file__).resolve().parent.parent / "tests" / "gold"
CORPORA = ("full-a", "full-b", "full-c", "full-d")
ROUNDS, RATE, SHRINK = 30, 0.1, 0.02
BEFORE = 25  # code points before a cue that are looked at
_BEFORE = {
    "definite": re.compile(r"\b(?:the|this|these|his|her|their|its)\s(?:\w+\s)?$"),
    "indefinite": re.compile(r"\b(?:an?|any|no)\s(?:\w+\s)?$"),
    "to": re.compile(r"\bto\s$"),
    "of": re.compile(r"\bof\s$"),
    "be": re.compile(r"\b(?:was|were|been|is|are|be)\s(?:\w+ly\s)?$"),
}

Sample = tuple[frozenset[str], bool]
Model = tuple[dict[str, float], float]


def main() -> int:
    """Print, corpus by corpus, how well wrong claims are told from right ones."""
    sys.path.insert(0, str(HERE))
    samples = {name: _samples(HERE / "own" / name) for name in CORPORA}
    print("| judged on | claims right | wrong | area under the curve | wrong and right dropped below .5 |")
    print("|---|---|---|---|---|")
    for name in CORPORA:
        model = _train([one for other in CORPORA if other != name for one in samples[other]])
        scored = [(_score(model, facts), right) for facts, right in samples[name]]
        right = [score for score, is_right in scored if is_right]
        wrong = [score for score, is_right in scored if not is_right]
        area = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong) / (len(right) * len(wrong))
        dropped = [sum(score < 0 for score in scores) for scores in (wrong, right)]
        print(f"| {name} | {len(right)} | {len(wrong)} | {area:.2f} | {dropped[0]} and {dropped[1]} |")
    return 0


def _samples(folder: Path) -> list[Sample]:
    gate, score = importlib.import_module("gate"), importlib.import_module("score")
    golds = {gate.gold_document(path): path for path in sorted(folder.rglob("*.gold.json")) if not gate.is_case(path)}
    record = clarion.record(list(golds))
    found = []
    for path, gold in golds.items():
        document = next(d for d in record.documents if Path(d.path).name == path.name)
        claims = [claim for claim in record.claims if claim.document == document.id]
        text = document.text or ""
        matched = score.matched_claims(gold, claims, text)
        found += [(_facts(claim, claims, text), claim.id in matched) for claim in claims]
    return found


def _facts(claim: Claim, claims: Sequence[Claim], text: str) -> frozenset[str]:
    start, end = claim.cue or claim.span
    before, cue, words = text[max(0, start - BEFORE) : start].lower(), text[start:end].lower(), len(claim.quote.split())
    held = {
        "when": claim.when,
        "where": claim.where,
        "actors": claim.actors,
        "affected": claim.affected,
        "count": claim.affected and claim.affected.count,
        "short": words < 3,
        "long": words > 12,
        "one word": " " not in cue,
        "overlaps": any(c is not claim and c.span[0] < claim.span[1] and claim.span[0] < c.span[1] for c in claims),
    }
    facts = {name for name, value in held.items() if value}
    facts |= {name for name, pattern in _BEFORE.items() if pattern.search(before)}
    facts |= {f"act {claim.act}", f"stance {claim.stance}", f"ending {cue[-2:]}"}
    return frozenset({*facts, f"act {claim.act} with somebody {bool(claim.affected or claim.actors)}"})


def _train(samples: Sequence[Sample]) -> Model:
    weights: dict[str, float] = {}
    bias, order, chance = 0.0, list(samples), random.Random(0)
    for turn in range(ROUNDS):
        chance.shuffle(order)
        for facts, right in order:
            step = (right - 1 / (1 + math.exp(-_score((weights, bias), facts)))) * RATE / (1 + 0.3 * turn)
            bias += step
            for fact in facts:
                weights[fact] = weights.get(fact, 0.0) * (1 - SHRINK * RATE) + step
    return weights, bias


def _score(model: Model, facts: frozenset[str]) -> float:
    return model[1] + sum(model[0].get(fact, 0.0) for fact in facts)


if __name__ == "__main__":
    sys.exit(main())
