"""Names in small letters, and initials that stand for a person."""

import re
from collections.abc import Iterator

from clarion.extract.details.lists import is_common, is_of_gazetteer, is_people, is_rare, lists
from clarion.extract.details.offices import holds_office
from clarion.extract.details.scene import Scene, Words

_CHAT = re.compile(r"(?:^|\n|[.?!:>] )([^\W\d_])")
_CHAT_SAMPLE = 20_000
_LEAST_SMALL = 0.5  # share of sentences that begin with a small letter, from which a text is a chat
_CHAT_NAME = re.compile(
    r"(?:\b(?:ask|tell|told|call|called|took|take|with|from|saw|met|meet|and|for|find"
    r"|found|where is"
    r"|wheres|poor|hi|hey|thanks|thx) (?P<one>[a-z]{3,16})\b"
    r"|\b(?P<two>[a-z]{3,16}) (?:says|said|didnt|didn't|left|was|is|came|went|knows|told|has|had|wants"
    r"|called|wrote|will|cant|can't|doesnt|doesn't)\b)"
)
_SLANG = frozenset(
    """gonna wanna gotta lol omg wtf idk thx pls plz msg abt bcs cuz coz bro sis dude guys ppl yall yeah yep
    nope nah haha hahaha tmrw tmr asap btw imo tbh irl dont doesnt didnt cant wont isnt wasnt ive youre
    theyre hes shes thats whats theres gps sms app wifi online offline internet email whatsapp telegram
    signal facebook dorm cops""".split()
)


def is_chat(scene: Scene) -> bool:
    """Whether most sentences begin with a small letter."""
    begun = _CHAT.findall(scene.text[:_CHAT_SAMPLE])
    return bool(begun) and sum(letter.islower() for letter in begun) >= _LEAST_SMALL * len(begun)


def chat_names(scene: Scene) -> Iterator[Words]:
    """Names in a text written in small letters: words that no list knows, where people are asked or do something."""
    if not is_chat(scene):
        return
    at = 0
    while (match := _CHAT_NAME.search(scene.text, at)) is not None:
        key = "one" if match["one"] else "two"
        word = match[key]
        at = match.end(key) if key == "two" else match.start(key)
        is_place = scene.text[max(0, at - 5) : at].strip() in ("from", "for") and is_of_gazetteer(word)
        if not (is_rare(word) or is_common(word) or word in _SLANG or is_people(word) or is_place):
            yield Words(*match.span(key), word, "person/small")


def lower_names(scene: Scene) -> Iterator[Words]:
    """Names written small, behind a word for kin: "my cousin farhad sadeqi"."""
    for match in _SMALL_KIN.finditer(scene.text):
        if match["kin"].lower() not in lists().kin:
            continue
        end = match.end("kin")
        for word in re.finditer(r"[^\W\d_]+", match["rest"]):
            if is_rare(word[0]) or is_common(word[0]) or len(word[0]) < 3:
                break
            end = match.start("rest") + word.end()
        if end > match.end("kin"):
            start = match.start("rest")
            yield Words(start, end, scene.text[start:end], "person/small")
    for match in _SMALL_NAME.finditer(scene.text):
        first = re.match(r"[^\W\d_]+", match["rest"])
        if first is not None and not (is_rare(first[0]) or is_common(first[0])):
            yield Words(*match.span("rest"), match["rest"], "person/small")
    for match in _OWNED_KIN.finditer(scene.text):
        name, words = match["name"], lists()
        told = name in words.roles or name in words.kin or name in words.offices or name in words.body_offices
        if match["kin"] in words.kin and name.islower() and not is_rare(name) and not told:
            yield Words(*match.span("name"), name, "person/small")


_OWNED_KIN = re.compile(r"(?<![\w-])(?P<name>[^\W\d_A-Z][^\W\d_]{3,20})'s (?P<kin>[a-z-]{3,16})\b")

_SMALL_KIN = re.compile(
    r"\b(?:[Mm]y|his|her|their|our) (?P<kin>[a-z-]{2,16}) (?P<rest>[^\W\d_A-Z][^\W\d_]{2,20}(?: [^\W\d_]{3,20}){0,2})"
)


# "his name rodelio panganiban-uy"; a word that lists know goes on with the sentence: "his name is on no list"
_SMALL_NAME = re.compile(
    r"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Rr]eal|[Ff]ull|[Tt]he) names?(?:'s| is| was| are|:| =)? "
    r"(?P<rest>[^\W\d_A-Z][^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?(?: [^\W\d_A-Z][^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?){1,2})"
)


