"""Who holds an office or speaks for a body: told by the words around a name."""

import re

from clarion.extract.details.lists import is_people, lists, plain
from clarion.extract.details.scene import Scene

_BEFORE_NAMES = frozenset(
    "hon dr mr mrs ms sir dame prof ratu rt right excellency worship honour honor lordship ladyship eminence h.e his "
    "her datuk tan sri maj lt".split()
)
_LOOKED = 110  # characters looked at on each side
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?|[,:()\"]|[-–—]{1,2}(?=\s)|\d+|\S")
_INSIDE = frozenset(
    """of for the and in at to on a an republic ministry department office district regional state national city
    town police army foreign interior home justice defence defense finance general deputy vice acting prime
    first second senior former then current its their province country government region court security human
    rights affairs refugees assembly party council border mission embassy delegation committee commission
    house union church opposition ruling city's country's ministry's government's""".split()
)
_STOP = frozenset(
    """who whose whom which that is was are were be been being has had have with from by said says told tells
    when where while because but and or if his her their my our your he she they it we i not no to against
    near between after before since until told asked met saw took""".split()
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|added|adds|stated|states|explained|explains|commented|noted|notes"
    r"|warned|warns|stressed|urged|urges"
    r"|wrote|writes|according to|called|calls|insisted|argued|condemned|declared|announced|spoke"
    r"|confirmed|denied|denies)\b"
)
_BODY_OF = re.compile(
    r" (?:of|for|from|at|with) (?P<body>(?:the )?(?:[A-Z][\w'.&-]*(?: (?:of|for|and|the|in|on) | )?){1,7})"
)
_BYLINE = re.compile(r"(?:^|\n)[ \t*_]*(?:[Bb]y|BY|Op-ed by|Written by)[ :]+$")
_PUBLISHER = re.compile(r"(?:^|\n)[ \t]*(?:[Pp]ublisher|[Pp]ublished by|[Ss]ource|[Mm]edium|[Nn]ewspaper):[ \t]*$")
_FIRST = 1500  # characters in which a by-line stands
_LATER = re.compile(
    r" (?:is|was|serves as|currently serves as|has been) (?:an?|the|also"
    r"|currently)? ?(?:[\w'-]{1,30} ){0,4}?(?:president|chair|chairman|chairwoman|chairperson"
    r"|director|minister|senator|ambassador|secretary-general|spokesperson|spokesman|spokeswoman"
    r"|commissioner|rapporteur|founder|executive director|professor|fellow|columnist"
    r"|researcher)\b (?:of|at|for|with)\b"
)
_LATER_SHE = re.compile(
    r"(?<=[.] )(?:She|He) (?:currently |also |now )*(?:serves as|is|chairs|heads|leads|directs"
    r"|founded)(?: the| a| an)? (?:\w{1,30} )?(?:[Pp]resident|[Cc]hair(?:man|woman|person)?|[Dd]irector"
    r"|[Ff]ounder|[Ss]pokes\w+|[Ss]ecretary|[Pp]rofessor|[Ff]ellow)\b (?:of|at|for)\b"
)
_LATER_FAR = 260  # characters behind a name in which its office may be told
_BRACKET = re.compile(r"\s?\(([^()\n]{2,60})\)")
_AUTHOR_OF = re.compile(r",? (?:is|serves as|currently serves as) (?:an?|the|currently|also)? ?")


def holds_office(scene: Scene, start: int, end: int) -> str | None:
    """The rule by which a name is one of public office, or None."""
    left = scene.before(start, _LOOKED)
    right = scene.after(end, _LOOKED)
    if _is_before(left):
        return "office/before"
    if _is_behind(right):
        return "office/behind"
    if _LATER.match(scene.text, end) or _LATER_SHE.search(scene.text, end, end + _LATER_FAR):
        return "office/later"
    if _BYLINE.search(scene.text[max(0, start - 24) : start]) and start < _FIRST:
        return "office/byline"
    if _PUBLISHER.search(scene.text[max(0, start - 24) : start]):
        return "office/publisher"
    if _speaks_for(scene, start, end, left, right):
        return "office/speaks"
    return None


def is_well_known(name: str) -> bool:
    """Whether a name is that of one who holds or held a highest office."""
    return plain(name) in lists().public_full


