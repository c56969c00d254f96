"""By-lines, signatures and closing notes: who wrote a document."""

import re

from clarion.read.gazetteer import is_known_place
from clarion.read.names import HONORIFIC, bare, has_body_noun, is_body, is_person

LONGEST_BYLINE = 140
LONGEST_CLOSING = 80

_NAME = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’\-]*|de|da|del|van|von|der|den|al|el|bin|ibn|bint|la|dos|di|y)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,5}}"
_ROLES = (
    r"text and photos|words and pictures|reporting"
    r"|report|text|words|story|script|presenter|presented|host|hosted|anchor|interviewer"
    r"|interview|moderator|editor|edited"
    r"|author|authors|writer|written|drafted|draft|prepared|compiled|reported|correspondent|rapporteur"
    r"|researched|research|opinion|comment"
    r"|analysis|translated|translation|signed|prepared and signed|posted|guest column|column|narrator"
    r"|producer|produced|submitted|observer|observed|monitored|documented|filed|recorded|contributor|reporter"
    r"|taken|transcribed|(?:minutes|notes) taken|newsreader|newscaster|interviewed|words|diarist|blogger|note-?taker"
)
_WORKS = (
    r"essay|story|commentary|letter|poem|photos?|photographs|testimony|dispatch|notes?|reflections?"
    r"|reportage|feature|account|article|blog|post"
    r"|review|statement|speech|address|remarks|sermon|homily|lecture|keynote|intervention|op-?ed|editorial|special"
)
_LABELLED = re.compile(rf"(?:{_ROLES})(?:\s+by)?\s*:\s*(?P<names>\S.*)", re.I)
_BY = re.compile(
    rf"(?:(?:an?\s+|the\s+)?(?:open\s+|special\s+|exclusive\s+|personal\s+|photo\s+)?(?:{_ROLES}"
    rf"|{_WORKS})(?:\s+and\s+[a-z]+)?"
    r"(?:\s+(?:from|in|for)\s+[\w ,'’\-]{1,60}?)?\s+)?(?:by|por|par|von|as told to):?\s+"
    r"(?:(?:our|a|the)\s+(?-i:[a-z][\w-]*\s+){1,3})?(?P<names>\S.*)",
    re.I,
)
_COLUMNIST = re.compile(
    r"(?i:(?:from\s+|by\s+)?(?:our\s+)?(?:guest\s+|staff\s+|special\s+)?(?:columnist|correspondent|reporter|contributor"
    r"|writer)s?)(?:\s+in\s+[A-Z]\w+)?:?,?\s+(?P<names>[A-Z]\S*\s.*)"
)
# labels that name people who did not write the document's words
_NOT_AUTHORS = re.compile(r"(?:translat|edited|editor\b|produc|narrat|moderator|research(?:ed)? assist)", re.I)
_FROM_CORRESPONDENT = re.compile(
    r"(?:from (?:a|our|the) (?:staff |special )?(?:correspondent|reporter)s?|by (?:a"
    r"|our) (?:staff )?(?:correspondent|reporter)s?|staff (?:reporter|writer)|agencies)\b(?!,?\s+(?-i:[A-ZÀ-Þ]))",
    re.I,
)
_ROLE_WORDS = (
    r"correspondent|reporter|writer|editor|columnist|nurse|doctor|lawyer|attorney|advocate|counsel"
    r"|director|coordinator|chair|chairperson"
    r"|chairman|chairwoman|president|secretary|spokesperson|spokesman|spokeswoman|researcher|analyst"
    r"|professor|lecturer|fellow|officer"
    r"|volunteer|teacher|bishop|priest|pastor|minister|ambassador|rapporteur|monitor|observer"
    r"|representative|head|founder|member|adviser|advisor|treasurer|convenor|convener|organiser|organizer|administrator"
    r"|prefect|governor|mayor|commander|chief|dean|rector|abbot|moderator|superior|chaplain|delegate|deputy|senator"
    r"|trustee|steward|manager|specialist|student|intern|freelancer|photographer|novelist|poet|scholar|historian|clerk"
)
_NAME_ROLE = re.compile(
    rf"(?P<names>{_NAMES}),\s+(?:[a-z][\w\-]*\s+|[A-Z][\w\-]*\s+){{0,5}}?(?i:{_ROLE_WORDS})s?\b(?:(?!\bwho\b|\d{{4}})[^.!?]){{0,60}}$"
)
# "Ana Prieto spoke to Ivo Lenn", "Ana Prieto was interviewed by Ivo Lenn": the second wrote
_SPOKE_TO = re.compile(
    r".{2,70}\b(?:(?:spoke|talked|speaks|talks|speaking|talking|as told|in conversation)\s+(?:to|with)"
    r"|(?:was |were |is )?interviewed\s+by)\s+(?P<names>[A-Z]\S*\s[^.!?]{2,60})"
)
# "From Ana Prieto, Port North"; "Ana Prieto, Port North", "Ana Prieto / Shore Post", "Ana Prieto | ana@shore.example"
_FROM_PERSON = re.compile(rf"(?i:from)\s+(?P<names>{_NAMES}),?\s+(?:in\s+)?[A-ZÀ-Þ][^.!?\d]{{2,40}}$")
_NAME_REST = re.compile(r"(?P<names>[^,|/·•@\d]{4,60}?)\s*(?P<sign>[,|/·•]|\s[–—-])\s+(?P<rest>\S.{1,60})")
_STATED_BY = re.compile(
    r"(?i:(?:(?:opening|closing|welcome|keynote|public|official|pastoral|joint|full)\s+)*(?:statement|speech|address|remarks"
    r"|message|letter|sermon|homily|testimony|reply|appeal|declaration|intervention)\s+(?:by|of|from))\s+(?P<rest>.{5,120})"
)
_OCCASION = re.compile(r",?\s+(?:on|to|at|regarding|concerning|following|after|before|during|about|in)\s.*$")
# an office of the state or of its mission speaks for it, and its holder is no author
_STATE_OFFICE = re.compile(
    r"\b(?:minister|ambassador|president|governor|prefect|commander|chief|representative|mayor|commissioner|premier"
    r"|secretary|attorney|prosecutor|king|queen|delegation|spokes\w+)\b",
    re.I,
)
_LAST_ROLE = re.compile(rf"^.*\b(?i:{_ROLE_WORDS}|leader)\b\s*(?:of\s+[^,]{{3,60}}$)?")
_CUT = re.compile(
    r"\s*(?:[,|•·;(\[/]|\s[–—-]\s|\bin\s+[A-Z]|\bfor\s+(?:the\s+)?[A-Z]|\bat\s+[A-Z]|\bfrom\s+[A-Z]"
    r"|\bof\s+(?:the\s+)?[A-Z]|\d).*$"
)
_IN_PLACE = re.compile(rf"(?P<names>{_NAMES})\s+in\s+{_NAMES}")
_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+(?:and|&|y|et|und|e)\s+)")


