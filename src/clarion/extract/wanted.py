"""Demands told without the word of an act: to disclose where somebody is, to let somebody in, to undo a measure.

Each is a claim `halt`, called for, about the act that it would undo. What was disclosed, allowed or dropped is none.
"""

import re

from clarion.extract.listed import held_as_asked
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Reading
from clarion.extract.stance import held
from clarion.language.hints import words_in
from clarion.language.wordlists import words
from clarion.model.vocabulary import StanceKind

_TELLING = words(
    """tell told inform informed say disclose disclosed reveal revealed explain explained know clarify clarified
    confirm confirmed learn admit hear state acknowledge"""
)
_ASKED_WHERE = words("where whereabouts")
_BECAME = frozenset((("what", "became"), ("what", "happened"), ("what", "has"), ("what", "had"), ("what", "befell")))
_LETTING = words("let allow allowed permit permitted admit admitted readmit readmitted grant granted give given let")
_HAVING = words("have has get")
_WATCHERS = words(
    """lawyer lawyers counsel attorney attorneys icrc cross crescent unhcr monitors monitor observers observer
    journalists journalist reporters press doctor doctors physician physicians relatives relative families family
    mother mothers wives wife parents ombudsman inspectors inspector rapporteur delegates chaplain chaplains priest
    agencies convoys aid staff teams team workers experts visitors nurses consul diplomats us"""
)
_ENTERING = words(
    """pass in into inside see visit visits meet enter access speak attend talk call contact examine
    through"""
)
_UNDONE: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (
        words(
            "drop dropped throw thrown withdraw withdrawn dismiss dismissed quash quashed annul annulled discontinue"
        ),
        words("charge charges case cases indictment indictments proceedings prosecution lawsuit"),
        "sentencing",
    ),
    (
        words(
            """overturn overturned quash quashed annul annulled vacate vacated void voided set reverse reversed revoke
            revoked rescind rescinded review reviewed commute commuted"""
        ),
        words("verdict verdicts conviction convictions sentence sentences judgment judgement judgments"),
        "sentencing",
    ),
    (
        words("repeal repealed lift lifted revoke revoked rescind rescinded reverse reversed unblock unblocked"),
        words("newspaper newspapers website websites radio station channel internet network press media journal"),
        "censorship",
    ),
    (
        words("restore restored reinstate reinstated turn turned switch switched reconnect reconnected unblock return"),
        words("internet network signal licence licences accreditation website websites websites mobile"),
        "censorship",
    ),
    (words("lift lifted raise raised break end ended"), words("siege blockade"), "deprivation"),
    (words("lift lifted drop dropped ease eased end ended remove removed"), words("sanctions embargo"), "sanction"),
    (words("spare spared"), words("life lives hostages hostage children civilians prisoners"), "killing"),
    (
        words("revoke revoked cancel cancelled annul annulled scrap scrapped withdraw withdrawn rescind rescinded"),
        words("deportation expulsion removal extradition"),
        "forced_return",
    ),
)
_REACH = 9  # words between a verb of demand and what it is about
_NEAR = 6  # words between a verb that undoes and the measure undone
# verbs that undo only with their particle
_PARTED = {
    "set": words("aside"),
    **dict.fromkeys(("throw", "thrown"), words("out")),
    **dict.fromkeys(("turn", "turned", "switch", "switched"), words("on back")),
}
_STOPPING = words("stay halt stop suspend end freeze cease pause abandon discontinue refrain desist abstain")
_STOPPED = {
    **dict.fromkeys(("removal", "removals", "return", "returns", "transfer", "transfers"), "forced_return"),
    **dict.fromkeys(("pushback", "pushbacks", "refoulement", "hand-overs", "handovers"), "forced_return"),
    **dict.fromkeys(("eviction", "evictions", "clearances"), "displacement"),
    **dict.fromkeys(("demolition", "demolitions", "bulldozing"), "destruction"),
    **dict.fromkeys(("trial", "trials", "prosecutions", "proceedings"), "sentencing"),
    **dict.fromkeys(("searches", "threats", "surveillance", "reprisals", "pressure", "harassment"), "harassment"),
    **dict.fromkeys(("interrogations", "beatings", "ill-treatment"), "torture"),
    **dict.fromkeys(("attack", "attacks", "bombardment", "violence", "raids", "fire"), "attack"),
}
_GRANTED = words("granted given restored guaranteed ensured allowed secured")
_OPENING = words("open opened")
_VERBS = _TELLING | _LETTING | _HAVING | _GRANTED | _OPENING | frozenset().union(*(verbs for verbs, _, _ in _UNDONE))
_MARKS = frozenset(". ; : ? ! — –".split())
_PLACES = words("prison prisons camp camps jail jails centre centres barracks cells dungeons")
_RULE = "demand to "
_DONE = "measure undone"
# of which `_HOLDS_WANTED` asks for one
_HELD_WORDS = words(
    """where whereabouts what lawyer lawyers counsel attorney attorneys icrc cross crescent unhcr monitor monitors
    observer observers journalist journalists doctor doctors relative relatives family families mother mothers wives
    parents inspector inspectors rapporteur charge charges case cases indictment indictments verdict verdicts conviction
    convictions sentence sentences internet website websites newspaper newspapers siege blockade sanctions life lives
    prison prisons camp camps access"""
)
_HOLDS_WANTED = re.compile(
    r"\b(?:where(?:abouts)?|what (?:became|happened|has|had|befell)|lawyers?|counsel|attorneys?|icrc|cross|crescent"
    r"|unhcr|monitors?|observers?|journalists?|doctors?|relatives?|famil(?:y|ies)|mothers?|wives|parents|inspectors?|rapporteur"
    r"|charges?|cases?|indictments?|verdicts?|convictions?|sentences?|internet|websites?|newspapers?|siege|blockade"
    r"|sanctions|li(?:fe|ves)|prisons?|camps?|access)\b",
    re.IGNORECASE,
)
_HOLDS_VERB = re.compile(
    r"\b(?:let|allow|permit|admit|readmit|grant|give|given|tell|told|inform|say|disclose|reveal|explain|know|clarify|drop"
    r"|withdraw|dismiss|quash|annul|overturn|vacate|set aside|reverse|revoke|rescind|repeal|lift|restore|unblock|turn"
    r"|throw out|commute|guaranteed|granted"
    r"|spare|open|have access|confirm)",
    re.IGNORECASE,
)


