"""Names of people in a cased script, and whether each is private or one of public office.

Whoever is not shown to be public is private.
"""

import re

from clarion.extract.details.lists import (
    is_city,
    is_common,
    is_of_gazetteer,
    is_office_word,
    is_people,
    is_rare,
    lists,
    plain,
)
from clarion.extract.details.offices import holds_office, is_office_of_many, is_well_known
from clarion.extract.details.runs import Run, Word, pieces, runs
from clarion.extract.details.scene import Scene, Words, script_of

_NAMED = re.compile(
    r"(?:\b(?:named|(?<!so-)called|[Nn]ame (?:is|was)|[Nn]ames (?:are|were)|known as|nicknamed|alias|a\.k\.a\."
    r"|aka|[Rr]eal name|[Nn]ickname"
    r"|[Pp]seudonym|(?:call|calls|called) (?:him|her|me|them|himself|herself|myself)|shall call"
    r"|will call|researchers call|renamed|baptised"
    r"|[Ii]t's|[Tt]his is|I am|I'm|born|née|nee|(?:his|her|their|the) name,?|gave (?:his|her) name as"
    r"|signs? as|registered as"
    r"|addressed to|[Aa]ttn|[Cc]are of|c/o)"
    r"\W{1,3})$"
)
# "ring Joke on …": somebody is to be reached
_ASKED = re.compile(
    r"\b(?:[Rr]ing|[Cc]all|[Pp]hone|[Aa]sk for|[Tt]hank|[Ww]rite to|[Tt]ext|[Pp]ay|[Aa]sk|[Tt]ell"
    r"|[Gg]ive it to|[Mm]essage)(?: (?:or|and) for)? $"
)
_GREETING = re.compile(
    r"(?:^|\n)\W*(?:[Dd]ear|Hi|Hello|Hey|Cher|Chère|Liebe|Lieber|Querida|Querido|Salaam|Salam)(?: \w+\.?)?,? $"
)
_SIGNED = re.compile(
    r"(?:[Rr]egards|[Yy]ours|[Ll]ove|[Tt]hanks|[Ss]incerely|[Ff]aithfully|[Ww]ishes|[Ss]igned"
    r"|[Bb]lessings)[\w ]{0,20}[,.]?\s{1,4}$"
)
_TURN = re.compile(r"(?:^|\n)(?:\[[\d:/, .apmAPM-]{3,30}\]|[\d:/.]{4,19})?[ \t*>_-]*$")
_COLON = re.compile(r"(?: ?[^\w\s!-/:-@\[-`{-~]{1,4})?:")  # messengers put small pictures behind a name
_FIELD = re.compile(
    r"(?:^|[\n;|\t])[ \t*]*(?:[Ff]ull )?(?:[Nn]ame|[Ff]rom|[Tt]o|[Cc]c|[Bb]cc|[Cc]lient|[Cc]lients"
    r"|[Aa]ccused|[Ww]itness|[Pp]resent|[Aa]pologies"
    r"|[Vv]ictim|[Pp]atient|[Aa]pplicant|[Dd]etainee|[Cc]ontact|[Ss]urname|[Ff]irst name|[Ll]ast name"
    r"|[Ff]amily name|[Gg]iven names?)s?[ \t]*:[ \t\"]*$"
)
_ROLE_GAP = re.compile(r"([\w'-]{1,30}),? (?:and )?\"?$")
_TWO_BEFORE = re.compile(r"([\w'-]{1,30}) (?:of (?:his|hers|mine|theirs|ours)|here|there|too),? \"?$")
_AFTER_VERB = re.compile(r" (?:(?:has|had|was|is|also|then|never|still|did|does|not) )?([a-z]+)\b")
_AFTER_HAS = re.compile(r"'s (?:[a-z]+ )?([a-z-]+)")
_AFTER_SAYS = re.compile(
    r"(?:,? (?:said|says|told|recalled|wept|cried|whispered|testified|remembers|asked|replied|explained|added)\b"
    r"|,? \(?(?:aged )?\d{1,2}\)?[,.) ]|, (?:who|whose|whom|his|her|their|my|aged|born|now)\b| (?:and"
    r"|with) (?:his|her)\b)"
)
# what no town and no state does
_DEED = re.compile(
    r" (?:waits|waited|wept|cried|slept|sleeps|ran|hid|hides|walked|walks|phoned|smiled|smiles|laughed"
    r"|swam|waded|limped|limps|knelt|prayed|prays"
    r"|whispered|whispers|shook|sat|sits|married|drove|drives|cooks|cooked|sobbed|trembled|nodded"
    r"|shrugged|sighed|texted)\b"
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|from|to|towards?|via|into|reached|leaving|reaching|entered"
    r"|visited|crossed|through|of|village|town|city"
    r"|district|province|county|camp|north|south|east|west|between|across|over)(?: the)? $"
)
_LIES_BEFORE = re.compile(
    r"\b(?:in|at|near|towards?|outside|inside|into|across|(?:village|town|city|hamlet) of)(?: the)? $"
)
_GROUP = re.compile(
    r" (?:men|women|people|children|villagers|activists|refugees|community|communities|militia|rebels"
    r"|fighters|language|region"
    r"|camps?|stadium|road|post|theatre|district|villages?|town|city|river|island|province|prison"
    r"|station|border|crossing|airport|township|valley)\b"
)
_LIST_GAP = re.compile(r"(?:,|,? and|,? or|;| &) (?:the |two |three |others |\w{1,30} )?$")
_FEW = 3


