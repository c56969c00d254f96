"""Act words inside the names of bodies tell no act: "Radio Free Asia", "the Working Group on Arbitrary Detention"."""

from clarion.extract.cues import Hit
from clarion.extract.line import Line

# a sentence full of names still has this share of small words; a headline in capitals has fewer
SMALL_SHARE = 0.4
# what bears its act in its name: days of remembrance, marches, masses, laws, accords, the norms invoked
_NAMED_ACTS = frozenset("commemoration demonstration prayer breach lawmaking agreement volunteering".split())
_OF = frozenset({"of", "for", "on", "against"})
_OPENING = frozenset("the a an this that these those in on at no".split())  # capitalised only because they begin
_SAYING = frozenset("said says say warned urged told called reported wrote added has announced stated".split())


def in_a_name(line: Line, hit: Hit) -> bool:
    """True when the act word is a capitalised part of a longer name in a sentence that is otherwise written small."""
    # the sentence is counted last: few act words are capitalised
    return hit.cue.act not in _NAMED_ACTS and _names(line, hit.anchor[0]) and _written_small(line)


def _written_small(line: Line) -> bool:
    """True for a plain sentence: in a headline capitals name nothing."""
    words = [token.text for token in line.tokens if token.text[:1].isalpha()]
    return sum(word[:1].islower() for word in words) > SMALL_SHARE * len(words)


def _names(line: Line, at: int) -> bool:
    if not _capital(line, at):
        return False
    if at == 0:
        # "Justice for North Korea said": a name that speaks
        end = 2
        while line.inside(end) and _capital(line, end):
            end += 1
        return line.words[1:2] == ["for"] and end > 2 and line.inside(end) and line.words[end] in _SAYING
    before = _capital(line, at - 1) and line.words[at - 1] not in _OPENING
    if before or _capital(line, at + 1):
        return True
    return line.inside(at + 2) and line.words[at + 1] in _OF and _capital(line, at + 2)


def _capital(line: Line, at: int) -> bool:
    text = line.tokens[at].text if line.inside(at) else ""
    return text[:1].isupper() and text[1:].islower()