def may_want(sentence: str) -> bool:
    """Whether a sentence without an act word may hold a demand told without one."""
    if _HELD_WORDS.isdisjoint(words_in(sentence)):
        return False
    return _HOLDS_VERB.search(sentence) is not None and _HOLDS_WANTED.search(sentence) is not None


def object_of(written: str) -> str | None:
    """The act that a demand found here would undo, by the name of its rule."""
    return written.rpartition(": ")[2] if written.startswith((_RULE, _DONE)) else None


def is_done(written: str) -> bool:
    """Whether a halt found here tells of a measure that was undone."""
    return written.startswith(_DONE)


def with_wanted(reading: Reading) -> list[ActWord]:
    """The act words of a sentence with those of its demands told without one, which outweigh words inside them."""
    kept = list(reading.acts)
    for at, first, last, name, act in _wanted(reading):
        if not is_asked(reading, at):
            told = any(_names(word, at) and word.act != "halt" for word in kept)
            if name == "undo" and _is_done(reading, at) and not told:
                kept = [word for word in kept if not _names(word, at)]
                kept.append(ActWord(at, at, "halt", f"{_DONE}: {act}", anchor=(at,)))
            continue
        inside = [word for word in kept if first <= word.first <= last and word.act in ("halt", *_SWALLOWED[name])]
        kept = [word for word in kept if word not in inside and not _names(word, at)]
        kept.append(ActWord(at, at, "halt", f"{_RULE}{name}: {act}", anchor=(at,)))
    taken = {at for word in kept for at in range(word.first, word.last + 1)}
    for at, noun, act in _stopped_nouns(reading):
        if noun not in taken and is_asked(reading, at):
            kept.append(ActWord(noun, noun, act, "what is to stop", anchor=(noun,)))
    return sorted(kept, key=lambda word: (word.first, word.last))


_SWALLOWED = {
    "disclose": ("detention", "disappearance", "abduction", "forced_return", "deprivation"),
    "admit": ("arrival", "deprivation", "aid", "release"),
    "undo": ("sentencing", "censorship", "sanction", "deprivation", "release", "lawmaking", "prosecution"),
}


def _stopped_nouns(reading: Reading) -> list[tuple[int, int, str]]:
    """Verb, noun and act of "stay every removal", "refrain from any return": nouns that only there tell an act."""
    found = []
    for at, word in enumerate(reading.words):
        if word not in _STOPPING:
            continue
        for one in range(at + 1, min(_end(reading, at), at + _NEAR)):
            act = _STOPPED.get(reading.words[one])
            if act is not None:
                found.append((at, one, act))
                break
            if reading.parse.predicate_at[one] >= 0 or reading.words[one] in ("of", "to", "by"):
                break
    return found


def _names(word: ActWord, at: int) -> bool:
    """Whether an act word is the verb of the demand itself, or a halt that hangs on it."""
    return word.first <= at <= word.last or (word.act == "halt" and at in (*word.anchor, *word.beside))


