"""Two batteries of sentences in varied wording, whose claims were written down before the engine read them.

`battery_one.txt` was then mended by, `battery_two.txt` was written after that. The expected claims stand as first
written, a few debatable ones among them; what was reached on first sight stands in the decision on unread wording.
A line is a text (`//` is a new paragraph), the lines after it its claims: act, stance, words that the claim holds, and
the figure, date and places where there are any.
"""

import datetime
from pathlib import Path

import pytest

from clarion.model.nouns import Claim, Count
from clarion.model.vocabulary import CountKind, Unit
from telling import claims_of

WRITTEN = datetime.date(2024, 5, 16)
HERE = Path(__file__).parent
FLOORS = [("battery_one.txt", 78.0, 56.5), ("battery_two.txt", 77.5, 64.5)]


@pytest.mark.parametrize(("battery", "detection", "strict"), FLOORS)
def test_a_battery_is_read_as_well_as_before(battery: str, detection: float, strict: float) -> None:
    gold = found = matched = right = 0
    for text, expected in _texts((HERE / battery).read_text(encoding="utf-8")):
        left = claims_of(text, written=WRITTEN)
        gold, found = gold + len(expected), found + len(left)
        for line in expected:
            claim = _match(text, line, left)
            if claim is not None:
                left.remove(claim)
                matched, right = matched + 1, right + _is_right(line, claim)
    assert 200 * matched / (gold + found) >= detection
    assert 200 * right / (gold + found) >= strict


def _texts(battery: str) -> list[tuple[str, list[str]]]:
    texts: list[tuple[str, list[str]]] = []
    for line in battery.splitlines():
        if line.startswith("- "):
            texts[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            texts.append((line.replace(" // ", "\n\n"), []))
    return texts


def _match(text: str, line: str, claims: list[Claim]) -> Claim | None:
    act, stance, words = line.split(";")[0].split(" ", 2)
    at = text.index(words)
    fitting = [one for one in claims if one.act == act and one.span[0] < at + len(words) and at < one.span[1]]
    return min(fitting, key=lambda one: (abs(one.cue[0] - at), one.stance.value != stance), default=None)


def _is_right(line: str, claim: Claim) -> bool:
    slots = dict(part.strip().split("=", 1) for part in line.split(";")[1:] if part.strip())
    when = claim.when
    told = f"{when.start or ''}/{when.end or ''}" if when and (when.start or when.end) else None
    places = {f"{place.role.value if place.role else '?'}:{place.name}" for place in claim.where}
    wanted = {place for place in slots.get("where", "").split("|") if place}
    right = line.split(" ", 2)[1] == claim.stance.value and told == slots.get("when")
    return right and places == wanted and _written(claim.affected and claim.affected.count) == slots.get("n")


def _written(count: Count | None) -> str | None:
    """A figure as the batteries write it: "12", "~60 events", ">=24", "70-90", "0.333"."""
    if count is None:
        return None
    low, high, best = (format(bound, "g") if bound is not None else "" for bound in (count.low, count.high, count.best))
    if count.kind is CountKind.SHARE:
        return best or f">={low}"
    figure = {CountKind.ABOUT: f"~{best}", CountKind.RANGE: f"{low}-{high}", CountKind.AT_MOST: f"<={high}"}
    shown = figure.get(count.kind, low if count.kind is CountKind.EXACT else f">={low}")
    return shown if count.unit is Unit.PEOPLE else f"{shown} {count.unit.value}"
