"""Turns of a transcript, an interview or a sitting: who speaks from which line on.

`PRESENTER: …`, `Q: … A: …`, `Ms HELEN ROE (Greens): …`. A label counts as a speaker only when the text is held in
turns, so that a letter head ("Contact: …") or a list of terms is none.
"""

import re
from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from clarion.language.wordlists import words
from clarion.model.nouns import Span


class TurnKind(StrEnum):
    """What the label of a turn says of its speaker."""

    QUESTION = "question"  # "Q:", a speaker without a name
    ANSWER = "answer"  # "A:", the one who is asked; in a briefing the publisher
    HOST = "host"  # "PRESENTER:", the one who leads; mostly the author
    NAMED = "named"


class Turn(NamedTuple):
    """A speaker's words: `name` is the fullest form in which the text labels the speaker, None when it gives none."""

    label: Span
    content: Span
    name: str | None
    kind: TurnKind


_LABEL = re.compile(
    r"^[ \t]*(?:[-–—•>*]{1,2}[ \t]*)?"
    r"(?P<label>(?:[QA]|(?:[^\W\d_][\w.'’-]{0,30})(?:[ ][^\W\d_][\w.'’-]{0,30}){0,4}))"
    r"(?P<more>[ ]\([^()\n]{1,60}\)|,[ ][^:\n]{1,60})?[ ]?(?:\*{1,2})?"
    r"(?::(?:\*{1,2})?[ \t]+|\.[ \t]+(?=[A-Z\"“]))(?=\S)",
    re.MULTILINE,
)
_LETTERS = {"q": TurnKind.QUESTION, "question": TurnKind.QUESTION, "a": TurnKind.ANSWER, "answer": TurnKind.ANSWER}
# Roles that lead a talk. They name an office of the moment, not a voice.
_HOSTS = words(
    """presenter host interviewer moderator chair chairman chairwoman chairperson anchor reporter journalist
    correspondent newsreader speaker president operator announcer narrator clerk"""
)
_HONORIFIC = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Baroness|Hon|Sen|Rep|The)\.?[ ])+", re.IGNORECASE)
# Heads of letters, notices and lists that look like speakers in capitals.
_HEADS = words(
    """contact contacts date dated from to cc bcc re subject note notes source sources title place time when where what
    who why how press embargo embargoed tel telephone phone fax email e-mail mail web website address update correction
    summary background ref reference author byline publisher attention warning location case index keywords topic
    venue organiser organisers photo caption credit ends end editor editors fact facts key example disclaimer issue
    important rsvp deadline available languages language status age name sex gender nationality total totals
    totals theme agenda item annex article section chapter part table figure"""
)
# What stands after the last speech: brackets, rules, editors' notes.
_AFTERWORD = re.compile(
    r"\n[ \t]*\n[ \t]*(?:[(\[*_=#–—-]|(?:Transcri|Ends?\b|END|Note|Edit|Correction|Contact|©|Copyright|About))"
)
# "Ann Roe (Almar North):" above "Mr Speaker, …": the only speech that a text holds.
_SPEECH = re.compile(
    r"^(?P<head>[ \t]*\*{0,2}(?P<label>[^\W\d_][\w.'’-]{0,30}(?:[ ][^\W\d_][\w.'’-]{0,30}){1,4})"
    r"(?:[ ]\([^()\n]{1,60}\)|,[ ][^:\n]{1,60})?[ ]?\*{0,2}:\*{0,2}\s+)"
    r"(?:(?:Mr|Madam|Mrs|Ms|Dear|Distinguished|Honou?rable|Your|Fellow|Esteemed|Respected|My)\.?[ ][A-Z]?[a-z]+"
    r"|Ladies and gentlemen|Friends|Colleagues|Excellenc(?:y|ies)|Comrades|Brothers and sisters"
    r"|Good (?:morning|evening|afternoon))"
    r"\b",
    re.MULTILINE,
)
# "Question from Ann Roe (Harbour Party):", "Answer by Minister Ann Roe:" on a line of its own, above what they wrote
_HEADED = re.compile(
    r"^[ \t]*\*{0,2}(?:(?:[Ww]ritten |[Oo]ral |[Ss]upplementary )?(?:[Qq]uestion|[Aa]nswer|[Rr]eply|[Rr]esponse"
    r"|[Ii]ntervention|[Ss]upplementary|[Rr]ejoinder|[Ss]peech) )?(?:[Ff]rom|[Bb]y) (?:the )?"
    r"(?P<label>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,6})"
    r"(?: \([^()\n]{1,60}\)|, [^:\n]{1,60})?:\*{0,2}[ \t]*\n",
    re.MULTILINE,
)
_FEWEST_TURNS = 2
_MOST_SPEAKERS = 400  # with more labels than this the text is a list, and surnames are not looked up
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b|\?")
_TASTE = 2_000  # characters of a turn that are enough to hear whether it is speech


def find_turns(text: str) -> list[Turn]:
    """Find the turns of a text that is held in turns; an empty list for any other text."""
    labels = [match for match in _LABEL.finditer(text) if _may_speak(match)]
    labels = _believed(labels)
    if not labels:
        return _headed(text) or _only_speech(text)
    if len(labels) < _FEWEST_TURNS or not _is_talk(text, labels):
        return []
    names = [_plain(match["label"]) for match in labels]
    fullest = (
        {name: _fullest(name, sorted(set(names))) for name in set(names)} if len(set(names)) <= _MOST_SPEAKERS else {}
    )
    turns = []
    for number, match in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else _last_end(text, match.end())
        end = match.end() + len(text[match.end() : stop].rstrip())
        kind = _kind(names[number])
        plain = names[number]
        name = fullest.get(plain, plain) if kind is TurnKind.NAMED else _host_name(text, plain, kind)
        if name is None and kind is not TurnKind.ANSWER:
            name = _asker(match["more"])
        turns.append(Turn(match.span("label"), (match.end(), end), name, kind))
    return turns


