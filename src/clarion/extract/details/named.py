"""All names of private people in a text: what each rule finds, and every other place where the text writes them."""

import re

from clarion.extract.details.frames import framed
from clarion.extract.details.han import han_names
from clarion.extract.details.hangul import hangul_names
from clarion.extract.details.lists import is_people, is_rare, lists
from clarion.extract.details.people import people
from clarion.extract.details.scene import Found, Scene, Words, script_of
from clarion.extract.details.scripts import foreign
from clarion.extract.details.small import chat_names, initialled, initials, is_chat, lower_names, small_pairs, speakers
from clarion.extract.details.spread import Names, names_of, words_of
from clarion.model.nouns import Span
from clarion.model.vocabulary import DetailKind

_LOOKED = 60
_LONGEST_EAST = 12  # characters of a name in Han or Hangul
_WORD = re.compile(r"[^\W\d_]+")
_BROKER = re.compile(r"中介|蛇头|蛇頭|掮客|人贩子|带路人|ブローカー|仲介者|브로커|안내인|길잡이|밀수꾼")


def names(scene: Scene) -> list[Found]:
    """Private names, each place where one is written."""
    private, public = people(scene)
    private += lower_names(scene)
    private += initials(scene)
    private += chat_names(scene)
    private += [*speakers(scene), *small_pairs(scene), *initialled(scene), *framed(scene)]
    private += bynames(scene, private)
    east = (han_names, hangul_names) if scene.main_script in ("han", "hangul") else (foreign,)
    east = (*east, foreign) if scene.main_script == "cased" else east
    for finder in dict.fromkeys(east):
        more, known = finder(scene)
        private += more
        public += known
    whole_public = {" ".join(words_of(name.text)) for name in public}
    kept = [name for name in private if not _is_public(name, whole_public, public)]
    tree = names_of(
        (name.text for name in kept),
        (name.text for name in public),
        _places(scene),
        is_chat=is_chat(scene) or _has_small(kept),
    )
    public_spans = sorted(
        {(name.start, name.end) for name in public}
        | {(name.start, name.end) for name in private if _is_public(name, whole_public, public)}
    )
    found = [Found(name.start, name.end, _kind(scene, name), name.rule) for name in kept]
    found += _again(scene, tree, public_spans, found)
    found += _again_east(scene, kept)
    return found


_BYNAME = re.compile(
    r" ?\((?:[Aa]lias |aka |called )?[\"']?(?P<name>[A-ZÀ-Þ][\w'-]{1,20}(?: [A-ZÀ-Þ][\w'-]{1,20})?)[\"']?\)"
)


def bynames(scene: Scene, private: list[Words]) -> list[Words]:
    """What stands in brackets behind a private name and is no body, place or people: "Kim Sun-hee (Sunny)"."""
    found = []
    for name in private:
        match = _BYNAME.match(scene.text, name.end)
        if match is None or match["name"].isupper() or scene.is_place(*match.span("name")):
            continue
        words = lists()
        other = words.things | words.known | words.affiliations | words.offices | words.openers | words.calendar
        if other.isdisjoint(match["name"].lower().split()) and not is_people(match["name"]):
            found.append(Words(*match.span("name"), match["name"], "person/named"))
    return found


def _has_small(kept: list[Words]) -> bool:
    return any(name.rule == "person/small" for name in kept)


def _is_public(name: Words, whole: set[str], public: list[Words]) -> bool:
    """Whether a name without an office beside it is that of a public person named elsewhere in full."""
    if name.rule in ("person/honorific", "person/role", "person/named") and " ".join(words_of(name.text)) not in whole:
        return False
    words = words_of(name.text)
    if " ".join(words) in whole:
        return name.rule != "person/named"
    return bool(words) and any(set(words) <= set(one.split()) and len(words) < len(one.split()) for one in whole)


def _kind(scene: Scene, name: Words) -> DetailKind:
    """A broker if the words before or behind the name say so."""
    before = _WORD.findall(scene.before(name.start, _LOOKED))
    behind = _WORD.findall(scene.after(name.end, 24))[:3]
    if not lists().brokers.isdisjoint([word.lower() for word in (*before[-9:], *behind)]):
        return DetailKind.BROKER
    if script_of(name.text[0]) in ("han", "hangul") and _BROKER.search(scene.text[max(0, name.start - 8) : name.start]):
        return DetailKind.BROKER
    return DetailKind.PERSON


def _places(scene: Scene) -> frozenset[str]:
    """Words that the text uses as names of places, folded."""
    return frozenset(
        word for start, end, _ in scene.places for word in words_of(scene.text[start:end]) if end - start < _LOOKED
    )


def _again(scene: Scene, tree: Names, public: list[Span], found: list[Found]) -> list[Found]:
    """Further places where private names stand."""
    blocked = bytearray(len(scene.text) + 1)
    for start, end in public:
        blocked[start:end] = b"\1" * (end - start)
    taken = bytearray(len(scene.text) + 1)
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    more = []
    for start, end in tree.find(scene.text):
        if blocked[start] or blocked[end - 1] or (taken[start] and taken[end - 1]):
            continue
        more.append(Found(start, _with_surname(scene.text, start, end), DetailKind.PERSON, "person/again"))
    return more


_SMALL_SURNAME = re.compile(r" ([^\W\d_A-Z][^\W\d_]{3,20})\b")


def _with_surname(text: str, start: int, end: int) -> int:
    """The end of a name in small letters with a word behind it that no list knows: "erbol zhaksylykov"."""
    following = _SMALL_SURNAME.match(text, end) if text[start].islower() else None
    return end if following is None or is_rare(following[1]) or not following[1].islower() else following.end()


def _again_east(scene: Scene, kept: list[Words]) -> list[Found]:
    """Names in Han and Hangul wherever their characters stand in a row."""
    sought = {name.text for name in kept if len(name.text) > 1 and script_of(name.text[0]) in ("han", "hangul")}
    if not sought:
        return []
    sizes = sorted({len(name) for name in sought}, reverse=True)
    sizes = [size for size in sizes if size <= _LONGEST_EAST]
    text, at, more = scene.text, 0, []
    starts = {name[0] for name in sought}
    while at < len(text):
        size = next((size for size in sizes if text[at : at + size] in sought), 0) if text[at] in starts else 0
        if size:
            more.append(Found(at, at + size, DetailKind.PERSON, "person/again"))
        at += size or 1
    return more
