"""Text to tokens: words, numbers, clitics and marks, each with its span.

A hyphenated word is one token ("cross-border"), a dotted abbreviation too ("U.N.", "a.m.", "Dr."), a figure with its
separators too ("2,000", "13:00", "3rd"). Clitics stand alone: "didn't" is "did" + "n't", "China's" is "China" + "'s".
Every other mark is a token of one character, except runs of dots or hyphens and doubled quotation marks.
"""

import re
from typing import NamedTuple

from clarion.language.wordlists import words


class Token(NamedTuple):
    """A word, number or mark: `text` is the slice of the document's text from `start` to `end`."""

    start: int
    end: int
    text: str


# Titles and other shortenings that are followed by more of the same sentence; the splitter of sentences uses them too.
TITLES = words(
    "Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Capt Sgt Cpl Brig Adm Cmdr Rev Fr Sr Jr Hon Sen Rep Gov Pres Amb St Mt "
    "Ft Supt Insp Atty Msgr"
)
SHORTENINGS = words(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos Art Arts para paras pp vs etc approx ca cf al ed eds vol "
    "fig est dept Dept Inc Ltd Corp Co Bros Ave Blvd Rd Univ Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)

_LONGEST_SHORT = max(map(len, TITLES | SHORTENINGS))
_TOKEN = re.compile(
    rf"""
      [A-Za-z][a-z]*+(?=[ ,]) | [,;:()"“”]                # most of a text, before the patterns that take a closer look
    | (?=[A-Za-z]{{2,{_LONGEST_SHORT}}}\.)
      (?:{"|".join(sorted(TITLES | SHORTENINGS))})\.(?=[\s,]*[\w("“‘'])  # Dr. Kim, Sept. 9; but a last dot stands alone
    | (?:[A-Za-z]\.){{2,}}(?:[A-Za-z](?![^\W_]))?          # U.N., a.m., e.g.
    | [A-Z]\.(?=[ ]?[A-Z])                                # an initial
    | \d++(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s|m|bn|k)(?![^\W_]))?
    | ['’](?:s|S|ll|LL|re|RE|ve|VE|d|D|m|M)(?![^\W_])      # clitics
    | [^\W_]+(?:(?:['’&-]|\.(?=[a-z]))[^\W_]+)*                 # words, with hyphens and apostrophes inside
    | \.{{2,}} | -{{2,}} | `{{1,2}} | ''
    | \S
    """,
    re.VERBOSE,
)
_new = tuple.__new__  # a named tuple made without a call of its Python-level constructor
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|ll|re|ve|d|m))$", re.IGNORECASE)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of `text[start:end]` in order; spans are offsets into the whole `text`. White space is no token."""
    stop = len(text) if end is None else end
    found = _TOKEN.finditer(text, start, stop)
    if text.find("'", start, stop) < 0 and text.find("’", start, stop) < 0:
        return [_new(Token, (match.start(), match.end(), match[0])) for match in found]
    tokens: list[Token] = []
    for match in found:
        word = match[0]
        if len(word) > 2 and ("'" in word or "’" in word):
            tokens += _without_clitic(word, match.start())
        else:
            tokens.append(_new(Token, (match.start(), match.end(), word)))
    return tokens


def _without_clitic(word: str, at: int) -> list[Token]:
    clitic = _CLITIC.search(word)
    if clitic is None or clitic.start() == 0:
        return [Token(at, at + len(word), word)]
    cut = clitic.start()
    return [Token(at, at + cut, word[:cut]), Token(at + cut, at + len(word), word[cut:])]
