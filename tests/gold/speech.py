"""Score who speaks, who acts, who is asked and what can be attended, on the gold beside this file.

Names are the same when the words of one contain those of the other. *Voices quoted* are the voices without publisher
and authors. An action is found when one of the same document has its start, to the minute.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from clarion.model import Action, Claim

SPEECH = ("voices", "voices quoted", "actors", "addressees", "actions")

_EMPTY_WORDS = frozenset({"the", "a", "an", "of", "mr", "ms", "dr"})


def speech_counts(gold: dict[str, Any], pairs: Iterable[tuple[int, Claim]], actions: Iterable[Action]) -> Counter[str]:
    """Names given, found and right in one document, by what they are; `pairs` are gold claims with theirs."""
    if "actions" not in gold:
        return Counter()  # a gold of acts alone
    lead = [name for name in (gold["publisher"], *(gold["authors"] or ())) if name]
    counts: Counter[str] = Counter()
    for number, claim in pairs:
        told = gold["claims"][number]
        voices = [voice.name for voice in claim.voices]
        counts += _names("voices", told["voices"], voices)
        counts += _names("voices quoted", _without(told["voices"], lead), _without(voices, lead))
        counts += _names("actors", told["actors"], [party.name for party in claim.actors])
        counts += _names("addressees", told["addressees"], [party.name for party in claim.addressees])
    wanted = Counter(action["start"][:16] for action in gold["actions"] if action["start"])
    starts = Counter(action.start[:16] for action in actions if action.start)
    right = (wanted & starts).total()
    sums = {"given": wanted.total(), "found": starts.total(), "given right": right, "found right": right}
    return counts + Counter({f"actions {name}": count for name, count in sums.items()})


def speech_percent(counts: Counter[str]) -> dict[str, float]:
    """F1 of each, in percent."""
    return {name: _f1(counts, name) for name in SPEECH}


def _names(kind: str, given: list[str], found: list[str]) -> Counter[str]:
    sums = {
        "given": len(given),
        "found": len(found),
        "given right": sum(any(_is_same(one, other) for other in found) for one in given),
        "found right": sum(any(_is_same(one, other) for other in given) for one in found),
    }
    return Counter({f"{kind} {name}": count for name, count in sums.items()})


def _without(names: list[str], lead: list[str]) -> list[str]:
    return [name for name in names if not any(_is_same(name, one) for one in lead)]


def _is_same(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> set[str]:
    plain = "".join(sign.lower() if sign.isalnum() else " " for sign in name)
    return set(plain.split()) - _EMPTY_WORDS


def _f1(counts: Counter[str], kind: str) -> float:
    given, found = counts[f"{kind} given"], counts[f"{kind} found"]
    recall = counts[f"{kind} given right"] / given if given else 0.0
    precision = counts[f"{kind} found right"] / found if found else 0.0
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0
