"""Names that may be places: what the gazetteer knows, names that say their own kind, and names with a locative sign."""

import re
from dataclasses import dataclass

from clarion.language.places.runs import Word
from clarion.language.places.words import PlaceWords
from clarion.language.wordlists import words
from clarion.model.vocabulary import PlaceKind
from clarion.reference.fold import fold, fold_window
from clarion.reference.places import KIND_DEMONYM, KIND_REGION, KIND_SETTLEMENT, KIND_STATE, Gazetteer

_WINDOW = 48  # characters; no name of the gazetteer that is met in running text is longer
# names that are written in capitals: "US", never "us"
_SHORT_FORMS = words(
    "us uk uae usa drc car dprk rok prc roc ksa rsa png opt dmz mdl nll nyc la dc kl ussr bih fyrom cdmx cecot nsw"
)
_LONGEST_ACRONYM = 5  # capitals only and unknown as a short form: an abbreviation of something else
_SMALL_INSIDE = words(
    "of de la le el al del di da do dos das du the and on upon sur sous en am an der den bei las los y e i"
)
_KINDS_SMALL = words("province state region county district")  # written small they are no part of a name
_ARTICLE_KEPT = "the hague"
_NOUN_ENDING = re.compile(r"(?:ity|[ts]ion|ness|ment|ism|ship|ance|ence|ology|ics|ing|tude|hood|ware)s?$")
_LOOKED_BACK = 24  # characters looked at before such a name
_WELL_KNOWN = 100_000  # people; a larger place is not the first word of an unknown name
_MOST_UNKNOWN = 3  # words of a name that no list knows
_LEAST_UNKNOWN = 4  # letters of such a name of one word
_MOST_ROWS = 20_000  # names remembered; a text of nothing but new names must not fill the memory
# before a name that the gazetteer lacks: only what leaves little doubt that a place follows
_UNKNOWN_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|outside|around|toward|towards|reached"
    r"|(?:attacks?|raids?|assaults?|strikes?|fire|march|advance) on"
    r"|(?:villages?|towns?|city|district|province|county|camp|suburb|municipality|island|community|outskirts|border"
    r"|residents?|people|port|crossing|post) (?:of|at)|(?:village|town|place|camp|area) (?:called|named))\s+$"
)
_ENDS = frozenset(" ,;:)\n")  # signs that no fold joins to the word before them
_READ_IN_FULL = words("st ste mt ft")  # by the fold
_OF_WATER = frozenset({"Gulf", "Bay", "Strait", "Straits", "Sea", "Isle", "Lake", "Cape", "Mouth"})


@dataclass(slots=True)
class Mention:
    """A stretch of text that may name a place. `rows` are the places of that name; `score` above 0 is taken."""

    start: int
    end: int
    key: str
    text: str
    rows: list[tuple[int, bool]]
    run: list[Word]
    first: int  # first word of the run that belongs to it
    after: int  # first word of the run that no longer does
    typed: PlaceKind | None = None
    score: float = 0.0
    parent: "Mention | None" = None
    country: str | None = None  # of a name without a place: the country written beside it
    child: bool = False
    chosen: int | None = None
    part: bool = False  # a part of the chosen place ("Northern Uganda")
    located: bool = False  # for a name that no list knows: the words before it say that it is a place
    said_kind: bool = False  # the text calls it a region, province, county


