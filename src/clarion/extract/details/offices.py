"""Who holds an office or speaks for a body: told by the words around a name."""

import re

from clarion.extract.details.lists import is_office_word, is_people, lists, plain
from clarion.extract.details.scene import Scene

_BEFORE_NAMES = frozenset(
    "hon dr mr mrs ms sir dame prof ratu rt right excellency worship honour honor lordship ladyship eminence h.e his "
    "her datuk tan sri maj lt".split()
)
_LOOKED = 110  # characters looked at on each side
_OF = frozenset("of for on and against to".split())
# before what an office in a Romance language is for, whatever that is: "ministre de l'Intérieur"
_ROMANCE_OF = frozenset("de du des del la le les los las el da do dos della".split())
_ELIDED = re.compile(r"^(?:l|d|qu)'(?=\w)", re.IGNORECASE)
_OF_FEW = frozenset(
    """household family village class gang household's school parish clinic shop congregation choir farm hostel crew
    kindergarten""".split()
)
# bodies of public power, which may stand in small letters before an office: "border agency head"
_PUBLIC_BODIES = frozenset(
    """agency ministry commission committee party police army authority service parliament court union junta
    government bureau directorate embassy border council""".split()
)
_ASSEMBLIES = frozenset(
    """parliament congress senate assembly commission council committee cabinet court bundestag bundesrat knesset duma
    rada sejm diet politburo house legislature""".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?|[,:()\"]|[-–—]{1,2}(?=\s)|\d+|\S")
_INSIDE = frozenset(
    """of for the and in at to on a an republic ministry department office district regional state national city
    town police army foreign interior home justice defence defense finance general deputy vice acting prime
    first second senior former then current its their province country government region court security human
    rights affairs refugees assembly party council border mission embassy delegation committee commission
    house union church opposition ruling city's country's ministry's government's внутренних
    иностранных внешних дел обороны юстиции безопасности здравоохранения финансов образования труда миграции по правам
    человека верховного конституционного генеральный генерального временный исполняющий обязанности""".split()
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
    r"|confirmed|denied|denies|agreed|disagreed|welcomed|repeated|demanded|appealed|promised|replied|voiced|expressed"
    r"|regretted|criticised|criticized|asked|worried|concerned)\b"
)
_BODY_OF = re.compile(
    r",? (?:of|for|from|at|with) (?P<body>(?:the )?(?:[A-Z][\w'.&-]*(?: (?:of|for|and|the|in|on) | )?){1,7})"
)
_BYLINE = re.compile(r"(?:^|\n)[ \t*_]*(?:[Bb]y|BY|Op-ed by|Written by)[ :]+$")
_OWNED_BY = re.compile(r"(?P<body>(?:[A-Z][\w&.-]* ){0,5}[A-Z][\w&.-]*)'s? $")
# "who heads the Border Service"
_WHO_LEADS = re.compile(
    r",? who (?:currently |now |then )?(?:heads|leads|chairs|directs|commands|represents|headed|led|chaired|directed"
    r"|commanded|represented) (?P<body>(?:the |its |her |his )?[^,.;\n]{3,60})"
)
_NEXT_LINE = re.compile(r"[ \t]*,?[ \t]*\n[ \t]*(?P<line>[^\n]{3,90})")
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
    if _is_behind(right) or _is_below(scene, start, end):
        return "office/behind"
    leads = _WHO_LEADS.match(scene.text, end)
    if leads is not None and _names_body(leads["body"]) and not _is_of_few(leads["body"].lower().split()):
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
        if word.removesuffix("s") in words.body_offices and _body_precedes(tokens[:at]):
            return not _is_private(tokens, at)
        if _is_member(tokens, at):
            return True
        # "minister for refugees", "ambassador to Laos": whom or what an office is for
        remit = at > 0 and (tokens[at - 1].lower() in _OF if word in words.roles else _is_envoy_to(tokens, at))
        if not remit and (word in words.kin or word in words.roles - words.body_offices or word in _STOP):
            return False
        if not (
            tokens[at][0].isupper()
            or word in _INSIDE
            or (comma and word.isalpha())
            or word in words.body_offices
            or word.endswith("'s")
            or remit
            or _is_romance(tokens, at)
        ):
            return False
        at -= 1
        looked += 1
    return False


def _is_envoy_to(tokens: list[str], at: int) -> bool:
    return tokens[at].lower() == "to" and _is_office(tokens, at - 1)


def _is_romance(tokens: list[str], at: int) -> bool:
    """Whether a word is one of Romance grammar, or stands behind one."""
    word, before = tokens[at].lower(), tokens[at - 1].lower() if at else ""
    return word in _ROMANCE_OF or before in _ROMANCE_OF or _ELIDED.match(word) is not None


def _is_member(tokens: list[str], at: int) -> bool:
    """ "member of the Commission of Inquiry": not of a village council, a church or a people."""
    if tokens[at].lower() not in ("member", "members") or tokens[at + 1 : at + 2] != ["of"]:
        return False
    behind = tokens[at + 2 : at + 8]
    named = any(token[0].isupper() for token in behind) or "parliament" in behind
    return named and any(token.lower() in _ASSEMBLIES for token in behind) and not _is_private(tokens, at)


def is_office_of_many(left: str) -> bool:
    """Whether an office told of several stands at the end of words: "Justices ", "UN experts "."""
    last = (_TOKEN.findall(left) or [""])[-1].lower()
    singular = last.removesuffix("s")
    return last != singular and (singular in lists().offices or singular in lists().body_offices)


def _is_office(tokens: list[str], at: int) -> bool:
    word = _ELIDED.sub("", tokens[at].lower().rstrip("."))
    words = lists()
    if (word.endswith("s") and word[:-1] in words.offices) or is_office_word(word):
        return True
    if tokens[at] == "Deputy" and at == len(tokens) - 1:
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
    return _is_of_few(behind) or "'s" in (tokens[at][-2:] if tokens[at].lower()[:-2] in words.offices else "")


def _is_of_few(words: list[str]) -> bool:
    """Whether words name those among whom everybody knows everybody, and no public body."""
    return not _OF_FEW.isdisjoint(words)


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
        if lower in _PUBLIC_BODIES:
            return True
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
        if _is_office(tokens, at) or _is_member(tokens, at):
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
        if not word[:1].isalpha() or (word == "of" and at > 1 and not _in_body(tokens, at)):
            return False
    return False


def _in_body(tokens: list[str], at: int) -> bool:
    """Whether "of" stands inside the name of a body: "Council of Europe Commissioner"."""
    return tokens[at - 1][0].isupper() and any(token[0].isupper() for token in tokens[at + 1 : at + 3])


def _is_below(scene: Scene, start: int, end: int) -> bool:
    """Whether a name is a line and the next line the office: a signature, an address."""
    below = _NEXT_LINE.match(scene.text, end)
    if below is None or not below["line"][:1].isupper():
        return False
    line_start = scene.text.rfind("\n", 0, start) + 1
    above = [word for word in _TOKEN.findall(scene.text[line_start:start]) if word.isalpha()]
    return all(word.lower() in _BEFORE_NAMES or word == "H" for word in above) and _is_behind(f", {below['line']}")


def _speaks_for(scene: Scene, start: int, end: int, left: str, right: str) -> bool:
    """ "said Ann Roe of the Harbour Union": a full name with the body it speaks for."""
    if " " not in scene.text[start:end]:
        return False
    owner = _OWNED_BY.search(left)
    if owner is not None and not is_people(owner["body"]) and _names_body(owner["body"]) and _SAID.search(right[:24]):
        return True
    body = _BODY_OF.match(right)
    if body is None or is_people(body["body"].strip()) or not _names_body(body["body"]):
        return False
    return _SAID.search(left[-14:]) is not None or _SAID.search(right[body.end() : body.end() + 30]) is not None


def _names_body(words: str) -> bool:
    parts = [part.lower() for part in words.split()]
    return any(part in lists().things or part in lists().affiliations or part in lists().known for part in parts)
