"""Replies that deny what was told before without its word: "It wasn't.", "That is false.", "not guilty"."""

import re
from dataclasses import dataclass

from clarion.extract.draft import Draft
from clarion.extract.echoes import DENIABLE, denied_acts, is_denial
from clarion.language.hints import Guarded
from clarion.model.vocabulary import StanceKind, VoiceRole

_TURN = r"(?:(?:[A-Z][\w’'.-]*(?: [\w’'.-]+){0,4}|[QA])\s*:\s*)?[\"“‘'«]?"
_END = r"(?=\s*(?:[.,;:!?—–\"”’»)-]|$|says?\b|said\b|insists?\b|replie[sd]\b|answer(?:s|ed)\b|according\b|came\b))"
_SURELY = (
    r"(?:(?:simply|plainly|quite|just|absolutely|completely|totally|entirely|wholly|utterly|patently|also|all|an?) )*"
)
_UNTRUE = (
    r"(?:false|untrue|nonsense|lies?|slander|invented|fabricat\w+|fiction|fantasy|propaganda|wrong|baseless|incorrect"
    r"|groundless|unfounded|rubbish|falsehoods?|invention|fairy tales?|disinformation|fake news|calumny|libel"
    r"|not (?:true|so|the case|correct|what happened|how it (?:was|happened)))"
)
# "It wasn't.", "He has not.", "We did not."
_ELLIPSIS = Guarded(
    rf"{_TURN}(?:(?:no|but|and|well|in fact|of course),? )*(?:it|he|she|they|we|i|this|that|there)\s+"
    r"(?:has|have|had|did|do|does|is|are|was|were)(?:\s?n[o’']t|\s+not|\s+never)"
    rf"(?:\s+(?:done|been|happened|happen|so|at all|any such thing|anything of the (?:kind|sort)))*{_END}",
    "",
    pieces="not n't n’t never",
)
# "That is false", "This is a lie", "It is simply not true"
_FALSE = Guarded(
    rf"{_TURN}(?:(?:no|but|and|well),? )*(?:that|this|it|all (?:this|that)|none of (?:this|that|it)|these|those)"
    rf"(?:’s|'s| is| was| are| were)\s+(?:{_SURELY}{_UNTRUE}|true{_END})\b",
    """false untrue nonsense lie lies slander invented fiction fantasy propaganda wrong baseless incorrect groundless
    unfounded rubbish falsehood falsehoods invention tale tales disinformation fake calumny libel not true""",
    pieces="fabricat",
)
# "Nothing of the kind", "No such thing happened", "Not true", "Absolutely not"
_NOTHING = Guarded(
    rf"{_TURN}(?:(?:no|but),? )?(?:nothing of the (?:kind|sort)|no such (?:thing|incident|attack|event|order)s?"
    rf"|not (?:true|so)|{_SURELY}untrue|absolutely not|certainly not|of course not|by no means|not at all|never"
    rf"|(?:pure|sheer|complete|utter|total) (?:invention|fiction|fantasy|nonsense|fabrication|lies|slander))\b",
    "nothing no not untrue never invention fiction fantasy nonsense fabrication lies slander",
)
_NO = re.compile(rf"{_TURN}No\b(?=\s*(?:[.,!—–\"”]|$))")
# "have pleaded not guilty", "protest their innocence", "deny the charges", "deny any wrongdoing"
_PLEA = Guarded(
    r"\b(?:plead(?:s|ed|ing)?|pled) (?:not guilty|innocent)\b"
    r"|\b(?:maintain|protest|insist on|proclaim)(?:s|ed|ing)? (?:his|her|their|its) innocence\b"
    r"|\b(?:say|says|said|insists?|insisted|maintains?) (?:that )?(?:he|she|they) (?:is|are|was|were) innocent\b"
    r"|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?) (?:all |any |the |these |those |both |every |having done )*"
    r"(?:charges?|wrongdoing|guilt|accusations?|responsibility|involvement|part in it|crimes?|count)\b"
    r"(?!\s+(?:of|that|for|in)\b)",
    """guilty innocent innocence deny denies denied denying reject rejects rejected rejecting""",
)
# "called it a fairy tale", "dismissed this as propaganda"
_CALLED = Guarded(
    r"\b(?:call(?:s|ed|ing)?|label(?:s|led)?|brand(?:s|ed)?|term(?:s|ed)?|dismiss(?:es|ed|ing)?|describ(?:es|ed|ing)"
    r"|wav(?:es|ed) (?:away|aside|off)|brush(?:es|ed) (?:aside|off)|rubbish(?:es|ed))\s+"
    r"(?:this|it|them|that|all (?:this|that|of it)|both|"
    r"(?:the|these|those|such|our|their|its|his|her)\s+(?:\w+\s+){0,2}(?:allegations?|claims?|accusations?|reports?|"
    r"rumou?rs?|accounts?|charges?|story|stories|video|footage|photographs?|testimony|testimonies|findings))"
    r"(?:\s+of\s+[\w\s]{1,40}?)?\s+(?:as\s+)?[\"“‘']?(?:(?:an?|the|pure|mere|sheer|nothing but|more)\s+)*"
    r"(?:fairy[- ]tales?|fantas(?:y|ies)|fiction|inventions?|fabrications?|fabricated|lies?|nonsense|slander|propaganda"
    r"|disinformation|fake(?: news)?|false|baseless|hoax|myths?|legends?|libel|calumny|absurd|ridiculous|rubbish"
    r"|smears?|hearsay|untrue|unfounded|groundless|invented|provocations?|hysteria|exaggerat\w+|gossip)\b",
    """tale tales fantasy fantasies fiction invention inventions fabrication fabrications fabricated lie lies nonsense
    slander propaganda disinformation fake false baseless hoax myth myths legend legends libel calumny absurd
    ridiculous rubbish smear smears hearsay untrue unfounded groundless invented provocation provocations hysteria
    gossip""",
    pieces="exaggerat",
)
# "The army did no such thing", "says it never happened", "There is no truth in it"
_NEVER = Guarded(
    r"\b(?:did|does|do|has done|have done|had done) (?:no such thing|nothing of the (?:kind|sort))\b"
    r"|\b(?:it|this|that|such a thing) (?:has |had )?never (?:happened|took place|occurred|existed)\b"
    r"|\b(?:not a (?:word|grain|shred) of|no|little) truth (?:at all )?(?:in|to) (?:this|it|that|any|these|them|the)\b"
    r"|\bnone of (?:this|it|that) (?:is|was) (?:true|so)\b"
    r"|\bcontradict(?:s|ed)? (?:this|it|them|that|the (?:report|account|claim|story|version)s?)\b"
    r"|\b(?:speaks|spoke) of (?:an? )?(?:\w+ )?(?:lies?|slander|propaganda|fabrications?|provocation|inventions?)\b"
    r"|\b(?:says?|said|insist(?:s|ed)?|maintain(?:s|ed)?|answer(?:s|ed)?|replie[sd]|declare[sd]?) (?:that )?"
    r"(?:this|that|it|all this|the (?:claim|report|story|allegation|account)s?) (?:is|was|were|are) "
    rf"{_SURELY}{_UNTRUE}\b",
    """such nothing never truth none contradict contradicts contradicted fabrication fabrications provocation
    inventions false untrue nonsense lie lies slander invented fiction fantasy propaganda wrong baseless incorrect
    groundless unfounded rubbish falsehood falsehoods invention tale tales disinformation fake calumny libel not""",
    pieces="fabricat",
)
_OPEN = Guarded(
    r"\bneither confirm\w* nor den|\b(?:could|can|would|will|did|does|has|have) ?n[o’']t (?:immediately )?"
    r"(?:confirm|comment|say)|\bno comment\b",
    "",
    pieces="confirm comment say",
)
# "They did.", "Yes, every night": what was asked is so
_AFFIRMED = re.compile(
    rf"{_TURN}(?:(?:yes|yeah|yep|of course|certainly|sadly|i am afraid so|all of (?:us|them)|many times|several times"
    r"|(?:every|each) (?:night|day|week|time|morning))\b(?!\s+(?:but|and we|of)\b)"
    rf"|(?:it|he|she|they|we|i)\s+(?:has|have|had|did|do|does|is|are|was|were){_END})",
    re.IGNORECASE,
)
# ", and so did the guards", "So too were two of his sons"
_LIKEWISE = re.compile(
    r"(?:^|,\s+(?:and|but)\s+|;\s+|,\s+|\band\s+)"
    r"(?P<so>(?:so(?: too)?|as)\s+(?:did|does|do|was|were|has|have|had))\s+(?=\w)"
    r"(?!not\b|it\b|n[o’']t)"
    r"|^(?P<now>so(?: too)?\s+(?:are|is|has been|have been))\s+"
    r"(?:the|all|most|many|both|his|her|their|our|its|\d+|two|three)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\s\"”’)]*$")
