"""The same name in another script: "Ольга Петрова" and "Olga Petrova" are heard alike, and found by either.

What is compared is rougher than any system of transliteration, since people write names by ear: sounds that systems
write differently are one, vowels are left out where the script leaves them out. So only whole names count, and long
ones. Chinese characters are not heard: their sounds are no matter of letters.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from clarion.publish.safety.folding import Squeezed, is_wordlike, squeezed

LATIN = re.compile("[a-z]")
# names in Latin letters: words with capitals in a row, with what joins them
NAMES = re.compile(
    r"[^\W\d_a-z][^\W\d_]*(?:(?:[ \u00a0.,'’ʼ`-]{1,2})(?:(?:al|el|as|ad|ar|az|bin|ibn|bint|abu|ben|de|da|van|von)[ -])?"
    r"(?:(?<=-)[a-z]|[^\W\d_a-z])[^\W\d_]*)*"
)
_INITIALS = "k kk n t tt r m p pp s ss  c cc c k t p h".split(" ")
# in capitals, so that no rule for letters that are written by ear is applied to them
_VOWELS = "A E A E O E O E O A E E O O O E I O O I I".split()
_FINALS = " k k k n n n t r k m p r r r r m p p s s n c c k t p h".split(" ")


_GAP = "|"
_GAPS = re.compile(r"\|")


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """How a script sounds in Latin letters.

    `hear` gives the sound of one of its letters, `rules` what is alike in Latin letters, in turns; `least` is the
    number of sounds from which on a name is one, `parts` whether part of a name may be looked for alone.
    """

    script: re.Pattern[str]
    hear: Callable[[str], str]
    rules: tuple[tuple[re.Pattern[str], dict[str, str]], ...]
    least: int
    parts: bool = False

    @property
    def runs(self) -> re.Pattern[str]:
        """Words of the script in a row."""
        return _runs(self.script.pattern)


@dataclass(frozen=True, slots=True)
class Heard:
    """The sounds of a text, and for each the stretch of the text that it comes from."""

    text: str
    sounds: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text for sounds in a row, with letters around it that are not heard."""
        first, last = self.starts[start], self.ends[end - 1]
        before = self.ends[start - 1] if start else 0
        behind = self.starts[end] if end < len(self.starts) else len(self.text)
        while first > before and is_wordlike(self.text[first - 1]):
            first -= 1
        while last < behind and is_wordlike(self.text[last]):
            last += 1
        return first, last


def heard(system: System, letters: Squeezed, *, across: bool = True) -> Heard:
    """A text as a system hears it. Linear in the text.

    `across` lets sounds run together over the end of a word, as within a name that is written without its blanks.
    """
    sounds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = -1
    for letter, place in zip(letters.letters, letters.places, strict=True):
        if not across and place > before + 1 and sounds:
            _add(_GAP, before, sounds, starts, ends)
        for sound in letter if letter.isascii() else system.hear(letter):
            _add(sound, place, sounds, starts, ends)
        before = place
    text = "".join(sounds)
    for pattern, instead in (*system.rules, (_GAPS, {})):
        text, starts, ends = _applied(pattern, instead, text, starts, ends)
    return Heard(letters.text, text.lower(), starts, ends)


@lru_cache(maxsize=65536)
def both_heard(system: System, run: str) -> tuple[Heard, ...]:
    """A few words as a system hears them, each by itself and run together."""
    letters = squeezed(run)
    apart, joined = heard(system, letters, across=False), heard(system, letters)
    return (apart,) if apart.sounds == joined.sounds else (apart, joined)


@cache
def _runs(script: str) -> re.Pattern[str]:
    return re.compile(f"{script}+(?:[\\s.,'’-]{{1,2}}{script}+)*")


def sounds_of(system: System, *parts: str) -> set[str]:
    """The sounds of a name of squeezed parts: each by itself, and run together."""
    places = [
        at + number
        for number, part in enumerate(parts)
        for at in range(_before(parts, number), _before(parts, number + 1))
    ]
    letters = Squeezed("", "".join(parts), places)
    return {heard(system, letters, across=across).sounds for across in (False, True)}


def is_latin(letters: str) -> bool:
    """Whether letters are Latin ones alone."""
    return letters.isascii() and LATIN.search(letters) is not None


def names_of(system: System, letters: str, parts: tuple[str, ...]) -> set[str]:
    """How a name may sound. A Korean one stands with the family first or last, and begins with R, N or neither."""
    whole = sounds_of(system, *(parts or (letters,)))
    if system is not KOREAN:
        return whole
    if is_latin(letters):
        return {one for name in whole for one in (name, *_begun(name))}
    if len(letters) not in (3, 4):
        return whole
    (family,), (given,) = sounds_of(system, letters[:1]), sounds_of(system, letters[1:])
    return {sounds for one in (family, *_begun(family)) for sounds in (one + given, given + one)}


