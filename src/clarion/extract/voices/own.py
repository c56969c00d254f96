"""Whether a speaker belongs to the publisher: its own staff, its minister, or the publisher under another name."""

import re
from enum import Enum

from clarion.extract.voices.said import Said
from clarion.language.wordlists import words


class Own(Enum):
    """Whose words they are, seen from the publisher."""

    NO = "somebody else's"
    STAFF = "the publisher's own staff or minister"
    PUBLISHER = "the publisher itself"


_WORD = re.compile(r"[^\W_]+")
_COMMON = words(
    """the a an of for and in on to press release statement news office department service group network centre center
    national international union trust fund committee council association foundation society rights human republic
    federation ministry media"""
)
# "the Forum", "the ministry": a body named by its kind, when the publisher's name holds that kind.
_KINDS = words(
    """forum trust monitor watch committee council ministry coalition network centre center observatory group
    association foundation command office agency mission circle bridge campaign alliance union institute fund society
    commission embassy government party church diocese chambers organisation organization"""
)
_OFFICES = words(
    """spokesperson spokesman spokeswoman director coordinator chair chairman chairwoman chairperson president secretary
    head founder co-founder minister deputy manager officer"""
)
_EXPERTS = words("experts expert procedures rapporteur rapporteurs")
_EXPERT = words("expert experts rapporteur rapporteurs")
# What bodies with a name in another language are called in English.
_ENGLISH = {
    "observatorio": "observatory", "observatoire": "observatory", "comité": "committee", "comite": "committee",
    "red": "network", "réseau": "network", "centro": "centre", "fundación": "foundation", "fondation": "foundation",
    "movimiento": "movement", "mouvement": "movement", "asociación": "association", "coalición": "coalition",
    "alianza": "alliance", "consejo": "council", "conseil": "council", "comisión": "commission", "unión": "union",
    "iglesia": "church", "diócesis": "diocese", "ministerio": "ministry", "ministère": "ministry",
}  # fmt: skip
# what any body that is no organ of a state may call itself
_ANY_BODY = words("group organisation organization charity ngo")
_NEWS = words(
    "news agency press radio times post herald courier daily wire gazette tribune standard television tv media"
)
_FIRST = words("we i our my us")


def ownership(text: str, said: Said, publisher: str | None, authors: tuple[str, ...] = ()) -> Own:
    """How the source of an attribution stands to the publisher of the document."""
    if said.source is None:
        return Own.NO
    spoken = [word.lower() for word in _WORD.findall(text[slice(*said.source)])]
    if spoken[:1] == ["the"] and said.names and said.names[-1].span[1] <= said.source[0]:
        spoken = [word.lower() for word in _WORD.findall(said.names[-1].text)]  # "the group" that was named before
    if not spoken or spoken[0] in _FIRST:
        return Own.STAFF
    if any(said.names and said.names[-1].text in author for author in authors):
        return Own.STAFF
    if publisher is None:
        return Own.NO
    if len(spoken) == 2 and spoken[0] == "the" and spoken[1] in _ANY_BODY and _is_its_own_subject(text, publisher):
        return Own.PUBLISHER
    named = [_ENGLISH.get(word.lower(), word.lower()) for word in _WORD.findall(publisher)]
    if not _speaks_for(spoken, named):
        return Own.NO
    return Own.PUBLISHER if set(spoken) <= {*named, _initials(named), "the", "a"} else Own.STAFF


def _is_its_own_subject(text: str, publisher: str) -> bool:
    """Whether a body that is no news desk names itself in its text, so that "the group" is itself."""
    news = _NEWS & {word.lower() for word in _WORD.findall(publisher)}
    return not news and text.count(publisher) > 1


def _speaks_for(spoken: list[str], named: list[str]) -> bool:
    """Whether a source holds the publisher's name, its initials, its kind ("the Forum's …") or is its bare office."""
    if _holds(spoken, named):
        return True
    distinctive = {word for word in named if word not in _COMMON and len(word) > 3}
    if _EXPERTS & set(named) and (set(spoken) & _EXPERT):
        return True  # a release of the experts' office speaks for the expert
    initials = _initials(named)
    if len(initials) > 2 and initials in spoken:
        return True
    if spoken[0] == "the" or "s" in spoken:
        kind = next((word for word in spoken if word in _KINDS), None)
        if kind is not None and kind in named and _only_kind(spoken, kind, distinctive):
            return True
    if len(spoken) <= 2 and spoken[-1] in _OFFICES and spoken[0] == "the":
        return bool({"ministry", "command", "office", "government"} & set(named))
    return bool(distinctive) and distinctive <= set(spoken)


def _initials(named: list[str]) -> str:
    return "".join(word[0] for word in named if word not in ("the", "of", "for", "and"))


def _only_kind(spoken: list[str], kind: str, distinctive: set[str]) -> bool:
    """Whether nothing but the kind names the body: "the Forum's coordinator", not "the Water Forum"."""
    before = spoken[max(0, spoken.index(kind) - 1)]
    return before in ("the", kind) or before in distinctive or not before


def _holds(spoken: list[str], named: list[str]) -> bool:
    size = len(named)
    return any(spoken[at : at + size] == named for at in range(len(spoken) - size + 1))