_OPEN_KINDS = frozenset((StanceKind.REPORTED, StanceKind.POSSIBLE, StanceKind.EXPECTED))
_CHARGED = frozenset((StanceKind.REPORTED, StanceKind.ASSERTED, StanceKind.POSSIBLE))


_JUST_BEFORE = 300  # characters between what is told and who denies it
_CLAIMS = 12  # claims looked back over
_CHARGES = frozenset(("sentencing", "prosecution"))


@dataclass(frozen=True, slots=True)
class Denied:
    """What a sentence denies: its words of denial, the acts told before, and the claims of its own that stay."""

    words: re.Match[str]
    acts: list[Draft]
    kept: list[Draft]


def denials_in(sentence: str, earlier: str, before: list[Draft], made: list[Draft]) -> Denied | None:
    """What a sentence denies of the acts told `before` it (the last sentence being `earlier`), or None."""
    if leaves_open(sentence):
        return None
    start = made[0].reading.parse.span[0] if made else 0
    words = _PLEA.search(sentence)
    if words is not None:
        for draft in made:  # "pleaded not guilty to killing him"
            if (
                draft.cue[0] >= start + words.end()
                and draft.act in DENIABLE
                and not words[0].lower().endswith("nocence")
            ):
                draft.stance, draft.tentative = StanceKind.DENIED, False
                draft.rules.append("plea")
        own = [draft for draft in made if draft.cue[1] - start <= words.start()]
        acts = _charged([*before, *own])
        if acts:
            low, high = start + words.start(), start + words.end()
            inside = [draft for draft in made if draft.act in _CHARGES and draft.cue[0] < high and low < draft.cue[1]]
            return Denied(words, acts, [draft for draft in made if draft not in inside])
    words, acts = is_denial(sentence), []
    if words is not None:
        acts = denied_acts(before)
    else:
        words = _reply(sentence, earlier)
        if words is None:
            return None
        acts = _answered(before, bare=words.re is _NO, any_act=_ELLIPSIS.gave(words))
    told = {draft.act for draft in made if draft.stance is StanceKind.DENIED and _is_short(words)}
    return Denied(words, [draft for draft in acts if draft.act not in told], made)


