"""A line that names an incident, made only of what its claims say."""

import re
from datetime import date, timedelta

from clarion.model import Count, CountKind, Incident, Place, PlaceRole, When
from clarion.model.intervals import first_day, last_day

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?)\b",
    re.I,
)
_ARTICLE = re.compile(r"^(?:The|A|An|His|Her|Their|My|Our|Its|Those|These|One|Some|All|Both|Three|Two)\b")
# "these families", "any officers": which ones, the sentence before says; "those who fled" says it itself
_POINTING = re.compile(
    r"^(?:these|those|this|that|such|any)\s+(?!who|whose|in\b|from\b|with\b|of\b|taken|held|left)", re.I
)
# who was affected, said so that no figure can stand before it: "a second group", "my cousin", "Mr Dorrim"
_DETERMINED = re.compile(
    r"^(?:the|an?|his|her|their|my|our|your|its|this|that|these|those|some|all|both|each|(?:Mr|Mrs|Ms|Dr|Fr|Sr)\b\.?)\s",
    re.I,
)
_PERSON = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* [A-Z][\w'’-]*[^s\W]$")
_ROLE_WORDS = {PlaceRole.FROM: "from", PlaceRole.TO: "to", PlaceRole.VIA: "through", PlaceRole.AT: "in"}
_SINGULAR = {"people": "person", "families": "family", "vehicles": "vehicle", "events": "event"}
_ORDER = (PlaceRole.FROM, PlaceRole.VIA, PlaceRole.TO, PlaceRole.AT)


def title_of_incident(incident: Incident) -> str:
    """For example "Forced return of 90 to 100 North Korean refugees from Dandong to Sinuiju, 29 August 2023"."""
    words = [incident.act.replace("_", " ").capitalize()]
    affected = incident.affected
    who = _ARTICLE.sub(lambda article: article[0].lower(), affected.description or "") if affected else None
    who = _POINTING.sub("", who) if who else who
    number = count_words(affected.count) if affected and affected.count else None
    if number and who and _NUMBER.search(who):
        number = None  # "a group of nine" says it already
    if number or who:
        words.append(f"of {_who(number, who, affected.count if affected else None)}")
    words += _places(incident.where)
    when = when_words(incident.when)
    return " ".join(words) + (f", {when}" if when else "")


def _who(number: str | None, who: str | None, count: Count | None) -> str:
    if not number or not who:
        return " ".join(part for part in (number, who or _unit(count)) if part)
    if not _DETERMINED.match(who) and not _PERSON.match(who):
        return f"{number} {who}"
    alone = count is not None and count.best == 1
    return who if alone else f"{who} ({number} {_unit(count)})".replace(" )", ")")


def count_words(count: Count) -> str:
    """A figure in words that claim no more than it does."""
    low, high, best = (None if bound is None else f"{bound:,}" for bound in (count.low, count.high, count.best))
    if count.kind == CountKind.SHARE:
        return "a share"
    if count.kind == CountKind.ABOUT:
        return f"about {best}"
    if best is not None:
        return best
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"at least {low}" if low is not None else f"up to {high}" if high is not None else ""


def when_words(when: When | None) -> str:
    """An interval in words: "29 August 2023", "18 to 19 March 2025", "since 5 June 2023", "" when unknown."""
    first, last = first_day(when), last_day(when)
    if when is None or first is None:
        return f"before {_day(last + timedelta(days=1))}" if last else ""
    if last is None:
        return _day(first) if "T" in (when.start or "") else f"since {_day(first)}"
    if first == last:
        return _day(first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _months(first, last)
    return (
        f"{first.day} to {_day(last)}"
        if (first.year, first.month) == (last.year, last.month)
        else f"{_day(first)} to {_day(last)}"
    )


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return (
        f"{first.year}"
        if (first.month, last.month, first.year) == (1, 12, last.year)
        else f"{first:%B %Y} to {last:%B %Y}"
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _places(places: tuple[Place, ...]) -> list[str]:
    """One place for each role, settlements before states."""
    words: list[str] = []
    for role in _ORDER:
        of_role = [place for place in places if place.role == role]
        narrow = [place for place in of_role if not (place.ref or "").startswith("state:")] or of_role
        if narrow and not (role == PlaceRole.AT and words):
            words.append(f"{_ROLE_WORDS[role]} {narrow[0].name}")
    return words


def _unit(count: Count | None) -> str:
    if count is None or count.unit == "other":
        return ""
    return _SINGULAR.get(str(count.unit), str(count.unit)) if count.best == 1 else str(count.unit)
