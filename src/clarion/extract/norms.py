"""Names of legal instruments and their articles, as the norm ids of the record."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clarion.model.ids import NormId
from clarion.model.nouns import Span
from clarion.reference.states import find_state

_NUMBER = r"(?:\d{1,3}|[IVX]{1,4})(?: ?\(\w{1,3}\))*"
_ARTICLES = re.compile(
    rf"\b(?:[Aa]rticles?|[Aa]rts?\.)[ ](?P<first>{_NUMBER})"
    rf"(?P<more>(?:(?:, | and |, and | or | to |-|–){_NUMBER}){{0,6}})"
)
_ONE = re.compile(rf"{_NUMBER}")
_BETWEEN = re.compile(
    r"[ ,]*(?:\((?:\w{1,3})\))?(?: of| in| under|,)? ?(?:the |its |that |this |their |both the )?"
    r"(?:UN |19\d\d |20\d\d )?"
)
_AFTER = re.compile(r",? ?(?:\(|of which|in its|under its)? ?$")
_ORGANS = re.compile(r"(?:[Cc]ommittee|[Rr]apporteur|[Cc]ommittees) (?:on|against|for|under)(?: the)? ?$|[Aa]nti-$")
_REACH = 60  # characters before an instrument in which its state or article is looked for
# what stands in every name of an instrument, beside capitals
_PIECES = (
    *("onvention", "rotocol", "ovenant", "onstitution", "tatute", "eclaration", "harter", "ogens", "eremptory"),
    *("refoulement", "Pact"),
)
# a law of a state, said to forbid or to grant something: "Section 12 of the Aliens Act forbids return"
_LAW = re.compile(
    r"\b(?:[Ss]ections?|[Aa]rticles?|[Aa]rts?\.|[Cc]lause) \d+(?:\(\w{1,3}\))* of (?:the |its |that |this )?"
    r"(?:[A-Z][\w'’-]+ (?:of |and |on )?){0,5}?(?:Act|Law|Statute|Decree|Ordinance|Constitution)\b"
)
_ARTICLE_PIECES = ("ection", "rticle", "rt. ", "rts. ", "lause")  # of which one stands in what `_LAW` finds
_BINDS = re.compile(
    r"\b(?:prohibit|forbid|forbade|bar|ban|outlaw|guarantee|protect|require|oblige|bind|entitle|enshrine|violate|breach"
    r"|contradict|contravene|infringe|undo|override)\w*"
)
_CAPITALS = re.compile(r"[A-Z]{3,}")


@dataclass(frozen=True, slots=True)
class Norm:
    """A mention of an instrument with the articles named beside it, as ids."""

    span: Span
    ids: tuple[NormId, ...]


def find_norms(text: str, start: int, end: int, *, home: str | None = None) -> list[Norm]:
    """The instruments named in `text[start:end]`, in order. `home` is the state whose constitution is "the" one."""
    part = text[start:end]
    if not any(piece in part for piece in _PIECES) and not _CAPITALS.search(part):
        return []
    articles = list(_ARTICLES.finditer(part))
    found: list[Norm] = []
    for match in _instruments().finditer(part):
        if _ORGANS.search(part[max(0, match.start() - 30) : match.start()]):
            continue
        ids = _ids(part, match, home)
        numbers, first = _articles_of(part, match, articles)
        ids = [NormId(f"{one}/{number}") for one in ids for number in numbers] if numbers else ids
        if ids:
            found.append(Norm((start + min(first, match.start()), start + match.end()), tuple(ids)))
    return found


def invokes(sentence: str) -> bool:
    """Whether a sentence without an act word invokes law: an article of an instrument, or a law that binds."""
    if not _may_name_article(sentence) or not (_LAW.search(sentence) or _ARTICLES.search(sentence)):
        return False
    return law_invoked(sentence) is not None or any(
        "/" in one for norm in find_norms(sentence, 0, len(sentence)) for one in norm.ids
    )


def law_invoked(sentence: str) -> Span | None:
    """Where a law of a state is said to bind, by the first character and the one after the last of its name."""
    law = _LAW.search(sentence) if _may_name_article(sentence) else None
    return law.span() if law is not None and _BINDS.search(sentence) else None


def _may_name_article(sentence: str) -> bool:
    return any(piece in sentence for piece in _ARTICLE_PIECES)


def _ids(part: str, match: re.Match[str], home: str | None) -> list[NormId]:
    ids = _table()[match.lastgroup or ""].split()
    if ids == ["constitution"]:
        state = _state_near(part, match) or home
        return [NormId(f"constitution:{state}")] if state else []
    if ids == ["jus-cogens"] and "ortur" in part:
        return [NormId("jus-cogens/torture")]
    return [NormId(one) for one in ids]


def _articles_of(part: str, match: re.Match[str], articles: list[re.Match[str]]) -> tuple[list[str], int]:
    """Articles right before the instrument ("Article 33 of the …") or right after ("…, Article 3 of which")."""
    numbers: list[str] = []
    first = match.start()
    for article in articles:
        if article.end() <= match.start() and _BETWEEN.fullmatch(part, article.end(), match.start()):
            first = article.start()
            numbers += _numbers(article)
        elif article.start() >= match.end() and _AFTER.fullmatch(part[match.end() : article.start()]):
            numbers += _numbers(article)
    return numbers, first


def _numbers(article: re.Match[str]) -> list[str]:
    return [_arabic(re.split(r"[ (]", one)[0]) for one in _ONE.findall(article["first"] + article["more"])]


def _arabic(number: str) -> str:
    """ "IV" is 4, so that an article has one id."""
    if number.isdigit():
        return number
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in number]
    return str(sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values)))


def _state_near(part: str, match: re.Match[str]) -> str | None:
    """The state whose constitution it is: "the Republic of Korea's constitution", "the constitution of Chile"."""
    after = re.match(r" of (?:the )?((?:[A-Z]\w+(?: of | and | )?){1,4})", part[match.end() :])
    before = part[max(0, match.start() - _REACH) : match.start()]
    for words in _windows(after[1].split() if after else []) + _windows_back(re.findall(r"[\w.-]+", before)):
        found = find_state(words)
        if found is not None:
            return found.state.code
    return None


def _windows(words: list[str]) -> list[str]:
    return [" ".join(words[:size]) for size in range(min(4, len(words)), 0, -1)]


def _windows_back(words: list[str]) -> list[str]:
    words = [word for word in words if word not in ("s", "new", "own")]
    return [" ".join(words[-size:]) for size in range(min(4, len(words)), 0, -1)]


@cache
def _table() -> dict[str, str]:
    return {f"n{number}": entry["id"] for number, entry in enumerate(_entries())}


@cache
def _instruments() -> re.Pattern[str]:
    groups = [f"(?P<n{number}>{'|'.join(entry['names'])})" for number, entry in enumerate(_entries())]
    return re.compile(r"(?<![\w])(?:" + "|".join(groups) + ")")


@cache
def _entries() -> list[dict]:  # type: ignore[type-arg]
    text = files("clarion.extract.lexicon").joinpath("norms.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["instrument"])
