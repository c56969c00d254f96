"""Classes of words, one letter each, so that the frame of a sentence can be read off a string.

The closed classes of English are listed; the rest is told by ending and by capital. The letters:

d determiner, quantifier    n noun, adjective, other    P name    m number    r pronoun as subject
o pronoun as object    w who, which    i preposition    c and, or    b but, yet    s subordinator    t that    T to
a auxiliary    x adverb    v finite verb    e -ed, other participle    g -ing    Y day, month    q quotation
' possessive    V cue verb    N cue noun
, ; : . - ( ) marks
"""

from functools import cache

from clarion.extract.voices import cues
from clarion.language.tokens import Token
from clarion.language.wordlists import words

_CLASSES: dict[str, frozenset[str]] = {
    "d": words(
        "the a an this these those his her its their my our your no any some every each both all several many few most "
        "another other such half dozens scores hundreds thousands certain various numerous least"
    ),
    "r": words("i he she they we it you"),
    "o": words("him them me us himself herself itself themselves ourselves myself one"),
    "w": words("who which whom whose"),
    "i": words(
        "of in on at by for from with without about against among amid between into onto over under through during "
        "across near inside outside within toward towards behind beyond despite as like than per via upon along around "
        "above below off including regarding concerning besides except since out up down"
    ),
    "c": words("and or & nor"),
    "b": words("but"),
    "s": words(
        "because although though while whereas if unless whether how why what when where after before until once "
        "so that's whenever wherever whatever"
    ),
    "t": words("that"),
    "T": words("to"),
    "a": words(
        "be am is are was were been being have has had having do does did will would shall should can could may might "
        "must ought 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m wo ca cannot"
    ),
    "x": words(
        "not yet n't n’t never also then now still again already later earlier too just only even ever often once soon "
        "always recently however therefore meanwhile instead there here further rather quite perhaps maybe almost "
        "yesterday's ago since-then"
    ),
    "v": words(
        """
        went came took gave made got saw knew fled left kept held led met put ran sent shot sold spent stood
        taught threw won wore became began broke brought built bought caught chose cut drew drove ate fell
        flew forgot froze grew heard hid hit hurt lay lost meant paid rode rose sat shook sang sank slept
        stole struck swam goes comes takes gives makes gets sees keeps holds leads meets runs sends stands
        remains faces lives works appear appears appeared seem seems seemed happen happens happened leave
        leaves turn turns stay stays fall falls begins rises lie lies bring brings go come take give make
        get see keep become remain live include includes let need needs want
        """
    ),
    "Y": words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december yesterday today tomorrow tonight jan. feb. mar. apr. jun. jul. aug. "
        "sep. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun."
    ),
    "e": words("known seen given taken held found shot driven written shown sent brought kept left born torn beaten"),
    "m": words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
    ),
}
_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", "–": "-", "—": "-", "--": "-",
    "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", "*": "-", "|": "-", "/": "n", "’": "'", "'": "'", "$": "m",
}  # fmt: skip
_NOT_ADVERBS = frozenset(
    words("family italy july supply reply ally assembly bully early only likely deadly elderly monthly")
)
# Lemmas whose base and s forms are nouns as well.
ALSO_NOUNS = words(
    """claim report state note point post tweet comment remark hint signal estimate forecast show call count list name
    term label brand question answer reply charge protest praise blame fault demand request push press challenge
    support attack back view hope fear worry doubt wish plan vow pledge promise offer aim desire order command appeal
    petition welcome record document detail outline quote vote address talk repeat broadcast text email blog alert
    brief caution guess judge rule counter advocate champion champion object reason stress test experience detail
    project estimate favour favor love hate query need want direct lament boast joke shout cry scream chant whisper"""
)
_ROUGHLY = words("about around over under nearly almost")
_SPELLS = words("day week month year night morning afternoon evening weekend summer winter spring autumn")
_NEAR = words("last this next that same")
_NOT_PAST = frozenset(
    words("need seed speed deed weed feed breed bed red shed united unarmed hundred indeed sacred kindred")
)
_NOT_ING = frozenset(
    words("nothing something anything everything morning evening building king ring thing wing spring")
)


@cache
def _classes() -> dict[str, str]:
    table = {word: letter for letter, members in _CLASSES.items() for word in sorted(members)}
    table.update(dict.fromkeys(cues.nouns(), "N"))
    table.update(dict.fromkeys(cues.verbs(), "V"))
    for word in ("that", "have", "will", "may"):
        table[word] = _letter_of(word)
    return table


def _letter_of(word: str) -> str:
    return next(letter for letter, members in _CLASSES.items() if word in members)


def letters(tokens: list[Token]) -> str:
    """The classes of a sentence's tokens, one letter each."""
    table = _classes()
    title = _is_title(tokens)
    found = [_letter(token.text, table, title or number == 0) for number, token in enumerate(tokens)]
    _settle(tokens, found)
    return "".join(found)