class Finder:
    """Looks names up in a text; remembers nothing between texts but what the gazetteer holds."""

    def __init__(self, gazetteer: Gazetteer, lists: PlaceWords) -> None:
        """Take the data to look in."""
        self.gazetteer = gazetteer
        self.words = lists
        self._rows: dict[str, list[tuple[int, bool]]] = {}
        self._begins: dict[str, bool] = {}
        self._opening: dict[str, bool] = {}
        self._no_place = lists.bodies | lists.titles | lists.openers | lists.calendar | lists.directions
        self._no_place |= lists.first_names | lists.other_heads
        self._never: dict[str, list[str]] = {}
        for name in sorted(lists.never, key=len, reverse=True):
            self._never.setdefault(name.split()[0], []).append(name)

    def mentions(self, text: str, run: list[Word]) -> list[Mention]:
        """The names of a run, longest first, not overlapping."""
        found = []
        at = 0
        while at < len(run):
            other = self._never_after(text, run, at)
            if other:
                at = other
                continue
            mention = self._at(text, run, at)
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = max(mention.after, at + 1)
        return found

    def _at(self, text: str, run: list[Word], at: int) -> Mention | None:
        """The name that begins at a word, by the first rule that finds one; rules that cannot are not asked."""
        lists, word = self.words, run[at].text
        found = self._abbreviated(text, run, at) if word in lists.abbreviations else None
        if found is None and (word in lists.typed_before or word in _OF_WATER):
            found = self._typed_before(text, run, at)
        found = found or self._known(text, run, at)
        if found is None and at + 1 < len(run):
            found = self._typed(text, run, at)
        if found is None and len(run) - at <= _MOST_UNKNOWN:
            found = self._unknown(text, run, at)
        return found

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """The places of a folded name."""
        rows = self._rows.get(key)
        if rows is None:
            if len(self._rows) > _MOST_ROWS:
                self._rows.clear()
            rows = self._rows[key] = self.gazetteer.rows(key)
        return rows

    def _abbreviated(self, text: str, run: list[Word], at: int) -> Mention | None:
        """`Ga.` and, behind a comma, `GA`."""
        word = run[at]
        found = self.words.abbreviations.get(word.text)
        if found is None:
            return None
        after_comma = text[max(0, word.start - 2) : word.start] == ", "
        # "N.Y.", "W.Va." and "NSW" tell themselves; two letters and "Miss." need the comma
        telling = len(word.text) > 2 and (word.text.isupper() or word.text.count(".") > 1)
        if not after_comma and not telling:
            return None
        country, name = found
        rows = [(r, t) for r, t in self.rows(fold(name)) if self._is_first_level(r, country)]
        if not rows:
            return None
        return Mention(word.start, word.end, fold(name), word.text, rows[:1], run, at, at + 1, score=4.0)

    def _is_first_level(self, row: int, country: str) -> bool:
        data = self.gazetteer
        return bool(data.level[row] == 1) and data.country_of(row) == country

    def _known(self, text: str, run: list[Word], at: int) -> Mention | None:
        """The longest name of the gazetteer that begins at a word."""
        word = run[at]
        if not self._may_begin(word.text) or (text[word.end : word.end + 1] in _ENDS and not self._opens(word.text)):
            return None
        folded, ends = fold_window(text, word.start, _WINDOW)
        found = self.gazetteer.trie.prefixes(folded)
        for key in reversed(found):
            size = len(key)
            if size < len(folded) and folded[size].isalnum():
                continue
            mention = self._accepted(text, run, at, key, ends[size - 1])
            if mention is not None:
                return self._longer(text, mention) or mention
        return None

    def _may_begin(self, word: str) -> bool:
        """Whether any name of the gazetteer begins with the letters of a word; most words of people do not."""
        known = self._begins.get(word)
        if known is None:
            lower = word.lower()
            plain = word.isascii() and word.isalpha() and lower not in _READ_IN_FULL
            known = not plain or next(iter(self.gazetteer.trie.iterkeys(lower)), None) is not None
            if len(self._begins) > _MOST_ROWS:
                self._begins.clear()
            self._begins[word] = known
        return known

    def _opens(self, word: str) -> bool:
        """Whether a word by itself is a name of the gazetteer or the first of one; True where the fold alters it."""
        known = self._opening.get(word)
        if known is None:
            lower = word.lower()
            trie = self.gazetteer.trie
            plain = word.isascii() and word.isalpha() and lower not in _READ_IN_FULL
            known = not plain or lower in trie or next(iter(trie.iterkeys(f"{lower} ")), None) is not None
            if len(self._opening) > _MOST_ROWS:
                self._opening.clear()
            self._opening[word] = known
        return known

    def _never_after(self, text: str, run: list[Word], at: int) -> int:
        """The first word behind a name that only holds the name of a place ("Washington Post"); 0 if there is none."""
        names = self._never.get(run[at].text.lower())
        if names is None:
            return 0
        folded, ends = fold_window(text, run[at].start, _WINDOW)
        for name in names:
            if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalnum():
                return self._after(run, at, ends[len(name) - 1])
        return 0

    def _accepted(self, text: str, run: list[Word], at: int, key: str, end: int) -> Mention | None:
        """The name at a word as a mention, unless the way it is written speaks against it."""
        word = run[at]
        written = text[word.start : end]
        if written[-1:] == "." and "." not in written[:-1]:
            written, end = written[:-1], end - 1
        if text[end : end + 1].isalnum():
            return None  # the window cut a word
        bare = written.replace(".", "").replace(" ", "")
        if key in _SHORT_FORMS:
            if not bare.isupper() or text[end : end + 1] == "$":
                return None
        elif bare.isupper() and len(bare) <= _LONGEST_ACRONYM and (len(bare) <= 3 or "." in written):
            return None
        if word.text in self.words.openers and key != _ARTICLE_KEPT:
            return None
        rows = self.rows(key)
        ours = not self.gazetteer.geonames[rows[0][0]]
        if " " in written and not _is_name(written) and (not ours or written.split()[-1] in _KINDS_SMALL):
            return None
        mention = Mention(word.start, end, key, written, rows, run, at, self._after(run, at, end))
        self._without_kind(text, mention)
        self._with_type(text, mention)
        return mention

    def _longer(self, text: str, mention: Mention) -> Mention | None:
        """`Ba Htoo` behind "in": a place that no list knows rather than the hamlet that its first word names."""
        data, run, row = self.gazetteer, mention.run, mention.rows[0][0] if mention.rows else -1
        if row < 0 or mention.first > 0 or mention.after >= len(run) or " " in mention.text:
            return None
        if data.kind[row] != KIND_SETTLEMENT or data.population[row] > _WELL_KNOWN or run[mention.after].gap == "":
            return None
        longer = self._unknown(text, run, 0)
        return longer if longer is not None and longer.located else None

    def _after(self, run: list[Word], at: int, end: int) -> int:
        while at < len(run) and run[at].start < end:
            at += 1
        return at

    def _without_kind(self, text: str, mention: Mention) -> None:
        """`Ohio State` + `University`: the state is named, not a place called Ohio State."""
        run, after = mention.run, mention.after
        if after - mention.first < 2 or after >= len(run) or run[after].gap != " ":
            return
        last = run[after - 1]
        if last.text not in {"State", "City", "Region"} or run[after].text not in self.words.bodies:
            return
        end = run[after - 2].end
        key = fold(text[mention.start : end])
        rows = self.rows(key)
        if rows:
            mention.end, mention.key, mention.rows, mention.after = end, key, rows, after - 1
            mention.text = text[mention.start : end]

    def _with_type(self, text: str, mention: Mention) -> None:
        """`Walker` + `County`: the gazetteer may know `Walker County`; else the kind is kept, the place unknown."""
        run, after = mention.run, mention.after
        if after >= len(run) or run[after].gap != " " or run[after].text not in self.words.typed:
            return
        kind = self.words.typed[run[after].text]
        first = self.gazetteer.kind[mention.rows[0][0]] if mention.rows else KIND_REGION
        if first in (KIND_STATE, KIND_DEMONYM) and kind is not PlaceKind.WATER:
            return
        bare = mention.text
        mention.typed = kind
        mention.end, mention.after = run[after].end, after + 1
        mention.text = text[mention.start : mention.end]
        mention.key = fold(mention.text)
        mention.rows = self.rows(mention.key)
        if not mention.rows and kind is PlaceKind.REGION:
            mention.rows = [(r, t) for r, t in self.rows(fold(bare)) if self.gazetteer.kind[r] == KIND_REGION]

    def _typed_before(self, text: str, run: list[Word], at: int) -> Mention | None:
        """`Lake Ossa`, `Mount Kenya`: the kind stands first."""
        word = run[at]
        kind = self.words.typed_before.get(word.text)
        if word.text in _OF_WATER and at + 1 < len(run) and run[at + 1].gap == " of ":
            kind = kind or PlaceKind.WATER
        elif kind is None or at + 1 >= len(run) or run[at + 1].gap != " " or run[at + 1].text in self.words.bodies:
            return None
        following = run[at + 1]
        written = text[word.start : following.end]
        key = fold(written)
        known = self._known(text, run, at)
        if known is not None and known.after > at + 1:
            return known
        return Mention(word.start, following.end, key, written, self.rows(key), run, at, at + 2, kind)

    def _typed(self, text: str, run: list[Word], at: int) -> Mention | None:
        """A name that the gazetteer lacks with the word for its kind: `Darby Creek`."""
        word = run[at]
        if word.text in self.words.openers:
            return None
        after = at + 1
        while after < len(run) and run[after].gap in (" ", "-") and after - at < 4:
            kind = self.words.typed.get(run[after].text)
            if kind is not None:
                written = text[word.start : run[after].end]
                key = fold(written)
                return Mention(word.start, run[after].end, key, written, self.rows(key), run, at, after + 1, kind)
            after += 1
        return None

    def _unknown(self, text: str, run: list[Word], at: int) -> Mention | None:
        """A name that no list knows behind "village of" or "near"; kept without a place."""
        lists = self.words
        if len(run) - at > _MOST_UNKNOWN or (at > 0 and run[at - 1].text not in lists.openers):
            return None
        parts = run[at:]
        for word in parts:
            bare = word.text.rstrip(".")
            if len(bare) < _LEAST_UNKNOWN and len(parts) == 1:
                return None
            if (bare.isupper() and len(bare) <= _LONGEST_ACRONYM) or word.gap.strip() in {"of", "of the", "and the"}:
                return None
            if bare in self._no_place or bare.lower() in lists.common or _NOUN_ENDING.search(bare) is not None:
                return None
        start, end = parts[0].start, parts[-1].end
        written = text[start:end]
        mention = Mention(start, end, fold(written), written, [], run, at, len(run), PlaceKind.OTHER)
        owner = text[end : end + 2] in {"'s", "’s"}  # "in Kowalski's words"
        mention.located = not owner and _UNKNOWN_BEFORE.search(text, max(0, start - _LOOKED_BACK), start) is not None
        return mention


def _is_name(written: str) -> bool:
    """Whether every word is written as part of a name: `Port au Prince`, not `The common`."""
    parts = re.split(r"[\s-]+", written)
    return all(part[:1].isupper() or not part[:1].isalpha() or part in _SMALL_INSIDE for part in parts)
