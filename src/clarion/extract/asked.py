"""Who asks, plans or answers: questions that are demands, plans told by others, denials by the doer itself."""

import re

from clarion.extract.draft import Draft
from clarion.language.wordlists import words
from clarion.model.vocabulary import StanceKind

# acts that people are asked for; "Will the army attack?" asks for nothing
_GIVING = frozenset(
    """release rescue aid investigation prosecution lawmaking border_opening agreement consultation sanction halt
    arrival condemnation appeal""".split()
)
# acts that those who plan them do not announce; what a third party knows of them is a forecast
_HARMFUL = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement attack harassment censorship deprivation destruction""".split()
)
_PLANNING = re.compile(
    r"(?:prepare|prepare_for|plan|intend|seek|organise|organize|arrange|aim|plot|scheme|ready|set): "
)
_ASKED = words(
    """you minister government ministry president governor council house parliament commission authorities authority
    secretary commissioner senate congress cabinet premier mayor assembly committee ambassador chancellor prosecutor
    union eu he she"""
)
_ASKING = words("will would can could wo ca")
_REPLYING = re.compile(
    r"\b(?:repl(?:y|ies|ied|ying)|respon(?:d|ds|ded|ding)|retort(?:s|ed)?|counter(?:s|ed)|rebut(?:s|ted)?)\b"
)
_FIRST = re.compile(r"\b(?:I|[Ww]e)\b")


def is_asked_for_by_question(draft: Draft) -> bool:
    """ "Will you release them?", "Why will the ministry not open an inquiry?": a demand in the form of a question."""
    reading = draft.reading
    if "?" not in reading.words[-2:] or draft.act not in _GIVING:
        return False
    if draft.stance not in (StanceKind.EXPECTED, StanceKind.NEGATED, StanceKind.POSSIBLE):
        return False
    predicate = draft.frame.predicate or draft.frame.host
    if predicate is None or predicate.passive or predicate.modal not in _ASKING or predicate.relation == "conditional":
        return False
    if predicate.subject < 0:
        return False
    subject = reading.parse.chunks[predicate.subject]
    asked = reading.words[subject.head] in _ASKED
    before = reading.words[max(0, subject.first - 3) : subject.first]
    return asked and any(word in _ASKING for word in before)


def is_plan_of_others(draft: Draft, rule: str, *, official: bool) -> bool:
    """ "The guard is preparing mass arrests": a plan to harm that somebody else tells is feared, not announced."""
    if draft.stance is not StanceKind.ANNOUNCED or draft.act not in _HARMFUL or official:
        return False
    if _PLANNING.match(rule) is None:
        return False
    subject = draft.frame.actor.first if draft.frame.actor is not None else -1
    return not (subject >= 0 and draft.reading.words[subject] in ("we", "i")) and not _speaks_itself(draft)


def is_self_denial(draft: Draft) -> bool:
    """ "Ostra says it sends nobody to harm", "“We never beat anyone,” he replied": the doer negates its own act."""
    if len(draft.voices) < 2 and not draft.actors:
        return False
    if _speaks_itself(draft):
        return True
    voice = draft.voices[-1] if draft.voices else None
    if voice is None or voice.span is None:
        return False
    start, end = draft.reading.parse.span
    near = start <= voice.span[0] < end
    return near and _REPLYING.search(draft.reading.parse.text, start, draft.cue[0]) is not None


def _speaks_itself(draft: Draft) -> bool:
    """Whether the doer of the act is the one who speaks."""
    if not draft.voices or draft.voices[-1].span is None:
        return False  # the publisher has no place in the text
    speaker = set(draft.voices[-1].name.lower().split()) - {"the", "a"}
    names = [set(actor.name.lower().split()) - {"the", "a"} for actor in draft.actors]
    return any(name and (name <= speaker or speaker <= name) for name in names)