def _wanted(reading: Reading) -> list[tuple[int, int, int, str, str]]:
    """Verb, first and last word, rule and undone act of what may be a demand, in order."""
    found = []
    for at, word in enumerate(reading.words):
        if word not in _VERBS:
            continue
        end = _end(reading, at)
        if word in _GRANTED and "access" in reading.words[max(0, at - _REACH) : at] and _is_participle(reading, at):
            found.append((at, max(0, at - _REACH), at, "admit", "deprivation"))
        elif word in _TELLING and (last := _where(reading, at, end)):
            found.append((at, at, last, "disclose", "disappearance"))
        elif word in _LETTING and (last := _entry(reading, at, end)):
            found.append((at, at, last, "admit", "deprivation"))
        elif word in _HAVING and reading.words[at + 1 : at + 2] == ["access"]:
            found.append((at, at, at + 1, "admit", "deprivation"))
        elif word in _OPENING and _opens(reading, at, end):
            found.append((at, at, end - 1, "admit", "deprivation"))
        else:
            found += _undone(reading, at, end)
    return found


def _opens(reading: Reading, at: int, end: int) -> bool:
    """ "open the prisons to the Red Cross", "the camps must be opened to monitors"."""
    around = reading.words[max(0, at - _NEAR) : at] if reading.words[at] == "opened" else []
    return bool(_PLACES & {*around, *reading.words[at + 1 : end]}) and "to" in reading.words[at + 1 : end]


def _undone(reading: Reading, at: int, end: int) -> list[tuple[int, int, int, str, str]]:
    """ "drop the charges", "have the verdict set aside", "the sanctions be lifted"."""
    word = reading.words[at]
    after = reading.words[at + 1 : min(end, at + _NEAR)]
    for verbs, things, act in _UNDONE:
        if word not in verbs or (word in _PARTED and not (_PARTED[word] & set(after) and "off" not in after)):
            continue
        if things & set(after):
            return [(at, at, max(n for n, one in enumerate(after) if one in things) + at + 1, "undo", act)]
        low = max(0, at - _NEAR)
        before = [n for n in range(low, at) if reading.words[n] in things]
        if before and _is_participle(reading, at):
            return [(at, before[0], at, "undo", act)]
    return []


def _is_participle(reading: Reading, at: int) -> bool:
    """Whether a verb tells what is done to the thing before it: "be dropped", "wants the charges dropped"."""
    predicate = reading.predicate(at)
    if predicate is None or predicate.passive or predicate.form == "participle":
        return True
    return predicate.relation == "complement" and not predicate.marker and predicate.object < 0


def _end(reading: Reading, at: int) -> int:
    """The word after the last one that a verb at `at` may be about."""
    end = at + 1
    while end < min(len(reading.words), at + _REACH) and reading.words[end] not in _MARKS:
        end += 1
    return end


def _where(reading: Reading, at: int, end: int) -> int:
    """The last word of the clause of "where they are", which a verb of telling has for its object; 0 for none."""
    for one in range(at + 1, end):
        if reading.words[one] in _ASKED_WHERE or tuple(reading.words[one : one + 2]) in _BECAME:
            last = _end(reading, one) - 1
            return last if last > one or reading.words[one] == "whereabouts" else 0
    return 0


def _entry(reading: Reading, at: int, end: int) -> int:
    """The last word of "let X into", "X be allowed to see"; 0 where nobody who would watch is let in."""
    after = reading.words[at + 1 : end]
    before = reading.words[max(0, at - 6) : at]
    enters = [n for n, word in enumerate(after) if word in _ENTERING]
    if not enters:
        entered = reading.words[at] in ("admit", "admitted", "readmit", "readmitted")
        whom = set(before) if reading.words[at].endswith("ed") else set(after)
        return at + 1 if entered and whom & _WATCHERS else 0
    whom = set(after[: enters[0]]) | set(before if reading.words[at] in _PASSIVE else ())
    return at + 1 + enters[0] if whom & _WATCHERS else 0


_PASSIVE = words("allowed permitted admitted granted given let")


def _is_done(reading: Reading, at: int) -> bool:
    """Whether a measure was undone: "the court annulled their sentences", "the siege has been lifted"."""
    predicate = reading.predicate(at)
    if predicate is None or predicate.form != "finite" or predicate.modal or predicate.negated:
        return False
    stance, _ = held(reading.parse, reading.parse.tokens[at].start)
    return stance.stance in (StanceKind.ASSERTED, StanceKind.REPORTED) and (
        predicate.perfect or predicate.tense == "past"
    )


def is_asked(reading: Reading, at: int) -> bool:
    """Whether what the verb at the word `at` tells is asked for."""
    start = reading.parse.tokens[at].start
    if held_as_asked(reading.parse.text, reading.asked, start)[1]:
        return True
    stance, _ = held(reading.parse, start)
    return stance.stance is StanceKind.CALLED_FOR