def _headed(text: str) -> list[Turn]:
    """The parts of a record of questions and answers in writing, each under a line that says from whom it is."""
    labels = [match for match in _HEADED.finditer(text) if all(word[0].isupper() for word in _carrying(match["label"]))]
    turns = []
    for number, match in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else _last_end(text, match.end())
        start = match.end() + len(text[match.end() : stop]) - len(text[match.end() : stop].lstrip())
        end = start + len(text[start:stop].rstrip())
        if start < end:
            turns.append(Turn(match.span("label"), (start, end), _plain(match["label"]), TurnKind.NAMED))
    return turns if len(turns) >= _FEWEST_TURNS else []


def _carrying(label: str) -> list[str]:
    return [word for word in label.split() if word not in ("of", "the", "for", "and", "de", "van", "al", "el")]


def _only_speech(text: str) -> list[Turn]:
    """The one speech of a sitting: a name on a line of its own, then words to those present."""
    match = _SPEECH.search(text)
    if match is None or _may_not_name(match["label"]):
        return []
    start = match.end("head")
    end = start + len(text[start : _last_end(text, start)].rstrip())
    return [Turn(match.span("label"), (start, end), _plain(match["label"]), TurnKind.NAMED)]


def _asker(more: str | None) -> str | None:
    """ "QUESTION (Ann Roe, Radio Almar):": the name of who asks."""
    name = (more or "").strip(" ,()").split(",")[0]
    parts = name.split()
    return name if 1 < len(parts) <= 4 and all(part[0].isupper() for part in parts) else None


def _may_not_name(label: str) -> bool:
    spoken = label.lower().split()
    return spoken[0] in _HEADS or spoken[-1] in _HEADS or len(_plain(label).split()) < 2


def _is_talk(text: str, labels: list[re.Match[str]]) -> bool:
    """People in a talk ask, or say I, we and you; a list of countries or terms does not."""
    ends = [match.start() for match in labels[1:]] + [len(text)]
    spoken = sum(
        _SPOKEN.search(text, match.end(), min(end, match.end() + _TASTE)) is not None
        for match, end in zip(labels, ends, strict=True)
    )
    return 2 * spoken >= len(labels)


def _may_speak(match: re.Match[str]) -> bool:
    label = match["label"]
    words = label.lower().split()
    if words[0] in _HEADS or words[-1] in _HEADS:
        return False
    dotted = match[0].rstrip().endswith(".")
    if dotted:
        return label in ("Q", "A")
    return all(
        word[0].isupper() for word in label.split() if word.lower() not in ("of", "the", "de", "van", "al", "el")
    )


def _believed(labels: list[re.Match[str]]) -> list[re.Match[str]]:
    """Labels that make a talk: letters in pairs, names in capitals, or names that come again."""
    plain = [_plain(match["label"]).lower() for match in labels]
    times = Counter(plain)
    letters = {"q", "question"} & set(plain) and {"a", "answer"} & set(plain)
    capitals = sum(_is_capital(match["label"]) for match in labels) >= _FEWEST_TURNS
    believed = []
    for match, name in zip(labels, plain, strict=True):
        if name in _LETTERS:
            keep = bool(letters) or times[name] > 1 or (len(name) > 1 and capitals)
        elif _is_capital(match["label"]):
            keep = capitals
        else:
            keep = times[name] > 1 or (bool(letters) and name in _HOSTS)
        if keep:
            believed.append(match)
    return believed


def _is_capital(label: str) -> bool:
    plain = _plain(label)
    return plain.isupper() and len(plain) > 1


def _plain(label: str) -> str:
    return _HONORIFIC.sub("", label).strip()


def _kind(name: str) -> TurnKind:
    lower = name.lower()
    if lower in _LETTERS:
        return _LETTERS[lower]
    return TurnKind.HOST if lower.split()[-1] in _HOSTS else TurnKind.NAMED


def _fullest(name: str, names: list[str]) -> str:
    """The longest label of the text that ends in the words of `name`: a surname stands for the whole name."""
    words = name.lower().split()
    fuller = [other for other in names if other.lower().split()[-len(words) :] == words]
    return max(fuller, key=lambda other: (len(other), other), default=name)


def _host_name(text: str, label: str, kind: TurnKind) -> str | None:
    """The name that the head of the text gives to an office: "Presenter: Ann Roe"."""
    if kind is not TurnKind.HOST:
        return None
    found = re.search(rf"^[ \t]*{re.escape(label)}[ \t]*:[ \t]*([^\n]{{3,60}}?)[.]?$", text[:2000], re.I | re.MULTILINE)
    name = found[1] if found else ""
    return (
        name
        if name.istitle() or (name[:1].isupper() and len(name.split()) in (2, 3, 4) and name[-1] not in ".?!")
        else None
    )


def _last_end(text: str, start: int) -> int:
    found = _AFTERWORD.search(text, start)
    return found.start() if found else len(text)
