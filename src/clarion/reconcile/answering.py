"""Words by which those concerned answer what is told of them: kinds of denial, and what is none.

"There are no refugees" denies a category and leaves open what was done to the people; "they were handled according to
law" justifies and neither confirms nor denies; "declined to comment" is an answer without content; "has not replied"
is silence, and silence is no denial.

Source: conduct of states and its justification are kept apart as in the articles on state responsibility (2001), part
one, chapter V.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clarion.model import AnswerKind, Span
from clarion.reference import states

_LAW = (
    r"(?:(?:in (?:full |strict )?(?:accordance|line|compliance|conformity|keeping) with|according to|under|within|by"
    r"|pursuant to|on the basis of|complied with|respect(?:ed|s)?)"
    r" (?:(?:the|its|our|their|all|existing|relevant|applicable|domestic|national|international|internal|local|criminal"
    r"|immigration|and|humanitarian|own|current|\w+['’]s) ){0,5}"
    r"(?:laws?|legislation|constitution|rules|regulations|procedures|obligations|treaty|agreements?))"
)
_RIGHT = (
    r"(?:sovereign (?:right|decision|matter|affair)|matter of sovereignty|(?:purely |an )?internal (?:affairs?|matter)"
    r"|right to (?:defend|protect|self-defen[cs]e)|self-defen[cs]e|national security|public order"
    r"|security (?:threat|reasons"
    r"|grounds|operation)|counter-?terroris\w+|restore order|(?:was|were|is|are) (?:necessary|justified"
    r"|proportionate|lawful"
    r"|legal|legitimate)\b|legitimate (?:target|response|measure|military)|humanitarian (?:principles?|considerations)"
    r"|(?:for|came for|entered for) economic reasons|entered (?:the country )?(?:illegally|irregularly)"
    r"|illegal (?:migrants?|immigrants?|entrants|border crossers?|economic migrants?)|due process|rule of law"
    r"|handled (?:properly|appropriately|responsibly|correctly)|handl\w+ the (?:matter|issue|case) (?:properly"
    r"|appropriately))"
)
_PEOPLE = (
    r"(?:refugees?|defectors?|asylum[- ]seekers?|(?:political )?prisoners?|detainees|escapees|deportees|dissidents"
    r"|hostages"
    r"|migrants?|slaves?|forced labou?r(?:ers)?|child soldiers|mercenar(?:y|ies)|militias?|minorit(?:y|ies)|camps?"
    r"|concentration camps?|secret prisons?|stateless (?:people|persons)|displaced (?:people|persons)"
    r"|such (?:people|persons"
    r"|thing|group|facilit(?:y|ies)|place|category))"
)
_CATEGORY = re.compile(
    rf"\bthere (?:are|is|were|was|have been|exist|exists) (?:no|not any"
    rf"|neither) (?:so[- ]called )?(?:[\w'’“\"-]+ ){{0,3}}?"
    rf"[“\"‘']?{_PEOPLE}\b(?! (?:being|been|was|were|who (?:was|were))\b)"
    rf"|\bno so[- ]called\b|\bno such (?:people|persons|thing|group|category)\b"
    rf"|\b(?:are|is|were|was)(?: not|n['’]t) (?:[\w-]+ ){{0,2}}?{_PEOPLE}\b|\bare no (?:[\w-]+ )?{_PEOPLE}\b"
    rf"|\b{_PEOPLE} (?:do|does|did)(?: not|n['’]t) exist\b|\bdo(?:es)?(?: not|n['’]t) (?:have|hold) any {_PEOPLE}\b",
    re.I,
)
_SILENCE = re.compile(
    r"\b(?:did|do|does|has|have|had)(?: not|n['’]t)(?: yet| immediately| so far| publicly| officially| ever){0,2}"
    r" (?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|answer(?:ed)?|react(?:ed)?)\b"
    r"|\b(?:has|have|had) yet to (?:respond|reply|comment|answer|react)\b"
    r"|\b(?:there was |there has been )?no (?:immediate |official |public |formal )*(?:response|comment|reply"
    r"|reaction|answer|word)"
    r" (?:from|by|was|has|had|came)\b"
    r"|\b(?:could|can)(?: not|n['’]t) (?:immediately )?be reached\b|\b(?:went|gone|remain(?:s|ed)?) (?:unanswered"
    r"|silent)\b"
    r"|\b(?:gave|given|received|got) no (?:answer|reply|response)\b|\bwithout (?:a |any )?(?:reply|answer|response)\b",
    re.I,
)
_NO_COMMENT = re.compile(
    r"\b(?:declin|refus)(?:ed|es|ing|e) to (?:comment|confirm|answer|discuss|elaborate|give (?:any )?(?:details"
    r"|figures)|be drawn"
    r"|say (?:whether|if|how|where|what))\b"
    r"|\bneither (?:confirm|den)\w* nor (?:confirm|den)\w*\b|\bnot confirm or deny\b|[“\"]no comment[”\"]"
    r"|\b(?:was|is|were|are)(?: not|n['’]t) (?:aware of|in a position to (?:comment|confirm))\b|\bwas unaware of\b"
    r"|\bha[sd] no (?:information|details|knowledge) (?:on|of|about)\b",
    re.I,
)
# only of one who is concerned: a paper that could not confirm a report answers nothing
_UNCONFIRMED = re.compile(r"\b(?:did|does|do|would|could|can)(?: not|n['’]t) confirm\b", re.I)
_INDEPENDENT = re.compile(r"\bindependent(?:ly)?\b|\bverif", re.I)
_JUSTIFIED = re.compile(rf"\b(?:{_LAW}|{_RIGHT})", re.I)
_CRITICAL = re.compile(
    r"\b(?:violat\w+|breach\w*|contrary to|unlawful\w*|illegally (?:detain|deport|return|held)\w*|in defiance"
    r"|against (?:the |its )"
    r"?(?:law|will)|must|should|urge[ds]?|call(?:ed|s)? (?:on|for)|demand\w*|asked? .{0,30} to (?:act|comply|respect)"
    r"|failed to|not in (?:accordance|line|compliance)|bound by|obliged|obligations? under)\b",
    re.I,
)
_ORGAN = re.compile(
    r"\b(?:ministr(?:y|ies)|minister|governments?|spokes(?:man|woman|person|people)|authorit(?:y|ies)|embassy"
    r"|ambassador|army"
    r"|military|police|officials?|administration|governor|president|prosecutors?|command(?:er)?|junta"
    r"|state (?:media|television"
    r"|agency)|consulate|Kremlin|cabinet|interior|border (?:guard|service|agency)s?|gendarmerie|court|envoy"
    r"|delegat(?:e|ion))\b",
    re.I,
)
_FOREIGN = re.compile(r"\b(?:UN|U\.N\.|United Nations|OHCHR|UNHCR|rapporteur|Amnesty|Human Rights Watch|NGOs?)\b")
_SAYS = (
    r"(?:sa(?:id|ys)|insist(?:ed|s)|maintain(?:ed|s)|argue[ds]?|stress(?:ed|es)|repl(?:ied|ies)|answer(?:ed|s)"
    r"|told|state[ds])"
)
_PRONOUN = re.compile(
    rf"^(?:[“\"]?\s*)(?:(?:but|and|also|however),? )?(?:he|she|it|they)\b|[”\"],? (?:he|she|it|they) {_SAYS}", re.I
)
# a line without a verb is a name or a heading
_VERB = re.compile(
    rf"\b(?:{_SAYS}|is|are|was|were|has|have|had|will|would|did|does|do|add(?:ed|s)|call(?:ed|s)|wr(?:ote|ites)"
    r"|declare[ds]?|explain(?:ed|s)|claim(?:ed|s)|acted|acts|handled|returned|act)\b",
    re.I,
)
_IF = re.compile(r"\b(?:if|unless|should|whether|when)\b[^.;]*$", re.I)
_CONDITION = 60
_QUOTED = re.compile(r"^\s*[“\"]")
_END = re.compile(r"[.!?…][”\"’')\]]*\s|\n")
_HINTS = (
    "comment", "confirm", "respon", "repl", "react", "answer", "law", "legal", "sovereign", "internal", "security",
    "order", "no such", "so-called", "so called", "exist", "there a", "there w", "there i", "not ", "n't", "n’t",
    "necessary", "justif", "legitimate", "humanitarian", "illegal", "economic", "properly", "appropriately",
    "responsibl", "unaware", "silent", "reached", "word", "information", "rule", "self-def", "process",
    "constitution", "regulations",
)  # fmt: skip
_LONGEST = 600  # code points looked at on either side of a cue for the ends of its sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that answers, the name of who says it as far as told, and why it was taken so."""

    kind: AnswerKind
    span: Span
    voice: str | None
    reason: str


