"""How fast and how lean finding copies is, on invented texts.

    python bench/copies.py TEXTS      prints one JSON object

One text in five repeats another: whole, cut from the bottom, with a new head, with a tenth of its words changed or with
5 % of its letters misread. All texts draw on the same words, stock phrases and footers, so that runs in common alone
name no copy. CPU time is that of this process.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate

import costs
from clarion.reconcile.copies import Index, copies_of, find_copies
from speed import peak_mib

WORDS_OF_A_TEXT = (100, 1_100)  # fewest and most; 600 words on average, a page of a newspaper
SHARE_OF_COPIES = 0.2
NOISE = 0.05  # share of letters left out, changed or followed by a full stop
NEW_TEXTS = 40  # half of them copies of what is there
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Planted = list[tuple[int, int, str]]  # a text, its copy and how that was rewritten


def made_texts(size: int, seed: int = 1) -> tuple[list[str], Planted]:
    """`size` texts in random order, and which of them are copies; the same for the same size and seed."""
    chance = random.Random(seed)
    texts: list[str] = []
    planted: Planted = []
    for original in _originals(chance):
        texts.append(original)
        # the first in five copies is copied again in one case of five, and so on: most families are small
        source = len(texts) - 1
        while len(texts) < size and chance.random() < SHARE_OF_COPIES:
            way = chance.choice((*WAYS,))
            planted.append((source, len(texts), way))
            texts.append(WAYS[way](original, chance))
        if len(texts) >= size:
            break
    order = list(range(size))
    chance.shuffle(order)
    shuffled = [""] * size
    for old, new in enumerate(order):
        shuffled[new] = texts[old]
    return shuffled, [(order[a], order[b], way) for a, b, way in planted]


def measure(size: int) -> dict[str, object]:
    """CPU time of all copies among `size` texts, of one more text, peak memory, and the share found by way."""
    texts, planted = made_texts(size)
    before = peak_mib()
    start = time.process_time()
    copies = find_copies(texts)
    seconds = time.process_time() - start
    peak = peak_mib()
    found = {(copy.i, copy.j) for copy in copies}
    by_way: dict[str, list[bool]] = {way: [] for way in WAYS}
    for a, b, way in planted:
        by_way[way].append((min(a, b), max(a, b)) in found)
    index = Index(texts)
    asked, added = [], []
    for new in made_texts(NEW_TEXTS, seed=2)[0][: NEW_TEXTS // 2] + texts[: NEW_TEXTS // 2]:
        start = time.process_time()
        copies_of(index, new)
        asked.append(time.process_time() - start)
        start = time.process_time()
        index.add(new)
        added.append(time.process_time() - start)
    return {
        "texts": size,
        "million characters": round(sum(map(len, texts)) / 1e6, 1),
        "cpu seconds": round(seconds, 2),
        "ms a text": round(1000 * seconds / size, 2),
        "peak MiB": round(peak),
        "MiB of the texts alone": round(before),
        "copies": len(copies),
        "copies found %": {way: round(100 * sum(hits) / max(1, len(hits)), 1) for way, hits in by_way.items()},
        "new text ms, mean": round(1000 * sum(asked) / len(asked), 2),
        "new text ms, longest": round(1000 * max(asked), 2),
        "adding it ms, longest": round(1000 * max(added), 2),
    }


def growth(size: int, most: float) -> tuple[float, float]:
    """What twice the texts cost over what `size` of them cost, told from four times as many, and the CPU seconds."""
    effort = costs.Effort(factor=4, most=most)
    measured = costs.growth(lambda size: made_texts(size)[0], find_copies, size, effort)
    return measured.ratio, measured.more


def _originals(chance: random.Random) -> Iterator[str]:
    """Texts without end: words as often as in print, stock phrases, and the footer of one of fifty papers."""
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(40_000)]
    often = [*accumulate(1 / (rank + 3) for rank in range(len(words)))]
    stock = [" ".join(chance.choices(words, cum_weights=often, k=chance.randint(6, 9))) for _ in range(2_000)]
    footers = [". ".join(chance.choices(stock, k=3)) for _ in range(50)]
    while True:
        size = chance.randint(*WORDS_OF_A_TEXT)
        body = chance.choices(words, cum_weights=often, k=size)
        for place in range(0, size, 200):
            body[place] = chance.choice(stock)
        yield " ".join(body) + ".\n" + chance.choice(footers)


def _cut(text: str, chance: random.Random) -> str:
    return text[: int(len(text) * chance.uniform(0.3, 0.7))]


def _new_head(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    return " ".join(chance.sample(words, 40) + words[20:])


def _changed_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    return " ".join(chance.choice(words) if chance.random() < 0.1 else word for word in words)


def _misread(text: str, chance: random.Random) -> str:
    return "".join(
        chance.choice((letter + ".", chance.choice(LETTERS), "")) if chance.random() < NOISE else letter
        for letter in text
    )


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "whole": lambda text, _: text,
    "cut": _cut,
    "new head": _new_head,
    "words changed": _changed_words,
    "misread": _misread,
}

if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