def _is_title(tokens: list[Token]) -> bool:
    """Whether nearly all words have a capital, as in headlines: there capitals tell nothing."""
    if len(tokens) > 40 or tokens[-1].text == ".":
        return False
    long = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _letter(word: str, table: dict[str, str], first: bool) -> str:
    if word == "\0":
        return "q"
    mark = _MARKS.get(word)
    if mark:
        return mark
    lower = word.lower()
    known = table.get(lower)
    if lower in ("may", "march"):
        return "Y" if word[0].isupper() and not first else "a" if lower == "may" else "n"
    if word[0].isupper():
        if known == "Y" or (
            known is not None and ((first and known != "n") or known in "diswtTcbarx") and lower != "will"
        ):
            return "m" if known == "m" else known
        return "r" if word == "I" else "P"
    return known or _by_shape(lower)


def _by_shape(lower: str) -> str:
    if lower[0].isdigit():
        return "m"
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS:
        return "x"
    if lower.endswith("ed") and len(lower) > 3 and lower not in _NOT_PAST:
        return "e"
    if lower.endswith("ing") and len(lower) > 4 and lower not in _NOT_ING:
        return "g"
    return "n" if lower[0].isalnum() else "."


def _settle(tokens: list[Token], found: list[str]) -> None:
    """Settle the letters that depend on neighbours: 's as possessive, "at least", "the reports" as nouns."""
    last = len(found) - 1
    for i, letter in enumerate(found):
        after = found[i + 1] if i < last else "."
        before = found[i - 1] if i else "."
        if letter == "a" and tokens[i].text[0] in "'’":
            if tokens[i].text[1:].lower() == "s" and (
                before == "Y" or (before in "nPmNd" and after not in "dxgeaorTmi,.")
            ):
                found[i] = "'"
        elif letter == "d" and tokens[i].text.lower() == "least" and before == "i":
            found[i - 1] = "d"
        elif (
            letter == "i"
            and after in "md"
            and tokens[i].text.lower() in _ROUGHLY
            and (after == "m" or _is_half(tokens, i))
        ):
            found[i] = "d"
        elif letter == "m" and ((before == "Y" and len(tokens[i].text) in (1, 2, 4)) or after == "Y"):
            found[i] = "Y"
        elif (
            letter in "nm"
            and tokens[i].text.lower() in _SPELLS
            and (before == "Y" or (i and tokens[i - 1].text.lower() in _NEAR))
        ):
            if found[i - 1] != "Y":
                found[i - 1] = "Y"
            found[i] = "Y"
        elif letter == "x" and after in "av" and tokens[i].text.lower() == "there":
            found[i] = "r"
        elif letter == "g" and before in "d'" and after not in "nPN":
            found[i] = "n"
        elif letter == "." and before == "P" and after == ",":
            found[i] = "P"
        elif letter == "V":
            # "the second attack": a singular noun and a base form are no clause
            base = cues.verbs()[tokens[i].text.lower()].form == "base"
            base = base and cues.verbs()[tokens[i].text.lower()].lemma in ALSO_NOUNS
            of_phrase = i > 3 and found[i - 3] in "iT" and found[i - 4] == "n" and _is_plural(tokens[i - 4].text)
            opener = (
                base
                and not of_phrase
                and i > 1
                and before == "n"
                and found[i - 2] in "dm'i"
                and not _is_plural(tokens[i - 1].text)
            )
            if before == "w" and tokens[i - 1].text.lower() != "whose":
                before = "r"
            found[i] = _settled_cue(tokens[i].text.lower(), "d" if opener else before if i else "^", after)


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word.lower() in ("people", "men", "women", "children", "police", "media")


def _is_half(tokens: list[Token], i: int) -> bool:
    return tokens[i + 1].text.lower() in ("half", "a") and i + 2 < len(tokens)


def _settled_cue(word: str, before: str, after: str) -> str:
    """A form of a cue verb that is a noun here ("the report said"), or an adjective ("the accused man")."""
    form = cues.verbs()[word].form
    if form in ("base", "s"):
        noun = cues.verbs()[word].lemma in ALSO_NOUNS
        if before in "wVvg" and noun and after not in "t":
            return "N" if word in cues.nouns() else "n"
        if before == "^" and ((after in "iaV" and form == "s") or (noun and after in "nVaNi")):
            return "n"
        if before in "d'i" and cues.verbs()[word].lemma in ALSO_NOUNS:
            return "N" if word in cues.nouns() else "n"
        if before in "d'" or (after in "aV" and before in "nPmiN"):
            return "N" if word in cues.nouns() else "n"
    elif form == "past" and before in "d'" and after in "nPN":
        return "e"
    return "V"