def find_answers(text: str) -> tuple[Found, ...]:
    """The sentences of a text that answer an account, in order, each once. Linear in the text."""
    low = text.casefold()
    if not any(hint in low for hint in _HINTS):
        return ()
    found: dict[Span, Found] = {}
    for answer in sorted(_all(text), key=lambda one: (one.span, _ORDER.index(one.kind))):
        found.setdefault(answer.span, answer)
    return tuple(found.values())


def kind_of_denial(text: str, span: Span) -> tuple[AnswerKind, str]:
    """Whether a denial is of the category or of the occurrence, by the words of its sentence."""
    start, end = sentence_around(text, span)
    cue = _CATEGORY.search(text, start, end)
    if cue:
        return AnswerKind.CATEGORY, f"“{_line(cue[0])}” denies that there are such people, not what was done"
    return AnswerKind.OCCURRENCE, "says that it did not happen or is not so"


def sentence_around(text: str, span: Span) -> Span:
    """The ends of the sentence or line in which a span stands."""
    first = max(0, span[0] - _LONGEST)
    before = [match.end() for match in _END.finditer(text, first, span[0])]
    after = _END.search(text, max(span[0], span[1] - 1), span[1] + _LONGEST)
    start = before[-1] if before else first
    end = after.start() + 1 if after else min(len(text), span[1] + _LONGEST)
    while start < end and text[start].isspace():
        start += 1
    return start, len(text[:end].rstrip()) if end - start < 2 * _LONGEST else end


