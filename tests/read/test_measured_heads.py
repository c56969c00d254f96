"""Dates, publishers and authors over the measuring material, with floors that may only rise."""

import json
from collections import Counter
from pathlib import Path

from clarion.model.vocabulary import RegionKind
from clarion.read import read_document

# of 42 documents; dates, publishers and authors that are right
FLOORS = {"published": 41, "publisher": 40, "authors": 40}
SMALL_WORDS = {"the", "a", "an", "of", "mr", "ms", "dr"}


def words(name: str | None) -> set[str]:
    letters = "".join(character.lower() if character.isalnum() else " " for character in name or "")
    return set(letters.split()) - SMALL_WORDS


def alike(left: str | None, right: str | None) -> bool:
    one, other = words(left), words(right)
    return one == other if not one or not other else one <= other or other <= one


def test_dates_publishers_and_authors_are_found(shared: Path) -> None:
    right: Counter[str] = Counter()
    for place in sorted((shared / "gold" / "dev").rglob("*.gold.json")):
        gold = json.loads(place.read_text())
        if "document" not in gold:
            continue
        document = read_document((place.parent / gold["document"]).read_bytes(), path=gold["document"]).document
        right["published"] += (str(document.published) if document.published else None) == gold["published"]
        right["publisher"] += alike(document.publisher, gold["publisher"])
        same = len(document.authors) == len(gold["authors"])
        right["authors"] += same and all(
            any(alike(name, found) for found in document.authors) for name in gold["authors"]
        )
    assert {name: count for name, count in right.items() if count < FLOORS[name]} == {}


def test_no_known_claim_lies_outside_body_and_headlines(shared: Path) -> None:
    outside = []
    for place in sorted((shared / "gold" / "dev").rglob("*.gold.json")):
        gold = json.loads(place.read_text())
        if "document" not in gold:
            continue
        document = read_document((place.parent / gold["document"]).read_bytes(), path=gold["document"]).document
        kept = [
            " ".join((document.text or "")[slice(*region.span)].split())
            for region in document.regions
            if region.kind in (RegionKind.BODY, RegionKind.HEADLINE)
        ]
        outside += [
            gold["document"]
            for claim in gold.get("claims", ())
            if not any(" ".join(claim["quote"].split()) in text for text in kept)
        ]
    assert outside == []
