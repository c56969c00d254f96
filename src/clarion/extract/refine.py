"""What the rest of a sentence makes of its act words: accidents are no claim, words of one act meet in one claim."""

from dataclasses import dataclass

from clarion.extract.lexicon import load
from clarion.extract.line import Line

# acts that an accident or a disaster can bring about without anybody's doing
_BY_ACCIDENT = frozenset(
    ("killing", "injury", "destruction", "disappearance", "displacement", "rescue", "attack", "deprivation")
)
# acts that are one event with what they are for
_ONE_EVENT = frozenset(("consultation", "investigation", "appeal", "agreement"))
_STATUSES = frozenset(
    """wounded injured dead missing disappeared rescued displaced detained arrested accused convicted kidnapped
    abducted evacuated deported executed killed sentenced released freed tortured expelled murdered condemned
    imprisoned""".split()
)
_DETERMINERS = frozenset("the our their his her its your my all".split())
_AFTER_STATUS = frozenset(
    """in on at by for from with as to of and or but were was are is had have has who whose which that will would could
    can may must should themselves also still now then there here when while after before down up out""".split()
)
_BEFORE_MONTH = frozenset(
    "in since last by until of from early late mid this next before on through to and for".split()
)
_JOINING = frozenset(("and", "or", "/", "&", ",", "then"))


@dataclass(frozen=True, slots=True)
class ActWord:
    """An act word in a line: indices of its first and last word, the act and the cue (as written) that found it."""

    first: int
    last: int
    act: str
    written: str
    beside: tuple[int, ...] = ()
    anchor: tuple[int, ...] = ()  # all act words, also those after a gap


def refined(line: Line, words: list[ActWord]) -> list[ActWord]:
    """`words` (in order) without those that tell no act here, and with those of one act side by side made one."""
    if not words:
        return []
    told = (word for word in line.words if word[0].isalnum())
    if next(told, None) is None or next(told, None) is None:  # a label: "Detentions"
        return []
    words = [
        word for word in words if not (_is_accident(line, word) or _is_status(line, word) or is_month(line, word.first))
    ]
    return _joined(line, _without_purposes(line, words))


def _is_accident(line: Line, word: ActWord) -> bool:
    classes = load().classes
    return word.act in _BY_ACCIDENT and bool(line.bag & classes["accident"]) and not (line.bag & classes["violence"])


def _is_status(line: Line, word: ActWord) -> bool:
    """ "the wounded", "our missing" name people by what befell them; "those killed" tells it."""
    if word.first != word.last or line.words[word.first] not in _STATUSES:
        return False
    if word.first == 0 or line.words[word.first - 1] not in _DETERMINERS:
        return False
    following = line.words[word.last + 1] if word.last + 1 < len(line.words) else "."
    return following in _AFTER_STATUS or not following[0].isalnum()


def is_month(line: Line, at: int) -> bool:
    """ "12 March", "in March", "since last March": the month, not the walk."""
    if line.tokens[at].text != "March":
        return False
    beside = [line.words[i] for i in (at - 1, at + 1) if line.inside(i)]
    return any(one[0].isdigit() for one in beside) or (at > 0 and line.words[at - 1] in _BEFORE_MONTH)


def _without_purposes(line: Line, words: list[ActWord]) -> list[ActWord]:
    """ "met to discuss", "set up a committee to examine": the purpose is what the one event is."""
    kept: list[ActWord] = []
    for word in words:
        before = kept[-1] if kept else None
        aimed = word.first > 0 and line.words[word.first - 1] == "to"
        if not (aimed and before is not None and before.act == word.act and word.act in _ONE_EVENT):
            kept.append(word)
    return kept


def _joined(line: Line, words: list[ActWord]) -> list[ActWord]:
    """ "arrested and detained", "bombing attack": one claim, at the first word."""
    joined: list[ActWord] = []
    for word in words:
        before = joined[-1] if joined else None
        if before and before.act == word.act and _side_by_side(line, before, word):
            continue
        joined.append(word)
    return joined


def _side_by_side(line: Line, before: ActWord, word: ActWord) -> bool:
    between = line.words[before.last + 1 : word.first]
    return all(w in _JOINING or w in ("been", "was", "were", "being") for w in between) and len(between) <= 2