def people(scene: Scene) -> tuple[list[Words], list[Words]]:
    """The private and the public names of a text, each where it stands, in order."""
    private: list[Words] = []
    public: list[Words] = []
    last: Words | None = None
    author: Words | None = None
    for run in runs(scene):
        for piece in pieces(scene, run):
            named, is_titled = _untitled(scene, piece, run)
            if not named:
                continue
            rule = _rule(scene, run, named, is_titled, last)
            if rule is None:
                continue
            start, end = _with_byname(scene, named[0].start), named[-1].end
            found = Words(start, end, scene.text[start:end], rule)
            office = holds_office(scene, start, end) if rule not in _SURELY_PRIVATE else None
            if office is None and author is not None and _LIST_GAP.fullmatch(scene.text[author.end : start][:16]):
                office = author.rule
            if office is not None or is_well_known(found.text) or _is_alone_known(named):
                public.append(found._replace(rule=office or "office/known"))
                shared = office == "office/byline" or is_office_of_many(scene.text[max(0, start - 24) : start])
                author = public[-1] if office and shared else None
                last = None
            else:
                private.append(found)
                last = found
    return private, public


_SURELY_PRIVATE = frozenset(("person/named",))


def _with_byname(scene: Scene, start: int) -> int:
    """The start of a name with "Mama", "Brother" or "Old" before it: so its bearer is known."""
    byname = _BYNAME.search(scene.text, max(0, start - _BYNAME_SIZE), start)
    return byname.start() if byname else start


_BYNAME_SIZE = 10
_BYNAME = re.compile(
    r"\b(?:Mama|Papa|Baba|Auntie|Aunty|Aunt|Uncle|Brother|Sister|Father|Mother|Oom|Tante|Old|Big"
    r"|Little|Deacon|Pastor|Abu|Umm|Kak|Pak|Bu|Saw|Sai|Salai|Naw|Nang|Daw|Khun|Ko|Ma|U|Haji|Hajji|Hacı"
    r"|Mullah|Lama|Sheikh)\s$"
)


def _is_alone_known(named: list[Word]) -> bool:
    return len(named) == 1 and named[0].lower in lists().public_alone


def _untitled(scene: Scene, piece: list[Word], run: Run) -> tuple[list[Word], str]:
    """A piece without titles and roles before the name, and the kind of the last of them."""
    words = lists()
    kind = ""
    last = -1
    for at, word in enumerate(piece[:-1] if len(piece) > 1 else piece):
        bare = word.lower.rstrip(".")
        if is_office_word(bare) or bare in words.body_offices or bare in words.brokers:
            last, kind = at, "office"
        elif bare in words.honorifics and len(word.text) > 1:
            last, kind = at, "honorific"
        elif bare in words.roles | words.kin and (word.text[0].isupper() and at == 0):
            last, kind = at, "role"
    rest = piece[last + 1 :]
    ending = piece[-1].lower.rstrip(".")
    if (ending in words.offices or ending in words.honorifics) and piece[0].lower not in words.first_names:
        return [], kind  # "Madam Speaker", "Arizona Sen. Roe": the name is not in this run
    rest = _without_opening(scene, rest)
    return rest, kind


def _without_opening(scene: Scene, rest: list[Word]) -> list[Word]:
    """ "Yesterday Amina" and "Driver Khamphone": English words that only begin a sentence."""
    words = lists()
    if not rest or not scene.is_english or not scene.opens(rest[0].start):
        return rest
    cut = rest
    while len(cut) > 1 and is_common(cut[0].lower) and cut[0].lower not in words.first_names:
        cut = cut[1:]
    return cut


