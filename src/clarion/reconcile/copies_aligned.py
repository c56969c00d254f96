"""How much of one text another holds, and where, also when letters are missing, added or misread."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from clarion.model import Span
from clarion.reconcile.copies_words import WORDS_IN_RUN, Worded

# matching stretches closer than this (code points) are shown as one: an edited word does not end a copied passage
LARGEST_GAP = 40
# from this share of the runs on no doubt remains, and misspellings are not looked for
CERTAIN = 0.5
# how many words are looked through for the next equal one after a difference
WORDS_LOOKED_THROUGH = 10
# so many equal words after a difference do not follow by chance
WORDS_THAT_SETTLE = 3
# share of differing letters up to which other words are the same words misspelt
MOST_LETTERS_DIFFERENT = 0.4
# longer than any ten words; what is longer is no prose and is not compared letter by letter
MOST_LETTERS_COMPARED = 200
# share of misspelt words among the aligned ones from which a text counts as misspelt; below that they are edits
# ("says" and "said", "2018" and "2019"), which break a run
LEAST_SHARE_OF_MISSPELT_WORDS = 0.05


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that follow each other in both texts: from, behind the last, in the left and the right text."""

    left: int
    left_end: int
    right: int
    right_end: int


@dataclass(slots=True)
class Alignment:
    """Stretches of the same words, and how many words of the left text lie in them or differ in spelling."""

    stretches: list[Stretch] = field(default_factory=list)
    aligned: int = 0
    misspelt: int = 0


def containment(shorter: Worded, longer: Worded) -> tuple[float, list[Stretch] | None]:
    """The share (0 to 1) of the shorter text's runs that the longer holds, and where if misspelt ones count."""
    runs = shorter.distinct
    if not runs:
        return 0.0, None
    exact = runs & longer.distinct
    share = len(exact) / len(runs)
    if share >= CERTAIN:
        return share, None
    found = aligned(shorter, longer)
    if found.misspelt < LEAST_SHARE_OF_MISSPELT_WORDS * found.aligned:
        return share, None
    held = set(exact)
    for each in found.stretches:
        held.update(shorter.runs[each.left : max(each.left, each.left_end - WORDS_IN_RUN + 1)])
    return len(held) / len(runs), found.stretches


def same_stretches(left: Worded, right: Worded) -> Iterator[Stretch]:
    """Stretches of equal words, of a run or more, in the order of the left text."""
    a, b = left.codes, right.codes
    first = right.first
    end = 0
    for x, run in enumerate(left.runs):
        if x < end or run not in first:
            continue
        y = first[run]
        end, right_end = _equal_end(a, b, x, y)
        yield Stretch(x, end, y, right_end)


def aligned(left: Worded, right: Worded) -> Alignment:
    """Stretches of words that are equal or misspelt; other words, and words in one text alone, end a stretch."""
    found = Alignment()
    first = right.first
    end = 0
    for x, run in enumerate(left.runs):
        if x >= end and run in first:
            end = _follow(left, right, (x, first[run]), found)
    return found


def passages(stretches: list[Stretch], left: Worded, right: Worded) -> tuple[tuple[Span, Span], ...]:
    """The stretches in code points of both texts, joined over small gaps."""
    joined: list[tuple[Span, Span]] = []
    for each in stretches:
        a = left.spans[each.left][0], left.spans[each.left_end - 1][1]
        b = right.spans[each.right][0], right.spans[each.right_end - 1][1]
        if joined:
            (a_start, a_end), (b_start, b_end) = joined[-1]
            if a[0] <= a_end + LARGEST_GAP and b_start <= b[0] <= b_end + LARGEST_GAP:
                joined[-1] = (a_start, max(a_end, a[1])), (b_start, max(b_end, b[1]))
                continue
        joined.append((a, b))
    return tuple(joined)


def _follow(left: Worded, right: Worded, start: tuple[int, int], found: Alignment) -> int:
    """Add the stretches that begin at a pair of equal words to `found`; returns where in the left text they end."""
    (x, y), (from_x, from_y) = start, start
    while True:
        end_x, end_y = _equal_end(left.codes, right.codes, x, y)
        found.aligned += end_x - x
        gap = _gap(left, right, end_x, end_y)
        if gap is None:
            break
        x, y, misspelt = end_x + gap[0], end_y + gap[1], gap[2]
        found.aligned += gap[0]
        if misspelt:
            found.misspelt += gap[0]
        else:
            found.stretches.append(Stretch(from_x, end_x, from_y, end_y))
            from_x, from_y = x, y
    found.stretches.append(Stretch(from_x, end_x, from_y, end_y))
    return end_x


def _equal_end(a: list[int], b: list[int], x: int, y: int) -> tuple[int, int]:
    most = min(len(a) - x, len(b) - y)
    size = 0
    while size < most and a[x + size] == b[y + size]:
        size += 1
    return x + size, y + size


def _gap(left: Worded, right: Worded, x: int, y: int) -> tuple[int, int, bool] | None:
    """How many words of each text differ before they are equal again, and whether they are only misspelt.

    None where they are not equal again soon. The nearest misspelt gap wins over nearer ones of other words, unless
    several equal words follow those: then words were put in, left out or changed.
    """
    ahead: dict[int, int] = {}
    for step, code in enumerate(right.codes[y : y + WORDS_LOOKED_THROUGH]):
        ahead.setdefault(code, step)
    meetings = sorted(
        (step + ahead[code], step, ahead[code])
        for step, code in enumerate(left.codes[x : x + WORDS_LOOKED_THROUGH])
        if code in ahead
    )
    for _, a, b in meetings:
        if is_misspelt("".join(left.words[x : x + a]), "".join(right.words[y : y + b])):
            return a, b, True
        if _are_equal(left.codes, right.codes, x + a, y + b):
            return a, b, False
    return (meetings[0][1], meetings[0][2], False) if meetings else None


def _are_equal(a: list[int], b: list[int], x: int, y: int) -> bool:
    ahead = a[x : x + WORDS_THAT_SETTLE]
    return len(ahead) == WORDS_THAT_SETTLE and ahead == b[y : y + WORDS_THAT_SETTLE]


def is_misspelt(a: str, b: str) -> bool:
    """True when two strings differ in so few letters that one is taken for a misspelling of the other."""
    longest = max(len(a), len(b))
    if longest > MOST_LETTERS_COMPARED:
        return False
    most = max(1, int(MOST_LETTERS_DIFFERENT * longest))
    return abs(len(a) - len(b)) <= most and edits(a, b) <= most


def edits(a: str, b: str) -> int:
    """The least number of letters put in, left out or changed to make one string of the other.

    Source: G. Myers, A fast bit-vector algorithm for approximate string matching, 1999, in the form of H. Hyyrö, 2003.
    """
    if not a or not b:
        return len(a) or len(b)
    where: dict[str, int] = {}
    for place, letter in enumerate(a):
        where[letter] = where.get(letter, 0) | 1 << place
    last = 1 << len(a) - 1
    every = (last << 1) - 1
    more, less, distance = every, 0, len(a)
    for letter in b:
        equal = where.get(letter, 0)
        vertical = equal | less
        horizontal = ((equal & more) + more ^ more) | equal
        up = less | ~(horizontal | more) & every
        down = more & horizontal
        distance += bool(up & last) - bool(down & last)
        up = (up << 1 | 1) & every
        down = down << 1 & every
        more = down | ~(vertical | up) & every
        less = up & vertical
    return distance