def _begun(sounds: str) -> tuple[str, ...]:
    """The same name as others write its first sound."""
    bare = sounds[1:] if sounds[:1] in ("r", "n") else sounds if sounds[:1] in ("a", "e", "i", "o") else None
    return () if bare is None else (bare, f"r{bare}", f"n{bare}")


def _before(parts: tuple[str, ...], number: int) -> int:
    return sum(map(len, parts[:number]))


def _add(sound: str, place: int, sounds: list[str], starts: list[int], ends: list[int]) -> None:
    sounds.append(sound)
    starts.append(place)
    ends.append(place + 1)


def _applied(
    pattern: re.Pattern[str], instead: dict[str, str], text: str, starts: list[int], ends: list[int]
) -> tuple[str, list[int], list[int]]:
    out, first, last, at = [], [], [], 0
    for found in pattern.finditer(text):
        start, end = found.span()
        sound = instead.get(found[0], found[0][:1] if found[0] != _GAP else "")
        out += [text[at:start], sound]
        first += [*starts[at:start], *[starts[start]] * len(sound)]
        last += [*ends[at:start], *[ends[end - 1]] * len(sound)]
        at = end
    return "".join([*out, text[at:]]), [*first, *starts[at:]], [*last, *ends[at:]]


def _alike(table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Rules as `written=heard`, longest first; nothing behind the sign is left out."""
    pairs = dict(one.split("=") for one in table.split())
    return re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True))), pairs


def _letters(table: str) -> Callable[[str], str]:
    pairs = dict(one.split("=") for one in table.split())
    return lambda letter: pairs.get(letter, "")


def _syllable(letter: str) -> str:
    number = ord(letter) - 0xAC00
    if not 0 <= number < 11172:
        return ""
    return _INITIALS[number // 588] + _VOWELS[number // 28 % 21] + _FINALS[number % 28]


_DOUBLE = (re.compile(r"([a-zA-Z])\1+"), dict[str, str]())

CYRILLIC = System(
    script=re.compile("[\u0400-\u04ff]"),
    hear=_letters(
        """а=a б=b в=v г=g ґ=g д=d е=e є=e ж=z з=z и=i і=i ї=i ј=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c
        ч=c ш=s щ=s ъ= ы=i ь= э=e ю=u я=a ў=u ђ=c ћ=c џ=c љ=l њ=n қ=k ғ=g ң=n ү=u ұ=u һ=h ә=a ө=o ѓ=g ќ=k"""
    ),
    rules=(
        _alike("shch=s sch=s tch=c sh=s ch=c cz=c zh=z kh=h ts=c tz=c ph=f th=t ck=k x=ks w=v y=i j=i g=h q=k"),
        _alike("ia=a iu=u io=o ie=e ii=i"),
        _DOUBLE,
    ),
    least=6,
    parts=True,
)
GREEK = System(
    script=re.compile("[\u0370-\u03ff]"),
    hear=_letters(
        """α=a β=v γ=g δ=d ε=e ζ=z η=i θ=t ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o"""
    ),
    rules=(
        _alike("th=t ph=f ch=h kh=h x=ks y=i j=i w=v b=mp c=k gk=g gg=g d=d nt=d ou=u oi=u u=u"),
        _alike("mp=p v=v au=av eu=ev ai=e ei=i"),
        _DOUBLE,
    ),
    least=6,
    parts=True,
)
KOREAN = System(
    script=re.compile("[\uac00-\ud7a3]"),
    hear=_syllable,
    rules=(
        _alike("tch=c ch=c sh=s ph=p ck=k ark=ak arn=an ng=n j=c g=k d=t b=p l=r w= y= f=p v=p"),
        _alike("oo=o ou=o eo=o eu=o ae=e ai=e oe=e oi=e ui=i ee=i u=o"),
        (re.compile(r"(?<=[aeio])h(?![aeioAEIO])"), {"h": ""}),
        _DOUBLE,
    ),
    least=6,
)
ARABIC = System(
    script=re.compile("[\u0600-\u06ff]"),
    hear=_letters(
        """ب=b ت=t ث=t ج=j ح=h خ=h د=d ذ=d ر=r ز=z س=s ش=s ص=s ض=d ط=t ظ=z غ=g ف=f ق=k ك=k ک=k ل=l م=m ن=n ه=h پ=b چ=j
        گ=g ژ=j"""
    ),
    rules=(
        _alike("sh=s ch=s kh=h gh=g th=t dh=d dj=j ck=k ou= q=k v=f p=b c=k a= e= i= o= u= w= y="),
        _DOUBLE,
    ),
    least=6,
)
SYSTEMS = (CYRILLIC, GREEK, KOREAN, ARABIC)