def _rule(scene: Scene, run: Run, named: list[Word], titled: str, last: Words | None) -> str | None:
    """The rule by which words are the name of a person, or None."""
    start, end = named[0].start, named[-1].end
    if end - start < 2 and scene.text[end : end + 1] != ".":
        return None
    cue = _cue_before(scene, named, titled, last)
    if len(named) == 1 and "-" not in named[0].text:
        return _single(scene, run, named[0], (cue, last))
    return _several(scene, run, named, cue)


def _cue_before(scene: Scene, named: list[Word], titled: str, last: Words | None) -> str | None:
    """What stands before a name and says that it is a person's."""
    start, end = named[0].start, named[-1].end
    left = scene.before(start, 60)
    if titled == "honorific" or _ends_with_honorific(left):
        return "person/honorific"
    if _NAMED.search(left):
        return "person/named"
    window = scene.text[max(0, start - 60) : start]
    if _ASKED.search(left) and len(named) == 1 and not scene.opens(start):
        return "person/asked"
    if _GREETING.search(window) or (_SIGNED.search(window) and scene.after(end, 3).strip() == ""):
        return "person/letter"
    if _FIELD.search(window):
        return "person/field"
    if _COLON.match(scene.text, end) and _TURN.search(window) and not _is_label(named):
        return "person/turn"
    gap = _ROLE_GAP.search(left) or _TWO_BEFORE.search(left)
    if titled == "role" or (gap and _is_role(gap[1].lower())):
        return "person/role"
    if last is not None and 0 < start - last.end < 16 and _LIST_GAP.fullmatch(scene.text[last.end : start]):
        return "person/list"
    return "person/titled" if titled == "office" else None


def _is_role(word: str) -> bool:
    words = lists()
    return word in words.kin or word in words.roles or word in words.brokers


def _is_label(named: list[Word]) -> bool:
    return all(is_common(word.lower) and word.lower not in lists().first_names for word in named)


def _ends_with_honorific(left: str) -> bool:
    tail = left[-24:].rstrip().rstrip(".").lower()
    if not tail or left[-1:] != " ":
        return False
    title = tail.split()[-1].strip("(\"'")
    written = left.rstrip().rstrip(".")[-len(title) :]
    words = lists()
    return title in words.honorifics and (written[:1].isupper() or title in words.kin or title in words.roles)


def _single(scene: Scene, run: Run, word: Word, told: tuple[str | None, Words | None]) -> str | None:
    """One capitalised word; `told` is its cue and the private name before it."""
    cue, last = told
    words = lists()
    lower = word.lower.strip(".")
    plain_word = plain(lower)
    if cue == "person/honorific" and lower in words.offices:
        return None
    if cue == "person/named" and (lower in words.known or lower in words.openers or is_people(word.text)):
        return None
    if cue in ("person/honorific", "person/named", "person/letter"):
        return None if cue == "person/letter" and _is_function(lower) else cue
    if re.match(r" \d{3}", scene.text[word.end : word.end + 4]) and cue is None:
        return None  # a mark before a number: "Seq 180099"
    if (
        lower in words.openers
        or lower in words.things
        or lower in words.calendar
        or (lower in words.known and (len(lower) > _FEW or word.text.isupper()))
    ):
        return cue if cue == "person/turn" and lower in words.first_names else None
    if lower in words.offices or lower in words.honorifics or is_people(word.text) or len(lower) < 2:
        return None
    if lower in words.public_alone:
        return "person/known"
    if word.text.isupper() and len(word.text) > 1 and not _is_shouted(scene, word, cue):
        return None
    common = is_common(lower) or (is_common(plain_word) and scene.is_english)
    place = scene.is_place(word.start, word.end)
    if cue is not None and cue != "person/titled" and (cue == "person/asked" or not _is_label([word])):
        listed = cue == "person/list" and last is not None and " " not in last.text
        listed = listed and scene.text[word.end : word.end + 1] in (",", ")")
        if cue == "person/turn" and place and lower not in words.first_names:
            return None  # "HELSINKI:", a place line
        strong = cue in ("person/turn", "person/role", "person/field", "person/asked") or not place or listed
        return cue if strong and not (common and scene.opens(word.start) and cue == "person/list") else None
    if run.loud:
        return None
    if place:
        deed = _DEED.match(scene.text, word.end) is not None
        acts = deed or (lower in words.first_names and _acts(scene, word))
        return "person/acts" if acts and not is_people(word.text) and not is_city(word.text) else None
    if common or (is_rare(lower) and lower not in words.first_names):
        acts = lower in words.first_names and (not scene.opens(word.start) or _acts(scene, word))
        return "person/first-name" if acts else None
    if lower in words.first_names:
        return "person/first-name"
    return _unknown(scene, word, cue)