_ORDER = (
    AnswerKind.SILENCE,
    AnswerKind.NO_COMMENT,
    AnswerKind.CATEGORY,
    AnswerKind.JUSTIFICATION,
    AnswerKind.OCCURRENCE,
)


def _all(text: str) -> Iterator[Found]:
    for cue in _SILENCE.finditer(text):
        if _IF.search(text, max(0, cue.start() - _CONDITION), cue.start()):
            continue  # "if you do not answer, we shall march" tells of no silence
        yield _found(AnswerKind.SILENCE, text, cue, "nothing has come yet, which denies nothing")
    for cue in _NO_COMMENT.finditer(text):
        yield _found(AnswerKind.NO_COMMENT, text, cue, "neither confirms nor denies")
    for cue in _UNCONFIRMED.finditer(text):
        span = sentence_around(text, cue.span())
        if _speaker(text, span) and not _INDEPENDENT.search(text, *span):
            yield _found(AnswerKind.NO_COMMENT, text, cue, "neither confirms nor denies")
    for kind, pattern, why in (
        (AnswerKind.CATEGORY, _CATEGORY, "denies that there are such people, not what was done"),
        (AnswerKind.JUSTIFICATION, _JUSTIFIED, "puts forward a ground, and neither confirms nor denies"),
    ):
        for cue in pattern.finditer(text):
            span = sentence_around(text, cue.span())
            if _speaker(text, span) and _VERB.search(text, *span) and not _CRITICAL.search(text, *span):
                yield _found(kind, text, cue, why)


def _found(kind: AnswerKind, text: str, cue: re.Match[str], why: str) -> Found:
    span = sentence_around(text, cue.span())
    return Found(kind, span, _speaker(text, span), f"“{_line(cue[0])}” {why}")


def _speaker(text: str, span: Span) -> str | None:
    """The organ or capital that speaks in a sentence, or in the one before where a pronoun or a quotation goes on."""
    sentence = text[slice(*span)]
    if _FOREIGN.search(sentence):
        return None
    own = _organ(sentence)
    if own or not (_PRONOUN.search(sentence) or _QUOTED.match(sentence)):
        return own
    before = sentence_around(text, (max(0, span[0] - 2), max(0, span[0] - 2))) if span[0] > 2 else None
    return _organ(text[slice(*before)]) if before and not _FOREIGN.search(text, *before) else None


def _organ(sentence: str) -> str | None:
    organ = _ORGAN.search(sentence)
    if organ:
        before = re.search(
            r"(?:(?:[A-Z][\w-]*(?:['’]s)?|the|foreign|interior|defen[cs]e) ){1,4}$", sentence[: organ.start()]
        )
        return _line(f"{before[0] if before else ''}{organ[0]}").removeprefix("the ").removeprefix("The ")
    capital = _capitals().search(sentence)
    return capital["capital"] if capital else None


@cache
def _capitals() -> re.Pattern[str]:
    """A capital that speaks for its government: "Ankara said", "Tunis insists"."""
    names = sorted({state.capital for state in states.states() if state.capital}, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?P<capital>{'|'.join(map(re.escape, names))})(?: \w+)? {_SAYS}\b")


def _line(words: str) -> str:
    return " ".join(words.split())