def is_byline(line: str) -> bool:
    """True when a head line only says who wrote."""
    if len(line) > LONGEST_BYLINE:
        return False
    return bool(_FROM_CORRESPONDENT.match(line)) or (
        bool(byline_names(line)) and not is_lone_name(bare(line)) and not is_named_byline(bare(line))
    )


def byline_names(line: str) -> list[str]:
    """The people whom a by-line names: "By A and B", "Script: A", "Reported from X by A", "A, nurse coordinator"."""
    plain = bare(line).strip("()[] ")
    if _NOT_AUTHORS.match(plain) or _FROM_CORRESPONDENT.match(plain):
        return []
    for pattern in (_LABELLED, _COLUMNIST, _BY):
        found = pattern.match(plain)
        if found is not None:
            return people_in(found["names"])
    for pattern in (_NAME_ROLE, _FROM_PERSON, _SPOKE_TO):
        found = pattern.fullmatch(plain)
        if found is not None and (people := people_in(found["names"])):
            return people
    return people_in(plain) if is_lone_name(plain) or is_named_byline(plain) else []


def byline_rest(line: str) -> str | None:
    """What stands behind the names of a by-line: the body that the author belongs to, as a rule."""
    names = byline_names(line)
    if not names:
        return None
    rest = bare(line).rpartition(names[-1])[2].strip(" ,()[]–—-|")
    name = rest.removeprefix("of ").removeprefix("for ").removeprefix("the ").split(",")[-1].strip()
    return name if name and not name[0].islower() else None