def affirmed_in(sentence: str, earlier: str) -> re.Match[str] | None:
    """The words by which a sentence says yes to the question before it, or None."""
    return _AFFIRMED.match(sentence) if _QUESTION.search(earlier) else None


def likewise_in(sentence: str) -> re.Match[str] | None:
    """The words by which a clause tells the act before it of somebody else: "and so did the guards"."""
    told = " did" in sentence or " was" in sentence or " were" in sentence or sentence.startswith("So ")
    return _LIKEWISE.search(sentence) if told else None


def may_reply(sentence: str) -> bool:
    """Whether a sentence without an act word may deny or affirm what was told before it."""
    if _AFFIRMED.match(sentence) or _LIKEWISE.match(sentence):
        return True
    if any(one.match(sentence) for one in (_FALSE, _NOTHING, _ELLIPSIS)) or _NO.match(sentence):
        return True
    return any(one.search(sentence) for one in (_CALLED, _PLEA, _NEVER))


def deny_what_was_told(made: list[Draft], before: list[Draft], lead: int) -> None:
    """Who says in his own words that an act has not been, which another has just told, denies it.

    Another shares no voice of the chain. `lead` is the number of voices that all claims of the document have: its
    publisher and authors.
    """
    for draft in made:
        if draft.stance is not StanceKind.NEGATED or draft.act not in DENIABLE or len(draft.voices) <= lead:
            continue
        if draft.voices[-1].role is not VoiceRole.QUOTED:  # what is told in indirect speech answers less often
            continue
        voices = _heads(draft, lead)
        if any(
            other.act == draft.act
            and other.stance in _CHARGED
            and draft.span[0] - other.span[1] < _JUST_BEFORE
            and voices.isdisjoint(_heads(other, lead))
            for other in before[-_CLAIMS:]
        ):
            draft.stance, draft.tentative = StanceKind.DENIED, False
            draft.rules.append("denial of what another has told")


