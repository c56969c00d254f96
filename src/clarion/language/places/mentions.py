"""Names that may be places: what the gazetteer knows, and names that say their own kind ("Walker County")."""

from dataclasses import dataclass, field

from clarion.language.places.runs import Word
from clarion.language.places.words import PlaceWords
from clarion.language.wordlists import words
from clarion.model.vocabulary import PlaceKind
from clarion.reference.fold import fold, fold_window
from clarion.reference.places import KIND_DEMONYM, KIND_REGION, KIND_STATE, Gazetteer

_WINDOW = 48  # characters; no name of the gazetteer that is met in running text is longer
# names that are written in capitals: "US", never "us"
_SHORT_FORMS = words(
    "us uk uae eu usa drc car dprk rok prc roc ksa rsa png opt dmz mdl nll nyc la dc kl ussr bih fyrom cdmx cecot nsw"
)


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
    child: bool = False
    chosen: int | None = None
    reasons: list[str] = field(default_factory=list)


class Finder:
    """Looks names up in a text; remembers nothing between texts but what the gazetteer holds."""

    def __init__(self, gazetteer: Gazetteer, lists: PlaceWords) -> None:
        """Take the data to look in."""
        self.gazetteer = gazetteer
        self.words = lists
        self._rows: dict[str, list[tuple[int, bool]]] = {}

    def mentions(self, text: str, run: list[Word]) -> list[Mention]:
        """The names of a run, longest first, not overlapping."""
        found = []
        at = 0
        while at < len(run):
            mention = self._abbreviated(text, run, at) or self._known(text, run, at) or self._typed(text, run, at)
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = max(mention.after, at + 1)
        return found

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """The places of a folded name."""
        rows = self._rows.get(key)
        if rows is None:
            if len(self._rows) > 20_000:  # a text of nothing but new names must not fill the memory
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
        if not after_comma and (word.text.count(".") < 2 or len(word.text) < 4):
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
        word = run[at]
        folded, ends = fold_window(text, word.start, _WINDOW)
        best = ""
        for prefix in self.gazetteer.trie.prefixes(folded):
            size = len(prefix)
            if size == len(folded) or not folded[size].isalnum():
                best = prefix
        if not best:
            return None
        end = ends[len(best) - 1]
        written = text[word.start : end]
        if best in _SHORT_FORMS and not written.replace(".", "").replace(" ", "").isupper():
            return None
        after = at
        while after < len(run) and run[after].start < end:
            after += 1
        rows = self.rows(best)
        if written[-1:] == "." and "." not in written[:-1]:
            written, end = written[:-1], end - 1
        mention = Mention(word.start, end, best, written, rows, run, at, after)
        self._with_type(text, mention)
        return mention

    def _with_type(self, text: str, mention: Mention) -> None:
        """`Walker` + `County`: the gazetteer may know `Walker County`; else the kind is kept, the place unknown."""
        run, after = mention.run, mention.after
        if after >= len(run) or run[after].gap != " " or run[after].text not in self.words.typed:
            return
        kind = self.words.typed[run[after].text]
        if (
            any(self.gazetteer.kind[row] in (KIND_STATE, KIND_DEMONYM) for row, _ in mention.rows[:1])
            and kind is not PlaceKind.WATER
        ):
            return
        mention.typed = kind
        mention.end, mention.after = run[after].end, after + 1
        mention.text = text[mention.start : mention.end]
        mention.key = fold(mention.text)
        mention.rows = self.rows(mention.key)
        if not mention.rows and kind is PlaceKind.REGION:
            mention.rows = [
                (r, t)
                for r, t in self.rows(fold(text[mention.start : run[after].start]))
                if self.gazetteer.kind[r] == KIND_REGION
            ]

    def _typed(self, text: str, run: list[Word], at: int) -> Mention | None:
        """A name that the gazetteer lacks with the word for its kind: `Darby Creek`, `Lake Ossa`."""
        word = run[at]
        if word.text in self.words.openers:
            return None
        before = self.words.typed_before.get(word.text)
        following = run[at + 1] if at + 1 < len(run) else None
        if before is not None and following is not None and following.gap == " ":
            end = at + 2
            return Mention(
                word.start,
                following.end,
                fold(text[word.start : following.end]),
                text[word.start : following.end],
                [],
                run,
                at,
                end,
                before,
            )
        after = at + 1
        while after < len(run) and run[after].gap == " " and after - at < 4:
            kind = self.words.typed.get(run[after].text)
            if kind is not None:
                written = text[word.start : run[after].end]
                key = fold(written)
                return Mention(word.start, run[after].end, key, written, self.rows(key), run, at, after + 1, kind)
            after += 1
        return None