# "[14/02/2025, 21:05:17] thuy linh: go": whoever speaks in a chat that a program wrote out
_SPEAKER = re.compile(
    r"(?:^|\n)[^\S\n]*\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\]?(?: - | )"
    r"~? ?(?P<name>[^\W\d_][^\n:]{1,40}?):[ \n]"
)
_MOST_SPOKEN = 4  # words of a speaker's name


def speakers(scene: Scene) -> Iterator[Words]:
    """Who speaks at a time, in whatever letters."""
    for match in _SPEAKER.finditer(scene.text):
        words = match["name"].lower().split()
        known = lists().things | lists().offices | lists().openers
        if len(words) <= _MOST_SPOKEN and not (known.intersection(words) or all(map(is_rare, words))):
            yield Words(*match.span("name"), match["name"], "person/turn")


_PAIR = re.compile(
    r"(?<![\w@./#'-])(?P<first>[^\W\d_A-Z][^\W\d_]{2,15}) (?P<last>[^\W\d_A-Z][^\W\d_]{2,20})(?![\w@/'-]|\.\w)"
)


def small_pairs(scene: Scene) -> Iterator[Words]:
    """Two words in small letters that English has not, of which one is a given name: "they took sadiq ahmed"."""
    if not scene.is_english or scene.main_script != "latin":
        return
    at = 0
    while (match := _PAIR.search(scene.text, at)) is not None:
        at = match.end("first") + 1
        pair = (match["first"], match["last"])
        named = any(word in lists().first_names and not is_rare(word) for word in pair)
        if named and not any(map(_is_english_word, pair)):
            yield Words(*match.span(), match[0], "person/small")
            at = match.end()
    for match in _KIN_NAME.finditer(scene.text):
        name = match["name"]
        told = name in lists().roles | lists().kin | lists().known or name in _SLANG
        if match["kin"] in lists().kin and not (told or is_rare(name) or is_common(name) or is_people(name)):
            yield Words(*match.span("name"), name, "person/small")


def _is_english_word(word: str) -> bool:
    return is_rare(word) or is_common(word) or word in lists().things or is_people(word)


_KIN_NAME = re.compile(r"\b(?P<kin>[a-z]{3,12}) (?P<name>[a-z]{4,16})(?=[ ,.;!?\n]|$)")
# a surname that is an English word too, with initials before or behind: "K. H. Park", "Wood J.P."
_INITIALLED = re.compile(
    r"(?<![\w.])(?:[A-Z]\.[ -]?){1,3} ?(?P<after>[A-Z][\w'-]{1,20})\b|\b(?P<before>[A-Z][a-z][\w'-]{0,20}) "
    r"(?:[A-Z]\. ?){2,3}(?!\w)"
)


def initialled(scene: Scene) -> Iterator[Words]:
    """Surnames with initials that hold no office."""
    for match in _INITIALLED.finditer(scene.text):
        lower = (match["after"] or match["before"]).lower()
        letters = match[0].replace(".", "").replace(" ", "")
        listed = lists().openers | lists().calendar | lists().offices | lists().honorifics | lists().kin | lists().roles
        if lower in listed or lower in lists().known or letters[:2] in _NO_INITIALS or letters[-2:] in _NO_INITIALS:
            continue
        end = match.start() + len(match[0].rstrip())
        if holds_office(scene, match.start(), end) is None:
            yield Words(match.start(), end, scene.text[match.start() : end], "person/initials")


_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){2,3}(?![\w])")
_NO_INITIALS = frozenset(
    "PR US UN UK EU DC NY LA PO PS BC AD DPRK ROK PRC NGO USA USSR ID HQ PM AM MD BA MA NB EG IE QC KC DRC UAE".split()
)


def initials(scene: Scene) -> Iterator[Words]:
    """People named by their initials alone: "L.K.", "a minor, R. H."."""
    for match in _INITIALS.finditer(scene.text):
        letters = match[0].replace(".", "").replace(" ", "")
        following = scene.text[match.end() : match.end() + 2].lstrip()
        if letters in _NO_INITIALS or (match[0].endswith(" ") and following[:1].isupper()):
            continue
        size = len(match[0].rstrip())
        yield Words(match.start(), match.start() + size, match[0].rstrip(), "person/initials")
