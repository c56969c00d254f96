"""Names of voices: folding, titles, and what kind of voice a name says it is."""

import re
import unicodedata
from functools import lru_cache
from sys import intern

from clarion.model import VoiceKind

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady rev reverend father fr sister brother bishop archbishop "
    "imam rabbi president minister ambassador senator representative rep sen gov governor gen general col colonel "
    "capt captain judge justice hon".split()
)
# words that make a name that of a body
_BODY = frozenset(
    "agency alliance association assembly authority bank board bureau campaign cell center centre chamber church "
    "circle club coalition collective command commission committee company congress council court daily defence "
    "delegation department directorate embassy federation forum foundation fund government group guard high house "
    "initiative institute institution inspectorate league legion library lab legal ministry mission monitor "
    "monitoring movement museum network news observatory office ombudsman organisation organization parliament "
    "party platform police post press programme program project radio register review rights secretariat senate "
    "service services site society solidarity station team times tribunal trust union university watch wire "
    "working herald gazette tribune journal courier observer bulletin magazine notebook portal media television "
    "tv broadcasting".split()
)
_MEDIA = frozenset(
    "news wire press agency radio times post daily herald gazette tribune journal courier observer magazine "
    "notebook portal review media television tv broadcasting bulletin brief weekly".split()
)
_STATE = frozenset(
    "ministry government embassy police department parliament directorate command army presidency cabinet "
    "consulate inspectorate guard prosecutor".split()
)
_UN = re.compile(r"\bUN\b|\bU\.N\.|United Nations|\bUNHCR\b|\bOHCHR\b|\bUNICEF\b|Special Rapporteur|Special Procedures")
_INDEFINITE = frozenset(
    "a an one two three four five six seven eight nine ten several some many few both other others all various no "
    "another numerous dozens his her their its our my someone somebody anyone "
    "anybody everyone everybody nobody who".split()
)
_PHRASE = frozenset("of in from at on near who that with for".split())
# nouns that stay common nouns when a sentence begins with them
_COMMON = frozenset(
    "residents lawyers witnesses relatives families survivors officials people sources activists rumours rumors "
    "reports villagers neighbours neighbors experts critics organisations organizations groups group media "
    "official interviewees women men monitor police authorities doctors aid workers posts social credible "
    "humanitarian rights local".split()
)
# "Justice for the Coast", "Nurses without Borders": a cause in the name of a body, unless an office stands before it
_CAUSE = frozenset("for without against beyond".split())
_OFFICE = frozenset(
    "minister secretary commissioner spokesman spokeswoman spokesperson representative envoy director rapporteur "
    "ambassador adviser advisor officer head chair chairman chairwoman prosecutor coordinator".split()
)
_SMALL = frozenset("the a an of for and in on to de la el le du des da do von van der al bin y e i".split())
_WORD = re.compile(r"[^\W_]+")
# written names remembered, some hundred bytes each: one name is written in many documents
MOST_NAMES = 20_000


# "the site Fjord Portal", "the group Border Watch": common nouns before a name, without a preposition between
_GENERIC = re.compile(r"^(?:the |a )?(?:[a-z][\w-]* ){1,3}(?=[A-Z])(?<! of )(?<! in )(?<! for )(?<! at )(?<! by )")


@lru_cache(maxsize=MOST_NAMES)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name in lower case without accents, possessives, small words and titles."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", _GENERIC.sub("", name)))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = [intern(word.lower()) for word in _WORD.findall(letters)]
    kept = tuple(word for word in words if word not in _SMALL and word not in TITLES)
    return kept or tuple(words)


def title_of(name: str) -> str | None:
    """The title that a name begins with, in lower case, or None."""
    first = name.split(" ", 1)[0].rstrip(".").lower()
    return first if first in TITLES and " " in name.strip() else None


@lru_cache(maxsize=MOST_NAMES)
def is_named(name: str) -> bool:
    """True when a name names somebody: "the Aral Forum" does, "two lawyers in Osh", "the elder of Osh" do not.

    The head of the phrase must be capitalised; a capital in an "of" or "in" phrase only says where.
    """
    words = name.split()
    if not words or words[0].lower() in _INDEFINITE:
        return False
    if words[0].lower() in {"the", "this", "that"} and len(words) > 1:
        words = words[1:]
    head = words[: next((n for n, word in enumerate(words) if n and word.lower() in _PHRASE), len(words))]
    return any(word[:1].isupper() for word in head) and not all(word.lower() in _COMMON for word in head)


def kind_of(name: str, *, named: bool) -> VoiceKind:
    """What a voice is, from the words of its name."""
    if not named:
        return VoiceKind.UNNAMED
    words = frozenset(folded(name))
    if _UN.search(name):
        return VoiceKind.UN_BODY
    if words & _STATE:
        return VoiceKind.STATE
    if words & _MEDIA:
        return VoiceKind.MEDIA
    if words & _BODY or name.isupper() or len(words) > 4 or _has_cause(name):
        return VoiceKind.ORGANISATION
    return VoiceKind.PERSON if len(name.split()) > 1 else VoiceKind.ORGANISATION


def _has_cause(name: str) -> bool:
    words = name.lower().split()
    at = next((n for n, word in enumerate(words) if n and word in _CAUSE), None)
    return at is not None and at + 1 < len(words) and not _OFFICE.intersection(words[:at])


def initials(name: str) -> str:
    """The capitals of a body's name ("Aral Rights Forum" gives "ARF")."""
    return "".join(word[0].upper() for word in _WORD.findall(name) if word.lower() not in _SMALL)