def is_lone_name(line: str) -> bool:
    """True for a line that is a person's name, or names of people with a place ("A in Port X"), and nothing else."""
    place = _IN_PLACE.fullmatch(line)
    names = place["names"] if place is not None else line
    parts = _AND.split(names)
    return all(is_person(part) for part in parts) and len(line.split()) <= 4 * len(parts) + 4


def is_named_byline(line: str) -> bool:
    """True for "A B, Shore Coalition": a person and a body, and nothing else."""
    name, _, body = line.partition(", ")
    return is_person(name) and is_body(body) and has_body_noun(body)


def placed_name(line: str) -> list[str]:
    """The people in "Ana Prieto, Port North", "Ana Prieto / Shore Post": a name with a place, paper or address behind.

    Only where a by-line may stand: a place with its country has the same shape.
    """
    found = _NAME_REST.fullmatch(bare(line))
    if found is None:
        return []
    rest, parts = found["rest"].strip(), _AND.split(found["names"])
    told = (
        "@" in rest
        or _BACK_FROM.match(rest)
        or (is_body(rest) and (found["sign"] in "/|" or has_body_noun(rest) or is_known_place(rest.split(",")[0])))
    )
    named = told and all(is_person(part) and not is_known_place(part) for part in parts)
    return people_in(found["names"]) if named else []


def dated_names(before: str, *, below_title: bool) -> list[str]:
    """The people in the words before a line's date, when signs or a paper's name tell them from a place.

    "Ana Prieto | ", "Ana Prieto @ana · ", "Ana Prieto, Shore Post, "; a name right before the date ("Ana Prieto
    May 4, 2024") counts below a title only. "Port Maria, 4 May 2024" may be a place and gives nobody.
    """
    plain = bare(_HANDLE.sub(" | ", before)).strip(" ,(")
    parts = [part.strip() for part in re.split(r"\s*[,|/·•]\s*|\s[–—-]\s", plain) if part.strip()]
    marked = len(parts) > 1 or plain != before.strip(" ,(") or before.rstrip().endswith(("|", "·", "•", "/"))
    bare_end = below_title and before.rstrip() == plain
    return people_in(parts[0]) if parts and (marked or bare_end) and is_person(parts[0]) else []


def stating_names(line: str) -> list[str]:
    """The person in "Statement by the director, Ana Prieto, on the raids": who speaks under an office."""
    found = _STATED_BY.match(bare(line))
    if found is None or _STATE_OFFICE.search(found["rest"]):
        return []
    parts = [part.strip() for part in _OCCASION.sub("", found["rest"]).split(",")]
    for number, part in enumerate(parts[:4]):
        role = _LAST_ROLE.match(part)
        if role is None:
            continue
        named = part[role.end() :].strip() or next(iter(parts[number + 1 : number + 2]), "")
        return [named] if is_person(named) else parts[:1] if number and is_person(parts[0]) else []
    return []


def people_in(words: str) -> list[str]:
    """The names of people that a list of names begins with, as written."""
    names: list[str] = []
    for part in _AND.split(words.strip()):
        name = _CUT.sub("", part).strip(" .,;:*_")
        if not is_person(name):
            break
        names.append(name)
    return names