def _heads(draft: Draft, lead: int) -> set[str]:
    """The last words of the names of those who speak: "a nurse" and "the nurse" may be one."""
    return {voice.name.lower().split()[-1] for voice in draft.voices[lead:] if voice.name.strip()}


def leaves_open(sentence: str) -> bool:
    """Whether a sentence says that something was neither confirmed nor denied."""
    return _OPEN.search(sentence) is not None


def _reply(sentence: str, before: str) -> re.Match[str] | None:
    """The words by which a sentence denies what the sentence `before` told or asked, or None."""
    found = _FALSE.match(sentence) or _NOTHING.match(sentence) or _CALLED.search(sentence) or _NEVER.search(sentence)
    if found is not None and not (found[0].lower().endswith("true") and "no" not in found[0].lower()):
        return found
    found = _ELLIPSIS.match(sentence)
    if found is not None:
        return found
    return _NO.match(sentence) if _QUESTION.search(before) else None


def _is_short(words: re.Match[str]) -> bool:
    """ "No, they were not beaten" denies once."""
    return words.re is _NO or _ELLIPSIS.gave(words) or _NOTHING.gave(words)


def _answered(before: list[Draft], *, bare: bool, any_act: bool = False) -> list[Draft]:
    """The acts that a reply denies: those of the sentence before that were only said or asked, else its last one.

    `any_act`: also acts that nobody would be ashamed of ("says they were freed. They were not"), where only said.
    """
    fitting = [draft for draft in before if draft.act in DENIABLE and draft.stance is not StanceKind.DENIED]
    if any_act and not fitting:
        fitting = [draft for draft in before[-1:] if draft.stance in _OPEN_KINDS]
    last = [draft for draft in fitting if draft.reading is fitting[-1].reading]
    if bare:  # a mere "no" to what may come denies nothing that was alleged
        return _one_each([draft for draft in last if draft.stance in (StanceKind.REPORTED, StanceKind.POSSIBLE)])
    said = [draft for draft in last if draft.stance in _OPEN_KINDS]
    return _one_each(said or last[-1:])


def _charged(before: list[Draft]) -> list[Draft]:
    """The acts that a plea denies: those told with the charge before it, not the charge itself."""
    fitting = [draft for draft in before if draft.act in DENIABLE and draft.stance in _CHARGED]
    tried = [draft.reading for draft in before if draft.act in _CHARGES]
    return _one_each([draft for draft in fitting if not tried or any(draft.reading is one for one in tried)])


def _one_each(drafts: list[Draft]) -> list[Draft]:
    kept: dict[str, Draft] = {}
    for draft in drafts:
        kept.setdefault(draft.act, draft)
    return list(kept.values())