def _unknown(scene: Scene, word: Word, cue: str | None) -> str | None:
    """A word that no list knows: a name, unless the words around make a place of it."""
    if not scene.is_english and scene.opens(word.start):
        return None
    if _acts(scene, word):
        return "person/acts"
    lies = _LIES_BEFORE.search(scene.before(word.start, 24)) and scene.text[word.end : word.end + 1] != "'"
    if lies or _GROUP.match(scene.text, word.end):
        return None  # "in Nyanzale", "the Shagarab camps", "Baluch villagers"
    if is_of_gazetteer(word.text) and _LOCATIVE.search(scene.before(word.start, 24)):
        return None
    return "person/unknown"


def _acts(scene: Scene, word: Word) -> bool:
    """Whether what follows is what people do and have."""
    right = scene.after(word.end, 48)
    if _AFTER_SAYS.match(right):
        return True
    verb, has = _AFTER_VERB.match(right), _AFTER_HAS.match(right)
    owned = set(has[0][3:].split()) if has else set()
    return bool((verb and verb[1] in lists().verbs) or not owned.isdisjoint(lists().belongings))


def _is_function(lower: str) -> bool:
    words = lists()
    return (
        lower in words.openers
        or lower in words.offices
        or lower in words.things
        or (is_common(lower) and lower not in words.first_names)
    )


def _is_shouted(scene: Scene, word: Word, cue: str | None) -> bool:
    """Whether a word in capitals is a name written so, and no abbreviation."""
    lower = word.lower
    return len(lower) > 3 and (cue is not None or lower in lists().first_names) and not is_common(lower)


def _several(scene: Scene, run: Run, named: list[Word], cue: str | None) -> str | None:
    """Capitalised words in a row."""
    words = lists()
    lowered = [word.lower.strip(".") for word in named]
    told = ("person/honorific", "person/named", "person/field")
    if (
        cue not in told
        and not (cue == "person/role" and lowered[0] in words.first_names)
        and _names_thing(scene, named, lowered)
    ):
        return None
    parts = [part for word in lowered for part in word.split("-")]
    if cue == "person/named" and not all(part in words.things for part in parts):
        return cue
    if cue in ("person/honorific", "person/role", "person/field", "person/turn", "person/letter"):
        return cue if any(part not in words.things for part in parts) and not all(map(_is_function, parts)) else None
    if scene.is_place(named[0].start, named[-1].end) and lowered[0] not in words.first_names:
        return None
    if any(_tells(scene, word, at) for at, word in enumerate(named)):
        return cue or "person/name"
    first = lowered[0].split("-")[0] in words.first_names and named[0].text.replace("-", "").isalpha()
    return "person/name" if first and not run.loud and not scene.is_place(named[0].start, named[0].end) else None


def _tells(scene: Scene, word: Word, at: int) -> bool:
    """Whether a word is one that only names of people hold: no English, no place, no people."""
    lower = word.lower.strip(".")
    words = lists()
    if len(lower) < 2 or lower in words.particles or lower in words.known:
        return False
    if is_people(word.text) or scene.is_place(word.start, word.end):
        return lower in words.first_names and at == 0
    if word.text.isupper() and len(lower) < 4 and "-" not in lower and not _is_vowelled(lower):
        return False
    parts = lower.split("-")
    if len(parts) > 1 and all(is_common(part) or part in words.calendar or part in words.openers for part in parts):
        return False  # "Thirty-eight", "Tue-Thu"
    if scene.is_english and is_rare(lower) and (word.text.isupper() or (at == 0 and scene.opens(word.start))):
        return False
    return not is_common(lower)


def _is_vowelled(lower: str) -> bool:
    return (
        any(letter in "aeiouyàáâãäåèéêëìíîïòóôõöùúûüýаеёиоуыэюя" for letter in lower) or script_of(lower[0]) != "latin"
    )


def _names_thing(scene: Scene, named: list[Word], lowered: list[str]) -> bool:
    """Whether a run is the name of a body, place or thing; "Faith Church said" is a person."""
    words = lists()
    at = [n for n, lower in enumerate(lowered) if lower in words.things or lower.rstrip("s") in words.things]
    if not at:
        return False
    surname = at == [len(lowered) - 1] and len(lowered) <= _FEW and lowered[0] in words.first_names
    acts = surname and not scene.is_place(named[0].start, named[-1].end) and _acts(scene, named[-1])
    return not acts
