"""Score claims against the small gold beside this file, documents NAME with NAME.gold.json in one folder.

A claim matches a gold claim of equal act whose span overlaps, each used once, the largest overlap first.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clarion.model import Claim

SLOTS = ("stance", "count", "when", "where")


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts that add up over documents."""

    counts: Counter[str]

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.counts + other.counts)

    def percent(self) -> dict[str, float]:
        """Detection and strict F1 and, on matched claims, the share of right slots, in percent.

        A strict match has all four right.
        """
        c = self.counts
        shares = {slot: _percent(c[f"{slot} right"], c["matched"]) for slot in SLOTS}
        both = c["gold"] + c["found"]
        return {"detection": _percent(2 * c["matched"], both), "strict": _percent(2 * c["strict"], both), **shares}


def score_document(gold_path: Path, claims: list[Claim], text: str) -> Figures:
    """Count what was found and right in one document."""
    gold, pairs = _matched(gold_path, claims, text)
    counts = Counter(gold=len(gold), found=len(claims))
    for number, claim in pairs:
        counts.update({"matched": 1})
        slots = _slots(gold[number], claim)
        counts.update({f"{slot} right": int(right) for slot, right in slots.items()})
        counts.update({"strict": int(all(slots.values()))})
    return Figures(counts)


def matched_claims(gold_path: Path, claims: list[Claim], text: str) -> set[str]:
    """The ids of the claims that the gold tells too."""
    return {claim.id for _, claim in _matched(gold_path, claims, text)[1]}


def matched_pairs(gold_path: Path, claims: list[Claim], text: str) -> list[tuple[int, Claim]]:
    """Numbers of gold claims, each with the claim that was found for it."""
    return _matched(gold_path, claims, text)[1]


def _matched(gold_path: Path, claims: list[Claim], text: str) -> tuple[list[dict[str, Any]], list[tuple[int, Claim]]]:
    gold = json.loads(gold_path.read_text(encoding="utf-8"))["claims"]
    cursor, spans = 0, []
    for item in gold:
        found = re.compile(r"\s+".join(map(re.escape, item["quote"].split()))).search(text, cursor)
        if found is None:
            raise ValueError(f"{gold_path.name}: quote not in the text after the one before: {item['quote']!r}")
        spans.append(found.span())
        cursor = found.start()
    return gold, _pairs(gold, spans, claims)


def _pairs(gold: list[dict[str, Any]], spans: list[tuple[int, int]], claims: list[Claim]) -> list[tuple[int, Claim]]:
    overlaps = []
    for number, (item, span) in enumerate(zip(gold, spans, strict=True)):
        for claim in claims:
            shared = min(span[1], claim.span[1]) - max(span[0], claim.span[0])
            if claim.act == item["act"] and shared > 0:
                union = max(span[1], claim.span[1]) - min(span[0], claim.span[0])
                overlaps.append((-shared / union, number, claim.id, claim))
    taken: set[object] = set()
    pairs = []
    for _, number, claim_id, claim in sorted(overlaps, key=lambda row: row[:3]):
        if number not in taken and claim_id not in taken:
            taken |= {number, claim_id}
            pairs.append((number, claim))
    return pairs


def _slots(gold: dict[str, Any], claim: Claim) -> dict[str, bool]:
    count = claim.affected.count if claim.affected else None
    when = claim.when if claim.when and (claim.when.start or claim.when.end) else None
    found_count = None if count is None else (count.low, count.high, count.best, count.unit)
    found_when = None if when is None else (when.start, when.end)
    return {
        "stance": claim.stance == gold["stance"],
        "count": found_count == _key(gold["count"], ("low", "high", "best", "unit")),
        "when": found_when == _key(gold["when"], ("start", "end")),
        "where": sorted((str(place.role), place.name) for place in claim.where)
        == sorted((place["role"], place["name"]) for place in gold["where"]),
    }


def _key(value: dict[str, Any] | None, fields: tuple[str, ...]) -> tuple[Any, ...] | None:
    return None if value is None else tuple(value[field] for field in fields)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
