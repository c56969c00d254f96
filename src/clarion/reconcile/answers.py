"""How an incident is answered: each denial with its kind, and the answers that deny nothing."""

from bisect import bisect_left
from collections.abc import Sequence

from clarion.model import Answer, AnswerKind, Claim, Document, StanceKind, VoiceRole
from clarion.reconcile.answering import Found, kind_of_denial
from clarion.reconcile.evidence import Evidence

# acts that somebody answers for; of others ("they fled") nobody owes an account
ANSWERABLE = frozenset(
    "forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking "
    "forced_labour displacement attack sentencing harassment censorship deprivation destruction border_closure".split()
)
_ACCOUNT = frozenset(
    {StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.POSSIBLE, StanceKind.DENIED, StanceKind.NEGATED}
)
# claims passed over in search of where the account of another happening begins
_MOST_BETWEEN = 40


def answers_of(told: Sequence[Claim], denials: Sequence[Claim], evidence: Evidence) -> tuple[Answer, ...]:
    """The answers to an incident, by document and place.

    A sentence that is no claim answers what its document told last before it, or first when nothing stands before.
    """
    answers = [_denial(claim, evidence.documents[claim.document]) for claim in denials]
    denied = {(answer.document, answer.span) for answer in answers}
    seen = set()
    for claim in sorted((*told, *denials), key=lambda one: (one.document, one.span, one.id)):
        if claim.act not in ANSWERABLE:
            continue
        for found in _after(claim, evidence):
            key = (claim.document, found.span)
            if key not in seen and not any(d == claim.document and _touch(s, found.span) for d, s in denied):
                seen.add(key)
                answers.append(Answer(found.kind, claim.document, found.span, None, found.voice, found.reason))
    return tuple(sorted(answers, key=lambda answer: (answer.document, answer.span, answer.kind)))


def only_of_category(answers: Sequence[Answer]) -> bool:
    """True when those who deny say only that there are no such people."""
    kinds = {answer.kind for answer in answers if answer.claim}
    return bool(kinds) and kinds == {AnswerKind.CATEGORY}


def _denial(claim: Claim, document: Document) -> Answer:
    text = document.text or ""
    kind, reason = kind_of_denial(text, claim.span)
    house = (VoiceRole.PUBLISHER, VoiceRole.AUTHOR)
    voice = next((one.name for one in reversed(claim.voices) if one.role not in house), None)
    publisher = claim.voices[0].name if claim.voices else None
    return Answer(kind, claim.document, claim.span, claim.id, voice or publisher, reason)


def _after(claim: Claim, evidence: Evidence) -> Sequence[Found]:
    """The answers between a claim and the next account of its document; before the first account, that one's."""
    found = evidence.answers_in(claim.document)
    if not found:
        return ()
    own = evidence.of_document.get(claim.document, ())
    at = bisect_left(own, claim.span, key=lambda one: one.span)
    ends = [one.span[0] for one in own[at + 1 : at + 1 + _MOST_BETWEEN] if _is_account(one) and one.span > claim.span]
    earlier = any(_is_account(one) for one in own[max(0, at - _MOST_BETWEEN) : at])
    start = claim.span[0] if earlier else 0
    first = bisect_left(found, start, key=lambda one: one.span[1])
    last = bisect_left(found, ends[0], key=lambda one: one.span[0]) if ends else len(found)
    return found[first:last]


def _is_account(claim: Claim) -> bool:
    return claim.act in ANSWERABLE and claim.stance in _ACCOUNT


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