def _is_before(left: str) -> bool:
    """ "President ", "the minister for inner affairs, ", "Judge: ", "head of the mission, "."""
    tokens = _TOKEN.findall(left)
    comma = False
    while tokens and tokens[-1].lower().rstrip(".") in _BEFORE_NAMES:
        tokens.pop()
    if tokens and tokens[-1] in (",", ":", "(", "-", "–", "—", '"'):
        comma = True
        tokens.pop()
    if not tokens:
        return False
    at = len(tokens) - 1
    words = lists()
    looked = 0
    while at >= 0 and looked < 11:
        word = tokens[at].lower().rstrip(".")
        if _is_office(tokens, at):
            return not _is_private(tokens, at)
        if word in words.body_offices and looked and _has_body(tokens[at + 1 :]):
            return not _is_private(tokens, at)
        if word in words.body_offices and not looked and _body_precedes(tokens[:at]):
            return True
        if word in words.kin or word in words.roles - words.body_offices or word in _STOP:
            return False
        if not (
            tokens[at][0].isupper()
            or word in _INSIDE
            or (comma and word.isalpha())
            or word in words.body_offices
            or word.endswith("'s")
        ):
            return False
        at -= 1
        looked += 1
    return False


def _is_office(tokens: list[str], at: int) -> bool:
    word = tokens[at].lower().rstrip(".")
    words = lists()
    if word.endswith("s") and word[:-1] in words.offices:
        return True
    if (
        word in words.offices
        or word.split("-")[-1] in words.offices
        or word.split("-")[0] in words.offices
        or word in words.foreign_offices
    ):
        return True
    joined = f"{word}-{tokens[at + 1].lower()}" if at + 1 < len(tokens) else ""
    return joined in words.offices


def _is_private(tokens: list[str], at: int) -> bool:
    """ "community leader", "head of the family", "the president's brother"."""
    words = lists()
    before = tokens[at - 1].lower() if at else ""
    if before in words.private_offices:
        return True
    behind = [token.lower() for token in tokens[at + 1 : at + 4]]
    return bool({"household", "family", "village", "class", "gang", "household's"} & set(behind)) or "'s" in (
        tokens[at][-2:] if tokens[at].lower()[:-2] in words.offices else ""
    )


def _has_body(tokens: list[str]) -> bool:
    """Whether words behind an office name its body."""
    if not tokens or tokens[0].lower() not in ("of", "for", "at", "in", "from"):
        return False
    return any(token[0].isupper() or token.lower() in lists().things for token in tokens[1:])


def _body_precedes(tokens: list[str]) -> bool:
    """ "Harbour Watch researcher", "Amnesty's campaigner": the body stands before the office."""
    words = lists()
    for token in reversed(tokens[-5:]):
        lower = token.lower().removesuffix("'s")
        if not (token[0].isupper() or lower in _INSIDE):
            return False
        if token[0].isupper() and (lower in words.things or lower in words.known or token.endswith("'s")):
            return True
    return False


def _is_behind(right: str) -> bool:
    """ ", the foreign minister", ", head of research at the Centre", " (Under Secretary of State)"."""
    tokens = _TOKEN.findall(right)
    if len(tokens) < 2 or tokens[0] not in (",", "(", "-", "–", "—"):
        return False
    words = lists()
    for at in range(1, min(len(tokens), 11)):
        word = tokens[at].lower().rstrip(".")
        if _is_office(tokens, at):
            return not _is_private(tokens, at)
        if word in words.body_offices:
            owned = any(token.endswith("'s") or token[0].isupper() for token in tokens[1:at])
            if (owned or _has_body(tokens[at + 1 :])) and not _is_private(tokens, at):
                return True
        if at == 1 and tokens[0] == "(" and word in words.affiliations:
            return True
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        qualifies = following in words.offices or following in words.body_offices  # "refugee director"
        if word in words.kin or (word in words.roles - words.body_offices and not qualifies) or word in _STOP:
            return False
        if not word[:1].isalpha() or (word == "of" and at > 1):
            return False
    return False


def _speaks_for(scene: Scene, start: int, end: int, left: str, right: str) -> bool:
    """ "said Ann Roe of the Harbour Union": a full name with the body it speaks for."""
    if " " not in scene.text[start:end]:
        return False
    body = _BODY_OF.match(right)
    if body is None or is_people(body["body"].strip()) or not _names_body(body["body"]):
        return False
    return _SAID.search(left[-14:]) is not None or _SAID.search(right[body.end() : body.end() + 30]) is not None


def _names_body(words: str) -> bool:
    parts = [part.lower() for part in words.split()]
    return any(part in lists().things or part in lists().affiliations or part in lists().known for part in parts)