_CLOSING = re.compile(
    r"(?:[^\n]{0,25}\b(?:regards|sincerely|faithfully|truly|respectfully|in solidarity|with (?:love|thanks"
    r"|hope|respect)[^\n]{0,30}|best wishes|yours(?: in [a-z]+)?|warmly"
    r"|atentamente|cordialmente|cordialement|mit freundlichen gr[üu][ßs]en|signed|sgd\.?"
    r"|(?:for and )?on behalf of[^\n]{0,60}))\W*",
    re.I,
)
# "In hope,", "With many thanks,", "Until Saturday,": a short line of its own that ends in a comma
_PARTING = re.compile(
    r"(?:in|with|yours|your|warm|warmest|kind|kindest|best|love|peace|until|see you|thank you|thanks|gratefully"
    r"|onwards?"
    r"|god bless|every blessing|blessings|ever|always|cheers|solidarity|greetings|take care"
    r"|sincerely|faithfully|cordially|respectfully|salaam|un abrazo|saludos)\b(?:\s[\w']+){0,4},",
    re.I,
)
# "For the Shore Network", "On behalf of the families: A B"
_SIGNED_FOR = re.compile(r"(?:for|on behalf of|in the name of)\s+the\s+[^\n.,:;]{3,60}(?::.*)?", re.I)
_BIO = re.compile(
    rf"\W*(?P<name>(?:{HONORIFIC}\.?\s+)?{_NAMES})(?:,\s[^.]{{3,80}},|\s\([^)]{{1,60}}\))?\s+(?:is|was"
    rf"|has been|works|writes|teaches|lives|serves|chairs"
    r"|heads|leads|currently|has|coordinates|directs|runs|edits|represents|researches|studies|advises"
    r"|practises|covers|volunteers|founded|co-founded|wrote|reports|contributes|blogs|freelances|leads)\b"
)
_BIO_WORDS = re.compile(
    r"\b(?:coordinates|directs|runs|edits|represents|researches|studies|advises|practises|covers"
    r"|volunteers|founded|co-founded|heads|leads|director|author|professor|director|chair|chairs|fellow"
    r"|lawyer|judge|journalist|writer|researcher"
    r"|activist|activists|founder|president|teaches|lives in|writes"
    r"|currently|columnist|editor|served|serves|works|poet|doctor|novelist|adviser|advisor|coordinator"
    r"|spokesperson|member of|book|books|received|reports (?:for|from)|contributes|blogs|freelances)\b",
    re.I,
)
_AUTHOR_NOTE = re.compile(r"\W*(?:the (?:author|writer)|about the (?:author|writer)|our (?:author|columnist))\b", re.I)
_AUTHOR_NAMED = re.compile(
    r"\W*(?i:(?:about\s+)?the\s+(?:author|writer|columnist))s?\s*[,:]?\s+(?P<names>[A-Z]\S*\s.{2,80})"
)
_TO_BE = re.compile(r"\s+(?:is|was|has|works|writes|teaches|lives)\b")
_BACK_FROM = re.compile(r"(?:back |reporting |writing )?(?:from|in)\s+[A-ZÀ-Þ]")
_HANDLE = re.compile(r"\s*\(?@\w[\w.@]{1,40}\)?")
_COLUMNS = re.compile(r"\s{3,}|\t+")
_PHYSICAL = re.compile(r"@|https?:|www\.|\d")


def is_closing(line: str) -> bool:
    """True for the last words of a letter: "Yours sincerely", "With love"."""
    plain = bare(line)
    if len(plain) > LONGEST_CLOSING or plain.endswith((".", "?", "!")):
        return False
    if _PARTING.fullmatch(line.strip()):
        return True
    return bool(_CLOSING.fullmatch(plain) or _SIGNED_FOR.fullmatch(plain))


def note_about(line: str) -> str | None:
    """The person whom a closing note of an opinion piece presents, or None."""
    named = _AUTHOR_NAMED.match(line)
    if named is not None:
        people = people_in(_TO_BE.split(named["names"], maxsplit=1)[0])
        return people[0] if people else None
    found = _BIO.match(line)
    if found is None or len(_BIO_WORDS.findall(line)) < 1:
        return None
    name = found["name"]
    return name if is_person(name) else None


def is_author_note(line: str) -> bool:
    """True for "The author lives in …": about the author without the name."""
    return bool(_AUTHOR_NOTE.match(line))


def signed_names(lines: list[str]) -> list[str]:
    """The people among the lines of a signature block; bodies, roles, places and addresses are passed over."""
    names: list[str] = []
    for line in lines:
        text = bare(line).rpartition(": ")[2]  # "For the Shore Network: Ana Prieto"
        if _PHYSICAL.search(text) or (is_body(text) and not people_in(text)):
            continue
        for column in _COLUMNS.split(text):
            names += [name for name in people_in(column) if name not in names]
    return names
